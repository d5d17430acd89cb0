//! Aims of war and terms of peace: what a war is begun for, which terms the front and the will of both allow, what they do.
//!
//! The side that is behind gives, the other takes. What can be given depends on the war: land is taken only by those who hold
//! it to be their own nation's, a government only changed for one of another form. Disputed ground is a strip smaller than the
//! map's territories: what passes is the claim to it.

use bevy::prelude::World;

use crate::base::{Money, MovementId, PolityId, Stream, TerritoryId};
use crate::content::defs::{Content, Passage};
use crate::content::vocabulary::{PeaceTerms, Stat, WarAim, WarKind};
use crate::sim::access::Access;
use crate::sim::diplomacy::{
    Agreement, AgreementTag, AgreementTerms, Agreements, OfferKind, Offers, Recognition, open_dispute,
};
use crate::sim::economy::Accounts;
use crate::sim::effects::Effect;
use crate::sim::movements::{Movement, come_to_power};
use crate::sim::politics::{Control, Government, Lands, Owner, Status};
use crate::sim::population::{Atlas, Clock, Fate, Lore, Seat};
use crate::sim::quantities::Geography;

use super::ConflictRules;
use super::components::{Forces, War, WarSide, Wars};
use super::rules::{self, Bargain};

/// Purpose of luck in this file; those of fighting and of aims come before it.
const IMPOSE: u32 = 4;

/// Part of a territory that is worth holding beyond the end of a war. Own estimate.
const LEAST_HELD: f64 = 0.05;

/// Acts of one state against another that can be asked to end.
const HOSTILE: [AgreementTag; 4] =
    [AgreementTag::Embargo, AgreementTag::Boycott, AgreementTag::Blockade, AgreementTag::Propaganda];

// ----- aims

/// Land held by one state that another holds to be its own: its home, or that of a nation it speaks for.
fn claimed(world: &World, by: PolityId, held_by: PolityId) -> Vec<TerritoryId> {
    let lore = world.resource::<Lore>();
    let lands = world.resource::<Lands>();
    lands.of(held_by).iter().copied().filter(|&territory| is_claimed(lore, by, territory)).collect()
}

fn is_claimed(lore: &Content, by: PolityId, territory: TerritoryId) -> bool {
    let nation = || {
        let mut claims = lore.claims.values();
        claims.any(|claim| claim.claimants.contains(&by) && claim.territories.contains(&territory))
    };
    lore.polities[by].home.contains(&territory) || nation()
}

/// The strongest movement on a state's ground that wants a state of its own for it.
fn to_be_freed(world: &World, held_by: PolityId) -> Option<MovementId> {
    let lore = world.resource::<Lore>();
    let wants = lore.movements.iter().filter(|(id, def)| {
        world.movement::<Movement>(*id).is_alive()
            && world.territory::<Owner>(def.territory).polity() == held_by
            && def.wants != held_by
    });
    let strength = |id: MovementId| world.movement::<Movement>(id).strength();
    wants.map(|(id, _)| id).max_by(|&a, &b| strength(a).total_cmp(&strength(b)).then(b.cmp(&a)))
}

fn differ_in_form(world: &World, a: PolityId, b: PolityId) -> bool {
    world.polity::<Government>(a).form() != world.polity::<Government>(b).form()
}

/// Whether one state does something hostile to another that could be ended.
fn is_hostile(world: &World, to: PolityId, from: PolityId) -> bool {
    let agreements = world.resource::<Agreements>();
    HOSTILE.iter().any(|&tag| agreements.between(from, to, tag).is_some())
        || agreements.between(from, to, AgreementTag::Arms).is_some()
        || !world.resource::<Recognition>().given(from, to)
}

/// Whether a state could begin a war on another for an aim.
pub(in crate::sim) fn aim_stands(world: &World, by: PolityId, against: PolityId, aim: WarAim) -> bool {
    let home = |territory: &TerritoryId| world.resource::<Lore>().polities[by].home.contains(territory);
    match aim {
        WarAim::AtHand => true,
        WarAim::RestoreBorder => claimed(world, by, against).iter().any(home),
        WarAim::TakeLand => !claimed(world, by, against).is_empty(),
        WarAim::DisputedGround => open_dispute(world, by, against).is_some(),
        WarAim::FreeLand => to_be_freed(world, against).is_some(),
        WarAim::Overthrow => differ_in_form(world, by, against),
        WarAim::Compel => is_hostile(world, by, against),
    }
}

