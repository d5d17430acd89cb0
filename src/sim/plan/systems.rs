//! Opening, reforming, drawing up and keeping plans.

use bevy::prelude::*;

use crate::base::{Id, PolityId, Stream, math};
use crate::content::defs::{Content, MAX_GOODS};
use crate::content::vocabulary::{FormOfRule, Stat};
use crate::sim::chronicle::Fact;
use crate::sim::community::{CommunityRules, Cooperation};
use crate::sim::economy::{
    Accounts, Consumption, EconomyRules, Industry, Opening, Paces, Prices, Roles, TheStart,
    rules as economy_rules,
};
use crate::sim::effects::{Effect, Effects};
use crate::sim::finance::{Budget, BudgetLine, FinanceRules};
use crate::sim::ledger::GoodsBook;
use crate::sim::politics::{Government, Lands, Status};
use crate::sim::population::{Atlas, Clock, Fate, Lore, PerGood, Polities, Seat};
use crate::sim::society::Living;
use crate::sim::technology::{Technology, TechnologyRules, rules as technology_rules};
use crate::sim::terms::NoTerms;
use crate::sim::trade::{TradePosition, TradeRules};

use super::components::{FiveYearPlan, FormNorm, FormNorms, Fulfilment, Plan, PlanArchive, Reforms};
use super::five_year::Tables;
use super::monthly::MonthOf;
use super::parameters::PlanRules;
use super::rules::{self, Allotment};
use super::standing::{allotment, checked, standing};

impl FormNorms {
    /// Reads what each form of rule is used to off the archetypes made for it.
    pub(in crate::sim) fn read(content: &Content) -> Self {
        let norm = |form: &FormOfRule| {
            let made_for: Vec<_> = content.archetypes.values().filter(|a| a.forms.contains(form)).collect();
            let count = made_for.len() as f64;
            let mean = |figure: fn(&crate::content::defs::ArchetypeDef) -> f64| {
                made_for.iter().map(|&archetype| figure(archetype)).sum::<f64>() / count
            };
            FormNorm {
                planned: first_of_all(content, *form)
                    .unwrap_or_else(|| if count > 0.0 { mean(|a| a.planned) } else { 0.0 }),
                shares: (count > 0.0)
                    .then(|| [mean(|a| a.taxes), mean(|a| a.investment), mean(|a| a.welfare)]),
            }
        };
        Self { of: FormOfRule::ALL.iter().map(norm).collect() }
    }

    /// What a form of rule is used to.
    pub(in crate::sim) fn of(&self, form: FormOfRule) -> &FormNorm {
        &self.of[form.index()]
    }
}

/// Mean share of output under plan of the archetypes that name a form first, if any does.
fn first_of_all(content: &Content, form: FormOfRule) -> Option<f64> {
    let named: Vec<f64> =
        content.archetypes.values().filter(|a| a.forms.first() == Some(&form)).map(|a| a.planned).collect();
    (!named.is_empty()).then(|| named.iter().sum::<f64>() / named.len() as f64)
}

/// Plans at the start: the mix that keeps the capital of the start in proportion.
pub(super) fn open_plans(
    mut commands: Commands,
    atlas: Res<Atlas>,
    lore: Res<Lore>,
    roles: Res<Roles>,
    rules: Res<PlanRules>,
    economy: Res<EconomyRules>,
    technology: Res<TechnologyRules>,
    start: Res<TheStart>,
) {
    commands.insert_resource(FormNorms::read(&lore));
    for id in lore.polities.ids() {
        let opening = &start.0.of[id];
        let mut capital: PerGood<f64> = PerGood::default();
        for (good, def) in lore.goods.iter() {
            capital[good] = opening.output[good] * roles.value_added[good] * def.capital_output_ratio;
        }
        let plan = Plan {
            planned: opening.planned,
            mix: economy_rules::normalised(&capital, &roles),
            target: opening.output,
            form: (opening.product > 0.0).then(|| lore.polities[id].start.form),
            bound_for: opening.planned,
            weight: PerGood::filled(1.0),
            sowings: 1.0,
            village_share: 1.0,
            drive: 1.0,
            information: 1.0,
            mismatch: opening_service(&rules, &technology, &economy, &roles, opening).1,
            ..default()
        };
        let polity = atlas.polity(id);
        commands.entity(polity).insert((plan, FiveYearPlan::default(), Reforms::default()));
    }
}

