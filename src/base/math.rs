//! Arithmetic that gives the same bits everywhere: `+ − × ÷ √`, what is made of them, and, for the rest, `libm`.

/// e to the power of `x`. Rules ask for it more often than for any other function, so it is had by sums and products alone,
/// to some units in the last place: `x` is so many whole `ln 2` and a rest, the rest's power is a series.
pub fn exp(x: f64) -> f64 {
    /// `ln 2` in two parts, of which the first has bits to spare.
    const LN_2: [f64; 2] = [0.693_147_180_369_123_8, 1.908_214_929_270_587_7e-10];
    /// Added to a number it leaves no place for a fraction, and its last bits count the whole ones.
    const WHOLE: f64 = 1.5 * (1_u64 << 52) as f64;
    // Beyond, and for what is no number, the ends of the range have to be minded.
    if x.abs() >= 700.0 || x.is_nan() {
        return libm::exp(x);
    }
    let counted = x * std::f64::consts::LOG2_E + WHOLE;
    let count = counted - WHOLE;
    let r = (x - count * LN_2[0]) - count * LN_2[1];
    // 1 + r + r²/2! + … + r¹³/13!, pair by pair, so that no product waits long for another.
    const C: [f64; 14] = {
        let (mut c, mut n) = ([1.0; 14], 1);
        while n < 14 {
            c[n] = c[n - 1] / n as f64;
            n += 1;
        }
        c
    };
    let pair = |n: usize| C[n] + C[n + 1] * r;
    let (r2, r4) = (r * r, r * r * (r * r));
    let low = (pair(0) + pair(2) * r2) + (pair(4) + pair(6) * r2) * r4;
    let high = (pair(8) + pair(10) * r2) + pair(12) * r4;
    let power_of_two = f64::from_bits(counted.to_bits().wrapping_add(1023) << 52);
    (low + high * (r4 * r4)) * power_of_two
}

/// Natural logarithm.
pub fn ln(x: f64) -> f64 {
    libm::log(x)
}

/// `base` to the power of `exponent`. Of a positive base by roots and products where the exponent is a few halves, else by
/// its logarithm: some units in the last place less exact than the function of `libm`, at a third of the cost or less.
pub fn pow(base: f64, exponent: f64) -> f64 {
    /// From here on the logarithm is as cheap.
    const FEW: i32 = 6;
    if base <= 0.0 || base.is_nan() {
        return libm::pow(base, exponent);
    }
    let halves = (2.0 * exponent) as i32;
    if f64::from(halves) != 2.0 * exponent || halves.abs() > FEW {
        return exp(exponent * ln(base));
    }
    let mut power = if halves % 2 == 0 { 1.0 } else { base.sqrt() };
    for _ in 0..halves.abs() / 2 {
        power *= base;
    }
    if halves < 0 { 1.0 / power } else { power }
}

/// Square root.
#[inline]
pub fn sqrt(x: f64) -> f64 {
    x.sqrt()
}

/// The S-curve from 0 to 1 with its half-way point at `mid`.
pub fn logistic(x: f64, mid: f64, slope: f64) -> f64 {
    1.0 / (1.0 + exp(-slope * (x - mid)))
}

/// Sine of an angle in radians.
pub fn sin(x: f64) -> f64 {
    libm::sin(x)
}

/// Cosine of an angle in radians.
pub fn cos(x: f64) -> f64 {
    libm::cos(x)
}

/// The angle in radians whose sine is `x` (−1..=1).
pub fn asin(x: f64) -> f64 {
    libm::asin(x)
}

/// Hyperbolic tangent.
pub fn tanh(x: f64) -> f64 {
    libm::tanh(x)
}

/// The point of the unit sphere at a longitude and latitude in degrees.
pub fn on_the_globe(longitude: f64, latitude: f64) -> [f64; 3] {
    let (lon, lat) = (longitude.to_radians(), latitude.to_radians());
    [libm::cos(lat) * libm::cos(lon), libm::cos(lat) * libm::sin(lon), libm::sin(lat)]
}

