//! Orders of movements: organise, build a front, choose a strategy, seek a patron, rise, negotiate.

use bevy::prelude::World;

use crate::base::MovementId;
use crate::content::vocabulary::{Ids, Order, Stat, Strategy};
use crate::sim::access::Access;
use crate::sim::diplomacy::{AgreementTag, DiplomacyRules, OfferKind};
use crate::sim::doctrine::MovementDoctrines;
use crate::sim::effects::Effect;
use crate::sim::movements::{Movement, MovementPhase, MovementRules};
use crate::sim::orders::OrderRules;
use crate::sim::orders::blockers::Blocker;
use crate::sim::politics::{Owner, Status};
use crate::sim::population::{Atlas, Lore, Seat};

use super::checks::{Checks, agreed, ahead};
use super::home::amendment;

pub(super) fn check(checks: &mut Checks, by: MovementId, order: &Order<Ids>) {
    let world = checks.world;
    let row = world.movement::<Movement>(by);
    checks.require(row.is_alive(), Blocker::NotInBeing);
    let armed = row.phase() == MovementPhase::InArms;
    match order {
        Order::Organise { .. } => checks.require(row.organisation() < 1.0, Blocker::AlreadySo),
        Order::BuildFront { with } => {
            checks.require(row.front()[with.index()] < 1.0, Blocker::AlreadySo);
        }
        Order::ChooseStrategy { strategy } => {
            checks.require(row.strategy() != *strategy, Blocker::AlreadySo);
            // Open war with armies needs ground on which an army can stand.
            let least = world.resource::<OrderRules>().conventional_control;
            if *strategy == Strategy::Conventional {
                let has = row.control();
                checks.require(
                    has >= least,
                    Blocker::OutOfRange { what: "The ground held".into(), min: least, max: 1.0 },
                );
            }
        }
        Order::SeekPatron { patron } => {
            checks.require(world.polity::<Status>(*patron).is_sovereign(), Blocker::TargetNotInBeing);
            checks.require(row.against() != *patron, Blocker::TargetIsSelf);
            checks.require(row.patron() != Some(*patron), Blocker::AlreadySo);
        }
        Order::Rise => {
            checks.require(!armed, Blocker::AlreadySo);
            let home = world.territory::<Owner>(world.resource::<Lore>().movements[by].territory).polity();
            let talks = agreed(world, row.against(), home, AgreementTag::IndependenceTalks);
            checks.require(!talks, Blocker::AtTheTable);
            let (needs, has) = (world.resource::<MovementRules>().rising_organisation, row.organisation());
            checks.require(has >= needs, Blocker::TooWeakToRise { needs, has });
        }
        Order::Negotiate => {
            checks.require(world.polity::<Status>(row.against()).is_sovereign(), Blocker::TargetNotInBeing);
            checks.matter_for_talks(by);
        }
        Order::AnswerOffer { offer, accept } => {
            super::diplomacy::answer(checks, Seat::Movement(by), *offer, *accept);
        }
        Order::AdoptDoctrine { doctrine, .. } => {
            let lore = world.resource::<Lore>();
            checks.require(lore.doctrines[*doctrine].for_movements, Blocker::WrongSeat);
            let now = world.resource::<MovementDoctrines>().of(by);
            checks.require(now != *doctrine, Blocker::AlreadySo);
        }
        Order::AmendDoctrine { doctrine, parameter, by: step } => {
            let now = world.resource::<MovementDoctrines>().of(by);
            checks.require(now == *doctrine, Blocker::NotItsLine);
            amendment(checks, Seat::Movement(by), *doctrine, parameter, *step);
        }
        _ => checks.block(Blocker::WrongSeat),
    }
}

pub(super) fn effects(world: &World, by: MovementId, order: &Order<Ids>) -> Option<Vec<Effect>> {
    let rules = world.resource::<DiplomacyRules>();
    let atlas = world.resource::<Atlas>();
    let me = atlas.agent(Seat::Movement(by));
    Some(match order {
        Order::Organise { class } => vec![Effect::Organise { movement: by, class: *class }],
        Order::BuildFront { with } => vec![Effect::CourtClass { movement: by, class: *with }],
        Order::ChooseStrategy { strategy } => {
            vec![Effect::ChooseStrategy { movement: by, strategy: *strategy }]
        }
        // To ask is to be known, to be half trusted, and to be seen asking.
        Order::SeekPatron { patron } => {
            let patron = atlas.agent(Seat::Polity(*patron));
            vec![
                Effect::NudgeTrust { of: me, to: patron, by: rules.act_middling },
                Effect::NudgeTrust { of: patron, to: me, by: rules.act_grave },
                Effect::NudgeInfluence { of: patron, over: me, by: rules.act_middling },
                Effect::Nudge { stat: Stat::Taint, of: Seat::Movement(by), by: rules.help_seen },
            ]
        }
        Order::Rise => vec![Effect::Rise { movement: by }],
        Order::Negotiate => {
            let to = Seat::Polity(world.movement::<Movement>(by).against());
            let expires = ahead(world, rules.offer_months as u32);
            vec![Effect::MakeOffer { from: Seat::Movement(by), to, what: OfferKind::Talks, expires }]
        }
        Order::AnswerOffer { offer, accept } => vec![Effect::AnswerOffer { offer: *offer, accept: *accept }],
        Order::AdoptDoctrine { doctrine, scope } => {
            let adopt = Effect::AdoptDoctrine { of: Seat::Movement(by), doctrine: *doctrine, scope: *scope };
            vec![adopt, walk_out(world, by, 1.0)]
        }
        Order::AmendDoctrine { doctrine, parameter, by: step } => {
            let parameter = world.resource::<Lore>().doctrines[*doctrine].position(parameter)? as u16;
            let of = Seat::Movement(by);
            let amend = Effect::AmendDoctrine { of, doctrine: *doctrine, parameter, by: *step };
            vec![amend, walk_out(world, by, step.abs())]
        }
        _ => return None,
    })
}

/// Who cannot follow a change of line leaves: a part of the organisation, the larger the more of the line is changed (0–1).
fn walk_out(world: &World, by: MovementId, changed: f64) -> Effect {
    let part = world.resource::<OrderRules>().change_of_line * changed;
    let organisation = world.movement::<Movement>(by).organisation();
    Effect::Nudge { stat: Stat::Organisation, of: Seat::Movement(by), by: -part * organisation }
}
