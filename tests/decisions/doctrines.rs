//! Lines in force: what amending and breaking them costs, mixes, drift on every occasion, and previews that keep their
//! word.

use std::sync::Arc;

use correlation::base::{DoctrineId, Id, MovementId, PolityId};
use correlation::campaign::{Campaign, NewGame, SetupError};
use correlation::content::defs::{Content, DriftDef, LimitDef, StandingDef, TurnDef};
use correlation::content::vocabulary::{
    Condition, Effect, Ids, LineScope, Occasion, Order, OrderKind, Stat, WarAim, Who,
};
use correlation::sim::agents::{DecisionLog, Verdict, flips, rescore_with, shadow};
use correlation::sim::chronicle::{Chronicle, Fact};
use correlation::sim::crisis::CrisisOutcome;
use correlation::sim::doctrine::{Doctrines, MovementDoctrines, Repute, Strain, Tuning};
use correlation::sim::movements::Movement;
use correlation::sim::orders::{Blocker, price, validate};
use correlation::sim::politics::Government;
use correlation::sim::{Atlas, Seat, Simulation};
use correlation::view::{Trial, doctrine_text, doctrine_view};

use super::{content, history};

fn state(id: &str) -> PolityId {
    content().polities.find(|def| def.id == id).expect("the campaign has it")
}

fn doctrine(id: &str) -> DoctrineId {
    content().doctrines.find(|def| def.id == id).expect("the campaign has it")
}

/// A state played by a human, after some months.
fn played(id: &str, months: u32) -> (Simulation, Seat) {
    let mut sim = Simulation::start(content(), 4).expect("the campaign starts");
    let seat = Seat::Polity(state(id));
    sim.seat_player(Some(seat));
    for _ in 0..months {
        sim.step();
    }
    (sim, seat)
}

fn value(sim: &Simulation, seat: Seat, line: DoctrineId, parameter: &str) -> f64 {
    let place = sim.content().doctrines[line].position(parameter).expect("the line has it");
    sim.get::<Tuning>().in_force(sim.get::<Atlas>().agent(seat), line)[place]
}

fn amend(line: DoctrineId, parameter: &str, by: f64) -> Order<Ids> {
    Order::AmendDoctrine { doctrine: line, parameter: parameter.into(), by }
}

#[test]
fn an_amendment_costs_more_the_larger_it_is_and_holds_for_its_holder_alone() {
    let (mut sim, seat) = played("USA", 3);
    let own = state("USA");
    let line = sim.polity::<Doctrines>(own).abroad();
    let other = sim.content().polities.ids().find(|&id| id != own && sim.polity::<Doctrines>(id).holds(line));
    let other = Seat::Polity(other.expect("another state holds the same line"));
    let (small, large) = (amend(line, "restraint", 0.02), amend(line, "restraint", 0.1));
    assert!(price(sim.world(), seat, &large) > price(sim.world(), seat, &small) + 0.5);
    let refused = |order: &Order<Ids>| validate(sim.world(), seat, order);
    assert!(
        refused(&amend(line, "restraint", 0.3)).iter().any(|one| matches!(one, Blocker::OutOfRange { .. }))
    );
    assert!(refused(&amend(line, "no_such", 0.1)).contains(&Blocker::NoSuchParameter));
    assert!(refused(&amend(doctrine("peoples_war"), "restraint", 0.1)).contains(&Blocker::NotItsLine));
    let before = value(&sim, seat, line, "restraint");
    let (authority, theirs) =
        (sim.polity::<Government>(own).authority(), value(&sim, other, line, "restraint"));
    let cost = price(sim.world(), seat, &large);
    sim.give(seat, large);
    sim.step();
    assert!((value(&sim, seat, line, "restraint") - before - 0.1).abs() < 1e-9);
    assert_eq!(value(&sim, other, line, "restraint").to_bits(), theirs.to_bits());
    // Some authority comes back in the same month.
    assert!(sim.polity::<Government>(own).authority() < authority - 0.5 * cost);
    let repute = sim.polity::<Repute>(own);
    assert!(repute.strain(Strain::Amended) > 0.0 && repute.credibility() < 1.0);
}