/// Straight line from `a` (at 0) to `b` (at 1); `t` is not clamped.
#[inline]
pub fn lerp(a: f64, b: f64, t: f64) -> f64 {
    a + (b - a) * t
}

/// The whole part of a number from 0 to 2⁵¹, by sums alone, so that a row of them is cut at once.
#[inline]
pub fn whole(x: f64) -> f64 {
    /// From here on neighbouring numbers lie a unit apart.
    const NO_PARTS: f64 = (1_u64 << 52) as f64;
    let nearest = (x + NO_PARTS) - NO_PARTS;
    if nearest > x { nearest - 1.0 } else { nearest }
}

/// The lesser of two numbers, by one comparison: neither may be not a number.
#[inline]
pub fn least(a: f64, b: f64) -> f64 {
    if a < b { a } else { b }
}

/// The monthly rate that compounds to `yearly` in twelve months.
pub fn monthly(yearly: f64) -> f64 {
    pow(1.0 + yearly, 1.0 / 12.0) - 1.0
}

/// `value` if finite, else `otherwise`.
#[inline]
pub fn finite_or(value: f64, otherwise: f64) -> f64 {
    if value.is_finite() { value } else { otherwise }
}

/// `a / b`, or `otherwise` where `b` is not positive.
#[inline]
pub fn ratio_or(a: f64, b: f64, otherwise: f64) -> f64 {
    if b > 0.0 { a / b } else { otherwise }
}

/// A level that moves towards `target` with half-life `half_life_months`.
pub fn adapt(level: f64, target: f64, half_life_months: f64) -> f64 {
    lerp(target, level, kept(half_life_months))
}

/// What a month leaves of a level's distance from its target at a half-life. Costs as much as all the rest of an
/// adaptation many times over: where many levels share a half-life it is asked for once.
pub fn kept(half_life_months: f64) -> f64 {
    pow(0.5, 1.0 / half_life_months.max(0.01))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn curves_have_their_landmarks() {
        assert!((logistic(0.3, 0.3, 8.0) - 0.5).abs() < 1e-12);
        assert!((adapt(1.0, 0.0, 6.0) - 0.890_898_718_140_339_3).abs() < 1e-12);
        assert!((pow(1.0 + monthly(0.05), 12.0) - 1.05).abs() < 1e-12);
        assert_eq!(ratio_or(1.0, 0.0, 7.0), 7.0);
    }

    #[test]
    fn powers_follow_the_logarithm_to_the_last_places() {
        for (base, exponent) in [
            (0.5, 1.0 / 12.0),
            (0.013, -7.0 / 3.0),
            (3.0, 2.0),
            (1.0, -40.0),
            (1e12, 0.4),
            (0.37, -0.5),
            (7.1, 1.5),
            (0.02, -2.0),
            (2.5, 0.0),
        ] {
            let exact = libm::pow(base, exponent);
            assert!((pow(base, exponent) / exact - 1.0).abs() < 1e-13, "{base} {exponent}");
        }
        assert_eq!([pow(0.0, 2.0), pow(0.0, 0.0), pow(-2.0, 3.0), pow(1.0, 0.3)], [0.0, 1.0, -8.0, 1.0]);
    }

    #[test]
    fn the_exponential_is_that_of_libm_to_the_last_places() {
        for step in -7_100..7_100 {
            let x = f64::from(step) * 0.1 + 0.013;
            let (ours, exact) = (exp(x), libm::exp(x));
            assert!(ours == exact || (ours / exact - 1.0).abs() < 1e-15, "{x}: {ours} {exact}");
        }
        assert_eq!([exp(0.0), exp(f64::NEG_INFINITY), exp(1000.0)], [1.0, 0.0, f64::INFINITY]);
        assert!(exp(f64::NAN).is_nan());
    }

    #[test]
    fn whole_parts_are_cut_off_as_by_a_cast() {
        for x in [0.0, 0.49, 0.5, 0.999_999, 1.0, 1.5, 2.5, 3.999_999_999, 1e9 + 0.75, 2e15 + 0.5, 2e15] {
            assert_eq!(whole(x), (x as i64) as f64, "{x}");
        }
    }
}
