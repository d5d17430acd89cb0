//! Organisations as a seat sees them: members with what each bears, unity with what makes it, the leader's weight and its price,
//! quarrels with the step they stand on and the way back, motions with how the vote would go, and what the seat can do there.

mod acts;
mod members;
mod motions;
mod quarrels;
mod table;

pub use members::{HegemonyView, MemberStand};
pub use motions::MotionView;
pub use quarrels::{QuarrelStep, QuarrelView};
pub use table::{OrganisationRow, organisation_row, organisation_text};

use crate::base::{OrganisationId, PolityId};
use crate::content::defs::VotingRule;
use crate::content::vocabulary::OrganisationKind;
use crate::sim::agents::Players;
use crate::sim::organisations::{Assembly, Organisation, Organisations, explain_bonds};
use crate::sim::{Seat, Simulation};

use super::words::{Sentence, figure, fill, text};
use super::{Explained, How, OfferedGroup, Unit};

/// An organisation in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct OrganisationLine {
    /// Which.
    pub id: OrganisationId,
    /// Its name.
    pub name: String,
    /// Unity (0–1).
    pub cohesion: f64,
    /// Whether whoever looks belongs to it.
    pub own: bool,
}

/// One organisation in full.
#[derive(Debug, Clone, PartialEq)]
pub struct OneOrganisationView {
    /// Which.
    pub id: OrganisationId,
    /// Its name.
    pub name: String,
    /// What kind it is and how many belong to it.
    pub kind: String,
    /// How it decides.
    pub decides: &'static str,
    /// Unity (0–1), with what makes the level to which it drifts.
    pub cohesion: Explained,
    /// Where it drifts to, in words.
    pub drifts: String,
    /// What members agreed to spend on forces, in words; empty if nothing is agreed.
    pub agreed: String,
    /// The leader's weight and what it costs, where a member leads.
    pub hegemony: Option<HegemonyView>,
    /// Members in order of accession.
    pub members: Vec<MemberStand>,
    /// Open quarrels of members with each other, and of the leader.
    pub quarrels: Vec<QuarrelView>,
    /// Motions on the table, of the world organisation.
    pub motions: Vec<MotionView>,
    /// The latest votes, newest first.
    pub votes: Vec<Sentence>,
    /// What whoever looks can do there, in groups.
    pub acts: Vec<OfferedGroup>,
    /// Whether orders can be given for these acts: the player's own seat.
    pub playable: bool,
}

/// All organisations, and one of them in full.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct OrganisationsView {
    /// Those with members: of whoever looks first.
    pub list: Vec<OrganisationLine>,
    /// The one that is looked at.
    pub one: Option<Box<OneOrganisationView>>,
}

/// What is asked of organisations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OrganisationsAsk {
    /// The one to show in full; the first of the list if not said.
    pub organisation: Option<OrganisationId>,
    /// The member towards whom acts are shown; one that matters if not said.
    pub member: Option<PolityId>,
}

/// Most votes that are shown.
const MOST_VOTES: usize = 12;

/// Organisations as a state sees them; without eyes there are no acts.
pub fn organisations_view(
    sim: &Simulation,
    eyes: Option<PolityId>,
    ask: OrganisationsAsk,
) -> OrganisationsView {
    let content = sim.content();
    let live = sim.get::<Organisations>().iter().filter(|(_, one)| !one.members().is_empty());
    let mut list: Vec<_> = live
        .map(|(id, one)| OrganisationLine {
            id,
            name: content.organisations[id].name.clone(),
            cohesion: one.cohesion(),
            own: eyes.is_some_and(|eyes| one.has(eyes)),
        })
        .collect();
    list.sort_by_key(|line| (!line.own, line.id));
    let shown = ask.organisation.or_else(|| list.first().map(|line| line.id));
    let one = shown.map(|id| Box::new(one_organisation_view(sim, eyes, id, ask.member)));
    OrganisationsView { list, one }
}

