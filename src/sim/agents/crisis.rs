//! Moves in a crisis: each side's doctrine weighs the moves that are open to it, up, down and none.

use bevy::prelude::World;

use crate::base::{DoctrineId, PolityId, Stream, hash};
use crate::content::vocabulary::{CrisisMove, Order, OrderKind};
use crate::sim::crisis::{Crisis, CrisisRules, Reason, open_to};
use crate::sim::orders::Blocker;
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
        let turn = Turn { crisis, own: view.sides[side], other: view.sides[1 - side], nerve: self.nerve };
        let open = |play| open_to(world, crisis, side, play);
        let weighed = turn.weigh(&self.mind, &open);
        let since = self.numbers.records.len();
        note(&self.mind, &mut self.numbers, turn, &weighed);
        self.numbers.try_changes(&mut self.mind, since, |mind, place, _| {
            chosen(&turn.weigh(mind, &open)).is_some_and(|weight| weight.option.place == place)
        });
        match chosen(&weighed) {
            Some(Weight { play, option, .. }) => {
                let Place { doctrine, policy } = option.place;
                (*play, Some(Reason { doctrine, policy }))
            }
            None => (CrisisMove::Hold, None),
        }
    }
}

/// Who is to move, where.
#[derive(Clone, Copy)]
struct Turn<'c> {
    crisis: &'c Crisis,
    own: PolityId,
    other: PolityId,
    nerve: f64,
}

/// A move that was weighed.
struct Weight {
    play: CrisisMove,
    /// Its margin and the nerve of the moment.
    reached: f64,
    /// Whether a limit would rule it out at any score.
    ruled_out: bool,
    option: Weighed,
}

impl Turn<'_> {
    fn seat(&self) -> Seat {
        Seat::Polity(self.own)
    }

    fn doctrine(&self, mind: &Mind) -> DoctrineId {
        let (camp, abroad) = doctrines_of(mind.world, self.seat());
        if mind.facts.allied(self.own, self.other) { camp } else { abroad }
    }

    /// Weighs every move that is open, and chooses the one that reaches most of those that reach their threshold.
    fn weigh(&self, mind: &Mind, open: &impl Fn(CrisisMove) -> bool) -> Vec<Weight> {
        let (seat, target) = (self.seat(), Some(Seat::Polity(self.other)));
        let doctrine = self.doctrine(mind);
        let def = &mind.facts.content.doctrines[doctrine];
        let binding = mind.binding(seat, target);
        let key = mind.facts.atlas.key(seat) ^ hash::mix(u64::from(self.crisis.number));
        let mut luck = mind.fate.draw(mind.facts.now, Stream::Crisis, key, u32::from(self.crisis.rounds));
        let mut weighed = Vec::new();
        for (index, policy) in def.policies.iter().enumerate() {
            let Order::MoveInCrisis { play, .. } = &policy.act else { continue };
            let play = *play;
            let steadiness = self.nerve * luck.bell();
            if !open(play) || !holds(&mind.facts, &policy.when, binding, Eyes::Believed, &NoInterface) {
                continue;
            }
            let place = Place { doctrine, policy: index as u16 };
            let score = mind.score_of(seat, place, binding);
            let margin = score - policy.threshold;
            // A limit on moves in a crisis is one on going up; there is always a way down.
            let limit =
                limit(&mind.facts, def, OrderKind::MoveInCrisis, binding).filter(|_| play.direction() > 0);
            let verdict = match limit {
                _ if margin < 0.0 => Verdict::BelowThreshold,
                Some(limit) => {
                    Verdict::Blocked(vec![Blocker::ForbiddenByDoctrine { because: limit.because.clone() }])
                }
                None => Verdict::Outranked,
            };
            let order = Order::MoveInCrisis { crisis: self.crisis.number, play };
            let bar = policy.threshold;
            let option = Weighed { place, target, score, margin, bar, verdict, breaks: false, order };
            weighed.push(Weight { play, reached: margin + steadiness, ruled_out: limit.is_some(), option });
        }
        let reaches = |weight: &&mut Weight| weight.option.verdict == Verdict::Outranked;
        // Of equals the first.
        let best = weighed.iter_mut().filter(reaches).rev().max_by(|a, b| a.reached.total_cmp(&b.reached));
        if let Some(best) = best {
            best.option.verdict = Verdict::Chosen;
        }
        raise_bars(&mut weighed);
        weighed
    }
}

/// Sets what each move had to reach to be the one that is made: its threshold, and more than the best of the others, each by
/// its margin and the nerve of the moment.
fn raise_bars(weighed: &mut [Weight]) {
    let open = |option: &Weighed| matches!(option.verdict, Verdict::Chosen | Verdict::Outranked);
    let outdone: Vec<f64> = (0..weighed.len())
        .map(|index| {
            let others =
                weighed.iter().enumerate().filter(|(other, one)| *other != index && open(&one.option));
            others.map(|(_, one)| one.reached).fold(f64::NEG_INFINITY, f64::max)
        })
        .collect();
    for (weight, outdone) in weighed.iter_mut().zip(outdone) {
        let steadiness = weight.reached - weight.option.margin;
        weight.option.bar = match weight.ruled_out {
            true => f64::INFINITY,
            false => weight.option.bar + (outdone - steadiness).max(0.0),
        };
    }
}

/// Notes what was weighed. Where no move is made for its reasons a side holds, and that is a decision too.
fn note(mind: &Mind, numbers: &mut Numbered, turn: Turn, weighed: &[Weight]) {
    let seat = turn.seat();
    if weighed.iter().all(|weight| weight.option.verdict != Verdict::Chosen) {
        let best = weighed.iter().rev().max_by(|a, b| a.reached.total_cmp(&b.reached));
        match best {
            Some(best) => numbers.note_inaction(mind, seat, Some(&best.option)),
            None => {
                let hold = Order::MoveInCrisis { crisis: turn.crisis.number, play: CrisisMove::Hold };
                let (doctrine, target) = (turn.doctrine(mind), Some(Seat::Polity(turn.other)));
                numbers.note_bare(mind, seat, doctrine, target, Some(hold), Verdict::NothingOpen);
            }
        }
    }
    for weight in weighed {
        numbers.note(mind, seat, &weight.option);
    }
}

fn chosen(weighed: &[Weight]) -> Option<&Weight> {
    weighed.iter().find(|weight| weight.option.verdict == Verdict::Chosen)
}
