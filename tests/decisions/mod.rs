//! Decisions: reasons that add up, reasons that flip, and a history that does not care whether they are kept.

mod doctrines;
mod intentions;

use std::path::Path;
use std::sync::{Arc, OnceLock};

use correlation::base::{Id, MovementId, PolityId};
use correlation::content::defs::Content;
use correlation::content::load;
use correlation::content::vocabulary::{
    AidForm, Branch, Class, CrisisMove, Degree, Ids, LineScope, MotionKind, Order, OrderKind, PeaceTerms,
    ProjectKind, ReformKind, Strategy, Treaty, WarAim,
};
use correlation::sim::agents::{DecisionLog, Verdict, rescored, total, what_would_change};
use correlation::sim::chronicle::{Chronicle, Fact};
use correlation::sim::orders::{Blocker, validate};
use correlation::sim::{Seat, Simulation};
use correlation::view::decision_view;

fn content() -> Arc<Content> {
    static CONTENT: OnceLock<Arc<Content>> = OnceLock::new();
    let read = || {
        let loaded = load(Path::new(env!("CARGO_MANIFEST_DIR")), "1950_two_camps", &[]);
        Arc::new(loaded.content.expect("the campaign loads"))
    };
    Arc::clone(CONTENT.get_or_init(read))
}

fn history(seed: u64, months: u32, kept: bool) -> Simulation {
    let mut sim = Simulation::start(content(), seed).expect("the campaign starts");
    sim.keep_reasons(kept);
    for _ in 0..months {
        sim.step();
    }
    sim
}

#[test]
fn terms_add_up_to_the_score_bit_for_bit_and_changes_of_mind_flip_it() {
    let sim = history(3, 24, true);
    let mut without = 0;
    let (mut seen, mut flipped, mut chosen) = (0, 0, 0);
    for record in sim.get::<DecisionLog>().iter() {
        seen += 1;
        assert_eq!(total(record.terms(), record.price()).to_bits(), record.score.to_bits());
        // Where no policy spoke there are no terms.
        let Some(policy) = record.policy_in(&sim.content().doctrines[record.doctrine]) else {
            without += 1;
            assert!(matches!(record.verdict, Verdict::Unanswered | Verdict::NothingOpen));
            continue;
        };
        let weights: f64 = record.terms().iter().map(|term| term.weight).sum();
        assert!((weights - 1.0).abs() < 1e-9, "weights sum to {weights}");
        for term in record.terms() {
            assert!((0.0..=1.0).contains(&term.utility) && term.input.is_finite() && term.truth.is_finite());
        }
        if record.verdict == Verdict::Chosen {
            chosen += 1;
            assert!(record.margin() >= 0.0);
        }
        if let Some(change) = what_would_change(record, policy) {
            let over = rescored(record, policy, &change) >= record.bar;
            assert_ne!(over, record.verdict == Verdict::Chosen);
            flipped += 1;
        }
    }
    assert!(without * 10 < seen);
    assert!(seen > 1000 && chosen > 100 && flipped > 500, "{seen} seen, {chosen} chosen, {flipped} flipped");
}

/// What a record says would have changed its mind is true of the choice, not of the score alone: the seat decides once more on the
/// same world with that one change.
#[test]
fn what_would_have_changed_its_mind_turns_the_choice() {
    let mut sim = Simulation::start(content(), 6).expect("the campaign starts");
    sim.try_changes(true);
    (0..6).for_each(|_| sim.step());
    let trials = sim.get::<DecisionLog>().trials();
    let stayed: Vec<_> = trials.iter().filter(|trial| !trial.flipped).collect();
    assert!(stayed.is_empty(), "{} of {}: {stayed:?}", stayed.len(), trials.len());
    assert!(trials.len() > 300 && trials.iter().any(|trial| trial.chosen), "{} tried", trials.len());
    let mut plain = Simulation::start(content(), 6).expect("the campaign starts");
    (0..6).for_each(|_| plain.step());
    assert_eq!(sim.table_hashes(), plain.table_hashes(), "trying changes nothing");
}

