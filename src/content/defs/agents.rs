//! Polities, claims, movements, organisations, and how they stand at the start.

use crate::base::{ArchetypeId, ClaimId, DoctrineId, GoodId, Month, PolityId, RegionId, TerritoryId};
use crate::content::vocabulary::{Class, Current, FormOfRule, OrganisationKind, Strategy, WarAim, WarKind};

/// A slot for a state that is or could be.
#[derive(Debug, Clone, PartialEq)]
pub struct PolityDef {
    /// String id, e.g. `SUN`.
    pub id: String,
    /// Short name for people, e.g. `Soviet Union`.
    pub name: String,
    /// Adjective, e.g. `Soviet`.
    pub adjective: String,
    /// Name of its seat of government, for sentences about its acts ("Moscow offers").
    pub seat: String,
    /// Territory of its seat of government.
    pub capital: TerritoryId,
    /// Territories that are its own when it stands alone.
    pub home: Vec<TerritoryId>,
    /// The nation for which it speaks, if several states do.
    pub claim: Option<ClaimId>,
    /// States that hold it to be part of theirs, dearest first: when its ruler leaves it may go to one of them, or stay with
    /// the ruler for good if that is one.
    pub heirs: Vec<PolityId>,
    /// How it stands at the start.
    pub start: StateStart,
}

/// Status of a slot at the start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StartStatus {
    /// A state of its own.
    Sovereign,
    /// Ruled from abroad.
    Dependent {
        /// By whom.
        of: PolityId,
    },
    /// Held by foreign troops.
    Occupied {
        /// By whom.
        by: PolityId,
    },
    /// Not in being.
    Dormant,
}

/// How a state stands at the start of a scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct StateStart {
    /// Status.
    pub status: StartStatus,
    /// Form of rule.
    pub form: FormOfRule,
    /// Doctrine inside its own camp (towards allies and at home).
    pub doctrine_camp: DoctrineId,
    /// Doctrine across systems.
    pub doctrine_abroad: DoctrineId,
    /// Pattern that fills what is not given.
    pub archetype: ArchetypeId,
    /// Whether it is a member of the world organisation.
    pub un_member: bool,
    /// Share of the product spent on forces (0–1).
    pub forces_share: f64,
    /// Warheads held.
    pub warheads: f64,
    /// Legitimacy at the start (0–1).
    pub legitimacy: f64,
    /// How far a country that is ruled by another is run from home at the start (0–1).
    pub self_rule: f64,
    /// Share of capital and housing destroyed by war and not yet rebuilt (0–1).
    pub war_damage: f64,
    /// Weariness of war with which its people come into the campaign (0–1).
    pub weariness: f64,
    /// What a player in this seat is judged by, besides the common terms.
    pub aims: Vec<AimDef>,
    /// Whether the menu offers this seat.
    pub playable: bool,
    /// One paragraph for the menu: where this seat stands and what troubles it.
    pub brief: String,
    /// States whose owners hold most of the foreign capital here, largest first, with their shares; empty: worked out.
    pub foreign_owners: Vec<(PolityId, f64)>,
    /// What had been agreed on the independence of a dependency when the campaign begins, if anything: talks are under way.
    pub promised: Option<PromiseDef>,
}

/// Independence agreed on before the campaign begins.
#[derive(Debug, Clone, PartialEq)]
pub struct PromiseDef {
    /// By when talks on it end, if nothing comes between.
    pub by: crate::base::Month,
    /// Where this is from.
    pub source: String,
}

/// One aim of a seat.
#[derive(Debug, Clone, PartialEq)]
pub struct AimDef {
    /// What is wanted, in plain words.
    pub words: String,
    /// The quantity that measures it, read with `This` = the seat.
    pub what: crate::content::vocabulary::Quantity<crate::content::vocabulary::Ids>,
    /// Value at which it counts nothing.
    pub from: f64,
    /// Value at which it counts fully.
    pub to: f64,
    /// Weight against the seat's other aims (0–1).
    pub weight: f64,
}

/// A nation for which one or more states speak.
#[derive(Debug, Clone, PartialEq)]
pub struct ClaimDef {
    /// String id, e.g. `germany`.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// The states that claim to speak for it.
    pub claimants: Vec<PolityId>,
    /// The claimant that holds the nation's seat in the world organisation at the start, if any.
    pub seated: Option<PolityId>,
    /// Territories claimed.
    pub territories: Vec<TerritoryId>,
    /// Who recognises whom at the start, where it is not decided by system: (recogniser, claimant).
    pub recognitions: Vec<(PolityId, PolityId)>,
}

