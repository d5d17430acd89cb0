//! All movements as a list, and the records of their risings, for one panel with pages.

use crate::base::{MovementId, PolityId, TerritoryId};
use crate::sim::Simulation;
use crate::sim::movements::{Movement, MovementPhase, Risings};

use super::movement::{MovementView, movement_view};
use super::risings::{RisingLine, RisingView, rising_line, rising_view};
use super::words::{phase_words, text};

/// Pages of the panel of movements.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MovementsTab {
    /// All that are in being.
    #[default]
    List,
    /// One of them.
    One,
    /// The record of each rising.
    Risings,
}

impl MovementsTab {
    /// All, in order.
    pub const ALL: [Self; 3] = [Self::List, Self::One, Self::Risings];

    /// Its name.
    pub fn words(self) -> &'static str {
        match self {
            Self::List => text!("mv.list"),
            Self::One => text!("mv.one"),
            Self::Risings => text!("mv.risings"),
        }
    }
}

/// Which movements are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MovementFilter {
    /// All that are in being: unarmed and in arms.
    #[default]
    Alive,
    /// In arms.
    InArms,
    /// Without arms.
    Unarmed,
    /// Broken, or in power.
    Over,
}

impl MovementFilter {
    /// All, in order.
    pub const ALL: [Self; 4] = [Self::Alive, Self::InArms, Self::Unarmed, Self::Over];

    /// In plain words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Alive => text!("mv.alive"),
            Self::InArms => text!("mv.in_arms"),
            Self::Unarmed => text!("mv.unarmed"),
            Self::Over => text!("mv.over"),
        }
    }

    /// Its name in names of widgets.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Alive => "alive",
            Self::InArms => "in_arms",
            Self::Unarmed => "unarmed",
            Self::Over => "over",
        }
    }

    fn takes(self, phase: MovementPhase) -> bool {
        match self {
            Self::Alive => matches!(phase, MovementPhase::Active | MovementPhase::InArms),
            Self::InArms => phase == MovementPhase::InArms,
            Self::Unarmed => phase == MovementPhase::Active,
            Self::Over => matches!(phase, MovementPhase::Victorious | MovementPhase::Broken),
        }
    }
}

/// A column by which the list is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MovementColumn {
    /// Name.
    Name,
    /// Where it lives.
    Place,
    /// Fighting strength.
    #[default]
    Strength,
    /// Ground held.
    Ground,
    /// Sympathy.
    Support,
}

impl MovementColumn {
    /// All, in order.
    pub const ALL: [Self; 5] = [Self::Name, Self::Place, Self::Strength, Self::Ground, Self::Support];

    /// Its heading.
    pub fn words(self) -> &'static str {
        match self {
            Self::Name => text!("mv.name"),
            Self::Place => text!("mv.where"),
            Self::Strength => text!("mv.strength"),
            Self::Ground => text!("mv.ground"),
            Self::Support => text!("mv.support"),
        }
    }

    /// Whether the largest stands first when it is chosen.
    pub fn descends(self) -> bool {
        !matches!(self, Self::Name | Self::Place)
    }
}

/// A movement in the list.
#[derive(Debug, Clone, PartialEq)]
pub struct MovementRow {
    /// Which.
    pub id: MovementId,
    /// Its name.
    pub name: String,
    /// Where it is in its life.
    pub phase: &'static str,
    /// Whether it is in arms.
    pub in_arms: bool,
    /// Where it lives.
    pub place: (TerritoryId, String),
    /// Whom it stands against.
    pub against: (PolityId, String),
    /// Its leading current.
    pub current: &'static str,
    /// Fighting strength against those who hold power (0–1 of both).
    pub strength: f64,
    /// Ground held (0–1).
    pub ground: f64,
    /// Sympathy where it lives (0–1).
    pub support: f64,
}

