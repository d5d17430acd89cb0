//! Views made by hand: ordinary ones, empty ones, and ones with values no campaign reaches.

use correlation::base::{Month, MovementId, PolityId, TerritoryId};
use correlation::content::vocabulary::{Class, Current, Harm, Ids, Order, OrderKind, Property};
use correlation::desktop::intents::Selection;
use correlation::sim::Seat;
use correlation::sim::chronicle::{PolitySeries, WorldSeries};
use correlation::sim::orders::Seq;
use correlation::view::*;

/// How a view is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filling {
    Normal,
    Empty,
    Extreme,
}

impl Filling {
    pub const ALL: [Filling; 3] = [Self::Normal, Self::Empty, Self::Extreme];

    pub fn value(self, normal: f64) -> f64 {
        match self {
            Self::Normal => normal,
            Self::Empty => 0.0,
            Self::Extreme if normal > 0.5 => f64::NAN,
            Self::Extreme if normal > 0.3 => f64::INFINITY,
            Self::Extreme => -1.0e300,
        }
    }

    pub fn many(self, normal: usize) -> usize {
        match self {
            Self::Normal => normal,
            Self::Empty => 0,
            Self::Extreme => 120,
        }
    }

    pub fn name(self, normal: &str) -> String {
        match self {
            Self::Normal => normal.into(),
            Self::Empty => String::new(),
            Self::Extreme => format!("{normal} ").repeat(30) + "Việt Nam Ελλάς Россия",
        }
    }
}

pub fn number(filling: Filling, what: &str, value: f64, unit: Unit) -> Explained {
    let parts = (0..filling.many(3)).map(|part| (filling.name(&format!("term {part}")), filling.value(0.1)));
    Explained::given(filling.name(what), filling.value(value), unit)
        .meaning("What it means.")
        .with_parts(How::Sum, parts)
}

fn gauges(filling: Filling) -> Gauges {
    Gauges {
        above: number(filling, "Those above cannot", 0.31, Unit::Index),
        below: number(filling, "Those below will not", 0.47, Unit::Index),
        lead: number(filling, "Someone to lead", 0.22, Unit::Index),
        ripeness: number(filling, "Revolutionary situation", 0.32, Unit::Index),
    }
}

fn classes(filling: Filling) -> Vec<ClassSlice> {
    let shares = [0.52, 0.02, 0.11, 0.09, 0.13, 0.05, 0.04, 0.04];
    let slice = |(&class, share)| ClassSlice {
        class,
        share: filling.value(share),
        weight: Some(filling.value(share)),
    };
    Class::ALL.iter().zip(shares).map(slice).take(filling.many(8)).collect()
}

fn currents(filling: Filling) -> Vec<CurrentSlice> {
    let one = |&current| CurrentSlice { current, share: filling.value(0.16) };
    Current::ALL.iter().map(one).take(filling.many(6)).collect()
}

pub fn act(filling: Filling) -> Sentence {
    Sentence::fill(
        "{by} offers {to} a credit.",
        &[
            ("by", Piece::linked(filling.name("Moscow"), Link::Polity(PolityId(1)))),
            ("to", Piece::linked(filling.name("Egypt"), Link::Polity(PolityId(2)))),
        ],
    )
}

fn decisions(filling: Filling) -> Vec<DecisionLine> {
    let line = |number: usize| DecisionLine {
        number: number as u32,
        month: Month(686),
        act: act(filling),
        verdict: "chosen".into(),
        chosen: number.is_multiple_of(2),
        margin: filling.value(0.2),
    };
    (0..filling.many(3)).map(line).collect()
}

/// An order that a screen offers whole.
pub fn offered(
    filling: Filling,
    order: Order<Ids>,
    title: &str,
    refused: Vec<String>,
    ordered: Option<Seq>,
) -> OfferedOrder {
    OfferedOrder {
        draft: None,
        order,
        title: filling.name(title),
        effect: filling.name("It does something."),
        then: filling.name("As things stand it would come to something."),
        price: filling.name("0.15 authority"),
        refused,
        ordered,
    }
}

