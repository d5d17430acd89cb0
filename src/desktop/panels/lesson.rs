//! A lesson over the screen: a card that says what to do and why, and a cut-out around the widget it speaks of.
//! Nothing is blocked; the rest of the screen is only dimmed.

use egui::{
    Area, Color32, Context, Frame, Id, LayerId, Order, Pos2, Rect, Stroke, StrokeKind, Ui, Vec2, pos2, vec2,
};

use crate::desktop::intents::{Intent, Intents, PanelKind};
use crate::desktop::names::{find, named, place};
use crate::desktop::theme::{Sheet, Theme, Weight, poster_choice, quiet, size, space, text};
use crate::desktop::widgets::{named_button, section};
use crate::view::words::{fill, text as say};
use crate::view::{AskView, LessonView};

/// Width of the card.
const CARD: f32 = 340.0;

/// The lesson's card and its cut-out, over the whole screen.
pub fn lesson_overlay(ctx: &Context, view: &LessonView, intents: &mut Intents) {
    let target = view.highlight.iter().find_map(|name| find(ctx, name)).filter(Rect::is_positive);
    let target = target.map(|rect| rect.expand(space::XS));
    let screen = ctx.content_rect();
    if let Some(target) = target.filter(|target| target.intersects(screen)) {
        cut_out(ctx, screen, target);
    }
    let at = free_side(screen, target, remembered_height(ctx));
    let area = Area::new(Id::new("lesson card")).order(Order::Foreground).fixed_pos(at).constrain_to(screen);
    let drawn = area.show(ctx, |ui| {
        ui.set_width(CARD);
        Frame::new().show(ui, |ui| card(ui, view, target.is_none(), intents));
    });
    place(ctx, PanelKind::Mission.name(), drawn.response.rect);
    ctx.data_mut(|data| data.insert_temp(height_id(), drawn.response.rect.height()));
}

fn height_id() -> Id {
    Id::new("lesson card height")
}

fn remembered_height(ctx: &Context) -> f32 {
    ctx.data(|data| data.get_temp(height_id())).unwrap_or(300.0)
}

/// Dims everything but the target and draws a frame round it, which breathes unless motion is reduced.
fn cut_out(ctx: &Context, screen: Rect, target: Rect) {
    let theme = Theme::of_context(ctx);
    let painter = ctx.layer_painter(LayerId::new(Order::Middle, Id::new("lesson dimming")));
    let dim = Color32::from_black_alpha(90);
    let hole = target.intersect(screen);
    let above = Rect::from_min_max(screen.min, pos2(screen.right(), hole.top()));
    let below = Rect::from_min_max(pos2(screen.left(), hole.bottom()), screen.max);
    let left = Rect::from_min_max(pos2(screen.left(), hole.top()), pos2(hole.left(), hole.bottom()));
    let right = Rect::from_min_max(pos2(hole.right(), hole.top()), pos2(screen.right(), hole.bottom()));
    for part in [above, below, left, right] {
        painter.rect_filled(part, 0.0, dim);
    }
    let breath = if theme.reduced_motion {
        0.0
    } else {
        ctx.request_repaint_after_secs(0.05);
        // A breath takes three seconds.
        let phase = (ctx.input(|input| input.time) % 3.0) as f32 * std::f32::consts::TAU / 3.0;
        phase.sin() * 0.5 + 0.5
    };
    let stroke = Stroke::new(2.0 + breath, theme.attention);
    painter.rect_stroke(hole.expand(2.0 * breath), 0.0, stroke, StrokeKind::Outside);
}

