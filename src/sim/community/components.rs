//! What members of a community of planners owe one another, build together and have given up to one another.

use bevy::prelude::*;
use serde::{Deserialize, Serialize};

use crate::base::{GoodId, Goods, IdVec, Money, Month, OrganisationId, PolityId};
use crate::content::vocabulary::ProjectKind;
use crate::sim::population::PerGood;

use super::parameters::CommunityRules;

/// A yearly protocol between two members: the frame of their obligations.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Protocol {
    /// One side, the lower number.
    pub a: PolityId,
    /// The other.
    pub b: PolityId,
    /// When it was first concluded.
    pub since: Month,
}

/// A promise of one member to deliver a good to another, month by month until the year's end.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Obligation {
    /// Who delivers.
    pub from: PolityId,
    /// To whom.
    pub to: PolityId,
    /// What.
    pub good: GoodId,
    /// How much is due each month, as counted at the quality promised.
    pub monthly: Goods,
    /// Quality promised (0–1): worth of a unit against the best there is.
    pub quality: f64,
    /// The last month in which it is due.
    pub until: Month,
    /// Counted as delivered this year.
    pub delivered: Goods,
    /// Due and not delivered.
    pub arrears: Goods,
    /// Months in arrears without a break.
    pub months: u32,
    /// Months for which arrears come first, after they have been disputed.
    pub pressed: u32,
}

/// One member makes a good for another, which gives its own making of it up.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Specialisation {
    /// Who makes it for both.
    pub specialist: PolityId,
    /// Who relies on the other.
    pub partner: PolityId,
    /// What.
    pub good: GoodId,
    /// When it was agreed.
    pub since: Month,
}

/// Most that pay for one project.
pub const MOST_PAYERS: usize = 6;
/// Most projects that are kept in view; the oldest that is finished makes room.
pub const MOST_PROJECTS: usize = 64;

/// Where a project stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stage {
    /// It is being built.
    Building,
    /// It stands half-built: those who should pay do not.
    Stopped,
    /// It works.
    Done,
    /// It was given up half-built.
    Abandoned,
}

/// A work that several states build on the ground of one.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Project {
    /// Its number, unique in the history.
    pub number: u32,
    /// What is built.
    pub kind: ProjectKind,
    /// On whose ground.
    pub site: PolityId,
    /// Who pays, with its share of the cost; the first proposed it.
    pub payers: [Option<(PolityId, f64)>; MOST_PAYERS],
    /// What it takes in goods.
    pub cost: Goods,
    /// Goods put in so far.
    pub spent: Goods,
    /// When it was agreed.
    pub begun: Month,
    /// Months without progress.
    pub idle: u32,
    /// Where it stands.
    pub stage: Stage,
}

impl Project {
    /// Who pays, with shares.
    pub fn payers(&self) -> impl Iterator<Item = (PolityId, f64)> + '_ {
        self.payers.iter().flatten().copied()
    }
    /// Part that is built (0–1).
    pub fn progress(&self) -> f64 {
        crate::base::math::ratio_or(self.spent.real(), self.cost.real(), 0.0).min(1.0)
    }
}

/// How an organisation that plans or trades together stands this year.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Bond {
    /// Whether this year's plan is drawn up by all together.
    pub multilateral: bool,
    /// Who refused, if somebody did.
    pub refused_by: Option<PolityId>,
    /// How far tariffs inside are down and a common one outside stands (0–1).
    pub depth: f64,
}

/// All that communities have agreed.
#[derive(Resource, Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Community {
    pub(in crate::sim) protocols: Vec<Protocol>,
    /// Sorted by deliverer, receiver and good.
    pub(in crate::sim) obligations: Vec<Obligation>,
    pub(in crate::sim) specialisations: Vec<Specialisation>,
    pub(in crate::sim) projects: Vec<Project>,
    /// Who refuses to have its plan drawn up with others, and until when.
    pub(in crate::sim) refusals: Vec<(PolityId, Month)>,
    pub(in crate::sim) bonds: IdVec<OrganisationId, Bond>,
    /// Prices at which members deliver; 1 = base price.
    pub(in crate::sim) prices: PerGood<f64>,
    pub(in crate::sim) next_project: u32,
}

