//! The books: every quantum of goods, money and people moves here, with a name for the flow.
//!
//! Four books. *Goods*: for each polity and good, opening stock + inflows = outflows + closing stock.
//! *Money*: every account's balance changes only by transfers between two accounts, or by the named
//! sources and sinks. *Gold*: every vault's stock changes only by movements between two vaults or from the mines.
//! *People*: each territory's births, deaths by cause, arrivals and departures. *Harm* is
//! the people's book read by decider. Flows are those of the current month; they are wiped in `Calendar`.
//! Source: DESIGN §3, §5.

mod gold;
mod goods;
mod harm;
mod money;
mod people;
mod people_year;

pub use gold::{GoldBook, GoldFlow, Vault};
pub use goods::{GoodsBook, GoodsFlow};
pub use harm::HarmBook;
pub use money::{Account, MoneyBook, MoneyFlow};
pub use people::{PeopleBook, PeopleFlow};
pub use people_year::PeopleYear;

use bevy::prelude::*;

use super::population::{Atlas, Clock, Lore};
use super::schedule::{Genesis, MonthSchedule, Phase, Subsystem, at};
use super::state::RegisterState;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<GoodsBook>()
        .init_resource::<MoneyBook>()
        .init_resource::<GoldBook>()
        .init_resource::<PeopleBook>()
        .init_resource::<HarmBook>()
        .init_resource::<PeopleYear>()
        .resource_record::<PeopleYear>("ledger.people_year")
        .resource_state::<GoodsBook>("ledger.goods")
        .resource_state::<MoneyBook>("ledger.money")
        .resource_state::<GoldBook>("ledger.gold")
        .resource_state::<PeopleBook>("ledger.people")
        .resource_state::<HarmBook>("ledger.harm")
        .resource_state::<Clock>("calendar")
        .add_systems(Genesis, open_books.in_set(at(Phase::Calendar, Subsystem::Ledger)))
        .add_systems(
            MonthSchedule,
            (advance_month, turn_the_page).chain().in_set(at(Phase::Calendar, Subsystem::Ledger)),
        )
        .add_systems(MonthSchedule, people_year::note_month.in_set(at(Phase::Record, Subsystem::Ledger)));
}

fn open_books(
    atlas: Res<Atlas>,
    lore: Res<Lore>,
    mut goods: ResMut<GoodsBook>,
    mut money: ResMut<MoneyBook>,
    mut gold: ResMut<GoldBook>,
    mut people: ResMut<PeopleBook>,
    mut harm: ResMut<HarmBook>,
) {
    *goods = GoodsBook::open(atlas.polities.len(), lore.goods.len());
    *money = MoneyBook::open(atlas.polities.len(), atlas.movements.len());
    *gold = GoldBook::open(atlas.polities.len());
    *people = PeopleBook::open(lore.territories.values().map(|territory| territory.population));
    *harm = HarmBook::open(atlas.agents());
}

fn advance_month(mut clock: ResMut<Clock>) {
    clock.now = clock.now.plus(1);
    clock.played += 1;
}

fn turn_the_page(
    mut goods: ResMut<GoodsBook>,
    mut money: ResMut<MoneyBook>,
    mut gold: ResMut<GoldBook>,
    mut people: ResMut<PeopleBook>,
) {
    goods.turn_the_page();
    money.turn_the_page();
    gold.turn_the_page();
    people.turn_the_page();
}
