//! `cof community`

use std::process::ExitCode;

use correlation::base::OrganisationId;
use correlation::content::defs::Content;
use correlation::view::CommunityView;

use super::options::{MomentOptions, PLAN, unknown};
use super::output::print_text;

/// Run a history and print how a community plans, delivers and builds together.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    moment: MomentOptions,
    /// The organisation, such as `cmea`.
    organisation: String,
}

pub fn run(args: &Args) -> Result<ExitCode, String> {
    let find = |content: &Content| -> Result<OrganisationId, String> {
        let ids = content.organisations.values().map(|def| def.id.as_str());
        let found = content.organisations.find(|def| def.id == args.organisation);
        found.ok_or_else(|| unknown("organisation", &args.organisation, ids))
    };
    let (campaign, id) = args.moment.run(PLAN, find, |_, _| {})?;
    print_text(&CommunityView::of(campaign.sim(), id).text(campaign.sim()));
    Ok(ExitCode::SUCCESS)
}
