//! A month of every programme under way: what moves, who resists, how that is answered, what it costs.

use bevy::prelude::{QueryState, World};

use crate::base::{GoodId, Id, Money, Month, People, PolityId, TerritoryId, math};
use crate::content::vocabulary::{Class, Harm, ProgrammeKind, Property, Stat};
use crate::sim::access::Access;
use crate::sim::chronicle::Fact;
use crate::sim::conflict::Wars;
use crate::sim::economy::{Capital, Endowment, Ownership, Roles};
use crate::sim::effects::{Effect, Effects};
use crate::sim::ledger::{Account, HarmBook, MoneyBook, MoneyFlow, PeopleBook, PeopleFlow};
use crate::sim::politics::{Government, Lands, Status};
use crate::sim::population::{Atlas, PerGood, Seat};
use crate::sim::society::Classes;
use crate::sim::technology::Technology;
use crate::sim::terms::NoTerms;

use super::components::{ByProperty, ForeignCapital, Holdings, Programme, Programmes, Vigour};
use super::effects::{add_stake, settle};
use super::parameters::PropertyRules;
use super::reading::{acceptance_of, voices_of};
use super::rules::{self, Answer, Voices};

/// How a month of a programme ends.
enum Step {
    GoesOn,
    Finished,
    Abandoned,
}

/// Advances every programme by a month.
pub(super) fn advance_programmes(world: &mut World, table: &mut QueryState<(&ForeignCapital, &Programmes)>) {
    // Most countries have neither a programme nor anything left of the last month's inflow.
    let under_way = |&(_, (foreign, programmes)): &(usize, (&ForeignCapital, &Programmes))| {
        foreign.inflow != PerGood::default() || programmes.running.iter().any(Option::is_some)
    };
    let busy: Vec<PolityId> = table
        .query(world)
        .iter()
        .enumerate()
        .filter(under_way)
        .map(|(index, _)| PolityId::from_index(index))
        .collect();
    for id in busy {
        if world.polity::<ForeignCapital>(id).inflow != PerGood::default() {
            world.polity_mut::<ForeignCapital>(id).inflow = PerGood::default();
        }
        let programmes = *world.polity::<Programmes>(id);
        for &kind in ProgrammeKind::ALL {
            if let Some(programme) = programmes.running[kind.index()] {
                advance(world, id, kind, programme);
            }
        }
    }
}

fn advance(world: &mut World, id: PolityId, kind: ProgrammeKind, mut programme: Programme) {
    let desk = Desk {
        rules: *world.resource(),
        id,
        kind,
        lands: world.resource::<Lands>().of(id).to_vec(),
        land: world.resource::<Roles>().land[programme.sector],
        voices: voices_of(world, id),
    };
    let step = desk.month(world, &mut programme);
    let goes_on = matches!(step, Step::GoesOn);
    world.polity_mut::<Programmes>(id).running[kind.index()] = goes_on.then_some(programme);
    if goes_on {
        return;
    }
    settle(world, id, &programme);
    let (sector, moved) = (programme.sector, programme.moved);
    let fact = match step {
        Step::Finished if kind == ProgrammeKind::Nationalisation => Fact::Nationalised {
            polity: id,
            sector,
            moved,
            compensation: programme.compensation,
            // Whose owners lost is told where they lost a part worth telling.
            owner: (programme.from_abroad >= 0.25 * moved)
                .then(|| world.polity::<ForeignCapital>(id).stakes().next().map(|stake| stake.of))
                .flatten(),
        },
        Step::Finished => Fact::ProgrammeFinished { polity: id, programme: kind, sector, moved },
        _ => Fact::ProgrammeAbandoned { polity: id, programme: kind, sector, moved },
    };
    world.resource_mut::<Effects>().push(Effect::Tell { fact });
}

/// What one programme's month needs to know.
struct Desk {
    rules: PropertyRules,
    id: PolityId,
    kind: ProgrammeKind,
    lands: Vec<TerritoryId>,
    land: bool,
    voices: Voices,
}

/// What changed hands in a month.
#[derive(Default)]
struct Moved {
    /// Shares of the sector's capital, by the form of property that lost them.
    of: ByProperty,
    /// The sector's capital, thousands of 2011 dollars.
    stock: f64,
}

impl Moved {
    fn all(&self) -> f64 {
        self.of.iter().sum()
    }
}

