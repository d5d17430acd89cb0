//! Wars month by month: fronts, dead, displaced, weariness, and the account of all that.

use bevy::prelude::*;

use crate::base::{AgentId, People, PolityId, Stream, TerritoryId, apportion, math};
use crate::content::defs::{Content, Passage};
use crate::content::vocabulary::{Degree, Harm, WarKind};
use crate::sim::diplomacy::{AgreementTerms, Agreements};
use crate::sim::ledger::{HarmBook, PeopleBook, PeopleFlow};
use crate::sim::movements::Movement;
use crate::sim::politics::{Government, Lands, Status};
use crate::sim::population::{Atlas, Clock, Fate, Lore, Movements, Polities, Seat};
use crate::sim::quantities::Geography;
use crate::sim::technology::Technology;
use crate::sim::terms::NoTerms;

use super::ConflictRules;
use super::components::{Forces, War, WarSide, Wars};
use super::forces::engagement;
use super::peace;
use super::record::{SideMonth, WarMonth, WarRecord};
use super::rules::{self, Committed};

/// Purpose of luck in this file.
const FRONT: u32 = 1;

pub(super) type Sides<'w, 's> =
    Polities<'w, 's, (&'static Status, &'static Government, &'static mut Forces, &'static Technology)>;

/// Men that a state has lent to those who fight without joining their war.
struct Lent {
    host: Seat,
    lender: PolityId,
    /// Share of the lender's forces (0–0.5); none for a movement, which is helped by what it is paid.
    share: f64,
    /// By which of it they fall and are mourned: share of the side that they are.
    fall: f64,
    /// Strength that they stand for, over so many regular troops.
    worth: f64,
    /// How far they are seen at home (0–1).
    noise: f64,
}

/// All who stand abroad by agreement.
fn all_lent(agreements: &Agreements, movements: &Movements<&Movement>, rules: &ConflictRules) -> Vec<Lent> {
    let all = agreements.list().iter().filter_map(|agreement| {
        let (host, share, fall, degree) = match agreement.terms {
            AgreementTerms::Troops { share, degree } => {
                let share = share.clamp(0.0, 0.5);
                (Seat::Polity(agreement.b), share, share, degree)
            }
            AgreementTerms::Arms { movement, degree: Degree::Volunteers, .. } => {
                let fall = rules.volunteers_share * movements.get(movement).help();
                (Seat::Movement(movement), 0.0, fall, Degree::Volunteers)
            }
            _ => return None,
        };
        let (worth, noise) = (rules::strength_of(degree, rules), rules::noise_of(degree, rules));
        Some(Lent { host, lender: agreement.a, share, fall, worth, noise })
    });
    all.collect()
}

/// Those of them that stand with a side and come from none of its states.
fn lent_to<'a>(side: &'a WarSide, lent: &'a [Lent]) -> impl Iterator<Item = &'a Lent> + 'a {
    lent.iter().filter(|one| side.has(one.host) && !side.polities.contains(&one.lender))
}

/// One war, and what has to be looked up for it.
struct Field<'a> {
    war: &'a War,
    lore: &'a Content,
    lands: &'a Lands,
    geography: &'a Geography,
    lent: &'a [Lent],
    rules: &'a ConflictRules,
}

/// What a side brings to a war in a month.
#[derive(Default)]
struct Brought {
    /// Power of its states at the front.
    power: f64,
    /// Strength of its strongest movement (0–1).
    strength: f64,
    /// Ground that its movements hold (0–1).
    control: f64,
    /// For the account.
    month: SideMonth,
}