#[test]
fn a_mix_survives_a_change_of_one_of_its_lines() {
    let (mut sim, seat) = played("USA", 3);
    let own = state("USA");
    let camp = sim.polity::<Doctrines>(own).camp();
    let heir = doctrine("detente");
    let order = Order::AdoptDoctrine { doctrine: heir, scope: LineScope::Abroad };
    let both = Order::AdoptDoctrine { doctrine: heir, scope: LineScope::Both };
    assert!(price(sim.world(), seat, &order) < price(sim.world(), seat, &both));
    sim.give(seat, order);
    sim.step();
    let now = *sim.polity::<Doctrines>(own);
    assert_eq!((now.camp(), now.abroad()), (camp, heir));
    assert!(sim.polity::<Repute>(own).strain(Strain::Changed) > 0.0);
    // The seat of a human drifts on no occasion.
    (0..24).for_each(|_| sim.step());
    assert_eq!(*sim.polity::<Doctrines>(own), now);
}

#[test]
fn doing_what_the_line_rules_out_costs_credibility() {
    let (mut sim, seat) = played("USA", 3);
    let own = state("USA");
    // Make a limit that stands: war is ruled out without exception.
    let target = state("CUB");
    let order = Order::<Ids>::OpenWar { against: target, aim: WarAim::AtHand };
    let ruled_out = correlation::sim::agents::forbidden(sim.world(), seat, &order).is_some();
    assert!(ruled_out, "war on a neighbour that threatens nobody is against the line");
    let mut waited = 0;
    while !validate(sim.world(), seat, &order).is_empty() && waited < 24 {
        sim.step();
        waited += 1;
    }
    let blockers = validate(sim.world(), seat, &order);
    assert!(blockers.is_empty(), "{blockers:?}");
    sim.give(seat, order);
    sim.step();
    assert!(sim.polity::<Repute>(own).strain(Strain::Broken) > 0.1);
    let told = |fact: &Fact| matches!(fact, Fact::LineBroken { by, .. } if *by == own);
    assert!(sim.get::<Chronicle>().entries().iter().any(|entry| told(&entry.fact)));
}

/// An AI does what its line rules out when it wants it much, and pays for it as a human does.
#[test]
fn a_line_is_broken_by_those_who_want_it_much() {
    let mut content = Content::clone(&content());
    for id in content.doctrines.ids() {
        let never = OrderKind::Embargo;
        content.doctrines[id].limits = vec![LimitDef { never, unless: None, because: "A test.".into() }];
    }
    let content = Arc::new(content);
    let breaches = |margin: f64| {
        let set = vec![("agents.break_margin".to_owned(), margin)];
        let game = NewGame { set, ..NewGame::new(content.clone(), 5) };
        let mut campaign = Campaign::begin(&game).expect("it begins");
        (0..12).for_each(|_| campaign.step());
        let sim = campaign.sim();
        let entries = sim.get::<Chronicle>().entries().iter();
        let broken = entries.filter_map(|entry| match entry.fact {
            Fact::LineBroken { by, .. } => Some(by),
            _ => None,
        });
        let broken: Vec<PolityId> = broken.collect();
        assert!(broken.iter().all(|&id| sim.polity::<Repute>(id).strain(Strain::Broken) > 0.0));
        broken.len()
    };
    assert!(breaches(0.0) > 0, "some want what is ruled out");
    assert_eq!(breaches(1.0), 0, "nobody wants anything that much");
}

