//! Members: where each stands, what each bears, how far the leader holds it, and what that costs.

use crate::base::{OrganisationId, PolityId};
use crate::sim::Simulation;
use crate::sim::organisations::{Burden, Hegemony, HeldTogether, Lines, Organisations};
use crate::view::words::{Piece, Sentence, Speaker, figure, fill, sentence_case, signed, text};
use crate::view::{Explained, How, Look, Unit};

/// A member of an organisation.
#[derive(Debug, Clone, PartialEq)]
pub struct MemberStand {
    /// Which.
    pub id: PolityId,
    /// Its name.
    pub name: String,
    /// Its look on the map.
    pub look: Look,
    /// Where its line stands (−1..1 each): from revision to dogma, from integration to autonomy.
    pub line: (f64, f64),
    /// Whether it leads.
    pub leads: bool,
    /// Whether its no is a veto.
    pub permanent: bool,
    /// Whether it is the one that looks.
    pub own: bool,
    /// Whether acts are shown towards it.
    pub focus: bool,
    /// What it bears of what all carry, in words; empty where nothing is counted.
    pub bears: String,
    /// How unequally that lies (0–1).
    pub unequal: f64,
    /// Influence of the leader over it (0–1); none where nobody leads, and of the leader itself.
    pub held: Option<f64>,
    /// Its trust in the leader (0–1); none where nobody leads, and of the leader itself.
    pub trust: Option<f64>,
}

/// The leader's weight over the members.
#[derive(Debug, Clone, PartialEq)]
pub struct HegemonyView {
    /// Who leads.
    pub leader: Sentence,
    /// Its mean influence over members (0–1).
    pub weight: Explained,
    /// How far members still feel that they were pressed (0–1).
    pub pressed: Explained,
    /// What both take from unity.
    pub price: Explained,
}

/// The members of an organisation, in order of accession.
pub(super) fn member_stands(
    sim: &Simulation,
    id: OrganisationId,
    held: &HeldTogether,
    eyes: Option<PolityId>,
    focus: Option<PolityId>,
) -> Vec<MemberStand> {
    let (def, one) = (&sim.content().organisations[id], sim.get::<Organisations>().get(id));
    let lines = sim.get::<Lines>();
    let stand = |&member: &PolityId| {
        let tie = held.ties.iter().find(|tie| tie.member == member);
        let burden = tie.map_or(Burden::Uncounted, |tie| tie.burden);
        MemberStand {
            id: member,
            name: sim.content().polities[member].name.clone(),
            look: Look::of(sim, member),
            line: lines.of(member),
            leads: def.leader == Some(member),
            permanent: one.permanent().contains(&member),
            own: eyes == Some(member),
            focus: focus == Some(member),
            bears: burden_words(burden),
            unequal: burden.unequal(),
            held: tie.filter(|_| held.hegemony.is_some()).map(|tie| tie.held),
            trust: tie.filter(|_| held.hegemony.is_some()).map(|tie| tie.trust),
        }
    };
    one.members().iter().map(stand).collect()
}

/// What a member bears, in words.
fn burden_words(burden: Burden) -> String {
    /// Less than this of the product is nothing.
    const NOTHING: f64 = 0.0005;
    let share = |of: f64| figure(of, Unit::Share);
    let words = match burden {
        Burden::Uncounted => return String::new(),
        Burden::Forces { spent, due } => {
            let words = if spent >= due { text!("org.bears.Forces") } else { text!("org.lacks.Forces") };
            fill(words, &[("spent", &share(spent)), ("due", &share(due))])
        }
        Burden::Given(given) if given > NOTHING => {
            fill(text!("org.bears.Gives"), &[("share", &share(given))])
        }
        Burden::Given(given) if given < -NOTHING => {
            fill(text!("org.bears.Takes"), &[("share", &share(-given))])
        }
        Burden::Given(_) => text!("org.bears.Even").to_owned(),
    };
    sentence_case(&words)
}

/// A leader's weight, opened.
pub(super) fn hegemony_view(sim: &Simulation, of: &Hegemony) -> HegemonyView {
    let leader: Piece = Speaker(sim.content()).polity(of.leader);
    let level = |what: &str, value| Explained::given(what, value, Unit::Index);
    let [weight, pressed] = of.price;
    let parts = [(text!("org.weight"), -weight), (text!("org.pressed"), -pressed)];
    let price = level(text!("org.price"), -(weight + pressed)).meaning(text!("org.price.means"));
    HegemonyView {
        leader: Sentence::fill(text!("org.leader"), &[("leader", leader)]),
        weight: level(text!("org.weight"), of.weight).meaning(text!("org.weight.means")),
        pressed: level(text!("org.pressed"), of.pressed).meaning(text!("org.pressed.means")),
        price: price.with_parts(How::Sum, parts.map(|(label, value)| (label.to_owned(), value))),
    }
}

/// The price of a leader's weight in one line.
pub(super) fn price_line(view: &HegemonyView) -> String {
    let terms =
        view.price.terms.iter().map(|term| format!("{} {}", term.label, signed(term.value, term.unit)));
    let terms: Vec<_> = terms.collect();
    format!(
        "{}: {} ({})",
        sentence_case(&view.price.what),
        signed(view.price.value, Unit::Index),
        terms.join(", ")
    )
}
