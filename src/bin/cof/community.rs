//! `cof community`

use std::process::ExitCode;

use correlation::base::Id;
use correlation::base::OrganisationId;
use correlation::content::report::nearest;
use correlation::view::CommunityView;

use super::options::HistoryOptions;
use super::output::print_text;

/// Run a history and print how a community plans, delivers and builds together.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    history: HistoryOptions,
    /// The organisation, e.g. `cmea`.
    organisation: String,
    /// Months to run before it is shown.
    #[arg(long, default_value_t = 60)]
    month: u32,
}

pub fn run(args: &Args) -> Result<ExitCode, String> {
    let (mut campaign, lines) = args.history.begin()?;
    let content = campaign.sim().shared_content();
    let place = content.organisations.values().position(|def| def.id == args.organisation);
    let id: OrganisationId = place.map(Id::from_index).ok_or_else(|| {
        let ids = content.organisations.values().map(|def| def.id.as_str());
        match nearest(&args.organisation, ids) {
            Some(near) => format!("no organisation named `{}`; did you mean `{near}`?", args.organisation),
            None => format!("no organisation named `{}`", args.organisation),
        }
    })?;
    for _ in 0..args.month {
        campaign.give_lines(&lines).map_err(|error| error.to_string())?;
        campaign.step();
    }
    print_text(&CommunityView::of(campaign.sim(), id).text(campaign.sim()));
    Ok(ExitCode::SUCCESS)
}
