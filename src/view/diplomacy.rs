//! Diplomacy of a state or movement: offers and answers, what it holds of others and why, organisations and what holds them together.

mod acts;
mod disputes;

pub use disputes::DisputeView;

use crate::base::{Month, OrganisationId, PolityId};
use crate::content::vocabulary::Order;
use crate::sim::agents::Players;
use crate::sim::chronicle::{Chronicle, Fact};
use crate::sim::diplomacy::{OfferKind, Offers, RelationTerms, explain_relations};
use crate::sim::orders::Seq;
use crate::sim::organisations::{Lines, Organisations, explain_bonds};
use crate::sim::perception::Feints;
use crate::sim::politics::Status;
use crate::sim::terms::TermList;
use crate::sim::{Seat, Simulation};

use super::actions::given_already;
use super::state::{AgreementLine, known_agreements};
use super::words::{FactWords, Piece, Sentence, Speaker, fact_words, fill, label, offer_words, signed, text};
use super::{Explained, How, Look, OfferedGroup, OfferedOrder, Unit};

/// Pages of the panel of diplomacy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DiplomacyTab {
    /// Offers, answers, agreements in force, what can be offered.
    #[default]
    Offers,
    /// What the state holds of others.
    Relations,
    /// Organisations, their members and what holds them together.
    Organisations,
}

impl DiplomacyTab {
    /// All, in order.
    pub const ALL: [Self; 3] = [Self::Offers, Self::Relations, Self::Organisations];

    /// Its name.
    pub fn words(self) -> &'static str {
        match self {
            Self::Offers => text!("di.offers"),
            Self::Relations => text!("di.relations"),
            Self::Organisations => text!("di.organisations"),
        }
    }
}

/// An offer that waits.
#[derive(Debug, Clone, PartialEq)]
pub struct OfferView {
    /// Its number.
    pub number: u32,
    /// Who offers what to whom.
    pub sentence: Sentence,
    /// Until when it can be answered.
    pub until: String,
    /// Whether the player is asked.
    pub asked: bool,
    /// Whether it is a trade treaty: the many that come at once can be answered at once.
    pub trade: bool,
    /// The answer that the player has given and that takes effect with the coming month, with the order that carries it.
    pub answered: Option<(bool, Seq)>,
}

/// An answer that was given.
#[derive(Debug, Clone, PartialEq)]
pub struct AnswerView {
    /// When.
    pub month: Month,
    /// Who answered what, and how.
    pub sentence: Sentence,
    /// The decision record behind it, if an AI answered and it is kept.
    pub decision: Option<u32>,
}

/// What a state holds of another.
#[derive(Debug, Clone, PartialEq)]
pub struct RelationView {
    /// The other.
    pub other: PolityId,
    /// Its name.
    pub name: String,
    /// Its look on the map.
    pub look: Look,
    /// Trust in it (0–1), with what it drifts to.
    pub trust: Explained,
    /// Tension with it (0–1), with what it drifts to.
    pub tension: Explained,
    /// Influence over it (0–1), with what it drifts to.
    pub influence: Explained,
}

/// A member of an organisation.
#[derive(Debug, Clone, PartialEq)]
pub struct MemberView {
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
}

/// An organisation.
#[derive(Debug, Clone, PartialEq)]
pub struct OrganisationView {
    /// Which.
    pub id: OrganisationId,
    /// Its name.
    pub name: String,
    /// What kind it is, and how it decides.
    pub kind: String,
    /// Unity (0–1), with what it drifts to.
    pub cohesion: Explained,
    /// Members in order of accession.
    pub members: Vec<MemberView>,
    /// Whether the state looked at is a member.
    pub own: bool,
}

/// Diplomacy of a state or movement.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DiplomacyView {
    /// The state or movement; none if nothing is looked at.
    pub seat: Option<Seat>,
    /// Its name.
    pub name: String,
    /// Its look on the map; of a movement that of nobody.
    pub look: Look,
    /// Offers that wait, those to the player first.
    pub offers: Vec<OfferView>,
    /// Latest answers, newest first.
    pub answers: Vec<AnswerView>,
    /// Agreements in force.
    pub agreements: Vec<AgreementLine>,
    /// How the player can take each of them back before its time, in the same order; none where that is not to be had.
    pub denounced: Vec<Option<OfferedOrder>>,
    /// What it shows others beyond what there is, where that is known: to itself, and to those who play no side.
    pub feint: Option<String>,
    /// What the player can sign, promise, take back or ask for, group by group.
    pub acts: Vec<OfferedGroup>,
    /// Ground that it disputes with others, open disputes first.
    pub disputes: Vec<DisputeView>,
    /// Relations, those with most in them first.
    pub relations: Vec<RelationView>,
    /// Organisations, its own first.
    pub organisations: Vec<OrganisationView>,
}

