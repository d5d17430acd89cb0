//! Content: what the loader makes of good and of broken files.

mod disputes;
mod doctrines;
mod errors;
mod facts;
mod files;
mod intentions;
mod interests;
mod laboratories;
mod loading;
mod mods;
mod mutations;
mod organisations;
mod overlay;
mod standing;
