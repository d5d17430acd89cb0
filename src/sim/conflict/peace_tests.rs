//! A war between two claimants of one nation, ended on each of the terms there are, and what is left of it.

use std::path::Path;
use std::sync::Arc;

use crate::base::PolityId;
use crate::content::load;
use crate::content::vocabulary::{FormOfRule, Order, OrderKind, PeaceTerms, WarAim, WarKind};
use crate::sim::Simulation;
use crate::sim::access::Access;
use crate::sim::agents::{Players, Verdict, shadow};
use crate::sim::chronicle::{Chronicle, Fact};
use crate::sim::diplomacy::{
    Agreement, AgreementTag, AgreementTerms, Agreements, Channel, DisputeStanding, OfferKind, Offers,
    Relations, dispute_standing,
};
use crate::sim::effects::{Effect, Effects, apply_now};
use crate::sim::orders::{Blocker, Refusals, price, validate};
use crate::sim::politics::{Control, Government, Lands, Status};
use crate::sim::population::{Atlas, Seat};
use crate::sim::quantities::Facts;

use super::components::{Forces, War, WarSide, Wars};
use super::peace;
use super::record::{Ending, WarEnd, WarRecord};

/// One half of a divided nation at war with the other over its land, with the front somewhere.
struct Scene {
    sim: Simulation,
    first: PolityId,
    second: PolityId,
}

impl Scene {
    fn new(front: f64) -> Self {
        Self::between(divided, front)
    }

    /// A war for what is within reach between two that a choice finds.
    fn between(choose: fn(&Simulation) -> [PolityId; 2], front: f64) -> Self {
        let loaded = load(Path::new(env!("CARGO_MANIFEST_DIR")), "1950_two_camps", &[]);
        let content = Arc::new(loaded.content.expect("the campaign loads"));
        let mut sim = Simulation::start(content, 3).expect("it starts");
        sim.step();
        let [first, second] = choose(&sim);
        let mut scene = Self { sim, first, second };
        scene.open_war(WarAim::AtHand);
        scene.set_front(front);
        scene
    }

    fn open_war(&mut self, asked: WarAim) {
        let (world, first, second) = (self.sim.world_mut(), self.first, self.second);
        let aim = peace::aim_for(world, first, second, asked);
        let over = peace::ground_for(world, first, second, aim);
        let side = |id| WarSide { polities: vec![id], movements: Vec::new() };
        let (attacker, defender) = (side(first), side(second));
        self.carry_out(Effect::OpenWar { kind: WarKind::Interstate, aim, attacker, defender, over });
    }

    fn carry_out(&mut self, effect: Effect) {
        let world = self.sim.world_mut();
        world.resource_mut::<Effects>().push(effect);
        apply_now(world);
    }

    fn set_front(&mut self, front: f64) {
        let number = self.war().number;
        let mut wars = self.sim.world_mut().resource_mut::<Wars>();
        wars.list.iter_mut().find(|war| war.number == number).expect("it is fought").front = front;
    }

    fn war(&self) -> &War {
        let (a, b) = (Seat::Polity(self.first), Seat::Polity(self.second));
        self.sim.get::<Wars>().between(a, b).expect("the two are at war")
    }

    /// Makes peace on terms that can be carried out; returns how the war ended.
    fn make_peace(&mut self, terms: PeaceTerms) -> Ending {
        let (number, world) = (self.war().number, self.sim.world());
        let gives = peace::giver(world, self.war(), terms).expect("both sides are led by states");
        assert!(peace::possible(world, self.war(), terms, gives), "{terms:?}");
        let (a, b) = (self.first, self.second);
        self.carry_out(Effect::MakePeace { a, b, terms, gives });
        let account = self.sim.get::<WarRecord>().get(number).expect("it has an account");
        account.ended.expect("it is over")
    }

    fn held_of_the_second(&self) -> f64 {
        let lands = self.sim.get::<Lands>();
        let land = lands.of(self.second).iter();
        land.map(|&id| self.sim.territory::<Control>(id).of(Seat::Polity(self.first))).sum()
    }

    fn form(&self, id: PolityId) -> FormOfRule {
        self.sim.polity::<Government>(id).form()
    }

    fn blockers(&self, order: Order<crate::content::vocabulary::Ids>) -> Vec<Blocker> {
        validate(self.sim.world(), Seat::Polity(self.first), &order)
    }
}

