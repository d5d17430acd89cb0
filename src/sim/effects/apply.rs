//! The one applier of effects: each arm calls the subsystem that owns what is changed.

use bevy::prelude::World;

use super::Effect;
use crate::base::People;
use crate::content::vocabulary::Stat;
use crate::sim::chronicle::Chronicle;
use crate::sim::economy::property;
use crate::sim::finance::{Debt, DebtKind};
use crate::sim::ledger::HarmBook;
use crate::sim::orders::OrderQueue;
use crate::sim::population::{Clock, Seat};
use crate::sim::{
    community, conflict, crisis, diplomacy, doctrine, economy, finance, movements, organisations, perception,
    plan, politics, society, technology, trade,
};

/// Carries out one effect.
pub(super) fn apply(world: &mut World, effect: Effect) {
    match effect {
        Effect::Nudge { stat, of, by } => nudge(world, stat, of, by),
        Effect::BecomeSovereign { polity, form, led_by } => {
            politics::effects::become_sovereign(world, polity, form, led_by);
            doctrine::effects::follow_new_rule(world, polity, led_by);
            diplomacy::effects::greet_new_state(world, polity);
        }
        Effect::ChangeRule { polity, form, led_by } => {
            politics::effects::change_rule(world, polity, form, led_by);
            doctrine::effects::follow_new_rule(world, polity, led_by);
        }
        Effect::StopWork { polity, share } => economy::property::effects::stop_work(world, polity, share),
        Effect::RaiseWages { polity, by } => economy::market::effects::raise_wages(world, polity, by),
        Effect::SplitFront { polity, pledge, led_by } => {
            politics::programme::split_front(world, polity, pledge, led_by);
        }
        Effect::DivideAndRule { polity } => movements::effects::divide_and_rule(world, polity),
        Effect::InOrganisation { by, act } => organisations::acts::carry_out(world, by, act),
        Effect::Federate { ruler, polity } => politics::federation::federate(world, ruler, polity),
        Effect::Partition { ruler, polity } => politics::federation::partition(world, ruler, polity),
        Effect::Unite { one, other, led_by } => {
            if let Some(whole) = politics::union::unite(world, one, other, led_by) {
                diplomacy::effects::greet_new_state(world, whole);
            }
        }
        Effect::TakePath { polity, to } => {
            politics::effects::take_path(world, polity, to);
            doctrine::effects::follow_new_rule(world, polity, None);
        }
        Effect::CountVotes { polity, votes } => politics::effects::count_votes(world, polity, votes),
        Effect::Accede { polity, to } => politics::effects::accede(world, polity, to),
        Effect::DropClaim { by, to } => diplomacy::effects::drop_claim(world, by, to),
        Effect::Cede { territory, to } => politics::effects::cede(world, territory, to),
        Effect::AdoptDoctrine { of, doctrine, scope } => doctrine::effects::adopt(world, of, doctrine, scope),
        Effect::AmendDoctrine { of, doctrine, parameter, by } => {
            doctrine::effects::amend(world, of, doctrine, usize::from(parameter), by);
        }
        Effect::TakeBackWord { by } => doctrine::effects::take_back_word(world, by),
        Effect::BreakLine { by, doctrine, limit } => {
            doctrine::effects::break_line(world, by, doctrine, limit)
        }
        Effect::Occasion { of, occasion } => doctrine::effects::note_occasion(world, of, occasion),
        Effect::Drift { of, doctrine, turn, occasion } => {
            doctrine::effects::come_to(world, of, doctrine, turn, occasion);
        }
        Effect::SetBudgetShare { polity, line, share } => {
            finance::effects::set_budget_share(world, polity, line, share);
        }
        Effect::ShiftInvestment { polity, to, by } => plan::effects::shift_investment(world, polity, to, by),
        Effect::PayForces { polity, money } => conflict::effects::pay_forces(world, polity, money),
        Effect::BuildWarheads { polity, money } => conflict::effects::build_warheads(world, polity, money),
        Effect::Feign { by, shown } => perception::feign(world, by, shown),
        Effect::OpenDebt { from, to, principal, months, interest } => {
            finance::effects::open_debt(world, from, to, principal, months, interest);
        }
        Effect::SetMoney { polity, stance } => economy::market::effects::set_money(world, polity, stance),
        Effect::ConvertClaims { holder, share } => finance::effects::convert(world, holder, share),
        Effect::ShutGoldWindow { polity } => finance::effects::shut_window(world, polity),
        Effect::Devalue { polity, by } => trade::exchange::devalue(world, polity, by),
        Effect::SettleInClearing { from, to, amount } => {
            trade::exchange::settle_in_clearing(world, from, to, amount);
        }
        Effect::Reschedule { creditor, debtor, months, strings } => {
            finance::effects::reschedule(world, creditor, debtor, months, strings);
        }
        Effect::SuspendPayments { polity } => finance::effects::suspend(world, polity),
        Effect::NudgeTrust { of, to, by } => diplomacy::effects::nudge_trust(world, of, to, by),
        Effect::NudgeTension { of, with, by } => diplomacy::effects::nudge_tension(world, of, with, by),
        Effect::NudgeInfluence { of, over, by } => diplomacy::effects::nudge_influence(world, of, over, by),
        Effect::Recognise { by, whom } => diplomacy::effects::recognise(world, by, whom),
        Effect::WithdrawRecognition { by, whom } => diplomacy::effects::withdraw_recognition(world, by, whom),
        Effect::Agree { agreement } => diplomacy::effects::agree(world, agreement),
        Effect::EndAgreement { a, b, like } => diplomacy::effects::end_agreement(world, a, b, like),
        Effect::MakeOffer { from, to, what, expires } => {
            diplomacy::effects::make_offer(world, from, to, what, expires);
        }
        Effect::AnswerOffer { offer, accept } => diplomacy::effects::answer_offer(world, offer, accept),
        Effect::Organise { movement, class } => movements::effects::organise(world, movement, class),
        Effect::CourtClass { movement, class } => movements::effects::court_class(world, movement, class),
        Effect::ChooseStrategy { movement, strategy } => {
            movements::effects::choose_strategy(world, movement, strategy);
        }
        Effect::Rise { movement } => movements::effects::rise(world, movement),
        Effect::Repress { movement, by } => movements::effects::repress(world, movement, by),
        Effect::Awaken { movement } => movements::effects::awaken(world, movement),
        Effect::Concede { by, to } => politics::effects::concede(world, by, to),
        Effect::OpenWar { kind, aim, attacker, defender, over } => {
            conflict::effects::open_war(world, kind, aim, attacker, defender, over);
        }
        Effect::EndWar { a, b, why } => conflict::effects::end_war(world, a, b, why),
        Effect::MakePeace { a, b, terms, gives } => {
            conflict::effects::make_peace(world, [a, b], terms, gives)
        }
        Effect::HoldGround { territory, by, share } => {
            movements::effects::hold_ground(world, territory, Seat::Polity(by), share);
        }
        Effect::CrisisMove { crisis, by, play } => crisis::effects::note_move(world, crisis, by, play),
        Effect::RaiseExpectation { polity, class, factor } => {
            society::effects::raise_expectation(world, polity, class, factor);
        }
        Effect::Harm { decider, harm, people } => {
            world.resource_mut::<HarmBook>().charge(decider, harm, People(people));
        }
        Effect::Give { issuer, order } => {
            let next = world.resource::<Clock>().now().plus(1);
            world.resource_mut::<OrderQueue>().give(next, issuer, order);
        }
        Effect::DrawUpPlan { polity, ambition } => plan::effects::draw_up_plan(world, polity, ambition),
        Effect::RevisePlan { polity, by } => plan::effects::revise_plan(world, polity, by),
        Effect::ReformPlanning { polity, kind } => plan::effects::reform_planning(world, polity, kind),
        Effect::LimitExports { polity, good, share } => {
            trade::effects::limit_exports(world, polity, good, share)
        }
        Effect::SetImportPriority { polity, good } => {
            trade::effects::set_import_priority(world, polity, good);
        }
        Effect::Tell { fact } => {
            let now = world.resource::<Clock>().now();
            world.resource_mut::<Chronicle>().tell(now, fact);
        }
        Effect::BeginProgramme { polity, kind, programme } => {
            property::effects::begin(world, polity, kind, programme);
        }
        Effect::EndProgramme { polity, kind } => property::effects::end(world, polity, kind),
        Effect::OweCompensation { debtor, creditor, principal, months, interest } => {
            let debt = Debt {
                creditor,
                debtor,
                principal,
                interest,
                months_left: months.max(1),
                arrears: 0,
                kind: DebtKind::Official,
                spread: 0.0,
            };
            finance::effects::owe(world, debt);
        }
        Effect::Aggrieve { polity, class, by } => society::effects::aggrieve(world, polity, class, by),
        Effect::SignProtocol { a, b } => community::effects::sign(world, a, b),
        Effect::Specialise { specialist, partner, good } => {
            community::effects::specialise(world, specialist, partner, good);
        }
        Effect::BeginWork { by, site, kind } => community::effects::begin_work(world, by, site, kind),
        Effect::RefuseCoordination { polity } => community::effects::refuse(world, polity),
        Effect::PressArrears { debtor, creditor } => community::effects::press(world, debtor, creditor),
        Effect::AddCapital { polity, good, amount } => economy::add_capital(world, polity, good, amount),
        Effect::SetResearch { polity, branch, share } => {
            technology::effects::set_research(world, polity, branch, share);
        }
    }
}

/// Numbers of governments and movements; a number that a seat does not have is left alone.
fn nudge(world: &mut World, stat: Stat, of: Seat, by: f64) {
    match (stat, of) {
        (Stat::Legitimacy, Seat::Polity(polity)) => politics::effects::nudge_legitimacy(world, polity, by),
        (Stat::EliteCohesion, Seat::Polity(polity)) => politics::effects::nudge_cohesion(world, polity, by),
        (Stat::Authority, Seat::Polity(polity)) => politics::effects::nudge_authority(world, polity, by),
        (Stat::Authority, Seat::Movement(movement)) => {
            movements::effects::nudge_authority(world, movement, by);
        }
        (Stat::Organisation, Seat::Movement(movement)) => {
            movements::effects::nudge_organisation(world, movement, by);
        }
        (Stat::Taint, Seat::Movement(movement)) => movements::effects::nudge_taint(world, movement, by),
        (Stat::Legitimacy | Stat::EliteCohesion, Seat::Movement(_))
        | (Stat::Organisation | Stat::Taint, Seat::Polity(_)) => {}
    }
}
