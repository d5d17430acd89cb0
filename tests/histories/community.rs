//! Communities of planners in whole histories: protocols, refusal, specialisation, works, recovery.

use correlation::base::PolityId;
use correlation::campaign::{Campaign, NewGame, SeatName};
use correlation::content::vocabulary::{Ids, Order, OrganisationKind, ProjectKind};
use correlation::sim::Seat;
use correlation::sim::chronicle::{Chronicle, Fact};
use correlation::sim::community::{Community, Cooperation, Stage};
use correlation::sim::economy::{Capital, Industry};
use correlation::sim::ledger::{GoodsBook, MoneyBook};
use correlation::sim::organisations::Organisations;
use correlation::sim::plan::Plan;
use correlation::sim::politics::Lands;

use super::content;

/// Leader and members of the first community of planners.
fn planners() -> (PolityId, Vec<PolityId>) {
    let content = content();
    let mut plan =
        content.organisations.iter().filter(|(_, def)| def.kind == OrganisationKind::PlanCommunity);
    let def = plan.next().expect("there is a community of planners").1;
    let leader = def.leader.expect("it has a leader");
    (leader, def.members.iter().map(|one| one.polity).filter(|&one| one != leader).collect())
}

fn begin(set: &[(&str, f64)], seat: Option<PolityId>) -> Campaign {
    let seat = seat.map(|id| SeatName(content().polities[id].id.clone()));
    let set = set.iter().map(|&(rule, value)| (rule.to_owned(), value)).collect();
    Campaign::begin(&NewGame { seat, set, ..NewGame::new(content(), 1) }).unwrap()
}

/// The same without a seat, with other luck.
fn begin_with(set: &[(&str, f64)], seed: u64) -> Campaign {
    let set = set.iter().map(|&(rule, value)| (rule.to_owned(), value)).collect();
    Campaign::begin(&NewGame { set, ..NewGame::new(content(), seed) }).unwrap()
}

fn run(campaign: &mut Campaign, months: u32) {
    (0..months).for_each(|_| campaign.step());
}

#[test]
fn deliveries_stand_in_the_books_and_obligations_are_bounded() {
    let mut campaign = begin(&[], None);
    let mut delivered = false;
    for _ in 0..18 {
        campaign.step();
        let sim = campaign.sim();
        assert_eq!(sim.get::<GoodsBook>().first_fault(), None);
        assert!(sim.get::<MoneyBook>().closes());
        let community = sim.get::<Community>();
        delivered |= community.obligations().iter().any(|one| one.delivered.0 > 0);
        let all: usize = sim.get::<Organisations>().iter().map(|(_, one)| one.members().len()).sum();
        assert!(community.obligations().len() <= all * all * content().goods.len());
    }
    assert!(delivered);
}

#[test]
fn one_refusal_ends_the_plan_of_all_and_leaves_the_pairs() {
    let (leader, members) = planners();
    let who = members[0];
    let mut campaign = begin(&[("community.ripe_pairs", 0.0)], Some(who));
    run(&mut campaign, 2);
    let id = content()
        .organisations
        .iter()
        .find(|(_, def)| def.kind == OrganisationKind::PlanCommunity)
        .expect("there is one")
        .0;
    assert!(campaign.sim().get::<Community>().bond(id).multilateral);
    run(&mut campaign, 8);
    campaign.give(Seat::Polity(who), Order::<Ids>::RefuseCoordination);
    run(&mut campaign, 5);
    let community = campaign.sim().get::<Community>();
    assert!(!community.bond(id).multilateral && community.bond(id).refused_by.is_some());
    assert!(community.protocol(who, leader), "what two have agreed stands");
    let told = campaign.sim().get::<Chronicle>().entries().iter();
    assert!(told.map(|entry| &entry.fact).any(|fact| matches!(fact, Fact::PlanOfAllRefused { .. })));
}

#[test]
fn a_work_that_is_agreed_is_built_and_adds_capital() {
    let (leader, members) = planners();
    let site = members[0];
    let mut campaign = begin(&[("community.project_months", 12.0)], Some(leader));
    run(&mut campaign, 3);
    let order = Order::<Ids>::ProposeProject { with: site, kind: ProjectKind::Plant };
    assert_eq!(campaign.blockers(Seat::Polity(leader), &order), vec![]);
    let mut done = false;
    for _ in 0..60 {
        let sim = campaign.sim();
        let works = sim.get::<Community>().projects();
        let ours = |one: &&correlation::sim::community::Project| one.site == site;
        if works.iter().filter(ours).any(|one| one.stage == Stage::Done) {
            done = true;
            break;
        }
        if !works.iter().any(|one| one.site == site)
            && campaign.blockers(Seat::Polity(leader), &order).is_empty()
        {
            campaign.give(Seat::Polity(leader), order.clone());
        }
        campaign.step();
    }
    assert!(done, "{:?}", campaign.sim().get::<Community>().projects());
    let sim = campaign.sim();
    let capital: f64 =
        sim.get::<Lands>().of(site).iter().map(|&id| sim.territory::<Capital>(id).in_use()).sum();
    assert!(capital > 0.0 && sim.polity::<Cooperation>(leader).burden().is_finite());
}

#[test]
fn a_specialist_makes_more_and_its_partner_leans_on_it() {
    let (leader, members) = planners();
    let mut campaign = begin(&[("community.specialisation_half_life", 6.0)], Some(leader));
    run(&mut campaign, 3);
    let good =
        content().goods.ids().find(|&good| content().goods[good].capital && content().goods[good].traded);
    let good = good.expect("there are machines");
    for &with in &members {
        campaign.give(Seat::Polity(leader), Order::<Ids>::ProposeSpecialisation { with, sector: good });
    }
    run(&mut campaign, 30);
    let sim = campaign.sim();
    let taken = sim.get::<Community>().specialisations().iter();
    let partner =
        taken.filter(|one| one.specialist == leader && one.good == good).map(|one| one.partner).next();
    let partner = partner.expect("somebody agrees");
    assert!(sim.polity::<Cooperation>(leader).scale(good) > 1.0);
    assert!(sim.polity::<Cooperation>(partner).lean(good) < 1.0);
    assert!(sim.polity::<Cooperation>(partner).appetite(good) > 1.0);
    assert!(sim.polity::<Industry>(leader).potential(good) > 0.0);
}

/// The effect is small, as only what comes from partners is surer: about one part in a hundred of all that lacks.
#[test]
fn agreements_lower_the_shortages_of_members() {
    let (_, members) = planners();
    // What agreements calm is less than luck moves in one history.
    let shortage = |calm: f64| {
        let of_one = |seed: u64| {
            let mut campaign = begin_with(&[("community.calm", calm)], seed);
            let mut sum = 0.0;
            for month in 0..48 {
                campaign.step();
                if month >= 12 {
                    sum +=
                        members.iter().map(|&id| campaign.sim().polity::<Plan>(id).shortage()).sum::<f64>();
                }
            }
            sum / 36.0 / members.len() as f64
        };
        (1..=6).map(of_one).sum::<f64>() / 6.0
    };
    let (with, without) = (shortage(1.0), shortage(0.0));
    assert!(without > 0.005, "planners lack something: {without}");
    assert!(with < without, "{with} with agreements that calm, {without} without");
}
