//! Slumps in a series of yearly products.

/// A fall of the product below its last peak.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Slump {
    /// The month of the peak from which it fell: the slump begins the month after.
    pub peak: usize,
    /// Deepest fall below the peak, a share of it.
    pub depth: f64,
}

/// The slumps of an economy. `yearly[m]` is the product of the twelve months up to month `m`.
///
/// A slump is a fall by at least `fall` (a share) below the last peak. It is over when the peak is regained, or when the
/// product has grown by more than `recovery` over a year that began after the peak. One that is under way at the end counts.
pub fn slumps(yearly: &[f64], fall: f64, recovery: f64) -> Vec<Slump> {
    let mut found: Vec<Slump> = Vec::new();
    let (mut peak, mut open) = (0, false);
    for month in 1..yearly.len() {
        let (now, top) = (yearly[month], yearly[peak]);
        let below = if top > 0.0 { 1.0 - now / top } else { 0.0 };
        if now >= top {
            (peak, open) = (month, false);
        } else if open {
            if let Some(slump) = found.last_mut() {
                slump.depth = slump.depth.max(below);
            }
            if month >= peak + 12 && now > yearly[month - 12] * (1.0 + recovery) {
                (peak, open) = (month, false);
            }
        } else if below >= fall {
            found.push(Slump { peak, depth: below });
            open = true;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(from: f64, to: f64, months: usize) -> Vec<f64> {
        (1..=months).map(|month| from + (to - from) * month as f64 / months as f64).collect()
    }

    #[test]
    fn growth_has_no_slumps_and_small_falls_do_not_count() {
        assert!(slumps(&line(100.0, 200.0, 120), 0.01, 0.02).is_empty());
        let dip = [line(100.0, 110.0, 12), line(110.0, 109.5, 6), line(109.5, 120.0, 12)].concat();
        assert!(slumps(&dip, 0.01, 0.02).is_empty());
        assert!(slumps(&[], 0.01, 0.02).is_empty());
    }

    #[test]
    fn a_slump_begins_at_its_peak_and_is_as_deep_as_its_trough() {
        let wave = [line(100.0, 110.0, 12), line(110.0, 99.0, 12), line(99.0, 130.0, 24)].concat();
        let found = slumps(&wave, 0.01, 0.02);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].peak, 11);
        assert!((found[0].depth - 0.1).abs() < 1e-12);
    }

    #[test]
    fn a_slump_is_over_when_growth_is_back_so_that_the_next_fall_is_another() {
        // Falls by a fifth, recovers half of it, falls again: two slumps if growth ends one, one if only the peak does.
        let wave = [line(90.0, 100.0, 12), line(100.0, 80.0, 12), line(80.0, 90.0, 24), line(90.0, 80.0, 12)]
            .concat();
        assert_eq!(slumps(&wave, 0.02, 0.02).len(), 2);
        assert_eq!(slumps(&wave, 0.02, 9.0).len(), 1);
    }
}
