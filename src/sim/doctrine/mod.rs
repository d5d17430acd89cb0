//! Doctrines in force: which ones an agent follows, with what values of their parameters.
//!
//! Reads content and governments; writes doctrines in force. A change of rule brings the doctrine of those who come
//! to power ([`effects`]). Source: DESIGN §8.

mod components;
pub(in crate::sim) mod effects;

pub use components::{Doctrines, MovementDoctrines, Tuning};

use bevy::prelude::*;

use super::population::{Atlas, Clock, Lore};
use super::schedule::{Genesis, Phase, Subsystem, at};
use super::state::RegisterState;
use crate::base::{DoctrineId, hash::StableHash};
use crate::content::defs::DoctrineDef;

pub(super) fn plugin(app: &mut App) {
    app.polity_state::<Doctrines>("doctrine.polities")
        .init_resource::<MovementDoctrines>()
        .resource_state::<MovementDoctrines>("doctrine.movements")
        .init_resource::<Tuning>()
        .resource_state::<Tuning>("doctrine.tuning")
        .add_systems(Genesis, open_doctrines.in_set(at(Phase::Calendar, Subsystem::Doctrine)));
}

fn open_doctrines(
    mut commands: Commands,
    atlas: Res<Atlas>,
    lore: Res<Lore>,
    clock: Res<Clock>,
    mut movements: ResMut<MovementDoctrines>,
    mut tuning: ResMut<Tuning>,
) {
    for (id, def) in lore.polities.iter() {
        let (camp, abroad) = (def.start.doctrine_camp, def.start.doctrine_abroad);
        let economy = lore.archetypes[def.start.archetype].doctrine;
        commands.entity(atlas.polity(id)).insert(Doctrines { camp, abroad, economy, since: clock.now() });
    }
    movements.of = lore.movements.values().map(|def| def.doctrine).collect();
    let values = |def: &DoctrineDef| def.parameters.iter().map(|parameter| parameter.value).collect();
    tuning.values = lore.doctrines.values().map(values).collect();
}

impl Tuning {
    /// A hash of one doctrine's parameters in force, so that a record says under which values it was made.
    pub fn hash(&self, doctrine: DoctrineId) -> u64 {
        let mut hash = StableHash::new();
        for &value in &self.values[doctrine] {
            hash.real(value);
        }
        hash.finish()
    }
}
