//! The one evaluator of quantities, over every variant of the vocabulary.

use crate::base::{PolityId, math};
use crate::content::vocabulary::{FormOfRule, Ids, Property, Quantity, System, Who};
use crate::sim::access::Access;
use crate::sim::conflict::peace_gain;
use crate::sim::diplomacy::{Channel, Place};
use crate::sim::economy::property::{ForeignCapital, Holdings, Programmes, Vigour};
use crate::sim::economy::{Consumption, Roles, richness_of};
use crate::sim::organisations::{dearest, distance, find, world_organisation};
use crate::sim::politics::Lands;
use crate::sim::population::Seat;
use crate::sim::trade::TradePosition;

use super::facts::{Facts, front_share};
use super::geography::Geography;
use super::ties::Tie;

/// Whom the relative parties of the vocabulary stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Binding {
    /// `This`.
    pub this: Option<Seat>,
    /// `Target`.
    pub target: Option<Seat>,
    /// `Player`.
    pub player: Option<Seat>,
}

impl Binding {
    /// `This` alone.
    pub fn this(seat: Seat) -> Self {
        Self { this: Some(seat), ..Self::default() }
    }
}

/// Through whose eyes a quantity is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Eyes {
    /// As it is.
    Truth,
    /// As `This` believes it: product, strength and warheads of others come from its estimates.
    Believed,
}

/// The value of a quantity as it is.
pub fn truth(facts: &Facts, what: &Quantity<Ids>, who: Binding) -> f64 {
    read(facts, what, who, Eyes::Truth)
}

/// The value of a quantity as `This` believes it.
pub fn believed(facts: &Facts, what: &Quantity<Ids>, who: Binding) -> f64 {
    read(facts, what, who, Eyes::Believed)
}

/// Whom a party of the vocabulary stands for; `None` if there is nobody of the kind.
pub fn resolve(facts: &Facts, who: &Who<Ids>, binding: Binding) -> Option<Seat> {
    match who {
        Who::This => binding.this,
        Who::Target => binding.target,
        Who::Player => binding.player,
        Who::Ruler => match binding.this? {
            Seat::Polity(id) => facts.polities[id].status.ruler().map(Seat::Polity),
            Seat::Movement(id) => Some(Seat::Polity(facts.movements[id].against)),
        },
        Who::Patron => match binding.this? {
            Seat::Polity(id) => facts.polities[id].patron.map(Seat::Polity),
            Seat::Movement(id) => facts.movements[id].patron.map(Seat::Polity),
        },
        Who::Rival => rival(facts, binding.this?).map(Seat::Polity),
        Who::Polity { id } => Some(Seat::Polity(*id)),
        Who::Movement { id } => Some(Seat::Movement(*id)),
    }
}

fn rival(facts: &Facts, of: Seat) -> Option<PolityId> {
    match of {
        Seat::Polity(id) => facts.polities[id].rival,
        Seat::Movement(id) => Some(facts.movements[id].against),
    }
}

/// The value of a quantity through the eyes given. Always finite.
pub fn read(facts: &Facts, what: &Quantity<Ids>, binding: Binding, eyes: Eyes) -> f64 {
    math::finite_or(value(&Reader { facts, binding, eyes }, what).unwrap_or(0.0), 0.0)
}

/// The threat that one state feels from another, through the eyes given, for those who ask it of many.
pub(in crate::sim) fn threat(facts: &Facts, to: PolityId, from: PolityId, eyes: Eyes) -> f64 {
    let (to, from) = (Seat::Polity(to), Seat::Polity(from));
    let reader = Reader { facts, binding: Binding::this(to), eyes };
    math::finite_or(reader.threat(to, from), 0.0)
}

struct Reader<'f, 'w> {
    facts: &'f Facts<'w>,
    binding: Binding,
    eyes: Eyes,
}

