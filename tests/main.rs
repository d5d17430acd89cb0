//! Every integration test, in one binary.

mod architecture;
mod content;
#[cfg(feature = "desktop")]
mod panels;
mod view;
