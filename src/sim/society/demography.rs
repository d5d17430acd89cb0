//! Births, deaths, hunger and flight: rules and systems. People move through the people's book; harm is charged to
//! whoever decided.

use bevy::prelude::*;

use crate::base::{AgentId, GoodId, Id, People, PolityId, math};
use crate::content::defs::{Content, Passage};
use crate::content::vocabulary::Harm;
use crate::sim::chronicle::Fact;
use crate::sim::conflict::Wars;
use crate::sim::economy::Consumption;
use crate::sim::economy::property::{GRUDGE, Vigour};
use crate::sim::effects::{Effect, Effects};
use crate::sim::ledger::{HarmBook, PeopleBook, PeopleFlow};
use crate::sim::plan::Plan;
use crate::sim::politics::{Lands, Status};
use crate::sim::population::{Atlas, Clock, Lore, Polities, Seat, Territories};
use crate::sim::technology::Technology;
use crate::sim::trade::TradePosition;

use super::SocietyRules;
use super::components::{Classes, Living, Vital};
use super::systems::{Climates, Patterns};

/// Product per head (2011 $) between which development by income runs from 0 to 1, on a log scale.
const POOR: f64 = 500.0;
const RICH: f64 = 20_000.0;

/// Development (0–1): half schooling, half income.
pub fn development(schooling: f64, per_head: f64) -> f64 {
    let income = math::ln(per_head.max(1.0) / POOR) / math::ln(RICH / POOR);
    0.5 * schooling.clamp(0.0, 1.0) + 0.5 * income.clamp(0.0, 1.0)
}

/// Births per 1,000 and year towards which a people tends. Source: demographic transition; slope is an own estimate.
///
/// `survival_gained` is how far deaths have fallen on the way to their floor since the start (0–1).
pub fn births_target(
    opening: f64,
    development_gained: f64,
    survival_gained: f64,
    rules: &SocietyRules,
) -> f64 {
    let gap = (opening - rules.births_floor).max(0.0);
    let fallen = rules.births_development * development_gained + rules.births_survival * survival_gained;
    let fallen = fallen.clamp(-0.1, 1.0);
    rules.births_floor.min(opening) + gap * (1.0 - fallen)
}

/// Share of the people that dies of hunger in a month.
pub fn hunger_deaths(food_security: f64, rules: &SocietyRules) -> f64 {
    let gap = ((rules.hunger_threshold - food_security) / rules.hunger_threshold).clamp(0.0, 1.0);
    rules.hunger_lethality * gap * gap
}

/// What a government did while its people went hungry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Provision {
    /// It sold more food abroad than it bought.
    pub exports_food: bool,
    /// It took the harvest by plan.
    pub procures: bool,
    /// It was at war.
    pub at_war: bool,
    /// It forces its peasants into collectives, or did so of late.
    pub forces: bool,
}

/// Whether hunger follows from a policy, or from a bad harvest alone.
pub fn policy_led(provision: Provision) -> bool {
    provision.exports_food || provision.procures || provision.at_war || provision.forces
}

/// Share of the people that flees in a month.
pub fn flight_share(repression: f64, franchise: f64, grievance: f64, rules: &SocietyRules) -> f64 {
    let pressed = repression * (1.0 - franchise) * (grievance - 0.35).max(0.0);
    (rules.flight_repression * pressed).clamp(0.0, 0.01)
}

/// The good that people need most: the one for which demand grows least with income.
pub(super) fn staple(content: &Content) -> Option<GoodId> {
    let mut best: Option<(GoodId, f64)> = None;
    for (id, good) in content.goods.iter() {
        if good.basket > 0.0 && best.is_none_or(|(_, engel)| good.engel < engel) {
            best = Some((id, good.engel));
        }
    }
    best.map(|(id, _)| id)
}

/// Who answers for what is done to the people of a polity: its government, or the one that rules it.
fn answerable(status: Status, polity: PolityId, atlas: &Atlas) -> AgentId {
    atlas.agent(Seat::Polity(status.ruler().unwrap_or(polity)))
}

pub(super) fn be_born_and_die(
    rules: Res<SocietyRules>,
    clock: Res<Clock>,
    lore: Res<Lore>,
    patterns: Res<Patterns>,
    lands: Res<Lands>,
    technology: Polities<(&Technology, &Living)>,
    mut vitals: Territories<&mut Vital>,
    mut book: ResMut<PeopleBook>,
) {
    let gap_keep = math::pow(0.5, 1.0 / rules.deaths_half_life.max(0.1));
    for (territory, mut vital) in vitals.iter_mut() {
        // Rates are looked at once a year, each territory in a month of its own.
        if (clock.now().0 as usize + territory.index()).is_multiple_of(12) {
            let (technology, living) = technology.get(lands.owner(territory));
            let gained = development(technology.schooling, living.per_head() / rules.household_share)
                - vital.opening_development;
            let archetype = &lore.archetypes[patterns.archetype[territory]];
            let deaths_gap = |deaths: f64| (deaths - rules.deaths_floor).max(0.0);
            let survival = 1.0 - math::ratio_or(deaths_gap(vital.deaths), deaths_gap(archetype.deaths), 1.0);
            let target = births_target(archetype.births, gained, survival, &rules);
            vital.births = math::lerp(vital.births, target, 0.2);
            vital.deaths = rules.deaths_floor + (vital.deaths - rules.deaths_floor) * gap_keep;
        }
        let people = book.people(territory).real();
        book.book(territory, PeopleFlow::Births, People::rounded(people * vital.births / 12_000.0));
        book.book(territory, PeopleFlow::Deaths, People::rounded(people * vital.deaths / 12_000.0));
    }
}

