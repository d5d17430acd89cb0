//! A territory, for its inspector.

use crate::base::{GoodId, PolityId, TerritoryId};
use crate::content::defs::GoodDef;
use crate::content::vocabulary::{Class, Current, Property};
use crate::sim::economy::{Capital, Deposits, Output, Ownership};
use crate::sim::ledger::{PeopleBook, PeopleFlow};
use crate::sim::politics::{Control, Owner, Status};
use crate::sim::society::Classes;
use crate::sim::{Seat, Simulation};

use super::gauges::{ClassSlice, CurrentSlice, class_bar, current_bar};
use super::state::{MovementLine, movements_inside};
use super::words::{Speaker, figure, fill, label, status_words, text};
use super::{Explained, How, Look, TermView, Unit};

/// Somebody who holds part of a territory.
#[derive(Debug, Clone, PartialEq)]
pub struct ControlLine {
    /// Who.
    pub by: Seat,
    /// Its name.
    pub name: String,
    /// How much (0–1).
    pub share: f64,
}

/// A class of a territory.
#[derive(Debug, Clone, PartialEq)]
pub struct ClassRowView {
    /// Which class.
    pub class: Class,
    /// Share of the people (0–1).
    pub share: f64,
    /// Income per head over the territory's average at the start.
    pub income: f64,
    /// Expected income, in the same measure.
    pub expected: f64,
    /// Grievance (0–1).
    pub grievance: f64,
    /// Organisation (0–1).
    pub organisation: f64,
    /// Lean over the six currents (sums to 1), in their order.
    pub currents: [f64; Current::COUNT],
}

/// A sector of a territory.
#[derive(Debug, Clone, PartialEq)]
pub struct SectorRow {
    /// Its name.
    pub name: String,
    /// Gross output this month, thousands of 2011 dollars.
    pub output: f64,
    /// Capital, thousands of 2011 dollars.
    pub capital: f64,
    /// Who owns it, largest share first.
    pub property: Vec<(Property, f64)>,
}

/// A territory.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TerritoryView {
    /// Which.
    pub id: Option<TerritoryId>,
    /// Its name.
    pub name: String,
    /// Its region.
    pub region: String,
    /// Its owner in law.
    pub owner: Option<(PolityId, String)>,
    /// How the owner stands.
    pub owner_status: String,
    /// How the owner stands between the systems.
    pub look: Look,
    /// Who holds how much, the owner first.
    pub control: Vec<ControlLine>,
    /// People.
    pub people: Explained,
    /// Classes by share of the people.
    pub bar: Vec<ClassSlice>,
    /// Classes with what they have, expect and suffer.
    pub classes: Vec<ClassRowView>,
    /// Lean of the people over currents, largest first.
    pub currents: Vec<CurrentSlice>,
    /// Value added this month.
    pub value_added: Explained,
    /// Sectors.
    pub sectors: Vec<SectorRow>,
    /// Known deposits of each mined good, over those known at the start.
    pub deposits: Vec<Explained>,
    /// Nations living there, with their share of the people.
    pub nations: Vec<(String, f64)>,
    /// Movements that stand against its owner and live here, strongest first.
    pub movements: Vec<MovementLine>,
}

/// A territory.
pub fn territory_view(sim: &Simulation, id: TerritoryId) -> TerritoryView {
    let content = sim.content();
    let def = &content.territories[id];
    let owner = sim.territory::<Owner>(id).polity();
    let classes = sim.territory::<Classes>(id);
    TerritoryView {
        id: Some(id),
        name: def.name.clone(),
        region: content.regions[def.region].name.clone(),
        owner: Some((owner, content.polities[owner].name.clone())),
        owner_status: status_words(content, *sim.polity::<Status>(owner)),
        look: Look::of(sim, owner),
        control: control(sim, id, owner),
        people: people(sim, id),
        bar: class_bar(sim, &[id], |_| None),
        classes: classes.iter().map(|(class, row)| class_row(class, row)).collect(),
        currents: current_bar(&currents(classes)),
        value_added: Explained::given(
            text!("n.value_added"),
            sim.territory::<Output>(id).value_added().real(),
            Unit::Money,
        )
        .meaning(text!("n.value_added.means")),
        sectors: sectors(sim, id),
        deposits: deposits(sim, id),
        nations: def.nations.iter().map(|(name, share)| (label(name), *share)).collect(),
        movements: movements_here(sim, id, owner),
    }
}

