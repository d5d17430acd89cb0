//! Society and movements: views made by hand, and what pressing does.

use correlation::base::{MovementId, PolityId, TerritoryId};
use correlation::content::vocabulary::{Class, Current};
use correlation::desktop::intents::{Intent, PanelKind, Selection};
use correlation::desktop::panels::{Desk, chronicle_panel, movements_panel, society_panel, state_panel};
use correlation::sim::ledger::PeopleFlow;
use correlation::view::*;
use egui::{Rect, pos2};
use egui_kittest::kittest::Queryable;

use super::behaviour::pushed;
use super::samples::{self, Filling, act, number};
use super::sweep::sweep;
use super::{COMMON, bottom, right_side, window};

/// The room beside the inspector, as it is in a small window.
fn room(screen: Rect) -> Rect {
    let width = 563.0_f32.min(screen.width());
    Rect::from_min_max(pos2(screen.right() - width, screen.top() + 52.0), screen.max)
}

fn class_line(filling: Filling, class: Class) -> ClassLine {
    let index = |what: &str, value| number(filling, what, value, Unit::Index);
    ClassLine {
        class,
        share: filling.value(0.12),
        people: number(filling, "peasants", 4.0e6, Unit::People),
        income: number(filling, "income", 0.6, Unit::Weight),
        expected: number(filling, "expected", 0.7, Unit::Weight),
        standard: number(filling, "standard", 0.9, Unit::Weight),
        grievance: index("grievance", 0.4),
        organisation: index("organisation", 0.2),
        currents: [filling.value(0.16); Current::COUNT],
        in_power: filling.value(0.2),
    }
}

fn society(filling: Filling) -> SocietyView {
    if filling == Filling::Empty {
        return SocietyView::default();
    }
    let state = samples::state(filling);
    let here = samples::territory(filling);
    let classes: Vec<_> = Class::ALL.iter().map(|&class| class_line(filling, class)).collect();
    let territory = |id: usize| TerritoryLine {
        id: TerritoryId(id as u16),
        name: filling.name("Bengal"),
        people: filling.value(4.0e7),
        standard: filling.value(0.9),
        grievance: filling.value(0.3),
        organisation: filling.value(0.2),
        currents: here.currents.clone(),
        classes: here.classes.clone(),
    };
    let flow = |flow: PeopleFlow| PeopleLine {
        flow,
        number: number(filling, &format!("{flow:?}"), 1.0e5, Unit::People),
        per_thousand: filling.value(12.0),
    };
    SocietyView {
        id: state.id,
        name: state.name,
        status: state.status,
        look: state.look,
        people: state.people,
        life: state.life,
        currents: state.currents,
        rule: RuleView {
            says: (0..filling.many(3)).map(|_| filling.name("Form of rule: national state.")).collect(),
            lines: classes
                .iter()
                .map(|line| RuleLine { class: line.class, share: line.share, weight: line.in_power })
                .collect(),
            apart: number(filling, "apart", 0.4, Unit::Share),
            numbers: state.rule,
        },
        classes,
        year: PeopleYearView {
            months: 12,
            says: vec![filling.name("The last twelve months.")],
            lines: PeopleFlow::ALL.map(flow).to_vec(),
            change: number(filling, "change", 2.0e5, Unit::People),
        },
        situation: SituationView {
            combined: state.gauges.ripeness.clone(),
            gauges: state.gauges,
            rules: (0..filling.many(7))
                .map(|_| number(filling, "half hold out", 0.36, Unit::Index))
                .collect(),
            marks: [0.36, 0.36, 0.62, f64::NAN]
                .into_iter()
                .take(filling.many(3))
                .map(|at| Mark { at, words: "half hold out" })
                .collect(),
            says: (0..filling.many(2)).map(|_| filling.name("A rising now would fail.")).collect(),
        },
        territories: (0..filling.many(3)).map(territory).collect(),
        movements: state.movements,
    }
}

fn rising(filling: Filling) -> Option<Box<RisingView>> {
    let numbers =
        |many: usize| (0..many).map(|_| number(filling, "sympathy", 0.4, Unit::Index)).collect::<Vec<_>>();
    let line = samples::risings(filling).into_iter().next()?;
    Some(Box::new(RisingView {
        line,
        story: (0..filling.many(6)).map(|_| act(filling)).collect(),
        gauges: numbers(4),
        powers: numbers(2),
        numbers: numbers(6),
        dead: numbers(3),
    }))
}

fn rows(filling: Filling) -> Vec<MovementRow> {
    let row = |id: usize| MovementRow {
        id: MovementId(id as u16),
        name: filling.name("Front of national liberation"),
        phase: "in arms",
        in_arms: id.is_multiple_of(2),
        place: (TerritoryId(3), filling.name("Algeria")),
        against: (PolityId(1), filling.name("France")),
        current: "national",
        strength: filling.value(0.4),
        ground: filling.value(0.1),
        support: filling.value(0.3),
    };
    (0..filling.many(4)).map(row).collect()
}

