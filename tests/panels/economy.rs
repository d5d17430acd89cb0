//! The pages of the economy: views made by hand, and what pressing does.

use correlation::base::{GoodId, Month, PolityId};
use correlation::content::vocabulary::{Order, Property};
use correlation::desktop::intents::{Intent, Intents, Selection};
use correlation::desktop::panels::economy_panel;
use correlation::sim::plan::Ambition;
use correlation::view::balance::FlowLine;
use correlation::view::*;
use egui::{Rect, Ui, pos2};
use egui_kittest::kittest::Queryable;

use super::behaviour::pushed;
use super::samples::{Filling, act, number};
use super::sweep::sweep;
use super::{COMMON, window};

/// The room at the right side, as the economy has it in a small window.
fn room(screen: Rect) -> Rect {
    let width = 520.0_f32.min(screen.width());
    Rect::from_min_max(pos2(screen.right() - width, screen.top() + 52.0), screen.max)
}

fn balances(filling: Filling, many: usize) -> Vec<Balance> {
    let amount = |size: i64| if filling == Filling::Extreme { i64::MAX / 200 } else { size };
    let one = |place: usize| Balance {
        id: format!("good_{place}"),
        name: filling.name("consumer goods"),
        opening: amount(2_300_000),
        flows: vec![
            FlowLine { flow: "output".into(), amount: amount(1_400_000) },
            FlowLine { flow: "a_flow_without_words".into(), amount: -amount(40_000) },
        ],
        closing: amount(3_660_000),
    };
    (0..filling.many(many)).map(one).collect()
}

fn ambition(filling: Filling) -> Ambition {
    Ambition {
        growth: filling.value(0.075),
        investment: filling.value(0.22),
        heavy: filling.value(0.6),
        procurement: filling.value(0.22),
    }
}

fn sector(filling: Filling, place: usize) -> PlanSector {
    let number = |what: &str, value, unit| number(filling, what, value, unit);
    PlanSector {
        good: GoodId(place as u16),
        name: filling.name("machinery"),
        group_a: place.is_multiple_of(2),
        target: number("target", 1.5e6, Unit::Money),
        reported: number("reported", 1.45e6, Unit::Money),
        made: number("made", 1.3e6, Unit::Money),
        padding: number("padding", 0.1, Unit::Growth),
        arrears: number("arrears", 0.4, Unit::Months),
        shortage: number("shortage", 0.02, Unit::Share),
        queue: number("queue", 0.1, Unit::Share),
        hoard: number("hoard", 1.2e4, Unit::Money),
        investment: number("investment", 0.2, Unit::Share),
    }
}

fn plan(filling: Filling) -> PlanPage {
    let number = |what: &str, value, unit| number(filling, what, value, unit);
    let ambition = ambition(filling);
    let starved = |_: usize| PreviewSector {
        name: filling.name("food"),
        goal: number("goal", 2.0e6, Unit::Money),
        capacity: number("capacity", 1.8e6, Unit::Money),
        shortfall: number("shortfall", 0.1, Unit::Share),
        imports: number("imports", 2.0e5, Unit::Money),
    };
    let past = |_: usize| PastPlan {
        start: "1951-01".into(),
        months: 60,
        growth: 0.08,
        reported: filling.value(1.04),
        truth: filling.value(0.93),
    };
    PlanPage {
        plan: PlanView {
            id: PolityId(1),
            name: filling.name("Poland"),
            runs: (filling != Filling::Empty).then_some((Month(612), Month(671))),
            ambition: (0..filling.many(4)).map(|_| number("growth", 0.08, Unit::Share)).collect(),
            next: Vec::new(),
            figures: (0..filling.many(8)).map(|_| number("tautness", 0.1, Unit::Share)).collect(),
            reform: (filling != Filling::Empty).then(|| filling.name("profit in place of orders")),
            sectors: (0..filling.many(6)).map(|place| sector(filling, place)).collect(),
            preview: PlanPreview::default(),
            past: (0..filling.many(2)).map(past).collect(),
        },
        own: true,
        planned: 0.8,
        ambition,
        advised: Ambition { growth: 0.04, ..ambition },
        customary: Ambition { growth: 0.06, ..ambition },
        preview: PlanPreview {
            households: number("households", 0.6, Unit::Share),
            consumption: number("consumption", 1.1, Unit::Share),
            feasible: number("feasible", 0.9, Unit::Share),
            sectors: (0..filling.many(6)).map(starved).collect(),
        },
        order: Order::DrawUpPlan { growth: 0.075, investment: 0.22, heavy: 0.6, procurement: 0.22 },
        cost: filling.value(2.0),
        revise: (filling != Filling::Empty).then(Draft::default),
        given: false,
        blockers: (0..filling.many(1) / 2).map(|_| filling.name("The plan runs.")).collect(),
    }
}

