//! What happens to an economy when borders move or war destroys.

use bevy::prelude::*;

use crate::base::{GoodId, Goods, Money, PolityId, TerritoryId, math};
use crate::sim::finance::{Budget, Debts};
use crate::sim::ledger::{Account, GoodsBook, MoneyBook, MoneyFlow};
use crate::sim::plan::{Plan, effects as plan_effects};
use crate::sim::politics::{Lands, Owner};
use crate::sim::population::{Atlas, PerGood};
use crate::sim::technology::Technology;
use crate::sim::trade::TradePosition;

use super::components::{Accounts, Capital, Consumption, Endowment, Industry, Output, Prices};
use super::property::{ForeignCapital, Stake, Vigour};
use super::roles::Roles;

/// Splits the books when a territory passes from one polity to another; to be called for every cession, before or after
/// [`Owner`] is written. Capital and property stay with the territory; stocks, money, reserves, accounts and expectations
/// are split by product. A receiver that had no economy takes over prices, plan, budget lines and technology as they are;
/// a giver left without territory hands everything over, its debts and claims included.
pub(in crate::sim) fn on_cede(world: &mut World, territory: TerritoryId, from: PolityId, to: PolityId) {
    if from == to {
        return;
    }
    let atlas = world.resource::<Atlas>().clone();
    let (giver, receiver, ground) = (atlas.polity(from), atlas.polity(to), atlas.territory(territory));
    let lasts = atlas.territories.iter().any(|(id, &entity)| {
        id != territory && world.get::<Owner>(entity).is_some_and(|owner| owner.polity() == from)
    });
    let made = world.get::<Output>(ground).map_or(0.0, |output| output.value_added.real());
    let all = world.get::<Accounts>(giver).map_or(0.0, |accounts| accounts.product_month.real());
    let share = if lasts { math::ratio_or(made, all, 0.0).clamp(0.0, 1.0) } else { 1.0 };
    let founded = world.get::<Accounts>(receiver).is_none_or(|accounts| accounts.product <= Money::ZERO);
    if founded {
        take_over::<Plan>(world, giver, receiver);
        take_over::<Budget>(world, giver, receiver);
        take_over::<Technology>(world, giver, receiver);
        take_over::<Vigour>(world, giver, receiver);
        take_over_owners(world, from, giver, receiver);
    } else {
        keep_output(world, giver, receiver, ground);
    }
    plan_effects::on_cede(world, from, to, share, founded);
    split::<Accounts>(world, giver, receiver, share, founded);
    split::<Industry>(world, giver, receiver, share, founded);
    split::<Prices>(world, giver, receiver, share, founded);
    split::<Consumption>(world, giver, receiver, share, founded);
    split::<TradePosition>(world, giver, receiver, share, founded);
    split_books(world, from, to, share, lasts);
}

/// Adds capital to a sector of a country (thousands of 2011 dollars), where such capital stands already, in proportion;
/// in a country that has none of it, where its people are ruled from.
pub(in crate::sim) fn add_capital(world: &mut World, polity: PolityId, good: GoodId, amount: f64) {
    let grounds: Vec<TerritoryId> = world.resource::<Lands>().of(polity).to_vec();
    let atlas = world.resource::<Atlas>().clone();
    let stock = |world: &World, id: TerritoryId| {
        world.get::<Capital>(atlas.territory(id)).map_or(0.0, |capital| capital.stock[good])
    };
    let all: f64 = grounds.iter().map(|&id| stock(world, id)).sum();
    for (place, &id) in grounds.iter().enumerate() {
        let even = if place == 0 { 1.0 } else { 0.0 };
        let share = math::ratio_or(stock(world, id), all, even);
        if let Some(mut capital) = world.get_mut::<Capital>(atlas.territory(id)) {
            capital.stock[good] += amount.max(0.0) * share;
        }
    }
}

