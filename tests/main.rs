//! Every integration test, in one binary.

mod architecture;
mod content;
mod decisions;
mod docs;
mod histories;
mod laboratories;
mod mirror;
mod outputs;
#[cfg(feature = "desktop")]
mod panels;
mod properties;
mod view;
#[cfg(feature = "desktop")]
mod window;