impl<'w> Reader<'_, 'w> {
    fn seat(&self, who: &Who<Ids>) -> Option<Seat> {
        resolve(self.facts, who, self.binding)
    }

    fn home(&self, who: &Who<Ids>) -> Option<PolityId> {
        self.seat(who).map(|seat| self.facts.home(seat))
    }

    /// The row of the polity that is meant; a movement means the ground it lives on.
    fn row(&self, who: &Who<Ids>) -> Option<&super::rows::PolityRow> {
        self.home(who).map(|id| &self.facts.polities[id])
    }

    fn movement(&self, who: &Who<Ids>) -> Option<&super::rows::MovementRow> {
        match self.seat(who)? {
            Seat::Movement(id) => Some(&self.facts.movements[id]),
            Seat::Polity(_) => None,
        }
    }

    /// The record that `This` keeps of another, where estimates count.
    fn record(&self, of: PolityId) -> Option<Place> {
        let Eyes::Believed = self.eyes else { return None };
        let observer = self.binding.this.filter(|&seat| seat != Seat::Polity(of))?;
        self.facts.relations.place(self.facts.atlas.agent(observer), self.facts.agent(of))
    }

    /// What a record holds as an estimate, else the truth.
    fn held(&self, record: Option<Place>, channel: Channel, truth: f64) -> f64 {
        let estimate = record.map_or(0.0, |place| self.facts.relations.at(channel, place));
        // A record opened since the last deliberation holds no estimate yet.
        if estimate > 0.0 { estimate } else { truth }
    }

    /// An estimate by `This` of another, where estimates count and one is kept.
    fn estimate(&self, of: PolityId, channel: Channel, truth: f64) -> f64 {
        self.held(self.record(of), channel, truth)
    }

    fn product(&self, id: PolityId) -> f64 {
        self.estimate(id, Channel::BelievedProduct, self.facts.polities[id].product)
    }

    fn strength(&self, id: PolityId) -> f64 {
        self.estimate(id, Channel::BelievedStrength, self.facts.polities[id].strength)
    }

    fn warheads(&self, id: PolityId) -> f64 {
        self.estimate(id, Channel::BelievedWarheads, self.facts.polities[id].warheads)
    }

    fn strength_against(&self, of: Seat, against: Seat) -> f64 {
        let facts = self.facts;
        match (of, against) {
            (Seat::Movement(id), _) => facts.movements[id].strength,
            (Seat::Polity(_), Seat::Movement(id)) => 1.0 - facts.movements[id].strength,
            (Seat::Polity(a), Seat::Polity(b)) => {
                let (own, other) = (self.strength(a) * self.alarm(a, b), self.strength(b) * self.alarm(b, a));
                math::ratio_or(own, own + other, 0.5)
            }
        }
    }

    /// What alert adds to the strength of one in the eyes of both, while moves in a crisis are chosen (1 or more).
    fn alarm(&self, of: PolityId, against: PolityId) -> f64 {
        let crisis = self.facts.crisis.as_ref();
        let alert = crisis.and_then(|crisis| crisis.side(of, against).map(|side| crisis.alerts[side]));
        1.0 + self.facts.rules.alert_credit * alert.unwrap_or(0.0)
    }

    fn crisis(&self, of: &Who<Ids>, with: &Who<Ids>) -> Option<(super::CrisisView, usize)> {
        self.facts.crisis_of(self.home(of)?, self.home(with)?)
    }

    /// What a side has at stake: the truth of its own, what one believes of the other.
    fn crisis_stake(&self, of: PolityId, with: PolityId) -> Option<f64> {
        let (crisis, side) = self.facts.crisis_of(of, with)?;
        let watched = self.eyes == Eyes::Believed && self.binding.this == Some(Seat::Polity(with));
        Some(if watched { crisis.believed[1 - side] } else { crisis.stakes[side] })
    }

    fn channel(&self, channel: Channel, of: Seat, to: Seat) -> f64 {
        let (atlas, relations) = (self.facts.atlas, self.facts.relations);
        let (of, to) = (atlas.agent(of), atlas.agent(to));
        match channel {
            Channel::Trust => relations.trust(of, to),
            Channel::Tension => relations.tension(of, to),
            _ => relations.influence(of, to),
        }
    }

    fn threat(&self, to: Seat, from: Seat) -> f64 {
        let (Seat::Polity(a), Seat::Polity(b)) = (to, from) else {
            return self.channel(Channel::Tension, to, from) * self.strength_against(from, to);
        };
        let (row, record) = (&self.facts.polities[b], self.record(b));
        let strength = self.held(record, Channel::BelievedStrength, row.strength);
        let felt = crate::sim::perception::rules::threat(
            &crate::sim::perception::rules::ThreatInputs {
                tension: self.channel(Channel::Tension, to, from),
                strength_share: math::ratio_or(strength, strength + self.strength(a), 0.5),
                proximity: proximity(self.facts, a, b),
                projection: math::ratio_or(strength, self.facts.strongest, 0.0).min(1.0),
                warheads: self.held(record, Channel::BelievedWarheads, row.warheads),
                allied: self.facts.allied(a, b),
            },
            self.facts.rules,
            &mut crate::sim::terms::NoTerms,
        );
        // In a crisis what one has at stake is what one stands to lose to the other.
        self.facts.crisis_between(a, b).map_or(felt, |(_, stake)| felt.max(stake))
    }

    fn war_risk(&self, of: PolityId, with: PolityId) -> f64 {
        if self.facts.tied(of, with, Tie::War) {
            return 1.0;
        }
        let tension = self.channel(Channel::Tension, Seat::Polity(of), Seat::Polity(with));
        let rung = self.facts.crisis_between(of, with).map_or(0.0, |(rung, _)| rung);
        crate::sim::perception::rules::war_risk(tension, self.facts.world_tension, rung, self.facts.rules)
    }
}