/// A part of a country's economy that can be divided.
trait Divides: Component<Mutability = bevy::ecs::component::Mutable> + Copy {
    /// Moves a share (0–1) from `self` to `to`; `founded` if `to` had no economy before.
    fn divide(&mut self, to: &mut Self, share: f64, founded: bool);
}

fn split<C: Divides>(world: &mut World, giver: Entity, receiver: Entity, share: f64, founded: bool) {
    let (Some(&before), Some(&theirs)) = (world.get::<C>(giver), world.get::<C>(receiver)) else { return };
    let (mut mine, mut theirs) = (before, theirs);
    mine.divide(&mut theirs, share, founded);
    if let Some(mut component) = world.get_mut::<C>(giver) {
        *component = mine;
    }
    if let Some(mut component) = world.get_mut::<C>(receiver) {
        *component = theirs;
    }
}

fn take_over<C: Component<Mutability = bevy::ecs::component::Mutable> + Copy>(
    world: &mut World,
    giver: Entity,
    receiver: Entity,
) {
    let Some(&value) = world.get::<C>(giver) else { return };
    if let Some(mut component) = world.get_mut::<C>(receiver) {
        *component = value;
    }
}

/// Foreign capital stays with its owners; what belonged to owners of the giver itself is theirs from abroad now.
fn take_over_owners(world: &mut World, from: PolityId, giver: Entity, receiver: Entity) {
    take_over::<ForeignCapital>(world, giver, receiver);
    if let Some(mut foreign) = world.get_mut::<ForeignCapital>(receiver) {
        foreign.inflow = PerGood::default();
        if !foreign.is_held_abroad() {
            foreign.stakes[0] = Some(Stake { of: from, share: 1.0 });
        }
    }
}

/// Efficiency is measured against the productivity of the owner: a new owner must not change what a territory makes.
fn keep_output(world: &mut World, giver: Entity, receiver: Entity, ground: Entity) {
    let productivity = |entity| world.get::<Technology>(entity).map_or(1.0, Technology::productivity);
    let labour = |entity| world.get::<Industry>(entity).map(|industry| industry.labour);
    let ratio = math::ratio_or(productivity(giver), productivity(receiver), 1.0);
    let (before, after) = (labour(giver), labour(receiver));
    let roles = world.resource::<Roles>().clone();
    if let Some(mut endowment) = world.get_mut::<Endowment>(ground) {
        for good in roles.goods() {
            let hands = match (&before, &after) {
                (Some(before), Some(after)) => math::ratio_or(before[good], after[good], 1.0).clamp(0.2, 5.0),
                _ => 1.0,
            };
            // Labour enters with an exponent near two thirds; the square root errs on the side of caution.
            endowment.efficiency[good] *= ratio * math::sqrt(hands);
        }
    }
}

fn share_of(mine: &mut Money, theirs: &mut Money, share: f64) {
    let part = Money::rounded(mine.real() * share);
    *mine -= part;
    *theirs += part;
}

fn share_real(mine: &mut PerGood<f64>, theirs: &mut PerGood<f64>, share: f64) {
    for (mine, theirs) in mine.as_mut_slice().iter_mut().zip(theirs.as_mut_slice()) {
        let part = *mine * share;
        *mine -= part;
        *theirs += part;
    }
}

fn share_goods(mine: &mut PerGood<Goods>, theirs: &mut PerGood<Goods>, share: f64) {
    for (mine, theirs) in mine.as_mut_slice().iter_mut().zip(theirs.as_mut_slice()) {
        let part = Goods::rounded(mine.real() * share);
        *mine -= part;
        *theirs += part;
    }
}

impl Divides for Accounts {
    fn divide(&mut self, to: &mut Self, share: f64, founded: bool) {
        if founded {
            let zero = [Money::ZERO; 12];
            *to = Self {
                product_month: Money::ZERO,
                ring: zero,
                product: Money::ZERO,
                product_before: Money::ZERO,
                industry: Money::ZERO,
                ring_before: zero,
                ring_industry: zero,
                ..*self
            };
        }
        share_of(&mut self.product_month, &mut to.product_month, share);
        for month in 0..12 {
            share_of(&mut self.ring[month], &mut to.ring[month], share);
            share_of(&mut self.ring_before[month], &mut to.ring_before[month], share);
            share_of(&mut self.ring_industry[month], &mut to.ring_industry[month], share);
        }
        for side in [self, to] {
            side.product = side.ring.iter().copied().sum();
            side.product_before = side.ring_before.iter().copied().sum();
            side.industry = side.ring_industry.iter().copied().sum();
        }
    }
}

