//! What states sign with each other and what they stand behind: friendship, guarantees, bases, summits, limits of arms, and
//! recognition taken back.

use correlation::base::PolityId;
use correlation::campaign::{Campaign, NewGame, SeatName};
use correlation::content::vocabulary::{Ids, Order, OrderKind, Treaty};
use correlation::sim::Seat;
use correlation::sim::agents::target_of;
use correlation::sim::chronicle::{Chronicle, Fact};
use correlation::sim::conflict::Forces;
use correlation::sim::diplomacy::{AgreementTag, Agreements, OfferKind, Offers, Recognition, Relations};
use correlation::sim::doctrine::{Repute, Strain};
use correlation::sim::orders::Blocker;
use correlation::sim::politics::Government;
use correlation::sim::{Atlas, Simulation};

use super::content;

fn state(id: &str) -> PolityId {
    content().polities.find(|def| def.id == id).expect("the campaign has it")
}

fn seated(id: &str, seed: u64) -> Campaign {
    let seat = Some(SeatName(id.into()));
    Campaign::begin(&NewGame { seat, ..NewGame::new(content(), seed) }).unwrap()
}

fn agreed(sim: &Simulation, a: PolityId, b: PolityId, tag: AgreementTag) -> bool {
    sim.get::<Agreements>().between(a, b, tag).is_some()
}

/// Waits until an order can be given, gives it and lets it be carried out.
fn carry_out(campaign: &mut Campaign, by: PolityId, order: &Order<Ids>) {
    for _ in 0..60 {
        if campaign.blockers(Seat::Polity(by), order).is_empty() {
            campaign.give(Seat::Polity(by), order.clone());
            campaign.step();
            return;
        }
        campaign.step();
    }
    panic!("{order:?} could not be given: {:?}", campaign.blockers(Seat::Polity(by), order));
}

/// Has one state offer something to the player's seat, who takes it. Where nobody decides for the one asked, nobody else answers.
fn offer_and_take(campaign: &mut Campaign, by: PolityId, order: &Order<Ids>, what: OfferKind) {
    let seat = campaign.seat().expect("somebody plays");
    carry_out(campaign, by, order);
    let kind = std::mem::discriminant(&what);
    let offers = campaign.sim().get::<Offers>().waiting().iter();
    let mut ours = offers.filter(|offer| offer.to == seat && std::mem::discriminant(&offer.what) == kind);
    let offer = ours.next().expect("the offer waits").number;
    campaign.give(seat, Order::AnswerOffer { offer, accept: true });
    campaign.step();
}

#[test]
fn friendship_binds_until_recognition_is_taken_back() {
    let mut campaign = seated("EGY", 2);
    let (own, other) = (state("IND"), state("EGY"));
    let offer = Order::OfferFriendship { to: other };
    offer_and_take(&mut campaign, own, &offer, OfferKind::Friendship);
    assert!(agreed(campaign.sim(), own, other, AgreementTag::Friendship));
    assert!(agreed(campaign.sim(), other, own, AgreementTag::Friendship), "it binds both ways");
    let again = campaign.blockers(Seat::Polity(own), &offer);
    assert!(again.contains(&Blocker::AlreadySo), "{again:?}");
    carry_out(&mut campaign, own, &Order::WithdrawRecognition { whom: other });
    let sim = campaign.sim();
    assert!(!sim.get::<Recognition>().given(own, other) && sim.get::<Recognition>().given(other, own));
    for tag in [AgreementTag::Friendship, AgreementTag::TradeTreaty] {
        assert!(!agreed(sim, own, other, tag), "{tag:?}");
    }
    let closed = campaign.blockers(Seat::Polity(own), &offer);
    assert!(closed.contains(&Blocker::NotRecognised), "{closed:?}");
    carry_out(&mut campaign, own, &Order::Recognise { whom: other });
    assert!(campaign.sim().get::<Recognition>().given(own, other), "there is a way back");
}

#[test]
fn a_guarantee_stands_for_years_and_is_one_sided() {
    let mut campaign = seated("USA", 2);
    let (own, other) = (state("USA"), state("SWE"));
    carry_out(&mut campaign, own, &Order::Guarantee { whom: other });
    let sim = campaign.sim();
    assert!(agreed(sim, own, other, AgreementTag::Guarantee));
    assert!(!agreed(sim, other, own, AgreementTag::Guarantee));
    (0..70).for_each(|_| campaign.step());
    assert!(!agreed(campaign.sim(), own, other, AgreementTag::Guarantee), "it runs out");
}

