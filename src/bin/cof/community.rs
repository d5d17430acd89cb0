//! `cof community`

use std::process::ExitCode;

use correlation::view::CommunityView;

use super::options::{OrganisationOptions, PLAN};
use super::output::print_text;

/// Run a history and print how a community plans, delivers and builds together.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    of: OrganisationOptions,
}

pub fn run(args: &Args) -> Result<ExitCode, String> {
    let (campaign, (id, ())) = args.of.run(PLAN, |_| Ok(()))?;
    print_text(&CommunityView::of(campaign.sim(), id).text(campaign.sim()));
    Ok(ExitCode::SUCCESS)
}
