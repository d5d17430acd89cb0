//! Technology from month to month.

use bevy::prelude::*;

use crate::base::math;
use crate::content::vocabulary::{AidForm, Branch};
use crate::sim::community::{CommunityRules, Cooperation};
use crate::sim::diplomacy::{AgreementTerms, Agreements};
use crate::sim::economy::{Accounts, Capital, EconomyRules, Roles, TheStart};
use crate::sim::finance::{Budget, BudgetLine};
use crate::sim::ledger::PeopleBook;
use crate::sim::plan::Plan;
use crate::sim::politics::{Government, Owner, Status};
use crate::sim::population::{Atlas, Clock, Lore, Polities, Territories};
use crate::sim::terms::NoTerms;
use crate::sim::trade::TradePosition;

use super::components::{Research, Technology};
use super::parameters::TechnologyRules;
use super::rules::{self, Learner};

/// Technology at the start, from archetypes.
pub(super) fn open_technology(
    mut commands: Commands,
    atlas: Res<Atlas>,
    lore: Res<Lore>,
    rules: Res<TechnologyRules>,
    start: Res<TheStart>,
) {
    for id in lore.polities.ids() {
        let level = start.0.of[id].technology.clamp(0.02, 1.0);
        let schooling = (rules.schooling_floor + (1.0 - rules.schooling_floor) * level).clamp(0.0, 1.0);
        let technology = Technology { level, productivity: 1.0, schooling, growth: 0.0 };
        commands.entity(atlas.polity(id)).insert((technology, Research::default()));
    }
}

/// People, ruins, capital and scientific help by country.
#[derive(Default, Clone, Copy)]
pub(super) struct Row {
    people: f64,
    ruined: f64,
    capital: f64,
    help: f64,
}

impl Row {
    /// Adds a territory.
    pub(super) fn add(&mut self, people: f64, capital: &Capital) {
        self.people += people;
        self.ruined += capital.ruined.as_slice().iter().sum::<f64>();
        self.capital += capital.in_use();
    }

    /// Adds the help of an agreement, if it is scientific.
    pub(super) fn add_help(&mut self, terms: &AgreementTerms) {
        if let AgreementTerms::Aid { form: AidForm::Scientific, monthly } = terms {
            self.help += monthly.real() * 12.0;
        }
    }

    /// The country as a learner. `product` is its yearly product, above 0.
    pub(super) fn learner(
        &self,
        roles: &Roles,
        economy: &EconomyRules,
        product: f64,
        government: &Government,
        plan: &Plan,
        trade: &TradePosition,
        technology: &Technology,
        gained: Gained,
    ) -> Learner {
        let machinery: f64 = roles
            .goods()
            .filter(|&good| roles.industry[good] && roles.investment[good] > 0.0)
            .map(|good| trade.arrivals[good] * 12.0)
            .sum();
        Learner {
            level: technology.level,
            schooling: technology.schooling,
            machinery: machinery / product,
            help: self.help / product,
            planned: plan.planned(),
            per_head: math::ratio_or(product * 1000.0, self.people, 0.0),
            ossification: government.ossification(),
            ruined: math::ratio_or(self.ruined, self.ruined + self.capital, 0.0),
            information_loss: economy.plan_information_loss * plan.information,
            licences: gained.licences,
            documentation: gained.documentation,
            research: gained.research,
            drawn_off: gained.drawn_off,
        }
    }
}

/// What partners and own research add to a learner, as [`Learner`] has it.
pub(super) struct Gained {
    licences: f64,
    documentation: f64,
    research: f64,
    drawn_off: f64,
}

impl Gained {
    /// Reads it off co-operation and research.
    pub(super) fn of(cooperation: &Cooperation, shared: &CommunityRules, research: &Research) -> Self {
        let beyond = |branch| research.share(branch) - research.usual(branch);
        Self {
            licences: research.licences,
            documentation: shared.documentation * cooperation.documentation(),
            research: math::ratio_or(research.share(Branch::Civilian), research.usual(Branch::Civilian), 1.0),
            drawn_off: beyond(Branch::Military) + beyond(Branch::Space),
        }
    }
}

/// Months between two reckonings of how fast a country learns. What it hangs on changes slowly; what it comes to is added
/// every month.
const RECKONED_MONTHS: u32 = 3;

/// Lets knowledge spread.
pub(super) fn learn(
    (clock, rules): (Res<Clock>, Res<TechnologyRules>),
    economy: Res<EconomyRules>,
    roles: Res<Roles>,
    people: Res<PeopleBook>,
    agreements: Res<Agreements>,
    shared: Res<CommunityRules>,
    territories: Territories<(&Owner, &Capital)>,
    mut polities: Polities<(
        &Status,
        &Government,
        &Accounts,
        &Budget,
        &Plan,
        &TradePosition,
        (&Cooperation, &Research),
        &mut Technology,
    )>,
    mut rows: Local<Vec<Row>>,
) {
    rows.clear();
    rows.resize(polities.ids().len(), Row::default());
    for (id, (owner, capital)) in territories.iter() {
        rows[owner.polity().0 as usize].add(people.people(id).real(), capital);
    }
    for agreement in agreements.list() {
        rows[agreement.b.0 as usize].add_help(&agreement.terms);
    }
    for (id, (status, government, accounts, budget, plan, trade, (cooperation, research), mut technology)) in
        polities.iter_mut()
    {
        let product = accounts.product().real();
        if !status.is_alive() || product <= 0.0 {
            continue;
        }
        if (clock.now().0 + u32::from(id.0)).is_multiple_of(RECKONED_MONTHS) {
            let row = rows[id.0 as usize];
            let gained = Gained::of(cooperation, &shared, research);
            let learner =
                row.learner(&roles, &economy, product, government, plan, trade, &technology, gained);
            technology.growth = rules::growth(&rules, &learner, &mut NoTerms);
        }
        let growth = technology.growth;
        technology.productivity *= 1.0 + growth / 12.0;
        let level = technology.level * (1.0 + (growth - rules.frontier_growth) / 12.0);
        technology.level = level.clamp(0.02, 1.0);
        technology.schooling = rules::school(&rules, technology.schooling, budget.share(BudgetLine::Welfare));
    }
}
