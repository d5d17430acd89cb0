//! The population in flat rows, and what is asked of it beyond a row.

use std::cmp::Ordering;
use std::ops::Deref;

use bevy::prelude::{Resource, World};

use crate::base::{AgentId, IdVec, Month, MovementId, PolityId, math};
use crate::content::defs::{Content, DisputeDef};
use crate::content::vocabulary::{Class, OrganisationKind, System};
use crate::sim::community::Community;
use crate::sim::conflict::Wars;
use crate::sim::diplomacy::{
    AgreementTag, AgreementTerms, Agreements, DiplomacyRules, Disputes, Recognition, Relations,
};
use crate::sim::economy::Roles;
use crate::sim::finance::{BudgetLine, KeyCurrency};
use crate::sim::organisations::{Assembly, OrganisationRules, Organisations, Quarrels};
use crate::sim::perception::{Outlook, PerceptionRules, WorldMood};
use crate::sim::politics::Lands;
use crate::sim::population::{Atlas, Clock, Fate, Lore, Seat};
use crate::sim::technology::SpaceRace;
use crate::sim::trade::TradeFlows;

use super::asked::Asked;
use super::gather::{Tables, polity_rows};
use super::geography::Geography;
use super::kinship::Kinship;
use super::rows::{MovementRow, PolityRow};
use super::ties::{Bond, Bonds, Tie, Ties};

/// A crisis as its two sides see it while they choose a move: stakes and rung enter what they believe.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CrisisView {
    /// The two sides.
    pub sides: [PolityId; 2],
    /// What each has at stake (0–1), less what is offered for it.
    pub stakes: [f64; 2],
    /// What each believes the other to have at stake (0–1): the belief of the first side first.
    pub believed: [f64; 2],
    /// The rung reached, as a share of the top rung (0–1).
    pub rung: f64,
    /// Alert of each side's forces, as a share of the highest (0–1).
    pub alerts: [f64; 2],
}

impl CrisisView {
    /// Which side a state is against another, if the crisis is between the two.
    pub(in crate::sim) fn side(&self, of: PolityId, with: PolityId) -> Option<usize> {
        (0..2).find(|&side| self.sides[side] == of && self.sides[1 - side] == with)
    }
}

/// The population in flat rows, and the resources that evaluations read.
pub struct Facts<'w> {
    /// For what few evaluations ask and no row keeps.
    pub(in crate::sim) world: &'w World,
    pub(in crate::sim) content: &'w Content,
    pub(in crate::sim) atlas: &'w Atlas,
    pub(in crate::sim) relations: &'w Relations,
    pub(in crate::sim) recognition: &'w Recognition,
    pub(in crate::sim) lands: &'w Lands,
    pub(in crate::sim) agreements: &'w Agreements,
    pub(in crate::sim) flows: &'w TradeFlows,
    pub(in crate::sim) wars: &'w Wars,
    pub(in crate::sim) organisations: &'w Organisations,
    pub(in crate::sim) quarrels: &'w Quarrels,
    pub(in crate::sim) assembly: &'w Assembly,
    pub(in crate::sim) community: &'w Community,
    pub(in crate::sim) space: &'w SpaceRace,
    pub(in crate::sim) roles: &'w Roles,
    pub(in crate::sim) geography: &'w Geography,
    pub(in crate::sim) kinship: &'w Kinship,
    pub(in crate::sim) rules: &'w PerceptionRules,
    pub(in crate::sim) fate: &'w Fate,
    /// The rules of organisations.
    pub(in crate::sim) bodies: &'w OrganisationRules,
    pub(super) asked: Asked,
    rows: Rows,
    /// World tension (0–1).
    pub world_tension: f64,
    /// The month.
    pub now: Month,
    /// Months played.
    pub played: u32,
    /// The crisis in which moves are being chosen, if one is.
    pub crisis: Option<CrisisView>,
}