/// What a war is begun for where that is left open: land that is held to be one's own comes first, then disputed ground; else, between unlike
/// forms of rule, now and then another government; else an end to hostile acts.
pub(in crate::sim) fn aim_for(world: &World, by: PolityId, against: PolityId, asked: WarAim) -> WarAim {
    if asked != WarAim::AtHand {
        return asked;
    }
    let land = [WarAim::RestoreBorder, WarAim::TakeLand, WarAim::DisputedGround];
    if let Some(aim) = land.into_iter().find(|&aim| aim_stands(world, by, against, aim)) {
        return aim;
    }
    let key = world.resource::<Atlas>().key(Seat::Polity(against));
    let now = world.resource::<Clock>().now();
    let mut luck = world.resource::<Fate>().draw(now, Stream::Conflict, key, IMPOSE);
    let imposed = world.resource::<ConflictRules>().rule_imposed;
    match differ_in_form(world, by, against) && luck.chance(imposed) {
        true => WarAim::Overthrow,
        false => WarAim::Compel,
    }
}

/// The aim of a movement in arms: power in the country, or a country.
pub(in crate::sim) fn aim_of_movement(
    lore: &Content,
    movement: MovementId,
    kind: WarKind,
    ground: PolityId,
) -> WarAim {
    let whole = kind == WarKind::Civil && lore.movements[movement].wants == ground;
    if whole { WarAim::Overthrow } else { WarAim::FreeLand }
}

/// The land that a war for an aim is fought over.
pub(in crate::sim) fn ground_for(
    world: &World,
    by: PolityId,
    against: PolityId,
    aim: WarAim,
) -> Vec<TerritoryId> {
    let lore = world.resource::<Lore>();
    let lands = world.resource::<Lands>();
    let ground: Vec<TerritoryId> = match aim {
        WarAim::RestoreBorder | WarAim::TakeLand => claimed(world, by, against),
        WarAim::DisputedGround => border(world, by, against),
        WarAim::FreeLand => {
            to_be_freed(world, against).map(|id| lore.movements[id].territory).into_iter().collect()
        }
        WarAim::Overthrow | WarAim::Compel | WarAim::AtHand => {
            let home = lore.polities[against].home.iter().copied();
            home.filter(|&territory| lands.owner(territory) == against).collect()
        }
    };
    if ground.is_empty() { lands.of(against).to_vec() } else { ground }
}

/// Where two states touch, on the ground of the second: by land if they do, else the land that is nearest to the first.
fn border(world: &World, by: PolityId, against: PolityId) -> Vec<TerritoryId> {
    let (lore, lands) = (world.resource::<Lore>(), world.resource::<Lands>());
    let touches = |territory: &TerritoryId| {
        let mut neighbours = lore.territories[*territory].neighbours.iter();
        neighbours.any(|next| next.passage == Passage::Land && lands.owner(next.territory) == by)
    };
    let land = lands.of(against).iter().copied();
    let touching: Vec<TerritoryId> = land.clone().filter(touches).collect();
    if !touching.is_empty() {
        return touching;
    }
    let geography = world.resource::<Geography>();
    land.min_by(|&a, &b| geography.steps(by, a).total_cmp(&geography.steps(by, b))).into_iter().collect()
}

/// The part of the land fought over that a war for an aim reaches (0–1).
pub(super) fn reach_of_aim(aim: WarAim, rules: &ConflictRules) -> f64 {
    if aim == WarAim::DisputedGround { rules.border_reach } else { 1.0 }
}

// ----- terms

/// The two states that can make peace for a war of armies, attacker first; none where movements fight.
pub(in crate::sim) fn principals(war: &War) -> Option<[PolityId; 2]> {
    let free = war.attacker.movements.is_empty() && war.defender.movements.is_empty();
    Some([*war.attacker.polities.first()?, *war.defender.polities.first()?]).filter(|_| free)
}

/// The leaders of each war in which go-betweens are at work, attacker first. Where the two fight more than one war, peace
/// between them is about the oldest, so only there.
pub(in crate::sim) fn served_by_go_betweens(wars: &Wars) -> impl Iterator<Item = [PolityId; 2]> {
    let at_work = wars.list().iter().filter(|war| wars.go_betweens_at(war.number));
    at_work.filter_map(|war| {
        let leaders @ [a, b] = principals(war)?;
        let oldest = wars.between(Seat::Polity(a), Seat::Polity(b))?;
        (oldest.number == war.number).then_some(leaders)
    })
}

