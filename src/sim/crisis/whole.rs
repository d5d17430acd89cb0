//! Whole crises under random moves of both sides: laws that hold in each, whoever plays.

use std::path::Path;
use std::sync::Arc;

use bevy::prelude::World;
use proptest::prelude::*;

use super::components::{CrisisOutcome, RUNG_MOBILISED, TOP_RUNG};
use super::play::{Month, cooled, one_round};
use super::rules::{Round, Standing, accident_chance, clearer, play};
use super::*;
use crate::base::{Id, PolityId};
use crate::content::defs::Content;
use crate::content::vocabulary::{Concession, CrisisMove, Order, Stat};
use crate::sim::Simulation;
use crate::sim::access::Access;
use crate::sim::effects::Effect;
use crate::sim::orders::{Blocker, validate};
use crate::sim::politics::Status;
use crate::sim::population::{Clock, Lore, Seat};

/// The shipped campaign.
fn campaign() -> Arc<Content> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    Arc::new(crate::content::load(root, "1950_two_camps", &[]).content.expect("the campaign loads"))
}

fn rules() -> CrisisRules {
    CrisisRules::read(&crate::sim::testing::rules()).expect("the shipped rules are complete")
}

fn start(content: &Arc<Content>) -> Simulation {
    Simulation::start(Arc::clone(content), 11).expect("the campaign starts")
}

/// Every move there is, each concession by itself.
fn every_move() -> Vec<CrisisMove> {
    let plain = CrisisMove::ALL.into_iter().filter(|play| play.concession().is_none());
    let gifts = Concession::ALL.into_iter().map(|give| CrisisMove::OfferConcession { give });
    plain.chain(gifts).collect()
}

/// A crisis between two of the sovereign states over a third or over one of the two.
fn crisis(world: &World, picks: [usize; 3], stakes: [f64; 2], number: u32) -> Crisis {
    let sovereign = |id: &PolityId| world.polity::<Status>(*id).is_sovereign();
    let states: Vec<PolityId> = world.resource::<Lore>().polities.ids().filter(sovereign).collect();
    let challenger = states[picks[0] % states.len()];
    let rest: Vec<PolityId> = states.iter().copied().filter(|&id| id != challenger).collect();
    let defender = rest[picks[1] % rest.len()];
    let over = rest[picks[2] % rest.len()];
    let since = world.resource::<Clock>().now();
    let crisis = Crisis::between([challenger, defender], over, Cause::Blockade, since);
    Crisis { number, stakes, believed: [stakes[1] * 0.5, stakes[0] * 0.5], ..crisis }
}

/// The move that a number picks of those open to a side.
fn pick(world: &World, crisis: &Crisis, side: usize, number: usize) -> CrisisMove {
    let open: Vec<_> = every_move().into_iter().filter(|&play| open_to(world, crisis, side, play)).collect();
    open[number % open.len()]
}

/// What holds of a crisis between any two rounds.
fn check_standing(world: &World, crisis: &Crisis) {
    let rules = world.resource::<CrisisRules>();
    assert!(crisis.rung <= crisis.peak && crisis.peak <= TOP_RUNG, "{crisis:?}");
    assert!(crisis.alerts.iter().all(|&alert| alert <= TOP_ALERT), "{crisis:?}");
    assert!(crisis.believed.iter().all(|belief| (0.0..=1.0).contains(belief)), "{crisis:?}");
    assert!((0.0..=1.0).contains(&accident_chance(crisis.rung, crisis.alerts, crisis.channel, rules)));
    for side in 0..2 {
        let seat = Seat::Polity(crisis.sides()[side]);
        let refusals = |play| validate(world, seat, &Order::MoveInCrisis { crisis: crisis.number, play });
        for play in every_move() {
            let no_room = |blocker: &Blocker| matches!(blocker, Blocker::MoveNotOpen | Blocker::NothingThere);
            let open = open_to(world, crisis, side, play);
            assert_eq!(open, !refusals(play).iter().any(no_room), "{play:?} of side {side}: {crisis:?}");
        }
        let leads_down = |play: &CrisisMove| {
            play.direction() < 0 && *play != CrisisMove::BackDown && refusals(*play).is_empty()
        };
        assert!(every_move().iter().any(leads_down), "no way down but to give way: {crisis:?}");
    }
}

/// What a round has to have cost: the bill of each alert once, the authority of each new step once.
fn check_costs(crisis: &Crisis, moves: [CrisisMove; 2], effects: &[Effect]) {
    for (side, polity) in crisis.sides().into_iter().enumerate() {
        let bills =
            effects.iter().filter(|one| matches!(one, Effect::PayForces { polity: of, .. } if *of == polity));
        assert_eq!(bills.count(), usize::from(crisis.alerts[side] > 0), "{crisis:?}");
        let own = Seat::Polity(polity);
        let spent = effects.iter().filter(
            |one| matches!(one, Effect::Nudge { stat: Stat::Authority, of, by } if *of == own && *by < 0.0),
        );
        assert_eq!(spent.count(), usize::from(moves[side] == CrisisMove::Alert), "{crisis:?}");
    }
}

