//! Words: every text that people read, by key, in one table.
//!
//! [`text!`](crate::view::words::text) looks a key up while compiling, so that no key can be missing; another
//! language is another table of the same keys. A template holds places like `{by}` which [`Sentence::fill`] fills,
//! keeping names as links.

mod blockers;
mod english;
mod facts;
mod figures;
mod labels;
mod orders;
mod seats;
mod topics;
mod verdicts;
mod wars;

pub use blockers::blocker_words;
pub use facts::{FactWords, fact_words, movements_in, offer_words, polities_in};
pub use figures::{Millions, compact, figure, odds_words, signed};
pub use labels::{label, sentence_case};
pub use orders::{act_sentence, order_does, order_title, parameter_words, play_words, rung_words};
pub use seats::{Speaker, against_words, form_words, month_words, phase_words, status_words, strategy_words};
pub use topics::{Topic, topic_of_fact};
pub use verdicts::{decision_sentence, outcome_words, verdict_words};
pub use wars::{terms_words, war_end_words};

use crate::base::{MovementId, OrganisationId, PolityId, TerritoryId};
use crate::sim::Seat;

/// The place of a key in the table; compiling fails where the key is missing.
pub const fn index_of(key: &str) -> usize {
    let mut index = 0;
    while index < english::TABLE.len() {
        if same(english::TABLE[index].0, key) {
            return index;
        }
        index += 1;
    }
    panic!("this text key stands in no table")
}

const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    // From the end: keys of one family differ there.
    let mut left = a.len();
    while left > 0 {
        left -= 1;
        if a[left] != b[left] {
            return false;
        }
    }
    true
}

/// The text at a place of the table.
pub fn at(index: usize) -> &'static str {
    english::TABLE[index].1
}

/// The text of a key that is only known at run time, if there is one.
pub fn look_up(key: &str) -> Option<&'static str> {
    english::TABLE.iter().find(|(known, _)| *known == key).map(|(_, text)| *text)
}

/// The text of a key, checked while compiling.
#[macro_export]
macro_rules! text {
    ($key:literal) => {
        $crate::view::words::at(const { $crate::view::words::index_of($key) })
    };
}
pub use text;

/// Fills the places of a template with plain values: `fill(text!("…"), &[("who", "India")])`.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let values: Vec<_> = values.iter().map(|(name, value)| (*name, Piece::plain(*value))).collect();
    Sentence::fill(template, &values).plain()
}

/// What a name in a text leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Link {
    /// A state or dependency.
    Polity(PolityId),
    /// A territory.
    Territory(TerritoryId),
    /// A movement.
    Movement(MovementId),
    /// An organisation.
    Organisation(OrganisationId),
    /// A decision, by its number.
    Decision(u32),
}

impl From<Seat> for Link {
    fn from(seat: Seat) -> Self {
        match seat {
            Seat::Polity(id) => Self::Polity(id),
            Seat::Movement(id) => Self::Movement(id),
        }
    }
}

/// A run of text, perhaps leading somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// Where it leads.
    pub link: Option<Link>,
}

impl Piece {
    /// Text that leads nowhere.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), link: None }
    }

    /// Text that leads somewhere.
    pub fn linked(text: impl Into<String>, link: impl Into<Link>) -> Self {
        Self { text: text.into(), link: Some(link.into()) }
    }
}

/// Text in runs, so that names can be links.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sentence(pub Vec<Piece>);

impl Sentence {
    /// One run of plain text.
    pub fn plain_text(text: impl Into<String>) -> Self {
        Self(vec![Piece::plain(text)])
    }

    /// Fills the places `{name}` of a template. A place without a value stays as it stands, which a test finds.
    pub fn fill(template: &str, values: &[(&str, Piece)]) -> Self {
        let mut pieces = Vec::new();
        let mut rest = template;
        while let Some((before, name, after)) = next_place(rest) {
            push_plain(&mut pieces, before);
            match values.iter().find(|(known, _)| *known == name) {
                Some((_, piece)) if piece.link.is_some() => pieces.push(piece.clone()),
                Some((_, piece)) => push_plain(&mut pieces, &piece.text),
                None => push_plain(&mut pieces, &format!("{{{name}}}")),
            }
            rest = after;
        }
        push_plain(&mut pieces, rest);
        if let Some(first) = pieces.first_mut() {
            first.text = sentence_case(&first.text);
        }
        Self(pieces)
    }

    /// All runs as one text.
    pub fn plain(&self) -> String {
        self.0.iter().map(|piece| piece.text.as_str()).collect()
    }

    /// Everything it leads to.
    pub fn links(&self) -> impl Iterator<Item = Link> + '_ {
        self.0.iter().filter_map(|piece| piece.link)
    }
}

fn push_plain(pieces: &mut Vec<Piece>, text: &str) {
    match pieces.last_mut() {
        Some(Piece { text: last, link: None }) => last.push_str(text),
        _ if text.is_empty() => {}
        _ => pieces.push(Piece::plain(text)),
    }
}

/// The text before the next place, the name in it, and the text after it.
fn next_place(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_keep_names_as_links() {
        let link = Link::Polity(PolityId(3));
        let india = Piece { text: "India".into(), link: Some(link) };
        let sentence = Sentence::fill("{to} has {n} ships.", &[("to", india), ("n", Piece::plain("two"))]);
        assert_eq!(sentence.plain(), "India has two ships.");
        assert_eq!(sentence.links().collect::<Vec<_>>(), [link]);
    }

    #[test]
    fn a_place_without_a_value_stays_visible() {
        assert_eq!(fill("to {whom}", &[]), "To {whom}");
        assert_eq!(fill("broken {", &[]), "Broken {");
    }

    #[test]
    fn no_key_stands_twice_and_no_text_is_empty() {
        let mut keys: Vec<_> = english::TABLE.iter().map(|(key, _)| *key).collect();
        keys.sort_unstable();
        let twice: Vec<_> = keys.windows(2).filter(|pair| pair[0] == pair[1]).collect();
        assert!(twice.is_empty(), "{twice:?}");
        assert!(english::TABLE.iter().all(|(_, text)| !text.is_empty()));
    }
}
