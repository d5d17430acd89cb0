//! Trade of a state: partners, balances, terms, restrictions in force, and flows to draw on a map.

use serde::Serialize;

use crate::base::{GoodId, Month, OrganisationId, PolityId, math};
use crate::content::defs::Content;
use crate::sim::diplomacy::{AgreementTag, Agreements};
use crate::sim::economy::{Accounts, Roles, richness_of};
use crate::sim::finance::Budget;
use crate::sim::organisations::{Organisation, Organisations, held_back_by_others, producers_weight};
use crate::sim::plan::Plan;
use crate::sim::politics::Status;
use crate::sim::trade::{TradeFlows, TradePosition, TradeRules, WorldMarket, explain_terms_of_trade};
use crate::sim::{Simulation, TermList};

use super::state::{AgreementLine, agreement_lines};
use super::words::{compact, figure, fill, sentence_case, text};
use super::{Explained, How, TermView, Unit};

/// How a flow of goods is paid, and so what line it is on a map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum FlowKind {
    /// In gold or hard currency.
    Hard,
    /// In clearing between planners.
    Clearing,
}

/// Goods that go from one country to another, as a yearly rate.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct FlowLine {
    /// The seller.
    #[serde(skip)]
    pub from: PolityId,
    /// The buyer.
    #[serde(skip)]
    pub to: PolityId,
    /// Yearly value, thousands of 2011 dollars.
    pub value: f64,
    /// Of that, food and materials (0–1).
    pub primary: f64,
    /// How it is paid.
    pub kind: FlowKind,
}

/// Trade with one partner.
#[derive(Debug, Clone, PartialEq)]
pub struct PartnerLine {
    /// Who.
    pub id: PolityId,
    /// Its name.
    pub name: String,
    /// Sold to it a year: food and materials, and manufactures.
    pub exports: Explained,
    /// Bought from it a year: food and materials, and manufactures.
    pub imports: Explained,
    /// Sold less bought.
    pub balance: f64,
    /// Own part in what the partner buys abroad (0–1).
    pub market_share: f64,
}

/// Trade in one good.
#[derive(Debug, Clone, PartialEq)]
pub struct GoodLine {
    /// Which good.
    pub id: GoodId,
    /// Its name.
    pub name: String,
    /// Own goods sold a year, at world prices.
    pub exports: f64,
    /// Bought a year for own use, at world prices.
    pub imports: f64,
    /// Part in the world's exports of the good (0–1).
    pub weight: f64,
    /// World price over base price.
    pub price: f64,
    /// Part of usual exports that is held back (0–0.5).
    pub withheld: f64,
}

/// The trade of a state.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TradeView {
    /// Whose.
    pub name: String,
    /// When.
    pub month: Month,
    /// Exports, imports, balance, terms and the like.
    pub numbers: Vec<Explained>,
    /// Partners, largest first.
    pub partners: Vec<PartnerLine>,
    /// Goods, in the order of the table.
    pub goods: Vec<GoodLine>,
    /// Embargoes, boycotts and blockades by the state and against it.
    pub restrictions: Vec<AgreementLine>,
    /// What the state has set for its own trade, in words.
    pub policy: Vec<String>,
    /// Flows from and to the state, largest first.
    pub flows: Vec<FlowLine>,
}

/// The trade of one state.
pub fn trade_view(sim: &Simulation, id: PolityId) -> TradeView {
    let content = sim.content();
    let mut flows = all_flows(sim);
    flows.retain(|flow| flow.from == id || flow.to == id);
    sort(&mut flows);
    let closing = [AgreementTag::Embargo, AgreementTag::Boycott, AgreementTag::Blockade];
    TradeView {
        name: content.polities[id].name.clone(),
        month: sim.clock().now(),
        numbers: numbers(sim, id),
        partners: partners(sim, id),
        goods: goods(sim, id),
        restrictions: agreement_lines(content, sim.get::<Agreements>(), id, |tag| closing.contains(&tag)),
        policy: [producers(sim, id), policy(content, sim.polity::<TradePosition>(id))].concat(),
        flows,
    }
}

/// The largest flows of the world, to be drawn as lines from capital to capital.
pub fn trade_flows(sim: &Simulation, most: usize) -> Vec<FlowLine> {
    let mut flows = all_flows(sim);
    sort(&mut flows);
    flows.truncate(most);
    flows
}

/// The flows between a state and so many of its largest partners, the largest first.
pub fn partner_flows(sim: &Simulation, id: PolityId, most: usize) -> Vec<FlowLine> {
    let flows = sim.get::<TradeFlows>();
    let mut partners: Vec<(PolityId, f64)> = sim
        .content()
        .polities
        .ids()
        .map(|other| (other, flows.both_ways(id, other)))
        .filter(|&(other, value)| value > 0.0 && sim.polity::<Status>(other).is_alive())
        .collect();
    partners.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    partners.truncate(most);
    let both = partners.iter().flat_map(|&(other, _)| [(id, other), (other, id)]);
    let mut lines: Vec<FlowLine> =
        both.map(|(from, to)| flow_line(sim, from, to)).filter(|flow| flow.value > 0.0).collect();
    sort(&mut lines);
    lines
}