impl Community {
    /// Protocols in force.
    pub fn protocols(&self) -> &[Protocol] {
        &self.protocols
    }
    /// Whether two stand in a protocol.
    pub fn protocol(&self, a: PolityId, b: PolityId) -> bool {
        let (a, b) = (a.min(b), a.max(b));
        self.protocols.iter().any(|one| one.a == a && one.b == b)
    }
    /// Obligations of the year.
    pub fn obligations(&self) -> &[Obligation] {
        &self.obligations
    }
    /// Specialisations in force.
    pub fn specialisations(&self) -> &[Specialisation] {
        &self.specialisations
    }
    /// Projects, finished ones included.
    pub fn projects(&self) -> &[Project] {
        &self.projects
    }
    /// Whether a state refuses to have its plan drawn up with others.
    pub fn refuses(&self, polity: PolityId) -> bool {
        self.refusals.iter().any(|&(who, _)| who == polity)
    }
    /// How an organisation stands.
    pub fn bond(&self, organisation: OrganisationId) -> Bond {
        self.bonds.get(organisation).copied().unwrap_or_default()
    }
    /// Price at which members deliver a good; 1 = base price.
    pub fn price(&self, good: GoodId) -> f64 {
        self.prices[good]
    }
    /// What one owes another by obligation and has not delivered, in months of what is due (0 = nothing).
    pub fn arrears(&self, of: PolityId, to: PolityId) -> f64 {
        let from = self.obligations.partition_point(|one| (one.from, one.to) < (of, to));
        let (mut owed, mut due) = (0.0, 0.0);
        for one in self.obligations[from..].iter().take_while(|one| (one.from, one.to) == (of, to)) {
            owed += one.arrears.real();
            due += one.monthly.real();
        }
        crate::base::math::ratio_or(owed, due, 0.0)
    }
}

/// What co-operation does to one country.
#[derive(Component, Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Cooperation {
    /// Factor on what a sector's factors make: long runs of a specialist (1 = alone).
    pub(in crate::sim) scale: PerGood<f64>,
    /// Factor on the pull of a sector on investment: below 1 where others make the good.
    pub(in crate::sim) lean: PerGood<f64>,
    /// Factor on the taste for foreign goods.
    pub(in crate::sim) appetite: PerGood<f64>,
    /// Share of what protocols promised it that arrived in time, times the share of imports they cover (0–1), smoothed.
    pub(in crate::sim) assured: f64,
    /// Share of what it owed by protocol that it delivered (0–1), smoothed.
    pub(in crate::sim) met: f64,
    /// How far the best of those who hand documentation on is ahead (0–1).
    pub(in crate::sim) documentation: f64,
    /// Goods of a recovery programme that go into building, a month.
    pub(in crate::sim) counterpart: f64,
    /// What it gives to the others by prices and works, a month, smoothed; negative = receives. In the order of
    /// [`BURDEN`].
    pub(in crate::sim) burden: [f64; BURDEN.len()],
}

/// Parts of the burden: keys of their words.
pub const BURDEN: [&str; 3] = ["burden.raw", "burden.manufactures", "burden.works"];

impl Default for Cooperation {
    fn default() -> Self {
        Self {
            scale: PerGood::filled(1.0),
            lean: PerGood::filled(1.0),
            appetite: PerGood::filled(1.0),
            assured: 0.0,
            met: 1.0,
            documentation: 0.0,
            counterpart: 0.0,
            burden: [0.0; BURDEN.len()],
        }
    }
}

impl Cooperation {
    /// Factor on what a sector's factors make (1 = alone).
    pub fn scale(&self, good: GoodId) -> f64 {
        self.scale[good]
    }
    /// Factor on the pull of a sector on investment (1 = alone).
    pub fn lean(&self, good: GoodId) -> f64 {
        self.lean[good]
    }
    /// Factor on the taste for foreign goods (1 = alone).
    pub fn appetite(&self, good: GoodId) -> f64 {
        self.appetite[good]
    }
    /// Share of imports that protocols assure and bring (0–1).
    pub fn assured(&self) -> f64 {
        self.assured
    }
    /// How much of the usual reserve enterprises still ask for, where partners keep their word (0–1).
    pub(in crate::sim) fn unsure(&self, rules: &CommunityRules) -> f64 {
        1.0 - rules.calm * self.assured
    }
    /// Share of what it owed by protocol that it delivered (0–1).
    pub fn met(&self) -> f64 {
        self.met
    }
    /// How far the best of those who hand documentation on is ahead (0–1).
    pub fn documentation(&self) -> f64 {
        self.documentation
    }
    /// What it gives to the others by prices and works, thousands of 2011 dollars a year; negative = receives.
    pub fn burden(&self) -> f64 {
        12.0 * self.burden.iter().sum::<f64>()
    }
    /// Goods of a recovery programme that go into building, a month.
    pub fn counterpart(&self) -> f64 {
        self.counterpart
    }
}

/// One country in this month's deliveries.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::sim) struct Delivered {
    pub(in crate::sim) out: PerGood<Goods>,
    pub(in crate::sim) came: PerGood<Goods>,
    /// Due by obligation this month, delivered or not.
    pub(in crate::sim) due: PerGood<f64>,
    /// Factor on the taste for foreign goods, see [`Cooperation`].
    pub(in crate::sim) appetite: PerGood<f64>,
    pub(in crate::sim) got: Money,
    pub(in crate::sim) paid: Money,
}

/// This month's deliveries under protocols. Made anew each month before anybody reads it, never saved.
#[derive(Resource, Debug, Clone, Default)]
pub(in crate::sim) struct Deliveries {
    pub(in crate::sim) of: IdVec<PolityId, Delivered>,
    /// Value by pair: deliverer, receiver.
    pub(in crate::sim) pairs: Vec<(PolityId, PolityId, Money)>,
}
