//! The inspector: a state, a territory or a movement.

mod movement;
mod state;
mod territory;

pub use movement::movement_panel;
pub use state::state_panel;
pub use territory::territory_panel;

use egui::{Frame, Ui};

use crate::desktop::intents::{Intent, Intents, PanelKind};
use crate::desktop::theme::{Theme, Weight, quiet, space};
use crate::desktop::widgets::{
    follow, gauge_row, link_row, named_button, named_button_unless, nothing, section,
};
use crate::view::words::text as say;
use crate::view::{ActionLine, DecisionLine, DoctrineLine, Explained, Gauges, Link};

/// Acts shown before “more”.
const FIRST_ACTIONS: usize = 3;

/// At most three acts, and the way to all others. An act prepares an order; it gives none.
fn actions(ui: &mut Ui, lines: &[ActionLine], intents: &mut Intents) {
    if lines.is_empty() {
        return;
    }
    ui.add_space(space::S);
    ui.horizontal_wrapped(|ui| {
        for (index, line) in lines.iter().take(FIRST_ACTIONS).enumerate() {
            let name = format!("inspector.action.{index}");
            let weight = if index == 0 && line.blocked.is_empty() { Weight::Main } else { Weight::Plain };
            let button = named_button_unless(ui, &name, &line.title, weight, &line.blocked);
            if button.on_hover_text(&line.does).clicked() {
                intents.push(Intent::Prepare(line.draft));
            }
        }
        if named_button(ui, "inspector.more", say!("p.more"), Weight::Plain).clicked() {
            match lines.first() {
                Some(line) => intents.push(Intent::Prepare(crate::view::Draft {
                    kind: None,
                    pick: line.draft.pick,
                    ..Default::default()
                })),
                None => intents.push(Intent::Open(PanelKind::Orders)),
            }
        }
    });
}

/// The three gauges of a revolutionary situation and what they combine to.
fn gauges(ui: &mut Ui, gauges: &Gauges) {
    let colour = Theme::of(ui).planners;
    gauge_row(ui, "inspector.gauge.above", &gauges.above, colour);
    gauge_row(ui, "inspector.gauge.below", &gauges.below, colour);
    gauge_row(ui, "inspector.gauge.lead", &gauges.lead, colour);
    gauge_row(ui, "inspector.gauge.ripeness", &gauges.ripeness, Theme::of(ui).ink);
}

/// Numbers, one a row.
fn numbers(ui: &mut Ui, prefix: &str, numbers: &[Explained]) {
    for (index, number) in numbers.iter().enumerate() {
        crate::desktop::widgets::stat_row(ui, &format!("inspector.{prefix}.{index}"), number);
    }
}

/// A doctrine with what its opponents call it.
fn doctrine(ui: &mut Ui, line: &DoctrineLine) {
    let theme = Theme::of(ui);
    Frame::new().inner_margin(egui::Margin::symmetric(0, 2)).show(ui, |ui| {
        ui.label(
            egui::RichText::new(&line.name)
                .font(Theme::strong(crate::desktop::theme::size::BODY))
                .color(theme.ink),
        )
        .on_hover_text(&line.summary);
        let opponents = say!("p.opponents").replace("{name}", &line.opponents);
        let words = quiet(ui, format!("{} · {opponents}", line.scope));
        ui.label(words);
    });
}

/// The latest decisions; each leads to its reasons.
fn decisions(ui: &mut Ui, lines: &[DecisionLine], intents: &mut Intents) {
    section(ui, say!("p.decisions"));
    if lines.is_empty() {
        nothing(ui, say!("p.nothing"));
    }
    for line in lines {
        let words = format!("{} {}", line.month, line.act.plain());
        let verdict = if line.chosen { say!("p.why").to_owned() } else { line.verdict.clone() };
        let name = format!("inspector.decision.{}", line.number);
        let response = link_row(ui, &name, &words, if line.chosen { say!("p.why") } else { "" });
        if response.on_hover_text(format!("{words}\n{verdict}")).clicked() {
            follow(Link::Decision(line.number), intents);
        }
    }
}