fn sort(flows: &mut [FlowLine]) {
    flows.sort_by(|a, b| b.value.total_cmp(&a.value).then((a.from, a.to).cmp(&(b.from, b.to))));
}

fn all_flows(sim: &Simulation) -> Vec<FlowLine> {
    let flows = sim.get::<TradeFlows>();
    let alive: Vec<PolityId> =
        sim.content().polities.ids().filter(|&id| sim.polity::<Status>(id).is_alive()).collect();
    let pairs = alive.iter().flat_map(|&from| alive.iter().map(move |&to| (from, to)));
    let sold = pairs.filter(|&(from, to)| flows.sold(from, to) > 0.0);
    sold.map(|(from, to)| flow_line(sim, from, to)).collect()
}

fn flow_line(sim: &Simulation, from: PolityId, to: PolityId) -> FlowLine {
    let flows = sim.get::<TradeFlows>();
    FlowLine {
        from,
        to,
        value: flows.sold(from, to),
        primary: flows.primary_share(from, to),
        kind: kind(sim, from, to),
    }
}

fn kind(sim: &Simulation, a: PolityId, b: PolityId) -> FlowKind {
    let least = sim.get::<TradeRules>().clearing_threshold();
    let planned = |id| sim.polity::<Plan>(id).planned() > least;
    if planned(a) && planned(b) { FlowKind::Clearing } else { FlowKind::Hard }
}

fn partners(sim: &Simulation, id: PolityId) -> Vec<PartnerLine> {
    let (content, flows) = (sim.content(), sim.get::<TradeFlows>());
    let by_group = |what: &str, from: PolityId, to: PolityId| {
        let (value, primary) = (flows.sold(from, to), flows.primary_share(from, to));
        let parts =
            [(text!("tr.primary"), value * primary), (text!("tr.manufactures"), value * (1.0 - primary))];
        let parts = parts.map(|(label, value)| (label.to_owned(), value));
        Explained::given(what, value, Unit::MoneyAYear).with_parts(How::Sum, parts)
    };
    let line = |other: PolityId| PartnerLine {
        id: other,
        name: content.polities[other].name.clone(),
        exports: by_group(text!("n.exports"), id, other),
        imports: by_group(text!("n.imports"), other, id),
        balance: flows.sold(id, other) - flows.sold(other, id),
        market_share: math::ratio_or(
            flows.sold(id, other),
            sim.polity::<TradePosition>(other).imported().real(),
            0.0,
        )
        .min(1.0),
    };
    let trades = |other: &PolityId| flows.both_ways(id, *other) >= 1.0;
    let mut lines: Vec<PartnerLine> = content.polities.ids().filter(trades).map(line).collect();
    let size = |line: &PartnerLine| line.exports.value + line.imports.value;
    lines.sort_by(|a, b| size(b).total_cmp(&size(a)).then(a.id.cmp(&b.id)));
    lines
}

fn goods(sim: &Simulation, id: PolityId) -> Vec<GoodLine> {
    let (position, world) = (sim.polity::<TradePosition>(id), sim.get::<WorldMarket>());
    let traded = sim.content().goods.iter().filter(|(_, good)| good.traded);
    traded
        .map(|(good, def)| GoodLine {
            id: good,
            name: def.name.clone(),
            exports: position.sold(good) * 12.0 * world.price(good),
            imports: position.arrivals(good) * 12.0 * world.price(good),
            weight: position.weight(good),
            price: world.price(good),
            withheld: position.withheld(good),
        })
        .collect()
}

/// Terms of trade, with what made them.
pub(super) fn terms_of_trade(sim: &Simulation, id: PolityId) -> Explained {
    let position = sim.polity::<TradePosition>(id);
    let mut terms = TermList::default();
    let value = explain_terms_of_trade(position, sim.get::<WorldMarket>(), sim.get::<Roles>(), &mut terms);
    Explained::given(text!("n.terms_of_trade"), value, Unit::Weight)
        .meaning(text!("n.terms_of_trade.means"))
        .with_terms(How::Sum, &terms)
}

