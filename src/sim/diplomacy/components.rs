//! Recognition, agreements, offers.

use bevy::prelude::*;
use serde::{Deserialize, Serialize};

use crate::base::{GoodId, Matrix, Money, Month, MovementId, PolityId};
use crate::content::vocabulary::{AidForm, Degree, OrderKind, PeaceTerms, ProjectKind, Strings, Treaty};
use crate::sim::population::Seat;

/// Who recognises whom.
#[derive(Resource, Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Recognition {
    pub(in crate::sim) cells: Matrix<PolityId, bool>,
}

impl Recognition {
    /// Whether `by` recognises `whom`.
    #[inline]
    pub fn given(&self, by: PolityId, whom: PolityId) -> bool {
        by == whom || self.cells[(by, whom)]
    }
}

/// What an agreement obliges to.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum Terms {
    /// Trade on better terms.
    TradeTreaty,
    /// `a` forbids its trade in machinery and arms with `b`.
    Embargo,
    /// `a` gives `b` help.
    Aid {
        /// In which form.
        form: AidForm,
        /// How much a month.
        monthly: Money,
    },
    /// `a` helps a movement that lives under `b`.
    Arms {
        /// Which movement.
        movement: MovementId,
        /// How much a month.
        monthly: Money,
        /// With what beside money: arms, advisers or volunteers.
        degree: Degree,
    },
    /// `a` speaks to the people of `b`.
    Propaganda,
    /// Mutual defence.
    Pact,
    /// Men of `a` stand with the government of `b`.
    Troops {
        /// Share of the forces of `a` (0–0.5).
        share: f64,
        /// As what: advisers, volunteers or regular troops.
        degree: Degree,
    },
    /// Talks between a ruler `a` and its dependency `b` on independence, ending on a date.
    IndependenceTalks,
    /// `a` forbids all its trade with `b`.
    Boycott,
    /// `a` closes the sea ways of `b` to the trade of all.
    Blockade,
    /// `a` delivers goods to `b` for the damage of a war.
    Reparations {
        /// How much a month.
        monthly: Money,
    },
    /// Friendship.
    Friendship,
    /// `a` stands behind `b`.
    Guarantee,
    /// `a` has a base on the ground of `b`.
    Base {
        /// Rent a month.
        monthly: Money,
    },
    /// Neither builds warheads.
    ArmsLimits,
    /// `a` spends on knowing the means of `b`.
    Intelligence {
        /// How much a month.
        monthly: Money,
    },
}

/// The kind of an agreement, without its numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[allow(missing_docs)] // Each is documented at the variant of `Terms` with the same name.
pub enum AgreementTag {
    TradeTreaty,
    Embargo,
    Aid,
    Arms,
    Propaganda,
    Pact,
    Troops,
    IndependenceTalks,
    Boycott,
    Blockade,
    Reparations,
    Intelligence,
    Friendship,
    Guarantee,
    Base,
    ArmsLimits,
}

impl From<Treaty> for AgreementTag {
    fn from(treaty: Treaty) -> Self {
        match treaty {
            Treaty::Trade => Self::TradeTreaty,
            Treaty::Friendship => Self::Friendship,
            Treaty::Pact => Self::Pact,
            Treaty::Guarantee => Self::Guarantee,
            Treaty::Base => Self::Base,
            Treaty::ArmsLimits => Self::ArmsLimits,
        }
    }
}

/// The two ends of a treaty that `by` could take back towards `with`, as its agreement names them: of a base it is the host
/// who shows the guest the door.
pub fn ends_of(treaty: Treaty, by: PolityId, with: PolityId) -> [PolityId; 2] {
    if treaty == Treaty::Base { [with, by] } else { [by, with] }
}

impl AgreementTag {
    /// How many kinds there are.
    const COUNT: usize = Self::ArmsLimits as usize + 1;

    /// Whether both parties do the same.
    pub const fn is_mutual(self) -> bool {
        matches!(self, Self::TradeTreaty | Self::Pact | Self::Friendship | Self::ArmsLimits)
    }
}

impl Terms {
    /// The kind.
    pub fn tag(&self) -> AgreementTag {
        match self {
            Self::TradeTreaty => AgreementTag::TradeTreaty,
            Self::Embargo => AgreementTag::Embargo,
            Self::Aid { .. } => AgreementTag::Aid,
            Self::Arms { .. } => AgreementTag::Arms,
            Self::Propaganda => AgreementTag::Propaganda,
            Self::Pact => AgreementTag::Pact,
            Self::Troops { .. } => AgreementTag::Troops,
            Self::IndependenceTalks => AgreementTag::IndependenceTalks,
            Self::Boycott => AgreementTag::Boycott,
            Self::Blockade => AgreementTag::Blockade,
            Self::Reparations { .. } => AgreementTag::Reparations,
            Self::Intelligence { .. } => AgreementTag::Intelligence,
            Self::Friendship => AgreementTag::Friendship,
            Self::Guarantee => AgreementTag::Guarantee,
            Self::Base { .. } => AgreementTag::Base,
            Self::ArmsLimits => AgreementTag::ArmsLimits,
        }
    }
}

