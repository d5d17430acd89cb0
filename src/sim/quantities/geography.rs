//! What the map says once and for all: distances between seats of government.

use bevy::prelude::Resource;

use crate::base::{Matrix, PolityId, math};
use crate::content::defs::Content;

/// Distances that follow from the content alone; derived anew at every start, so no part of the state.
#[derive(Resource, Debug, Clone)]
pub struct Geography {
    kilometres: Matrix<PolityId, f32>,
}

impl Geography {
    pub(super) fn of(content: &Content) -> Self {
        let points: Vec<[f64; 3]> = content
            .polities
            .values()
            .map(|def| on_the_ball(content.territories[def.capital].place))
            .collect();
        let mut kilometres = Matrix::filled(0.0f32, points.len());
        for (from, a) in content.polities.ids().zip(&points) {
            for (cell, b) in kilometres.row_mut(from).iter_mut().zip(&points) {
                *cell = arc(*a, *b) as f32;
            }
        }
        Self { kilometres }
    }

    /// Great-circle distance between the seats of government of two polities.
    pub fn kilometres(&self, a: PolityId, b: PolityId) -> f64 {
        f64::from(self.kilometres[(a, b)])
    }
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
