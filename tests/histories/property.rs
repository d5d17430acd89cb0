//! Changes of property in whole histories: force against consent, reforms, takings, concessions.

use correlation::base::{GoodId, PolityId};
use correlation::campaign::{Campaign, NewGame, SeatName};
use correlation::content::vocabulary::{Harm, Ids, Order, ProgrammeKind, Property};
use correlation::sim::chronicle::{Chronicle, Fact};
use correlation::sim::economy::property::{ForeignCapital, Holdings, Programmes, Vigour};
use correlation::sim::economy::{Capital, Roles};
use correlation::sim::finance::Debts;
use correlation::sim::ledger::{Account, HarmBook, MoneyBook, MoneyFlow};
use correlation::sim::politics::Lands;
use correlation::sim::{Atlas, Seat};

use super::content;

fn polity(id: &str) -> PolityId {
    content().polities.iter().find(|(_, def)| def.id == id).map(|(id, _)| id).unwrap()
}

/// A campaign in which no AI decides for a state.
fn held(id: &str, seed: u64) -> Campaign {
    let game = NewGame { seat: Some(SeatName(id.into())), ..NewGame::new(content(), seed) };
    Campaign::begin(&game).unwrap()
}

fn give(campaign: &mut Campaign, id: PolityId, order: Order<Ids>) {
    let seat = Seat::Polity(id);
    assert_eq!(campaign.blockers(seat, &order), [], "{order:?}");
    campaign.give(seat, order);
}

fn food(campaign: &Campaign) -> GoodId {
    campaign.sim().get::<Roles>().food()
}

/// Capital of farming in use: fields, tools and herds.
fn herds(campaign: &Campaign, id: PolityId) -> f64 {
    let (sim, food) = (campaign.sim(), food(campaign));
    sim.get::<Lands>().of(id).iter().map(|&one| sim.territory::<Capital>(one).of(food)).sum()
}

fn lives(campaign: &Campaign, id: PolityId) -> i64 {
    let sim = campaign.sim();
    let agent = sim.get::<Atlas>().agent(Seat::Polity(id));
    let harm = sim.get::<HarmBook>();
    harm.of(agent, Harm::Repression).0 + harm.of(agent, Harm::Famine).0
}

struct Course {
    least_sowings: f64,
    /// Capital of farming, month by month: what is lost is raised again later.
    herds: Vec<f64>,
    lives: i64,
    joined: f64,
}

/// A state of smallholders that collectivises, or leaves it, over four years on one luck.
fn course(id: &str, way: Option<bool>) -> Course {
    let (mut campaign, state) = (held(id, 5), polity(id));
    campaign.step();
    if let Some(forced) = way {
        give(&mut campaign, state, Order::Collectivise { forced });
    }
    let (mut least_sowings, mut farms) = (f64::INFINITY, Vec::new());
    for _ in 0..48 {
        campaign.step();
        let sowings = campaign.sim().polity::<Vigour>(state).of(food(&campaign));
        least_sowings = least_sowings.min(sowings);
        farms.push(herds(&campaign, state));
    }
    Course {
        least_sowings,
        herds: farms,
        lives: lives(&campaign, state),
        joined: campaign.sim().polity::<Holdings>(state).sector(food(&campaign), Property::Cooperative),
    }
}

#[test]
fn force_on_the_land_costs_sowings_herds_and_lives_and_consent_does_not() {
    let (by_force, by_consent, left) =
        (course("POL", Some(true)), course("POL", Some(false)), course("POL", None));
    assert!(
        by_force.joined > 0.6 && by_consent.joined > left.joined,
        "{} {}",
        by_force.joined,
        by_consent.joined
    );
    assert!(by_consent.joined < by_force.joined);
    assert!(by_force.least_sowings < 0.9, "{}", by_force.least_sowings);
    assert!(by_consent.least_sowings > 0.97, "{}", by_consent.least_sowings);
    let months = by_force.herds.iter().zip(&by_consent.herds);
    let worst = months.map(|(force, consent)| force / consent).fold(f64::INFINITY, f64::min);
    assert!(worst < 0.95, "{worst}");
    assert!(by_force.lives > by_consent.lives + 100, "{} {}", by_force.lives, by_consent.lives);
}

#[test]
fn a_taking_without_full_payment_leaves_a_debt_and_a_grudge_and_keeps_profits_at_home() {
    let (mut campaign, host) = (held("IRN", 5), polity("IRN"));
    campaign.step();
    let materials =
        content().goods.iter().find(|(_, good)| good.id == "materials").map(|(id, _)| id).unwrap();
    let before = campaign.sim().polity::<Holdings>(host).sector(materials, Property::Foreign);
    let abroad = campaign.sim().get::<MoneyBook>().flow(Account::Reserves(host), MoneyFlow::Profits);
    assert!(before > 0.2 && abroad.0 < 0, "{before} {abroad:?}");
    let safe = campaign.sim().polity::<ForeignCapital>(host).safety();
    give(&mut campaign, host, Order::Nationalise { sector: materials, compensation: 0.5 });
    (0..24).for_each(|_| campaign.step());
    let sim = campaign.sim();
    assert!(sim.polity::<Holdings>(host).sector(materials, Property::Foreign) < 0.1 * before);
    assert!(sim.polity::<ForeignCapital>(host).safety() < safe);
    assert!(sim.get::<Debts>().owed(host, polity("GBR")).0 > 0);
    let told = |entry: &correlation::sim::chronicle::Entry| matches!(entry.fact, Fact::Nationalised { polity, .. } if polity == host);
    assert!(sim.get::<Chronicle>().entries().iter().any(told));
    let after = sim.get::<MoneyBook>().flow(Account::Reserves(host), MoneyFlow::Profits);
    assert!(after.0.abs() < abroad.0.abs(), "{after:?} {abroad:?}");
}

#[test]
fn programmes_run_one_of_a_kind_and_end_by_order() {
    let (mut campaign, state) = (held("POL", 5), polity("POL"));
    campaign.step();
    give(&mut campaign, state, Order::Collectivise { forced: true });
    campaign.step();
    let seat = Seat::Polity(state);
    assert!(!campaign.blockers(seat, &Order::Collectivise { forced: true }).is_empty());
    assert!(campaign.sim().polity::<Programmes>(state).of(ProgrammeKind::Collectivisation).is_some());
    (0..6).for_each(|_| campaign.step());
    let end = Order::EndProgramme { programme: ProgrammeKind::Collectivisation };
    give(&mut campaign, state, end.clone());
    campaign.step();
    assert!(campaign.sim().polity::<Programmes>(state).of(ProgrammeKind::Collectivisation).is_none());
    assert!(!campaign.blockers(seat, &end).is_empty());
    let joined = campaign.sim().polity::<Holdings>(state).sector(food(&campaign), Property::Cooperative);
    (0..6).for_each(|_| campaign.step());
    let later = campaign.sim().polity::<Holdings>(state).sector(food(&campaign), Property::Cooperative);
    assert!((joined - later).abs() < 0.02, "{joined} {later}");
}
