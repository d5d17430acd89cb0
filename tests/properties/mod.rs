//! Laws that hold in every history, whatever the rules are set to and whatever is ordered.

mod crisis;
mod economy;
