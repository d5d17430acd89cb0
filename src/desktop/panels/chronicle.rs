//! The chronicle: what happened, newest first, with filters and the way to “why?”.

use egui::{RichText, Ui};

use super::panel_sheet;
use crate::desktop::intents::{Intent, Intents, PanelKind};
use crate::desktop::names::named;
use crate::desktop::theme::{Theme, Weight, opens, poster_choice, quiet, rule, size, space};
use crate::desktop::widgets::{gap, named_button, nothing, running_text, sentence};
use crate::view::words::text as say;
use crate::view::{ChronicleEntry, ChronicleFilter, ChronicleView, Tone};

/// The chronicle with its filters.
pub fn chronicle_panel(ui: &mut Ui, view: &ChronicleView, intents: &mut Intents) {
    let colour = Theme::of(ui).western;
    panel_sheet(
        ui,
        PanelKind::Chronicle,
        say!("c.title"),
        Some(colour),
        intents,
        |ui, intents| filters(ui, view, intents),
        |ui, intents| {
            if view.entries.is_empty() {
                nothing(ui, say!("c.empty"));
            }
            for entry in &view.entries {
                line(ui, entry, intents);
                rule(ui);
            }
            if view.more && named_button(ui, "chronicle.more", say!("c.more"), Weight::Plain).clicked() {
                intents.push(Intent::OlderEntries);
            }
        },
    );
}

/// Filters, right to left, as the heading lays them out.
fn filters(ui: &mut Ui, view: &ChronicleView, intents: &mut Intents) {
    ui.spacing_mut().item_spacing.x = space::XS;
    let small = named("chronicle.small_acts", poster_choice(ui, say!("c.small_acts"), view.small_acts));
    if small.clicked() {
        intents.push(Intent::FilterChronicle { filter: view.filter, small_acts: !view.small_acts });
    }
    ui.add_space(space::S);
    for filter in ChronicleFilter::ALL.into_iter().rev() {
        let name = format!("chronicle.filter.{}", filter.name());
        let choice = named(&name, poster_choice(ui, filter.words(), view.filter == filter));
        if choice.clicked() {
            intents.push(Intent::FilterChronicle { filter, small_acts: view.small_acts });
        }
    }
}

fn line(ui: &mut Ui, entry: &ChronicleEntry, intents: &mut Intents) {
    let theme = Theme::of(ui);
    let name = format!("chronicle.entry.{}", entry.number);
    running_text(ui, |ui| {
        let date = match entry.tone {
            Tone::Routine => quiet(ui, entry.month.to_string()),
            Tone::Plain => RichText::new(entry.month.to_string()).color(theme.ink_quiet),
            Tone::Grave => RichText::new(entry.month.to_string())
                .font(Theme::strong(size::BODY))
                .color(theme.warning_text),
        };
        ui.label(date);
        gap(ui);
        sentence(ui, &name, &entry.sentence, intents);
        if let Some(number) = entry.decision {
            gap(ui);
            let why = RichText::new(say!("p.why")).size(size::SMALL);
            if named(&format!("{name}.why"), opens(ui, why)).clicked() {
                intents.push(Intent::ShowDecision(number));
            }
        }
        if let Some(number) = entry.rising {
            gap(ui);
            let record = RichText::new(say!("mv.record")).size(size::SMALL);
            if named(&format!("{name}.record"), opens(ui, record)).clicked() {
                intents.push(Intent::ShowRising(number));
            }
        }
    });
}
