//! Crises play round by round.

use bevy::prelude::World;

use crate::base::{PolityId, Stream, hash};
use crate::content::vocabulary::{CrisisMove, Stat};
use crate::sim::access::Access;
use crate::sim::agents::{Council, Players};
use crate::sim::conflict::Forces;
use crate::sim::diplomacy::{AgreementTag, Channel, Relations};
use crate::sim::effects::{Effect, Effects};
use crate::sim::population::{Atlas, Clock, Fate, Seat};
use crate::sim::quantities::CrisisView;

use super::CrisisRules;
use super::begin::begin;
use super::components::{
    Crises, Crisis, CrisisOutcome, PlayedRound, ROUNDS_A_MONTH, RUNG_MOBILISED, RUNG_QUARANTINE, RUNG_SHOTS,
    Reason, TOP_ALERT, TOP_RUNG,
};
use super::moves::{gift, mediator_for, open_to};
use super::preview::{alert_bill, most_rounds, rounds_that_make_a_month};
use super::rules::{Round, Standing, accident_chance, clearer, play, war_chance};
use super::settle::{close, open_war};

/// Purposes of luck in this file, a round added.
const ACCIDENT: u32 = 200;
const WAR: u32 = 300;

/// Begins crises over the acts of this month, then plays those under way.
pub(super) fn play_crises(world: &mut World) {
    if world.resource::<Crises>().exchange.is_some() {
        return;
    }
    begin(world);
    let live: Vec<u32> = world.resource::<Crises>().list.iter().map(|crisis| crisis.number).collect();
    for number in live {
        play_one(world, number);
        if world.resource::<Crises>().exchange.is_some() {
            return;
        }
    }
}

/// How a crisis looks to its two sides.
pub(in crate::sim) fn view(crisis: &Crisis, rules: &CrisisRules) -> CrisisView {
    // What the other side offers is no longer to be fought for.
    let left = |side: usize| {
        let offered = crisis.exit_offered[1 - side] && crisis.gives[1 - side].is_some();
        crisis.stakes[side] * if offered { 1.0 - rules.concession_worth } else { 1.0 }
    };
    CrisisView {
        sides: crisis.sides(),
        stakes: [left(0), left(1)],
        believed: crisis.believed,
        rung: f64::from(crisis.rung) / f64::from(TOP_RUNG),
        alerts: crisis.alerts.map(|alert| f64::from(alert) / f64::from(TOP_ALERT)),
    }
}

/// What a month's rounds leave of a crisis.
pub(super) enum Month {
    /// It goes on.
    Goes,
    /// It is over.
    Over(CrisisOutcome),
}

/// Plays a crisis: up to six rounds a month, or, where a human sits in it, one, so that each of the human's moves can
/// answer the last.
fn play_one(world: &mut World, number: u32) {
    let find = |world: &World| {
        world.resource::<Crises>().list.iter().find(|crisis| crisis.number == number).cloned()
    };
    let Some(mut crisis) = find(world) else { return };
    let player = world.resource::<Players>().seat();
    let human = crisis.sides().map(|side| player == Some(Seat::Polity(side)));
    let now = world.resource::<Clock>().now();
    // A human is told first, and moves from the next month on.
    if human.contains(&true) && crisis.since == now {
        return;
    }
    let before = crisis.clone();
    let rounds = if human.contains(&true) { 1 } else { ROUNDS_A_MONTH };
    let mut effects = Vec::new();
    let mut end = Month::Goes;
    let mut council = Council::call(&*world);
    for _ in 0..rounds {
        let (moves, reasons) = moves_of(world, &mut council, &mut crisis, human);
        end = one_round(world, &mut crisis, moves, reasons, &mut effects);
        if matches!(end, Month::Over(_)) {
            break;
        }
    }
    let minutes = council.dissolve();
    effects.extend(heat(world, &before, &crisis));
    minutes(world);
    world.resource_mut::<Effects>().extend(effects);
    match end {
        Month::Over(CrisisOutcome::War) => open_war(world, &crisis),
        Month::Over(_) => {}
        Month::Goes => match cooled(world, &crisis, human) {
            Some(outcome) => return close(world, crisis, outcome),
            None => return keep(world, crisis),
        },
    }
    if let Month::Over(outcome) = end {
        close(world, crisis, outcome);
    }
}

