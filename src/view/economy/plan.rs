//! The plan in force, and the next one while it is being drawn up.

use crate::base::PolityId;
use crate::content::vocabulary::{Ids, Order, OrderKind};
use crate::sim::agents::Players;
use crate::sim::orders::{self, price};
use crate::sim::plan::{Ambition, FiveYearPlan, Plan, customary_ambition, preview_of};
use crate::sim::{Seat, Simulation};
use crate::view::orders::Draft;
use crate::view::plan::{PlanPreview, PlanView, plan_preview, plan_view};
use crate::view::words::{blocker_words, text};

/// The plan, and the one that is being drawn up.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanPage {
    /// The plan in force.
    pub plan: PlanView,
    /// Whether the player can draw up a plan here.
    pub own: bool,
    /// Share of output under plan.
    pub planned: f64,
    /// What the plan being drawn up sets out for.
    pub ambition: Ambition,
    /// The same shares with the fastest growth at which nothing lacks, as far as the reports go.
    pub advised: Ambition,
    /// What planners over whom nobody rules would draw up.
    pub customary: Ambition,
    /// What the plan being drawn up would bring and starve.
    pub preview: PlanPreview,
    /// The order that gives it.
    pub order: Order<Ids>,
    /// Authority that it costs.
    pub cost: f64,
    /// The order to revise the running plan, to be prepared; `None` if none runs or it is not the player's.
    pub revise: Option<Draft>,
    /// Whether this very plan has been given and waits for the month to come.
    pub given: bool,
    /// What stands against the order; that it has been given, too.
    pub blockers: Vec<String>,
}

/// Shortfall that counts as nothing when growth is advised.
const BEARABLE: f64 = 0.05;
/// Fastest growth that may be ordered, and the step of advice.
const GROWTH: (f64, f64) = (0.2, 0.005);

/// The plan of a state; `draft` is what the player has set so far.
pub(super) fn page(sim: &Simulation, id: PolityId, draft: Option<Ambition>) -> PlanPage {
    let (seat, five) = (Seat::Polity(id), sim.polity::<FiveYearPlan>(id));
    let own = sim.get::<Players>().seat() == Some(seat);
    let waiting = sim.pending().iter().rev().find_map(|given| match given.order {
        Order::DrawUpPlan { growth, investment, heavy, procurement } if given.issuer == seat => {
            Some(Ambition { growth, investment, heavy, procurement })
        }
        _ => None,
    });
    let settled = waiting.or_else(|| five.next().copied());
    let customary = customary_ambition(sim.world(), id);
    // Advice tries many plans, so only who may order one is given any.
    let advise = |shares| if own { advised(sim, id, shares) } else { shares };
    let (ambition, advised) = match draft.filter(|_| own).or(settled) {
        Some(ambition) => (ambition, advise(ambition)),
        None => [advise(customary); 2].into(),
    };
    let order = Order::DrawUpPlan {
        growth: ambition.growth,
        investment: ambition.investment,
        heavy: ambition.heavy,
        procurement: ambition.procurement,
    };
    let given = settled == Some(ambition);
    let mut blockers: Vec<String> = match own {
        true => orders::validate(sim.world(), seat, &order).iter().map(blocker_words).collect(),
        false => Vec::new(),
    };
    if given && blockers.is_empty() {
        let words = if five.is_running() { text!("ec.given") } else { text!("ec.given_first") };
        blockers.push(words.into());
    }
    PlanPage {
        plan: plan_view(sim, id),
        own,
        planned: sim.polity::<Plan>(id).planned(),
        advised,
        customary,
        preview: plan_preview(sim, id, &ambition),
        cost: if own { price(sim.world(), seat, &order) } else { 0.0 },
        revise: (own && five.is_running()).then(|| Draft::of_kind(sim, seat, OrderKind::RevisePlan)),
        given,
        ambition,
        order,
        blockers,
    }
}

/// The same shares with the fastest growth at which no sector lacks more than is bearable.
fn advised(sim: &Simulation, id: PolityId, shares: Ambition) -> Ambition {
    let (most, step) = GROWTH;
    let with = |steps: u32| Ambition { growth: f64::from(steps) * step, ..shares };
    let bearable = |ambition: &Ambition| {
        let seen = preview_of(sim.world(), id, ambition);
        sim.content().goods.ids().all(|good| seen.shortfall[good] <= BEARABLE)
    };
    let steps = (most / step).round() as u32;
    (0..=steps).rev().map(with).find(bearable).unwrap_or_else(|| with(0))
}
