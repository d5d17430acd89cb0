//! Motions on the table of the world organisation, how their votes would go, who is lobbied, and the latest votes.

use crate::base::PolityId;
use crate::sim::Simulation;
use crate::sim::organisations::{Assembly, Ballot, Lobbying, Motion, Voted, explain_vote, forecast};
use crate::sim::terms::TermList;
use crate::view::words::{Piece, Sentence, Speaker, fill, label, text};
use crate::view::{Explained, How, Unit};

/// A motion on the table.
#[derive(Debug, Clone, PartialEq)]
pub struct MotionView {
    /// Its number.
    pub number: u32,
    /// Who moves what about whom, and when it is voted on.
    pub words: Sentence,
    /// How the vote would go as things stand.
    pub ballot: Ballot,
    /// The same in words.
    pub count: String,
    /// How whoever looks feels about it (−1..1), with why; none without eyes.
    pub own: Option<Explained>,
    /// Who lobbies whom.
    pub lobbying: Vec<Sentence>,
}

/// The motions on the table, oldest first.
pub(super) fn motions(sim: &Simulation, eyes: Option<PolityId>) -> Vec<MotionView> {
    let waiting = sim.get::<Assembly>().waiting().iter();
    waiting.filter_map(|motion| motion_view(sim, motion, eyes)).collect()
}

fn motion_view(sim: &Simulation, motion: &Motion, eyes: Option<PolityId>) -> Option<MotionView> {
    let speaker = Speaker(sim.content());
    let (ballot, _) = forecast(sim.world(), motion.number)?;
    let places = [
        ("by", speaker.acting(motion.by)),
        ("motion", Piece::plain(motion.kind.words())),
        ("about", speaker.polity(motion.about)),
        ("when", Piece::plain(motion.vote.to_string())),
    ];
    let lobbied = |one: &Lobbying| {
        let vote = if one.yes { text!("og.yes") } else { text!("og.no") };
        let places = [
            ("by", speaker.acting(one.by)),
            ("whom", speaker.polity(one.whom)),
            ("vote", Piece::plain(vote)),
        ];
        Sentence::fill(text!("org.lobbied"), &places)
    };
    let own = eyes.and_then(|eyes| {
        let mut terms = TermList::default();
        let feels = explain_vote(sim.world(), motion.number, eyes, &mut terms)?;
        // Of a dozen things that could move a vote most do not.
        let felt = terms.as_slice().iter().filter(|term| term.value != 0.0);
        let parts: Vec<_> = felt.map(|term| (label(term.label), term.value)).collect();
        Some(Explained::given(text!("org.feels"), feels, Unit::Weight).with_parts(How::Sum, parts))
    });
    Some(MotionView {
        number: motion.number,
        words: Sentence::fill(text!("org.motion"), &places),
        count: ballot_words(&ballot),
        ballot,
        own: own.map(|own| own.meaning(text!("org.feels.means"))),
        lobbying: motion.lobbying.iter().map(lobbied).collect(),
    })
}

/// A ballot in words, with what comes of it: `40 for, 12 against, 5 abstain; carried`.
pub(super) fn ballot_words(ballot: &Ballot) -> String {
    let votes = [("yes", ballot.yes), ("no", ballot.no), ("abstain", ballot.abstain)];
    let votes = votes.map(|(name, votes)| (name, votes.to_string()));
    let mut places: Vec<_> = votes.iter().map(|(name, votes)| (*name, votes.as_str())).collect();
    let came = match (ballot.passed, ballot.vetoed) {
        (true, _) => text!("org.carried"),
        (false, true) => text!("org.vetoed"),
        (false, false) => text!("org.lost"),
    };
    places.push(("came", came));
    fill(text!("org.count"), &places)
}

/// A vote that is over.
pub(super) fn vote_sentence(sim: &Simulation, vote: &Voted) -> Sentence {
    let speaker = Speaker(sim.content());
    let places = [
        ("month", Piece::plain(vote.month.to_string())),
        ("by", speaker.acting(vote.by)),
        ("motion", Piece::plain(vote.kind.words())),
        ("about", speaker.polity(vote.about)),
        ("count", Piece::plain(ballot_words(&vote.ballot))),
    ];
    Sentence::fill(text!("org.vote"), &places)
}
