//! Orders in organisations: belonging, consultation and burden, quarrels, motions and lobbying.

use bevy::prelude::World;

use crate::base::{Money, OrganisationId, PolityId, math};
use crate::content::vocabulary::{AidForm, Ids, MotionKind, Order, OrganisationKind, QuarrelRung, System};
use crate::sim::access::Access;
use crate::sim::diplomacy::{Agreement, AgreementTerms, Recognition};
use crate::sim::effects::Effect;
use crate::sim::orders::blockers::Blocker;
use crate::sim::organisations::{
    Assembly, OrganisationAct, OrganisationRules, Organisations, Quarrels, find, has_ground,
};
use crate::sim::politics::Government;
use crate::sim::population::{Clock, Lore};

use super::checks::{Checks, ahead, yearly_budget};

/// Months for which a vote is helped.
const LOBBY_MONTHS: u32 = 12;

pub(super) fn check(checks: &mut Checks, by: PolityId, order: &Order<Ids>) {
    let world = checks.world;
    match *order {
        Order::Join { organisation } => joining(checks, by, organisation),
        Order::LeaveOrganisation { organisation } => {
            membership(checks, by, organisation);
            checks.require(chosen(world, organisation), Blocker::NotOpenTo);
            let led = leader(world, organisation) == Some(by);
            let alone = world.resource::<Organisations>().get(organisation).members().len() == 1;
            checks.require(!led || alone, Blocker::LeadsIt);
        }
        Order::Expel { organisation, whom } => {
            membership(checks, by, organisation);
            checks.require(whom != by, Blocker::TargetIsSelf);
            let there = world.resource::<Organisations>().get(organisation).has(whom);
            checks.require(there, Blocker::NothingThere);
            checks.require(chosen(world, organisation), Blocker::NotOpenTo);
            checks.require(leader(world, organisation) != Some(whom), Blocker::NotLeader);
        }
        Order::Consult { organisation } => {
            membership(checks, by, organisation);
            checks.require(chosen(world, organisation), Blocker::NotOpenTo);
            let alone = world.resource::<Organisations>().get(organisation).members().len() < 2;
            checks.require(!alone, Blocker::NothingThere);
        }
        Order::SetBurden { organisation, share } => {
            checks.range("The share of the product", share, 0.01, 0.15, false);
            membership(checks, by, organisation);
            checks.require(leader(world, organisation) == Some(by), Blocker::NotLeader);
            let pact =
                world.resource::<Lore>().organisations[organisation].kind == OrganisationKind::MilitaryPact;
            checks.require(pact, Blocker::NotAllied);
            let now = world.resource::<Organisations>().get(organisation).burden();
            checks.require((now - share).abs() > 1e-4, Blocker::AlreadySo);
        }
        Order::PressLine { on } => {
            checks.target_state(on);
            let all = world.resource::<Organisations>().iter();
            let led = |(id, one): (OrganisationId, &crate::sim::organisations::Organisation)| {
                chosen(world, id) && leader(world, id) == Some(by) && one.has(by) && one.has(on)
            };
            checks.require(all.into_iter().any(led), Blocker::NotLeader);
        }
        Order::Polemic { with } => polemic(checks, by, with),
        Order::Conciliate { with } => {
            checks.target_state(with);
            let open = world.resource::<Quarrels>().between(by, with).is_some();
            checks.require(open, Blocker::NothingThere);
        }
        Order::TableMotion { motion, about } => tabling(checks, by, motion, about),
        Order::Lobby { whom, motion, share, .. } => {
            checks.range("The share of the budget", share, 0.0, 0.02, true);
            checks.target_state(whom);
            checks.peace(by, whom);
            checks.help_budget(by, share);
            let assembly = world.resource::<Assembly>();
            let Some(motion) = assembly.get(motion) else { return checks.block(Blocker::NothingThere) };
            let once = !motion.lobbying.iter().any(|one| one.by == by && one.whom == whom);
            checks.require(once, Blocker::AlreadySo);
            let seated = seated(world, whom) && ![motion.by, motion.about].contains(&whom);
            checks.require(seated, Blocker::NothingThere);
        }
        _ => checks.block(Blocker::WrongSeat),
    }
}

fn leader(world: &World, id: OrganisationId) -> Option<PolityId> {
    world.resource::<Lore>().organisations[id].leader
}

fn chosen(world: &World, id: OrganisationId) -> bool {
    find::is_by_choice(world.resource::<Lore>().organisations[id].kind)
}

fn membership(checks: &mut Checks, by: PolityId, id: OrganisationId) {
    let member = checks.world.resource::<Organisations>().get(id).has(by);
    checks.require(member, Blocker::NothingThere);
}

/// Whether a state has a seat in the world organisation.
fn seated(world: &World, id: PolityId) -> bool {
    let lore = world.resource::<Lore>();
    let all = world.resource::<Organisations>();
    let world_wide = lore.organisations.iter().find(|(_, def)| def.kind == OrganisationKind::World);
    world_wide.is_some_and(|(one, _)| all.get(one).has(id))
}

