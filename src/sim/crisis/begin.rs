//! Crises begin over acts that touch what another state holds dear.

use bevy::prelude::World;

use crate::base::{Draw, PolityId, Stream};
use crate::content::vocabulary::{Degree, Order};
use crate::sim::access::Access;
use crate::sim::chronicle::{Chronicle, Fact};
use crate::sim::conflict::Forces;
use crate::sim::diplomacy::{AgreementTag, Relations};
use crate::sim::doctrine::Doctrines;
use crate::sim::effects::{Effect, Effects};
use crate::sim::perception::Outlook;
use crate::sim::politics::{Lands, Owner, Status};
use crate::sim::population::{Atlas, Clock, Fate, Lore, Seat};
use crate::sim::quantities::{Facts, Geography, Tie, nearness};
use crate::sim::terms::NoTerms;

use super::CrisisRules;
use super::components::{Cause, Crises, Crisis};
use super::rules::{begin_chance, believed_stake, stake};

/// Purposes of luck in this file.
const BEGIN: u32 = 100;
const BELIEF: u32 = 101;

/// Compensation (share of the worth) from which on owners abroad let property go without their state taking it up.
const FAIR_PRICE: f64 = 0.5;

/// Stake below which a state does not quarrel over a place with another. Own estimate.
const LEAST_STAKE: f64 = 0.1;

/// An act that may touch another power.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Act {
    by: PolityId,
    over: PolityId,
    /// The state that it is aimed at, if it is aimed at one.
    victim: Option<PolityId>,
    cause: Cause,
}

/// The two sides that an act may set against each other.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Quarrel {
    act: Act,
    challenger: PolityId,
    defender: PolityId,
    stakes: [f64; 2],
    chance: f64,
}

/// Begins crises over the acts of this month.
pub(super) fn begin(world: &mut World) {
    let acts = acts_of_the_month(world);
    if acts.is_empty() {
        return;
    }
    let scene = Scene::of(world);
    // First with everyone taken for everyone's ally, which asks for no facts: hardly any act outlives it.
    let any = |_: PolityId, _: PolityId| true;
    let none = |_: PolityId, _: PolityId| false;
    let hot =
        |act: &Act| scene.worst(*act, &any, &none).is_some_and(|worst| scene.luck(*act).chance(worst.chance));
    let acts: Vec<Act> = acts.into_iter().filter(hot).collect();
    if acts.is_empty() {
        return;
    }
    let facts = Facts::gather(world);
    let allied = |a: PolityId, b: PolityId| facts.allied(a, b);
    let guarantee = Tie::Agreement(AgreementTag::Guarantee);
    let behind = |a: PolityId, b: PolityId| facts.allied(a, b) || facts.tied(a, b, guarantee);
    let mut begun: Vec<Quarrel> = Vec::new();
    for act in acts {
        let Some(quarrel) = scene.worst(act, &behind, &allied) else { continue };
        let pair = [quarrel.challenger, quarrel.defender];
        let busy = scene.crises.between(pair[0], pair[1]).is_some()
            || begun.iter().any(|one| pair.contains(&one.challenger) && pair.contains(&one.defender));
        if !busy && scene.luck(act).chance(quarrel.chance) {
            begun.push(quarrel);
        }
    }
    drop(facts);
    for quarrel in begun {
        open(world, quarrel);
    }
}

fn open(world: &mut World, quarrel: Quarrel) {
    let Quarrel { act, challenger, defender, stakes, .. } = quarrel;
    let believed = beliefs(world, [challenger, defender], stakes);
    let since = world.resource::<Clock>().now();
    let mut crises = world.resource_mut::<Crises>();
    let number = crises.next;
    crises.next += 1;
    let crisis = Crisis::between([challenger, defender], act.over, act.cause, since);
    crises.list.push(Crisis { number, actor: act.by, stakes, believed, ..crisis });
    let fact = Fact::CrisisBegun { challenger, defender, over: act.over };
    world.resource_mut::<Effects>().push(Effect::Tell { fact });
}

