//! What the map says once and for all: nearness by the distance between seats of government, and the way by steps over
//! the map.

use std::collections::VecDeque;

use bevy::prelude::Resource;

use crate::base::{Id, IdVec, Matrix, PolityId, TerritoryId, math};
use crate::content::defs::{Content, Passage};
use crate::sim::perception::PerceptionRules;

/// Ways that follow from content and rules alone; derived anew at every start, so no part of the state.
#[derive(Resource, Debug, Clone)]
pub struct Geography {
    nearness: Matrix<PolityId, f64>,
    steps: IdVec<PolityId, Vec<u8>>,
}

impl Geography {
    pub(super) fn of(content: &Content, rules: &PerceptionRules) -> Self {
        let points: Vec<[f64; 3]> = content
            .polities
            .values()
            .map(|def| on_the_ball(content.territories[def.capital].place))
            .collect();
        let mut nearness = Matrix::filled(0.0, points.len());
        for (from, a) in content.polities.ids().zip(&points) {
            for (cell, b) in nearness.row_mut(from).iter_mut().zip(&points) {
                *cell = near(f64::from(arc(*a, *b) as f32), rules.distance_scale);
            }
        }
        let steps = content.polities.values().map(|def| steps_from(content, def.capital)).collect();
        Self { nearness, steps }
    }

    /// Steps over the map from a state's capital to a place, at most [`FAR`]: a land border or strait counts one, a sea lane
    /// two.
    #[inline]
    pub fn steps(&self, from: PolityId, to: TerritoryId) -> f64 {
        f64::from(self.steps[from][to.index()])
    }

    /// Nearness (0–1) of two polities by the great-circle distance between their seats of government.
    #[inline]
    pub fn nearness(&self, a: PolityId, b: PolityId) -> f64 {
        self.nearness[(a, b)]
    }
}

/// Beyond so many steps all places are equally far.
pub const FAR: u8 = 20;

/// Steps from a place to every other.
fn steps_from(content: &Content, from: TerritoryId) -> Vec<u8> {
    let mut best = vec![FAR; content.territories.len()];
    let mut edge = VecDeque::from([from]);
    best[from.index()] = 0;
    while let Some(here) = edge.pop_front() {
        let so_far = best[here.index()];
        for neighbour in &content.territories[here].neighbours {
            let there = so_far + if neighbour.passage == Passage::SeaLane { 2 } else { 1 };
            let place = &mut best[neighbour.territory.index()];
            if there < *place {
                *place = there;
                edge.push_back(neighbour.territory);
            }
        }
    }
    best
}

/// Falls with distance as e^(−x) does, by a rational curve: the same everywhere.
fn near(kilometres: f64, scale: f64) -> f64 {
    let x = kilometres / scale;
    1.0 / (1.0 + x * x)
}

const EARTH_RADIUS_KM: f64 = 6371.0;

fn on_the_ball((longitude, latitude): (f64, f64)) -> [f64; 3] {
    let radians = |degrees: f64| degrees * std::f64::consts::PI / 180.0;
    let (lon, lat) = (radians(longitude), radians(latitude));
    [math::cos(lat) * math::cos(lon), math::cos(lat) * math::sin(lon), math::sin(lat)]
}

/// Length of the arc between two points of the unit ball, in km.
fn arc(a: [f64; 3], b: [f64; 3]) -> f64 {
    let chord = math::sqrt(a.iter().zip(&b).map(|(x, y)| (x - y) * (x - y)).sum::<f64>());
    2.0 * EARTH_RADIUS_KM * math::asin((chord / 2.0).min(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arcs_have_their_landmarks() {
        let quarter = arc(on_the_ball((0.0, 0.0)), on_the_ball((90.0, 0.0)));
        assert!((quarter - 10_007.5).abs() < 1.0, "{quarter}");
        let antipodes = arc(on_the_ball((0.0, 0.0)), on_the_ball((180.0, 0.0)));
        assert!((antipodes - 20_015.0).abs() < 1.0, "{antipodes}");
        assert_eq!(arc(on_the_ball((10.0, 50.0)), on_the_ball((10.0, 50.0))), 0.0);
    }
}
