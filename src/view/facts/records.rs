//! What is kept of a history while it runs, for measures to read.

use crate::base::{Id, IdVec, Month, PolityId, TerritoryId};
use crate::content::vocabulary::{FormOfRule, Happening, OrderKind, OrganisationKind};
use crate::sim::chronicle::{Chronicle, Fact};
use crate::sim::conflict::Forces;
use crate::sim::diplomacy::Relations;
use crate::sim::economy::{Capital, Output, Roles};
use crate::sim::ledger::PeopleBook;
use crate::sim::organisations::{Organisation, Organisations};
use crate::sim::plan::Plan;
use crate::sim::politics::{Government, Owner, Status};
use crate::sim::trade::{TradeFlows, TradePosition, WorldMarket};
use crate::sim::{Atlas, Seat, Simulation};

use super::statistics::mean;
use super::told::told;

/// An economy: the ground that a state or dependency held on the eve of the campaign, whoever holds it later.
#[derive(Debug, Clone, PartialEq)]
pub struct Economy {
    /// Who held it.
    pub polity: PolityId,
    /// Whether that was a sovereign state of form `Socialist` with at least half of its output under plan.
    pub planner: bool,
    /// Whether that was a member of a community of planners.
    pub in_community: bool,
    /// Whether that was a polity of form `CapitalistCore`.
    pub core: bool,
    /// Share of its capital that lay in ruins (0–1).
    pub ruins: f64,
    /// Exports of the first year by good, at base prices, and whether the good is a primary one; the largest decides.
    pub first_exports: Vec<(bool, f64)>,
    /// Product a month before the first, thousands of 2011 dollars.
    pub opening: f64,
    /// Product by month, thousands of 2011 dollars.
    pub product: Vec<f64>,
    /// People at each record of a year.
    pub people: Vec<f64>,
    /// The three main trading partners at each record of a year, as places in the list of economies.
    pub partners: Vec<Vec<usize>>,
}

/// Trade of the members of communities of planners, thousands of 2011 dollars a year.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Community {
    /// The members, as places in the list of economies.
    pub members: Vec<usize>,
    /// All their trade, both ways.
    pub trade: f64,
    /// Of that, trade between members of one community.
    pub inside: f64,
}

/// What lies between a planner and a market core.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Across {
    /// Tension (0–1).
    pub tension: f64,
    /// Trade both ways, thousands of 2011 dollars a year.
    pub trade: f64,
}

/// The world at the end of a year, and on the eve.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct YearRecord {
    /// The year.
    pub year: u32,
    /// Months simulated until then.
    pub months: usize,
    /// Trade across borders, each sale counted once, thousands of 2011 dollars a year.
    pub trade: f64,
    /// Sovereign states.
    pub states: u32,
    /// Of these, states that were not on the eve.
    pub new_states: u32,
    /// Communities of planners.
    pub community: Community,
    /// Each pair of one who was a planner on the eve and one who was a market core, in the order of economies; none where one of
    /// the two is no state of its own.
    pub across: Vec<Option<Across>>,
    /// Tension between the two poles, mean over the months of the year (0–1).
    pub tension: f64,
}

/// A crisis that began.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CrisisRecord {
    /// The year in which it began.
    pub year: u32,
    /// Whether both sides were powers then: with warheads, or at least a tenth as strong as the strongest.
    pub powers: bool,
}

/// The records of one history.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Records {
    /// The month before the first.
    pub eve: Month,
    /// All economies.
    pub economies: Vec<Economy>,
    /// The eve, then each year's end.
    pub years: Vec<YearRecord>,
    /// World prices of primary goods over base prices, by good and month.
    pub prices: Vec<Vec<f64>>,
    /// What happened: in which year, what, to whom.
    pub happened: Vec<(u32, Happening, Option<PolityId>)>,
    /// Years in which the two poles of the scenario went to war with each other.
    pub wars_of_poles: Vec<u32>,
    /// The year of each independence, and whether arms decided it.
    pub independences: Vec<(u32, bool)>,
    /// Crises begun, oldest first.
    pub crises: Vec<CrisisRecord>,
    /// The year of each act of struggle: arms sent to movements, propaganda, crises and wars begun.
    pub struggle: Vec<u32>,
    /// Tension between the two poles by month.
    pub tension: Vec<f64>,
    /// Who was a sovereign state on the eve.
    pub(super) sovereign_then: IdVec<PolityId, bool>,
    /// The economy of each territory.
    pub(super) ground: IdVec<TerritoryId, usize>,
    /// The economy of each polity, if it held ground on the eve.
    pub(super) economy_of: IdVec<PolityId, Option<usize>>,
}

