//! How the economies stand at the start: one consistent picture for all subsystems of the economy.
//!
//! Product comes from the figures of the scenario; its make-up from archetypes. Final demand is set by baskets and
//! budget shares; net exports follow from what an archetype makes beyond its own demand, balanced by good over the
//! world and by country over goods; output is then what serves that demand (Leontief inverse), so that the first
//! month neither starves nor floods anybody. Own estimates throughout; source: DESIGN §5.

use crate::base::{IdVec, PolityId, TerritoryId};
use crate::content::defs::{Content, StartStatus};
use crate::sim::finance::{FinanceRules, rules as finance_rules};
use crate::sim::population::PerGood;
use crate::sim::trade::TradeRules;

use super::parameters::EconomyRules;
use super::roles::Roles;
use super::rules;

/// One country at the start; amounts are monthly.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(in crate::sim) struct Opening {
    /// People.
    pub people: f64,
    /// Product a month.
    pub product: f64,
    /// Gross output.
    pub output: PerGood<f64>,
    /// Demand at home, inputs included.
    pub demand: PerGood<f64>,
    /// Of that, inputs.
    pub inputs: PerGood<f64>,
    /// Sold abroad.
    pub exports: PerGood<f64>,
    /// Bought abroad.
    pub imports: PerGood<f64>,
    /// Shares of households' wants.
    pub basket: PerGood<f64>,
    /// Labour by sector.
    pub labour: PerGood<f64>,
    /// Share of the product left to households.
    pub households: f64,
    /// Shares of the product: taxes, investment, welfare, forces.
    pub shares: [f64; 4],
    /// Share of output coordinated by plan.
    pub planned: f64,
    /// Technology against the frontier.
    pub technology: f64,
}

/// All countries at the start.
#[derive(Debug, Clone)]
pub(in crate::sim) struct Openings {
    /// By country; zero for those not in being.
    pub of: IdVec<PolityId, Opening>,
    /// The owner of each territory.
    pub owner: IdVec<TerritoryId, PolityId>,
    /// Yearly product of each territory, thousands.
    pub territory: IdVec<TerritoryId, f64>,
}

/// Owners at the start: of the polities in being that call a territory home, the one with the fewest territories
/// (a dependency or a part state before a whole); failing that, the first that would own it.
fn owners(content: &Content) -> IdVec<TerritoryId, PolityId> {
    let mut best: IdVec<TerritoryId, Option<(bool, usize, PolityId)>> =
        IdVec::filled(None, content.territories.len());
    for (polity, def) in content.polities.iter() {
        let rank = (def.start.status == StartStatus::Dormant, def.home.len(), polity);
        for &territory in &def.home {
            if best[territory].is_none_or(|held| rank < held) {
                best[territory] = Some(rank);
            }
        }
    }
    best.values().map(|held| held.map_or(PolityId(0), |(_, _, polity)| polity)).collect()
}

/// Steps of the balancing of trade, enough to bring the gap below the size of a rounding.
const BALANCING_STEPS: usize = 60;
/// Largest part of home demand that is bought abroad at the start.
const MOST_IMPORTED: f64 = 0.9;

impl Openings {
    /// Works out the start.
    pub(in crate::sim) fn of(
        content: &Content,
        roles: &Roles,
        economy: &EconomyRules,
        finance: &FinanceRules,
        trade: &TradeRules,
    ) -> Self {
        let owner = owners(content);
        let territory: IdVec<TerritoryId, f64> = content
            .territories
            .values()
            .map(|def| def.population.max(0) as f64 * def.product_per_head.max(0.0) / 1000.0)
            .collect();
        let mut of: IdVec<PolityId, Opening> = IdVec::filled(Opening::default(), content.polities.len());
        for (id, def) in content.territories.iter() {
            let row = &mut of[owner[id]];
            row.people += def.population.max(0) as f64;
            row.product += territory[id] / 12.0;
        }
        for (id, row) in of.iter_mut() {
            open_demand(content, roles, economy, finance, id, row);
        }
        balance_trade(content, roles, trade, &mut of);
        for (id, row) in of.iter_mut() {
            close_output(content, roles, economy, id, row);
        }
        Self { of, owner, territory }
    }
}

