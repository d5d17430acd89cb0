//! Standing ties between polities: agreements, debts, wars.

use crate::base::{BitMatrix, Id, PolityId};
use crate::sim::conflict::Wars;
use crate::sim::diplomacy::{AgreementTag, AgreementTerms, Agreements};
use crate::sim::finance::Debts;

/// A standing tie between two polities, as one bit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::sim) enum Tie {
    /// An agreement of this kind.
    Agreement(AgreementTag),
    /// A debt of the second to the first.
    Debt,
    /// A war between the two.
    War,
}

impl Tie {
    const fn bit(self) -> u32 {
        match self {
            Self::Agreement(tag) => 1 << tag as u16,
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

    fn add(&mut self, other: &Self) {
        self.kinds |= other.kinds;
        self.aid += other.aid;
        self.owed += other.owed;
    }
}

/// The bonds of all polities, row by row in id order. Few pairs have any; a bit a pair tells whether, and where.
#[derive(Debug, Default)]
pub(super) struct Ties {
    any: BitMatrix<PolityId>,
    starts: Vec<u32>,
    bonds: Vec<Bond>,
}

impl Ties {
    /// What stands among so many polities.
    pub(super) fn read(polities: usize, agreements: &Agreements, debts: &Debts, wars: &Wars) -> Self {
        let mut found: Vec<(PolityId, PolityId, Bond)> = Vec::with_capacity(2 * agreements.list().len());
        let plain = |tie: Tie| Bond { kinds: tie.bit(), ..Bond::default() };
        for one in agreements.list() {
            let tag = one.terms.tag();
            let aid = match one.terms {
                AgreementTerms::Aid { monthly, .. } => monthly.real(),
                _ => 0.0,
            };
            found.push((one.a, one.b, Bond { aid, ..plain(Tie::Agreement(tag)) }));
            if tag.is_mutual() {
                found.push((one.b, one.a, plain(Tie::Agreement(tag))));
            }
        }
        for debt in debts.list() {
            found.push((
                debt.creditor,
                debt.debtor,
                Bond { owed: debt.principal.real(), ..plain(Tie::Debt) },
            ));
        }
        for war in wars.list() {
            for &a in &war.attacker.polities {
                for &b in &war.defender.polities {
                    found.extend([(a, b, plain(Tie::War)), (b, a, plain(Tie::War))]);
                }
            }
        }
        Self::of(polities, &found)
    }

    /// Sums are taken in the order of the list.
    fn of(polities: usize, found: &[(PolityId, PolityId, Bond)]) -> Self {
        let mut any = BitMatrix::empty(polities);
        // A pair's place follows from the bits before its own: a sort by counting.
        let mut starts = vec![0u32; polities + 1];
        for (from, to, _) in found {
            if !any.has(*from, *to) {
                any.set(*from, *to);
                starts[from.index() + 1] += 1;
            }
        }
        for row in 0..polities {
            starts[row + 1] += starts[row];
        }
        let bonds = vec![Bond::default(); starts[polities] as usize];
        let mut ties = Self { any, starts, bonds };
        for (from, to, bond) in found {
            if let Some(place) = ties.place(*from, *to) {
                ties.bonds[place].add(bond);
            }
        }
        ties
    }

    /// Where the bond of two stands.
    fn place(&self, from: PolityId, to: PolityId) -> Option<usize> {
        if !self.any.has(from, to) {
            return None;
        }
        let start = self.starts[from.index()] as usize;
        Some(start + self.any.rank(from, to))
    }

    /// All that ties one to another.
    pub(super) fn between(&self, from: PolityId, to: PolityId) -> Bond {
        self.place(from, to).map_or_else(Bond::default, |place| self.bonds[place])
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
        let ties =
            Ties::of(5, &[(c, a, aid(2.0)), (a, c, debt), (c, a, aid(3.0)), (c, b, debt), (c, a, debt)]);
        let bond = ties.between(c, a);
        assert!(bond.agreed(AgreementTag::Aid) && bond.has(Tie::Debt) && !bond.has(Tie::War));
        assert_eq!((bond.aid, bond.owed), (5.0, 5.0));
        assert_eq!(ties.between(a, c), debt);
        assert_eq!(ties.between(b, a), Bond::default());
        assert_eq!(ties.row(c).collect::<Vec<_>>(), [a, b]);
        assert_eq!(ties.row(PolityId(4)).count(), 0);
    }
}
