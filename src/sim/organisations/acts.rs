//! What states do in and to organisations, and what comes of votes.

use bevy::prelude::World;
use serde::{Deserialize, Serialize};

use crate::base::{Month, OrganisationId, PolityId, Stream};
use crate::content::vocabulary::{AidForm, MotionKind, OrganisationKind, QuarrelRung, Stat, System};
use crate::sim::chronicle::Fact;
use crate::sim::diplomacy::{Agreement, AgreementTag, AgreementTerms, Agreements, DiplomacyRules, QUARTER};
use crate::sim::effects::{Effect, Effects};
use crate::sim::finance::BudgetLine;
use crate::sim::movements::Movement;
use crate::sim::population::{Atlas, Clock, Fate, Lore, Seat};
use crate::sim::quantities::{Facts, Rows};

use super::assembly::{Assembly, Ballot, Lobbying, Motion, VoteOn, Voted};
use super::ballots::{Matter, cast, world_organisation};
use super::find::by_choice;
use super::foresight::{burden_vote, founding, invited, parting, yields};
use super::rules::{
    distance, lean, lobby_weight, mood_of_expulsion, mood_of_hearing, mood_of_press, mood_of_step,
    mood_of_step_back, moved,
};
use super::{Lines, OrganisationRules, Organisations, Quarrels};

/// Luck of those who lobby.
const EXPOSED: u32 = 320;

/// An act of a state in or to an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum OrganisationAct {
    /// Asks to be let in, or founds it.
    Join(OrganisationId),
    /// Leaves.
    Leave(OrganisationId),
    /// Asks for a vote on expelling a member.
    Expel(OrganisationId, PolityId),
    /// Calls the members together.
    Consult(OrganisationId),
    /// Has the members agree on what each spends on forces.
    SetBurden(OrganisationId, f64),
    /// Presses a member to come round.
    Press(PolityId),
    /// One step up in an open quarrel.
    Climb(PolityId),
    /// One step back from it.
    Descend(PolityId),
    /// Puts a motion on the table.
    Table(MotionKind, PolityId),
    /// Lobbies a member on a motion.
    Lobby {
        /// Whom.
        whom: PolityId,
        /// Which motion.
        motion: u32,
        /// For which vote.
        yes: bool,
        /// The year's help over the receiver's yearly budget.
        help: f64,
    },
}

/// Carries out [`Effect::InOrganisation`].
pub(in crate::sim) fn carry_out(world: &mut World, by: PolityId, act: OrganisationAct) {
    match act {
        OrganisationAct::Join(id) => join(world, by, id),
        OrganisationAct::Leave(id) => leave(world, by, id),
        OrganisationAct::Expel(id, whom) => expel(world, by, id, whom),
        OrganisationAct::Consult(id) => consult(world, by, id),
        OrganisationAct::SetBurden(id, share) => set_burden(world, by, id, share),
        OrganisationAct::Press(on) => press(world, by, on),
        OrganisationAct::Climb(with) => climb(world, by, with),
        OrganisationAct::Descend(with) => descend(world, by, with),
        OrganisationAct::Table(kind, about) => table(world, kind, by, about),
        OrganisationAct::Lobby { whom, motion, yes, help } => lobby(world, by, whom, motion, yes, help),
    }
}

/// Effects that one act collects before it hands them on.
struct Wake<'w> {
    atlas: &'w Atlas,
    effects: Vec<Effect>,
}

impl<'w> Wake<'w> {
    fn of(world: &'w World) -> Self {
        Self { atlas: world.resource(), effects: Vec::new() }
    }

    fn trust(&mut self, of: impl Into<Seat>, to: PolityId, by: f64) {
        let (of, to) = (self.atlas.agent(of.into()), self.atlas.agent(Seat::Polity(to)));
        self.effects.push(Effect::NudgeTrust { of, to, by });
    }

    fn each_trusts(&mut self, a: PolityId, b: PolityId, by: f64) {
        self.trust(Seat::Polity(a), b, by);
        self.trust(Seat::Polity(b), a, by);
    }

