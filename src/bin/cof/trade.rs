//! `cof trade`

use std::process::ExitCode;

use correlation::view::{trade_text, trade_view};

use super::options::{StateOptions, YEAR};
use super::output::print_text;

/// Run a history to a month and print the trade of one state: partners, goods, balances, terms, restrictions.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    of: StateOptions,
    /// Partners to print.
    #[arg(long, default_value_t = 15)]
    partners: usize,
}

pub fn run(args: &Args) -> Result<ExitCode, String> {
    let (campaign, state) = args.of.run(YEAR, |_, _| {})?;
    print_text(&trade_text(&trade_view(campaign.sim(), state), args.partners));
    Ok(ExitCode::SUCCESS)
}
