//! Every integration test, in one binary.

mod architecture;
mod content;
mod docs;
#[cfg(feature = "desktop")]
mod panels;
mod view;
#[cfg(feature = "desktop")]
mod window;
