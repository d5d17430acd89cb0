//! Odds as tables.

use super::{Odds, OddsRow};

fn percent((low, high): (f64, f64)) -> String {
    format!("{:.0}–{:.0} %", 100.0 * low, 100.0 * high)
}

/// The odds as a table for a terminal.
pub fn odds_text(all: &[Odds]) -> String {
    let mut text = String::new();
    for odds in all {
        text += &format!(
            "under {}\n  {:<36} {:>7} {:>6} {:>12} {:>7} {:>12}\n",
            odds.lens, "", "risings", "won", "95 %", "failed", "95 %"
        );
        for row in odds.by_ripeness.iter().chain(&odds.without_base) {
            text += &format!(
                "  {:<36} {:>7} {:>6} {:>12} {:>7} {:>12}\n",
                row.what,
                row.trials,
                row.won,
                percent(row.won_95),
                row.failed,
                percent(row.failed_95)
            );
        }
        text += "  a history on the average                movements  risings  come to govern  crushed\n";
        for row in &odds.by_support {
            let share = format!("leading powers help with {:.0} %", 100.0 * row.support);
            text += &format!(
                "  {share:<36}  {:>11.1} {:>8.1} {:>15.1} {:>8.1}\n",
                row.arose, row.rose, row.won, row.crushed
            );
        }
        text.push('\n');
    }
    text
}

/// The odds as tables in Markdown, the lenses side by side.
pub fn odds_markdown(all: &[Odds]) -> String {
    let mut text = String::from("| risings |");
    for odds in all {
        text += &format!(" `{}` won | failed |", odds.lens);
    }
    text += "\n|---|";
    text += &"---:|---:|".repeat(all.len());
    text.push('\n');
    let rows = |odds: &Odds| -> Vec<OddsRow> {
        odds.by_ripeness.iter().chain(&odds.without_base).cloned().collect()
    };
    let columns: Vec<Vec<OddsRow>> = all.iter().map(rows).collect();
    let lines = columns.iter().map(Vec::len).min().unwrap_or_default();
    for line in 0..lines {
        text += &format!("| {} |", columns[0][line].what);
        for column in &columns {
            let row = &column[line];
            text += &format!(
                " {} of {} ({}) | {} ({}) |",
                row.won,
                row.trials,
                percent(row.won_95),
                row.failed,
                percent(row.failed_95)
            );
        }
        text.push('\n');
    }
    text += "\n| lens | leading powers help with | movements begun | risings | come to govern | crushed |\n|---|---:|---:|---:|---:|---:|\n";
    for odds in all {
        for row in &odds.by_support {
            text += &format!(
                "| `{}` | {:.0} % | {:.1} | {:.1} | {:.1} | {:.1} |\n",
                odds.lens,
                100.0 * row.support,
                row.arose,
                row.rose,
                row.won,
                row.crushed
            );
        }
    }
    text
}