/// To enter an organisation its leader must be in it, know the candidate and not be at odds with it beyond a quarrel in
/// words; to found one enough have to follow.
fn joining(checks: &mut Checks, by: PolityId, id: OrganisationId) {
    let world = checks.world;
    let organisation = world.resource::<Organisations>().get(id);
    checks.require(!organisation.has(by), Blocker::AlreadySo);
    checks.require(chosen(world, id), Blocker::NotOpenTo);
    let lead = leader(world, id);
    let founded = organisation.members().is_empty();
    if founded {
        checks.require(lead.is_none_or(|lead| lead == by), Blocker::NotLeader);
    } else if let Some(lead) = lead {
        checks.mutual_recognition(by, lead);
        checks.peace(by, lead);
        let apart = world.resource::<Quarrels>().has_come_to(by, lead, QuarrelRung::Recall);
        checks.require(!apart, Blocker::InQuarrel);
    }
    // Facts cost more than all the rest together.
    if checks.is_clear() {
        if founded {
            let enough = find::can_be_founded(checks.facts(), id);
            checks.require(enough, Blocker::NothingThere);
        } else {
            let open = find::may_belong(checks.facts(), by, id);
            checks.require(open, Blocker::NotOpenTo);
        }
    }
}

fn polemic(checks: &mut Checks, by: PolityId, with: PolityId) {
    let world = checks.world;
    checks.target_state(with);
    let system = |id| world.polity::<Government>(id).form().system();
    let kin = system(by) == system(with) && system(by) != System::South;
    let all = world.resource::<Organisations>();
    let together = all.iter().any(|(id, one)| chosen(world, id) && one.has(by) && one.has(with));
    let quarrels = world.resource::<Quarrels>();
    let open = quarrels.between(by, with);
    checks.require(kin || together || open.is_some(), Blocker::NoCommonCause);
    checks.require(quarrels.next(by, with).is_some(), Blocker::AlreadySo);
    let pause = world.resource::<OrganisationRules>().quarrel_pause as u32;
    let since = open.map_or(pause, |quarrel| world.resource::<Clock>().now().since(quarrel.moved));
    checks.require(since >= pause, Blocker::TooSoon { months: pause.saturating_sub(since) });
}

/// A motion needs a seat, something to move, a place on the table, and some time since the last of its kind.
fn tabling(checks: &mut Checks, by: PolityId, motion: MotionKind, about: PolityId) {
    let world = checks.world;
    let favours = matches!(motion, MotionKind::Admit | MotionKind::Seat);
    if by != about || !favours {
        checks.target_state(about);
        checks.require(seated(world, by), Blocker::NothingThere);
    }
    let known = !favours || by == about || world.resource::<Recognition>().given(by, about);
    checks.require(known, Blocker::NotRecognised);
    let (assembly, rules) = (world.resource::<Assembly>(), world.resource::<OrganisationRules>());
    checks.require(!assembly.waits(motion, about), Blocker::AlreadySo);
    checks.require(assembly.has_room(motion, rules), Blocker::TooMany { most: rules.motions_most as u32 });
    let months = assembly.wait(motion, about, world.resource::<Clock>().now(), rules);
    checks.require(months == 0, Blocker::TooSoon { months });
    if checks.is_clear() {
        checks.require(has_ground(world, motion, about), Blocker::NothingThere);
    }
}

/// The act in or to an organisation that an order is, if it is one.
pub fn organisation_act(world: &World, by: PolityId, order: &Order<Ids>) -> Option<OrganisationAct> {
    use OrganisationAct as A;
    Some(match *order {
        Order::Join { organisation } => A::Join(organisation),
        Order::LeaveOrganisation { organisation } => A::Leave(organisation),
        Order::Expel { organisation, whom } => A::Expel(organisation, whom),
        Order::Consult { organisation } => A::Consult(organisation),
        Order::SetBurden { organisation, share } => A::SetBurden(organisation, share),
        Order::PressLine { on } => A::Press(on),
        Order::Polemic { with } => A::Climb(with),
        Order::Conciliate { with } => A::Descend(with),
        Order::TableMotion { motion, about } => A::Table(motion, about),
        Order::Lobby { whom, motion, yes, share } => {
            let help = yearly_budget(world, by).real() * share;
            let help = math::ratio_or(help, yearly_budget(world, whom).real(), 0.0);
            A::Lobby { whom, motion, yes, help }
        }
        _ => return None,
    })
}

pub(super) fn effects(world: &World, by: PolityId, order: &Order<Ids>) -> Option<Vec<Effect>> {
    let act = Effect::InOrganisation { by, act: organisation_act(world, by, order)? };
    let Order::Lobby { whom, share, .. } = *order else { return Some(vec![act]) };
    let monthly = Money::rounded(yearly_budget(world, by).real() * share / f64::from(LOBBY_MONTHS));
    let terms = AgreementTerms::Aid { form: AidForm::Political, monthly };
    let since = world.resource::<Clock>().now();
    let agreement = Agreement { a: by, b: whom, terms, since, until: Some(ahead(world, LOBBY_MONTHS)) };
    Some(vec![Effect::Agree { agreement }, act])
}