#[test]
fn a_base_is_let_for_rent_and_can_be_given_up() {
    let mut campaign = seated("TUR", 2);
    let (own, host) = (state("USA"), state("TUR"));
    let offer = Order::OfferBase { to: host, share: 0.002 };
    let monthly = correlation::base::Money::ZERO;
    offer_and_take(&mut campaign, own, &offer, OfferKind::Base { monthly });
    assert!(agreed(campaign.sim(), own, host, AgreementTag::Base));
    carry_out(&mut campaign, own, &Order::WithdrawTroops { from: host });
    assert!(!agreed(campaign.sim(), own, host, AgreementTag::Base));
}

#[test]
fn a_host_shows_a_base_the_door_and_a_guest_cannot_take_its_lease_for_the_others() {
    let mut campaign = seated("TUR", 2);
    let (guest, host) = (state("USA"), state("TUR"));
    let monthly = correlation::base::Money::ZERO;
    offer_and_take(
        &mut campaign,
        guest,
        &Order::OfferBase { to: host, share: 0.002 },
        OfferKind::Base { monthly },
    );
    let denounce = |with| Order::Denounce { with, treaty: Treaty::Base };
    let blockers = campaign.blockers(Seat::Polity(guest), &denounce(host));
    assert!(blockers.contains(&Blocker::NothingThere), "{blockers:?}");
    let standing = |campaign: &Campaign| campaign.sim().polity::<Government>(host).legitimacy();
    let word = |campaign: &Campaign| campaign.sim().polity::<Repute>(host).strain(Strain::Word);
    let before = standing(&campaign);
    carry_out(&mut campaign, host, &denounce(guest));
    assert!(!agreed(campaign.sim(), guest, host, AgreementTag::Base));
    assert!(standing(&campaign) > before, "{before} {}", standing(&campaign));
    assert_eq!(word(&campaign), 0.0, "it has broken no word on defence or arms");
}

#[test]
fn a_treaty_taken_back_costs_trust_and_a_word_on_defence_credibility_with_all() {
    let mut campaign = seated("USA", 2);
    let (own, other) = (state("USA"), state("SWE"));
    let trust = |campaign: &Campaign| {
        let [of, to] = [other, own].map(|id| campaign.sim().get::<Atlas>().agent(Seat::Polity(id)));
        campaign.sim().get::<Relations>().trust(of, to)
    };
    let denounce = Order::Denounce { with: other, treaty: Treaty::Guarantee };
    assert!(campaign.blockers(Seat::Polity(own), &denounce).contains(&Blocker::NothingThere));
    carry_out(&mut campaign, own, &Order::Guarantee { whom: other });
    let (before, word) = (trust(&campaign), campaign.sim().polity::<Repute>(own).credibility());
    carry_out(&mut campaign, own, &denounce);
    assert!(!agreed(campaign.sim(), own, other, AgreementTag::Guarantee));
    assert!(trust(&campaign) < before);
    let repute = campaign.sim().polity::<Repute>(own);
    assert!(repute.strain(Strain::Word) > 0.0 && repute.credibility() < word);
}

#[test]
fn an_offer_that_is_seen_between_months_can_be_answered_to_the_last() {
    let mut campaign = seated("FRA", 5);
    let seat = campaign.seat().expect("somebody plays");
    let last = |sim: &Simulation| {
        let next = sim.clock().now().plus(1);
        let mut ours = sim.get::<Offers>().waiting().iter().filter(|offer| offer.to == seat);
        ours.find(|offer| offer.expires == next).map(|offer| offer.number)
    };
    for _ in 0..120 {
        campaign.step();
        let now = campaign.sim().clock().now();
        assert!(campaign.sim().get::<Offers>().waiting().iter().all(|offer| offer.expires > now));
        let Some(offer) = last(campaign.sim()) else { continue };
        let answer = Order::AnswerOffer { offer, accept: false };
        if !campaign.blockers(seat, &answer).is_empty() {
            continue;
        }
        campaign.give(seat, answer);
        let told = campaign.sim().get::<Chronicle>().entries().len();
        campaign.step();
        let entries = &campaign.sim().get::<Chronicle>().entries()[told..];
        let answered = |fact: &Fact| matches!(fact, Fact::OfferAnswered { by, .. } if *by == seat);
        assert!(entries.iter().any(|entry| answered(&entry.fact)), "it was answered in its last month");
        return;
    }
    panic!("nobody offered anything to the last");
}