/// What facts keep of the population. It borrows nothing, so it outlasts a change of the world that does not touch it.
#[derive(Default)]
pub struct Rows {
    /// Polities in id order.
    pub polities: IdVec<PolityId, PolityRow>,
    /// Movements in id order.
    pub movements: IdVec<MovementId, MovementRow>,
    ties: Ties,
    /// Leading states of the two systems that the scenario names, if both are in being.
    pub poles: Option<[PolityId; 2]>,
    /// The state whose notes others hold as reserves.
    pub issuer: Option<PolityId>,
    /// Product of the world.
    pub world_product: f64,
    /// Largest military capital of one polity.
    pub strongest: f64,
    /// States of their own, in id order.
    pub sovereigns: Vec<PolityId>,
    /// Those that another state rules, in id order.
    pub dependents: Vec<PolityId>,
    /// States of their own on nobody's side and in no bloc, in id order.
    pub uncommitted: Vec<PolityId>,
    /// Movements in being, in id order.
    pub alive: Vec<MovementId>,
    /// Whether it is settled who stands on whose side, by the trust there is.
    sided: bool,
}

impl Rows {
    /// The same where trust is written besides, so that sides have to be taken again.
    pub(in crate::sim) fn unsided(self) -> Self {
        Self { sided: false, ..self }
    }
}

/// Rows that one phase leaves to the next that gathers facts, where nothing is written in between.
#[derive(Resource, Default)]
pub(in crate::sim) struct LeftRows(Option<Rows>);

impl LeftRows {
    /// Leaves rows to the next phase.
    pub(in crate::sim) fn leave(&mut self, rows: Rows) {
        self.0 = Some(rows);
    }

    /// Forgets them: something is written.
    pub(in crate::sim) fn forget(&mut self) {
        self.0 = None;
    }
}

impl Deref for Facts<'_> {
    type Target = Rows;
    #[inline]
    fn deref(&self) -> &Rows {
        &self.rows
    }
}

/// Members of pacts and communities, each with the bit of one that it belongs to.
pub(in crate::sim) fn blocs(
    content: &Content,
    organisations: &Organisations,
) -> impl Iterator<Item = (PolityId, u64)> {
    use OrganisationKind as K;
    let binding = |kind| matches!(kind, K::MilitaryPact | K::PlanCommunity | K::Market);
    let blocs = organisations.iter().filter(move |(id, _)| binding(content.organisations[*id].kind));
    // A scenario with more than 64 binding organisations would fold their bits; none comes near.
    blocs.enumerate().flat_map(|(bit, (_, one))| one.members().iter().map(move |&id| (id, 1 << (bit % 64))))
}

impl<'w> Facts<'w> {
    /// Gathers the facts of this moment. Costs some tens of microseconds; ask once and evaluate often.
    pub fn gather(world: &'w World) -> Self {
        let content: &Content = world.resource::<Lore>();
        let count = content.polities.len();
        // While the population comes into being its tables are opened for once.
        let opened;
        let tables = match world.get_resource::<Tables>() {
            Some(kept) => kept,
            None => {
                opened = Tables::open(world);
                &opened
            }
        };
        let polities = polity_rows(world, content, tables);
        let awake = |(_, one): (usize, &DisputeDef)| {
            let both = polities[one.of].sovereign() && polities[one.with].sovereign();
            both.then_some((one.of, one.with))
        };
        let disputed = world.resource::<Disputes>().standing(&content.disputes).filter_map(awake);
        let mut facts = Self::on(
            world,
            Rows {
                ties: Ties::read(
                    count,
                    world.resource(),
                    world.resource(),
                    world.resource(),
                    world.resource(),
                    disputed,
                ),
                polities,
                issuer: world.resource::<KeyCurrency>().issuer(),
                sovereigns: Vec::with_capacity(count),
                ..Rows::default()
            },
        );
        facts.rows.movements = facts.movement_rows(world, tables);
        facts.mark_wars();
        facts.mark_blocs();
        facts.weigh_movements();
        facts.sum_up();
        facts.take_sides();
        facts
    }

    /// The facts on the rows that the phase before has left, if it left any; else gathered.
    pub(in crate::sim) fn take_up(world: &'w mut World) -> Self {
        match world.resource_mut::<LeftRows>().0.take() {
            Some(rows) => Self::resume(world, rows),
            None => Self::gather(world),
        }
    }

    /// The facts on rows gathered before. Since then no more may have been written than estimates and the mood of the world,
    /// or relations where the rows are [without sides](Rows::unsided).
    pub(in crate::sim) fn resume(world: &'w World, rows: Rows) -> Self {
        let mut facts = Self::on(world, rows);
        if !facts.sided {
            facts.take_sides();
        }
        facts
    }

