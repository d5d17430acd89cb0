//! The ledger: a sortable table of states.

use crate::base::PolityId;
use crate::sim::Simulation;
use crate::sim::conflict::Forces;
use crate::sim::economy::Accounts;
use crate::sim::ledger::PeopleBook;
use crate::sim::movements::Situation;
use crate::sim::politics::{Government, Owner, Status};
use crate::sim::society::Living;
use crate::sim::trade::TradePosition;

use super::words::{figure, signed, text};
use super::{Look, Unit};

/// A column of the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LedgerColumn {
    /// Name.
    #[default]
    State,
    /// Form of rule.
    Form,
    /// People.
    People,
    /// Product per head.
    PerHead,
    /// Growth.
    Growth,
    /// Legitimacy.
    Legitimacy,
    /// Living standard over expectation.
    Living,
    /// Revolutionary situation.
    Ripeness,
    /// Military strength.
    Forces,
    /// Warheads.
    Warheads,
    /// Trade of both directions.
    Trade,
}

impl LedgerColumn {
    /// All, in order.
    pub const ALL: [Self; 11] = [
        Self::State,
        Self::Form,
        Self::People,
        Self::PerHead,
        Self::Growth,
        Self::Legitimacy,
        Self::Living,
        Self::Ripeness,
        Self::Forces,
        Self::Warheads,
        Self::Trade,
    ];

    /// Its heading.
    pub fn words(self) -> &'static str {
        match self {
            Self::State => text!("l.state"),
            Self::Form => text!("l.form"),
            Self::People => text!("l.people"),
            Self::PerHead => text!("l.per_head"),
            Self::Growth => text!("l.growth"),
            Self::Legitimacy => text!("l.legitimacy"),
            Self::Living => text!("l.living"),
            Self::Ripeness => text!("l.ripeness"),
            Self::Forces => text!("l.forces"),
            Self::Warheads => text!("l.warheads"),
            Self::Trade => text!("l.trade"),
        }
    }

    /// What it is counted in; none for words.
    pub fn unit(self) -> Option<Unit> {
        Some(match self {
            Self::State | Self::Form => return None,
            Self::People => Unit::People,
            Self::PerHead => Unit::DollarsAYear,
            Self::Growth => Unit::Growth,
            Self::Legitimacy | Self::Ripeness => Unit::Index,
            Self::Living => Unit::Weight,
            Self::Forces => Unit::Money,
            Self::Warheads => Unit::Count,
            Self::Trade => Unit::MoneyAYear,
        })
    }
}

/// A state in the ledger.
#[derive(Debug, Clone, PartialEq)]
pub struct LedgerRow {
    /// Which.
    pub id: PolityId,
    /// Its name.
    pub name: String,
    /// Form of rule.
    pub form: &'static str,
    /// How it stands between the systems.
    pub look: Look,
    /// Values of the columns that are numbers, in the order of [`LedgerColumn::ALL`]; the first two are unused.
    pub values: [f64; 11],
}

/// The ledger.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LedgerView {
    /// Rows, sorted.
    pub rows: Vec<LedgerRow>,
    /// The column by which they are sorted.
    pub sort: LedgerColumn,
    /// Whether the largest (or last in the alphabet) stands first.
    pub descending: bool,
}

impl LedgerRow {
    /// A cell in words.
    pub fn cell(&self, column: LedgerColumn) -> String {
        match (column, column.unit()) {
            (LedgerColumn::State, _) => self.name.clone(),
            (_, None) => self.form.into(),
            (_, Some(Unit::Growth)) => signed(self.values[column as usize], Unit::Growth),
            (_, Some(unit)) => figure(self.values[column as usize], unit),
        }
    }
}

/// All polities in being, sorted.
pub fn ledger_view(sim: &Simulation, sort: LedgerColumn, descending: bool) -> LedgerView {
    let content = sim.content();
    let book = sim.get::<PeopleBook>();
    let mut people = vec![0.0; content.polities.len()];
    for id in content.territories.ids() {
        people[usize::from(sim.territory::<Owner>(id).polity().0)] += book.people(id).real();
    }
    let row = |id: PolityId| {
        let accounts = sim.polity::<Accounts>(id);
        let (government, forces) = (sim.polity::<Government>(id), sim.polity::<Forces>(id));
        let trade = sim.polity::<TradePosition>(id);
        let living = people[usize::from(id.0)];
        let per_head = if living > 0.0 { accounts.product().real() * 1000.0 / living } else { f64::NAN };
        LedgerRow {
            id,
            name: content.polities[id].name.clone(),
            form: government.form().words(),
            look: Look::of(sim, id),
            values: [
                0.0,
                0.0,
                living,
                per_head,
                accounts.growth(),
                government.legitimacy(),
                sim.polity::<Living>(id).standard(),
                sim.polity::<Situation>(id).ripeness(),
                forces.strength(),
                forces.warheads(),
                trade.exported().real() + trade.imported().real(),
            ],
        }
    };
    let alive = content.polities.ids().filter(|&id| sim.polity::<Status>(id).is_alive());
    let mut view = LedgerView { rows: alive.map(row).collect(), sort, descending };
    view.sort_rows();
    view
}

impl LedgerView {
    /// Sorts the rows by the chosen column; ties by name.
    pub fn sort_rows(&mut self) {
        let (sort, descending) = (self.sort, self.descending);
        self.rows.sort_by(|a, b| {
            let order = match sort {
                LedgerColumn::State => a.name.cmp(&b.name),
                LedgerColumn::Form => a.form.cmp(b.form),
                column => a.values[column as usize].total_cmp(&b.values[column as usize]),
            };
            let order = if descending { order.reverse() } else { order };
            order.then_with(|| a.name.cmp(&b.name))
        });
    }
}
