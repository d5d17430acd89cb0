//! A movement, for its inspector.

use crate::base::{AgentId, Month, MovementId, PolityId, TerritoryId};
use crate::content::vocabulary::{Class, Ids, Order, OrderKind};
use crate::sim::agents::Players;
use crate::sim::chronicle::Chronicle;
use crate::sim::diplomacy::{AgreementTerms, Agreements, DiplomacyRules, Relations};
use crate::sim::doctrine::MovementDoctrines;
use crate::sim::movements::{
    Movement, MovementPhase, MovementRules, authority_of, courting_gain, government_power, holds_out,
    movement_power, organising_gain, will_of,
};
use crate::sim::politics::{Government, Owner, Status};
use crate::sim::{Atlas, Seat, Simulation, TermList};

use super::actions::{ActionLine, actions_towards};
use super::decision::{DecisionLine, decisions_of};
use super::gauges::{ClassSlice, Gauges, class_bar};
use super::risings::{RisingLine, movement_of, rising_of_fact, risings_of};
use super::state::DoctrineLine;
use super::words::{Sentence, fact_words, fill, phase_words, text};
use super::{Explained, How, Pick, Unit};

/// A state that helps a movement.
#[derive(Debug, Clone, PartialEq)]
pub struct PatronLine {
    /// Which.
    pub id: PolityId,
    /// Its name.
    pub name: String,
    /// Help a month, in thousands of 2011 dollars.
    pub monthly: f64,
}

/// Something that happened to a movement.
#[derive(Debug, Clone, PartialEq)]
pub struct HistoryLine {
    /// When.
    pub month: Month,
    /// What.
    pub sentence: Sentence,
    /// The record of the rising that it belongs to, if one.
    pub rising: Option<usize>,
}

/// A movement.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MovementView {
    /// Which.
    pub id: Option<MovementId>,
    /// Its name.
    pub name: String,
    /// Where it is in its life, and since when.
    pub phase: String,
    /// Whom it stands against.
    pub against: Option<(PolityId, String)>,
    /// Where it lives.
    pub territory: Option<(TerritoryId, String)>,
    /// Its leading current.
    pub current: String,
    /// How it seeks power.
    pub strategy: String,
    /// Classes of its territory, with their weight in the front.
    pub front: Vec<ClassSlice>,
    /// Authority, the road that the law leaves, organisation, unity, sympathy, strength, ground held, help, supply, sanctuary, taint.
    pub numbers: Vec<Explained>,
    /// What it can bring in a fight, with its terms.
    pub power: Explained,
    /// What those who rule can bring against it, with its terms.
    pub government: Explained,
    /// How much of their means those who rule put in, with its terms.
    pub will: Explained,
    /// States that help it.
    pub patrons: Vec<PatronLine>,
    /// The doctrine it follows.
    pub doctrine: Option<DoctrineLine>,
    /// The revolutionary situation where it fights.
    pub gauges: Gauges,
    /// What happened to it, newest first.
    pub history: Vec<HistoryLine>,
    /// The records of its risings, newest first.
    pub risings: Vec<RisingLine>,
    /// Its latest decisions.
    pub decisions: Vec<DecisionLine>,
    /// Whether the player sits here.
    pub is_player: bool,
    /// Acts towards it.
    pub actions: Vec<ActionLine>,
}

/// A movement.
pub fn movement_view(sim: &Simulation, id: MovementId) -> MovementView {
    let content = sim.content();
    let def = &content.movements[id];
    let now = sim.movement::<Movement>(id);
    let since = fill(text!("m.since"), &[("when", &now.since().to_string())]).to_lowercase();
    let is_player = sim.get::<Players>().seat() == Some(Seat::Movement(id));
    let ground = sim.territory::<Owner>(def.territory).polity();
    // Only those who contest power are weighed against those who hold it.
    let weighed = || powers(sim, id, now, ground);
    let [power, government, will] = now.is_alive().then(weighed).unwrap_or_default();
    MovementView {
        id: Some(id),
        name: def.name.clone(),
        phase: format!("{}, {}", phase_words(now.phase()), month_in(&since, now.since())),
        // Whoever has come to power stands against nobody.
        against: (now.phase() != MovementPhase::Victorious)
            .then(|| (now.against(), content.polities[now.against()].name.clone())),
        territory: Some((def.territory, content.territories[def.territory].name.clone())),
        current: def.current.words().into(),
        strategy: now.strategy().words().into(),
        front: class_bar(sim, &[def.territory], |class| Some(now.front()[class.index()])),
        numbers: [authority(sim, id), legal_road(sim, ground)]
            .into_iter()
            .chain(numbers(now, &power, &government))
            .collect(),
        power,
        government,
        will,
        patrons: patrons(sim, id),
        doctrine: Some(doctrine(sim, id)),
        // Of the country in which it lives, not of a ruler from abroad.
        gauges: Gauges::of(sim, ground),
        history: history(sim, id),
        risings: risings_of(sim, id),
        decisions: decisions_of(sim, Seat::Movement(id), 5),
        is_player,
        actions: if is_player { Vec::new() } else { actions(sim, id) },
    }
}

