//! egui's style made of the tokens.

use egui::style::{Selection, WidgetVisuals};
use egui::{Color32, Context, CornerRadius, FontFamily, FontId, Id, Shadow, Stroke, TextStyle, Ui, Visuals};

use super::fonts::{POSTER, STRONG};
use super::tokens::{Light, Tokens, size, space};

/// The look in force, readable from everywhere that draws.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Theme {
    /// Colours.
    pub tokens: Tokens,
    /// Whether movement on the screen is reduced.
    pub reduced_motion: bool,
}

impl std::ops::Deref for Theme {
    type Target = Tokens;
    fn deref(&self) -> &Tokens {
        &self.tokens
    }
}

impl Default for Theme {
    fn default() -> Self {
        Self { tokens: Light::default().tokens(), reduced_motion: false }
    }
}

fn store() -> Id {
    Id::new("theme in force")
}

impl Theme {
    /// The look in force where something is drawn.
    pub fn of(ui: &Ui) -> Self {
        Self::of_context(ui.ctx())
    }

    /// The look in force in a context; the light one before [`apply`] was called.
    pub fn of_context(ctx: &Context) -> Self {
        ctx.data(|data| data.get_temp(store())).unwrap_or_default()
    }

    /// The poster face in a size: headings, labels, buttons.
    pub fn poster(size: f32) -> FontId {
        FontId::new(size, FontFamily::Name(POSTER.into()))
    }

    /// The text face, strong.
    pub fn strong(size: f32) -> FontId {
        FontId::new(size, FontFamily::Name(STRONG.into()))
    }

    /// The text face.
    pub fn body(size: f32) -> FontId {
        FontId::new(size, FontFamily::Proportional)
    }
}

/// Puts a look in force.
pub fn apply(ctx: &Context, theme: Theme) {
    ctx.data_mut(|data| data.insert_temp(store(), theme));
    ctx.all_styles_mut(|style| {
        style.text_styles = [
            (TextStyle::Small, Theme::body(size::TINY)),
            (TextStyle::Body, Theme::body(size::BODY)),
            (TextStyle::Monospace, Theme::body(size::BODY)),
            (TextStyle::Button, Theme::poster(size::SMALL)),
            (TextStyle::Heading, Theme::poster(size::LARGE)),
        ]
        .into();
        style.visuals = visuals(&theme.tokens);
        style.spacing.item_spacing = egui::vec2(space::S, space::XS);
        style.spacing.button_padding = egui::vec2(space::M, space::XS);
        style.spacing.interact_size = egui::vec2(32.0, 24.0);
        style.spacing.menu_margin = (space::S as i8).into();
        style.spacing.window_margin = (space::M as i8).into();
        style.spacing.tooltip_width = 320.0;
        style.spacing.scroll =
            egui::style::ScrollStyle { bar_width: 6.0, ..egui::style::ScrollStyle::thin() };
        // Flat colour only: nothing fades.
        style.spacing.scroll.fade.strength = 0.0;
        style.animation_time = if theme.reduced_motion { 0.0 } else { 0.1 };
        style.interaction.selectable_labels = false;
        style.interaction.tooltip_delay = 0.25;
    });
}

fn visuals(t: &Tokens) -> Visuals {
    let state = |fill: Color32, line: Color32, ink: Color32, width: f32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(width, line),
        corner_radius: CornerRadius::ZERO,
        fg_stroke: Stroke::new(1.0, ink),
        expansion: 0.0,
    };
    let mut v = match t.light {
        Light::DayAtlas => Visuals::light(),
        Light::NightDesk => Visuals::dark(),
    };
    v.widgets.noninteractive = state(t.paper, t.line, t.ink, 1.0);
    v.widgets.inactive = state(t.paper_shade, t.ink_quiet, t.ink, 1.0);
    v.widgets.hovered = state(t.line, t.ink, t.ink, 1.0);
    v.widgets.active = state(t.attention, t.ink, t.on_attention, 1.0);
    v.widgets.open = state(t.paper_shade, t.ink, t.ink, 1.0);
    v.selection = Selection { bg_fill: t.attention, stroke: Stroke::new(1.0, t.on_attention) };
    v.override_text_color = Some(t.ink);
    v.weak_text_color = Some(t.ink_quiet);
    v.hyperlink_color = t.warning_text;
    v.faint_bg_color = t.paper_shade;
    v.extreme_bg_color = t.paper_shade;
    v.text_edit_bg_color = Some(t.paper_shade);
    v.code_bg_color = t.paper_shade;
    v.warn_fg_color = t.warning_text;
    v.error_fg_color = t.warning_text;
    v.window_corner_radius = CornerRadius::ZERO;
    v.menu_corner_radius = CornerRadius::ZERO;
    v.window_shadow = Shadow::NONE;
    v.popup_shadow = Shadow { offset: [2, 2], blur: 0, spread: 0, color: Color32::from_black_alpha(70) };
    v.window_fill = t.paper;
    v.window_stroke = Stroke::new(1.0, t.ink);
    v.panel_fill = t.paper;
    v.striped = false;
    v.slider_trailing_fill = true;
    v.handle_shape = egui::style::HandleShape::Rect { aspect_ratio: 0.5 };
    v
}