    fn tension(&mut self, a: PolityId, b: PolityId, by: f64) {
        let (of, with) = (self.atlas.agent(Seat::Polity(a)), self.atlas.agent(Seat::Polity(b)));
        self.effects.push(Effect::NudgeTension { of, with, by });
    }

    fn nudge(&mut self, stat: Stat, of: PolityId, by: f64) {
        self.effects.push(Effect::Nudge { stat, of: Seat::Polity(of), by });
    }

    fn tell(&mut self, fact: Fact) {
        self.effects.push(Effect::Tell { fact });
    }
}

fn hand_on(world: &mut World, effects: Vec<Effect>) {
    let mut queue = world.resource_mut::<Effects>();
    effects.into_iter().for_each(|effect| queue.push(effect));
}

/// Enters a member. Whose sales abroad a community of planners draws up cannot promise them to other producers: it leaves those.
pub(super) fn enter(world: &mut World, id: OrganisationId, polity: PolityId) {
    let mut organisations = world.resource_mut::<Organisations>();
    if organisations.list[id].has(polity) {
        return;
    }
    organisations.list[id].members.push(polity);
    hand_on(world, vec![Effect::Tell { fact: Fact::MemberJoined { organisation: id, polity } }]);
    let lore = world.resource::<Lore>().clone();
    if lore.organisations[id].kind == OrganisationKind::PlanCommunity {
        let producers = |one: &OrganisationId| lore.organisations[*one].kind == OrganisationKind::Producers;
        lore.organisations.ids().filter(producers).for_each(|one| leave(world, polity, one));
    }
}

/// Strikes a member off.
pub(super) fn leave(world: &mut World, polity: PolityId, id: OrganisationId) {
    let mut organisations = world.resource_mut::<Organisations>();
    if !organisations.list[id].has(polity) {
        return;
    }
    organisations.list[id].members.retain(|&member| member != polity);
    organisations.list[id].permanent.retain(|&member| member != polity);
    hand_on(world, vec![Effect::Tell { fact: Fact::MemberLeft { organisation: id, polity } }]);
}

fn join(world: &mut World, by: PolityId, id: OrganisationId) {
    let now = world.resource::<Clock>().now();
    if world.resource::<Organisations>().get(id).members().is_empty() {
        let first = founding(&Facts::gather(world), by, id);
        world.resource_mut::<Organisations>().list[id].consulted = now;
        first.into_iter().for_each(|founder| enter(world, id, founder));
        return;
    }
    let matter = Matter { on: VoteOn::Join, by, about: by };
    let ballot = cast(&Facts::gather(world), id, matter, |_| 0.0);
    if ballot.passed {
        enter(world, id, by);
    } else {
        hand_on(world, vec![told(id, matter, ballot)]);
    }
}

fn told(organisation: OrganisationId, matter: Matter, ballot: Ballot) -> Effect {
    let Matter { on, by, about } = matter;
    Effect::Tell { fact: Fact::Voted { organisation, on, by, about, ballot } }
}

fn expel(world: &mut World, by: PolityId, id: OrganisationId, whom: PolityId) {
    let matter = Matter { on: VoteOn::Expel, by, about: whom };
    let ballot = cast(&Facts::gather(world), id, matter, |_| 0.0);
    let mood = mood_of_expulsion(world.resource());
    let mut wake = Wake::of(world);
    wake.each_trusts(by, whom, mood.trust);
    wake.tension(by, whom, mood.tension);
    let mut effects = wake.effects;
    effects.insert(0, told(id, matter, ballot));
    hand_on(world, effects);
    if ballot.passed {
        leave(world, whom, id);
    }
}