/// Two sovereign claimants of one nation under unlike forms of rule, the first of those whose grounds touch.
fn divided(sim: &Simulation) -> [PolityId; 2] {
    let stands = |&id: &PolityId| sim.polity::<Status>(id).is_sovereign();
    let form = |id: PolityId| sim.polity::<Government>(id).form();
    let pairs = sim.content().claims.values().filter_map(|claim| {
        let mut two = claim.claimants.iter().copied().filter(stands);
        Some([two.next()?, two.next()?])
    });
    let unlike = |[one, other]: &[PolityId; 2]| {
        form(*one) != form(*other) && sim.get::<Lands>().are_neighbours(*one, *other)
    };
    let mut fits = pairs.filter(unlike);
    fits.next().expect("the campaign has a divided nation")
}

/// Two neighbours with an open dispute on which much hangs.
fn disputants(sim: &Simulation) -> [PolityId; 2] {
    let open = |place: usize| dispute_standing(sim.world(), place) == DisputeStanding::Open;
    let mut fits = sim.content().disputes.iter().enumerate().filter(|(place, one)| {
        one.weight >= 0.5 && open(*place) && sim.get::<Lands>().are_neighbours(one.of, one.with)
    });
    fits.next().map(|(_, one)| [one.of, one.with]).expect("the campaign has disputed ground")
}

fn disputed_between(scene: &Scene) -> usize {
    let mut all = scene.sim.content().disputes.iter();
    all.position(|one| one.is_between(scene.first, scene.second)).expect("the two dispute ground")
}

#[test]
fn a_war_over_disputed_ground_is_fought_along_the_border_and_kills_fewer() {
    let mut scene = Scene::between(disputants, 0.0);
    assert_eq!(scene.war().aim, WarAim::DisputedGround);
    let lands = scene.sim.get::<Lands>();
    assert!(scene.war().over.iter().all(|&territory| lands.owner(territory) == scene.second));
    let mut whole = Scene::between(disputants, 0.0);
    whole.make_peace(PeaceTerms::StatusQuo);
    whole.open_war(WarAim::Compel);
    let dead = |scene: &mut Scene| {
        scene.sim.step();
        scene.war().dead
    };
    let (border, everywhere) = (dead(&mut scene), dead(&mut whole));
    assert!(border > 0 && border * 3 < everywhere, "{border} along the border, {everywhere} everywhere");
}

#[test]
fn who_gives_disputed_ground_up_closes_the_dispute_for_a_generation() {
    let mut scene = Scene::between(disputants, 0.85);
    let place = disputed_between(&scene);
    let ending = scene.make_peace(PeaceTerms::DisputedGround);
    assert_eq!(ending.winner, Some(Seat::Polity(scene.first)));
    let standing = dispute_standing(scene.sim.world(), place);
    assert!(matches!(standing, DisputeStanding::Settled(end) if end.by == scene.second), "{standing:?}");
    assert_eq!(Facts::gather(scene.sim.world()).dispute(scene.first, scene.second), 0.0);
    let again = Order::OpenWar { against: scene.second, aim: WarAim::DisputedGround };
    assert!(scene.blockers(again).contains(&Blocker::NoGround));
    let told = scene.sim.get::<Chronicle>().entries().iter();
    let dropped =
        told.filter(|entry| matches!(entry.fact, Fact::ClaimDropped { by, .. } if by == scene.second));
    assert_eq!(dropped.count(), 1);
}

#[test]
fn the_strip_of_a_border_war_is_too_small_to_be_held_on_the_map() {
    let mut scene = Scene::between(disputants, 1.0);
    let (world, war) = (scene.sim.world(), scene.war());
    assert!(!peace::possible(world, war, PeaceTerms::FrontLine, scene.second));
    scene.set_front(0.5);
    let (terms, _) = peace::terms_at_hand(scene.sim.world(), scene.war()).expect("states lead both sides");
    assert_eq!(terms, PeaceTerms::StatusQuo, "who cannot dictate has nothing to hold");
    scene.make_peace(PeaceTerms::StatusQuo);
    assert_eq!(scene.held_of_the_second(), 0.0);
    assert_eq!(dispute_standing(scene.sim.world(), disputed_between(&scene)), DisputeStanding::Open);
}

