//! Candidate targets, from cheap indices: at most eight a policy.

use crate::base::{Id, MovementId, PolityId, hash, math};
use crate::content::vocabulary::Targets;
use crate::sim::diplomacy::{AgreementTag, claim_rivals};
use crate::sim::population::Seat;
use crate::sim::quantities::{Binding, Facts, Tie, affinity, believed, proximity};

/// Most candidates one policy is given.
pub(super) const MOST: usize = 8;

/// Tension below which a friend's rival may be recognised. Own estimate.
const EASED: f64 = 0.15;

/// The candidates of one agent for each kind of target, made when first asked for.
#[derive(Default)]
pub(super) struct Candidates {
    made: [Option<Vec<Option<Seat>>>; 20],
}

impl Candidates {
    /// The candidates of a kind, best first.
    pub(super) fn of(&mut self, facts: &Facts, own: Seat, kind: Targets) -> &[Option<Seat>] {
        self.made[kind as usize].get_or_insert_with(|| make(facts, own, kind))
    }
}

fn make(facts: &Facts, own: Seat, kind: Targets) -> Vec<Option<Seat>> {
    if kind == Targets::None {
        return vec![None];
    }
    let found = match own {
        Seat::Polity(id) => for_state(facts, id, kind),
        Seat::Movement(id) => for_movement(facts, id, kind),
    };
    best(found)
}

/// The best few by weight; equal weights stand in the order of their numbers.
fn best(mut found: Vec<(f64, Seat)>) -> Vec<Option<Seat>> {
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    found.truncate(MOST);
    found.into_iter().map(|(_, seat)| Some(seat)).collect()
}

/// A factor of 0.6..1.4 by luck of the month: of many alike, not the same few every time.
fn turn(facts: &Facts, own: Seat, other: Seat) -> f64 {
    let word =
        hash::mix(facts.atlas.key(own) ^ facts.atlas.key(other).rotate_left(21) ^ u64::from(facts.now.0));
    0.6 + 0.8 * (word >> 11) as f64 / (1u64 << 53) as f64
}

fn for_state(facts: &Facts, own: PolityId, kind: Targets) -> Vec<(f64, Seat)> {
    let me = Seat::Polity(own);
    let row = |id: PolityId| &facts.polities[id];
    let states = || facts.polities.ids().filter(move |&id| id != own && row(id).sovereign());
    let known = || {
        facts.relations.others(facts.agent(own)).filter_map(|other| match facts.atlas.seat(other) {
            Seat::Polity(id) if facts.polities[id].sovereign() => Some(id),
            _ => None,
        })
    };
    let same_system = |id: PolityId| row(id).system() == row(own).system();
    let tied = |tag| facts.polities.ids().filter(move |&id| facts.tied(own, id, Tie::Agreement(tag)));
    let need = |id: PolityId| {
        use crate::content::vocabulary::{Quantity, Who};
        believed(facts, &Quantity::Need { of: Who::Target }, bind(me, id))
    };
    let reach =
        |id: PolityId| proximity(facts, own, id).max(math::ratio_or(row(own).strength, facts.strongest, 0.0));
    let each = |ids: &mut dyn Iterator<Item = PolityId>, weight: &dyn Fn(PolityId) -> f64| {
        ids.map(|id| (weight(id), Seat::Polity(id))).collect::<Vec<_>>()
    };
    match kind {
        Targets::None => Vec::new(),
        Targets::Neighbours => each(&mut facts.neighbours(own).filter(|&id| row(id).sovereign()), &|id| {
            let war = if row(id).at_war { 1.0 } else { 0.0 };
            war + facts.relations.tension(facts.agent(own), facts.agent(id)) + row(id).internal_threat
        }),
        Targets::Partners => each(&mut known(), &|id| facts.flows.both_ways(own, id))
            .into_iter()
            .filter(|(trade, _)| *trade > 0.0)
            .collect(),
        Targets::Allies => each(&mut states().filter(|&id| facts.allied(own, id)), &|id| {
            (need(id) + row(id).internal_threat) * turn(facts, me, Seat::Polity(id))
        }),
        Targets::Rivals => {
            let threat = |id: PolityId| {
                use crate::content::vocabulary::{Quantity, Who};
                believed(facts, &Quantity::Threat { to: Who::This, from: Who::Target }, bind(me, id))
            };
            let mut found = each(&mut known(), &threat);
            found.retain(|(threat, _)| *threat >= facts.rules.feared_from);
            found
        }
        Targets::Uncommitted => {
            each(&mut states().filter(|&id| row(id).side.is_none() && row(id).blocs == 0), &|id| {
                let size = math::sqrt(row(id).people);
                size * (0.1 + reach(id)) * turn(facts, me, Seat::Polity(id))
            })
        }
        Targets::Needy => each(&mut known().filter(|&id| !facts.opposed(own, id)), &|id| {
            let close = facts.relations.influence(facts.agent(own), facts.agent(id));
            need(id) * (0.4 + close) * turn(facts, me, Seat::Polity(id))
        }),
        // A friend's rival is recognised only once there is little tension with it.
        Targets::Unrecognised => {
            let friends_rival = |id: PolityId| {
                let mine = |other: PolityId| {
                    claim_rivals(facts, id, other)
                        && (facts.allied(own, other)
                            || facts.recognition.given(own, other) && same_system(other))
                };
                facts.relations.tension(facts.agent(own), facts.agent(id)) >= EASED && states().any(mine)
            };
            let open = |id: &PolityId| !facts.recognition.given(own, *id) && !friends_rival(*id);
            each(&mut states().filter(open), &|id| row(id).people)
        }
        Targets::Dependencies => {
            each(&mut facts.polities.ids().filter(|&id| row(id).status.ruler() == Some(own)), &|id| {
                0.05 + row(id).internal_threat + row(id).grievance + row(id).holding_cost
            })
        }
        Targets::MovementsAbroad => movements_abroad(facts, own),
        Targets::MovementsAtHome => {
            let here = |id: &MovementId| {
                let movement = &facts.movements[*id];
                movement.alive
                    && (movement.home == own
                        || movement.against == own
                        || facts.polities[movement.home].status.ruler() == Some(own))
            };
            let weigh = |id: MovementId| (0.02 + facts.movements[id].strength, Seat::Movement(id));
            facts.movements.ids().filter(here).map(weigh).collect()
        }
        Targets::Claimants => each(&mut states().filter(|&id| claim_rivals(facts, own, id)), &|_| 1.0),
        Targets::Embargoed => {
            let closed = [AgreementTag::Embargo, AgreementTag::Boycott];
            let under = |id: &PolityId| closed.iter().any(|&tag| facts.tied(own, *id, Tie::Agreement(tag)));
            each(&mut facts.polities.ids().filter(under), &|id| row(id).product)
        }
        Targets::Enemies => {
            each(&mut states().filter(|&id| facts.tied(own, id, Tie::War)), &|id| row(id).strength)
        }
        Targets::Garrisoned => each(&mut tied(AgreementTag::Troops), &|id| 1.0 - row(id).internal_threat),
        Targets::Issuer => {
            facts.issuer.filter(|&id| id != own).map(|id| (1.0, Seat::Polity(id))).into_iter().collect()
        }
        Targets::PressedDebtors => {
            let pressed = |id: PolityId| row(id).arrears > 0.0 || row(id).payments_crisis;
            let mut owing = facts.polities.ids().filter(|&id| facts.tied(own, id, Tie::Debt) && pressed(id));
            each(&mut owing, &|id| facts.owed(own, id))
        }
        Targets::PayersOfReparations => {
            let pays = |id: &PolityId| facts.tied(*id, own, Tie::Agreement(AgreementTag::Reparations));
            each(&mut facts.polities.ids().filter(pays), &|id| row(id).grievance)
        }
        // A state has no ruler to aim at and seeks no patron in this sense.
        Targets::Ruler | Targets::PossiblePatrons => Vec::new(),
    }
}

