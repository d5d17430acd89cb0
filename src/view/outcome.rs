//! The outcome of a seat: how it has done by what it stands for, and the harm charged to it.

use crate::base::{Month, PolityId};
use crate::content::defs::AimDef;
use crate::content::vocabulary::Harm;
use crate::sim::agents::Players;
use crate::sim::crisis::Crises;
use crate::sim::ledger::HarmBook;
use crate::sim::movements::Movement;
use crate::sim::outcome::aim_reached;
use crate::sim::politics::Government;
use crate::sim::quantities::{Binding, Facts, truth};
use crate::sim::{Atlas, Seat, Simulation};

use super::exchange::exchange_account;
use super::state::standing;
use super::words::{Speaker, phase_words, text};
use super::{Explained, Unit};

/// An aim of the seat.
#[derive(Debug, Clone, PartialEq)]
pub struct AimLine {
    /// What is wanted.
    pub words: String,
    /// Where it stands now.
    pub now: f64,
    /// How far it is reached (0–1).
    pub reached: f64,
    /// The value at which it counts nothing.
    pub from: f64,
    /// The value at which it counts fully.
    pub to: f64,
    /// Weight against the seat's other aims (0–1).
    pub weight: f64,
}

/// Harm of one kind.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HarmLine {
    /// Which kind.
    pub kind: Harm,
    /// Charged to the seat.
    pub own: f64,
    /// All in the world, whoever decided.
    pub world: f64,
}

/// The outcome so far, or at the end.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct OutcomeView {
    /// What the seat is called; empty for an onlooker.
    pub seat_name: String,
    /// When.
    pub month: Month,
    /// Whether the campaign is over.
    pub ended: bool,
    /// When a general exchange ended it, if one did.
    pub exchange: Option<Month>,
    /// How it came to that, in at most twelve sentences.
    pub account: Vec<String>,
    /// The score with its terms; none for a movement or an onlooker.
    pub standing: Option<Explained>,
    /// Where a movement is in its life; empty for a state.
    pub movement_phase: String,
    /// The seat's own aims.
    pub aims: Vec<AimLine>,
    /// Harm charged to the seat, against all in the world.
    pub harm: Vec<HarmLine>,
    /// Whose harm before it came to power is counted with it, if it governs a state.
    pub harm_before: Option<String>,
}

fn aims(sim: &Simulation, id: PolityId) -> Vec<AimLine> {
    let aims = &sim.content().polities[id].start.aims;
    if aims.is_empty() {
        return Vec::new();
    }
    let facts = Facts::gather(sim.world());
    let line = |aim: &AimDef| {
        let now = truth(&facts, &aim.what, Binding::this(Seat::Polity(id)));
        AimLine {
            words: aim.words.clone(),
            now,
            reached: aim_reached(now, aim.from, aim.to),
            from: aim.from,
            to: aim.to,
            weight: aim.weight,
        }
    };
    aims.iter().map(line).collect()
}

/// The outcome for a seat, or for the player's if none is given.
pub fn outcome_view(sim: &Simulation, seat: Option<Seat>) -> OutcomeView {
    let content = sim.content();
    let clock = sim.clock();
    let exchange = sim.get::<Crises>().exchange();
    let mut view = OutcomeView {
        month: clock.now(),
        ended: exchange.is_some() || clock.played() >= content.scenario.months,
        exchange,
        account: exchange_account(sim),
        ..OutcomeView::default()
    };
    let Some(seat) = seat.or_else(|| sim.get::<Players>().seat()) else { return view };
    view.seat_name = Speaker(content).seat(seat).text;
    // Who governs answers for what it did on the way to power, too.
    let before = match seat {
        Seat::Polity(id) => sim.polity::<Government>(id).led_by(),
        Seat::Movement(_) => None,
    };
    view.harm_before = before.map(|id| Speaker(content).seat(Seat::Movement(id)).text);
    let (harm, atlas) = (sim.get::<HarmBook>(), sim.get::<Atlas>());
    let seats = [Some(seat), before.map(Seat::Movement)];
    let own = |kind| seats.iter().flatten().map(|&seat| harm.of(atlas.agent(seat), kind).real()).sum();
    view.harm = Harm::ALL
        .iter()
        .map(|&kind| HarmLine { kind, own: own(kind), world: harm.world(kind).real() })
        .collect();
    // After a general exchange nobody has a score.
    if exchange.is_some() {
        return view;
    }
    match seat {
        Seat::Polity(id) => {
            view.standing = Some(standing(sim, id));
            view.aims = aims(sim, id);
        }
        Seat::Movement(id) => {
            let now = sim.movement::<Movement>(id);
            view.movement_phase = phase_words(now.phase()).into();
            view.standing = Some(
                Explained::given(text!("m.control"), now.control(), Unit::Share)
                    .meaning(text!("out.movement")),
            );
        }
    }
    view
}
