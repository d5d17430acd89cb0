//! The look: tokens, fonts, egui's style made of them, and the few elements every panel is built from.

mod elements;
mod fonts;
mod style;
mod tokens;

pub use elements::{
    Sheet, Weight, caps, caps_galley, caps_width, opens, poster_button, poster_choice,
    poster_choice_of_width, quiet, rule, tag, text,
};
pub use fonts::{FontError, load_fonts};
pub use style::{Theme, apply};
pub use tokens::{DAY_ATLAS, Light, NIGHT_DESK, Tokens, contrast, readable_on, size, space};