fn prices(filling: Filling) -> PricesPage {
    let line = |traded: bool| PriceLine {
        name: filling.name("machinery"),
        now: number(filling, "price", 1.1, Unit::OfBase),
        world: traded.then(|| filling.value(0.9)),
        change: (filling != Filling::Empty).then(|| filling.value(0.1)),
        line: (0..filling.many(60)).map(|month| filling.value(1.0 + month as f64 / 100.0) as f32).collect(),
        world_line: (0..if traded { filling.many(60) } else { 0 })
            .map(|_| filling.value(0.2) as f32)
            .collect(),
    };
    PricesPage {
        first: Month(600),
        terms: line(false),
        goods: (0..filling.many(6)).map(|place| line(place < 5)).collect(),
    }
}

fn trade(filling: Filling) -> TradeView {
    let partner = |id: usize| PartnerLine {
        id: PolityId(id as u16),
        name: if id == 0 { filling.name("Soviet Union") } else { filling.name("Hungary") },
        exports: number(filling, "exports", 3.6e6, Unit::MoneyAYear),
        imports: number(filling, "imports", 4.5e6, Unit::MoneyAYear),
        balance: filling.value(-0.9e6),
        market_share: filling.value(0.1),
    };
    let good = |id: usize| GoodLine {
        id: GoodId(id as u16),
        name: filling.name("materials"),
        exports: filling.value(1.0e6),
        imports: filling.value(2.0e6),
        weight: filling.value(0.02),
        price: filling.value(1.02),
        withheld: filling.value(0.0),
    };
    TradeView {
        name: filling.name("Poland"),
        month: Month(612),
        numbers: (0..filling.many(14))
            .map(|_| number(filling, "terms of trade", 1.0, Unit::Weight))
            .collect(),
        partners: (0..filling.many(12)).map(partner).collect(),
        goods: (0..filling.many(5)).map(good).collect(),
        restrictions: (0..filling.many(2))
            .map(|_| AgreementLine { sentence: act(filling), until: String::new(), treaty: None })
            .collect(),
        policy: (0..filling.many(1)).map(|_| filling.name("buys machinery first")).collect(),
        flows: Vec::new(),
    }
}

fn community(filling: Filling) -> CommunityPage {
    let share = |what: &str| number(filling, what, 0.2, Unit::Share);
    let member = |id: usize| MemberRow {
        id: PolityId(id as u16),
        name: filling.name("Poland"),
        refuses: id == 1,
        shortage: share("shortage"),
        assured: share("assured"),
        met: share("met"),
        burden: number(filling, "burden", 1.1e5, Unit::MoneyAYear),
    };
    let sides = [DeliverySide::Delivers, DeliverySide::Receives, DeliverySide::Others];
    let obligation = |place: usize| ObligationRow {
        side: sides[place % 3],
        sentence: act(filling),
        monthly: number(filling, "due", 2800.0, Unit::Money),
        delivered: filling.value(1.5e4),
        quality: filling.value(0.9),
        arrears: filling.value(7500.0),
        months: place as u32,
        disputed: place == 1,
    };
    let union = |place: usize| Union {
        name: filling.name("Council for Mutual Economic Assistance"),
        kind: "plan-coordinating community",
        says: vec![act(filling)],
        depth: (place == 1).then(|| share("customs union")),
        members: (0..if place == 0 { filling.many(8) } else { 0 }).map(member).collect(),
        obligations: (0..filling.many(6)).map(obligation).collect(),
        specialisations: (0..filling.many(2)).map(|_| act(filling)).collect(),
        works: (0..filling.many(2))
            .map(|_| WorkRow {
                sentence: act(filling),
                payers: act(filling),
                progress: filling.value(0.4),
                stage: "being built",
            })
            .collect(),
        grants: (0..filling.many(3))
            .map(|_| AgreementLine { sentence: act(filling), until: String::new(), treaty: None })
            .collect(),
    };
    let door = |_: usize| Door {
        name: filling.name("European Recovery Programme"),
        kind: "market community",
        takes: vec![(filling.name("it is open to this region"), true), (filling.name("a system"), false)],
        trust: number(filling, "trust", 0.4, Unit::Index),
    };
    CommunityPage {
        unions: (0..filling.many(2).min(2)).map(union).collect(),
        doors: (0..filling.many(2)).map(door).collect(),
    }
}

fn money(filling: Filling) -> MoneyPage {
    let numbers =
        |many: usize| (0..filling.many(many)).map(|_| number(filling, "gold", 2.0e6, Unit::Money)).collect();
    let debt = |place: usize| DebtLine {
        other: PolityId(place as u16),
        name: filling.name("United States"),
        owed: place.is_multiple_of(2),
        kind: "banks",
        principal: number(filling, "still owed", 1.3e6, Unit::Money),
        interest: filling.value(0.03),
        months_left: 90,
        arrears: place as u32,
    };
    MoneyPage {
        warnings: (0..filling.many(2)).map(|_| filling.name("A payments crisis.")).collect(),
        home: numbers(6),
        abroad: numbers(5),
        key: (filling != Filling::Empty).then(|| act(filling)),
        key_numbers: numbers(3),
        credit: numbers(4),
        debts: (0..filling.many(3)).map(debt).collect(),
    }
}

