//! The plan of a state: what it sets out for, targets, reports and truth by sector, hoards and queues, reforms, what
//! it will starve, and the plans before it.

use serde::Serialize;

use crate::base::{GoodId, Month, PolityId};
use crate::sim::economy::{Consumption, Prices};
use crate::sim::plan::{
    Ambition, FiveYearPlan, Plan, PlanArchive, Reforms, allotment_of, means_of_production, mismatch, padding,
    preview_of, reporter_of,
};
use crate::sim::{Simulation, TermList};

use super::words::{sentence_case, text};
use super::{Explained, How, TermView, Unit};

/// A state's planning.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanView {
    /// Whose.
    pub id: PolityId,
    /// Its name.
    pub name: String,
    /// First and last month of the running plan, if one runs.
    pub runs: Option<(Month, Month)>,
    /// What the running plan sets out for; empty if none runs.
    pub ambition: Vec<Explained>,
    /// What the next plan is to set out for, if that is settled.
    pub next: Vec<Explained>,
    /// The figures of planning as a whole.
    pub figures: Vec<Explained>,
    /// The course of reform in force, in words.
    pub reform: Option<String>,
    /// Sectors in the order of the goods.
    pub sectors: Vec<PlanSector>,
    /// What the next plan, or one like the running one, would bring and starve.
    pub preview: PlanPreview,
    /// Plans that have ended, newest first.
    pub past: Vec<PastPlan>,
}

/// One sector under plan. Amounts are gross output a month, at base prices.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanSector {
    /// Which.
    pub good: GoodId,
    /// Its name.
    pub name: String,
    /// Whether it makes means of production (group A) and not goods of consumption (group B).
    pub group_a: bool,
    /// What the plan asks for.
    pub target: Explained,
    /// What is reported: the truth and the padding.
    pub reported: Explained,
    /// What is made.
    pub made: Explained,
    /// How much the report exceeds the truth, with its reasons.
    pub padding: Explained,
    /// What is owed to the plan so far, in months of target.
    pub arrears: Explained,
    /// Share of what makers want of it that they cannot have.
    pub shortage: Explained,
    /// Share of what households want of it that they cannot have.
    pub queue: Explained,
    /// What enterprises hold back of it.
    pub hoard: Explained,
    /// Share of investment.
    pub investment: Explained,
}

/// What a plan would bring and starve at its end.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PlanPreview {
    /// Share of the product left to households.
    pub households: Explained,
    /// What households can have a head, over what they have now.
    pub consumption: Explained,
    /// Product that can be made over product asked for.
    pub feasible: Explained,
    /// Sectors in the order of the goods.
    pub sectors: Vec<PreviewSector>,
}

/// One sector at a plan's end. Amounts are gross output a month, at base prices.
#[derive(Debug, Clone, PartialEq)]
pub struct PreviewSector {
    /// Its name.
    pub name: String,
    /// What the plan asks for.
    pub goal: Explained,
    /// What could be made.
    pub capacity: Explained,
    /// Part of the goal that will be lacking.
    pub shortfall: Explained,
    /// What would have to be bought abroad to make it good.
    pub imports: Explained,
}

/// A plan that has ended.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PastPlan {
    /// First month, as `1951-01`.
    pub start: String,
    /// Length in months.
    pub months: u32,
    /// Growth a year that it set out for.
    pub growth: f64,
    /// Output over targets as it was reported.
    pub reported: f64,
    /// Output over targets as it was.
    pub truth: f64,
}

/// The planning of a state.
pub fn plan_view(sim: &Simulation, id: PolityId) -> PlanView {
    let content = sim.content();
    let (plan, five) = (sim.polity::<Plan>(id), sim.polity::<FiveYearPlan>(id));
    let now = sim.clock().now();
    let last = five.start().plus(five.months().saturating_sub(1));
    let following = five.next().unwrap_or_else(|| five.ambition());
    let past = sim.get::<PlanArchive>().of(id).rev().map(|closed| PastPlan {
        start: closed.start.iso(),
        months: closed.months,
        growth: closed.ambition.growth,
        reported: closed.fulfilment.reported,
        truth: closed.fulfilment.truth,
    });
    PlanView {
        id,
        name: content.polities[id].name.clone(),
        runs: five.is_running().then_some((five.start(), last.max(now))),
        ambition: if five.is_running() { ambition(five.ambition()) } else { Vec::new() },
        next: five.next().map(ambition).unwrap_or_default(),
        figures: figures(sim, id, plan, five),
        reform: sim.polity::<Reforms>(id).course().map(|kind| sentence_case(kind.words())),
        sectors: content.goods.ids().map(|good| sector(sim, id, good)).collect(),
        preview: plan_preview(sim, id, following),
        past: past.collect(),
    }
}