    /// Lets go of the world, so that it can be written.
    pub(in crate::sim) fn into_rows(self) -> Rows {
        self.rows
    }

    fn on(world: &'w World, rows: Rows) -> Self {
        let clock = world.resource::<Clock>();
        Self {
            world,
            content: world.resource::<Lore>(),
            atlas: world.resource(),
            relations: world.resource(),
            recognition: world.resource(),
            lands: world.resource(),
            agreements: world.resource(),
            flows: world.resource(),
            wars: world.resource(),
            organisations: world.resource(),
            quarrels: world.resource(),
            assembly: world.resource(),
            community: world.resource(),
            space: world.resource(),
            roles: world.resource(),
            geography: world.resource(),
            kinship: world.resource(),
            rules: world.resource(),
            fate: world.resource(),
            bodies: world.resource(),
            asked: Asked::default(),
            rows,
            world_tension: world.resource::<WorldMood>().tension(),
            now: clock.now(),
            played: clock.played(),
            crisis: None,
        }
    }

    fn mark_wars(&mut self) {
        for war in self.wars.list() {
            for &fighter in war.attacker.polities.iter().chain(&war.defender.polities) {
                self.rows.polities[fighter].at_war = true;
            }
        }
    }

    fn mark_blocs(&mut self) {
        for (member, bit) in blocs(self.content, self.organisations) {
            self.rows.polities[member].blocs |= bit;
        }
    }

    /// Strongest movement on each ground, and what a dependency costs its ruler.
    fn weigh_movements(&mut self) {
        let Rows { polities, movements, .. } = &mut self.rows;
        for movement in movements.as_slice() {
            if !movement.alive {
                continue;
            }
            let home = &mut polities[movement.home];
            home.internal_threat = home.internal_threat.max(movement.strength);
            home.civil_war |= movement.in_arms;
            if movement.against != movement.home {
                let felt = movement.strength * self.rules.colonial_threat_share;
                let ruler = &mut polities[movement.against];
                ruler.internal_threat = ruler.internal_threat.max(felt);
            }
        }
        for agreement in self.agreements.of_kind(AgreementTag::Troops) {
            if let AgreementTerms::Troops { share, .. } = agreement.terms {
                let giver = &polities[agreement.a];
                let forces = math::ratio_or(
                    giver.shares[BudgetLine::Forces as usize],
                    giver.shares[BudgetLine::Taxes as usize],
                    0.0,
                );
                polities[agreement.b].holding_cost += share * forces;
            }
        }
    }

    fn sum_up(&mut self) {
        let rows = &mut self.rows;
        for (id, row) in rows.polities.iter() {
            rows.world_product += row.product;
            rows.strongest = rows.strongest.max(row.strength);
            if row.sovereign() {
                rows.sovereigns.push(id);
            }
            if row.status.ruler().is_some() {
                rows.dependents.push(id);
            }
        }
        rows.alive.extend(rows.movements.iter().filter(|(_, row)| row.alive).map(|(id, _)| id));
        rows.poles = match self.content.scenario.poles[..] {
            [a, b] if rows.polities[a].sovereign() && rows.polities[b].sovereign() => Some([a, b]),
            _ => None,
        };
    }

    /// Who stands with which pole: the pole itself, those in its blocs, those of its system that trust it; a
    /// dependency stands with its ruler.
    fn take_sides(&mut self) {
        if let Some(poles) = self.poles {
            for id in self.polities.ids() {
                let side = self.side_of(id, &poles);
                self.rows.polities[id].side = side.map(|side| side as u8);
            }
        }
        let Rows { polities, sovereigns, uncommitted, .. } = &mut self.rows;
        let free = |id: &PolityId| polities[*id].side.is_none() && polities[*id].blocs == 0;
        uncommitted.clear();
        uncommitted.extend(sovereigns.iter().copied().filter(free));
        self.rows.sided = true;
    }

