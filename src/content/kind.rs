//! The kinds of definition that files hold, by the names under which files write them.

use super::report::{nearest, one_of};

/// A kind of definition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A campaign; one in each scenario's folder.
    Scenario,
    /// A good and its sector.
    Good,
    /// A region of the world.
    Region,
    /// A territory: what does not depend on the campaign.
    Territory,
    /// Figures of a territory at the start of a campaign.
    Figures,
    /// A slot for a state: what does not depend on the campaign.
    Polity,
    /// How a state stands at the start of a campaign.
    State,
    /// A nation with its claimants.
    Claim,
    /// A movement.
    Movement,
    /// An organisation of states.
    Organisation,
    /// A relation that differs from the usual.
    Relation,
    /// Ground that two states both hold to be theirs.
    Dispute,
    /// A war under way at the start.
    War,
    /// A doctrine.
    Doctrine,
    /// A pattern that fills what no table gives.
    Archetype,
    /// A parameter of the model.
    Rule,
    /// A set of overrides of rules.
    Lens,
    /// A content event.
    Event,
    /// A guided mission.
    Mission,
    /// A claim card.
    ClaimCard,
    /// A stylised fact that histories are held against.
    Fact,
    /// A decision of history that is run many times.
    Laboratory,
    /// What the classes stand to gain or lose by acts of one kind.
    Interest,
}

impl Kind {
    /// Every kind, in the order in which a reference lists them.
    pub const ALL: &[Kind] = &[
        Kind::Scenario,
        Kind::Good,
        Kind::Region,
        Kind::Territory,
        Kind::Figures,
        Kind::Polity,
        Kind::State,
        Kind::Claim,
        Kind::Movement,
        Kind::Organisation,
        Kind::Relation,
        Kind::Dispute,
        Kind::War,
        Kind::Doctrine,
        Kind::Archetype,
        Kind::Rule,
        Kind::Lens,
        Kind::Event,
        Kind::Mission,
        Kind::ClaimCard,
        Kind::Fact,
        Kind::Laboratory,
        Kind::Interest,
    ];

    /// The name before the bracket: `Doctrine( ... )`.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Scenario => "Scenario",
            Kind::Good => "Good",
            Kind::Region => "Region",
            Kind::Territory => "Territory",
            Kind::Figures => "Figures",
            Kind::Polity => "Polity",
            Kind::State => "State",
            Kind::Claim => "Claim",
            Kind::Movement => "Movement",
            Kind::Organisation => "Organisation",
            Kind::Relation => "Relation",
            Kind::Dispute => "Dispute",
            Kind::War => "War",
            Kind::Doctrine => "Doctrine",
            Kind::Archetype => "Archetype",
            Kind::Rule => "Rule",
            Kind::Lens => "Lens",
            Kind::Event => "Event",
            Kind::Mission => "Mission",
            Kind::ClaimCard => "ClaimCard",
            Kind::Fact => "Fact",
            Kind::Laboratory => "Laboratory",
            Kind::Interest => "Interest",
        }
    }

    /// The word for a sentence: "no doctrine named ...".
    pub fn noun(self) -> &'static str {
        match self {
            Kind::Scenario => "scenario",
            Kind::Good => "good",
            Kind::Region => "region",
            Kind::Territory => "territory",
            Kind::Figures => "record of figures",
            Kind::Polity => "polity",
            Kind::State => "record of a state",
            Kind::Claim => "claim",
            Kind::Movement => "movement",
            Kind::Organisation => "organisation",
            Kind::Relation => "relation",
            Kind::Dispute => "dispute",
            Kind::War => "war",
            Kind::Doctrine => "doctrine",
            Kind::Archetype => "archetype",
            Kind::Rule => "rule",
            Kind::Lens => "lens",
            Kind::Event => "event",
            Kind::Mission => "mission",
            Kind::ClaimCard => "claim card",
            Kind::Fact => "stylised fact",
            Kind::Laboratory => "laboratory",
            Kind::Interest => "record of interests",
        }
    }

    /// The field that tells definitions of this kind apart.
    pub fn key_field(self) -> &'static str {
        match self {
            Kind::Figures => "territory",
            Kind::State => "polity",
            Kind::War => "name",
            Kind::Relation => "of",
            _ => "id",
        }
    }

    /// The kind of this name, exactly as files write it.
    pub fn named(name: &str) -> Option<Kind> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }

    /// The kind of this name in any case and with or without `_`, as commands take it: `claim_card:...`.
    pub fn loosely(name: &str) -> Option<Kind> {
        let plain = |text: &str| text.replace(['_', '-', ' '], "").to_lowercase();
        Self::ALL.iter().copied().find(|kind| plain(kind.name()) == plain(name))
    }

    /// The kind whose name is nearest to a wrong one.
    pub fn nearest(name: &str) -> Option<Kind> {
        nearest(name, Self::ALL.iter().map(|kind| kind.name())).and_then(Kind::named)
    }

    /// All names, for a sentence.
    pub fn list() -> String {
        one_of(Self::ALL.iter().map(|kind| kind.name()))
    }

    /// The kind of a checked name type of the reader.
    pub fn of_name_type(name: &str) -> Option<Kind> {
        match name {
            "NamedRule" => Some(Kind::Rule),
            "NamedClaimCard" => Some(Kind::ClaimCard),
            _ => None,
        }
    }

    /// The kind that a dense id type of [`crate::base`] counts.
    pub fn of_id_type(name: &str) -> Option<Kind> {
        Some(match name {
            "TerritoryId" => Kind::Territory,
            "PolityId" => Kind::Polity,
            "MovementId" => Kind::Movement,
            "ClaimId" => Kind::Claim,
            "GoodId" => Kind::Good,
            "DoctrineId" => Kind::Doctrine,
            "RuleId" => Kind::Rule,
            "LensId" => Kind::Lens,
            "OrganisationId" => Kind::Organisation,
            "ArchetypeId" => Kind::Archetype,
            "EventId" => Kind::Event,
            "MissionId" => Kind::Mission,
            "RegionId" => Kind::Region,
            _ => return None,
        })
    }
}

impl std::fmt::Display for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}
