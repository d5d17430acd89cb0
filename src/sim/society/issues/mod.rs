//! Issue movements: peace, labour, land, monopolies, rights, nationality, faith. They do not want the power, they want
//! something of it, and constrain governments of both systems; workers strike. Source: DESIGN §6, MECHANICS L12, P15, C9.

mod rules;

pub use rules::{Causes, carries, cause, pressure, speech};

use bevy::prelude::*;
use serde::{Deserialize, Serialize};

use crate::base::{PolityId, Stream, math};
use crate::content::vocabulary::{Class, Current, Issue, Property};
use crate::sim::access::Access;
use crate::sim::chronicle::Fact;
use crate::sim::conflict::Forces;
use crate::sim::economy::{Accounts, Holdings, Market, Roles};
use crate::sim::effects::{Effect, Effects};
use crate::sim::finance::{Budget, BudgetLine};
use crate::sim::ledger::PeopleBook;
use crate::sim::perception::WorldMood;
use crate::sim::politics::{Federations, Government, Lands, Status};
use crate::sim::population::{Atlas, Clock, Fate, Lore, Polities, Seat, Territories};

use super::SocietyRules;
use super::components::{Classes, Living};

/// Purposes of luck in this file.
const STRIKE: u32 = 40;
const ANSWER: u32 = 41;

/// Pressure of each issue in a country.
#[derive(Component, Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Issues {
    pub(in crate::sim) pressure: [f64; Issue::COUNT],
}

impl Issues {
    /// Pressure of an issue (0–1).
    pub fn of(&self, issue: Issue) -> f64 {
        self.pressure[issue.index()]
    }
    /// All, in the order of [`Issue::ALL`].
    pub fn all(&self) -> &[f64; Issue::COUNT] {
        &self.pressure
    }
}

/// What issue movements look at in a country.
type Country = (
    &'static Status,
    &'static Government,
    &'static Living,
    &'static Forces,
    &'static Holdings,
    &'static Market,
    &'static Accounts,
);

/// Share of the product beyond which welfare is not set.
const MOST_WELFARE: f64 = 0.35;

/// Months between looks at one country.
const EVERY: u32 = 3;

/// Reads what calls issues up, country by country, a third of them a month.
pub(super) fn weigh_issues(
    rules: Res<SocietyRules>,
    clock: Res<Clock>,
    (lore, homes, lands, book, roles): (Res<Lore>, Res<Federations>, Res<Lands>, Res<PeopleBook>, Res<Roles>),
    outlook: Res<WorldMood>,
    countries: Polities<Country>,
    classes: Territories<&Classes>,
    mut issues: Polities<&mut Issues>,
) {
    let keep = math::pow(0.5, f64::from(EVERY) / rules.issue_half_life.max(0.1));
    for (place, (id, (status, government, living, forces, holdings, market, accounts))) in
        countries.iter().enumerate()
    {
        if !(clock.now().0 + place as u32).is_multiple_of(EVERY) {
            continue;
        }
        let mut now = issues.get_mut(id);
        if !status.is_alive() {
            *now = Issues::default();
            continue;
        }
        let grievance =
            grievances(lands.of(id).iter().map(|&ground| (book.people(ground).real(), classes.get(ground))));
        let stateless =
            stateless_share(&lore, &homes, &lands, &book, id) * living.currents()[Current::National.index()];
        let causes = causes_of(
            (government, living, forces, holdings, market, accounts),
            &roles,
            outlook.tension(),
            grievance,
            stateless,
        );
        let speech = rules::speech(government.franchise(), government.repression());
        for &issue in Issue::ALL {
            let target = rules::pressure(
                issue,
                &causes,
                |class| living.class_share(class),
                |class| living.organised(class),
                speech,
                &rules,
                &mut crate::sim::terms::NoTerms,
            );
            let level = &mut now.pressure[issue.index()];
            *level = target + (*level - target) * keep;
        }
    }
}

