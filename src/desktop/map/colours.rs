//! From the simulated world to the picture on the map, in each of the map modes.

use egui::Color32;

use super::flows::Flows;
use super::geometry::WorldMap;
use super::picture::{Dot, Mark, MarkKind, Picture, Plate, Row, TerritoryLook};
use crate::base::{Id, IdVec, PolityId, TerritoryId};
use crate::content::defs::Content;
use crate::content::vocabulary::Current;
use crate::desktop::intents::{MapMode, Selection};
use crate::desktop::theme::{Tokens, readable_on};
use crate::sim::chronicle::{PolitySeries, Series};
use crate::sim::conflict::Wars;
use crate::sim::crisis::Crises;
use crate::sim::economy::Consumption;
use crate::sim::movements::{Movement, MovementPhase, Situation};
use crate::sim::politics::{Government, Owner, Status};
use crate::sim::society::Living;
use crate::sim::{Seat, Simulation};
use crate::view::{Look, leading_current};

/// Upper ends of the first four steps of product per head, 2011 dollars a year.
pub const PRODUCT_STEPS: [f64; 4] = [1000.0, 2000.0, 4000.0, 8000.0];
/// Upper ends of the first four steps of legitimacy.
pub const LEGITIMACY_STEPS: [f64; 4] = [0.2, 0.4, 0.6, 0.8];
/// Upper ends of the first four steps of movements' strength; the first is “hardly any”.
pub const MOVEMENT_STEPS: [f64; 4] = [0.05, 0.2, 0.4, 0.6];

/// Upper ends of the first four steps of the revolutionary situation.
pub const SITUATION_STEPS: [f64; 4] = [0.25, 0.35, 0.45, 0.55];
/// Upper ends of the first four steps of hunger; the first is “none to speak of”.
pub const HUNGER_STEPS: [f64; 4] = [0.02, 0.05, 0.1, 0.2];
/// Upper ends of the first four steps of organisation.
pub const ORGANISATION_STEPS: [f64; 4] = [0.1, 0.2, 0.3, 0.45];

/// The colour of a way to stand between the systems.
pub fn look_colour(tokens: &Tokens, look: Look) -> Color32 {
    match look {
        Look::Planners => tokens.planners,
        Look::OwnRoad => tokens.own_road,
        Look::Pacts => tokens.western,
        Look::Dependent => tokens.dependent,
        Look::NonAligned => tokens.non_aligned,
        Look::Neutral => tokens.neutral,
        Look::Ruled => tokens.ruled,
    }
}

/// The colour of a current.
pub fn current_colour(tokens: &Tokens, current: Current) -> Color32 {
    match current {
        Current::Communist => tokens.planners,
        Current::SocialDemocratic => tokens.own_road,
        Current::National => tokens.non_aligned,
        Current::Liberal => tokens.western,
        Current::Conservative => tokens.neutral,
        Current::AuthoritarianRight => tokens.ink_quiet,
    }
}

/// The row of the content behind each row of the map; territories that this content does not have stay empty.
pub fn rows(map: &WorldMap, content: &Content) -> Vec<Option<TerritoryId>> {
    let row = |id: &str| content.territories.find(|def| def.id == id);
    map.territories.iter().map(|territory| row(&territory.id)).collect()
}

/// The step of a value on a scale of five.
fn step(value: f64, ends: &[f64; 4]) -> usize {
    ends.iter().position(|end| value < *end).unwrap_or(4)
}

/// Strength of the strongest living movement in each territory (0–1).
fn movement_strengths(sim: &Simulation) -> IdVec<TerritoryId, f64> {
    let content = sim.content();
    let mut strengths: IdVec<TerritoryId, f64> = content.territories.ids().map(|_| 0.0).collect();
    for (id, def) in content.movements.iter() {
        let movement = sim.movement::<Movement>(id);
        if movement.is_alive() {
            let here = &mut strengths[def.territory];
            *here = here.max(movement.strength()).max(movement.control());
        }
    }
    strengths
}

/// Part of the food a healthy life needs that people do not have (0–1).
fn hunger(sim: &Simulation, polity: PolityId) -> f64 {
    (1.0 - sim.polity::<Consumption>(polity).food_security()).max(0.0)
}

