//! A society in motion, for its panel and for readers without a window: classes, currents, who rules, a year of people,
//! and the revolutionary situation.

mod classes;
mod rule;
mod situation;
mod text;
mod year;

pub use classes::{ClassLine, TerritoryLine};
pub use rule::{RuleLine, RuleView};
pub use situation::{Mark, SituationView};
pub use text::{movement_text, society_text};
pub use year::{PeopleLine, PeopleYearView};

use crate::base::{MovementId, PolityId};
use crate::sim::Simulation;
use crate::sim::movements::Movement;
use crate::sim::politics::{Government, Owner, Status};
use crate::sim::society::Living;

use super::gauges::{CurrentSlice, current_bar, territories_of};
use super::state::{MovementLine, movement_line, numbers, people};
use super::words::{status_words, text as say};
use super::{Explained, Look};

/// Pages of a society.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SocietyTab {
    /// Classes: who they are, what they have and expect.
    #[default]
    Classes,
    /// What each class leans to.
    Currents,
    /// Who rules, and who lives there.
    Rule,
    /// Births, deaths and moves of a year.
    People,
    /// The revolutionary situation.
    Situation,
}

impl SocietyTab {
    /// All, in order.
    pub const ALL: [SocietyTab; 5] =
        [Self::Classes, Self::Currents, Self::Rule, Self::People, Self::Situation];

    /// Its name.
    pub fn words(self) -> &'static str {
        match self {
            Self::Classes => say!("so.classes"),
            Self::Currents => say!("so.currents"),
            Self::Rule => say!("so.rule"),
            Self::People => say!("so.people"),
            Self::Situation => say!("so.situation"),
        }
    }
}

/// The society of a state or dependency.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SocietyView {
    /// Whose; `None` if nobody is looked at.
    pub id: Option<PolityId>,
    /// Its name.
    pub name: String,
    /// How it stands: sovereign, ruled by whom.
    pub status: String,
    /// How it stands between the systems.
    pub look: Look,
    /// People, by territory.
    pub people: Explained,
    /// What people have and how they take it.
    pub life: Vec<Explained>,
    /// Classes over all territories, in their order.
    pub classes: Vec<ClassLine>,
    /// Currents over all people, largest first.
    pub currents: Vec<CurrentSlice>,
    /// Who rules.
    pub rule: RuleView,
    /// Births, deaths and moves of the last year.
    pub year: PeopleYearView,
    /// The revolutionary situation.
    pub situation: SituationView,
    /// Each territory.
    pub territories: Vec<TerritoryLine>,
    /// Movements inside, strongest first.
    pub movements: Vec<MovementLine>,
}

/// The society of a state or dependency.
pub fn society_view(sim: &Simulation, id: Option<PolityId>) -> SocietyView {
    let Some(id) = id else { return SocietyView::default() };
    let content = sim.content();
    let territories = territories_of(sim, id);
    let government = sim.polity::<Government>(id);
    let classes = classes::lines(sim, &territories, government);
    SocietyView {
        id: Some(id),
        name: content.polities[id].name.clone(),
        status: status_words(content, *sim.polity::<Status>(id)),
        look: Look::of(sim, id),
        people: people(sim, &territories),
        life: numbers::life(sim, id),
        currents: current_bar(sim.polity::<Living>(id).currents()),
        rule: rule::view(sim, id, &classes, numbers::rule(sim, id)),
        classes,
        year: year::year(sim, &territories),
        situation: situation::view(sim, id),
        territories: territories.iter().map(|&territory| classes::territory(sim, territory)).collect(),
        movements: movements_here(sim, id),
    }
}

/// Movements in being on the ground of a state, strongest first, whether they stand against it or against who rules it.
fn movements_here(sim: &Simulation, id: PolityId) -> Vec<MovementLine> {
    let content = sim.content();
    let here = |movement: &MovementId| {
        let place = content.movements[*movement].territory;
        sim.territory::<Owner>(place).polity() == id && sim.movement::<Movement>(*movement).is_alive()
    };
    let mut lines: Vec<_> = content.movements.ids().filter(here).map(|id| movement_line(sim, id)).collect();
    lines.sort_by(|a, b| b.strength.total_cmp(&a.strength));
    lines
}
