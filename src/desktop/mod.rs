//! The window: map, panels, menus. Reads views of the simulation and sends it orders, nothing else.
//!
//! Panels are functions `(ui, &View, &mut Intents)`: they read projections and push [`intents::Intent`]s;
//! `app` carries them out. Every widget that a mission or an automated run points at has a name
//! ([`names`]); every colour and size comes from [`theme`].

pub mod chart;
pub mod intents;
pub mod map;
pub mod names;
pub mod panels;
pub mod theme;
pub mod widgets;
