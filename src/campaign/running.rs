//! A running campaign: the simulation, its passport, and what comes with a save.

use crate::content::vocabulary::{Ids, Order};
use crate::sim::agents::Players;
use crate::sim::crisis::Crises;
use crate::sim::orders::{self, Blocker, Seq};
use crate::sim::{Seat, Simulation};

use super::names::{NameError, to_names};
use super::passport::{OrderLine, Passport, SeatName};
use super::setup::{NewGame, SetupError};

/// How a campaign came to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finish {
    /// The months of the scenario are over.
    TimeIsUp,
    /// A general exchange ended it for everyone.
    GeneralExchange,
}

/// A running campaign.
pub struct Campaign {
    sim: Simulation,
    passport: Passport,
    /// State of a mission, opaque to the simulation, that rides in the save.
    pub attachment: Option<String>,
}

impl Campaign {
    /// Begins a campaign.
    ///
    /// # Errors
    /// If it cannot be set up.
    pub fn begin(game: &NewGame) -> Result<Self, SetupError> {
        Ok(Self { sim: game.start()?, passport: Passport::begin(game), attachment: None })
    }

    /// Puts a loaded simulation and its passport together.
    pub(super) fn resume(sim: Simulation, passport: Passport, attachment: Option<String>) -> Self {
        Self { sim, passport, attachment }
    }

    /// The simulation, for reading.
    pub fn sim(&self) -> &Simulation {
        &self.sim
    }

    /// Whether the reasons of decisions are kept to be asked for. The history is the same either way.
    pub fn keep_reasons(&mut self, keep: bool) {
        self.sim.keep_reasons(keep);
    }

    /// Whether what would have changed each decision is tried. The history is the same either way.
    pub fn try_changes(&mut self, tries: bool) {
        self.sim.try_changes(tries);
    }

    /// The passport so far.
    pub fn passport(&self) -> &Passport {
        &self.passport
    }

    /// The seat that is played now: the one chosen at the start, or the state that a movement played has come to govern.
    pub fn seat(&self) -> Option<Seat> {
        self.sim.get::<Players>().seat()
    }

    /// Everything that stands against an order of a seat now.
    pub fn blockers(&self, issuer: Seat, order: &Order<Ids>) -> Vec<Blocker> {
        orders::validate(self.sim.world(), issuer, order)
    }

    /// Gives an order for the coming month.
    pub fn give(&mut self, issuer: Seat, order: Order<Ids>) -> Seq {
        self.sim.give(issuer, order)
    }

    /// Takes an order back that is not resolved yet; false if there is none.
    pub fn take_back(&mut self, sequence: Seq) -> bool {
        self.sim.take_back(sequence)
    }

    /// Why the campaign is over, if it is.
    pub fn finish(&self) -> Option<Finish> {
        if self.sim.get::<Crises>().exchange().is_some() {
            Some(Finish::GeneralExchange)
        } else if self.sim.clock().played() >= self.sim.content().scenario.months {
            Some(Finish::TimeIsUp)
        } else {
            None
        }
    }

    /// Simulates one month. Orders given for it go into the passport; the end of a year leaves its hash there.
    pub fn step(&mut self) {
        let month = self.sim.clock().now().plus(1);
        for given in self.sim.pending().iter().filter(|given| given.month <= month) {
            self.passport.orders.push(OrderLine {
                month: month.iso(),
                issuer: SeatName::of(self.sim.content(), given.issuer),
                order: to_names(self.sim.content(), &given.order),
            });
        }
        self.sim.step();
        self.passport.months += 1;
        if month.ends_year() {
            let hash = self.sim.hash();
            self.passport.mark(month, hash);
        }
    }

    /// Gives the orders that a list of lines holds for the coming month.
    ///
    /// # Errors
    /// A line that names something the content does not define.
    pub fn give_lines(&mut self, lines: &[OrderLine]) -> Result<(), NameError> {
        let month = self.sim.clock().now().plus(1).iso();
        for line in lines.iter().filter(|line| line.month == month) {
            let (issuer, order) = line.resolve(self.sim.content())?;
            self.sim.give(issuer, order);
        }
        Ok(())
    }
}
