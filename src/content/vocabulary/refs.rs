//! How a vocabulary type names things: by string id (files, passports) or by dense id (simulation).

use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::base::{DoctrineId, GoodId, MovementId, OrganisationId, PolityId, TerritoryId};

/// A way to name polities, territories, movements, goods, doctrines and organisations.
pub trait Refs: Clone + Debug + PartialEq + Send + Sync + 'static {
    /// Names a polity.
    type Polity: Clone + Debug + PartialEq + Serialize + DeserializeOwned + Send + Sync;
    /// Names a territory.
    type Territory: Clone + Debug + PartialEq + Serialize + DeserializeOwned + Send + Sync;
    /// Names a movement.
    type Movement: Clone + Debug + PartialEq + Serialize + DeserializeOwned + Send + Sync;
    /// Names a good.
    type Good: Clone + Debug + PartialEq + Serialize + DeserializeOwned + Send + Sync;
    /// Names a doctrine.
    type Doctrine: Clone + Debug + PartialEq + Serialize + DeserializeOwned + Send + Sync;
    /// Names an organisation.
    type Organisation: Clone + Debug + PartialEq + Serialize + DeserializeOwned + Send + Sync;
}

/// By string id, as files and passports do.
#[derive(Debug, Clone, PartialEq)]
pub struct Names;

impl Refs for Names {
    type Polity = String;
    type Territory = String;
    type Movement = String;
    type Good = String;
    type Doctrine = String;
    type Organisation = String;
}

/// By dense id, as the simulation does.
#[derive(Debug, Clone, PartialEq)]
pub struct Ids;

impl Refs for Ids {
    type Polity = PolityId;
    type Territory = TerritoryId;
    type Movement = MovementId;
    type Good = GoodId;
    type Doctrine = DoctrineId;
    type Organisation = OrganisationId;
}

/// Turns every name inside a vocabulary value from `A` to `B`; the first that fails stops it.
pub trait MapRefs<A: Refs, B: Refs> {
    /// Why a name could not be turned.
    type Error;
    /// Turns a polity.
    fn polity(&mut self, name: &A::Polity) -> Result<B::Polity, Self::Error>;
    /// Turns a territory.
    fn territory(&mut self, name: &A::Territory) -> Result<B::Territory, Self::Error>;
    /// Turns a movement.
    fn movement(&mut self, name: &A::Movement) -> Result<B::Movement, Self::Error>;
    /// Turns a good.
    fn good(&mut self, name: &A::Good) -> Result<B::Good, Self::Error>;
    /// Turns a doctrine.
    fn doctrine(&mut self, name: &A::Doctrine) -> Result<B::Doctrine, Self::Error>;
    /// Turns an organisation.
    fn organisation(&mut self, name: &A::Organisation) -> Result<B::Organisation, Self::Error>;
}

/// What things are called in plain words, for rendering vocabulary values.
pub trait Naming<R: Refs> {
    /// The name of a polity as a reader knows it.
    fn polity(&self, polity: &R::Polity) -> String;
    /// The name of a territory.
    fn territory(&self, territory: &R::Territory) -> String;
    /// The name of a movement.
    fn movement(&self, movement: &R::Movement) -> String;
    /// The name of a good.
    fn good(&self, good: &R::Good) -> String;
    /// The name of a doctrine, as its holders call it.
    fn doctrine(&self, doctrine: &R::Doctrine) -> String;
    /// The name of an organisation.
    fn organisation(&self, organisation: &R::Organisation) -> String;
}

/// The open place of a policy's act, filled with the target that is considered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, serde::Deserialize)]
pub enum OpenSlot {
    /// The target of the policy.
    Target,
}

/// As in doctrine files: the target is open, goods and doctrines are named by string id.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenNames;

impl Refs for OpenNames {
    type Polity = OpenSlot;
    type Territory = OpenSlot;
    type Movement = OpenSlot;
    type Good = String;
    type Doctrine = String;
    type Organisation = OpenSlot;
}

/// As in resolved doctrines: the target is open, goods and doctrines are dense ids.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenTarget;

impl Refs for OpenTarget {
    type Polity = OpenSlot;
    type Territory = OpenSlot;
    type Movement = OpenSlot;
    type Good = GoodId;
    type Doctrine = DoctrineId;
    type Organisation = OpenSlot;
}
