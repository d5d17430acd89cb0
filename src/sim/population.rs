//! The fixed population of agents, and access to their components by id.

use std::ops::{Deref, Index, IndexMut};
use std::sync::Arc;

use bevy::ecs::query::{IterQueryData, QueryData, QueryFilter, ROQueryItem};
use bevy::ecs::system::SystemParam;
use bevy::prelude::*;
use serde::{Deserialize, Serialize};

use crate::base::{AgentId, GoodId, Id, IdVec, Luck, Month, MovementId, PolityId, TerritoryId, hash};
use crate::content::defs::{Content, MAX_GOODS};

/// The content the campaign runs on.
#[derive(Resource, Clone)]
pub struct Lore(pub Arc<Content>);

impl Deref for Lore {
    type Target = Content;
    fn deref(&self) -> &Content {
        &self.0
    }
}

/// What month it is.
#[derive(Resource, Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Clock {
    /// The month being simulated, or, between ticks, the last one simulated.
    pub(in crate::sim) now: Month,
    /// Months simulated so far.
    pub(in crate::sim) played: u32,
}

impl Clock {
    /// The month being simulated, or, between ticks, the last one simulated.
    pub fn now(&self) -> Month {
        self.now
    }
    /// Months simulated so far.
    pub fn played(&self) -> u32 {
        self.played
    }
}

/// The luck of this history.
#[derive(Resource, Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Fate(pub Luck);

impl Deref for Fate {
    type Target = Luck;
    fn deref(&self) -> &Luck {
        &self.0
    }
}

/// Who sits where: the acting side of an order, a decision, a relation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Seat {
    /// A state.
    Polity(PolityId),
    /// A movement.
    Movement(MovementId),
}

/// The entities of the population by id, and the dense numbering of agents over both kinds.
#[derive(Resource, Debug, Clone, Default)]
pub struct Atlas {
    pub(in crate::sim) polities: IdVec<PolityId, Entity>,
    pub(in crate::sim) territories: IdVec<TerritoryId, Entity>,
    pub(in crate::sim) movements: IdVec<MovementId, Entity>,
    pub(in crate::sim) keys: Keys,
    /// What the luck of the history adds to a key before it is asked for its turn.
    turns: u64,
}

/// Keys for luck: the hash of each string id.
#[derive(Debug, Clone, Default)]
pub(in crate::sim) struct Keys {
    pub polities: IdVec<PolityId, u64>,
    pub territories: IdVec<TerritoryId, u64>,
    pub movements: IdVec<MovementId, u64>,
}

impl Atlas {
    /// Spawns the population, in id order and in one archetype a kind.
    pub(super) fn spawn(world: &mut World, content: &Content, luck: Luck) -> Self {
        let key = |id: &str| hash::of_text(id);
        Self {
            turns: luck.lot(0, 0),
            polities: content.polities.ids().map(|_| world.spawn(PolityTag).id()).collect(),
            territories: content.territories.ids().map(|_| world.spawn(TerritoryTag).id()).collect(),
            movements: content.movements.ids().map(|_| world.spawn(MovementTag).id()).collect(),
            keys: Keys {
                polities: content.polities.values().map(|def| key(&def.id)).collect(),
                territories: content.territories.values().map(|def| key(&def.id)).collect(),
                movements: content.movements.values().map(|def| key(&def.id)).collect(),
            },
        }
    }

    /// Whether a walk through each kind's rows meets its members in id order. They are spawned in that order and get
    /// their components in it, and no row is ever given up; every walk over a population relies on it.
    pub(super) fn stands_in_rows(&self, world: &mut World) -> bool {
        world.query_filtered::<Entity, With<PolityTag>>().iter(world).eq(self.polities.values().copied())
            && world
                .query_filtered::<Entity, With<TerritoryTag>>()
                .iter(world)
                .eq(self.territories.values().copied())
            && world
                .query_filtered::<Entity, With<MovementTag>>()
                .iter(world)
                .eq(self.movements.values().copied())
    }

    /// How many agents there are: polities, then movements.
    pub fn agents(&self) -> usize {
        self.polities.len() + self.movements.len()
    }

    /// The dense number of a seat.
    #[inline]
    pub fn agent(&self, seat: Seat) -> AgentId {
        match seat {
            Seat::Polity(id) => AgentId::from_index(id.index()),
            Seat::Movement(id) => AgentId::from_index(self.polities.len() + id.index()),
        }
    }

    /// The seat of a dense number.
    #[inline]
    pub fn seat(&self, agent: AgentId) -> Seat {
        match agent.index().checked_sub(self.polities.len()) {
            None => Seat::Polity(PolityId::from_index(agent.index())),
            Some(index) => Seat::Movement(MovementId::from_index(index)),
        }
    }

