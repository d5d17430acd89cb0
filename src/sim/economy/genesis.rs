//! The economy at the start: capital, property, efficiency, stocks, prices, accounts.

use bevy::prelude::*;

use crate::base::{Goods, IdVec, Money, PolityId, math};
use crate::content::defs::MAX_GOODS;
use crate::content::vocabulary::Property;
use crate::sim::finance::FinanceRules;
use crate::sim::ledger::{GoodsBook, GoodsFlow};
use crate::sim::plan::{PlanRules, opening_service};
use crate::sim::population::{Atlas, Lore, PerGood};
use crate::sim::technology::TechnologyRules;
use crate::sim::trade::TradeRules;

use super::components::{Accounts, Capital, Consumption, Endowment, Industry, Output, Ownership, Prices};
use super::deposits::Shares;
use super::market::MarketRules;
use super::opening::{Opening, Openings};
use super::parameters::EconomyRules;
use super::roles::{Paces, Roles};
use super::rules;

/// How the world starts, for the genesis of all subsystems of the economy.
#[derive(Resource)]
pub(in crate::sim) struct TheStart(pub Openings);

/// Derives roles and paces, and works out how the economies stand.
pub(super) fn work_out_the_start(
    mut commands: Commands,
    lore: Res<Lore>,
    economy: Res<EconomyRules>,
    plan: Res<PlanRules>,
    finance: Res<FinanceRules>,
    trade: Res<TradeRules>,
    market: Res<MarketRules>,
) {
    let roles =
        Roles::read(&lore.goods, economy.equipment_share, finance.public_services, finance.arms_share);
    commands.insert_resource(TheStart(Openings::of(&lore, &roles, &economy, &finance, &trade)));
    commands.insert_resource(Paces::of(&economy, &plan, &finance, &trade, &market));
    commands.insert_resource(roles);
}

/// Gives territories and countries their economy.
pub(super) fn open_economy(
    mut commands: Commands,
    atlas: Res<Atlas>,
    lore: Res<Lore>,
    roles: Res<Roles>,
    economy: Res<EconomyRules>,
    plan: Res<PlanRules>,
    technology: Res<TechnologyRules>,
    start: Res<TheStart>,
    mut book: ResMut<GoodsBook>,
) {
    let service = |id| opening_service(&plan, &technology, &economy, &roles, &start.0.of[id]).0;
    let services: IdVec<PolityId, PerGood<f64>> = lore.polities.ids().map(service).collect();
    let mut world: PerGood<f64> = PerGood::default();
    for opening in start.0.of.values() {
        roles.goods().for_each(|good| world[good] += opening.output[good]);
    }
    let ground = Shares::of(&lore, world);
    for (id, def) in lore.territories.iter() {
        let polity = start.0.owner[id];
        let opening = &start.0.of[polity];
        let state = &lore.polities[polity].start;
        let part = math::ratio_or(start.0.territory[id] / 12.0, opening.product, 0.0);
        let normal_use = rules::normal_use(&economy, opening.planned);
        let hands = (def.population.max(0) as f64 * economy.participation).max(1.0);
        let mut capital = Capital::default();
        let mut endowment = Endowment { harvest: 1.0, ..default() };
        let mut output = Output::default();
        let mut value_added = 0.0;
        let mut makes: PerGood<f64> = PerGood::default();
        let served = &services[polity];
        for (good, sector) in lore.goods.iter() {
            let made = opening.output[good] * part;
            let stock = made * 12.0 * roles.value_added[good] * sector.capital_output_ratio;
            let damage = state.war_damage.clamp(0.0, 0.9);
            capital.stock[good] = stock;
            capital.ruined[good] = stock * damage / (1.0 - damage);
            let land = roles.nature(&economy, good);
            let work = (hands * opening.labour[good].max(1e-9)).max(1e-9);
            let factors = math::pow(stock.max(1e-9), sector.capital_share)
                * math::pow(work, 1.0 - sector.capital_share - land);
            if stock > 0.0 {
                endowment.efficiency[good] = made / normal_use / factors / served[good];
            }
            makes[good] = made;
            output.gross[good] = Goods::rounded(made);
            value_added += made * roles.value_added[good];
        }
        output.value_added = Money::rounded(value_added);
        let ownership = ownership(&lore.archetypes[state.archetype].property);
        let deposits = ground.open(def, &roles, &economy, &makes);
        commands.entity(atlas.territory(id)).insert((capital, ownership, endowment, deposits, output));
    }
    for id in lore.polities.ids() {
        let opening = &start.0.of[id];
        for (good, def) in lore.goods.iter() {
            let wanted = opening.demand[good] + opening.exports[good];
            let months = rules::stock_months(&economy, def.spoilage);
            book.book(id, good, GoodsFlow::OpeningStock, Goods::rounded(wanted * months));
        }
        commands.entity(atlas.polity(id)).insert((
            industry(opening, &economy, &lore, &roles, &services[id]),
            prices(opening, &roles),
            accounts(opening, &economy, &roles, &lore),
            consumption(opening, &economy, &roles),
        ));
    }
}

