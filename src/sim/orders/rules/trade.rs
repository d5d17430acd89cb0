//! Orders on trade with others: boycott, blockade, joint embargoes, limits on exports, what is bought first.

use bevy::prelude::World;

use crate::base::{GoodId, PolityId, math};
use crate::content::vocabulary::{Ids, Order, OrganisationKind};
use crate::sim::access::Access;
use crate::sim::conflict::Forces;
use crate::sim::diplomacy::{
    Agreement, AgreementTag, AgreementTerms, Agreements, DiplomacyRules, OfferKind, Recognition,
};
use crate::sim::economy::Accounts;
use crate::sim::effects::Effect;
use crate::sim::orders::blockers::Blocker;
use crate::sim::organisations::{Organisations, weight_with_fellows};
use crate::sim::plan::Plan;
use crate::sim::politics::Status;
use crate::sim::population::{Atlas, Clock, Fate, Lore, Seat};
use crate::sim::trade::{TradePosition, TradeRules};

use super::checks::{Checks, agreed, ahead};

/// Largest part of its usual exports that a state holds back, as the order says.
const MOST_WITHHELD: f64 = 0.5;

pub(super) fn check(checks: &mut Checks, by: PolityId, order: &Order<Ids>) {
    let world = checks.world;
    match order {
        Order::Boycott { against } => {
            checks.target_state(*against);
            checks.no_agreement(by, *against, AgreementTag::Boycott);
            checks.require(!agreed(world, by, *against, AgreementTag::Pact), Blocker::Allied);
        }
        Order::Blockade { against } => {
            checks.target_state(*against);
            checks.no_agreement(by, *against, AgreementTag::Blockade);
            checks.require(!agreed(world, by, *against, AgreementTag::Pact), Blocker::Allied);
            checks.reach(by, *against);
            let (own, other) = (strength(world, by), strength(world, *against));
            let needed = world.resource::<TradeRules>().blockade_advantage;
            checks.require(own >= needed * other, Blocker::InsufficientForces);
        }
        Order::LiftBlockade { from } => checks.agreement(by, *from, AgreementTag::Blockade),
        Order::AskEmbargo { of } => {
            checks.target_state(*of);
            checks.peace(by, *of);
            let allied = agreed(world, by, *of, AgreementTag::Pact) || share_a_bloc(world, by, *of);
            checks.require(allied, Blocker::NotAllied);
            checks.require(to_be_joined(world, by, *of).is_some(), Blocker::NothingThere);
        }
        Order::LimitExports { good, share } => {
            checks.range("The share held back", *share, 0.0, MOST_WITHHELD, false);
            limit(checks, by, *good, *share);
        }
        Order::SetImportPriority { good } => {
            let traded = world.resource::<Lore>().goods[*good].traded;
            checks.require(traded, Blocker::NothingThere);
            let planned = world.polity::<Plan>(by).planned();
            let least = world.resource::<TradeRules>().clearing_threshold;
            checks.require(planned > least, Blocker::NoTradeMonopoly);
            let now = world.polity::<TradePosition>(by).import_priority();
            checks.require(now != Some(*good), Blocker::AlreadySo);
        }
        _ => checks.block(Blocker::WrongSeat),
    }
}

/// A limit on exports needs a traded good and, to be worth its price, weight in the good's market: its own, or that of
/// an association of producers.
fn limit(checks: &mut Checks, by: PolityId, good: GoodId, share: f64) {
    let world = checks.world;
    checks.require(world.resource::<Lore>().goods[good].traded, Blocker::NothingThere);
    let position = world.polity::<TradePosition>(by);
    let now = position.withheld(good);
    checks.require((now - share).abs() >= 1e-4, Blocker::AlreadySo);
    if share > 0.0 {
        let (needs, has) =
            (world.resource::<TradeRules>().least_weight, weight_with_fellows(world, by, good));
        checks.require(has >= needs, Blocker::NoWeightInMarket { needs, has });
    }
}

/// What joining another's embargo needs: a state to embargo that is no ally and under no own embargo yet.
pub(super) fn joining(checks: &mut Checks, by: Seat, against: PolityId) {
    let Seat::Polity(id) = by else {
        checks.block(Blocker::WrongSeat);
        return;
    };
    checks.target_state(against);
    checks.no_agreement(id, against, AgreementTag::Embargo);
    checks.no_agreement(id, against, AgreementTag::Boycott);
    checks.require(!agreed(checks.world, id, against, AgreementTag::Pact), Blocker::Allied);
}

/// Whether one has the other under embargo or boycott.
pub(super) fn embargoed(world: &World, by: PolityId, whom: PolityId) -> bool {
    agreed(world, by, whom, AgreementTag::Embargo) || agreed(world, by, whom, AgreementTag::Boycott)
}

