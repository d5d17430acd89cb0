//! `cof organisation`

use std::process::ExitCode;

use correlation::base::OrganisationId;
use correlation::content::defs::Content;
use correlation::view::organisation_text;

use super::options::{MomentOptions, YEAR, unknown};
use super::output::print_text;

/// Run a history to a month and print one organisation: unity with its terms, members with their lines and forces, open
/// quarrels, motions with how the vote would go, the latest votes.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    moment: MomentOptions,
    /// The organisation, such as `un`.
    organisation: String,
}

pub fn run(args: &Args) -> Result<ExitCode, String> {
    let find = |content: &Content| -> Result<OrganisationId, String> {
        let ids = content.organisations.values().map(|def| def.id.as_str());
        let found = content.organisations.find(|def| def.id == args.organisation);
        found.ok_or_else(|| unknown("organisation", &args.organisation, ids))
    };
    let (campaign, id) = args.moment.run(YEAR, find, |_, _| {})?;
    print_text(&organisation_text(campaign.sim(), id));
    Ok(ExitCode::SUCCESS)
}
