//! Checks that several orders share. Each notes its blocker and goes on, so that a player sees all of them.

use std::cell::OnceCell;

use bevy::prelude::World;

use crate::base::{Money, MovementId, PolityId};
use crate::content::defs::Passage;
use crate::content::vocabulary::{Ids, Order, Strategy};
use crate::sim::access::Access;
use crate::sim::conflict::{Forces, Wars};
use crate::sim::diplomacy::{AgreementTag, AgreementTerms, Agreements, Recognition};
use crate::sim::economy::Accounts;
use crate::sim::finance::{Budget, BudgetLine};
use crate::sim::movements::{Movement, MovementPhase};
use crate::sim::orders::OrderRules;
use crate::sim::orders::blockers::Blocker;
use crate::sim::politics::{Government, Lands, Status};
use crate::sim::population::{Clock, Lore, Seat};
use crate::sim::quantities::Facts;

/// What one budget may spend in a year: the taxed share of the product.
pub(super) fn yearly_budget(world: &World, polity: PolityId) -> Money {
    let (accounts, budget) = (world.polity::<Accounts>(polity), world.polity::<Budget>(polity));
    Money::rounded(accounts.product().real() * budget.share(BudgetLine::Taxes))
}

/// Collects what stands against one order.
pub(super) struct Checks<'w> {
    pub(super) world: &'w World,
    issuer: Seat,
    found: Vec<Blocker>,
    /// Facts of whoever asks, if it has them at hand, and those gathered where it has not.
    at_hand: Option<&'w Facts<'w>>,
    gathered: OnceCell<Facts<'w>>,
}

impl<'w> Checks<'w> {
    pub(super) fn new(world: &'w World, issuer: Seat) -> Self {
        Self { world, issuer, found: Vec::new(), at_hand: None, gathered: OnceCell::new() }
    }

    /// For who holds the facts of this moment: to gather them costs more than all the rest together.
    pub(super) fn on(facts: &'w Facts<'w>, issuer: Seat) -> Self {
        Self { at_hand: Some(facts), ..Self::new(facts.world, issuer) }
    }

    /// The facts of this moment.
    pub(super) fn facts(&self) -> &Facts<'w> {
        self.at_hand.unwrap_or_else(|| self.gathered.get_or_init(|| Facts::gather(self.world)))
    }

    pub(super) fn done(self) -> Vec<Blocker> {
        self.found
    }

    /// Whether nothing has been found so far: what costs more to ask is asked only then of those who decide by the hundred.
    pub(super) fn is_clear(&self) -> bool {
        self.found.is_empty()
    }

    pub(super) fn block(&mut self, blocker: Blocker) {
        if !self.found.contains(&blocker) {
            self.found.push(blocker);
        }
    }

    pub(super) fn require(&mut self, holds: bool, otherwise: Blocker) {
        if !holds {
            self.block(otherwise);
        }
    }

    /// A share above 0 (where `open`), up to a largest value.
    pub(super) fn range(&mut self, what: &str, value: f64, min: f64, max: f64, open: bool) {
        let holds = value <= max && if open { value > min } else { value >= min };
        self.require(holds, Blocker::OutOfRange { what: what.into(), min, max });
    }

    /// The numbers of an order that says itself what it takes.
    pub(super) fn fits(&mut self, order: &Order<Ids>) {
        if let Some((what, min, max)) = order.misfit() {
            self.block(Blocker::OutOfRange { what: what.into(), min, max });
        }
    }

    /// Whether a state is in being, and its own: from facts at hand, which cost less to ask than the world.
    fn status(&self, id: PolityId) -> Status {
        match self.at_hand {
            Some(facts) => facts.polities[id].status,
            None => *self.world.polity::<Status>(id),
        }
    }

    pub(super) fn sovereign(&mut self, id: PolityId) {
        self.require(self.status(id).is_sovereign(), Blocker::NotInBeing);
    }

    pub(super) fn authority(&mut self, needs: f64) {
        let has = match (self.issuer, self.at_hand) {
            (Seat::Polity(id), Some(facts)) => facts.polities[id].authority,
            (Seat::Polity(id), None) => self.world.polity::<Government>(id).authority(),
            (Seat::Movement(id), Some(facts)) => facts.movements[id].authority,
            (Seat::Movement(id), None) => self.world.movement::<Movement>(id).authority(),
        };
        self.require(has >= needs, Blocker::InsufficientAuthority { needs, has });
    }

    /// The target is another sovereign state.
    pub(super) fn target_state(&mut self, target: PolityId) {
        self.require(Seat::Polity(target) != self.issuer, Blocker::TargetIsSelf);
        self.require(self.status(target).is_sovereign(), Blocker::TargetNotInBeing);
    }

    /// The target is another state, or a dependency of the issuer.
    pub(super) fn target_state_or_own_dependency(&mut self, issuer: PolityId, target: PolityId) {
        self.require(issuer != target, Blocker::TargetIsSelf);
        let status = self.status(target);
        self.require(
            status.is_sovereign() || status.ruler() == Some(issuer),
            if status.is_alive() { Blocker::NotRulerOfTarget } else { Blocker::TargetNotInBeing },
        );
    }

    pub(super) fn target_movement(&mut self, target: MovementId) {
        self.require(self.world.movement::<Movement>(target).is_alive(), Blocker::TargetNotInBeing);
    }

    pub(super) fn mutual_recognition(&mut self, a: PolityId, b: PolityId) {
        let recognition = self.world.resource::<Recognition>();
        self.require(recognition.given(a, b) && recognition.given(b, a), Blocker::NotRecognised);
    }

    pub(super) fn peace(&mut self, a: PolityId, b: PolityId) {
        self.require(!at_war(self.world, Seat::Polity(a), Seat::Polity(b)), Blocker::AtWar);
    }

    /// No agreement of the kind stands yet.
    pub(super) fn no_agreement(&mut self, a: PolityId, b: PolityId, tag: AgreementTag) {
        self.require(!agreed(self.world, a, b, tag), Blocker::AlreadySo);
    }

    pub(super) fn agreement(&mut self, a: PolityId, b: PolityId, tag: AgreementTag) {
        self.require(agreed(self.world, a, b, tag), Blocker::NothingThere);
    }

    /// Help already promised and this new help together stay within what a budget bears.
    pub(super) fn help_budget(&mut self, id: PolityId, share: f64) {
        let rules = self.world.resource::<OrderRules>();
        let (budget, accounts) = (self.world.polity::<Budget>(id), self.world.polity::<Accounts>(id));
        let yearly = accounts.product().real() * budget.share(BudgetLine::Taxes);
        let agreements = self.world.resource::<Agreements>();
        let promised: f64 =
            [AgreementTag::Aid, AgreementTag::Arms, AgreementTag::Base, AgreementTag::Intelligence]
                .into_iter()
                .flat_map(|tag| agreements.of_kind(tag))
                .filter(|one| one.a == id)
                .map(|one| match one.terms {
                    AgreementTerms::Aid { monthly, .. }
                    | AgreementTerms::Arms { monthly, .. }
                    | AgreementTerms::Base { monthly }
                    | AgreementTerms::Intelligence { monthly } => monthly.real() * 12.0,
                    _ => 0.0,
                })
                .sum();
        let fits = promised + share * yearly <= rules.help_limit * yearly && yearly > 0.0;
        let solvent = budget.balance() >= rules.deficit_limit;
        self.require(fits && solvent, Blocker::InsufficientBudget);
    }

    /// A road leads from one state to another: own, a dependency's or an ally's ground touches it, or a sea lane does
    /// and the issuer has the forces to use it.
    pub(super) fn reach(&mut self, from: PolityId, to: PolityId) {
        let holds = reaches(self.world, from, to);
        self.require(holds, Blocker::OutOfReach);
    }
}

