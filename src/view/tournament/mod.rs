//! Tournament: fixed lines for the same seats. In a contest one seat lives one seed once under each line that its own could
//! turn to, held from the first month to the last; what each comes to is judged by the outcome of the seat. If one line came out
//! best nearly always, nobody else's would be worth a thought. Source: DESIGN §7.

mod tables;

pub use tables::{tournament_markdown, tournament_text};

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use crate::base::{DoctrineId, PolityId};
use crate::campaign::{Campaign, SetupError, Variant, ensemble};
use crate::content::defs::{Content, StartStatus, TurnDef};
use crate::content::vocabulary::{DoctrineDomain, Order, OrderKind};
use crate::sim::crisis::Crises;
use crate::sim::outcome::Standing;

use super::facts::wilson_95;

/// Share of its contests above which a line comes out best too often for any other to be worth a thought.
pub const TOO_GOOD: f64 = 0.6;

/// A seat with the lines that meet on it.
#[derive(Debug, Clone, PartialEq)]
pub struct Ground {
    /// The seat.
    pub seat: PolityId,
    /// The lines.
    pub lines: Vec<DoctrineId>,
}

/// What came of one line.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LineRow {
    /// Its id.
    pub line: String,
    /// Its name, as its holders call it.
    pub name: String,
    /// Contests that it took part in.
    pub contests: usize,
    /// Those in which no other line had a better outcome.
    pub best: usize,
    /// The same as a share (0–1).
    pub share: f64,
    /// The 95 % interval of that share.
    pub share_95: (f64, f64),
    /// Share of its meetings with one other line that it won, equals counting half (0–1).
    pub won: f64,
    /// Mean outcome of the seats under it (0–1).
    pub outcome: f64,
}

/// What a tournament came to.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Tournament {
    /// Ids of the seats.
    pub seats: Vec<String>,
    /// Seeds of each.
    pub seeds: usize,
    /// Months of each history.
    pub months: u32,
    /// Contests: seats times seeds.
    pub contests: usize,
    /// The lines, those that came out best most often first.
    pub lines: Vec<LineRow>,
}

impl Tournament {
    /// The lines that come out best in more contests than one line may.
    pub fn too_good(&self) -> impl Iterator<Item = &LineRow> {
        self.lines.iter().filter(|row| row.share > TOO_GOOD)
    }
}

/// Seats that a player may take: states of their own at the start.
pub fn open_seats(content: &Content) -> Vec<PolityId> {
    let open = content.polities.iter().filter(|(_, def)| def.start.playable);
    open.filter(|(_, def)| def.start.status == StartStatus::Sovereign).map(|(id, _)| id).collect()
}

/// The lines that a seat could come to: those it begins with, and all that these let their holders turn to or drift into, step
/// by step.
pub fn lines_of(content: &Content, seat: PolityId) -> Vec<DoctrineId> {
    let start = &content.polities[seat].start;
    let mut found = vec![start.doctrine_camp, start.doctrine_abroad];
    let mut at = 0;
    while let Some(&line) = found.get(at) {
        at += 1;
        let def = &content.doctrines[line];
        let adopted = def.policies.iter().filter_map(|policy| match policy.act {
            Order::AdoptDoctrine { doctrine, .. } => Some(doctrine),
            _ => None,
        });
        let drifted = def.drift.iter().filter_map(|drift| match drift.turn {
            TurnDef::Adopt { doctrine } => Some(doctrine),
            TurnDef::Amend { .. } => None,
        });
        for next in adopted.chain(drifted) {
            if !found.contains(&next) {
                found.push(next);
            }
        }
    }
    found.sort();
    found.dedup();
    let of_states = |&id: &DoctrineId| {
        let def = &content.doctrines[id];
        def.domain == DoctrineDomain::Statecraft && !def.for_movements
    };
    found.retain(of_states);
    found
}

/// Histories that a tournament takes.
pub fn histories(grounds: &[Ground], seeds: usize) -> usize {
    grounds.iter().map(|ground| ground.lines.len() * seeds).sum()
}

