//! Organisations of states: members, unity, lines and quarrels, and the votes of the world organisation.
//!
//! Reads relations, governments, doctrines; writes organisations. States decide to join, leave, consult, press and quarrel
//! ([`acts`]); members vote by one function ([`rules::vote_score`]); the world organisation hears motions for which others
//! lobby, and a permanent member's no is a veto. A quarrel climbs five steps one by one, and from each a step leads back
//! ([`quarrels`]). Source: DESIGN §7.

pub(in crate::sim) mod acts;
mod assembly;
mod ballots;
mod bonds;
mod components;
pub(in crate::sim) mod find;
mod foresight;
mod grounds;
mod producers;
mod quarrels;
mod rules;
mod systems;

pub use acts::OrganisationAct;
pub(in crate::sim) use assembly::may_be_tabled;
pub use assembly::{Assembly, Ballot, Lobbying, Motion, VoteOn, Voted};
pub(in crate::sim) use ballots::{dearest, waverers, world_organisation};
pub use ballots::{explain_vote, forecast};
pub use bonds::{Burden, Hegemony, HeldTogether, MemberTie, explain_bonds};
pub use components::{Lines, Organisation, Organisations};
pub use find::is_by_choice;
pub use foresight::{Comes, Foreseen, Foresight};
pub(in crate::sim) use grounds::has_ground;

pub(in crate::sim) use producers::{Fellows, fellows_of_all, weight_with_fellows};
pub use producers::{held_back_by_others, producers_weight};
pub use quarrels::{Quarrel, Quarrels};
pub use rules::{Mood, distance};

use bevy::prelude::*;

use super::schedule::{Genesis, MonthSchedule, Phase, Subsystem, at};
use super::state::RegisterState;
use crate::content::defs::rule_table;

rule_table! {
    /// Parameters of organisations.
    pub struct OrganisationRules in "organisations" {
        /// Share of votes that admits a new member.
        admission_majority,
        /// Tension from which a member on the other side votes against a candidate (0–1).
        admission_tension,
        /// Months a new state waits before it applies.
        application_months,
        /// People at which a state applies to the world organisation in a quarter of its turns.
        application_people,
        /// Trust in the leader from which a state would found a pact or community with it (0–1).
        join_trust,
        /// Nearness to the leader in rule and line from which it would (0–1).
        join_affinity,
        /// Chance a year that a seller of a good that would join its association does (0–1).
        join_chance,
        /// Chance a year that one that no longer lives by it leaves (0–1).
        leave_chance,
        /// States that would follow with which a leader can found what it is to lead.
        found_members,
        /// Chance a month that sellers associate when enough would (0–1).
        found_chance,
        /// Uncommitted states from which they confer.
        uncommitted_states,
        /// Share of one good in a state's exports from which it joins those who sell it (0–1).
        producers_dependence,
        /// Share in the world's exports of a good with which its sellers can associate (0–1).
        producers_weight,
        /// Sellers from which they associate.
        producers_members,
        /// Half-life of cohesion, months.
        cohesion_half_life,
        /// Cohesion from trust (0–1).
        cohesion_trust,
        /// Cohesion from nearness in rule and line (0–1).
        cohesion_affinity,
        /// Cohesion from a common threat (0–1).
        cohesion_threat,
        /// Cohesion lost by tension between members (0–1).
        cohesion_tension,
        /// Cohesion lost by full hegemony of the leader (0–1).
        cohesion_hegemony,
        /// Cohesion from members that have just been consulted (0–1).
        cohesion_consultation,
        /// Half-life of having been consulted, months.
        consultation_half_life,
        /// Cohesion lost where the burden lies quite unequally (0–1).
        cohesion_burden,
        /// Cohesion lost by a quarrel among members that has come to a split (0–1).
        cohesion_polemic,
        /// Cohesion lost where another member's troops stand in all members (0–1).
        cohesion_intervention,
        /// Cohesion lost by full rivalry for markets (0–1).
        cohesion_rivalry,
        /// Half-life of a line's distance from that of the doctrine in force, months.
        line_half_life,
        /// Part of the way to a leader's line that full influence draws a member's (0–1).
        line_pull,
        /// What standing far behind the frontier of technology adds to dogma in a line, and being there to revision (0–2).
        line_stage,
        /// What weighing as much as the leading state of its system twice over adds to autonomy in a line (0–2).
        line_weight,
        /// Part of the way to the common middle that a conference moves lines (0–1).
        conference_shift,
        /// Part of the way to the leader's line that a member moves that gives way when pressed (0–1).
        press_shift,
        /// Influence and trust against autonomy from which a member gives way (0–2).
        press_yields,
        /// What a press adds to the feeling of being pressed (0–1).
        pressed_step,
        /// Half-life of that feeling, months.
        pressed_half_life,
        /// Months between two steps up in a quarrel.
        quarrel_pause,
        /// Lean to the one that goes from which a member goes with it in a split (0–2).
        split_lean,
        /// Trust and fear against the strain of it from which a member agrees to a common burden (0–2).
        burden_agrees,
        /// Points of the product by which a member that agrees and spends less goes up at once.
        burden_step,
        /// Months from a motion to its vote.
        motion_months,
        /// Months before the same motion about the same state can be tabled again.
        motion_again,
        /// Most motions that wait at a time, admissions not counted.
        motions_most,
        /// Weight of nearness in rule and line in a vote (0–1).
        vote_affinity,
        /// Weight of trust in a vote (0–1).
        vote_trust,
        /// Weight of dependence in a vote (0–1).
        vote_dependence,
        /// Weight of standing on different sides in a vote (0–1).
        vote_camps,
        /// What speaks for letting any state sit (0–1).
        vote_universality,
        /// What speaks against a state one does not recognise (0–2).
        vote_recognition,
        /// Weight of the case itself in a vote (0–1).
        vote_cause,
        /// Weight of one's own line on autonomy in a vote (0–1).
        vote_autonomy,
        /// Weight of having been ruled from abroad in a vote on rule from abroad (0–1).
        vote_past,
        /// Weight of the fear that the same is moved against oneself (0–1).
        vote_precedent,
        /// Most that lobbying adds to a vote (0–1).
        vote_lobbying,
        /// Help over the yearly budget at which lobbying has half of that.
        lobby_half,
        /// Chance that lobbying comes out (0–1).
        lobby_exposure,
        /// How little a member has to feel to abstain (0–1).
        vote_band,
        /// Legitimacy lost by a motion carried against a state (0–1).
        motion_legitimacy,
        /// Weight of opinion at home against dependence on those who voted when a state is told to withdraw (0–1).
        motion_opinion,
        /// Sum from which it withdraws.
        motion_complies,
        /// What a motion against rule from abroad adds to movements under it (0–1).
        motion_heartens,
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Organisations>()
        .init_resource::<Lines>()
        .init_resource::<Quarrels>()
        .init_resource::<Assembly>()
        .resource_state::<Organisations>("organisations")
        .resource_state::<Lines>("organisations.lines")
        .resource_state::<Quarrels>("organisations.quarrels")
        .resource_state::<Assembly>("organisations.assembly")
        .add_systems(Genesis, systems::open.in_set(at(Phase::Calendar, Subsystem::Organisations)))
        .add_systems(MonthSchedule, systems::settle.in_set(at(Phase::Settle, Subsystem::Organisations)));
}
