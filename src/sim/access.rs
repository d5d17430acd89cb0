//! Components by id straight from the world, for code that runs outside systems: orders, effects, evaluators.

use bevy::ecs::component::Mutable;
use bevy::ecs::query::ReadOnlyQueryData;
use bevy::prelude::*;

use crate::base::{MovementId, PolityId, TerritoryId};

use super::population::Atlas;

/// Access to the population's components by id. Every member of the population has every component of its kind
/// from genesis on.
pub(in crate::sim) trait Access {
    /// A component of a polity.
    fn polity<C: Component>(&self, id: PolityId) -> &C;
    /// A component of a territory.
    fn territory<C: Component>(&self, id: TerritoryId) -> &C;
    /// A component of a movement.
    fn movement<C: Component>(&self, id: MovementId) -> &C;
    /// Components of many, to be read by entity or gone through in id order. Opening costs some look-ups by type, so this pays where all members of
    /// a kind are gone through; for a few the methods above are cheaper.
    fn table<D: ReadOnlyQueryData + 'static>(&self) -> QueryState<D>;
    /// A component of a polity, to write.
    fn polity_mut<C: Component<Mutability = Mutable>>(&mut self, id: PolityId) -> Mut<'_, C>;
}

pub(in crate::sim) const PROMISE: &str = "the population gets its components at genesis";

impl Access for World {
    fn polity<C: Component>(&self, id: PolityId) -> &C {
        self.get(self.resource::<Atlas>().polity(id)).expect(PROMISE)
    }
    fn territory<C: Component>(&self, id: TerritoryId) -> &C {
        self.get(self.resource::<Atlas>().territory(id)).expect(PROMISE)
    }
    fn movement<C: Component>(&self, id: MovementId) -> &C {
        self.get(self.resource::<Atlas>().movement(id)).expect(PROMISE)
    }
    fn table<D: ReadOnlyQueryData + 'static>(&self) -> QueryState<D> {
        self.try_query().expect(PROMISE)
    }
    fn polity_mut<C: Component<Mutability = Mutable>>(&mut self, id: PolityId) -> Mut<'_, C> {
        let entity = self.resource::<Atlas>().polity(id);
        self.get_mut(entity).expect(PROMISE)
    }
}
