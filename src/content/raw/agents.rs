//! Polities, claims, movements, organisations, relations, wars.

use super::{RawClassWeight, month, not_negative, share, some_share};
use crate::base::{ArchetypeId, ClaimId, DoctrineId, GoodId, Month, PolityId, RegionId, TerritoryId};
use crate::content::defs::{
    AimDef, ClaimDef, MembershipDef, MovementDef, OrganisationDef, PolityDef, PromiseDef, RecoveryDef,
    RelationDef, StartStatus, StateStart, VotingRule, WarDef,
};
use crate::content::reader::Loc;
use crate::content::vocabulary::{
    Current, FormOfRule, Ids, OrganisationKind, Quantity, Strategy, WarAim, WarKind,
};
use serde::Deserialize;

/// `Polity( ... )`: what does not depend on the campaign.
#[derive(Debug, Deserialize)]
pub struct RawPolity {
    id: String,
    name: String,
    adjective: String,
    seat: String,
    capital: TerritoryId,
    home: Vec<TerritoryId>,
    #[serde(default)]
    claim: Option<ClaimId>,
    #[serde(default)]
    heirs: Vec<PolityId>,
}

impl RawPolity {
    /// The resolved polity with its state at the start.
    pub fn resolve(self, start: StateStart) -> PolityDef {
        let mut home = self.home;
        home.sort();
        PolityDef {
            id: self.id,
            name: self.name,
            adjective: self.adjective,
            seat: self.seat,
            capital: self.capital,
            home,
            claim: self.claim,
            heirs: self.heirs,
            start,
        }
    }
}

/// `State( ... )`: how a polity stands at the start of a campaign.
///
/// The record for polity `"*"` stands for every polity that has none of its own.
#[derive(Debug, Deserialize)]
pub struct RawState {
    /// The polity's id, or `*`.
    pub polity: Loc<String>,
    status: RawStatus,
    form: FormOfRule,
    doctrine_camp: DoctrineId,
    doctrine_abroad: DoctrineId,
    archetype: ArchetypeId,
    #[serde(default)]
    un_member: bool,
    #[serde(deserialize_with = "share")]
    forces_share: f64,
    #[serde(default, deserialize_with = "not_negative")]
    warheads: f64,
    #[serde(deserialize_with = "share")]
    legitimacy: f64,
    #[serde(default, deserialize_with = "share")]
    self_rule: f64,
    #[serde(default, deserialize_with = "share")]
    war_damage: f64,
    #[serde(default, deserialize_with = "share")]
    weariness: f64,
    #[serde(default)]
    aims: Vec<RawAim>,
    #[serde(default)]
    playable: bool,
    #[serde(default)]
    brief: String,
    #[serde(default)]
    foreign_owners: Vec<RawOwner>,
    #[serde(default)]
    promised: Option<RawPromise>,
}

#[derive(Debug, Deserialize)]
struct RawPromise {
    #[serde(deserialize_with = "month")]
    by: Month,
    source: String,
}

#[derive(Debug, Deserialize)]
struct RawOwner {
    of: PolityId,
    #[serde(deserialize_with = "share")]
    share: f64,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename = "Status")]
enum RawStatus {
    Sovereign,
    Dependent { of: PolityId },
    Occupied { by: PolityId },
    Dormant,
}

#[derive(Debug, Deserialize)]
struct RawAim {
    words: String,
    what: Quantity<Ids>,
    from: f64,
    to: f64,
    #[serde(deserialize_with = "share")]
    weight: f64,
}

impl RawState {
    /// The resolved start.
    pub fn resolve(&self) -> StateStart {
        StateStart {
            status: match self.status {
                RawStatus::Sovereign => StartStatus::Sovereign,
                RawStatus::Dependent { of } => StartStatus::Dependent { of },
                RawStatus::Occupied { by } => StartStatus::Occupied { by },
                RawStatus::Dormant => StartStatus::Dormant,
            },
            form: self.form,
            doctrine_camp: self.doctrine_camp,
            doctrine_abroad: self.doctrine_abroad,
            archetype: self.archetype,
            un_member: self.un_member,
            forces_share: self.forces_share,
            warheads: self.warheads,
            legitimacy: self.legitimacy,
            self_rule: self.self_rule,
            war_damage: self.war_damage,
            weariness: self.weariness,
            aims: self
                .aims
                .iter()
                .map(|aim| AimDef {
                    words: aim.words.clone(),
                    what: aim.what.clone(),
                    from: aim.from,
                    to: aim.to,
                    weight: aim.weight,
                })
                .collect(),
            playable: self.playable,
            brief: self.brief.clone(),
            foreign_owners: self.foreign_owners.iter().map(|owner| (owner.of, owner.share)).collect(),
            promised: self
                .promised
                .as_ref()
                .map(|promise| PromiseDef { by: promise.by, source: promise.source.clone() }),
        }
    }
}

/// `Claim( ... )`.
#[derive(Debug, Deserialize)]
pub struct RawClaim {
    id: String,
    name: String,
    claimants: Vec<PolityId>,
    #[serde(default)]
    seated: Option<PolityId>,
    territories: Vec<TerritoryId>,
    #[serde(default)]
    recognitions: Vec<RawRecognition>,
}

#[derive(Debug, Deserialize)]
struct RawRecognition {
    recogniser: PolityId,
    claimant: PolityId,
}