/// Something two polities have agreed, or one does to the other, until it ends.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Agreement {
    /// The first party (the giver, where there is one).
    pub a: PolityId,
    /// The second party.
    pub b: PolityId,
    /// What it obliges to.
    pub terms: Terms,
    /// When it began.
    pub since: Month,
    /// When it ends by itself; `None` = until ended.
    pub until: Option<Month>,
}

/// All agreements in force.
#[derive(Resource, Debug, Clone, Default, Serialize, Deserialize)]
#[serde(from = "Saved")]
pub struct Agreements {
    list: Vec<Agreement>,
    /// Derived, so neither saved nor hashed.
    #[serde(skip)]
    stood: Stood,
    /// Where those of each kind stand in the list. Derived, too.
    #[serde(skip)]
    places: [Vec<u32>; AgreementTag::COUNT],
}

/// Agreements as a save holds them.
#[derive(Deserialize)]
struct Saved {
    list: Vec<Agreement>,
}

impl From<Saved> for Agreements {
    fn from(saved: Saved) -> Self {
        let mut all = Self { list: saved.list, ..Self::default() };
        all.sort_by_kind();
        all
    }
}

/// Each kind has a bit of its own in [`Stood`].
const _: () = assert!(AgreementTag::COUNT <= u16::BITS as usize);

/// The kinds of agreements, one bit each, that have stood from one to another since this was drawn up: what never did
/// need not be looked for. Empty until it is drawn up for the first time.
#[derive(Debug, Clone, Default)]
struct Stood(Matrix<PolityId, u16>);

impl Stood {
    fn note(&mut self, agreement: &Agreement) {
        if self.0.side() > 0 {
            self.0[(agreement.a, agreement.b)] |= 1 << agreement.terms.tag() as u16;
        }
    }

    fn may(&self, a: PolityId, b: PolityId, tag: AgreementTag) -> bool {
        let from = |a, b| self.0[(a, b)] >> tag as u16 & 1 == 1;
        self.0.side() == 0 || from(a, b) || tag.is_mutual() && from(b, a)
    }
}

impl Agreements {
    /// All, in the order in which they were made.
    pub fn list(&self) -> &[Agreement] {
        &self.list
    }

    /// Those of a kind, in the order in which they were made.
    pub fn of_kind(&self, tag: AgreementTag) -> impl Iterator<Item = &Agreement> {
        self.places[tag as usize].iter().map(|&place| &self.list[place as usize])
    }

    /// Whether an agreement is between `a` and `b`, from either side if its kind is a symmetric one.
    fn is_between(agreement: &Agreement, a: PolityId, b: PolityId, tag: AgreementTag) -> bool {
        (agreement.a == a && agreement.b == b) || (tag.is_mutual() && agreement.a == b && agreement.b == a)
    }

    /// The first of a kind between `a` and `b`; symmetric kinds (treaty, pact) are found from either side.
    pub fn between(&self, a: PolityId, b: PolityId, tag: AgreementTag) -> Option<&Agreement> {
        let mut all = self.stood.may(a, b, tag).then(|| self.of_kind(tag))?;
        all.find(|agreement| Self::is_between(agreement, a, b, tag))
    }

    /// As what men of `a` stand with the government of `b`, if they do.
    pub fn men_of(&self, a: PolityId, b: PolityId) -> Option<Degree> {
        match self.between(a, b, AgreementTag::Troops)?.terms {
            Terms::Troops { degree, .. } => Some(degree),
            _ => None,
        }
    }

    /// Whether a treaty on the limits of arms binds a state.
    pub fn limits_arms_of(&self, polity: PolityId) -> bool {
        self.of_kind(AgreementTag::ArmsLimits).any(|one| one.a == polity || one.b == polity)
    }

    /// Enters one.
    pub(in crate::sim) fn enter(&mut self, agreement: Agreement) {
        self.stood.note(&agreement);
        self.places[agreement.terms.tag() as usize].push(self.list.len() as u32);
        self.list.push(agreement);
    }

    /// Keeps those of which something holds.
    pub(in crate::sim) fn retain(&mut self, stands: impl FnMut(&Agreement) -> bool) {
        let before = self.list.len();
        self.list.retain(stands);
        if self.list.len() < before {
            self.sort_by_kind();
        }
    }

    fn sort_by_kind(&mut self) {
        self.places.iter_mut().for_each(Vec::clear);
        for (place, one) in self.list.iter().enumerate() {
            self.places[one.terms.tag() as usize].push(place as u32);
        }
    }

