//! Collecting a year's report from the simulation.

use std::collections::BTreeMap;

use crate::base::{AgentId, Id, IdVec, PolityId};
use crate::content::defs::Content;
use crate::content::vocabulary::{Harm, OrganisationKind, System, WarKind};
use crate::sim::conflict::{Forces, Wars};
use crate::sim::economy::Accounts;
use crate::sim::ledger::{HarmBook, PeopleBook};
use crate::sim::organisations::Organisations;
use crate::sim::politics::{Government, Owner, Status};
use crate::sim::trade::TradeFlows;
use crate::sim::{Atlas, Seat, Simulation};

use super::{Deaths, ShareRow, StateRow, SystemShares, TradeRow, WarCounts, Year};

/// Money in the books is in thousands.
const THOUSAND: f64 = 1000.0;

/// The world as it stands.
pub fn year(sim: &Simulation) -> Year {
    let content = sim.content();
    let people = people_by_polity(sim);
    let alive: Vec<PolityId> = content.polities.ids().filter(|&id| status(sim, id).is_alive()).collect();
    let harm = sim.get::<HarmBook>();
    let (un_members, un_members_by_region) = world_organisation(sim);
    Year {
        year: sim.clock().now().year(),
        independent_states: alive.iter().filter(|&&id| status(sim, id).is_sovereign()).count() as u32,
        un_members,
        un_members_by_region,
        world_population: sim.get::<PeopleBook>().world().0,
        world_product: alive.iter().map(|&id| product(sim, id)).sum(),
        shares: shares(sim, &alive, &people),
        states: states(sim, &alive, &people),
        warheads: warheads(sim, &alive),
        wars: wars(sim),
        trade: trade(sim, &alive),
        deaths: Deaths {
            war: harm.world(Harm::War).0,
            famine: harm.world(Harm::Famine).0,
            repression: harm.world(Harm::Repression).0,
        },
        displaced: harm.world(Harm::Displaced).0 + harm.world(Harm::Fled).0,
        harm_by_decider: harm_by_decider(sim),
    }
}

fn status(sim: &Simulation, id: PolityId) -> Status {
    *sim.polity::<Status>(id)
}

fn system(sim: &Simulation, id: PolityId) -> System {
    sim.polity::<Government>(id).form().system()
}

/// Product of the last twelve months, dollars.
fn product(sim: &Simulation, id: PolityId) -> f64 {
    sim.polity::<Accounts>(id).product().real() * THOUSAND
}

fn industry(sim: &Simulation, id: PolityId) -> f64 {
    sim.polity::<Accounts>(id).industry().real() * THOUSAND
}

/// People by the owner of the ground they live on.
pub(super) fn people_by_polity(sim: &Simulation) -> IdVec<PolityId, i64> {
    let mut people = IdVec::filled(0, sim.content().polities.len());
    for (territory, count) in sim.get::<PeopleBook>().iter() {
        people[sim.territory::<Owner>(territory).polity()] += count.0;
    }
    people
}

fn shares(sim: &Simulation, alive: &[PolityId], people: &IdVec<PolityId, i64>) -> SystemShares {
    let mut sums = [ShareRow::default(); System::COUNT];
    let mut world = ShareRow::default();
    for &id in alive {
        let row = ShareRow {
            population: people[id] as f64,
            product: product(sim, id),
            industry: industry(sim, id),
        };
        for sum in [&mut sums[system(sim, id).index()], &mut world] {
            sum.population += row.population;
            sum.product += row.product;
            sum.industry += row.industry;
        }
    }
    let part = |a: f64, b: f64| if b > 0.0 { a / b } else { 0.0 };
    let of = |system: System| {
        let sum = sums[system.index()];
        ShareRow {
            population: part(sum.population, world.population),
            product: part(sum.product, world.product),
            industry: part(sum.industry, world.industry),
        }
    };
    SystemShares {
        socialist: of(System::Socialist),
        capitalist_core: of(System::CapitalistCore),
        south: of(System::South),
    }
}

fn states(sim: &Simulation, alive: &[PolityId], people: &IdVec<PolityId, i64>) -> BTreeMap<String, StateRow> {
    let blocs = blocs(sim);
    let row = |&id: &PolityId| {
        (sim.content().polities[id].id.clone(), state(sim, id, people[id], blocs[id].clone()))
    };
    alive.iter().map(row).collect()
}

