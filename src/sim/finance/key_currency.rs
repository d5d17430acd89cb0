//! The key currency: a state pays its deficits abroad in its own notes, which others hold as reserves and may convert
//! into its gold, until too few trust that they can.
//!
//! Nothing here is dated. Other states want reserves that grow with their trade; they get them where the issuer buys,
//! lends, keeps garrisons and fights abroad. Claims grow, gold does not, coverage falls, doubt rises (Triffin's
//! dilemma). When the window is shut, claims stay, rates of exchange float and the world's prices rise.

use bevy::prelude::*;
use serde::{Deserialize, Serialize};

use crate::base::{Money, Month, PolityId, math};
use crate::content::vocabulary::OrganisationKind;
use crate::sim::chronicle::Fact;
use crate::sim::conflict::Wars;
use crate::sim::economy::{Accounts, Market};
use crate::sim::effects::{Effect, Effects};
use crate::sim::ledger::{Account, GoldBook, GoldFlow, MoneyBook, MoneyFlow, Vault};
use crate::sim::organisations::Organisations;
use crate::sim::politics::Status;
use crate::sim::population::{Clock, Lore, Polities};

use super::components::Budget;
use super::parameters::FinanceRules;
use super::rules;

/// The world's money.
#[derive(Resource, Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct KeyCurrency {
    /// The state whose notes others hold.
    pub(in crate::sim) issuer: Option<PolityId>,
    /// Its notes held abroad.
    pub(in crate::sim) claims: Money,
    /// The same a year ago, by month of the year.
    pub(in crate::sim) claims_ring: [Money; 12],
    /// Whether it hands out gold for them.
    pub(in crate::sim) open: bool,
    /// When it stopped.
    pub(in crate::sim) shut: Option<Month>,
    /// Private doubt that it can (0–1).
    pub(in crate::sim) doubt: f64,
    /// Inflation of the world's money beyond the usual, a year.
    pub(in crate::sim) world_inflation: f64,
    /// Real interest on it, a year.
    pub(in crate::sim) real_rate: f64,
}

impl KeyCurrency {
    /// The state whose notes others hold.
    pub fn issuer(&self) -> Option<PolityId> {
        self.issuer
    }
    /// Its notes held abroad.
    pub fn claims(&self) -> Money {
        self.claims
    }
    /// Whether it hands out gold for them.
    pub fn is_open(&self) -> bool {
        self.open
    }
    /// When it stopped.
    pub fn shut(&self) -> Option<Month> {
        self.shut
    }
    /// Private doubt that it can (0–1).
    pub fn doubt(&self) -> f64 {
        self.doubt
    }
    /// Inflation of the world's money beyond the usual, a year.
    pub fn world_inflation(&self) -> f64 {
        self.world_inflation
    }
    /// Real interest on it, a year.
    pub fn real_rate(&self) -> f64 {
        self.real_rate
    }
    /// The issuer's gold over its notes held abroad (0–20); 0 if nobody issues.
    pub fn coverage(&self, gold: &GoldBook) -> f64 {
        let Some(issuer) = self.issuer else { return 0.0 };
        rules::coverage(gold.held(Vault::State(issuer)).real(), self.claims.real())
    }
    /// Whether its issuer is a polity.
    pub fn issued_by(&self, polity: PolityId) -> bool {
        self.issuer == Some(polity)
    }
}

/// Foreign currency among the reserves of a state: what is not gold.
pub(in crate::sim) fn foreign_currency(money: &MoneyBook, gold: &GoldBook, id: PolityId) -> Money {
    (money.balance(Account::Reserves(id)) - gold.held(Vault::State(id))).positive()
}

/// Gold and notes at the start, as the scenario gives them. Reserves are never less than the gold among them; the
/// issuer's are its gold.
pub(super) fn open_vaults(
    lore: Res<Lore>,
    finance: Res<FinanceRules>,
    mut key: ResMut<KeyCurrency>,
    mut gold: ResMut<GoldBook>,
    mut money: ResMut<MoneyBook>,
) {
    let Some(def) = &lore.scenario.reserve_currency else { return };
    let worth = |tonnes: f64| Money::rounded(tonnes * finance.gold_price);
    for &(id, tonnes) in &def.gold {
        gold.transfer(Vault::Mines, Vault::State(id), GoldFlow::Opening, worth(tonnes));
    }
    for id in lore.polities.ids() {
        let (held, vault) = (money.balance(Account::Reserves(id)), gold.held(Vault::State(id)));
        let missing = vault - held;
        let exact = id == def.issuer;
        if exact || missing > Money::ZERO {
            money.transfer(Account::Mint, Account::Reserves(id), MoneyFlow::Opening, missing);
        }
    }
    *key = KeyCurrency {
        issuer: Some(def.issuer),
        claims: worth(def.claims),
        claims_ring: [worth(def.claims); 12],
        open: true,
        real_rate: finance.opening_rate,
        ..default()
    };
}

