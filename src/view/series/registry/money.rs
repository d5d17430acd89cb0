//! Money, credit and budgets.

use crate::base::PolityId;
use crate::sim::economy::Market;
use crate::sim::finance::{Budget, BudgetLine, Debts, KeyCurrency, Payments};
use crate::sim::ledger::{Account, GoldBook, MoneyBook, Vault};

use super::{INDEX, MONEY, MONEY_A_MONTH, RATE, SHARE, SeriesDef, state};
use crate::view::series::Reading;

/// What an account holds.
fn held(now: &Reading<'_>, account: Account) -> f64 {
    now.sim.get::<MoneyBook>().balance(account).real()
}

fn line(now: &Reading<'_>, id: PolityId, line: BudgetLine) -> f64 {
    now.sim.polity::<Budget>(id).share(line)
}

pub(super) const MONEY_AND_CREDIT: &[SeriesDef] = &[
    state("gold", MONEY, "Gold held by the state.", "ledger: GoldBook", |now, id| {
        now.sim.get::<GoldBook>().held(Vault::State(id)).real()
    }),
    state(
        "key_claims",
        MONEY,
        "Notes of the key currency held by others; written for its issuer.",
        "finance: KeyCurrency",
        |now, id| {
            let key = now.sim.get::<KeyCurrency>();
            if key.issued_by(id) { key.claims().real() } else { f64::NAN }
        },
    ),
    state(
        "market_inflation",
        RATE,
        "Inflation as wages and interest reckon with it.",
        "economy: Market",
        |now, id| now.sim.polity::<Market>(id).inflation(),
    ),
    state("interest", RATE, "Rate of interest.", "economy: Market", |now, id| {
        now.sim.polity::<Market>(id).interest()
    }),
    state("credit", SHARE, "Owed to banks at home over product.", "economy: Market", |now, id| {
        now.sim.polity::<Market>(id).credit()
    }),
    state("crunch", INDEX, "Lending withheld.", "economy: Market", |now, id| {
        now.sim.polity::<Market>(id).crunch()
    }),
    state(
        "concentration",
        INDEX,
        "Concentration of firms, mean of sectors.",
        "economy: Market",
        |now, id| now.sim.polity::<Market>(id).concentration_mean(),
    ),
    state(
        "gold_cover",
        "1 = every note",
        "Gold of the issuer of the key currency over its notes held by others; written for the issuer.",
        "finance: KeyCurrency",
        |now, id| {
            let key = now.sim.get::<KeyCurrency>();
            if key.issued_by(id) { key.coverage(now.sim.get::<GoldBook>()) } else { f64::NAN }
        },
    ),
    state("debt_service", SHARE, "Debt service over export earnings.", "finance: Payments", |now, id| {
        now.sim.polity::<Payments>(id).service()
    }),
];

pub(super) const FINANCE: &[SeriesDef] = &[
    state("revenue", MONEY_A_MONTH, "Raised by the budget this month.", "finance: Budget", |now, id| {
        now.sim.polity::<Budget>(id).revenue().real()
    }),
    state("spending", MONEY_A_MONTH, "Spent by the budget this month.", "finance: Budget", |now, id| {
        now.sim.polity::<Budget>(id).spending().real()
    }),
    state(
        "budget_balance",
        SHARE,
        "Balance of the budget over product, smoothed.",
        "finance: Budget",
        |now, id| now.sim.polity::<Budget>(id).balance(),
    ),
    state("taxes_share", SHARE, "Taxes set, share of product.", "finance: Budget", |now, id| {
        line(now, id, BudgetLine::Taxes)
    }),
    state("investment_share", SHARE, "Investment set, share of product.", "finance: Budget", |now, id| {
        line(now, id, BudgetLine::Investment)
    }),
    state("welfare_share", SHARE, "Welfare set, share of product.", "finance: Budget", |now, id| {
        line(now, id, BudgetLine::Welfare)
    }),
    state(
        "forces_share",
        SHARE,
        "Spending on forces set, share of product.",
        "finance: Budget",
        |now, id| line(now, id, BudgetLine::Forces),
    ),
    state("treasury", MONEY, "Account of the state.", "ledger: MoneyBook", |now, id| {
        held(now, Account::State(id))
    }),
    state(
        "private_money",
        MONEY,
        "Account of households and enterprises.",
        "ledger: MoneyBook",
        |now, id| held(now, Account::Private(id)),
    ),
    state("reserves", MONEY, "Gold and foreign currency.", "ledger: MoneyBook", |now, id| {
        held(now, Account::Reserves(id))
    }),
    state("reserve_months", "months", "Reserves in months of imports.", "finance: Budget", |now, id| {
        now.sim.polity::<Budget>(id).reserve_months()
    }),
    state("debt", MONEY, "Owed abroad.", "finance: Debts", |now, id| {
        now.sim.get::<Debts>().owed_by(id).real()
    }),
    state(
        "aid_balance",
        MONEY_A_MONTH,
        "Goods received as help less goods given, smoothed.",
        "finance: Budget",
        |now, id| now.sim.polity::<Budget>(id).aid_balance(),
    ),
];
