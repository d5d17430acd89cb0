//! Crises begin over acts that touch what a rival nuclear power holds dear, and play round by round.

use bevy::prelude::World;

use crate::base::{Draw, PolityId, Stream, hash};
use crate::content::vocabulary::{CrisisMove, Occasion, Order, Stat};
use crate::sim::access::Access;
use crate::sim::agents::{Players, crisis_moves};
use crate::sim::chronicle::{Chronicle, Fact};
use crate::sim::conflict::Forces;
use crate::sim::diplomacy::{AgreementTag, Relations};
use crate::sim::effects::{Effect, Effects};
use crate::sim::perception::Outlook;
use crate::sim::politics::{Lands, Owner};
use crate::sim::population::{Atlas, Clock, Fate, Lore, Seat};
use crate::sim::quantities::{CrisisView, Facts, Geography, nearness, proximity};
use crate::sim::terms::NoTerms;

use super::CrisisRules;
use super::components::{Crises, Crisis, TOP_RUNG};
use super::rules::{MOST_ROUNDS, Round, accident_chance, begin_chance, play, stake};

/// Begins crises over the acts of this month, then plays those under way.
pub(super) fn play_crises(world: &mut World) {
    if world.resource::<Crises>().exchange.is_some() {
        return;
    }
    begin(world);
    let live: Vec<u32> = world.resource::<Crises>().list.iter().map(|crisis| crisis.number).collect();
    for number in live {
        play_one(world, number);
    }
}

/// An act that may touch another power: who did it, and over whom.
fn acts_of_the_month(world: &World) -> Vec<(PolityId, PolityId)> {
    let now = world.resource::<Clock>().now();
    let lore = world.resource::<Lore>();
    let entries = world.resource::<Chronicle>().entries().iter().rev();
    let this_month = entries.take_while(|entry| entry.month == now);
    let mut acts: Vec<_> = this_month
        .filter_map(|entry| match &entry.fact {
            Fact::OrderCarriedOut { by: Seat::Polity(by), order, .. } => match order {
                Order::SendTroops { to, .. } => Some((*by, *to)),
                Order::OpenWar { against } | Order::Blockade { against } => Some((*by, *against)),
                Order::ArmMovement { movement, .. } => {
                    let territory = lore.movements[*movement].territory;
                    Some((*by, world.territory::<Owner>(territory).polity()))
                }
                _ => None,
            },
            _ => None,
        })
        .collect();
    acts.reverse();
    acts
}

fn begin(world: &mut World) {
    let mut acts = acts_of_the_month(world);
    let armed = nuclear_powers(world);
    acts.retain(|&act| may_be_crisis(world, act, &armed));
    if acts.is_empty() {
        return;
    }
    let rules = *world.resource::<CrisisRules>();
    let facts = Facts::gather(world);
    let mut begun: Vec<(PolityId, PolityId, PolityId, [f64; 2])> = Vec::new();
    for (actor, over) in acts {
        let Some(challenger) = nuclear_hand(&facts, actor) else { continue };
        let Some((defender, guards)) = guardian(&facts, challenger, over, &rules) else { continue };
        let same_two = |a: PolityId, b: PolityId| {
            (a == challenger && b == defender) || (a == defender && b == challenger)
        };
        let busy = world.resource::<Crises>().list.iter().any(|one| same_two(one.challenger, one.defender))
            || begun.iter().any(|one| same_two(one.0, one.1));
        let stakes = [stake_of(&facts, challenger, over, &rules), guards];
        let tension = facts.relations.tension(facts.agent(challenger), facts.agent(defender));
        if !busy && luck_of(facts.world, (actor, over)).chance(begin_chance(tension, stakes, &rules)) {
            begun.push((challenger, defender, over, stakes));
        }
    }
    let since = facts.now;
    drop(facts);
    for (challenger, defender, over, stakes) in begun {
        let mut crises = world.resource_mut::<Crises>();
        let number = crises.next;
        crises.next += 1;
        crises.list.push(Crisis {
            number,
            challenger,
            defender,
            over,
            stakes,
            rung: 1,
            rounds: 0,
            exit_offered: [false; 2],
            given: [None; 2],
            since,
        });
        let fact = Fact::CrisisBegun { challenger, defender, over };
        world.resource_mut::<Effects>().push(Effect::Tell { fact });
    }
}

