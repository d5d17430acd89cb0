//! Dividing a whole number of quanta without losing one.

/// Splits `total` over `weights`: each part is rounded towards zero, the remainder goes to the largest weight
/// (the first of equals), so that the parts add up to `total` exactly (DESIGN §3).
///
/// Negative and non-finite weights count as zero. If no weight is positive nothing is handed out and the whole
/// `total` is returned as undistributed; otherwise the return value is 0.
pub fn apportion(total: i64, weights: &[f64], parts: &mut [i64]) -> i64 {
    debug_assert_eq!(weights.len(), parts.len());
    let usable = |weight: f64| if weight.is_finite() && weight > 0.0 { weight } else { 0.0 };
    let sum: f64 = weights.iter().map(|&weight| usable(weight)).sum();
    parts.fill(0);
    if sum <= 0.0 || !sum.is_finite() {
        return total;
    }
    let mut handed_out = 0;
    let mut largest = 0;
    for (index, &weight) in weights.iter().enumerate() {
        let part = (total as f64 * (usable(weight) / sum)) as i64;
        parts[index] = part;
        handed_out += part;
        if usable(weight) > usable(weights[largest]) {
            largest = index;
        }
    }
    parts[largest] += total - handed_out;
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_add_up_exactly() {
        let mut parts = [0; 3];
        assert_eq!(apportion(100, &[1.0, 1.0, 1.0], &mut parts), 0);
        assert_eq!(parts, [34, 33, 33]);
        assert_eq!(apportion(-7, &[0.5, 0.2, 0.0], &mut parts), 0);
        assert_eq!(parts.iter().sum::<i64>(), -7);
    }

    #[test]
    fn nothing_to_divide_over_hands_back_the_whole() {
        let mut parts = [9; 2];
        assert_eq!(apportion(5, &[0.0, f64::NAN], &mut parts), 5);
        assert_eq!(parts, [0, 0]);
    }
}