fn actions(filling: Filling) -> Vec<ActionLine> {
    let kinds =
        [OrderKind::OfferCredit, OrderKind::OfferTradeTreaty, OrderKind::OfferPact, OrderKind::OpenWar];
    let line = |(index, &kind): (usize, &OrderKind)| ActionLine {
        title: filling.name(words::order_title(kind)),
        does: filling.name(words::order_does(kind)),
        draft: Draft {
            kind: Some(kind),
            pick: Some(Pick::Polity(PolityId(2))),
            numbers: [0.03, 12.0, 0.02, 0.0],
        },
        blocked: if index == 2 { vec!["The two are at war.".into()] } else { Vec::new() },
    };
    kinds.iter().enumerate().map(line).take(filling.many(4)).collect()
}

fn doctrine(filling: Filling) -> DoctrineLine {
    DoctrineLine {
        name: filling.name("Peaceful coexistence"),
        opponents: filling.name("revisionism"),
        scope: "across systems".into(),
        summary: filling.name("Its holders assert that two systems can compete without war."),
    }
}

fn relations(filling: Filling) -> Vec<RelationLine> {
    let line = |other: usize| RelationLine {
        other: Seat::Polity(PolityId(other as u16)),
        name: filling.name("India"),
        value: filling.value(0.4),
    };
    (0..filling.many(4)).map(line).collect()
}

fn movements(filling: Filling) -> Vec<MovementLine> {
    let line = |id: usize| MovementLine {
        id: MovementId(id as u16),
        name: filling.name("Front of national liberation"),
        phase: "in arms".into(),
        strength: filling.value(0.3),
        organisation: filling.value(0.6),
    };
    (0..filling.many(2)).map(line).collect()
}

fn seen(filling: Filling) -> ArchiveView {
    let line = |what: &'static str| MeansLine {
        what,
        believed: Some(number(filling, what, 420.0, Unit::Count)),
        over_truth: (0..filling.many(12)).map(|it| 0.8 + 0.1 * it as f32).chain([f32::NAN]).collect(),
        mean_error: Some(filling.value(0.24)),
    };
    ArchiveView {
        observer: filling.name("United States"),
        target: filling.name("Egypt"),
        certainty: number(filling, "known by intelligence", 0.3, Unit::Share),
        lines: ["strength", "product", "warheads"].map(line).into(),
        first: Some(Month(600)),
    }
}

pub fn state(filling: Filling) -> StateView {
    let numbers = |count: usize| {
        (0..count).map(|it| number(filling, &format!("number {it}"), 0.1 * it as f64, Unit::Index)).collect()
    };
    if filling == Filling::Empty {
        return StateView::default();
    }
    StateView {
        id: Some(PolityId(2)),
        name: filling.name("Egypt"),
        status: "sovereign".into(),
        seen: Some(seen(filling)),
        form: filling.name("national state"),
        look: Look::NonAligned,
        ruler: Some((PolityId(1), filling.name("United Kingdom"))),
        is_player: false,
        bloc: Some(filling.name("Arab League")),
        organisations: vec![],
        people: number(filling, "people", 24.0e6, Unit::People),
        product_per_head: number(filling, "product per head", 910.0, Unit::DollarsAYear),
        growth: number(filling, "growth", 0.04, Unit::Growth),
        rule: numbers(5),
        life: numbers(5),
        economy: numbers(7),
        budget: numbers(5),
        might: numbers(4),
        classes: classes(filling),
        currents: currents(filling),
        gauges: gauges(filling),
        doctrines: vec![doctrine(filling), doctrine(filling)],
        trusted: relations(filling),
        tense: relations(filling),
        influences: relations(filling),
        influenced: relations(filling),
        movements: movements(filling),
        agreements: (0..filling.many(2))
            .map(|_| AgreementLine { sentence: act(filling), until: "Until March 1958".into(), treaty: None })
            .collect(),
        territories: (0..filling.many(2)).map(|id| (TerritoryId(id as u16), filling.name("Egypt"))).collect(),
        standing: number(filling, "standing", 0.4, Unit::Index),
        decisions: decisions(filling),
        actions: actions(filling),
    }
}

