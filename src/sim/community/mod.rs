//! Communities: planners who co-ordinate their plans, customs unions, recovery programmes.
//!
//! Planners write yearly *protocols*: who delivers what to whom, how much a month and how good. Pairs do so on their
//! own; all together do so once most pairs have, unless one member refuses. Deliveries go out before the open market
//! and are settled in clearing at prices of their own; what is not delivered is arrears. A member may take a sector
//! over from another (*specialisation*), and several may build a work together (*projects*). Market communities lower
//! tariffs inside and raise a common one outside, with time and consent; a recovery programme sends goods whose worth
//! goes into building.
//!
//! Reads organisations, plans, prices, trade, relations; writes protocols, obligations, projects and what they do to
//! each country ([`Cooperation`]). Goods and money move through the ledger, all else through effects. Sources: Basic
//! Principles of the International Socialist Division of Labour (1962); rules `scenarios/common/rules/community.ron`.

mod components;
mod deliveries;
mod division;
pub(in crate::sim) mod effects;
mod markets;
mod parameters;
mod protocols;
pub(in crate::sim) mod rules;
#[cfg(test)]
mod testing;
mod works;

pub(in crate::sim) use components::Deliveries;
pub use components::{
    BURDEN, Bond, Community, Cooperation, MOST_PAYERS, MOST_PROJECTS, Obligation, Project, Protocol,
    Specialisation, Stage,
};
pub use parameters::CommunityRules;
pub(in crate::sim) use protocols::together;
pub(in crate::sim) use works::cost as cost_of_work;

use bevy::prelude::*;

use super::access::Access;
use super::schedule::{Genesis, MonthSchedule, Phase, Subsystem, at};
use super::state::RegisterState;
use super::terms::Terms;
use crate::base::PolityId;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Community>()
        .init_resource::<Deliveries>()
        .init_resource::<works::GivenToWorks>()
        .resource_state::<Community>("community")
        .polity_state::<Cooperation>("community.cooperation")
        .add_systems(Genesis, protocols::open.in_set(at(Phase::Calendar, Subsystem::Events)))
        .add_systems(
            MonthSchedule,
            (protocols::draw_up_the_year, division::divide_labour, markets::keep_markets)
                .chain()
                .in_set(at(Phase::Calendar, Subsystem::Community)),
        )
        .add_systems(
            MonthSchedule,
            (deliveries::deliver, works::build).chain().in_set(at(Phase::Produce, Subsystem::Community)),
        )
        .add_systems(
            MonthSchedule,
            deliveries::settle_arrears.in_set(at(Phase::Settle, Subsystem::Community)),
        );
}

/// Whether two belong to one community of planners.
pub fn plan_together(sim: &super::Simulation, a: PolityId, b: PolityId) -> bool {
    a != b && together(sim.world(), a, b).is_some()
}

/// What a country gives to the others of its community by prices and works, a year, with its terms.
pub fn explain_burden(world: &World, id: PolityId, terms: &mut impl Terms) -> f64 {
    rules::burden(&world.polity::<Cooperation>(id).burden, terms)
}