/// Who is heard trusts more; those who come together come nearer to each other's line.
fn consult(world: &mut World, by: PolityId, id: OrganisationId) {
    let (guests, _) = invited(world, id, by);
    let now = world.resource::<Clock>().now();
    world.resource_mut::<Organisations>().list[id].consulted = now;
    let rules = *world.resource::<OrganisationRules>();
    let mood = mood_of_hearing(world.resource());
    let mut wake = Wake::of(world);
    for &guest in &guests {
        wake.each_trusts(guest, by, mood.trust);
        wake.tension(guest, by, mood.tension);
    }
    let effects = wake.effects;
    hand_on(world, effects);
    if guests.is_empty() {
        return;
    }
    let mut lines = world.resource_mut::<Lines>();
    let mean = |axis: fn((f64, f64)) -> f64| {
        let sum: f64 = guests.iter().chain([&by]).map(|&one| axis(lines.at[one])).sum();
        sum / (guests.len() + 1) as f64
    };
    let middle = (mean(|line| line.0), mean(|line| line.1));
    for one in guests.into_iter().chain([by]) {
        lines.at[one] = moved(lines.at[one], middle, rules.conference_shift);
    }
}

/// Members agree, or do not, on the least that each spends on its forces; those who voted for it and spend less go part
/// of the way at once.
fn set_burden(world: &mut World, by: PolityId, id: OrganisationId, share: f64) {
    let facts = Facts::gather(world);
    let (ballot, willing) = burden_vote(&facts, by, id, share);
    drop(facts);
    let matter = Matter { on: VoteOn::Burden, by, about: by };
    let mut effects = vec![told(id, matter, ballot)];
    if ballot.passed {
        world.resource_mut::<Organisations>().list[id].burden = share;
        effects.extend(willing.into_iter().map(|(polity, share)| Effect::SetBudgetShare {
            polity,
            line: BudgetLine::Forces,
            share,
        }));
    }
    hand_on(world, effects);
}

/// A leader demands its line of a member: who depends on it gives way and does not forget, others are provoked.
fn press(world: &mut World, by: PolityId, on: PolityId) {
    let rules = *world.resource::<OrganisationRules>();
    let small = world.resource::<DiplomacyRules>().act_small;
    let facts = Facts::gather(world);
    let (own, line) = (facts.polities[by].line, facts.polities[on].line);
    let yielded = yields(&facts, by, on);
    let shared: Vec<OrganisationId> = by_choice(&facts)
        .filter(|(_, def, one)| def.leader == Some(by) && one.has(on))
        .map(|(id, ..)| id)
        .collect();
    drop(facts);
    let share = if yielded { rules.press_shift } else { -0.5 * rules.press_shift };
    world.resource_mut::<Lines>().at[on] = moved(line, own, share);
    let mut organisations = world.resource_mut::<Organisations>();
    for id in shared {
        let pressed = &mut organisations.list[id].pressed;
        *pressed = (*pressed + rules.pressed_step).min(1.0);
    }
    let mood = mood_of_press(yielded, world.resource());
    let mut wake = Wake::of(world);
    if yielded {
        wake.trust(Seat::Polity(on), by, mood.trust);
        wake.nudge(Stat::EliteCohesion, on, -small);
    } else {
        wake.each_trusts(on, by, mood.trust);
        wake.tension(on, by, mood.tension);
        // Who is seen to press and to be refused pays for it.
        wake.nudge(Stat::EliteCohesion, by, -small);
    }
    wake.tell(Fact::LinePressed { by, on, yielded });
    let effects = wake.effects;
    hand_on(world, effects);
}

/// One step up. The later the step, the more it costs both, and the more others have to say on whose side they are.
fn climb(world: &mut World, by: PolityId, with: PolityId) {
    let now = world.resource::<Clock>().now();
    let Some(rung) = world.resource_mut::<Quarrels>().climb(by, with, now) else { return };
    let (small, mood) = {
        let rules = world.resource::<DiplomacyRules>();
        (rules.act_small, mood_of_step(rung, rules))
    };
    let mut wake = Wake::of(world);
    wake.each_trusts(by, with, mood.trust);
    wake.tension(by, with, mood.tension);
    let effects = wake.effects;
    hand_on(world, effects);
    match rung {
        QuarrelRung::Letter => {}
        QuarrelRung::Article => take_positions(world, by, with, 0.5 * small),
        QuarrelRung::Recall => recall_specialists(world, by, with),
        QuarrelRung::Boycott => take_positions(world, by, with, small),
        QuarrelRung::Split => split(world, by, with),
    }
}

