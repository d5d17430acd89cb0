//! `cof diplomacy`

use std::process::ExitCode;

use correlation::view::diplomacy_text;

use super::options::{SeatOptions, YEAR};
use super::output::print_text;

/// Run a history to a month and print the diplomacy of one state or movement: offers and answers, agreements, relations with their
/// terms, organisations and what holds them together.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    of: SeatOptions,
}

pub fn run(args: &Args) -> Result<ExitCode, String> {
    let (campaign, seat) = args.of.run(YEAR)?;
    print_text(&diplomacy_text(campaign.sim(), seat));
    Ok(ExitCode::SUCCESS)
}
