//! Disputed ground of a state: with whom, over what, what each side says, and whether it is open.

use crate::base::PolityId;
use crate::content::defs::DisputeDef;
use crate::sim::Simulation;
use crate::sim::diplomacy::{DisputeStanding, dispute_standing};
use crate::sim::politics::Status;
use crate::view::words::{Piece, Sentence, Speaker, fill, text};
use crate::view::{Explained, Unit};

/// Ground that a state disputes with another.
#[derive(Debug, Clone, PartialEq)]
pub struct DisputeView {
    /// The other.
    pub other: PolityId,
    /// Over what, with whom.
    pub sentence: Sentence,
    /// What each side asserts.
    pub because: String,
    /// How much hangs on it (0–1).
    pub weight: Explained,
    /// Who held the ground when the campaign began.
    pub holder: String,
    /// Whether it is open, rests, sleeps or is settled, and until when or by whom.
    pub stands: String,
    /// Whether it is open now.
    pub open: bool,
}

/// All disputes of a state, those that are open first, the weightiest first.
pub(super) fn disputes(sim: &Simulation, of: PolityId) -> Vec<DisputeView> {
    let content = sim.content();
    let own = content.disputes.iter().enumerate().filter(|(_, one)| one.of == of || one.with == of);
    let mut lines: Vec<DisputeView> = own
        .filter_map(|(place, one)| {
            let other = if one.of == of { one.with } else { one.of };
            let standing = dispute_standing(sim.world(), place);
            // Of states that are not, and may never be, there is nothing to say yet.
            if standing == DisputeStanding::Sleeps && !sim.polity::<Status>(other).is_alive() {
                return None;
            }
            let values = [("ground", Piece::plain(&one.name)), ("other", Speaker(content).polity(other))];
            Some(DisputeView {
                other,
                sentence: Sentence::fill(text!("di.dispute"), &values),
                because: one.because.clone(),
                weight: Explained::given(text!("di.dispute.weight"), one.weight, Unit::Index)
                    .meaning(text!("di.dispute.weight.means")),
                holder: holder(sim, one),
                stands: stands(sim, standing),
                open: standing == DisputeStanding::Open,
            })
        })
        .collect();
    lines.sort_by(|a, b| b.open.cmp(&a.open).then(b.weight.value.total_cmp(&a.weight.value)));
    lines
}

/// Who held disputed ground when the campaign began, in words.
fn holder(sim: &Simulation, dispute: &DisputeDef) -> String {
    dispute.held_by.map_or_else(
        || text!("di.dispute.held_in_parts").to_owned(),
        |id| fill(text!("di.dispute.held"), &[("who", &sim.content().polities[id].name)]),
    )
}

/// How a dispute stands in words.
fn stands(sim: &Simulation, standing: DisputeStanding) -> String {
    match standing {
        DisputeStanding::Open => text!("di.dispute.open").to_owned(),
        DisputeStanding::Rests(None) => text!("di.dispute.rests").to_owned(),
        DisputeStanding::Rests(Some(until)) => {
            fill(text!("di.dispute.rests_until"), &[("when", &until.to_string())])
        }
        DisputeStanding::Sleeps => text!("di.dispute.sleeps").to_owned(),
        DisputeStanding::Settled(dropped) => {
            let who = &sim.content().polities[dropped.by].name;
            fill(text!("di.dispute.settled"), &[("who", who), ("when", &dropped.until.to_string())])
        }
    }
}
