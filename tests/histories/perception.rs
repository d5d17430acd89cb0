//! Perception: certainty can be bought, others can be deceived until somebody looks behind it, and the archive keeps what was
//! believed beside what was true.

use correlation::base::PolityId;
use correlation::campaign::{Campaign, NewGame, SeatName, load, save};
use correlation::content::vocabulary::{Ids, Order};
use correlation::sim::Seat;
use correlation::sim::chronicle::{Chronicle, Fact};
use correlation::sim::diplomacy::{Channel, Relations};
use correlation::sim::orders::Blocker;
use correlation::sim::perception::{Archive, Feints, MOST_KEPT, Means, QUARTER, certainty_of};
use correlation::sim::{Atlas, Simulation};
use correlation::view::{
    ChronicleEntry, ChronicleFilter, archive_rows, archive_text, archive_view, chronicle_view, diplomacy_view,
};

use super::content;

fn state(id: &str) -> PolityId {
    content().polities.find(|def| def.id == id).expect("the campaign has it")
}

fn seated(id: &str, seed: u64) -> Campaign {
    let seat = Some(SeatName(id.into()));
    Campaign::begin(&NewGame { seat, ..NewGame::new(content(), seed) }).unwrap()
}

/// Runs so many months, giving an order whenever nothing stands against it.
fn run(campaign: &mut Campaign, months: u32, by: PolityId, order: Option<&Order<Ids>>) {
    for _ in 0..months {
        if let Some(order) = order
            && campaign.blockers(Seat::Polity(by), order).is_empty()
        {
            campaign.give(Seat::Polity(by), order.clone());
        }
        campaign.step();
    }
}

/// Mean distance of what was believed of a state's strength from the truth, as a share of it, over the last two years.
fn error(sim: &Simulation, observer: PolityId, target: PolityId) -> f64 {
    let place = Means::Strength as usize;
    let off =
        sim.get::<Archive>().of(observer, target).filter(|entry| sim.clock().now().since(entry.month) <= 24);
    let off: Vec<f64> =
        off.map(|entry| f64::from(entry.believed[place] / entry.truth[place] - 1.0).abs()).collect();
    assert!(off.len() >= 6, "{off:?}");
    off.iter().sum::<f64>() / off.len() as f64
}

#[test]
fn who_pays_for_knowing_knows_better() {
    let (own, other) = (state("USA"), state("SUN"));
    let known = |order: Option<&Order<Ids>>| {
        let mut campaign = seated("USA", 3);
        run(&mut campaign, 48, own, order);
        (error(campaign.sim(), own, other), certainty_of(campaign.sim().world(), own, other))
    };
    let order = Order::GatherIntelligence { on: other, share: 0.02 };
    let ((blind, nothing), (sighted, sure)) = (known(None), known(Some(&order)));
    assert_eq!(nothing, 0.0);
    assert!(sure > 0.5, "{sure}");
    assert!(sighted < 0.7 * blind, "{sighted} with, {blind} without");
}

