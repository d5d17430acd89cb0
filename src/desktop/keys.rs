//! Keys that work in a campaign and everywhere.

use egui::{Context, Key, Modifiers, Popup};

use super::intents::{Intent, Intents, Pace, PanelKind};
use super::shell::{AppState, Shell};

/// Keys that open and close panels.
pub const PANEL_KEYS: [(Key, PanelKind); 15] = [
    (Key::I, PanelKind::Inspector),
    (Key::C, PanelKind::Chronicle),
    (Key::G, PanelKind::Chart),
    (Key::O, PanelKind::Orders),
    (Key::T, PanelKind::Ledger),
    (Key::J, PanelKind::Outcome),
    (Key::E, PanelKind::Economy),
    (Key::S, PanelKind::Society),
    (Key::R, PanelKind::Movements),
    (Key::D, PanelKind::Diplomacy),
    (Key::U, PanelKind::Organisation),
    (Key::N, PanelKind::Doctrine),
    (Key::K, PanelKind::Crisis),
    (Key::W, PanelKind::War),
    (Key::L, PanelKind::Legend),
];

/// Reads the keys of this frame, unless somebody types into a field.
pub fn read_keys(ctx: &Context, shell: &Shell, state: AppState, intents: &mut Intents) {
    let pressed = |key: Key| ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if ctx.input(|input| input.key_pressed(Key::Escape)) && !ctx.text_edit_focused() {
        pressed(Key::Escape);
        // An open list lies on top of the panel it belongs to.
        match Popup::is_any_open(ctx) {
            true => Popup::close_all(ctx),
            false => intents.push(Intent::Back),
        }
        return;
    }
    if ctx.text_edit_focused() || state != AppState::Campaign || shell.modal.is_some() {
        return;
    }
    if pressed(Key::Space) {
        intents.push(Intent::TogglePause);
    }
    if pressed(Key::ArrowRight) {
        intents.push(Intent::Step);
    }
    for (key, speed) in [(Key::Num1, 1), (Key::Num2, 2), (Key::Num3, 3), (Key::Num4, 4), (Key::Num5, 5)] {
        if pressed(key) {
            intents.push(Intent::SetPace(Pace::Running(speed)));
        }
    }
    if pressed(Key::M) {
        intents.push(Intent::MapMode(shell.mode.next()));
    }
    if pressed(Key::F5) {
        intents.push(Intent::Save("Quick save".into()));
    }
    for (key, panel) in PANEL_KEYS {
        if pressed(key) {
            let open = shell.open.contains(&panel);
            intents.push(if open { Intent::Close(panel) } else { Intent::Open(panel) });
        }
    }
}