/// Ends economic and scientific help between two, both ways.
fn recall_specialists(world: &mut World, a: PolityId, b: PolityId) {
    let ends = |terms: &AgreementTerms| {
        matches!(terms, AgreementTerms::Aid { form: AidForm::Economic | AidForm::Scientific, .. })
    };
    let mut agreements = world.resource_mut::<Agreements>();
    agreements.end(a, b, AgreementTag::Aid, ends);
    agreements.end(b, a, AgreementTag::Aid, ends);
}

/// States of the same system, and movements that would set up such a rule, trust more the one of the two whom they are
/// nearer to, and the other less.
fn take_positions(world: &mut World, a: PolityId, b: PolityId, by: f64) {
    let facts = Facts::gather(world);
    let system = facts.polities[a].system();
    let mut wake = Wake::of(world);
    let two = [a, b];
    let mut side = |seat: Seat, line: (f64, f64)| {
        let me = facts.atlas.agent(seat);
        let trust = two.map(|one| facts.relations.trust(me, facts.agent(one)));
        let apart = two.map(|one| distance(line, facts.polities[one].line));
        let leans = lean(trust, apart);
        let (near, far) = if leans >= 0.0 { (a, b) } else { (b, a) };
        wake.trust(seat, near, by);
        wake.trust(seat, far, -2.0 * by);
    };
    if system != System::South {
        let others = facts.sovereigns.iter().copied().filter(|id| !two.contains(id));
        for id in others.filter(|&id| facts.polities[id].system() == system) {
            side(Seat::Polity(id), facts.polities[id].line);
        }
        for &id in facts.alive.iter().filter(|&&id| facts.movements[id].form.system() == system) {
            side(Seat::Movement(id), facts.content.doctrines[facts.movements[id].doctrine].line);
        }
    }
    let effects = wake.effects;
    drop(facts);
    hand_on(world, effects);
}

/// The two part: who does not lead leaves what the other leads; members that lean clearly to the one who goes, go with it. A
/// pact between the two ends. Parties abroad that quarrel about it lose strength.
fn split(world: &mut World, by: PolityId, with: PolityId) {
    let small = world.resource::<DiplomacyRules>().act_small;
    let facts = Facts::gather(world);
    let going = parting(&facts, by, with);
    let system = facts.polities[by].system();
    let torn = |id: &crate::base::MovementId| {
        system != System::South && facts.movements[*id].form.system() == system
    };
    let parties: Vec<_> = facts.alive.iter().copied().filter(torn).collect();
    drop(facts);
    going.into_iter().for_each(|(id, goes)| leave(world, goes, id));
    world.resource_mut::<Agreements>().end(by, with, AgreementTag::Pact, |_| true);
    recall_specialists(world, by, with);
    take_positions(world, by, with, 2.0 * small);
    let weaker = parties.into_iter().filter(|&id| {
        let movement: &Movement = crate::sim::access::Access::movement(world, id);
        movement.organisation() > 0.1
    });
    let of = weaker.map(|id| Effect::Nudge { stat: Stat::Organisation, of: Seat::Movement(id), by: -small });
    let effects = of.collect();
    hand_on(world, effects);
}

/// One step back: whoever takes it is trusted a little more, and some tension goes.
fn descend(world: &mut World, by: PolityId, with: PolityId) {
    let now = world.resource::<Clock>().now();
    if world.resource_mut::<Quarrels>().descend(by, with, now).is_none() {
        return;
    }
    let (small, mood) = {
        let rules = world.resource::<DiplomacyRules>();
        (rules.act_small, mood_of_step_back(rules))
    };
    let mut wake = Wake::of(world);
    wake.trust(Seat::Polity(with), by, mood.trust);
    wake.trust(Seat::Polity(by), with, small);
    wake.tension(by, with, mood.tension);
    let effects = wake.effects;
    hand_on(world, effects);
}