    #[inline]
    fn side_of(&self, id: PolityId, poles: &[PolityId; 2]) -> Option<usize> {
        let lead = self.polities[id].status.ruler().unwrap_or(id);
        let row = &self.polities[lead];
        let system = Some(row.system()).filter(|&system| system != System::South);
        let trusts = |pole| self.relations.trust(self.agent(lead), self.agent(pole)) >= self.rules.camp_trust;
        let stands_with = |&pole: &PolityId| {
            let other = &self.polities[pole];
            row.blocs & other.blocs != 0 || system == Some(other.system()) && trusts(pole)
        };
        let itself = poles.iter().position(|&pole| lead == pole);
        itself.or_else(|| match poles.each_ref().map(stands_with) {
            [true, false] => Some(0),
            [false, true] => Some(1),
            [true, true] => self.more_trusted(lead, poles),
            [false, false] => None,
        })
    }

    /// Which of two poles a state trusts more (0 the first); neither of equals.
    pub(in crate::sim) fn more_trusted(&self, by: PolityId, poles: &[PolityId; 2]) -> Option<usize> {
        let [one, other] = poles.map(|pole| self.relations.trust(self.agent(by), self.agent(pole)));
        match one.total_cmp(&other) {
            Ordering::Greater => Some(0),
            Ordering::Less => Some(1),
            Ordering::Equal => None,
        }
    }

    /// The place of a seat among equals as another looks at them; the lowest comes first.
    pub(in crate::sim) fn lot(&self, looking: Seat, at: Seat) -> u64 {
        self.fate.lot(self.atlas.key(looking), self.atlas.key(at))
    }

    /// The dense number of a polity as an agent.
    #[inline]
    pub fn agent(&self, polity: PolityId) -> AgentId {
        self.atlas.agent(Seat::Polity(polity))
    }

    /// Whether two polities touch by land or a short sea way.
    #[inline]
    pub fn are_neighbours(&self, a: PolityId, b: PolityId) -> bool {
        self.lands.are_neighbours(a, b)
    }

