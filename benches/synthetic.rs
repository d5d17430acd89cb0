//! How the cost of a month grows with the number of states, on made-up worlds: many small states on a grid.
//!
//! `cargo bench --no-default-features --bench synthetic` prints a table of states against milliseconds a month, the
//! exponent between neighbouring rows, and a bar with a mark a millisecond. Numbers after `--` ask for other sizes.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use correlation::base::math;
use correlation::base::{Id, IdVec, PolityId, TerritoryId};
use correlation::content::defs::{
    Content, MovementDef, Neighbour, Passage, PolityDef, StartStatus, TerritoryDef,
};
use correlation::content::vocabulary::OrganisationKind;
use correlation::sim::Simulation;

/// Sizes that are measured if none are asked for.
const SIZES: [usize; 5] = [50, 100, 200, 400, 1000];
/// Months that pass before the clock runs: the first fill tables and open agreements.
const WARM_UP: u32 = 12;
/// Months that are measured.
const MONTHS: u32 = 36;
/// Degrees between neighbours on the grid: a larger world is wider, not denser.
const SPACING: f64 = 3.0;

fn main() {
    let asked: Vec<usize> = std::env::args().filter_map(|word| word.parse().ok()).collect();
    let sizes = if asked.is_empty() { SIZES.to_vec() } else { asked };
    let shipped = shipped_campaign();
    println!("{:>7} {:>10} {:>12} {:>9}", "states", "movements", "ms a month", "exponent");
    let mut before: Option<(usize, f64)> = None;
    for size in sizes {
        let content = Arc::new(world_of(&shipped, size));
        let movements = content.movements.len();
        let cost = milliseconds_a_month(content);
        let exponent = before.map_or(String::from("-"), |(fewer, cheaper)| {
            format!("{:.2}", math::ln(cost / cheaper) / math::ln(size as f64 / fewer as f64))
        });
        let bar = "#".repeat(cost.round() as usize);
        println!("{size:>7} {movements:>10} {cost:>12.3} {exponent:>9}  {bar}");
        before = Some((size, cost));
    }
}

fn shipped_campaign() -> Content {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let loaded = correlation::content::load(root, "1950_two_camps", &[]);
    loaded.content.expect("the shipped campaign loads")
}

fn milliseconds_a_month(content: Arc<Content>) -> f64 {
    let mut sim = Simulation::start(content, 1).expect("a synthetic world starts");
    (0..WARM_UP).for_each(|_| sim.step());
    let start = Instant::now();
    (0..MONTHS).for_each(|_| sim.step());
    start.elapsed().as_secs_f64() * 1000.0 / f64::from(MONTHS)
}

/// A world of `size` sovereign states with one territory each, and two movements for every three states, after the
/// patterns of the shipped campaign in turn. The first two shipped poles lead it.
fn world_of(shipped: &Content, size: usize) -> Content {
    let mut content = shipped.clone();
    let side = (size as f64).sqrt().ceil() as usize;
    let models = models(shipped);
    content.polities =
        (0..size).map(|index| state(&shipped.polities[models[index % models.len()]], index)).collect();
    content.territories = (0..size)
        .map(|index| {
            let model = &shipped.polities[models[index % models.len()]];
            territory(&shipped.territories[model.capital], index, side, size)
        })
        .collect();
    content.movements = (0..size * 2 / 3)
        .map(|index| {
            let model = &shipped.movements[Id::from_index(index % shipped.movements.len())];
            movement(model, index, index * 3 / 2)
        })
        .collect();
    for organisation in content.organisations.as_mut_slice() {
        organisation.members.clear();
        organisation.leader = match organisation.kind {
            OrganisationKind::MilitaryPact => Some(PolityId(0)),
            _ => None,
        };
    }
    content.scenario.reserve_currency = None;
    content.scenario.reparations.clear();
    content.scenario.poles = vec![PolityId(0), PolityId(1)];
    content.claims = IdVec::new();
    content.events = IdVec::new();
    content.missions = IdVec::new();
    content.relations.clear();
    content.disputes.clear();
    content.wars.clear();
    content
}

/// States after which others are made: the poles, then every sovereign state.
fn models(shipped: &Content) -> Vec<PolityId> {
    let poles = &shipped.scenario.poles;
    let sovereign = shipped
        .polities
        .iter()
        .filter(|(id, def)| def.start.status == StartStatus::Sovereign && !poles.contains(id));
    poles.iter().copied().chain(sovereign.map(|(id, _)| id)).collect()
}

fn state(model: &PolityDef, index: usize) -> PolityDef {
    let mut def = model.clone();
    let place = TerritoryId::from_index(index);
    def.id = format!("S{index:04}");
    def.capital = place;
    def.home = vec![place];
    def.claim = None;
    def.start.aims.clear();
    def.start.foreign_owners.clear();
    // A world of one campaign's size has few nuclear powers however many states there are.
    if index >= 2 {
        def.start.warheads = 0.0;
    }
    def
}

fn territory(model: &TerritoryDef, index: usize, side: usize, size: usize) -> TerritoryDef {
    let mut def = model.clone();
    let (row, column) = (index / side, index % side);
    def.id = format!("t{index:04}");
    let degrees = |steps: usize| SPACING * (steps as f64 - side as f64 / 2.0);
    def.place = (degrees(column), degrees(row));
    let around = [
        (column > 0).then(|| index - 1),
        (column + 1 < side).then_some(index + 1),
        (row > 0).then(|| index - side),
        Some(index + side),
    ];
    def.neighbours = around
        .into_iter()
        .flatten()
        .filter(|&other| other < size)
        .map(|other| Neighbour { territory: TerritoryId::from_index(other), passage: Passage::Land })
        .collect();
    def.neighbours.sort_by_key(|neighbour| neighbour.territory);
    def
}

fn movement(model: &MovementDef, index: usize, home: usize) -> MovementDef {
    let mut def = model.clone();
    def.id = format!("m{index:04}");
    def.territory = TerritoryId::from_index(home);
    def.against = PolityId::from_index(home);
    def.wants = PolityId::from_index(home);
    def.patrons.clear();
    def
}
