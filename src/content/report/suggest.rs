//! "Did you mean": the nearest known word, if one is near.

/// The candidate nearest to `word`, if it is near enough to be a slip of the pen.
///
/// Near means an optimal-string-alignment distance, ignoring case, of at most a third of the longer word's
/// length and at least 1. Ties go to the first candidate in alphabetical order.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = word.to_lowercase();
    let length = wanted.chars().count();
    if length == 0 || length > 200 {
        return None;
    }
    candidates
        .into_iter()
        .filter_map(|candidate| {
            let other = candidate.to_lowercase();
            let count = other.chars().count();
            let allowed = (length.max(count) / 3).max(1);
            // The difference in length is a lower bound of the distance: most candidates end here.
            if count.abs_diff(length) > allowed {
                return None;
            }
            let distance = strsim::osa_distance(&wanted, &other);
            (distance <= allowed).then_some((distance, candidate))
        })
        .min()
        .map(|(_, candidate)| candidate)
}

/// A list of alternatives for a sentence: `` `a`, `b` or `c` ``; long lists are cut.
pub fn one_of<'a>(alternatives: impl IntoIterator<Item = &'a str>) -> String {
    const SHOWN: usize = 12;
    let all: Vec<String> = alternatives.into_iter().map(|word| format!("`{word}`")).collect();
    match all.as_slice() {
        [] => "nothing".into(),
        [only] => only.clone(),
        many if many.len() > SHOWN => {
            format!("{} and {} more", many[..SHOWN].join(", "), many.len() - SHOWN)
        }
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_words_are_found_and_far_ones_are_not() {
        let words = ["peaceful_coexistence", "containment", "national_roads", "SUN"];
        assert_eq!(nearest("peacefull_coexistence", words), Some("peaceful_coexistence"));
        assert_eq!(nearest("CONTAINMNET", words), Some("containment"));
        assert_eq!(nearest("sum", words), Some("SUN"));
        assert_eq!(nearest("rollback", words), None);
        assert_eq!(nearest("", words), None);
    }

    #[test]
    fn lists_read_as_sentences() {
        assert_eq!(one_of(["a"]), "`a`");
        assert_eq!(one_of(["a", "b", "c"]), "`a`, `b` or `c`");
        assert!(one_of((0..20).map(|_| "x")).ends_with("and 8 more"));
    }
}
