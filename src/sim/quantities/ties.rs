//! Standing ties between polities: agreements, debts, wars.

use crate::base::{BitMatrix, Matrix, PolityId};
use crate::sim::conflict::Wars;
use crate::sim::diplomacy::{AgreementTag, AgreementTerms, Agreements, LAY_TO_REST};
use crate::sim::finance::Debts;
use crate::sim::organisations::Quarrels;

/// A standing tie between two polities, as one bit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::sim) enum Tie {
    /// An agreement of this kind.
    Agreement(AgreementTag),
    /// Ground that both hold to be theirs, in a dispute that is awake.
    Dispute,
    /// An open quarrel between the two.
    Quarrel,
    /// A debt of the second to the first.
    Debt,
    /// A war between the two.
    War,
}

impl Tie {
    const fn bit(self) -> u32 {
        match self {
            Self::Agreement(tag) => 1 << tag as u16,
            Self::Dispute => 1 << 28,
            Self::Quarrel => 1 << 29,
            Self::Debt => 1 << 30,
            Self::War => 1 << 31,
        }
    }
}

/// All that ties the first of two to the second.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(in crate::sim) struct Bond {
    kinds: u32,
    /// Help a month from the first to the second under all its agreements, thousands of 2011 dollars.
    pub aid: f64,
    /// Debt of the second to the first, thousands of 2011 dollars.
    pub owed: f64,
}

impl Bond {
    /// Whether a tie is among them.
    pub const fn has(&self, tie: Tie) -> bool {
        self.kinds & tie.bit() != 0
    }

    /// Whether an agreement is among them.
    pub const fn agreed(&self, tag: AgreementTag) -> bool {
        self.has(Tie::Agreement(tag))
    }

    /// Whether there is any.
    pub const fn is_any(&self) -> bool {
        self.kinds != 0
    }

    /// Whether the first fights the second, presses on it or arms against it.
    pub const fn is_hostile(&self) -> bool {
        use AgreementTag as T;
        let acts = Tie::Agreement(T::Embargo).bit()
            | Tie::Agreement(T::Boycott).bit()
            | Tie::Agreement(T::Blockade).bit()
            | Tie::Agreement(T::Propaganda).bit()
            | Tie::Agreement(T::Arms).bit();
        self.kinds & (acts | Tie::War.bit() | Tie::Quarrel.bit()) != 0
    }

    #[inline]
    fn add(&mut self, other: &Self) {
        self.kinds |= other.kinds;
        self.aid += other.aid;
        self.owed += other.owed;
    }
}

/// All that ties two polities, either way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::sim) struct Bonds {
    /// What ties the first to the second.
    pub out: Bond,
    /// What ties the second to the first.
    pub back: Bond,
}

impl Bonds {
    /// The same as the second sees it.
    pub const fn reversed(self) -> Self {
        Self { out: self.back, back: self.out }
    }

    /// Whether an agreement stands, from whichever side.
    pub const fn either_agreed(&self, tag: AgreementTag) -> bool {
        self.out.agreed(tag) || self.back.agreed(tag)
    }

    /// Whether one of the two fights the other, presses on it or arms against it.
    pub const fn is_hostile(&self) -> bool {
        self.out.is_hostile() || self.back.is_hostile()
    }

    /// Whether there is any.
    pub const fn is_any(&self) -> bool {
        self.out.is_any() || self.back.is_any()
    }
}

/// The bonds of all polities. Few pairs have any.
#[derive(Debug, Default)]
pub(super) struct Ties {
    any: BitMatrix<PolityId>,
    /// For each pair the place of its bond, counted from 1; 0 where it has none.
    places: Matrix<PolityId, u32>,
    bonds: Vec<Bond>,
}

impl Ties {
    fn none(polities: usize, room: usize) -> Self {
        Self {
            any: BitMatrix::empty(polities),
            places: Matrix::filled(0, polities),
            bonds: Vec::with_capacity(room),
        }
    }

