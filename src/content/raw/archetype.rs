//! Patterns of society and economy.

use super::{RawClassWeight, RawGoodShare, by_good, not_negative, share};
use crate::base::{DoctrineId, GoodId, Id};
use crate::content::defs::{ArchetypeDef, ClassPattern, MAX_GOODS};
use crate::content::vocabulary::{Class, Current, FormOfRule, Property};
use serde::Deserialize;

/// `Archetype( ... )`.
#[derive(Debug, Deserialize)]
pub struct RawArchetype {
    id: String,
    means: String,
    forms: Vec<FormOfRule>,
    doctrine: DoctrineId,
    classes: Vec<RawClass>,
    sectors: Vec<RawGoodShare>,
    property: Vec<RawProperty>,
    coalition: Vec<RawClassWeight>,
    #[serde(deserialize_with = "share")]
    taxes: f64,
    #[serde(deserialize_with = "share")]
    investment: f64,
    #[serde(deserialize_with = "share")]
    welfare: f64,
    #[serde(deserialize_with = "share")]
    planned: f64,
    #[serde(deserialize_with = "share")]
    openness: f64,
    #[serde(deserialize_with = "share")]
    repression: f64,
    #[serde(deserialize_with = "share")]
    franchise: f64,
    #[serde(deserialize_with = "share")]
    ossification: f64,
    #[serde(deserialize_with = "share")]
    cohesion: f64,
    #[serde(deserialize_with = "share")]
    technology: f64,
    #[serde(deserialize_with = "not_negative")]
    births: f64,
    #[serde(deserialize_with = "not_negative")]
    deaths: f64,
}

#[derive(Debug, Deserialize)]
struct RawClass {
    class: Class,
    #[serde(deserialize_with = "share")]
    share: f64,
    #[serde(deserialize_with = "not_negative")]
    income: f64,
    #[serde(deserialize_with = "share")]
    organisation: f64,
    currents: RawCurrents,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct RawCurrents {
    #[serde(deserialize_with = "share")]
    communist: f64,
    #[serde(deserialize_with = "share")]
    social_democratic: f64,
    #[serde(deserialize_with = "share")]
    national: f64,
    #[serde(deserialize_with = "share")]
    liberal: f64,
    #[serde(deserialize_with = "share")]
    conservative: f64,
    #[serde(deserialize_with = "share")]
    authoritarian_right: f64,
}

impl RawCurrents {
    fn table(&self) -> [f64; Current::COUNT] {
        let mut table = [0.0; Current::COUNT];
        table[Current::Communist.index()] = self.communist;
        table[Current::SocialDemocratic.index()] = self.social_democratic;
        table[Current::National.index()] = self.national;
        table[Current::Liberal.index()] = self.liberal;
        table[Current::Conservative.index()] = self.conservative;
        table[Current::AuthoritarianRight.index()] = self.authoritarian_right;
        table
    }
}

#[derive(Debug, Deserialize)]
struct RawProperty {
    good: GoodId,
    #[serde(default, deserialize_with = "share")]
    state: f64,
    #[serde(default, deserialize_with = "share")]
    cooperative: f64,
    #[serde(default, deserialize_with = "share")]
    smallholder: f64,
    #[serde(default, deserialize_with = "share")]
    national_private: f64,
    #[serde(default, deserialize_with = "share")]
    foreign: f64,
}

impl RawProperty {
    fn row(&self) -> [f64; Property::COUNT] {
        let mut row = [0.0; Property::COUNT];
        row[Property::State.index()] = self.state;
        row[Property::Cooperative.index()] = self.cooperative;
        row[Property::Smallholder.index()] = self.smallholder;
        row[Property::NationalPrivate.index()] = self.national_private;
        row[Property::Foreign.index()] = self.foreign;
        row
    }
}

impl RawArchetype {
    /// The resolved pattern. Classes and goods that are not listed count nothing.
    pub fn resolve(self) -> ArchetypeDef {
        let none =
            ClassPattern { share: 0.0, income: 0.0, organisation: 0.0, currents: [0.0; Current::COUNT] };
        let mut classes = [none; Class::COUNT];
        for entry in &self.classes {
            classes[entry.class.index()] = ClassPattern {
                share: entry.share,
                income: entry.income,
                organisation: entry.organisation,
                currents: entry.currents.table(),
            };
        }
        let mut property = [[0.0; Property::COUNT]; MAX_GOODS];
        for entry in &self.property {
            if let Some(row) = property.get_mut(entry.good.index()) {
                *row = entry.row();
            }
        }
        let mut coalition = [0.0; Class::COUNT];
        for entry in &self.coalition {
            coalition[entry.class.index()] += entry.weight;
        }
        ArchetypeDef {
            id: self.id,
            means: self.means,
            forms: self.forms,
            doctrine: self.doctrine,
            classes,
            sectors: by_good(&self.sectors),
            property,
            coalition,
            taxes: self.taxes,
            investment: self.investment,
            welfare: self.welfare,
            planned: self.planned,
            openness: self.openness,
            repression: self.repression,
            franchise: self.franchise,
            ossification: self.ossification,
            cohesion: self.cohesion,
            technology: self.technology,
            births: self.births,
            deaths: self.deaths,
        }
    }
}
