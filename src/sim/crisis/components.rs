//! Resources that crises own.

use bevy::prelude::*;
use serde::{Deserialize, Serialize};

use crate::base::{DoctrineId, Month, MovementId, PolityId};
use crate::content::vocabulary::{Concession, CrisisMove};

/// Rungs of the ladder, 0 to 7: words, demands, a show of force, forces mobilised, quarantine, shots, the brink, general
/// exchange.
pub const TOP_RUNG: u8 = 7;

/// The rung on which forces are mobilised.
pub const RUNG_MOBILISED: u8 = 3;

/// The rung on which trade between the two is stopped.
pub const RUNG_QUARANTINE: u8 = 4;

/// The rung from which on shots fall.
pub const RUNG_SHOTS: u8 = 5;

/// Highest alert of a side's forces; 0 is the alert of every day.
pub const TOP_ALERT: u8 = 3;

/// Most rounds a crisis plays in a month (DESIGN §3).
pub const ROUNDS_A_MONTH: u8 = 6;

/// Ended crises that are remembered.
const REMEMBERED: usize = 16;

/// The act that began a crisis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cause {
    /// Troops were sent to the place it is about.
    TroopsSent,
    /// A war was opened.
    WarOpened,
    /// A blockade was laid.
    Blockade,
    /// A movement was armed.
    ArmsSent(MovementId),
    /// Property of owners of the other side was taken.
    Nationalised,
    /// A movement that was helped from abroad came to power.
    Takeover(MovementId),
    /// A base was taken in the place it is about.
    BaseTaken,
}

/// The policy that spoke for a move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// Whose doctrine.
    pub doctrine: DoctrineId,
    /// Position of the policy in it.
    pub policy: u16,
}

/// One round, as played.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct PlayedRound {
    /// When.
    pub month: Month,
    /// The moves, challenger first.
    pub moves: [CrisisMove; 2],
    /// Policies that spoke for them; none for a human, or where no move reached its threshold.
    pub reasons: [Option<Reason>; 2],
    /// The rung after it, an accident included.
    pub rung: u8,
    /// The alerts after it.
    pub alerts: [u8; 2],
    /// Whether an accident happened in it.
    pub accident: bool,
}

/// A crisis between two states.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Crisis {
    /// Number in this history.
    pub number: u32,
    /// The side that challenges.
    pub challenger: PolityId,
    /// The side that is challenged.
    pub defender: PolityId,
    /// The polity it is about.
    pub over: PolityId,
    /// Whose act began it: the challenger, or a state that leans on it.
    pub actor: PolityId,
    /// The act that began it.
    pub cause: Cause,
    /// What each has at stake (0–1), challenger first; known to itself only.
    pub stakes: [f64; 2],
    /// What each believes the other has at stake (0–1): the challenger's belief of the defender first.
    pub believed: [f64; 2],
    /// The rung reached.
    pub rung: u8,
    /// The highest rung so far.
    pub peak: u8,
    /// Alert of each side's forces (0–3), challenger first.
    pub alerts: [u8; 2],
    /// Rounds played.
    pub rounds: u8,
    /// Whether each side has offered a way out, challenger first.
    pub exit_offered: [bool; 2],
    /// What each gives for it.
    pub gives: [Option<Concession>; 2],
    /// Whether the two talk behind the stage.
    pub channel: bool,
    /// The state that mediates.
    pub mediator: Option<PolityId>,
    /// Moves given by order for the round to come, challenger first.
    pub given: [Option<CrisisMove>; 2],
    /// When it began.
    pub since: Month,
    /// What was played, oldest first.
    pub played: Vec<PlayedRound>,
}

impl Crisis {
    /// A crisis on its lowest rung, with nothing at stake yet and nothing played: number 0, over the challenger's own act.
    pub fn between(
        [challenger, defender]: [PolityId; 2],
        over: PolityId,
        cause: Cause,
        since: Month,
    ) -> Self {
        Self {
            number: 0,
            challenger,
            defender,
            over,
            actor: challenger,
            cause,
            stakes: [0.0; 2],
            believed: [0.0; 2],
            rung: 1,
            peak: 1,
            alerts: [0; 2],
            rounds: 0,
            exit_offered: [false; 2],
            gives: [None; 2],
            channel: false,
            mediator: None,
            given: [None; 2],
            since,
            played: Vec::new(),
        }
    }
    /// The two sides, challenger first.
    pub fn sides(&self) -> [PolityId; 2] {
        [self.challenger, self.defender]
    }
    /// Which side a state is: 0 the challenger, 1 the defender.
    pub fn side_of(&self, polity: PolityId) -> Option<usize> {
        self.sides().iter().position(|&side| side == polity)
    }
}

/// How a crisis ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum CrisisOutcome {
    /// Both found a way out.
    Settled,
    /// The challenger gave way.
    ChallengerYielded,
    /// The defender gave way.
    DefenderYielded,
    /// It lost its heat, and nothing was settled.
    Faded,
    /// It became a war.
    War,
    /// A general exchange.
    Exchange,
}

/// A crisis that is over.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EndedCrisis {
    /// The crisis as it was at its end.
    pub crisis: Crisis,
    /// When it ended.
    pub month: Month,
    /// How.
    pub outcome: CrisisOutcome,
}

/// Crises under way, and the last that are over.
#[derive(Resource, Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Crises {
    pub(in crate::sim) list: Vec<Crisis>,
    pub(in crate::sim) ended: Vec<EndedCrisis>,
    pub(in crate::sim) next: u32,
    /// When a general exchange ended the campaign, if one did.
    pub(in crate::sim) exchange: Option<Month>,
}

impl Crises {
    /// All under way, oldest first.
    pub fn list(&self) -> &[Crisis] {
        &self.list
    }
    /// The last ones that are over, oldest first.
    pub fn ended(&self) -> &[EndedCrisis] {
        &self.ended
    }
    /// When a general exchange ended the campaign, if one did.
    pub fn exchange(&self) -> Option<Month> {
        self.exchange
    }
    /// The crisis that became a general exchange, if one did.
    pub fn fatal(&self) -> Option<&EndedCrisis> {
        self.ended.iter().rfind(|one| one.outcome == CrisisOutcome::Exchange)
    }
    /// The one under way between two states.
    pub fn between(&self, a: PolityId, b: PolityId) -> Option<&Crisis> {
        self.list.iter().find(|one| one.side_of(a).is_some() && one.side_of(b).is_some())
    }

    /// Puts an ended crisis among those that are remembered.
    pub(in crate::sim) fn close(&mut self, ended: EndedCrisis) {
        self.list.retain(|one| one.number != ended.crisis.number);
        if self.ended.len() >= REMEMBERED {
            self.ended.remove(0);
        }
        self.ended.push(ended);
    }
}
