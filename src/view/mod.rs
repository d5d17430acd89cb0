//! Read-only projections of the simulation, in plain structs and words. No egui, no mutation.

pub mod report;
