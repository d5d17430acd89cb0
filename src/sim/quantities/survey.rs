//! Who struggles and who could help, laid out side by side: what searches for targets go through again and again.

use crate::base::{MovementId, PolityId, math};
use crate::content::vocabulary::FormOfRule;
use crate::sim::population::Seat;

use super::evaluate::{form, line};
use super::facts::Facts;

/// Form of rule and line, by which affinity is told.
pub(in crate::sim) type Colour = (FormOfRule, (f64, f64));

/// A movement in being, as those abroad look at it.
#[derive(Debug, Clone, Copy)]
pub(in crate::sim) struct Struggle {
    /// Which.
    pub id: MovementId,
    /// Whom it stands against.
    pub against: PolityId,
    /// On whose ground it lives.
    pub home: PolityId,
    /// Who rules that ground from abroad.
    pub ruler: Option<PolityId>,
    /// Its strength (0–1).
    pub strength: f64,
    /// Product of the ground.
    pub product: f64,
    /// What it would set up, and its line.
    pub colour: Colour,
}

/// A state of its own, as those look at it who seek help.
#[derive(Debug, Clone, Copy)]
pub(in crate::sim) struct Helper {
    /// Which.
    pub id: PolityId,
    /// Its product.
    pub product: f64,
    /// Strength over that of the strongest (0–1).
    pub strong: f64,
    /// Its rule and line.
    pub colour: Colour,
}

/// All of both.
#[derive(Debug)]
pub(in crate::sim) struct Survey {
    /// Movements in being, the strongest first: who looks for the best of them soon finds that the rest are none.
    pub struggles: Vec<Struggle>,
    /// States of their own, the richest first.
    pub helpers: Vec<Helper>,
}

impl Survey {
    pub(super) fn of(facts: &Facts) -> Self {
        let struggle = |&id: &MovementId| {
            let movement = &facts.movements[id];
            let home = &facts.polities[movement.home];
            Struggle {
                id,
                against: movement.against,
                home: movement.home,
                ruler: home.status.ruler(),
                strength: movement.strength,
                product: home.product,
                colour: colour(facts, Seat::Movement(id)),
            }
        };
        let helper = |&id: &PolityId| {
            let row = &facts.polities[id];
            Helper {
                id,
                product: row.product,
                strong: math::ratio_or(row.strength, facts.strongest, 0.0),
                colour: colour(facts, Seat::Polity(id)),
            }
        };
        let mut struggles: Vec<_> = facts.alive.iter().map(struggle).collect();
        struggles.sort_by(|a, b| b.strength.total_cmp(&a.strength));
        let mut helpers: Vec<_> = facts.sovereigns.iter().map(helper).collect();
        helpers.sort_by(|a, b| b.product.total_cmp(&a.product));
        Self { struggles, helpers }
    }
}

/// By what affinity of a seat is told.
pub(in crate::sim) fn colour(facts: &Facts, seat: Seat) -> Colour {
    (form(facts, seat), line(facts, seat))
}
