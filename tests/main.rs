//! Every integration test, in one binary.

mod architecture;
mod content;
