//! `cof movement`

use std::process::ExitCode;

use correlation::base::MovementId;
use correlation::content::defs::Content;
use correlation::view::society::movement_text;

use super::options::{MomentOptions, YEAR, unknown};
use super::output::print_text;

/// Run a history to a month and print one movement: its front, strength, patrons, situation, decisions.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    moment: MomentOptions,
    /// Id of the movement, such as `viet_minh`.
    movement: String,
    /// Months to run, if no month is named.
    #[arg(long, default_value_t = YEAR, conflicts_with = "month")]
    months: u32,
}

pub fn run(args: &Args) -> Result<ExitCode, String> {
    let find = |content: &Content| -> Result<MovementId, String> {
        let ids = content.movements.values().map(|def| def.id.as_str());
        let found = content.movements.find(|def| def.id == args.movement);
        found.ok_or_else(|| unknown("movement", &args.movement, ids))
    };
    let (campaign, id) = args.moment.run(args.months, find, |_, _| {})?;
    print_text(&movement_text(campaign.sim(), id));
    Ok(ExitCode::SUCCESS)
}