/// What each side believes the other to have at stake.
fn beliefs(world: &World, sides: [PolityId; 2], stakes: [f64; 2]) -> [f64; 2] {
    let (rules, atlas) = (world.resource::<CrisisRules>(), world.resource::<Atlas>());
    let now = world.resource::<Clock>().now();
    std::array::from_fn(|side| {
        let key =
            atlas.key(Seat::Polity(sides[side])) ^ atlas.key(Seat::Polity(sides[1 - side])).rotate_left(7);
        let luck = world.resource::<Fate>().draw(now, Stream::Crisis, key, BELIEF).bell();
        let doctrine = world.polity::<Doctrines>(sides[side]).abroad();
        let bias = world.resource::<Lore>().doctrines[doctrine].bias;
        believed_stake(stakes[1 - side], bias, luck, rules)
    })
}

fn acts_of_the_month(world: &World) -> Vec<Act> {
    let now = world.resource::<Clock>().now();
    let lore = world.resource::<Lore>();
    let entries = world.resource::<Chronicle>().entries().iter().rev();
    let this_month = entries.take_while(|entry| entry.month == now);
    let act = |by: &PolityId, over: &PolityId, aimed: bool, cause| {
        Some(Act { by: *by, over: *over, victim: aimed.then_some(*over), cause })
    };
    let mut acts: Vec<_> = this_month
        .filter_map(|entry| match &entry.fact {
            Fact::OrderCarriedOut { by: Seat::Polity(by), order, .. } => match order {
                // Advisers are not seen far enough to call a rival up.
                Order::SendTroops { to, degree, .. } if *degree > Degree::Advisers => {
                    act(by, to, false, Cause::TroopsSent)
                }
                Order::OpenWar { against, .. } => act(by, against, true, Cause::WarOpened),
                Order::Blockade { against } => act(by, against, true, Cause::Blockade),
                Order::ArmMovement { movement, .. } => {
                    let territory = lore.movements[*movement].territory;
                    let over = world.territory::<Owner>(territory).polity();
                    act(by, &over, true, Cause::ArmsSent(*movement))
                }
                _ => None,
            },
            Fact::Nationalised { polity, compensation, owner: Some(owner), .. }
                if *compensation < FAIR_PRICE =>
            {
                Some(Act { by: *polity, over: *polity, victim: Some(*owner), cause: Cause::Nationalised })
            }
            _ => None,
        })
        .collect();
    acts.reverse();
    acts
}

/// What beginnings are judged by.
struct Scene<'w> {
    world: &'w World,
    rules: &'w CrisisRules,
    atlas: &'w Atlas,
    relations: &'w Relations,
    lands: &'w Lands,
    geography: &'w Geography,
    crises: &'w Crises,
    /// Whoever has a warhead, in id order.
    armed: Vec<PolityId>,
}

impl<'w> Scene<'w> {
    fn of(world: &'w World) -> Self {
        let forces = world.table::<&Forces>();
        let forces = forces.query_manual(world);
        let all = world.resource::<Lore>().polities.ids().zip(forces.iter());
        Self {
            world,
            rules: world.resource(),
            atlas: world.resource(),
            relations: world.resource(),
            lands: world.resource(),
            geography: world.resource(),
            crises: world.resource(),
            armed: all.filter(|(_, forces)| forces.warheads() >= 1.0).map(|(id, _)| id).collect(),
        }
    }

    /// The luck of an act.
    fn luck(&self, act: Act) -> Draw {
        let now = self.world.resource::<Clock>().now();
        let key = |id| self.atlas.key(Seat::Polity(id));
        let key = key(act.by) ^ key(act.over).rotate_left(13);
        self.world.resource::<Fate>().draw(now, Stream::Crisis, key, BEGIN)
    }

    fn strength(&self, of: PolityId) -> f64 {
        self.world.polity::<Forces>(of).strength()
    }

    fn sovereign(&self, of: PolityId) -> bool {
        self.world.polity::<Status>(of).is_sovereign()
    }

    /// Whether a state is too weak to stand up to another by itself.
    fn outmatched(&self, one: PolityId, by: PolityId) -> bool {
        let (own, other) = (self.strength(one), self.strength(by));
        own < self.rules.outmatched * (own + other)
    }

