//! `cof decisions`

use std::process::ExitCode;

use correlation::campaign::SeatName;
use correlation::content::defs::ContentNames;
use correlation::sim::agents::DecisionLog;
use correlation::view::report::{decision_text, decisions_of};

use super::options::{HistoryOptions, unknown};
use super::output::{print_json, print_text};

/// Run a history and print what one agent decided, and why.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    history: HistoryOptions,
    /// The state or movement.
    #[arg(long, value_name = "ID")]
    agent: String,
    /// Months to run; the decisions of the last 36 are kept.
    #[arg(long, default_value_t = 24)]
    months: u32,
    /// Print a JSON list.
    #[arg(long)]
    json: bool,
}

pub fn run(args: &Args) -> Result<ExitCode, String> {
    let (mut campaign, lines) = args.history.begin()?;
    let content = campaign.sim().shared_content();
    let seat = SeatName(args.agent.clone()).find(&content).ok_or_else(|| {
        let ids = content.polities.values().map(|def| def.id.as_str());
        let ids = ids.chain(content.movements.values().map(|def| def.id.as_str()));
        unknown("state or movement", &args.agent, ids)
    })?;
    for _ in 0..args.months {
        campaign.give_lines(&lines).map_err(|error| error.to_string())?;
        campaign.step();
    }
    let rows = decisions_of(campaign.sim(), seat);
    if args.json {
        print_json(&rows)?;
    } else if rows.is_empty() {
        print_text(&format!(
            "{} has decided nothing in these months. Dependencies do not decide; their rulers and movements do.\n",
            args.agent
        ));
    } else {
        let (names, log) = (ContentNames(&content), campaign.sim().get::<DecisionLog>());
        for row in &rows {
            let act = log.get(row.number).map(|record| record.order.words(&names)).unwrap_or_default();
            print_text(&format!("{}\n", decision_text(row, &act)));
        }
    }
    Ok(ExitCode::SUCCESS)
}
