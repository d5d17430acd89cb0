//! What effects do to doctrines in force and to credibility, and how a doctrine follows a change of rule.

use bevy::prelude::World;

use crate::base::{DoctrineId, MovementId, PolityId};
use crate::content::defs::{Content, DoctrineDef, TurnDef};
use crate::content::vocabulary::{DoctrineDomain, FormOfRule, LineScope, Occasion};
use crate::sim::access::Access;
use crate::sim::chronicle::Fact;
use crate::sim::effects::{Effect, Effects};
use crate::sim::politics::Government;
use crate::sim::population::{Atlas, Clock, Lore, Seat};

use super::components::{Occasions, Strain};
use super::{DoctrineRules, Doctrines, MovementDoctrines, Repute, Tuning, rules};

fn tell(world: &mut World, fact: Fact) {
    world.resource_mut::<Effects>().push(Effect::Tell { fact });
}

/// Puts a doctrine in force: for a state at home, abroad or both, or for its economy; for a movement as its own. A
/// doctrine written for the other kind of agent changes nothing. Who changes its line is believed less.
pub(in crate::sim) fn adopt(world: &mut World, of: Seat, doctrine: DoctrineId, scope: LineScope) {
    let changed = match of {
        Seat::Polity(id) => change_line(world, id, doctrine, scope),
        Seat::Movement(id) => {
            let fits = world.resource::<Lore>().doctrines[doctrine].for_movements;
            if fits {
                let agent = world.resource::<Atlas>().agent(of);
                world.resource_mut::<MovementDoctrines>().of[id] = doctrine;
                world.resource_mut::<Tuning>().forget(agent, |one| one == doctrine);
            }
            fits
        }
    };
    if changed {
        tell(world, Fact::DoctrineAdopted { by: of, doctrine, scope });
    }
}

/// Puts a doctrine in force for a state, at the price of credibility; whether it is written for states.
fn change_line(world: &mut World, id: PolityId, doctrine: DoctrineId, scope: LineScope) -> bool {
    let lore = world.resource::<Lore>().clone();
    let def = &lore.doctrines[doctrine];
    if def.for_movements {
        return false;
    }
    let (now, rules) = (world.resource::<Clock>().now(), *world.resource::<DoctrineRules>());
    let before = *world.polity::<Doctrines>(id);
    let (old, after) = match def.domain {
        DoctrineDomain::Economy => (before.economy, Doctrines { economy: doctrine, ..before }),
        DoctrineDomain::Statecraft => match scope {
            LineScope::Both => (before.abroad, Doctrines { camp: doctrine, abroad: doctrine, ..before }),
            LineScope::Camp => (before.camp, Doctrines { camp: doctrine, ..before }),
            LineScope::Abroad => (before.abroad, Doctrines { abroad: doctrine, ..before }),
        },
    };
    // How the economy is steered is no word given to others.
    if def.domain == DoctrineDomain::Statecraft {
        let distance = rules::distance(lore.doctrines[old].line, def.line);
        let part = if scope == LineScope::Both { 1.0 } else { rules.part_price };
        let by = part * rules::change_strain(f64::from(now.since(before.since)), distance, &rules);
        world.polity_mut::<Repute>(id).lose(Strain::Changed, by);
    }
    *world.polity_mut::<Doctrines>(id) = Doctrines { since: now, ..after };
    let agent = world.resource::<Atlas>().agent(Seat::Polity(id));
    world.resource_mut::<Tuning>().forget(agent, |one| after.holds(one));
    true
}

/// Amends one parameter of a line in force by a part of its range, for its holder only. States are believed less for it.
pub(in crate::sim) fn amend(world: &mut World, of: Seat, doctrine: DoctrineId, parameter: usize, by: f64) {
    let holds = match of {
        Seat::Polity(id) => world.polity::<Doctrines>(id).holds(doctrine),
        Seat::Movement(id) => world.resource::<MovementDoctrines>().of(id) == doctrine,
    };
    if !holds {
        return;
    }
    let lore = world.resource::<Lore>().clone();
    let agent = world.resource::<Atlas>().agent(of);
    let line = (doctrine, &lore.doctrines[doctrine]);
    world.resource_mut::<Tuning>().amend(agent, line, parameter, by);
    if let Seat::Polity(id) = of {
        let strain = rules::amend_strain(by, world.resource::<DoctrineRules>());
        world.polity_mut::<Repute>(id).lose(Strain::Amended, strain);
    }
}

/// A state has taken back a word on defence or arms: nobody relies on its next as on its first.
pub(in crate::sim) fn take_back_word(world: &mut World, by: PolityId) {
    let strain = world.resource::<DoctrineRules>().word_strain;
    world.polity_mut::<Repute>(by).lose(Strain::Word, strain);
}

/// A state has done what its line rules out.
pub(in crate::sim) fn break_line(world: &mut World, by: PolityId, doctrine: DoctrineId, limit: u16) {
    let strain = world.resource::<DoctrineRules>().break_strain;
    world.polity_mut::<Repute>(by).lose(Strain::Broken, strain);
    tell(world, Fact::LineBroken { by, doctrine, limit });
}

/// Notes an occasion to look at a line anew; it is looked at when decisions are next made.
pub(in crate::sim) fn note_occasion(world: &mut World, of: PolityId, occasion: Occasion) {
    let waiting = &mut world.resource_mut::<Occasions>().waiting;
    if !waiting.contains(&(of, occasion)) {
        waiting.push((of, occasion));
    }
}