fn ambition(of: &Ambition) -> Vec<Explained> {
    vec![
        Explained::given(text!("q.growth"), of.growth, Unit::Share),
        Explained::given(text!("q.invested"), of.investment, Unit::Share),
        Explained::given(text!("q.heavy"), of.heavy, Unit::Index),
        Explained::given(text!("q.procurement"), of.procurement, Unit::Share),
    ]
}

fn figures(sim: &Simulation, id: PolityId, plan: &Plan, five: &FiveYearPlan) -> Vec<Explained> {
    let sum = |place: usize| sim.content().goods.ids().map(|good| five.so_far(good)[place]).sum::<f64>();
    let money = |label: &str, value| TermView { label: label.into(), value, unit: Unit::Money };
    let due = || money(text!("n.out.due"), sum(0));
    let reforms = sim.polity::<Reforms>(id);
    let mut figures = vec![
        Explained::given(text!("n.planned"), plan.planned(), Unit::Share).meaning(text!("n.planned.means")),
    ];
    if five.is_running() && sum(0) > 0.0 {
        let (told, made) = (money(text!("n.out.told"), sum(2)), money(text!("n.out.made"), sum(1)));
        figures.push(
            Explained::ratio(text!("n.fulfilment.reported"), Unit::Share, told, due())
                .meaning(text!("n.fulfilment.reported.means")),
        );
        figures.push(
            Explained::ratio(text!("n.fulfilment"), Unit::Share, made, due())
                .meaning(text!("n.fulfilment.means")),
        );
    }
    figures.extend([
        Explained::given(text!("n.padding"), plan.padding(), Unit::Growth).meaning(text!("n.padding.means")),
        Explained::given(text!("n.tautness"), plan.tautness(), Unit::Share)
            .meaning(text!("n.tautness.means")),
        Explained::given(text!("n.shortage"), plan.shortage(), Unit::Share)
            .with_parts(How::Combined, by_good(sim, |good| plan.lacking(good))),
        mismatch_of(sim, id, plan),
        Explained::given(text!("n.queues"), plan.queues(sim.polity::<Consumption>(id)), Unit::Share)
            .meaning(text!("n.queues.means"))
            .with_parts(How::Combined, by_good(sim, |good| plan.queue(good))),
        Explained::given(text!("n.pressure"), plan.pressure(), Unit::Share)
            .meaning(text!("n.pressure.means")),
        Explained::given(text!("n.reform"), reforms.depth(), Unit::Index).meaning(text!("n.reform.means")),
        Explained::given(text!("n.computers"), reforms.computers(), Unit::Index),
    ]);
    figures
}

/// How much of what plans promise goes astray, and why.
fn mismatch_of(sim: &Simulation, id: PolityId, plan: &Plan) -> Explained {
    let mut reasons = TermList::default();
    mismatch(sim.get(), &allotment_of(sim.world(), id), &mut reasons);
    Explained::given(text!("n.mismatch"), plan.mismatch(), Unit::Share)
        .meaning(text!("n.mismatch.means"))
        .with_terms(How::Drift, &reasons)
}

fn by_good(sim: &Simulation, value: impl Fn(GoodId) -> f64) -> Vec<(String, f64)> {
    sim.content().goods.iter().map(|(good, def)| (def.name.clone(), value(good))).collect()
}

fn sector(sim: &Simulation, id: PolityId, good: GoodId) -> PlanSector {
    let (plan, five) = (sim.polity::<Plan>(id), sim.polity::<FiveYearPlan>(id));
    let made = sim.polity::<Prices>(id).supply(good);
    let [due, done, told] = five.so_far(good);
    let target = plan.target(good);
    let money = |what: &str, value| Explained::given(what, value, Unit::Money);
    let share = |what: &str, value| Explained::given(what, value, Unit::Share);
    let so_far = [(text!("n.out.due"), due), (text!("n.out.made"), done), (text!("n.out.told"), told)];
    let so_far = so_far.map(|(label, value)| TermView { label: label.into(), value, unit: Unit::Money });
    let mut reasons = TermList::default();
    padding(sim.get(), &reporter_of(sim.world(), id, good), &mut reasons);
    let padded = plan.padded(good);
    let reported = [(text!("n.out.made").into(), made), (text!("n.padding").into(), made * padded)];
    PlanSector {
        good,
        name: sim.content().goods[good].name.clone(),
        group_a: means_of_production(sim.world(), good),
        target: money(text!("n.target"), target).meaning(text!("n.target.means")).with_parts(
            How::Given,
            [(text!("n.base").into(), five.base(good)), (text!("n.goal").into(), five.goal(good))],
        ),
        reported: money(text!("n.out.told"), made * (1.0 + padded)).with_parts(How::Sum, reported),
        made: money(text!("n.out.made"), made),
        padding: Explained::given(text!("n.padding"), padded, Unit::Growth)
            .meaning(text!("n.padding.means"))
            .with_terms(How::Drift, &reasons),
        arrears: Explained {
            terms: so_far.to_vec(),
            how: How::Combined,
            ..Explained::given(text!("n.arrears"), five.arrears(good, target), Unit::Months)
        }
        .meaning(text!("n.arrears.means")),
        shortage: share(text!("n.shortage"), plan.lacking(good)),
        queue: share(text!("n.queues"), plan.queue(good)).meaning(text!("n.queues.means")),
        hoard: money(text!("n.hoard"), plan.hoard(good)).meaning(text!("n.hoard.means")),
        investment: share(text!("b.investment"), plan.mix(good)),
    }
}