    /// The polities that touch one, in id order.
    pub fn neighbours(&self, of: PolityId) -> impl Iterator<Item = PolityId> + '_ {
        self.lands.neighbours(of)
    }

    /// All that ties the first to the second.
    #[inline]
    pub(in crate::sim) fn bond(&self, from: PolityId, to: PolityId) -> Bond {
        self.ties.between(from, to)
    }

    /// All that ties two, either way.
    #[inline]
    pub(in crate::sim) fn bonds(&self, one: PolityId, other: PolityId) -> Bonds {
        Bonds { out: self.bond(one, other), back: self.bond(other, one) }
    }

    /// All to whom one is tied in any way, in id order.
    pub(in crate::sim) fn bound_to(&self, from: PolityId) -> impl Iterator<Item = PolityId> + '_ {
        self.ties.row(from)
    }

    /// Whether a standing tie holds from the first to the second (either way for mutual ones).
    #[inline]
    pub(in crate::sim) fn tied(&self, a: PolityId, b: PolityId, tie: Tie) -> bool {
        self.ties.between(a, b).has(tie)
    }

    /// The dispute between two states, if one is open.
    pub(in crate::sim) fn open_dispute(&self, a: PolityId, b: PolityId) -> Option<&'w DisputeDef> {
        let disputes = self.tied(a, b, Tie::Dispute).then(|| self.world.resource::<Disputes>())?;
        disputes.between(&self.content.disputes, a, b).map(|(_, dispute)| dispute)
    }

    /// How much hangs on ground that two states both hold to be theirs (0–1); 0 where no dispute between them is open.
    pub fn dispute(&self, a: PolityId, b: PolityId) -> f64 {
        self.open_dispute(a, b).map_or(0.0, |dispute| dispute.weight)
    }

    /// How much the first has to gain by moving the border in its dispute with the second (0–1): less if it holds the ground.
    pub fn to_regain(&self, of: PolityId, with: PolityId) -> f64 {
        let Some(dispute) = self.open_dispute(of, with) else { return 0.0 };
        let holds = dispute.held_by == Some(of);
        let stake = if holds { self.world.resource::<DiplomacyRules>().holder_stake } else { 1.0 };
        dispute.weight * stake
    }

    /// Whether two polities stand in one pact or community.
    #[inline]
    pub fn allied(&self, a: PolityId, b: PolityId) -> bool {
        a != b
            && (self.polities[a].blocs & self.polities[b].blocs != 0
                || self.tied(a, b, Tie::Agreement(AgreementTag::Pact)))
    }

    /// The same for who knows already what ties the first to the second.
    #[inline]
    pub(in crate::sim) fn allied_by(&self, a: PolityId, b: PolityId, bond: Bond) -> bool {
        a != b && (self.polities[a].blocs & self.polities[b].blocs != 0 || bond.agreed(AgreementTag::Pact))
    }

    /// Whether two polities stand on the sides of different poles.
    #[inline]
    pub fn opposed(&self, a: PolityId, b: PolityId) -> bool {
        matches!((self.polities[a].side, self.polities[b].side), (Some(x), Some(y)) if x != y)
    }

    /// The polity that a seat stands on: the state itself, or the one on whose ground a movement lives.
    pub fn home(&self, seat: Seat) -> PolityId {
        match seat {
            Seat::Polity(id) => id,
            Seat::Movement(id) => self.movements[id].home,
        }
    }

    /// Share of a seller in what another buys abroad (0–1).
    pub fn market_share(&self, seller: PolityId, buyer: PolityId) -> f64 {
        math::ratio_or(self.flows.sold(seller, buyer), self.polities[buyer].imported, 0.0).min(1.0)
    }

    /// Share of a polity's trade that is done with another (0–1).
    #[inline]
    pub fn trade_share(&self, of: PolityId, with: PolityId) -> f64 {
        math::ratio_or(self.flows.both_ways(of, with), self.polities[of].trade, 0.0).min(1.0)
    }

    /// Whether one belongs to a community of planners.
    pub(in crate::sim) fn plans_with_others(&self, of: PolityId) -> bool {
        let plans = |id| self.content.organisations[id].kind == OrganisationKind::PlanCommunity;
        self.organisations.iter().any(|(id, one)| plans(id) && one.has(of))
    }

    /// Whether two belong to one community of planners.
    pub(in crate::sim) fn plan_together(&self, a: PolityId, b: PolityId) -> bool {
        let plans = |id| self.content.organisations[id].kind == OrganisationKind::PlanCommunity;
        a != b && self.organisations.iter().any(|(id, one)| plans(id) && one.has(a) && one.has(b))
    }

    /// Puts the facts in the light of a crisis.
    #[must_use]
    pub fn in_crisis(mut self, crisis: CrisisView) -> Self {
        self.crisis = Some(crisis);
        self
    }

    /// The crisis between two, as its sides see it, with the side of the first: the one in which moves are being chosen,
    /// else one that is under way.
    pub(in crate::sim) fn crisis_of(&self, of: PolityId, with: PolityId) -> Option<(CrisisView, usize)> {
        if let Some(crisis) = &self.crisis
            && let Some(side) = crisis.side(of, with)
        {
            return Some((*crisis, side));
        }
        let crisis = self.world.resource::<crate::sim::crisis::Crises>().between(of, with)?;
        let view = crate::sim::crisis::view(crisis, self.world.resource());
        Some((view, view.side(of, with)?))
    }

    /// The rung of a crisis under way between two polities as a share of the ladder (0–1), with the stake of the
    /// first.
    pub(in crate::sim) fn crisis_between(&self, a: PolityId, b: PolityId) -> Option<(f64, f64)> {
        let crisis = self.crisis.as_ref()?;
        match crisis.sides {
            [x, y] if x == a && y == b => Some((crisis.rung, crisis.stakes[0])),
            [x, y] if x == b && y == a => Some((crisis.rung, crisis.stakes[1])),
            _ => None,
        }
    }
}

impl Rows {
    /// Notes what a state has come to think since its row was made.
    pub(in crate::sim) fn see(&mut self, id: PolityId, outlook: &Outlook) {
        let row = &mut self.polities[id];
        (row.rival, row.patron, row.correlation) = (outlook.rival(), outlook.patron(), outlook.correlation());
    }
}

/// Weight of a class in a movement's front, against the sum over its front.
pub(super) fn front_share(front: &[f64; Class::COUNT], class: Class) -> f64 {
    math::ratio_or(front[class.index()], front.iter().sum(), 0.0)
}