/// One organisation as a state sees it, with its acts towards a member; without eyes there are no acts.
pub fn one_organisation_view(
    sim: &Simulation,
    eyes: Option<PolityId>,
    id: OrganisationId,
    member: Option<PolityId>,
) -> OneOrganisationView {
    let (def, one) = (&sim.content().organisations[id], sim.get::<Organisations>().get(id));
    let held = explain_bonds(sim.world(), id);
    let world_wide = def.kind == OrganisationKind::World;
    let focus =
        eyes.and_then(|eyes| member.filter(|&it| it != eyes).or_else(|| focus(sim, eyes, one, def.leader)));
    let votes = sim.get::<Assembly>().voted().iter().rev().filter(|_| world_wide).take(MOST_VOTES);
    OneOrganisationView {
        id,
        name: def.name.clone(),
        kind: fill(
            text!("di.kind"),
            &[("kind", def.kind.words()), ("members", &one.members().len().to_string())],
        ),
        decides: match def.voting {
            VotingRule::Consent => text!("org.decides.Consent"),
            VotingRule::Majority => text!("org.decides.Majority"),
            VotingRule::TwoThirds => text!("org.decides.TwoThirds"),
            VotingRule::Leader => text!("org.decides.Leader"),
        },
        cohesion: unity(one, &held.terms),
        drifts: drifts(one.cohesion(), held.target),
        agreed: agreed(one),
        hegemony: held.hegemony.map(|of| members::hegemony_view(sim, &of)),
        members: members::member_stands(sim, id, &held, eyes, focus),
        quarrels: quarrels::quarrels_of(sim, id, eyes),
        motions: if world_wide { motions::motions(sim, eyes) } else { Vec::new() },
        votes: votes.map(|vote| motions::vote_sentence(sim, vote)).collect(),
        acts: eyes.map(|eyes| acts::acts(sim, eyes, id, focus)).unwrap_or_default(),
        playable: eyes.is_some_and(|eyes| sim.get::<Players>().seat() == Some(Seat::Polity(eyes))),
    }
}

/// Unity with what makes it.
pub(super) fn unity(one: &Organisation, terms: &crate::sim::terms::TermList) -> Explained {
    Explained::given(text!("di.unity"), one.cohesion(), Unit::Index)
        .meaning(text!("di.unity.means"))
        .with_terms(How::Drift, terms)
}

fn drifts(now: f64, target: f64) -> String {
    /// Less than this is no drift.
    const STILL: f64 = 0.01;
    let words = match target - now {
        by if by > STILL => text!("org.drifts.up"),
        by if by < -STILL => text!("org.drifts.down"),
        _ => text!("org.drifts.not"),
    };
    fill(words, &[("to", &figure(target, Unit::Index))])
}

fn agreed(one: &Organisation) -> String {
    if one.burden() > 0.0 {
        fill(text!("org.burden"), &[("share", &figure(one.burden(), Unit::Share))])
    } else {
        String::new()
    }
}

/// The member who matters most to a state: with whom it quarrels, else the leader, else whose line is farthest.
fn focus(sim: &Simulation, own: PolityId, one: &Organisation, leader: Option<PolityId>) -> Option<PolityId> {
    let others = || one.members().iter().copied().filter(|&member| member != own);
    let quarrels = sim.get::<crate::sim::organisations::Quarrels>();
    let sharpest =
        others().filter(|&it| quarrels.steps(own, it) > 0).max_by_key(|&it| quarrels.steps(own, it));
    let lines = sim.get::<crate::sim::organisations::Lines>();
    let apart = |it: PolityId| crate::sim::organisations::distance(lines.of(own), lines.of(it));
    let farthest = || others().max_by(|&a, &b| apart(a).total_cmp(&apart(b)).then(b.cmp(&a)));
    let leads = leader.filter(|&leader| leader != own && one.has(leader));
    sharpest.or(leads).or_else(farthest)
}
