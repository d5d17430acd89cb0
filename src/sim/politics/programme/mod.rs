//! The programme with which a movement comes to power: what its front was promised, kept in time or broken.
//!
//! A pledge that is kept founds trust. One that is broken costs trust, and the class to which it was made leaves the
//! front: its weight in the coalition falls, and those who oppose the new rulers find it on their side. Source: DESIGN §6,
//! MECHANICS L5, L6.

mod rules;

pub use rules::{Standing, goal, promised_to};

use bevy::prelude::*;
use serde::{Deserialize, Serialize};

use crate::base::{Month, MovementId, PolityId};
use crate::content::vocabulary::{Class, Pledge, Property};
use crate::sim::access::Access;
use crate::sim::chronicle::Fact;
use crate::sim::economy::{Holdings, Roles};
use crate::sim::effects::{Effect, Effects};
use crate::sim::finance::{Budget, BudgetLine};
use crate::sim::movements::Movement;
use crate::sim::population::{Clock, Lore, Polities};

use super::PoliticsRules;
use super::components::{Government, Status};
use super::lands::Lands;

/// What has become of a pledge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PledgeState {
    /// It may still be kept.
    Open,
    /// It was kept in time.
    Kept,
    /// It was not.
    Broken,
}

/// One pledge.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Promise {
    /// The number it is measured by when it was made.
    pub from: f64,
    /// The month by which it has to be kept.
    pub due: Month,
    /// What has become of it.
    pub state: PledgeState,
}

/// The pledges of those in power.
#[derive(Component, Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Programme {
    pub(in crate::sim) pledges: [Option<Promise>; Pledge::COUNT],
    /// The front to which something will be promised, once it is known how things stand.
    pub(in crate::sim) announced: Option<[f64; Class::COUNT]>,
}

impl Programme {
    /// The pledges that were made.
    pub fn iter(&self) -> impl Iterator<Item = (Pledge, Promise)> + '_ {
        Pledge::ALL.iter().zip(&self.pledges).filter_map(|(&pledge, made)| Some((pledge, (*made)?)))
    }

    /// Whether a class still waits for what it was promised.
    pub fn owes(&self, class: Class) -> bool {
        self.iter()
            .any(|(pledge, made)| made.state == PledgeState::Open && promised_to(pledge).contains(&class))
    }
}

fn standing(holdings: &Holdings, budget: &Budget, roles: &Roles) -> Standing {
    let land = |property| holdings.sector(roles.food(), property);
    Standing {
        tilled_by_own: land(Property::Smallholder) + land(Property::Cooperative),
        welfare: budget.share(BudgetLine::Welfare),
        foreign: holdings.share(Property::Foreign),
    }
}

/// What the pledges of a state are measured by now.
pub fn standing_of(world: &World, polity: PolityId) -> Standing {
    standing(world.polity(polity), world.polity(polity), world.resource())
}

/// A movement comes to power: its front will be promised something as soon as it is summed up how things stand, in a new
/// state a month later. Without a movement there is no programme.
pub(super) fn proclaim(world: &mut World, polity: PolityId, led_by: Option<MovementId>) {
    let announced = led_by.map(|id| *world.movement::<Movement>(id).front());
    *world.polity_mut::<Programme>(polity) = Programme { announced, ..Programme::default() };
}

impl Programme {
    /// Makes the pledges that a front of these classes calls for.
    fn promise(&mut self, front: &[f64; Class::COUNT], standing: &Standing, due: Month) {
        self.announced = None;
        for (made, &pledge) in self.pledges.iter_mut().zip(Pledge::ALL) {
            let from = standing.of(pledge);
            *made = rules::makes(pledge, front, standing).then_some(Promise {
                from,
                due,
                state: PledgeState::Open,
            });
        }
    }
}

