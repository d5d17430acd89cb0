//! Correlation of Forces.