#[test]
fn a_summit_takes_part_of_the_tension_away() {
    let mut campaign = seated("USA", 2);
    let (own, other) = (state("USA"), state("SUN"));
    let tension = |campaign: &Campaign| {
        let [of, with] = [own, other].map(|id| campaign.sim().get::<Atlas>().agent(Seat::Polity(id)));
        campaign.sim().get::<Relations>().tension(of, with)
    };
    let before = tension(&campaign);
    offer_and_take(&mut campaign, other, &Order::CallSummit { with: own }, OfferKind::Summit);
    assert!(tension(&campaign) < 0.85 * before, "{before} {}", tension(&campaign));
}

#[test]
fn limits_of_arms_bind_both_and_let_each_count() {
    let mut campaign = seated("USA", 2);
    let (own, other) = (state("USA"), state("SUN"));
    let armed = |campaign: &Campaign| campaign.sim().polity::<Forces>(other).warheads() >= 1.0;
    for _ in 0..120 {
        if armed(&campaign) {
            break;
        }
        campaign.step();
    }
    assert!(armed(&campaign), "the other side builds warheads in ten years");
    let offer = Order::OfferArmsLimits { to: own };
    offer_and_take(&mut campaign, other, &offer, OfferKind::ArmsLimits);
    assert!(agreed(campaign.sim(), own, other, AgreementTag::ArmsLimits));
    for builder in [own, other] {
        let build = Order::BuildWarheads { share: 0.02 };
        let blockers = campaign.blockers(Seat::Polity(builder), &build);
        assert!(blockers.contains(&Blocker::BoundByTreaty), "{blockers:?}");
    }
    let had = [own, other].map(|id| campaign.sim().polity::<Forces>(id).warheads());
    (0..12).for_each(|_| campaign.step());
    let has = [own, other].map(|id| campaign.sim().polity::<Forces>(id).warheads());
    assert!(has[0] <= had[0] && has[1] <= had[1], "{had:?} {has:?}");
}

/// Years that are played; how often one state may do the same to the same other one in them, and how often one kind of act may be
/// done by all, before it is a routine.
const YEARS: usize = 26;
const TOO_OFTEN: usize = YEARS / 3;
const TOO_OFTEN_BY_ALL: usize = 6 * YEARS;

#[test]
fn states_sign_promise_feign_and_watch_by_themselves_and_none_of_it_becomes_routine() {
    use OrderKind as K;
    let kinds = [
        K::GatherIntelligence,
        K::FeignStrength,
        K::WithdrawRecognition,
        K::OfferFriendship,
        K::Guarantee,
        K::OfferBase,
        K::CallSummit,
        K::OfferArmsLimits,
        K::Denounce,
    ];
    let mut seen = [0; 9];
    // Histories that no general exchange cuts short.
    for seed in [5, 7] {
        let mut campaign = Campaign::begin(&NewGame::new(content(), seed)).unwrap();
        (0..12 * YEARS).for_each(|_| campaign.step());
        assert!(campaign.finish().is_none(), "seed {seed} ends early; take another");
        let mut given: Vec<((Seat, OrderKind, Option<Seat>), usize)> = Vec::new();
        let mut counts = [0; 9];
        for entry in campaign.sim().get::<Chronicle>().entries() {
            let Fact::OrderCarriedOut { by, order, .. } = &entry.fact else { continue };
            let Some(kind) = kinds.iter().position(|&kind| kind == order.kind()) else { continue };
            counts[kind] += 1;
            let act = (*by, order.kind(), target_of(campaign.sim().world(), *by, order));
            match given.iter_mut().find(|(same, _)| *same == act) {
                Some((_, count)) => *count += 1,
                None => given.push((act, 1)),
            }
        }
        let most = given.iter().max_by_key(|(_, count)| *count).expect("something is done");
        assert!(most.1 <= TOO_OFTEN, "seed {seed}: {most:?}");
        assert!(counts.iter().all(|&count| count <= TOO_OFTEN_BY_ALL), "seed {seed}: {kinds:?} {counts:?}");
        seen.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
    }
    // What is signed is now and then taken back.
    assert!(seen[8] > 0, "{kinds:?} {seen:?}");
    let used = seen.iter().filter(|&&count| count > 0).count();
    assert!(used >= 7, "{:?}", kinds.iter().zip(seen).collect::<Vec<_>>());
}
