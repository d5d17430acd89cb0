//! The game.
#![forbid(unsafe_code)]

fn main() -> std::process::ExitCode {
    correlation::desktop::run()
}
