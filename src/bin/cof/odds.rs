//! `cof odds`

use std::process::ExitCode;

use correlation::view::experiments::{histories_of_odds, odds, odds_markdown, odds_text};

use super::options::{ContentOptions, Seeds, TableOptions, parse_seeds};
use super::output::progress;

/// Tell movements to rise, ripe or not, helped or not, and count what becomes of them, under several lenses side by side.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    content: ContentOptions,
    /// Seeds, as `1-40` or `3,7,9`; four histories each and lens.
    #[arg(long, default_value = "1-10", value_parser = parse_seeds)]
    seeds: Seeds,
    /// Months to run; all of the scenario's if not given.
    #[arg(long)]
    months: Option<u32>,
    /// A lens to ask under; may be given several times.
    #[arg(long = "under", value_name = "LENS", default_values = ["cpsu_1963", "record", "domino_1954"])]
    under: Vec<String>,
    #[command(flatten)]
    tables: TableOptions,
}

pub fn run(args: &Args) -> Result<ExitCode, String> {
    let content = args.content.load()?;
    let (seeds, months) = (&args.seeds.0, args.months.unwrap_or(content.scenario.months));
    let bar = progress(histories_of_odds(args.under.len(), seeds.len()) as u64, "histories");
    let found =
        odds(&content, &args.under, seeds, months, || bar.inc(1)).map_err(|error| error.to_string())?;
    bar.finish_and_clear();
    args.tables.print(&found, |rows| odds_markdown(rows), |rows| odds_text(rows))?;
    Ok(ExitCode::SUCCESS)
}