/// A movement that contests power somewhere.
#[derive(Debug, Clone, PartialEq)]
pub struct MovementDef {
    /// String id.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// The territory where it lives.
    pub territory: TerritoryId,
    /// The polity it stands against at the start: the government of its territory, or, in a dependency, the
    /// power that rules it and with which it would have to talk. What ripens is the situation of the
    /// territory's owner.
    pub against: PolityId,
    /// The polity it would found or take over.
    pub wants: PolityId,
    /// Leading current.
    pub current: Current,
    /// Form of rule it would set up.
    pub form: FormOfRule,
    /// Doctrine it follows as an agent.
    pub doctrine: DoctrineId,
    /// Doctrine of the state it would lead.
    pub doctrine_in_power: DoctrineId,
    /// Whether it is in being at the start.
    pub active: bool,
    /// Whether it is in arms at the start.
    pub in_arms: bool,
    /// First year in which it may arise from conditions, if latent (its founders have to be born).
    pub possible_from: u32,
    /// Strategy at the start.
    pub strategy: Strategy,
    /// Organisation at the start (0–1).
    pub organisation: f64,
    /// Share of the territory held at the start (0–1).
    pub control: f64,
    /// Classes in its front at the start, with their weight (0–1 each).
    pub front: Vec<(Class, f64)>,
    /// States that help it at the start.
    pub patrons: Vec<PolityId>,
    /// Whether the menu offers this seat.
    pub playable: bool,
    /// One paragraph for the menu.
    pub brief: String,
}

/// How an organisation decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
pub enum VotingRule {
    /// Each member concerned must agree.
    Consent,
    /// More than half.
    Majority,
    /// Two thirds.
    TwoThirds,
    /// The leading member decides in fact.
    Leader,
}

/// One membership.
#[derive(Debug, Clone, PartialEq)]
pub struct MembershipDef {
    /// The member.
    pub polity: PolityId,
    /// Full member, or associated / dependent.
    pub full: bool,
}

/// A recovery programme: grants in goods from the leader to the other members.
#[derive(Debug, Clone, PartialEq)]
pub struct RecoveryDef {
    /// Share of the leader's product that is given, a year (0–0.05).
    pub share: f64,
    /// The first month without grants.
    pub until: Month,
    /// Where share and date come from.
    pub source: String,
}

/// An organisation of states.
#[derive(Debug, Clone, PartialEq)]
pub struct OrganisationDef {
    /// String id, e.g. `cmea`.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// What kind it is.
    pub kind: OrganisationKind,
    /// How it decides.
    pub voting: VotingRule,
    /// The leading member, if there is one.
    pub leader: Option<PolityId>,
    /// Members at the start (empty: founded later, by events or orders).
    pub members: Vec<MembershipDef>,
    /// Cohesion at the start (0–1).
    pub cohesion: f64,
    /// Regions of the capitals of states that may join; empty: the whole world.
    pub open_to: Vec<RegionId>,
    /// The recovery programme that its leader pays, if it is one.
    pub recovery: Option<RecoveryDef>,
    /// The good that a producers' association is about; none for other kinds.
    pub good: Option<GoodId>,
    /// Members of the world organisation whose no is a veto; empty: the leading states of the two systems.
    pub permanent: Vec<PolityId>,
}

impl OrganisationDef {
    /// Whether a state whose capital lies in a region may join.
    pub fn is_open_to(&self, region: RegionId) -> bool {
        self.open_to.is_empty() || self.open_to.contains(&region)
    }

    /// Whether `polity` is a member at the start.
    pub fn has(&self, polity: PolityId) -> bool {
        self.members.iter().any(|member| member.polity == polity)
    }
}

/// A relation that differs from what form of rule and bloc suggest.
#[derive(Debug, Clone, PartialEq)]
pub struct RelationDef {
    /// Who.
    pub of: PolityId,
    /// Towards whom.
    pub to: PolityId,
    /// Trust (0–1).
    pub trust: Option<f64>,
    /// Tension, the same in both directions (0–1).
    pub tension: Option<f64>,
    /// Influence of the first over the second (0–1).
    pub influence: Option<f64>,
}

/// A war under way at the start.
#[derive(Debug, Clone, PartialEq)]
pub struct WarDef {
    /// Name for people.
    pub name: String,
    /// How it is counted.
    pub kind: WarKind,
    /// What the first side, or the movements that fight it, fight for.
    pub aim: WarAim,
    /// The territories fought over.
    pub places: Vec<TerritoryId>,
    /// Share of these that the first side holds when the campaign begins (0–1). Where movements fight, their control says it.
    pub front: f64,
    /// One side.
    pub side_a: Vec<PolityId>,
    /// The other side; may be empty if movements fight it.
    pub side_b: Vec<PolityId>,
}