/// Most answers that are shown.
const MOST_ANSWERS: usize = 12;
/// Most relations that are shown.
const MOST_RELATIONS: usize = 16;

/// Diplomacy of a state or movement, or, where none is looked at, the organisations alone.
pub fn diplomacy_view(sim: &Simulation, seat: Option<Seat>) -> DiplomacyView {
    let state = match seat {
        Some(Seat::Polity(id)) => Some(id),
        _ => None,
    };
    let mut view = DiplomacyView { organisations: organisations(sim, state), ..DiplomacyView::default() };
    let Some(seat) = seat else { return view };
    view.seat = Some(seat);
    view.name = Speaker(sim.content()).seat(seat).text;
    view.offers = offers(sim, seat);
    view.answers = answers(sim, seat);
    view.agreements = known_agreements(sim, seat);
    view.denounced = acts::denounced_of(sim, seat, &view.agreements);
    view.relations = relations(sim, seat);
    view.acts = acts::acts(sim, seat, &view.relations);
    if let Some(id) = state {
        view.look = Look::of(sim, id);
        view.feint = feint(sim, id);
        view.disputes = disputes::disputes(sim, id);
    }
    view
}

/// How many offers wait for the answer of a seat that has given none yet.
pub fn offers_to_answer(sim: &Simulation, seat: Option<Seat>) -> usize {
    let Some(seat) = seat else { return 0 };
    let answer = |number, accept| given_already(sim, seat, &Order::AnswerOffer { offer: number, accept });
    let open = |number| [true, false].into_iter().all(|accept| answer(number, accept).is_none());
    let waiting = sim.get::<Offers>().waiting().iter();
    waiting.filter(|offer| offer.to == seat && open(offer.number)).count()
}

fn feint(sim: &Simulation, id: PolityId) -> Option<String> {
    let known = sim.get::<Players>().seat().is_none_or(|seat| seat == Seat::Polity(id));
    let feint = sim.get::<Feints>().of(id).filter(|_| known)?;
    let (share, until) = (signed(feint.shown, Unit::Share), feint.until.to_string());
    Some(fill(text!("di.feint"), &[("share", &share), ("until", &until)]))
}

fn offers(sim: &Simulation, about: Seat) -> Vec<OfferView> {
    let speaker = Speaker(sim.content());
    let player = sim.get::<Players>().seat();
    let waiting = sim.get::<Offers>().waiting().iter();
    let mut lines: Vec<_> = waiting
        .filter(|offer| [offer.from, offer.to].contains(&about))
        .map(|offer| OfferView {
            number: offer.number,
            sentence: Sentence::fill(
                text!("di.offer"),
                &[
                    ("from", speaker.acting_seat(offer.from)),
                    ("to", speaker.seat(offer.to)),
                    ("what", Piece::plain(offer_words(sim.content(), &offer.what))),
                ],
            ),
            until: fill(text!("p.until"), &[("when", &offer.expires.to_string())]),
            asked: Some(offer.to) == player,
            trade: matches!(offer.what, OfferKind::TradeTreaty),
            answered: [true, false].into_iter().find_map(|accept| {
                let order = Order::AnswerOffer { offer: offer.number, accept };
                Some((accept, given_already(sim, player?, &order)?))
            }),
        })
        .collect();
    lines.sort_by_key(|line| (!line.asked, line.number));
    lines
}

fn answers(sim: &Simulation, about: Seat) -> Vec<AnswerView> {
    let concerns = |fact: &Fact| match fact {
        Fact::OfferAnswered { from, by, .. } => [*from, *by].contains(&about),
        _ => false,
    };
    let entries = sim.get::<Chronicle>().entries().iter().rev().filter(|entry| concerns(&entry.fact));
    entries
        .take(MOST_ANSWERS)
        .map(|entry| {
            let FactWords { sentence, decision } = fact_words(sim.content(), &entry.fact);
            AnswerView { month: entry.month, sentence, decision }
        })
        .collect()
}