/// The same over years of several histories, with movements and crises among them, through the release build.
#[test]
fn what_would_have_changed_its_mind_turns_the_choice_over_many_years() {
    let Some(release) = crate::histories::release_build() else { return };
    let mut in_crises = 0;
    for seed in ["1", "2", "3"] {
        let output = std::process::Command::new(&release)
            .args(["decisions", "1950_two_camps", "--tried", "--json", "--months", "72", "--seed", seed])
            .output()
            .expect("the release tool runs");
        let found: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it prints JSON");
        let count = |name: &str| found[name].as_u64().expect("a number");
        assert_eq!(count("tried"), count("turned"), "seed {seed}: {}", found["stayed"]);
        assert!(count("tried") > 5000 && count("chosen") > 500, "{found}");
        assert!(count("of_movements") > 100 && count("answers") > 10, "{found}");
        in_crises += count("in_crises");
    }
    assert!(in_crises > 10, "{in_crises} moves in crises");
}

#[test]
fn doing_nothing_is_a_decision_that_names_what_came_nearest() {
    let sim = history(3, 48, true);
    let log = sim.get::<DecisionLog>();
    let idle: Vec<_> = log.iter().filter(|record| matches!(record.verdict, Verdict::Inaction(_))).collect();
    assert!(idle.len() > 8, "{} deliberations chose nothing", idle.len());
    for record in idle {
        let same_day = log.of(record.agent).filter(|other| other.month == record.month);
        let others: Vec<_> = same_day.filter(|other| other.number != record.number).collect();
        let in_crisis = matches!(record.order, Some(Order::MoveInCrisis { .. }));
        let answer = |order: &Option<Order<Ids>>| matches!(order, Some(Order::AnswerOffer { .. }));
        let acts = others.iter().filter(|other| other.verdict == Verdict::Chosen && !answer(&other.order));
        assert!(in_crisis || acts.count() == 0, "it did something after all");
        // The best refused is told with its reasons, and by itself.
        let best = others.iter().find(|other| other.number == record.number + 1);
        assert!(
            !record.terms().is_empty() && (in_crisis || best.is_some_and(|one| one.order == record.order))
        );
        let view = decision_view(&sim, record.number).expect("it is in the log");
        assert!(!view.chosen && view.verdict.contains("nearest came"), "{}", view.verdict);
    }
}

#[test]
fn an_offer_that_nobody_answers_is_told_as_such() {
    let sim = history(3, 36, true);
    let mut told = 0;
    for record in sim.get::<DecisionLog>().iter().filter(|record| record.verdict == Verdict::Unanswered) {
        told += 1;
        assert!(matches!(record.order, Some(Order::AnswerOffer { accept: false, .. })));
        let view = decision_view(&sim, record.number).expect("it is in the log");
        assert!(view.act.plain().contains("does not answer") || view.act.plain().contains("do not answer"));
    }
    eprintln!("{told} offers lapsed for want of a policy");
}

#[test]
fn a_decision_says_what_it_set_aside() {
    let sim = history(3, 12, true);
    let refused = |verdict: &Verdict| !matches!(verdict, Verdict::Chosen);
    let log = sim.get::<DecisionLog>();
    assert!(log.iter().any(|record| refused(&record.verdict)));
    assert!(log.iter().any(|record| matches!(record.verdict, Verdict::BelowThreshold)));
    let numbers: Vec<u32> = log.iter().map(|record| record.number).collect();
    assert!(numbers.windows(2).all(|pair| pair[0] < pair[1]), "numbers rise");
}

#[test]
fn keeping_reasons_changes_no_history() {
    let (kept, silent) = (history(5, 60, true), history(5, 60, false));
    assert!(silent.get::<DecisionLog>().iter().next().is_none());
    assert_eq!(kept.table_hashes(), silent.table_hashes());
}