/// Months whose exports decide what an economy is counted as an exporter of.
const FIRST_YEAR: usize = 12;
/// Strength over that of the strongest from which a state without warheads counts as a power. Own estimate.
const POWER: f64 = 0.1;
/// How many trading partners count as main ones.
const MAIN_PARTNERS: usize = 3;

impl Records {
    /// Begins the records of a history that stands before its first month.
    pub fn begin(sim: &Simulation) -> Self {
        let content = sim.content();
        let mut records = Self {
            eve: sim.clock().now(),
            economy_of: IdVec::filled(None, content.polities.len()),
            sovereign_then: content
                .polities
                .ids()
                .map(|id| sim.polity::<Status>(id).is_sovereign())
                .collect(),
            ..Self::default()
        };
        let mut ruins: Vec<(f64, f64)> = Vec::new();
        for (id, def) in content.territories.iter() {
            let owner = sim.territory::<Owner>(id).polity();
            let place = *records.economy_of[owner].get_or_insert_with(|| {
                records.economies.push(open(sim, owner));
                ruins.push((0.0, 0.0));
                records.economies.len() - 1
            });
            records.ground.push(place);
            let yearly = def.population.max(0) as f64 * def.product_per_head.max(0.0) / 1000.0;
            records.economies[place].opening += yearly / 12.0;
            let capital = sim.territory::<Capital>(id);
            let standing = capital.in_use();
            let share = capital.ruined_share();
            let lost = if share < 1.0 { standing * share / (1.0 - share) } else { standing };
            ruins[place] = (ruins[place].0 + lost, ruins[place].1 + standing + lost);
        }
        for (economy, (lost, all)) in records.economies.iter_mut().zip(ruins) {
            economy.ruins = if all > 0.0 { lost / all } else { 0.0 };
        }
        records.note_year(sim);
        records
    }

    /// Notes a month that has been simulated.
    pub fn note_month(&mut self, sim: &Simulation) {
        for economy in &mut self.economies {
            economy.product.push(0.0);
        }
        self.tension.push(tension_of_poles(sim));
        let month = sim.clock().played() as usize - 1;
        let (roles, market) = (sim.get::<Roles>(), sim.get::<WorldMarket>());
        let primary = sim.content().goods.ids().filter(|&good| roles.is_primary(good));
        for (place, good) in primary.enumerate() {
            if self.prices.len() <= place {
                self.prices.push(Vec::new());
            }
            self.prices[place].push(market.price(good));
        }
        for (territory, &place) in self.ground.iter() {
            self.economies[place].product[month] += sim.territory::<Output>(territory).value_added().real();
        }
        if month < FIRST_YEAR {
            for economy in &mut self.economies {
                let position = sim.polity::<TradePosition>(economy.polity);
                for (good, sum) in sim.content().goods.ids().zip(&mut economy.first_exports) {
                    sum.1 += position.exports(good).real();
                }
            }
        }
        self.note_crises(sim);
        if sim.clock().now().ends_year() {
            self.note_year(sim);
        }
    }