#[test]
fn a_feint_takes_others_in_until_somebody_looks_behind_it() {
    let (author, finder) = (state("SUN"), state("USA"));
    let believed = |campaign: &Campaign| {
        let [of, to] = [finder, author].map(|id| campaign.sim().get::<Atlas>().agent(Seat::Polity(id)));
        campaign.sim().get::<Relations>().read(Channel::BelievedStrength, of, to).expect("it keeps a record")
    };
    let feint = Order::FeignStrength { by: 1.0 };
    let (mut plain, mut feigned) = (seated("SUN", 5), seated("SUN", 5));
    run(&mut plain, 1, author, None);
    run(&mut feigned, 1, author, Some(&feint));
    assert_eq!(feigned.sim().get::<Feints>().of(author).map(|one| one.shown), Some(1.0));
    let again = feigned.blockers(Seat::Polity(author), &feint);
    assert!(again.contains(&Blocker::AlreadySo), "{again:?}");
    run(&mut plain, 8, author, None);
    run(&mut feigned, 8, author, None);
    assert!(believed(&feigned) > 1.15 * believed(&plain), "{} {}", believed(&feigned), believed(&plain));
    // Who looks finds it out; the author's own feint is then over for all.
    let look = Order::GatherIntelligence { on: author, share: 0.02 };
    let found = |campaign: &Campaign| {
        let tells = |fact: &Fact| matches!(fact, Fact::FeintFoundOut { of, .. } if *of == author);
        campaign.sim().get::<Chronicle>().entries().iter().any(|entry| tells(&entry.fact))
    };
    let mut watched = seated("USA", 5);
    for _ in 0..60 {
        run(&mut watched, 1, finder, Some(&look));
        if watched.blockers(Seat::Polity(author), &feint).is_empty() && !found(&watched) {
            watched.give(Seat::Polity(author), feint.clone());
        }
        if found(&watched) {
            assert!(watched.sim().get::<Feints>().of(author).is_none());
            return;
        }
    }
    panic!("five years of looking found nothing");
}

#[test]
fn whom_one_watches_and_what_one_feigns_is_told_only_to_oneself_and_to_onlookers() {
    let (author, other) = (state("SUN"), state("USA"));
    let told = |seat: Option<&str>| {
        let seat = seat.map(|id| SeatName(id.into()));
        let mut campaign = Campaign::begin(&NewGame { seat, ..NewGame::new(content(), 4) }).unwrap();
        let orders = [Order::GatherIntelligence { on: other, share: 0.01 }, Order::FeignStrength { by: 0.5 }];
        for order in orders {
            run(&mut campaign, 12, author, Some(&order));
        }
        let sim = campaign.sim();
        let view = diplomacy_view(sim, Some(Seat::Polity(author)));
        let named = content().polities[other].name.clone();
        let listed = view.agreements.iter().any(|line| {
            let words = line.sentence.plain();
            words.contains("intelligence") && words.contains(&named)
        });
        let chronicle = chronicle_view(sim, ChronicleFilter::All, true, usize::MAX);
        let parades = |entry: &ChronicleEntry| entry.sentence.plain().contains("+50.0 % force");
        (listed, view.feint.is_some(), chronicle.entries.iter().any(parades))
    };
    assert_eq!(told(Some("SUN")), (true, true, true));
    assert_eq!(told(Some("USA")), (false, false, false));
    assert_eq!(told(None), (true, true, true));
}

#[test]
fn the_archive_is_kept_by_quarters_and_saved() {
    let mut campaign = Campaign::begin(&NewGame::new(content(), 2)).unwrap();
    (0..25).for_each(|_| campaign.step());
    let (own, other) = (state("USA"), state("SUN"));
    let sim = campaign.sim();
    let archive = sim.get::<Archive>();
    assert!(!archive.is_empty() && archive.iter().all(|entry| entry.month.0.is_multiple_of(QUARTER)));
    let observers = content().polities.len();
    assert!(archive.len() <= observers * MOST_KEPT * (25 / QUARTER as usize + 1));
    assert!(archive.iter().all(|entry| entry.observer != entry.target));
    let rows = archive_rows(sim, own, other);
    assert!(rows.len() >= 8 && rows.windows(2).all(|two| two[0].month < two[1].month));
    assert!(rows.iter().all(|row| row.strength[0] > 0.0 && row.strength[1] > 0.0));
    let view = archive_view(sim, own, other);
    assert!(view.lines.iter().all(|line| line.believed.is_some()));
    assert!(archive_text(sim, own, other).lines().count() > rows.len());
    let file = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("archive.cofsave");
    save(&campaign, &file).expect("it can be saved");
    let again = load(&file, content()).expect("it can be loaded");
    assert_eq!(again.sim().get::<Archive>(), archive);
}
