//! The simulated world: Bevy systems over a fixed population of polities, territories and movements.
//!
//! Deterministic: no clock, no files, no statics, keyed luck. Each subsystem folder says in its `mod.rs`
//! what it models, reads and writes. A subsystem writes only its own components and resources; all else
//! goes through [`orders`], [`effects`] and the [`ledger`]. See `docs/DETERMINISM.md`.

mod access;
pub mod agents;
pub mod chronicle;
pub mod community;
pub mod conflict;
pub mod crisis;
pub mod diplomacy;
pub mod doctrine;
pub mod economy;
pub mod effects;
pub mod events;
pub mod finance;
pub mod ledger;
pub mod movements;
pub mod orders;
pub mod organisations;
pub mod outcome;
pub mod perception;
pub mod plan;
pub mod politics;
mod population;
pub mod quantities;
mod schedule;
mod simulation;
pub mod society;
pub mod state;
pub mod technology;
pub mod terms;
#[cfg(test)]
mod testing;
pub mod trade;

pub use population::{Atlas, Clock, Fate, Lore, Movements, PerGood, Polities, Seat, Territories};
pub use schedule::{Genesis, MonthSchedule, Phase, Subsystem, at};
pub use simulation::{Simulation, StartError};
pub use terms::{NoTerms, Term, TermList, Terms};

use bevy::prelude::App;

/// The rules that the simulation needs; the loader reports each that `rules.ron` lacks.
pub fn rules_needed() -> Vec<&'static str> {
    [
        economy::EconomyRules::NAMES,
        economy::property::PropertyRules::NAMES,
        economy::MarketRules::NAMES,
        trade::TradeRules::NAMES,
        plan::PlanRules::NAMES,
        finance::FinanceRules::NAMES,
        technology::TechnologyRules::NAMES,
        society::SocietyRules::NAMES,
        politics::PoliticsRules::NAMES,
        movements::MovementRules::NAMES,
        diplomacy::DiplomacyRules::NAMES,
        organisations::OrganisationRules::NAMES,
        perception::PerceptionRules::NAMES,
        orders::OrderRules::NAMES,
        doctrine::DoctrineRules::NAMES,
        agents::AgentRules::NAMES,
        conflict::ConflictRules::NAMES,
        crisis::CrisisRules::NAMES,
        outcome::OutcomeRules::NAMES,
        community::CommunityRules::NAMES,
    ]
    .concat()
}

/// All subsystems. The order of this list is of no consequence (a test reverses it).
pub(crate) const PLUGINS: &[fn(&mut App)] = &[
    ledger::plugin,
    chronicle::plugin,
    orders::plugin,
    effects::plugin,
    quantities::plugin,
    economy::plugin,
    trade::plugin,
    community::plugin,
    plan::plugin,
    finance::plugin,
    technology::plugin,
    society::plugin,
    politics::plugin,
    movements::plugin,
    diplomacy::plugin,
    organisations::plugin,
    perception::plugin,
    doctrine::plugin,
    agents::plugin,
    conflict::plugin,
    crisis::plugin,
    events::plugin,
    outcome::plugin,
];

/// Reads each subsystem's parameters from the rules in force.
fn read_rules(app: &mut App, table: &crate::content::defs::RuleTable) -> Result<(), StartError> {
    app.insert_resource(economy::EconomyRules::read(table)?);
    app.insert_resource(economy::property::PropertyRules::read(table)?);
    app.insert_resource(economy::MarketRules::read(table)?);
    app.insert_resource(trade::TradeRules::read(table)?);
    app.insert_resource(plan::PlanRules::read(table)?);
    app.insert_resource(finance::FinanceRules::read(table)?);
    app.insert_resource(technology::TechnologyRules::read(table)?);
    app.insert_resource(society::SocietyRules::read(table)?);
    app.insert_resource(politics::PoliticsRules::read(table)?);
    app.insert_resource(movements::MovementRules::read(table)?);
    app.insert_resource(diplomacy::DiplomacyRules::read(table)?);
    app.insert_resource(organisations::OrganisationRules::read(table)?);
    app.insert_resource(perception::PerceptionRules::read(table)?);
    app.insert_resource(orders::OrderRules::read(table)?);
    app.insert_resource(doctrine::DoctrineRules::read(table)?);
    app.insert_resource(agents::AgentRules::read(table)?);
    app.insert_resource(conflict::ConflictRules::read(table)?);
    app.insert_resource(crisis::CrisisRules::read(table)?);
    app.insert_resource(outcome::OutcomeRules::read(table)?);
    app.insert_resource(community::CommunityRules::read(table)?);
    Ok(())
}
