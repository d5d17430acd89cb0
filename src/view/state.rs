//! A state or dependency, for its inspector.

use crate::base::{MovementId, OrganisationId, PolityId, TerritoryId};
use crate::content::defs::Content;
use crate::content::vocabulary::{OrderKind, OrganisationKind};
use crate::sim::agents::Players;
use crate::sim::conflict::Forces;
use crate::sim::diplomacy::Relations;
use crate::sim::doctrine::Doctrines;
use crate::sim::economy::Accounts;
use crate::sim::finance::{Budget, BudgetLine};
use crate::sim::movements::Movement;
use crate::sim::organisations::Organisations;
use crate::sim::outcome::Standing;
use crate::sim::politics::{Government, Status};
use crate::sim::society::Living;
use crate::sim::technology::Technology;
use crate::sim::{Atlas, Seat, Simulation};

use super::actions::{ActionLine, actions_towards};
use super::decision::{DecisionLine, decisions_of};
use super::gauges::{ClassSlice, CurrentSlice, Gauges, class_bar, current_bar, people_of, territories_of};
use super::words::{phase_words, status_words, text};
use super::{Explained, How, Look, Pick, TermView, Unit};

mod agreements;
pub(super) mod numbers;
mod rule;

pub use agreements::{AgreementLine, lines as known_agreements, lines_of as agreement_lines};
pub(super) use numbers::{authority, inflation_and_interest, profit_rate};

/// A doctrine in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoctrineLine {
    /// Its name as its holders call it.
    pub name: String,
    /// What its opponents call it.
    pub opponents: String,
    /// Where it is in force: at home and in its camp, or across systems.
    pub scope: String,
    /// What its holders hold.
    pub summary: String,
}

/// A relation to another seat.
#[derive(Debug, Clone, PartialEq)]
pub struct RelationLine {
    /// The other.
    pub other: Seat,
    /// Its name.
    pub name: String,
    /// Trust, tension or influence (0–1).
    pub value: f64,
}

/// A movement inside.
#[derive(Debug, Clone, PartialEq)]
pub struct MovementLine {
    /// Which.
    pub id: MovementId,
    /// Its name.
    pub name: String,
    /// Where it is in its life.
    pub phase: String,
    /// Fighting strength (0–1).
    pub strength: f64,
    /// Organisation (0–1).
    pub organisation: f64,
}

/// A state or dependency.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct StateView {
    /// Which.
    pub id: Option<PolityId>,
    /// Its name.
    pub name: String,
    /// How it stands: sovereign, ruled by …
    pub status: String,
    /// Form of rule.
    pub form: String,
    /// How it stands between the systems.
    pub look: Look,
    /// Who rules it from abroad.
    pub ruler: Option<(PolityId, String)>,
    /// Whether the player sits here.
    pub is_player: bool,
    /// The pact or community that binds it most, if any.
    pub bloc: Option<String>,
    /// Organisations it belongs to.
    pub organisations: Vec<(OrganisationId, String)>,
    /// People.
    pub people: Explained,
    /// Product per head and year.
    pub product_per_head: Explained,
    /// Growth of the product.
    pub growth: Explained,
    /// Rule: legitimacy, cohesion, ossification, repression, authority.
    pub rule: Vec<Explained>,
    /// Life: living standard, consumption, grievance, work.
    pub life: Vec<Explained>,
    /// Economy: trade, reserves, debt, planning.
    pub economy: Vec<Explained>,
    /// Lines of the budget as shares of the product, and the balance.
    pub budget: Vec<Explained>,
    /// Military strength, warheads, weariness.
    pub might: Vec<Explained>,
    /// Classes by share of the people, with their weight in the ruling coalition.
    pub classes: Vec<ClassSlice>,
    /// Lean of the people over currents, largest first.
    pub currents: Vec<CurrentSlice>,
    /// The revolutionary situation.
    pub gauges: Gauges,
    /// Doctrines in force.
    pub doctrines: Vec<DoctrineLine>,
    /// Those it trusts most.
    pub trusted: Vec<RelationLine>,
    /// Those it is most tense with.
    pub tense: Vec<RelationLine>,
    /// Those over whom it has most influence.
    pub influences: Vec<RelationLine>,
    /// Those that have most influence over it.
    pub influenced: Vec<RelationLine>,
    /// Movements inside, strongest first.
    pub movements: Vec<MovementLine>,
    /// What the player, or else a leading state, believes of it.
    pub seen: Option<super::ArchiveView>,
    /// Agreements in force.
    pub agreements: Vec<AgreementLine>,
    /// Territories it owns.
    pub territories: Vec<(TerritoryId, String)>,
    /// How the seat has done so far.
    pub standing: Explained,
    /// Its latest decisions.
    pub decisions: Vec<DecisionLine>,
    /// Acts towards it.
    pub actions: Vec<ActionLine>,
}

/// Most lines of a list of relations.
const TOP: usize = 5;