pub fn territory(filling: Filling) -> TerritoryView {
    if filling == Filling::Empty {
        return TerritoryView::default();
    }
    TerritoryView {
        id: Some(TerritoryId(3)),
        name: filling.name("Algeria"),
        region: filling.name("Northern Africa"),
        owner: Some((PolityId(4), filling.name("Algeria"))),
        owner_status: filling.name("ruled by France"),
        look: Look::Ruled,
        control: (0..filling.many(2))
            .map(|index| ControlLine {
                by: Seat::Movement(MovementId(index as u16)),
                name: filling.name("Front"),
                share: filling.value(0.2),
            })
            .collect(),
        people: number(filling, "people", 9.0e6, Unit::People),
        bar: classes(filling),
        classes: Class::ALL
            .iter()
            .map(|&class| ClassRowView {
                class,
                share: 0.1,
                income: filling.value(0.8),
                expected: filling.value(1.0),
                grievance: filling.value(0.4),
                organisation: filling.value(0.2),
                currents: [filling.value(0.16); Current::COUNT],
            })
            .collect(),
        currents: currents(filling),
        value_added: number(filling, "product", 0.4e6, Unit::Money),
        sectors: (0..filling.many(6))
            .map(|_| SectorRow {
                name: filling.name("machinery"),
                output: filling.value(2.0e5),
                capital: filling.value(9.0e6),
                property: Property::ALL.iter().map(|&it| (it, 0.2)).collect(),
            })
            .collect(),
        deposits: vec![
            Explained::given("known deposits: Materials", 1.4, Unit::Weight)
                .meaning("What has been found and not yet dug, over what was known at the start."),
        ],
        nations: vec![(filling.name("arab"), 0.8), (filling.name("berber"), 0.2)],
        movements: movements(filling),
    }
}

pub fn movement(filling: Filling) -> MovementView {
    if filling == Filling::Empty {
        return MovementView::default();
    }
    MovementView {
        id: Some(MovementId(1)),
        name: filling.name("Front of national liberation"),
        phase: "in arms, since November 1954".into(),
        against: Some((PolityId(1), filling.name("France"))),
        territory: Some((TerritoryId(3), filling.name("Algeria"))),
        current: "national".into(),
        strategy: "rural guerrilla".into(),
        front: classes(filling),
        numbers: (0..7)
            .map(|it| number(filling, &format!("number {it}"), 0.1 * it as f64, Unit::Index))
            .collect(),
        patrons: (0..filling.many(2))
            .map(|id| PatronLine {
                id: PolityId(id as u16),
                name: filling.name("Egypt"),
                monthly: filling.value(900.0),
            })
            .collect(),
        power: number(filling, "what it can bring", 0.3, Unit::Weight),
        government: number(filling, "what stands against it", 0.6, Unit::Weight),
        will: number(filling, "will", 0.4, Unit::Index),
        history: (0..filling.many(3))
            .map(|line| HistoryLine {
                month: Month(650 + line as u32),
                sentence: act(filling),
                rising: line.is_multiple_of(2).then_some(line),
            })
            .collect(),
        risings: risings(filling),
        doctrine: Some(doctrine(filling)),
        gauges: gauges(filling),
        decisions: decisions(filling),
        is_player: false,
        actions: actions(filling),
    }
}

pub fn risings(filling: Filling) -> Vec<RisingLine> {
    let line = |number: usize| RisingLine {
        number,
        movement: (MovementId(number as u16), filling.name("Front of national liberation")),
        place: (TerritoryId(3), filling.name("Algeria")),
        against: (PolityId(1), filling.name("France")),
        began: Month(658),
        from_start: number == 1,
        ripeness: filling.value(0.41),
        ended: number.is_multiple_of(2).then_some(Month(700)),
        end: "laid arms down in talks",
        most_ground: filling.value(0.2),
        dead: filling.value(120_000.0),
    };
    (0..filling.many(3)).map(line).collect()
}

pub fn chronicle(filling: Filling) -> ChronicleView {
    let tones = [Tone::Routine, Tone::Plain, Tone::Grave];
    let entry = |number: usize| ChronicleEntry {
        number,
        month: Month(686),
        sentence: act(filling),
        tone: tones[number % 3],
        decision: number.is_multiple_of(2).then_some(number as u32),
        rising: (number == 3).then_some(7),
    };
    ChronicleView {
        filter: ChronicleFilter::Liberation,
        small_acts: filling == Filling::Extreme,
        entries: (0..filling.many(5)).map(entry).collect(),
        more: filling != Filling::Empty,
    }
}

