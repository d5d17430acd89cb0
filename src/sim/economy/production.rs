//! Produce: labour, capital, technology and land make goods out of goods.

use bevy::prelude::*;

use crate::base::{GoodId, Goods, Id, Money, PolityId, Stream, math};
use crate::content::defs::MAX_GOODS;
use crate::sim::community::{CommunityRules, Cooperation};
use crate::sim::ledger::{GoodsBook, GoodsFlow, PeopleBook};
use crate::sim::plan::{Plan, PlanRules, rules as plan_rules};
use crate::sim::politics::{Control, Owner};
use crate::sim::population::{Atlas, Clock, Fate, Lore, PerGood, Polities, Territories};
use crate::sim::technology::Technology;
use crate::sim::terms::NoTerms;
use crate::sim::trade::TradePosition;

use super::components::{Accounts, Capital, Endowment, Industry, Output, Prices};
use super::deposits::Deposits;
use super::parameters::EconomyRules;
use super::property::Vigour;
use super::roles::{Paces, Roles};
use super::rules::{self, Sight};

/// Months between two reckonings of what a territory's hands and capital can make. They change slowly; what changes at once
/// (harvest, control, skill) counts every month.
const RECKONED_MONTHS: u32 = 3;

/// Harvest luck: each territory draws its year once, in a month of its own.
pub(super) fn draw_harvests(
    clock: Res<Clock>,
    fate: Res<Fate>,
    atlas: Res<Atlas>,
    rules: Res<EconomyRules>,
    mut endowments: Territories<&mut Endowment>,
) {
    let now = clock.now();
    for id in endowments.ids() {
        if id.index() % 12 == (now.0 % 12) as usize {
            let luck = fate.draw(now, Stream::Economy, atlas.territory_key(id), 0).bell();
            endowments.get_mut(id).harvest = (1.0 + rules.harvest_volatility * luck).clamp(0.5, 1.5);
        }
    }
}

/// Makes the month's goods, books inputs and output, and notes what the makers saw.
pub(super) fn produce(
    clock: Res<Clock>,
    lore: Res<Lore>,
    roles: Res<Roles>,
    rules: Res<EconomyRules>,
    plan_rules: Res<PlanRules>,
    paces: Res<Paces>,
    people: Res<PeopleBook>,
    mut book: ResMut<GoodsBook>,
    mut territories: Territories<(&Owner, &Control, &Capital, &Endowment, &mut Deposits, &mut Output)>,
    shared: Res<CommunityRules>,
    mut polities: Polities<(
        &Technology,
        &Plan,
        &TradePosition,
        (&Vigour, &Cooperation),
        &mut Industry,
        &mut Prices,
        &mut Accounts,
    )>,
    mut scratch: Local<Scratch>,
) {
    let ces = rules::Ces::of(rules.input_substitution);
    scratch.reset(territories.ids().len());
    for (_, (technology, plan, _, (vigour, cooperation), industry, ..)) in polities.iter() {
        let mut scratch_row =
            PolityScratch::new(technology.productivity(), plan.sowings, &industry.labour, &vigour.of);
        for good in roles.goods() {
            scratch_row.vigour[good] *= cooperation.scale(good);
        }
        scratch.polities.push(scratch_row);
    }
    for (id, (owner, control, capital, endowment, deposits, mut output)) in territories.iter_mut() {
        let held = 1.0 - rules.control_loss * (1.0 - control.owners());
        let Scratch { territories: made, polities: sums } = &mut *scratch;
        let sum = &mut sums[owner.polity().index()];
        made[id.index()].0 = owner.polity();
        let turn = (clock.now().0 + id.index() as u32).is_multiple_of(RECKONED_MONTHS);
        // Asked for only by those whose turn it is.
        let hands = std::cell::OnceCell::new();
        let hands =
            || *hands.get_or_init(|| math::ln((people.people(id).real() * rules.participation).max(1.0)));
        for (good, def) in lore.goods.iter() {
            let stock = capital.stock[good];
            sum.capital[good] += stock;
            if stock <= 0.0 || endowment.efficiency[good] <= 0.0 {
                continue;
            }
            if turn || output.factors[good] <= 0.0 {
                let nature = roles.nature(&rules, good);
                let ground = if roles.mined[good] { deposits.log_factor(good, nature) } else { 0.0 };
                let labour = math::ln(sum.labour[good].max(1e-9));
                let work = (1.0 - def.capital_share - nature) * (hands() + labour);
                output.factors[good] = math::exp(def.capital_share * math::ln(stock) + work + ground);
            }
            let luck = if roles.land[good] { endowment.harvest * sum.sowings } else { 1.0 };
            let skill = endowment.efficiency[good] * sum.productivity * sum.vigour[good];
            let made_here = skill * held * luck * output.factors[good];
            made[id.index()].1[good] = made_here;
            sum.potential[good] += made_here;
        }
    }
    for (id, (_, plan, trade, (_, cooperation), mut industry, mut prices, mut accounts)) in
        polities.iter_mut()
    {
        let sum = &mut scratch.polities[id.index()];
        industry.potential = sum.potential;
        industry.capital = sum.capital;
        sum.prices = prices.of;
        // Where there is nothing to make with, as in states that are not, nobody is at work.
        if sum.capital.as_slice().iter().all(|&capital| capital <= 0.0) {
            continue;
        }
        let maker = Maker {
            lore: &lore,
            roles: &roles,
            rules: &rules,
            ces,
            plan_rules: &plan_rules,
            paces: &paces,
            plan,
            trade,
            // Who can count on what partners send hoards less against the lack of it.
            unsure: cooperation.unsure(&shared),
            id,
        };
        sum.made = maker.make(&mut book, &mut industry, &mut prices, &mut accounts);
        sum.prices = prices.of;
    }
    for (id, (_, _, _, _, mut deposits, mut output)) in territories.iter_mut() {
        let Scratch { territories: made, polities: sums } = &mut *scratch;
        let (owner, shares) = &made[id.index()];
        let sum = &mut sums[owner.index()];
        sum.hand_down(shares, &roles, &mut output);
        for good in roles.goods().filter(|&good| roles.mined[good]) {
            deposits.dig(&rules, good, output.gross[good].real(), sum.prices[good]);
        }
    }
}