    /// Notes the crises that began this month, while it is known how strong their sides are.
    fn note_crises(&mut self, sim: &Simulation) {
        let now = sim.clock().now();
        let strength = |id| sim.polity::<Forces>(id).strength();
        let strongest = || sim.content().polities.ids().map(strength).fold(0.0, f64::max);
        let this_month = sim.get::<Chronicle>().entries().iter().rev().take_while(|entry| entry.month == now);
        let sides = this_month.filter_map(|entry| match entry.fact {
            Fact::CrisisBegun { challenger, defender, .. } => Some([challenger, defender]),
            _ => None,
        });
        let is_power = |id: &PolityId| {
            sim.polity::<Forces>(*id).warheads() >= 1.0 || strength(*id) >= POWER * strongest()
        };
        let record =
            |sides: [PolityId; 2]| CrisisRecord { year: now.year(), powers: sides.iter().all(is_power) };
        self.crises.extend(sides.map(record));
    }

    /// Notes what the chronicle told, at the end.
    pub fn finish(&mut self, sim: &Simulation) {
        let entries = sim.get::<Chronicle>().entries().iter();
        let pole = |id: Option<PolityId>| id.is_some_and(|id| sim.content().scenario.poles.contains(&id));
        for entry in entries {
            if is_struggle(&entry.fact) {
                self.struggle.push(entry.month.year());
            }
            if let Fact::IndependenceWon { by_arms, .. } = entry.fact {
                self.independences.push((entry.month.year(), by_arms));
            }
            let Some(tale) = told(sim.content(), &entry.fact) else { continue };
            if tale.what == Happening::WarBegun && pole(tale.of) && pole(tale.with) {
                self.wars_of_poles.push(entry.month.year());
            }
            self.happened.push((entry.month.year(), tale.what, tale.of));
        }
    }

    fn note_year(&mut self, sim: &Simulation) {
        let content = sim.content();
        for economy in &mut self.economies {
            economy.people.push(0.0);
        }
        for (territory, people) in sim.get::<PeopleBook>().iter() {
            if let Some(sum) = self.economies[self.ground[territory]].people.last_mut() {
                *sum += people.real();
            }
        }
        let alive: Vec<PolityId> =
            content.polities.ids().filter(|&id| sim.polity::<Status>(id).is_alive()).collect();
        let flows = sim.get::<TradeFlows>();
        let trade = alive.iter().flat_map(|&a| alive.iter().map(move |&b| flows.sold(a, b))).sum();
        let sovereign = || alive.iter().filter(|&&id| sim.polity::<Status>(id).is_sovereign());
        let year = YearRecord {
            year: sim.clock().now().year(),
            months: sim.clock().played() as usize,
            trade,
            states: sovereign().count() as u32,
            new_states: sovereign().filter(|&&id| !self.sovereign_then[id]).count() as u32,
            community: self.community(sim, &alive),
            across: self.across(sim),
            tension: mean_of_last(&self.tension, 12).unwrap_or_else(|| tension_of_poles(sim)),
        };
        self.years.push(year);
        for place in 0..self.economies.len() {
            let partners = self.main_partners(flows, self.economies[place].polity, &alive);
            self.economies[place].partners.push(partners);
        }
    }

    /// What lies between each planner and each market core of the eve.
    fn across(&self, sim: &Simulation) -> Vec<Option<Across>> {
        let (flows, relations, atlas) = (sim.get::<TradeFlows>(), sim.get::<Relations>(), sim.get::<Atlas>());
        let stands = |id: PolityId| sim.polity::<Status>(id).is_sovereign();
        let between = |one: PolityId, other: PolityId| {
            let [of, with] = [one, other].map(|id| atlas.agent(Seat::Polity(id)));
            let across = Across { tension: relations.tension(of, with), trade: flows.both_ways(one, other) };
            (stands(one) && stands(other)).then_some(across)
        };
        let cores = || self.economies.iter().filter(|one| one.core);
        let planners = self.economies.iter().filter(|one| one.planner);
        planners.flat_map(|one| cores().map(move |other| between(one.polity, other.polity))).collect()
    }

    fn community(&self, sim: &Simulation, alive: &[PolityId]) -> Community {
        let flows = sim.get::<TradeFlows>();
        let communities = plan_communities(sim);
        let mut row = Community::default();
        for &member in alive.iter().filter(|&&id| communities.iter().any(|one| one.has(id))) {
            row.members.extend(self.economy_of[member]);
            for &other in alive {
                let value = flows.both_ways(member, other);
                row.trade += value;
                if communities.iter().any(|one| one.has(member) && one.has(other)) {
                    row.inside += value;
                }
            }
        }
        row
    }

