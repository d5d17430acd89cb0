//! Every integration test, in one binary.

mod architecture;
mod content;
mod docs;
mod panels;
mod view;
