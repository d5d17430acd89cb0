//! What pressing does.

use correlation::content::vocabulary::OrderKind;
use correlation::desktop::intents::{Intent, PanelKind};
use correlation::desktop::panels::{
    chronicle_panel, ledger_panel, lesson_overlay, orders_panel, state_panel,
};
use correlation::desktop::widgets::explained;
use correlation::sim::orders::Seq;
use correlation::view::{ChronicleFilter, Draft, Explained, How, LedgerColumn, Unit};
use egui_kittest::kittest::Queryable;

use super::samples::{self, Filling};
use super::{COMMON, bottom, middle, right_side, window};

pub fn pushed(harness: &egui_kittest::Harness<'_, super::Seen>) -> Vec<Intent> {
    harness.state().intents.list().to_vec()
}

#[test]
fn giving_an_order_pushes_it() {
    let view = samples::orders(Filling::Normal);
    let order = view.order.clone().expect("the sample is complete");
    let mut harness = window(COMMON * 2.0, 1.0, right_side, |ui, intents| orders_panel(ui, &view, intents));
    harness.get_by_label("Give order").click();
    harness.run_steps(2);
    assert_eq!(pushed(&harness), [Intent::Order(order)]);
}

#[test]
fn an_order_that_is_barred_cannot_be_given_and_says_why() {
    let mut view = samples::orders(Filling::Normal);
    view.blockers = vec!["The two are at war.".into()];
    let mut harness = window(COMMON * 2.0, 1.0, right_side, |ui, intents| orders_panel(ui, &view, intents));
    harness.get_by_label("· The two are at war.");
    harness.get_by_label("Give order").click();
    harness.run_steps(2);
    assert_eq!(pushed(&harness), []);
}

#[test]
fn choosing_a_kind_prepares_it_and_taking_back_names_the_order() {
    let mut view = samples::orders(Filling::Normal);
    view.draft.kind = None;
    let mut harness = window(COMMON * 2.0, 1.0, right_side, |ui, intents| orders_panel(ui, &view, intents));
    harness.get_by_label("Give aid").click();
    harness.run_steps(2);
    harness.get_all_by_label("Take back").next().expect("two orders wait").click();
    harness.run_steps(2);
    let intents = pushed(&harness);
    assert!(
        matches!(&intents[0], Intent::Prepare(Draft { kind: Some(OrderKind::GiveAid), .. })),
        "{intents:?}"
    );
    assert_eq!(intents[1], Intent::TakeBack(Seq(0)));
}

#[test]
fn the_inspector_prepares_acts_and_closes() {
    let view = samples::state(Filling::Normal);
    let draft = view.actions[0].draft;
    let mut harness = window(COMMON, 1.0, right_side, |ui, intents| state_panel(ui, &view, intents));
    harness.get_by_label("Offer credit").click();
    harness.run_steps(2);
    harness.get_by_label("Close").click();
    harness.run_steps(2);
    assert_eq!(pushed(&harness), [Intent::Prepare(draft), Intent::Close(PanelKind::Inspector)]);
}

#[test]
fn the_chronicle_filters_links_and_asks_why() {
    let view = samples::chronicle(Filling::Normal);
    let mut harness = window(COMMON, 1.0, bottom, |ui, intents| chronicle_panel(ui, &view, intents));
    harness.get_by_label("crises").click();
    harness.run_steps(2);
    harness.get_all_by_label("Egypt").next().expect("entries name Egypt").click();
    harness.run_steps(2);
    harness.get_all_by_label("why?").next().expect("entries have decisions").click();
    harness.run_steps(2);
    let expected = [
        Intent::FilterChronicle { filter: ChronicleFilter::Crises, small_acts: false },
        Intent::Select(samples::EGYPT),
        Intent::ShowDecision(0),
    ];
    assert_eq!(pushed(&harness), expected);
}

#[test]
fn the_ledger_turns_round_when_pressed_again() {
    let view = samples::ledger(Filling::Normal);
    let mut harness = window(COMMON * 1.5, 1.0, middle, |ui, intents| ledger_panel(ui, &view, intents));
    harness.get_by_label("Sort by people").click();
    harness.run_steps(2);
    harness.get_by_label("Sort by state").click();
    harness.run_steps(2);
    let expected = [
        Intent::SortLedger { by: LedgerColumn::People, descending: false },
        Intent::SortLedger { by: LedgerColumn::State, descending: false },
    ];
    assert_eq!(pushed(&harness), expected);
}

#[test]
fn a_number_opens_into_its_terms_and_stays_open_when_pressed() {
    let parts = [("growth".to_owned(), 0.4), ("war".to_owned(), -0.1)];
    let number = Explained::given("legitimacy", 0.3, Unit::Index).with_parts(How::Sum, parts);
    let mut harness = window(COMMON, 1.0, middle, |ui, _| {
        explained(ui, "number", &number);
    });
    harness.get_by_label("Legitimacy: 0.30").click();
    harness.run_steps(3);
    harness.get_by_label("War");
    harness.get_by_label("−0.10");
    harness.remove_cursor();
    harness.run_steps(3);
    harness.get_by_label("+0.40");
}

#[test]
fn a_lesson_takes_answers_and_can_be_left() {
    let view = samples::lesson(Filling::Normal);
    let mut harness = window(COMMON, 1.0, middle, |ui, intents| lesson_overlay(ui.ctx(), &view, intents));
    harness.get_by_label("No").click();
    harness.run_steps(2);
    harness.get_by_label("Show me").click();
    harness.run_steps(2);
    harness.get_by_label("Close").click();
    harness.run_steps(2);
    let expected = [
        Intent::MissionAnswer { question: "guess".into(), choice: 1 },
        Intent::MissionShowMe,
        Intent::MissionLeave,
    ];
    assert_eq!(pushed(&harness), expected);
}
