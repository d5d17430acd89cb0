//! Odds of risings: movements are told to rise, ripe or not, in histories that otherwise run as they do, and it is noted
//! what becomes of them. Under each lens the same trials; a lens says by its rules what the answer is, and here it is seen.
//!
//! Every trial is an order like any other: [`Order::Rise`] to the movement, in some trials after orders to a leading power to
//! arm it.

mod tables;

pub use tables::{odds_markdown, odds_text};

use std::sync::Arc;

use serde::Serialize;

use crate::base::{MovementId, PolityId, hash};
use crate::campaign::{Campaign, SetupError, Variant, ensemble_watched};
use crate::content::defs::Content;
use crate::content::vocabulary::{Degree, Ids, Order, System};
use crate::sim::chronicle::{Chronicle, Fact};
use crate::sim::movements::{Movement, MovementPhase, Rising, RisingEnd, Risings, Situation};
use crate::sim::politics::{Government, Owner, Status};
use crate::sim::{Seat, Simulation};

use crate::view::facts::{mean, wilson_95};

/// Months between two trials of one history.
const BETWEEN: u32 = 3;
/// Months for which a rising is watched.
const WATCHED: u32 = 120;
/// Months from the order to arm a movement until it rises.
const ARMING: u32 = 4;
/// Share of a leading power's budget that goes to a movement that is helped.
const HELP: f64 = 0.01;
/// The upper bounds of the bands of ripeness in which risings are counted.
const BANDS: [f64; 3] = [0.3, 0.4, 0.5];

/// Rules under which no movement has a base of its own: what is organised falls apart and nothing takes its place.
const NO_BASE: [(&str, f64); 6] = [
    ("movements.growth", 0.0),
    ("movements.fade", 0.2),
    ("movements.opening_organisation", 0.0),
    ("movements.organise_step", 0.0),
    ("movements.rising_organisation", 0.0),
    ("movements.flare_rate", 0.0),
];
/// The rule that says with how much the leading powers act abroad.
const POLE_SUPPORT: &str = "movements.pole_support";

/// What became of a rising.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    /// It came to power, was granted what it fought for in its part of the country, or its country came free.
    Won,
    /// It was crushed, petered out or laid down its arms.
    Failed,
    /// It was in arms still.
    Lasting,
}

/// One rising.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Trial {
    ripeness: f64,
    helped: bool,
    end: End,
}

/// A movement that has been chosen for a trial.
#[derive(Debug, Clone, Copy)]
struct Running {
    movement: MovementId,
    helped: bool,
    /// When it is told to rise.
    rises: u32,
    /// Whether it has been told.
    told: bool,
}

/// The notes of one history.
#[derive(Debug, Default)]
struct Notes {
    tried: Vec<MovementId>,
    running: Vec<Running>,
    trials: Vec<Trial>,
}

/// What kind of trials are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Trials {
    /// Movements of every ripeness rise as they are.
    Ripeness,
    /// Every other movement is armed by a leading power first.
    Help,
    /// None: histories run as they do.
    None,
}

/// One line: so many trials, so many won.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OddsRow {
    /// What was tried, in words.
    pub what: String,
    /// Risings.
    pub trials: usize,
    /// Of these, such as came to power, or to a free country, within ten years.
    pub won: usize,
    /// Of these, such as were crushed, petered out or laid down their arms.
    pub failed: usize,
    /// The 95 % interval of the share that won.
    pub won_95: (f64, f64),
    /// The 95 % interval of the share that failed.
    pub failed_95: (f64, f64),
}

/// What a history without the leading powers' support, and one with it, counts on the average.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SupportRow {
    /// Share of their support that the leading powers give (0–1).
    pub support: f64,
    /// Movements that began.
    pub arose: f64,
    /// Risings.
    pub rose: f64,
    /// Movements that came to govern.
    pub won: f64,
    /// Risings that were crushed.
    pub crushed: f64,
}

/// The odds under one lens.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Odds {
    /// Id of the lens.
    pub lens: String,
    /// Risings by the ripeness of the situation in which they began.
    pub by_ripeness: Vec<OddsRow>,
    /// Risings without any base, alone and with help from a leading power.
    pub without_base: Vec<OddsRow>,
    /// Histories without and with the leading powers' support.
    pub by_support: Vec<SupportRow>,
}

/// Histories that the odds under so many lenses take with so many seeds.
pub fn histories(lenses: usize, seeds: usize) -> usize {
    4 * lenses * seeds
}

