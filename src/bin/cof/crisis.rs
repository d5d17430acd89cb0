//! `cof crisis`

use std::process::ExitCode;

use correlation::base::PolityId;
use correlation::content::defs::Content;
use correlation::sim::Seat;
use correlation::sim::agents::Players;
use correlation::view::{crises_text, crisis_rows};

use super::options::{MomentOptions, YEAR, find_state};
use super::output::{print_json, print_text};

/// Run a history to a month and print the crises under way: where each stands, what set it off, what is at stake, how near
/// an accident is; of a side's own, every move with its effect and price.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    moment: MomentOptions,
    /// The state with whose eyes to look; if not given, the seat's, else everything is seen.
    #[arg(long, value_name = "ID")]
    eyes: Option<String>,
    /// Print a JSON list.
    #[arg(long)]
    json: bool,
}

pub fn run(args: &Args) -> Result<ExitCode, String> {
    let find = |content: &Content| -> Result<Option<PolityId>, String> {
        args.eyes.as_deref().map(|id| find_state(content, id)).transpose()
    };
    let (campaign, eyes) = args.moment.run(YEAR, find, |_, _| {})?;
    let sim = campaign.sim();
    let eyes = eyes.map(Seat::Polity).or(sim.get::<Players>().seat());
    if args.json {
        print_json(&crisis_rows(sim, eyes))?;
    } else {
        print_text(&crises_text(sim, eyes));
    }
    Ok(ExitCode::SUCCESS)
}
