//! `cof explain-number`

use std::process::ExitCode;

use correlation::view::stats::{LastMonth, stat};

use super::options::{StateOptions, YEAR};
use super::output::{print_json, print_text};

/// Run a history to a month and print the terms of one number of a state.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    of: StateOptions,
    /// Name of the number, such as `legitimacy`; any other word prints all names there are.
    stat: String,
    /// Print a JSON object.
    #[arg(long)]
    json: bool,
}

pub fn run(args: &Args) -> Result<ExitCode, String> {
    let mut before = LastMonth::default();
    let (campaign, state) = args.of.run(YEAR, |eve, state| before = LastMonth::of(eve.sim(), state))?;
    let found = stat(campaign.sim(), state, &before, &args.stat)?;
    let row = found.row(campaign.sim(), state);
    if args.json {
        print_json(&row)?;
    } else {
        print_text(&row.table(found.number.unit));
    }
    Ok(ExitCode::SUCCESS)
}