/// Finds the odds under each lens. `done` is told after every history.
///
/// # Errors
/// If a lens or rule is unknown.
pub fn odds(
    content: &Arc<Content>,
    lenses: &[String],
    seeds: &[u64],
    months: u32,
    done: impl Fn() + Sync,
) -> Result<Vec<Odds>, SetupError> {
    let under = |lens: &String| {
        let variant = |set: &[(&str, f64)]| Variant {
            lens: Some(lens.clone()),
            set: set.iter().map(|&(rule, value)| (rule.to_owned(), value)).collect(),
            ..Variant::default()
        };
        let run = |set: &[(&str, f64)], kind| watch(content, &variant(set), seeds, months, kind, &done);
        let (ripe, _) = run(&[], Trials::Ripeness)?;
        let (baseless, _) = run(&NO_BASE, Trials::Help)?;
        let by_support = [0.0, 1.0].map(|support| {
            run(&[(POLE_SUPPORT, support)], Trials::None).map(|(_, counts)| counted(support, &counts))
        });
        let [without, with] = by_support;
        Ok(Odds {
            lens: lens.clone(),
            by_ripeness: bands(&ripe),
            without_base: vec![
                row("no base, no help", baseless.iter().filter(|trial| !trial.helped)),
                row("no base, helped by a leading power", baseless.iter().filter(|trial| trial.helped)),
            ],
            by_support: vec![without?, with?],
        })
    };
    lenses.iter().map(under).collect()
}

/// Movements begun, risings, movements come to govern, risings crushed.
type Counts = [f64; 4];

fn watch(
    content: &Arc<Content>,
    variant: &Variant,
    seeds: &[u64],
    months: u32,
    kind: Trials,
    done: &(impl Fn() + Sync),
) -> Result<(Vec<Trial>, Vec<Counts>), SetupError> {
    let each = |notes: &mut Notes, campaign: &mut Campaign| {
        notes.close(campaign.sim());
        notes.tell(campaign);
        let (played, month) = (campaign.sim().clock().played(), campaign.sim().clock().now().0);
        if kind != Trials::None && played + WATCHED <= months && played.is_multiple_of(BETWEEN) {
            let luck = hash::mix(campaign.passport().seed ^ hash::mix(u64::from(month)));
            notes.choose(campaign, kind, luck);
        }
    };
    let begin = |_: &Campaign| Notes::default();
    let end = |notes: Notes, campaign: &Campaign| (notes.trials, counts(campaign.sim()));
    let found = ensemble_watched(content, variant, seeds, months, begin, each, end, done)?;
    let (trials, counts): (Vec<_>, Vec<_>) = found.into_iter().unzip();
    Ok((trials.concat(), counts))
}

impl Notes {
    /// Chooses a movement for a trial. Bands of ripeness take turns, so that there are trials in all of them.
    fn choose(&mut self, campaign: &mut Campaign, kind: Trials, luck: u64) {
        let sim = campaign.sim();
        let band = match kind {
            Trials::Ripeness => Some((luck % (BANDS.len() as u64 + 1)) as usize),
            _ => None,
        };
        let fits = |&id: &MovementId| {
            let movement = sim.movement::<Movement>(id);
            movement.phase() == MovementPhase::Active
                && movement.wounds() == 0
                && !self.tried.contains(&id)
                && band.is_none_or(|band| band == band_of(ripeness(sim, id)))
                && campaign.blockers(Seat::Movement(id), &Order::Rise).is_empty()
        };
        let fitting: Vec<MovementId> = sim.content().movements.ids().filter(fits).collect();
        if fitting.is_empty() {
            return;
        }
        let movement = fitting[(hash::mix(luck) % fitting.len() as u64) as usize];
        let helped = kind == Trials::Help && self.running.len().wrapping_add(self.trials.len()) % 2 == 1;
        let now = campaign.sim().clock().now().0;
        if kind == Trials::Help {
            // Both arms of the trial are movements that a leading power could help.
            let order = Order::ArmMovement { movement, share: HELP, degree: Degree::Arms };
            let patron = pole_for(campaign.sim(), movement);
            let can = patron.filter(|&pole| campaign.blockers(Seat::Polity(pole), &order).is_empty());
            let Some(pole) = can else { return };
            if helped {
                campaign.give(Seat::Polity(pole), order);
            }
        }
        self.tried.push(movement);
        let rises = now + if kind == Trials::Help { ARMING } else { 0 };
        self.running.push(Running { movement, helped, rises, told: false });
        self.tell(campaign);
    }

    /// Tells those to rise whose time has come, unless something stands against it by now.
    fn tell(&mut self, campaign: &mut Campaign) {
        let now = campaign.sim().clock().now().0;
        self.running.retain_mut(|running| {
            if running.told || running.rises > now {
                return true;
            }
            running.told = true;
            let seat = Seat::Movement(running.movement);
            let order: Order<Ids> = Order::Rise;
            let can = campaign.blockers(seat, &order).is_empty();
            if can {
                campaign.give(seat, order);
            }
            can
        });
    }