/// The outcome of a crisis that nobody pushes on: low on the ladder after a month, or too long under way. A mediator
/// brings it to a settlement.
pub(super) fn cooled(world: &World, crisis: &Crisis, human: [bool; 2]) -> Option<CrisisOutcome> {
    let rules = world.resource::<CrisisRules>();
    let human = human.contains(&true);
    let low = crisis.rung < RUNG_MOBILISED && crisis.rounds >= rounds_that_make_a_month(human);
    let late = crisis.rounds >= most_rounds(rules, human);
    (low || late).then_some(match crisis.mediator {
        Some(_) => CrisisOutcome::Settled,
        None => CrisisOutcome::Faded,
    })
}

fn keep(world: &mut World, crisis: Crisis) {
    let mut crises = world.resource_mut::<Crises>();
    if let Some(place) = crises.list.iter_mut().find(|one| one.number == crisis.number) {
        *place = crisis;
    }
}

/// The moves of both sides in a round, with what spoke for them. A move that is not open is a hold.
fn moves_of(
    world: &World,
    council: &mut Council,
    crisis: &mut Crisis,
    human: [bool; 2],
) -> ([CrisisMove; 2], [Option<Reason>; 2]) {
    let rules = world.resource::<CrisisRules>();
    let mut moves = [CrisisMove::Hold; 2];
    let mut reasons = [None; 2];
    for side in 0..2 {
        let (play, reason) = if human[side] {
            (crisis.given[side].take().unwrap_or(CrisisMove::Hold), None)
        } else {
            council.choose(world, crisis, view(crisis, rules), side)
        };
        if open_to(world, crisis, side, play) {
            (moves[side], reasons[side]) = (play, reason);
        }
    }
    (moves, reasons)
}

/// One round of a crisis: the moves, what they cost, and what may happen besides.
pub(super) fn one_round(
    world: &World,
    crisis: &mut Crisis,
    moves: [CrisisMove; 2],
    reasons: [Option<Reason>; 2],
    effects: &mut Vec<Effect>,
) -> Month {
    let rules = world.resource::<CrisisRules>();
    prepare(world, crisis, moves);
    let mut at = Standing::of(crisis);
    let round = play(&mut at, moves);
    (crisis.rung, crisis.alerts, crisis.exit_offered) = (at.rung, at.alerts, at.exits);
    if at.channel && !crisis.channel {
        crisis.channel = true;
        for side in 0..2 {
            crisis.believed[side] = clearer(crisis.believed[side], crisis.stakes[1 - side], rules);
        }
    }
    for (side, play) in moves.into_iter().enumerate() {
        price(world, crisis, side, play, effects);
        if !crisis.exit_offered[side] {
            crisis.gives[side] = None;
        }
    }
    let mut end = match round {
        Round::Settled => Month::Over(CrisisOutcome::Settled),
        Round::GaveWay(0) => Month::Over(CrisisOutcome::ChallengerYielded),
        Round::GaveWay(_) => Month::Over(CrisisOutcome::DefenderYielded),
        Round::Goes => Month::Goes,
    };
    let mut accident = false;
    if matches!(end, Month::Goes) {
        (accident, end) = what_may_happen(world, crisis);
    }
    crisis.rounds = crisis.rounds.saturating_add(1);
    crisis.peak = crisis.peak.max(crisis.rung);
    let month = world.resource::<Clock>().now();
    let (rung, alerts) = (crisis.rung, crisis.alerts);
    crisis.played.push(PlayedRound { month, moves, reasons, rung, alerts, accident });
    end
}

/// Notes what is given and who mediates, before the round is judged.
fn prepare(world: &World, crisis: &mut Crisis, moves: [CrisisMove; 2]) {
    for (side, play) in moves.into_iter().enumerate() {
        if let Some(give) = play.concession() {
            crisis.gives[side] = gift(world, crisis, side, give);
        }
    }
    if crisis.mediator.is_none() && moves.contains(&CrisisMove::AskMediation) {
        crisis.mediator = mediator_for(world, crisis);
    }
}