/// Property of all sectors, each row brought to a sum of 1.
fn ownership(property: &[[f64; Property::COUNT]; MAX_GOODS]) -> Ownership {
    let mut shares = PerGood::from_array(*property);
    for row in shares.as_mut_slice() {
        let sum: f64 = row.iter().sum();
        if sum > 0.0 {
            row.iter_mut().for_each(|share| *share /= sum);
        } else {
            row[Property::NationalPrivate.index()] = 1.0;
        }
    }
    Ownership { shares }
}

fn capital_of(opening: &Opening, roles: &Roles, lore: &Lore) -> PerGood<f64> {
    let mut capital = PerGood::default();
    for (good, def) in lore.goods.iter() {
        capital[good] = opening.output[good] * 12.0 * roles.value_added[good] * def.capital_output_ratio;
    }
    capital
}

fn industry(
    opening: &Opening,
    economy: &EconomyRules,
    lore: &Lore,
    roles: &Roles,
    served: &PerGood<f64>,
) -> Industry {
    let normal_use = rules::normal_use(economy, opening.planned);
    let mut industry = Industry {
        labour: opening.labour,
        strain: PerGood::filled(1.0),
        pull: PerGood::filled(1.0),
        capital: capital_of(opening, roles, lore),
        normal_product: opening.product,
        served: *served,
        ..default()
    };
    for good in roles.goods() {
        industry.potential[good] = opening.output[good] / normal_use / served[good];
    }
    industry
}

fn prices(opening: &Opening, roles: &Roles) -> Prices {
    let mut prices =
        Prices { of: PerGood::filled(1.0), demand: opening.demand, supply: opening.output, ..default() };
    for good in roles.goods() {
        prices.used_at_home[good] = opening.demand[good] - opening.inputs[good];
    }
    prices
}

fn accounts(opening: &Opening, economy: &EconomyRules, roles: &Roles, lore: &Lore) -> Accounts {
    let capital: f64 = capital_of(opening, roles, lore).as_slice().iter().sum();
    let profit = math::ratio_or(economy.profit_share * opening.product * 12.0, capital, 0.0);
    let industry: f64 = roles
        .goods()
        .filter(|&good| roles.industry[good])
        .map(|good| opening.output[good] * roles.value_added[good])
        .sum();
    let (month, industry) = (Money::rounded(opening.product), Money::rounded(industry));
    Accounts {
        product_month: month,
        ring: [month; 12],
        product: Money(month.0 * 12),
        product_before: Money(month.0 * 12),
        peak: Money(month.0 * 12),
        industry: Money(industry.0 * 12),
        ring_before: [month; 12],
        ring_industry: [industry; 12],
        supplied: 1.0,
        profit_rate: profit,
        profit_norm: profit,
        confidence: 1.0,
        building: 1.0,
        markup: 1.0,
        unemployment: economy.frictional_unemployment * (1.0 - opening.planned),
        ..default()
    }
}

fn consumption(opening: &Opening, economy: &EconomyRules, roles: &Roles) -> Consumption {
    let households = opening.product * opening.households;
    let mut consumption = Consumption { basket: opening.basket, ..default() };
    for good in roles.goods() {
        consumption.wanted[good] = Goods::rounded(households * opening.basket[good]);
    }
    consumption.had = consumption.wanted;
    let eaten = consumption.had[roles.food].real() * 12_000.0;
    consumption.food_security = math::ratio_or(eaten, opening.people * economy.food_need, 1.0);
    consumption
}