/// The value of a mode for a territory, if the mode shows one number.
pub fn figure(sim: &Simulation, row: Row, mode: MapMode) -> Option<f64> {
    match mode {
        MapMode::System | MapMode::Current => None,
        MapMode::Situation => Some(sim.polity::<Situation>(row.owner).ripeness()),
        MapMode::Hunger => Some(hunger(sim, row.owner)),
        MapMode::Organisation => Some(sim.polity::<Living>(row.owner).leaders_organisation()),
        MapMode::ProductPerHead => {
            let series = sim.get::<Series>().polity(row.owner, PolitySeries::ProductPerHead);
            series.last().map(|&value| f64::from(value))
        }
        MapMode::Legitimacy => Some(sim.polity::<Government>(row.owner).legitimacy()),
        MapMode::Movements => Some(movement_strengths(sim)[row.territory]),
    }
}

/// The picture of the world as it stands.
pub fn picture(
    sim: &Simulation,
    map: &WorldMap,
    rows: &[Option<TerritoryId>],
    mode: MapMode,
    selection: Option<Selection>,
    tokens: &Tokens,
) -> Picture {
    let content = sim.content();
    let strengths = movement_strengths(sim);
    let looks_of: IdVec<PolityId, Look> = content.polities.ids().map(|id| Look::of(sim, id)).collect();
    let series = sim.get::<Series>();
    let colour = |territory: TerritoryId, owner: PolityId| -> (Color32, Option<Color32>) {
        match mode {
            MapMode::System => {
                let ruler = sim.polity::<Status>(owner).ruler();
                let hatch = ruler.map(|ruler| look_colour(tokens, looks_of[ruler]));
                (look_colour(tokens, looks_of[owner]), hatch)
            }
            MapMode::ProductPerHead => {
                let value = series.polity(owner, PolitySeries::ProductPerHead).last();
                (value.map_or(tokens.unknown, |&v| tokens.ramp[step(f64::from(v), &PRODUCT_STEPS)]), None)
            }
            MapMode::Legitimacy => {
                let value = sim.polity::<Government>(owner).legitimacy();
                (tokens.ramp[step(value, &LEGITIMACY_STEPS)], None)
            }
            MapMode::Movements => (tokens.heat[step(strengths[territory], &MOVEMENT_STEPS)], None),
            MapMode::Situation => {
                let value = sim.polity::<Situation>(owner).ripeness();
                (tokens.heat[step(value, &SITUATION_STEPS)], None)
            }
            MapMode::Hunger => (tokens.heat[step(hunger(sim, owner), &HUNGER_STEPS)], None),
            MapMode::Organisation => {
                let value = sim.polity::<Living>(owner).leaders_organisation();
                (tokens.ramp[step(value, &ORGANISATION_STEPS)], None)
            }
            MapMode::Current => {
                let leading = leading_current(sim, territory);
                (leading.map_or(tokens.unknown, |(current, _)| current_colour(tokens, current)), None)
            }
        }
    };
    let is_selected = |territory: TerritoryId, owner: PolityId| match selection {
        None => false,
        Some(Selection::Polity(id)) => id == owner,
        Some(Selection::Territory(id)) => id == territory,
        Some(Selection::Movement(id)) => content.movements[id].territory == territory,
    };
    let owner_of = |territory: TerritoryId| sim.territory::<Owner>(territory).polity();
    let looks: Vec<TerritoryLook> = rows
        .iter()
        .enumerate()
        .map(|(number, row)| match *row {
            Some(territory) => {
                let owner = owner_of(territory);
                let (fill, hatch) = colour(territory, owner);
                let owner_key = owner.index() as u32 + 1;
                TerritoryLook { fill, hatch, owner: owner_key, selected: is_selected(territory, owner) }
            }
            None => TerritoryLook {
                fill: tokens.unknown,
                hatch: None,
                owner: 100_000 + number as u32,
                selected: false,
            },
        })
        .collect();
    let dots = map.territories.iter().enumerate().filter(|(_, shape)| shape.marker);
    Picture {
        plates: plates(sim, map, rows, &looks),
        dots: dots.map(|(territory, shape)| Dot { territory, at: shape.label }).collect(),
        flows: Flows::default(),
        marks: marks(sim, map),
        looks,
        hovered: None,
    }
}

