//! Rules of planning from month to month: pure functions. Source: DESIGN §5.

use crate::base::{GoodId, Id, math};
use crate::content::defs::MAX_GOODS;
use crate::sim::economy::Roles;
use crate::sim::population::PerGood;
use crate::sim::terms::Terms;

use super::components::Reforms;
use super::five_year::is_group_a;
use super::parameters::PlanRules;
use crate::content::vocabulary::ReformKind;

/// The mix of investment that strain asks for: each sector's capital, weighted by how hard demand presses on it;
/// planners put more into means of production, by their priority `heavy` (0.5 = even). Sums to 1.
pub(in crate::sim) fn wanted_mix(
    rules: &PlanRules,
    roles: &Roles,
    capital: &PerGood<f64>,
    strain: &PerGood<f64>,
    planned: f64,
    heavy: f64,
) -> PerGood<f64> {
    let mut weights = PerGood::default();
    for good in roles.goods() {
        let pressed = math::pow(strain[good].max(0.05), rules.mix_response);
        let heavy = if roles.investment[good] > 0.0 && roles.industry[good] {
            1.0 + rules.heavy_priority * planned * 2.0 * heavy
        } else {
            1.0
        };
        weights[good] = capital[good] * pressed * heavy;
    }
    crate::sim::economy::rules::normalised(&weights, roles)
}

/// The target of a sector where no plan of several years runs: what it could make, and a little more.
pub(in crate::sim) fn target(rules: &PlanRules, potential: f64, planned: f64) -> f64 {
    potential * (1.0 + rules.tautness * planned)
}

/// How far targets exceed what could be made (0–0.5), over all sectors by value added.
pub(in crate::sim) fn tautness(
    rules: &PlanRules,
    roles: &Roles,
    target: &PerGood<f64>,
    potential: &PerGood<f64>,
    planned: f64,
) -> f64 {
    let (mut asked, mut possible) = (0.0, 0.0);
    for good in roles.goods() {
        // A sector that is behind its target is taut, however slack another may be.
        asked += target[good].max(potential[good]) * roles.value_added[good];
        possible += potential[good] * roles.value_added[good];
    }
    let beyond = math::ratio_or(asked, possible, 1.0) - 1.0;
    planned * (rules.tautness + beyond).clamp(0.0, 0.5)
}

/// What decides how much the report of a sector is padded.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reporter {
    /// Share of output under plan.
    pub planned: f64,
    /// Ossification of the apparatus (0–1).
    pub ossification: f64,
    /// How far voters and organised workers look into the books (0–1).
    pub checked: f64,
    /// How far targets exceed what could be made.
    pub tautness: f64,
    /// Output over target.
    pub fulfilment: f64,
    /// How far reform has taken the reason to pad away (0–1).
    pub honesty: f64,
}

/// How much a report exceeds the truth (0–0.5): habit under a stiff apparatus, more under taut plans, and storming
/// with the pen where output stays below target; less where people look into the books and where reform has taken the
/// reason away.
pub fn padding(rules: &PlanRules, reporter: &Reporter, terms: &mut impl Terms) -> f64 {
    let short = (1.0 - reporter.fulfilment).clamp(0.0, 0.5);
    let stiff = reporter.ossification;
    let mut sum = terms.add("plan.padding.habit", reporter.planned * rules.padding_slope * stiff);
    sum += terms.add(
        "plan.padding.tautness",
        reporter.planned * rules.padding_slope * stiff * (4.0 * reporter.tautness).min(1.0),
    );
    sum +=
        terms.add("plan.padding.storming", reporter.planned * rules.storming * short * (0.25 + 0.75 * stiff));
    sum += terms.add("plan.padding.checks", -sum * reporter.checked.clamp(0.0, 1.0));
    sum += terms.add("plan.padding.reform", -sum * reporter.honesty.clamp(0.0, 1.0));
    sum.clamp(0.0, 0.5)
}

