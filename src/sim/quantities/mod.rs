//! Quantities and conditions of the vocabulary, evaluated: on the truth for missions, events and the outcome; on
//! what an agent believes for its decisions.
//!
//! Reads everything, writes nothing. [`Facts`] gathers the population once into flat rows; every evaluation then
//! is arithmetic on them. A quantity of nobody (a patron that does not exist, a number that the one named does
//! not have) is 0. Source: DESIGN §8, §10.

mod asked;
mod condition;
mod evaluate;
mod facts;
mod gather;
mod geography;
mod kinship;
mod rows;
mod survey;
mod ties;

pub use condition::{Interface, NoInterface, holds};
pub use evaluate::{Binding, Eyes, affinity, believed, read, resolve, truth};
pub(in crate::sim) use evaluate::{nearness, need, proximity, threat};
pub use facts::{CrisisView, Facts, Rows};
pub(in crate::sim) use facts::{LeftRows, blocs};
pub use geography::Geography;
pub use kinship::Kinship;
pub use rows::{MoneyRow, MovementRow, PolityRow};
pub(in crate::sim) use survey::{Helper, colour};
pub(in crate::sim) use ties::{Bonds, Tie};

use bevy::prelude::*;

use super::perception::PerceptionRules;
use super::population::Lore;
use super::schedule::{Genesis, Phase, Subsystem, at};

pub(super) fn plugin(app: &mut App) {
    let (lore, rules) = (app.world().resource::<Lore>(), app.world().resource::<PerceptionRules>());
    let (geography, kinship) = (Geography::of(lore, rules), Kinship::of(rules));
    app.insert_resource(geography)
        .insert_resource(kinship)
        .init_resource::<LeftRows>()
        .add_systems(Genesis, gather::Tables::keep.in_set(at(Phase::Calendar, Subsystem::Chronicle)));
}
