//! The record of each rising against the movements, the chronicle and the books.

use std::collections::BTreeMap;

use correlation::base::{MovementId, People};
use correlation::campaign::{Campaign, NewGame, SeatName};
use correlation::content::vocabulary::{Harm, Order};
use correlation::sim::Atlas;
use correlation::sim::Seat;
use correlation::sim::chronicle::{Chronicle, Fact};
use correlation::sim::ledger::HarmBook;
use correlation::sim::movements::{Movement, MovementPhase, Risings};
use correlation::sim::orders::Blocker;
use correlation::sim::politics::{Owner, Status};
use correlation::view::risings::{rising_rows, risings_text};
use correlation::view::{MovementsAsk, MovementsPage, MovementsTab, movements_view, society_view};

use super::content;

fn in_arms(campaign: &Campaign) -> Vec<MovementId> {
    let movements = content();
    let armed = |id: &MovementId| campaign.sim().movement::<Movement>(*id).phase() == MovementPhase::InArms;
    movements.movements.ids().filter(armed).collect()
}

/// While a ruler and the country it rules talk on independence, nobody there rises.
#[test]
fn nobody_rises_while_talks_on_independence_are_under_way() {
    let ruler = content().polities.find(|def| def.id == "GBR").expect("the campaign has it");
    let mut campaign =
        Campaign::begin(&NewGame { seat: Some(SeatName("GBR".into())), ..NewGame::new(content(), 3) })
            .unwrap();
    let ground = |campaign: &Campaign, id: MovementId| {
        campaign.sim().territory::<Owner>(content().movements[id].territory).polity()
    };
    let under = |id: &MovementId| {
        let (sim, home) = (campaign.sim(), ground(&campaign, *id));
        sim.movement::<Movement>(*id).is_alive() && sim.polity::<Status>(home).ruler() == Some(ruler)
    };
    let movement = content().movements.ids().find(under).expect("it rules over one");
    let with = ground(&campaign, movement);
    let at_the_table = |campaign: &Campaign| {
        campaign.blockers(Seat::Movement(movement), &Order::Rise).contains(&Blocker::AtTheTable)
    };
    assert!(!at_the_table(&campaign));
    let talks = Order::OpenIndependenceTalks { with };
    let (issuer, mut months) = (Seat::Polity(ruler), 0);
    while !campaign.blockers(issuer, &talks).is_empty() {
        campaign.step();
        months += 1;
        assert!(months < 60, "{:?}", campaign.blockers(issuer, &talks));
    }
    campaign.give(issuer, talks);
    campaign.step();
    assert!(at_the_table(&campaign));
}

#[test]
fn each_rising_has_one_record_that_is_closed_when_it_is_over() {
    let mut campaign = Campaign::begin(&NewGame::new(content(), 3)).unwrap();
    let at_start = in_arms(&campaign);
    for month in 0..240 {
        campaign.step();
        let open: Vec<MovementId> = {
            let risings = campaign.sim().get::<Risings>();
            let mut open: Vec<_> =
                risings.list().iter().filter(|one| one.ended.is_none()).map(|one| one.movement).collect();
            open.sort();
            open
        };
        assert_eq!(open, in_arms(&campaign), "month {month}");
    }
    let sim = campaign.sim();
    let risings = sim.get::<Risings>().list();

    // One record for each movement in arms at the start, and for each time that one took up arms since.
    let mut rose: BTreeMap<MovementId, usize> = BTreeMap::new();
    at_start.iter().for_each(|&id| *rose.entry(id).or_default() += 1);
    for entry in sim.get::<Chronicle>().entries() {
        if let Fact::RisingBegun { movement, .. } = entry.fact {
            *rose.entry(movement).or_default() += 1;
        }
    }
    let mut kept: BTreeMap<MovementId, usize> = BTreeMap::new();
    risings.iter().for_each(|one| *kept.entry(one.movement).or_default() += 1);
    assert_eq!(kept, rose);
    assert_eq!(risings.iter().filter(|one| one.from_start).count(), at_start.len());
    assert!(risings.len() > at_start.len() + 5, "{} risings", risings.len());

    for one in risings {
        for share in [one.above, one.below, one.lead, one.ripeness, one.support, one.unity, one.most_ground] {
            assert!((0.0..=1.0).contains(&share), "{one:?}");
        }
        assert!(one.ripeness < 1.0, "the ripeness of the first month, not a mark: {one:?}");
        assert!(one.ended.is_none_or(|(end, _)| end >= one.began), "{one:?}");
        assert!(one.charged >= People::ZERO && one.charged <= one.dead, "{one:?}");
    }

    // What is charged to movements for war is charged in risings, to the last person.
    let (harm, atlas) = (sim.get::<HarmBook>(), sim.get::<Atlas>());
    for id in content().movements.ids() {
        let booked = harm.of(atlas.agent(Seat::Movement(id)), Harm::War);
        let recorded: People = risings.iter().filter(|one| one.movement == id).map(|one| one.charged).sum();
        assert_eq!(booked, recorded, "{}", content().movements[id].id);
    }

    // The dead of a war that one movement fought alone, from its first month on, are those of its record.
    let mut compared = 0;
    for entry in sim.get::<Chronicle>().entries() {
        let Fact::WarEnded { war, attacker, dead, .. } = entry.fact else { continue };
        let fought: Vec<_> = risings.iter().filter(|one| one.war == Some(war)).collect();
        if let (Seat::Movement(id), [only]) = (attacker, fought.as_slice())
            && only.movement == id
            && risings.iter().filter(|one| one.movement == id).count() == 1
            && only.ended.is_some_and(|(end, _)| end == entry.month)
        {
            // Wars that went before, under another opponent, stand in the record too.
            assert!(only.dead.0 >= dead, "{only:?}: {dead}");
            compared += 1;
        }
    }
    assert!(compared > 3, "{compared} wars compared");
    speaks(&campaign);
}

/// Every record can be told, and what is told holds no place that was left empty.
fn speaks(campaign: &Campaign) {
    let sim = campaign.sim();
    let rows = rising_rows(sim, None);
    assert_eq!(rows.len(), sim.get::<Risings>().list().len());
    for row in &rows {
        let story = row.story.join(" ");
        assert!(row.story.len() >= 5 && !story.contains(['{', '}']), "{story}");
        assert_eq!(row.terms.len(), 16);
    }
    assert!(risings_text(sim, None).lines().count() > rows.len());
    let state = content().polities.find(|def| def.id == "IND").unwrap();
    assert!(rising_rows(sim, Some(state)).iter().all(|row| row.ground == "IND" || row.against == "IND"));

    let ask = MovementsAsk { tab: MovementsTab::Risings, ..MovementsAsk::default() };
    let MovementsPage::Risings(lines, chosen) = movements_view(sim, &ask).page else {
        panic!("another page")
    };
    assert_eq!((lines.len(), chosen.map(|view| view.line.number)), (rows.len(), Some(rows.len() - 1)));
    let view = society_view(sim, Some(state));
    let shares: f64 = view.classes.iter().map(|line| line.share).sum();
    let power: f64 = view.rule.lines.iter().map(|line| line.weight).sum();
    assert!((shares - 1.0).abs() < 1e-9 && (power - 1.0).abs() < 1e-6);
    for line in &view.classes {
        assert!((line.currents.iter().sum::<f64>() - 1.0).abs() < 1e-6 || line.share == 0.0);
        assert!(!line.grievance.terms.is_empty(), "{:?}", line.class);
    }
    assert_eq!(view.year.months, 12);
    assert!(view.year.change.open_rest().abs() < 0.5);
}