#[test]
fn a_treaty_of_friendship_lays_a_dispute_to_rest_while_it_is_in_force() {
    let mut scene = Scene::between(disputants, 0.0);
    scene.make_peace(PeaceTerms::StatusQuo);
    let place = disputed_between(&scene);
    let weight = |scene: &Scene| Facts::gather(scene.sim.world()).dispute(scene.second, scene.first);
    assert_eq!(weight(&scene), scene.sim.content().disputes[place].weight);
    let (a, b, since) = (scene.first, scene.second, scene.sim.clock().now());
    let until = Some(since.plus(60));
    let agreement = Agreement { a, b, terms: AgreementTerms::Friendship, since, until };
    scene.carry_out(Effect::Agree { agreement });
    assert_eq!(dispute_standing(scene.sim.world(), place), DisputeStanding::Rests(until));
    assert_eq!(weight(&scene), 0.0);
    scene.carry_out(Effect::EndAgreement { a, b, like: AgreementTag::Friendship });
    assert_eq!(dispute_standing(scene.sim.world(), place), DisputeStanding::Open);
    assert!(weight(&scene) > 0.0);
}

#[test]
fn a_war_for_the_land_of_the_own_nation_is_fought_over_that_land() {
    let scene = Scene::new(0.0);
    assert_eq!(scene.war().aim, WarAim::TakeLand);
    assert_eq!(scene.war().over, scene.sim.get::<Lands>().of(scene.second));
}

#[test]
fn an_aim_needs_a_ground() {
    let mut scene = Scene::new(0.0);
    scene.make_peace(PeaceTerms::StatusQuo);
    let stands = |aim| {
        let order = Order::OpenWar { against: scene.second, aim };
        !scene.blockers(order).contains(&Blocker::NoGround)
    };
    assert!(stands(WarAim::AtHand) && stands(WarAim::TakeLand) && stands(WarAim::Overthrow));
    assert!(!stands(WarAim::RestoreBorder), "none of its own home is held by the other");
}

#[test]
fn the_line_of_the_front_is_held_until_it_is_given_back_and_the_next_war_begins_on_it() {
    let mut scene = Scene::new(0.4);
    let ending = scene.make_peace(PeaceTerms::FrontLine);
    assert_eq!(
        (ending.why, ending.terms, ending.winner),
        (WarEnd::Agreed, Some(PeaceTerms::FrontLine), None)
    );
    assert!((scene.held_of_the_second() - 0.4).abs() < 1e-9);
    assert!(scene.sim.polity::<Status>(scene.second).is_sovereign(), "it lives on behind the line");

    scene.open_war(WarAim::TakeLand);
    assert!((scene.war().front - 0.4).abs() < 1e-9, "{}", scene.war().front);
    scene.make_peace(PeaceTerms::StatusQuo);
    assert_eq!(scene.held_of_the_second(), 0.0, "things as they were");

    scene.open_war(WarAim::TakeLand);
    scene.set_front(0.3);
    scene.make_peace(PeaceTerms::FrontLine);
    let order = Order::WithdrawTroops { from: scene.second };
    assert!(!scene.blockers(order.clone()).contains(&Blocker::NothingThere));
    // Nobody else decides for it this month, and it can pay for what it orders.
    scene.sim.seat_player(Some(Seat::Polity(scene.first)));
    scene.sim.world_mut().polity_mut::<Government>(scene.first).authority = 5.0;
    scene.sim.give(Seat::Polity(scene.first), order);
    scene.sim.step();
    let refusals = scene.sim.get::<Refusals>().list();
    let own = refusals.iter().find(|one| one.given.issuer == Seat::Polity(scene.first));
    assert!(own.is_none(), "{own:?}");
    assert_eq!(scene.held_of_the_second(), 0.0, "it has gone home");
}

#[test]
fn land_is_ceded_by_the_one_that_is_behind_and_only_what_the_other_takes_for_its_own() {
    let mut scene = Scene::new(0.9);
    let second = scene.sim.get::<Lands>().of(scene.second).to_vec();
    let ending = scene.make_peace(PeaceTerms::Cession);
    assert_eq!(ending.winner, Some(Seat::Polity(scene.first)));
    assert!(second.iter().all(|&id| scene.sim.get::<Lands>().owner(id) == scene.first));
    assert!(!scene.sim.polity::<Status>(scene.second).is_sovereign(), "it has no ground left");
}