/// `since march 1957` with the month written as it is.
fn month_in(since: &str, month: crate::base::Month) -> String {
    since.replace(&month.to_string().to_lowercase(), &month.to_string())
}

/// Authority of the leaders of a movement.
pub(super) fn authority(sim: &Simulation, id: MovementId) -> Explained {
    Explained::given(text!("n.authority"), sim.movement::<Movement>(id).authority(), Unit::Authority)
        .meaning(text!("m.authority.means"))
}

/// What a movement has to reckon with before it gives an order; nothing for most.
pub(super) fn reckoned(sim: &Simulation, id: MovementId, order: &Order<Ids>) -> Vec<Explained> {
    let (now, rules) = (sim.movement::<Movement>(id), sim.get::<MovementRules>());
    let weight = |class: &Class| now.front()[class.index()];
    match order {
        Order::Rise => prospects(sim, id),
        Order::Organise { class } => {
            let by = organising_gain(now.organisation(), weight(class), rules);
            vec![afterwards(text!("m.organisation"), text!("m.organisation.means"), now.organisation(), by)]
        }
        Order::BuildFront { with } => {
            let by = courting_gain(weight(with), rules);
            let what = fill(text!("m.weight_of"), &[("class", with.words())]);
            vec![
                afterwards(&what, text!("m.weight_of.means"), weight(with), by),
                afterwards(text!("m.unity"), text!("m.unity.means"), now.unity(), -rules.courting_unity),
            ]
        }
        Order::SeekPatron { patron } => {
            let (of, to) = (agent(sim, Seat::Polity(*patron)), agent(sim, Seat::Movement(id)));
            let rules = sim.get::<DiplomacyRules>();
            let trust = sim.get::<Relations>().trust(of, to);
            vec![
                afterwards(text!("m.patron.trust"), text!("m.patron.trust.means"), trust, rules.act_grave),
                afterwards(text!("m.taint"), text!("m.taint.means"), now.taint(), rules.help_seen),
            ]
        }
        _ => Vec::new(),
    }
}

/// A level (0–1) as it will stand after an order, with what it is now.
fn afterwards(what: &str, means: &str, now: f64, by: f64) -> Explained {
    let after = (now + by).clamp(0.0, 1.0);
    let parts = [(text!("m.now").to_owned(), now), (text!("m.this_order").to_owned(), after - now)];
    let what = fill(text!("m.afterwards"), &[("what", what)]);
    Explained::given(what, after, Unit::Index).meaning(means).with_parts(How::Sum, parts)
}

fn agent(sim: &Simulation, seat: Seat) -> AgentId {
    sim.get::<Atlas>().agent(seat)
}

/// What a movement that rises has to reckon with: how ripe the situation is, its strength, whether it would outlast its
/// first months, and whether the law leaves it another road.
fn prospects(sim: &Simulation, id: MovementId) -> Vec<Explained> {
    let ground = sim.territory::<Owner>(sim.content().movements[id].territory).polity();
    let (now, rules) = (sim.movement::<Movement>(id), sim.get::<MovementRules>());
    let ripeness = Gauges::of(sim, ground).ripeness;
    let lasts = holds_out(ripeness.value, rules);
    let months = format!("{:.0}", rules.trial_months);
    let means = fill(text!("m.outlasts.means"), &[("months", &months)]);
    let [power, government, _] = powers(sim, id, now, ground);
    vec![
        ripeness,
        strength(now, &power, &government),
        Explained::given(fill(text!("m.outlasts"), &[("months", &months)]), lasts, Unit::Share)
            .meaning(&means),
        legal_road(sim, ground),
    ]
}

/// How far the law leaves those who are not in power a road.
fn legal_road(sim: &Simulation, ground: PolityId) -> Explained {
    let government = sim.polity::<Government>(ground);
    let ruling = sim.polity::<Status>(ground).ruler().map(|ruler| sim.polity::<Government>(ruler));
    let mut parts = vec![(text!("m.road.votes").to_owned(), government.franchise())];
    if let Some(ruling) = ruling {
        parts.extend([
            (text!("m.road.ruler").to_owned(), ruling.franchise()),
            (text!("m.road.settlers").to_owned(), government.coalition()[Class::Landowners.index()]),
            (text!("m.road.police").to_owned(), government.repression()),
        ]);
    }
    Explained::given(text!("m.road"), government.legal_road(ruling), Unit::Index)
        .meaning(text!("m.road.means"))
        .with_parts(How::Combined, parts)
}

/// Fighting strength, from what each side can bring.
fn strength(now: &Movement, power: &Explained, government: &Explained) -> Explained {
    let sides = [power, government].into_iter().filter(|side| !side.what.is_empty());
    Explained::given(text!("m.strength"), now.strength(), Unit::Index)
        .meaning(text!("m.strength.means"))
        .with_parts(How::Combined, sides.map(|side| (side.what.clone(), side.value)))
}

