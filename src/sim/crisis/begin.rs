//! Crises begin over acts that touch what another state holds dear.

use bevy::prelude::World;

use crate::base::{PolityId, Stream};
use crate::content::vocabulary::{Degree, Order};
use crate::sim::access::Access;
use crate::sim::chronicle::{Chronicle, Fact};
use crate::sim::diplomacy::OfferKind;
use crate::sim::doctrine::Doctrines;
use crate::sim::effects::{Effect, Effects};
use crate::sim::movements::Movement;
use crate::sim::politics::Owner;
use crate::sim::population::{Atlas, Clock, Fate, Lore, Seat};
use crate::sim::quantities::Facts;

use super::CrisisRules;
use super::components::{Cause, Crises, Crisis};
use super::rules::believed_stake;
use super::scene::{Scene, Sides};

/// Purposes of luck in this file.
const BELIEF: u32 = 101;

/// Compensation (share of the worth) from which on owners abroad let property go without their state taking it up.
const FAIR_PRICE: f64 = 0.5;

/// An act that may touch another power.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Act {
    pub by: PolityId,
    pub over: PolityId,
    /// The state that it is aimed at, if it is aimed at one.
    pub victim: Option<PolityId>,
    pub cause: Cause,
}

/// The two sides that an act may set against each other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Quarrel {
    pub act: Act,
    pub challenger: PolityId,
    pub defender: PolityId,
    pub stakes: [f64; 2],
    pub chance: f64,
}

/// Begins crises over the acts of this month.
pub(super) fn begin(world: &mut World) {
    let acts = acts_of_the_month(world);
    if acts.is_empty() {
        return;
    }
    let scene = Scene::of(world);
    // First with the most that taking sides could add to a stake, which asks for no facts: few acts outlive it.
    let hot = |act: &Act| {
        scene.worst(*act, Sides::AtMost).is_some_and(|worst| scene.luck(*act).chance(worst.chance))
    };
    let acts: Vec<Act> = acts.into_iter().filter(hot).collect();
    if acts.is_empty() {
        return;
    }
    let facts = Facts::gather(world);
    let mut begun: Vec<Quarrel> = Vec::new();
    for act in acts {
        let Some(quarrel) = scene.worst(act, Sides::Known(&facts)) else { continue };
        let pair = [quarrel.challenger, quarrel.defender];
        let busy = scene.crises.between(pair[0], pair[1]).is_some()
            || scene.rest_from_each_other(pair)
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
            Fact::OfferAnswered {
                from: Seat::Polity(holder),
                by: Seat::Polity(host),
                what: OfferKind::Base { .. },
                accepted: true,
                ..
            } => act(holder, host, false, Cause::BaseTaken),
            // Whoever helped it most is taken to stand behind it.
            Fact::RuleChanged { polity, led_by: Some(movement), .. } => {
                let patron = world.movement::<Movement>(*movement).patron()?;
                act(&patron, polity, true, Cause::Takeover(*movement))
            }
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
