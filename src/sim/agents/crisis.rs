//! Moves in a crisis: each side's doctrine weighs the moves that are open to it, up, down and none.

use bevy::prelude::World;

use crate::base::{PolityId, Stream};
use crate::content::vocabulary::{CrisisMove, Order, OrderKind};
use crate::sim::crisis::{Crisis, CrisisRules, Reason, open_to};
use crate::sim::population::Seat;
use crate::sim::quantities::{CrisisView, Eyes, Facts, NoInterface, holds};

use super::deliberate::{Mind, Place, Weighed, doctrines_of};
use super::limits::limit;
use super::record::Verdict;
use super::systems::Numbered;

/// Those who choose moves in a crisis, with the month's facts before them. What they decide is written down when they
/// rise.
pub(in crate::sim) struct Council<'w> {
    mind: Mind<'w>,
    numbers: Numbered,
    nerve: f64,
}

impl<'w> Council<'w> {
    /// Calls them together.
    pub(in crate::sim) fn call(world: &'w World) -> Self {
        let nerve = world.resource::<CrisisRules>().nerve;
        Self { mind: Mind::open(Facts::gather(world)), numbers: Numbered::from(world), nerve }
    }

    /// Lets them rise; what comes back writes down what they decided.
    pub(in crate::sim) fn dissolve(self) -> impl FnOnce(&mut World) + use<> {
        let numbers = self.numbers;
        move |world| numbers.write(world)
    }

    /// The move of one side (0 the challenger, 1 the defender) in the round to come, by its doctrine, with its reasons
    /// kept. Where no move reaches its threshold a side holds.
    pub(in crate::sim) fn choose(
        &mut self,
        world: &World,
        crisis: &Crisis,
        view: CrisisView,
        side: usize,
    ) -> (CrisisMove, Option<Reason>) {
        self.mind.facts.crisis = Some(view);
        let sides = (view.sides[side], view.sides[1 - side]);
        let open = |play| open_to(world, crisis, side, play);
        choose(&self.mind, &mut self.numbers, sides, crisis, open, self.nerve)
    }
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
    crisis: &Crisis,
    open: impl Fn(CrisisMove) -> bool,
    nerve: f64,
) -> (CrisisMove, Option<Reason>) {
    let number = crisis.number;
    let (seat, target) = (Seat::Polity(own), Some(Seat::Polity(other)));
    let (camp, abroad) = doctrines_of(mind.world, seat);
    let doctrine = if mind.facts.allied(own, other) { camp } else { abroad };
    let def = &mind.facts.content.doctrines[doctrine];
    let binding = mind.binding(seat, target);
    let key = mind.facts.atlas.key(seat) ^ crate::base::hash::mix(u64::from(number));
    let mut luck = mind.fate.draw(mind.facts.now, Stream::Crisis, key, u32::from(crisis.rounds));
    let mut weighed = Vec::new();
    for (index, policy) in def.policies.iter().enumerate() {
        let Order::MoveInCrisis { play, .. } = &policy.act else { continue };
        let play = *play;
        let steadiness = nerve * luck.bell();
        if !open(play) || !holds(&mind.facts, &policy.when, binding, Eyes::Believed, &NoInterface) {
            continue;
        }
        let place = Place { doctrine, policy: index as u16 };
        let score = mind.score_of(seat, place, binding);
        let margin = score - policy.threshold;
        let verdict = match limit(&mind.facts, def, OrderKind::MoveInCrisis, binding) {
            _ if margin < 0.0 => Verdict::BelowThreshold,
            // A limit on moves in a crisis is one on going up; there is always a way down.
            Some(limit) if play.direction() > 0 => {
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
    let mut chosen = (CrisisMove::Hold, None);
    if let Some(index) = best {
        let (play, _, option) = &mut weighed[index];
        option.verdict = Verdict::Chosen;
        let Place { doctrine, policy } = option.place;
        chosen = (*play, Some(Reason { doctrine, policy }));
    }
    raise_bars(&mut weighed, best);
    for (_, _, option) in &weighed {
        numbers.note(mind, seat, option);
    }
    chosen
}
