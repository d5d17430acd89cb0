//! The two sides of a crisis, as one of them, an outsider or an all-knowing reader sees them.

use crate::base::PolityId;
use crate::content::vocabulary::CrisisMove;
use crate::sim::conflict::Forces;
use crate::sim::crisis::{Crisis, alert_bill};
use crate::sim::diplomacy::{Channel, Relations};
use crate::sim::{Atlas, Seat, Simulation};
use crate::view::words::{figure, fill, play_words, sentence_case, text};
use crate::view::{Explained, Look, Unit};

use super::{alert_words, side_of};

/// One side of a crisis.
#[derive(Debug, Clone, PartialEq)]
pub struct CrisisSideView {
    /// Which state.
    pub id: PolityId,
    /// Its name.
    pub name: String,
    /// Its look on the map.
    pub look: Look,
    /// What it is in the crisis, in a word or two.
    pub role: String,
    /// Whether it is the one that looks.
    pub own: bool,
    /// What it has at stake (0–1), as known or as believed; none where nobody outside knows.
    pub stake: Option<Explained>,
    /// Whether this stake is only believed.
    pub stake_believed: bool,
    /// Alert of its forces (0–3).
    pub alert: u8,
    /// The same in words.
    pub alert_words: String,
    /// What the alert costs a round, where it is one's own and costs anything; else empty.
    pub bill: String,
    /// Its warheads, as known or believed.
    pub warheads: Explained,
    /// What it has put on the table; empty if nothing.
    pub offers: String,
}

pub(super) fn side_view(
    sim: &Simulation,
    eyes: Option<Seat>,
    crisis: &Crisis,
    side: usize,
) -> CrisisSideView {
    let id = crisis.sides()[side];
    let own = eyes == Some(Seat::Polity(id));
    let role = match (side, own) {
        (0, true) => text!("cr.challenger.own"),
        (0, false) => text!("cr.challenger"),
        (_, true) => text!("cr.defender.own"),
        (_, false) => text!("cr.defender"),
    };
    CrisisSideView {
        id,
        name: sim.content().polities[id].name.clone(),
        look: Look::of(sim, id),
        role: role.to_owned(),
        own,
        stake: stake(eyes, crisis, side),
        stake_believed: eyes.is_some() && !own,
        alert: crisis.alerts[side],
        alert_words: sentence_case(alert_words(crisis.alerts[side])),
        bill: if own { bill(sim, crisis, side) } else { String::new() },
        warheads: Explained::given(
            if own || eyes.is_none() { text!("cr.warheads") } else { text!("cr.warheads.believed") },
            warheads(sim, eyes, id),
            Unit::Count,
        )
        .meaning(text!("cr.warheads.means")),
        offers: offers(crisis, side),
    }
}

/// What a side has at stake: each knows its own and believes it knows the other's; who is neither knows nothing of it.
fn stake(eyes: Option<Seat>, crisis: &Crisis, side: usize) -> Option<Explained> {
    let looking = match eyes {
        None => side,
        eyes => side_of(eyes, crisis)?,
    };
    Some(if looking == side {
        Explained::given(text!("cr.stake"), crisis.stakes[side], Unit::Index).meaning(text!("cr.stake.means"))
    } else {
        Explained::given(text!("cr.stake.believed"), crisis.believed[looking], Unit::Index)
            .meaning(text!("cr.stake.believed.means"))
    })
}

/// Warheads of a state: its own as they are, another's as believed; as they are where no estimate is kept, as the
/// simulation takes them.
pub(super) fn warheads(sim: &Simulation, eyes: Option<Seat>, of: PolityId) -> f64 {
    let truth = sim.polity::<Forces>(of).warheads();
    let Some(eyes) = eyes.filter(|&eyes| eyes != Seat::Polity(of)) else { return truth };
    let [eyes, of] = [eyes, Seat::Polity(of)].map(|seat| sim.get::<Atlas>().agent(seat));
    let held = sim.get::<Relations>().read(Channel::BelievedWarheads, eyes, of);
    held.filter(|&held| held > 0.0).unwrap_or(truth)
}

fn bill(sim: &Simulation, crisis: &Crisis, side: usize) -> String {
    let alert = crisis.alerts[side];
    if alert == 0 {
        return String::new();
    }
    let money = figure(alert_bill(sim.world(), crisis, side, alert).0 as f64, Unit::Money);
    fill(text!("cr.alert.bill"), &[("money", &money)])
}

fn offers(crisis: &Crisis, side: usize) -> String {
    if !crisis.exit_offered[side] {
        return String::new();
    }
    let play = crisis.gives[side].map_or(CrisisMove::OfferExit, |give| CrisisMove::OfferConcession { give });
    sentence_case(play_words(play))
}