fn numbers(now: &Movement, power: &Explained, government: &Explained) -> Vec<Explained> {
    let share = |what: &str, value, means: &str| Explained::given(what, value, Unit::Index).meaning(means);
    vec![
        share(text!("m.support"), now.support(), text!("m.support.means")),
        share(text!("m.organisation"), now.organisation(), text!("m.organisation.means")),
        share(text!("m.unity"), now.unity(), text!("m.unity.means")),
        strength(now, power, government),
        share(text!("m.control"), now.control(), text!("m.control.means")),
        share(text!("m.help"), now.help(), text!("m.help.means")),
        share(text!("m.supply"), now.supply(), text!("m.supply.means")),
        share(text!("m.sanctuary"), now.sanctuary(), text!("m.sanctuary.means")),
        share(text!("m.taint"), now.taint(), text!("m.taint.means")),
    ]
}

/// What it can bring, what those who rule can bring against it, and how much of that they put in.
fn powers(sim: &Simulation, id: MovementId, now: &Movement, ground: PolityId) -> [Explained; 3] {
    let rules = sim.get::<MovementRules>();
    let def = &sim.content().movements[id];
    let terrain = sim.content().territories[def.territory].guerrilla_terrain;
    let given = |what: &str, value, unit, means: &str| Explained::given(what, value, unit).meaning(means);
    let mut terms = TermList::default();
    let power = movement_power(
        now.support(),
        now.organisation(),
        now.unity(),
        terrain,
        now.help(),
        rules,
        &mut terms,
    );
    let power = given(text!("m.power"), power, Unit::Weight, text!("m.power.means"));
    let power = power.with_terms(How::Sum, &terms);
    let authority = authority_of(sim.world(), ground);
    let mut terms = TermList::default();
    let against = government_power(&authority, rules, &mut terms);
    let against = given(text!("m.government"), against, Unit::Weight, text!("m.government.means"));
    let against = against.with_terms(How::Sum, &terms);
    let parts = [
        (text!("m.will.legitimacy"), authority.legitimacy),
        (text!("m.will.cohesion"), authority.cohesion),
        (text!("m.will.commitment"), authority.commitment),
    ];
    let will = given(text!("m.will"), will_of(&authority), Unit::Index, text!("m.will.means"))
        .with_parts(How::Combined, parts.map(|(what, value)| (what.to_owned(), value)));
    [power, against, will]
}

/// Most lines of its history that are told.
const MOST_HISTORY: usize = 40;

/// What happened to it, newest first: how it began, rose, fought and ended, and came to power.
fn history(sim: &Simulation, id: MovementId) -> Vec<HistoryLine> {
    let entries = sim.get::<Chronicle>().entries().iter().rev();
    let own = entries.filter(|entry| movement_of(&entry.fact) == Some(id));
    own.take(MOST_HISTORY)
        .map(|entry| HistoryLine {
            month: entry.month,
            sentence: fact_words(sim.content(), &entry.fact).sentence,
            rising: rising_of_fact(sim, entry.month, &entry.fact),
        })
        .collect()
}

/// States that arm it under an agreement; its patron, if it gives no arms, with nothing a month.
fn patrons(sim: &Simulation, id: MovementId) -> Vec<PatronLine> {
    let content = sim.content();
    let mut lines: Vec<PatronLine> = Vec::new();
    for agreement in sim.get::<Agreements>().list() {
        if let AgreementTerms::Arms { movement, monthly, .. } = agreement.terms
            && movement == id
        {
            let name = content.polities[agreement.a].name.clone();
            lines.push(PatronLine { id: agreement.a, name, monthly: monthly.real() });
        }
    }
    if let Some(patron) = sim.movement::<Movement>(id).patron()
        && lines.iter().all(|line| line.id != patron)
    {
        let name = content.polities[patron].name.clone();
        lines.push(PatronLine { id: patron, name, monthly: 0.0 });
    }
    lines.sort_by(|a, b| b.monthly.total_cmp(&a.monthly));
    lines
}

fn doctrine(sim: &Simulation, id: MovementId) -> DoctrineLine {
    let def = &sim.content().doctrines[sim.get::<MovementDoctrines>().of(id)];
    DoctrineLine {
        name: def.name.clone(),
        opponents: def.opponents_name.clone(),
        scope: text!("p.doctrine_movement").into(),
        summary: def.summary.clone(),
    }
}

fn actions(sim: &Simulation, id: MovementId) -> Vec<ActionLine> {
    use OrderKind as O;
    let own = match sim.get::<Players>().seat() {
        Some(Seat::Polity(id)) => Some(id),
        _ => None,
    };
    let against = sim.movement::<Movement>(id).against();
    let at_home = own.is_some() && (own == Some(against) || sim.polity::<Status>(against).ruler() == own);
    let kinds: &[OrderKind] = if at_home { &[O::OfferTalks, O::Repress] } else { &[O::ArmMovement] };
    actions_towards(sim, Pick::Movement(id), kinds)
}