#[test]
fn who_goes_home_has_lost_and_who_is_behind_changes_its_government() {
    let mut scene = Scene::new(0.1);
    let before = scene.sim.polity::<Government>(scene.first).legitimacy();
    let ending = scene.make_peace(PeaceTerms::Withdrawal);
    assert_eq!(ending.winner, Some(Seat::Polity(scene.second)));
    assert!(scene.sim.polity::<Government>(scene.first).legitimacy() < before, "it has lost face");

    let mut scene = Scene::new(0.7);
    let before = scene.sim.polity::<Government>(scene.first).legitimacy();
    assert_eq!(scene.make_peace(PeaceTerms::Withdrawal).winner, None, "it was ahead in the field");
    assert!(scene.sim.polity::<Government>(scene.first).legitimacy() < before, "it has lost face");

    let mut scene = Scene::new(0.9);
    assert_ne!(scene.form(scene.first), scene.form(scene.second));
    scene.make_peace(PeaceTerms::ChangeOfGovernment);
    assert_eq!(scene.form(scene.first), scene.form(scene.second));

    let mut scene = Scene::new(0.9);
    scene.make_peace(PeaceTerms::Concessions);
    let recognition = scene.sim.get::<crate::sim::diplomacy::Recognition>();
    assert!(recognition.given(scene.second, scene.first));
}

#[test]
fn terms_at_hand_follow_the_front() {
    let terms = |front| {
        let scene = Scene::new(front);
        peace::terms_at_hand(scene.sim.world(), scene.war()).expect("both sides are led by states")
    };
    let scene = Scene::new(0.0);
    assert_eq!(terms(0.02), (PeaceTerms::Withdrawal, scene.first));
    assert_eq!(terms(0.5), (PeaceTerms::FrontLine, scene.second));
    assert_eq!(terms(0.99), (PeaceTerms::Cession, scene.second));
}

#[test]
fn a_peace_on_the_line_of_the_front_keeps_what_was_won_and_a_beaten_attacker_pays() {
    let mut scene = Scene::new(0.5);
    let ending = scene.make_peace(PeaceTerms::FrontLine);
    assert_eq!((ending.why, ending.terms), (WarEnd::Agreed, Some(PeaceTerms::FrontLine)));
    assert!(scene.held_of_the_second() > 0.4, "what was won is not simply given back");

    let mut scene = Scene::new(0.0);
    let (one, other) = (Seat::Polity(scene.first), Seat::Polity(scene.second));
    scene.carry_out(Effect::EndWar { a: one, b: other, why: WarEnd::Decided });
    let paid = scene.sim.get::<Agreements>().between(scene.first, scene.second, AgreementTag::Reparations);
    assert!(paid.is_some_and(|agreement| agreement.until.is_some()), "{paid:?}");
}

/// A war at which go-betweens are at work, its two leaders as weary as said and as bitter at each other.
fn sounded(weariness: [f64; 2], tension: f64, human: Option<usize>) -> Scene {
    let mut scene = Scene::new(0.8);
    let sides = [scene.first, scene.second];
    let number = scene.war().number;
    let world = scene.sim.world_mut();
    for (id, level) in sides.into_iter().zip(weariness) {
        world.polity_mut::<Forces>(id).weariness = level;
    }
    let agents = sides.map(|id| world.resource::<Atlas>().agent(Seat::Polity(id)));
    for [of, to] in [agents, [agents[1], agents[0]]] {
        world.resource_mut::<Relations>().write(Channel::Tension, of, to, tension);
    }
    world.resource_mut::<Players>().0 = human.map(|side| Seat::Polity(sides[side]));
    world.resource_mut::<Wars>().sounded.push(number);
    scene
}

/// What the two leaders would say of peace now: whether go-betweens come to one, and whether that one would offer it. Where a
/// line forbids to say yes, it does not count as willing.
fn would_offer(scene: &Scene) -> [Option<bool>; 2] {
    let offers = |of: PolityId, to: PolityId| {
        let brought = Order::OfferArmistice { to, terms: PeaceTerms::AtHand };
        // A leader may come to offer peace by itself, too: what it says to go-betweens comes first.
        let said = shadow(scene.sim.world(), Seat::Polity(of)).into_iter().next()?;
        let content = scene.sim.content();
        let asked = said.policy_in(&content.doctrines[said.doctrine])?.act.kind() == OrderKind::AnswerOffer;
        (asked && said.order == Some(brought)).then_some(said.verdict == Verdict::Chosen)
    };
    [offers(scene.first, scene.second), offers(scene.second, scene.first)]
}