type Standing = (&'static Status, &'static Budget, &'static Accounts, &'static Market);

/// The month of the key currency.
pub(super) fn keep_key_currency(
    lore: Res<Lore>,
    clock: Res<Clock>,
    finance: Res<FinanceRules>,
    organisations: Res<Organisations>,
    wars: Res<Wars>,
    mut key: ResMut<KeyCurrency>,
    mut gold: ResMut<GoldBook>,
    mut money: ResMut<MoneyBook>,
    mut effects: ResMut<Effects>,
    polities: Polities<Standing>,
    mut hosts: Local<Vec<(PolityId, f64)>>,
) {
    let (Some(issuer), Some(def)) = (key.issuer, lore.scenario.reserve_currency.as_ref()) else { return };
    let (status, budget, _, market) = polities.get(issuer);
    if !status.is_alive() {
        return;
    }
    let mut till = Till { finance: &finance, key: &mut key, gold: &mut gold, money: &mut money, issuer };
    for &(id, share) in &def.mines {
        if polities.get(id).0.is_alive() {
            till.dig(id, share);
        }
    }
    hosts.clear();
    for (id, organisation) in organisations.iter() {
        if lore.organisations[id].kind == OrganisationKind::MilitaryPact && organisation.has(issuer) {
            let others = organisation.members().iter().filter(|&&member| member != issuer);
            hosts.extend(others.map(|&member| (member, polities.get(member).2.product().real())));
        }
    }
    let abroad = wars.list().iter().any(|war| {
        let fights = war.attacker.polities.contains(&issuer) || war.defender.polities.contains(&issuer);
        fights && !war.over.iter().any(|territory| lore.polities[issuer].home.contains(territory))
    });
    till.garrison(&hosts, budget.forces_spent().real(), abroad);
    till.settle();
    for id in polities.ids() {
        if id != issuer {
            till.sell_gold_short_of_reserves(id);
        }
    }
    till.doubt(&polities);
    till.follow_prices(clock.now(), market.real_interest());
    if key.open && key.coverage(&gold) < finance.window_floor {
        effects.push(Effect::ShutGoldWindow { polity: issuer });
    }
}

/// The issuer's till.
struct Till<'a> {
    finance: &'a FinanceRules,
    key: &'a mut KeyCurrency,
    gold: &'a mut GoldBook,
    money: &'a mut MoneyBook,
    issuer: PolityId,
}

