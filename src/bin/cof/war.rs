//! `cof war`

use std::process::ExitCode;

use correlation::base::PolityId;
use correlation::content::defs::Content;
use correlation::sim::Seat;
use correlation::sim::agents::Players;
use correlation::view::{war_months_text, war_rows, wars_text};

use super::options::{MomentOptions, PLAN, find_state};
use super::output::{print_json, print_text};

/// Run a history and print its wars: a list, or one war's account month by month, with both sides, what they bring and lose,
/// and why it ended.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    moment: MomentOptions,
    /// The war to account for in full, by its number in the list.
    #[arg(long, value_name = "N")]
    war: Option<u32>,
    /// Only wars in which this state fights.
    #[arg(long, value_name = "ID", conflicts_with = "war")]
    state: Option<String>,
    /// The state with whose eyes to look; if not given, the seat's, else everything is seen.
    #[arg(long, value_name = "ID")]
    eyes: Option<String>,
    /// Months to run, if no month is named.
    #[arg(long, default_value_t = PLAN, conflicts_with = "month")]
    months: u32,
    /// Print a JSON list.
    #[arg(long)]
    json: bool,
}

pub fn run(args: &Args) -> Result<ExitCode, String> {
    let find = |content: &Content| -> Result<[Option<PolityId>; 2], String> {
        let find = |id: &Option<String>| id.as_deref().map(|id| find_state(content, id)).transpose();
        Ok([find(&args.state)?, find(&args.eyes)?])
    };
    let (campaign, [state, eyes]) = args.moment.run(args.months, find, |_, _| {})?;
    let sim = campaign.sim();
    let eyes = eyes.map(Seat::Polity).or(sim.get::<Players>().seat());
    if args.json {
        print_json(&war_rows(sim, eyes, state, args.war))?;
        return Ok(ExitCode::SUCCESS);
    }
    match args.war {
        Some(number) => {
            let text = war_months_text(sim, eyes, number);
            print_text(&text.ok_or_else(|| format!("no war with the number {number} has been fought"))?);
        }
        None => print_text(&wars_text(sim, eyes, state)),
    }
    Ok(ExitCode::SUCCESS)
}
