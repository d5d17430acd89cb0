//! Going back to the last safe month: the same history, with the same luck and the same orders, lived again up to there.

use std::sync::Arc;

use crate::base::Month;
use crate::content::defs::Content;
use crate::sim::Simulation;
use crate::sim::crisis::{Crises, EndedCrisis};

use super::names::NameError;
use super::passport::{Passport, PassportError, hex};
use super::running::Campaign;
use super::setup::{NewGame, SetupError};

/// The last month in which no crisis stood on the way to the general exchange that ended a history: the month before the
/// one began that became it. Nothing where no exchange ended it.
pub fn last_safe_month(sim: &Simulation) -> Option<Month> {
    sim.get::<Crises>().fatal().map(before)
}

/// The month before a crisis began.
fn before(fatal: &EndedCrisis) -> Month {
    Month(fatal.crisis.since.0.saturating_sub(1))
}

/// Why a branch cannot be made.
#[derive(Debug, Clone, PartialEq)]
pub enum BranchError {
    /// The passport was made with other content.
    Passport(PassportError),
    /// The campaign could not be set up.
    Setup(SetupError),
    /// An order names something the content does not define.
    Order(NameError),
    /// The history came out otherwise than its passport says.
    Otherwise {
        /// The month, as `1957-12`.
        month: String,
    },
}

impl std::fmt::Display for BranchError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Passport(error) => error.fmt(f),
            Self::Setup(error) => error.fmt(f),
            Self::Order(error) => write!(f, "an order of this history cannot be given again: {error}"),
            Self::Otherwise { month } => write!(
                f,
                "lived again, this history comes out otherwise at {month}; was it played with another version of the game?"
            ),
        }
    }
}

impl std::error::Error for BranchError {}

/// A history that is lived again up to some month, a few months at a time.
pub struct Branch {
    campaign: Campaign,
    /// The passport of the history, up to the month.
    passport: Passport,
}

impl Branch {
    /// Begins to live the history of a passport again, up to the end of a month.
    ///
    /// # Errors
    /// If the passport does not fit the content, or the campaign cannot be set up.
    pub fn begin(content: &Arc<Content>, passport: &Passport, until: Month) -> Result<Self, BranchError> {
        passport.fits(content).map_err(BranchError::Passport)?;
        let game = NewGame {
            content: Arc::clone(content),
            seed: passport.seed,
            lens: Some(passport.lens.clone()),
            set: passport.set.clone(),
            seat: passport.seat.clone(),
        };
        let campaign = Campaign::begin(&game).map_err(BranchError::Setup)?;
        let months = until.since(campaign.sim().clock().now()).min(passport.months);
        Ok(Self { campaign, passport: passport.up_to(until, months) })
    }

    /// Months that have been lived again, and how many there are.
    pub fn progress(&self) -> (u32, u32) {
        (self.campaign.passport().months, self.passport.months)
    }

    /// Lives one more month; whether there was one left.
    ///
    /// # Errors
    /// If an order cannot be given again, or the history comes out otherwise than its passport says.
    pub fn step(&mut self) -> Result<bool, BranchError> {
        let (done, all) = self.progress();
        if done >= all {
            return Ok(false);
        }
        self.campaign.give_lines(&self.passport.orders).map_err(BranchError::Order)?;
        self.campaign.step();
        let month = self.campaign.sim().clock().now();
        let mark = self.passport.hashes.iter().find(|mark| mark.month == month.iso());
        match mark {
            Some(mark) if mark.hash != hex(self.campaign.sim().hash()) => {
                Err(BranchError::Otherwise { month: month.iso() })
            }
            _ => Ok(true),
        }
    }

    /// The campaign as far as it has been lived again.
    pub fn into_campaign(self) -> Campaign {
        self.campaign
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Id, PolityId};
    use crate::campaign::{HashMark, OrderLine, SeatName};
    use crate::content::vocabulary::Order;
    use crate::sim::crisis::{Cause, Crisis, CrisisOutcome};

    #[test]
    fn the_last_safe_month_is_the_one_before_the_crisis_began() {
        let [a, b, c] = [0, 1, 2].map(PolityId::from_index);
        let (began, ended) = (Month::new(1962, 10).unwrap(), Month::new(1962, 12).unwrap());
        let crisis = Crisis::between([a, b], c, Cause::TroopsSent, began);
        let ended = EndedCrisis { crisis, month: ended, outcome: CrisisOutcome::Exchange };
        assert_eq!(before(&ended), Month::new(1962, 9).unwrap());
    }

    #[test]
    fn a_passport_up_to_a_month_keeps_what_came_until_then() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let content = crate::content::load(root, "1950_two_camps", &[]).content.expect("the campaign loads");
        let line = |month: &str| OrderLine {
            month: month.into(),
            issuer: SeatName("IND".into()),
            order: Order::Recognise { whom: "CHN".into() },
        };
        let mark = |month: &str| HashMark { month: month.into(), hash: hex(1) };
        let whole = Passport {
            months: 40,
            orders: ["1950-03", "1951-02", "1951-03"].map(line).into(),
            hashes: ["1950-12", "1951-12"].map(mark).into(),
            ..Passport::begin(&NewGame::new(Arc::new(content), 4))
        };
        let cut = whole.up_to(Month::new(1951, 2).unwrap(), 14);
        assert_eq!((cut.months, cut.orders.len(), cut.hashes.len()), (14, 2, 1));
        assert_eq!((cut.seed, &cut.content), (whole.seed, &whole.content));
    }

    #[test]
    fn a_branch_lives_the_same_history_again() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let content = crate::content::load(root, "1950_two_camps", &[]).content.expect("the campaign loads");
        let content = Arc::new(content);
        let game = NewGame { seat: Some(SeatName("IND".into())), ..NewGame::new(Arc::clone(&content), 9) };
        let mut first = Campaign::begin(&game).unwrap();
        let seat = first.seat().unwrap();
        let mut then = 0;
        for month in 0..16 {
            if month == 3 {
                first.give(seat, Order::SetWelfare { share: 0.1 });
            }
            first.step();
            if month == 13 {
                then = first.sim().hash();
            }
        }
        let until = Month(first.sim().clock().now().0 - 2);
        let mut branch = Branch::begin(&content, first.passport(), until).unwrap();
        while branch.step().unwrap() {}
        assert_eq!(branch.progress(), (14, 14));
        let again = branch.into_campaign();
        assert_eq!((again.sim().hash(), again.seat()), (then, Some(seat)));
        assert_eq!(again.passport().orders, first.passport().orders);
        // A history that is not the one of the passport is not passed off as it.
        let mut other = first.passport().clone();
        other.hashes[0].hash = hex(1);
        let mut branch = Branch::begin(&content, &other, until).unwrap();
        let failed = std::iter::from_fn(|| Some(branch.step())).find(|step| !matches!(step, Ok(true)));
        assert_eq!(failed, Some(Err(BranchError::Otherwise { month: "1950-12".into() })));
    }
}
