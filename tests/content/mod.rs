//! Content: what the loader makes of good and of broken files.

mod loading;