fn control(sim: &Simulation, id: TerritoryId, owner: PolityId) -> Vec<ControlLine> {
    let now = sim.territory::<Control>(id);
    let speaker = Speaker(sim.content());
    let line = |by: Seat, share| ControlLine { by, name: speaker.seat(by).text, share };
    let mut lines = vec![line(Seat::Polity(owner), now.owners())];
    lines.extend(now.others().map(|other| line(other.by, other.share)));
    lines
}

fn people(sim: &Simulation, id: TerritoryId) -> Explained {
    let book = sim.get::<PeopleBook>();
    let now = book.people(id).real();
    let words = |flow| match flow {
        PeopleFlow::Births => text!("pf.Births"),
        PeopleFlow::Deaths => text!("pf.Deaths"),
        PeopleFlow::War => text!("pf.War"),
        PeopleFlow::Famine => text!("pf.Famine"),
        PeopleFlow::Repression => text!("pf.Repression"),
        PeopleFlow::Arrivals => text!("pf.Arrivals"),
        PeopleFlow::Departures => text!("pf.Departures"),
    };
    let flow = |flow: PeopleFlow| {
        let amount = book.flow(id, flow).real();
        (words(flow).to_owned(), if flow.comes_in() { amount } else { -amount })
    };
    let flows: Vec<_> = PeopleFlow::ALL.map(flow).into_iter().filter(|(_, amount)| *amount != 0.0).collect();
    let before = now - flows.iter().map(|(_, amount)| amount).sum::<f64>();
    let opening = (text!("pf.before").to_owned(), before);
    Explained::given(text!("n.people"), now, Unit::People)
        .meaning(text!("n.people.means"))
        .with_parts(How::Sum, std::iter::once(opening).chain(flows))
}

pub(super) fn class_row(class: Class, row: &crate::sim::society::ClassRow) -> ClassRowView {
    ClassRowView {
        class,
        share: row.share(),
        income: row.income(),
        expected: row.expected(),
        grievance: row.grievance(),
        organisation: row.organisation(),
        currents: *row.currents(),
    }
}

/// The current that most people of a territory lean to, and their share (0–1); none if they lean to none.
pub fn leading_current(sim: &Simulation, id: TerritoryId) -> Option<(Current, f64)> {
    let shares = currents(sim.territory::<Classes>(id));
    let all = Current::ALL.iter().copied().zip(shares);
    all.filter(|(_, share)| *share > 0.0).max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))
}

/// Lean of all classes together, weighted by their shares.
pub(super) fn currents(classes: &Classes) -> [f64; Current::COUNT] {
    let mut sum = [0.0; Current::COUNT];
    for (_, row) in classes.iter() {
        for (total, lean) in sum.iter_mut().zip(row.currents()) {
            *total += row.share() * lean;
        }
    }
    sum
}

fn sectors(sim: &Simulation, id: TerritoryId) -> Vec<SectorRow> {
    let (output, capital) = (sim.territory::<Output>(id), sim.territory::<Capital>(id));
    let ownership = sim.territory::<Ownership>(id);
    let row = |(good, def): (GoodId, &GoodDef)| {
        let shares = Property::ALL.iter().copied().zip(ownership.of(good).iter().copied());
        let mut property: Vec<_> = shares.filter(|(_, share)| *share > 0.005).collect();
        property.sort_by(|a, b| b.1.total_cmp(&a.1));
        SectorRow {
            name: def.name.clone(),
            output: output.gross(good).real(),
            capital: capital.of(good),
            property,
        }
    };
    sim.content().goods.iter().map(row).collect()
}

fn deposits(sim: &Simulation, id: TerritoryId) -> Vec<Explained> {
    let (ground, output) = (sim.territory::<Deposits>(id), sim.territory::<Output>(id));
    let row = |(good, def): (GoodId, &GoodDef)| {
        let years = ground.years(good, output.gross(good).real())?;
        let lasts = fill(text!("n.deposits.last"), &[("years", &figure(years, Unit::Years))]);
        let what = fill(text!("n.deposits"), &[("good", &def.name)]);
        let part = |label: &str, value| TermView { label: label.into(), value, unit: Unit::Money };
        let now = part(text!("n.deposits.now"), ground.known(good));
        let then = part(text!("n.deposits.then"), ground.opening(good));
        let meaning = format!("{} {lasts}", text!("n.deposits.means"));
        Some(Explained::ratio(what, Unit::Weight, now, then).meaning(meaning))
    };
    sim.content().goods.iter().filter_map(row).collect()
}

fn movements_here(sim: &Simulation, id: TerritoryId, owner: PolityId) -> Vec<MovementLine> {
    let mut lines = movements_inside(sim, owner);
    lines.retain(|line| sim.content().movements[line.id].territory == id);
    lines
}
