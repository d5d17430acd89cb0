//! `cof facts`

use std::process::ExitCode;

use correlation::campaign::{Variant, parse_setting};
use correlation::content::report::nearest;
use correlation::view::facts::{Verdict, ask, fact_table};

use super::options::{ContentOptions, Seeds, parse_seeds};
use super::output::{print_json, print_text, progress};

/// Hold many histories against the stylised facts of the content; exit code 1 if one does not hold.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    content: ContentOptions,
    /// Seeds, as `1-40` or `3,7,9`.
    #[arg(long, default_value = "1-40", value_parser = parse_seeds)]
    seeds: Seeds,
    /// Months to run; all of the scenario's if not given. Facts about later years are not asked.
    #[arg(long)]
    months: Option<u32>,
    /// The lens: whose assertions set the parameters of the model.
    #[arg(long, value_name = "LENS")]
    lens: Option<String>,
    /// Sets a rule of the model; may be given several times.
    #[arg(long, value_name = "RULE=VALUE", value_parser = parse_setting)]
    set: Vec<(String, f64)>,
    /// Ask this fact alone; may be given several times.
    #[arg(long, value_name = "ID")]
    only: Vec<String>,
    /// Print a JSON list.
    #[arg(long)]
    json: bool,
}

pub fn run(args: &Args) -> Result<ExitCode, String> {
    let content = args.content.load()?;
    let known = || content.facts.iter().map(|fact| fact.id.as_str());
    for id in &args.only {
        if !known().any(|fact| fact == id) {
            return Err(match nearest(id, known()) {
                Some(near) => format!("no fact named `{id}`; did you mean `{near}`?"),
                None => format!("no fact named `{id}`"),
            });
        }
    }
    let variant = Variant { lens: args.lens.clone(), set: args.set.clone(), ..Variant::default() };
    let (seeds, months) = (&args.seeds.0, args.months.unwrap_or(content.scenario.months));
    let bar = progress(seeds.len() as u64, "histories");
    let chosen =
        |fact: &correlation::content::defs::FactDef| args.only.is_empty() || args.only.contains(&fact.id);
    let rows =
        ask(&content, &variant, seeds, months, chosen, || bar.inc(1)).map_err(|error| error.to_string())?;
    bar.finish_and_clear();
    if args.json {
        print_json(&rows)?;
    } else {
        print_text(&format!("{} seeds, {months} months\n\n{}", seeds.len(), fact_table(&rows)));
    }
    let fails = rows.iter().any(|row| row.verdict == Verdict::Fails);
    Ok(ExitCode::from(u8::from(fails)))
}
