//! Standing ties between polities: agreements, debts, wars.

use crate::base::{BitMatrix, PolityId};
use crate::sim::conflict::Wars;
use crate::sim::diplomacy::{AgreementTag, AgreementTerms, Agreements};
use crate::sim::finance::Debts;
use crate::sim::organisations::Quarrels;

/// A standing tie between two polities, as one bit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::sim) enum Tie {
    /// An agreement of this kind.
    Agreement(AgreementTag),
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
    counts: Vec<u32>,
    /// One for each pair that has any, row by row: where it stands is counted off the bits.
    bonds: Vec<Bond>,
}

/// A bond from the first to the second.
type Link = (PolityId, PolityId, Bond);

impl Ties {
    /// What stands among so many polities.
    pub(super) fn read(
        polities: usize,
        agreements: &Agreements,
        debts: &Debts,
        wars: &Wars,
        quarrels: &Quarrels,
    ) -> Self {
        let plain = |tie: Tie| Bond { kinds: tie.bit(), ..Bond::default() };
        let mut links = Vec::with_capacity(2 * agreements.list().len() + debts.list().len());
        for one in agreements.list() {
            let tag = one.terms.tag();
            let bond = plain(Tie::Agreement(tag));
            let aid = match one.terms {
                AgreementTerms::Aid { monthly, .. } => monthly.real(),
                _ => 0.0,
            };
            links.push((one.a, one.b, Bond { aid, ..bond }));
            if tag.is_mutual() {
                links.push((one.b, one.a, bond));
            }
        }
        for debt in debts.list() {
            links.push((
                debt.creditor,
                debt.debtor,
                Bond { owed: debt.principal.real(), ..plain(Tie::Debt) },
            ));
        }
        for war in wars.list() {
            for &a in &war.attacker.polities {
                for &b in &war.defender.polities {
                    links.extend([(a, b, plain(Tie::War)), (b, a, plain(Tie::War))]);
                }
            }
        }
        for quarrel in quarrels.list() {
            let (a, b) = (quarrel.one, quarrel.other);
            links.extend([(a, b, plain(Tie::Quarrel)), (b, a, plain(Tie::Quarrel))]);
        }
        Self::of(polities, &links)
    }

    /// Sums up links, in their order. They are gone through twice: for who has any bond, then for what it is.
    fn of(polities: usize, links: &[Link]) -> Self {
        let mut any = BitMatrix::empty(polities);
        for &(from, to, _) in links {
            any.set(from, to);
        }
        let counts = any.counts();
        let mut bonds = vec![Bond::default(); any.pairs(&counts)];
        for (from, to, bond) in links {
            if let Some(place) = any.rank(&counts, *from, *to) {
                bonds[place].add(bond);
            }
        }
        Self { any, counts, bonds }
    }

    /// All that ties one to another.
    #[inline]
    pub(super) fn between(&self, from: PolityId, to: PolityId) -> Bond {
        self.any.rank(&self.counts, from, to).map_or_else(Bond::default, |place| self.bonds[place])
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
        let ties = Ties::of(5, &list);
        let bond = ties.between(c, a);
        assert!(bond.agreed(AgreementTag::Aid) && bond.has(Tie::Debt) && !bond.has(Tie::War));
        assert_eq!((bond.aid, bond.owed), (5.0, 5.0));
        assert_eq!(ties.between(a, c), debt);
        assert_eq!(ties.between(b, a), Bond::default());
        assert_eq!(ties.row(c).collect::<Vec<_>>(), [a, b]);
        assert_eq!(ties.row(PolityId(4)).count(), 0);
    }
}