/// A state or dependency.
pub fn state_view(sim: &Simulation, id: PolityId) -> StateView {
    let content = sim.content();
    let status = *sim.polity::<Status>(id);
    let government = sim.polity::<Government>(id);
    let territories = territories_of(sim, id);
    let names =
        |ids: &[TerritoryId]| ids.iter().map(|&id| (id, content.territories[id].name.clone())).collect();
    let coalition = |class: crate::content::vocabulary::Class| Some(government.coalition()[class.index()]);
    let organisations = sim.get::<Organisations>();
    let member_of = organisations.iter().filter(|(_, now)| now.has(id));
    let player = sim.get::<Players>().seat();
    let is_player = player == Some(Seat::Polity(id));
    StateView {
        id: Some(id),
        name: content.polities[id].name.clone(),
        status: standing_words(content, id, status),
        form: government.form().words().into(),
        look: Look::of(sim, id),
        ruler: status.ruler().map(|ruler| (ruler, content.polities[ruler].name.clone())),
        is_player,
        bloc: bloc(sim, id),
        organisations: member_of.map(|(org, _)| (org, content.organisations[org].name.clone())).collect(),
        people: people(sim, &territories),
        product_per_head: numbers::product_per_head(sim, id, people_of(sim, &territories)),
        growth: numbers::growth(sim, id),
        rule: numbers::rule(sim, id),
        life: numbers::life(sim, id),
        economy: numbers::economy(sim, id),
        budget: budget(sim, id),
        might: might(sim, id),
        classes: class_bar(sim, &territories, coalition),
        currents: current_bar(sim.polity::<Living>(id).currents()),
        gauges: Gauges::of(sim, id),
        doctrines: doctrines(sim, id),
        trusted: top(sim, id, |relations, own, other| relations.trust(own, other)),
        tense: top(sim, id, |relations, own, other| relations.tension(own, other)),
        influences: top(sim, id, |relations, own, other| relations.influence(own, other)),
        influenced: top(sim, id, |relations, own, other| relations.influence(other, own)),
        movements: movements_inside(sim, id),
        seen: super::eyes_on(sim, id).map(|eyes| super::archive_view(sim, eyes, id)),
        agreements: known_agreements(sim, Seat::Polity(id)),
        territories: names(&territories),
        standing: standing(sim, id),
        decisions: decisions_of(sim, Seat::Polity(id), TOP),
        actions: if is_player { Vec::new() } else { actions(sim, id, status) },
    }
}

/// How a polity stands and, if it is ruled by others, who holds it to be theirs.
fn standing_words(content: &Content, id: PolityId, status: Status) -> String {
    let words = status_words(content, status);
    let heirs: Vec<&str> =
        content.polities[id].heirs.iter().map(|&heir| content.polities[heir].name.as_str()).collect();
    if heirs.is_empty() || status.ruler().is_none() {
        return words;
    }
    text!("status.heirs").replace("{status}", &words).replace("{heirs}", &heirs.join(", "))
}

/// The pact, else the community of planners, else the market or union that a state belongs to.
fn bloc(sim: &Simulation, id: PolityId) -> Option<String> {
    use OrganisationKind as K;
    let defs = &sim.content().organisations;
    let of_kind = |kind: K| {
        let mut organisations = sim.get::<Organisations>().iter();
        organisations.find(|(org, now)| defs[*org].kind == kind && now.has(id)).map(|(org, _)| org)
    };
    let kinds = [K::MilitaryPact, K::PlanCommunity, K::Market, K::Imperial, K::NonAligned, K::Regional];
    kinds.into_iter().find_map(of_kind).map(|org| defs[org].name.clone())
}

pub(super) fn people(sim: &Simulation, territories: &[TerritoryId]) -> Explained {
    let content = sim.content();
    let mut parts: Vec<_> =
        territories.iter().map(|&id| (content.territories[id].name.clone(), people_of(sim, &[id]))).collect();
    parts.sort_by(|a, b| b.1.total_cmp(&a.1));
    Explained::given(text!("n.people"), people_of(sim, territories), Unit::People)
        .meaning(text!("n.people.means"))
        .with_parts(How::Sum, parts)
}

fn budget(sim: &Simulation, id: PolityId) -> Vec<Explained> {
    let now = sim.polity::<Budget>(id);
    let product = sim.polity::<Accounts>(id).product().real();
    let line = |what: &str, line: BudgetLine| {
        let share = now.share(line);
        let mut line = Explained::given(what, share, Unit::Share);
        let (label, value) = (text!("n.product").to_owned(), product);
        line.terms = vec![TermView { label, value, unit: Unit::MoneyAYear }];
        line.terms.insert(0, TermView { label: what.into(), value: share * product, unit: Unit::MoneyAYear });
        line.how = How::Ratio;
        line
    };
    vec![
        line(text!("b.taxes"), BudgetLine::Taxes),
        line(text!("b.investment"), BudgetLine::Investment),
        line(text!("b.welfare"), BudgetLine::Welfare),
        line(text!("b.forces"), BudgetLine::Forces),
        numbers::balance(sim, id),
    ]
}