    /// What stands among so many polities.
    pub(super) fn read(
        polities: usize,
        agreements: &Agreements,
        debts: &Debts,
        wars: &Wars,
        quarrels: &Quarrels,
        disputed: impl Iterator<Item = (PolityId, PolityId)>,
    ) -> Self {
        let plain = |tie: Tie| Bond { kinds: tie.bit(), ..Bond::default() };
        let mut ties = Self::none(polities, 2 * agreements.list().len() + debts.list().len());
        for one in agreements.list() {
            let tag = one.terms.tag();
            let bond = plain(Tie::Agreement(tag));
            let aid = match one.terms {
                AgreementTerms::Aid { monthly, .. } => monthly.real(),
                _ => 0.0,
            };
            ties.add(one.a, one.b, Bond { aid, ..bond });
            if tag.is_mutual() {
                ties.add(one.b, one.a, bond);
            }
        }
        for debt in debts.list() {
            let bond = Bond { owed: debt.principal.real(), ..plain(Tie::Debt) };
            ties.add(debt.creditor, debt.debtor, bond);
        }
        for war in wars.list() {
            for &a in &war.attacker.polities {
                war.defender.polities.iter().for_each(|&b| ties.add_both(a, b, plain(Tie::War)));
            }
        }
        for quarrel in quarrels.list() {
            ties.add_both(quarrel.one, quarrel.other, plain(Tie::Quarrel));
        }
        for (one, other) in disputed {
            let bond = ties.between(one, other);
            if !LAY_TO_REST.iter().any(|&tag| bond.agreed(tag)) {
                ties.add_both(one, other, plain(Tie::Dispute));
            }
        }
        ties
    }

    fn add_both(&mut self, a: PolityId, b: PolityId, bond: Bond) {
        self.add(a, b, bond);
        self.add(b, a, bond);
    }

    /// Adds what ties the first to the second.
    #[inline]
    fn add(&mut self, from: PolityId, to: PolityId, bond: Bond) {
        let place = &mut self.places[(from, to)];
        if *place == 0 {
            self.bonds.push(bond);
            *place = self.bonds.len() as u32;
            self.any.set(from, to);
        } else {
            self.bonds[*place as usize - 1].add(&bond);
        }
    }

    /// All that ties one to another.
    #[inline]
    pub(super) fn between(&self, from: PolityId, to: PolityId) -> Bond {
        match self.places[(from, to)] {
            0 => Bond::default(),
            place => self.bonds[place as usize - 1],
        }
    }

    /// All to whom one is tied, in id order.
    pub(super) fn row(&self, from: PolityId) -> impl Iterator<Item = PolityId> + '_ {
        self.any.row(from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bonds_are_gathered_by_pair_and_found() {
        let (a, b, c) = (PolityId(0), PolityId(1), PolityId(3));
        let aid = |aid| Bond { kinds: Tie::Agreement(AgreementTag::Aid).bit(), aid, owed: 0.0 };
        let debt = Bond { kinds: Tie::Debt.bit(), aid: 0.0, owed: 5.0 };
        let list = [(c, a, aid(2.0)), (a, c, debt), (c, a, aid(3.0)), (c, b, debt), (c, a, debt)];
        let mut ties = Ties::none(5, 0);
        list.into_iter().for_each(|(from, to, bond)| ties.add(from, to, bond));
        let bond = ties.between(c, a);
        assert!(bond.agreed(AgreementTag::Aid) && bond.has(Tie::Debt) && !bond.has(Tie::War));
        assert_eq!((bond.aid, bond.owed), (5.0, 5.0));
        assert_eq!(ties.between(a, c), debt);
        assert_eq!(ties.between(b, a), Bond::default());
        assert_eq!(ties.row(c).collect::<Vec<_>>(), [a, b]);
        assert_eq!(ties.row(PolityId(4)).count(), 0);
    }
}
