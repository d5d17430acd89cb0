//! `cof decisions`

use std::process::ExitCode;

use correlation::campaign::SeatName;
use correlation::content::defs::ContentNames;
use correlation::sim::agents::DecisionLog;
use correlation::view::report::{decision_text, decisions_of, trials_of, trials_text};

use super::options::{HistoryOptions, unknown};
use super::output::{print_json, print_text};

/// Run a history and print what one agent decided, and why.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    history: HistoryOptions,
    /// The state or movement.
    #[arg(long, value_name = "ID", required_unless_present = "tried")]
    agent: Option<String>,
    /// Months to run; the decisions of the last 36 are kept.
    #[arg(long, default_value_t = 24)]
    months: u32,
    /// Instead: decide each decision of every agent once more with the one change that would have turned it, and count those that turn.
    #[arg(long, conflicts_with = "agent")]
    tried: bool,
    /// Print a JSON list.
    #[arg(long)]
    json: bool,
}

pub fn run(args: &Args) -> Result<ExitCode, String> {
    let (mut campaign, lines) = args.history.begin()?;
    let content = campaign.sim().shared_content();
    let find = |id: &String| {
        SeatName(id.clone()).find(&content).ok_or_else(|| {
            let ids = content.polities.values().map(|def| def.id.as_str());
            let ids = ids.chain(content.movements.values().map(|def| def.id.as_str()));
            unknown("state or movement", id, ids)
        })
    };
    let seat = args.agent.as_ref().map(find).transpose()?;
    campaign.try_changes(args.tried);
    for _ in 0..args.months {
        campaign.give_lines(&lines).map_err(|error| error.to_string())?;
        campaign.step();
    }
    let Some(seat) = seat else {
        let row = trials_of(campaign.sim());
        if args.json {
            print_json(&row)?;
        } else {
            print_text(&trials_text(&row));
        }
        return Ok(ExitCode::from(u8::from(row.turned < row.tried)));
    };
    let rows = decisions_of(campaign.sim(), seat);
    if args.json {
        print_json(&rows)?;
    } else if rows.is_empty() {
        print_text(&format!(
            "{} has decided nothing in these months. Dependencies do not decide; their rulers and movements do.\n",
            SeatName::of(&content, seat).0
        ));
    } else {
        let (names, log) = (ContentNames(&content), campaign.sim().get::<DecisionLog>());
        for row in &rows {
            let order = log.get(row.number).and_then(|record| record.order.as_ref());
            let act = order.map(|order| order.words(&names)).unwrap_or_default();
            print_text(&format!("{}\n", decision_text(row, &act)));
        }
    }
    Ok(ExitCode::SUCCESS)
}
