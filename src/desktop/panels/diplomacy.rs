//! Diplomacy: offers and answers, relations with what they are made of, organisations and what holds them together.

use egui::{Rect, Sense, Ui, WidgetInfo, WidgetType, pos2, vec2};

use super::panel_sheet;
use crate::content::vocabulary::Order;
use crate::desktop::intents::{Intent, Intents, PanelKind, Selection};
use crate::desktop::names::named;
use crate::desktop::theme::{Theme, Weight, quiet, size, space};
use crate::desktop::widgets::{
    gauge_row, link_row, look_colour, named_button, nothing, paint_line, running_text, section, sentence,
    tab_row,
};
use crate::view::words::text as say;
use crate::view::{
    DiplomacyTab, DiplomacyView, MemberView, OfferView, OrganisationView, RelationView, Sentence,
};

/// The diplomacy of the state that is looked at.
pub fn diplomacy_panel(ui: &mut Ui, view: &DiplomacyView, tab: DiplomacyTab, intents: &mut Intents) {
    let heading = match view.name.is_empty() {
        true => say!("di.title").to_owned(),
        false => format!("{} · {}", say!("di.title"), view.name),
    };
    let colour = look_colour(&Theme::of(ui), view.look);
    panel_sheet(
        ui,
        PanelKind::Diplomacy,
        &heading,
        Some(colour),
        intents,
        |_, _| {},
        |ui, intents| {
            if let Some(page) = tab_row(ui, "diplomacy", &DiplomacyTab::ALL, DiplomacyTab::words, tab) {
                intents.push(Intent::DiplomacyTab(page));
            }
            match tab {
                DiplomacyTab::Organisations => organisations(ui, view, intents),
                _ if view.id.is_none() => nothing(ui, say!("di.nobody")),
                DiplomacyTab::Offers => offers(ui, view, intents),
                DiplomacyTab::Relations => relations(ui, view, intents),
            }
        },
    );
}

fn offers(ui: &mut Ui, view: &DiplomacyView, intents: &mut Intents) {
    section(ui, say!("di.waiting"));
    if view.offers.is_empty() {
        nothing(ui, say!("di.none_waiting"));
    }
    view.offers.iter().for_each(|offer| waiting(ui, offer, intents));
    section(ui, say!("di.answered"));
    if view.answers.is_empty() {
        nothing(ui, say!("di.none_answered"));
    }
    for (index, answer) in view.answers.iter().enumerate() {
        line(ui, &format!("diplomacy.answer.{index}"), &answer.sentence, intents);
        ui.horizontal(|ui| {
            let month = quiet(ui, answer.month.to_string());
            ui.label(month);
            let Some(number) = answer.decision else { return };
            let name = format!("diplomacy.answer.{index}.why");
            if named_button(ui, &name, say!("p.why"), Weight::Plain).clicked() {
                intents.push(Intent::ShowDecision(number));
            }
        });
    }
    section(ui, say!("di.agreements"));
    if view.agreements.is_empty() {
        nothing(ui, say!("di.none_in_force"));
    }
    for (index, agreement) in view.agreements.iter().enumerate() {
        line(ui, &format!("diplomacy.agreement.{index}"), &agreement.sentence, intents);
        let until = quiet(ui, &agreement.until);
        ui.label(until);
    }
}

/// A sentence with its links, in one run.
fn line(ui: &mut Ui, name: &str, words: &Sentence, intents: &mut Intents) {
    running_text(ui, |ui| sentence(ui, name, words, intents));
}

/// An offer; whoever is asked can answer where they read it.
fn waiting(ui: &mut Ui, offer: &OfferView, intents: &mut Intents) {
    let name = format!("diplomacy.offer.{}", offer.number);
    line(ui, &name, &offer.sentence, intents);
    let until = quiet(ui, &offer.until);
    ui.label(until);
    if !offer.asked {
        return;
    }
    ui.horizontal(|ui| {
        for (accept, words, weight) in
            [(true, say!("di.accept"), Weight::Main), (false, say!("di.decline"), Weight::Plain)]
        {
            let part = if accept { "accept" } else { "decline" };
            if named_button(ui, &format!("{name}.{part}"), words, weight).clicked() {
                intents.push(Intent::Order(Order::AnswerOffer { offer: offer.number, accept }));
            }
        }
    });
}

fn relations(ui: &mut Ui, view: &DiplomacyView, intents: &mut Intents) {
    if view.relations.is_empty() {
        nothing(ui, say!("di.none_known"));
    }
    view.relations.iter().for_each(|relation| one_relation(ui, relation, intents));
}

fn one_relation(ui: &mut Ui, relation: &RelationView, intents: &mut Intents) {
    let name = format!("diplomacy.with.{}", relation.other.0);
    if link_row(ui, &name, &relation.name, "").clicked() {
        intents.push(Intent::Select(Selection::Polity(relation.other)));
    }
    let theme = Theme::of(ui);
    for (part, number, colour) in [
        ("trust", &relation.trust, theme.ramp[3]),
        ("tension", &relation.tension, theme.warning),
        ("influence", &relation.influence, theme.attention),
    ] {
        gauge_row(ui, &format!("{name}.{part}"), number, colour);
    }
    ui.add_space(space::S);
}