fn state(sim: &Simulation, id: PolityId, people: i64, bloc: Option<String>) -> StateRow {
    let per_head = if people > 0 { product(sim, id) / people as f64 } else { 0.0 };
    StateRow {
        product_per_head: per_head,
        population: people,
        system: match system(sim, id) {
            System::Socialist => "socialist",
            System::CapitalistCore => "capitalist_core",
            System::South => "south",
        },
        bloc,
        independent: status(sim, id).is_sovereign(),
    }
}

/// Id of the military pact each polity stands in, else of its community of planners or market; the first of several.
fn blocs(sim: &Simulation) -> IdVec<PolityId, Option<String>> {
    let content = sim.content();
    let mut blocs = IdVec::filled(None, content.polities.len());
    for kind in [OrganisationKind::MilitaryPact, OrganisationKind::PlanCommunity, OrganisationKind::Market] {
        for (id, now) in sim.get::<Organisations>().iter() {
            let def = &content.organisations[id];
            for &member in now.members().iter().filter(|_| def.kind == kind) {
                blocs[member].get_or_insert_with(|| def.id.clone());
            }
        }
    }
    blocs
}

fn world_organisation(sim: &Simulation) -> (u32, BTreeMap<String, u32>) {
    let content = sim.content();
    let mut by_region: BTreeMap<String, u32> =
        content.regions.values().map(|region| (region.continent.clone(), 0)).collect();
    let mut members = 0;
    for (id, organisation) in sim.get::<Organisations>().iter() {
        if content.organisations[id].kind != OrganisationKind::World {
            continue;
        }
        for &member in organisation.members() {
            members += 1;
            *by_region.entry(continent(content, member)).or_default() += 1;
        }
    }
    (members, by_region)
}

fn continent(content: &Content, polity: PolityId) -> String {
    let capital = content.polities[polity].capital;
    content.regions[content.territories[capital].region].continent.clone()
}

fn warheads(sim: &Simulation, alive: &[PolityId]) -> BTreeMap<String, f64> {
    let held = |&id: &PolityId| {
        let warheads = sim.polity::<Forces>(id).warheads().floor();
        (warheads >= 1.0).then(|| (sim.content().polities[id].id.clone(), warheads))
    };
    alive.iter().filter_map(held).collect()
}

fn wars(sim: &Simulation) -> WarCounts {
    let mut counts = WarCounts::default();
    for war in sim.get::<Wars>().list() {
        let count = match war.kind {
            WarKind::Interstate => &mut counts.interstate,
            WarKind::Civil => &mut counts.civil,
            WarKind::Anticolonial => &mut counts.anticolonial,
            WarKind::Intervention => &mut counts.intervention,
        };
        *count += 1;
    }
    counts
}

fn trade(sim: &Simulation, alive: &[PolityId]) -> TradeRow {
    let flows = sim.get::<TradeFlows>();
    let alive: Vec<(PolityId, System)> = alive.iter().map(|&id| (id, system(sim, id))).collect();
    let mut row = TradeRow::default();
    for &(from, seller) in &alive {
        for &(to, buyer) in &alive {
            let value = flows.sold(from, to) * THOUSAND;
            // Most pairs trade nothing.
            if value == 0.0 {
                continue;
            }
            row.total += value;
            let planners = [seller, buyer].iter().filter(|&&one| one == System::Socialist).count();
            row.planners_total += value * planners as f64 / 2.0;
            match (seller, buyer) {
                (System::Socialist, System::Socialist) => row.intra_planners += value,
                (System::Socialist, System::CapitalistCore) | (System::CapitalistCore, System::Socialist) => {
                    row.east_west += value;
                }
                _ => {}
            }
        }
    }
    row
}

fn harm_by_decider(sim: &Simulation) -> BTreeMap<String, i64> {
    let (book, atlas, content) = (sim.get::<HarmBook>(), sim.get::<Atlas>(), sim.content());
    let name = |agent: AgentId| match atlas.seat(agent) {
        Seat::Polity(id) => content.polities[id].id.clone(),
        Seat::Movement(id) => content.movements[id].id.clone(),
    };
    (0..atlas.agents())
        .map(AgentId::from_index)
        .map(|agent| (name(agent), Harm::ALL.iter().map(|&harm| book.of(agent, harm).0).sum::<i64>()))
        .filter(|(_, sum)| *sum > 0)
        .collect()
}