impl Field<'_> {
    fn is_home(&self, polity: PolityId) -> bool {
        self.war.over.iter().any(|&territory| self.lands.owner(territory) == polity)
    }

    /// What a state brings to the war, with the troops that others have lent it.
    fn committed(&self, side: &WarSide, polity: PolityId, sides: &Sides) -> Committed {
        let (war, lore, lands) = (self.war, self.lore, self.lands);
        let (_, government, forces, technology) = sides.get(polity);
        let here = lent_to(side, self.lent).filter(|one| one.host == Seat::Polity(polity));
        let lent: f64 = here.map(|one| sides.get(one.lender).2.strength() * one.share * one.worth).sum();
        let at_home = self.is_home(polity);
        let front = war.over.first().copied();
        let distance = |front| self.geography.steps(polity, front);
        // Troops of allies who share the front land among friends; ground that nobody of the side touches must be stormed.
        let touches = |front: TerritoryId| {
            let mut neighbours = lore.territories[front].neighbours.iter();
            neighbours.any(|next| next.passage == Passage::Land && lands.owner(next.territory) == polity)
        };
        let landed = war.over.iter().any(|&territory| side.polities.contains(&lands.owner(territory)));
        Committed {
            over_sea: !at_home && !landed && !war.over.iter().any(|&front| touches(front)),
            strength: forces.strength() + lent,
            technology: technology.level(),
            steps: if at_home { 0.0 } else { front.map_or(0.0, distance) },
            at_home,
            legitimacy: government.legitimacy(),
            weariness: forces.weariness(),
            terrain: front.map_or(0.0, |front| lore.territories[front].guerrilla_terrain),
        }
    }

    /// What a side brings: its states' forces with the troops lent to them, its movements' strength.
    fn brought(&self, side: &WarSide, sides: &Sides, movements: &Movements<&Movement>) -> Brought {
        let mut brought = Brought::default();
        let (mut committed, mut supply, mut will, mut weariness) = (0.0, 0.0, 0.0, 0.0_f64);
        for &polity in &side.polities {
            let of = self.committed(side, polity, sides);
            let front = rules::power_at_front(&of, self.rules);
            brought.power += front.power;
            committed += front.committed;
            supply += front.committed * front.supply;
            will += front.committed * front.will;
            weariness = weariness.max(of.weariness);
        }
        let (mut supply, mut will) =
            (math::ratio_or(supply, committed, 0.0), math::ratio_or(will, committed, 0.0));
        for movement in side.movements.iter().map(|&id| movements.get(id)) {
            if movement.strength() >= brought.strength {
                (supply, will) = (movement.supply(), movement.unity());
            }
            brought.strength = brought.strength.max(movement.strength());
            brought.control = (brought.control + movement.control()).min(1.0);
        }
        brought.month = SideMonth {
            committed: committed as f32,
            supply: supply as f32,
            will: will as f32,
            weariness: weariness as f32,
            ..SideMonth::default()
        };
        brought
    }

    /// Who answers for the harm of a war, with weights, the attackers first: in a war between states a part falls on those
    /// who began it, the rest on each side by what it can do; in a struggle for power on each side by its strength.
    fn deciders(&self, attacker_share: f64, atlas: &Atlas) -> Deciders {
        let mut all = Deciders::default();
        let mut charge = |side: &WarSide, weight: f64| {
            let polities = side.polities.iter().map(|&id| Seat::Polity(id));
            let movements = side.movements.iter().map(|&id| Seat::Movement(id));
            let lenders = lent_to(side, self.lent).map(|one| Seat::Polity(one.lender));
            // The leader decides; those who help it share the answer.
            for (place, seat) in polities.chain(movements).chain(lenders).enumerate() {
                all.agents.push(atlas.agent(seat));
                all.weights.push(weight * if place == 0 { 1.0 } else { 0.4 });
            }
            all.agents.len()
        };
        let begun = if self.war.kind == WarKind::Interstate { self.rules.beginner_share } else { 0.0 };
        let attackers = charge(&self.war.attacker, begun + (1.0 - begun) * attacker_share.max(0.01));
        charge(&self.war.defender, (1.0 - begun) * (1.0 - attacker_share).max(0.01));
        all.attackers = attackers;
        all
    }
}

