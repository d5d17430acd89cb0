//! Keyed luck: every draw is a pure function of (seed, month, stream, subject, purpose).
//!
//! No generator is carried from draw to draw, so a draw added in one place shifts no other, and two
//! branches of one history share their luck wherever they ask the same question (DESIGN §3).

use rand::{Rng, SeedableRng, rngs::Xoshiro256PlusPlus};
use serde::{Deserialize, Serialize};

use super::calendar::Month;
use super::hash::mix;
use super::math;

/// Which part of the model asks for luck.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u16)]
pub enum Stream {
    /// Harvests and other shocks of production.
    Economy = 1,
    /// Noise of estimates.
    Perception = 2,
    /// Breaking ties between decisions and orders.
    Decision = 3,
    /// Risings, strikes, factions, founding of movements.
    Movements = 4,
    /// Battles.
    Conflict = 5,
    /// Crises: accidents.
    Crisis = 6,
    /// Governments: elections, coups, successions.
    Politics = 7,
    /// Content events.
    Events = 8,
    /// Technology.
    Technology = 9,
    /// Starting values.
    Genesis = 10,
}

/// The luck of one history.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Luck {
    /// The seed the player gave.
    pub seed: u64,
}

impl Luck {
    /// The draw for one question. `subject` is the hash of a string id (never an index), `purpose`
    /// tells apart the questions that one system asks about one subject in one month.
    pub fn draw(&self, month: Month, stream: Stream, subject: u64, purpose: u32) -> Draw {
        let word = mix(self.seed)
            ^ mix((u64::from(month.0) << 32) | u64::from(purpose)).rotate_left(17)
            ^ mix(stream as u64).rotate_left(34)
            ^ mix(subject).rotate_left(51);
        Draw(Xoshiro256PlusPlus::seed_from_u64(mix(word)))
    }

    /// The place of one subject among equals as another looks at them; the lowest comes first. It is the same in every month of
    /// a history, so that whoever is taken for the foremost of two equals stays so.
    pub fn lot(&self, looking: u64, at: u64) -> u64 {
        mix(mix(self.seed) ^ looking.rotate_left(21) ^ mix(at))
    }
}

/// Luck for one question; it may be asked for several numbers in a row.
#[derive(Debug)]
pub struct Draw(Xoshiro256PlusPlus);

impl Draw {
    /// A raw 64-bit word.
    pub fn word(&mut self) -> u64 {
        self.0.next_u64()
    }

    /// A number in `0.0..1.0`, evenly spread (53 bits).
    pub fn unit(&mut self) -> f64 {
        (self.word() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// A number in `low..high`, evenly spread.
    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.unit()
    }

    /// True with `probability`.
    pub fn chance(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// Approximately normal, mean 0, deviation 1, within ±3.46 (sum of twelve halves, no transcendental).
    pub fn bell(&mut self) -> f64 {
        let sum: f64 = (0..12).map(|_| self.unit()).sum();
        sum - 6.0
    }

    /// The index of one of `weights`, each with chance in proportion; `None` if none is positive.
    pub fn weighted(&mut self, weights: &[f64]) -> Option<usize> {
        let total: f64 = weights.iter().map(|w| w.max(0.0)).sum();
        if total <= 0.0 {
            return None;
        }
        let mut left = self.unit() * math::finite_or(total, 0.0);
        for (index, weight) in weights.iter().enumerate() {
            left -= weight.max(0.0);
            if left < 0.0 {
                return Some(index);
            }
        }
        weights.iter().rposition(|&weight| weight > 0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MONTH: Month = Month(600);

    #[test]
    fn lots_fall_either_way_by_the_seed() {
        let first = (0..1000).filter(|&seed| Luck { seed }.lot(7, 1) < Luck { seed }.lot(7, 2)).count();
        assert!((430..570).contains(&first), "{first}");
    }

    #[test]
    fn same_question_same_answer_other_question_other_answer() {
        let luck = Luck { seed: 7 };
        let first = luck.draw(MONTH, Stream::Economy, 11, 0).word();
        assert_eq!(first, luck.draw(MONTH, Stream::Economy, 11, 0).word());
        assert_ne!(first, luck.draw(MONTH, Stream::Economy, 11, 1).word());
        assert_ne!(first, luck.draw(MONTH, Stream::Economy, 12, 0).word());
        assert_ne!(first, luck.draw(MONTH, Stream::Crisis, 11, 0).word());
        assert_ne!(first, luck.draw(MONTH.plus(1), Stream::Economy, 11, 0).word());
        assert_ne!(first, Luck { seed: 8 }.draw(MONTH, Stream::Economy, 11, 0).word());
    }

    #[test]
    fn draws_are_spread_as_promised() {
        let luck = Luck { seed: 1 };
        let mut mean = 0.0;
        for subject in 0..4000 {
            let unit = luck.draw(MONTH, Stream::Conflict, subject, 3).unit();
            assert!((0.0..1.0).contains(&unit));
            mean += unit / 4000.0;
        }
        assert!((mean - 0.5).abs() < 0.03, "mean {mean}");
        assert_eq!(luck.draw(MONTH, Stream::Conflict, 0, 0).weighted(&[0.0, 2.0, -1.0]), Some(1));
        assert_eq!(luck.draw(MONTH, Stream::Conflict, 0, 0).weighted(&[0.0]), None);
    }
}
