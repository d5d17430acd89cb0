//! Agents: scoring options under the doctrine in force, giving orders, keeping the reasons.
//!
//! Reads everything (on believed facts); writes orders and the decision log, nothing else. Logging never changes
//! the state hash: decisions are numbered alike whether or not their reasons are kept. Source: DESIGN §8.
//!
//! A state asks its doctrine for the camp about home policy and allies, the one for abroad about all others, its
//! dependencies included. What the doctrine rules out an AI does not consider; a human may order it at a higher price.

mod answers;
mod choice;
mod crisis;
mod deliberate;
mod fill;
mod go_betweens;
mod intentions;
mod interests;
#[cfg(test)]
mod interests_tests;
mod limits;
mod preview;
mod record;
mod resting;
mod score;
mod sieve;
mod systems;
mod targets;
mod trial;
mod what_if;

pub(in crate::sim) use crisis::Council;
pub(in crate::sim) use deliberate::deliberates;
pub use intentions::{Intention, Intentions, MOST_INTENTIONS, Resolve, Stage};
pub(in crate::sim) use limits::forbidding;
pub use limits::{forbidden, target_of};
pub use preview::{bar_of, flips, rehearse, rescore_with, seats_of_agents, shadow};
pub use record::{DecisionLog, DecisionRecord, MAX_CONSIDERATIONS, ScoreTerm, Verdict};
pub use score::{total, utility};
pub use targets::possible_patrons;
pub use trial::Trial;
pub use what_if::{Change, rescored, what_would_change};

use bevy::prelude::*;
use serde::{Deserialize, Serialize};

use super::population::{Lore, Seat};
use super::schedule::{Genesis, MonthSchedule, Phase, Subsystem, at};
use super::state::RegisterState;
use crate::base::{MovementId, PolityId};
use crate::content::defs::rule_table;

rule_table! {
    /// Parameters of deliberation.
    pub struct AgentRules in "agents" {
        /// Months between deliberations of powers.
        power_interval,
        /// Months between deliberations of other states.
        state_interval,
        /// Months between deliberations of small states while all is quiet there, and of movements of which hardly anybody hears.
        small_interval,
        /// Months between deliberations of movements.
        movement_interval,
        /// Share of the world's product from which a state is a power (0–1).
        power_share,
        /// Share of the world's product below which a state is small (0–1).
        small_share,
        /// Authority below which an act counts no cheaper when options are ranked, so that trifles do not crowd out the rest.
        least_price,
        /// How many times an offer of peace counts over other acts of its price when options are ranked.
        peace_presses,
        /// How many times opening a war counts over other acts of its price when options are ranked.
        war_presses,
        /// Most orders one deliberation gives.
        acts_per_deliberation,
        /// Part of the price of what a state wants most and cannot pay yet that it puts aside at a deliberation (0–1).
        put_aside,
        /// Score that an act gains which all who rule, or all classes of a movement's front, stand wholly to gain by.
        class_interest,
        /// Score that an act gains which every issue movement of a country presses for with all its might.
        issue_pressure,
        /// Score that an act gains by which its agent holds to an aim on which it has set its mind.
        resolve,
        /// Score beyond its threshold from which a state does what its own line rules out (0–1).
        break_margin,
    }
}

/// The seat a human sits in; no AI decides for it.
#[derive(Resource, Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Players(pub(in crate::sim) Option<Seat>);

impl Players {
    /// The seat a human sits in.
    pub fn seat(&self) -> Option<Seat> {
        self.0
    }

    /// A movement has come to govern a state: whoever sat in it sits in the state now.
    pub(in crate::sim) fn follow(&mut self, movement: MovementId, state: PolityId) {
        self.pass(Seat::Movement(movement), Seat::Polity(state));
    }

    /// Whoever sat in one seat sits in the other now.
    pub(in crate::sim) fn pass(&mut self, from: Seat, to: Seat) {
        if self.0 == Some(from) {
            self.0 = Some(to);
        }
    }
}

pub(super) fn plugin(app: &mut App) {
    let sieves = sieve::Sieves::read(app.world().resource::<Lore>());
    let interests = interests::Interests::read(app.world().resource::<Lore>());
    app.insert_resource(sieves)
        .insert_resource(interests)
        .init_resource::<Players>()
        .init_resource::<DecisionLog>()
        .init_resource::<DecisionsBehind>()
        .init_resource::<resting::Resting>()
        .init_resource::<score::KeptWeights>()
        .init_resource::<Intentions>()
        .resource_state::<Players>("agents.players")
        .resource_state::<DecisionsBehind>("agents.decisions")
        .resource_state::<resting::Resting>("agents.resting")
        .resource_state::<Intentions>("agents.intentions")
        .add_systems(
            Genesis,
            (systems::open_resting, intentions::open_intentions)
                .chain()
                .in_set(at(Phase::Calendar, Subsystem::Agents)),
        )
        .add_systems(MonthSchedule, systems::decide.in_set(at(Phase::Decide, Subsystem::Agents)))
        .add_systems(MonthSchedule, intentions::note_set_backs.in_set(at(Phase::Settle, Subsystem::Agents)));
}

/// The decisions behind orders that an AI has given and that are not resolved yet.
#[derive(Resource, Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(in crate::sim) struct DecisionsBehind {
    pub(in crate::sim) pairs: Vec<(super::orders::Seq, u32)>,
    /// Orders by which an AI knows to do what its line rules out.
    breaking: Vec<super::orders::Seq>,
    /// The number of the next decision.
    pub(in crate::sim) next: u32,
}

impl DecisionsBehind {
    fn clear(&mut self) {
        self.pairs.clear();
        self.breaking.clear();
    }

    fn note(&mut self, order: super::orders::Seq, number: u32, breaks: bool) {
        self.pairs.push((order, number));
        if breaks {
            self.breaking.push(order);
        }
    }
}

/// Whether an AI gave an order knowing that its line rules it out.
pub(in crate::sim) fn breaks_line(world: &World, order: super::orders::Seq) -> bool {
    world.resource::<DecisionsBehind>().breaking.contains(&order)
}

/// The number of the decision behind an order, if an AI gave it.
pub(in crate::sim) fn decision_behind(world: &World, order: super::orders::Seq) -> Option<u32> {
    let behind = &world.resource::<DecisionsBehind>().pairs;
    behind.iter().find(|(sequence, _)| *sequence == order).map(|(_, decision)| *decision)
}