#[test]
fn nobody_decides_for_the_seat_a_human_sits_in() {
    let mut sim = Simulation::start(content(), 1).expect("the campaign starts");
    let seat = Seat::Polity(sim.content().scenario.poles[0]);
    sim.seat_player(Some(seat));
    for _ in 0..7 {
        sim.step();
    }
    assert_eq!(sim.get::<DecisionLog>().of(seat).count(), 0);
    let orders = sim.get::<Chronicle>().entries().iter();
    let by_seat = |fact: &Fact| matches!(fact, Fact::OrderCarriedOut { by, .. } if *by == seat);
    assert_eq!(orders.filter(|entry| by_seat(&entry.fact)).count(), 0);
}

/// One order of each kind, aimed at someone.
fn samples(to: PolityId, movement: MovementId) -> Vec<Order<Ids>> {
    use Order as O;
    let good = Id::from_index(0);
    vec![
        O::GiveAid { to, form: AidForm::Economic, share: 0.01 },
        O::OfferCredit { to, share: 0.01, years: 10, interest: 0.03 },
        O::OfferTradeTreaty { with: to },
        O::Recognise { whom: to },
        O::Embargo { against: to },
        O::LiftEmbargo { from: to },
        O::ArmMovement { movement, share: 0.001, degree: Degree::Arms },
        O::Propaganda { at: to },
        O::ShiftInvestment { to: good, by: 0.05 },
        O::SetInvestment { share: 0.25 },
        O::SetForces { share: 0.05 },
        O::SetWelfare { share: 0.1 },
        O::SetTaxes { share: 0.3 },
        O::BuildWarheads { share: 0.01 },
        O::OpenIndependenceTalks { with: to },
        O::Concede { to },
        O::Repress { movement },
        O::OfferTalks { to: movement },
        O::SendTroops { to, share: 0.1, degree: Degree::Regulars },
        O::WithdrawTroops { from: to },
        O::OpenWar { against: to, aim: WarAim::AtHand },
        O::OfferArmistice { to, terms: PeaceTerms::AtHand },
        O::OfferPact { to },
        O::OfferUnion { with: to },
        O::Federate { over: to },
        O::Partition { over: to },
        O::Join { organisation: Id::from_index(0) },
        O::LeaveOrganisation { organisation: Id::from_index(0) },
        O::Expel { organisation: Id::from_index(0), whom: to },
        O::Consult { organisation: Id::from_index(0) },
        O::SetBurden { organisation: Id::from_index(0), share: 0.05 },
        O::PressLine { on: to },
        O::Polemic { with: to },
        O::Conciliate { with: to },
        O::TableMotion { motion: MotionKind::Condemn, about: to },
        O::Lobby { whom: to, motion: u32::MAX, yes: true, share: 0.005 },
        O::DivideAndRule { over: to },
        O::GatherIntelligence { on: to, share: 0.004 },
        O::FeignStrength { by: 0.3 },
        O::WithdrawRecognition { whom: to },
        O::Denounce { with: to, treaty: Treaty::Friendship },
        O::OfferFriendship { to },
        O::Guarantee { whom: to },
        O::OfferBase { to, share: 0.002 },
        O::CallSummit { with: to },
        O::OfferArmsLimits { to },
        O::AnswerOffer { offer: u32::MAX, accept: true },
        O::MoveInCrisis { crisis: u32::MAX, play: CrisisMove::Hold },
        O::AdoptDoctrine { doctrine: Id::from_index(0), scope: LineScope::Both },
        O::AmendDoctrine { doctrine: Id::from_index(0), parameter: "restraint".into(), by: 0.1 },
        O::Organise { class: Class::Workers },
        O::BuildFront { with: Class::Peasants },
        O::ChooseStrategy { strategy: Strategy::Mass },
        O::SeekPatron { patron: to },
        O::Rise,
        O::Negotiate,
        O::DrawUpPlan { growth: 0.06, investment: 0.22, heavy: 0.5, procurement: 0.2 },
        O::RevisePlan { by: -0.2 },
        O::ReformPlanning { kind: ReformKind::ProfitAccounting },
        O::Recentralise,
        O::ProposeProtocol { with: to },
        O::ProposeSpecialisation { with: to, sector: good },
        O::ProposeProject { with: to, kind: ProjectKind::Mine },
        O::RefuseCoordination,
        O::DisputeArrears { with: to },
        O::SetResearch { share: 0.01, branch: Branch::Space },
    ]
}