/// Pledges are kept, or their time runs out.
pub(super) fn hold_to_programmes(
    rules: Res<PoliticsRules>,
    clock: Res<Clock>,
    roles: Res<Roles>,
    mut polities: Polities<(&Status, &mut Government, &mut Programme, &Holdings, &Budget)>,
    mut effects: ResMut<Effects>,
) {
    let now = clock.now();
    for (polity, (status, mut government, mut programme, holdings, budget)) in polities.iter_mut() {
        let open = |made: &Option<Promise>| made.is_some_and(|made| made.state == PledgeState::Open);
        let (announced, waits) = (programme.announced, programme.pledges.iter().any(open));
        if !status.is_sovereign() || !(waits || announced.is_some()) {
            continue;
        }
        let led_by = government.led_by;
        let standing = standing(holdings, budget, &roles);
        if let Some(front) = announced {
            if holdings.all().iter().sum::<f64>() > 0.5 {
                programme.promise(&front, &standing, now.plus(rules.pledge_months as u32));
            }
            continue;
        }
        for (made, &pledge) in programme.pledges.iter_mut().zip(Pledge::ALL) {
            let Some(made) = made.as_mut().filter(|made| made.state == PledgeState::Open) else { continue };
            if rules::is_kept(pledge, made.from, standing.of(pledge), &rules) {
                made.state = PledgeState::Kept;
                government.heritage += rules.pledge_trust;
                effects.push(Effect::Tell { fact: Fact::PledgeKept { polity, pledge } });
            } else if made.due <= now {
                made.state = PledgeState::Broken;
                government.heritage -= rules.pledge_trust;
                leave_front(&mut government.coalition, promised_to(pledge), rules.pledge_split);
                effects.push(Effect::Tell { fact: Fact::PledgeBroken { polity, pledge } });
                effects.push(Effect::SplitFront { polity, pledge, led_by });
            }
        }
    }
}

/// Classes lose a share of their weight in a coalition; the others gain in proportion.
fn leave_front(coalition: &mut [f64; Class::COUNT], classes: &[Class], share: f64) {
    for class in classes {
        coalition[class.index()] *= 1.0 - share.clamp(0.0, 1.0);
    }
    let sum: f64 = coalition.iter().sum();
    if sum > 0.0 {
        coalition.iter_mut().for_each(|weight| *weight /= sum);
    }
}

/// Applies [`Effect::SplitFront`]: those to whom the pledge was made hold it against the new rulers, and movements that
/// oppose them and have such a class in their front gain by it.
pub(in crate::sim) fn split_front(
    world: &mut World,
    polity: PolityId,
    pledge: Pledge,
    led_by: Option<MovementId>,
) {
    let rules = *world.resource::<PoliticsRules>();
    for &class in promised_to(pledge) {
        crate::sim::society::effects::aggrieve(world, polity, class, rules.pledge_grievance);
    }
    let lore = world.resource::<Lore>().clone();
    for (id, def) in lore.movements.iter() {
        let opposes = world.resource::<Lands>().owner(def.territory) == polity && Some(id) != led_by;
        let movement = world.movement::<Movement>(id);
        let has = promised_to(pledge).iter().map(|class| movement.front()[class.index()]).fold(0.0, f64::max);
        if opposes && movement.is_alive() && has > 0.0 {
            crate::sim::movements::effects::nudge_organisation(world, id, rules.pledge_opposition * has);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_leaves_the_front_loses_weight_and_the_whole_stays_whole() {
        let mut coalition = [0.0; Class::COUNT];
        coalition[Class::Peasants.index()] = 0.5;
        coalition[Class::Officials.index()] = 0.5;
        leave_front(&mut coalition, promised_to(Pledge::Land), 0.6);
        assert!((coalition.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        assert!((coalition[Class::Peasants.index()] - 0.2 / 0.7).abs() < 1e-12);
    }

    #[test]
    fn a_class_waits_while_its_pledge_is_open() {
        let mut programme = Programme::default();
        let made = |state| Some(Promise { from: 0.4, due: Month(700), state });
        programme.pledges[Pledge::Land.index()] = made(PledgeState::Open);
        programme.pledges[Pledge::Work.index()] = made(PledgeState::Kept);
        assert!(programme.owes(Class::Peasants) && !programme.owes(Class::Workers));
    }
}
