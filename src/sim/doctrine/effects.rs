//! What effects do to doctrines in force, and how a doctrine follows a change of rule.

use bevy::prelude::World;

use crate::base::{DoctrineId, MovementId, PolityId};
use crate::content::defs::{Content, DoctrineDef};
use crate::content::vocabulary::{DoctrineDomain, FormOfRule};
use crate::sim::access::Access;
use crate::sim::chronicle::Fact;
use crate::sim::effects::{Effect, Effects};
use crate::sim::politics::Government;
use crate::sim::population::{Clock, Lore, Seat};

use super::{Doctrines, MovementDoctrines};

/// Puts a doctrine in force: for a state at home and abroad, or for its economy; for a movement as its own. A doctrine
/// written for the other kind of agent changes nothing.
pub(in crate::sim) fn adopt(world: &mut World, of: Seat, doctrine: DoctrineId) {
    let def = &world.resource::<Lore>().doctrines[doctrine];
    let (for_movements, domain) = (def.for_movements, def.domain);
    let now = world.resource::<Clock>().now();
    match of {
        Seat::Polity(id) if !for_movements => {
            let mut doctrines = world.polity_mut::<Doctrines>(id);
            let before = *doctrines;
            *doctrines = match domain {
                DoctrineDomain::Statecraft => {
                    Doctrines { camp: doctrine, abroad: doctrine, since: now, ..before }
                }
                DoctrineDomain::Economy => Doctrines { economy: doctrine, since: now, ..before },
            };
        }
        Seat::Movement(id) if for_movements => {
            world.resource_mut::<MovementDoctrines>().of[id] = doctrine;
        }
        Seat::Polity(_) | Seat::Movement(_) => return,
    }
    let fact = Fact::DoctrineAdopted { by: of, doctrine };
    world.resource_mut::<Effects>().push(Effect::Tell { fact });
}

/// A new rule brings its own doctrine: that which the movement in power holds, or, where none leads, the one in force
/// if rulers of this form hold it too, else that of most states of this form.
pub(in crate::sim) fn follow_new_rule(world: &mut World, polity: PolityId, led_by: Option<MovementId>) {
    let lore = world.resource::<Lore>().clone();
    let form = world.polity::<Government>(polity).form();
    let current = *world.polity::<Doctrines>(polity);
    let wanted = match led_by {
        Some(movement) => lore.movements[movement].doctrine_in_power,
        None => {
            let all = world.table::<(&Government, &Doctrines)>();
            let all = all.query_manual(world);
            let others = lore.polities.ids().zip(all.iter()).filter(|&(id, _)| id != polity);
            let held = others.map(|(_, (government, doctrines))| (government.form(), doctrines.abroad));
            usual(&lore, form, current.abroad, held)
        }
    };
    if wanted != current.camp || wanted != current.abroad {
        adopt(world, Seat::Polity(polity), wanted);
    }
    if let Some(economy) = of_economies(&lore, form).filter(|&economy| economy != current.economy) {
        adopt(world, Seat::Polity(polity), economy);
    }
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
