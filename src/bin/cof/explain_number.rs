//! `cof explain-number`

use std::process::ExitCode;

use correlation::base::Month;
use correlation::view::stats::{LastMonth, stat};

use super::options::{HistoryOptions, find_state, parse_month};
use super::output::{print_json, print_text};

/// Run a history to a month and print the terms of one number of a state.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    history: HistoryOptions,
    /// Id of the state.
    state: String,
    /// Name of the number, such as `legitimacy`; any other word prints all names there are.
    stat: String,
    /// The month at whose end the number is looked at; the twelfth of the campaign if not given.
    #[arg(long, value_name = "YYYY-MM", value_parser = parse_month)]
    month: Option<Month>,
    /// Print a JSON object.
    #[arg(long)]
    json: bool,
}

pub fn run(args: &Args) -> Result<ExitCode, String> {
    let (mut campaign, lines) = args.history.begin()?;
    let state = find_state(campaign.sim().content(), &args.state)?;
    let mut before = LastMonth::default();
    args.history.run_to(&mut campaign, &lines, args.month, |eve| before = LastMonth::of(eve.sim(), state))?;
    let found = stat(campaign.sim(), state, &before, &args.stat)?;
    let row = found.row(campaign.sim(), state);
    if args.json {
        print_json(&row)?;
    } else {
        print_text(&row.table(found.number.unit));
    }
    Ok(ExitCode::SUCCESS)
}
