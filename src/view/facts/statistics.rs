//! Plain statistics.

use crate::base::math;

/// The mean; nothing of nothing.
pub fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// The quantile at `share` (0–1), straight between neighbours; nothing of nothing.
pub fn quantile(values: &[f64], share: f64) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let place = share.clamp(0.0, 1.0) * (sorted.len().checked_sub(1)? as f64);
    let below = place.floor() as usize;
    let above = (below + 1).min(sorted.len() - 1);
    Some(math::lerp(sorted[below], sorted[above], place - place.floor()))
}

/// Standard deviation over mean (the coefficient of variation), over all and not a sample; nothing of fewer than two values
/// or around a mean of 0.
pub fn unlikeness(values: &[f64]) -> Option<f64> {
    let middle = mean(values)?;
    if values.len() < 2 || middle == 0.0 {
        return None;
    }
    let squares: f64 = values.iter().map(|value| (value - middle) * (value - middle)).sum();
    Some(math::sqrt(squares / values.len() as f64) / middle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_lie_between_their_neighbours() {
        assert_eq!(quantile(&[3.0, 1.0, 2.0], 0.5), Some(2.0));
        assert_eq!(quantile(&[1.0, 2.0], 0.25), Some(1.25));
        assert_eq!(quantile(&[5.0], 0.9), Some(5.0));
        assert_eq!(quantile(&[], 0.5), None);
    }

    #[test]
    fn equals_are_not_unlike() {
        assert_eq!(unlikeness(&[2.0, 2.0, 2.0]), Some(0.0));
        assert_eq!(unlikeness(&[1.0, 3.0]), Some(0.5));
        assert_eq!(unlikeness(&[1.0]), None);
        assert_eq!(mean(&[]), None);
    }
}