/// Every variant, one arm each. `None` where the one named does not exist or has no such number.
fn value(at: &Reader, what: &Quantity<Ids>) -> Option<f64> {
    use Quantity as Q;
    let facts = at.facts;
    let share =
        |line: crate::sim::finance::BudgetLine, who: &Who<Ids>| Some(at.row(who)?.shares[line as usize]);
    use crate::sim::finance::BudgetLine as L;
    Some(match what {
        Q::ProductPerHead { of } => {
            let id = at.home(of)?;
            math::ratio_or(at.product(id) * 1000.0, facts.polities[id].people, 0.0)
        }
        Q::WorldShare { of } => math::ratio_or(at.product(at.home(of)?), facts.world_product, 0.0),
        Q::Growth { of } => at.row(of)?.growth,
        Q::LivingStandard { of } => at.row(of)?.standard,
        Q::Legitimacy { of } => at.row(of)?.legitimacy,
        Q::EliteCohesion { of } => at.row(of)?.cohesion,
        Q::LegalRoad { of } => at.facts.legal_road(at.home(of)?),
        Q::Grievance { of } => at.row(of)?.grievance,
        Q::RevolutionarySituation { of } => at.row(of)?.ripeness,
        Q::Credibility { of } => at.row(of)?.credibility,
        Q::Authority { of } => at.row(of)?.authority,
        Q::BudgetBalance { of } => at.row(of)?.balance,
        Q::Reserves { of } => at.row(of)?.reserves,
        Q::DebtBurden { of } => at.row(of)?.debt,
        Q::InvestmentShare { of } => share(L::Investment, of)?,
        Q::ForcesShare { of } => share(L::Forces, of)?,
        Q::WelfareShare { of } => share(L::Welfare, of)?,
        Q::StrengthAgainst { of, against } => at.strength_against(at.seat(of)?, at.seat(against)?),
        Q::Warheads { of } => at.warheads(at.home(of)?),
        Q::CrisisRung { of, with } => at.crisis(of, with)?.0.rung,
        Q::CrisisStake { of, with } => at.crisis_stake(at.home(of)?, at.home(with)?)?,
        Q::CrisisAlert { of, with } => {
            let (crisis, side) = at.crisis(of, with)?;
            crisis.alerts[side]
        }
        Q::Trust { of, to } => at.channel(Channel::Trust, at.seat(of)?, at.seat(to)?),
        Q::Tension { of, with } => at.channel(Channel::Tension, at.seat(of)?, at.seat(with)?),
        Q::Influence { of, over } => at.channel(Channel::Influence, at.seat(of)?, at.seat(over)?),
        Q::RivalInfluence { of, over } => {
            at.channel(Channel::Influence, Seat::Polity(rival(facts, at.seat(of)?)?), at.seat(over)?)
        }
        Q::TradeShare { of, with } => facts.trade_share(at.home(of)?, at.home(with)?),
        Q::Affinity { of, to } => affinity(facts, at.seat(of)?, at.seat(to)?),
        Q::Proximity { of, to } => proximity(facts, at.home(of)?, at.home(to)?),
        Q::Dispute { of, with } => facts.to_regain(at.home(of)?, at.home(with)?),
        Q::Threat { to, from } => at.threat(at.seat(to)?, at.seat(from)?),
        Q::WarRisk { of, with } => at.war_risk(at.home(of)?, at.home(with)?),
        Q::WarWeariness { of } => at.row(of)?.weariness,
        Q::PeaceGain { of, with } => {
            let (own, other) = (at.home(of)?, at.home(with)?);
            let power = at.strength_against(Seat::Polity(own), Seat::Polity(other));
            peace_gain(facts.world, own, other, power).unwrap_or(0.0)
        }
        Q::Allied { of, with } => f64::from(u8::from(facts.allied(at.home(of)?, at.home(with)?))),
        Q::SameSystem { of, with } => {
            f64::from(u8::from(system(facts, at.seat(of)?) == system(facts, at.seat(with)?)))
        }
        Q::AtWar { of } => f64::from(u8::from(match at.seat(of)? {
            Seat::Polity(id) => facts.polities[id].at_war || facts.polities[id].civil_war,
            Seat::Movement(id) => facts.movements[id].in_arms,
        })),
        Q::Need { of } => need(facts, at.seat(of)?),
        Q::Strength { of } => at.movement(of)?.strength,
        Q::Control { of } => at.movement(of)?.control,
        Q::Organisation { of } => at.movement(of)?.organisation,
        Q::FrontBreadth { of } => at.movement(of)?.breadth,
        Q::OutsideHelp { of } => at.movement(of)?.help,
        Q::Taint { of } => at.movement(of)?.taint,
        Q::InternalThreat { of } => at.row(of)?.internal_threat,
        Q::HoldingCost { of } => at.row(of)?.holding_cost.min(1.0),
        Q::RulingClass { of, class } => match at.seat(of)? {
            Seat::Polity(id) => facts.polities[id].coalition[class.index()],
            Seat::Movement(id) => front_share(&facts.movements[id].front, *class),
        },
        Q::CurrentShare { of, current } => at.row(of)?.currents[current.index()],
        Q::Unemployment { of } => at.row(of)?.money.unemployment,
        Q::Inflation { of } => at.row(of)?.money.inflation,
        Q::CreditStrain { of } => at.row(of)?.money.strain,
        Q::CreditCrunch { of } => at.row(of)?.money.crunch,
        Q::RealInterest { of } => at.row(of)?.money.real_interest,
        Q::ProfitRate { of } => at.row(of)?.money.profit,
        Q::Concentration { of } => at.row(of)?.money.concentration,
        Q::MoneyStance { of } => at.row(of)?.money.stance,
        Q::GoldCoverage { of } => at.row(of)?.money.coverage,
        Q::Claims { of } => at.row(of)?.money.claims,
        Q::PaymentsCrisis { of } => f64::from(u8::from(at.row(of)?.payments_crisis)),
        Q::DebtService { of } => at.row(of)?.money.service,
        Q::Arrears { of } => at.row(of)?.arrears,
        Q::CorrelationOfForces { of } => at.row(of)?.correlation,
        Q::TermsOfTrade { of } => at.row(of)?.terms_of_trade,
        Q::ExportDependence { of } => at.row(of)?.dependence,
        Q::SellerWeight { of } => facts.world.polity::<TradePosition>(at.home(of)?).seller_weight(),
        Q::ProducersWeight { of } => facts.fellows(at.home(of)?).weight,
        Q::HeldBackByOthers { of } => facts.fellows(at.home(of)?).held_back,
        Q::Deposits { of } => richness_of(facts.world, at.home(of)?),
        Q::MarketShare { of, with } => facts.market_share(at.home(of)?, at.home(with)?),
        Q::MarketPosition { of } => at.row(of)?.market_position,
        Q::ExportShare { of } => at.row(of)?.export_share,
        Q::InProtocol { of, with } => {
            f64::from(u8::from(facts.community.protocol(at.home(of)?, at.home(with)?)))
        }
        Q::DeliveryArrears { of, to } => facts.community.arrears(at.home(of)?, at.home(to)?),
        Q::RawRole { of } => facts.raw_role(at.home(of)?),
        Q::RelativeLevel { of, to } => {
            let (own, other) = (at.row(of)?.level, at.row(to)?.level);
            math::ratio_or(own, own + other, 0.5)
        }
        Q::CommunityBurden { of } => at.row(of)?.burden,
        Q::PlansTogether { of, with } => {
            f64::from(u8::from(facts.plan_together(at.home(of)?, at.home(with)?)))
        }
        Q::SpaceFirsts { of } => f64::from(facts.space.firsts(at.home(of)?)),
        Q::WorldTension => facts.world_tension,
        Q::SovereignStates => facts.sovereigns.len() as f64,
        Q::MonthsPlayed => f64::from(facts.played),
        Q::Year => f64::from(facts.now.year()),
        Q::Planned { of } => at.row(of)?.plan.planned,
        Q::Shortage { of } => at.row(of)?.plan.shortage,
        Q::Queues { of } => at.row(of)?.plan.queues,
        Q::PlanFulfilment { of } => {
            let fulfilment = at.row(of)?.plan.fulfilment;
            // Nobody sees more than what is reported, the planners themselves included.
            if at.eyes == Eyes::Believed { fulfilment.reported } else { fulfilment.truth }
        }
        Q::Padding { of } => at.row(of)?.plan.padding,
        Q::PlanYearsLeft { of } => at.row(of)?.plan.years_left,
        Q::ReformDepth { of } => at.row(of)?.plan.reformed,
        Q::SectorShare { of, sector, property } => {
            facts.world.polity::<Holdings>(at.home(of)?).sector(*sector, *property)
        }
        Q::ForeignShare { of } => {
            let id = at.home(of)?;
            let abroad = facts.world.polity::<ForeignCapital>(id).is_held_abroad();
            if abroad { facts.world.polity::<Holdings>(id).share(Property::Foreign) } else { 0.0 }
        }
        Q::ProfitsAbroad { of } => facts.world.polity::<ForeignCapital>(at.home(of)?).taken(),
        Q::SafetyOfProperty { of } => facts.world.polity::<ForeignCapital>(at.home(of)?).safety(),
        Q::Sowings { of } => {
            let food = facts.world.resource::<Roles>().food();
            facts.world.polity::<Vigour>(at.home(of)?).of(food)
        }
        Q::FoodSecurity { of } => facts.world.polity::<Consumption>(at.home(of)?).food_security(),
        Q::LineDistance { of, to } => distance(line(facts, at.seat(of)?), line(facts, at.seat(to)?)),
        Q::QuarrelRung { of, with } => facts.quarrels.steps(at.home(of)?, at.home(with)?) as f64,
        Q::Leads { of } => find::followers(facts, at.home(of)?).count() as f64,
        Q::Unity { of, with } => find::led_between(facts, at.home(of)?, at.home(with)?)
            .map_or(0.5, |id| facts.organisations.get(id).cohesion()),
        Q::Unconsulted { of } => find::unconsulted(facts, at.home(of)?),
        Q::Offence { of } => facts.offence(at.home(of)?),
        Q::HasSeat { of } => {
            let id = at.home(of)?;
            let seated =
                world_organisation(facts.content).is_some_and(|one| facts.organisations.get(one).has(id));
            f64::from(u8::from(seated))
        }
        Q::MotionStake { of } => dearest(facts, at.home(of)?).map_or(0.0, |(_, felt)| felt.abs()),
        Q::PropertyResistance { of } => facts.world.polity::<Programmes>(at.home(of)?).resistance(),
        Q::ProgrammeUnderWay { of, programme } => {
            let runs = facts.world.polity::<Programmes>(at.home(of)?).of(*programme).is_some();
            f64::from(u8::from(runs))
        }
    })
}

