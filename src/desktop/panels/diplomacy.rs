//! Diplomacy: offers and answers, relations with what they are made of, organisations and what holds them together.

use egui::Ui;

use super::lines::{LineDot, plot_of_lines};
use super::offered::offered_order;
use super::panel_sheet;
use crate::content::vocabulary::Order;
use crate::desktop::intents::{Intent, Intents, PanelKind, Selection};
use crate::desktop::theme::{Theme, Weight, quiet, space, tag};
use crate::desktop::widgets::{
    gauge_row, link_row, look_colour, named_button, named_button_unless, nothing, paragraph, running_text,
    section, sentence, tab_row,
};
use crate::view::words::{fill, text as say};
use crate::view::{
    DiplomacyTab, DiplomacyView, DisputeView, OfferView, OfferedOrder, OrganisationView, RelationView,
    Sentence,
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
                _ if view.seat.is_none() => nothing(ui, say!("di.nobody")),
                DiplomacyTab::Offers => offers(ui, view, intents),
                DiplomacyTab::Relations => relations(ui, view, intents),
            }
        },
    );
}

/// The button by which an agreement is taken back before its time, beside the agreement.
fn take_back(ui: &mut Ui, name: &str, order: &OfferedOrder, intents: &mut Intents) {
    if let Some(given) = order.ordered {
        tag(ui, say!("offered.ordered"), Theme::of(ui).attention);
        if named_button(ui, &format!("{name}.back"), say!("op.take_back"), Weight::Plain).clicked() {
            intents.push(Intent::TakeBack(given));
        }
        return;
    }
    let button = named_button_unless(ui, name, say!("di.denounce"), Weight::Plain, &order.refused);
    let price = fill(say!("offered.price"), &[("price", &order.price)]);
    if button.on_hover_text(format!("{}\n{} {price}", order.title, order.effect)).clicked() {
        intents.push(Intent::Order(order.order.clone()));
    }
}

fn offers(ui: &mut Ui, view: &DiplomacyView, intents: &mut Intents) {
    section(ui, say!("di.waiting"));
    if view.offers.is_empty() {
        nothing(ui, say!("di.none_waiting"));
    }
    answer_all_of_trade(ui, &view.offers, intents);
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
        let order = view.denounced.get(index).and_then(Option::as_ref);
        ui.horizontal_wrapped(|ui| {
            let until = quiet(ui, &agreement.until);
            ui.label(until);
            if let Some(order) = order {
                take_back(ui, &format!("diplomacy.agreement.{index}.denounce"), order, intents);
            }
        });
    }
    if let Some(feint) = &view.feint {
        paragraph(ui, feint);
    }
    for (place, group) in view.acts.iter().enumerate() {
        section(ui, &group.title);
        for (index, one) in group.orders.iter().enumerate() {
            offered_order(ui, &format!("diplomacy.act.{place}.{index}"), one, true, &[], intents);
        }
    }
}

/// Trade treaties come by the handful: one press answers all that wait for the player.
fn answer_all_of_trade(ui: &mut Ui, offers: &[OfferView], intents: &mut Intents) {
    let open: Vec<u32> = offers
        .iter()
        .filter(|one| one.asked && one.trade && one.answered.is_none())
        .map(|one| one.number)
        .collect();
    if open.len() < 2 {
        return;
    }
    let words = fill(say!("di.accept_trade"), &[("count", &open.len().to_string())]);
    if named_button(ui, "diplomacy.accept_trade", &words, Weight::Main).clicked() {
        let accept = |offer| Intent::Order(Order::AnswerOffer { offer, accept: true });
        open.into_iter().for_each(|offer| intents.push(accept(offer)));
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
    if let Some((accept, given)) = offer.answered {
        ui.horizontal(|ui| {
            let words = if accept { say!("di.accepted") } else { say!("di.declined") };
            tag(ui, words, Theme::of(ui).attention);
            if named_button(ui, &format!("{name}.back"), say!("op.take_back"), Weight::Plain).clicked() {
                intents.push(Intent::TakeBack(given));
            }
        });
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
    if !view.disputes.is_empty() {
        section(ui, say!("di.disputes"));
        view.disputes.iter().enumerate().for_each(|(index, one)| one_dispute(ui, index, one, intents));
        section(ui, say!("di.relations"));
    }
    view.relations.iter().for_each(|relation| one_relation(ui, relation, intents));
}

fn one_dispute(ui: &mut Ui, index: usize, dispute: &DisputeView, intents: &mut Intents) {
    let name = format!("diplomacy.dispute.{index}");
    line(ui, &name, &dispute.sentence, intents);
    let because = quiet(ui, &dispute.because);
    ui.label(because);
    paragraph(ui, &format!("{} {}", dispute.holder, dispute.stands));
    if dispute.open {
        let colour = Theme::of(ui).warning;
        gauge_row(ui, &format!("{name}.weight"), &dispute.weight, colour);
    }
    ui.add_space(space::S);
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
    if named_button(ui, &format!("{name}.open"), say!("org.open"), Weight::Plain).clicked() {
        intents.push(Intent::ShowOrganisation(organisation.id));
    }
    if organisation.members.len() <= MOST_MEMBERS {
        let dots = organisation.members.iter();
        let dots = dots.map(|one| LineDot { line: one.line, look: one.look, leads: one.leads });
        plot_of_lines(ui, &name, &dots.collect::<Vec<_>>());
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
