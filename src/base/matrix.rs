//! A flat square table: one cell for each ordered pair of ids.

use std::marker::PhantomData;
use std::ops::{Index, IndexMut};

use serde::{Deserialize, Serialize};

use super::ids::Id;
use super::numbers::{Number, Numbers};

/// Row-major square table. `matrix[(from, to)]` is one cell.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(bound(serialize = "T: Number", deserialize = "T: Number"))]
pub struct Matrix<I, T> {
    side: usize,
    cells: Numbers<T>,
    #[serde(skip)]
    key: PhantomData<fn() -> I>,
}

impl<I, T> Default for Matrix<I, T> {
    fn default() -> Self {
        Self { side: 0, cells: Numbers::default(), key: PhantomData }
    }
}

impl<I: Id, T: Clone> Matrix<I, T> {
    /// A table of `side` × `side` clones of `value`.
    pub fn filled(value: T, side: usize) -> Self {
        Self { side, cells: vec![value; side * side].into(), key: PhantomData }
    }

    /// Rows (and columns) of the table.
    pub fn side(&self) -> usize {
        self.side
    }

    /// All cells from `from`, in id order of the other end.
    pub fn row(&self, from: I) -> &[T] {
        let start = from.index() * self.side;
        &self.cells[start..start + self.side]
    }

    /// All cells from `from`, mutable.
    pub fn row_mut(&mut self, from: I) -> &mut [T] {
        let start = from.index() * self.side;
        &mut self.cells[start..start + self.side]
    }

    /// All cells, row by row, mutable.
    pub fn cells_mut(&mut self) -> &mut [T] {
        &mut self.cells
    }

    /// Sets every cell to `value`.
    pub fn fill(&mut self, value: T) {
        self.cells.fill(value);
    }
}

impl<I: Id, T> Index<(I, I)> for Matrix<I, T> {
    type Output = T;
    #[inline]
    fn index(&self, (from, to): (I, I)) -> &T {
        &self.cells[from.index() * self.side + to.index()]
    }
}

impl<I: Id, T> IndexMut<(I, I)> for Matrix<I, T> {
    #[inline]
    fn index_mut(&mut self, (from, to): (I, I)) -> &mut T {
        &mut self.cells[from.index() * self.side + to.index()]
    }
}