pub(super) fn form(facts: &Facts, seat: Seat) -> FormOfRule {
    match seat {
        Seat::Polity(id) => facts.polities[id].form,
        Seat::Movement(id) => facts.movements[id].form,
    }
}

fn system(facts: &Facts, seat: Seat) -> System {
    form(facts, seat).system()
}

/// Nearness on the map: 1 for neighbours, else falling with the distance between seats of government.
#[inline]
pub(in crate::sim) fn proximity(facts: &Facts, a: PolityId, b: PolityId) -> f64 {
    nearness(facts.lands, facts.geography, a, b)
}

/// The same before facts are gathered.
#[inline]
pub(in crate::sim) fn nearness(lands: &Lands, geography: &Geography, a: PolityId, b: PolityId) -> f64 {
    if a == b || lands.are_neighbours(a, b) { 1.0 } else { geography.nearness(a, b) }
}

/// Nearness of form of rule and line (0–1) of two seats.
#[inline]
pub fn affinity(facts: &Facts, a: Seat, b: Seat) -> f64 {
    facts.kinship.affinity((form(facts, a), line(facts, a)), (form(facts, b), line(facts, b)))
}

/// The line of a seat: of a state its own, of a movement that of its doctrine.
#[inline]
pub(super) fn line(facts: &Facts, seat: Seat) -> (f64, f64) {
    match seat {
        Seat::Polity(id) => facts.polities[id].line,
        Seat::Movement(id) => facts.content.doctrines[facts.movements[id].doctrine].line,
    }
}

/// Need of help (0–1): poverty, deficit, a living standard below expectation, war.
pub(in crate::sim) fn need(facts: &Facts, seat: Seat) -> f64 {
    match seat {
        Seat::Movement(id) => 1.0 - facts.movements[id].strength,
        Seat::Polity(id) => {
            let row = &facts.polities[id];
            crate::sim::perception::rules::need(
                row.per_head(),
                row.balance,
                row.standard,
                row.at_war,
                facts.rules,
                &mut crate::sim::terms::NoTerms,
            )
        }
    }
}
