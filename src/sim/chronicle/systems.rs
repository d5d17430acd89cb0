//! Taking down the month's values.

use bevy::prelude::*;

use crate::base::{IdVec, PolityId, math};
use crate::content::vocabulary::System;
use crate::sim::conflict::{Forces, Wars};
use crate::sim::economy::Accounts;
use crate::sim::ledger::PeopleBook;
use crate::sim::movements::Situation;
use crate::sim::perception::WorldMood;
use crate::sim::politics::{Government, Owner, Status};
use crate::sim::population::{Atlas, Polities, Territories};
use crate::sim::society::Living;
use crate::sim::trade::TradePosition;

use super::series::{PolitySeries, Series, WorldSeries};

/// Months for which series have room from the start; beyond them they grow.
const ROOM_MONTHS: usize = 512;
/// Books are in thousands, series in millions.
const THOUSANDS_IN_A_MILLION: f64 = 1000.0;

pub(super) fn open_series(mut series: ResMut<Series>, atlas: Res<Atlas>) {
    // Room for all at once: two thousand rows that grow now and again would be copied and scattered as often.
    let room = || Vec::with_capacity(ROOM_MONTHS).into();
    let rows = atlas.polities.ids().map(|_| std::array::from_fn(|_| room()));
    series.polities = rows.collect();
}

/// One value a series; where a polity is not in being its series hold 0.
pub(super) fn record_series(
    mut series: ResMut<Series>,
    polities: Polities<(&Status, &Government, &Accounts, &Living, &Situation, &TradePosition, &Forces)>,
    territories: Territories<&Owner>,
    people: Res<PeopleBook>,
    mood: Res<WorldMood>,
    wars: Res<Wars>,
) {
    let mut inhabitants: IdVec<PolityId, i64> = IdVec::filled(0, series.polities.len());
    for (territory, owner) in territories.iter() {
        inhabitants[owner.polity()] += people.people(territory).0;
    }
    let (mut world, mut socialist, mut states) = (0.0, 0.0, 0);
    for (id, (status, government, accounts, living, situation, trade, forces)) in polities.iter() {
        let heads = inhabitants[id] as f64;
        let product = accounts.product().real();
        let alive = status.is_alive();
        world += product;
        states += u32::from(status.is_sovereign());
        if alive && government.form().system() == System::Socialist {
            socialist += product;
        }
        let row = &mut series.polities[id];
        for &which in &PolitySeries::ALL {
            let value = match which {
                PolitySeries::ProductPerHead => math::ratio_or(product * THOUSANDS_IN_A_MILLION, heads, 0.0),
                PolitySeries::Product => product / THOUSANDS_IN_A_MILLION,
                PolitySeries::Legitimacy => government.legitimacy(),
                PolitySeries::LivingStandard => living.standard(),
                PolitySeries::Ripeness => situation.ripeness(),
                PolitySeries::Trade => (trade.exported() + trade.imported()).real() / THOUSANDS_IN_A_MILLION,
                PolitySeries::Forces => forces.strength() / THOUSANDS_IN_A_MILLION,
                PolitySeries::Population => heads / THOUSANDS_IN_A_MILLION,
            };
            row[which as usize].push(if alive { value as f32 } else { 0.0 });
        }
    }
    for &which in &WorldSeries::ALL {
        let value = match which {
            WorldSeries::Tension => mood.tension(),
            WorldSeries::States => f64::from(states),
            WorldSeries::Product => world / THOUSANDS_IN_A_MILLION,
            WorldSeries::SocialistProduct => math::ratio_or(socialist, world, 0.0),
            WorldSeries::Wars => wars.list().len() as f64,
        };
        series.world[which as usize].push(value as f32);
    }
}
