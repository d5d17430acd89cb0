//! Whether there is a display to open a window on.

/// Checks before the window system does, whose own message helps nobody.
///
/// # Errors
/// If there is no display: what to do instead.
pub fn check() -> Result<(), String> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    let named = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let display = named("DISPLAY");
    let reason = match &display {
        None => "there is no display (DISPLAY is not set)".to_owned(),
        Some(name) if answers(name) => return Ok(()),
        Some(name) => format!("the display {name} does not answer"),
    };
    Err(format!(
        "{reason}, so the window cannot open.\n\
         The same simulation runs without a window: try `cof run 1950_two_camps --months 24`.\n\
         On a machine without a screen, `xvfb-run -a correlation` opens the game on a virtual one."
    ))
}

/// Whether the X server of a local display takes connections; of displays elsewhere nothing is known beforehand.
#[cfg(target_os = "linux")]
fn answers(display: &str) -> bool {
    use std::os::linux::net::SocketAddrExt;
    use std::os::unix::net::{SocketAddr, UnixStream};
    let Some(number) = display.strip_prefix(':') else { return true };
    let number: String = number.chars().take_while(char::is_ascii_digit).collect();
    let path = format!("/tmp/.X11-unix/X{number}");
    UnixStream::connect(&path).is_ok()
        || SocketAddr::from_abstract_name(path.as_bytes())
            .is_ok_and(|address| UnixStream::connect_addr(&address).is_ok())
}

#[cfg(not(target_os = "linux"))]
fn answers(_display: &str) -> bool {
    true
}