/// Weights with which sectors are served when inputs lack: arms and machinery first, then materials, then food, and
/// what people consume last. All 1 where too little is planned for a board to share out what enterprises use, or where
/// consumption has the priority.
pub(in crate::sim) fn weights(rules: &PlanRules, roles: &Roles, planned: f64, heavy: f64) -> PerGood<f64> {
    let mut weights = PerGood::filled(1.0);
    if planned < rules.planning_threshold {
        return weights;
    }
    for good in roles.goods() {
        let rank = match () {
            () if roles.strategic[good] => 1.0,
            () if is_group_a(roles, good) => 0.7,
            () if roles.land[good] => 0.4,
            () => 0.0,
        };
        weights[good] = 1.0 + rules.priority_inputs * planned * 2.0 * heavy * rank;
    }
    weights
}

/// Shares of an input (`there` of it) that the sectors which set out to make `set` get of what they need of it.
pub(in crate::sim) fn share_out(
    roles: &Roles,
    set: &PerGood<f64>,
    input: GoodId,
    there: f64,
    weights: &PerGood<f64>,
) -> PerGood<f64> {
    let mut need = PerGood::default();
    for sector in roles.goods() {
        need[sector] = roles.inputs[sector.index()][input.index()] * set[sector];
    }
    serve(roles, &need, there, weights)
}

/// Shares an input that lacks: what each sector gets of what it needs (0–1), in proportion to weights and never more
/// than it needs. What is there is used up unless all have enough.
pub(in crate::sim) fn serve(
    roles: &Roles,
    need: &PerGood<f64>,
    there: f64,
    weights: &PerGood<f64>,
) -> PerGood<f64> {
    let mut served = PerGood::filled(1.0);
    let mut left = there.max(0.0);
    // Those that are not full yet stand in front, in their order.
    let mut open: [GoodId; MAX_GOODS] = std::array::from_fn(GoodId::from_index);
    let mut count = roles.count;
    // Each round fills at least one sector or ends.
    while count > 0 {
        let weighted: f64 = open[..count].iter().map(|&sector| need[sector] * weights[sector]).sum();
        let level = math::ratio_or(left, weighted, 0.0);
        let mut still = 0;
        for place in 0..count {
            let sector = open[place];
            if level * weights[sector] >= 1.0 {
                left -= need[sector];
            } else {
                open[still] = sector;
                still += 1;
            }
        }
        if still == count {
            for &sector in &open[..count] {
                served[sector] = (level * weights[sector]).clamp(0.0, 1.0);
            }
            break;
        }
        (count, left) = (still, left.max(0.0));
    }
    served
}

/// What decides how much of what the plan promises arrives.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Allotment {
    /// Share of output under plan.
    pub planned: f64,
    /// How complex the economy is (0–1.5).
    pub complexity: f64,
    /// What reforms leave of the information that planners lose (0–1).
    pub information: f64,
    /// How much reports exceed the truth.
    pub padding: f64,
    /// Share of what is used that comes from partners on whose word enterprises can count (0–1).
    pub agreed: f64,
}

/// Share of their inputs (0–0.5) that enterprises do not get although the balances have them: the wrong kind, place or
/// month, the more the more complex the economy; and what exists in reports only. Deliveries agreed with partners are
/// known in kind and date beforehand, but no agreement makes goods of a padded report.
pub fn mismatch(rules: &PlanRules, allotment: &Allotment, terms: &mut impl Terms) -> f64 {
    let lost = allotment.planned * rules.mismatch * allotment.complexity * allotment.information;
    let mut sum = terms.add("plan.mismatch.complexity", lost);
    sum += terms.add("plan.mismatch.agreements", -lost * allotment.agreed.clamp(0.0, 1.0));
    sum += terms.add(
        "plan.mismatch.padding",
        allotment.planned * rules.mismatch_padding * allotment.padding.clamp(0.0, 0.5),
    );
    sum + terms.add("plan.mismatch.most", (MOST_MISMATCH - sum).min(0.0))
}

