//! A running history: one world, advanced month by month.

use std::sync::Arc;

use bevy::prelude::*;

use crate::base::{Luck, Month, MovementId, PolityId, TerritoryId};
use crate::content::defs::{Content, RuleError};

use super::PLUGINS;
use super::orders::{Given, OrderQueue, Seq};
use super::population::{Atlas, Clock, Fate, Lore, Seat};
use super::schedule::{Genesis, MonthSchedule, genesis_schedule, month_schedule, set_in_order};
use super::state::{Register, TableError, WrittenTables};
use crate::content::vocabulary::{Ids, Order};

/// Why a simulation could not start.
#[derive(Debug, Clone, PartialEq)]
pub enum StartError {
    /// The content lacks a rule.
    Rule(RuleError),
    /// The content lacks something else the model cannot do without.
    Content(String),
}

impl std::fmt::Display for StartError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Rule(error) => write!(f, "the model needs a rule that the content lacks: {error}"),
            Self::Content(what) => write!(f, "the content lacks {what}"),
        }
    }
}

impl std::error::Error for StartError {}

impl From<RuleError> for StartError {
    fn from(error: RuleError) -> Self {
        Self::Rule(error)
    }
}

/// A running history. Reading is free; the only way to act on it is an order.
pub struct Simulation {
    world: World,
}

impl Simulation {
    /// Starts a history: the population takes the places that the scenario gives it.
    ///
    /// # Errors
    /// If the content lacks a rule or a definition that the model needs.
    pub fn start(content: Arc<Content>, seed: u64) -> Result<Self, StartError> {
        Self::start_with(content, seed, PLUGINS.iter().copied())
    }

    /// As [`Simulation::start`], with the subsystems added in the opposite order: for the gate that proves that
    /// their order is of no consequence.
    ///
    /// # Errors
    /// As [`Simulation::start`].
    pub fn start_reversed(content: Arc<Content>, seed: u64) -> Result<Self, StartError> {
        Self::start_with(content, seed, PLUGINS.iter().rev().copied())
    }

    fn start_with(
        content: Arc<Content>,
        seed: u64,
        plugins: impl IntoIterator<Item = fn(&mut App)>,
    ) -> Result<Self, StartError> {
        let mut app = App::empty();
        app.add_schedule(month_schedule()).add_schedule(genesis_schedule());
        app.init_resource::<Register>();
        let luck = Luck { seed };
        app.insert_resource(Fate(luck));
        // The scenario describes the state at the end of the month before its first.
        let eve = Month(content.scenario.start.0.saturating_sub(1));
        app.insert_resource(Clock { now: eve, played: 0 });
        let atlas = Atlas::spawn(app.world_mut(), &content, luck);
        app.insert_resource(atlas);
        super::read_rules(&mut app, &content.rules)?;
        app.insert_resource(Lore(content));
        for plugin in plugins {
            plugin(&mut app);
        }
        app.edit_schedule(MonthSchedule, set_in_order).edit_schedule(Genesis, set_in_order);
        let mut world = std::mem::take(app.world_mut());
        world.run_schedule(Genesis);
        let atlas = world.resource::<Atlas>().clone();
        assert!(atlas.stands_in_rows(&mut world), "walks over the population run in id order");
        Ok(Self { world })
    }

    /// Simulates one month.
    pub fn step(&mut self) {
        self.world.run_schedule(MonthSchedule);
    }

    /// Takes down an order for the coming month. It is validated when it is resolved; ask
    /// [`super::orders::validate`] first to know what would block it.
    pub fn give(&mut self, issuer: Seat, order: Order<Ids>) -> Seq {
        let month = self.clock().now().plus(1);
        self.world.resource_mut::<OrderQueue>().give(month, issuer, order)
    }

    /// Takes back an order that is not resolved yet; false if there is none.
    pub fn take_back(&mut self, sequence: Seq) -> bool {
        self.world.resource_mut::<OrderQueue>().take_back(sequence)
    }

    /// Orders given and not yet resolved.
    pub fn pending(&self) -> &[Given] {
        self.world.resource::<OrderQueue>().pending()
    }

    /// Whether a human sits in this seat, so that no AI decides for it.
    pub fn seat_player(&mut self, seat: Option<Seat>) {
        self.world.resource_mut::<super::agents::Players>().0 = seat;
    }

    /// Whether the reasons of decisions are kept to be asked for. The history is the same either way.
    pub fn keep_reasons(&mut self, keep: bool) {
        self.world.resource_mut::<super::agents::DecisionLog>().set_enabled(keep);
    }

    /// Whether what would have changed each decision is tried. The history is the same either way.
    pub fn try_changes(&mut self, tries: bool) {
        self.world.resource_mut::<super::agents::DecisionLog>().try_changes(tries);
    }

    /// The world, for reading.
    pub fn world(&self) -> &World {
        &self.world
    }

    /// The world, to be changed by a unit test as no order could change it.
    #[cfg(test)]
    pub(in crate::sim) fn world_mut(&mut self) -> &mut World {
        &mut self.world
    }

    /// The content this history runs on.
    pub fn content(&self) -> &Content {
        self.world.resource::<Lore>()
    }

    /// The content this history runs on, to share.
    pub fn shared_content(&self) -> Arc<Content> {
        Arc::clone(&self.world.resource::<Lore>().0)
    }

    /// The calendar.
    pub fn clock(&self) -> Clock {
        *self.world.resource::<Clock>()
    }

    /// The seed.
    pub fn seed(&self) -> u64 {
        self.world.resource::<Fate>().seed
    }

    /// A resource of the simulation.
    pub fn get<R: Resource>(&self) -> &R {
        self.world.resource::<R>()
    }

    /// A component of a polity.
    pub fn polity<C: Component>(&self, id: PolityId) -> &C {
        let entity = self.world.resource::<Atlas>().polity(id);
        self.world.get(entity).expect("polities get their components at genesis")
    }

    /// A component of a territory.
    pub fn territory<C: Component>(&self, id: TerritoryId) -> &C {
        let entity = self.world.resource::<Atlas>().territory(id);
        self.world.get(entity).expect("territories get their components at genesis")
    }

    /// A component of a movement.
    pub fn movement<C: Component>(&self, id: MovementId) -> &C {
        let entity = self.world.resource::<Atlas>().movement(id);
        self.world.get(entity).expect("movements get their components at genesis")
    }

    /// The hash of every table of state, in name order.
    pub fn table_hashes(&self) -> Vec<(&'static str, u64)> {
        self.world.resource::<Register>().hashes(&self.world)
    }

    /// One hash over the whole state.
    pub fn hash(&self) -> u64 {
        let mut hash = crate::base::hash::StableHash::new();
        for (name, table) in self.table_hashes() {
            hash.bytes(name.as_bytes());
            hash.word(table);
        }
        hash.finish()
    }

    /// Every table, for a save.
    ///
    /// # Errors
    /// If a table cannot be written.
    pub fn write_tables(&self) -> Result<WrittenTables, TableError> {
        self.world.resource::<Register>().write(&self.world)
    }

    /// Puts a freshly started history into a saved state.
    ///
    /// # Errors
    /// If a table cannot be read; the history is then unusable and has to be dropped.
    pub fn read_tables<'t>(
        &mut self,
        tables: impl Iterator<Item = (&'t str, &'t [u8])>,
    ) -> Result<(), TableError> {
        let register = self.world.resource::<Register>().clone();
        register.read(&mut self.world, tables)
    }
}
