//! Flat rows of the population, as evaluations read them.

use crate::base::{ClaimId, DoctrineId, MovementId, PolityId, TerritoryId};
use crate::content::vocabulary::{Class, Current, FormOfRule, Issue, Strategy, System};
use crate::sim::plan::Fulfilment;
use crate::sim::politics::{Constitution, Status};

/// One polity in this month, in plain numbers (the truth).
///
/// Laid out as written: what most questions ask of all states in turn stands together at the front.
#[derive(Debug, Clone, Copy)]
#[repr(C)]
pub struct PolityRow {
    /// How it stands.
    pub status: Status,
    /// The nation for which it claims to speak, if it is one of several.
    pub claim: Option<ClaimId>,
    /// Form of rule.
    pub form: FormOfRule,
    /// The doctrine inside its camp, whose line is its own.
    pub doctrine: DoctrineId,
    /// Its line: from revision to dogma, from integration to autonomy (−1..1 each).
    pub line: (f64, f64),
    /// Which pole's side it stands on, if any (position in the list of poles).
    pub side: Option<u8>,
    /// Whether it fights in any war.
    pub at_war: bool,
    /// A movement is in arms on its ground.
    pub civil_war: bool,
    /// The polity feared most.
    pub rival: Option<PolityId>,
    /// The polity leaned on most.
    pub patron: Option<PolityId>,
    /// Pacts and communities it belongs to, one bit each.
    pub blocs: u64,
    /// Military capital, thousands of 2011 dollars.
    pub strength: f64,
    /// Product of the last twelve months, thousands of 2011 dollars.
    pub product: f64,
    /// Yearly trade of both directions, thousands of 2011 dollars.
    pub trade: f64,
    /// Share of world exports now over the usual one (1 = as usual).
    pub market_position: f64,
    /// Warheads.
    pub warheads: f64,
    /// People.
    pub people: f64,
    /// Growth over twelve months (0.05 = 5 %).
    pub growth: f64,
    /// Living standard against expectation (1 = as expected).
    pub standard: f64,
    /// Grievance (0–1).
    pub grievance: f64,
    /// Lean over currents (sums to 1).
    pub currents: [f64; Current::COUNT],
    /// Legitimacy (0–1).
    pub legitimacy: f64,
    /// Cohesion of the ruling circle (0–1).
    pub cohesion: f64,
    /// Credibility of its line (0–1).
    pub credibility: f64,
    /// Authority (0–10).
    pub authority: f64,
    /// Weight of each class in the ruling coalition.
    pub coalition: [f64; Class::COUNT],
    /// Classes to which those in power still owe what they promised.
    pub owed: [bool; Class::COUNT],
    /// Pressure of each issue movement (0–1).
    pub issues: [f64; Issue::COUNT],
    /// Votes, police and landowners in those who rule.
    pub constitution: Constitution,
    /// The revolutionary situation (0–1).
    pub ripeness: f64,
    /// Budget balance as a share of the product.
    pub balance: f64,
    /// Reserves in months of imports.
    pub reserves: f64,
    /// Debt abroad as a share of the product.
    pub debt: f64,
    /// Budget lines as shares of the product: taxes, investment, welfare, forces.
    pub shares: [f64; 4],
    /// Weariness of war (0–1).
    pub weariness: f64,
    /// Correlation of forces as it sees it (0–1).
    pub correlation: f64,
    /// Strength of the strongest movement on its ground, those in dependencies counted in part (0–1).
    pub internal_threat: f64,
    /// Cost of holding it, as a share of its ruler's budget (0–1).
    pub holding_cost: f64,
    /// Value bought abroad a year, thousands of 2011 dollars.
    pub imported: f64,
    /// Exports as a share of the product.
    pub export_share: f64,
    /// Terms of trade (1 at base prices).
    pub terms_of_trade: f64,
    /// Share of the largest good in exports (0–1).
    pub dependence: f64,
    /// Level of technology against the frontier (0–1).
    pub level: f64,
    /// What it gives to its community, share of product; negative = receives.
    pub burden: f64,
    /// Money and credit.
    pub money: MoneyRow,
    /// Longest arrears abroad, in months; while payments are suspended at least 6.
    pub arrears: f64,
    /// Whether a payments crisis is under way.
    pub payments_crisis: bool,
    /// How it is planned.
    pub plan: PlanRow,
}

