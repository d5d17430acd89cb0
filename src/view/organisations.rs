//! One organisation: members by line, unity with its terms, burden, open quarrels, motions with how the vote would go.

use crate::base::{OrganisationId, PolityId};
use crate::content::vocabulary::OrganisationKind;
use crate::sim::Simulation;
use crate::sim::finance::{Budget, BudgetLine};
use crate::sim::organisations::{
    Assembly, Ballot, Lines, Motion, Organisations, Quarrel, Quarrels, Voted, explain_cohesion, forecast,
};
use crate::sim::terms::TermList;

use super::words::{figure, fill, text};
use super::{Explained, How, Unit};

/// A member of an organisation.
#[derive(Debug, Clone, PartialEq)]
pub struct MemberStand {
    /// Which.
    pub id: PolityId,
    /// Its name.
    pub name: String,
    /// Where its line stands (−1..1 each): from revision to dogma, from integration to autonomy.
    pub line: (f64, f64),
    /// Share of its product that goes to forces (0–1).
    pub forces: f64,
    /// Whether it leads.
    pub leads: bool,
}

/// An open quarrel among members.
#[derive(Debug, Clone, PartialEq)]
pub struct QuarrelLine {
    /// In words.
    pub words: String,
    /// The step it stands on (1–5).
    pub steps: usize,
}

/// A motion on the table.
#[derive(Debug, Clone, PartialEq)]
pub struct MotionLine {
    /// Its number.
    pub number: u32,
    /// In words, with when it is voted on.
    pub words: String,
    /// How the vote would go as things stand.
    pub ballot: Ballot,
    /// How each member feels about it (−1..1).
    pub feelings: Vec<(PolityId, f64)>,
}

/// One organisation.
#[derive(Debug, Clone, PartialEq)]
pub struct OneOrganisationView {
    /// Its name.
    pub name: String,
    /// What kind it is and how many belong to it.
    pub kind: String,
    /// Unity (0–1), with what it drifts to.
    pub cohesion: Explained,
    /// What members agreed to spend on forces at least, as a share of the product; none if nothing was agreed.
    pub burden: Option<f64>,
    /// Members in order of accession.
    pub members: Vec<MemberStand>,
    /// Open quarrels among members.
    pub quarrels: Vec<QuarrelLine>,
    /// Motions on the table, of the world organisation.
    pub motions: Vec<MotionLine>,
    /// The latest votes, newest first.
    pub votes: Vec<String>,
}

/// Most votes that are shown.
const MOST_VOTES: usize = 12;

/// An organisation as it stands.
pub fn one_organisation_view(sim: &Simulation, id: OrganisationId) -> OneOrganisationView {
    let content = sim.content();
    let (def, one) = (&content.organisations[id], sim.get::<Organisations>().get(id));
    let mut terms = TermList::default();
    explain_cohesion(sim.world(), id, &mut terms);
    let lines = sim.get::<Lines>();
    let member = |&member: &PolityId| MemberStand {
        id: member,
        name: content.polities[member].name.clone(),
        line: lines.of(member),
        forces: sim.polity::<Budget>(member).share(BudgetLine::Forces),
        leads: def.leader == Some(member),
    };
    let inside = sim.get::<Quarrels>().list().iter();
    let inside = inside.filter(|quarrel| one.has(quarrel.one) && one.has(quarrel.other));
    let assembly = sim.get::<Assembly>();
    let world_wide = def.kind == OrganisationKind::World;
    let motions =
        assembly.waiting().iter().filter(|_| world_wide).filter_map(|motion| motion_line(sim, motion));
    let votes = assembly.voted().iter().rev().filter(|_| world_wide).take(MOST_VOTES);
    OneOrganisationView {
        name: def.name.clone(),
        kind: fill(
            text!("di.kind"),
            &[("kind", def.kind.words()), ("members", &one.members().len().to_string())],
        ),
        cohesion: Explained::given(text!("di.unity"), one.cohesion(), Unit::Index)
            .meaning(text!("di.unity.means"))
            .with_terms(How::Drift, &terms),
        burden: Some(one.burden()).filter(|&burden| burden > 0.0),
        members: one.members().iter().map(member).collect(),
        quarrels: inside.map(|quarrel| quarrel_line(sim, quarrel)).collect(),
        motions: motions.collect(),
        votes: votes.map(|vote| vote_words(sim, vote)).collect(),
    }
}

