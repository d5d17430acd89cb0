//! `cof experiment`

use std::process::ExitCode;

use correlation::content::defs::ClaimCardDef;
use correlation::content::report::nearest;
use correlation::view::experiments::{experiment, experiment_markdown, experiment_text, histories};

use super::options::{ContentOptions, Seeds, TableOptions, parse_seeds};
use super::output::progress;

/// Make the experiments of claim cards: vary the rule a claim bears on, under the text's lens and the scenario's own.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    content: ContentOptions,
    /// Seeds, as `1-40` or `3,7,9`; each is one pair of histories a lens.
    #[arg(long, default_value = "1-10", value_parser = parse_seeds)]
    seeds: Seeds,
    /// Months to run; all of the scenario's if not given.
    #[arg(long)]
    months: Option<u32>,
    /// Make the experiment of this card alone; may be given several times. A beginning such as `cpsu_1963.` picks all of
    /// a text.
    #[arg(long, value_name = "ID")]
    card: Vec<String>,
    #[command(flatten)]
    tables: TableOptions,
}

pub fn run(args: &Args) -> Result<ExitCode, String> {
    let content = args.content.load()?;
    let cards: Vec<&ClaimCardDef> = chosen(&content.claim_cards, &args.card)?;
    let (seeds, months) = (&args.seeds.0, args.months.unwrap_or(content.scenario.months));
    let bar = progress(histories(&content, &cards, seeds.len()) as u64, "histories");
    let rows =
        experiment(&content, &cards, seeds, months, || bar.inc(1)).map_err(|error| error.to_string())?;
    bar.finish_and_clear();
    let text = |rows: &Vec<_>| {
        format!(
            "pairs of histories a lens: {}, of {months} months; high − low with its 95 % interval\n\n{}",
            seeds.len(),
            experiment_text(rows)
        )
    };
    args.tables.print(&rows, |rows| experiment_markdown(rows), text)?;
    Ok(ExitCode::SUCCESS)
}

/// The cards asked for that have an experiment; all that have one if none is named.
fn chosen<'c>(cards: &'c [ClaimCardDef], names: &[String]) -> Result<Vec<&'c ClaimCardDef>, String> {
    let with = || cards.iter().filter(|card| card.experiment.is_some());
    if names.is_empty() {
        return Ok(with().collect());
    }
    for name in names {
        if !with().any(|card| card.id.starts_with(name.as_str())) {
            let near = nearest(name, with().map(|card| card.id.as_str()));
            let near = near.map_or(String::new(), |near| format!("; did you mean `{near}`?"));
            return Err(format!("no claim card with an experiment is named `{name}`{near}"));
        }
    }
    Ok(with().filter(|card| names.iter().any(|name| card.id.starts_with(name.as_str()))).collect())
}
