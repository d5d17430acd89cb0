//! `cof risings`

use std::process::ExitCode;

use correlation::base::PolityId;
use correlation::content::defs::Content;
use correlation::view::risings::{rising_rows, risings_text};

use super::options::{MomentOptions, PLAN, find_state};
use super::output::{print_json, print_text};

/// Run a history and print the record of each rising: why it began, what it could bring, how it ended, what it cost.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    moment: MomentOptions,
    /// Only risings on the ground of this state or dependency, or against it.
    #[arg(long, value_name = "ID")]
    state: Option<String>,
    /// Months to run, if no month is named.
    #[arg(long, default_value_t = PLAN, conflicts_with = "month")]
    months: u32,
    /// Print a JSON list.
    #[arg(long)]
    json: bool,
}

pub fn run(args: &Args) -> Result<ExitCode, String> {
    let find = |content: &Content| -> Result<Option<PolityId>, String> {
        args.state.as_deref().map(|id| find_state(content, id)).transpose()
    };
    let (campaign, state) = args.moment.run(args.months, find, |_, _| {})?;
    if args.json {
        print_json(&rising_rows(campaign.sim(), state))?;
    } else {
        print_text(&risings_text(campaign.sim(), state));
    }
    Ok(ExitCode::SUCCESS)
}