#[test]
fn every_kind_of_order_is_refused_from_a_seat_that_cannot_give_it() {
    let sim = history(1, 1, false);
    let content = sim.content();
    let pole = content.scenario.poles[0];
    let movement = content.movements.ids().next().expect("the campaign has movements");
    let all = samples(content.scenario.poles[1], movement);
    let dormant = content
        .polities
        .ids()
        .find(|&id| !sim.polity::<correlation::sim::politics::Status>(id).is_alive())
        .expect("the campaign has dormant states");
    for order in &all {
        let wrong = if order.kind().is_movements() { Seat::Polity(pole) } else { Seat::Movement(movement) };
        if !order.kind().is_for_both() {
            let blockers = validate(sim.world(), wrong, order);
            assert!(blockers.contains(&Blocker::WrongSeat), "{order:?}: {blockers:?}");
        }
        if !order.kind().is_movements() {
            let blockers = validate(sim.world(), Seat::Polity(dormant), order);
            assert!(blockers.contains(&Blocker::NotInBeing), "{order:?}: {blockers:?}");
        }
    }
}

#[test]
fn numbers_out_of_range_and_oneself_as_target_are_refused() {
    let sim = history(1, 1, false);
    let [a, b] = [sim.content().scenario.poles[0], sim.content().scenario.poles[1]];
    let seat = Seat::Polity(a);
    for order in [
        Order::GiveAid { to: b, form: AidForm::Economic, share: 0.2 },
        Order::GiveAid { to: b, form: AidForm::Economic, share: f64::NAN },
        Order::OfferCredit { to: b, share: 0.0, years: 10, interest: 0.03 },
        Order::SetInvestment { share: 0.01 },
        Order::SetForces { share: f64::INFINITY },
        Order::SetTaxes { share: -0.1 },
    ] {
        let blockers = validate(sim.world(), seat, &order);
        let range = blockers.iter().any(|one| matches!(one, Blocker::OutOfRange { .. }));
        assert!(range, "{order:?}: {blockers:?}");
    }
    for order in [
        Order::Recognise { whom: a },
        Order::OpenWar { against: a, aim: WarAim::AtHand },
        Order::OfferPact { to: a },
    ] {
        let blockers = validate(sim.world(), seat, &order);
        assert!(blockers.contains(&Blocker::TargetIsSelf), "{order:?}: {blockers:?}");
    }
}

#[test]
fn agents_use_the_breadth_of_their_orders() {
    let sim = history(2, 30, false);
    let mut kinds: Vec<OrderKind> = Vec::new();
    for entry in sim.get::<Chronicle>().entries() {
        if let Fact::OrderCarriedOut { order, .. } = &entry.fact
            && !kinds.contains(&order.kind())
        {
            kinds.push(order.kind());
        }
    }
    use OrderKind as K;
    let expected = [
        K::GiveAid,
        K::OfferCredit,
        K::OfferTradeTreaty,
        K::Recognise,
        K::Embargo,
        K::ArmMovement,
        K::Propaganda,
        K::ShiftInvestment,
        K::Organise,
        K::BuildFront,
        K::ChooseStrategy,
        K::SeekPatron,
    ];
    let lacking: Vec<_> = expected.iter().filter(|kind| !kinds.contains(kind)).collect();
    assert!(lacking.is_empty(), "nobody gave {lacking:?} in thirty months");
}
