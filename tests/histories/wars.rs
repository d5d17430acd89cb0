//! The account of each war against the chronicle, the wars that are fought and the book of harm; intervention in degrees.

use std::collections::BTreeMap;

use correlation::base::People;
use correlation::campaign::{Campaign, NewGame, SeatName};
use correlation::content::vocabulary::{Degree, Harm, Order};
use correlation::sim::chronicle::{Chronicle, Fact};
use correlation::sim::conflict::{WarEnd, WarMonth, WarRecord, Wars};
use correlation::sim::diplomacy::Agreements;
use correlation::sim::ledger::HarmBook;
use correlation::sim::orders::{Blocker, price, validate};
use correlation::sim::{Atlas, Seat};
use correlation::view::{war_months_text, war_rows, wars_text, wars_view};

use super::content;

#[test]
fn each_war_has_one_account_that_is_closed_when_it_is_over() {
    let mut campaign = Campaign::begin(&NewGame::new(content(), 3)).unwrap();
    for month in 0..180 {
        campaign.step();
        let sim = campaign.sim();
        let fought: Vec<u32> = sim.get::<Wars>().list().iter().map(|war| war.number).collect();
        let record = sim.get::<WarRecord>();
        let open: Vec<u32> =
            record.list().iter().filter(|one| one.ended.is_none()).map(|one| one.war.number).collect();
        assert_eq!(open, fought, "month {month}");
        for war in sim.get::<Wars>().list() {
            let account = record.get(war.number).expect("it has an account");
            assert_eq!(
                (account.months.iter().map(WarMonth::dead).sum::<i64>(), &account.war),
                (war.dead, war)
            );
            if let Some(last) = account.months.last() {
                assert!((f64::from(last.front) - war.front).abs() < 1e-6, "{war:?}");
            }
        }
    }
    let sim = campaign.sim();
    let record = sim.get::<WarRecord>();
    assert!(record.list().len() > 10, "{} wars", record.list().len());

    // The end that the chronicle tells of is the end of the account.
    let mut ends: BTreeMap<WarEnd, usize> = BTreeMap::new();
    for entry in sim.get::<Chronicle>().entries() {
        let Fact::WarEnded { war, winner, dead, why, .. } = entry.fact else { continue };
        let account = record.get(war).expect("it has an account");
        let ending = account.ended.expect("it is closed");
        assert_eq!((ending.month, ending.why, ending.winner), (entry.month, why, winner));
        assert_eq!(account.war.dead, dead);
        *ends.entry(why).or_default() += 1;
    }
    assert!(ends.len() > 2, "{ends:?}");

    // What all sides answer for is what the book of harm charges, to the last person.
    let (harm, atlas, lore) = (sim.get::<HarmBook>(), sim.get::<Atlas>(), content());
    let seats = lore.polities.ids().map(Seat::Polity).chain(lore.movements.ids().map(Seat::Movement));
    let booked: People = seats.map(|seat| harm.of(atlas.agent(seat), Harm::War)).sum();
    let months = record.list().iter().flat_map(|account| &account.months);
    let answered: i64 = months.flat_map(|month| month.sides).map(|side| side.answers_for).sum();
    assert_eq!(booked.0, answered);

    for account in record.list() {
        for month in &account.months {
            let shares = month.sides.iter().flat_map(|side| [side.supply, side.will, side.weariness]);
            for share in shares.chain([month.front, month.power]) {
                assert!((0.0..=1.0).contains(&share), "{} {month:?}", account.war.number);
            }
        }
    }
}

