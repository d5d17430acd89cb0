//! An organisation for readers without a window: as text, and as JSON.

use serde::Serialize;

use crate::base::{OrganisationId, PolityId};
use crate::campaign::to_names;
use crate::content::defs::Content;
use crate::content::vocabulary::{Names, Order};
use crate::sim::Simulation;
use crate::sim::organisations::{Lines, Organisations, Quarrels, explain_bonds};
use crate::view::words::{figure, sentence_case, signed, text};
use crate::view::{Explained, OfferedOrder, Unit};

use super::members::price_line;
use super::motions::MotionView;
use super::quarrels::quarrel_lines;
use super::{MemberStand, one_organisation_view};

/// A term of unity as JSON.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct UnityTerm {
    /// Its key.
    pub term: &'static str,
    /// What it adds to the level to which unity drifts.
    pub value: f64,
}

/// A member as JSON.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MemberRow {
    /// Id of the state.
    pub state: String,
    /// Its line: revision to dogma, integration to autonomy (−1..1 each).
    pub line: (f64, f64),
    /// Its trust in the leader (0–1).
    pub trust: Option<f64>,
    /// Influence of the leader over it (0–1).
    pub held: Option<f64>,
    /// How unequally the common burden lies on it (0–1).
    pub unequal: f64,
}

/// A quarrel as JSON.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct QuarrelRow {
    /// Ids of the two; who began it first.
    pub between: [String; 2],
    /// The step on which it stands (1–5).
    pub steps: usize,
    /// The highest step so far (1–5).
    pub highest: usize,
    /// The month in which it began.
    pub since: String,
}

/// A motion as JSON.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MotionRow {
    /// Its number in this history.
    pub number: u32,
    /// In words.
    pub words: String,
    /// Votes for, against, and of those who abstain, as things stand.
    pub votes: [u32; 3],
    /// Whether it would be carried.
    pub passes: bool,
}

/// An order of whoever looks, as JSON.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ActRow {
    /// The order, as an order file has it.
    pub order: Order<Names>,
    /// What it is called.
    pub title: String,
    /// What it would come to, in words; empty where it is not open.
    pub then: String,
    /// Its price, in words; empty if none.
    pub price: String,
    /// What stands against it; empty if it is open.
    pub refused: Vec<String>,
}

/// An organisation as JSON.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OrganisationRow {
    /// Its id.
    pub organisation: String,
    /// Unity (0–1).
    pub unity: f64,
    /// The level to which it drifts (0–1).
    pub drifts_to: f64,
    /// What that level is made of.
    pub terms: Vec<UnityTerm>,
    /// Least share of the product for forces that members agreed on; 0 if none.
    pub burden: f64,
    /// Id of the member that leads.
    pub leader: Option<String>,
    /// Members in order of accession.
    pub members: Vec<MemberRow>,
    /// Open quarrels among them.
    pub quarrels: Vec<QuarrelRow>,
    /// Motions on the table.
    pub motions: Vec<MotionRow>,
    /// What whoever looks can do.
    pub acts: Vec<ActRow>,
}

/// An organisation as a row, as a state sees it.
pub fn organisation_row(
    sim: &Simulation,
    eyes: Option<PolityId>,
    id: OrganisationId,
    member: Option<PolityId>,
) -> OrganisationRow {
    let (content, one) = (sim.content(), sim.get::<Organisations>().get(id));
    let state = |polity: PolityId| content.polities[polity].id.clone();
    let held = explain_bonds(sim.world(), id);
    let view = one_organisation_view(sim, eyes, id, member);
    let inside = sim.get::<Quarrels>().list().iter().filter(|it| one.has(it.one) && one.has(it.other));
    let term = |term: &crate::sim::Term| UnityTerm { term: term.label, value: term.value };
    OrganisationRow {
        organisation: content.organisations[id].id.clone(),
        unity: one.cohesion(),
        drifts_to: held.target,
        terms: held.terms.as_slice().iter().map(term).collect(),
        burden: one.burden(),
        leader: held.hegemony.map(|of| state(of.leader)),
        members: view
            .members
            .iter()
            .map(|member| MemberRow {
                state: state(member.id),
                line: sim.get::<Lines>().of(member.id),
                trust: member.trust,
                held: member.held,
                unequal: member.unequal,
            })
            .collect(),
        quarrels: inside
            .map(|it| QuarrelRow {
                between: [it.begun_by, it.against(it.begun_by)].map(state),
                steps: it.steps(),
                highest: it.highest.index() + 1,
                since: it.since.iso(),
            })
            .collect(),
        motions: view.motions.iter().map(motion_row).collect(),
        acts: view.acts.into_iter().flat_map(|group| group.orders).map(|one| act_row(content, one)).collect(),
    }
}