/// Who answers for the harm of a war.
#[derive(Default)]
struct Deciders {
    agents: Vec<AgentId>,
    weights: Vec<f64>,
    /// How many of them stand on the attacker's side; they come first.
    attackers: usize,
}

impl Deciders {
    /// Charges a number of people so that the parts add up exactly; returns those charged to each side.
    fn charge(&self, harm: &mut HarmBook, kind: Harm, people: People) -> [i64; 2] {
        let mut parts = vec![0; self.agents.len()];
        let left = apportion(people.0, &self.weights, &mut parts);
        for (&agent, &part) in self.agents.iter().zip(&parts) {
            harm.charge(Some(agent), kind, People(part));
        }
        harm.charge(None, kind, People(left));
        let (attackers, defenders) = parts.split_at(self.attackers);
        [attackers, defenders].map(|parts| parts.iter().sum())
    }
}

/// The neighbouring territory to which people flee: the first that no war is fought over.
fn refuge(lore: &Content, wars: &Wars, from: TerritoryId) -> Option<TerritoryId> {
    let fought = |territory| wars.list().iter().any(|war| war.over.contains(&territory));
    lore.territories[from]
        .neighbours
        .iter()
        .filter(|neighbour| neighbour.passage != Passage::SeaLane)
        .map(|neighbour| neighbour.territory)
        .find(|&territory| !fought(territory))
}

/// A month of a war that is being worked out: who answers, where people are counted, what the account will say.
struct Toll<'a> {
    field: Field<'a>,
    deciders: Deciders,
    book: &'a mut PeopleBook,
    harm: &'a mut HarmBook,
    month: WarMonth,
}

impl Toll<'_> {
    /// Charges the dead to those who answer for them.
    fn kill(&mut self, territory: TerritoryId, people: f64) -> People {
        let killed = self.book.book(territory, PeopleFlow::War, People::rounded(people));
        let answer = self.deciders.charge(self.harm, Harm::War, killed);
        for (side, answer) in self.month.sides.iter_mut().zip(answer) {
            side.answers_for += answer;
        }
        killed
    }

    /// The dead and the driven out on the land that is fought over; returns the dead, and the people who lived there.
    fn ravage(&mut self, wars: &Wars, intensity: f64, armies: bool) -> (People, f64) {
        let (war, rules) = (self.field.war, self.field.rules);
        let lethality = if armies { rules.lethality_armies / rules.lethality.max(1e-9) } else { 1.0 };
        let (mut dead, mut people_there) = (People::ZERO, 0.0);
        for &territory in &war.over {
            let people = self.book.people(territory).real();
            people_there += people;
            let killed = self.kill(territory, rules::war_dead(people, intensity, rules) * lethality);
            dead += killed;
            let driven = People::rounded(killed.real() * rules.displacement);
            // Most of them find shelter inside the country; a part crosses the border.
            let across = People::floored(driven.real() * 0.3);
            let gone = refuge(self.field.lore, wars, territory)
                .map_or(People::ZERO, |refuge| self.book.migrate(territory, refuge, across));
            self.deciders.charge(self.harm, Harm::Fled, gone);
            self.deciders.charge(self.harm, Harm::Displaced, driven + -gone);
            let owner = self.field.lands.owner(territory);
            let own = [&war.attacker, &war.defender].iter().position(|side| side.polities.contains(&owner));
            match own.filter(|_| armies) {
                Some(side) => self.month.sides[side].dead += killed.0,
                None => self.month.dead_on_the_land += killed.0,
            }
        }
        (dead, people_there)
    }

    /// Those of a state who have fallen away from home.
    fn fallen(&mut self, side: usize, polity: PolityId, people: f64) -> People {
        let fallen = self.kill(self.field.lore.polities[polity].capital, people);
        self.month.sides[side].dead += fallen.0;
        fallen
    }
}

fn grow_weary(forces: &mut Forces, effort: f64, dead_share: f64, rules: &ConflictRules) {
    let gain = rules::weariness_gain(effort, dead_share, rules, &mut NoTerms);
    forces.weariness = (forces.weariness + gain).clamp(0.0, 1.0);
}

