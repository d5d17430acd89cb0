//! Figures as people read them: grouped digits, a true minus, units named.

use crate::text;
use crate::view::Unit;

/// A whole number with its digits in groups of three.
fn grouped(whole: u128) -> String {
    let digits = whole.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A number with a fixed number of decimals (at most three), grouped, with a true minus.
fn fixed(value: f64, decimals: usize) -> String {
    if !value.is_finite() {
        return text!("figure.unknown").into();
    }
    let scale = [1.0, 10.0, 100.0, 1000.0][decimals.min(3)];
    // `as` saturates, so that no value can panic here.
    let scaled = (value.abs() * scale).round() as u128;
    let (whole, part) = (scaled / scale as u128, scaled % scale as u128);
    let sign = if value < 0.0 && scaled > 0 { "−" } else { "" };
    match decimals {
        0 => format!("{sign}{}", grouped(whole)),
        _ => format!("{sign}{}.{part:0decimals$}", grouped(whole)),
    }
}

/// A large number in short: `12`, `8,400`, `1.8 million`, `2.5 billion`.
pub fn compact(value: f64) -> String {
    let size = value.abs();
    if !value.is_finite() {
        text!("figure.unknown").into()
    } else if size < 99_950.0 {
        fixed(value, 0)
    } else if size < 999_950.0 {
        format!("{} {}", fixed(value / 1e6, 2), text!("figure.million"))
    } else if size < 999_950_000.0 {
        format!("{} {}", fixed(value / 1e6, 1), text!("figure.million"))
    } else if size < 999_950_000_000.0 {
        format!("{} {}", fixed(value / 1e9, 1), text!("figure.billion"))
    } else {
        format!("{} {}", fixed(value / 1e12, 1), text!("figure.trillion"))
    }
}

/// A figure with its unit: `24.3 million`, `1.8 billion $`, `12.4 %`, `4.1 months`.
pub fn figure(value: f64, unit: Unit) -> String {
    if !value.is_finite() {
        return text!("figure.unknown").into();
    }
    match unit {
        Unit::Index => fixed(value, 2),
        Unit::Share | Unit::Growth => format!("{} %", fixed(value * 100.0, 1)),
        // Money is kept in thousands.
        Unit::Money => format!("{} $", compact(value * 1000.0)),
        Unit::MoneyAYear => format!("{} $ {}", compact(value * 1000.0), text!("figure.a_year")),
        Unit::DollarsAYear => format!("{} $ {}", fixed(value, 0), text!("figure.a_year")),
        Unit::People => compact(value),
        Unit::Months => format!("{} {}", fixed(value, 1), text!("figure.months")),
        Unit::Years => format!("{} {}", fixed(value, 0), text!("figure.years")),
        Unit::Count => compact(value),
        Unit::Authority => format!("{} {}", fixed(value, 1), text!("figure.of_ten")),
        Unit::OfExpected => format!("{} {}", fixed(value, 2), text!("figure.of_expected")),
        Unit::OfBase => format!("{} {}", fixed(value, 2), text!("figure.of_base")),
        Unit::Weight => fixed(value, 2),
    }
}

/// A chance (0–1) as people say it: `one in 30`, `six in ten`; `none` where there is none.
pub fn odds_words(chance: f64) -> String {
    // Finer than this is a fineness that no estimate has.
    const FINEST: f64 = 1000.0;
    if !chance.is_finite() {
        return text!("figure.unknown").into();
    }
    if chance <= 0.0 {
        return text!("odds.none").into();
    }
    let one_in = 1.0 / chance;
    if one_in > FINEST {
        return text!("odds.tiny").replace("{n}", &fixed(FINEST, 0));
    }
    if one_in <= 2.5 {
        return in_ten((chance * 10.0).round()).into();
    }
    let step = match one_in {
        large if large >= 200.0 => 50.0,
        large if large >= 20.0 => 5.0,
        _ => 1.0,
    };
    text!("odds.one_in").replace("{n}", &fixed((one_in / step).round() * step, 0))
}

/// Four tenths and more, in words.
fn in_ten(tenths: f64) -> &'static str {
    match tenths {
        few if few < 4.5 => text!("odds.4"),
        few if few < 5.5 => text!("odds.5"),
        some if some < 6.5 => text!("odds.6"),
        some if some < 7.5 => text!("odds.7"),
        many if many < 8.5 => text!("odds.8"),
        many if many < 9.5 => text!("odds.9"),
        _ => text!("odds.10"),
    }
}