/// Who leaves if two states on opposite sides make a peace of their own: the one without which its side fights on. None if they
/// end the war between them.
pub(in crate::sim) fn who_leaves(war: &War, from: PolityId, to: PolityId) -> Option<PolityId> {
    // Whoever leads a side of states is the one that the war is fought by; beside movements every state is a helper.
    let may_leave = |id: &PolityId| {
        let own = if war.attacker.polities.contains(id) { &war.attacker } else { &war.defender };
        !own.movements.is_empty() || own.polities.first() != Some(id)
    };
    [from, to].into_iter().find(may_leave)
}

/// Where the two stand at the table: the front, shifted by what is left of the will of each. 0 = the defender could dictate, 1 =
/// the attacker could.
fn position(world: &World, war: &War, [attacker, defender]: [PolityId; 2]) -> f64 {
    let rules = world.resource::<ConflictRules>();
    let will = |polity: PolityId| {
        let at_home = is_home(world, war, polity);
        let legitimacy = world.polity::<Government>(polity).legitimacy();
        rules::will_to_fight(legitimacy, world.polity::<Forces>(polity).weariness(), at_home, rules)
    };
    (war.front + rules.will_at_table * (will(attacker) - will(defender))).clamp(0.0, 1.0)
}

fn is_home(world: &World, war: &War, polity: PolityId) -> bool {
    let lands = world.resource::<Lands>();
    war.over.iter().any(|&territory| lands.owner(territory) == polity)
}

/// Land fought over that one who gives holds and the other holds to be its own.
fn to_be_ceded(world: &World, war: &War, gives: PolityId, takes: PolityId) -> Vec<TerritoryId> {
    let (lore, lands) = (world.resource::<Lore>(), world.resource::<Lands>());
    let ceded =
        |&territory: &TerritoryId| lands.owner(territory) == gives && is_claimed(lore, takes, territory);
    war.over.iter().copied().filter(ceded).collect()
}

/// The land that the attacker holds at the front, with the part of each territory (0–1): what lies nearest to it first.
fn behind_the_line(world: &World, war: &War, attacker: PolityId) -> Vec<(TerritoryId, f64)> {
    let (geography, lands) = (world.resource::<Geography>(), world.resource::<Lands>());
    let mut land = war.over.clone();
    land.sort_by_cached_key(|&territory| (geography.steps(attacker, territory) as u32, territory));
    let held = war.front * war.over.len() as f64;
    let reach = reach_of_aim(war.aim, world.resource::<ConflictRules>());
    let part = |place: usize| (held - place as f64).clamp(0.0, 1.0) * reach;
    let parts = land.into_iter().enumerate().map(|(place, id)| (id, part(place)));
    parts.filter(|&(id, part)| part >= LEAST_HELD && lands.owner(id) != attacker).collect()
}

/// Who gives under terms of peace: the one whose troops go home, the one on whose land the front stands, or the one that is
/// behind.
pub fn giver(world: &World, war: &War, terms: PeaceTerms) -> Option<PolityId> {
    let leaders @ [attacker, defender] = principals(war)?;
    Some(match terms {
        PeaceTerms::Withdrawal => {
            let abroad = |id: &PolityId| !is_home(world, war, *id);
            leaders.into_iter().find(abroad).unwrap_or(attacker)
        }
        PeaceTerms::FrontLine => defender,
        _ if position(world, war, leaders) >= 0.5 => defender,
        _ => attacker,
    })
}

/// Whether terms can be carried out in a war, if somebody gives.
pub(in crate::sim) fn possible(world: &World, war: &War, terms: PeaceTerms, gives: PolityId) -> bool {
    let Some([attacker, defender]) = principals(war) else { return false };
    let takes = if gives == attacker { defender } else { attacker };
    match terms {
        PeaceTerms::AtHand | PeaceTerms::StatusQuo => true,
        PeaceTerms::Withdrawal => !is_home(world, war, gives),
        PeaceTerms::FrontLine => gives == defender && !behind_the_line(world, war, attacker).is_empty(),
        PeaceTerms::Cession => {
            freed(world, war, gives).is_some() || !to_be_ceded(world, war, gives, takes).is_empty()
        }
        PeaceTerms::DisputedGround => open_dispute(world, gives, takes).is_some(),
        PeaceTerms::ChangeOfGovernment => differ_in_form(world, gives, takes),
        PeaceTerms::Concessions => is_hostile(world, takes, gives),
    }
}

/// The movement whose land is freed, if the war was begun for that and the one who holds the land gives.
fn freed(world: &World, war: &War, gives: PolityId) -> Option<MovementId> {
    let attacks = war.attacker.polities.contains(&gives);
    (war.aim == WarAim::FreeLand && !attacks).then(|| to_be_freed(world, gives))?
}

