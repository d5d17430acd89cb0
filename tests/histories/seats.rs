//! Whoever plays a movement governs once it has come to power.

use correlation::campaign::{Campaign, NewGame, SeatName};
use correlation::content::vocabulary::{Ids, Order};
use correlation::sim::Seat;
use correlation::sim::movements::{Movement, MovementPhase};
use correlation::sim::orders::Blocker;
use correlation::sim::politics::{Government, Status};
use correlation::view::outcome_view;

use super::content;

/// A campaign in which the Viet Minh, played by somebody who only watches, have come to power; the first of some seeds.
fn victory() -> Campaign {
    let movement = content().movements.find(|def| def.id == "viet_minh").expect("the campaign has it");
    for seed in 1..=8 {
        let seat = Some(SeatName("viet_minh".into()));
        let mut campaign = Campaign::begin(&NewGame { seat, ..NewGame::new(content(), seed) }).unwrap();
        for _ in 0..40 {
            assert_eq!(campaign.seat(), Some(Seat::Movement(movement)));
            campaign.step();
            if campaign.sim().movement::<Movement>(movement).phase() == MovementPhase::Victorious {
                return campaign;
            }
        }
    }
    panic!("in no history did it come to power");
}

#[test]
fn a_movement_played_governs_after_its_victory() {
    let mut campaign = victory();
    let content = content();
    let movement = content.movements.find(|def| def.id == "viet_minh").expect("the campaign has it");
    let state = content.movements[movement].wants;
    assert_eq!(campaign.seat(), Some(Seat::Polity(state)));
    assert!(campaign.sim().polity::<Status>(state).is_sovereign());
    assert_eq!(campaign.sim().polity::<Government>(state).led_by(), Some(movement));
    // Orders of a state are open to it now, and the outcome is a state's.
    let order = Order::<Ids>::LandReform;
    let blockers = campaign.blockers(Seat::Polity(state), &order);
    let closed = |blocker: &Blocker| matches!(blocker, Blocker::WrongSeat | Blocker::NotInBeing);
    assert!(!blockers.iter().any(closed), "{blockers:?}");
    assert!(outcome_view(campaign.sim(), None).seat_name.contains("Vietnam"));
    // No AI decides for it, and a save brings the seat back.
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("victory.cofsave");
    correlation::campaign::save(&campaign, &file).unwrap();
    let mut again = correlation::campaign::load(&file, content.clone()).unwrap();
    assert_eq!(again.seat(), Some(Seat::Polity(state)));
    campaign.step();
    again.step();
    assert_eq!(campaign.sim().hash(), again.sim().hash());
}
