//! `cof trade`

use std::process::ExitCode;

use correlation::base::Month;
use correlation::campaign::SeatName;
use correlation::content::report::nearest;
use correlation::sim::Seat;
use correlation::view::{trade_text, trade_view};

use super::options::HistoryOptions;
use super::output::print_text;

/// Run a history to a month and print the trade of one state: partners, goods, balances, terms, restrictions.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    history: HistoryOptions,
    /// The state or dependency.
    #[arg(long, value_name = "ID")]
    state: String,
    /// The last month to run, such as 1960-12; a year after the start if not given.
    #[arg(long, value_name = "MONTH", value_parser = month)]
    month: Option<Month>,
    /// Partners to print.
    #[arg(long, default_value_t = 15)]
    partners: usize,
}

fn month(text: &str) -> Result<Month, String> {
    Month::parse_iso(text).ok_or_else(|| format!("`{text}` is no month; write it as 1960-12"))
}

pub fn run(args: &Args) -> Result<ExitCode, String> {
    let (mut campaign, lines) = args.history.begin()?;
    let content = campaign.sim().shared_content();
    let ids = || content.polities.values().map(|def| def.id.as_str());
    let Some(Seat::Polity(id)) = SeatName(args.state.clone()).find(&content) else {
        return Err(match nearest(&args.state, ids()) {
            Some(near) => format!("no state named `{}`; did you mean `{near}`?", args.state),
            None => format!("no state named `{}`", args.state),
        });
    };
    let last = args.month.unwrap_or_else(|| campaign.sim().clock().now().plus(12));
    while campaign.sim().clock().now() < last {
        campaign.give_lines(&lines).map_err(|error| error.to_string())?;
        campaign.step();
    }
    print_text(&trade_text(&trade_view(campaign.sim(), id), args.partners));
    Ok(ExitCode::SUCCESS)
}