/// The terms by which an aim is reached.
fn terms_of_aim(aim: WarAim) -> PeaceTerms {
    match aim {
        WarAim::Overthrow => PeaceTerms::ChangeOfGovernment,
        WarAim::RestoreBorder | WarAim::TakeLand | WarAim::FreeLand => PeaceTerms::Cession,
        WarAim::DisputedGround => PeaceTerms::DisputedGround,
        WarAim::Compel | WarAim::AtHand => PeaceTerms::Concessions,
    }
}

/// Whether a state has to give what the other side wants: the front and the will of both are such that that side could dictate.
pub(super) fn must_give(world: &World, war: &War, gives: PolityId) -> bool {
    let dictate = world.resource::<ConflictRules>().dictate_from;
    principals(war).is_some_and(|leaders| {
        let position = position(world, war, leaders);
        if war.attacker.polities.contains(&gives) { position <= 1.0 - dictate } else { position >= dictate }
    })
}

/// Terms that the front and the will of both allow now, with the one who gives: the aim where the attacker could dictate, a
/// withdrawal where the defender could, else the line of the front, else things as they were.
pub(in crate::sim) fn terms_at_hand(world: &World, war: &War) -> Option<(PeaceTerms, PolityId)> {
    let leaders @ [attacker, defender] = principals(war)?;
    let dictate = world.resource::<ConflictRules>().dictate_from;
    let position = position(world, war, leaders);
    let behind = if position >= 0.5 { defender } else { attacker };
    let wanted = if position >= dictate {
        [terms_of_aim(war.aim), PeaceTerms::FrontLine]
    } else if position <= 1.0 - dictate {
        [PeaceTerms::Withdrawal, PeaceTerms::StatusQuo]
    } else {
        [PeaceTerms::FrontLine, PeaceTerms::StatusQuo]
    };
    let who = |terms| if terms == PeaceTerms::FrontLine { defender } else { behind };
    let open = wanted.into_iter().find(|&terms| possible(world, war, terms, who(terms)));
    let terms = open.unwrap_or(PeaceTerms::StatusQuo);
    Some((terms, who(terms)))
}

/// What a victory brings: to an attacker its aim, to a defender an end to the attack; either takes what it holds to be its own.
pub(super) fn spoils(world: &World, war: &War, winner: Seat) -> Option<(PeaceTerms, PolityId)> {
    let [attacker, defender] = principals(war)?;
    let attacker_won = war.attacker.has(winner);
    let loser = if attacker_won { defender } else { attacker };
    let wanted = if attacker_won {
        [terms_of_aim(war.aim), PeaceTerms::Cession, PeaceTerms::Concessions]
    } else {
        [PeaceTerms::Cession, PeaceTerms::Withdrawal, PeaceTerms::StatusQuo]
    };
    let open = wanted.into_iter().find(|&terms| possible(world, war, terms, loser));
    Some((open.unwrap_or(PeaceTerms::StatusQuo), loser))
}

/// What terms do once peace is made.
pub(super) fn effects_of(world: &World, war: &War, terms: PeaceTerms, gives: PolityId) -> Vec<Effect> {
    let Some([attacker, defender]) = principals(war) else { return Vec::new() };
    let takes = if gives == attacker { defender } else { attacker };
    let cede = |territory| Effect::Cede { territory, to: takes };
    let mut effects = if terms == PeaceTerms::FrontLine { Vec::new() } else { go_home(world, war) };
    let brought = match terms {
        PeaceTerms::AtHand | PeaceTerms::StatusQuo => Vec::new(),
        PeaceTerms::Withdrawal => vec![face(world, gives)],
        PeaceTerms::FrontLine => {
            let lore = world.resource::<Lore>();
            let whole = |territory, part: f64| part >= 1.0 && is_claimed(lore, attacker, territory);
            let keep = |(territory, share)| match whole(territory, share) {
                true => cede(territory),
                false => Effect::HoldGround { territory, by: attacker, share },
            };
            behind_the_line(world, war, attacker).into_iter().map(keep).collect()
        }
        PeaceTerms::Cession => {
            let status = |polity| *world.polity::<Status>(polity);
            let (lore, lands) = (world.resource::<Lore>(), world.resource::<Lands>());
            let free = |movement| come_to_power(lore, lands, status, movement);
            let mut effects: Vec<Effect> = freed(world, war, gives).map(free).into_iter().collect();
            effects.extend(to_be_ceded(world, war, gives, takes).into_iter().map(cede));
            effects.push(face(world, gives));
            effects
        }
        PeaceTerms::DisputedGround => vec![Effect::DropClaim { by: gives, to: takes }, face(world, gives)],
        PeaceTerms::ChangeOfGovernment => {
            let form = world.polity::<Government>(takes).form();
            vec![Effect::ChangeRule { polity: gives, form, led_by: None }]
        }
        PeaceTerms::Concessions => {
            let end = |&like| Effect::EndAgreement { a: gives, b: takes, like };
            let mut effects: Vec<Effect> = HOSTILE.iter().chain(&[AgreementTag::Arms]).map(end).collect();
            effects.push(Effect::Recognise { by: gives, whom: takes });
            effects.push(face(world, gives));
            effects
        }
    };
    effects.extend(brought);
    effects
}

