//! Orders on money, gold and debts abroad.

use bevy::prelude::World;

use crate::base::{Money, PolityId};
use crate::content::vocabulary::{Ids, Order};
use crate::sim::access::Access;
use crate::sim::diplomacy::{AgreementTag, DiplomacyRules, OfferKind};
use crate::sim::economy::Market;
use crate::sim::effects::Effect;
use crate::sim::finance::{DebtKind, Debts, KeyCurrency, Payments, foreign_currency};
use crate::sim::ledger::{GoldBook, MoneyBook};
use crate::sim::orders::blockers::Blocker;
use crate::sim::plan::Plan;
use crate::sim::population::{Atlas, Seat};

use super::checks::{Checks, ahead};

/// Two stances that differ by less are the same.
const SAME: f64 = 0.05;
/// Share of output under plan above which credit is allotted and interest steers nothing.
const ALLOTTED: f64 = 0.5;

pub(super) fn check(checks: &mut Checks, by: PolityId, order: &Order<Ids>) {
    let world = checks.world;
    match order {
        Order::SetMoney { stance } => {
            checks.range("The stance", *stance, -1.0, 1.0, false);
            let set = world.polity::<Market>(by).stance_set();
            checks.require((set - stance).abs() >= SAME, Blocker::AlreadySo);
            checks.require(world.polity::<Plan>(by).planned() < ALLOTTED, Blocker::NothingThere);
        }
        Order::ConvertClaims { from, share } => {
            checks.range("The share of the notes", *share, 0.0, 1.0, true);
            checks.require(*from != by, Blocker::TargetIsSelf);
            let key = world.resource::<KeyCurrency>();
            let gold = world.resource::<GoldBook>();
            let held = foreign_currency(world.resource::<MoneyBook>(), gold, by);
            let open = key.issued_by(*from) && key.is_open();
            checks.require(open && held > Money::ZERO, Blocker::NothingThere);
        }
        Order::ShutGoldWindow => {
            let key = world.resource::<KeyCurrency>();
            checks.require(key.issued_by(by), Blocker::NothingThere);
            checks.require(!key.issued_by(by) || key.is_open(), Blocker::AlreadySo);
        }
        Order::OfferReschedule { to, years, .. } => {
            checks.range("The years", f64::from(*years), 1.0, 30.0, false);
            checks.target_state(*to);
            checks.peace(by, *to);
            let owed = world.resource::<Debts>().owed(*to, by) > Money::ZERO;
            let payments = world.polity::<Payments>(*to);
            let pressed = payments.arrears() > 0 || payments.suspended() > 0 || payments.in_crisis();
            checks.require(owed && pressed, Blocker::NothingThere);
        }
        Order::SuspendPayments => {
            let hard =
                |debt: &crate::sim::finance::Debt| debt.debtor == by && debt.kind != DebtKind::Clearing;
            checks.require(world.resource::<Debts>().list().iter().any(hard), Blocker::NothingThere);
            checks.require(world.polity::<Payments>(by).suspended() == 0, Blocker::AlreadySo);
        }
        Order::WaiveReparations { of } => {
            checks.require(*of != by, Blocker::TargetIsSelf);
            checks.agreement(*of, by, AgreementTag::Reparations);
        }
        _ => checks.block(Blocker::WrongSeat),
    }
}

pub(super) fn effects(world: &World, by: PolityId, order: &Order<Ids>) -> Option<Vec<Effect>> {
    let rules = world.resource::<DiplomacyRules>();
    let agent = |id| world.resource::<Atlas>().agent(Seat::Polity(id));
    Some(match order {
        Order::SetMoney { stance } => vec![Effect::SetMoney { polity: by, stance: *stance }],
        // The issuer takes it as a vote against its word.
        Order::ConvertClaims { from, share } => vec![
            Effect::ConvertClaims { holder: by, share: *share },
            Effect::NudgeTrust { of: agent(*from), to: agent(by), by: -rules.act_small },
        ],
        Order::ShutGoldWindow => vec![Effect::ShutGoldWindow { polity: by }],
        Order::OfferReschedule { to, years, strings } => {
            let expires = ahead(world, rules.offer_months as u32);
            let what = OfferKind::Reschedule { months: years * 12, strings: *strings };
            vec![Effect::MakeOffer { from: Seat::Polity(by), to: Seat::Polity(*to), what, expires }]
        }
        Order::SuspendPayments => {
            let mut effects = vec![Effect::SuspendPayments { polity: by }];
            for creditor in creditors(world, by) {
                let (one, other) = (agent(creditor), agent(by));
                effects.push(Effect::NudgeTrust { of: one, to: other, by: -rules.act_middling });
                effects.push(Effect::NudgeTension { of: one, with: other, by: rules.act_small });
            }
            effects
        }
        Order::WaiveReparations { of } => vec![
            Effect::EndAgreement { a: *of, b: by, like: AgreementTag::Reparations },
            Effect::NudgeTrust { of: agent(*of), to: agent(by), by: rules.act_middling },
        ],
        _ => return None,
    })
}

/// To whom a state owes in hard currency, each once, in id order.
fn creditors(world: &World, debtor: PolityId) -> Vec<PolityId> {
    let debts = world.resource::<Debts>().list().iter();
    let hard = debts.filter(|debt| debt.debtor == debtor && debt.kind != DebtKind::Clearing);
    let mut found: Vec<PolityId> = hard.map(|debt| debt.creditor).collect();
    found.sort_unstable();
    found.dedup();
    found
}