/// One name a state, over its biggest territory.
fn plates(
    sim: &Simulation,
    map: &WorldMap,
    rows: &[Option<TerritoryId>],
    looks: &[TerritoryLook],
) -> Vec<Plate> {
    let content = sim.content();
    let mut biggest: IdVec<PolityId, Option<usize>> = content.polities.ids().map(|_| None).collect();
    let mut area: IdVec<PolityId, f64> = content.polities.ids().map(|_| 0.0).collect();
    for (number, row) in rows.iter().enumerate() {
        let Some(territory) = *row else { continue };
        let owner = sim.territory::<Owner>(territory).polity();
        let shape = &map.territories[number];
        area[owner] += shape.area;
        if biggest[owner].is_none_or(|other| map.territories[other].area < shape.area) {
            biggest[owner] = Some(number);
        }
    }
    let mut plates: Vec<Plate> = content
        .polities
        .iter()
        .filter_map(|(id, def)| {
            let number = biggest[id]?;
            let shape = &map.territories[number];
            Some(Plate {
                name: def.name.clone(),
                at: shape.label,
                angle: shape.label_angle,
                room: shape.label_width,
                area: area[id],
                ink: readable_on(looks[number].fill),
            })
        })
        .collect();
    plates.sort_by(|a, b| b.area.total_cmp(&a.area).then_with(|| a.name.cmp(&b.name)));
    plates
}

/// Marks of wars, crises and risings, at the seats of government of the places concerned.
fn marks(sim: &Simulation, map: &WorldMap) -> Vec<Mark> {
    let content = sim.content();
    let place = |territory: TerritoryId| {
        let row = map.index(&content.territories[territory].id)?;
        Some(map.territories[row].capital)
    };
    let name = |seat: Seat| match seat {
        Seat::Polity(id) => content.polities[id].name.clone(),
        Seat::Movement(id) => content.movements[id].name.clone(),
    };
    let mut marks: Vec<Mark> = Vec::new();
    let mut add = |kind: MarkKind, territory: TerritoryId, words: String, opens: Option<u32>| {
        let Some(at) = place(territory) else { return };
        // A second mark at the same place would hide the first: it only adds its words.
        match marks.iter_mut().find(|mark| mark.at == at) {
            Some(mark) => mark.words = format!("{}\n{words}", mark.words),
            None => marks.push(Mark { kind, at, words, opens }),
        }
    };
    let mut at_war = Vec::new();
    for war in sim.get::<Wars>().list() {
        let sides =
            [war.attacker.leader(), war.defender.leader()].map(|seat| seat.map_or_else(String::new, name));
        let words =
            format!("{}: {} against {}, since {}", capital(war.kind.words()), sides[0], sides[1], war.since);
        at_war.extend(war.attacker.movements.iter().chain(&war.defender.movements).copied());
        if let Some(&territory) = war.over.first() {
            add(MarkKind::War, territory, words, Some(war.number));
        }
    }
    for crisis in sim.get::<Crises>().list() {
        let of = |id: PolityId| content.polities[id].name.as_str();
        let words = format!(
            "Crisis over {}: {} against {}, rung {} of 7",
            of(crisis.over),
            of(crisis.challenger),
            of(crisis.defender),
            crisis.rung
        );
        add(MarkKind::Crisis, content.polities[crisis.over].capital, words, Some(crisis.number));
    }
    for (id, def) in content.movements.iter() {
        let movement = sim.movement::<Movement>(id);
        if movement.phase() == MovementPhase::InArms && !at_war.contains(&id) {
            add(
                MarkKind::Rising,
                def.territory,
                format!("In arms: {}, since {}", def.name, movement.since()),
                None,
            );
        }
    }
    marks
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_have_five_steps_and_no_gaps() {
        assert_eq!(step(0.0, &PRODUCT_STEPS), 0);
        assert_eq!(step(1000.0, &PRODUCT_STEPS), 1);
        assert_eq!(step(1e9, &PRODUCT_STEPS), 4);
        assert_eq!(capital("civil war"), "Civil war");
    }
}
