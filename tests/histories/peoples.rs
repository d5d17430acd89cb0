//! People and harm: what happens to people adds up, and is charged to somebody or, where nobody decided, to nobody.

use correlation::base::{Id, PolityId};
use correlation::campaign::{Campaign, NewGame};
use correlation::content::vocabulary::Harm;
use correlation::sim::Seat;
use correlation::sim::conflict::{Forces, Wars};
use correlation::sim::ledger::{HarmBook, PeopleBook, PeopleFlow};
use correlation::sim::movements::{Movement, MovementPhase, Situation};
use correlation::sim::politics::{Control, Government, Holding, Owner, Status};
use correlation::sim::society::{Classes, Living};
use proptest::prelude::*;

use super::content;

/// The flows of the people's book that are harm, with the harm they are.
const HARM: [(PeopleFlow, Harm); 4] = [
    (PeopleFlow::Departures, Harm::Fled),
    (PeopleFlow::War, Harm::War),
    (PeopleFlow::Famine, Harm::Famine),
    (PeopleFlow::Repression, Harm::Repression),
];

fn unit(value: f64) -> bool {
    (0.0..=1.0).contains(&value)
}

fn check_ranges(campaign: &Campaign) -> Result<(), TestCaseError> {
    let (sim, content) = (campaign.sim(), content());
    for id in content.polities.ids() {
        let government = sim.polity::<Government>(id);
        let shares = [
            government.legitimacy(),
            government.cohesion(),
            government.ossification(),
            government.repression(),
            government.franchise(),
            government.self_rule(),
        ];
        prop_assert!(shares.into_iter().all(unit), "{}: {government:?}", content.polities[id].id);
        prop_assert!((0.0..=10.0).contains(&government.authority()));
        let coalition: f64 = government.coalition().iter().sum();
        prop_assert!(
            (coalition - 1.0).abs() < 1e-6,
            "{}: coalition sums to {coalition}",
            content.polities[id].id
        );
        let situation = sim.polity::<Situation>(id);
        let gauges = [situation.above(), situation.below(), situation.lead(), situation.ripeness()];
        prop_assert!(gauges.into_iter().all(unit), "{situation:?}");
        let forces = sim.polity::<Forces>(id);
        prop_assert!(forces.strength() >= 0.0 && forces.warheads() >= 0.0 && unit(forces.weariness()));
        let living = sim.polity::<Living>(id);
        prop_assert!(
            living.per_head().is_finite() && living.standard().is_finite() && unit(living.grievance())
        );
        let holding = sim.polity::<Holding>(id);
        prop_assert!(holding.pressure() >= 0.0 && holding.will().is_finite() && unit(holding.cost()));
        if let Some(ruler) = sim.polity::<Status>(id).ruler() {
            prop_assert!(sim.polity::<Status>(ruler).is_alive(), "a ruler that is not in being");
        }
    }
    for id in content.territories.ids() {
        let classes = sim.territory::<Classes>(id);
        let shares: f64 = classes.iter().map(|(_, row)| row.share()).sum();
        prop_assert!((shares - 1.0).abs() < 1e-9, "{}: shares sum to {shares}", content.territories[id].id);
        for (class, row) in classes.iter() {
            let lean: f64 = row.currents().iter().sum();
            prop_assert!((lean - 1.0).abs() < 1e-9, "{class:?} leans {lean}");
            prop_assert!(unit(row.organisation()) && unit(row.grievance()) && row.income() >= 0.0);
        }
        let control = sim.territory::<Control>(id);
        let held: f64 = control.others().map(|other| other.share).sum();
        prop_assert!((0.0..=1.0 + 1e-9).contains(&held), "{held}");
        let owner = sim.territory::<Owner>(id).polity();
        prop_assert!(owner.index() < content.polities.len());
        prop_assert!(
            sim.polity::<Status>(owner).is_alive(),
            "{} has a dormant owner",
            content.territories[id].id
        );
    }
    for id in content.movements.ids() {
        let movement = sim.movement::<Movement>(id);
        let shares = [
            movement.organisation(),
            movement.unity(),
            movement.support(),
            movement.strength(),
            movement.control(),
            movement.help(),
            movement.taint(),
        ];
        prop_assert!(shares.into_iter().all(unit), "{}: {movement:?}", content.movements[id].id);
        prop_assert!(movement.front().iter().copied().all(unit));
        if movement.phase() != MovementPhase::InArms {
            prop_assert!(movement.control() == 0.0, "{} holds ground without arms", content.movements[id].id);
        }
    }
    for war in sim.get::<Wars>().list() {
        prop_assert!(unit(war.front) && war.dead >= 0);
        prop_assert!(war.attacker.leader().is_some() && war.defender.leader().is_some());
        prop_assert!(war.attacker.leader() != war.defender.leader());
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, max_shrink_iters: 0, ..ProptestConfig::default() })]

    /// Under any luck: numbers keep their ranges, the people's book closes, and the dead of each month are exactly
    /// those charged.
    #[test]
    fn people_are_counted_and_harm_is_charged(seed in any::<u64>()) {
        let mut campaign = Campaign::begin(&NewGame::new(content(), seed)).unwrap();
        let territories: Vec<_> = content().territories.ids().collect();
        for _ in 0..36 {
            let before = HARM.map(|(_, harm)| campaign.sim().get::<HarmBook>().world(harm));
            campaign.step();
            let sim = campaign.sim();
            let book = sim.get::<PeopleBook>();
            prop_assert_eq!(book.first_fault(), None);
            for ((flow, harm), before) in HARM.into_iter().zip(before) {
                let booked: i64 = territories.iter().map(|&territory| book.flow(territory, flow).0).sum();
                let charged = sim.get::<HarmBook>().world(harm).0 - before.0;
                prop_assert_eq!(booked, charged, "{:?}", harm);
            }
        }
        check_ranges(&campaign)?;
        let world = campaign.sim().get::<PeopleBook>().world().real();
        prop_assert!((2.4e9..2.9e9).contains(&world), "{} people after three years", world);
    }
}

/// Nothing is dated: the peoples that come free first differ from history to history.
#[test]
fn histories_of_liberation_differ() {
    let free = |seed| {
        let mut campaign = Campaign::begin(&NewGame::new(content(), seed)).unwrap();
        (0..96).for_each(|_| campaign.step());
        let sovereign = |&id: &PolityId| campaign.sim().polity::<Status>(id).is_sovereign();
        content().polities.ids().filter(sovereign).map(Seat::Polity).collect::<Vec<_>>()
    };
    assert_ne!(free(11), free(12));
}