/// Ground that one side has held of the other's since an earlier war is given back.
fn go_home(world: &World, war: &War) -> Vec<Effect> {
    let sides = war.attacker.polities.iter().chain(&war.defender.polities);
    let all = sides.flat_map(|&by| held_by(world, by).into_iter().map(move |territory| (by, territory)));
    let here = all.filter(|(_, territory)| war.over.contains(territory));
    here.map(|(by, territory)| Effect::HoldGround { territory, by, share: 0.0 }).collect()
}

/// Territories of others of which a state holds a part.
pub(in crate::sim) fn held_by(world: &World, by: PolityId) -> Vec<TerritoryId> {
    let seat = Seat::Polity(by);
    let holds = |&id: &TerritoryId| world.territory::<Control>(id).of(seat) > 0.0;
    world.resource::<Lore>().territories.ids().filter(holds).collect()
}

/// What giving in costs a government at home.
fn face(world: &World, of: PolityId) -> Effect {
    let by = -world.resource::<ConflictRules>().lost_face;
    Effect::Nudge { stat: Stat::Legitimacy, of: Seat::Polity(of), by }
}

/// Reparations of an attacker that was beaten, for what it has done on the other's ground.
pub(super) fn reparations(world: &World, payer: PolityId, to: PolityId) -> Effect {
    let rules = world.resource::<ConflictRules>();
    let since = world.resource::<Clock>().now();
    let monthly = world.polity::<Accounts>(payer).product().real() * rules.reparations_share / 12.0;
    let terms = AgreementTerms::Reparations { monthly: Money::rounded(monthly) };
    let until = Some(since.plus((rules.reparations_years * 12.0) as u32));
    Effect::Agree { agreement: Agreement { a: payer, b: to, terms, since, until } }
}

// ----- what terms are worth

/// What the terms that another has laid on the table would bring a state over what going on promises (−1 to 1); where none lie
/// there, those at hand. `power` is its share in the strength of both, as it believes. None if the two are not at war.
pub(in crate::sim) fn gain(world: &World, of: PolityId, with: PolityId, power: f64) -> Option<f64> {
    let war = world.resource::<Wars>().between(Seat::Polity(of), Seat::Polity(with))?;
    let waiting = world.resource::<Offers>().waiting().iter();
    let mut on_table = waiting.filter(|one| one.from == Seat::Polity(with) && one.to == Seat::Polity(of));
    let offered = on_table.find_map(|one| match one.what {
        OfferKind::Peace { terms, gives } => Some((terms, gives)),
        _ => None,
    });
    let (terms, gives) =
        offered.or_else(|| terms_at_hand(world, war)).unwrap_or((PeaceTerms::StatusQuo, with));
    let attacks = war.attacker.polities.contains(&of);
    let passes = principals(war).map_or(0.0, |[attacker, _]| {
        let held: f64 = behind_the_line(world, war, attacker).iter().map(|(_, part)| part).sum();
        held / (war.over.len().max(1) as f64 * reach_of_aim(war.aim, world.resource::<ConflictRules>()))
    });
    let weariness = world.polity::<Forces>(of).weariness();
    let bargain = Bargain { attacks, gives: gives == of, front: war.front, power, weariness, passes };
    Some(rules::gain_of_peace(terms, &bargain, world.resource::<ConflictRules>()))
}

/// Takes a state out of a war it does not lead. Returns the side it was on: 0 attacks, 1 defends.
pub(super) fn leave(war: &mut War, polity: PolityId) -> Option<usize> {
    let sides: [&mut WarSide; 2] = [&mut war.attacker, &mut war.defender];
    let side = sides.iter().position(|side| side.polities.contains(&polity))?;
    let [attacker, defender] = sides;
    let own = if side == 0 { attacker } else { defender };
    own.polities.retain(|&other| other != polity);
    Some(side)
}
