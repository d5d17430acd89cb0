//! What the panels remember between frames, and their views, built anew only when something has changed.

use egui::Ui;

use super::{
    chart_panel, chronicle_panel, crisis_panel, decision_panel, diplomacy_panel, doctrine_panel,
    economy_panel, ledger_panel, movement_panel, movements_panel, orders_panel, organisation_panel,
    outcome_panel, society_panel, state_panel, territory_panel, war_panel,
};
use crate::base::PolityId;
use crate::content::vocabulary::Order;
use crate::desktop::intents::{Intent, Intents, PanelKind, Selection};
use crate::sim::agents::Players;
use crate::sim::chronicle::{PolitySeries, WorldSeries};
use crate::sim::plan::Ambition;
use crate::sim::politics::Owner;
use crate::sim::{Seat, Simulation};
use crate::view::{
    ChartView, ChronicleFilter, ChronicleView, CrisesView, DecisionView, DiplomacyTab, DiplomacyView,
    DoctrineView, Draft, EconomyTab, EconomyView, LedgerColumn, LedgerView, MovementView, MovementsAsk,
    MovementsTab, MovementsView, OrdersView, OrganisationsAsk, OrganisationsView, OutcomeView, PriceRecord,
    SeriesKey, SocietyTab, SocietyView, StateView, TerritoryView, Trial, WarsView, chart_view,
    chronicle_view, crises_view, decision_view, diplomacy_view, doctrine_view, economy_view, ledger_view,
    movement_view, movements_view, orders_view, organisations_view, outcome_view, society_view, state_view,
    territory_view, wars_view,
};

/// Entries of the chronicle that are laid out at first, and that are added on request.
const ENTRIES: usize = 120;

/// What panels remember: choices of the player that are no orders.
#[derive(Debug, Clone, PartialEq)]
pub struct Memory {
    /// The order being prepared.
    pub draft: Draft,
    /// What of the chronicle is shown.
    pub filter: ChronicleFilter,
    /// Whether routine acts are shown in it.
    pub small_acts: bool,
    /// How many of its entries are shown.
    pub entries: usize,
    /// Lines of the chart; none: those of the state looked at.
    pub lines: Option<Vec<SeriesKey>>,
    /// Column by which the ledger is sorted.
    pub sort: LedgerColumn,
    /// Whether the ledger runs down from the largest.
    pub descending: bool,
    /// The decision that is looked at.
    pub decision: Option<u32>,
    /// The page of the economy.
    pub tab: EconomyTab,
    /// The page of the society.
    pub society: SocietyTab,
    /// The page of diplomacy.
    pub diplomacy: DiplomacyTab,
    /// The value that is tried for a parameter of a line.
    pub trial: Option<Trial>,
    /// The crisis that is looked at.
    pub crisis: Option<u32>,
    /// The war that is looked at.
    pub war: Option<u32>,
    /// What of the organisations is looked at.
    pub organisations: OrganisationsAsk,
    /// What of the movements is looked at.
    pub movements: MovementsAsk,
    /// What the plan being drawn up sets out for, once the player has touched it.
    pub plan: Option<Ambition>,
}

impl Default for Memory {
    fn default() -> Self {
        Self {
            draft: Draft::default(),
            filter: ChronicleFilter::default(),
            small_acts: false,
            entries: ENTRIES,
            lines: None,
            sort: LedgerColumn::People,
            descending: true,
            decision: None,
            tab: EconomyTab::default(),
            society: SocietyTab::default(),
            diplomacy: DiplomacyTab::default(),
            trial: None,
            crisis: None,
            war: None,
            organisations: OrganisationsAsk::default(),
            movements: MovementsAsk::default(),
            plan: None,
        }
    }
}

impl Memory {
    /// Takes an intent that concerns what panels remember; returns the panel that should be open for it, if one.
    pub fn take(&mut self, intent: &Intent) -> Option<PanelKind> {
        match intent {
            Intent::Prepare(draft) => {
                self.draft = *draft;
                Some(PanelKind::Orders)
            }
            Intent::Order(order) => {
                self.draft = Draft::default();
                if matches!(order, Order::DrawUpPlan { .. }) {
                    self.plan = None;
                }
                None
            }
            Intent::FilterChronicle { filter, small_acts } => {
                (self.filter, self.small_acts, self.entries) = (*filter, *small_acts, ENTRIES);
                None
            }
            Intent::OlderEntries => {
                self.entries += ENTRIES;
                None
            }
            Intent::ChartLines(lines) => {
                self.lines = Some(lines.clone());
                Some(PanelKind::Chart)
            }
            Intent::SortLedger { by, descending } => {
                (self.sort, self.descending) = (*by, *descending);
                None
            }
            Intent::EconomyTab(tab) => {
                self.tab = *tab;
                Some(PanelKind::Economy)
            }
            Intent::SocietyTab(tab) => {
                self.society = *tab;
                Some(PanelKind::Society)
            }
            Intent::DiplomacyTab(tab) => {
                self.diplomacy = *tab;
                Some(PanelKind::Diplomacy)
            }
            Intent::TryLine(trial) => {
                self.trial = *trial;
                Some(PanelKind::Doctrine)
            }
            Intent::ShowCrisis(number) => {
                self.crisis = Some(*number);
                Some(PanelKind::Crisis)
            }
            Intent::ShowWar(number) => {
                self.war = Some(*number);
                Some(PanelKind::War)
            }
            Intent::ShowOrganisation(id) => {
                self.organisations = OrganisationsAsk { organisation: Some(*id), member: None };
                Some(PanelKind::Organisation)
            }
            Intent::ShowMember(id) => {
                self.organisations.member = Some(*id);
                Some(PanelKind::Organisation)
            }
            Intent::DraftPlan(ambition) => {
                self.plan = Some(*ambition);
                None
            }
            Intent::ShowDecision(number) => {
                self.decision = Some(*number);
                Some(PanelKind::Why)
            }
            other => self.take_of_movements(other),
        }
    }