/// One month of every war.
pub(super) fn fight_wars(
    rules: Res<ConflictRules>,
    clock: Res<Clock>,
    fate: Res<Fate>,
    atlas: Res<Atlas>,
    (lore, geography): (Res<Lore>, Res<Geography>),
    lands: Res<Lands>,
    agreements: Res<Agreements>,
    movements: Movements<&Movement>,
    mut wars: ResMut<Wars>,
    mut sides: Sides,
    (mut book, mut harm): (ResMut<PeopleBook>, ResMut<HarmBook>),
    mut record: ResMut<WarRecord>,
) {
    let now = clock.now();
    let lent = all_lent(&agreements, &movements, &rules);
    for index in 0..wars.list.len() {
        let war = wars.list[index].clone();
        let field = Field {
            war: &war,
            lore: &lore,
            lands: &lands,
            geography: &geography,
            lent: &lent,
            rules: &rules,
        };
        let armies = war.attacker.movements.is_empty() && war.defender.movements.is_empty();
        let brought = [&war.attacker, &war.defender].map(|side| field.brought(side, &sides, &movements));
        let [attacker, defender] = &brought;
        let (share, reach) = if armies {
            let key = war.over.first().map_or(0, |&territory| atlas.territory_key(territory));
            let luck = fate.draw(now, Stream::Conflict, key, FRONT).bell();
            let front = rules::front_next(war.front, attacker.power, defender.power, luck, &rules);
            wars.list[index].front = front;
            let share = math::ratio_or(attacker.power, attacker.power + defender.power, 0.5);
            (share, peace::reach_of_aim(war.aim, &rules))
        } else {
            // Struggles for power are decided by the movements' own strength; their ground is the front.
            let (strength, control) = match war.attacker.movements.is_empty() {
                false => (attacker.strength, attacker.control),
                true => (1.0 - defender.strength, 1.0 - defender.control),
            };
            wars.list[index].front = control;
            (strength, rules::reach_of_struggle(control))
        };
        let intensity = reach * 4.0 * share * (1.0 - share);
        let deciders = field.deciders(share, &atlas);
        let month =
            WarMonth { power: share as f32, sides: brought.map(|side| side.month), ..WarMonth::default() };
        let mut toll = Toll { field, deciders, book: &mut book, harm: &mut harm, month };
        let (dead, people_there) = toll.ravage(&wars, intensity, armies);
        for (place, (side, part)) in
            [(&war.attacker, share), (&war.defender, 1.0 - share)].into_iter().enumerate()
        {
            for &polity in &side.polities {
                let own_people = lands.people(polity).max(1.0);
                let lost = if toll.field.is_home(polity) {
                    dead.real()
                } else {
                    let fallen = dead.real() * rules.expedition_losses * part / side.polities.len() as f64;
                    toll.fallen(place, polity, fallen).real()
                };
                // A small war abroad wearies a great state little.
                let scale = (people_there / own_people).min(1.0);
                let effort = engagement(&war, polity, &lands, &rules) * (0.25 + 0.75 * scale);
                grow_weary(&mut sides.get_mut(polity).2, effort, lost / own_people, &rules);
            }
            // Who lends men has fallen and grows weary like one that fights, as far as they are there and are seen.
            for one in lent_to(side, &lent) {
                let own_people = lands.people(one.lender).max(1.0);
                let fallen = dead.real() * rules.expedition_losses * part * one.fall;
                let fallen = toll.fallen(place, one.lender, fallen);
                let scale = (people_there / own_people).min(1.0);
                let effort = one.noise * one.share * (0.25 + 0.75 * scale);
                grow_weary(&mut sides.get_mut(one.lender).2, effort, fallen.real() / own_people, &rules);
            }
        }
        let month = WarMonth { front: wars.list[index].front as f32, ..toll.month };
        wars.list[index].dead += month.dead();
        record.note(&wars.list[index], now, month);
    }
}