/// What each sector makes at the start of what it could: some inputs go astray before anybody has padded a report or
/// agreed on deliveries. With it, the share that goes astray.
pub(in crate::sim) fn opening_service(
    rules: &PlanRules,
    technology: &TechnologyRules,
    economy: &EconomyRules,
    roles: &Roles,
    opening: &Opening,
) -> (PerGood<f64>, f64) {
    let complexity = technology_rules::complexity_of(technology, opening.product * 12.0, opening.people);
    let planned = opening.planned;
    let allotment = Allotment { planned, complexity, information: 1.0, padding: 0.0, agreed: 0.0 };
    let mismatch = rules::mismatch(rules, &allotment, &mut NoTerms);
    let mut served = PerGood::filled(1.0);
    if mismatch <= 0.0 {
        return (served, mismatch);
    }
    let heavy = if planned >= rules.planning_threshold { rules.opening_heavy } else { 0.5 };
    let weights = rules::weights(rules, roles, planned, heavy);
    let mut lack = [PerGood::filled(1.0); MAX_GOODS];
    let ces = economy_rules::Ces::of(economy.input_substitution);
    for input in roles.goods() {
        let there = opening.inputs[input] * (1.0 - mismatch);
        let shares = rules::share_out(roles, &opening.output, input, there, &weights);
        for sector in roles.goods() {
            lack[sector.index()][input] = ces.weight_of_lack(shares[sector]);
        }
    }
    for good in roles.goods() {
        let (inputs, own) = (&roles.inputs[good.index()], roles.value_added[good]);
        served[good] = ces.input_factor(inputs, own, &lack[good.index()]);
    }
    (served, mismatch)
}

/// Reforms take hold, or are rolled back by a ruling circle that falls apart; how much is under plan follows.
pub(super) fn reform_plans(
    clock: Res<Clock>,
    fate: Res<Fate>,
    atlas: Res<Atlas>,
    rules: Res<PlanRules>,
    paces: Res<Paces>,
    norms: Res<FormNorms>,
    trade: Res<TradeRules>,
    mut effects: ResMut<Effects>,
    mut polities: Polities<(&Status, &Government, &mut Plan, &mut Reforms)>,
) {
    for (id, (status, government, mut plan, mut reforms)) in polities.iter_mut() {
        if !status.is_alive() {
            continue;
        }
        let norm = norms.of(government.form()).planned;
        if plan.form != Some(government.form()) {
            plan.form = Some(government.form());
            plan.bound_for = norm;
            // Those who come to power begin with a course of their own.
            *reforms = Reforms { computers: reforms.computers, computing: reforms.computing, ..default() };
        } else if norm > trade.clearing_threshold {
            // Those who set out to plan go on until they plan as such states do.
            plan.bound_for = plan.bound_for.max(norm);
        }
        if *reforms != Reforms::default() {
            let seat = Seat::Polity(id);
            if reforms.is_under_way(&rules) {
                let strife = rules.reform_strife * rules::depth_of(&rules, reforms.course) / 12.0;
                let by = -strife * government.ossification();
                effects.push(Effect::Nudge { stat: Stat::EliteCohesion, of: seat, by });
            }
            if let Some(kind) = reforms.course
                && id.index() % 6 == (clock.now().0 % 6) as usize
            {
                let split = 1.0 - math::ratio_or(government.cohesion(), rules.rollback_cohesion, 1.0);
                let chance = rules.rollback_chance * split.clamp(0.0, 1.0);
                let luck = &mut fate.draw(clock.now(), Stream::Economy, atlas.key(seat), ROLLBACK);
                if chance > 0.0 && luck.chance(chance) {
                    reforms.course = None;
                    effects.push(Effect::Tell { fact: Fact::ReformRolledBack { polity: id, kind } });
                }
            }
            reforms.advance(&rules, government.ossification());
        }
        plan.information = reforms.information(&rules);
        let bound_for = plan.bound_for * (1.0 - rules.reform_market * reforms.depth);
        plan.planned = math::lerp(bound_for, plan.planned, paces.transition).clamp(0.0, 1.0);
    }
}

/// Luck key of the question whether a reform is rolled back.
const ROLLBACK: u32 = 31;

