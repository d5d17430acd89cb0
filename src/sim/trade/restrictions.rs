//! What embargoes, boycotts, blockades and wars leave of the trade of each pair this month.

use bevy::prelude::*;

use crate::base::{BitMatrix, Id, PolityId, math};
use crate::content::defs::Passage;
use crate::sim::conflict::{Forces, Wars};
use crate::sim::diplomacy::{AgreementTag, Agreements};
use crate::sim::politics::Lands;
use crate::sim::population::{Lore, Polities};

use super::parameters::TradeRules;
use super::rules;

/// Why a pair's trade is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Bar {
    /// In machinery and arms.
    Strategic,
    /// In all goods.
    Boycott,
    /// In all goods, with no way round.
    War,
}

/// What is left open of the trade of a pair (0–1 each).
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Way {
    /// Of machinery and arms.
    pub strategic: f64,
    /// Of other goods.
    pub other: f64,
    /// Whether an embargo or boycott closed it, so that goods may find a way round through others.
    pub listed: bool,
}

impl Way {
    pub(super) const OPEN: Self = Self { strategic: 1.0, other: 1.0, listed: false };

    /// Whether nothing stands in the way of machinery and arms: whoever passes them on can buy and sell them.
    pub(super) fn is_open(&self) -> bool {
        self.strategic >= 1.0 && self.other >= 1.0
    }
}

/// All restrictions of the month. Derived before trade meets, never saved.
#[derive(Resource, Debug, Clone, Default)]
pub(super) struct Restrictions {
    bars: Vec<(PolityId, PolityId, Bar)>,
    /// Pairs between whom there is any bar, either way: most are open.
    barred: BitMatrix<PolityId>,
    /// Share of its trade over sea that blockades cut off, by country; empty if nobody is blockaded.
    cut: Vec<f64>,
    /// Pairs of a blockaded country and another that trade overland.
    overland: Vec<(PolityId, PolityId)>,
}

impl Restrictions {
    /// What is left of the trade of two countries, whoever of them buys.
    #[inline]
    pub(super) fn between(&self, a: PolityId, b: PolityId) -> Way {
        let mut way = if self.barred.has(a, b) { self.past_bars(a, b) } else { Way::OPEN };
        let cut =
            self.cut.get(a.index()).zip(self.cut.get(b.index())).map_or(0.0, |(one, other)| one.max(*other));
        if cut > 0.0 && !self.overland.contains(&(a, b)) && !self.overland.contains(&(b, a)) {
            way.strategic *= 1.0 - cut;
            way.other *= 1.0 - cut;
        }
        way
    }

    fn past_bars(&self, a: PolityId, b: PolityId) -> Way {
        let mut way = Way::OPEN;
        for (one, other) in [(a, b), (b, a)] {
            let from = self.bars.partition_point(|bar| (bar.0, bar.1) < (one, other));
            for bar in self.bars[from..].iter().take_while(|bar| (bar.0, bar.1) == (one, other)) {
                way.strategic = 0.0;
                way.other = if bar.2 == Bar::Strategic { way.other } else { 0.0 };
                way.listed |= bar.2 != Bar::War;
            }
        }
        way
    }

    /// Sorts the bars, so that they are found.
    fn sort(&mut self, polities: usize) {
        self.bars.sort_unstable();
        self.barred.reset(polities);
        for &(one, other, _) in &self.bars {
            self.barred.set_both(one, other);
        }
    }
}

/// Reads what is in force off agreements and wars.
pub(super) fn note_restrictions(
    lore: Res<Lore>,
    rules: Res<TradeRules>,
    agreements: Res<Agreements>,
    wars: Res<Wars>,
    lands: Res<Lands>,
    polities: Polities<&Forces>,
    mut now: ResMut<Restrictions>,
) {
    now.bars.clear();
    now.cut.clear();
    now.overland.clear();
    for agreement in agreements.list() {
        let bar = match agreement.terms.tag() {
            AgreementTag::Embargo => Bar::Strategic,
            AgreementTag::Boycott => Bar::Boycott,
            AgreementTag::Blockade => {
                // Who closes the ways of others does not trade there itself.
                now.cut.resize(polities.ids().len(), 0.0);
                let strength = |id| polities.get(id).strength();
                let cut = rules::blockade_cut(&rules, strength(agreement.a), strength(agreement.b));
                let held = &mut now.cut[agreement.b.index()];
                *held = held.max(cut);
                note_neighbours(&lore, &lands, agreement.b, &mut now.overland);
                Bar::Boycott
            }
            _ => continue,
        };
        now.bars.push((agreement.a, agreement.b, bar));
    }
    for war in wars.list() {
        for &a in &war.attacker.polities {
            for &b in &war.defender.polities {
                now.bars.push((a, b, Bar::War));
            }
        }
    }
    now.sort(polities.ids().len());
}

/// Notes those who share a land border with a country.
fn note_neighbours(lore: &Lore, lands: &Lands, of: PolityId, overland: &mut Vec<(PolityId, PolityId)>) {
    for &territory in lands.of(of) {
        for neighbour in &lore.territories[territory].neighbours {
            let owner = lands.owner(neighbour.territory);
            let pair = (of, owner);
            if neighbour.passage == Passage::Land && owner != of && !overland.contains(&pair) {
                overland.push(pair);
            }
        }
    }
}

/// Share of what a country sought abroad that was closed to it.
pub(super) fn closed_share(closed: f64, wanted: f64) -> f64 {
    math::ratio_or(closed, closed + wanted, 0.0).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scopes_close_what_they_name() {
        let (a, b, c) = (PolityId(0), PolityId(1), PolityId(2));
        let bars = vec![(a, b, Bar::Strategic), (a, c, Bar::Boycott), (b, c, Bar::War)];
        let mut now = Restrictions { bars, ..Restrictions::default() };
        now.sort(3);
        assert_eq!(now.between(b, a), Way { strategic: 0.0, other: 1.0, listed: true });
        assert_eq!(now.between(a, c), Way { strategic: 0.0, other: 0.0, listed: true });
        assert_eq!(now.between(b, c), Way { strategic: 0.0, other: 0.0, listed: false });
        let mut free = Restrictions::default();
        free.sort(3);
        assert!(free.between(a, b).is_open());
    }

    #[test]
    fn a_blockade_spares_the_way_overland() {
        let (target, neighbour, far) = (PolityId(0), PolityId(1), PolityId(2));
        let mut now = Restrictions {
            cut: vec![0.8, 0.0, 0.0],
            overland: vec![(target, neighbour)],
            ..Restrictions::default()
        };
        now.sort(3);
        assert!(now.between(neighbour, target).is_open());
        let way = now.between(far, target);
        assert!((way.other - 0.2).abs() < 1e-12 && !way.is_open());
        assert!(now.between(neighbour, far).is_open());
    }
}