#[test]
fn every_war_can_be_told_and_a_seat_sees_the_others_forces_as_it_believes_them() {
    let mut campaign = Campaign::begin(&NewGame::new(content(), 3)).unwrap();
    (0..60).for_each(|_| campaign.step());
    let sim = campaign.sim();
    let rows = war_rows(sim, None, None, None);
    assert_eq!(rows.len(), sim.get::<WarRecord>().list().len());
    assert_eq!(wars_text(sim, None, None).lines().count(), rows.len() + 2);
    for row in &rows {
        let text = war_months_text(sim, None, row.number).expect("it has an account");
        assert!(!text.contains(['{', '}']) && text.lines().count() > row.months.len(), "{text}");
    }
    assert_eq!(war_months_text(sim, None, u32::MAX), None);

    // One of two states at war: it knows its own forces and believes the other's.
    let account = sim
        .get::<WarRecord>()
        .list()
        .iter()
        .find(|one| one.sides().iter().all(|side| !side.polities.is_empty()) && !one.months.is_empty());
    let account = account.expect("states fight each other in this history");
    let eyes = Some(Seat::Polity(account.war.attacker.polities[0]));
    let seen = wars_view(sim, eyes, Some(account.war.number)).one.expect("it is there");
    assert!(seen.sides[0].own && !seen.sides[0].believed && !seen.sides[1].own && seen.sides[1].believed);
    let month = &war_rows(sim, eyes, None, Some(account.war.number))[0].months[0];
    assert_eq!(month.power, None, "the strength of both would tell the other's");
    let truth = f64::from(account.months[0].sides[0].committed);
    assert!((month.attacker.committed.expect("a state commits") - truth).abs() < 1e-6);
}

#[test]
fn one_goes_further_into_anothers_struggle_step_by_step() {
    let content = content();
    let state = |id: &str| content.polities.iter().find(|(_, def)| def.id == id).expect("it is there").0;
    let (helper, host) = (state("USA"), state("PHL"));
    let seat = Seat::Polity(helper);
    let game = NewGame { seat: Some(SeatName("USA".into())), ..NewGame::new(content.clone(), 3) };
    let mut campaign = Campaign::begin(&game).unwrap();
    campaign.step();
    let order = |degree, share| Order::SendTroops { to: host, share, degree };
    let blockers = |campaign: &Campaign, order| validate(campaign.sim().world(), seat, &order);
    let open = |campaign: &Campaign, order| blockers(campaign, order).is_empty();
    assert!(
        open(&campaign, order(Degree::Advisers, 0.03)),
        "{:?}",
        blockers(&campaign, order(Degree::Advisers, 0.03))
    );
    assert!(blockers(&campaign, order(Degree::Arms, 0.03)).contains(&Blocker::DegreeNotOpen));
    assert!(!open(&campaign, order(Degree::Advisers, 0.1)), "so many are no advisers");
    let cost = |&degree: &Degree| price(campaign.sim().world(), seat, &order(degree, 0.03));
    let costs: Vec<f64> = Degree::ALL.iter().map(cost).collect();
    assert!(costs.windows(2).all(|pair| pair[0] < pair[1]), "{costs:?}");

    campaign.give(seat, order(Degree::Advisers, 0.03));
    campaign.step();
    let men = |campaign: &Campaign| campaign.sim().get::<Agreements>().men_of(helper, host);
    assert_eq!(men(&campaign), Some(Degree::Advisers));
    assert!(blockers(&campaign, order(Degree::Advisers, 0.03)).contains(&Blocker::AlreadySo));
    assert!(!blockers(&campaign, order(Degree::Regulars, 0.1)).contains(&Blocker::AlreadySo));
    for _ in 0..24 {
        if open(&campaign, order(Degree::Regulars, 0.1)) {
            campaign.give(seat, order(Degree::Regulars, 0.1));
            campaign.step();
            break;
        }
        campaign.step();
    }
    assert_eq!(men(&campaign), Some(Degree::Regulars));
    assert!(blockers(&campaign, order(Degree::Volunteers, 0.1)).contains(&Blocker::AlreadySo), "not back");

    // A movement is helped with what no army is.
    let movement = content.movements.ids().next().expect("there are movements");
    let arm = |degree| Order::ArmMovement { movement, share: 0.001, degree };
    assert!(blockers(&campaign, arm(Degree::Regulars)).contains(&Blocker::DegreeNotOpen));
    assert!(!blockers(&campaign, arm(Degree::Volunteers)).contains(&Blocker::DegreeNotOpen));
}
