//! What panels want done. Pushed while drawing, carried out once after the frame.

use crate::base::{MovementId, OrganisationId, PolityId, TerritoryId};
use crate::content::vocabulary::{Ids, Order};
use crate::sim::orders::Seq;
use crate::sim::plan::Ambition;
use crate::view::{
    ChronicleFilter, DiplomacyTab, Draft, EconomyTab, LedgerColumn, MovementColumn, MovementFilter,
    MovementsTab, SeriesKey, SocietyTab, Trial,
};

/// What is selected on the map; the inspector shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Selection {
    /// A state.
    Polity(PolityId),
    /// A territory.
    Territory(TerritoryId),
    /// A movement.
    Movement(MovementId),
}

/// Panels that open and close.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PanelKind {
    /// What is selected.
    Inspector,
    /// What happened.
    Chronicle,
    /// Time series.
    Chart,
    /// What the seat played can order.
    Orders,
    /// The agenda: live issues.
    Agenda,
    /// Why an AI decided as it did.
    Why,
    /// Colours of the map, and its modes.
    Legend,
    /// The step of the mission that is running.
    Mission,
    /// Save and load.
    Saves,
    /// Theme, scale, motion.
    Settings,
    /// Table of states.
    Ledger,
    /// How the seat has done.
    Outcome,
    /// The economy of the state that is looked at.
    Economy,
    /// The society of the state that is looked at.
    Society,
    /// Movements, and the records of their risings.
    Movements,
    /// Diplomacy of the state that is looked at, and organisations.
    Diplomacy,
    /// The line of the state that is looked at.
    Doctrine,
    /// Crises under way.
    Crisis,
    /// Wars, and the account of one.
    War,
    /// Organisations.
    Organisation,
}

impl PanelKind {
    /// All, in the order of their keys.
    pub const ALL: [PanelKind; 20] = [
        Self::Inspector,
        Self::Chronicle,
        Self::Chart,
        Self::Orders,
        Self::Agenda,
        Self::Why,
        Self::Legend,
        Self::Mission,
        Self::Saves,
        Self::Settings,
        Self::Ledger,
        Self::Outcome,
        Self::Economy,
        Self::Society,
        Self::Movements,
        Self::Diplomacy,
        Self::Doctrine,
        Self::Crisis,
        Self::War,
        Self::Organisation,
    ];

    /// Panels that share the room beside the inspector: one of them at a time is open.
    pub const BESIDE: [PanelKind; 8] = [
        Self::Economy,
        Self::Society,
        Self::Movements,
        Self::Diplomacy,
        Self::Organisation,
        Self::Doctrine,
        Self::Crisis,
        Self::War,
    ];

    /// Wide panels that share the middle: one of them at a time is open.
    pub const WIDE: [PanelKind; 3] = [Self::Outcome, Self::Ledger, Self::Chart];

    /// The registered widget name of the whole panel (conditions `PanelOpen` of missions use it).
    pub const fn name(self) -> &'static str {
        match self {
            Self::Inspector => "panel.inspector",
            Self::Chronicle => "panel.chronicle",
            Self::Chart => "panel.chart",
            Self::Orders => "panel.orders",
            Self::Agenda => "panel.agenda",
            Self::Why => "panel.why",
            Self::Legend => "panel.legend",
            Self::Mission => "panel.mission",
            Self::Saves => "panel.saves",
            Self::Settings => "panel.settings",
            Self::Ledger => "panel.ledger",
            Self::Outcome => "panel.outcome",
            Self::Economy => "panel.economy",
            Self::Society => "panel.society",
            Self::Movements => "panel.movements",
            Self::Diplomacy => "panel.diplomacy",
            Self::Doctrine => "panel.doctrine",
            Self::Crisis => "panel.crisis",
            Self::War => "panel.war",
            Self::Organisation => "panel.organisation",
        }
    }

    /// The panel with a registered widget name.
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|panel| panel.name() == name)
    }
}

/// What the colours of the map tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum MapMode {
    /// Social systems and blocs.
    #[default]
    System,
    /// Product per head.
    ProductPerHead,
    /// Legitimacy of governments.
    Legitimacy,
    /// Strength of movements.
    Movements,
    /// How ripe a revolutionary situation is.
    Situation,
    /// The current most people lean to.
    Current,
    /// Food lacking.
    Hunger,
    /// How far people are organised.
    Organisation,
}

impl MapMode {
    /// All, in the order in which the key `M` goes through them.
    pub const ALL: [MapMode; 8] = [
        Self::System,
        Self::ProductPerHead,
        Self::Legitimacy,
        Self::Movements,
        Self::Hunger,
        Self::Situation,
        Self::Organisation,
        Self::Current,
    ];

    /// Title of the legend and of its button.
    pub const fn words(self) -> &'static str {
        match self {
            Self::System => "Systems",
            Self::ProductPerHead => "Product per head",
            Self::Legitimacy => "Legitimacy",
            Self::Movements => "Movements",
            Self::Situation => "Rev. situation",
            Self::Current => "Leading current",
            Self::Hunger => "Hunger",
            Self::Organisation => "Organised",
        }
    }

    /// The registered name of its button.
    pub const fn name(self) -> &'static str {
        match self {
            Self::System => "map.mode.system",
            Self::ProductPerHead => "map.mode.product",
            Self::Legitimacy => "map.mode.legitimacy",
            Self::Movements => "map.mode.movements",
            Self::Situation => "map.mode.situation",
            Self::Current => "map.mode.current",
            Self::Hunger => "map.mode.hunger",
            Self::Organisation => "map.mode.organisation",
        }
    }

    /// The mode after this one.
    pub fn next(self) -> Self {
        let place = Self::ALL.iter().position(|&mode| mode == self).unwrap_or(0);
        Self::ALL[(place + 1) % Self::ALL.len()]
    }
}

