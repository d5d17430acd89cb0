//! The scenario itself, and its events.

use crate::base::{LensId, Month, PolityId};
use crate::content::vocabulary::{Condition, Effect, Ids};

/// A campaign.
#[derive(Debug, Clone, PartialEq)]
pub struct ScenarioDef {
    /// String id; the name of its folder.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// Two or three sentences for the menu.
    pub summary: String,
    /// The state at the start is that of the end of the month before; the first month simulated.
    pub start: Month,
    /// Months to play.
    pub months: u32,
    /// The world it plays in (`scenarios/common/worlds/<world>`).
    pub world: String,
    /// The lens in force when nobody chooses another.
    pub lens: LensId,
    /// The two leading states whose systems the balance bar compares, if the scenario has such.
    pub poles: Vec<PolityId>,
    /// What the start must add up to.
    pub expect: Vec<ExpectDef>,
    /// What is modelled, guessed, left out: the model card, in paragraphs.
    pub model_card: Vec<String>,
    /// The state whose notes others hold as reserves, and who holds gold; none if there is no such state.
    pub reserve_currency: Option<ReserveCurrencyDef>,
    /// Reparations that are being paid at the start.
    pub reparations: Vec<ReparationsDef>,
}

/// The world's money at the start.
#[derive(Debug, Clone, PartialEq)]
pub struct ReserveCurrencyDef {
    /// Whose notes others hold.
    pub issuer: PolityId,
    /// Its notes held abroad, by the gold they could claim, in tonnes.
    pub claims: f64,
    /// Monetary gold, in tonnes.
    pub gold: Vec<(PolityId, f64)>,
    /// Shares of new monetary gold (they sum to 1).
    pub mines: Vec<(PolityId, f64)>,
    /// Sources.
    pub sources: Vec<String>,
}

/// Reparations in goods.
#[derive(Debug, Clone, PartialEq)]
pub struct ReparationsDef {
    /// Who pays.
    pub from: PolityId,
    /// Who is paid.
    pub to: PolityId,
    /// Share of the payer's product at the start.
    pub share: f64,
    /// When they end.
    pub until: Month,
    /// Where the figure comes from.
    pub source: String,
}

/// A sum check over the scenario's own figures (for the lint).
#[derive(Debug, Clone, PartialEq)]
pub struct ExpectDef {
    /// What is summed: `world_population`, `world_product`, or `share_of_product` / `share_of_population` of a system.
    pub what: String,
    /// Of which system, for shares.
    pub system: Option<crate::content::vocabulary::System>,
    /// Smallest plausible value.
    pub min: f64,
    /// Largest plausible value.
    pub max: f64,
    /// Where the band comes from.
    pub source: String,
}

/// A content event: something that opens possibilities.
#[derive(Debug, Clone, PartialEq)]
pub struct EventDef {
    /// String id.
    pub id: String,
    /// Headline for the chronicle.
    pub title: String,
    /// One or two sentences for the chronicle.
    pub text: String,
    /// The polity it is about; `This` in its conditions.
    pub subject: PolityId,
    /// Not before this month.
    pub from: Month,
    /// What must hold.
    pub when: Condition<Ids>,
    /// Mean months until it happens once its condition holds.
    pub mean_months: f64,
    /// What it does.
    pub effects: Vec<Effect<Ids>>,
    /// Sources.
    pub sources: Vec<String>,
}
