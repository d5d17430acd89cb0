//! `cof organisation`

use std::process::ExitCode;

use correlation::base::PolityId;
use correlation::content::defs::Content;
use correlation::sim::Seat;
use correlation::sim::agents::Players;
use correlation::view::{organisation_row, organisation_text};

use super::options::{OrganisationOptions, YEAR, find_state};
use super::output::{print_json, print_text};

/// Run a history to a month and print one organisation: unity with its terms, members with their lines and what each bears,
/// the leader's weight and its price, open quarrels with the way back, motions with how the vote would go; of a state,
/// every order that it could give there, with what it would come to and its price.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    of: OrganisationOptions,
    /// The state with whose eyes to look; if not given, the seat's, else no orders are listed.
    #[arg(long, value_name = "ID")]
    eyes: Option<String>,
    /// The member towards whom orders are listed; if not given, one that matters to whoever looks.
    #[arg(long, value_name = "ID")]
    with: Option<String>,
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

pub fn run(args: &Args) -> Result<ExitCode, String> {
    let find = |content: &Content, id: &Option<String>| -> Result<Option<PolityId>, String> {
        id.as_deref().map(|id| find_state(content, id)).transpose()
    };
    let states = |content: &Content| Ok((find(content, &args.eyes)?, find(content, &args.with)?));
    let (campaign, (id, (eyes, with))) = args.of.run(YEAR, states)?;
    let sim = campaign.sim();
    let seat = match sim.get::<Players>().seat() {
        Some(Seat::Polity(id)) => Some(id),
        _ => None,
    };
    let eyes = eyes.or(seat);
    if args.json {
        print_json(&organisation_row(sim, eyes, id, with))?;
    } else {
        print_text(&organisation_text(sim, eyes, id, with));
    }
    Ok(ExitCode::SUCCESS)
}
