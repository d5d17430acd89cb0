//! How a state is coloured and named on the map and in headings: a reading aid, not a verdict.

use crate::base::PolityId;
use crate::content::vocabulary::{FormOfRule, OrganisationKind, System};
use crate::sim::diplomacy::{AgreementTag, Agreements, Relations};
use crate::sim::organisations::Organisations;
use crate::sim::politics::{Government, Status};
use crate::sim::{Atlas, Seat, Simulation};

use super::words::text;

/// The seven ways in which a polity can stand between the systems.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Look {
    /// A socialist state inside its camp.
    Planners,
    /// A socialist state outside it.
    OwnRoad,
    /// A member of a military pact of the other system.
    Pacts,
    /// A dependent market economy in no pact.
    Dependent,
    /// A state that keeps between the pacts.
    NonAligned,
    /// Any other state of its own.
    #[default]
    Neutral,
    /// A polity ruled from abroad.
    Ruled,
}

impl Look {
    /// All, in the order of the legend.
    pub const ALL: [Look; 7] = [
        Self::Planners,
        Self::Pacts,
        Self::Dependent,
        Self::NonAligned,
        Self::OwnRoad,
        Self::Neutral,
        Self::Ruled,
    ];

    /// In plain words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Planners => text!("look.planners"),
            Self::OwnRoad => text!("look.own_road"),
            Self::Pacts => text!("look.pacts"),
            Self::Dependent => text!("look.dependent"),
            Self::NonAligned => text!("look.non_aligned"),
            Self::Neutral => text!("look.neutral"),
            Self::Ruled => text!("look.ruled"),
        }
    }

    /// How a polity stands now.
    pub fn of(sim: &Simulation, id: PolityId) -> Self {
        let status = *sim.polity::<Status>(id);
        if status.ruler().is_some() {
            return Self::Ruled;
        }
        let form = sim.polity::<Government>(id).form();
        let organisations = sim.get::<Organisations>();
        let kinds = &sim.content().organisations;
        let in_kind = |kind| organisations.iter().any(|(org, now)| kinds[org].kind == kind && now.has(id));
        match form.system() {
            System::Socialist if in_socialist_camp(sim, id) => Self::Planners,
            System::Socialist => Self::OwnRoad,
            _ if in_pact_of_its_own(sim, id) => Self::Pacts,
            _ if form == FormOfRule::CapitalistDependent => Self::Dependent,
            _ if in_kind(OrganisationKind::NonAligned) || form == FormOfRule::NationalBourgeois => {
                Self::NonAligned
            }
            _ => Self::Neutral,
        }
    }
}

/// Whether a state of another system is in a military pact that a socialist state does not lead: a treaty with the other side's
/// leader does not make it one of its own.
fn in_pact_of_its_own(sim: &Simulation, id: PolityId) -> bool {
    let kinds = &sim.content().organisations;
    let socialist = |leader: PolityId| sim.polity::<Government>(leader).form() == FormOfRule::Socialist;
    sim.get::<Organisations>().iter().any(|(org, now)| {
        kinds[org].kind == OrganisationKind::MilitaryPact
            && now.has(id)
            && !kinds[org].leader.is_some_and(socialist)
    })
}

/// Whether a socialist state stands in one camp with the leading socialist state: by organisation, pact or trust.
fn in_socialist_camp(sim: &Simulation, id: PolityId) -> bool {
    const CLOSE: f64 = 0.5;
    let content = sim.content();
    let mut poles = content.scenario.poles.iter().copied();
    let Some(pole) = poles.find(|&pole| sim.polity::<Government>(pole).form() == FormOfRule::Socialist)
    else {
        return true;
    };
    let community = |(org, now): (crate::base::OrganisationId, &crate::sim::organisations::Organisation)| {
        matches!(
            content.organisations[org].kind,
            OrganisationKind::MilitaryPact | OrganisationKind::PlanCommunity
        ) && now.has(id)
            && now.has(pole)
    };
    let atlas = sim.get::<Atlas>();
    let trust = sim.get::<Relations>().trust(atlas.agent(Seat::Polity(id)), atlas.agent(Seat::Polity(pole)));
    id == pole
        || sim.get::<Organisations>().iter().any(community)
        || sim.get::<Agreements>().between(id, pole, AgreementTag::Pact).is_some()
        || trust >= CLOSE
}