/// The largest state under own embargo that an ally trades with freely, and whether all trade with it is closed.
fn to_be_joined(world: &World, by: PolityId, ally: PolityId) -> Option<(PolityId, bool)> {
    let lists = world.resource::<Agreements>().list().iter().filter(|one| one.a == by);
    let closed = lists.filter_map(|one| match one.terms {
        AgreementTerms::Embargo => Some((one.b, false)),
        AgreementTerms::Boycott => Some((one.b, true)),
        _ => None,
    });
    let open = |id: PolityId| {
        id != ally
            && world.polity::<Status>(id).is_sovereign()
            && !embargoed(world, ally, id)
            && !agreed(world, ally, id, AgreementTag::Pact)
            && !share_a_bloc(world, ally, id)
    };
    let size = |id: PolityId| world.polity::<Accounts>(id).product();
    let (fate, atlas) = (world.resource::<Fate>(), world.resource::<Atlas>());
    let lot = |id| fate.lot(atlas.key(Seat::Polity(by)), atlas.key(Seat::Polity(id)));
    let open = closed.filter(|(id, _)| open(*id));
    open.max_by(|a, b| size(a.0).cmp(&size(b.0)).then_with(|| lot(b.0).cmp(&lot(a.0))))
}

/// Whether two states stand in one pact, community or market.
fn share_a_bloc(world: &World, a: PolityId, b: PolityId) -> bool {
    use OrganisationKind as K;
    let lore = world.resource::<Lore>();
    let binding = |kind| matches!(kind, K::MilitaryPact | K::PlanCommunity | K::Market);
    let mut all = world.resource::<Organisations>().iter();
    all.any(|(id, one)| binding(lore.organisations[id].kind) && one.has(a) && one.has(b))
}

fn strength(world: &World, id: PolityId) -> f64 {
    world.polity::<Forces>(id).strength()
}

pub(super) fn effects(world: &World, by: PolityId, order: &Order<Ids>) -> Option<Vec<Effect>> {
    let rules = world.resource::<DiplomacyRules>();
    let trade = world.resource::<TradeRules>();
    let now = world.resource::<Clock>().now();
    let agent = |id| world.resource::<Atlas>().agent(Seat::Polity(id));
    let agree = |b, terms, months: Option<u32>| Effect::Agree {
        agreement: Agreement {
            a: by,
            b,
            terms,
            since: now,
            until: months.map(|months| ahead(world, months)),
        },
    };
    let end = |b, like| Effect::EndAgreement { a: by, b, like };
    let trust = |of, by_much| Effect::NudgeTrust { of: agent(of), to: agent(by), by: by_much };
    let tension = |with, by_much| Effect::NudgeTension { of: agent(by), with: agent(with), by: by_much };
    Some(match order {
        Order::Boycott { against } => vec![
            end(*against, AgreementTag::TradeTreaty),
            end(*against, AgreementTag::Embargo),
            agree(*against, AgreementTerms::Boycott, None),
            trust(*against, -2.0 * rules.act_middling),
            tension(*against, rules.act_middling),
        ],
        Order::Blockade { against } => vec![
            end(*against, AgreementTag::TradeTreaty),
            agree(*against, AgreementTerms::Blockade, Some(trade.blockade_months as u32)),
            trust(*against, -rules.act_grave),
            tension(*against, rules.act_grave),
        ],
        Order::LiftBlockade { from } => vec![
            end(*from, AgreementTag::Blockade),
            trust(*from, rules.act_small),
            tension(*from, -rules.act_middling),
        ],
        Order::AskEmbargo { of } => {
            let (against, all) = to_be_joined(world, by, *of)?;
            let (from, to) = (Seat::Polity(by), Seat::Polity(*of));
            let expires = ahead(world, rules.offer_months as u32);
            vec![Effect::MakeOffer { from, to, what: OfferKind::JoinEmbargo { against, all }, expires }]
        }
        Order::LimitExports { good, share } => {
            let mut effects = vec![Effect::LimitExports { polity: by, good: *good, share: *share }];
            // Those who live by the good take it as an act against them.
            let recognised = |id: &PolityId| world.resource::<Recognition>().given(*id, by);
            let buyers = world.resource::<crate::sim::trade::TradeFlows>().buyers(by);
            for (id, value) in buyers.into_iter().filter(|(id, _)| recognised(id)) {
                let imported = world.polity::<TradePosition>(id).imported().real();
                if math::ratio_or(value, imported, 0.0) > trade.felt_share && *share > 0.0 {
                    effects.push(trust(id, -rules.act_small));
                }
            }
            effects
        }
        Order::SetImportPriority { good } => {
            vec![Effect::SetImportPriority { polity: by, good: *good }]
        }
        _ => return None,
    })
}