impl Divides for Industry {
    fn divide(&mut self, to: &mut Self, share: f64, founded: bool) {
        if founded {
            *to = Self {
                potential: PerGood::default(),
                capital: PerGood::default(),
                normal_product: 0.0,
                ..*self
            };
        }
        share_real(&mut self.potential, &mut to.potential, share);
        share_real(&mut self.capital, &mut to.capital, share);
        let part = self.normal_product * share;
        self.normal_product -= part;
        to.normal_product += part;
    }
}

impl Divides for Prices {
    fn divide(&mut self, to: &mut Self, share: f64, founded: bool) {
        if founded {
            *to = Self { of: self.of, ..Self::default() };
        }
        share_real(&mut self.demand, &mut to.demand, share);
        share_real(&mut self.used_at_home, &mut to.used_at_home, share);
        share_real(&mut self.supply, &mut to.supply, share);
    }
}

impl Divides for Consumption {
    fn divide(&mut self, to: &mut Self, share: f64, founded: bool) {
        if founded {
            *to = Self { had: PerGood::default(), wanted: PerGood::default(), ..*self };
        }
        share_goods(&mut self.had, &mut to.had, share);
        share_goods(&mut self.wanted, &mut to.wanted, share);
    }
}

impl Divides for TradePosition {
    fn divide(&mut self, to: &mut Self, share: f64, founded: bool) {
        if founded {
            *to = Self {
                exported: Money::ZERO,
                imported: Money::ZERO,
                orders: PerGood::default(),
                arrivals: PerGood::default(),
                exports: PerGood::default(),
                imports: PerGood::default(),
                earned_hard: 0.0,
                earned_clearing: 0.0,
                clearing: Money::ZERO,
                // A new state has its own place in the world: access is measured anew from its first review.
                access_start: 0.0,
                access: 0.0,
                ..*self
            };
        }
        share_of(&mut self.exported, &mut to.exported, share);
        share_of(&mut self.imported, &mut to.imported, share);
        share_of(&mut self.clearing, &mut to.clearing, share);
        share_real(&mut self.orders, &mut to.orders, share);
        share_real(&mut self.arrivals, &mut to.arrivals, share);
        for (mine, theirs) in [
            (&mut self.earned_hard, &mut to.earned_hard),
            (&mut self.earned_clearing, &mut to.earned_clearing),
        ] {
            let part = *mine * share;
            *mine -= part;
            *theirs += part;
        }
    }
}

/// Splits stocks and money; the last territory takes debts and claims with it.
fn split_books(world: &mut World, from: PolityId, to: PolityId, share: f64, lasts: bool) {
    let roles = world.resource::<Roles>().clone();
    {
        let mut goods = world.resource_mut::<GoodsBook>();
        for good in roles.goods() {
            let amount = Goods::floored(goods.stock(from, good).real() * share);
            goods.ship(from, to, good, amount, true);
        }
    }
    {
        let mut money = world.resource_mut::<MoneyBook>();
        for account in [Account::Private, Account::Reserves, Account::State] {
            let amount = Money::rounded(money.balance(account(from)).real() * share);
            money.transfer(account(from), account(to), MoneyFlow::Exchange, amount);
        }
    }
    if !lasts {
        let mut debts = world.resource_mut::<Debts>();
        for debt in &mut debts.list {
            if debt.debtor == from {
                debt.debtor = to;
            }
            if debt.creditor == from {
                debt.creditor = to;
            }
        }
        debts.list.retain(|debt| debt.debtor != debt.creditor);
    }
}
