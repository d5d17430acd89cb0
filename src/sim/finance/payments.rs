//! Payments abroad: crises of the balance, what they leave behind, moratoria and strings.

use bevy::prelude::*;
use serde::{Deserialize, Serialize};

use crate::base::{PolityId, math};
use crate::sim::chronicle::Fact;
use crate::sim::effects::{Effect, Effects};
use crate::sim::politics::Status;
use crate::sim::population::{Clock, Polities};

use super::components::{Budget, Debts};
use super::key_currency::KeyCurrency;
use super::parameters::FinanceRules;
use super::rules;

/// How a country stands with those it owes and pays abroad.
#[derive(Component, Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Payments {
    /// Whether it has had reserves to lose since the last crisis.
    pub(in crate::sim) settled: bool,
    /// Whether a payments crisis is under way.
    pub(in crate::sim) crisis: bool,
    /// Months it has lasted.
    pub(in crate::sim) months: u32,
    /// Confidence lost by it (0–1); heals.
    pub(in crate::sim) scar: f64,
    /// Months for which it has suspended payments.
    pub(in crate::sim) suspended: u32,
    /// Months for which no bank lends to it.
    pub(in crate::sim) shunned: u32,
    /// Months for which strings bind it to austerity.
    pub(in crate::sim) austerity: u32,
    /// Who attached strings last.
    pub(in crate::sim) bound_to: Option<PolityId>,
    /// Longest arrears, in months.
    pub(in crate::sim) arrears: u32,
    /// Service of debts in hard currency that is due, over export earnings.
    pub(in crate::sim) service: f64,
}

impl Payments {
    /// Whether a payments crisis is under way.
    pub fn in_crisis(&self) -> bool {
        self.crisis
    }
    /// Confidence of investors lost to payments crises (0–0.25).
    pub fn scarred(&self) -> f64 {
        0.25 * self.scar
    }
    /// Months for which it has suspended payments.
    pub fn suspended(&self) -> u32 {
        self.suspended
    }
    /// Months for which no bank lends to it.
    pub fn shunned(&self) -> u32 {
        self.shunned
    }
    /// Months for which strings bind it to austerity.
    pub fn austerity(&self) -> u32 {
        self.austerity
    }
    /// Longest arrears, in months.
    pub fn arrears(&self) -> u32 {
        self.arrears
    }
    /// Service of debts in hard currency that is due, over export earnings.
    pub fn service(&self) -> f64 {
        self.service
    }
}

/// Crises begin where reserves that were there are gone, and end where they are back; what they leave fades. Who lives from
/// hand to mouth has nothing to lose and is in none.
pub(super) fn watch_payments(
    clock: Res<Clock>,
    finance: Res<FinanceRules>,
    key: Res<KeyCurrency>,
    debts: Res<Debts>,
    mut effects: ResMut<Effects>,
    mut polities: Polities<(&Status, &Budget, &mut Payments)>,
    mut arrears: Local<Vec<u32>>,
) {
    let scars_kept = math::kept(finance.scar_half_life);
    arrears.clear();
    arrears.resize(polities.ids().len(), 0);
    for debt in &debts.list {
        let longest = &mut arrears[debt.debtor.0 as usize];
        *longest = (*longest).max(debt.arrears);
    }
    for (id, (status, budget, mut payments)) in polities.iter_mut() {
        payments.arrears = arrears[id.0 as usize];
        payments.scar *= scars_kept;
        payments.suspended = payments.suspended.saturating_sub(1);
        payments.shunned = payments.shunned.saturating_sub(1);
        payments.austerity = payments.austerity.saturating_sub(1);
        if !status.is_sovereign() || key.issued_by(id) || clock.played() < OPENING_MONTHS {
            payments.crisis = false;
            payments.settled = false;
            continue;
        }
        if payments.crisis {
            payments.months += 1;
            let back = budget.reserve_months() > finance.crisis_exit;
            payments.crisis = !(back || payments.months >= finance.crisis_longest as u32);
        } else if budget.reserve_months() > finance.crisis_exit {
            payments.settled = true;
        } else if payments.settled && budget.reserve_months() < finance.crisis_floor {
            payments.crisis = true;
            payments.settled = false;
            payments.months = 0;
            payments.scar = 1.0;
            let by = rules::devaluation(&finance, budget.reserve_months());
            effects.push(Effect::Devalue { polity: id, by });
            effects.push(Effect::Tell { fact: Fact::PaymentsCrisis { polity: id, devaluation: by } });
        }
    }
}

/// Months in which reserves find their level after the start; those of the start are a guess.
const OPENING_MONTHS: u32 = 24;

/// A debtor declares that it will not pay for a time: banks shun it.
pub(in crate::sim) fn suspend(world: &mut World, polity: PolityId) {
    let finance = *world.resource::<FinanceRules>();
    let entity = world.resource::<crate::sim::population::Atlas>().polity(polity);
    if let Some(mut payments) = world.get_mut::<Payments>(entity) {
        payments.suspended = finance.moratorium_months as u32;
        payments.shunned = payments.shunned.max(finance.boycott_months as u32);
    }
}