/// What of the movements is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MovementsAsk {
    /// The page.
    pub tab: MovementsTab,
    /// Which are listed.
    pub filter: MovementFilter,
    /// By which column.
    pub sort: MovementColumn,
    /// Whether the largest (or last in the alphabet) stands first.
    pub descending: bool,
    /// The movement that is looked at; if none, the first of the list.
    pub movement: Option<MovementId>,
    /// The record that is looked at, by its number; if none, the latest.
    pub rising: Option<usize>,
}

impl Default for MovementsAsk {
    fn default() -> Self {
        Self {
            tab: MovementsTab::default(),
            filter: MovementFilter::default(),
            sort: MovementColumn::default(),
            descending: true,
            movement: None,
            rising: None,
        }
    }
}

/// The panel of movements, opened at one page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MovementsView {
    /// What was asked for.
    pub ask: MovementsAsk,
    /// How many movements each filter lists, in the order of [`MovementFilter::ALL`].
    pub counts: [usize; 4],
    /// The page.
    pub page: MovementsPage,
}

/// What stands on a page.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum MovementsPage {
    /// Nothing to show.
    #[default]
    Nothing,
    /// The list.
    List(Vec<MovementRow>),
    /// One movement.
    One(Box<MovementView>),
    /// Records of risings, newest first, and the one that is looked at.
    Risings(Vec<RisingLine>, Option<Box<RisingView>>),
}

/// The panel of movements, opened at one page.
pub fn movements_view(sim: &Simulation, ask: &MovementsAsk) -> MovementsView {
    let count = |filter: MovementFilter| {
        let movements = sim.content().movements.ids();
        movements.filter(|&id| filter.takes(sim.movement::<Movement>(id).phase())).count()
    };
    let page = match ask.tab {
        MovementsTab::List => MovementsPage::List(rows(sim, ask)),
        MovementsTab::One => {
            let first = || rows(sim, ask).first().map(|row| row.id);
            let one = ask.movement.or_else(first);
            one.map_or(MovementsPage::Nothing, |id| MovementsPage::One(Box::new(movement_view(sim, id))))
        }
        MovementsTab::Risings => {
            let all = sim.get::<Risings>().list();
            let lines = (0..all.len()).rev().map(|number| rising_line(sim, number, &all[number])).collect();
            let chosen = ask.rising.or_else(|| all.len().checked_sub(1));
            MovementsPage::Risings(lines, chosen.and_then(|number| rising_view(sim, number)).map(Box::new))
        }
    };
    MovementsView { ask: *ask, counts: MovementFilter::ALL.map(count), page }
}

/// The movements of a filter, sorted.
fn rows(sim: &Simulation, ask: &MovementsAsk) -> Vec<MovementRow> {
    let content = sim.content();
    let row = |id: MovementId| {
        let (def, now) = (&content.movements[id], sim.movement::<Movement>(id));
        ask.filter.takes(now.phase()).then(|| MovementRow {
            id,
            name: def.name.clone(),
            phase: phase_words(now.phase()),
            in_arms: now.phase() == MovementPhase::InArms,
            place: (def.territory, content.territories[def.territory].name.clone()),
            against: (now.against(), content.polities[now.against()].name.clone()),
            current: def.current.words(),
            strength: now.strength(),
            ground: now.control(),
            support: now.support(),
        })
    };
    let mut rows: Vec<_> = content.movements.ids().filter_map(row).collect();
    rows.sort_by(|a, b| {
        let order = match ask.sort {
            MovementColumn::Name => a.name.cmp(&b.name),
            MovementColumn::Place => a.place.1.cmp(&b.place.1),
            MovementColumn::Strength => a.strength.total_cmp(&b.strength),
            MovementColumn::Ground => a.ground.total_cmp(&b.ground),
            MovementColumn::Support => a.support.total_cmp(&b.support),
        };
        let order = if ask.descending { order.reverse() } else { order };
        order.then(a.id.cmp(&b.id))
    });
    rows
}
