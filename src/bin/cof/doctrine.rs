//! `cof doctrine`

use std::process::ExitCode;

use correlation::campaign::parse_setting;
use correlation::view::{Trial, doctrine_text};

use super::options::{SeatOptions, YEAR};
use super::output::print_text;

/// Run a history to a month and print the lines of one state or movement: parameters with their meaning, limits, claims, drift,
/// credibility with its terms; with `--with`, the decisions that another value would flip.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    of: SeatOptions,
    /// Tries a value of a parameter of a line in force, without ordering it.
    #[arg(long, value_name = "PARAMETER=VALUE", value_parser = parse_setting)]
    with: Option<(String, f64)>,
}

pub fn run(args: &Args) -> Result<ExitCode, String> {
    let (campaign, seat) = args.of.run(YEAR)?;
    let sim = campaign.sim();
    let tried = args.with.as_ref().map(|(name, value)| Trial::find(sim, seat, name, *value)).transpose()?;
    print_text(&doctrine_text(sim, seat, tried));
    Ok(ExitCode::SUCCESS)
}
