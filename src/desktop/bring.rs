//! Bringing a place on the map into view.

use egui::{Context, Id, Rect, Vec2, vec2};

use super::map::{MapSheet, MapView};
use super::names::place;
use super::rooms::Rooms;
use crate::base::{PolityId, TerritoryId};
use crate::sim::politics::Lands;
use crate::sim::{Seat, Simulation};

/// The registered name of the country on the map that a lesson points at.
pub(super) const COUNTRY: &str = "map.country";

/// Brings the name of a country on the map into view, and registers where it stands for a lesson to point at.
pub(super) fn point_at_country(
    ctx: &Context,
    sim: &Simulation,
    id: PolityId,
    sheet: &MapSheet,
    view: &mut MapView,
    rooms: &Rooms,
) {
    const AROUND: Vec2 = vec2(110.0, 60.0);
    let territories = &sim.content().territories;
    let most = sim.get::<Lands>().of(id).iter().copied().max_by_key(|&id| territories[id].population);
    let Some(row) = most.and_then(|id| sheet.map.index(&territories[id].id)) else { return };
    let at = sheet.map.territories[row].label;
    // Once: whoever moves the map away afterwards wants to look elsewhere.
    let brought = Id::new("lesson brought");
    if ctx.data(|data| data.get_temp(brought)) != Some(id) {
        ctx.data_mut(|data| data.insert_temp(brought, id));
        view.bring(at, &rooms.free);
    }
    place(ctx, COUNTRY, Rect::from_center_size(view.to_screen(at), AROUND));
}

/// The country of a seat and what borders on it.
pub(super) fn around(sim: &Simulation, seat: Seat) -> Vec<TerritoryId> {
    let own = match seat {
        Seat::Polity(id) => sim.get::<Lands>().of(id).to_vec(),
        Seat::Movement(id) => vec![sim.content().movements[id].territory],
    };
    let neighbours =
        |id: &TerritoryId| sim.content().territories[*id].neighbours.iter().map(|one| one.territory);
    let around: Vec<_> = own.iter().flat_map(neighbours).collect();
    own.into_iter().chain(around).collect()
}
