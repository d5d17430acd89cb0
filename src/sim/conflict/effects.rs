//! What effects do to forces and wars.

use bevy::prelude::World;

use crate::base::{Money, PolityId, TerritoryId};
use crate::content::vocabulary::WarKind;
use crate::sim::chronicle::Fact;
use crate::sim::effects::{Effect, Effects};
use crate::sim::population::{Clock, Seat};

use super::{War, WarSide, Wars};

/// Begins a war.
pub(in crate::sim) fn open_war(
    world: &mut World,
    kind: WarKind,
    attacker: WarSide,
    defender: WarSide,
    over: Vec<TerritoryId>,
) {
    let (Some(one), Some(other)) = (attacker.leader(), defender.leader()) else { return };
    let now = world.resource::<Clock>().now();
    let mut wars = world.resource_mut::<Wars>();
    let number = wars.next;
    wars.next += 1;
    wars.list.push(War { number, kind, attacker, defender, over, since: now, front: 0.0, dead: 0 });
    let fact = Fact::WarBegun { war: number, kind, attacker: one, defender: other };
    world.resource_mut::<Effects>().push(Effect::Tell { fact });
}

/// Ends the war between two sides by agreement, without a winner.
pub(in crate::sim) fn end_war(world: &mut World, a: Seat, b: Seat) {
    let mut wars = world.resource_mut::<Wars>();
    let Some(number) = wars.between(a, b).map(|war| war.number) else { return };
    let Some(place) = wars.list.iter().position(|war| war.number == number) else { return };
    let war = wars.list.remove(place);
    let (Some(attacker), Some(defender)) = (war.attacker.leader(), war.defender.leader()) else { return };
    let fact = Fact::WarEnded { war: number, attacker, defender, winner: None, dead: war.dead };
    world.resource_mut::<Effects>().push(Effect::Tell { fact });
}

/// Buys warheads out of the budget.
pub(in crate::sim) fn build_warheads(world: &mut World, polity: PolityId, money: Money) {
    use crate::sim::access::Access;
    use crate::sim::ledger::{Account, MoneyBook, MoneyFlow};
    // Own estimate: two million 2011 dollars a warhead with its share of reactors and carriers.
    const THOUSANDS_EACH: f64 = 2000.0;
    world.resource_mut::<MoneyBook>().transfer(
        Account::State(polity),
        Account::Private(polity),
        MoneyFlow::Forces,
        money,
    );
    world.polity_mut::<super::Forces>(polity).warheads += money.real() / THOUSANDS_EACH;
}