fn might(sim: &Simulation, id: PolityId) -> Vec<Explained> {
    let now = sim.polity::<Forces>(id);
    let technology = sim.polity::<Technology>(id);
    vec![
        Explained::given(text!("n.forces"), now.strength(), Unit::Money).meaning(text!("n.forces.means")),
        Explained::given(text!("n.warheads"), now.warheads(), Unit::Count),
        Explained::given(text!("n.weariness"), now.weariness(), Unit::Index),
        Explained::given(text!("n.technology"), technology.level(), Unit::Index)
            .meaning(text!("n.technology.means")),
    ]
}

fn doctrines(sim: &Simulation, id: PolityId) -> Vec<DoctrineLine> {
    let now = sim.polity::<Doctrines>(id);
    let line = |doctrine, scope: &str| {
        let def = &sim.content().doctrines[doctrine];
        DoctrineLine {
            name: def.name.clone(),
            opponents: def.opponents_name.clone(),
            scope: scope.into(),
            summary: def.summary.clone(),
        }
    };
    vec![
        line(now.camp(), text!("p.doctrine_camp")),
        line(now.abroad(), text!("p.doctrine_abroad")),
        line(now.economy(), text!("p.doctrine_economy")),
    ]
}

/// The highest values of a relation towards those of whom full records are kept; nothing that is as good as none.
fn top(
    sim: &Simulation,
    id: PolityId,
    read: impl Fn(&Relations, crate::base::AgentId, crate::base::AgentId) -> f64,
) -> Vec<RelationLine> {
    const AS_GOOD_AS_NONE: f64 = 0.02;
    let (relations, atlas) = (sim.get::<Relations>(), sim.get::<Atlas>());
    let own = atlas.agent(Seat::Polity(id));
    let content = sim.content();
    let mut lines: Vec<_> = relations
        .others(own)
        .map(|other| (atlas.seat(other), read(relations, own, other)))
        .filter(|(_, value)| *value > AS_GOOD_AS_NONE)
        .filter(|(seat, _)| match seat {
            Seat::Polity(id) => sim.polity::<Status>(*id).is_alive(),
            Seat::Movement(id) => sim.movement::<Movement>(*id).is_alive(),
        })
        .map(|(other, value)| {
            let name = match other {
                Seat::Polity(id) => content.polities[id].name.clone(),
                Seat::Movement(id) => content.movements[id].name.clone(),
            };
            RelationLine { other, name, value }
        })
        .collect();
    lines.sort_by(|a, b| b.value.total_cmp(&a.value));
    lines.truncate(TOP);
    lines
}

pub(super) fn movements_inside(sim: &Simulation, id: PolityId) -> Vec<MovementLine> {
    let content = sim.content();
    let mut lines: Vec<_> = content
        .movements
        .ids()
        .map(|movement| (movement, sim.movement::<Movement>(movement)))
        .filter(|(_, now)| now.is_alive() && now.against() == id)
        .map(|(movement, _)| movement_line(sim, movement))
        .collect();
    lines.sort_by(|a, b| b.strength.total_cmp(&a.strength));
    lines
}

pub(super) fn movement_line(sim: &Simulation, id: MovementId) -> MovementLine {
    let now = sim.movement::<Movement>(id);
    MovementLine {
        id,
        name: sim.content().movements[id].name.clone(),
        phase: phase_words(now.phase()).into(),
        strength: now.strength(),
        organisation: now.organisation(),
    }
}

pub(super) fn standing(sim: &Simulation, id: PolityId) -> Explained {
    let now = sim.polity::<Standing>(id);
    let parts = Standing::TERMS.iter().map(|term| (*term).to_owned()).zip(*now.terms());
    Explained::given(text!("n.standing"), now.score(), Unit::Index)
        .meaning(text!("n.standing.means"))
        .with_parts(How::Sum, parts)
}

/// Acts that fit how a polity stands to the player.
fn actions(sim: &Simulation, id: PolityId, status: Status) -> Vec<ActionLine> {
    use OrderKind as O;
    let player = match sim.get::<Players>().seat() {
        Some(Seat::Polity(id)) => Some(id),
        _ => None,
    };
    let kinds: &[OrderKind] = if status.ruler().is_some() && status.ruler() == player {
        &[O::Concede, O::OpenIndependenceTalks, O::DivideAndRule, O::Federate, O::Partition]
    } else {
        &[
            O::SeekPatron,
            O::OfferCredit,
            O::OfferTradeTreaty,
            O::ProposeProtocol,
            O::ProposeProject,
            O::DisputeArrears,
            O::GiveAid,
            O::Recognise,
            O::OfferPact,
            O::OfferFriendship,
            O::Guarantee,
            O::OfferBase,
            O::CallSummit,
            O::OfferArmsLimits,
            O::Denounce,
            O::OfferUnion,
            O::Propaganda,
            O::GatherIntelligence,
            O::WithdrawRecognition,
            O::LiftEmbargo,
            O::Embargo,
            O::Boycott,
            O::AskEmbargo,
            O::LiftBlockade,
            O::Blockade,
            O::SendTroops,
            O::OfferArmistice,
            O::OpenWar,
        ]
    };
    actions_towards(sim, Pick::Polity(id), kinds)
}
