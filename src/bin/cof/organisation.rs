//! `cof organisation`

use std::process::ExitCode;

use correlation::view::organisation_text;

use super::options::{OrganisationOptions, YEAR};
use super::output::print_text;

/// Run a history to a month and print one organisation: unity with its terms, members with their lines and forces, open
/// quarrels, motions with how the vote would go, the latest votes.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    of: OrganisationOptions,
}

pub fn run(args: &Args) -> Result<ExitCode, String> {
    let (campaign, id) = args.of.run(YEAR)?;
    print_text(&organisation_text(campaign.sim(), id));
    Ok(ExitCode::SUCCESS)
}