/// The same content with one seat that holds to one line from the first month on, at home and abroad, and does not turn from it.
/// Others who follow that line follow it as it is written.
fn held_to(content: &Content, seat: PolityId, line: DoctrineId) -> Content {
    let mut content = content.clone();
    let mut kept = content.doctrines[line].clone();
    kept.id += "_kept";
    kept.drift.clear();
    // A policy that can never pass its threshold keeps its place, which others point at.
    for policy in &mut kept.policies {
        if matches!(policy.act.kind(), OrderKind::AdoptDoctrine | OrderKind::AmendDoctrine) {
            policy.threshold = f64::INFINITY;
        }
    }
    let kept = content.doctrines.push(kept);
    let start = &mut content.polities[seat].start;
    (start.doctrine_camp, start.doctrine_abroad) = (kept, kept);
    content
}

/// The outcome of a seat at the end (0–1): nothing where a general exchange ended the campaign.
fn outcome(campaign: &Campaign, seat: PolityId) -> f64 {
    let sim = campaign.sim();
    if sim.get::<Crises>().exchange().is_some() { 0.0 } else { sim.polity::<Standing>(seat).score() }
}

/// Holds a tournament. `done` is told after every history.
///
/// # Errors
/// If a history cannot be set up.
pub fn tournament(
    content: &Content,
    grounds: &[Ground],
    seeds: &[u64],
    months: u32,
    done: impl Fn() + Sync,
) -> Result<Tournament, SetupError> {
    let mut scores = BTreeMap::new();
    for ground in grounds {
        let mut outcomes = Vec::new();
        for &line in &ground.lines {
            let held = Arc::new(held_to(content, ground.seat, line));
            let read = |campaign: &Campaign| outcome(campaign, ground.seat);
            outcomes.push(ensemble(&held, &Variant::default(), seeds, months, read, &done)?);
        }
        for seed in 0..seeds.len() {
            let contest: Vec<f64> = outcomes.iter().map(|of_line| of_line[seed]).collect();
            note(&mut scores, &ground.lines, &contest);
        }
    }
    let mut lines: Vec<LineRow> =
        scores.into_iter().map(|(line, score)| row(content, line, &score)).collect();
    lines.sort_by(|a, b| b.share.total_cmp(&a.share).then(b.won.total_cmp(&a.won)));
    let name = |ground: &Ground| content.polities[ground.seat].id.clone();
    Ok(Tournament {
        seats: grounds.iter().map(name).collect(),
        seeds: seeds.len(),
        months,
        contests: grounds.len() * seeds.len(),
        lines,
    })
}

/// What is counted of one line.
#[derive(Debug, Clone, PartialEq, Default)]
struct Score {
    contests: usize,
    best: usize,
    met: usize,
    won: f64,
    outcome: f64,
}

/// Notes one contest: the outcome of the same seat and seed under each line.
fn note(scores: &mut BTreeMap<DoctrineId, Score>, lines: &[DoctrineId], outcomes: &[f64]) {
    let most = outcomes.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    for (place, (&line, &own)) in lines.iter().zip(outcomes).enumerate() {
        let score = scores.entry(line).or_default();
        score.contests += 1;
        score.best += usize::from(own >= most);
        score.outcome += own;
        for (_, &other) in outcomes.iter().enumerate().filter(|(other, _)| *other != place) {
            score.met += 1;
            score.won += if own > other {
                1.0
            } else if own == other {
                0.5
            } else {
                0.0
            };
        }
    }
}

fn row(content: &Content, line: DoctrineId, score: &Score) -> LineRow {
    let def = &content.doctrines[line];
    let share = |part: f64, whole: usize| if whole > 0 { part / whole as f64 } else { 0.0 };
    LineRow {
        line: def.id.clone(),
        name: def.name.clone(),
        contests: score.contests,
        best: score.best,
        share: share(score.best as f64, score.contests),
        share_95: wilson_95(score.best, score.contests),
        won: share(score.won, score.met),
        outcome: share(score.outcome, score.contests),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_of_a_contest_and_each_meeting_are_counted() {
        let lines = [DoctrineId(0), DoctrineId(1), DoctrineId(2)];
        let mut scores = BTreeMap::new();
        note(&mut scores, &lines, &[0.5, 0.7, 0.7]);
        note(&mut scores, &lines[..2], &[0.6, 0.4]);
        let of = |id: u16| scores[&DoctrineId(id)].clone();
        assert_eq!((of(0).contests, of(0).best, of(0).met, of(0).won), (2, 1, 3, 1.0));
        assert_eq!((of(1).contests, of(1).best, of(1).met, of(1).won), (2, 1, 3, 1.5));
        assert_eq!((of(2).contests, of(2).best, of(2).met, of(2).won), (1, 1, 2, 1.5));
    }
}