    /// The same for what concerns the panel of movements.
    fn take_of_movements(&mut self, intent: &Intent) -> Option<PanelKind> {
        let ask = &mut self.movements;
        match intent {
            Intent::MovementsTab(tab) => ask.tab = *tab,
            Intent::FilterMovements(filter) => ask.filter = *filter,
            Intent::SortMovements { by, descending } => (ask.sort, ask.descending) = (*by, *descending),
            Intent::ShowMovement(id) => (ask.tab, ask.movement) = (MovementsTab::One, Some(*id)),
            Intent::ShowRising(number) => (ask.tab, ask.rising) = (MovementsTab::Risings, Some(*number)),
            Intent::Select(Selection::Movement(id)) => {
                // What is selected is what is looked at, whether or not the panel is open.
                ask.movement = Some(*id);
                return None;
            }
            _ => return None,
        }
        Some(PanelKind::Movements)
    }
}

/// What is selected, in the words of its inspector.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Inspected {
    /// Nothing.
    #[default]
    Nothing,
    /// A state.
    State(Box<StateView>),
    /// A territory.
    Territory(Box<TerritoryView>),
    /// A movement.
    Movement(Box<MovementView>),
}

/// What the views were built from; as long as it is the same they stay.
#[derive(Debug, Clone, PartialEq)]
struct Stamp {
    played: u32,
    given: Vec<crate::sim::orders::Seq>,
    seat: Option<Seat>,
    selection: Option<Selection>,
    memory: Memory,
    open: Vec<PanelKind>,
}

/// The panels' memory and views.
#[derive(Debug, Clone, Default)]
pub struct Desk {
    /// What the panels remember.
    pub memory: Memory,
    stamp: Option<Stamp>,
    inspected: Inspected,
    chronicle: ChronicleView,
    decision: Option<DecisionView>,
    orders: OrdersView,
    chart: ChartView,
    ledger: LedgerView,
    outcome: OutcomeView,
    economy: EconomyView,
    society: SocietyView,
    diplomacy: DiplomacyView,
    doctrine: DoctrineView,
    crises: CrisesView,
    wars: WarsView,
    organisations: OrganisationsView,
    movements: MovementsView,
}

impl Desk {
    /// Builds the views of the open panels anew if a month has passed, an order was given, or the player has chosen
    /// something else. Call it once a frame, before the panels.
    pub fn update(
        &mut self,
        sim: &Simulation,
        prices: &PriceRecord,
        selection: Option<Selection>,
        open: &[PanelKind],
    ) {
        let stamp = Stamp {
            played: sim.clock().played(),
            given: sim.pending().iter().map(|given| given.sequence).collect(),
            seat: sim.get::<Players>().seat(),
            selection,
            memory: self.memory.clone(),
            open: open.to_vec(),
        };
        if self.stamp.as_ref() == Some(&stamp) {
            return;
        }
        for panel in open {
            self.build(sim, prices, selection, *panel);
        }
        self.stamp = Some(stamp);
    }

    /// Forgets the views: another history is on the desk.
    pub fn clear(&mut self) {
        *self = Self { memory: Memory::default(), ..Self::default() };
    }

