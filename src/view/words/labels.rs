//! Labels of terms: text keys that rules hand out, in words.

use super::look_up;

/// The words of a term's key (`legitimacy.growth`); a key that stands in no table is read as it is written, without
/// its subsystem: `budget.war_costs` becomes `war costs`.
pub fn label(key: &str) -> String {
    if let Some(text) = look_up(key) {
        return text.into();
    }
    let last = key.rsplit('.').next().unwrap_or(key);
    last.replace('_', " ")
}

/// The same with a capital at its beginning.
pub fn sentence_case(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_read_as_words() {
        assert_eq!(label("budget.war_costs"), "war costs");
        assert_eq!(label("rent"), "rent");
        assert_eq!(label("n.growth"), "growth");
        assert_eq!(sentence_case("élan"), "Élan");
    }
}