fn motion_row(motion: &MotionView) -> MotionRow {
    let ballot = &motion.ballot;
    MotionRow {
        number: motion.number,
        words: motion.words.plain(),
        votes: [ballot.yes, ballot.no, ballot.abstain],
        passes: ballot.passed,
    }
}

fn act_row(content: &Content, one: OfferedOrder) -> ActRow {
    let OfferedOrder { order, title, then, price, refused, .. } = one;
    ActRow { order: to_names(content, &order), title, then, price, refused }
}

/// An organisation in full, as a state sees it.
pub fn organisation_text(
    sim: &Simulation,
    eyes: Option<PolityId>,
    id: OrganisationId,
    member: Option<PolityId>,
) -> String {
    let view = one_organisation_view(sim, eyes, id, member);
    let mut out = format!("{} ({}; {}), {}\n", view.name, view.kind, view.decides, sim.clock().now());
    out += &format!("{}: {}. {}\n", sentence_case(&view.cohesion.what), view.cohesion.shown(), view.drifts);
    terms_of(&view.cohesion).for_each(|line| out += &format!("{line}\n"));
    if !view.agreed.is_empty() {
        out += &format!("{}\n", view.agreed);
    }
    let mut part = |title: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            out += &format!("\n{title}\n");
            lines.iter().for_each(|line| out += &format!("{}\n", line.trim_end()));
        }
    };
    part(text!("org.members"), view.members.iter().map(member_line).collect());
    if let Some(of) = &view.hegemony {
        let level = |number: &Explained| format!("  {}: {}", sentence_case(&number.what), number.shown());
        let lines = [level(&of.weight), level(&of.pressed), format!("  {}", price_line(of))];
        part(&of.leader.plain(), lines.into());
    }
    part(text!("org.quarrels"), view.quarrels.iter().flat_map(quarrel_lines).collect());
    part(text!("org.motions"), view.motions.iter().flat_map(motion_lines).collect());
    part(text!("org.votes"), view.votes.iter().map(|vote| format!("  {}", vote.plain())).collect());
    for group in &view.acts {
        part(&group.title, group.orders.iter().map(|one| format!("  {}", one.text())).collect());
    }
    out
}

/// The terms of a number that are not nothing, with a bar to the left or right of a middle.
fn terms_of(number: &Explained) -> impl Iterator<Item = String> {
    /// Signs on either side of the middle.
    const SIDE: usize = 12;
    let felt = number.terms.iter().filter(|term| term.value.abs() >= 0.005);
    let most = felt.clone().map(|term| term.value.abs()).fold(0.0, f64::max);
    felt.map(move |term| {
        let length = ((term.value.abs() / most) * SIDE as f64).round() as usize;
        let (left, right) = if term.value < 0.0 {
            ("#".repeat(length), String::new())
        } else {
            (String::new(), "#".repeat(length))
        };
        format!("  {left:>SIDE$}|{right:<SIDE$} {} {}", signed(term.value, term.unit), term.label)
    })
}

fn member_line(member: &MemberStand) -> String {
    let mark = |is: bool, words: &'static str| if is { words } else { "" };
    let level = |value: Option<f64>| value.map_or(String::new(), |value| figure(value, Unit::Index));
    let notes = [
        mark(member.leads, text!("di.leads")),
        mark(member.permanent, text!("org.veto")),
        mark(member.own, text!("p.you")),
        member.bears.as_str(),
    ];
    let notes: Vec<_> = notes.into_iter().filter(|note| !note.is_empty()).collect();
    format!(
        "  {:<36} {:+.2} {:+.2}  {:>4}  {:>4}  {}",
        member.name,
        member.line.0,
        member.line.1,
        level(member.trust),
        level(member.held),
        notes.join("; ")
    )
}

fn motion_lines(motion: &MotionView) -> Vec<String> {
    let mut lines = vec![format!("  {} {}", motion.words.plain(), motion.count)];
    lines.extend(motion.own.as_ref().map(|own| format!("    {}", own.line())));
    lines.extend(motion.lobbying.iter().map(|words| format!("    {}", words.plain())));
    lines
}
