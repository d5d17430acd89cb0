//! A society and a movement as text, for a reader without a window: what their panels show, with the terms.

use crate::base::{MovementId, PolityId};
use crate::content::vocabulary::Current;
use crate::sim::Simulation;
use crate::view::gauges::{ClassSlice, CurrentSlice, Gauges};
use crate::view::movement::movement_view;
use crate::view::state::MovementLine;
use crate::view::words::{compact, figure, fill, sentence_case, signed, text};
use crate::view::{Explained, Unit};

use super::{ClassLine, RuleView, SocietyView, TerritoryLine, society_view};

/// The society of a state: classes, currents, who rules, a year of people, the revolutionary situation, movements.
pub fn society_text(sim: &Simulation, id: PolityId) -> String {
    let view = society_view(sim, Some(id));
    let mut out = format!("{}, {}: {}\n", view.name, sim.clock().now(), view.status);
    out += &explained(&view.people);
    view.life.iter().for_each(|number| out += &explained(number));
    out += &heading(text!("so.classes"));
    out += &classes(&view.classes);
    out += &heading(text!("so.grievance"));
    view.classes.iter().filter(|line| line.share > 0.0).for_each(|line| out += &weighs(line));
    out += &heading(text!("so.currents"));
    out += &leans(&view);
    out += &heading(text!("so.rule"));
    out += &rule(&view.rule);
    out += &heading(text!("so.people"));
    out += &year(&view);
    out += &situation(&view);
    out += &heading(text!("so.by_territory"));
    view.territories.iter().for_each(|line| out += &territory(line));
    out += &heading(text!("p.movements"));
    if view.movements.is_empty() {
        out += &format!("  {}\n", text!("p.none"));
    }
    view.movements.iter().for_each(|movement| out += &movement_line(sim, movement));
    out
}

/// A movement: its front, what it can do, who helps it, the situation where it lives, what happened to it, and its
/// latest decisions.
pub fn movement_text(sim: &Simulation, id: MovementId) -> String {
    let view = movement_view(sim, id);
    let against = view.against.map_or(String::new(), |(_, name)| text!("m.against").replace("{whom}", &name));
    let place = view.territory.map_or(String::new(), |(_, name)| name);
    let mut out = format!("{}, {}\n", view.name, sim.clock().now());
    let current = format!("{}: {}", text!("mv.leads"), view.current);
    let lines = [view.phase, against, place, current, view.strategy];
    for line in lines.into_iter().filter(|line| !line.is_empty()) {
        out += &format!("  {}\n", sentence_case(&line));
    }
    view.numbers.iter().for_each(|number| out += &explained(number));
    if !view.power.what.is_empty() {
        out += &heading(text!("mv.strength_of"));
        [&view.power, &view.government, &view.will].into_iter().for_each(|number| out += &explained(number));
    }
    out += &heading(text!("m.front"));
    out += &front(&view.front);
    out += &heading(text!("m.patrons"));
    if view.patrons.is_empty() {
        out += &format!("  {}\n", text!("m.no_patrons"));
    }
    for patron in &view.patrons {
        let monthly = match patron.monthly > 0.0 {
            true => fill(text!("mv.a_month"), &[("amount", &figure(patron.monthly, Unit::Money))]),
            false => text!("mv.no_amount").to_owned(),
        };
        out += &format!("  {:<28} {monthly}\n", patron.name);
    }
    out += &gauges(&view.gauges);
    out += &heading(text!("mv.history"));
    if view.history.is_empty() {
        out += &format!("  {}\n", text!("mv.no_history"));
    }
    for line in &view.history {
        out += &format!("  {}: {}\n", line.month, line.sentence.plain());
    }
    out += &heading(text!("mv.risings"));
    if view.risings.is_empty() {
        out += &format!("  {}\n", text!("p.none"));
    }
    for line in &view.risings {
        let ended = line.ended.map_or(String::new(), |month| format!(", {month}"));
        let (ripe, dead) = (figure(line.ripeness, Unit::Index), compact(line.dead));
        let began = line.began;
        out += &format!("  {}: {began}, ripe to {ripe}: {}{ended}; dead: {dead}\n", line.number, line.end);
    }
    out += &heading(text!("p.decisions"));
    for decision in &view.decisions {
        let (month, act) = (decision.month, sentence_case(&decision.act.plain()));
        let verdict = sentence_case(decision.verdict.trim_end_matches('.'));
        out += &format!("  {month}: {act} {verdict}, {:+.3} over the threshold\n", decision.margin);
    }
    out
}

fn heading(words: &str) -> String {
    format!("\n{}\n", sentence_case(words))
}

/// A number with its terms, each on a line of its own.
fn explained(number: &Explained) -> String {
    let mut out = format!("  {}: {}\n", sentence_case(&number.what), number.shown());
    for term in &number.terms {
        out += &format!("      {:<44} {}\n", term.label, number.shown_term(term));
    }
    out
}

fn gauges(gauges: &Gauges) -> String {
    let mut out = heading(text!("g.ripe"));
    for number in [&gauges.ripeness, &gauges.above, &gauges.below, &gauges.lead] {
        out += &explained(number);
    }
    out
}

fn situation(view: &SocietyView) -> String {
    let now = &view.situation;
    let mut out = gauges(&now.gauges);
    out += &heading(text!("so.made"));
    out += &explained(&now.combined);
    now.rules.iter().for_each(|number| out += &explained(number));
    now.says.iter().for_each(|words| out += &format!("  {words}\n"));
    out
}