impl PolityRow {
    /// Stakes of classes, doubled for those who wait for what they were promised.
    pub fn pressing(&self, stakes: &[f64; Class::COUNT]) -> [f64; Class::COUNT] {
        let mut pressing = *stakes;
        for (stake, owed) in pressing.iter_mut().zip(self.owed) {
            *stake *= if owed { 2.0 } else { 1.0 };
        }
        pressing
    }
}

/// Money and credit of one polity.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct MoneyRow {
    /// Share of the labour force without work (0–1).
    pub unemployment: f64,
    /// Inflation, a year.
    pub inflation: f64,
    /// Credit strain (0–1).
    pub strain: f64,
    /// Lending withheld (0–1).
    pub crunch: f64,
    /// Interest less expected inflation, a year.
    pub real_interest: f64,
    /// Profit over capital, a year.
    pub profit: f64,
    /// Concentration of firms (0–1).
    pub concentration: f64,
    /// Monetary stance set (−1 = easy, 1 = tight).
    pub stance: f64,
    /// As the issuer of a key currency that hands out gold: gold over notes abroad (0–20).
    pub coverage: f64,
    /// Notes of the key currency over reserves (0–1).
    pub claims: f64,
    /// Debt service due over export earnings.
    pub service: f64,
}

/// How a polity is planned, in plain numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlanRow {
    /// Share of output under plan (0–1).
    pub planned: f64,
    /// Share of the inputs wanted that cannot be had (0–1).
    pub shortage: f64,
    /// Share of what households want and do not get (0–1).
    pub queues: f64,
    /// How much reported output exceeds the true one (0.05 = 5 %).
    pub padding: f64,
    /// Output over targets in the running plan; 1 where none runs.
    pub fulfilment: Fulfilment,
    /// Years that the running plan has left.
    pub years_left: f64,
    /// How far planning is reformed (0–1).
    pub reformed: f64,
}

impl PolityRow {
    /// Whether it is a state of its own.
    pub fn sovereign(&self) -> bool {
        self.status.is_sovereign()
    }
    /// Product per head and year, 2011 dollars.
    pub fn per_head(&self) -> f64 {
        crate::base::math::ratio_or(self.product * 1000.0, self.people, 0.0)
    }
    /// The statistical bracket of its form of rule.
    pub fn system(&self) -> System {
        self.form.system()
    }
    /// The yearly budget, thousands of 2011 dollars.
    pub fn budget(&self) -> f64 {
        self.product * self.shares[0]
    }
}

/// One movement in this month, in plain numbers (the truth).
#[derive(Debug, Clone, Copy)]
pub struct MovementRow {
    /// Its id.
    pub id: MovementId,
    /// Whether it is in being: active or in arms.
    pub alive: bool,
    /// Whether it is in arms.
    pub in_arms: bool,
    /// The polity it stands against.
    pub against: PolityId,
    /// The polity on whose ground it lives.
    pub home: PolityId,
    /// The territory where it lives.
    pub territory: TerritoryId,
    /// The form of rule it would set up.
    pub form: FormOfRule,
    /// Its doctrine.
    pub doctrine: DoctrineId,
    /// How it seeks power.
    pub strategy: Strategy,
    /// Fighting strength against those who hold power (0–1 of both).
    pub strength: f64,
    /// Ground held (0–1).
    pub control: f64,
    /// Authority of its leaders (0–10).
    pub authority: f64,
    /// Organisation (0–1).
    pub organisation: f64,
    /// Breadth of its front over the people (0–1).
    pub breadth: f64,
    /// Outside help over its own means (0–1 of both).
    pub help: f64,
    /// Standing as another power's tool (0–1).
    pub taint: f64,
    /// Sympathy where it lives (0–1).
    pub support: f64,
    /// Weight of each class in its front.
    pub front: [f64; Class::COUNT],
    /// The patron that helps most.
    pub patron: Option<PolityId>,
}
