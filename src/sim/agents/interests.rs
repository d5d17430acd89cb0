//! Class interests: what an act brings those who rule, or the classes of a movement's front.
//!
//! A doctrine says what its holders think right; whose government it is bends what they do under it. Stakes are content
//! (`Interest`), their weight against a doctrine's reasons is the rule `agents.class_interest`. Source: DESIGN §6,
//! MECHANICS P1.

use bevy::prelude::Resource;

use crate::content::defs::Content;
use crate::content::vocabulary::{Class, Issue, OpenTarget, Order, OrderKind, Refs};
use crate::sim::population::Seat;
use crate::sim::quantities::{Facts, PolityRow};

use super::AgentRules;

/// A number for each class.
pub(super) type ByClass = [f64; Class::COUNT];
/// A number for each issue movement.
pub(super) type ByIssue = [f64; Issue::COUNT];

/// Stakes by kind of act; derived anew at every start, so no part of the state.
#[derive(Resource, Debug, Clone, Default)]
pub(super) struct Interests(Vec<Option<(ByClass, ByIssue)>>);

impl Interests {
    pub(super) fn read(content: &Content) -> Self {
        let acts = content.interests.iter().map(|interest| interest.act as usize + 1);
        let mut rows = vec![None; acts.max().unwrap_or(0)];
        for interest in &content.interests {
            let mut stakes = [0.0; Class::COUNT];
            for &(class, gains) in &interest.stakes {
                stakes[class.index()] = gains;
            }
            let mut pushes = [0.0; Issue::COUNT];
            for &(issue, by) in &interest.issues {
                pushes[issue.index()] = by;
            }
            rows[interest.act as usize] = Some((stakes, pushes));
        }
        Self(rows)
    }

    fn of(&self, act: OrderKind) -> Option<(&ByClass, &ByIssue)> {
        self.0.get(act as usize)?.as_ref().map(|(stakes, pushes)| (stakes, pushes))
    }

    /// What an act brings each class of those behind a seat, times its share among them, and how far issue movements of a
    /// state press for it; the sum of the first lies in −1..1, or twice that where all wait for what they were
    /// promised, times the weight that interests have.
    pub(super) fn weigh(&self, behind: &Behind, act: &Order<OpenTarget>) -> (ByClass, ByIssue) {
        let Some((stakes, pushes)) = self.of(act.kind()) else {
            return ([0.0; Class::COUNT], [0.0; Issue::COUNT]);
        };
        let way = behind.row.map_or(1.0, |row| direction(row, act));
        (
            std::array::from_fn(|class| way * stakes[class] * behind.classes[class]),
            std::array::from_fn(|issue| way * pushes[issue] * behind.issues[issue]),
        )
    }
}

/// Those behind a seat, as one deliberation finds them.
pub(super) struct Behind<'f> {
    /// Share of each class among those who rule or fight, doubled where it waits for what it was promised, times the
    /// weight of class interests.
    classes: ByClass,
    /// Pressure of each issue movement of a state, as far as its rulers heed it, times the weight of issues.
    issues: ByIssue,
    /// The state, if the seat is one.
    row: Option<&'f PolityRow>,
}

impl<'f> Behind<'f> {
    pub(super) fn of(facts: &'f Facts, rules: &AgentRules, seat: Seat) -> Self {
        match seat {
            Seat::Polity(id) => {
                let row = &facts.polities[id];
                let heard = rules.issue_pressure * responsive(row.constitution.franchise);
                let shares = shares(&row.coalition, rules.class_interest);
                Self {
                    classes: row.pressing(&shares),
                    issues: row.issues.map(|pressure| heard * pressure),
                    row: Some(row),
                }
            }
            Seat::Movement(id) => Self {
                classes: shares(&facts.movements[id].front, rules.class_interest),
                issues: [0.0; Issue::COUNT],
                row: None,
            },
        }
    }
}

/// How far rulers heed who presses them (0–1): the more they live by votes; no rule is deaf.
fn responsive(franchise: f64) -> f64 {
    0.4 + 0.6 * franchise
}

/// The share of each class among those behind a seat, times a weight.
fn shares(behind: &ByClass, weight: f64) -> ByClass {
    let whole: f64 = behind.iter().sum();
    if whole > 0.0 { behind.map(|share| weight * share / whole) } else { [0.0; Class::COUNT] }
}

/// Which way an act that sets a number moves it: 1 up, −1 down, between by less than a tenth; 1 for all other acts.
fn direction<R: Refs>(row: &PolityRow, act: &Order<R>) -> f64 {
    let [taxes, investment, welfare, forces] = row.shares;
    match *act {
        Order::SetTaxes { share } => towards(taxes, share),
        Order::SetInvestment { share } => towards(investment, share),
        Order::SetWelfare { share } => towards(welfare, share),
        Order::SetForces { share } => towards(forces, share),
        Order::SetMoney { stance } => towards(row.money.stance, stance),
        _ => 1.0,
    }
}

fn towards(now: f64, then: f64) -> f64 {
    ((then - now) / (0.1 * now.abs()).max(0.002)).clamp(-1.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_count_by_their_share_among_those_who_rule() {
        let mut behind = [0.0; Class::COUNT];
        (behind[Class::Peasants.index()], behind[Class::Landowners.index()]) = (0.6, 0.2);
        let found = shares(&behind, 0.5);
        assert!((found[Class::Peasants.index()] - 0.375).abs() < 1e-12);
        assert!((found.iter().sum::<f64>() - 0.5).abs() < 1e-12);
        assert_eq!(shares(&[0.0; Class::COUNT], 1.0), [0.0; Class::COUNT]);
    }

    #[test]
    fn acts_that_lower_a_number_serve_those_whom_raising_it_costs() {
        assert_eq!((towards(0.1, 0.2), towards(0.1, 0.05), towards(0.1, 0.1)), (1.0, -1.0, 0.0));
    }
}