/// Classes of a movement's territory with their share of the people and their place in its front.
fn front(slices: &[ClassSlice]) -> String {
    let line = |class: &str, people: &str, weight: &str| format!("  {class:<28} {people:>10} {weight:>18}\n");
    let mut out = line("", "people", text!("mv.in_front"));
    for slice in slices {
        let weight = slice.weight.map_or(String::new(), |weight| figure(weight, Unit::Share));
        out += &line(slice.class.words(), &figure(slice.share, Unit::Share), &weight);
    }
    out
}

fn classes(lines: &[ClassLine]) -> String {
    let row = |cells: [&str; 7]| {
        let [class, people, income, expected, standard, grievance, organised] = cells;
        format!(
            "  {class:<24} {people:>9} {income:>9} {expected:>9} {standard:>15} {grievance:>10} {organised:>10}\n"
        )
    };
    let mut out = row([
        "",
        "people",
        text!("so.head.income"),
        text!("so.head.expected"),
        text!("so.head.standard"),
        text!("so.head.grievance"),
        text!("so.head.organisation"),
    ]);
    for line in lines.iter().filter(|line| line.share > 0.0) {
        out += &row([
            line.class.words(),
            &figure(line.share, Unit::Share),
            &line.income.shown(),
            &line.expected.shown(),
            &line.standard.shown(),
            &line.grievance.shown(),
            &line.organisation.shown(),
        ]);
    }
    out
}

/// What weighs on a class, largest first, on one line.
fn weighs(line: &ClassLine) -> String {
    let mut terms: Vec<_> = line.grievance.terms.iter().collect();
    terms.sort_by(|a, b| b.value.abs().total_cmp(&a.value.abs()));
    let words: Vec<_> =
        terms.iter().map(|term| format!("{} {}", term.label, line.grievance.shown_term(term))).collect();
    format!("  {:<24} {} ({})\n", line.class.words(), line.grievance.shown(), words.join(", "))
}

fn leans(view: &SocietyView) -> String {
    let mut out = format!("  {:<24}", "");
    for current in Current::ALL {
        out += &format!(" {:>19}", current.words());
    }
    out.push('\n');
    let line = |name: &str, shares: &dyn Fn(Current) -> f64| {
        let cells: String =
            Current::ALL.iter().map(|&it| format!(" {:>19}", figure(shares(it), Unit::Share))).collect();
        format!("  {name:<24}{cells}\n")
    };
    let share = |slices: &[CurrentSlice], current| {
        slices.iter().filter(|slice| slice.current == current).map(|slice| slice.share).sum::<f64>()
    };
    out += &line(text!("so.all"), &|current| share(&view.currents, current));
    for class in view.classes.iter().filter(|line| line.share > 0.0) {
        out += &line(class.class.words(), &|current| class.currents[current.index()]);
    }
    out
}

fn rule(view: &RuleView) -> String {
    let mut out: String = view.says.iter().map(|words| format!("  {words}\n")).collect();
    let row = |class: &str, lives: &str, rules: &str| format!("  {class:<24} {lives:>12} {rules:>9}\n");
    out += &row("", text!("so.lives"), text!("so.rules"));
    for line in &view.lines {
        out += &row(line.class.words(), &figure(line.share, Unit::Share), &figure(line.weight, Unit::Share));
    }
    out += &explained(&view.apart);
    view.numbers.iter().for_each(|number| out += &explained(number));
    out
}

fn year(view: &SocietyView) -> String {
    let mut out: String = view.year.says.iter().map(|words| format!("  {words}\n")).collect();
    for line in &view.year.lines {
        out += &format!(
            "  {:<28} {:>14} {:>8} {}\n",
            line.number.what,
            signed(line.number.value, Unit::People),
            signed(line.per_thousand, Unit::Weight),
            text!("so.per_thousand")
        );
    }
    out += &format!("  {:<28} {:>14}\n", view.year.change.what, signed(view.year.change.value, Unit::People));
    out
}

fn territory(line: &TerritoryLine) -> String {
    let leads = line.currents.first().map_or(String::new(), |slice| {
        format!("{} {}", slice.current.words(), figure(slice.share, Unit::Share))
    });
    let mut out = format!(
        "\n  {}, {} people: {} {}, {} {}, {} {}, {} {leads}\n",
        line.name,
        compact(line.people),
        text!("so.head.standard"),
        figure(line.standard, Unit::Weight),
        text!("so.head.grievance"),
        figure(line.grievance, Unit::Index),
        text!("so.head.organisation"),
        figure(line.organisation, Unit::Index),
        text!("so.head.leans"),
    );
    let row = |cells: [&str; 6]| {
        let [class, people, income, expected, grievance, organisation] = cells;
        format!("  {class:<24} {people:>9} {income:>9} {expected:>9} {grievance:>10} {organisation:>13}\n")
    };
    for class in line.classes.iter().filter(|row| row.share > 0.0) {
        let index = |value| figure(value, Unit::Index);
        out += &row([
            class.class.words(),
            &figure(class.share, Unit::Share),
            &figure(class.income, Unit::Weight),
            &figure(class.expected, Unit::Weight),
            &index(class.grievance),
            &index(class.organisation),
        ]);
    }
    out
}

fn movement_line(sim: &Simulation, movement: &MovementLine) -> String {
    format!(
        "  {:<24} {} ({}): strength {}, organisation {}\n",
        sim.content().movements[movement.id].id,
        movement.name,
        movement.phase,
        figure(movement.strength, Unit::Index),
        figure(movement.organisation, Unit::Index)
    )
}
