//! How a crisis ends: who gives way loses face, who found a way out keeps what was agreed, shots become a war.

use bevy::prelude::World;

use crate::base::PolityId;
use crate::content::vocabulary::{Concession, Occasion, Stat, WarAim, WarKind};
use crate::sim::access::Access;
use crate::sim::chronicle::Fact;
use crate::sim::conflict::WarSide;
use crate::sim::conflict::peace::aim_for;
use crate::sim::diplomacy::AgreementTag;
use crate::sim::effects::{Effect, Effects};
use crate::sim::politics::Status;
use crate::sim::population::{Atlas, Clock, Lore, Seat};

use super::CrisisRules;
use super::components::{Crises, Crisis, CrisisOutcome, EndedCrisis};
use super::moves::{towards, unrecognised};
use super::preview::face_lost;

/// Closes a crisis and does what follows from its outcome.
pub(super) fn close(world: &mut World, crisis: Crisis, outcome: CrisisOutcome) {
    let effects = match outcome {
        CrisisOutcome::ChallengerYielded => gave_way(world, &crisis, 0),
        CrisisOutcome::DefenderYielded => gave_way(world, &crisis, 1),
        CrisisOutcome::Settled => settled(world, &crisis),
        CrisisOutcome::Exchange => vec![Effect::Tell { fact: Fact::GeneralExchange }],
        CrisisOutcome::Faded | CrisisOutcome::War => Vec::new(),
    };
    let month = world.resource::<Clock>().now();
    let told = (outcome != CrisisOutcome::Exchange).then(|| Effect::Tell { fact: ending(&crisis, outcome) });
    world.resource_mut::<Effects>().extend(effects.into_iter().chain(told));
    let mut crises = world.resource_mut::<Crises>();
    if outcome == CrisisOutcome::Exchange {
        crises.exchange = Some(month);
    }
    crises.close(EndedCrisis { crisis, month, outcome });
}

fn ending(crisis: &Crisis, outcome: CrisisOutcome) -> Fact {
    Fact::CrisisEnded {
        challenger: crisis.challenger,
        defender: crisis.defender,
        over: crisis.over,
        outcome,
        rung: crisis.peak,
    }
}

/// The side that gives way loses face and ground.
fn gave_way(world: &World, crisis: &Crisis, loser: usize) -> Vec<Effect> {
    let rules = world.resource::<CrisisRules>();
    let atlas = world.resource::<Atlas>();
    let sides = crisis.sides();
    let agents = sides.map(|side| atlas.agent(Seat::Polity(side)));
    let over = atlas.agent(Seat::Polity(crisis.over));
    let winner = 1 - loser;
    let lost = face_lost(crisis, rules);
    let face = |side: usize, by| Effect::Nudge { stat: Stat::Legitimacy, of: Seat::Polity(sides[side]), by };
    let mut effects = vec![
        face(loser, -lost),
        face(winner, 0.5 * lost),
        Effect::NudgeTension { of: agents[0], with: agents[1], by: rules.scar },
    ];
    // Over what is one's own, influence is nothing to win or lose.
    for (side, by) in [(loser, -lost), (winner, lost)] {
        if agents[side] != over {
            effects.push(Effect::NudgeInfluence { of: agents[side], over, by });
        }
    }
    effects.push(Effect::Occasion { of: sides[loser], occasion: Occasion::LostCrisis });
    if loser == 0 {
        effects.extend(end_of(
            crisis,
            crisis.actor,
            &[AgreementTag::Troops, AgreementTag::Arms, AgreementTag::Blockade],
        ));
        effects.extend(end_of(
            crisis,
            sides[0],
            &[AgreementTag::Troops, AgreementTag::Arms, AgreementTag::Blockade],
        ));
    }
    effects
}

fn end_of<'a>(
    crisis: &'a Crisis,
    a: PolityId,
    kinds: &'a [AgreementTag],
) -> impl Iterator<Item = Effect> + 'a {
    kinds.iter().map(move |&like| Effect::EndAgreement { a, b: crisis.over, like })
}

