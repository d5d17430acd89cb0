//! Rules of technology: pure functions. Source: DESIGN §5; catch-up with absorptive capacity as usual in the field.

use crate::base::math;
use crate::content::vocabulary::Branch;
use crate::sim::terms::Terms;

use super::parameters::TechnologyRules;

/// What decides how fast a country takes over what is known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::sim) struct Learner {
    /// Level against the frontier (0–1).
    pub level: f64,
    /// Schooling (0–1).
    pub schooling: f64,
    /// Machinery bought abroad, share of product.
    pub machinery: f64,
    /// Scientific help received, share of product.
    pub help: f64,
    /// Share of output under plan.
    pub planned: f64,
    /// Product per head and year, 2011 dollars.
    pub per_head: f64,
    /// Ossification of the apparatus (0–1).
    pub ossification: f64,
    /// Share of capital in ruins (0–1).
    pub ruined: f64,
    /// `economy.plan_information_loss`.
    pub information_loss: f64,
    /// Purchases from those ahead that teach (0–1).
    pub licences: f64,
    /// How far the best of those who hand documentation on is ahead (0–1), times the receptiveness a full gap gives.
    pub documentation: f64,
    /// Research for goods over what is usual (1 = usual).
    pub research: f64,
    /// Research for arms and space beyond the usual, share of product.
    pub drawn_off: f64,
}

/// How complex an economy is, by its product per head and year in 2011 dollars (0–1.5).
pub(in crate::sim) fn complexity(rules: &TechnologyRules, per_head: f64) -> f64 {
    // Links between makers grow faster than what they make.
    math::pow((per_head / rules.complex_economy).clamp(1e-6, 2.0), rules.complexity_growth).min(1.5)
}

/// The same of a yearly product (thousands of 2011 dollars) and the people who live on it.
pub(in crate::sim) fn complexity_of(rules: &TechnologyRules, product: f64, people: f64) -> f64 {
    complexity(rules, math::ratio_or(product * 1000.0, people, 0.0))
}

/// How much of what is known elsewhere a country can take over (0–1).
pub(in crate::sim) fn receptiveness(rules: &TechnologyRules, learner: &Learner) -> f64 {
    let bought = learner.machinery / (learner.machinery + rules.machinery_openness);
    let copied = rules.own_copying * learner.planned;
    // An advanced industry teaches itself, and planners copy; what is bought abroad teaches some of the rest.
    let own = copied.max(learner.level);
    let abroad = bought.max(rules.licences * learner.licences);
    let taught = 1.0 - (1.0 - own) * (1.0 - abroad);
    let help = rules.scientific_aid * learner.help * 100.0;
    // Who has not been to school learns little from a machine; who has learns something without.
    let learnt = learner.schooling * math::lerp(taught, 1.0, rules.schooling_weight);
    // Drawings and recipes help those who can read them.
    (learnt + help + learner.documentation * learner.schooling).clamp(0.0, 1.0)
}

/// Growth of productivity a year, with its terms.
pub(in crate::sim) fn growth(rules: &TechnologyRules, learner: &Learner, terms: &mut impl Terms) -> f64 {
    let receptive = receptiveness(rules, learner);
    let able = ((receptive - rules.development_threshold) / (1.0 - rules.development_threshold)).max(0.0);
    // Logistic diffusion (Benhabib and Spiegel): who is very far behind is not the faster for it.
    let gap = 1.0 - learner.level.clamp(0.0, 1.0);
    let mut sum = terms.add("technology.frontier", rules.frontier_growth * able.max(0.5 * receptive));
    sum += terms.add("technology.diffusion", rules.diffusion * able * gap);
    sum += terms.add("technology.reconstruction", rules.reconstruction * learner.ruined * receptive);
    let effort = 2.0 * learner.research / (1.0 + learner.research) - 1.0;
    sum += terms.add("technology.research", rules.research_yield * effort * learner.schooling);
    sum += terms.add("technology.drawn_off", -rules.crowding * learner.drawn_off);
    let complexity = complexity(rules, learner.per_head);
    let lost = learner.planned
        * (learner.information_loss * complexity + rules.ossification_drag * learner.ossification);
    sum += terms.add("technology.plan_losses", -sum.max(0.0) * lost.clamp(0.0, 1.0));
    sum
}

/// What a country of a level and with a share of the product for its forces is used to put into research, by branch.
pub(in crate::sim) fn usual_research(
    rules: &TechnologyRules,
    level: f64,
    forces: f64,
) -> [f64; Branch::COUNT] {
    let mut usual = [0.0; Branch::COUNT];
    usual[Branch::Civilian.index()] = rules.usual_research * level;
    usual[Branch::Military.index()] = (rules.forces_research * forces * level).min(0.03);
    usual
}

/// What decides the level of arms.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::sim) struct Arms {
    /// Level of technology against the frontier (0–1).
    pub level: f64,
    /// Spent on research for arms, billions of 2011 dollars a year.
    pub spent: f64,
}