fn numbers(sim: &Simulation, id: PolityId) -> Vec<Explained> {
    let position = sim.polity::<TradePosition>(id);
    let (exported, imported) = (position.exported().real(), position.imported().real());
    let money = |what: &str, value| Explained::given(what, value, Unit::MoneyAYear);
    let share = |what: &str, value| Explained::given(what, value, Unit::Share);
    let product = sim.polity::<Accounts>(id).product().real();
    let term = |label: &str, value| TermView { label: label.into(), value, unit: Unit::MoneyAYear };
    let both = [(text!("n.exports").to_owned(), exported), (text!("n.imports").to_owned(), -imported)];
    vec![
        money(text!("n.exports"), exported),
        money(text!("n.imports"), imported),
        money(text!("tr.balance"), exported - imported).with_parts(How::Sum, both),
        Explained::ratio(
            text!("tr.open"),
            Unit::Share,
            term(text!("n.exports"), exported),
            term(text!("tr.product"), product),
        ),
        terms_of_trade(sim, id),
        Explained::given(text!("tr.deposits"), richness_of(sim.world(), id), Unit::Weight)
            .meaning(text!("tr.deposits.means")),
        share(text!("tr.dependence"), position.dependence()).meaning(text!("tr.dependence.means")),
        share(text!("tr.weight"), position.seller_weight()).meaning(text!("tr.weight.means")),
        Explained::given(text!("tr.market"), position.market_position(), Unit::OfExpected)
            .meaning(text!("tr.market.means")),
        Explained::given(text!("n.reserves"), sim.polity::<Budget>(id).reserve_months(), Unit::Months)
            .meaning(text!("n.reserves.means")),
        Explained::given(text!("tr.clearing"), position.clearing().real(), Unit::Money)
            .meaning(text!("tr.clearing.means")),
        Explained::given(text!("tr.rate"), position.rate(), Unit::Weight).meaning(text!("tr.rate.means")),
        share(text!("tr.served"), position.served()).meaning(text!("tr.served.means")),
        share(text!("tr.closed"), position.closed()).meaning(text!("tr.closed.means")),
        money(text!("tr.passed_on"), position.passed_on().real()).meaning(text!("tr.passed_on.means")),
    ]
}

/// Of each producers' association that a state belongs to: its members, their weight, what the others hold back.
fn producers(sim: &Simulation, id: PolityId) -> Vec<String> {
    let defs = &sim.content().organisations;
    let line = |(org, now): (OrganisationId, &Organisation)| {
        let good = defs[org].good.filter(|_| now.has(id))?;
        let share = |value| figure(value, Unit::Share);
        Some(fill(
            text!("tr.producers"),
            &[
                ("organisation", &defs[org].name),
                ("members", &now.members().len().to_string()),
                ("weight", &share(producers_weight(sim.world(), id))),
                ("good", &sim.content().goods[good].name),
                ("held", &share(held_back_by_others(sim.world(), id))),
            ],
        ))
    };
    sim.get::<Organisations>().iter().filter_map(line).collect()
}

fn policy(content: &Content, position: &TradePosition) -> Vec<String> {
    let limit = position.limit().map(|limit| {
        let (good, until) = (&content.goods[limit.good].name, limit.until.to_string());
        let share = figure(limit.share, Unit::Share);
        fill(text!("tr.limit"), &[("good", good), ("share", &share), ("until", &until)])
    });
    let first = position.import_priority();
    let first = first.map(|good| fill(text!("tr.first"), &[("good", &content.goods[good].name)]));
    limit.into_iter().chain(first).collect()
}

/// The view as text, for a reader without a window; at most so many partners.
pub fn trade_text(view: &TradeView, most: usize) -> String {
    let mut text = format!("{}, {}\n\n", view.name, view.month);
    for number in &view.numbers {
        text += &format!("  {}\n", sentence_case(&number.line()));
    }
    let lists = view.restrictions.iter().map(|line| line.sentence.plain());
    for line in view.policy.iter().cloned().chain(lists) {
        text += &format!("  {}\n", sentence_case(&line));
    }
    let money = |thousands: f64| compact(thousands * 1000.0);
    let row = |cells: [&str; 5]| {
        let [name, a, b, c, d] = cells;
        format!("{name:<28}{a:>18}{b:>18}{c:>18}{d:>12}\n")
    };
    text += &format!("\n{}", row(["good", "exports, $", "imports, $", "of world exports", "price"]));
    for good in &view.goods {
        let (exports, imports) = (money(good.exports), money(good.imports));
        let (weight, price) = (figure(good.weight, Unit::Share), figure(good.price, Unit::Weight));
        text += &row([&good.name, &exports, &imports, &weight, &price]);
    }
    text += &format!("\n{}", row(["partner", "exports, $", "imports, $", "balance, $", "of its imports"]));
    for partner in view.partners.iter().take(most) {
        let (exports, imports) = (money(partner.exports.value), money(partner.imports.value));
        let (balance, share) = (money(partner.balance), figure(partner.market_share, Unit::Share));
        text += &row([&partner.name, &exports, &imports, &balance, &share]);
    }
    text
}
