//! What a stylised fact measures on a history, and over whom.

use serde::{Deserialize, Deserializer, Serialize};

use super::documented;

documented! {
/// Whose economies a measure looks at. Membership is fixed on the eve of the campaign: an economy is the ground that a
/// state or dependency held then, whoever holds it later, so that nobody joins a group by success or leaves it by failure.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Group {
    /// All states and dependencies.
    Everyone,
    /// States of form `Socialist` with at least half of their output under plan.
    Planners,
    /// Members of communities of planners.
    PlanCommunity,
    /// States of form `CapitalistCore`.
    MarketCores,
    /// States and dependencies that are neither planners nor market cores and whose largest export of the first year is a
    /// primary good.
    PrimaryExporters,
    /// Market cores with at least this share of their capital in ruins.
    Ruined { /// Smallest share of capital in ruins (0–1).
        #[serde(deserialize_with = "share")] from: f64 },
    /// Market cores with less than this share of their capital in ruins.
    Spared { /// Share of capital in ruins below which an economy counts as spared (0–1).
        #[serde(deserialize_with = "share")] below: f64 },
}
}

documented! {
/// Something that the chronicle tells and that a fact may count on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Happening {
    /// A debtor stopped paying.
    DebtDefaulted,
    /// A dependency became a state of its own.
    IndependenceWon,
    /// A government changed its form of rule.
    RuleChanged,
    /// The chronicle told of a slump.
    SlumpBegun,
    /// People went hungry.
    FamineStruck,
    /// A state joined an organisation.
    MemberJoined,
    /// A state left an organisation.
    MemberLeft,
    /// A war began; by the attacker, with the defender.
    WarBegun,
    /// A war ended with a winner; the other side lost.
    WarWon,
    /// A war ended with no winner.
    WarUndecided,
    /// A crisis began; by the challenger, with the defender.
    CrisisBegun,
    /// A crisis ended with an exit for both.
    CrisisSettled,
    /// One side gave way in a crisis to the other.
    GaveWay,
    /// A movement rose in arms against a government.
    RisingBegun,
    /// A rising against a government was crushed.
    RisingCrushed,
    /// A movement against a government was dissolved or admitted to politics.
    MovementSettled,
    /// A coup failed.
    CoupFailed,
    /// A ruler was pressed into talks on independence; by the ruler, with the dependency.
    RulerYielded,
    /// Talks on independence ended without one; of the ruler, with the dependency.
    TalksEndedInNothing,
    /// A claim to disputed ground was dropped; by the one who dropped it, in favour of the other.
    ClaimDropped,
    /// A territory went from one to another.
    TerritoryCeded,
    /// Owners lost a sector to the state; of the state, with the foreign owners' state.
    Nationalised,
    /// An offer of a trade treaty was taken; of the one who offered, with the one who answered.
    TreatyAgreed,
    /// An offer of a credit was taken.
    CreditAgreed,
    /// An offer of a pact was taken.
    PactAgreed,
    /// An offer of friendship was taken.
    FriendshipAgreed,
    /// An offer of limits of arms was taken.
    LimitsAgreed,
    /// A base was let; of the guest, with the host.
    BaseLet,
    /// Two met at a summit.
    SummitHeld,
    /// A treaty or promise was taken back before its time; by the one who took it back, with the other.
    TreatyDenounced,
    /// An offer of an armistice was taken.
    ArmisticeAgreed,
    /// A general exchange ended the campaign.
    GeneralExchange,
}
}

