//! Laboratories as tables.

use super::{LaboratoryRow, OutcomeOdds, UnderLens};

/// A share with its 95 % interval: "32 % (26–39)".
fn odds(odds: &OutcomeOdds) -> String {
    let percent = |share: f64| format!("{:.0}", 100.0 * share);
    let (low, high) = odds.share_95;
    format!("{} % ({}–{})", percent(odds.share), percent(low), percent(high))
}

/// What the shift shows, in points of a hundred.
fn moved(under: &UnderLens) -> String {
    let sign = if under.difference <= -0.005 { "−" } else { "+" };
    let half = match under.half_width_95 {
        half if half.is_nan() => "–".into(),
        half => format!("{:.0}", 100.0 * half),
    };
    format!("{sign}{:.0} ± {half} points", 100.0 * under.difference.abs())
}

fn lens(under: &UnderLens) -> String {
    if under.of_the_text { format!("{}, the text's", under.lens) } else { under.lens.clone() }
}

/// A laboratory as a table for a terminal.
pub fn laboratory_text(row: &LaboratoryRow) -> String {
    let mut text = format!(
        "{} ({})\n{}\n{} seeds of {} months a setting; {} low {} and high {}\n\n",
        row.name, row.id, row.question, row.seeds, row.months, row.shifts, row.from, row.to
    );
    let widest = row.outcomes.iter().map(|(_, name, _)| name.chars().count()).max().unwrap_or_default();
    for under in &row.under {
        let (head, gap) = (lens(under), widest + 2);
        text += &format!("under {head}\n  {:<gap$} {:>16} {:>16} {:>16}\n", "", "as it is", "low", "high");
        for (place, (_, name, _)) in row.outcomes.iter().enumerate() {
            let mark = if place == row.historical { "* " } else { "  " };
            let cells = [&under.as_is, &under.low, &under.high].map(|all| odds(&all[place]));
            text += &format!("  {mark}{name:<widest$} {:>16} {:>16} {:>16}\n", cells[0], cells[1], cells[2]);
        }
        let outcome = &row.outcomes[row.shifted].1;
        text += &format!(
            "  {outcome}, high less low: {}; the text says {}: {}\n\n",
            moved(under),
            row.expects,
            under.finding.words()
        );
    }
    text
}

/// Several laboratories against what is asked of them, a line each, in Markdown, which a terminal shows as well.
pub fn laboratories_at_a_glance(rows: &[LaboratoryRow]) -> String {
    let mut text = String::from(
        "| laboratory | outcomes that occur | what happened occurs in | the shift under the text's lens |\n|---|---:|---:|---|\n",
    );
    for row in rows {
        let (seen, share) = (row.outcomes_seen(), 100.0 * row.historical_share());
        let shift = row
            .of_the_text()
            .map_or(String::new(), |under| format!("{} ({})", under.finding.words(), moved(under)));
        text += &format!("| `{}` | {seen} | {share:.0} % | {shift} |\n", row.id);
    }
    text.push('\n');
    text
}

/// A laboratory in Markdown.
pub fn laboratory_markdown(row: &LaboratoryRow) -> String {
    let mut text = format!("## {}\n\n{}\n\n", row.name, row.question);
    text += "Declared outcomes, in order; what happened is marked with a star:\n\n";
    for (place, (_, name, when)) in row.outcomes.iter().enumerate() {
        if !when.is_empty() {
            let mark = if place == row.historical { " ★" } else { "" };
            text += &format!("* **{name}**{mark}: {when}\n");
        }
    }
    text += &format!(
        "\n{} months, {} seeds a setting. Shifted: `{}` from {} to {}. {}\n\n",
        row.months, row.seeds, row.shifts, row.from, row.to, row.asserts
    );
    text += "| lens | outcome | as it is | low | high |\n|---|---|---:|---:|---:|\n";
    for under in &row.under {
        for (place, (_, name, _)) in row.outcomes.iter().enumerate() {
            let mark = if place == row.historical { " ★" } else { "" };
            let cells = [&under.as_is, &under.low, &under.high].map(|all| odds(&all[place]));
            text += &format!(
                "| `{}` | {name}{mark} | {} | {} | {} |\n",
                under.lens, cells[0], cells[1], cells[2]
            );
        }
    }
    text.push('\n');
    for under in &row.under {
        text += &format!(
            "Under `{}`, {}, high less low: {}; the text says {}: **{}**.\n",
            under.lens,
            row.outcomes[row.shifted].1,
            moved(under),
            row.expects,
            under.finding.words()
        );
    }
    text.push('\n');
    text
}
