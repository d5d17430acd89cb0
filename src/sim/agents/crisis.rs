//! Moves in a crisis: each side's doctrine weighs raising, holding, offering a way out, backing down.

use bevy::prelude::World;

use crate::base::{PolityId, Stream};
use crate::content::vocabulary::{CrisisMove, Order, OrderKind};
use crate::sim::crisis::CrisisRules;
use crate::sim::population::Seat;
use crate::sim::quantities::{CrisisView, Eyes, Facts, NoInterface, holds};

use super::deliberate::{Mind, Place, Weighed, doctrines_of};
use super::limits::limit;
use super::record::Verdict;
use super::systems::Numbered;

/// The moves of both sides in a round, by their doctrines, with their reasons kept. Where no move reaches its threshold
/// a side holds. `number` and `round` name the crisis and key the nerve of those who decide.
pub(in crate::sim) fn crisis_moves(
    world: &mut World,
    view: CrisisView,
    number: u32,
    round: u8,
) -> [CrisisMove; 2] {
    let nerve = world.resource::<CrisisRules>().nerve;
    let mut mind = Mind::open(Facts::gather(world));
    mind.facts = mind.facts.in_crisis(view);
    let mut numbers = Numbered::from(world);
    let [a, b] = view.sides;
    let moves = [(a, b), (b, a)].map(|(own, other)| {
        if mind.player == Some(Seat::Polity(own)) {
            return CrisisMove::Hold;
        }
        choose(&mind, &mut numbers, (own, other), number, round, nerve)
    });
    drop(mind);
    numbers.write(world);
    moves
}

/// Sets what each move had to reach to be the one that is made: more than the best of the others, each by its margin and the
/// nerve of the moment.
fn raise_bars(weighed: &mut [(CrisisMove, f64, Weighed)], best: Option<usize>) {
    let open = |option: &Weighed| matches!(option.verdict, Verdict::Chosen | Verdict::Outranked);
    let outdone: Vec<f64> = (0..weighed.len())
        .map(|index| {
            let others = weighed.iter().enumerate().filter(|(other, one)| *other != index && open(&one.2));
            others.map(|(_, one)| one.1).fold(f64::NEG_INFINITY, f64::max)
        })
        .collect();
    if best.is_none() {
        return;
    }
    for ((_, reached, option), outdone) in weighed.iter_mut().zip(outdone) {
        let steadiness = *reached - option.margin;
        let threshold = option.score - option.margin;
        option.bar = threshold + (outdone - steadiness).max(0.0);
    }
}

fn choose(
    mind: &Mind,
    numbers: &mut Numbered,
    (own, other): (PolityId, PolityId),
    number: u32,
    round: u8,
    nerve: f64,
) -> CrisisMove {
    let (seat, target) = (Seat::Polity(own), Some(Seat::Polity(other)));
    let (camp, abroad) = doctrines_of(mind.world, seat);
    let doctrine = if mind.facts.allied(own, other) { camp } else { abroad };
    let def = &mind.facts.content.doctrines[doctrine];
    let binding = mind.binding(seat, target);
    let key = mind.facts.atlas.key(seat) ^ crate::base::hash::mix(u64::from(number));
    let mut luck = mind.fate.draw(mind.facts.now, Stream::Crisis, key, u32::from(round));
    let mut weighed = Vec::new();
    for (index, policy) in def.policies.iter().enumerate() {
        let Order::MoveInCrisis { play, .. } = &policy.act else { continue };
        let play = *play;
        let steadiness = nerve * luck.bell();
        if !holds(&mind.facts, &policy.when, binding, Eyes::Believed, &NoInterface) {
            continue;
        }
        let place = Place { doctrine, policy: index as u16 };
        let score = mind.score_of(seat, place, binding);
        let margin = score - policy.threshold;
        let verdict = match limit(&mind.facts, def, OrderKind::MoveInCrisis, binding) {
            _ if margin < 0.0 => Verdict::BelowThreshold,
            // A limit on moves in a crisis is one on raising; there is always a way down.
            Some(limit) if play == CrisisMove::Raise => {
                let because = limit.because.clone();
                Verdict::Blocked(vec![crate::sim::orders::Blocker::ForbiddenByDoctrine { because }])
            }
            _ => Verdict::Outranked,
        };
        let order = Order::MoveInCrisis { crisis: number, play };
        weighed.push((
            play,
            margin + steadiness,
            Weighed { place, target, score, margin, bar: policy.threshold, verdict, order },
        ));
    }
    let best = weighed
        .iter()
        .enumerate()
        .filter(|(_, (_, _, option))| option.verdict == Verdict::Outranked)
        .max_by(|(i, a), (j, b)| a.1.total_cmp(&b.1).then(j.cmp(i)))
        .map(|(index, _)| index);
    let play = best.map_or(CrisisMove::Hold, |index| weighed[index].0);
    if let Some(index) = best {
        weighed[index].2.verdict = Verdict::Chosen;
    }
    raise_bars(&mut weighed, best);
    for (_, _, option) in &weighed {
        numbers.note(mind, seat, option);
    }
    play
}