fn organisations(ui: &mut Ui, view: &DiplomacyView, intents: &mut Intents) {
    if view.organisations.is_empty() {
        nothing(ui, say!("di.no_organisations"));
    }
    view.organisations.iter().for_each(|organisation| one_organisation(ui, organisation, intents));
}

/// Members shown by name; of a larger organisation the rest is counted.
const MOST_MEMBERS: usize = 16;

fn one_organisation(ui: &mut Ui, organisation: &OrganisationView, intents: &mut Intents) {
    section(ui, &organisation.name);
    let kind = quiet(ui, &organisation.kind);
    ui.label(kind);
    let name = format!("diplomacy.organisation.{}", organisation.id.0);
    let colour = Theme::of(ui).attention;
    gauge_row(ui, &name, &organisation.cohesion, colour);
    if organisation.members.len() <= MOST_MEMBERS {
        lines(ui, &name, &organisation.members);
    }
    for member in organisation.members.iter().take(MOST_MEMBERS) {
        let figure = if member.leads { say!("di.leads") } else { "" };
        if link_row(ui, &format!("{name}.{}", member.id.0), &member.name, figure).clicked() {
            intents.push(Intent::Select(Selection::Polity(member.id)));
        }
    }
    let more = organisation.members.len().saturating_sub(MOST_MEMBERS);
    if more > 0 {
        nothing(ui, &say!("di.more").replace("{count}", &more.to_string()));
    }
}

/// Members by line and look, the leader before others of its line, with how many there are of each.
fn alike(members: &[MemberView]) -> Vec<(&MemberView, usize)> {
    let mut groups: Vec<(&MemberView, usize)> = Vec::new();
    for member in members.iter().filter(|member| member.line.0.is_finite() && member.line.1.is_finite()) {
        match groups.iter_mut().find(|(one, _)| one.line == member.line && one.look == member.look) {
            Some((one, count)) => {
                *count += 1;
                if member.leads {
                    *one = member;
                }
            }
            None => groups.push((member, 1)),
        }
    }
    groups
}

/// Where the lines of members stand: from revision to dogma across, from integration (below) to autonomy (above). The
/// leader is ringed.
fn lines(ui: &mut Ui, name: &str, members: &[MemberView]) {
    const HEIGHT: f32 = 110.0;
    const DOT: f32 = 5.0;
    let theme = Theme::of(ui);
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT + 2.0 * size::BODY), Sense::hover());
    if ui.is_rect_visible(rect) {
        let frame = rect.shrink2(vec2(space::M, size::BODY));
        let painter = ui.painter();
        painter.rect_stroke(frame, 0.0, (space::LINE, theme.ink_quiet), egui::StrokeKind::Inside);
        painter.hline(frame.x_range(), frame.center().y, (space::LINE * 0.5, theme.ink_quiet));
        painter.vline(frame.center().x, frame.y_range(), (space::LINE * 0.5, theme.ink_quiet));
        let at = |line: (f64, f64)| {
            let across = frame.center().x + frame.width() * 0.46 * line.0.clamp(-1.0, 1.0) as f32;
            pos2(across, frame.center().y - frame.height() * 0.44 * line.1.clamp(-1.0, 1.0) as f32)
        };
        for (member, count) in alike(members) {
            // Those of one line lie on one spot: it grows with their number, which stands beside it.
            let (centre, radius) = (at(member.line), DOT * (count as f32).sqrt());
            painter.circle_filled(centre, radius, look_colour(&theme, member.look));
            let ring = if member.leads { 2.0 * space::LINE } else { 0.5 * space::LINE };
            painter.circle_stroke(centre, radius + ring, (ring, theme.ink));
            if count > 1 {
                let beside = centre + vec2(radius + space::S, 0.0);
                let font = Theme::body(size::TINY);
                painter.text(beside, egui::Align2::LEFT_CENTER, count.to_string(), font, theme.ink);
            }
        }
        let strip = |top: f32| Rect::from_min_size(pos2(frame.left(), top), vec2(frame.width(), size::BODY));
        let (above, below) = (strip(rect.top()), strip(frame.bottom()));
        paint_line(ui, above, say!("di.autonomy"), theme.ink_quiet, egui::Align2::CENTER_CENTER);
        paint_line(ui, below, say!("di.revision"), theme.ink_quiet, egui::Align2::LEFT_CENTER);
        paint_line(ui, below, say!("di.integration"), theme.ink_quiet, egui::Align2::CENTER_CENTER);
        paint_line(ui, below, say!("di.dogma"), theme.ink_quiet, egui::Align2::RIGHT_CENTER);
    }
    let label = say!("di.lines").to_owned();
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &label));
    named(&format!("{name}.lines"), response).on_hover_text(label);
}