impl Till<'_> {
    /// New gold, of which a part comes into vaults.
    fn dig(&mut self, id: PolityId, share: f64) {
        let above_ground = -self.gold.held(Vault::Mines).real();
        let worth = Money::rounded(above_ground * self.finance.gold_dug / 12.0 * share);
        let dug = self.gold.transfer(Vault::Mines, Vault::State(id), GoldFlow::Dug, worth);
        self.money.transfer(Account::Mint, Account::Reserves(id), MoneyFlow::Gold, dug);
    }

    /// What forces spend abroad, by the size of the hosts.
    fn garrison(&mut self, hosts: &[(PolityId, f64)], spent: f64, at_war_abroad: bool) {
        let all: f64 = hosts.iter().map(|(_, product)| product).sum();
        let war = if at_war_abroad { self.finance.war_abroad } else { 0.0 };
        let bill = spent * (self.finance.garrisons_abroad + war);
        for &(host, product) in hosts {
            let part = Money::floored(bill * math::ratio_or(product, all, 0.0));
            let (from, to) = (Account::Reserves(self.issuer), Account::Reserves(host));
            self.money.transfer(from, to, MoneyFlow::Garrisons, part);
        }
    }

    /// What the issuer paid beyond its gold it paid in notes; what it earned beyond it are notes come home.
    fn settle(&mut self) {
        let own = Account::Reserves(self.issuer);
        let gap = self.gold.held(Vault::State(self.issuer)) - self.money.balance(own);
        if gap > Money::ZERO {
            self.money.transfer(Account::Mint, own, MoneyFlow::Notes, gap);
            self.key.claims += gap;
        } else {
            let home = Money((-gap).0.min(self.key.claims.0));
            self.money.transfer(own, Account::Mint, MoneyFlow::Notes, home);
            self.key.claims -= home;
        }
    }

    /// A state whose reserves have fallen below its gold sells the difference: to the issuer, or, once the window is
    /// shut, to private hands.
    fn sell_gold_short_of_reserves(&mut self, id: PolityId) {
        let vault = Vault::State(id);
        let excess = self.gold.held(vault) - self.money.balance(Account::Reserves(id)).positive();
        if excess <= Money::ZERO {
            return;
        }
        if self.key.open {
            let sold = self.gold.transfer(vault, Vault::State(self.issuer), GoldFlow::Sold, excess);
            self.money.transfer(Account::Mint, Account::Reserves(self.issuer), MoneyFlow::Notes, sold);
            self.key.claims += sold;
        } else {
            self.gold.transfer(vault, Vault::Hoards, GoldFlow::Sold, excess);
        }
    }

    /// Private hands that doubt the notes take gold for them, out of the claims of all who hold any.
    fn doubt(&mut self, polities: &Polities<Standing>) {
        let coverage = self.key.coverage(self.gold);
        let doubt = rules::doubt(self.finance, coverage);
        self.key.doubt = math::adapt(self.key.doubt, doubt, self.finance.doubt_half_life);
        if !self.key.open {
            return;
        }
        let wanted = self.key.claims.real() * self.key.doubt * self.finance.hoarding / 12.0;
        let wanted = wanted.min(self.gold.held(Vault::State(self.issuer)).real() * 0.25);
        let issuer = self.issuer;
        let holders = || polities.ids().filter(move |&id| id != issuer);
        let all: f64 = holders().map(|id| foreign_currency(self.money, self.gold, id).real()).sum();
        if wanted < 1.0 || all <= 0.0 {
            return;
        }
        let part = (wanted / all).min(1.0);
        for id in holders() {
            let given = Money::floored(foreign_currency(self.money, self.gold, id).real() * part);
            let given = Money(given.0.min(self.key.claims.0));
            let (from, own) = (Vault::State(self.issuer), Account::Reserves(self.issuer));
            let taken = self.gold.transfer(from, Vault::Hoards, GoldFlow::Hoarded, given);
            self.money.transfer(Account::Reserves(id), Account::Mint, MoneyFlow::Notes, taken);
            self.money.transfer(own, Account::Mint, MoneyFlow::Gold, taken);
            self.key.claims -= taken;
        }
    }

    /// Inflation of the world's money: once no gold stands behind the notes it follows how fast they multiply.
    fn follow_prices(&mut self, now: Month, real_interest: f64) {
        let month = (now.month() - 1) as usize;
        let growth = math::ratio_or(self.key.claims.real(), self.key.claims_ring[month].real(), 1.0) - 1.0;
        self.key.claims_ring[month] = self.key.claims;
        let loose = if self.key.open { 0.0 } else { rules::loose_money(self.finance, growth) };
        self.key.world_inflation =
            math::adapt(self.key.world_inflation, loose, self.finance.world_inflation_half_life);
        self.key.real_rate = math::adapt(self.key.real_rate, real_interest, 3.0);
    }
}

/// Hands out gold for a share of the notes that a state holds.
pub(in crate::sim) fn convert(world: &mut World, holder: PolityId, share: f64) {
    let key = *world.resource::<KeyCurrency>();
    let (Some(issuer), true) = (key.issuer, key.open) else { return };
    let held = foreign_currency(world.resource::<MoneyBook>(), world.resource::<GoldBook>(), holder);
    let wanted = Money(Money::rounded(held.real() * share.clamp(0.0, 1.0)).0.min(key.claims.0));
    let mut gold = world.resource_mut::<GoldBook>();
    let taken = gold.transfer(Vault::State(issuer), Vault::State(holder), GoldFlow::Converted, wanted);
    let mut money = world.resource_mut::<MoneyBook>();
    money.transfer(Account::Reserves(issuer), Account::Mint, MoneyFlow::Gold, taken);
    // The holder's reserves stay as they are: gold stands where notes stood.
    world.resource_mut::<KeyCurrency>().claims -= taken;
}

/// The issuer hands out no more gold: claims are no longer gold, and the world's prices rise the more, the less of
/// them was covered.
pub(in crate::sim) fn shut_window(world: &mut World, by: PolityId) {
    let now = world.resource::<Clock>().now();
    let finance = *world.resource::<FinanceRules>();
    let coverage = world.resource::<KeyCurrency>().coverage(world.resource::<GoldBook>());
    let mut key = world.resource_mut::<KeyCurrency>();
    if !key.issued_by(by) || !key.open {
        return;
    }
    key.open = false;
    key.shut = Some(now);
    key.world_inflation += finance.shut_inflation * (1.0 - coverage).clamp(0.0, 1.0);
    let fact = Fact::GoldWindowShut { polity: by, coverage };
    world.resource_mut::<Effects>().push(Effect::Tell { fact });
}