/// How fast months pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Pace {
    /// No month passes.
    #[default]
    Paused,
    /// Months pass at speed 1 to 5.
    Running(u8),
}

impl Pace {
    /// Highest speed.
    pub const FASTEST: u8 = 5;

    /// Seconds of real time a month takes; `None` while paused. The fastest takes whatever the frame has left.
    pub fn seconds_a_month(self) -> Option<f64> {
        match self {
            Self::Paused => None,
            Self::Running(speed) => Some(match speed {
                0 | 1 => 4.0,
                2 => 2.0,
                3 => 1.0,
                4 => 0.4,
                _ => 0.08,
            }),
        }
    }
}

/// Something a player wants.
#[derive(Debug, Clone, PartialEq)]
pub enum Intent {
    /// Give an order for the seat played.
    Order(Order<Ids>),
    /// Take back an order that is not resolved yet.
    TakeBack(Seq),
    /// Select something; the inspector opens with it.
    Select(Selection),
    /// Select nothing.
    Deselect,
    /// Bring a territory into the middle of the map.
    Show(TerritoryId),
    /// Draw trade flows on the map, or stop.
    Flows(bool),
    /// Bring all flows that are drawn into view.
    ShowFlows,
    /// Make the flows from and to a state stand out while the pointer is on its name.
    PointOut(PolityId),
    /// Open a panel.
    Open(PanelKind),
    /// Close a panel.
    Close(PanelKind),
    /// Colour the map by something else.
    MapMode(MapMode),
    /// Let months pass at another pace.
    SetPace(Pace),
    /// Pause, or go on at the last speed.
    TogglePause,
    /// Simulate one month.
    Step,
    /// Save under a name.
    Save(String),
    /// Load a save by name.
    Load(String),
    /// Prepare an order in the orders panel; nothing is given yet.
    Prepare(Draft),
    /// Show another part of the chronicle.
    FilterChronicle {
        /// Which part.
        filter: ChronicleFilter,
        /// Whether routine acts are shown.
        small_acts: bool,
    },
    /// Show more of the chronicle's older entries.
    OlderEntries,
    /// Draw these lines in the chart.
    ChartLines(Vec<SeriesKey>),
    /// Sort the ledger.
    SortLedger {
        /// By which column.
        by: LedgerColumn,
        /// Whether the largest stands first.
        descending: bool,
    },
    /// Open a page of the economy.
    EconomyTab(EconomyTab),
    /// Open a page of the society.
    SocietyTab(SocietyTab),
    /// Open a page of diplomacy.
    DiplomacyTab(DiplomacyTab),
    /// Try a value of a parameter of a line; nothing is ordered yet. None: leave it as it is.
    TryLine(Option<Trial>),
    /// Show a crisis in full, by its number.
    ShowCrisis(u32),
    /// Show a war in full, by its number.
    ShowWar(u32),
    /// Show an organisation in full.
    ShowOrganisation(OrganisationId),
    /// Show what can be done towards a member of the organisation that is shown.
    ShowMember(PolityId),
    /// Open a page of the panel of movements.
    MovementsTab(MovementsTab),
    /// List other movements.
    FilterMovements(MovementFilter),
    /// Sort the list of movements.
    SortMovements {
        /// By which column.
        by: MovementColumn,
        /// Whether the largest stands first.
        descending: bool,
    },
    /// Show a movement in full.
    ShowMovement(MovementId),
    /// Show the record of a rising, by its number.
    ShowRising(usize),
    /// Set what the plan being drawn up sets out for; nothing is given yet.
    DraftPlan(Ambition),
    /// Show the decision record with this number in the why panel.
    ShowDecision(u32),
    /// Answer the question of the mission's step.
    MissionAnswer {
        /// Id of the question.
        question: String,
        /// Index of the choice.
        choice: usize,
    },
    /// Go past the step of the mission.
    MissionSkip,
    /// Let the mission do its step by itself.
    MissionShowMe,
    /// End the mission and go on playing freely.
    MissionLeave,
    /// Go back one screen, as Escape does.
    Back,
    /// Leave the campaign for the menu.
    ToMenu,
    /// Go back to the last safe month before the general exchange that ended the history, as a branch of it.
    Branch,
}

/// The intents of one frame. egui may draw a frame more than once, so the same intent counts once.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Intents {
    list: Vec<Intent>,
}

impl Intents {
    /// Adds an intent, unless this frame has it already.
    pub fn push(&mut self, intent: Intent) {
        if !self.list.contains(&intent) {
            self.list.push(intent);
        }
    }

    /// All, in order.
    pub fn list(&self) -> &[Intent] {
        &self.list
    }

    /// Takes all out.
    pub fn take(&mut self) -> Vec<Intent> {
        std::mem::take(&mut self.list)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_intent_counts_once_a_frame() {
        let mut intents = Intents::default();
        intents.push(Intent::Step);
        intents.push(Intent::Step);
        assert_eq!(intents.take(), vec![Intent::Step]);
        assert!(intents.list().is_empty());
    }

    #[test]
    fn panels_are_found_by_name() {
        for panel in PanelKind::ALL {
            assert_eq!(PanelKind::by_name(panel.name()), Some(panel));
        }
        let round = MapMode::ALL.iter().fold(MapMode::System, |mode, _| mode.next());
        assert_eq!(round, MapMode::System);
    }
}
