//! Production, markets and national accounts.
//!
//! *Produce*: labour by sector, capital, technology and land make goods out of goods; markets set output by demand and
//! stocks, planners by plan. *Distribute*: households, public services, forces and builders have what there is; prices,
//! profit and confidence follow. Slumps are nobody's script: investment answers the use of capacity and profit with
//! a delay, and both answer investment.
//!
//! Reads people, plans, budgets, technology, trade; writes capital, ownership, output, prices, accounts. Goods move
//! through the ledger. Source: DESIGN §5; forms and figures of the rules: `scenarios/common/rules/economy.ron`.

mod components;
mod deposits;
mod distribution;
mod genesis;
pub(in crate::sim) mod market;
mod opening;
mod parameters;
mod production;
pub mod property;
mod reading;
mod roles;
pub(in crate::sim) mod rules;
#[cfg(test)]
pub(in crate::sim) mod testing;
mod transitions;

pub use components::{Accounts, Capital, Consumption, Endowment, Industry, Output, Ownership, Prices};
pub use deposits::{Deposits, richness_of};
pub(in crate::sim) use genesis::TheStart;
pub(in crate::sim) use market::rules as market_rules;
pub use market::{Market, MarketRules};
pub(in crate::sim) use opening::Opening;
pub use parameters::EconomyRules;
pub use property::Holdings;
pub use reading::explain_price;
pub use roles::{Paces, Roles};
pub(in crate::sim) use transitions::{add_capital, on_cede};

use bevy::prelude::*;

use super::schedule::{Genesis, MonthSchedule, Phase, Subsystem, at};
use super::state::RegisterState;

pub(super) fn plugin(app: &mut App) {
    app.territory_state::<Capital>("economy.capital")
        .territory_state::<Ownership>("economy.ownership")
        .territory_state::<Endowment>("economy.endowment")
        .territory_state::<Deposits>("economy.deposits")
        .territory_state::<Output>("economy.output")
        .polity_state::<Industry>("economy.industry")
        .polity_state::<Prices>("economy.prices")
        .polity_state::<Accounts>("economy.accounts")
        .polity_state::<Consumption>("economy.consumption")
        .add_plugins(property::plugin)
        .polity_state::<Market>("economy.market")
        // Derived figures are needed by every genesis of the economy, the first of which is technology's.
        .add_systems(Genesis, genesis::work_out_the_start.in_set(at(Phase::Calendar, Subsystem::Events)))
        .add_systems(
            Genesis,
            (genesis::open_economy, market::open_markets)
                .chain()
                .in_set(at(Phase::Calendar, Subsystem::Economy)),
        )
        .add_systems(
            MonthSchedule,
            (production::draw_harvests, production::produce)
                .chain()
                .in_set(at(Phase::Produce, Subsystem::Economy)),
        )
        .add_systems(
            MonthSchedule,
            (
                distribution::keep_accounts,
                distribution::hand_out,
                market::feel_markets,
                property::take_profits,
            )
                .chain()
                .in_set(at(Phase::Distribute, Subsystem::Economy)),
        );
}
