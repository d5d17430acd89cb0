//! Doctrines in force: which ones an agent follows, with what values of their parameters, and what its word is worth.
//!
//! Reads content, governments and facts; writes doctrines in force, amendments and credibility. A change of rule brings
//! the doctrine of those who come to power ([`effects`]); what goes on by itself while a
//! line is in force is reckoned yearly ([`standing`]); occasions let it drift ([`drift`]). Source: DESIGN §8.

mod components;
pub(in crate::sim) mod drift;
pub(in crate::sim) mod effects;
pub(in crate::sim) mod rules;
mod standing;

pub use components::{Amendment, Doctrines, MovementDoctrines, Repute, Strain, Tuning};
pub use rules::LARGEST_STEP;

use bevy::prelude::*;

use super::population::{Atlas, Clock, Lore};
use super::schedule::{Genesis, Phase, Subsystem, at};
use super::state::RegisterState;
use crate::base::{AgentId, DoctrineId, Month, hash::StableHash};
use crate::content::defs::{DoctrineDef, rule_table};
use components::Occasions;

rule_table! {
    /// Parameters of lines and of what changing them costs.
    pub struct DoctrineRules in "doctrine" {
        /// Credibility lost by a change to the line furthest off right after another change (0–1).
        change_strain,
        /// Months after which a change of line is half forgotten when the next one comes.
        change_memory,
        /// Credibility lost by an amendment of a tenth of a parameter's range (0–1).
        amend_strain,
        /// Credibility lost by doing what one's line rules out (0–1).
        break_strain,
        /// Credibility lost by taking back a word on defence or arms (0–1).
        word_strain,
        /// Months after which half of lost credibility has come back.
        recovery_half_life,
        /// Authority that an amendment of a tenth of a parameter's range costs beyond the price of its kind.
        amend_price,
        /// Part of the price and of the lost credibility of a change of line that one of its two places costs (0–1).
        part_price,
        /// Months between two congresses of a party in power.
        congress_months,
        /// Living standard against expectation below which hardship shakes a line.
        hardship,
        /// Shift of the correlation of forces since stock was last taken that shakes a line (0–1).
        tilt,
        /// Months during which hardship shakes a line no second time.
        shock_rest,
    }
}

/// How long those in power at the start are taken to have held their line. Own estimate.
const HELD_AT_START: u32 = 60;

pub(super) fn plugin(app: &mut App) {
    app.polity_state::<Doctrines>("doctrine.polities")
        .polity_state::<Repute>("doctrine.repute")
        .init_resource::<MovementDoctrines>()
        .resource_state::<MovementDoctrines>("doctrine.movements")
        .init_resource::<Tuning>()
        .resource_state::<Tuning>("doctrine.tuning")
        .init_resource::<Occasions>()
        .resource_state::<Occasions>("doctrine.occasions")
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
    let since = Month(clock.now().0.saturating_sub(HELD_AT_START));
    for (id, def) in lore.polities.iter() {
        let (camp, abroad) = (def.start.doctrine_camp, def.start.doctrine_abroad);
        let economy = lore.archetypes[def.start.archetype].doctrine;
        let doctrines = Doctrines { camp, abroad, economy, since };
        commands.entity(atlas.polity(id)).insert((doctrines, Repute::default()));
    }
    movements.of = lore.movements.values().map(|def| def.doctrine).collect();
    let values = |def: &DoctrineDef| def.parameters.iter().map(|parameter| parameter.value).collect();
    tuning.values = lore.doctrines.values().map(values).collect();
}

impl Tuning {
    /// A hash of one doctrine's parameters in force for a holder, so that a record says under which values it was made.
    pub fn hash(&self, of: AgentId, doctrine: DoctrineId) -> u64 {
        let mut hash = StableHash::new();
        for &value in self.in_force(of, doctrine).iter() {
            hash.real(value);
        }
        hash.finish()
    }
}
