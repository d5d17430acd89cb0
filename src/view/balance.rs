//! Balances of a state for the month: each good from opening to closing stock, and each money account by flow.
//!
//! What leaves is negative, so that opening and flows sum to closing, to the last quantum.

use serde::Serialize;

use crate::base::{GoodId, PolityId};
use crate::sim::Simulation;
use crate::sim::ledger::{Account, GoodsBook, GoodsFlow, MoneyBook, MoneyFlow};

use super::words::{look_up, sentence_case};

/// One named flow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FlowLine {
    /// Its name, small letters with `_` between words.
    pub flow: String,
    /// Amount, thousands of 2011 dollars at base prices; negative = out.
    pub amount: i64,
}

/// A stock or account over the month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Balance {
    /// Id of the good, or name of the account.
    pub id: String,
    /// Its name for people.
    pub name: String,
    /// Held when the month began, thousands of 2011 dollars.
    pub opening: i64,
    /// Flows other than nothing: in, then out.
    pub flows: Vec<FlowLine>,
    /// Held when it ended.
    pub closing: i64,
}

/// The balances of a state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BalanceView {
    /// Id of the state.
    pub state: String,
    /// Its name.
    pub name: String,
    /// The month, as `1957-03`.
    pub month: String,
    /// Goods, thousands of 2011 dollars at base prices.
    pub goods: Vec<Balance>,
    /// Money accounts, thousands of 2011 dollars.
    pub accounts: Vec<Balance>,
}

impl Balance {
    /// What the flows leave open; 0 in a balance that closes.
    pub fn rest(&self) -> i64 {
        self.closing - self.opening - self.flows.iter().map(|line| line.amount).sum::<i64>()
    }

    /// The flows that come in, or those that go out, as positive amounts.
    pub fn side(&self, comes_in: bool) -> impl Iterator<Item = (&str, i64)> {
        let side = self.flows.iter().filter(move |line| (line.amount > 0) == comes_in);
        side.map(|line| (line.flow.as_str(), line.amount.abs()))
    }
}

/// The name of a flow for people.
pub fn flow_words(flow: &str) -> String {
    look_up(&format!("fl.{flow}")).map_or_else(|| sentence_case(&flow.replace('_', " ")), str::to_owned)
}

/// The name of a flow as data: `AidIn` becomes `aid_in`.
fn plain_name(flow: &impl std::fmt::Debug) -> String {
    let mut name = String::new();
    for letter in format!("{flow:?}").chars() {
        if letter.is_ascii_uppercase() && !name.is_empty() {
            name.push('_');
        }
        name.push(letter.to_ascii_lowercase());
    }
    name
}

/// Keeps what is not nothing, in before out.
fn sorted(mut flows: Vec<FlowLine>) -> Vec<FlowLine> {
    flows.retain(|line| line.amount != 0);
    flows.sort_by_key(|line| line.amount < 0);
    flows
}

/// The balance of one good of a state.
pub fn good_balance(sim: &Simulation, state: PolityId, good: GoodId) -> Balance {
    let book = sim.get::<GoodsBook>();
    let flow = |&flow: &GoodsFlow| {
        let amount = book.flow(state, good, flow).0;
        FlowLine { flow: plain_name(&flow), amount: if flow.comes_in() { amount } else { -amount } }
    };
    let def = &sim.content().goods[good];
    Balance {
        id: def.id.clone(),
        name: def.name.clone(),
        opening: book.opening(state, good).0,
        flows: sorted(GoodsFlow::ALL.iter().map(flow).collect()),
        closing: book.stock(state, good).0,
    }
}

/// One money account of a state.
pub fn account_balance(sim: &Simulation, id: &str, account: Account) -> Balance {
    let book = sim.get::<MoneyBook>();
    let flow = |&flow: &MoneyFlow| FlowLine { flow: plain_name(&flow), amount: book.flow(account, flow).0 };
    Balance {
        id: id.to_owned(),
        name: sentence_case(&id.replace('_', " ")),
        opening: book.opening(account).0,
        flows: sorted(MoneyFlow::ALL.iter().map(flow).collect()),
        closing: book.balance(account).0,
    }
}

/// All balances of a state.
pub fn balance_view(sim: &Simulation, state: PolityId) -> BalanceView {
    let content = sim.content();
    let accounts = [
        ("treasury", Account::State(state)),
        ("private_money", Account::Private(state)),
        ("reserves", Account::Reserves(state)),
    ];
    BalanceView {
        state: content.polities[state].id.clone(),
        name: content.polities[state].name.clone(),
        month: sim.clock().now().iso(),
        goods: content.goods.ids().map(|good| good_balance(sim, state, good)).collect(),
        accounts: accounts.into_iter().map(|(id, account)| account_balance(sim, id, account)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_balance_closes_when_its_flows_explain_the_change() {
        let line = |flow: &str, amount| FlowLine { flow: flow.into(), amount };
        let balance = Balance {
            id: "food".into(),
            name: "Food".into(),
            opening: 10,
            flows: sorted(vec![line("consumption", -7), line("output", 5), line("exports", 0)]),
            closing: 8,
        };
        assert_eq!(balance.rest(), 0);
        assert_eq!(balance.flows[0].flow, "output");
        assert_eq!(balance.side(false).collect::<Vec<_>>(), [("consumption", 7)]);
        assert_eq!(Balance { closing: 9, ..balance }.rest(), 1);
    }

    #[test]
    fn every_flow_has_words() {
        let goods = GoodsFlow::ALL.iter().map(plain_name);
        for flow in goods.chain(MoneyFlow::ALL.iter().map(plain_name)) {
            assert!(look_up(&format!("fl.{flow}")).is_some(), "{flow}");
        }
    }

    #[test]
    fn flows_have_plain_names() {
        assert_eq!(plain_name(&GoodsFlow::AidIn), "aid_in");
        assert_eq!(plain_name(&MoneyFlow::Taxes), "taxes");
    }
}