/// What a plan with these four numbers would bring and starve, if it were drawn up now.
pub fn plan_preview(sim: &Simulation, id: PolityId, ambition: &Ambition) -> PlanPreview {
    let seen = preview_of(sim.world(), id, ambition);
    let money = |what: &str, value| Explained::given(what, value, Unit::Money);
    let sum = |of: &dyn Fn(GoodId) -> f64| sim.content().goods.ids().map(of).sum::<f64>();
    let whole = |label: &str, value| TermView { label: label.into(), value, unit: Unit::Money };
    PlanPreview {
        households: Explained::given(text!("n.households"), seen.households, Unit::Share)
            .meaning(text!("n.households.means")),
        consumption: Explained::given(text!("n.consumption_then"), seen.consumption, Unit::Share)
            .meaning(text!("n.consumption_then.means")),
        feasible: Explained {
            terms: vec![
                whole(text!("n.capacity"), sum(&|good| seen.capacity[good])),
                whole(text!("n.goal"), sum(&|good| seen.goal[good])),
            ],
            how: How::Combined,
            ..Explained::given(text!("n.feasible"), seen.feasible, Unit::Share)
        }
        .meaning(text!("n.feasible.means")),
        sectors: sim
            .content()
            .goods
            .iter()
            .map(|(good, def)| PreviewSector {
                name: def.name.clone(),
                goal: money(text!("n.goal"), seen.goal[good]),
                capacity: money(text!("n.capacity"), seen.capacity[good]),
                shortfall: Explained::given(text!("n.shortfall"), seen.shortfall[good], Unit::Share),
                imports: money(text!("n.imports_needed"), seen.imports[good]),
            })
            .collect(),
    }
}

impl PlanView {
    /// As plain lines, for a reader without a window.
    pub fn lines(&self) -> Vec<String> {
        let mut lines = vec![self.name.clone()];
        match self.runs {
            Some((first, last)) => lines.push(format!("{}: {first} – {last}", text!("pl.runs"))),
            None => lines.push(text!("pl.none").into()),
        }
        let list = |all: &[Explained]| {
            all.iter().map(|one| format!("{} {}", one.what, one.shown())).collect::<Vec<_>>().join(", ")
        };
        if !self.ambition.is_empty() {
            lines.push(format!("  {}", list(&self.ambition)));
        }
        if !self.next.is_empty() {
            lines.push(format!("{}: {}", text!("pl.next"), list(&self.next)));
        }
        if let Some(reform) = &self.reform {
            lines.push(format!("{}: {reform}", text!("pl.reform")));
        }
        lines.push(String::new());
        lines.extend(self.figures.iter().map(Explained::line));
        lines.push(String::new());
        for sector in &self.sectors {
            lines.push(format!("{} ({})", sector.name, if sector.group_a { "A" } else { "B" }));
            for figure in [
                &sector.target,
                &sector.reported,
                &sector.padding,
                &sector.arrears,
                &sector.shortage,
                &sector.queue,
                &sector.hoard,
                &sector.investment,
            ] {
                lines.push(format!("  {}", figure.line()));
            }
        }
        lines.push(String::new());
        lines.push(text!("pl.preview").into());
        let preview = &self.preview;
        for figure in [&preview.feasible, &preview.households, &preview.consumption] {
            lines.push(format!("  {}", figure.line()));
        }
        for sector in &preview.sectors {
            let figures =
                [&sector.goal, &sector.capacity, &sector.shortfall, &sector.imports].map(|one| one.line());
            lines.push(format!("  {}: {}", sector.name, figures.join(", ")));
        }
        if !self.past.is_empty() {
            lines.push(String::new());
            lines.push(text!("pl.past").into());
        }
        for past in &self.past {
            let percent = |share| super::words::figure(share, Unit::Share);
            lines.push(format!(
                "  {}, {} {}: {} {}, {} {}",
                past.start,
                past.months,
                text!("figure.months"),
                text!("n.out.told"),
                percent(past.reported),
                text!("n.out.made"),
                percent(past.truth)
            ));
        }
        lines
    }
}
