//! `cof diplomacy`

use std::process::ExitCode;

use correlation::view::diplomacy_text;

use super::options::{StateOptions, YEAR};
use super::output::print_text;

/// Run a history to a month and print the diplomacy of one state: offers and answers, agreements, relations with their
/// terms, organisations and what holds them together.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    of: StateOptions,
}

pub fn run(args: &Args) -> Result<ExitCode, String> {
    let (campaign, state) = args.of.run(YEAR, |_, _| {})?;
    print_text(&diplomacy_text(campaign.sim(), state));
    Ok(ExitCode::SUCCESS)
}