/// The level (0–1) to which arms tend, with its terms: what industry knows, and what own research adds.
pub(in crate::sim) fn military_level(rules: &TechnologyRules, arms: &Arms, terms: &mut impl Terms) -> f64 {
    let mut sum = terms.add("military.industry", 0.6 * arms.level);
    let effort = math::ratio_or(arms.spent, arms.spent + rules.military_scale, 0.0);
    sum += terms.add("military.research", 0.5 * effort);
    sum.clamp(0.0, 1.0)
}

/// Schooling a month later: it closes on all adults, the faster the more is spent on welfare (share of product).
pub(in crate::sim) fn school(rules: &TechnologyRules, schooling: f64, welfare: f64) -> f64 {
    let effort = welfare / (welfare + rules.schooling_spending);
    (schooling + (1.0 - schooling) * rules.schooling_speed / 12.0 * effort).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::economy::testing;
    use crate::sim::terms::{NoTerms, TermList};

    fn learner() -> Learner {
        Learner {
            level: 0.5,
            schooling: 0.7,
            machinery: 0.03,
            help: 0.0,
            planned: 0.0,
            per_head: 4000.0,
            ossification: 0.3,
            ruined: 0.0,
            information_loss: 0.4,
            licences: 0.0,
            documentation: 0.0,
            research: 1.0,
            drawn_off: 0.0,
        }
    }

    #[test]
    fn the_schooled_and_open_catch_up() {
        let rules = testing::rules().4;
        let base = growth(&rules, &learner(), &mut NoTerms);
        let grows = |learner: Learner| growth(&rules, &learner, &mut NoTerms);
        assert!(grows(Learner { schooling: 0.2, ..learner() }) < base);
        let open = grows(Learner { machinery: 0.1, ..learner() });
        assert!(open > base && base >= grows(Learner { machinery: 0.0, ..learner() }));
        assert!(grows(Learner { level: 0.95, ..learner() }) < base);
        assert!(grows(Learner { ruined: 0.2, ..learner() }) > base);
        assert!(grows(Learner { help: 0.01, ..learner() }) > base);
        assert!(grows(Learner { documentation: 0.1, ..learner() }) > base);
        let closed = Learner { level: 0.2, machinery: 0.0, ..learner() };
        assert!(grows(Learner { licences: 0.9, ..closed }) > grows(closed));
    }

    #[test]
    fn research_for_goods_pays_and_arms_draw_on_the_same_people() {
        let rules = testing::rules().4;
        let grows = |learner: Learner| growth(&rules, &learner, &mut NoTerms);
        let base = grows(learner());
        assert!(grows(Learner { research: 2.0, ..learner() }) > base);
        assert!(grows(Learner { research: 0.2, ..learner() }) < base);
        assert!(grows(Learner { drawn_off: 0.01, ..learner() }) < base);
        let arms = Arms { level: 0.5, spent: 1.0 };
        let mut terms = TermList::default();
        let level = military_level(&rules, &arms, &mut terms);
        assert!((terms.sum() - level).abs() < 1e-12);
        assert!(military_level(&rules, &Arms { spent: 20.0, ..arms }, &mut NoTerms) > level);
        assert!(usual_research(&rules, 0.9, 0.1)[0] > usual_research(&rules, 0.2, 0.1)[0]);
    }

    #[test]
    fn planners_lose_more_the_more_complex_and_the_stiffer() {
        let rules = testing::rules().4;
        let planner = Learner { planned: 0.9, ..learner() };
        let grows = |learner: Learner| growth(&rules, &learner, &mut NoTerms);
        assert!(grows(Learner { per_head: 10_000.0, ..planner }) < grows(planner));
        assert!(grows(Learner { ossification: 0.9, ..planner }) < grows(planner));
        let none = Learner { information_loss: 0.0, ossification: 0.0, ..planner };
        assert!(grows(Learner { per_head: 10_000.0, ..none }) == grows(none));
    }

    #[test]
    fn complexity_outgrows_product() {
        let rules = testing::rules().4;
        let of = |per_head: f64| complexity_of(&rules, per_head * 1000.0, 1e6);
        assert!((of(rules.complex_economy) - 1.0).abs() < 1e-12);
        assert!(of(rules.complex_economy / 2.0) < 0.5 && of(0.0) < 1e-6 && of(1e9) <= 1.5);
        assert!(complexity_of(&rules, 5.0, 0.0) < 1e-6);
    }

    #[test]
    fn what_is_bought_abroad_teaches_beside_own_industry() {
        let rules = testing::rules().4;
        let advanced = Learner { level: 0.8, machinery: 0.05, ..learner() };
        assert!(
            receptiveness(&rules, &advanced) > receptiveness(&rules, &Learner { machinery: 0.0, ..advanced })
        );
    }

    #[test]
    fn terms_add_up() {
        let rules = testing::rules().4;
        let mut terms = TermList::default();
        let sum = growth(&rules, &Learner { planned: 0.8, ..learner() }, &mut terms);
        assert!((terms.sum() - sum).abs() < 1e-12);
        assert!(school(&rules, 0.3, 0.1) > school(&rules, 0.3, 0.01));
    }
}