/// Draws up plans of several years where the last has ended, and files what has ended.
pub(super) fn draw_up_plans(
    clock: Res<Clock>,
    atlas: Res<Atlas>,
    lore: Res<Lore>,
    roles: Res<Roles>,
    rules: Res<PlanRules>,
    economy: Res<EconomyRules>,
    finance: Res<FinanceRules>,
    lands: Res<Lands>,
    mut archive: ResMut<PlanArchive>,
    mut effects: ResMut<Effects>,
    mut polities: Polities<(&Status, &Industry, &Prices, &Budget, &Technology, &mut Plan, &mut FiveYearPlan)>,
) {
    let now = clock.now();
    let tables = Tables { goods: &lore.goods, roles: &roles, economy: &economy, rules: &rules };
    for (id, (status, industry, prices, budget, technology, mut plan, mut five)) in polities.iter_mut() {
        let planners = status.is_alive() && plan.planned >= rules.planning_threshold;
        if !planners
            && (!five.is_running() || status.is_alive() && plan.planned >= LAPSE * rules.planning_threshold)
        {
            continue;
        }
        if five.is_running() && planners && five.months_left(now) > 0 {
            continue;
        }
        let whole = 12 * rules.plan_years.round().max(1.0) as u32;
        if five.is_running() && five.months == whole && status.is_sovereign() {
            file(&five, id, &mut archive, &mut effects);
        }
        if !planners {
            *five = FiveYearPlan::default();
            continue;
        }
        let standing = standing(&finance, (&plan, industry, prices), (budget, technology), lands.people(id));
        let ordered = five.next;
        let ambition = match ordered {
            Some(ambition) => ambition,
            None if five.is_running() => five.routine(&rules, &standing),
            None => FiveYearPlan::first(&rules, &standing),
        };
        // Those who plan already when the campaign begins are somewhere inside a plan.
        let months = if clock.played() > 1 || five.is_running() || ordered.is_some() {
            whole
        } else {
            12 + (atlas.key(Seat::Polity(id)) % u64::from(whole.saturating_sub(11).max(1))) as u32
        };
        five.open(&tables, &standing, ambition, now, months);
        plan.target = standing.reported;
        if let Some(ambition) = ordered {
            let (line, share) = (BudgetLine::Investment, ambition.investment);
            effects.push(Effect::SetBudgetShare { polity: id, line, share });
        }
        if months == whole && status.is_sovereign() {
            let fact = Fact::PlanDrawnUp { polity: id, growth: ambition.growth, heavy: ambition.heavy };
            effects.push(Effect::Tell { fact });
        }
    }
}

/// A plan lapses where less than this part of the threshold is under plan.
const LAPSE: f64 = 0.6;

/// Files a plan that has ended: its report is told at once, what was true of the plan before it comes out now.
fn file(five: &FiveYearPlan, polity: PolityId, archive: &mut PlanArchive, effects: &mut Effects) {
    let before = archive.of(polity).next_back().copied();
    let closed = five.close(polity);
    archive.closed.push(closed);
    let reported = closed.fulfilment.reported;
    effects.push(Effect::Tell { fact: Fact::PlanFulfilled { polity, reported } });
    if let Some(before) = before {
        let Fulfilment { truth, reported } = before.fulfilment;
        let fact = Fact::PlanReckoned { polity, start: before.start, reported, truth };
        effects.push(Effect::Tell { fact });
    }
}

/// The month of every plan: reports of last month, balances, targets, procurement, the mix of investment.
pub(super) fn keep_plans(
    clock: Res<Clock>,
    lore: Res<Lore>,
    roles: Res<Roles>,
    rules: Res<PlanRules>,
    economy: Res<EconomyRules>,
    paces: Res<Paces>,
    book: Res<GoodsBook>,
    shared: Res<CommunityRules>,
    technology: Res<TechnologyRules>,
    lands: Res<Lands>,
    mut polities: Polities<(
        &Status,
        &Government,
        &Living,
        &Cooperation,
        (&Industry, &Accounts),
        (&Prices, &TradePosition),
        &Consumption,
        &Reforms,
        &mut Plan,
        &mut FiveYearPlan,
    )>,
) {
    let kept_pressure = math::pow(0.5, 1.0 / rules.pressure_half_life.max(0.1));
    for (
        id,
        (
            status,
            government,
            living,
            cooperation,
            (industry, accounts),
            (prices, trade),
            consumption,
            reforms,
            mut plan,
            mut five,
        ),
    ) in polities.iter_mut()
    {
        if !status.is_alive() {
            continue;
        }
        let month = MonthOf {
            tables: Tables { goods: &lore.goods, roles: &roles, economy: &economy, rules: &rules },
            paces: &paces,
            industry,
            prices,
            consumption,
            checked: checked(government, living),
            ossification: government.ossification(),
            kept_pressure,
            months_left: five.months_left(clock.now()),
            lean: cooperation.lean,
            allotment: allotment(
                &technology,
                &shared,
                (&plan, cooperation),
                (accounts, prices, trade),
                lands.people(id),
            ),
            unsure: cooperation.unsure(&shared),
        };
        month.report(&mut plan, &mut five, reforms);
        month.balance(&mut plan, reforms, |good| book.stock(id, good).real());
        month.set_targets(&mut plan, &five);
        month.procure(&mut plan, &five);
        if id.index() % 3 == clock.now().0 as usize % 3 {
            month.invest(&mut plan, &five, reforms);
        }
    }
}