    fn build(
        &mut self,
        sim: &Simulation,
        prices: &PriceRecord,
        selection: Option<Selection>,
        panel: PanelKind,
    ) {
        let memory = &self.memory;
        match panel {
            PanelKind::Inspector => {
                self.inspected = match selection {
                    None => Inspected::Nothing,
                    Some(Selection::Polity(id)) => Inspected::State(Box::new(state_view(sim, id))),
                    Some(Selection::Territory(id)) => Inspected::Territory(Box::new(territory_view(sim, id))),
                    Some(Selection::Movement(id)) => Inspected::Movement(Box::new(movement_view(sim, id))),
                };
            }
            PanelKind::Chronicle => {
                self.chronicle = chronicle_view(sim, memory.filter, memory.small_acts, memory.entries);
            }
            PanelKind::Why => {
                self.decision = memory.decision.and_then(|number| decision_view(sim, number));
            }
            PanelKind::Orders => self.orders = orders_view(sim, &memory.draft),
            PanelKind::Chart => {
                let about = about(sim, selection);
                let lines = memory.lines.clone().unwrap_or_else(|| first_lines(about));
                self.chart = chart_view(sim, &lines, about);
            }
            PanelKind::Ledger => self.ledger = ledger_view(sim, memory.sort, memory.descending),
            PanelKind::Outcome => self.outcome = outcome_view(sim, None),
            PanelKind::Economy => {
                let about = country_about(sim, selection);
                self.economy = economy_view(sim, about, memory.tab, memory.plan, prices);
            }
            PanelKind::Society => self.society = society_view(sim, country_about(sim, selection)),
            PanelKind::Movements => self.movements = movements_view(sim, &memory.movements),
            PanelKind::Diplomacy => self.diplomacy = diplomacy_view(sim, seat_about(sim, selection)),
            PanelKind::Crisis => {
                self.crises = crises_view(sim, sim.get::<Players>().seat(), memory.crisis);
            }
            PanelKind::War => self.wars = wars_view(sim, sim.get::<Players>().seat(), memory.war),
            PanelKind::Organisation => {
                let eyes = match sim.get::<Players>().seat() {
                    Some(Seat::Polity(id)) => Some(id),
                    _ => None,
                };
                self.organisations = organisations_view(sim, eyes, memory.organisations);
            }
            PanelKind::Doctrine => {
                self.doctrine = doctrine_view(sim, seat_about(sim, selection), memory.trial);
            }
            _ => {}
        }
    }

    /// Draws one of the panels that belong to the desk; false if the panel is not one of them.
    pub fn show(&self, ui: &mut Ui, panel: PanelKind, intents: &mut Intents) -> bool {
        match panel {
            PanelKind::Inspector => match &self.inspected {
                Inspected::Nothing => {}
                Inspected::State(view) => state_panel(ui, view, intents),
                Inspected::Territory(view) => territory_panel(ui, view, intents),
                Inspected::Movement(view) => movement_panel(ui, view, intents),
            },
            PanelKind::Chronicle => chronicle_panel(ui, &self.chronicle, intents),
            PanelKind::Why => decision_panel(ui, self.decision.as_ref(), intents),
            PanelKind::Orders => orders_panel(ui, &self.orders, intents),
            PanelKind::Chart => chart_panel(ui, &self.chart, intents),
            PanelKind::Ledger => ledger_panel(ui, &self.ledger, intents),
            PanelKind::Outcome => outcome_panel(ui, &self.outcome, intents),
            PanelKind::Economy => economy_panel(ui, &self.economy, self.memory.tab, intents),
            PanelKind::Society => society_panel(ui, &self.society, self.memory.society, intents),
            PanelKind::Movements => movements_panel(ui, &self.movements, intents),
            PanelKind::Diplomacy => diplomacy_panel(ui, &self.diplomacy, self.memory.diplomacy, intents),
            PanelKind::Crisis => crisis_panel(ui, &self.crises, intents),
            PanelKind::War => war_panel(ui, &self.wars, intents),
            PanelKind::Organisation => organisation_panel(ui, &self.organisations, intents),
            PanelKind::Doctrine => doctrine_panel(ui, &self.doctrine, intents),
            _ => return false,
        }
        true
    }
}

/// The state that is looked at: the one selected, the owner of the territory, whom the movement stands against; else
/// the player's own.
pub fn about(sim: &Simulation, selection: Option<Selection>) -> Option<PolityId> {
    let of_movement = |id| sim.movement::<crate::sim::movements::Movement>(id).against();
    match selection {
        Some(Selection::Polity(id)) => Some(id),
        Some(Selection::Territory(id)) => Some(sim.territory::<Owner>(id).polity()),
        Some(Selection::Movement(id)) => Some(of_movement(id)),
        None => match sim.get::<Players>().seat() {
            Some(Seat::Polity(id)) => Some(id),
            Some(Seat::Movement(id)) => Some(of_movement(id)),
            None => None,
        },
    }
}

/// The state or movement that is looked at, where movements have what is asked about themselves.
fn seat_about(sim: &Simulation, selection: Option<Selection>) -> Option<Seat> {
    match (selection, sim.get::<Players>().seat()) {
        (Some(Selection::Movement(id)), _) => Some(Seat::Movement(id)),
        (None, seat) => seat,
        (selection, _) => about(sim, selection).map(Seat::Polity),
    }
}

/// The country whose economy or society is looked at: as [`about`], but of a movement the one in which it lives.
fn country_about(sim: &Simulation, selection: Option<Selection>) -> Option<PolityId> {
    let lives_in = |id| sim.territory::<Owner>(sim.content().movements[id].territory).polity();
    match seat_about(sim, selection)? {
        Seat::Polity(id) => Some(id),
        Seat::Movement(id) => Some(lives_in(id)),
    }
}

/// What a chart shows before anybody has chosen.
fn first_lines(about: Option<PolityId>) -> Vec<SeriesKey> {
    match about {
        Some(id) => vec![SeriesKey::Polity(id, PolitySeries::ProductPerHead)],
        None => vec![SeriesKey::World(WorldSeries::SocialistProduct)],
    }
}