pub fn decision(filling: Filling) -> Option<DecisionView> {
    if filling == Filling::Empty {
        return None;
    }
    let term = |index: usize| ReasonTerm {
        label: filling.name(&format!("what allies will say {index}")),
        believed: filling.value(0.4),
        truth: filling.value(0.6),
        utility: filling.value(0.5),
        weight: filling.value(0.2),
        adds: filling.value(0.1),
        misjudged: index.is_multiple_of(2),
    };
    Some(DecisionView {
        number: 12,
        month: Month(686),
        agent: Seat::Polity(PolityId(1)),
        act: act(filling),
        verdict: "chosen".into(),
        chosen: true,
        doctrine: filling.name("Containment"),
        opponents: filling.name("encirclement"),
        because: filling.name("Hold the line where it is."),
        terms: (0..filling.many(5)).map(term).collect(),
        cost: filling.value(0.1),
        issues: (0..filling.many(2)).map(|_| ("peace movement", filling.value(-0.05))).collect(),
        interests: (0..filling.many(3)).map(|_| ("peasants", filling.value(0.05))).collect(),
        resolve: (filling.many(1) > 0)
            .then(|| (filling.name("holds to its aim: trust"), filling.value(0.06))),
        score: number(filling, "score", 0.6, Unit::Weight),
        threshold: filling.value(0.5),
        margin: filling.value(0.1),
        alternatives: (0..filling.many(3))
            .map(|number| Alternative {
                number: number as u32 + 13,
                act: act(filling),
                verdict: "too little spoke for it".into(),
                chosen: false,
                margin: filling.value(0.2),
            })
            .collect(),
        what_if: (filling == Filling::Normal).then(|| "“alliance doubts” believed at 0.30 or less.".into()),
    })
}

pub fn orders(filling: Filling) -> OrdersView {
    if filling == Filling::Empty {
        return OrdersView::default();
    }
    let draft = Draft {
        kind: Some(OrderKind::OfferCredit),
        pick: Some(Pick::Polity(PolityId(2))),
        numbers: [0.03, 12.0, 0.02, 0.0],
    };
    let order: Option<Order<Ids>> = draft.order();
    let kinds = [OrderKind::OfferCredit, OrderKind::GiveAid, OrderKind::OpenWar];
    let parameter = |what: &str, min, max, unit| Parameter {
        what: filling.name(what),
        min,
        max,
        step: 0.005,
        default: min,
        unit,
        choices: Vec::new(),
    };
    let choice = Parameter {
        choices: vec![filling.name("economic"), filling.name("military")],
        ..parameter("form", 0.0, 1.0, Unit::Count)
    };
    OrdersView {
        seat: Some(Seat::Polity(PolityId(1))),
        seat_name: filling.name("Soviet Union"),
        authority: Some(number(filling, "authority", 6.0, Unit::Authority)),
        menu: kinds
            .iter()
            .map(|&kind| MenuOrder {
                kind,
                title: filling.name(words::order_title(kind)),
                does: filling.name(words::order_does(kind)),
                group: OrderGroup::of(kind),
                takes_target: true,
                cost: filling.value(1.0),
                affordable: kind != OrderKind::OpenWar,
                draft: Draft { kind: Some(kind), ..draft },
            })
            .collect(),
        draft,
        aimed_at: Some(filling.name("Egypt")),
        takes_target: true,
        targets: (0..filling.many(6))
            .map(|id| TargetChoice {
                pick: Pick::Polity(PolityId(id as u16)),
                name: filling.name("Egypt"),
                blocked: if id > 3 { vec!["The two are at war.".into()] } else { Vec::new() },
            })
            .collect(),
        parameters: vec![
            parameter("share of the budget", 0.005, 0.2, Unit::Share),
            parameter("years to repay", 1.0, 30.0, Unit::Years),
            choice,
        ],
        order,
        words: filling.name("Moscow offers Egypt a credit."),
        cost: filling.value(1.0),
        left: filling.value(4.0),
        against_line: Some(filling.name("No talks from weakness.")),
        reckon: vec![number(filling, "outlasts its first 18 months", 0.64, Unit::Share)],
        blockers: if filling == Filling::Extreme {
            vec![filling.name("The reserves do not suffice.")]
        } else {
            vec![]
        },
        pending: (0..filling.many(2))
            .map(|number| PendingOrder {
                sequence: Seq(number as u32),
                words: filling.name("Moscow recognises Egypt."),
                cost: 0.5,
            })
            .collect(),
        refused: (0..filling.many(1))
            .map(|_| (filling.name("Moscow opens war."), vec!["It is so.".into()]))
            .collect(),
    }
}

