//! Plans in whole histories: what a heavier plan builds and starves, and what reports hide.

use correlation::base::PolityId;
use correlation::campaign::{Campaign, NewGame, SeatName};
use correlation::content::vocabulary::{Ids, Order, ReformKind};
use correlation::sim::Seat;
use correlation::sim::chronicle::{Chronicle, Fact};
use correlation::sim::economy::{Consumption, Industry};
use correlation::sim::plan::{FiveYearPlan, Plan, PlanArchive, Reforms};

use super::content;

/// The first of the two poles that plans.
fn planner() -> PolityId {
    let poles = &content().scenario.poles;
    let campaign = Campaign::begin(&NewGame::new(content(), 1)).unwrap();
    let plans = |id: &&PolityId| campaign.sim().polity::<Plan>(**id).planned() > 0.5;
    *poles.iter().find(plans).expect("one of the poles plans")
}

/// A history in which the planner is a seat that gives one order as soon as nothing stands against it.
struct Story {
    campaign: Campaign,
    id: PolityId,
}

impl Story {
    fn begin(seed: u64) -> Self {
        let id = planner();
        let seat = Some(SeatName(content().polities[id].id.clone()));
        Self { campaign: Campaign::begin(&NewGame { seat, ..NewGame::new(content(), seed) }).unwrap(), id }
    }

    fn run(&mut self, months: u32) {
        (0..months).for_each(|_| self.campaign.step());
    }

    fn give_when_free(&mut self, order: &Order<Ids>) {
        for _ in 0..72 {
            if self.campaign.blockers(Seat::Polity(self.id), order).is_empty() {
                self.campaign.give(Seat::Polity(self.id), order.clone());
                self.campaign.step();
                return;
            }
            self.campaign.step();
        }
        panic!("{:?}", self.campaign.blockers(Seat::Polity(self.id), order));
    }

    fn plan(&self) -> &FiveYearPlan {
        self.campaign.sim().polity(self.id)
    }

    /// Until the plan that was settled is in force.
    fn run_to_next_plan(&mut self) {
        for _ in 0..24 {
            if self.plan().next().is_none() {
                return;
            }
            self.campaign.step();
        }
        panic!("the plan that was settled never began");
    }

    /// Capacity of the makers of means of production, and what households had this month.
    fn capacity_and_consumption(&self) -> (f64, f64) {
        let sim = self.campaign.sim();
        let machines = content().goods.iter().find(|(_, good)| good.capital).map(|(id, _)| id).unwrap();
        let had = sim.polity::<Consumption>(self.id).total().real();
        (sim.polity::<Industry>(self.id).potential(machines), had)
    }
}

/// C4: more for means of production raises their capacity after five years and lowers consumption first.
#[test]
fn a_heavier_plan_builds_machines_and_lowers_consumption_first() {
    let story = |investment, heavy| {
        let mut story = Story::begin(4);
        story.give_when_free(&Order::DrawUpPlan { growth: 0.07, investment, heavy, procurement: 0.22 });
        story.run_to_next_plan();
        story.run(12);
        let first = story.capacity_and_consumption().1;
        story.run(48);
        (first, story.capacity_and_consumption().0)
    };
    let (light, heavy) = (story(0.2, 0.3), story(0.32, 0.9));
    assert!(heavy.0 < 0.97 * light.0, "consumption after a year: {} against {}", heavy.0, light.0);
    assert!(heavy.1 > 1.05 * light.1, "machinery after five years: {} against {}", heavy.1, light.1);
}

#[test]
fn a_plan_that_ends_is_reported_filed_and_followed_by_another() {
    let mut story = Story::begin(5);
    story.run(60);
    let sim = story.campaign.sim();
    assert!(story.plan().is_running());
    let told = sim.get::<Chronicle>().entries().iter();
    let drawn_up = told.filter(|entry| matches!(entry.fact, Fact::PlanDrawnUp { .. })).count();
    assert!(drawn_up > 5, "{drawn_up} plans");
    story.run(66);
    let sim = story.campaign.sim();
    let closed: Vec<_> = sim.get::<PlanArchive>().of(story.id).collect();
    assert!(!closed.is_empty());
    for plan in closed {
        assert!(plan.fulfilment.reported >= plan.fulfilment.truth);
        assert!((0.3..2.0).contains(&plan.fulfilment.truth), "{plan:?}");
    }
    let fulfilled = |fact: &Fact| matches!(fact, Fact::PlanFulfilled { polity, .. } if *polity == story.id);
    assert!(sim.get::<Chronicle>().entries().iter().any(|entry| fulfilled(&entry.fact)));
}

#[test]
fn a_reform_takes_hold_and_returns_to_orders() {
    let mut story = Story::begin(6);
    let before = story.campaign.sim().polity::<Plan>(story.id).planned();
    story.give_when_free(&Order::ReformPlanning { kind: ReformKind::MarketSocialism });
    story.run(48);
    let sim = story.campaign.sim();
    let reforms = *sim.polity::<Reforms>(story.id);
    if reforms.course().is_some() {
        assert!(reforms.depth() > 0.1, "{reforms:?}");
        assert!(sim.polity::<Plan>(story.id).planned() < before);
        story.give_when_free(&Order::Recentralise);
    }
    story.run(12);
    let after = *story.campaign.sim().polity::<Reforms>(story.id);
    assert!(after.depth() < reforms.depth() || reforms.depth() == 0.0, "{after:?}");
}

/// Whoever is planned pads; whoever is not does not need to.
#[test]
fn planners_pad_more_than_markets() {
    let mut campaign = Campaign::begin(&NewGame::new(content(), 2)).unwrap();
    (0..24).for_each(|_| campaign.step());
    let mut sums = [(0.0, 0.0); 2];
    for id in content().polities.ids() {
        let plan = campaign.sim().polity::<Plan>(id);
        let sum = &mut sums[usize::from(plan.planned() > 0.5)];
        *sum = (sum.0 + plan.padding(), sum.1 + 1.0);
    }
    let mean = |(sum, count): (f64, f64)| sum / count;
    assert!(sums[1].1 > 3.0 && mean(sums[1]) > 2.0 * mean(sums[0]), "{sums:?}");
}
