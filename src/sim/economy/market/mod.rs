//! Market co-ordination: concentration and mark-ups, profit by sector, private credit, interest, inflation, and the
//! business cycle that comes of them.
//!
//! Banks lend on confidence and profit; debt is served out of profit; where too much is owed and confidence turns,
//! lending stops and building falls until balance sheets have mended. Nobody dates a slump: it comes when strain and
//! doubt meet, and spreads through lenders in common and through the orders of those who sell abroad.
//!
//! Reads accounts, industry, budgets, trade, technology; writes [`Market`], and the economy's own accounts (profit,
//! mark-up, confidence, building, slump). Source: DESIGN §5; the credit cycle after Minsky and Kindleberger, the
//! mark-up after Kalecki and Steindl, interest and inflation in the usual forms of the field (Taylor, Phillips).

mod components;
pub(in crate::sim) mod effects;
mod genesis;
mod parameters;
mod reading;
pub(in crate::sim) mod rules;
mod systems;

pub use components::Market;
pub(in crate::sim) use genesis::open_markets;
pub use parameters::MarketRules;
pub(super) use systems::feel_markets;
