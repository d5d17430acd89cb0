//! Texts, characters and numbers as written. Plain forms are read here; everything else by `ron`.

use ron::error::SpannedError;

/// The value of a quoted text, its quotes included; on error the byte where it is wrong and why.
pub fn text(literal: &str) -> Result<String, (usize, String)> {
    ron::from_str::<String>(literal).map_err(|error| (offset(literal, &error), plain(&error)))
}

/// The value of a character in quotes, its quotes included.
pub fn character(literal: &str) -> Result<char, (usize, String)> {
    ron::from_str::<char>(literal).map_err(|error| (offset(literal, &error), plain(&error)))
}

/// Whether this is a number as RON writes them, finite or not.
pub fn is_number(literal: &str) -> bool {
    let digits = literal.strip_prefix(['-', '+']).unwrap_or(literal);
    if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return true;
    }
    ron::from_str::<f64>(literal).is_ok()
        || ron::from_str::<i64>(literal).is_ok()
        || ron::from_str::<u64>(literal).is_ok()
}

/// The number as a real; `None` if it is none or does not fit.
pub fn real(literal: &str) -> Option<f64> {
    literal
        .parse::<f64>()
        .ok()
        .or_else(|| ron::from_str::<f64>(literal).ok())
        .or_else(|| ron::from_str::<i64>(literal).ok().map(|whole| whole as f64))
        .filter(|value| value.is_finite())
}

/// The number as a whole number; `None` if it is none or does not fit.
pub fn whole(literal: &str) -> Option<i64> {
    literal.parse::<i64>().ok().or_else(|| ron::from_str::<i64>(literal).ok())
}

fn offset(literal: &str, error: &SpannedError) -> usize {
    let mut start = 0;
    for (number, line) in literal.split_inclusive('\n').enumerate() {
        if number + 1 == error.span.start.line {
            let column = error.span.start.col.saturating_sub(1);
            return start + line.char_indices().nth(column).map_or(line.len(), |(at, _)| at);
        }
        start += line.len();
    }
    literal.len()
}

fn plain(error: &SpannedError) -> String {
    match &error.code {
        ron::Error::InvalidEscape(why) => format!("this escape is not allowed: {}", why.to_lowercase()),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_are_read_as_ron_reads_them() {
        assert_eq!(text(r#""a\n\u{e9}""#).as_deref(), Ok("a\né"));
        assert_eq!(text("r#\"a\"b\"#").as_deref(), Ok("a\"b"));
        assert!(text(r#""a\q""#).is_err());
        assert_eq!(character("'x'"), Ok('x'));
        assert_eq!(whole("-12"), Some(-12));
        assert_eq!(whole("1_000"), Some(1000));
        assert_eq!(whole("0xff"), Some(255));
        assert_eq!(whole("1.5"), None);
        assert_eq!(real("1e3"), Some(1000.0));
        assert_eq!(real("-inf"), None);
        assert_eq!(real("1e999"), None);
        assert!(is_number("1.5e-3") && is_number("-7") && is_number("-inf"));
        assert!(!is_number("1.2.3") && !is_number("12abc") && !is_number("-"));
    }
}