/// Final demand by good, in `demand`, and the net exports an archetype suggests, in `exports`.
fn open_demand(
    content: &Content,
    roles: &Roles,
    economy: &EconomyRules,
    finance: &FinanceRules,
    id: PolityId,
    row: &mut Opening,
) {
    let start = &content.polities[id].start;
    let archetype = &content.archetypes[start.archetype];
    let administration = finance_rules::administration(finance, archetype.taxes);
    let wanted = archetype.investment + archetype.welfare + start.forces_share + administration;
    // No people lives on less than half of what it makes; estimates that add up to more are scaled down.
    let scale = if wanted > 0.5 { 0.5 / wanted } else { 1.0 };
    row.shares = [
        archetype.taxes,
        archetype.investment * scale,
        archetype.welfare * scale,
        start.forces_share * scale,
    ];
    row.planned = archetype.planned;
    row.technology = archetype.technology;
    let households = 1.0 - wanted * scale;
    row.households = households;
    let per_head = if row.people > 0.0 { row.product * 12_000.0 * households / row.people } else { 0.0 };
    let prices = PerGood::filled(1.0);
    row.basket = rules::basket(&content.goods, roles, economy, per_head, &prices);
    for good in roles.goods() {
        let share = households * row.basket[good]
            + row.shares[1] * roles.investment[good]
            + (row.shares[2] + administration * scale) * roles.public[good]
            + row.shares[3] * roles.forces[good];
        let stock = rules::stock_months(economy, content.goods[good].spoilage);
        row.demand[good] = share * row.product * (1.0 + stock * content.goods[good].spoilage);
    }
    let final_demand = row.demand;
    let mut made = PerGood::default();
    for (index, good) in roles.goods().enumerate() {
        made[good] = archetype.sectors[index] * row.product / roles.value_added[good];
    }
    for good in roles.goods() {
        let net = made[good] - rules::inputs_for(roles, &made, good) - final_demand[good];
        row.exports[good] = if content.goods[good].traded { net } else { 0.0 };
    }
}

/// Balances net exports by good over the world and by country over goods, inside each country's openness.
fn balance_trade(content: &Content, roles: &Roles, trade: &TradeRules, of: &mut IdVec<PolityId, Opening>) {
    let mut openness: IdVec<PolityId, f64> = IdVec::filled(0.0, of.len());
    for (id, row) in of.iter_mut() {
        if row.product <= 0.0 {
            continue;
        }
        let archetype = &content.archetypes[content.polities[id].start.archetype];
        openness[id] = rules::openness(archetype.openness, row.product * 12.0, trade);
        let closed = rules::leontief(roles, &row.demand);
        for good in roles.goods() {
            let most = openness[id] * row.product;
            let home = MOST_IMPORTED * closed[good];
            row.exports[good] = row.exports[good].clamp(-home.min(most), most);
        }
    }
    let pull = |positive: f64, negative: f64| {
        // Both sides meet half-way; a side that is missing leaves nothing to trade.
        if positive <= 0.0 || negative <= 0.0 {
            (0.0, 0.0)
        } else {
            let middle = (positive * negative).sqrt();
            (middle / positive, middle / negative)
        }
    };
    for _ in 0..BALANCING_STEPS {
        for (_, row) in of.iter_mut() {
            let net = &mut row.exports;
            let positive: f64 = net.as_slice().iter().filter(|&&x| x > 0.0).sum();
            let negative: f64 = -net.as_slice().iter().filter(|&&x| x < 0.0).sum::<f64>();
            let (up, down) = pull(positive, negative);
            for x in net.as_mut_slice() {
                *x *= if *x > 0.0 { up } else { down };
            }
        }
        for good in roles.goods() {
            let sum = |sign: f64| of.values().map(|row| (row.exports[good] * sign).max(0.0)).sum::<f64>();
            let (up, down) = pull(sum(1.0), sum(-1.0));
            for (_, row) in of.iter_mut() {
                let x = &mut row.exports[good];
                *x *= if *x > 0.0 { up } else { down };
            }
        }
    }
    for (id, row) in of.iter_mut() {
        let closed = rules::leontief(roles, &row.demand);
        for good in roles.goods() {
            let net = row.exports[good];
            let two_way = if content.goods[good].traded {
                trade.two_way * openness[id] * closed[good].min(row.product)
            } else {
                0.0
            };
            row.exports[good] = net.max(0.0) + two_way;
            row.imports[good] = (-net).max(0.0) + two_way;
        }
    }
}

/// Output that serves demand at home and abroad, and the labour that makes it.
fn close_output(content: &Content, roles: &Roles, economy: &EconomyRules, id: PolityId, row: &mut Opening) {
    if row.product <= 0.0 {
        row.labour = rules::normalised(&PerGood::filled(1.0), roles);
        return;
    }
    let mut served = row.demand;
    for good in roles.goods() {
        served[good] += row.exports[good] - row.imports[good];
    }
    // What trade does not balance and what spoils households go without, so that the product stays the figure.
    let excess: f64 = roles.goods().map(|good| served[good]).sum::<f64>() - row.product;
    let untraded = roles.goods().filter(|&good| !content.goods[good].traded);
    if let Some(good) = untraded.max_by(|&a, &b| row.demand[a].total_cmp(&row.demand[b])) {
        let cut = excess.min(served[good] * 0.5);
        served[good] -= cut;
        row.demand[good] -= cut;
    }
    row.output = rules::leontief(roles, &served);
    for good in roles.goods() {
        row.output[good] = row.output[good].max(0.0);
    }
    for good in roles.goods() {
        row.inputs[good] = rules::inputs_for(roles, &row.output, good);
        row.demand[good] += row.inputs[good];
    }
    let technology = content.archetypes[content.polities[id].start.archetype].technology;
    let mut hands: PerGood<f64> = PerGood::default();
    for good in roles.goods() {
        let wages = row.output[good] * roles.value_added[good] * (1.0 - content.goods[good].capital_share);
        let idle = if roles.land[good] { 1.0 + economy.surplus_labour * (1.0 - technology) } else { 1.0 };
        hands[good] = wages * idle;
    }
    row.labour = rules::normalised(&hands, roles);
}
