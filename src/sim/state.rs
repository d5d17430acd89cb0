//! The register of state: what is hashed every month and written into a save.
//!
//! A component or resource that is registered here *is* state; anything else has to be derived anew each
//! month. Tables are keyed by string id, so that a save outlives a reordering of content.

use bevy::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::base::hash::StableHash;

use super::population::{Atlas, Lore};

mod hashing;

pub use hashing::hash_value;

/// Why a table of a save could not be read.
#[derive(Debug, Clone, PartialEq)]
pub struct TableError {
    /// The table.
    pub table: String,
    /// What is wrong.
    pub problem: String,
}

impl std::fmt::Display for TableError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "table `{}`: {}", self.table, self.problem)
    }
}

impl std::error::Error for TableError {}

/// How to hash, write and read one table.
#[derive(Clone)]
struct Table {
    name: &'static str,
    /// None for records, which are saved but not part of the state.
    hash: Option<fn(&World, &mut StableHash)>,
    write: fn(&World) -> Result<Vec<u8>, String>,
    read: fn(&mut World, &[u8]) -> Result<(), String>,
}

/// A table as a save holds it: its name, and its rows as CBOR, which tells its own fields.
pub type Written = (&'static str, Vec<u8>);

/// What is written into a save: the state, and the records of what happened, which are kept apart.
#[derive(Debug, Clone, Default)]
pub struct WrittenTables {
    /// What is hashed, and what the history goes on from.
    pub state: Vec<Written>,
    /// What only tells of the past.
    pub records: Vec<Written>,
}

/// All tables of state, sorted by name whatever the order of registration.
#[derive(Resource, Clone, Default)]
pub struct Register {
    tables: Vec<Table>,
}

impl Register {
    fn add(&mut self, table: Table) {
        let place = self.tables.partition_point(|known| known.name < table.name);
        self.tables.insert(place, table);
    }

    /// The hash of each table, in name order.
    pub fn hashes(&self, world: &World) -> Vec<(&'static str, u64)> {
        let one = |table: &Table| {
            let mut hash = StableHash::new();
            (table.hash?)(world, &mut hash);
            Some((table.name, hash.finish()))
        };
        self.tables.iter().filter_map(one).collect()
    }

    /// Writes every table.
    ///
    /// # Errors
    /// If a table cannot be written.
    pub fn write(&self, world: &World) -> Result<WrittenTables, TableError> {
        let mut written = WrittenTables::default();
        for table in &self.tables {
            let bytes =
                (table.write)(world).map_err(|problem| TableError { table: table.name.into(), problem })?;
            let part = if table.hash.is_some() { &mut written.state } else { &mut written.records };
            part.push((table.name, bytes));
        }
        Ok(written)
    }

    /// Reads tables over a freshly started world. A table the save lacks keeps its starting values.
    ///
    /// # Errors
    /// A table this build does not know, or one that cannot be read.
    pub fn read<'t>(
        &self,
        world: &mut World,
        tables: impl Iterator<Item = (&'t str, &'t [u8])>,
    ) -> Result<(), TableError> {
        for (name, bytes) in tables {
            let fail = |problem: String| TableError { table: name.into(), problem };
            let table = self.tables.iter().find(|table| table.name == name);
            let table = table.ok_or_else(|| fail("this version of the game knows no such table".into()))?;
            (table.read)(world, bytes).map_err(fail)?;
        }
        Ok(())
    }
}

/// Registers state with the simulation under construction.
pub trait RegisterState {
    /// A component that every polity carries.
    fn polity_state<C: Component<Mutability = bevy::ecs::component::Mutable> + Serialize + DeserializeOwned>(
        &mut self,
        name: &'static str,
    ) -> &mut Self;
    /// A component that every territory carries.
    fn territory_state<
        C: Component<Mutability = bevy::ecs::component::Mutable> + Serialize + DeserializeOwned,
    >(
        &mut self,
        name: &'static str,
    ) -> &mut Self;
    /// A component that every movement carries.
    fn movement_state<
        C: Component<Mutability = bevy::ecs::component::Mutable> + Serialize + DeserializeOwned,
    >(
        &mut self,
        name: &'static str,
    ) -> &mut Self;
    /// A resource that is saved and not hashed: the record of what happened, which nothing acts on.
    fn resource_record<
        R: Resource<Mutability = bevy::ecs::component::Mutable> + Serialize + DeserializeOwned,
    >(
        &mut self,
        name: &'static str,
    ) -> &mut Self;
    /// A resource.
    fn resource_state<
        R: Resource<Mutability = bevy::ecs::component::Mutable> + Serialize + DeserializeOwned,
    >(
        &mut self,
        name: &'static str,
    ) -> &mut Self;
}

/// Rows of one kind of the population: string id and entity.
type Rows = fn(&World) -> Vec<(String, Entity)>;

fn polity_rows(world: &World) -> Vec<(String, Entity)> {
    let (lore, atlas) = (world.resource::<Lore>(), world.resource::<Atlas>());
    lore.polities.iter().map(|(id, def)| (def.id.clone(), atlas.polity(id))).collect()
}