/// The luck of an act by one over another.
fn luck_of(world: &World, (actor, over): (PolityId, PolityId)) -> Draw {
    let (atlas, now) = (world.resource::<Atlas>(), world.resource::<Clock>().now());
    let key = atlas.key(Seat::Polity(actor)) ^ atlas.key(Seat::Polity(over)).rotate_left(13);
    world.resource::<Fate>().draw(now, Stream::Crisis, key, 100)
}

/// Whoever has a warhead, in id order.
fn nuclear_powers(world: &World) -> Vec<PolityId> {
    let forces = world.table::<&Forces>();
    let forces = forces.query_manual(world);
    let all = world.resource::<Lore>().polities.ids().zip(forces.iter());
    all.filter(|(_, forces)| forces.warheads() >= 1.0).map(|(id, _)| id).collect()
}

/// Whether an act becomes a crisis if each nuclear power that takes it up has at stake in it what it would have as an
/// ally; asked before facts are gathered, which costs more.
fn may_be_crisis(world: &World, act: (PolityId, PolityId), armed: &[PolityId]) -> bool {
    let is_armed = |id: &PolityId| armed.contains(id);
    let patron = || world.polity::<Outlook>(act.0).patron();
    let Some(hand) = Some(act.0).filter(is_armed).or_else(|| patron().filter(is_armed)) else { return false };
    let (atlas, relations) = (world.resource::<Atlas>(), world.resource::<Relations>());
    let rules = world.resource::<CrisisRules>();
    let (lands, geography) = (world.resource::<Lands>(), world.resource::<Geography>());
    let agent = |id| atlas.agent(Seat::Polity(id));
    let over = act.1;
    let most = |power| {
        let influence = relations.influence(agent(power), agent(over));
        let near = nearness(lands, geography, power, over);
        stake(influence, near, true, power == over, rules, &mut NoTerms)
    };
    let own = most(hand);
    let chance = |&id: &PolityId| {
        let tension = relations.tension(agent(hand), agent(id));
        begin_chance(tension, [own, most(id)], rules)
    };
    let highest = armed.iter().filter(|&&id| id != hand).map(chance).fold(0.0, f64::max);
    luck_of(world, act).chance(highest)
}

/// The nuclear power behind an act: the actor itself, or the patron it leans on.
fn nuclear_hand(facts: &Facts, actor: PolityId) -> Option<PolityId> {
    let armed = |id: &PolityId| facts.polities[*id].warheads >= 1.0;
    Some(actor).filter(armed).or(facts.polities[actor].patron.filter(armed))
}

/// The nuclear power, not friend of the challenger, that has most at stake in a state, with its stake.
fn guardian(
    facts: &Facts,
    challenger: PolityId,
    over: PolityId,
    rules: &CrisisRules,
) -> Option<(PolityId, f64)> {
    facts
        .polities
        .iter()
        .filter(|(id, row)| {
            *id != challenger && row.sovereign() && row.warheads >= 1.0 && !facts.allied(*id, challenger)
        })
        .map(|(id, _)| (id, stake_of(facts, id, over, rules)))
        .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))
}

fn stake_of(facts: &Facts, power: PolityId, over: PolityId, rules: &CrisisRules) -> f64 {
    let influence = facts.relations.influence(facts.agent(power), facts.agent(over));
    let near = proximity(facts, power, over);
    stake(influence, near, facts.allied(power, over), power == over, rules, &mut NoTerms)
}

fn view(crisis: &Crisis) -> CrisisView {
    CrisisView {
        sides: [crisis.challenger, crisis.defender],
        stakes: crisis.stakes,
        rung: f64::from(crisis.rung) / f64::from(TOP_RUNG),
    }
}

/// Plays a crisis: up to six rounds in its month, or, where a human sits in it, one round a month, so that each of the
/// human's moves can answer the last.
fn play_one(world: &mut World, number: u32) {
    let find = |world: &World| {
        world.resource::<Crises>().list.iter().find(|crisis| crisis.number == number).cloned()
    };
    let Some(mut crisis) = find(world) else { return };
    let player = world.resource::<Players>().seat();
    let human = [crisis.challenger, crisis.defender].map(|side| player == Some(Seat::Polity(side)));
    // A human is told first, and moves from the next month on.
    let now = world.resource::<Clock>().now();
    if (human[0] || human[1]) && crisis.since == now {
        return;
    }
    loop {
        let mut moves = crisis_moves(world, view(&crisis), number, crisis.rounds);
        for side in 0..2 {
            if human[side] {
                moves[side] = crisis.given[side].take().unwrap_or(CrisisMove::Hold);
            }
        }
        crisis.rounds += 1;
        let round = play(crisis.rung, &mut crisis.exit_offered, moves);
        let gave_way = match round {
            Round::Goes { rung } => {
                crisis.rung = rung;
                if accident(world, &mut crisis) {
                    return general_exchange(world, &crisis);
                }
                if crisis.rounds < MOST_ROUNDS {
                    if human[0] || human[1] {
                        return keep(world, crisis);
                    }
                    continue;
                }
                None
            }
            Round::Settled => None,
            Round::GaveWay(side) => Some(side),
        };
        return end(world, crisis, gave_way, round == Round::Settled);
    }
}