pub(super) fn starve(
    rules: Res<SocietyRules>,
    atlas: Res<Atlas>,
    lore: Res<Lore>,
    lands: Res<Lands>,
    wars: Res<Wars>,
    mut polities: Polities<(&Status, &mut Living, &Consumption, &Plan, &TradePosition, &Vigour)>,
    mut book: ResMut<PeopleBook>,
    mut harm: ResMut<HarmBook>,
    mut effects: ResMut<Effects>,
) {
    let staple = staple(&lore);
    for (polity, (status, mut living, consumption, plan, trade, vigour)) in polities.iter_mut() {
        let share = if status.is_alive() { hunger_deaths(consumption.food_security, &rules) } else { 0.0 };
        if share <= 0.0 || lands.of(polity).is_empty() {
            if living.hungry_months > 0 {
                living.hungry_months = 0;
            }
            continue;
        }
        let ruler = status.ruler().unwrap_or(polity);
        let provision = Provision {
            exports_food: staple.is_some_and(|good| trade.exports[good].0 > trade.imports[good].0),
            procures: plan.planned() > 0.5,
            at_war: wars.fights(Seat::Polity(ruler)),
            forces: vigour.is_seized() || vigour.resentment() > GRUDGE,
        };
        let decider = policy_led(provision).then(|| answerable(*status, polity, &atlas));
        let mut dead = People::ZERO;
        for &territory in lands.of(polity) {
            let wanted = People::rounded(book.people(territory).real() * share);
            let lost = book.book(territory, PeopleFlow::Famine, wanted);
            harm.charge(decider, Harm::Famine, lost);
            dead += lost;
        }
        // Told when it begins, and once a year while it lasts.
        if living.hungry_months.is_multiple_of(12) && dead.0 > 0 {
            effects.push(Effect::Tell { fact: Fact::FamineStruck { polity, dead: dead.0 } });
        }
        living.hungry_months += 1;
    }
}

/// People leave where they are pressed, over a land border or a short sea way, for where life is freer or better.
pub(super) fn flee(
    rules: Res<SocietyRules>,
    clock: Res<Clock>,
    atlas: Res<Atlas>,
    lore: Res<Lore>,
    lands: Res<Lands>,
    climates: Res<Climates>,
    polities: Polities<(&Status, &Living)>,
    classes: Territories<&Classes>,
    mut book: ResMut<PeopleBook>,
    mut harm: ResMut<HarmBook>,
) {
    const EVERY: usize = 3;
    for territory in classes.ids() {
        if !(clock.now().0 as usize + territory.index()).is_multiple_of(EVERY) {
            continue;
        }
        let polity = lands.owner(territory);
        let climate = &climates.of[polity];
        let grievance: f64 = classes.get(territory).rows.iter().map(|row| row.share * row.grievance).sum();
        let share = flight_share(climate.repression, climate.franchise, grievance, &rules);
        if share <= 0.0 {
            continue;
        }
        let (status, living) = polities.get(polity);
        let mut refuge = None;
        for neighbour in &lore.territories[territory].neighbours {
            let host = lands.owner(neighbour.territory);
            if host == polity || neighbour.passage == Passage::SeaLane {
                continue;
            }
            let better = math::ratio_or(polities.get(host).1.per_head(), living.per_head(), 1.0)
                * (1.5 - climates.of[host].repression * (1.0 - climates.of[host].franchise));
            if refuge.is_none_or(|(_, best)| better > best) {
                refuge = Some((neighbour.territory, better));
            }
        }
        if let Some((refuge, _)) = refuge.filter(|(_, better)| *better > 1.0) {
            let leaving = book.people(territory).real() * share * EVERY as f64;
            let gone = book.migrate(territory, refuge, People::rounded(leaving));
            harm.charge(Some(answerable(*status, polity, &atlas)), Harm::Fled, gone);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::testing::rules;

    fn table() -> SocietyRules {
        SocietyRules::read(&rules()).expect("the shipped rules are complete")
    }

    #[test]
    fn births_fall_with_development_and_not_below_the_floor() {
        let rules = table();
        assert!((births_target(45.0, 0.0, 0.0, &rules) - 45.0).abs() < 1e-12);
        assert!(births_target(45.0, 0.3, 0.5, &rules) < 38.0);
        assert!(births_target(45.0, 9.0, 1.0, &rules) >= rules.births_floor);
        assert!(development(0.9, 15_000.0) > development(0.2, 700.0));
    }

    #[test]
    fn nobody_starves_above_the_threshold() {
        let rules = table();
        assert_eq!(hunger_deaths(rules.hunger_threshold, &rules), 0.0);
        assert!(hunger_deaths(0.5, &rules) > hunger_deaths(0.6, &rules));
    }

    #[test]
    fn hunger_without_a_decision_is_nobodys() {
        assert!(!policy_led(Provision::default()));
        assert!(policy_led(Provision { exports_food: true, ..Default::default() }));
        assert!(policy_led(Provision { procures: true, ..Default::default() }));
    }

    #[test]
    fn the_content_and_the_free_stay() {
        let rules = table();
        assert_eq!(flight_share(0.9, 0.0, 0.2, &rules), 0.0);
        assert_eq!(flight_share(0.9, 1.0, 0.9, &rules), 0.0);
        assert!(flight_share(0.9, 0.0, 0.9, &rules) > 0.0);
    }
}
