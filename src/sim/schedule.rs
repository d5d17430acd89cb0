//! The month: twelve phases, and inside each the subsystems in one fixed order. The only place where order is set.

use bevy::ecs::schedule::{LogLevel, ScheduleBuildSettings, ScheduleLabel, SingleThreadedExecutor};
use bevy::prelude::*;

/// The schedule of one month.
#[derive(ScheduleLabel, Debug, Clone, PartialEq, Eq, Hash)]
pub struct MonthSchedule;

/// Runs once, before the first month: each subsystem gives its agents their starting components.
#[derive(ScheduleLabel, Debug, Clone, PartialEq, Eq, Hash)]
pub struct Genesis;

/// The twelve phases of a month (DESIGN §3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Phase {
    /// The month advances; dated things fall due.
    Calendar,
    /// Events happen; each agent forms its estimates of the others; seats are judged.
    Perceive,
    /// Each agent scores its options and gives orders.
    Decide,
    /// Orders are sorted, validated again, applied or refused.
    Resolve,
    /// Plans and markets set output.
    Produce,
    /// Offers meet across borders.
    Trade,
    /// Incomes, consumption, investment, budgets, debts.
    Distribute,
    /// Living standards, expectations, births and deaths, ideas.
    Live,
    /// Organisation, strikes, risings, liberation, repression, governments.
    Struggle,
    /// Wars, interventions, crises, arsenals.
    Fight,
    /// Treaties, organisations, recognition, transitions of regime, outcome.
    Settle,
    /// Time series, chronicle, ledger, state hash.
    Record,
}

impl Phase {
    /// All phases, in order.
    pub const ALL: [Phase; 12] = [
        Phase::Calendar,
        Phase::Perceive,
        Phase::Decide,
        Phase::Resolve,
        Phase::Produce,
        Phase::Trade,
        Phase::Distribute,
        Phase::Live,
        Phase::Struggle,
        Phase::Fight,
        Phase::Settle,
        Phase::Record,
    ];
}

/// A subsystem, in the order in which subsystems run inside a phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Subsystem {
    /// The books.
    Ledger,
    /// Content events.
    Events,
    /// Technology.
    Technology,
    /// Plans.
    Plan,
    /// Production, markets, accounts.
    Economy,
    /// Trade.
    Trade,
    /// Communities of planners, customs unions.
    Community,
    /// Budgets, credit.
    Finance,
    /// Classes and living standards.
    Society,
    /// Governments.
    Politics,
    /// Movements.
    Movements,
    /// Wars and forces.
    Conflict,
    /// Crises.
    Crisis,
    /// Estimates.
    Perception,
    /// Relations and agreements.
    Diplomacy,
    /// Organisations.
    Organisations,
    /// Doctrines in force.
    Doctrine,
    /// Decisions.
    Agents,
    /// Orders.
    Orders,
    /// Applies the effects that the phase has collected; last but for the record.
    Effects,
    /// Outcome.
    Outcome,
    /// The record.
    Chronicle,
}

impl Subsystem {
    /// All subsystems, in order.
    pub const ALL: [Subsystem; 22] = [
        Subsystem::Ledger,
        Subsystem::Events,
        Subsystem::Technology,
        Subsystem::Plan,
        Subsystem::Economy,
        Subsystem::Trade,
        Subsystem::Community,
        Subsystem::Finance,
        Subsystem::Society,
        Subsystem::Politics,
        Subsystem::Movements,
        Subsystem::Conflict,
        Subsystem::Crisis,
        Subsystem::Perception,
        Subsystem::Diplomacy,
        Subsystem::Organisations,
        Subsystem::Doctrine,
        Subsystem::Agents,
        Subsystem::Orders,
        Subsystem::Effects,
        Subsystem::Outcome,
        Subsystem::Chronicle,
    ];
}

/// One place in the month: a subsystem's turn in a phase.
#[derive(SystemSet, Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct At(Phase, Subsystem);

/// The set a system joins: `add_systems(MonthSchedule, (a, b).chain().in_set(at(Phase::Trade, Subsystem::Trade)))`.
pub fn at(phase: Phase, subsystem: Subsystem) -> At {
    At(phase, subsystem)
}

/// The month: two systems that could run in either order are an error.
pub(super) fn month_schedule() -> Schedule {
    let mut schedule = Schedule::new(MonthSchedule);
    schedule.set_executor(SingleThreadedExecutor::new());
    schedule.set_build_settings(ScheduleBuildSettings {
        ambiguity_detection: LogLevel::Error,
        ..Default::default()
    });
    schedule
}

/// What runs before the first month.
pub(super) fn genesis_schedule() -> Schedule {
    let mut schedule = Schedule::new(Genesis);
    schedule.set_executor(SingleThreadedExecutor::new());
    schedule
}

/// Puts the turns at which a schedule's systems stand in their order, once all systems are in: phase by phase, and inside
/// each by subsystem. Most turns are nobody's, and to order those as well costs as much as some months of a history.
pub(super) fn set_in_order(schedule: &mut Schedule) {
    let turns = Phase::ALL.iter().flat_map(|&phase| Subsystem::ALL.iter().map(move |&sub| at(phase, sub)));
    let used: Vec<At> = turns.filter(|&turn| schedule.graph().system_sets.contains(turn)).collect();
    for pair in used.windows(2) {
        schedule.configure_sets(pair[1].after(pair[0]));
    }
}