impl Desk {
    fn month(&self, world: &mut World, programme: &mut Programme) -> Step {
        if !self.stands(world, programme.since) {
            return Step::Abandoned;
        }
        let government = world.polity::<Government>(self.id);
        let shares = world.polity::<Holdings>(self.id).sectors[programme.sector];
        let resistance =
            rules::resistance(&self.rules, self.kind, programme.forced, &shares, &self.voices, &mut NoTerms);
        let answer =
            rules::answer(resistance, government.repression(), government.franchise(), programme.forced);
        programme.resistance = resistance;
        if answer.yielded >= self.rules.stalling {
            programme.stalled += 1;
            let over = f64::from(programme.stalled) >= self.rules.stalled_months;
            return if over { Step::Abandoned } else { Step::GoesOn };
        }
        programme.stalled = 0;
        match self.kind {
            ProgrammeKind::Concession => self.build(world, programme, answer),
            ProgrammeKind::Collectivisation if !programme.forced => self.join(world, programme, &shares),
            _ => self.transfer(world, programme, answer),
        }
    }

    /// Whether the government that began the programme is there to carry it on.
    fn stands(&self, world: &World, since: Month) -> bool {
        let government = world.polity::<Government>(self.id);
        world.polity::<Status>(self.id).is_sovereign()
            && !self.lands.is_empty()
            && government.since() <= since
            && government.legitimacy() >= self.rules.least_legitimacy
    }

    fn months(&self) -> f64 {
        match self.kind {
            ProgrammeKind::LandReform => self.rules.land_reform_months,
            ProgrammeKind::Collectivisation => self.rules.forced_months,
            ProgrammeKind::Nationalisation => self.rules.nationalise_months,
            ProgrammeKind::Privatisation => self.rules.privatise_months,
            ProgrammeKind::Concession => self.rules.concession_months,
        }
    }

    fn pace(&self, answer: Answer) -> f64 {
        (1.0 - answer.yielded) / self.months().max(1.0)
    }

    /// Property changes hands by decision.
    fn transfer(&self, world: &mut World, programme: &mut Programme, answer: Answer) -> Step {
        let pace = self.pace(answer).min(1.0 - programme.done);
        let (parts, to) = rules::reach(&self.rules, self.kind, self.land, &self.voices);
        let fractions = parts.map(|part| rules::of_what_is_left(part, programme.done, pace));
        let moved = self.shift(world, programme.sector, &fractions, to);
        programme.moved += moved.all();
        programme.done += pace;
        match self.kind {
            ProgrammeKind::LandReform => self.reform_costs(world, programme.sector, &moved),
            ProgrammeKind::Collectivisation => self.force_costs(world, programme, &moved, answer),
            ProgrammeKind::Nationalisation => self.taking_costs(world, programme, &moved),
            _ => self.sale(world, programme.sector, &moved),
        }
        if programme.done >= 1.0 - 1e-9 { Step::Finished } else { Step::GoesOn }
    }

    /// Peasants join of their own will, as far as they accept it.
    fn join(&self, world: &mut World, programme: &mut Programme, shares: &ByProperty) -> Step {
        let accepted = acceptance_of(world, self.id, &mut NoTerms);
        let joined = shares[Property::Cooperative.index()];
        let left = shares[Property::Smallholder.index()];
        let room = (accepted - joined).min(left);
        if room <= LEAST_ROOM {
            return Step::Finished;
        }
        let mut fractions = [0.0; Property::COUNT];
        let month = room.min(accepted / self.rules.voluntary_months.max(1.0));
        fractions[Property::Smallholder.index()] = math::ratio_or(month, left, 0.0);
        let moved = self.shift(world, programme.sector, &fractions, Property::Cooperative);
        programme.moved += moved.all();
        programme.done = math::ratio_or(joined + moved.all(), accepted, 1.0).clamp(0.0, 1.0);
        Step::GoesOn
    }

    /// Moves ownership in every territory.
    fn shift(&self, world: &mut World, sector: GoodId, fractions: &ByProperty, to: Property) -> Moved {
        let mut sum = Moved::default();
        for &territory in &self.lands {
            let entity = world.resource::<Atlas>().territory(territory);
            let stock = world.territory::<Capital>(territory).stock[sector];
            let Some(mut ownership) = world.get_mut::<Ownership>(entity) else { continue };
            let moved = rules::shift(&mut ownership.shares[sector], fractions, to);
            sum.stock += stock;
            for (sum, moved) in sum.of.iter_mut().zip(moved) {
                *sum += stock * moved;
            }
        }
        let all = sum.stock;
        sum.of = sum.of.map(|part| math::ratio_or(part, all, 0.0));
        sum
    }