pub fn chart(filling: Filling) -> ChartView {
    let keys = [
        SeriesKey::Polity(PolityId(1), PolitySeries::ProductPerHead),
        SeriesKey::Polity(PolityId(2), PolitySeries::Legitimacy),
        SeriesKey::World(WorldSeries::Tension),
        SeriesKey::World(WorldSeries::Wars),
    ];
    let lines = match filling {
        Filling::Normal => 2,
        Filling::Empty => 0,
        Filling::Extreme => 4,
    };
    let value = |month: usize| match filling {
        Filling::Extreme if month.is_multiple_of(50) => f32::NAN,
        Filling::Extreme => month as f32 * 1e12,
        _ => month as f32,
    };
    let line = |&key| ChartSeries {
        key,
        name: filling.name(&format!("{key:?}")),
        values: (0..480).map(value).collect(),
    };
    ChartView {
        first: Month(599),
        lines: keys.iter().take(lines).map(line).collect(),
        choices: keys.iter().map(|&key| (key, filling.name(&format!("{key:?}")))).collect(),
    }
}

pub fn ledger(filling: Filling) -> LedgerView {
    let row = |id: usize| LedgerRow {
        id: PolityId(id as u16),
        name: filling.name("India"),
        form: "national state",
        look: Look::ALL[id % 7],
        values: [filling.value(0.4); 11],
    };
    LedgerView {
        rows: (0..filling.many(12)).map(row).collect(),
        sort: LedgerColumn::People,
        descending: true,
    }
}

pub fn outcome(filling: Filling) -> OutcomeView {
    if filling == Filling::Empty {
        return OutcomeView::default();
    }
    OutcomeView {
        seat_name: filling.name("Soviet Union"),
        month: Month(686),
        ended: filling == Filling::Extreme,
        exchange: (filling == Filling::Extreme).then_some(Month(686)),
        account: (0..filling.many(12))
            .map(|_| filling.name("Washington: it holds; Moscow: it goes one rung up."))
            .collect(),
        standing: Some(number(filling, "standing", 0.4, Unit::Index)),
        movement_phase: String::new(),
        harm_before: Some(filling.name("Viet Minh")),
        aims: (0..filling.many(2))
            .map(|_| AimLine {
                words: filling.name("Catch up"),
                now: filling.value(0.4),
                reached: filling.value(0.3),
                from: 0.2,
                to: 0.8,
                weight: filling.value(0.5),
            })
            .collect(),
        harm: Harm::ALL
            .iter()
            .map(|&kind| HarmLine { kind, own: filling.value(0.2), world: filling.value(12.0e6) })
            .collect(),
    }
}

pub fn lesson(filling: Filling) -> LessonView {
    if filling == Filling::Empty {
        return LessonView::default();
    }
    LessonView {
        title: filling.name("Reading the world"),
        step: 2,
        steps: 8,
        say: filling.name("Open the chronicle."),
        how: vec![filling.name("Press C.")],
        why: filling.name("What happened explains what will."),
        hints: vec![filling.name("It is at the bottom.")],
        notice: Some("You took another road.".into()),
        ask: Some(AskView {
            id: "guess".into(),
            question: filling.name("Will tension rise?"),
            choices: vec![filling.name("Yes"), filling.name("No")],
            answered: Some(0),
            borne_out: None,
            explain: filling.name("It depends."),
        }),
        highlight: vec!["topbar.step".into()],
        done: filling == Filling::Extreme,
        can_show: true,
    }
}

/// The selection that a link in [`act`] leads to.
pub const EGYPT: Selection = Selection::Polity(PolityId(2));
