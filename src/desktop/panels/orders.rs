//! Orders: choose what, to whom, how much; see the price and everything that stands against it; give; take back.

use egui::{ComboBox, Slider, Ui};

use super::panel_sheet;
use crate::desktop::intents::{Intent, Intents, PanelKind};
use crate::desktop::names::named;
use crate::desktop::theme::{Theme, Weight, poster_choice, quiet, size, space, text};
use crate::desktop::widgets::{explained, named_button, nothing, section, stat_row};
use crate::view::words::{figure, fill, sentence_case, text as say};
use crate::view::{Draft, OrderGroup, OrdersView, Parameter, TargetChoice, Unit};

/// Orders for the seat played.
pub fn orders_panel(ui: &mut Ui, view: &OrdersView, intents: &mut Intents) {
    let colour = Theme::of(ui).attention;
    panel_sheet(
        ui,
        PanelKind::Orders,
        say!("op.title"),
        Some(colour),
        intents,
        |ui, _| {
            if let Some(authority) = &view.authority {
                explained(ui, "orders.authority", authority);
                let words = quiet(ui, sentence_case(&authority.what));
                ui.add(egui::Label::new(words).truncate());
            }
        },
        |ui, intents| {
            if view.seat.is_none() {
                nothing(ui, say!("op.no_seat"));
                return;
            }
            menu(ui, view, intents);
            if view.draft.kind.is_some() {
                if view.takes_target {
                    targets(ui, view, intents);
                }
                parameters(ui, view, intents);
                verdict(ui, view, intents);
            }
            pending(ui, view, intents);
        },
    );
}

/// The kinds of orders that fit the seat; once one is chosen, only that one and the way back.
fn menu(ui: &mut Ui, view: &OrdersView, intents: &mut Intents) {
    section(ui, say!("op.choose_order"));
    if let Some(order) = view.menu.iter().find(|order| view.draft.kind == Some(order.kind)) {
        ui.horizontal_wrapped(|ui| {
            named("orders.kind", poster_choice(ui, &order.title, true));
            if named("orders.others", poster_choice(ui, say!("op.others"), false)).clicked() {
                intents.push(Intent::Prepare(Draft { kind: None, ..view.draft }));
            }
        });
        let words = quiet(ui, &order.does);
        ui.label(words);
        return;
    }
    if let Some(name) = &view.aimed_at {
        let words = text(ui, format!("{}: {name}", say!("op.choose_target")));
        ui.label(words);
    }
    for group in OrderGroup::ALL {
        let mut orders = view.menu.iter().filter(|order| order.group == group).peekable();
        if orders.peek().is_none() {
            continue;
        }
        let words = quiet(ui, sentence_case(group.words()));
        ui.label(words.size(size::TINY));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(space::XS, space::XS);
            for order in orders {
                let name = format!("orders.kind.{:?}", order.kind);
                let response = named(&name, poster_choice(ui, &order.title, false));
                let hover = format!("{}\n{}", order.does, cost_words(order.cost, view));
                if response.on_hover_text(hover).clicked() {
                    // What an inspector has aimed at stays aimed at; the rules say whether it may be.
                    let pick = order.draft.pick.or(view.draft.pick.filter(|_| order.takes_target));
                    intents.push(Intent::Prepare(Draft { pick, ..order.draft }));
                }
            }
        });
    }
}

fn cost_words(cost: f64, view: &OrdersView) -> String {
    match &view.authority {
        Some(authority) if cost > 0.0 => {
            let (n, has) = (format!("{cost:.1}"), format!("{:.1}", view.left.max(0.0)));
            let words = if view.left < authority.value { say!("op.costs_left") } else { say!("op.costs") };
            fill(words, &[("n", &n), ("has", &has)])
        }
        _ => sentence_case(say!("op.costs_nothing")),
    }
}

/// Whom it is aimed at: those against whom nothing stands first; the others say what does.
fn targets(ui: &mut Ui, view: &OrdersView, intents: &mut Intents) {
    section(ui, say!("op.choose_target"));
    if view.targets.is_empty() {
        nothing(ui, say!("op.no_target"));
        return;
    }
    let chosen = view.targets.iter().find(|choice| Some(choice.pick) == view.draft.pick);
    let shown = chosen.map_or(say!("op.pick_target"), |choice| choice.name.as_str());
    let combo = ComboBox::from_id_salt("orders.target")
        .selected_text(shown.to_owned())
        .width((ui.available_width() - space::L).max(120.0))
        .height(320.0);
    let response = combo
        .show_ui(ui, |ui| {
            for choice in &view.targets {
                target(ui, choice, Some(choice.pick) == view.draft.pick, view, intents);
            }
        })
        .response;
    let label = format!("{}: {shown}", say!("op.choose_target"));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::ComboBox, true, &label));
    named("orders.target", response);
    let barred = view.targets.iter().filter(|choice| !choice.blocked.is_empty()).count();
    if barred > 0 {
        let (n, all) = (barred.to_string(), view.targets.len().to_string());
        nothing(ui, &fill(say!("op.blocked_for"), &[("n", &n), ("all", &all)]));
    }
}

