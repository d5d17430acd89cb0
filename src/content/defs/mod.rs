//! Resolved content: what the simulation runs on. Ids, not strings; checked, not hoped for.
//!
//! Every `XDef` keeps its string `id`, which is its name in files, saves and passports, and whose hash
//! keys its luck.

mod agents;
mod archetype;
mod claim;
mod dispute;
mod doctrine;
mod fact;
mod interest;
mod laboratory;
mod mission;
mod names;
mod rules;
mod scenario;
mod world;

pub use agents::{
    AimDef, ClaimDef, MembershipDef, MovementDef, OrganisationDef, PolityDef, PromiseDef, RecoveryDef,
    RelationDef, StartStatus, StateStart, VotingRule, WarDef,
};
pub use archetype::{ArchetypeDef, ClassPattern};
pub use claim::{ClaimCardDef, ExperimentDef, Sign};
pub use dispute::DisputeDef;
pub use doctrine::{
    ActDef, ConsiderationDef, CurveDef, DoctrineDef, DriftDef, IntentionDef, LimitDef, ParameterDef,
    PolicyDef, StandingDef, TurnDef,
};
pub use fact::FactDef;
pub use interest::InterestDef;
pub use laboratory::{LaboratoryDef, OutcomeDef, ShiftDef};
pub use mission::{AskDef, BotActDef, BotStepDef, BranchDef, HintDef, MissionDef, StepDef, TryDef};
pub use names::ContentNames;
pub(crate) use rules::rule_table;
pub use rules::{LensDef, RuleDef, RuleError, RuleTable};
pub use scenario::{EventDef, ExpectDef, ReparationsDef, ReserveCurrencyDef, ScenarioDef};
pub use world::{GoodDef, Neighbour, Passage, RegionDef, TerritoryDef};

use crate::base::{
    ArchetypeId, ClaimId, DoctrineId, EventId, GoodId, IdVec, LensId, MissionId, MovementId, OrganisationId,
    PolityId, RegionId, TerritoryId,
};

/// Everything one campaign runs on, immutable while it runs.
#[derive(Debug, Clone)]
pub struct Content {
    /// The scenario.
    pub scenario: ScenarioDef,
    /// Goods, which are also sectors; at most [`crate::content::defs::MAX_GOODS`].
    pub goods: IdVec<GoodId, GoodDef>,
    /// Regions of the world.
    pub regions: IdVec<RegionId, RegionDef>,
    /// Territories.
    pub territories: IdVec<TerritoryId, TerritoryDef>,
    /// Slots of states.
    pub polities: IdVec<PolityId, PolityDef>,
    /// Nations with their claimants.
    pub claims: IdVec<ClaimId, ClaimDef>,
    /// Movements, in being or latent.
    pub movements: IdVec<MovementId, MovementDef>,
    /// Organisations.
    pub organisations: IdVec<OrganisationId, OrganisationDef>,
    /// Doctrines.
    pub doctrines: IdVec<DoctrineId, DoctrineDef>,
    /// Patterns that fill what no table gives.
    pub archetypes: IdVec<ArchetypeId, ArchetypeDef>,
    /// Parameters of the model with the values in force.
    pub rules: RuleTable,
    /// Lenses.
    pub lenses: IdVec<LensId, LensDef>,
    /// Relations that differ from what form of rule and bloc suggest.
    pub relations: Vec<RelationDef>,
    /// Ground that two states both hold to be theirs.
    pub disputes: Vec<DisputeDef>,
    /// Wars under way at the start.
    pub wars: Vec<WarDef>,
    /// Content events.
    pub events: IdVec<EventId, EventDef>,
    /// Missions that play in this scenario.
    pub missions: IdVec<MissionId, MissionDef>,
    /// Claim cards.
    pub claim_cards: Vec<ClaimCardDef>,
    /// Stylised facts that histories are held against.
    pub facts: Vec<FactDef>,
    /// Laboratories that play in this scenario.
    pub laboratories: Vec<LaboratoryDef>,
    /// What classes stand to gain or lose by acts of each kind.
    pub interests: Vec<InterestDef>,
    /// Stable hash over scenario and mods, whatever the order of files.
    pub hash: u64,
    /// Hash of the scenario with its common files alone, and of each mod (id, hash), in load order.
    pub mod_hashes: Vec<(String, u64)>,
}

/// Most goods a scenario may define; per-good tables are arrays of this size.
pub const MAX_GOODS: usize = 8;
