//! `cof society`

use std::process::ExitCode;

use correlation::view::society::society_text;

use super::options::{StateOptions, YEAR};
use super::output::print_text;

/// Run a history to a month and print the society of one state: classes, currents, the revolutionary situation, movements.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    of: StateOptions,
}

pub fn run(args: &Args) -> Result<ExitCode, String> {
    let (campaign, state) = args.of.run(YEAR, |_, _| {})?;
    print_text(&society_text(campaign.sim(), state));
    Ok(ExitCode::SUCCESS)
}
