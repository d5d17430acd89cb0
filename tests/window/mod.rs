//! The real window, on a virtual screen with a software renderer, played by a script through its own input.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use bevy::asset::RenderAssetUsages;
use bevy::image::{CompressedImageFormats, Image, ImageSampler, ImageType};

const GAME: &str = env!("CARGO_BIN_EXE_correlation");

/// Runs a command to its end, at most so long.
fn run(command: &mut Command, limit: Duration) -> Output {
    let mut child =
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
    let began = Instant::now();
    while child.try_wait().expect("the program can be waited for").is_none() {
        if began.elapsed() > limit {
            child.kill().expect("the program can be stopped");
            break;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    child.wait_with_output().expect("what the program said can be read")
}

/// Whether there is a virtual screen. Where nobody promised one the test says that it skips.
fn has_virtual_screen() -> bool {
    let found = Command::new("xvfb-run").arg("--help").stdout(Stdio::null()).status().is_ok();
    if !found {
        assert!(
            std::env::var_os("CI").is_none(),
            "xvfb-run is missing; install xvfb and mesa-vulkan-drivers"
        );
        eprintln!("skipped: xvfb-run is missing (install xvfb and mesa-vulkan-drivers to run this test)");
    }
    found
}

fn play(size: (u32, u32)) {
    let name = format!("{}x{}", size.0, size.1);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("window").join(&name);
    let _ = std::fs::remove_dir_all(&folder);
    let shots = folder.join("shots");
    let mut command = Command::new("xvfb-run");
    command
        .args(["-a", "-s", &format!("-screen 0 {name}x24"), GAME, "--seed", "1", "--size", &name])
        .arg("--home")
        .arg(folder.join("home"))
        .arg("--script")
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/window/play.ron"))
        .arg("--shots")
        .arg(&shots)
        .env("CORRELATION_CONTENT", env!("CARGO_MANIFEST_DIR"));
    let output = run(&mut command, Duration::from_secs(600));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "the script did not come to its end:\n{said}");
    for number in 1..=18 {
        let shot = shot(&shots, number);
        let colours = colours(&shot, size);
        // An empty sheet has one or two; paper, sea, five tints, ink and the edges of letters make hundreds.
        assert!(colours > 200, "{} has only {colours} colours", shot.display());
    }
}

/// The picture whose name begins with a number.
fn shot(folder: &Path, number: u32) -> PathBuf {
    let beginning = format!("{number:02}-");
    let files =
        std::fs::read_dir(folder).expect("the script left pictures").flatten().map(|entry| entry.path());
    let is_it =
        |file: &PathBuf| file.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&beginning));
    files
        .into_iter()
        .find(is_it)
        .unwrap_or_else(|| panic!("picture {number} is missing in {}", folder.display()))
}

/// How many colours a picture has.
fn colours(file: &Path, size: (u32, u32)) -> usize {
    let bytes = std::fs::read(file).expect("the picture can be read");
    let (kind, formats) = (ImageType::Extension("png"), CompressedImageFormats::NONE);
    let usages = RenderAssetUsages::MAIN_WORLD;
    let image = Image::from_buffer(&bytes, kind, formats, true, ImageSampler::Default, usages);
    let image = image.expect("the picture is one");
    assert_eq!((image.width(), image.height()), size, "{}", file.display());
    let pixels = image.data.expect("the picture has pixels");
    pixels.chunks_exact(4).map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect::<BTreeSet<_>>().len()
}

#[test]
fn a_person_can_play_two_years_in_a_small_window() {
    if has_virtual_screen() {
        play((1280, 720));
    }
}

#[test]
fn a_person_can_play_two_years_in_a_large_window() {
    if has_virtual_screen() {
        play((1920, 1080));
    }
}

#[test]
#[cfg(target_os = "linux")]
fn without_a_display_the_game_says_what_to_do() {
    for display in [None, Some(":4711")] {
        let mut command = Command::new(GAME);
        command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
        if let Some(display) = display {
            command.env("DISPLAY", display);
        }
        let output = run(&mut command, Duration::from_secs(60));
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success() && said.contains("cof run"), "{said}");
    }
}
