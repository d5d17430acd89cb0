//! “Why?”: one decision with its reasons as signed bars, what else was weighed, and what would have changed its mind.

use egui::{Grid, RichText, Ui};

use super::panel_sheet;
use crate::desktop::intents::{Intent, Intents, PanelKind};
use crate::desktop::names::place;
use crate::desktop::theme::{Theme, quiet, size, space, text};
use crate::desktop::widgets::{link_row, nothing, running_text, section, sentence, signed_bar, stat_row};
use crate::view::words::{figure, fill, sentence_case, text as say};
use crate::view::{DecisionView, ReasonTerm, Unit};

/// One decision; none if it is older than the log.
pub fn decision_panel(ui: &mut Ui, view: Option<&DecisionView>, intents: &mut Intents) {
    let colour = Theme::of(ui).planners;
    panel_sheet(
        ui,
        PanelKind::Why,
        say!("w.title"),
        Some(colour),
        intents,
        |ui, _| {
            if let Some(view) = view {
                let words = quiet(ui, view.month.to_string());
                ui.label(words);
            }
        },
        |ui, intents| match view {
            Some(view) => contents(ui, view, intents),
            None => nothing(ui, say!("w.gone")),
        },
    );
}

fn contents(ui: &mut Ui, view: &DecisionView, intents: &mut Intents) {
    running_text(ui, |ui| sentence(ui, "why.act", &view.act, intents));
    let verdict = RichText::new(sentence_case(&view.verdict)).font(Theme::strong(size::BODY));
    ui.label(verdict);
    let names = [("doctrine", view.doctrine.as_str()), ("opponents", view.opponents.as_str())];
    let words = quiet(ui, fill(say!("w.under"), &names));
    ui.label(words);
    if !view.because.is_empty() {
        let words = quiet(ui, fill(say!("w.because"), &[("because", &view.because)]));
        ui.label(words);
    }
    reasons(ui, view);
    beliefs(ui, view);
    section(ui, say!("w.what_if"));
    match &view.what_if {
        None => nothing(ui, say!("w.nothing_alone")),
        Some(change) => {
            let words = text(ui, change);
            ui.label(words);
        }
    }
    section(ui, say!("w.refused"));
    if view.alternatives.is_empty() {
        nothing(ui, say!("w.no_refused"));
    }
    for other in &view.alternatives {
        let margin = crate::view::words::signed(other.margin, Unit::Weight);
        let name = format!("why.alternative.{}", other.number);
        let row = link_row(ui, &name, &other.act.plain(), &margin);
        let hover = format!("{} {}", other.act.plain(), sentence_case(&other.verdict));
        if row.on_hover_text(hover).clicked() {
            intents.push(Intent::ShowDecision(other.number));
        }
        let verdict = quiet(ui, &other.verdict);
        ui.label(verdict.size(size::TINY));
    }
}

/// Bars: what spoke for the act to the right, its cost to the left; then the score against the threshold.
fn reasons(ui: &mut Ui, view: &DecisionView) {
    ui.add_space(space::S);
    let sizes = view.terms.iter().map(|term| term.adds.abs()).chain([view.cost.abs()]);
    let most = sizes.filter(|size| size.is_finite()).fold(0.0, f64::max);
    for (index, term) in view.terms.iter().enumerate() {
        let row = signed_bar(ui, &format!("why.term.{index}"), &term.label, term.adds, most);
        row.on_hover_text(term_words(term));
    }
    if view.cost != 0.0 {
        signed_bar(ui, "why.cost", say!("w.cost"), -view.cost, most);
    }
    for (name, what, hover, each) in [
        ("why.interests", say!("w.interests"), say!("w.interests.hover"), &view.interests),
        ("why.issues", say!("w.issues"), say!("w.issues.hover"), &view.issues),
    ] {
        if !each.is_empty() {
            let sum = each.iter().map(|(_, adds)| adds).sum();
            signed_bar(ui, name, what, sum, most).on_hover_text(each_words(hover, each));
        }
    }
    if let Some((aim, adds)) = &view.resolve {
        signed_bar(ui, "why.resolve", say!("w.resolve"), *adds, most).on_hover_text(sentence_case(aim));
    }
    stat_row(ui, "why.score", &view.score);
    let threshold = crate::view::Explained::given(say!("w.threshold"), view.threshold, Unit::Weight);
    stat_row(ui, "why.threshold", &threshold);
    let margin = [(view.score.what.clone(), view.score.value), (threshold.what.clone(), -view.threshold)];
    let margin = crate::view::Explained::given(say!("w.margin"), view.margin, Unit::Weight)
        .with_parts(crate::view::How::Sum, margin);
    stat_row(ui, "why.margin", &margin);
}

fn each_words(hover: &str, each: &[(&'static str, f64)]) -> String {
    let each = each.iter().map(|(who, adds)| {
        format!("{}: {}", sentence_case(who), crate::view::words::signed(*adds, Unit::Weight))
    });
    format!("{hover}\n{}", each.collect::<Vec<_>>().join("\n"))
}

fn term_words(term: &ReasonTerm) -> String {
    format!(
        "{}\n{} {} · {} {} · {} {}",
        term.label,
        say!("w.believed"),
        figure(term.believed, Unit::for_size_of(term.believed)),
        say!("w.true"),
        figure(term.truth, Unit::for_size_of(term.truth)),
        say!("w.weight"),
        figure(term.weight, Unit::Weight),
    )
}

/// What was believed against what was true.
fn beliefs(ui: &mut Ui, view: &DecisionView) {
    if view.terms.is_empty() {
        return;
    }
    ui.add_space(space::S);
    let grid = Grid::new("why beliefs").num_columns(4).spacing([space::M, 2.0]);
    let drawn = grid.show(ui, |ui| {
        for word in [say!("w.consideration"), say!("w.believed"), say!("w.true"), say!("w.weight")] {
            let word = quiet(ui, word);
            ui.label(word.size(size::TINY));
        }
        ui.end_row();
        for term in &view.terms {
            let theme = Theme::of(ui);
            let ink = if term.misjudged { theme.warning_text } else { theme.ink };
            let label = RichText::new(&term.label).size(size::SMALL).color(theme.ink);
            ui.add(egui::Label::new(label).truncate());
            for (value, ink) in [(term.believed, ink), (term.truth, theme.ink)] {
                let words = figure(value, Unit::for_size_of(value));
                ui.label(RichText::new(words).size(size::SMALL).color(ink));
            }
            ui.label(RichText::new(figure(term.weight, Unit::Weight)).size(size::SMALL).color(theme.ink));
            ui.end_row();
        }
    });
    place(ui.ctx(), "why.beliefs", drawn.response.rect);
}