fn keep(world: &mut World, crisis: Crisis) {
    let mut crises = world.resource_mut::<Crises>();
    if let Some(place) = crises.list.iter_mut().find(|one| one.number == crisis.number) {
        *place = crisis;
    }
}

/// Throws for an accident in this round; true if it ends in a general exchange.
fn accident(world: &World, crisis: &mut Crisis) -> bool {
    let rules = world.resource::<CrisisRules>();
    let fate = world.resource::<Fate>();
    let now = world.resource::<Clock>().now();
    let subject = hash::mix(u64::from(crisis.number));
    let mut luck = fate.draw(now, Stream::Crisis, subject, 200 + u32::from(crisis.rounds));
    if !luck.chance(accident_chance(crisis.rung, rules)) {
        return false;
    }
    crisis.rung += rules.accident_rungs as u8;
    let armed = [crisis.challenger, crisis.defender]
        .iter()
        .all(|&side| world.polity::<Forces>(side).warheads() >= 1.0);
    if crisis.rung >= TOP_RUNG && armed {
        crisis.rung = TOP_RUNG;
        return true;
    }
    crisis.rung = crisis.rung.min(TOP_RUNG - 1);
    false
}

fn general_exchange(world: &mut World, crisis: &Crisis) {
    let now = world.resource::<Clock>().now();
    let mut crises = world.resource_mut::<Crises>();
    crises.exchange = Some(now);
    crises.list.retain(|one| one.number != crisis.number);
    world.resource_mut::<Effects>().push(Effect::Tell { fact: Fact::GeneralExchange });
}

/// Who gave way loses face and ground; a way out found together leaves less tension than there was.
fn end(world: &mut World, crisis: Crisis, gave_way: Option<usize>, settled: bool) {
    let rules = *world.resource::<CrisisRules>();
    world.resource_mut::<Crises>().list.retain(|one| one.number != crisis.number);
    let sides = [crisis.challenger, crisis.defender];
    let atlas = world.resource::<crate::sim::population::Atlas>();
    let agents = sides.map(|side| atlas.agent(Seat::Polity(side)));
    let over = atlas.agent(Seat::Polity(crisis.over));
    let mut effects = world.resource_mut::<Effects>();
    let tension = |by| Effect::NudgeTension { of: agents[0], with: agents[1], by };
    if let Some(loser) = gave_way {
        let winner = 1 - loser;
        let face =
            |side: usize, by| Effect::Nudge { stat: Stat::Legitimacy, of: Seat::Polity(sides[side]), by };
        let height = 0.5 + 0.5 * f64::from(crisis.rung) / f64::from(TOP_RUNG);
        effects.push(face(loser, -rules.loss_of_face * height));
        effects.push(face(winner, 0.5 * rules.loss_of_face * height));
        effects.push(Effect::NudgeInfluence { of: agents[loser], over, by: -rules.loss_of_face * height });
        effects.push(Effect::NudgeInfluence { of: agents[winner], over, by: rules.loss_of_face * height });
        effects.push(tension(rules.scar));
        effects.push(Effect::Occasion { of: sides[loser], occasion: Occasion::LostCrisis });
        if loser == 0 {
            for like in [AgreementTag::Troops, AgreementTag::Arms] {
                effects.push(Effect::EndAgreement { a: sides[0], b: crisis.over, like });
            }
        }
    } else if settled {
        effects.push(tension(-rules.relief));
        for (of, to) in [(agents[0], agents[1]), (agents[1], agents[0])] {
            effects.push(Effect::NudgeTrust { of, to, by: 0.5 * rules.relief });
        }
    }
    let fact = Fact::CrisisEnded {
        challenger: crisis.challenger,
        defender: crisis.defender,
        over: crisis.over,
        gave_way: gave_way.map(|side| sides[side]),
        rung: crisis.rung,
    };
    effects.push(Effect::Tell { fact });
}