/// What each territory and each country could make and made. Filled anew each month.
#[derive(Default)]
pub(super) struct Scratch {
    territories: Vec<(PolityId, PerGood<f64>)>,
    polities: Vec<PolityScratch>,
}

impl Scratch {
    fn reset(&mut self, territories: usize) {
        self.territories.clear();
        self.territories.resize(territories, (PolityId(0), PerGood::default()));
        self.polities.clear();
    }
}

struct PolityScratch {
    productivity: f64,
    /// What procurement leaves of sowings.
    sowings: f64,
    /// What owners and, for a specialist, long runs make of the same factors.
    vigour: PerGood<f64>,
    /// Shares of the hands at work, by sector.
    labour: PerGood<f64>,
    potential: PerGood<f64>,
    capital: PerGood<f64>,
    made: PerGood<Goods>,
    prices: PerGood<f64>,
    /// Potential and output handed down to territories so far, so that parts add up exactly.
    potential_down: PerGood<f64>,
    made_down: PerGood<Goods>,
}

impl PolityScratch {
    fn new(productivity: f64, sowings: f64, labour: &PerGood<f64>, vigour: &PerGood<f64>) -> Self {
        Self {
            productivity,
            sowings,
            vigour: *vigour,
            labour: *labour,
            potential: PerGood::default(),
            capital: PerGood::default(),
            made: PerGood::default(),
            prices: PerGood::default(),
            potential_down: PerGood::default(),
            made_down: PerGood::default(),
        }
    }

    /// The part of the country's output that one territory made, by its part of what could be made.
    fn hand_down(&mut self, potential: &PerGood<f64>, roles: &Roles, output: &mut Output) {
        let mut value_added = 0.0;
        for good in roles.goods() {
            self.potential_down[good] += potential[good];
            let share = math::ratio_or(self.potential_down[good], self.potential[good], 1.0).min(1.0);
            let down = Goods::rounded(self.made[good].real() * share);
            output.gross[good] = down - self.made_down[good];
            self.made_down[good] = down;
            value_added += output.gross[good].real() * roles.value_added[good];
        }
        output.value_added = Money::rounded(value_added);
    }
}

/// One country's makers.
struct Maker<'a> {
    lore: &'a Lore,
    roles: &'a Roles,
    rules: &'a EconomyRules,
    ces: rules::Ces,
    plan_rules: &'a PlanRules,
    paces: &'a Paces,
    plan: &'a Plan,
    trade: &'a TradePosition,
    /// How much of the usual reserve enterprises still ask for (0–1).
    unsure: f64,
    id: PolityId,
}