fn relations(sim: &Simulation, of: Seat) -> Vec<RelationView> {
    let line = |(other, terms): (PolityId, RelationTerms)| {
        let number = |what: &str, means: &str, (value, terms): &(f64, TermList)| {
            // Of a dozen things that could lie between two states most do not.
            let felt = terms.as_slice().iter().filter(|term| term.value != 0.0);
            let parts: Vec<_> = felt.map(|term| (label(term.label), term.value)).collect();
            Explained::given(what, *value, Unit::Index).meaning(means).with_parts(How::Drift, parts)
        };
        RelationView {
            other,
            name: sim.content().polities[other].name.clone(),
            look: Look::of(sim, other),
            trust: number(text!("di.trust"), text!("di.trust.means"), &terms.trust),
            tension: number(text!("di.tension"), text!("di.tension.means"), &terms.tension),
            influence: number(text!("di.influence"), text!("di.influence.means"), &terms.influence),
        }
    };
    let mut lines: Vec<_> = explain_relations(sim.world(), of).into_iter().map(line).collect();
    // What fills a foreign minister's day: quarrels, then whom one can move, then friends. Whom one rules is another office's.
    let ruled = |one: &RelationView| sim.polity::<Status>(one.other).ruler().map(Seat::Polity) == Some(of);
    let weight = |one: &RelationView| {
        let moved = if ruled(one) { 0.0 } else { one.influence.value };
        2.0 * one.tension.value + moved + 0.5 * one.trust.value
    };
    lines.sort_by(|a, b| weight(b).total_cmp(&weight(a)).then(a.other.cmp(&b.other)));
    lines.truncate(MOST_RELATIONS);
    lines
}

fn organisations(sim: &Simulation, about: Option<PolityId>) -> Vec<OrganisationView> {
    let content = sim.content();
    let live =
        sim.get::<Organisations>().iter().filter(|(_, organisation)| !organisation.members().is_empty());
    let mut views: Vec<_> = live
        .map(|(id, organisation)| {
            let def = &content.organisations[id];
            let held = explain_bonds(sim.world(), id);
            let member = |&member: &PolityId| MemberView {
                id: member,
                name: content.polities[member].name.clone(),
                look: Look::of(sim, member),
                line: sim.get::<Lines>().of(member),
                leads: def.leader == Some(member),
            };
            OrganisationView {
                id,
                name: def.name.clone(),
                kind: fill(
                    text!("di.kind"),
                    &[("kind", def.kind.words()), ("members", &organisation.members().len().to_string())],
                ),
                cohesion: super::organisations::unity(organisation, &held.terms),
                members: organisation.members().iter().map(member).collect(),
                own: about.is_some_and(|about| organisation.has(about)),
            }
        })
        .collect();
    views.sort_by_key(|view| (!view.own, view.id));
    views
}

/// The same as text, for a reader without a window.
pub fn diplomacy_text(sim: &Simulation, seat: Seat) -> String {
    let view = diplomacy_view(sim, Some(seat));
    let mut out = format!("{}, {}\n", view.name, sim.clock().now());
    let heading = |words: &str| format!("\n{words}\n");
    let none = format!("  {}\n", text!("p.none"));
    out += &heading(text!("di.offers"));
    view.offers.iter().for_each(|line| out += &format!("  {} ({})\n", line.sentence.plain(), line.until));
    view.answers.iter().for_each(|line| out += &format!("  {}: {}\n", line.month, line.sentence.plain()));
    if view.offers.is_empty() && view.answers.is_empty() {
        out += &none;
    }
    out += &heading(text!("di.agreements"));
    view.agreements.iter().for_each(|line| out += &format!("  {} ({})\n", line.sentence.plain(), line.until));
    view.feint.iter().for_each(|feint| out += &format!("  {feint}\n"));
    if view.agreements.is_empty() && view.feint.is_none() {
        out += &none;
    }
    for group in &view.acts {
        out += &heading(&group.title);
        group.orders.iter().for_each(|order| out += &format!("  {}\n", order.text()));
    }
    if !view.disputes.is_empty() {
        out += &heading(text!("di.disputes"));
    }
    for line in &view.disputes {
        out += &format!("  {} {} {}\n", line.sentence.plain(), line.holder, line.stands);
        out += &opened(&line.weight);
        out += &format!("    {}\n", line.because);
    }
    out += &heading(text!("di.relations"));
    for line in &view.relations {
        out += &format!("  {}\n", line.name);
        [&line.trust, &line.tension, &line.influence].into_iter().for_each(|number| out += &opened(number));
    }
    out += &heading(text!("di.organisations"));
    for organisation in view.organisations.iter().filter(|organisation| organisation.own) {
        out += &format!("  {} ({})\n", organisation.name, organisation.kind);
        out += &opened(&organisation.cohesion);
        let names: Vec<_> = organisation.members.iter().map(|member| member.name.as_str()).collect();
        out += &format!("    {}\n", names.join(", "));
    }
    out
}

/// A number with those of its terms that are not nothing.
pub(super) fn opened(number: &Explained) -> String {
    let mut line = format!("    {}: {}", number.what, number.shown());
    let terms = number.terms.iter().filter(|term| term.value.abs() >= 0.005);
    let terms: Vec<_> =
        terms.map(|term| format!("{} {}", term.label, super::words::signed(term.value, term.unit))).collect();
    if !terms.is_empty() {
        line += &format!(" ({})", terms.join(", "));
    }
    line + "\n"
}