/// A figure with its sign always shown, for terms and changes.
pub fn signed(value: f64, unit: Unit) -> String {
    let text = figure(value, unit);
    if value.is_finite() && value >= 0.0 { format!("+{text}") } else { text }
}

/// Money in a table whose caption names the unit, millions of dollars: all figures have the decimals that the largest
/// needs, so that they can be compared down a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Millions {
    decimals: usize,
}

impl Millions {
    /// The form for a table of these values, in thousands.
    pub fn of(values: impl Iterator<Item = f64>) -> Self {
        let most =
            values.filter(|value| value.is_finite()).fold(0.0, |most: f64, value| most.max(value.abs()));
        Self {
            decimals: match most {
                most if most >= 1e6 => 0,
                most if most >= 1e4 => 1,
                _ => 2,
            },
        }
    }

    /// A value in thousands, without its unit.
    pub fn show(self, thousands: f64) -> String {
        fixed(thousands / 1000.0, self.decimals)
    }

    /// The same with its sign always shown, and a dash for nothing.
    pub fn show_flow(self, thousands: f64) -> String {
        match thousands {
            0.0 => "–".into(),
            above if above > 0.0 => format!("+{}", self.show(above)),
            other => self.show(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chances_are_said_as_people_say_them() {
        let said = [0.0, 0.0001, 0.0033, 0.033, 0.3, 0.4, 0.62, 1.0].map(odds_words);
        let wanted = [
            "none",
            "less than one in 1,000",
            "one in 300",
            "one in 30",
            "one in 3",
            "four in ten",
            "six in ten",
            "certain",
        ];
        assert_eq!(said, wanted);
        assert_eq!(odds_words(f64::NAN), "not known");
    }

    #[test]
    fn figures_read_like_prose() {
        assert_eq!(compact(8_400.0), "8,400");
        assert_eq!(compact(2_530_000_000.0), "2.5 billion");
        assert_eq!(compact(-1_234_567.0), "−1.2 million");
        assert_eq!(figure(0.1234, Unit::Share), "12.3 %");
        assert_eq!(figure(4_100_000.0, Unit::Money), "4.1 billion $");
        assert_eq!(figure(2310.4, Unit::DollarsAYear), "2,310 $ a year");
        assert_eq!(signed(-0.17, Unit::Weight), "−0.17");
        assert_eq!(signed(0.33, Unit::Weight), "+0.33");
        assert_eq!(signed(-0.001, Unit::Weight), "0.00", "no minus before nothing");
    }

    #[test]
    fn a_table_of_money_has_one_form() {
        let table = Millions::of([97_100.0, -3_300_000.0].into_iter());
        assert_eq!(table.show(97_100.0), "97");
        assert_eq!(table.show_flow(-3_300_000.0), "−3,300");
        assert_eq!(Millions::of([820.0].into_iter()).show_flow(820.0), "+0.82");
        assert_eq!(table.show_flow(0.0), "–");
        assert_eq!(table.show(f64::NAN), "not known");
    }

    #[test]
    fn no_value_panics() {
        for value in [f64::NAN, f64::INFINITY, f64::MAX, f64::MIN, f64::MIN_POSITIVE, 0.0, -0.0] {
            for unit in Unit::ALL {
                assert!(!figure(value, unit).is_empty());
                assert!(!signed(value, unit).is_empty());
            }
        }
    }
}