fn bind(me: Seat, other: PolityId) -> Binding {
    Binding { this: Some(me), target: Some(Seat::Polity(other)), player: None }
}

/// Movements against states outside the own camp, weighed by kinship, reach and strength.
fn movements_abroad(facts: &Facts, own: PolityId) -> Vec<(f64, Seat)> {
    let strong = math::ratio_or(facts.polities[own].strength, facts.strongest, 0.0);
    let outside = |state: PolityId| state != own && !facts.allied(own, state);
    let weigh = |id: MovementId| {
        let movement = &facts.movements[id];
        let ruled_by_me = facts.polities[movement.home].status.ruler() == Some(own);
        if !movement.alive || ruled_by_me || !outside(movement.against) || !outside(movement.home) {
            return None;
        }
        let seat = Seat::Movement(id);
        let kin = affinity(facts, Seat::Polity(own), seat);
        let reach = proximity(facts, own, movement.home).max(strong);
        let asked = facts.relations.trust(facts.agent(own), facts.atlas.agent(seat));
        let weight = kin * (0.1 + reach) * (0.3 + movement.strength + asked);
        Some((weight * turn(facts, Seat::Polity(own), seat), seat))
    };
    (0..facts.movements.len()).map(MovementId::from_index).filter_map(weigh).collect()
}

fn for_movement(facts: &Facts, own: MovementId, kind: Targets) -> Vec<(f64, Seat)> {
    let (me, row) = (Seat::Movement(own), &facts.movements[own]);
    match kind {
        Targets::Ruler => vec![(1.0, Seat::Polity(row.against))],
        Targets::PossiblePatrons => {
            let may = |id: &PolityId| {
                facts.polities[*id].sovereign() && *id != row.against && Some(*id) != row.patron
            };
            let weigh = |id: PolityId| {
                let kin = affinity(facts, me, Seat::Polity(id));
                let near = proximity(facts, row.home, id);
                let strong = math::ratio_or(facts.polities[id].strength, facts.strongest, 0.0);
                (kin * (0.2 + near.max(strong)), Seat::Polity(id))
            };
            facts.polities.ids().filter(may).map(weigh).collect()
        }
        // The other kinds speak of states' relations.
        _ => Vec::new(),
    }
}
