//! A square table of yes and no, one bit a pair: cheap to empty, to ask and to go through.

use std::marker::PhantomData;

use super::ids::Id;

/// Row-major square table of bits: whether something holds for an ordered pair of ids.
#[derive(Debug, Clone, PartialEq)]
pub struct BitMatrix<I> {
    words: usize,
    bits: Vec<u64>,
    key: PhantomData<fn() -> I>,
}

impl<I> Default for BitMatrix<I> {
    fn default() -> Self {
        Self { words: 0, bits: Vec::new(), key: PhantomData }
    }
}

impl<I: Id> BitMatrix<I> {
    /// A table of `side` × `side` in which nothing holds.
    pub fn empty(side: usize) -> Self {
        let words = side.div_ceil(64);
        Self { words, bits: vec![0; side * words], key: PhantomData }
    }

    /// Empties the table and gives it a side.
    pub fn reset(&mut self, side: usize) {
        self.words = side.div_ceil(64);
        self.bits.clear();
        self.bits.resize(side * self.words, 0);
    }

    /// Notes that it holds from one to another.
    #[inline]
    pub fn set(&mut self, from: I, to: I) {
        self.bits[from.index() * self.words + to.index() / 64] |= 1 << (to.index() % 64);
    }

    /// Notes that it holds for two, either way.
    pub fn set_both(&mut self, a: I, b: I) {
        self.set(a, b);
        self.set(b, a);
    }

    /// Whether it holds from one to another.
    #[inline]
    pub fn has(&self, from: I, to: I) -> bool {
        self.bits[from.index() * self.words + to.index() / 64] >> (to.index() % 64) & 1 == 1
    }

    /// All to whom it holds from one, in id order.
    pub fn row(&self, from: I) -> impl Iterator<Item = I> + '_ {
        let row = &self.bits[from.index() * self.words..(from.index() + 1) * self.words];
        row.iter().enumerate().flat_map(|(word, &bits)| {
            // Each step takes the lowest bit away.
            std::iter::successors(Some(bits), |bits| Some(bits & bits.wrapping_sub(1)))
                .take_while(|&bits| bits != 0)
                .map(move |bits| I::from_index(word * 64 + bits.trailing_zeros() as usize))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::PolityId;

    #[test]
    fn what_is_set_is_found_in_order() {
        let mut bits = BitMatrix::empty(200);
        let at = |index| PolityId::from_index(index);
        for to in [199, 0, 64, 63, 5] {
            bits.set(at(3), at(to));
        }
        assert!(bits.has(at(3), at(64)) && !bits.has(at(64), at(3)) && !bits.has(at(2), at(5)));
        assert_eq!(bits.row(at(3)).map(Id::index).collect::<Vec<_>>(), [0, 5, 63, 64, 199]);
        assert_eq!(bits.row(at(4)).count(), 0);
        bits.set_both(at(7), at(8));
        assert!(bits.has(at(7), at(8)) && bits.has(at(8), at(7)));
        bits.reset(10);
        assert!(!bits.has(at(7), at(8)));
    }
}
