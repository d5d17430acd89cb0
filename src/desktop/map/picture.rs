//! What the map shows: a colour for every territory, names, dots and marks. Plain data, made anew when the world,
//! the mode or the light changes.

use bevy::prelude::Resource;
use egui::Color32;

use super::flows::Flows;
use super::geometry::Point;
use crate::base::{PolityId, TerritoryId};

/// How one territory looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TerritoryLook {
    /// Colour of the ground.
    pub fill: Color32,
    /// Colour of the hatching, if it is ruled from abroad.
    pub hatch: Option<Color32>,
    /// Number that is the same for territories of one state.
    pub owner: u32,
    /// Whether it is selected.
    pub selected: bool,
}

/// A name on the map.
#[derive(Debug, Clone, PartialEq)]
pub struct Plate {
    /// The name.
    pub name: String,
    /// Middle of the name.
    pub at: Point,
    /// Tilt, degrees clockwise.
    pub angle: f32,
    /// Room along the tilt, map units.
    pub room: f32,
    /// Area of the state, map units squared: big ones come first.
    pub area: f64,
    /// Colour of the letters.
    pub ink: Color32,
}

/// What a mark means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkKind {
    /// A war is fought here.
    War,
    /// A crisis is about this place.
    Crisis,
    /// A movement is in arms here.
    Rising,
}

/// A round mark on the map.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// What it means.
    pub kind: MarkKind,
    /// Where.
    pub at: Point,
    /// What the pointer reads.
    pub words: String,
    /// The war or crisis that pressing it shows, by its number.
    pub opens: Option<u32>,
}

/// A dot for a tiny territory.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dot {
    /// Row of the territory on the map.
    pub territory: usize,
    /// Where.
    pub at: Point,
}

/// Everything on the map.
#[derive(Resource, Debug, Clone, PartialEq, Default)]
pub struct Picture {
    /// By row of the map.
    pub looks: Vec<TerritoryLook>,
    /// Names, biggest state first.
    pub plates: Vec<Plate>,
    /// Dots of tiny territories.
    pub dots: Vec<Dot>,
    /// Trade flows, if they are drawn.
    pub flows: Flows,
    /// Marks.
    pub marks: Vec<Mark>,
    /// Row of the territory under the pointer.
    pub hovered: Option<usize>,
}

/// Which territory and polity of the content stand behind each row of the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// The territory.
    pub territory: TerritoryId,
    /// Its owner now.
    pub owner: PolityId,
}
