//! A campaign: a history with its passport, its saves and its replay. No rendering.

mod branch;
mod ensemble;
mod names;
mod passport;
mod running;
mod save;
mod setup;

pub use branch::{Branch, BranchError, last_safe_month};
pub use ensemble::{Difference, Variant, difference, ensemble, ensemble_watched, parse_setting};
pub use names::{NameError, to_ids, to_names};
pub use passport::{
    HashMark, OrderLine, Passport, PassportError, SeatName, hex, read_order_file, read_orders,
};
pub use running::{Campaign, Finish};
pub use save::{Header, LoadError, SAVE_FORMAT, load, read_header, save};
pub use setup::{NewGame, SetupError};