/// A movement amends its own line, at the price of those who walk out; nobody else's changes.
#[test]
fn movements_amend_their_lines() {
    let mut sim = history(3, 1, false);
    let mut alive = sim.content().movements.ids().filter(|&id| sim.movement::<Movement>(id).is_alive());
    let line_of = |id| sim.get::<MovementDoctrines>().of(id);
    let open = |&id: &MovementId| {
        let organised = sim.movement::<Movement>(id).organisation() > 0.1;
        organised && !sim.content().doctrines[line_of(id)].parameters.is_empty()
    };
    let own = alive.find(open).expect("a movement has a line with parameters");
    let (seat, line) = (Seat::Movement(own), line_of(own));
    let parameter = sim.content().doctrines[line].parameters[0].clone();
    let amend = |line, by| Order::AmendDoctrine { doctrine: line, parameter: parameter.id.clone(), by };
    let another = sim.content().doctrines.ids().find(|&id| id != line).expect("there are others");
    let blockers = validate(sim.world(), seat, &amend(another, 0.1));
    assert!(blockers.contains(&Blocker::NotItsLine), "{blockers:?}");
    let by = if parameter.value > 0.5 * (parameter.min + parameter.max) { -0.1 } else { 0.1 };
    let before = (value(&sim, seat, line, &parameter.id), sim.movement::<Movement>(own).organisation());
    assert!(validate(sim.world(), seat, &amend(line, by)).is_empty());
    let mut without = history(3, 1, false);
    for sim in [&mut sim, &mut without] {
        sim.seat_player(Some(seat));
    }
    sim.give(seat, amend(line, by));
    [&mut sim, &mut without].into_iter().for_each(Simulation::step);
    let after = value(&sim, seat, line, &parameter.id);
    assert!((after - before.0 - by * (parameter.max - parameter.min)).abs() < 1e-12);
    assert_eq!(sim.get::<Tuning>().written(line, 0), parameter.value, "the line of others stays");
    let organised = |sim: &Simulation| sim.movement::<Movement>(own).organisation();
    assert!(organised(&sim) < organised(&without), "some walk out");
}

/// What goes on while a line is in force comes once a year to each of its holders, a human among them, while its condition holds.
#[test]
fn standing_effects_go_on_year_after_year() {
    let legitimacy = |by: f64, when: Condition<Ids>| {
        let mut content = Content::clone(&content());
        for id in content.doctrines.ids() {
            let does = Effect::Nudge { stat: Stat::Legitimacy, of: Who::This, by };
            let one = StandingDef { does, when: when.clone(), because: "A test.".into() };
            content.doctrines[id].effects = vec![one];
        }
        let mut sim = Simulation::start(Arc::new(content), 4).expect("the campaign starts");
        sim.seat_player(Some(Seat::Polity(state("IND"))));
        (0..12).for_each(|_| sim.step());
        ["IND", "SWE", "USA", "SUN"].map(|id| sim.polity::<Government>(state(id)).legitimacy())
    };
    let never = Condition::Not { that: Box::new(Condition::Always) };
    let (without, with, idle) =
        (legitimacy(0.0, Condition::Always), legitimacy(-0.1, Condition::Always), legitimacy(-0.1, never));
    assert!(without.iter().zip(with).all(|(without, with)| with < without - 0.02), "{with:?} {without:?}");
    assert_eq!(without, idle);
}

/// The campaign with one small step of drift a line and occasion.
fn drifting() -> Arc<Content> {
    let mut content = Content::clone(&content());
    for id in content.doctrines.ids() {
        let def = &mut content.doctrines[id];
        if def.parameters.is_empty() {
            continue;
        }
        let one = |&occasion: &Occasion| DriftDef {
            id: format!("{occasion:?}"),
            on: vec![occasion],
            when: Condition::Always,
            chance: 1.0,
            turn: TurnDef::Amend { parameter: 0, by: 0.01 },
            because: "A test.".into(),
        };
        def.drift = Occasion::ALL.iter().map(one).collect();
    }
    Arc::new(content)
}

