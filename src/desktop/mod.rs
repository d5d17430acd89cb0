//! The window: map, panels, menus. Reads views of the simulation and sends it orders, nothing else.
//!
//! Panels are functions `(ui, &View, &mut Intents)`: they read projections and push [`intents::Intent`]s;
//! `carry` carries them out. Every widget that a mission or an automated run points at has a name
//! ([`names`]); every colour and size comes from [`theme`].

mod app;
mod branching;
mod bring;
mod carry;
pub mod chart;
mod display;
mod files;
pub mod intents;
mod keys;
mod legend;
mod lesson;
mod library;
pub mod map;
mod menu;
pub mod names;
mod options;
mod paint;
pub mod panels;
mod rooms;
mod screens;
mod script;
mod session;
mod settings;
mod shell;
pub mod theme;
mod topbar;
pub mod widgets;

pub use app::run;