/// Puts a motion on the table; its vote is some months off.
pub(super) fn table(world: &mut World, kind: MotionKind, by: PolityId, about: PolityId) {
    let now = world.resource::<Clock>().now();
    // Votes are taken at the end of a quarter.
    let ready = now.plus(world.resource::<OrganisationRules>().motion_months as u32);
    let vote = Month(ready.0.next_multiple_of(QUARTER));
    world.resource_mut::<Assembly>().table(kind, by, about, now, vote);
}

/// Help for a vote. If it comes out, the vote is lost to the other side, and so is trust.
fn lobby(world: &mut World, by: PolityId, whom: PolityId, number: u32, yes: bool, help: f64) {
    let rules = *world.resource::<OrganisationRules>();
    let now = world.resource::<Clock>().now();
    let middling = world.resource::<DiplomacyRules>().act_middling;
    let atlas = world.resource::<Atlas>();
    let subject = atlas.key(Seat::Polity(by)) ^ atlas.key(Seat::Polity(whom)).rotate_left(13);
    let exposed =
        world.resource::<Fate>().draw(now, Stream::Politics, subject, EXPOSED).chance(rules.lobby_exposure);
    let weight = lobby_weight(help, &rules) * if exposed { -0.5 } else { 1.0 };
    let mut assembly = world.resource_mut::<Assembly>();
    let Some(motion) = assembly.waiting.iter_mut().find(|motion| motion.number == number) else { return };
    let kind = motion.kind;
    motion.lobbying.push(Lobbying { by, whom, yes, weight });
    if exposed {
        let mut wake = Wake::of(world);
        wake.each_trusts(whom, by, -middling);
        wake.tell(Fact::LobbyExposed { by, whom, kind });
        let effects = wake.effects;
        hand_on(world, effects);
    }
}

/// Votes on the motions that are due, on the rows of this month, and does what was voted.
pub(super) fn vote_on_due(world: &mut World, mut rows: Rows) {
    let now = world.resource::<Clock>().now();
    let due = |motion: &Motion| motion.vote <= now;
    if !world.resource::<Assembly>().waiting.iter().any(due) {
        return;
    }
    let all = std::mem::take(&mut world.resource_mut::<Assembly>().waiting);
    let (due, waiting): (Vec<Motion>, Vec<Motion>) = all.into_iter().partition(due);
    world.resource_mut::<Assembly>().waiting = waiting;
    for motion in due {
        let facts = Facts::resume(world, rows.unsided());
        let stands = |id: PolityId| facts.polities[id].sovereign();
        let id = world_organisation(facts.content).filter(|_| stands(motion.by) && stands(motion.about));
        let matter = Matter::of(&motion);
        let voted = id.map(|id| {
            let ballot = cast(&facts, id, matter, |voter| motion.lobbied(voter));
            let voters = if ballot.passed { for_it(&facts, id, &motion) } else { Vec::new() };
            (id, ballot, voters)
        });
        rows = facts.into_rows();
        let Some((id, ballot, voters)) = voted else { continue };
        let Motion { kind, by, about, .. } = motion;
        world.resource_mut::<Assembly>().remember(Voted { kind, by, about, month: now, ballot });
        hand_on(world, vec![told(id, matter, ballot)]);
        if ballot.passed {
            rows = carry(world, id, &motion, &voters, rows);
        }
    }
}

/// Members that vote for a motion.
fn for_it(facts: &Facts, id: OrganisationId, motion: &Motion) -> Vec<PolityId> {
    let band = facts.bodies.vote_band;
    let members = facts.organisations.get(id).members().iter().copied();
    let sovereign = members.filter(|&member| facts.polities[member].sovereign());
    sovereign.filter(|&member| super::ballots::feels(facts, motion, member) > band).collect()
}