fn quarrel_line(sim: &Simulation, quarrel: &Quarrel) -> QuarrelLine {
    let name = |id| sim.content().polities[id].name.as_str();
    let words = fill(
        text!("org.quarrel"),
        &[
            ("one", name(quarrel.one)),
            ("other", name(quarrel.other)),
            ("step", quarrel.rung.words()),
            ("since", &quarrel.since.to_string()),
        ],
    );
    QuarrelLine { words, steps: quarrel.steps() }
}

fn motion_line(sim: &Simulation, motion: &Motion) -> Option<MotionLine> {
    let name = |id| sim.content().polities[id].name.as_str();
    let (ballot, feelings) = forecast(sim.world(), motion.number)?;
    let words = fill(
        text!("org.motion"),
        &[
            ("by", name(motion.by)),
            ("motion", motion.kind.words()),
            ("about", name(motion.about)),
            ("when", &motion.vote.to_string()),
        ],
    );
    Some(MotionLine { number: motion.number, words, ballot, feelings })
}

fn vote_words(sim: &Simulation, vote: &Voted) -> String {
    let name = |id| sim.content().polities[id].name.as_str();
    let came = match (vote.ballot.passed, vote.ballot.vetoed) {
        (true, _) => text!("org.carried"),
        (false, true) => text!("org.vetoed"),
        (false, false) => text!("org.lost"),
    };
    fill(
        text!("org.vote"),
        &[
            ("month", &vote.month.to_string()),
            ("by", name(vote.by)),
            ("motion", vote.kind.words()),
            ("about", name(vote.about)),
            ("count", &count(&vote.ballot)),
            ("came", came),
        ],
    )
}

/// A ballot in words: `40 for, 12 against, 5 abstain`.
fn count(ballot: &Ballot) -> String {
    let votes = [("yes", ballot.yes), ("no", ballot.no), ("abstain", ballot.abstain)];
    let votes = votes.map(|(name, votes)| (name, votes.to_string()));
    fill(text!("org.count"), &votes.each_ref().map(|(name, votes)| (*name, votes.as_str())))
}

/// The same as text, for a reader without a window.
pub fn organisation_text(sim: &Simulation, id: OrganisationId) -> String {
    let view = one_organisation_view(sim, id);
    let mut out = format!("{} ({}), {}\n", view.name, view.kind, sim.clock().now());
    out += &super::diplomacy::opened(&view.cohesion);
    if let Some(burden) = view.burden {
        out += &format!("{}\n", fill(text!("org.burden"), &[("share", &figure(burden, Unit::Share))]));
    }
    let heading = |words: &str| format!("\n{words}\n");
    out += &heading(text!("org.members"));
    for member in &view.members {
        let leads = if member.leads { text!("di.leads") } else { "" };
        let forces = figure(member.forces, Unit::Share);
        let line = format!(
            "  {:<36} {:+.2} {:+.2}  {:>7}  {leads}",
            member.name, member.line.0, member.line.1, forces
        );
        out += &format!("{}\n", line.trim_end());
    }
    let mut list = |title: &str, lines: &mut dyn Iterator<Item = String>| {
        let lines: Vec<String> = lines.collect();
        if !lines.is_empty() {
            out += &heading(title);
            lines.iter().for_each(|line| out += &format!("  {line}\n"));
        }
    };
    list(text!("org.quarrels"), &mut view.quarrels.iter().map(|quarrel| quarrel.words.clone()));
    list(
        text!("org.motions"),
        &mut view.motions.iter().map(|motion| format!("{} ({})", motion.words, count(&motion.ballot))),
    );
    list(text!("org.votes"), &mut view.votes.iter().cloned());
    out
}
