//! `cof balance`

use std::fmt::Write;
use std::process::ExitCode;

use correlation::view::balance::{Balance, BalanceView, balance_view};

use super::options::{StateOptions, YEAR, unknown};
use super::output::{print_json, print_text};

/// Run a history to a month and print a state's balances of goods and money for that month.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    of: StateOptions,
    /// The balance of this good alone.
    #[arg(long, value_name = "ID")]
    good: Option<String>,
    /// Print a JSON object.
    #[arg(long)]
    json: bool,
}

pub fn run(args: &Args) -> Result<ExitCode, String> {
    let (campaign, state) = args.of.run(YEAR, |_, _| {})?;
    let mut view = balance_view(campaign.sim(), state);
    if let Some(good) = &args.good {
        let known: Vec<String> = view.goods.iter().map(|balance| balance.id.clone()).collect();
        view.goods.retain(|balance| balance.id == *good);
        view.accounts.clear();
        if view.goods.is_empty() {
            return Err(unknown("good", good, known.iter().map(String::as_str)));
        }
    }
    if args.json {
        print_json(&view)?;
    } else {
        print_text(&text(&view));
    }
    let closes = view.goods.iter().chain(&view.accounts).all(|balance| balance.rest() == 0);
    Ok(ExitCode::from(u8::from(!closes)))
}

fn text(view: &BalanceView) -> String {
    let mut text = format!("{} ({}), {}; thousands of 2011 dollars\n", view.name, view.state, view.month);
    view.goods.iter().for_each(|balance| one(balance, &mut text));
    if !view.accounts.is_empty() {
        text += "\nMoney\n";
        view.accounts.iter().for_each(|balance| one(balance, &mut text));
    }
    text
}

/// A balance in two columns of figures: what was there and came in, what went out and is left.
fn one(balance: &Balance, text: &mut String) {
    let _ = writeln!(text, "\n{}", balance.name);
    let mut line = |label: &str, amount: i64| {
        let _ = writeln!(text, "  {label:<18} {amount:>16}");
    };
    line("opening", balance.opening);
    for (flow, amount) in balance.side(true) {
        line(&format!("+ {}", flow.replace('_', " ")), amount);
    }
    for (flow, amount) in balance.side(false) {
        line(&format!("− {}", flow.replace('_', " ")), -amount);
    }
    line("closing", balance.closing);
    if balance.rest() != 0 {
        line("does not close by", balance.rest());
    }
}
