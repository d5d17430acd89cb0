//! A society and a movement as text, for a reader without a window: what the inspector shows, with the terms.

use crate::base::{MovementId, PolityId};
use crate::sim::Simulation;

use super::gauges::{ClassSlice, CurrentSlice, Gauges};
use super::movement::movement_view;
use super::state::{MovementLine, state_view};
use super::territory::{ClassRowView, territory_view};
use super::words::{compact, figure, sentence_case, text};
use super::{Explained, Unit};

/// Classes of each territory, currents, the revolutionary situation with its terms, and movements of a state.
pub fn society_text(sim: &Simulation, id: PolityId) -> String {
    let view = state_view(sim, id);
    let mut out = format!("{}, {}: {}, {}\n", view.name, sim.clock().now(), view.status, view.form);
    out += &explained(&view.people);
    view.life.iter().for_each(|number| out += &explained(number));
    out += &heading(text!("p.classes"));
    out += &classes(&view.classes, "in the coalition");
    out += &heading(text!("p.currents"));
    out += &currents(&view.currents);
    out += &gauges(&view.gauges);
    for (territory, name) in &view.territories {
        let here = territory_view(sim, *territory);
        out += &format!("\n{name}, {} people\n", compact(here.people.value));
        out += &lots(&here.classes);
    }
    out += &heading(text!("p.movements"));
    if view.movements.is_empty() {
        out += &format!("  {}\n", text!("p.none"));
    }
    view.movements.iter().for_each(|movement| out += &movement_line(sim, movement));
    out
}

/// A movement: its front, what it can do, who helps it, the situation where it lives, and its latest decisions.
pub fn movement_text(sim: &Simulation, id: MovementId) -> String {
    let view = movement_view(sim, id);
    let against = view.against.map_or(String::new(), |(_, name)| text!("m.against").replace("{whom}", &name));
    let place = view.territory.map_or(String::new(), |(_, name)| name);
    let mut out = format!("{}, {}\n", view.name, sim.clock().now());
    for line in [view.phase, against, place, view.current, view.strategy] {
        out += &format!("  {}\n", sentence_case(&line));
    }
    view.numbers.iter().for_each(|number| out += &explained(number));
    out += &heading(text!("m.front"));
    out += &classes(&view.front, "in the front");
    out += &heading(text!("m.patrons"));
    if view.patrons.is_empty() {
        out += &format!("  {}\n", text!("m.no_patrons"));
    }
    for patron in &view.patrons {
        out += &format!("  {:<28} {}\n", patron.name, figure(patron.monthly, Unit::Money));
    }
    out += &gauges(&view.gauges);
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

/// Classes with their share of the people and their weight in something.
fn classes(slices: &[ClassSlice], weighed: &str) -> String {
    let line = |class: &str, people: &str, weight: &str| format!("  {class:<28} {people:>10} {weight:>18}\n");
    let mut out = line("", "people", weighed);
    for slice in slices {
        let weight = slice.weight.map_or(String::new(), |weight| figure(weight, Unit::Share));
        out += &line(slice.class.words(), &figure(slice.share, Unit::Share), &weight);
    }
    out
}

fn currents(slices: &[CurrentSlice]) -> String {
    let line = |slice: &CurrentSlice| {
        format!("  {:<28} {:>10}\n", slice.current.words(), figure(slice.share, Unit::Share))
    };
    slices.iter().map(line).collect()
}

fn lots(rows: &[ClassRowView]) -> String {
    let columns = ["class", "people", "income", "expected", "grievance", "organisation"];
    let line = |cells: [&str; 6]| {
        let [class, people, income, expected, grievance, organisation] = cells;
        format!("  {class:<24} {people:>9} {income:>9} {expected:>9} {grievance:>10} {organisation:>13}\n")
    };
    let mut out = line(columns);
    for row in rows.iter().filter(|row| row.share > 0.0) {
        let index = |value| figure(value, Unit::Index);
        out += &line([
            row.class.words(),
            &figure(row.share, Unit::Share),
            &figure(row.income, Unit::Weight),
            &figure(row.expected, Unit::Weight),
            &index(row.grievance),
            &index(row.organisation),
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