fn property(filling: Filling) -> Vec<SectorProperty> {
    let one = |place: usize| SectorProperty {
        name: format!("{} {place}", filling.name("food")),
        capital: number(filling, "capital", 6.0e7, Unit::Money),
        shares: [filling.value(1.0 / Property::COUNT as f64); Property::COUNT],
    };
    (0..filling.many(6)).map(one).collect()
}

fn view(filling: Filling, tab: EconomyTab) -> EconomyView {
    let page = match tab {
        EconomyTab::Balance => EconomyPage::Balance(Box::new(BalanceView {
            state: "POL".into(),
            name: filling.name("Poland"),
            month: "1951-08".into(),
            goods: balances(filling, 6).into_iter().take(12).collect(),
            accounts: balances(filling, 3).into_iter().take(3).collect(),
        })),
        EconomyTab::Plan => EconomyPage::Plan(Box::new(plan(filling))),
        EconomyTab::Property => EconomyPage::Property(property(filling)),
        EconomyTab::Prices => EconomyPage::Prices(Box::new(prices(filling))),
        EconomyTab::Trade => EconomyPage::Trade(Box::new(trade(filling))),
        EconomyTab::Community => EconomyPage::Community(Box::new(community(filling))),
        EconomyTab::Money => EconomyPage::Money(Box::new(money(filling))),
    };
    EconomyView { id: Some(PolityId(1)), name: filling.name("Poland"), page }
}

fn drawn(tab: EconomyTab, view: EconomyView) -> impl Fn(&mut Ui, &mut Intents) {
    move |ui, intents| economy_panel(ui, &view, tab, intents)
}

#[test]
fn every_page_at_every_size() {
    for tab in EconomyTab::ALL {
        sweep(tab.words(), room, |filling| Box::new(drawn(tab, view(filling, tab))));
    }
    sweep("nobody", room, |_| Box::new(drawn(EconomyTab::Plan, EconomyView::default())));
}

#[test]
fn tabs_open_pages() {
    let tab = EconomyTab::Balance;
    let mut harness = window(COMMON, 1.0, room, drawn(tab, view(Filling::Normal, tab)));
    harness.get_by_label("Community").click();
    harness.run_steps(2);
    assert_eq!(pushed(&harness), [Intent::EconomyTab(EconomyTab::Community)]);
}

#[test]
fn a_plan_is_drawn_up_in_two_presses() {
    let (tab, page) = (EconomyTab::Plan, plan(Filling::Normal));
    let mut harness = window(COMMON, 1.0, room, drawn(tab, view(Filling::Normal, tab)));
    harness.get_by_label("Fastest that starves nothing: 4.0 %").click();
    harness.run_steps(2);
    harness.get_by_label("Settle this plan").click();
    harness.run_steps(2);
    assert_eq!(pushed(&harness), [Intent::DraftPlan(page.advised), Intent::Order(page.order)]);
}

#[test]
fn a_plan_that_cannot_be_drawn_up_says_why_and_offers_to_revise() {
    let page = PlanPage { blockers: vec!["The plan runs.".into()], ..plan(Filling::Normal) };
    let economy =
        EconomyView { page: EconomyPage::Plan(Box::new(page)), ..view(Filling::Normal, EconomyTab::Plan) };
    let mut harness = window(COMMON * 2.0, 1.0, room, drawn(EconomyTab::Plan, economy));
    harness.get_by_label("The plan runs.");
    harness.get_by_label("Settle this plan").click();
    harness.run_steps(2);
    harness.get_by_label("Revise the running plan…").click();
    harness.run_steps(2);
    assert_eq!(pushed(&harness), [Intent::Prepare(Draft::default())]);
}

#[test]
fn partners_are_pointed_out_on_the_map_and_lead_to_their_state() {
    let tab = EconomyTab::Trade;
    let mut harness = window(COMMON, 1.0, room, drawn(tab, view(Filling::Normal, tab)));
    harness.get_by_label("Show all on the map").click();
    harness.run_steps(2);
    // The name stands at the left; the figures of the row open by themselves.
    const ROW: &str = "Soviet Union, 3,600, 4,500, −900, 10.0 %";
    let at = harness.get_by_label(ROW).rect().left_center() + egui::vec2(20.0, 0.0);
    harness.hover_at(at);
    harness.run_steps(2);
    assert_eq!(pushed(&harness), [Intent::ShowFlows, Intent::PointOut(PolityId(0))]);
    harness.get_by_label(ROW).click_accesskit();
    harness.run_steps(2);
    assert!(pushed(&harness).contains(&Intent::Select(Selection::Polity(PolityId(0)))));
}

#[test]
fn outsiders_read_what_it_takes_to_join() {
    let page = CommunityPage { unions: Vec::new(), ..community(Filling::Normal) };
    let economy = EconomyView {
        page: EconomyPage::Community(Box::new(page)),
        ..view(Filling::Normal, EconomyTab::Community)
    };
    let harness = window(COMMON, 1.0, room, drawn(EconomyTab::Community, economy));
    harness.get_by_label("It belongs to no community of planners and to no common market.");
    assert_eq!(harness.get_all_by_label("· It is open to this region: yes").count(), 2);
}