/// Plays a crisis to its end by numbers that pick moves; how it ended, and the crisis as it was then.
fn play_out(
    sim: &mut Simulation,
    mut crisis: Crisis,
    picks: &[[usize; 2]],
    human: bool,
) -> (CrisisOutcome, Crisis) {
    let most = usize::from(most_rounds(sim.world().resource::<CrisisRules>(), human));
    for round in 0..=most {
        let mut crises = sim.world_mut().resource_mut::<Crises>();
        crises.list = vec![crisis.clone()];
        let world = sim.world();
        check_standing(world, &crisis);
        let numbers = picks[round % picks.len()];
        let moves = [0, 1].map(|side| pick(world, &crisis, side, numbers[side]));
        let before = crisis.clone();
        let mut effects = Vec::new();
        let end = one_round(world, &mut crisis, moves, [None; 2], &mut effects);
        check_costs(&crisis, moves, &effects);
        assert!(crisis.rung <= TOP_RUNG && crisis.rounds == before.rounds + 1);
        if let Month::Over(outcome) = end {
            return (outcome, crisis);
        }
        assert!(crisis.rung < TOP_RUNG, "on the top rung nothing goes on");
        if let Some(outcome) = cooled(world, &crisis, [human, false]) {
            let settled = outcome == CrisisOutcome::Settled;
            assert_eq!(settled, crisis.mediator.is_some(), "a mediator settles what else would fade");
            return (outcome, crisis);
        }
        assert!(crisis.rung >= RUNG_MOBILISED || crisis.rounds < most as u8);
    }
    panic!("it never ends: {crisis:?}")
}

fn numbers() -> impl Strategy<Value = Vec<[usize; 2]>> {
    prop::collection::vec([0_usize..1000, 0_usize..1000], 1..24)
}

#[test]
fn whatever_both_sides_do_a_crisis_keeps_its_laws_and_ends() {
    let content = campaign();
    let picks = [0_usize..1000, 0_usize..1000, 0_usize..1000];
    let stakes = [0.0..=1.0_f64, 0.0..=1.0_f64];
    let config = ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() };
    proptest!(config, |(picks in picks, stakes in stakes, moves in numbers(), human in any::<bool>())| {
        let mut sim = start(&content);
        let begun = crisis(sim.world(), picks, stakes, 7);
        let first = play_out(&mut sim, begun.clone(), &moves, human);
        // The same luck gives the same course.
        prop_assert_eq!(&play_out(&mut sim, begun, &moves, human), &first);
        let (outcome, ended) = first;
        prop_assert_eq!(outcome == CrisisOutcome::Exchange, ended.rung == TOP_RUNG);
    });
}

/// A standing between rounds.
fn standing() -> impl Strategy<Value = Standing> {
    let alert = 0..=TOP_ALERT;
    let (rung, alerts, flags) = (0..TOP_RUNG, [alert.clone(), alert], any::<[bool; 4]>());
    (rung, alerts, flags).prop_map(|(rung, alerts, [a, b, channel, mediated])| Standing {
        rung,
        alerts,
        exits: [a, b],
        channel,
        mediated,
    })
}

/// How far a round leaves a crisis from its end: over is 0, else one more than the rung.
fn height(round: Round, at: Standing) -> u8 {
    if round == Round::Goes { at.rung + 1 } else { 0 }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn accidents_grow_with_every_rung_and_every_step_of_alert(
        rung in 0..=TOP_RUNG, alerts in [0..=TOP_ALERT, 0..=TOP_ALERT], channel in any::<bool>(),
    ) {
        let rules = rules();
        let here = accident_chance(rung, alerts, channel, &rules);
        prop_assert!((0.0..=1.0).contains(&here));
        prop_assert!(accident_chance(rung, alerts, true, &rules) <= here);
        if rung < TOP_RUNG {
            prop_assert!(accident_chance(rung + 1, alerts, channel, &rules) > here);
        }
        for side in 0..2 {
            let mut higher = alerts;
            higher[side] = (higher[side] + 1).min(TOP_ALERT);
            prop_assert!(accident_chance(rung, higher, channel, &rules) >= here);
        }
    }

    #[test]
    fn talk_and_mediation_never_make_the_way_out_worse(
        at in standing(), a in 0_usize..1000, b in 0_usize..1000, truth in 0.0..=1.0_f64, believed in 0.0..=1.0_f64,
    ) {
        let rules = rules();
        let all = every_move();
        let moves = [all[a % all.len()], all[b % all.len()]];
        let (mut plain, mut helped) = (
            Standing { channel: false, mediated: false, ..at },
            Standing { channel: true, mediated: true, ..at },
        );
        let rounds = [play(&mut plain, moves), play(&mut helped, moves)];
        prop_assert!(height(rounds[1], helped) <= height(rounds[0], plain));
        prop_assert_eq!(helped.exits, plain.exits);
        let chance = |at: Standing| accident_chance(at.rung, at.alerts, at.channel, &rules);
        prop_assert!(chance(helped) <= chance(plain));
        prop_assert!((clearer(believed, truth, &rules) - truth).abs() <= (believed - truth).abs());
    }

    #[test]
    fn a_step_down_leaves_no_higher_than_a_step_up(at in standing(), side in 0_usize..2, other in 0_usize..1000) {
        let all = every_move();
        let reply = all[other % all.len()];
        let after = |own: CrisisMove| {
            let mut here = at;
            let mut moves = [reply; 2];
            moves[side] = own;
            height(play(&mut here, moves), here)
        };
        for (up, down) in [(CrisisMove::Raise, CrisisMove::OfferExit), (CrisisMove::Alert, CrisisMove::StandDown)] {
            prop_assert!(after(down) <= after(up), "{down:?} against {up:?}, answered by {reply:?}");
        }
    }
}

#[test]
fn the_parties_of_a_random_crisis_are_two() {
    let sim = start(&campaign());
    for number in 0..50 {
        let crisis = crisis(sim.world(), [number, number * 7, number * 13], [0.5; 2], 1);
        assert_ne!(crisis.challenger, crisis.defender);
        assert!(crisis.over.index() < sim.content().polities.len());
    }
}
