//! The month of property: who owns what, how sectors fare under it, and who takes the surplus.

use bevy::prelude::*;

use crate::base::{Id, Money, math};
use crate::content::vocabulary::{FormOfRule, ProgrammeKind, Property};
use crate::sim::chronicle::Fact;
use crate::sim::economy::{Accounts, Capital, EconomyRules, Ownership, Roles};
use crate::sim::effects::{Effect, Effects};
use crate::sim::ledger::{Account, MoneyBook, MoneyFlow};
use crate::sim::movements::Situation;
use crate::sim::politics::{Government, Owner, Status};
use crate::sim::population::{PerGood, Polities, Territories};
use crate::sim::society::Living;
use crate::sim::terms::NoTerms;
use crate::sim::trade::TradePosition;

use super::components::{ByProperty, ForeignCapital, Holdings, Programmes, Vigour};
use super::parameters::PropertyRules;
use super::rules;

/// Capital of one country by sector and form of property.
type Row = PerGood<ByProperty>;

/// Sums ownership up to countries, and works out how safe owners feel and how strongly they invest.
pub(super) fn sum_up_holdings(
    roles: Res<Roles>,
    property: Res<PropertyRules>,
    territories: Territories<(&Owner, &Ownership, &Capital)>,
    mut polities: Polities<(&Government, &Situation, &Programmes, &mut Holdings, &mut ForeignCapital)>,
    mut rows: Local<Vec<Row>>,
) {
    rows.clear();
    rows.resize(polities.ids().len(), Row::default());
    for (_, (owner, ownership, capital)) in territories.iter() {
        let row = &mut rows[owner.polity().index()];
        for good in roles.goods() {
            let stock = capital.stock[good];
            for (sum, share) in row[good].iter_mut().zip(ownership.shares[good]) {
                *sum += stock * share;
            }
        }
    }
    let memory_kept = math::pow(0.5, 1.0 / property.memory_half_life.max(0.1));
    for (id, (government, situation, programmes, mut holdings, mut foreign)) in polities.iter_mut() {
        let row = &rows[id.index()];
        foreign.memory *= memory_kept;
        foreign.safety = rules::safety(
            foreign.memory,
            government.form() == FormOfRule::Socialist,
            situation.ripeness(),
            programmes.of(ProgrammeKind::Nationalisation).is_some(),
            &mut NoTerms,
        );
        holdings.sum_up(&roles, &property, row, foreign.safety);
    }
}

impl Holdings {
    /// Takes over this month's capital by sector and form of property.
    fn sum_up(&mut self, roles: &Roles, property: &PropertyRules, row: &Row, safety: f64) {
        let mut all = [0.0; Property::COUNT];
        let mut capital: PerGood<f64> = PerGood::default();
        for good in roles.goods() {
            capital[good] = row[good].iter().sum();
            for (sum, part) in all.iter_mut().zip(row[good]) {
                *sum += part;
            }
            self.sectors[good] = row[good].map(|part| math::ratio_or(part, capital[good], 0.0));
        }
        let whole: f64 = all.iter().sum();
        if whole <= 0.0 {
            return;
        }
        self.all = all.map(|part| part / whole);
        let new = roles.goods().all(|good| self.opening[good] == 0.0);
        if new {
            self.counted_on = self.public();
        }
        let (mut now, mut then) = (0.0, 0.0);
        for good in roles.goods() {
            let drive = rules::drive(property, &self.sectors[good], safety);
            if new {
                self.opening[good] = drive;
            }
            self.tilt[good] = rules::relative_drive(drive, self.opening[good]);
            now += capital[good] * drive;
            then += capital[good] * self.opening[good];
        }
        self.drive = rules::relative_drive(now, then);
        for good in roles.goods() {
            self.tilt[good] /= self.drive;
        }
    }
}

/// How well each sector works under its property; hunger that follows force is told.
pub(super) fn keep_vigour(
    roles: Res<Roles>,
    property: Res<PropertyRules>,
    mut effects: ResMut<Effects>,
    mut polities: Polities<(&Holdings, &Programmes, &Living, &mut Vigour)>,
) {
    let kept = |half_life: f64| math::pow(0.5, 1.0 / half_life.max(0.1));
    let (healing, forgetting, habit) = (
        kept(property.disruption_half_life),
        kept(property.resentment_half_life),
        kept(property.effort_half_life),
    );
    for (id, (holdings, programmes, living, mut vigour)) in polities.iter_mut() {
        let vigour = &mut *vigour;
        let land = &holdings.sectors[roles.food];
        if land.iter().all(|share| *share == 0.0) {
            continue;
        }
        let effort = rules::effort(&property, land);
        if vigour.opening_effort == 0.0 {
            vigour.opening_effort = effort;
        }
        vigour.effort = math::lerp(effort / vigour.opening_effort, vigour.effort, habit);
        vigour.resentment *= forgetting;
        let forcing = programmes.of(ProgrammeKind::Collectivisation).is_some_and(|one| one.forced);
        vigour.seizure = if forcing { property.forced_pressure } else { 0.0 };
        for good in roles.goods() {
            vigour.disruption[good] *= healing;
            vigour.of[good] =
                rules::vigour(&property, vigour, vigour.disruption[good], roles.land[good], &mut NoTerms);
        }
        // Hunger in its first month is laid at the door of those who force or have forced of late.
        if living.hungry_months == 1 && (forcing || vigour.resentment > GRUDGE) {
            let fact = Fact::HungerFollowed { polity: id, programme: ProgrammeKind::Collectivisation };
            effects.push(Effect::Tell { fact });
        }
    }
}

/// Resentment above which what happens on the land is still a consequence of force. Own estimate.
pub(in crate::sim) const GRUDGE: f64 = 0.1;

/// Hands out the surplus: what falls to the state goes to the budget, as far as budgets do not count on it already;
/// foreign owners take a part home out of the host's reserves.
pub(in crate::sim) fn take_profits(
    economy: Res<EconomyRules>,
    property: Res<PropertyRules>,
    mut money: ResMut<MoneyBook>,
    mut polities: Polities<(&Status, &Accounts, &TradePosition, &mut Holdings, &mut ForeignCapital)>,
) {
    let used_to = math::pow(0.5, 1.0 / property.counted_on_half_life.max(0.1));
    let smoothed = math::pow(0.5, 1.0 / SMOOTHING);
    for (id, (status, accounts, trade, mut holdings, mut foreign)) in polities.iter_mut() {
        let product = accounts.product_month().real();
        if !status.is_alive() || product <= 0.0 {
            continue;
        }
        let profit = product * economy.profit_share;
        let gain = Money::rounded((holdings.public() - holdings.counted_on) * profit);
        money.transfer(Account::Private(id), Account::State(id), MoneyFlow::Profits, gain);
        holdings.counted_on = math::lerp(holdings.public(), holdings.counted_on, used_to);
        if !foreign.is_held_abroad() {
            continue;
        }
        let reserves = money.balance(Account::Reserves(id)).real();
        let earned = trade.exported().real() / 12.0;
        let due = rules::remittance(&property, profit, holdings.share(Property::Foreign), earned, reserves);
        for stake in foreign.stakes() {
            let part = Money::floored(due * stake.share);
            let (from, to) = (Account::Reserves(id), Account::Reserves(stake.of));
            money.transfer(from, to, MoneyFlow::Profits, part);
        }
        foreign.taken = math::lerp(due / product, foreign.taken, smoothed);
    }
}

/// Half-life of the figure of profits taken abroad, months.
const SMOOTHING: f64 = 6.0;