impl Happening {
    /// In plain words, as something one has of somebody and with somebody.
    pub const fn words(self) -> &'static str {
        match self {
            Self::DebtDefaulted => "a default",
            Self::IndependenceWon => "the independence",
            Self::RuleChanged => "a change of rule",
            Self::SlumpBegun => "a slump",
            Self::FamineStruck => "hunger",
            Self::MemberJoined => "an entry into an organisation",
            Self::MemberLeft => "an exit from an organisation",
            Self::WarBegun => "a war begun",
            Self::WarWon => "a war won",
            Self::WarUndecided => "a war without a winner",
            Self::CrisisBegun => "a crisis begun",
            Self::CrisisSettled => "a crisis settled",
            Self::GaveWay => "a retreat in a crisis",
            Self::RisingBegun => "a rising against the government",
            Self::RisingCrushed => "a crushed rising against the government",
            Self::MovementSettled => "a settlement with a movement",
            Self::CoupFailed => "a failed coup",
            Self::RulerYielded => "a ruler's yielding",
            Self::TalksEndedInNothing => "talks without a result",
            Self::ClaimDropped => "a dropped claim to disputed ground",
            Self::TerritoryCeded => "a cession",
            Self::Nationalised => "a nationalisation",
            Self::TreatyAgreed => "a trade treaty",
            Self::CreditAgreed => "a credit",
            Self::PactAgreed => "a pact",
            Self::FriendshipAgreed => "a treaty of friendship",
            Self::LimitsAgreed => "limits of arms",
            Self::BaseLet => "a base let",
            Self::SummitHeld => "a summit",
            Self::TreatyDenounced => "a treaty denounced",
            Self::ArmisticeAgreed => "an armistice",
            Self::GeneralExchange => "a general exchange",
        }
    }
}

documented! {
/// What is measured on one history. Years are calendar years; a level "at a year" is that of its last month. A fall of
/// 0.01 is one of 1 %.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Measure {
    /// Mean growth a year of product per head between two years (0.02 = 2 %).
    Growth { /// Whose.
        of: Group, /// The first year.
        from: u32, /// The last year.
        to: u32 },
    /// Growth a year of one group less that of another.
    GrowthGap { /// The group.
        of: Group, /// The group it is compared with.
        over: Group, /// The first year.
        from: u32, /// The last year.
        to: u32 },
    /// Product per head of one group over that of another.
    Ratio { /// The group.
        of: Group, /// The group it is compared with.
        over: Group, /// The year.
        at: u32 },
    /// Slumps begun in an economy, mean over a group. A slump is a fall of the product of twelve months below its last peak.
    Slumps { /// Whose.
        of: Group, /// The first year.
        from: u32, /// The last year.
        to: u32, /// Smallest fall below the last peak that counts, a share.
        #[serde(deserialize_with = "part")] fall: f64, /// Growth over a year at which a slump is over, even below the peak.
        recovery: f64 },
    /// How unlike in depth the slumps of a group are: standard deviation over mean of their depths.
    SlumpSpread { /// Whose.
        of: Group, /// The first year.
        from: u32, /// The last year.
        to: u32, /// Smallest fall below the last peak that counts, a share.
        #[serde(deserialize_with = "part")] fall: f64, /// Growth over a year at which a slump is over, even below the peak.
        recovery: f64 },
    /// Share of slumps that begin within a year of one in a main trading partner (0–1).
    SlumpsInCompany { /// Whose.
        of: Group, /// The first year.
        from: u32, /// The last year.
        to: u32, /// Smallest fall below the last peak that counts, a share.
        #[serde(deserialize_with = "part")] fall: f64, /// Growth over a year at which a slump is over, even below the peak.
        recovery: f64 },
    /// Share of the trade of members of a community of planners that is trade with each other, mean over years (0–1).
    CommunityTrade { /// The first year.
        from: u32, /// The last year.
        to: u32 },
    /// Unlikeness of product per head (standard deviation over mean) among the members of communities of planners at one year
    /// over that at another; below 1 they have drawn level.
    CommunityLevelling { /// The first year.
        from: u32, /// The last year.
        to: u32 },
    /// Trade across borders, each sale counted once, over world product (0–1).
    TradeShare { /// The year.
        at: u32 },
    /// Largest rise of the world price of a primary good over so many months (0.5 = by half).
    PriceLeap { /// Over at most so many months.
        within: u32, /// The first year.
        from: u32, /// The last year.
        to: u32 },
    /// States that were ruled by others, or not in being, on the eve of the campaign and are sovereign.
    NewStates { /// The year.
        at: u32 },
    /// Share of the states that became independent in these years by arms, and not by talks (0–1).
    IndependenceByArms { /// The first year.
        from: u32, /// The last year.
        to: u32 },
    /// Sovereign states.
    States { /// The year.
        at: u32 },
    /// 1 if a war between the two poles that the scenario names began in these years, else 0.
    PolesAtWar { /// The first year.
        from: u32, /// The last year.
        to: u32 },
    /// Crises begun in these years.
    Crises { /// The first year.
        from: u32, /// The last year.
        to: u32 },
    /// Share of the crises begun in these years in which both sides are powers: with warheads, or at least a tenth as strong as
    /// the strongest (0–1).
    CrisesOfPowers { /// The first year.
        from: u32, /// The last year.
        to: u32 },
    /// Growth a year of the trade of planners with market cores where the tension between the two has fallen over five years, less
    /// that where it has risen, over all pairs and such spans (0.02 = 2 %).
    TradeInCalm { /// The first year.
        from: u32, /// The last year.
        to: u32 },
    /// Acts of struggle a year and sovereign state in the calmest third of the years, by the tension between the two poles, over
    /// those in the tensest third: arms sent to movements, propaganda, crises and wars begun.
    StruggleInCalm { /// The first year.
        from: u32, /// The last year.
        to: u32 },
    /// 1 if something happened to somebody of a group in these years, else 0.
    Happened { /// What.
        what: Happening, /// To whom.
        to_whom: Group, /// The first year.
        from: u32, /// The last year.
        to: u32 },
}
}