impl RawClaim {
    /// The resolved claim.
    pub fn resolve(self) -> ClaimDef {
        ClaimDef {
            id: self.id,
            name: self.name,
            claimants: self.claimants,
            seated: self.seated,
            territories: self.territories,
            recognitions: self
                .recognitions
                .into_iter()
                .map(|recognition| (recognition.recogniser, recognition.claimant))
                .collect(),
        }
    }
}

/// `Movement( ... )`.
#[derive(Debug, Deserialize)]
pub struct RawMovement {
    id: String,
    name: String,
    territory: TerritoryId,
    against: PolityId,
    wants: PolityId,
    current: Current,
    form: FormOfRule,
    doctrine: DoctrineId,
    doctrine_in_power: DoctrineId,
    active: bool,
    #[serde(default)]
    in_arms: bool,
    possible_from: u32,
    strategy: Strategy,
    #[serde(deserialize_with = "share")]
    organisation: f64,
    #[serde(default, deserialize_with = "share")]
    control: f64,
    front: Vec<RawClassWeight>,
    #[serde(default)]
    patrons: Vec<PolityId>,
    #[serde(default)]
    playable: bool,
    #[serde(default)]
    brief: String,
}

impl RawMovement {
    /// The resolved movement.
    pub fn resolve(self) -> MovementDef {
        MovementDef {
            id: self.id,
            name: self.name,
            territory: self.territory,
            against: self.against,
            wants: self.wants,
            current: self.current,
            form: self.form,
            doctrine: self.doctrine,
            doctrine_in_power: self.doctrine_in_power,
            active: self.active,
            in_arms: self.in_arms,
            possible_from: self.possible_from,
            strategy: self.strategy,
            organisation: self.organisation,
            control: self.control,
            front: self.front.iter().map(|part| (part.class, part.weight)).collect(),
            patrons: self.patrons,
            playable: self.playable,
            brief: self.brief,
        }
    }
}

/// `Organisation( ... )`.
#[derive(Debug, Deserialize)]
pub struct RawOrganisation {
    id: String,
    name: String,
    kind: OrganisationKind,
    voting: VotingRule,
    #[serde(default)]
    leader: Option<PolityId>,
    #[serde(default)]
    members: Vec<RawMembership>,
    #[serde(deserialize_with = "share")]
    cohesion: f64,
    #[serde(default)]
    open_to: Vec<RegionId>,
    #[serde(default)]
    recovery: Option<RawRecovery>,
    #[serde(default)]
    good: Option<GoodId>,
    #[serde(default)]
    permanent: Vec<PolityId>,
}

#[derive(Debug, Deserialize)]
struct RawRecovery {
    #[serde(deserialize_with = "grant")]
    share: f64,
    #[serde(deserialize_with = "month")]
    until: Month,
    source: String,
}

/// A share of the donor's product that can be given away.
fn grant<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
    super::between(deserializer, 0.0, 0.05)
}

#[derive(Debug, Deserialize)]
struct RawMembership {
    polity: PolityId,
    #[serde(default = "full")]
    full: bool,
}

fn full() -> bool {
    true
}

impl RawOrganisation {
    /// The resolved organisation.
    pub fn resolve(self) -> OrganisationDef {
        OrganisationDef {
            id: self.id,
            name: self.name,
            kind: self.kind,
            voting: self.voting,
            leader: self.leader,
            members: self
                .members
                .into_iter()
                .map(|member| MembershipDef { polity: member.polity, full: member.full })
                .collect(),
            cohesion: self.cohesion,
            open_to: self.open_to,
            recovery: self.recovery.map(|it| RecoveryDef {
                share: it.share,
                until: it.until,
                source: it.source,
            }),
            good: self.good,
            permanent: self.permanent,
        }
    }
}

/// `Relation( ... )`: addressed by patches as `OF>TO`.
#[derive(Debug, Deserialize)]
pub struct RawRelation {
    of: PolityId,
    to: PolityId,
    #[serde(default, deserialize_with = "some_share")]
    trust: Option<f64>,
    #[serde(default, deserialize_with = "some_share")]
    tension: Option<f64>,
    #[serde(default, deserialize_with = "some_share")]
    influence: Option<f64>,
}

impl RawRelation {
    /// The resolved relation.
    pub fn resolve(self) -> RelationDef {
        RelationDef {
            of: self.of,
            to: self.to,
            trust: self.trust,
            tension: self.tension,
            influence: self.influence,
        }
    }
}

/// `War( ... )`: addressed by patches by its name.
#[derive(Debug, Deserialize)]
pub struct RawWar {
    name: String,
    kind: WarKind,
    #[serde(default = "at_hand")]
    aim: WarAim,
    places: Vec<TerritoryId>,
    #[serde(default, deserialize_with = "share")]
    front: f64,
    side_a: Vec<PolityId>,
    #[serde(default)]
    side_b: Vec<PolityId>,
}

fn at_hand() -> WarAim {
    WarAim::AtHand
}

impl RawWar {
    /// The resolved war.
    pub fn resolve(self) -> WarDef {
        WarDef {
            name: self.name,
            kind: self.kind,
            aim: self.aim,
            places: self.places,
            front: self.front,
            side_a: self.side_a,
            side_b: self.side_b,
        }
    }
}
