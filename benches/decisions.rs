//! What deciding costs: microseconds an agent and deliberation, by kind of agent, with reasons kept and without.
//!
//! `cargo bench --no-default-features --bench decisions` prints a table for the shipped campaign after some years. Facts are gathered
//! once a month for all who deliberate in it, so they stand in a row of their own.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use correlation::base::PolityId;
use correlation::sim::agents::{rehearse, seats_of_agents};
use correlation::sim::economy::Accounts;
use correlation::sim::{Seat, Simulation};

/// Years after which deliberations are measured: by then new states and movements decide as well.
const YEARS: [u32; 3] = [1, 11, 21];
/// Times that each group deliberates.
const TIMES: u32 = 40;
/// States that count as large, by product.
const LARGE: usize = 10;

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let content =
        correlation::content::load(root, "1950_two_camps", &[]).content.expect("the campaign loads");
    let mut sim = Simulation::start(Arc::new(content), 1).expect("it starts");
    sim.keep_reasons(false);
    println!(
        "{:<6} {:<14} {:>6} {:>6} {:>12} {:>14}",
        "year", "who", "agents", "acts", "µs without", "µs with reasons"
    );
    for year in YEARS {
        while sim.clock().played() < 12 * year {
            sim.step();
        }
        table(&sim);
    }
}

/// One row for each kind of agent, and one for the facts.
fn table(sim: &Simulation) {
    let year = sim.clock().now().year();
    let gather = microseconds(|| rehearse(sim.world(), &[], false));
    println!("{year:<6} {:<14} {:>6} {:>6} {gather:>12.1} {:>14}", "facts", "", "", "");
    for (who, seats) in groups(sim) {
        let each = |reasons| {
            (microseconds(|| rehearse(sim.world(), &seats, reasons)) - gather) / seats.len().max(1) as f64
        };
        let acts = rehearse(sim.world(), &seats, false);
        println!(
            "{year:<6} {who:<14} {:>6} {acts:>6} {:>12.1} {:>14.1}",
            seats.len(),
            each(false),
            each(true)
        );
    }
}

/// Agents by kind.
fn groups(sim: &Simulation) -> [(&'static str, Vec<Seat>); 3] {
    let (mut states, mut movements) = (Vec::new(), Vec::new());
    for seat in seats_of_agents(sim.world()) {
        match seat {
            Seat::Polity(id) => states.push(id),
            Seat::Movement(_) => movements.push(seat),
        }
    }
    let product = |id: PolityId| sim.polity::<Accounts>(id).product();
    states.sort_by_key(|&id| std::cmp::Reverse(product(id)));
    let others = states.split_off(LARGE.min(states.len()));
    let seats = |ids: Vec<PolityId>| ids.into_iter().map(Seat::Polity).collect();
    [("large states", seats(states)), ("other states", seats(others)), ("movements", movements)]
}

/// Mean time that something takes.
fn microseconds(mut what: impl FnMut() -> usize) -> f64 {
    std::hint::black_box(what());
    let clock = Instant::now();
    for _ in 0..TIMES {
        std::hint::black_box(what());
    }
    clock.elapsed().as_secs_f64() * 1e6 / f64::from(TIMES)
}