    /// The state that a weak one leans on, if it leans on any.
    fn patron(&self, of: PolityId) -> Option<PolityId> {
        self.world.polity::<Outlook>(of).patron().filter(|&patron| self.sovereign(patron))
    }

    /// What a power has at stake over a state, `allied` or not.
    fn stake(&self, power: PolityId, act: Act, allied: bool) -> f64 {
        let agent = |id| self.atlas.agent(Seat::Polity(id));
        let over = act.over;
        let influence = self.relations.influence(agent(power), agent(over));
        let near = nearness(self.lands, self.geography, power, over);
        let ruled = self.world.polity::<Status>(over).ruler() == Some(power);
        let robbed = act.cause == Cause::Nationalised && act.victim == Some(power);
        let ground = if power == over {
            1.0
        } else if ruled || robbed {
            self.rules.stake_rule
        } else {
            0.0
        };
        stake(influence, near, allied, ground, self.rules, &mut NoTerms)
    }

    /// Those who may stand up against an act: whom it is aimed at, or the patron that a victim too weak for it leans on, and
    /// whoever has warheads.
    fn guardians(&self, act: Act, hand: PolityId) -> impl Iterator<Item = PolityId> {
        let ruler = |id: PolityId| self.world.polity::<Status>(id).ruler().unwrap_or(id);
        let aimed = act.victim.map(ruler).filter(|&id| id != hand && self.sovereign(id));
        let stands = aimed.map(|id| match self.patron(id) {
            Some(patron) if patron != hand && self.outmatched(id, hand) => patron,
            _ => id,
        });
        self.armed.iter().copied().chain(stands.filter(|id| !self.armed.contains(id)))
    }

    /// Whether one quarrel is likelier than another over the same act; of two alike the one whose lot is drawn.
    fn is_likelier(&self, one: &Quarrel, other: &Quarrel) -> bool {
        let key = |id| self.atlas.key(Seat::Polity(id));
        let lot = |of: &Quarrel| {
            let pair = key(of.challenger) ^ key(of.defender).rotate_left(13);
            self.world.resource::<Fate>().lot(key(of.act.over), pair)
        };
        one.chance > other.chance || one.chance == other.chance && lot(one) < lot(other)
    }

    /// The quarrel that is likeliest to come of an act. `allied` says who is whose ally where that adds to a stake,
    /// `friends` where it keeps two from quarrelling.
    fn worst(
        &self,
        act: Act,
        allied: &impl Fn(PolityId, PolityId) -> bool,
        friends: &impl Fn(PolityId, PolityId) -> bool,
    ) -> Option<Quarrel> {
        let is_armed = |id: PolityId| self.armed.contains(&id);
        // Who leans on a power with warheads acts as its hand, unless it has weight of its own against the other.
        let patron = self.patron(act.by).filter(|_| !is_armed(act.by));
        let hands = [Some(act.by), patron.filter(|&id| id != act.over)];
        let mut best: Option<Quarrel> = None;
        for challenger in hands.into_iter().flatten().filter(|&id| self.sovereign(id)) {
            for defender in self.guardians(act, challenger) {
                if defender == challenger || friends(challenger, defender) || !self.sovereign(defender) {
                    continue;
                }
                // The hand quarrels with those it can face, its patron with the rest.
                let faces = !self.outmatched(act.by, defender);
                if (challenger == act.by) != faces && patron.is_some() {
                    continue;
                }
                let agent = |id| self.atlas.agent(Seat::Polity(id));
                let tension = self.relations.tension(agent(challenger), agent(defender));
                let ally = |id: PolityId| id != act.over && allied(id, act.over);
                let stakes = [challenger, defender].map(|id| self.stake(id, act, ally(id)));
                if stakes.iter().any(|&stake| stake < LEAST_STAKE) {
                    continue;
                }
                let lesser =
                    if is_armed(challenger) && is_armed(defender) { 1.0 } else { self.rules.begin_lesser };
                let chance = lesser * begin_chance(tension, stakes, self.rules);
                let quarrel = Quarrel { act, challenger, defender, stakes, chance };
                if best.is_none_or(|best| self.is_likelier(&quarrel, &best)) {
                    best = Some(quarrel);
                }
            }
        }
        best
    }
}
