//! `cof plan`

use std::process::ExitCode;

use correlation::base::Month;
use correlation::campaign::SeatName;
use correlation::content::report::nearest;
use correlation::sim::Seat;
use correlation::view::plan_view;

use super::options::HistoryOptions;
use super::output::print_text;

/// Run a history and print one state's plan: targets, reports and truth by sector, and what the next plan will starve.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    history: HistoryOptions,
    /// The state.
    #[arg(long, value_name = "ID")]
    state: String,
    /// The month at whose end to look, as `1957-03`; the end of the fifth year if not given.
    #[arg(long, value_name = "YYYY-MM")]
    month: Option<String>,
}

/// Months that are played if no month is named.
const MONTHS: u32 = 60;

pub fn run(args: &Args) -> Result<ExitCode, String> {
    let (mut campaign, lines) = args.history.begin()?;
    let content = campaign.sim().shared_content();
    let Some(Seat::Polity(id)) = SeatName(args.state.clone()).find(&content) else {
        let ids = content.polities.values().map(|def| def.id.as_str());
        return Err(match nearest(&args.state, ids) {
            Some(near) => format!("no state named `{}`; did you mean `{near}`?", args.state),
            None => format!("no state named `{}`", args.state),
        });
    };
    let now = campaign.sim().clock().now();
    let end = match &args.month {
        Some(text) => {
            Month::parse_iso(text).ok_or_else(|| format!("`{text}` is no month; write `1957-03`"))?
        }
        None => now.plus(MONTHS),
    };
    for _ in 0..end.since(now) {
        campaign.give_lines(&lines).map_err(|error| error.to_string())?;
        campaign.step();
    }
    print_text(&format!(
        "{}\n{}\n",
        campaign.sim().clock().now(),
        plan_view(campaign.sim(), id).lines().join("\n")
    ));
    Ok(ExitCode::SUCCESS)
}