documented! {
/// How a band has to hold over the seeds of an ensemble.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Holds {
    /// The measure lies in the band in at least this share of seeds.
    Share { /// Smallest share of seeds (0–1).
        #[serde(deserialize_with = "share")] of_seeds: f64 },
    /// The median over seeds lies in the band.
    Median,
    /// The mean over seeds lies in the band.
    Mean,
    /// A recorded value lies between the 10 % and the 90 % quantile of seeds, these lie no farther apart than a share of it,
    /// and the median over seeds lies in the band.
    Recorded { /// The recorded value.
        value: f64, /// Largest distance of the quantiles, as a share of the value.
        #[serde(deserialize_with = "positive")] width: f64 },
}
}

fn share<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
    within(deserializer, 0.0, 1.0)
}

fn positive<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
    within(deserializer, 0.01, 10.0)
}

/// A share of a level that can fall: more than nothing, less than all.
fn part<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
    within(deserializer, 0.0001, 0.9)
}

fn within<'de, D: Deserializer<'de>>(deserializer: D, min: f64, max: f64) -> Result<f64, D::Error> {
    let value = f64::deserialize(deserializer)?;
    if (min..=max).contains(&value) {
        Ok(value)
    } else {
        Err(serde::de::Error::custom(format!("must lie between {min} and {max}, is {value}")))
    }
}

impl Measure {
    /// The first and the last year that the measure looks at.
    pub fn years(&self) -> (u32, u32) {
        match *self {
            Self::Growth { from, to, .. }
            | Self::GrowthGap { from, to, .. }
            | Self::Slumps { from, to, .. }
            | Self::SlumpSpread { from, to, .. }
            | Self::SlumpsInCompany { from, to, .. }
            | Self::CommunityTrade { from, to }
            | Self::CommunityLevelling { from, to }
            | Self::PriceLeap { from, to, .. }
            | Self::IndependenceByArms { from, to }
            | Self::PolesAtWar { from, to }
            | Self::Crises { from, to }
            | Self::CrisesOfPowers { from, to }
            | Self::TradeInCalm { from, to }
            | Self::StruggleInCalm { from, to }
            | Self::Happened { from, to, .. } => (from, to),
            Self::Ratio { at, .. }
            | Self::TradeShare { at }
            | Self::NewStates { at }
            | Self::States { at } => (at, at),
        }
    }

    /// Whether it compares years, so that one has to come before the other.
    pub fn compares_years(&self) -> bool {
        matches!(
            self,
            Self::Growth { .. }
                | Self::GrowthGap { .. }
                | Self::CommunityLevelling { .. }
                | Self::TradeInCalm { .. }
                | Self::StruggleInCalm { .. }
        )
    }

    /// Whether it is best read in per cent.
    pub fn is_share(&self) -> bool {
        matches!(
            self,
            Self::Growth { .. }
                | Self::GrowthGap { .. }
                | Self::SlumpsInCompany { .. }
                | Self::IndependenceByArms { .. }
                | Self::CrisesOfPowers { .. }
                | Self::CommunityTrade { .. }
                | Self::TradeShare { .. }
                | Self::PriceLeap { .. }
                | Self::TradeInCalm { .. }
        )
    }
}