    /// The luck key of a seat.
    #[inline]
    pub fn key(&self, seat: Seat) -> u64 {
        match seat {
            Seat::Polity(id) => self.keys.polities[id],
            Seat::Movement(id) => self.keys.movements[id],
        }
    }

    /// The key by which a seat has its turn, in whatever comes round every so many months. It differs from history to history,
    /// so that nobody has its turn before another in all of them.
    #[inline]
    pub fn turn(&self, seat: Seat) -> u64 {
        self.turn_by(self.key(seat))
    }

    /// The same of what has a luck key of its own.
    #[inline]
    pub fn turn_by(&self, key: u64) -> u64 {
        key ^ self.turns
    }

    /// The luck key of a territory.
    pub fn territory_key(&self, id: TerritoryId) -> u64 {
        self.keys.territories[id]
    }

    /// The entity of a polity.
    pub fn polity(&self, id: PolityId) -> Entity {
        self.polities[id]
    }

    /// The entity of a territory.
    pub fn territory(&self, id: TerritoryId) -> Entity {
        self.territories[id]
    }

    /// The entity of a movement.
    pub fn movement(&self, id: MovementId) -> Entity {
        self.movements[id]
    }
}

macro_rules! population {
    ($($tag:ident $many:ident $id:ty, $field:ident, $what:literal;)+) => {$(
        #[doc = concat!("Marks the entity of a ", $what, ".")]
        #[derive(Component, Debug, Clone, Copy)]
        pub struct $tag;

        #[doc = concat!("Components of every ", $what, ", by id and in id order.")]
        #[derive(SystemParam)]
        pub struct $many<'w, 's, D: QueryData + 'static, F: QueryFilter + 'static = ()> {
            query: Query<'w, 's, D, (With<$tag>, F)>,
            atlas: Res<'w, Atlas>,
        }

        impl<'w, 's, D: QueryData, F: QueryFilter> $many<'w, 's, D, F> {
            /// All ids, in order; borrows nothing, so components can be written while it runs.
            pub fn ids(&self) -> impl ExactSizeIterator<Item = $id> + use<D, F> {
                <$id as Id>::first(self.atlas.$field.len())
            }

            /// Read access to one. Every member of the population has every component of its kind from genesis on.
            #[inline]
            pub fn get(&self, id: $id) -> ROQueryItem<'_, 's, D> {
                self.query.get(self.atlas.$field[id]).expect(concat!($what, "s get their components at genesis"))
            }

            /// Write access to one.
            #[inline]
            pub fn get_mut(&mut self, id: $id) -> D::Item<'_, 's> {
                self.query.get_mut(self.atlas.$field[id]).expect(concat!($what, "s get their components at genesis"))
            }
        }

        impl<'w, 's, D: IterQueryData, F: QueryFilter> $many<'w, 's, D, F> {
            /// All, in id order: a walk through the rows of their table, cheaper than asking for each by its id.
            pub fn iter(&self) -> impl Iterator<Item = ($id, ROQueryItem<'_, 's, D>)> {
                self.ids().zip(self.query.iter())
            }

            /// All, in id order, to write.
            pub fn iter_mut(&mut self) -> impl Iterator<Item = ($id, D::Item<'_, 's>)> {
                self.ids().zip(self.query.iter_mut())
            }
        }
    )+};
}

population! {
    PolityTag Polities PolityId, polities, "polity";
    TerritoryTag Territories TerritoryId, territories, "territory";
    MovementTag Movements MovementId, movements, "movement";
}

/// One value for each good, without allocation. Rows beyond the scenario's goods stay at their default.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PerGood<T>([T; MAX_GOODS]);

impl<T: Copy> PerGood<T> {
    /// The same value for every good.
    pub fn filled(value: T) -> Self {
        Self([value; MAX_GOODS])
    }

    /// From an array in table order.
    pub fn from_array(values: [T; MAX_GOODS]) -> Self {
        Self(values)
    }

    /// The values in table order.
    pub fn as_slice(&self) -> &[T] {
        &self.0
    }

    /// The values in table order, as an array.
    pub fn as_array(&self) -> &[T; MAX_GOODS] {
        &self.0
    }

    /// The values in table order, as an array to write.
    pub fn as_mut_array(&mut self) -> &mut [T; MAX_GOODS] {
        &mut self.0
    }

    /// The values in table order, mutable.
    pub fn as_mut_slice(&mut self) -> &mut [T] {
        &mut self.0
    }
}

impl<T> Index<GoodId> for PerGood<T> {
    type Output = T;
    fn index(&self, good: GoodId) -> &T {
        &self.0[good.index()]
    }
}

impl<T> IndexMut<GoodId> for PerGood<T> {
    fn index_mut(&mut self, good: GoodId) -> &mut T {
        &mut self.0[good.index()]
    }
}