/// A way out found together leaves less tension than there was, and what was offered for it is carried out.
fn settled(world: &World, crisis: &Crisis) -> Vec<Effect> {
    let rules = world.resource::<CrisisRules>();
    let atlas = world.resource::<Atlas>();
    let [of, with] = crisis.sides().map(|side| atlas.agent(Seat::Polity(side)));
    let mut effects = vec![Effect::NudgeTension { of, with, by: -rules.relief }];
    for (of, to) in [(of, with), (with, of)] {
        effects.push(Effect::NudgeTrust { of, to, by: 0.5 * rules.relief });
        if let Some(mediator) = crisis.mediator {
            let to = atlas.agent(Seat::Polity(mediator));
            effects.push(Effect::NudgeTrust { of, to, by: 0.5 * rules.relief });
        }
    }
    for side in 0..2 {
        if let Some(give) = crisis.gives[side] {
            effects.extend(given(world, crisis, side, give));
        }
    }
    effects
}

/// What a concession does.
fn given(world: &World, crisis: &Crisis, side: usize, give: Concession) -> Vec<Effect> {
    let rules = world.resource::<CrisisRules>();
    let atlas = world.resource::<Atlas>();
    let own = crisis.sides()[side];
    let end = |kinds: &[AgreementTag]| -> Vec<Effect> {
        let both = towards(crisis, side).into_iter();
        both.flat_map(|b| kinds.iter().map(move |&like| Effect::EndAgreement { a: own, b, like })).collect()
    };
    match give {
        Concession::AtHand => Vec::new(),
        Concession::EndArms => end(&[AgreementTag::Arms]),
        Concession::LiftEmbargo => end(&[AgreementTag::Embargo, AgreementTag::Boycott]),
        Concession::LiftBlockade => end(&[AgreementTag::Blockade]),
        Concession::WithdrawTroops => end(&[AgreementTag::Troops]),
        Concession::Recognise => {
            let whom = unrecognised(world, crisis, side);
            whom.map(|whom| Effect::Recognise { by: own, whom }).into_iter().collect()
        }
        Concession::Guarantee => {
            let (of, over) = (atlas.agent(Seat::Polity(own)), atlas.agent(Seat::Polity(crisis.over)));
            let other = atlas.agent(Seat::Polity(crisis.sides()[1 - side]));
            let mut effects = end(&[AgreementTag::Arms, AgreementTag::Propaganda]);
            effects.push(Effect::NudgeTension { of, with: over, by: -rules.relief });
            effects.push(Effect::NudgeTrust { of: over, to: of, by: 0.5 * rules.relief });
            if other != over {
                effects.push(Effect::NudgeInfluence { of: other, over, by: 0.5 * rules.relief });
            }
            effects
        }
    }
}

/// Shots become a war. It is fought over the place the crisis is about; over the defender's own ground where that place
/// is no state of its own.
pub(super) fn open_war(world: &mut World, crisis: &Crisis) {
    let [challenger, defender] = crisis.sides();
    let lore = world.resource::<Lore>();
    let about = crisis.over;
    let ground =
        if about != challenger && world.polity::<Status>(about).is_alive() { about } else { defender };
    let over = lore.polities[ground].home.clone();
    // On ground that is neither's the two fight over each other's acts.
    let asked = if ground == defender { WarAim::AtHand } else { WarAim::Compel };
    let aim = aim_for(world, challenger, defender, asked);
    let atlas = world.resource::<Atlas>();
    let [of, with] = crisis.sides().map(|side| atlas.agent(Seat::Polity(side)));
    let rules = world.resource::<CrisisRules>();
    let broken = -2.0 * rules.relief;
    let side = |id| WarSide { polities: vec![id], movements: Vec::new() };
    let effects = vec![
        Effect::EndAgreement { a: challenger, b: defender, like: AgreementTag::TradeTreaty },
        Effect::OpenWar {
            kind: WarKind::Interstate,
            aim,
            attacker: side(challenger),
            defender: side(defender),
            over,
        },
        Effect::NudgeTrust { of: with, to: of, by: broken },
        Effect::NudgeTension { of, with, by: -broken },
    ];
    world.resource_mut::<Effects>().extend(effects);
}