/// An accident, or shots that become a war.
fn what_may_happen(world: &World, crisis: &mut Crisis) -> (bool, Month) {
    let rules = world.resource::<CrisisRules>();
    let now = world.resource::<Clock>().now();
    let subject = hash::mix(u64::from(crisis.number));
    let luck = |purpose: u32| {
        world.resource::<Fate>().draw(now, Stream::Crisis, subject, purpose + u32::from(crisis.rounds))
    };
    let chance = accident_chance(crisis.rung, crisis.alerts, crisis.channel, rules);
    if luck(ACCIDENT).chance(chance) {
        let rung = crisis.rung.saturating_add(rules.accident_rungs as u8);
        let enough = |side: PolityId| world.polity::<Forces>(side).warheads() >= rules.exchange_warheads;
        if rung < TOP_RUNG {
            crisis.rung = rung;
            return (true, Month::Goes);
        }
        if crisis.sides().into_iter().all(enough) {
            crisis.rung = TOP_RUNG;
            return (true, Month::Over(CrisisOutcome::Exchange));
        }
        // Where one side has too few warheads for a general exchange, the accident at the top is a war.
        crisis.rung = TOP_RUNG - 1;
        return (true, Month::Over(CrisisOutcome::War));
    }
    let (odds, answers) = prospects(world, crisis);
    let war = luck(WAR).chance(war_chance(crisis.rung, odds, answers, rules));
    (false, if war { Month::Over(CrisisOutcome::War) } else { Month::Goes })
}

/// Each side's belief in its own strength over both, and the warheads it believes the other to have.
fn prospects(world: &World, crisis: &Crisis) -> ([f64; 2], [f64; 2]) {
    let (atlas, relations) = (world.resource::<Atlas>(), world.resource::<Relations>());
    let sides = crisis.sides();
    let look = |side: usize| {
        let (own, other) = (sides[side], sides[1 - side]);
        let forces = world.polity::<Forces>(other);
        let place = relations.place(atlas.agent(Seat::Polity(own)), atlas.agent(Seat::Polity(other)));
        let seen = |channel, truth: f64| {
            let held = place.map_or(0.0, |place| relations.at(channel, place));
            if held > 0.0 { held } else { truth }
        };
        let theirs = seen(Channel::BelievedStrength, forces.strength());
        let mine = world.polity::<Forces>(own).strength();
        let odds = crate::base::math::ratio_or(mine, mine + theirs, 0.5);
        (odds, seen(Channel::BelievedWarheads, forces.warheads()))
    };
    let [a, b] = [look(0), look(1)];
    ([a.0, b.0], [a.1, b.1])
}

/// What a side pays for a round: alerts cost money each round, a further step of alert authority as well.
fn price(world: &World, crisis: &Crisis, side: usize, play: CrisisMove, effects: &mut Vec<Effect>) {
    let rules = world.resource::<CrisisRules>();
    let polity = crisis.sides()[side];
    if play == CrisisMove::Alert {
        let of = Seat::Polity(polity);
        effects.push(Effect::Nudge { stat: Stat::Authority, of, by: -rules.alert_authority });
    }
    if crisis.alerts[side] > 0 {
        let money = alert_bill(world, crisis, side, crisis.alerts[side]);
        effects.push(Effect::PayForces { polity, money });
    }
}

/// What rungs reached for the first time do: each adds tension; a quarantine stops trade.
fn heat(world: &World, before: &Crisis, after: &Crisis) -> Vec<Effect> {
    let (from, to) = (before.peak, after.peak);
    if to <= from {
        return Vec::new();
    }
    let rules = world.resource::<CrisisRules>();
    let atlas = world.resource::<Atlas>();
    let [a, b] = after.sides();
    let [of, with] = [a, b].map(|side| atlas.agent(Seat::Polity(side)));
    let mut effects = vec![Effect::NudgeTension { of, with, by: rules.heat * f64::from(to - from) }];
    let reached = |rung: u8| from < rung && to >= rung;
    if reached(RUNG_QUARANTINE) {
        effects.push(Effect::EndAgreement { a, b, like: AgreementTag::TradeTreaty });
    }
    if reached(RUNG_SHOTS) {
        for (of, to) in [(of, with), (with, of)] {
            effects.push(Effect::NudgeTrust { of, to, by: -rules.relief });
        }
    }
    effects
}