#[test]
fn go_betweens_come_to_the_wearier_leader_which_offers_peace_if_its_line_speaks_for_it() {
    let asked = |weariness, tension, human| would_offer(&sounded(weariness, tension, human));
    assert_eq!(asked([1.0, 0.9], 0.5, None), [Some(true), None]);
    assert_eq!(asked([0.9, 1.0], 0.5, None), [None, Some(true)]);
    assert_eq!(asked([1.0, 1.0], 0.5, None), [Some(true), None], "the attacker, if both are alike");
    assert_eq!(asked([0.0, 0.0], 0.5, None), [Some(false), None]);
    assert_eq!(asked([1.0, 0.9], 1.0, None), [Some(false), None], "the line of the first forbids it");
    // A human is asked by an offer of the other, if that would sign, and otherwise not at all.
    assert_eq!(asked([1.0, 0.9], 0.5, Some(0)), [None, Some(true)]);
    assert_eq!(asked([1.0, 0.0], 0.5, Some(0)), [None, Some(false)]);
    assert_eq!(asked([0.9, 1.0], 0.5, Some(1)), [Some(true), None]);
}

#[test]
fn what_go_betweens_bring_about_is_an_offer_that_the_other_answers() {
    let mut scene = sounded([1.0, 0.9], 0.5, None);
    let (a, b) = (Seat::Polity(scene.first), Seat::Polity(scene.second));
    let of_peace = Order::OfferArmistice { to: scene.second, terms: PeaceTerms::AtHand };
    assert_eq!(price(scene.sim.world(), a, &of_peace), 0.0, "go-betweens carry it");
    assert!(price(Scene::new(0.8).sim.world(), a, &of_peace) > 0.0);
    scene.sim.step();
    let waiting = scene.sim.get::<Offers>().waiting();
    let offer = waiting.iter().find(|one| (one.from, one.to) == (a, b)).expect("the wearier offers peace");
    assert!(matches!(offer.what, OfferKind::Peace { .. }), "{offer:?}");
    let number = offer.number;
    let answers = shadow(scene.sim.world(), b);
    assert!(
        answers
            .iter()
            .any(|said| matches!(said.order, Some(Order::AnswerOffer { offer, .. }) if offer == number))
    );
}

#[test]
fn go_betweens_stay_away_while_an_offer_of_peace_lies_on_the_table() {
    let mut scene = sounded([1.0, 0.9], 0.5, None);
    let (a, b) = (scene.first, scene.second);
    let what = OfferKind::Peace { terms: PeaceTerms::Withdrawal, gives: a };
    let expires = scene.sim.clock().now().plus(3);
    scene.carry_out(Effect::MakeOffer { from: Seat::Polity(a), to: Seat::Polity(b), what, expires });
    assert_eq!(would_offer(&scene), [None, None], "the first has nothing to answer and is not asked");
}

#[test]
fn an_ally_that_makes_its_own_peace_leaves_the_others_fighting() {
    let mut scene = Scene::new(0.4);
    let own = [scene.first, scene.second];
    let mut others = scene.sim.content().scenario.poles.iter().copied();
    let ally = others.find(|id| !own.contains(id)).expect("there are poles");
    let number = scene.war().number;
    let mut wars = scene.sim.world_mut().resource_mut::<Wars>();
    let war = wars.list.iter_mut().find(|war| war.number == number).expect("it is fought");
    war.defender.polities.push(ally);
    let (a, b) = (ally, scene.first);
    scene.carry_out(Effect::MakePeace { a, b, terms: PeaceTerms::StatusQuo, gives: a });
    assert!(!scene.war().defender.has(Seat::Polity(ally)), "it has gone home");
    assert!(scene.sim.get::<WarRecord>().get(number).is_some_and(|account| account.ended.is_none()));
}

#[test]
fn an_offer_of_peace_names_who_gives_and_is_weighed_by_the_one_asked() {
    let mut scene = Scene::new(0.9);
    let (first, second) = (scene.first, scene.second);
    let open = |scene: &Scene, terms| {
        !scene.blockers(Order::OfferArmistice { to: second, terms }).contains(&Blocker::TermsNotOpen)
    };
    assert!(open(&scene, PeaceTerms::AtHand) && open(&scene, PeaceTerms::Cession));
    scene.set_front(0.0);
    assert!(!open(&scene, PeaceTerms::FrontLine), "nothing is held");
    assert!(!open(&scene, PeaceTerms::Cession), "the other holds nothing that it takes for its own");

    let gain =
        |scene: &Scene, power| peace::gain(scene.sim.world(), second, first, power).expect("they fight");
    scene.set_front(0.9);
    let weak = gain(&scene, 0.3);
    assert!((-1.0..=1.0).contains(&weak));
    assert!(weak > gain(&scene, 0.8), "who believes it is the weaker gains more by peace");
}
