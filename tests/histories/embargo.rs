//! An embargo in paired histories that share their luck: what it does to the state it is aimed at, to those who lay it
//! on, and how it leaks.

use correlation::base::{GoodId, Goods, PolityId};
use correlation::campaign::{Campaign, NewGame};
use correlation::content::vocabulary::{FormOfRule, Ids, Order};
use correlation::sim::Seat;
use correlation::sim::politics::{Government, Status};
use correlation::sim::technology::Technology;
use correlation::sim::trade::{TradeFlows, TradePosition};

use super::content;

/// Months before the embargo, and under it.
const BEFORE: u32 = 12;
const UNDER: u32 = 60;

/// What one history shows of the target and of the senders.
#[derive(Debug, Default)]
struct Course {
    /// Machinery bought abroad in the second year of the embargo.
    machinery: f64,
    /// Productivity at the end.
    productivity: f64,
    /// Sold by the senders to the target in a year, at the end of the second year of the embargo.
    sold: f64,
    /// Sold to the target by all others in that year, their own goods and what they pass on.
    neutral: f64,
    /// Sold by the senders to all the world in the first half-year of the embargo.
    exports: f64,
}

impl Course {
    fn add(&mut self, other: &Self) {
        self.machinery += other.machinery;
        self.productivity += other.productivity;
        self.sold += other.sold;
        self.neutral += other.neutral;
        self.exports += other.exports;
    }
}

/// Histories that are summed.
const SEEDS: u64 = 6;
/// The first half-year of the embargo, while the two histories differ in little else.
const SOON: std::ops::Range<u32> = BEFORE + 1..BEFORE + 7;

fn machinery() -> GoodId {
    content().goods.find(|good| good.id == "machinery").expect("there are machines")
}

fn target() -> PolityId {
    content().polities.find(|def| def.id == "TUR").expect("the campaign has Turkey")
}

/// Market cores that are sovereign now.
fn senders(campaign: &Campaign) -> Vec<PolityId> {
    let sim = campaign.sim();
    let sends = |&id: &PolityId| {
        sim.polity::<Status>(id).is_sovereign()
            && sim.polity::<Government>(id).form() == FormOfRule::CapitalistCore
    };
    content().polities.ids().filter(sends).collect()
}

/// The state outside their system that buys most from the cores when the campaign begins.
fn great_market() -> PolityId {
    let campaign = Campaign::begin(&NewGame::new(content(), 1)).unwrap();
    let (sim, senders) = (campaign.sim(), senders(&campaign));
    let flows = sim.get::<TradeFlows>();
    let bought = |to: PolityId| senders.iter().map(|&from| flows.sold(from, to)).sum::<f64>();
    let outside = |&id: &PolityId| sim.polity::<Status>(id).is_sovereign() && !senders.contains(&id);
    let all = content().polities.ids().filter(outside);
    all.max_by(|&a, &b| bought(a).total_cmp(&bought(b))).expect("the cores sell to others")
}

fn course(seed: u64, target: PolityId, embargo: bool, months: u32) -> Course {
    let mut campaign = Campaign::begin(&NewGame::new(content(), seed)).unwrap();
    let machinery = machinery();
    let mut course = Course::default();
    let order = Order::<Ids>::Embargo { against: target };
    for month in 0..months {
        if embargo && month >= BEFORE {
            // Whoever has lifted it lays it on again: what is asked here is what it does, not how long it lasts.
            for sender in senders(&campaign) {
                if sender != target && campaign.blockers(Seat::Polity(sender), &order).is_empty() {
                    campaign.give(Seat::Polity(sender), order.clone());
                }
            }
        }
        campaign.step();
        let sim = campaign.sim();
        if SOON.contains(&month) {
            let sold =
                |id| content().goods.ids().map(move |good| sim.polity::<TradePosition>(id).exports(good));
            course.exports += senders(&campaign).into_iter().flat_map(sold).map(Goods::real).sum::<f64>();
        }
        if (BEFORE + 12..BEFORE + 24).contains(&month) {
            course.machinery += sim.polity::<TradePosition>(target).imports(machinery).real();
        }
        if month == BEFORE + 23 {
            let flows = sim.get::<TradeFlows>();
            let send = senders(&campaign);
            for seller in content().polities.ids().filter(|&id| id != target) {
                let sold = flows.sold(seller, target);
                *(if send.contains(&seller) { &mut course.sold } else { &mut course.neutral }) += sold;
            }
        }
    }
    course.productivity = campaign.sim().polity::<Technology>(target).productivity();
    course
}

#[test]
fn an_embargo_starves_of_machines_slows_growth_costs_its_senders_that_market_and_leaks() {
    // In one history luck moves each of these by as much as the embargo does: they are summed over some.
    let [mut free, mut shut] = [Course::default(), Course::default()];
    for seed in 1..=SEEDS {
        free.add(&course(seed, target(), false, BEFORE + UNDER));
        shut.add(&course(seed, target(), true, BEFORE + UNDER));
    }
    assert!(shut.machinery < 0.75 * free.machinery, "{shut:?} of {free:?}");
    assert!(shut.productivity < 0.998 * free.productivity, "{shut:?} of {free:?}");
    // What is barred is machines; the other goods go on being sold.
    assert!(shut.sold < 0.95 * free.sold, "{shut:?} of {free:?}");
    assert!(shut.neutral > free.neutral, "{shut:?} and {free:?}");
}

#[test]
fn what_a_great_market_no_longer_buys_its_senders_do_not_sell_elsewhere_in_full() {
    // Exports as a whole differ by little more than luck moves them in one history: they are summed over many.
    let target = great_market();
    let sum = |embargo| (1..=SEEDS).map(|seed| course(seed, target, embargo, SOON.end).exports).sum::<f64>();
    let (free, shut) = (sum(false), sum(true));
    assert!(shut < free, "{shut} of {free}");
}