/// A place for the card that leaves the target free: beside it where there is room, else below or above it; without a
/// target, low in the middle.
fn free_side(screen: Rect, target: Option<Rect>, height: f32) -> Pos2 {
    let size = vec2(CARD + 2.0 * space::M, height);
    let Some(target) = target else {
        return pos2(screen.center().x - size.x / 2.0, (screen.bottom() - size.y - 80.0).max(screen.top()));
    };
    let gap = space::M;
    let y = (target.center().y - size.y / 2.0)
        .clamp(screen.top() + gap, (screen.bottom() - size.y - gap).max(screen.top() + gap));
    let x = (target.center().x - size.x / 2.0)
        .clamp(screen.left() + gap, (screen.right() - size.x - gap).max(screen.left() + gap));
    let places = [
        pos2(target.right() + gap, y),
        pos2(target.left() - gap - size.x, y),
        pos2(x, target.bottom() + gap),
        pos2(x, target.top() - gap - size.y),
    ];
    let fits = |at: &&Pos2| screen.contains_rect(Rect::from_min_size(**at, Vec2::new(size.x, size.y)));
    places.iter().find(fits).copied().unwrap_or(pos2(x, y))
}

fn card(ui: &mut Ui, view: &LessonView, target_hidden: bool, intents: &mut Intents) {
    let theme = Theme::of(ui);
    let step = fill(say!("t.step"), &[("n", &view.step.to_string()), ("of", &view.steps.to_string())]);
    let closed = Sheet::new(&view.title).colour(theme.attention).closes("mission.leave").show(
        ui,
        |ui| {
            let words = quiet(ui, step);
            ui.label(words);
        },
        |ui| {
            if let Some(notice) = &view.notice {
                ui.label(egui::RichText::new(notice).color(theme.warning_text));
            }
            ui.label(egui::RichText::new(&view.say).font(Theme::strong(size::LARGE)).color(theme.ink));
            if let Some(name) = view.highlight.first().filter(|_| target_hidden) {
                let words = quiet(ui, fill(say!("t.open_first"), &[("what", panel_of(name))]));
                ui.label(words);
            }
            if !view.how.is_empty() {
                section(ui, say!("t.how"));
                for (number, line) in view.how.iter().enumerate() {
                    let words = text(ui, format!("{}. {line}", number + 1));
                    ui.label(words);
                }
            }
            section(ui, say!("t.why"));
            let words = text(ui, &view.why);
            ui.label(words);
            for hint in &view.hints {
                let words = quiet(ui, format!("{}: {hint}", say!("t.hint")));
                ui.label(words);
            }
            if let Some(ask) = &view.ask {
                question(ui, ask, intents);
            }
            buttons(ui, view, intents);
        },
    );
    if closed {
        intents.push(Intent::MissionLeave);
    }
}

/// The panel in which a named widget lives, in words: the part of its name before the first dot.
fn panel_of(name: &str) -> &str {
    let path = name.strip_prefix("panel.").unwrap_or(name);
    path.split('.').next().unwrap_or(path)
}

fn question(ui: &mut Ui, ask: &AskView, intents: &mut Intents) {
    ui.add_space(space::S);
    ui.label(egui::RichText::new(&ask.question).font(Theme::strong(size::BODY)));
    ui.horizontal_wrapped(|ui| {
        for (choice, words) in ask.choices.iter().enumerate() {
            let name = format!("mission.answer.{choice}");
            if named(&name, poster_choice(ui, words, ask.answered == Some(choice))).clicked() {
                intents.push(Intent::MissionAnswer { question: ask.id.clone(), choice });
            }
        }
    });
    if ask.answered.is_some() && !ask.explain.is_empty() {
        let words = quiet(ui, &ask.explain);
        ui.label(words);
    }
}

fn buttons(ui: &mut Ui, view: &LessonView, intents: &mut Intents) {
    ui.add_space(space::S);
    ui.horizontal_wrapped(|ui| {
        if view.done {
            if named_button(ui, "mission.next", say!("t.next"), Weight::Main).clicked() {
                intents.push(Intent::MissionSkip);
            }
            let words = quiet(ui, say!("t.done"));
            ui.label(words);
            return;
        }
        if view.can_show && named_button(ui, "mission.show_me", say!("t.show_me"), Weight::Plain).clicked() {
            intents.push(Intent::MissionShowMe);
        }
        if named_button(ui, "mission.skip", say!("t.skip"), Weight::Plain).clicked() {
            intents.push(Intent::MissionSkip);
        }
    });
}