#[test]
fn lines_drift_on_every_occasion_that_comes() {
    let mut sim = Simulation::start(drifting(), 3).expect("the campaign starts");
    sim.keep_reasons(false);
    (0..96).for_each(|_| sim.step());
    let entries = sim.get::<Chronicle>().entries();
    let drifted = |wanted: Occasion| {
        entries
            .iter()
            .any(|entry| matches!(entry.fact, Fact::LineDrifted { occasion, .. } if occasion == wanted))
    };
    for occasion in [
        Occasion::Congress,
        Occasion::Succession,
        Occasion::Election,
        Occasion::LostWar,
        Occasion::Hardship,
        Occasion::Tilt,
    ] {
        assert!(drifted(occasion), "{occasion:?}");
    }
    // Not every history has a crisis in which somebody gives way; where one has, the loser looks at its line.
    let gave_way = entries.iter().find_map(|entry| match entry.fact {
        Fact::CrisisEnded { challenger, outcome: CrisisOutcome::ChallengerYielded, .. } => {
            Some((entry.month, challenger))
        }
        Fact::CrisisEnded { defender, outcome: CrisisOutcome::DefenderYielded, .. } => {
            Some((entry.month, defender))
        }
        _ => None,
    });
    let since = |month| sim.clock().now() > month;
    if gave_way.is_some_and(|(month, loser)| {
        since(month) && sim.polity::<correlation::sim::politics::Status>(loser).is_sovereign()
    }) {
        assert!(drifted(Occasion::LostCrisis));
    }
}

#[test]
fn amendments_change_choices_and_a_preview_keeps_its_word() {
    let mut flipped = 0;
    for (id, months) in [("USA", 6), ("GBR", 7), ("SUN", 8), ("IND", 9)] {
        let (mut sim, seat) = played(id, months);
        let Seat::Polity(own) = seat else { continue };
        let before = shadow(sim.world(), seat);
        assert!(before.iter().any(|record| record.verdict == Verdict::Chosen), "{id} would do something");
        let hashes = sim.table_hashes();
        let line = sim.polity::<Doctrines>(own).abroad();
        let def = sim.content().doctrines[line].clone();
        for (place, parameter) in def.parameters.iter().enumerate() {
            for step in [-0.1, 0.1] {
                let mut values =
                    sim.get::<Tuning>().in_force(sim.get::<Atlas>().agent(seat), line).into_owned();
                values[place] = (values[place] + step).clamp(parameter.min, parameter.max);
                let of_line = before.iter().filter(|record| record.doctrine == line);
                flipped +=
                    of_line.filter(|record| flips(record, rescore_with(record, &def, &values))).count();
            }
        }
        // Looking has touched neither numbers nor luck.
        assert_eq!(sim.table_hashes(), hashes);
        // Applied, each record has the score that was promised.
        let parameter = def.parameters[0].id.clone();
        let order = amend(line, &parameter, 0.1);
        if !validate(sim.world(), seat, &order).is_empty() {
            continue;
        }
        sim.give(seat, order);
        let unmoved = shadow(sim.world(), seat);
        let mut wanted = sim.get::<Tuning>().in_force(sim.get::<Atlas>().agent(seat), line).into_owned();
        let range = &def.parameters[0];
        wanted[0] = (wanted[0] + 0.1 * (range.max - range.min)).clamp(range.min, range.max);
        assert_eq!(unmoved.len(), before.len());
        sim.step();
        let in_force = sim.get::<Tuning>().in_force(sim.get::<Atlas>().agent(seat), line).into_owned();
        assert!((in_force[0] - wanted[0]).abs() < 1e-9);
        for record in shadow(sim.world(), seat).iter().filter(|record| record.doctrine == line) {
            let again = rescore_with(record, &def, &in_force);
            assert_eq!(again.to_bits(), record.score.to_bits(), "the weights in force are the amended ones");
        }
    }
    assert!(flipped > 0, "some step flips some decision");
}