/// However confused a plan is, half of the inputs come as promised.
const MOST_MISMATCH: f64 = 0.5;

/// What enterprises want to hold back of an input they use `used` of a month.
pub(in crate::sim) fn hoard(rules: &PlanRules, used: f64, tautness: f64, honesty: f64) -> f64 {
    rules.hoard_months * tautness * used * (1.0 - honesty).max(0.0)
}

/// Procurement beyond what villages part with freely, towards which pressure moves.
pub(in crate::sim) fn pressure(rules: &PlanRules, procurement: f64, planned: f64) -> f64 {
    (procurement - rules.fair_procurement).max(0.0) * planned
}

/// What pressure leaves of sowings (0.3–1).
pub(in crate::sim) fn sowings(rules: &PlanRules, pressure: f64) -> f64 {
    (1.0 - rules.sowing_loss * pressure).clamp(0.3, 1.0)
}

/// What pressure leaves of the staple that households would buy (0.3–1); `villages` is the share of people who work
/// the land, from whose tables it is taken.
pub(in crate::sim) fn village_share(rules: &PlanRules, pressure: f64, villages: f64) -> f64 {
    (1.0 - rules.village_squeeze * pressure * villages).clamp(0.3, 1.0)
}

/// How deep a course of reform goes (0–1).
pub(in crate::sim) fn depth_of(rules: &PlanRules, course: Option<ReformKind>) -> f64 {
    match course {
        Some(ReformKind::ProfitAccounting) => rules.depth_profit,
        Some(ReformKind::AutonomousEnterprises) => rules.depth_autonomy,
        Some(ReformKind::MarketSocialism) => 1.0,
        Some(ReformKind::Computers) | None => 0.0,
    }
}

impl Reforms {
    /// A month of reform, or of its undoing: it takes hold the slower the stiffer the apparatus; undoing is quick.
    pub(in crate::sim) fn advance(&mut self, rules: &PlanRules, ossification: f64) {
        let months = rules.reform_months.max(1.0) * (1.0 + rules.reform_resistance * ossification);
        let towards = |level: f64, aim: f64| {
            let step = if aim > level { 1.0 / months } else { QUICKER_DOWN / months };
            if aim > level { (level + step).min(aim) } else { (level - step).max(aim) }
        };
        self.depth = towards(self.depth, depth_of(rules, self.course));
        self.computers = towards(self.computers, f64::from(u8::from(self.computing)));
    }

    /// Whether reform is on its way and not yet in place.
    pub(in crate::sim) fn is_under_way(&self, rules: &PlanRules) -> bool {
        self.depth + 1e-9 < depth_of(rules, self.course)
    }

    /// What it leaves of the information lost by planners (0–1).
    pub(in crate::sim) fn information(&self, rules: &PlanRules) -> f64 {
        (1.0 - rules.reform_information * self.depth - rules.computers_information * self.computers)
            .clamp(0.0, 1.0)
    }

    /// How far it takes the reason to pad and hoard away (0–1).
    pub(in crate::sim) fn honesty(&self, rules: &PlanRules) -> f64 {
        (rules.reform_honesty * self.depth).clamp(0.0, 1.0)
    }
}

/// How much faster the old order returns than a new one takes hold.
const QUICKER_DOWN: f64 = 2.0;

/// Moves `by` points of the mix to one sector, taken from the others in proportion; stays a mix.
pub(in crate::sim) fn shift(mix: &mut PerGood<f64>, roles: &Roles, to: GoodId, by: f64) {
    let before = mix[to];
    let after = (before + by).clamp(0.0, 0.95);
    let others = 1.0 - before;
    for good in roles.goods() {
        mix[good] = if good == to { after } else { mix[good] * math::ratio_or(1.0 - after, others, 0.0) };
    }
    *mix = crate::sim::economy::rules::normalised(mix, roles);
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
