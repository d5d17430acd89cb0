//! The title screen: the name of the game as a poster, over the map of the campaign's first month.

use egui::{Align2, Area, Context, Frame, Id, Order, Rect, Stroke, Ui, pos2, vec2};

use super::wide_button;
use crate::desktop::library::Library;
use crate::desktop::names::named;
use crate::desktop::shell::{AppState, Modal, Shell};
use crate::desktop::theme::{Theme, caps_galley, quiet, size, space};
use crate::desktop::topbar::emblem;

/// What the title screen asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TitleChoice {
    /// Another screen.
    Go(AppState),
    /// Leave the game.
    Quit,
}

/// Draws the title screen.
pub fn title(ctx: &Context, library: &Library, can_go_on: bool, shell: &mut Shell) -> Option<TitleChoice> {
    let theme = Theme::of_context(ctx);
    let screen = ctx.viewport_rect();
    let width = 400.0_f32.min(screen.width() - 2.0 * space::L);
    let sheet = Rect::from_min_size(pos2(screen.left() + 56.0, screen.top()), vec2(width, screen.height()));
    let mut choice = None;
    Area::new(Id::new("title")).order(Order::Middle).fixed_pos(sheet.min).constrain(false).show(ctx, |ui| {
        let frame = Frame::new().fill(theme.paper).inner_margin(egui::Margin::same(32));
        frame.stroke(Stroke::new(1.0, theme.ink)).show(ui, |ui| {
            ui.set_min_size(sheet.size() - vec2(66.0, 66.0));
            ui.set_max_width(sheet.width() - 66.0);
            heading(ui, &theme);
            ui.add_space(space::XL);
            ui.spacing_mut().item_spacing.y = space::S;
            choice = buttons(ui, library, can_go_on, shell);
            ui.add_space(space::S);
            state_of_content(ui, &theme, library, shell);
        });
    });
    choice
}

fn heading(ui: &mut Ui, theme: &Theme) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 150.0), egui::Sense::hover());
    let painter = ui.painter();
    emblem(painter, rect.left_top() + vec2(17.0, 17.0), 17.0, theme);
    let mut y = rect.top() + 50.0;
    for line in ["Correlation", "of forces"] {
        let full = rect.width();
        let plain = caps_galley(painter, line, size::POSTER, 0.0, theme.ink);
        // Both lines in one size, the longer one as wide as the sheet.
        let longest = caps_galley(painter, "Correlation", size::POSTER, 0.0, theme.ink);
        let fitted = (size::POSTER * full / longest.size().x).floor();
        let galley =
            if fitted < size::POSTER { caps_galley(painter, line, fitted, 0.0, theme.ink) } else { plain };
        let height = galley.size().y;
        painter.galley(pos2(rect.left(), y), galley, theme.ink);
        y += height * 0.86;
    }
    let rule = Rect::from_min_size(pos2(rect.left(), rect.bottom() - 4.0), vec2(rect.width(), 4.0));
    painter.rect_filled(rule.with_max_x(rule.center().x), 0.0, theme.planners);
    painter.rect_filled(rule.with_min_x(rule.center().x), 0.0, theme.western);
    ui.add_space(space::S);
    ui.label(quiet(ui, "States, classes and movements of two social systems, 1928–1991"));
}

fn buttons(ui: &mut Ui, library: &Library, can_go_on: bool, shell: &mut Shell) -> Option<TitleChoice> {
    let mut choice = None;
    let ready = library.content().is_some();
    if can_go_on && named("menu.continue", wide_button(ui, "Continue", true)).clicked() {
        choice = Some(TitleChoice::Go(AppState::Campaign));
    }
    ui.add_enabled_ui(ready, |ui| {
        if named("menu.new", wide_button(ui, "New campaign", !can_go_on)).clicked() {
            choice = Some(TitleChoice::Go(AppState::ChooseSeat));
        }
        let mut open = |ui: &mut Ui, name: &str, words: &str, modal: Modal| {
            if named(name, wide_button(ui, words, false)).clicked() {
                shell.modal = Some(modal);
            }
        };
        open(ui, "menu.load", "Load", Modal::Saves);
        open(ui, "menu.missions", "Guided missions", Modal::Missions);
        open(ui, "menu.model", "Model card", Modal::ModelCard);
    });
    if named("menu.credits", wide_button(ui, "Credits", false)).clicked() {
        shell.modal = Some(Modal::Credits);
    }
    if named("menu.settings", wide_button(ui, "Settings", false)).clicked() {
        shell.modal = Some(Modal::Settings);
    }
    if named("menu.quit", wide_button(ui, "Quit", false)).clicked() {
        choice = Some(TitleChoice::Quit);
    }
    choice
}

fn state_of_content(ui: &mut Ui, theme: &Theme, library: &Library, shell: &mut Shell) {
    if library.is_reading() {
        ui.label(quiet(ui, "Reading the campaign …"));
        ui.ctx().request_repaint();
    } else if let Some(report) = library.broken() {
        ui.label(egui::RichText::new("The campaign cannot be played as it is.").color(theme.warning_text));
        let words = "Show what is wrong";
        if named("menu.problems", wide_button(ui, words, true)).clicked() {
            shell.problem("The campaign cannot be played as it is", report);
        }
    } else if let Some(content) = library.content() {
        let scenario = &content.scenario;
        ui.label(egui::RichText::new(&scenario.name).font(Theme::strong(size::BODY)).color(theme.ink));
        ui.label(quiet(ui, &scenario.summary));
        if !library.findings().is_empty() && super::super::theme::opens(ui, "Notes on the content").clicked()
        {
            shell.problem("Notes on the content", library.findings());
        }
    }
    let version = format!("version {}", env!("CARGO_PKG_VERSION"));
    let at = ui.max_rect().left_bottom() + vec2(0.0, 12.0);
    ui.painter().text(at, Align2::LEFT_BOTTOM, version, Theme::body(size::TINY), theme.ink_quiet);
}