    /// Ends those of a kind between `a` and `b` of which something holds.
    pub(in crate::sim) fn end(
        &mut self,
        a: PolityId,
        b: PolityId,
        tag: AgreementTag,
        ends: impl Fn(&Terms) -> bool,
    ) {
        if self.stood.may(a, b, tag) {
            self.retain(|one| {
                one.terms.tag() != tag || !Self::is_between(one, a, b, tag) || !ends(&one.terms)
            });
        }
    }

    /// Keeps those of which something holds. Every so often it is noted anew which kinds stand among so many polities:
    /// what has ended since then costs a search and changes nothing.
    pub(in crate::sim) fn review(
        &mut self,
        polities: usize,
        note_anew: bool,
        stands: impl FnMut(&Agreement) -> bool,
    ) {
        self.retain(stands);
        if note_anew || self.stood.0.side() != polities {
            self.stood.0 = Matrix::filled(0, polities);
            self.list.iter().for_each(|one| self.stood.note(one));
        }
    }
}

/// What an offer proposes.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum OfferKind {
    /// A trade treaty.
    TradeTreaty,
    /// A credit in goods.
    Credit {
        /// Principal.
        principal: Money,
        /// Months to repay.
        months: u32,
        /// Yearly interest.
        interest: f64,
    },
    /// A pact of mutual defence.
    Pact,
    /// A treaty of friendship.
    Friendship,
    /// A base on the ground of the one who is asked.
    Base {
        /// Rent a month.
        monthly: Money,
    },
    /// A meeting of the first of both sides.
    Summit,
    /// That neither builds warheads.
    ArmsLimits,
    /// To become one state.
    Union,
    /// Peace in a war that the two fight.
    Peace {
        /// On which terms; those at hand are worked out when it is offered.
        terms: PeaceTerms,
        /// Who gives.
        gives: PolityId,
    },
    /// Talks between a state and a movement on ending the struggle.
    Talks,
    /// To put a third state under embargo as well.
    JoinEmbargo {
        /// Which state.
        against: PolityId,
        /// Whether all trade is to end, not only that in machinery and arms.
        all: bool,
    },
    /// A concession to build in a sector of the one who offers.
    Concession {
        /// Which sector.
        sector: GoodId,
    },
    /// A yearly protocol on deliveries.
    Protocol,
    /// To make a good for the one who is asked.
    Specialisation {
        /// Which good.
        good: GoodId,
    },
    /// A joint work on the ground of the one who is asked.
    Project {
        /// What is built.
        kind: ProjectKind,
    },
    /// Debts are put off.
    Reschedule {
        /// Months to repay.
        months: u32,
        /// What the debtor has to do for it.
        strings: Strings,
    },
}

impl OfferKind {
    /// The kind of order by which a seat makes such an offer.
    pub const fn made_by(&self, seat: Seat) -> OrderKind {
        match self {
            Self::TradeTreaty => OrderKind::OfferTradeTreaty,
            Self::Credit { .. } => OrderKind::OfferCredit,
            Self::Pact => OrderKind::OfferPact,
            Self::Friendship => OrderKind::OfferFriendship,
            Self::Base { .. } => OrderKind::OfferBase,
            Self::Summit => OrderKind::CallSummit,
            Self::ArmsLimits => OrderKind::OfferArmsLimits,
            Self::Union => OrderKind::OfferUnion,
            Self::Peace { .. } => OrderKind::OfferArmistice,
            Self::Talks => match seat {
                Seat::Polity(_) => OrderKind::OfferTalks,
                Seat::Movement(_) => OrderKind::Negotiate,
            },
            Self::JoinEmbargo { .. } => OrderKind::AskEmbargo,
            Self::Concession { .. } => OrderKind::GrantConcession,
            Self::Protocol => OrderKind::ProposeProtocol,
            Self::Specialisation { .. } => OrderKind::ProposeSpecialisation,
            Self::Project { .. } => OrderKind::ProposeProject,
            Self::Reschedule { .. } => OrderKind::OfferReschedule,
        }
    }
}

/// An offer that waits for an answer; answered in the other side's next Decide, off the table at the end of `expires`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Offer {
    /// Its number, unique in the history.
    pub number: u32,
    /// Who offers.
    pub from: Seat,
    /// To whom.
    pub to: Seat,
    /// What.
    pub what: OfferKind,
    /// When it was made.
    pub made: Month,
    /// The last month in which it can be answered.
    pub expires: Month,
}

/// All offers that wait.
#[derive(Resource, Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Offers {
    pub(in crate::sim) waiting: Vec<Offer>,
    pub(in crate::sim) next: u32,
}

impl Offers {
    /// All that wait, oldest first.
    pub fn waiting(&self) -> &[Offer] {
        &self.waiting
    }
    /// One by number.
    pub fn get(&self, number: u32) -> Option<&Offer> {
        self.waiting.iter().find(|offer| offer.number == number)
    }
}