/// What follows from a motion that was carried, on the rows on which it was voted; hands them back.
fn carry(world: &mut World, id: OrganisationId, motion: &Motion, voters: &[PolityId], rows: Rows) -> Rows {
    let rules = *world.resource::<OrganisationRules>();
    let small = world.resource::<DiplomacyRules>().act_small;
    let about = motion.about;
    match motion.kind {
        MotionKind::Admit => {
            enter(world, id, about);
            return rows;
        }
        MotionKind::Seat => {
            give_seat(world, id, about);
            return rows;
        }
        _ => {}
    }
    let facts = Facts::resume(world, rows.unsided());
    let me = facts.agent(about);
    // It weighs on a state as far as it depends on those who voted for it.
    let hold: f64 = voters.iter().map(|&one| facts.relations.influence(facts.agent(one), me)).sum();
    let franchise = facts.polities[about].constitution.franchise;
    let complies = hold + rules.motion_opinion * franchise >= rules.motion_complies;
    let abroad: Vec<PolityId> = facts
        .bound_to(about)
        .filter(|&other| facts.bond(about, other).agreed(AgreementTag::Troops))
        .collect();
    let closed: Vec<PolityId> = voters
        .iter()
        .copied()
        .filter(|&one| !facts.allied(one, about) && !facts.bond(one, about).agreed(AgreementTag::Embargo))
        .collect();
    let held = |id: PolityId| facts.polities[id].status.ruler() == Some(about);
    let peoples: Vec<_> =
        facts.alive.iter().copied().filter(|&one| held(facts.movements[one].home)).collect();
    let rows = facts.into_rows();
    let now = world.resource::<Clock>().now();
    let mut wake = Wake::of(world);
    wake.nudge(Stat::Legitimacy, about, -rules.motion_legitimacy);
    for &voter in voters.iter().filter(|&&voter| voter != about) {
        wake.trust(Seat::Polity(voter), about, -0.5 * small);
    }
    match motion.kind {
        MotionKind::Withdraw if complies => {
            wake.effects.extend(abroad.into_iter().map(|other| Effect::EndAgreement {
                a: about,
                b: other,
                like: AgreementTag::Troops,
            }))
        }
        MotionKind::Sanction => {
            for a in closed {
                wake.effects.push(Effect::EndAgreement { a, b: about, like: AgreementTag::TradeTreaty });
                let terms = AgreementTerms::Embargo;
                let agreement = Agreement { a, b: about, terms, since: now, until: None };
                wake.effects.push(Effect::Agree { agreement });
                wake.tension(a, about, small);
            }
        }
        MotionKind::Decolonise => wake.effects.extend(peoples.into_iter().map(|one| Effect::Nudge {
            stat: Stat::Organisation,
            of: Seat::Movement(one),
            by: rules.motion_heartens,
        })),
        _ => {}
    }
    let effects = wake.effects;
    hand_on(world, effects);
    rows
}

/// A nation has one seat: who takes it takes it from the claimant that sat, its veto included.
fn give_seat(world: &mut World, id: OrganisationId, to: PolityId) {
    let lore = world.resource::<crate::sim::population::Lore>().clone();
    let claim = lore.polities[to].claim.map(|claim| &lore.claims[claim]);
    let sits = |&other: &PolityId| other != to && world.resource::<Organisations>().get(id).has(other);
    let sitting: Vec<PolityId> =
        claim.into_iter().flat_map(|claim| claim.claimants.iter().copied()).filter(sits).collect();
    let mut organisations = world.resource_mut::<Organisations>();
    for seat in organisations.list[id].permanent.iter_mut().filter(|seat| sitting.contains(seat)) {
        *seat = to;
    }
    sitting.into_iter().for_each(|old| leave(world, old, id));
    enter(world, id, to);
}

/// Whether a state called to end a war is still being called so: it weighs on both sides' will to go on.
pub(in crate::sim) fn is_called_to_cease(
    world_assembly: &Assembly,
    sides: &[PolityId],
    now: crate::base::Month,
) -> bool {
    sides.iter().any(|&one| world_assembly.calls_for(MotionKind::Ceasefire, one, now, 12))
}

/// Whether an organisation of this kind is one whose members defend each other.
pub(in crate::sim) const fn defends(kind: OrganisationKind) -> bool {
    matches!(kind, OrganisationKind::MilitaryPact)
}