impl Maker<'_> {
    /// Sets output, finds inputs, makes, and books; returns gross output.
    fn make(
        &self,
        book: &mut GoodsBook,
        industry: &mut Industry,
        prices: &mut Prices,
        accounts: &mut Accounts,
    ) -> PerGood<Goods> {
        let planned = self.plan.planned();
        let normal_use = rules::normal_use(self.rules, planned);
        let mut set = PerGood::default();
        let mut wanted_work = 0.0;
        let mut normal_product = 0.0;
        for (good, def) in self.lore.goods.iter() {
            let home = prices.demand[good];
            let demand = (home - self.trade.arrivals[good]).max(self.rules.least_demand * home)
                + self.trade.orders[good];
            let stock_wanted =
                rules::stock_months(self.rules, def.spoilage) * (home + self.trade.orders[good]);
            let sight = Sight {
                potential: industry.potential[good],
                normal_use,
                demand,
                stock: self.plan.free(good, book.stock(self.id, good).real()),
                stock_wanted,
            };
            let strain = sight.strain(self.rules);
            industry.strain[good] = strain;
            set[good] = sight.set_output(
                self.rules,
                planned,
                self.plan.called_for(good, sight.potential),
                self.plan_rules.overstock_months,
            );
            let worked = math::ratio_or(set[good], sight.potential * normal_use, 1.0).min(1.0);
            wanted_work += industry.labour[good] * math::lerp(worked, 1.0, planned);
            normal_product += industry.normal(good, normal_use) * self.roles.value_added[good];
            prices.of[good] = rules::next_price(self.rules, prices.of[good], strain, planned, &mut NoTerms);
        }
        self.move_labour(industry, planned);
        let made = self.use_inputs(book, industry, prices, &set);
        for good in self.roles.goods() {
            prices.supply[good] = math::lerp(made[good].real(), prices.supply[good], self.paces.demand);
        }
        industry.normal_product = math::lerp(normal_product, industry.normal_product, self.paces.income);
        let friction = self.rules.frictional_unemployment * (1.0 - planned);
        accounts.unemployment = (friction + self.rules.layoffs * (1.0 - wanted_work)).clamp(0.0, 1.0);
        made
    }

    /// Labour goes where more is called for; planners let the land's call count less while food is not short.
    fn move_labour(&self, industry: &mut Industry, planned: f64) {
        let mut pull = industry.strain;
        for good in self.roles.goods() {
            let short = (pull[good] - 1.0).max(0.0);
            if self.roles.land[good] {
                pull[good] -= (self.rules.mobilisation * planned * self.plan.drive - short).max(0.0);
            }
        }
        rules::move_labour(&mut industry.labour, &pull, self.rules.labour_mobility, self.roles);
    }

    /// Makes what inputs allow. Inputs come from stocks that are free and from the month's own output; markets share
    /// what is short among all sectors alike, planners by the priorities of the plan.
    fn use_inputs(
        &self,
        book: &mut GoodsBook,
        industry: &mut Industry,
        prices: &mut Prices,
        set: &PerGood<f64>,
    ) -> PerGood<Goods> {
        // How heavily the lack of each input weighs, by sector and input.
        let mut lack = [PerGood::filled(1.0); MAX_GOODS];
        let mut used_up: PerGood<f64> = PerGood::default();
        let (mut wanted_all, mut lacking) = (0.0, 0.0);
        let taut = 1.0 + self.plan.tautness * self.unsure;
        let mut needs: PerGood<f64> = PerGood::default();
        for good in self.roles.goods() {
            let need = rules::inputs_for(self.roles, set, good);
            let there = self.plan.free(good, book.stock(self.id, good).real()) + set[good];
            // Of what is there, some comes in the wrong kind, place or month.
            let reached = math::ratio_or(there, need, 1.0).min(1.0) * (1.0 - self.plan.mismatch);
            let even = reached.max(self.rules.least_input);
            used_up[good] = need * even;
            if even < 1.0 {
                self.share_out(&mut lack, set, good, used_up[good], even);
            }
            industry.short_of[good] = 1.0 - even;
            // Under tight targets enterprises ask for more than they can use, and hoard it.
            needs[good] = need * taut;
            wanted_all += need;
            lacking += need * (1.0 - even);
        }
        industry.lacking = math::ratio_or(lacking, wanted_all, 0.0);
        let mut made: PerGood<Goods> = PerGood::default();
        let mut output: PerGood<f64> = PerGood::default();
        for good in self.roles.goods() {
            let coefficients = &self.roles.inputs[good.index()];
            let factor =
                self.ces.input_factor(coefficients, self.roles.value_added[good], &lack[good.index()]);
            industry.served[good] = factor;
            output[good] = set[good] * factor;
            made[good] = book.book(self.id, good, GoodsFlow::Output, Goods::rounded(output[good]));
        }
        for good in self.roles.goods() {
            book.book(self.id, good, GoodsFlow::Inputs, Goods::rounded(used_up[good]));
            prices.demand[good] =
                math::lerp(needs[good] + prices.used_at_home[good], prices.demand[good], self.paces.demand);
        }
        made
    }

    /// Shares an input that lacks among the sectors that need it: each gets the same part (`even`) where none comes before
    /// others.
    fn share_out(
        &self,
        lack: &mut [PerGood<f64>; MAX_GOODS],
        set: &PerGood<f64>,
        input: GoodId,
        there: f64,
        even: f64,
    ) {
        if self.plan.serves_all_alike() {
            let weight = self.ces.weight_of_lack(even);
            lack.iter_mut().for_each(|row| row[input] = weight);
            return;
        }
        let served = plan_rules::share_out(self.roles, set, input, there, &self.plan.weight);
        let needs = |sector: &GoodId| self.roles.inputs[sector.index()][input.index()] > 0.0;
        for sector in self.roles.goods().filter(needs) {
            let had = served[sector].max(self.rules.least_input);
            lack[sector.index()][input] = self.ces.weight_of_lack(had);
        }
    }
}