fn movements(filling: Filling, tab: MovementsTab) -> MovementsView {
    let ask = MovementsAsk { tab, ..MovementsAsk::default() };
    let page = match tab {
        MovementsTab::List => MovementsPage::List(rows(filling)),
        MovementsTab::One if filling == Filling::Empty => MovementsPage::Nothing,
        MovementsTab::One => MovementsPage::One(Box::new(samples::movement(filling))),
        MovementsTab::Risings => MovementsPage::Risings(samples::risings(filling), rising(filling)),
    };
    MovementsView { ask, counts: [4, 2, 2, 0], page }
}

#[test]
fn every_page_of_society_at_every_size() {
    for tab in SocietyTab::ALL {
        sweep(&format!("society, {tab:?}"), room, move |filling| {
            let view = society(filling);
            Box::new(move |ui, intents| society_panel(ui, &view, tab, intents))
        });
    }
}

#[test]
fn every_page_of_movements_at_every_size() {
    for tab in MovementsTab::ALL {
        sweep(&format!("movements, {tab:?}"), room, move |filling| {
            let view = movements(filling, tab);
            Box::new(move |ui, intents| movements_panel(ui, &view, intents))
        });
    }
}

#[test]
fn tabs_turn_pages_and_numbers_say_what_they_are() {
    let view = society(Filling::Normal);
    let mut harness =
        window(COMMON, 1.0, room, |ui, intents| society_panel(ui, &view, SocietyTab::Classes, intents));
    harness.get_by_label("Who rules").click();
    harness.run_steps(2);
    assert_eq!(pushed(&harness), [Intent::SocietyTab(SocietyTab::Rule)]);
    // A slice of the picture says in words what its width and its hatching show.
    assert!(harness.query_all_by_label_contains("Peasants: 12.0 %").next().is_some());
}

#[test]
fn the_list_filters_sorts_and_leads_to_one_movement() {
    let view = movements(Filling::Normal, MovementsTab::List);
    let mut harness = window(COMMON, 1.0, room, |ui, intents| movements_panel(ui, &view, intents));
    harness.get_by_label("in arms 2").click();
    harness.run_steps(2);
    harness.get_by_label("Sort by ground").click();
    harness.run_steps(2);
    harness.get_by_label("Sort by strength").click();
    harness.run_steps(2);
    harness.get_all_by_label_contains("Front of national liberation, Algeria").next().expect("rows").click();
    harness.run_steps(2);
    let expected = [
        Intent::FilterMovements(MovementFilter::InArms),
        Intent::SortMovements { by: MovementColumn::Ground, descending: true },
        Intent::SortMovements { by: MovementColumn::Strength, descending: false },
        Intent::ShowMovement(MovementId(0)),
    ];
    assert_eq!(pushed(&harness), expected);
}

#[test]
fn records_are_reached_from_the_list_the_movement_and_the_chronicle() {
    let view = movements(Filling::Normal, MovementsTab::Risings);
    let mut harness = window(COMMON, 1.0, room, |ui, intents| movements_panel(ui, &view, intents));
    let first = harness.get_all_by_label_contains("Front of national liberation, Algeria, ripe").next();
    first.expect("records").click();
    harness.run_steps(2);
    assert_eq!(pushed(&harness), [Intent::ShowRising(0)]);

    let view = samples::chronicle(Filling::Normal);
    let mut harness = window(COMMON, 1.0, bottom, |ui, intents| chronicle_panel(ui, &view, intents));
    harness.get_by_label("record").click();
    harness.run_steps(2);
    assert_eq!(pushed(&harness), [Intent::ShowRising(7)]);
}

#[test]
fn the_inspector_leads_to_the_society() {
    let view = samples::state(Filling::Normal);
    let mut harness = window(COMMON, 1.0, right_side, |ui, intents| state_panel(ui, &view, intents));
    harness.get_by_label_contains("Society in full").click();
    harness.run_steps(2);
    assert_eq!(pushed(&harness), [Intent::Open(PanelKind::Society)]);
}

#[test]
fn what_is_shown_is_remembered_and_opens_its_panel() {
    let mut memory = Desk::default().memory;
    assert_eq!(memory.take(&Intent::ShowRising(3)), Some(PanelKind::Movements));
    assert_eq!((memory.movements.tab, memory.movements.rising), (MovementsTab::Risings, Some(3)));
    assert_eq!(memory.take(&Intent::Select(Selection::Movement(MovementId(5)))), None);
    assert_eq!(memory.movements.movement, Some(MovementId(5)));
    assert_eq!(memory.take(&Intent::SocietyTab(SocietyTab::People)), Some(PanelKind::Society));
}
