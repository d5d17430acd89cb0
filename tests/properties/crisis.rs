//! Crises take the same course whether or not reasons are kept, and again with the same luck.

use std::path::Path;
use std::sync::Arc;

use correlation::campaign::{Campaign, NewGame};
use correlation::sim::crisis::Crises;

/// A history in which quarrels become crises easily, and its state after some years.
fn lived(keep_reasons: bool) -> (u64, Crises) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let content =
        correlation::content::load(root, "1950_two_camps", &[]).content.expect("the campaign loads");
    let set = [("crisis.begin_tension", 0.0), ("crisis.begin_chance", 1.0), ("crisis.begin_lesser", 1.0)];
    let game = NewGame {
        set: set.map(|(rule, value)| (rule.to_owned(), value)).to_vec(),
        ..NewGame::new(Arc::new(content), 5)
    };
    let mut campaign = Campaign::begin(&game).expect("the campaign starts");
    campaign.keep_reasons(keep_reasons);
    for _ in 0..48 {
        campaign.step();
    }
    (campaign.sim().hash(), campaign.sim().get::<Crises>().clone())
}

#[test]
fn the_course_of_crises_does_not_hang_on_what_is_recorded() {
    let (with, without, again) = (lived(true), lived(false), lived(true));
    assert!(!with.1.ended().is_empty(), "there were crises");
    assert_eq!(with, without);
    assert_eq!(with, again);
}
