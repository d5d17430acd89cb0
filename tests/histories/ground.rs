//! What the ground holds, and what those who sell it can do together.

use correlation::base::{GoodId, PolityId};
use correlation::campaign::{Campaign, NewGame};
use correlation::content::vocabulary::{Ids, Order, OrganisationKind};
use correlation::sim::Seat;
use correlation::sim::economy::{Deposits, Output, Roles};
use correlation::sim::organisations::{Organisations, producers_weight};
use correlation::sim::trade::{TradePosition, WorldMarket};

use super::content;

fn materials() -> GoodId {
    content().goods.find(|good| good.id == "materials").expect("there are raw materials")
}

fn state(id: &str) -> PolityId {
    content().polities.find(|def| def.id == id).expect("the campaign has it")
}

#[test]
fn some_ground_grows_poor_and_some_rich() {
    let mut campaign = Campaign::begin(&NewGame::new(content(), 5)).unwrap();
    let good = materials();
    assert!(campaign.sim().get::<Roles>().is_mined(good));
    for _ in 0..120 {
        campaign.step();
    }
    let sim = campaign.sim();
    let content = content();
    let mut richness = Vec::new();
    for id in content.territories.ids() {
        let ground = sim.territory::<Deposits>(id);
        if sim.territory::<Output>(id).gross(good).real() > 0.0 && ground.opening(good) > 0.0 {
            assert!(ground.known(good) > 0.0 && ground.known(good).is_finite());
            richness.push((ground.richness(good), content.territories[id].id.as_str()));
        }
    }
    richness.sort_by(|a, b| a.0.total_cmp(&b.0));
    let of = |name: &str| richness.iter().find(|(_, id)| *id == name).expect("it digs").0;
    // Who was known to be rich in 1950 and had hardly begun to dig finds most.
    assert!(of("KWT") > 3.0 && of("SAU") > 3.0, "{richness:?}");
    assert!(of("BEL") < of("KWT") / 3.0, "{richness:?}");
    let poorer = richness.iter().filter(|(rich, _)| *rich < 1.0).count();
    assert!(poorer * 10 > richness.len(), "{poorer} of {}", richness.len());
}

/// World price of materials after three years, of which in the last two some sellers hold back half, each from the month
/// in which it has the authority.
fn price(holding_back: &[&str]) -> f64 {
    let mut campaign = Campaign::begin(&NewGame::new(content(), 5)).unwrap();
    let order = Order::<Ids>::LimitExports { good: materials(), share: 0.5 };
    let mut waiting: Vec<Seat> = holding_back.iter().map(|id| Seat::Polity(state(id))).collect();
    for month in 0..36 {
        if month >= 12 {
            waiting.retain(|&seat| {
                let able = campaign.blockers(seat, &order).is_empty();
                if able {
                    campaign.give(seat, order.clone());
                }
                !able
            });
        }
        campaign.step();
    }
    assert!(waiting.is_empty(), "{waiting:?}");
    campaign.sim().get::<WorldMarket>().price(materials())
}

#[test]
fn one_seller_hardly_moves_a_price_and_several_do() {
    let (nobody, one, many) = (price(&[]), price(&["VEN"]), price(&["VEN", "GBR", "FRA", "IND", "SUN"]));
    assert!(one > nobody, "{one} against {nobody}");
    assert!(many / nobody > 1.2, "{many} against {nobody}");
    assert!(many / nobody - 1.0 > 2.0 * (one / nobody - 1.0), "{nobody}, {one}, {many}");
}

#[test]
fn those_who_live_by_one_good_associate_and_planners_do_not_join_them() {
    let mut campaign = Campaign::begin(&NewGame::new(content(), 1)).unwrap();
    let content = content();
    let id = content.organisations.find(|def| def.id == "raw_producers").expect("there can be one");
    let kind = |kind| content.organisations.iter().filter(move |(_, def)| def.kind == kind).map(|(id, _)| id);
    assert!(campaign.sim().get::<Organisations>().get(id).members().is_empty());
    for _ in 0..156 {
        campaign.step();
        let organisations = campaign.sim().get::<Organisations>();
        let planners = || kind(OrganisationKind::PlanCommunity).map(|id| organisations.get(id));
        for &member in organisations.get(id).members() {
            assert!(!planners().any(|one| one.has(member)), "{}", content.polities[member].id);
        }
    }
    let sim = campaign.sim();
    let members = sim.get::<Organisations>().get(id).members();
    assert!(members.len() >= 5, "{}", members.len());
    let weight: f64 = members.iter().map(|&one| sim.polity::<TradePosition>(one).weight(materials())).sum();
    let told = producers_weight(sim.world(), members[0]);
    assert!((weight - told).abs() < 1e-12 && weight > 0.05, "{weight} against {told}");
    assert_eq!(producers_weight(sim.world(), state("SUN")), 0.0);
}