/// What an occasion has brought about: an amendment, or an heir in the place of the line.
pub(in crate::sim) fn come_to(
    world: &mut World,
    of: PolityId,
    doctrine: DoctrineId,
    turn: u16,
    occasion: Occasion,
) {
    let lore = world.resource::<Lore>().clone();
    let now = *world.polity::<Doctrines>(of);
    let Some(def) = lore.doctrines[doctrine].drift.get(usize::from(turn)) else { return };
    // Of two occasions in one month the first may have taken the line away.
    if !now.holds(doctrine) {
        return;
    }
    match def.turn {
        TurnDef::Adopt { doctrine: heir } => {
            if !change_line(world, of, heir, now.scope_of(doctrine)) {
                return;
            }
        }
        TurnDef::Amend { parameter, by } => amend(world, Seat::Polity(of), doctrine, parameter, by),
    }
    let amended = matches!(def.turn, TurnDef::Amend { .. });
    tell(world, Fact::LineDrifted { by: of, doctrine, turn, occasion, amended });
}

/// A new rule brings its own doctrine: that which the movement in power holds, or, where none leads, the one in force
/// if rulers of this form hold it too, else that of most states of this form. Those who did not give the old word are
/// not held to it.
pub(in crate::sim) fn follow_new_rule(world: &mut World, polity: PolityId, led_by: Option<MovementId>) {
    let lore = world.resource::<Lore>().clone();
    let form = world.polity::<Government>(polity).form();
    let current = *world.polity::<Doctrines>(polity);
    let (camp, abroad) = match led_by {
        Some(movement) => [lore.movements[movement].doctrine_in_power; 2].into(),
        None => {
            let all = world.table::<(&Government, &Doctrines)>();
            let all = all.query_manual(world);
            let rows: Vec<_> = lore.polities.ids().zip(all.iter()).filter(|&(id, _)| id != polity).collect();
            let held = |of: fn(&Doctrines) -> DoctrineId| {
                let kind =
                    rows.iter().map(move |(_, (government, doctrines))| (government.form(), of(doctrines)));
                usual(&lore, form, of(&current), kind)
            };
            (held(Doctrines::camp), held(Doctrines::abroad))
        }
    };
    if camp == abroad {
        if !current.follows(camp, LineScope::Both) {
            adopt(world, Seat::Polity(polity), camp, LineScope::Both);
        }
    } else {
        for (doctrine, scope) in [(camp, LineScope::Camp), (abroad, LineScope::Abroad)] {
            if !current.follows(doctrine, scope) {
                adopt(world, Seat::Polity(polity), doctrine, scope);
            }
        }
    }
    if let Some(economy) = of_economies(&lore, form).filter(|&economy| economy != current.economy) {
        adopt(world, Seat::Polity(polity), economy, LineScope::Both);
    }
    let mut repute = world.polity_mut::<Repute>(polity);
    repute.strains = Default::default();
    repute.stock = None;
}

/// How economies under a form of rule are steered: as in the first pattern made first of all for that form.
fn of_economies(content: &Content, form: FormOfRule) -> Option<DoctrineId> {
    let made_for = |archetype: &&crate::content::defs::ArchetypeDef| archetype.forms.first() == Some(&form);
    content.archetypes.values().find(made_for).map(|archetype| archetype.doctrine)
}

/// The doctrine that rulers of a form usually hold: the current one if any other of the form holds it, else the most
/// frequent (the first of equals in content order), else the current one.
fn usual(
    content: &Content,
    form: FormOfRule,
    current: DoctrineId,
    others: impl Iterator<Item = (FormOfRule, DoctrineId)>,
) -> DoctrineId {
    let mut counts = vec![0u32; content.doctrines.len()];
    for (other, doctrine) in others {
        if other == form {
            counts[crate::base::Id::index(doctrine)] += 1;
        }
    }
    most_held(&counts, current, |id| for_states(&content.doctrines[id]))
}

fn for_states(doctrine: &DoctrineDef) -> bool {
    !doctrine.for_movements && doctrine.domain == DoctrineDomain::Statecraft
}

fn most_held(counts: &[u32], current: DoctrineId, fits: impl Fn(DoctrineId) -> bool) -> DoctrineId {
    use crate::base::Id;
    let held = |id: DoctrineId| counts.get(id.index()).copied().unwrap_or(0);
    if held(current) > 0 && fits(current) {
        return current;
    }
    (0..counts.len())
        .map(DoctrineId::from_index)
        .filter(|&id| held(id) > 0 && fits(id))
        .max_by(|&a, &b| held(a).cmp(&held(b)).then(b.cmp(&a)))
        .unwrap_or(current)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rulers_keep_what_their_kind_holds_or_take_what_most_hold() {
        let any = |_| true;
        assert_eq!(most_held(&[0, 2, 5], DoctrineId(1), any), DoctrineId(1));
        assert_eq!(most_held(&[0, 2, 5], DoctrineId(0), any), DoctrineId(2));
        assert_eq!(most_held(&[0, 0, 0], DoctrineId(0), any), DoctrineId(0));
        assert_eq!(most_held(&[0, 3, 3], DoctrineId(0), any), DoctrineId(1));
    }
}