    /// The main trading partners of a polity, largest first; ties by id.
    fn main_partners(&self, flows: &TradeFlows, of: PolityId, alive: &[PolityId]) -> Vec<usize> {
        let trade = |&other: &PolityId| flows.both_ways(of, other);
        let mut others: Vec<PolityId> =
            alive.iter().copied().filter(|other| *other != of && trade(other) > 0.0).collect();
        others.sort_by(|a, b| trade(b).total_cmp(&trade(a)).then(a.index().cmp(&b.index())));
        others.iter().filter_map(|&other| self.economy_of[other]).take(MAIN_PARTNERS).collect()
    }
}

/// Tension between the two poles that the scenario names (0–1); 0 where it names none.
fn tension_of_poles(sim: &Simulation) -> f64 {
    let agent = |id| sim.get::<Atlas>().agent(Seat::Polity(id));
    match sim.content().scenario.poles[..] {
        [one, other] => sim.get::<Relations>().tension(agent(one), agent(other)),
        _ => 0.0,
    }
}

fn mean_of_last(values: &[f64], most: usize) -> Option<f64> {
    mean(&values[values.len().saturating_sub(most)..])
}

/// Whether something that the chronicle tells is an act of struggle.
fn is_struggle(fact: &Fact) -> bool {
    match fact {
        Fact::OrderCarriedOut { order, .. } => {
            matches!(order.kind(), OrderKind::ArmMovement | OrderKind::Propaganda)
        }
        Fact::CrisisBegun { .. } | Fact::WarBegun { .. } => true,
        _ => false,
    }
}

/// The communities of planners there are.
fn plan_communities(sim: &Simulation) -> Vec<&Organisation> {
    let kind = |id| sim.content().organisations[id].kind;
    let all = sim.get::<Organisations>().iter();
    all.filter(|(id, _)| kind(*id) == OrganisationKind::PlanCommunity).map(|(_, one)| one).collect()
}

/// An economy on the eve.
fn open(sim: &Simulation, polity: PolityId) -> Economy {
    let form = sim.polity::<Government>(polity).form();
    let alive = sim.polity::<Status>(polity).is_alive();
    let sovereign = sim.polity::<Status>(polity).is_sovereign();
    let roles = sim.get::<Roles>();
    let in_community = plan_communities(sim).iter().any(|one| one.has(polity));
    Economy {
        in_community,
        planner: sovereign && form == FormOfRule::Socialist && sim.polity::<Plan>(polity).planned() >= 0.5,
        core: alive && form == FormOfRule::CapitalistCore,
        first_exports: sim.content().goods.ids().map(|good| (roles.is_primary(good), 0.0)).collect(),
        ..Economy::of(polity)
    }
}

impl Economy {
    /// The economy of a polity, with nothing known of it yet.
    pub fn of(polity: PolityId) -> Self {
        Self {
            polity,
            planner: false,
            in_community: false,
            core: false,
            ruins: 0.0,
            first_exports: Vec::new(),
            opening: 0.0,
            product: Vec::new(),
            people: Vec::new(),
            partners: Vec::new(),
        }
    }

    /// Whether its largest export of the first year was a primary good.
    pub fn exports_primary_goods(&self) -> bool {
        let largest = self.first_exports.iter().max_by(|a, b| a.1.total_cmp(&b.1));
        largest.is_some_and(|(primary, amount)| *primary && *amount > 0.0)
    }

    /// Product of the twelve months up to a month, counted from the eve (0); thousands of 2011 dollars.
    pub fn yearly(&self, months: usize) -> f64 {
        let to = months.min(self.product.len());
        let known: f64 = self.product[to.saturating_sub(12)..to].iter().sum();
        known + self.opening * 12_usize.saturating_sub(to) as f64
    }

    /// The same for every month from the eve on.
    pub fn yearly_series(&self) -> Vec<f64> {
        (0..=self.product.len()).map(|months| self.yearly(months)).collect()
    }
}