    /// Notes what became of risings.
    fn close(&mut self, sim: &Simulation) {
        let now = sim.clock().now().0;
        let trials = &mut self.trials;
        self.running.retain(|running| {
            if !running.told || running.rises >= now {
                return true;
            }
            let begun =
                |rising: &&Rising| rising.movement == running.movement && rising.began.0 > running.rises;
            // An order that was refused after all is no trial.
            let Some(rising) = sim.get::<Risings>().list().iter().find(begun) else { return false };
            let end = match rising.ended.map(|(_, end)| end) {
                None if now - running.rises < WATCHED => return true,
                None => End::Lasting,
                Some(RisingEnd::Won | RisingEnd::Granted) => End::Won,
                Some(RisingEnd::OpponentLeft) if is_free(sim, running.movement) => End::Won,
                Some(_) => End::Failed,
            };
            trials.push(Trial { ripeness: rising.ripeness, helped: running.helped, end });
            false
        });
    }
}

/// Ripeness of the situation where a movement lives (0–1).
fn ripeness(sim: &Simulation, id: MovementId) -> f64 {
    let territory = sim.content().movements[id].territory;
    sim.polity::<Situation>(sim.territory::<Owner>(territory).polity()).ripeness()
}

/// The leading power that would rather see this movement win: the one of its system, or the one against its opponent's.
fn pole_for(sim: &Simulation, id: MovementId) -> Option<PolityId> {
    let socialist = |pole: &PolityId| sim.polity::<Government>(*pole).form().system() == System::Socialist;
    let wants = sim.content().movements[id].form.system() == System::Socialist;
    sim.content().scenario.poles.iter().copied().find(|pole| socialist(pole) == wants)
}

/// Whether the country of a movement is a state of its own.
fn is_free(sim: &Simulation, id: MovementId) -> bool {
    sim.polity::<Status>(sim.content().movements[id].wants).is_sovereign()
}

fn band_of(ripeness: f64) -> usize {
    BANDS.iter().take_while(|&&bound| ripeness >= bound).count()
}

fn bands(trials: &[Trial]) -> Vec<OddsRow> {
    let name = |band: usize| match band {
        0 => format!("ripeness below {}", BANDS[0]),
        band if band < BANDS.len() => format!("ripeness {} to {}", BANDS[band - 1], BANDS[band]),
        band => format!("ripeness {} and more", BANDS[band - 1]),
    };
    let of = |band| row(&name(band), trials.iter().filter(move |trial| band_of(trial.ripeness) == band));
    (0..=BANDS.len()).map(of).collect()
}

fn row<'t>(what: &str, trials: impl Iterator<Item = &'t Trial> + Clone) -> OddsRow {
    let count = |end| trials.clone().filter(|trial| trial.end == end).count();
    let (all, won, failed) = (trials.clone().count(), count(End::Won), count(End::Failed));
    OddsRow {
        what: what.to_owned(),
        trials: all,
        won,
        failed,
        won_95: wilson_95(won, all),
        failed_95: wilson_95(failed, all),
    }
}

fn counts(sim: &Simulation) -> Counts {
    let mut counts = [0.0; 4];
    for entry in sim.get::<Chronicle>().entries() {
        let place = match entry.fact {
            Fact::MovementArose { .. } => 0,
            Fact::RisingBegun { .. } => 1,
            Fact::IndependenceWon { led_by: Some(_), .. } | Fact::RuleChanged { led_by: Some(_), .. } => 2,
            Fact::RisingCrushed { .. } => 3,
            _ => continue,
        };
        counts[place] += 1.0;
    }
    counts
}

fn counted(support: f64, histories: &[Counts]) -> SupportRow {
    let [arose, rose, won, crushed] = [0, 1, 2, 3].map(|place| {
        mean(&histories.iter().map(|counts| counts[place]).collect::<Vec<_>>()).unwrap_or_default()
    });
    SupportRow { support, arose, rose, won, crushed }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn risings_are_counted_in_the_band_of_their_ripeness() {
        let trial = |ripeness, end| Trial { ripeness, helped: false, end };
        let rows = bands(&[
            trial(0.1, End::Failed),
            trial(0.29, End::Won),
            trial(0.3, End::Won),
            trial(0.9, End::Lasting),
        ]);
        let found: Vec<_> = rows.iter().map(|row| (row.trials, row.won, row.failed)).collect();
        assert_eq!(found, [(2, 1, 1), (1, 1, 0), (0, 0, 0), (1, 0, 0)]);
        assert!(rows[0].what.contains("below 0.3") && rows[3].what.contains("0.5 and more"));
    }

    #[test]
    fn what_is_watched_names_rules_that_exist() {
        let rules = crate::sim::movements::MovementRules::NAMES;
        for (rule, _) in NO_BASE.iter().chain(&[(POLE_SUPPORT, 0.0)]) {
            assert!(rules.contains(rule), "{rule}");
        }
    }
}
