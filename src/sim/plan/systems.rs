//! Drawing up plans and steering labour.

use bevy::prelude::*;

use crate::base::math;
use crate::content::defs::Content;
use crate::content::vocabulary::FormOfRule;
use crate::sim::economy::{Industry, Paces, Roles, TheStart, rules as economy_rules};
use crate::sim::politics::{Government, Status};
use crate::sim::population::{Atlas, Lore, PerGood, Polities};
use crate::sim::trade::TradeRules;

use super::components::{FormNorm, FormNorms, Plan};
use super::parameters::PlanRules;
use super::rules;

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
            ..default()
        };
        commands.entity(atlas.polity(id)).insert(plan);
    }
}

/// Draws up the month: targets, investment mix, reported shortage and padding.
pub(super) fn draw_up_plans(
    roles: Res<Roles>,
    rules: Res<PlanRules>,
    paces: Res<Paces>,
    norms: Res<FormNorms>,
    trade: Res<TradeRules>,
    mut polities: Polities<(&Status, &Government, &Industry, &mut Plan)>,
) {
    for id in polities.ids() {
        let (status, government, industry, mut plan) = polities.get_mut(id);
        if !status.is_alive() {
            continue;
        }
        let norm = norms.of(government.form()).planned;
        if plan.form != Some(government.form()) {
            plan.form = Some(government.form());
            plan.bound_for = norm;
        } else if norm > trade.clearing_threshold {
            // Those who set out to plan go on until they plan as such states do.
            plan.bound_for = plan.bound_for.max(norm);
        }
        plan.planned = math::lerp(plan.bound_for, plan.planned, paces.transition).clamp(0.0, 1.0);
        plan.padding = rules::padding(&rules, plan.planned, government.ossification());
        plan.shortage = math::lerp(industry.lacking, plan.shortage, paces.shortage);
        for good in roles.goods() {
            plan.target[good] = rules::target(&rules, industry.potential[good], plan.planned);
        }
        let wanted = rules::wanted_mix(&rules, &roles, &industry.capital, &industry.strain, plan.planned);
        for good in roles.goods() {
            plan.mix[good] = math::lerp(wanted[good], plan.mix[good], paces.mix);
        }
    }
}
