//! A rising told in a few plain sentences, made of its largest terms; no side is taken.

use crate::sim::Simulation;
use crate::sim::movements::{Rising, RisingEnd, Risings};
use crate::view::Unit;
use crate::view::words::{Link, Piece, Sentence, Speaker, compact, figure, label, text};

/// A term below this does not count as a cause.
const LEAST: f64 = 0.02;

pub(super) fn story(sim: &Simulation, rising: &Rising) -> Vec<Sentence> {
    let mut story = vec![beginning(sim, rising)];
    story.extend(causes(rising));
    story.push(means(sim, rising));
    story.extend(opposed(rising));
    story.push(ending(sim, rising));
    story.push(cost(sim, rising));
    story
}

fn index(value: f64) -> Piece {
    Piece::plain(figure(value, Unit::Index))
}

fn share(value: f64) -> Piece {
    Piece::plain(figure(value, Unit::Share))
}

fn beginning(sim: &Simulation, rising: &Rising) -> Sentence {
    let speaker = Speaker(sim.content());
    let template = if rising.from_start { text!("ri.from_start") } else { text!("ri.began") };
    Sentence::fill(
        template,
        &[
            ("movement", speaker.movement(rising.movement)),
            ("place", speaker.territory(rising.territory)),
            ("against", opponent(sim, rising)),
            ("month", Piece::plain(rising.began.to_string())),
            ("first", Piece::plain(rising.began.plus(1).to_string())),
            ("ripeness", index(rising.ripeness)),
        ],
    )
}

/// Whom it rose against: the government of the country, or the rule of a power from abroad.
fn opponent(sim: &Simulation, rising: &Rising) -> Piece {
    let words = match rising.against == rising.ground {
        true => text!("ri.the_government").to_owned(),
        false => {
            let ruler = &sim.content().polities[rising.against].name;
            text!("ri.the_rule_of").replace("{ruler}", ruler)
        }
    };
    Piece::linked(words, Link::Polity(rising.against))
}

/// What weighed most in the two gauges of those above and those below.
fn causes(rising: &Rising) -> Option<Sentence> {
    let mut terms: Vec<_> =
        rising.terms.above().chain(rising.terms.below()).filter(|(_, value)| *value >= LEAST).collect();
    terms.sort_by(|a, b| b.1.total_cmp(&a.1));
    let words: Vec<String> = terms
        .iter()
        .take(3)
        .map(|(key, value)| format!("{} ({})", cause_words(key), figure(*value, Unit::Index)))
        .collect();
    (!words.is_empty())
        .then(|| Sentence::fill(text!("ri.weighed"), &[("causes", Piece::plain(listed(&words)))]))
}

/// A cause with the side of the situation that it belongs to where its words alone do not say so.
fn cause_words(key: &str) -> String {
    match key {
        "above.weariness" => text!("ri.cause.weariness").into(),
        "above.legitimacy" => text!("ri.cause.legitimacy").into(),
        "above.cohesion" => text!("ri.cause.cohesion").into(),
        "above.strain" => text!("ri.cause.strain").into(),
        "below.grievance" => text!("ri.cause.grievance").into(),
        "below.foreign_rule" => text!("ri.cause.foreign_rule").into(),
        "below.backlash" => text!("ri.cause.backlash").into(),
        other => label(other),
    }
}

/// `a`, `a and b`, `a, b and c`.
fn listed(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {} {last}", first.join(", "), text!("ri.and")),
    }
}

/// What it had: who would lead, sympathy, help.
fn means(sim: &Simulation, rising: &Rising) -> Sentence {
    let helped = rising.patron.filter(|_| rising.help >= LEAST);
    let template = if helped.is_some() { text!("ri.had_helped") } else { text!("ri.had_alone") };
    let patron = helped.map_or(Piece::plain(""), |id| Speaker(sim.content()).polity(id));
    Sentence::fill(
        template,
        &[
            ("support", share(rising.support)),
            ("organisation", index(rising.organisation)),
            ("unity", index(rising.unity)),
            ("patron", patron),
            ("help", share(rising.help)),
        ],
    )
}

/// What most of the power against it rested on, and how the two compared.
fn opposed(rising: &Rising) -> Option<Sentence> {
    let largest = rising.terms.government().max_by(|a, b| a.1.total_cmp(&b.1))?;
    let sum =
        |terms: &mut dyn Iterator<Item = (&'static str, f64)>| terms.map(|(_, value)| value).sum::<f64>();
    let values = [
        ("own", Piece::plain(figure(sum(&mut rising.terms.power()), Unit::Weight))),
        ("theirs", Piece::plain(figure(sum(&mut rising.terms.government()), Unit::Weight))),
        ("most", Piece::plain(label(largest.0))),
    ];
    Some(Sentence::fill(text!("ri.opposed"), &values))
}

fn ending(sim: &Simulation, rising: &Rising) -> Sentence {
    let template = match rising.ended.map(|(_, end)| end) {
        None => text!("ri.says.going_on"),
        Some(RisingEnd::Won) => text!("ri.says.Won"),
        Some(RisingEnd::Granted) => text!("ri.says.Granted"),
        Some(RisingEnd::Crushed) => text!("ri.says.Crushed"),
        Some(RisingEnd::Talks) => text!("ri.says.Talks"),
        Some(RisingEnd::PeteredOut) => text!("ri.says.PeteredOut"),
        Some(RisingEnd::OpponentLeft) => text!("ri.says.OpponentLeft"),
    };
    let last = rising.ended.map_or(sim.clock().now(), |(month, _)| month);
    let months = last.since(rising.began).max(1);
    let n =
        if months == 1 { text!("ri.a_month").to_owned() } else { format!("{months} {}", text!("ri.months")) };
    Sentence::fill(
        template,
        &[
            ("month", Piece::plain(last.to_string())),
            ("n", Piece::plain(n)),
            ("against", Speaker(sim.content()).polity(rising.against)),
        ],
    )
}

fn cost(sim: &Simulation, rising: &Rising) -> Sentence {
    let (dead, own) = (rising.dead.real(), rising.charged.real());
    let template = match (dead > 0.0, shares_its_war(sim, rising)) {
        (false, _) => text!("ri.no_dead"),
        (true, false) => text!("ri.cost"),
        (true, true) => text!("ri.cost_shared"),
    };
    Sentence::fill(
        template,
        &[
            ("dead", Piece::plain(compact(dead))),
            ("own", Piece::plain(compact(own))),
            ("others", Piece::plain(compact(dead - own))),
            ("ground", share(rising.most_ground)),
        ],
    )
}

/// Whether another movement fought in the same war, so that its dead stand in both records.
fn shares_its_war(sim: &Simulation, rising: &Rising) -> bool {
    let others = sim.get::<Risings>().list().iter();
    let mut others = others.filter(|other| other.movement != rising.movement);
    rising.war.is_some() && others.any(|other| other.war == rising.war)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn causes_are_listed_as_people_list_them() {
        let words = |list: &[&str]| listed(&list.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>());
        assert_eq!(words(&["a"]), "a");
        assert_eq!(words(&["a", "b"]), "a and b");
        assert_eq!(words(&["a", "b", "c"]), "a, b and c");
    }
}
