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

/// The 95 % interval of a share by Wilson's score, of `hits` among `trials`; everything is possible where nothing was tried.
///
/// Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, 1927.
pub fn wilson_95(hits: usize, trials: usize) -> (f64, f64) {
    const Z: f64 = 1.959_964;
    if trials == 0 {
        return (0.0, 1.0);
    }
    let (n, share) = (trials as f64, hits as f64 / trials as f64);
    let square = Z * Z / n;
    let middle = (share + 0.5 * square) / (1.0 + square);
    let half = Z / (1.0 + square) * math::sqrt(share * (1.0 - share) / n + 0.25 * square / n);
    ((middle - half).max(0.0), (middle + half).min(1.0))
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
    fn intervals_of_shares_are_those_of_the_tables() {
        let near = |(a, b): (f64, f64), (c, d): (f64, f64)| (a - c).abs() < 5e-4 && (b - d).abs() < 5e-4;
        assert!(near(wilson_95(0, 10), (0.0, 0.2775)));
        assert!(near(wilson_95(5, 10), (0.2366, 0.7634)));
        assert!(near(wilson_95(90, 100), (0.8256, 0.9448)));
        assert_eq!(wilson_95(0, 0), (0.0, 1.0));
    }

    #[test]
    fn equals_are_not_unlike() {
        assert_eq!(unlikeness(&[2.0, 2.0, 2.0]), Some(0.0));
        assert_eq!(unlikeness(&[1.0, 3.0]), Some(0.5));
        assert_eq!(unlikeness(&[1.0]), None);
        assert_eq!(mean(&[]), None);
    }
}
