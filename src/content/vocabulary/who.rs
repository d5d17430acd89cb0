//! Who a quantity, condition or order speaks of.

use serde::{Deserialize, Serialize};

use super::documented;
use super::refs::{MapRefs, Naming, Refs};

documented! {
/// A party to what is being considered, relative or named.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound = "")]
pub enum Who<R: Refs> {
    /// The agent that considers, or the subject of an event.
    This,
    /// The other side of the act considered.
    Target,
    /// The polity that rules `This` from abroad, or against which a movement stands.
    Ruler,
    /// The polity that helps `This` most.
    Patron,
    /// The polity `This` fears most.
    Rival,
    /// The polity the player sits in.
    Player,
    /// A named polity.
    Polity { /// Its id.
        id: R::Polity },
    /// A named movement.
    Movement { /// Its id.
        id: R::Movement },
}
}

impl<R: Refs> Who<R> {
    /// Whether it is the other side of the act considered.
    pub fn is_target(&self) -> bool {
        matches!(self, Self::Target)
    }

    /// The same with names of the other kind.
    pub fn map<B: Refs, M: MapRefs<R, B>>(&self, to: &mut M) -> Result<Who<B>, M::Error> {
        Ok(match self {
            Self::This => Who::This,
            Self::Target => Who::Target,
            Self::Ruler => Who::Ruler,
            Self::Patron => Who::Patron,
            Self::Rival => Who::Rival,
            Self::Player => Who::Player,
            Self::Polity { id } => Who::Polity { id: to.polity(id)? },
            Self::Movement { id } => Who::Movement { id: to.movement(id)? },
        })
    }

    /// In plain words.
    pub fn words(&self, names: &impl Naming<R>) -> String {
        match self {
            Self::This => "this one".into(),
            Self::Target => "the other side".into(),
            Self::Ruler => "the ruling power".into(),
            Self::Patron => "the patron".into(),
            Self::Rival => "the rival".into(),
            Self::Player => "the player".into(),
            Self::Polity { id } => names.polity(id),
            Self::Movement { id } => names.movement(id),
        }
    }
}

documented! {
/// Which parties a policy may be aimed at; candidates come from cheap indices, at most six a policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Targets {
    /// No target: an act at home.
    None,
    /// States with a common border or strait.
    Neighbours,
    /// Largest partners in trade.
    Partners,
    /// Members of a common pact or community.
    Allies,
    /// The states feared most.
    Rivals,
    /// States in no pact.
    Uncommitted,
    /// States in need: low living standard, deficit, or at war.
    Needy,
    /// Sovereign states not yet recognised.
    Unrecognised,
    /// Own dependencies.
    Dependencies,
    /// Movements against rivals or against states outside the own camp.
    MovementsAbroad,
    /// Movements against the state that considers.
    MovementsAtHome,
    /// Other claimants to the own nation.
    Claimants,
    /// States with which one disputes ground.
    Disputants,
    /// States with which a federation is thought of that is not in being.
    FederationPartners,
    /// States under own embargo or boycott.
    Embargoed,
    /// States whose sea ways one has closed.
    Blockaded,
    /// Enemies in a war now fought.
    Enemies,
    /// States where own troops stand.
    Garrisoned,
    /// For a movement: the polity it stands against.
    Ruler,
    /// For a movement: states that might help.
    PossiblePatrons,
    /// The state whose notes others hold as reserves.
    Issuer,
    /// States that owe one something and are in arrears, in a payments crisis or have suspended payments.
    PressedDebtors,
    /// States that pay one reparations.
    PayersOfReparations,
    /// States with which one has a treaty other than of trade, or to which one has given a guarantee.
    Signatories,
    /// States that lead an organisation one belongs to or could join.
    Leaders,
    /// Members of organisations that one leads.
    Followers,
    /// States of one's own system that weigh, and those that lead one.
    Fellows,
    /// States with which an open quarrel is under way.
    Quarrelling,
    /// States whose troops or wars abroad could be brought before the world organisation.
    Accused,
    /// States that rule dependencies.
    Rulers,
    /// Sovereign states without a seat in the world organisation.
    Outsiders,
    /// Members of the world organisation whose vote on the motion that matters most to one could be turned.
    Waverers,
}
}

impl Targets {
    /// How many kinds of targets there are.
    pub const COUNT: usize = Self::Waverers as usize + 1;
}