fn territory_rows(world: &World) -> Vec<(String, Entity)> {
    let (lore, atlas) = (world.resource::<Lore>(), world.resource::<Atlas>());
    lore.territories.iter().map(|(id, def)| (def.id.clone(), atlas.territory(id))).collect()
}

fn movement_rows(world: &World) -> Vec<(String, Entity)> {
    let (lore, atlas) = (world.resource::<Lore>(), world.resource::<Atlas>());
    lore.movements.iter().map(|(id, def)| (def.id.clone(), atlas.movement(id))).collect()
}

fn write_rows<C: Component + Serialize>(world: &World, rows: Rows) -> Result<Vec<u8>, String> {
    let row = |entity| world.get::<C>(entity).map(|row| row as &dyn erased_serde::Serialize);
    bytes_of_rows(rows(world).into_iter().filter_map(|(id, entity)| Some((id, row(entity)?))).collect())
}

/// One piece of code writes the rows of every table: a copy for each type would be half of the program.
fn bytes_of_rows(rows: Vec<(String, &dyn erased_serde::Serialize)>) -> Result<Vec<u8>, String> {
    bytes_of(&rows)
}

/// As [`bytes_of_rows`], for a single value.
fn bytes_of(value: &dyn erased_serde::Serialize) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    ciborium::into_writer(value, &mut bytes).map_err(|error| error.to_string())?;
    Ok(bytes)
}

/// Any value, read with one piece of code for CBOR, see [`bytes_of_rows`].
struct Erased<T>(T);

impl<'de, T: DeserializeOwned> serde::Deserialize<'de> for Erased<T> {
    fn deserialize<D: serde::Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        let mut reader = <dyn erased_serde::Deserializer>::erase(reader);
        erased_serde::deserialize(&mut reader).map(Self).map_err(serde::de::Error::custom)
    }
}

fn value_of<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, String> {
    ciborium::from_reader(bytes).map(|Erased(value)| value).map_err(|error| error.to_string())
}

fn read_rows<C: Component + DeserializeOwned>(
    world: &mut World,
    rows: Rows,
    bytes: &[u8],
) -> Result<(), String> {
    let table: Vec<(String, C)> = value_of(bytes)?;
    let entities: std::collections::BTreeMap<String, Entity> = rows(world).into_iter().collect();
    for (id, row) in table {
        let entity = entities.get(&id).ok_or_else(|| format!("`{id}` is not in the scenario any more"))?;
        world.entity_mut(*entity).insert(row);
    }
    Ok(())
}

macro_rules! row_state {
    ($method:ident, $rows:ident, $atlas:ident) => {
        fn $method<
            C: Component<Mutability = bevy::ecs::component::Mutable> + Serialize + DeserializeOwned,
        >(
            &mut self,
            name: &'static str,
        ) -> &mut Self {
            self.world_mut().get_resource_or_init::<Register>().add(Table {
                name,
                hash: Some(|world, hash| {
                    for &entity in world.resource::<Atlas>().$atlas.values() {
                        if let Some(row) = world.get::<C>(entity) {
                            hash_value(row, hash);
                        }
                    }
                }),
                write: |world| write_rows::<C>(world, $rows),
                read: |world, bytes| read_rows::<C>(world, $rows, bytes),
            });
            self
        }
    };
}

impl RegisterState for App {
    row_state!(polity_state, polity_rows, polities);
    row_state!(territory_state, territory_rows, territories);
    row_state!(movement_state, movement_rows, movements);

    fn resource_state<
        R: Resource<Mutability = bevy::ecs::component::Mutable> + Serialize + DeserializeOwned,
    >(
        &mut self,
        name: &'static str,
    ) -> &mut Self {
        let hash: fn(&World, &mut StableHash) = |world, hash| {
            if let Some(resource) = world.get_resource::<R>() {
                hash_value(resource, hash);
            }
        };
        self.world_mut().get_resource_or_init::<Register>().add(resource_table::<R>(name, Some(hash)));
        self
    }

    fn resource_record<
        R: Resource<Mutability = bevy::ecs::component::Mutable> + Serialize + DeserializeOwned,
    >(
        &mut self,
        name: &'static str,
    ) -> &mut Self {
        self.world_mut().get_resource_or_init::<Register>().add(resource_table::<R>(name, None));
        self
    }
}

fn resource_table<R: Resource<Mutability = bevy::ecs::component::Mutable> + Serialize + DeserializeOwned>(
    name: &'static str,
    hash: Option<fn(&World, &mut StableHash)>,
) -> Table {
    Table {
        name,
        hash,
        write: |world| match world.get_resource::<R>() {
            Some(resource) => bytes_of(resource),
            None => Err("the resource is missing".into()),
        },
        read: |world, bytes| {
            let resource: R = value_of(bytes)?;
            world.insert_resource(resource);
            Ok(())
        },
    }
}
