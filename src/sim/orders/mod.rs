//! Orders: the one door through which player, AI and missions act.
//!
//! Orders wait in the queue until `Resolve` (or a round of a crisis), are sorted by (priority, keyed hash, issuer,
//! sequence), validated again on the state of that moment, and turned into [`super::effects::Effect`]s or refused
//! with [`Blocker`]s. Source: DESIGN §3.

mod blockers;
mod cost;
mod queue;
mod resolve;
pub mod rules;

pub use blockers::Blocker;
pub use cost::authority_cost;
pub use queue::{Given, OrderQueue, Refusal, Refusals, Seq};
pub use rules::{organisation_act, price, validate};
pub(in crate::sim) use rules::{price_of, validate_on};

use bevy::prelude::*;

use super::schedule::{MonthSchedule, Phase, Subsystem, at};
use super::state::RegisterState;
use crate::content::defs::rule_table;

rule_table! {
    /// Parameters of orders.
    pub struct OrderRules in "orders" {
        /// Factor on the authority paid for what the doctrine in force rules out.
        against_doctrine,
        /// Largest share of a budget that may be promised as help at one time (0–1).
        help_limit,
        /// Budget balance below which no new burden is taken, as a share of the product.
        deficit_limit,
        /// Strength against the strongest from which forces reach over sea lanes (0–1).
        projection_share,
        /// Cohesion of the ruling circle lost by a change of line (0–1).
        change_of_line,
        /// Trust lost, and tension gained, by attacking (0–1).
        war_breaks_trust,
        /// Part of the authority that opening a war takes which a dispute on which all hangs spares (0–1).
        cause_at_hand,
        /// Months of fighting before either side of a civil war can offer talks.
        talks_after_months,
        /// Ground from which a movement can wage open war (0–1).
        conventional_control,
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<OrderQueue>()
        .init_resource::<Refusals>()
        .resource_state::<OrderQueue>("orders.queue")
        .add_systems(MonthSchedule, resolve::resolve_orders.in_set(at(Phase::Resolve, Subsystem::Orders)));
}