/// What a preview promises of the decisions of the month comes true where the line is so from the beginning.
#[test]
fn a_flip_that_is_previewed_happens_when_the_value_is_in_force() {
    let seat = Seat::Polity(state("USA"));
    let line = doctrine("containment");
    let value = 1.0;
    let sim = NewGame::new(content(), 4).start().expect("the campaign starts");
    let of = |sim: &Simulation| shadow(sim.world(), seat);
    let set = vec![("containment.vigilance".to_owned(), value)];
    let other = NewGame { set, ..NewGame::new(content(), 4) }.start().expect("the campaign starts");
    let def = &sim.content().doctrines[line];
    let place = def.position("vigilance").expect("it weighs vigilance");
    let mut values: Vec<f64> = def.parameters.iter().map(|parameter| parameter.value).collect();
    values[place] = value;
    let (before, after) = (of(&sim), of(&other));
    let mut compared = 0;
    for record in before.iter().filter(|record| record.doctrine == line) {
        let same = |one: &&correlation::sim::agents::DecisionRecord| {
            (one.doctrine, one.policy, one.target) == (record.doctrine, record.policy, record.target)
        };
        let Some(now) = after.iter().find(same) else { continue };
        let promised = rescore_with(record, def, &values);
        assert_eq!(promised.to_bits(), now.score.to_bits());
        compared += 1;
        if flips(record, promised) && record.verdict == Verdict::Chosen {
            assert_ne!(now.verdict, Verdict::Chosen);
        }
    }
    assert!(compared > 3, "{compared} compared");
}

#[test]
fn what_is_set_by_name_is_a_parameter_of_a_doctrine_or_an_error_with_a_hint() {
    let start = |name: &str, value: f64| {
        NewGame { set: vec![(name.into(), value)], ..NewGame::new(content(), 1) }.start()
    };
    let sim = start("containment.restraint", 0.9).expect("there is such a parameter");
    let (line, seat) = (doctrine("containment"), Seat::Polity(state("USA")));
    assert!((self::value(&sim, seat, line, "restraint") - 0.9).abs() < 1e-12);
    let Err(SetupError::NoSuchParameter { near, .. }) = start("containment.restrant", 0.9) else {
        panic!("no such parameter")
    };
    assert_eq!(near.as_deref(), Some("restraint"));
    assert!(matches!(start("containment.restraint", 1.9), Err(SetupError::ParameterOutOfRange { .. })));
    let Err(SetupError::Rule { near, .. }) = start("containmnt.restraint", 0.9) else {
        panic!("no such rule")
    };
    assert_eq!(near.as_deref(), Some("containment.restraint"));
}

#[test]
fn the_line_can_be_read_and_a_value_tried() {
    let sim = history(3, 12, true);
    let own = state("USA");
    let seat = Seat::Polity(own);
    let view = doctrine_view(&sim, Some(seat), None);
    assert!(!view.lines.is_empty() && view.trial.is_none() && !view.own);
    let parameter = sim.content().doctrines[sim.polity::<Doctrines>(own).abroad()].parameters[0].id.clone();
    let trial = Trial::find(&sim, seat, &parameter, 1.0).expect("a line in force has it");
    let tried = doctrine_view(&sim, Some(seat), Some(trial)).trial.expect("it is tried");
    let log = sim.get::<DecisionLog>();
    for flip in &tried.flips {
        let record = flip.decision.and_then(|number| log.get(number)).expect("it is a record of the history");
        assert!(flips(record, flip.after));
    }
    assert!(doctrine_text(&sim, seat, Some(trial)).contains("would flip"));
    assert!(Trial::find(&sim, seat, "restrant", 0.5).unwrap_err().contains("did you mean"));
    assert_eq!(DoctrineId::from_index(0), doctrine(&content().doctrines[DoctrineId::from_index(0)].id));
}