    fn disrupt(&self, world: &mut World, sector: GoodId, by: f64) {
        let mut vigour = world.polity_mut::<Vigour>(self.id);
        vigour.disruption[sector] = (vigour.disruption[sector] + by).clamp(0.0, 0.6);
    }

    fn push(&self, world: &mut World, effect: Effect) {
        world.resource_mut::<Effects>().push(effect);
    }

    fn aggrieve(&self, world: &mut World, class: Class, by: f64) {
        if by != 0.0 {
            self.push(world, Effect::Aggrieve { polity: self.id, class, by });
        }
    }

    fn legitimacy(&self, world: &mut World, by: f64) {
        self.push(world, Effect::Nudge { stat: Stat::Legitimacy, of: Seat::Polity(self.id), by });
    }

    /// Landowners lose, peasants gain and stand by the government; the first harvests are smaller.
    fn reform_costs(&self, world: &mut World, sector: GoodId, moved: &Moved) {
        let share = moved.all();
        self.disrupt(world, sector, self.rules.land_reform_disruption * share);
        self.aggrieve(world, Class::Landowners, self.rules.grievance * share);
        self.aggrieve(world, Class::Peasants, -self.rules.relief * share);
        self.legitimacy(world, REFORM_SUPPORT * share);
    }

    /// Sowings fall, herds are slaughtered, people are deported and killed; all of it is charged to the government.
    fn force_costs(&self, world: &mut World, programme: &Programme, moved: &Moved, answer: Answer) {
        let share = moved.all();
        let costs = rules::forced_costs(&self.rules, share, programme.resistance, answer);
        self.disrupt(world, programme.sector, costs.disruption);
        let mut vigour = world.polity_mut::<Vigour>(self.id);
        vigour.resentment = (vigour.resentment + costs.resentment).clamp(0.0, 1.0);
        let decider = Some(world.resource::<Atlas>().agent(Seat::Polity(self.id)));
        for &territory in &self.lands {
            let peasants = world.resource::<PeopleBook>().people(territory).real()
                * world.territory::<Classes>(territory).of(Class::Peasants).share();
            let dead = People::rounded(peasants * costs.dead);
            let driven = People::rounded(peasants * costs.displaced);
            let dead = world.resource_mut::<PeopleBook>().book(territory, PeopleFlow::Repression, dead);
            let mut harm = world.resource_mut::<HarmBook>();
            harm.charge(decider, Harm::Repression, dead);
            harm.charge(decider, Harm::Displaced, driven);
            let entity = world.resource::<Atlas>().territory(territory);
            if let Some(mut capital) = world.get_mut::<Capital>(entity) {
                let lost = capital.stock[programme.sector] * costs.slaughter;
                capital.stock[programme.sector] -= lost;
                capital.ruined[programme.sector] += lost;
            }
        }
        self.aggrieve(world, Class::Peasants, self.rules.grievance * share);
        self.legitimacy(world, -FORCE_COST * share * programme.resistance);
    }

    /// Owners at home lose; owners abroad remember what is not paid for, and their states resent it.
    fn taking_costs(&self, world: &mut World, programme: &mut Programme, moved: &Moved) {
        self.disrupt(world, programme.sector, self.rules.nationalise_disruption * moved.all());
        let private = moved.of[Property::NationalPrivate.index()];
        self.aggrieve(world, Class::NationalBourgeoisie, self.rules.grievance * private);
        let taken = moved.of[Property::Foreign.index()];
        let stakes = world.polity::<ForeignCapital>(self.id).stakes;
        if taken <= 0.0 || stakes.iter().all(Option::is_none) {
            return;
        }
        self.legitimacy(world, TAKING_SUPPORT * taken * self.voices.national);
        programme.from_abroad += taken;
        programme.owed += programme.compensation * taken * moved.stock;
        let whole = self.foreign_capital(world);
        // Part of all that foreigners hold in the country, so that a small sector frightens little.
        let part = math::ratio_or(taken * moved.stock, whole + taken * moved.stock, 0.0);
        let unpaid = part * (1.0 - programme.compensation);
        let mut foreign = world.polity_mut::<ForeignCapital>(self.id);
        foreign.memory = (foreign.memory + self.rules.taking_memory * unpaid).min(1.0);
        let agent = |world: &World, id| world.resource::<Atlas>().agent(Seat::Polity(id));
        let host = agent(world, self.id);
        for stake in stakes.into_iter().flatten() {
            let owner = agent(world, stake.of);
            let weight = unpaid * stake.share;
            let trust = -self.rules.taking_trust * weight;
            self.push(world, Effect::NudgeTrust { of: owner, to: host, by: trust });
            let by = self.rules.taking_tension * weight;
            self.push(world, Effect::NudgeTension { of: owner, with: host, by });
        }
    }

