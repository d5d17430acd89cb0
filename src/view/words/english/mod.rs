//! The table of texts, English, by topic. Another language is another table of the same keys.
//!
//! Short, concrete, in the present; fair to every side: swap the names of two camps in any of these sentences and
//! it must read as fairly.

mod archive;
mod chronicle;
mod crises;
mod economy;
mod figures;
mod numbers;
mod ordering;
mod orders;
mod organisations;
mod panels;
mod society;
mod terms;
mod wars;

/// A key and its text.
type Entry = (&'static str, &'static str);

const TOPICS: [&[Entry]; 13] = [
    figures::TEXTS,
    numbers::TEXTS,
    terms::TEXTS,
    orders::TEXTS,
    organisations::TEXTS,
    ordering::TEXTS,
    economy::TEXTS,
    panels::TEXTS,
    society::TEXTS,
    chronicle::TEXTS,
    archive::TEXTS,
    crises::TEXTS,
    wars::TEXTS,
];

/// Keys and texts of all topics.
pub(super) static TABLE: [Entry; length()] = joined();

const fn length() -> usize {
    let (mut topic, mut sum) = (0, 0);
    while topic < TOPICS.len() {
        sum += TOPICS[topic].len();
        topic += 1;
    }
    sum
}

const fn joined() -> [Entry; length()] {
    let mut all = [("", ""); length()];
    let (mut topic, mut place) = (0, 0);
    while topic < TOPICS.len() {
        let mut row = 0;
        while row < TOPICS[topic].len() {
            all[place] = TOPICS[topic][row];
            (row, place) = (row + 1, place + 1);
        }
        topic += 1;
    }
    all
}
