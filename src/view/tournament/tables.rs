//! Tournaments as tables.

use super::{TOO_GOOD, Tournament};

fn percent(share: f64) -> String {
    format!("{:.0}", 100.0 * share)
}

/// Whether one line comes out best too often, in words.
fn finding(of: &Tournament) -> String {
    let names: Vec<&str> = of.too_good().map(|row| row.line.as_str()).collect();
    let bar = percent(TOO_GOOD);
    match names.as_slice() {
        [] => format!("no line has the best outcome in more than {bar} % of its contests"),
        _ => format!("more than {bar} % of its contests: {}", names.join(", ")),
    }
}

fn cells(of: &Tournament) -> impl Iterator<Item = [String; 6]> + '_ {
    of.lines.iter().map(|row| {
        [
            row.line.clone(),
            row.contests.to_string(),
            format!("{} %", percent(row.share)),
            format!("{}–{}", percent(row.share_95.0), percent(row.share_95.1)),
            format!("{} %", percent(row.won)),
            format!("{:.3}", row.outcome),
        ]
    })
}

const HEADS: [&str; 6] = ["line", "contests", "best", "95 %", "meetings won", "outcome"];

fn head(of: &Tournament) -> String {
    format!("{} contests: {} × {} seeds of {} months", of.contests, of.seats.join(", "), of.seeds, of.months)
}

/// A tournament as a table for a terminal.
pub fn tournament_text(of: &Tournament) -> String {
    let widest = of.lines.iter().map(|row| row.line.len()).max().unwrap_or_default();
    let line = |[name, rest @ ..]: [String; 6]| {
        let [contests, best, interval, won, outcome] = rest;
        format!("{name:<widest$} {contests:>9} {best:>6} {interval:>8} {won:>13} {outcome:>8}\n")
    };
    let mut text = format!("{}\n\n{}", head(of), line(HEADS.map(str::to_owned)));
    text.extend(cells(of).map(line));
    text + &format!("\n{}\n", finding(of))
}

/// A tournament in Markdown.
pub fn tournament_markdown(of: &Tournament) -> String {
    let mut text = format!("{}.\n\n| {} |\n|---|---:|---:|---:|---:|---:|\n", head(of), HEADS.join(" | "));
    for [name, rest @ ..] in cells(of) {
        text += &format!("| `{name}` | {} |\n", rest.join(" | "));
    }
    text + &format!("\nFinding: {}.\n", finding(of))
}