fn target(ui: &mut Ui, choice: &TargetChoice, chosen: bool, view: &OrdersView, intents: &mut Intents) {
    let words = if choice.blocked.is_empty() { text(ui, &choice.name) } else { quiet(ui, &choice.name) };
    let response = ui.selectable_label(chosen, words);
    let response = match choice.blocked.is_empty() {
        true => response,
        false => response.on_hover_text(choice.blocked.join("\n")),
    };
    if response.clicked() {
        intents.push(Intent::Prepare(Draft { pick: Some(choice.pick), ..view.draft }));
    }
}

fn parameters(ui: &mut Ui, view: &OrdersView, intents: &mut Intents) {
    if view.parameters.is_empty() {
        return;
    }
    section(ui, say!("op.choose_numbers"));
    for (index, parameter) in view.parameters.iter().enumerate() {
        let mut draft = view.draft;
        let changed = match parameter.choices.is_empty() {
            true => slider(ui, index, parameter, &mut draft.numbers[index]),
            false => choices(ui, index, parameter, &mut draft.numbers[index]),
        };
        if changed {
            intents.push(Intent::Prepare(draft));
        }
    }
}

fn slider(ui: &mut Ui, index: usize, parameter: &Parameter, value: &mut f64) -> bool {
    let (min, max, unit) = (parameter.min, parameter.max, parameter.unit);
    let scale = if unit == Unit::Share { 100.0 } else { 1.0 };
    let before = *value;
    let words = quiet(ui, sentence_case(&parameter.what));
    ui.label(words);
    ui.spacing_mut().slider_width = (ui.available_width() - 110.0).clamp(80.0, 320.0);
    let slider = Slider::new(value, min..=max)
        .step_by(parameter.step)
        .custom_formatter(move |value, _| figure(value, unit))
        .custom_parser(move |typed| {
            let digits: String =
                typed.replace('−', "-").chars().filter(|c| c.is_ascii_digit() || ".-".contains(*c)).collect();
            digits.parse::<f64>().ok().map(|value| value / scale)
        });
    let response = ui.add(slider);
    // The slider and its number field are two nodes; the slider takes the name.
    let label = format!("{}: {}", parameter.what, figure(*value, unit));
    response.widget_info(|| egui::WidgetInfo::slider(true, *value, &label));
    let moved = named(&format!("orders.number.{index}"), response).changed();
    // The slider presses a value onto its steps before anybody has touched it; that is no change.
    moved && (*value - before).abs() > parameter.step / 1000.0
}

fn choices(ui: &mut Ui, index: usize, parameter: &Parameter, value: &mut f64) -> bool {
    let words = quiet(ui, sentence_case(&parameter.what));
    ui.label(words);
    let mut changed = false;
    ui.horizontal_wrapped(|ui| {
        for (place, choice) in parameter.choices.iter().enumerate() {
            let chosen = *value as usize == place;
            let name = format!("orders.number.{index}.{place}");
            if named(&name, poster_choice(ui, choice, chosen)).clicked() {
                *value = place as f64;
                changed = true;
            }
        }
    });
    changed
}

/// What it is, what it costs, what stands against it, and the button that gives it.
fn verdict(ui: &mut Ui, view: &OrdersView, intents: &mut Intents) {
    let theme = Theme::of(ui);
    ui.add_space(space::S);
    let Some(order) = &view.order else { return };
    ui.label(egui::RichText::new(&view.words).font(Theme::strong(size::BODY)).color(theme.ink));
    let cost = quiet(ui, cost_words(view.cost, view));
    ui.label(cost);
    if let Some(because) = &view.against_line {
        let words = fill(say!("op.against_line"), &[("because", because)]);
        ui.label(egui::RichText::new(words).color(theme.warning_text));
    }
    if !view.reckon.is_empty() {
        section(ui, say!("op.reckon"));
        for (place, number) in view.reckon.iter().enumerate() {
            stat_row(ui, &format!("orders.reckon.{place}"), number);
        }
    }
    if view.blockers.is_empty() {
        nothing(ui, say!("op.ready"));
    } else {
        ui.label(egui::RichText::new(say!("op.blocked")).color(theme.warning_text));
        for line in &view.blockers {
            let words = text(ui, format!("· {line}"));
            ui.label(words);
        }
    }
    ui.add_space(space::XS);
    let barred = !view.blockers.is_empty();
    let give =
        ui.add_enabled_ui(!barred, |ui| named_button(ui, "orders.give", say!("op.give"), Weight::Main));
    if give.inner.clicked() {
        intents.push(Intent::Order(order.clone()));
    }
}

/// Orders given and not yet resolved, and those refused last month.
fn pending(ui: &mut Ui, view: &OrdersView, intents: &mut Intents) {
    section(ui, say!("op.pending"));
    if view.pending.is_empty() {
        nothing(ui, say!("op.none_pending"));
    }
    for order in &view.pending {
        ui.horizontal_wrapped(|ui| {
            let words = text(ui, &order.words);
            ui.label(words);
            let name = format!("orders.take_back.{}", order.sequence.0);
            if named(&name, poster_choice(ui, say!("op.take_back"), false)).clicked() {
                intents.push(Intent::TakeBack(order.sequence));
            }
        });
    }
    if view.refused.is_empty() {
        return;
    }
    section(ui, say!("op.refused"));
    for (words, blockers) in &view.refused {
        let words = text(ui, words);
        ui.label(words);
        nothing(ui, &blockers.join(" "));
    }
}
