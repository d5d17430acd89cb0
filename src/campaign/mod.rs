//! A campaign: a history with its passport, its saves and its replay. No rendering.

mod names;
mod passport;
mod running;
mod save;
mod setup;

pub use names::{NameError, to_ids, to_names};
pub use passport::{HashMark, OrderLine, Passport, PassportError, SeatName};
pub use running::{Campaign, Finish};
pub use save::{Header, LoadError, SAVE_FORMAT, load, read_header, save};
pub use setup::{NewGame, SetupError};
