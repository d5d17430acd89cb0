//! The world as a whole.

use crate::content::vocabulary::Harm;
use crate::sim::conflict::Wars;
use crate::sim::ledger::{HarmBook, PeopleBook};
use crate::sim::perception::WorldMood;
use crate::sim::trade::WorldMarket;

use super::{INDEX, PEOPLE, Read, SeriesDef, TO_BASE, world};

pub(super) const WORLD: &[SeriesDef] = &[
    world("world_population", PEOPLE, "People of the world.", "ledger: PeopleBook", |now| {
        now.sim.get::<PeopleBook>().world().real()
    }),
    world("world_tension", INDEX, "Tension of the world.", "perception: WorldMood", |now| {
        now.sim.get::<WorldMood>().tension()
    }),
    world("wars", "wars", "Wars under way.", "conflict: Wars", |now| {
        now.sim.get::<Wars>().list().len() as f64
    }),
    world("war_dead", PEOPLE, "Killed in war since the start.", "ledger: HarmBook", |now| {
        now.sim.get::<HarmBook>().world(Harm::War).real()
    }),
    world("famine_dead", PEOPLE, "Dead of hunger since the start.", "ledger: HarmBook", |now| {
        now.sim.get::<HarmBook>().world(Harm::Famine).real()
    }),
    SeriesDef {
        id: "world_price",
        unit: TO_BASE,
        means: "Price of the world market over base price.",
        source: "trade: WorldMarket",
        read: Read::WorldGood(|now, good| now.sim.get::<WorldMarket>().price(good)),
    },
];