fn causes_of(
    (government, living, forces, holdings, market, accounts): (
        &Government,
        &Living,
        &Forces,
        &Holdings,
        &Market,
        &Accounts,
    ),
    roles: &Roles,
    tension: f64,
    grievance: [f64; Class::COUNT],
    stateless: f64,
) -> Causes {
    let land = |property| holdings.sector(roles.food(), property);
    Causes {
        weariness: forces.weariness(),
        tension,
        grievance,
        out_of_work: (accounts.unemployment() - market.usual_unemployment()).max(0.0),
        landless: 1.0 - land(Property::Smallholder) - land(Property::Cooperative),
        monopoly: (holdings.share(Property::Foreign) + 0.7 * market.concentration_mean()).min(1.0),
        voteless: 1.0 - government.franchise(),
        repression: government.repression(),
        stateless,
        faith: living.currents()[Current::Conservative.index()],
        growth: accounts.growth(),
    }
}

/// Grievance of each class of a country, weighed by people.
fn grievances<'c>(grounds: impl Iterator<Item = (f64, &'c Classes)>) -> [f64; Class::COUNT] {
    let (mut sum, mut many) = ([0.0; Class::COUNT], [0.0; Class::COUNT]);
    for (people, classes) in grounds {
        for (class, row) in classes.iter() {
            let here = people * row.share();
            sum[class.index()] += here * row.grievance();
            many[class.index()] += here;
        }
    }
    for (sum, many) in sum.iter_mut().zip(many) {
        *sum = math::ratio_or(*sum, many, 0.0);
    }
    sum
}

/// Share of a country's people who live where a state that is not in being would be at home.
fn stateless_share(lore: &Lore, homes: &Federations, lands: &Lands, book: &PeopleBook, id: PolityId) -> f64 {
    let own = &lore.polities[id];
    let of_others = |ground: &&crate::base::TerritoryId| {
        homes.at_home(**ground).iter().any(|&other| {
            let def = &lore.polities[other];
            // The other states of one's own nation are not another people.
            let own_nation = || def.claim.is_some() && def.claim == own.claim;
            lands.of(other).is_empty() && other != id && def.capital != own.capital && !own_nation()
        })
    };
    let there: f64 = lands.of(id).iter().filter(of_others).map(|&ground| book.people(ground).real()).sum();
    math::ratio_or(there, lands.people(id), 0.0)
}

/// What calls issues up in a country now, for those who ask.
pub fn causes_in(world: &World, id: PolityId) -> Causes {
    let (lore, homes) = (world.resource::<Lore>(), world.resource::<Federations>());
    let (lands, book) = (world.resource::<Lands>(), world.resource::<PeopleBook>());
    let living = world.polity::<Living>(id);
    let grounds = lands.of(id).iter().map(|&ground| (book.people(ground).real(), world.territory(ground)));
    causes_of(
        (world.polity(id), living, world.polity(id), world.polity(id), world.polity(id), world.polity(id)),
        world.resource(),
        world.resource::<WorldMood>().tension(),
        grievances(grounds),
        stateless_share(lore, homes, lands, book, id) * living.currents()[Current::National.index()],
    )
}

/// Workers strike; governments give way or do not.
pub(super) fn strike(
    rules: Res<SocietyRules>,
    clock: Res<Clock>,
    fate: Res<Fate>,
    atlas: Res<Atlas>,
    polities: Polities<(&Status, &Government, &Living, &Issues, &Budget)>,
    mut effects: ResMut<Effects>,
) {
    let now = clock.now();
    for (polity, (status, government, living, issues, budget)) in polities.iter() {
        let labour = issues.of(Issue::Labour);
        let chance = rules::strike_chance(labour, &rules);
        let key = atlas.key(Seat::Polity(polity));
        if !status.is_alive() || !fate.draw(now, Stream::Movements, key, STRIKE).chance(chance) {
            continue;
        }
        let lost = rules.strike_loss * labour * living.class_share(Class::Workers);
        effects.push(Effect::StopWork { polity, share: lost });
        let communist = living.currents()[Current::Communist.index()];
        let yields = rules::yields(government.franchise(), communist, government.repression());
        let won = fate.draw(now, Stream::Movements, key, ANSWER).chance(yields);
        if won {
            let welfare = budget.share(BudgetLine::Welfare) + rules.strike_welfare;
            effects.push(Effect::SetBudgetShare {
                polity,
                line: BudgetLine::Welfare,
                share: welfare.min(MOST_WELFARE),
            });
            effects.push(Effect::RaiseWages { polity, by: rules.strike_wages });
        } else {
            effects.push(Effect::Aggrieve { polity, class: Class::Workers, by: rules.strike_bitterness });
        }
        effects.push(Effect::Tell { fact: Fact::StrikeWave { polity, won } });
    }
}
