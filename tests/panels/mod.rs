//! Panels under `egui_kittest`: every panel at several sizes, scales and fillings runs without panic, without two
//! widgets of one id, and with a name on everything that can be pressed.

mod behaviour;
mod crisis;
mod diplomacy;
mod doctrine;
mod economy;
mod organisation;
mod samples;
mod society;
mod sweep;
mod war;

use std::path::Path;

use correlation::desktop::intents::Intents;
use correlation::desktop::theme::{Theme, apply, load_fonts};
use egui::{Rect, Ui, UiBuilder, Vec2, pos2, vec2};
use egui_kittest::Harness;

/// What a test sees of the frames it ran.
#[derive(Default)]
pub struct Seen {
    dressed: bool,
    /// Everything that was pushed.
    pub intents: Intents,
}

/// A harness of a window of `pixels` at `scale` in which a panel is drawn over `room`.
pub fn window<'a>(
    pixels: Vec2,
    scale: f32,
    room: impl Fn(Rect) -> Rect + 'a,
    panel: impl Fn(&mut Ui, &mut Intents) + 'a,
) -> Harness<'a, Seen> {
    let draw = move |ui: &mut Ui, seen: &mut Seen| {
        if !seen.dressed {
            // Fonts are there from the next frame on.
            let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
            ui.ctx().set_fonts(load_fonts(&assets).expect("the fonts are in the package"));
            ui.ctx().options_mut(|options| options.warn_on_id_clash = true);
            apply(ui.ctx(), Theme { reduced_motion: true, ..Theme::default() });
            seen.dressed = true;
            return;
        }
        let rect = room(ui.ctx().content_rect());
        ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| panel(ui, &mut seen.intents));
    };
    let builder = Harness::builder().with_size(pixels / scale).with_pixels_per_point(scale);
    let mut harness = builder.build_ui_state(draw, Seen::default());
    harness.run_steps(4);
    harness
}

/// The room at the right side, as the inspector has it.
pub fn right_side(screen: Rect) -> Rect {
    let width = 340.0_f32.min(screen.width());
    Rect::from_min_max(pos2(screen.right() - width, screen.top() + 52.0), screen.max)
}

/// The room along the bottom, as the chronicle has it.
pub fn bottom(screen: Rect) -> Rect {
    Rect::from_min_max(pos2(screen.left(), screen.bottom() - 180.0), screen.max)
}

/// Nearly the whole window.
pub fn middle(screen: Rect) -> Rect {
    screen.shrink2(vec2(20.0, 60.0).min(screen.size() / 4.0))
}

/// A window of common size.
pub const COMMON: Vec2 = vec2(1280.0, 720.0);