    /// All capital that foreign owners hold here, thousands of 2011 dollars.
    fn foreign_capital(&self, world: &World) -> f64 {
        let roles = world.resource::<Roles>();
        let mut sum = 0.0;
        for &territory in &self.lands {
            let (capital, ownership) =
                (world.territory::<Capital>(territory), world.territory::<Ownership>(territory));
            for good in roles.goods() {
                sum += capital.stock[good] * ownership.shares[good][Property::Foreign.index()];
            }
        }
        sum
    }

    /// Buyers pay the treasury; workers and officials lose what they had under the state.
    fn sale(&self, world: &mut World, sector: GoodId, moved: &Moved) {
        let share = moved.all();
        self.disrupt(world, sector, self.rules.privatise_disruption * share);
        if self.land {
            self.aggrieve(world, Class::Peasants, -self.rules.relief * share);
        } else {
            self.aggrieve(world, Class::Workers, self.rules.grievance * share);
            let (private, state) = (Account::Private(self.id), Account::State(self.id));
            let mut money = world.resource_mut::<MoneyBook>();
            let able = money.balance(private).real().max(0.0) * BUYERS_MEANS;
            let price = (self.rules.sale_price * share * moved.stock).min(able);
            money.transfer(private, state, MoneyFlow::Capital, Money::floored(price));
        }
        self.aggrieve(world, Class::Officials, self.rules.grievance * share);
    }

    /// Foreign owners build: money comes in, capital and skill grow, and so does their share.
    fn build(&self, world: &mut World, programme: &mut Programme, answer: Answer) -> Step {
        let Some(partner) = programme.partner else { return Step::Abandoned };
        let war = world.resource::<Wars>().between(Seat::Polity(self.id), Seat::Polity(partner)).is_some();
        if war || !world.polity::<Status>(partner).is_sovereign() {
            return Step::Abandoned;
        }
        let sector = programme.sector;
        let stock: f64 = self.lands.iter().map(|&one| world.territory::<Capital>(one).stock[sector]).sum();
        let before = self.foreign_capital(world);
        let pace = self.pace(answer).min(1.0 - programme.done);
        let safety = world.polity::<ForeignCapital>(self.id).safety;
        let wanted = self.rules.concession_size * safety * stock * pace;
        let mut money = world.resource_mut::<MoneyBook>();
        let able = money.balance(Account::Reserves(partner)).real().max(0.0) * self.rules.concession_reserves;
        let amount = Money::floored(wanted.min(able));
        let (from, to) = (Account::Reserves(partner), Account::Reserves(self.id));
        money.transfer(from, to, MoneyFlow::Capital, amount);
        let part = math::ratio_or(amount.real(), stock + amount.real(), 0.0);
        let lag = 1.0 - world.polity::<Technology>(self.id).level();
        let skill = 1.0 + self.rules.concession_skill * lag * part;
        for &territory in &self.lands {
            let entity = world.resource::<Atlas>().territory(territory);
            if let Some(mut ownership) = world.get_mut::<Ownership>(entity) {
                rules::dilute(&mut ownership.shares[sector], Property::Foreign, part);
            }
            if let Some(mut endowment) = world.get_mut::<Endowment>(entity) {
                endowment.efficiency[sector] *= skill;
            }
        }
        let mut foreign = world.polity_mut::<ForeignCapital>(self.id);
        foreign.inflow[sector] = amount.real();
        add_stake(&mut foreign.stakes, partner, before, amount.real());
        programme.moved += part;
        programme.done += pace;
        if programme.done >= 1.0 - 1e-9 { Step::Finished } else { Step::GoesOn }
    }
}

/// Room for further joining below which peasants have joined as far as they will.
const LEAST_ROOM: f64 = 0.01;
/// Legitimacy that a land reform wins, per share of the land handed over. Own estimate.
const REFORM_SUPPORT: f64 = 0.12;
/// Legitimacy that taking foreign property wins, per share taken and unit of national lean. Own estimate.
const TAKING_SUPPORT: f64 = 0.2;
/// Legitimacy that forcing peasants costs, per share forced and unit of resistance. Own estimate.
const FORCE_COST: f64 = 0.5;
/// Part of households' and enterprises' money that buyers of state capital can raise in a month. Own estimate.
const BUYERS_MEANS: f64 = 0.02;
