//! What is spent to know another's means, and what is shown to have others misjudge one's own.
//!
//! Intelligence is an agreement from one side: money for months, against one state. It takes noise, and part of the bias of a
//! doctrine, out of estimates of that state. A feint shows others more or less force than there is. It is found out by those
//! who spend on knowing better, and told to all.

use bevy::prelude::*;
use serde::{Deserialize, Serialize};

use crate::base::{Money, Month, PolityId, Stream};
use crate::content::vocabulary::Stat;
use crate::sim::access::Access;
use crate::sim::chronicle::Fact;
use crate::sim::conflict::military_budget;
use crate::sim::diplomacy::{AgreementTag, AgreementTerms, Agreements, DiplomacyRules};
use crate::sim::economy::Accounts;
use crate::sim::effects::{Effect, Effects};
use crate::sim::ledger::{Account, MoneyBook, MoneyFlow};
use crate::sim::population::{Atlas, Clock, Fate, Seat};
use crate::sim::quantities::{Facts, Tie};

use super::PerceptionRules;
use super::rules::certainty;

/// Luck of those who look behind a feint.
const FOUND_OUT: u32 = 11;

/// More or less force shown than there is.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Feint {
    /// Who shows it.
    pub by: PolityId,
    /// What is shown beyond what there is, as a share of it; below zero less is shown.
    pub shown: f64,
    /// When it ends by itself.
    pub until: Month,
}

/// All feints that stand, oldest first: a handful at most.
#[derive(Resource, Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Feints {
    pub(in crate::sim) list: Vec<Feint>,
}

impl Feints {
    /// All that stand, oldest first.
    pub fn list(&self) -> &[Feint] {
        &self.list
    }

    /// The feint of a state, if it shows one.
    pub fn of(&self, polity: PolityId) -> Option<&Feint> {
        self.list.iter().find(|feint| feint.by == polity)
    }

    /// What a state shows beyond what there is, as a share of it; 0 without a feint.
    #[inline]
    pub(super) fn shown(&self, polity: PolityId) -> f64 {
        self.of(polity).map_or(0.0, |feint| feint.shown)
    }
}

/// What a feint costs: parades, dummies and silence, by how far it goes from the truth.
pub fn price_of_feint(world: &World, by: PolityId, shown: f64) -> Money {
    let share = world.resource::<PerceptionRules>().feint_cost * shown.abs();
    Money::rounded(military_budget(world, by) * share)
}

/// Carries out [`Effect::Feign`]: a new feint takes the place of the one before.
pub(in crate::sim) fn feign(world: &mut World, by: PolityId, shown: f64) {
    let months = world.resource::<PerceptionRules>().feint_months as u32;
    let until = world.resource::<Clock>().now().plus(months);
    let price = price_of_feint(world, by, shown);
    let (from, to) = (Account::State(by), Account::Private(by));
    world.resource_mut::<MoneyBook>().transfer(from, to, MoneyFlow::Forces, price);
    let mut feints = world.resource_mut::<Feints>();
    feints.list.retain(|feint| feint.by != by);
    feints.list.push(Feint { by, shown, until });
}

/// Ends feints whose time is over.
pub(super) fn let_feints_lapse(clock: Res<Clock>, mut feints: ResMut<Feints>) {
    if feints.list.iter().any(|feint| feint.until <= clock.now()) {
        feints.list.retain(|feint| feint.until > clock.now());
    }
}

/// How surely one knows another's means beyond what anybody can see (0–1): by what it spends on that.
pub(super) fn certainty_about(facts: &Facts, own: PolityId, other: PolityId, rules: &PerceptionRules) -> f64 {
    if !facts.tied(own, other, Tie::Agreement(AgreementTag::Intelligence)) {
        return 0.0;
    }
    certainty(spent_on(facts.agreements, own, other), facts.polities[other].product, rules)
}

/// What one spends a year to know another's means, in the money of the books.
fn spent_on(agreements: &Agreements, own: PolityId, other: PolityId) -> f64 {
    match agreements.between(own, other, AgreementTag::Intelligence).map(|one| one.terms) {
        Some(AgreementTerms::Intelligence { monthly }) => 12.0 * monthly.real(),
        _ => 0.0,
    }
}

/// How surely a state knows another's means beyond what anybody can see (0–1), for those who ask from outside the month.
pub fn certainty_of(world: &World, own: PolityId, other: PolityId) -> f64 {
    let spent = spent_on(world.resource(), own, other);
    certainty(spent, world.polity::<Accounts>(other).product().real(), world.resource())
}

/// The feints that those who look this month find out, each by the first of them.
pub(super) fn found_out(
    facts: &Facts,
    feints: &Feints,
    looking: &[PolityId],
    rules: &PerceptionRules,
    fate: &Fate,
) -> Vec<(PolityId, PolityId)> {
    let finds = |by: PolityId, of: PolityId| {
        let sure = certainty_about(facts, by, of, rules);
        let subject = facts.atlas.key(Seat::Polity(by)) ^ facts.atlas.key(Seat::Polity(of)).rotate_left(19);
        sure > 0.0
            && fate.draw(facts.now, Stream::Perception, subject, FOUND_OUT).chance(rules.feint_found * sure)
    };
    let first = |of: PolityId| looking.iter().copied().find(|&by| by != of && finds(by, of));
    feints.list.iter().filter_map(|feint| Some((first(feint.by)?, feint.by))).collect()
}

/// Ends a feint that was found out: all get to know it, whoever found it out trusts its author less, and the author's own
/// circle loses face.
pub(super) fn expose(world: &mut World, by: PolityId, of: PolityId) {
    world.resource_mut::<Feints>().list.retain(|feint| feint.by != of);
    let rules = world.resource::<DiplomacyRules>();
    let (small, middling) = (rules.act_small, rules.act_middling);
    let atlas = world.resource::<Atlas>();
    let [finder, author] = [by, of].map(|one| atlas.agent(Seat::Polity(one)));
    let mut effects = world.resource_mut::<Effects>();
    effects.push(Effect::NudgeTrust { of: finder, to: author, by: -middling });
    effects.push(Effect::Nudge { stat: Stat::EliteCohesion, of: Seat::Polity(of), by: -small });
    effects.push(Effect::Tell { fact: Fact::FeintFoundOut { by, of } });
}