impl Checks<'_> {
    /// Talks with a movement have a subject: fighting that has lasted long enough for both to have learnt what it
    /// brings, a road outside the law, or a country ruled from abroad on whose independence nobody talks yet.
    pub(super) fn matter_for_talks(&mut self, movement: MovementId) {
        let world = self.world;
        let row = world.movement::<Movement>(movement);
        let ground = world.resource::<Lands>().owner(world.resource::<Lore>().movements[movement].territory);
        match world.polity::<Status>(ground).ruler() {
            Some(ruler) => self.no_agreement(ruler, ground, AgreementTag::IndependenceTalks),
            None => {
                let at_the_table = matches!(row.strategy(), Strategy::Legal | Strategy::Negotiation);
                let armed = row.phase() == MovementPhase::InArms;
                self.require(armed || !at_the_table, Blocker::AlreadySo);
            }
        }
        if row.phase() == MovementPhase::InArms {
            let least = world.resource::<OrderRules>().talks_after_months;
            let fought = f64::from(world.resource::<Clock>().now().since(row.since()));
            self.require(
                fought >= least,
                Blocker::TooSoon { months: (least - fought).ceil().max(0.0) as u32 },
            );
        }
    }
}

/// Whether an agreement of a kind stands.
pub(super) fn agreed(world: &World, a: PolityId, b: PolityId, tag: AgreementTag) -> bool {
    world.resource::<Agreements>().between(a, b, tag).is_some()
}

/// Whether two seats fight each other.
pub(super) fn at_war(world: &World, a: Seat, b: Seat) -> bool {
    world.resource::<Wars>().between(a, b).is_some()
}

/// Whether forces of one state can come to another.
pub(super) fn reaches(world: &World, from: PolityId, to: PolityId) -> bool {
    let lore = world.resource::<Lore>();
    let agreements = world.resource::<Agreements>();
    let sailing = OnceCell::new();
    let sails = || *sailing.get_or_init(|| sails(world, from));
    let open = |owner: PolityId| {
        owner == from
            || world.polity::<Status>(owner).ruler() == Some(from)
            || agreements.between(from, owner, AgreementTag::Pact).is_some()
            || agreements.between(from, owner, AgreementTag::Base).is_some()
    };
    let lands = world.resource::<Lands>();
    lands.of(to).iter().any(|&id| {
        let def = &lore.territories[id];
        def.neighbours.iter().any(|neighbour| {
            let owner = lands.owner(neighbour.territory);
            match neighbour.passage {
                Passage::Land | Passage::Sea => open(owner),
                Passage::SeaLane => sails(),
            }
        }) || sails() && def.neighbours.iter().any(|neighbour| neighbour.passage != Passage::Land)
    })
}

/// Whether the forces of a state are large enough to come over the sea.
fn sails(world: &World, state: PolityId) -> bool {
    let forces = world.table::<&Forces>();
    let strongest = forces.query_manual(world).iter().map(Forces::strength).fold(0.0, f64::max);
    let own = world.polity::<Forces>(state).strength();
    own >= world.resource::<OrderRules>().projection_share * strongest
}

/// The month that lies a number of months ahead.
pub(super) fn ahead(world: &World, months: u32) -> crate::base::Month {
    world.resource::<Clock>().now().plus(months)
}
