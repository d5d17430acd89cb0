//! Tables of figures: names at the left, columns of equal width at the right, headings that wrap, rows that fit any
//! width.

use std::sync::Arc;

use egui::text::{LayoutJob, TextWrapping};
use egui::{Align, Align2, Color32, Galley, Rect, Response, Sense, Ui, WidgetInfo, WidgetType, pos2, vec2};

use super::{dots, opening, row_height};
use crate::desktop::names::named;
use crate::desktop::theme::{Theme, size, space};
use crate::view::Explained;

/// What stands in a cell.
#[derive(Debug, Clone)]
pub enum Cell<'a> {
    /// Words or a figure.
    Plain(String),
    /// A figure that warns.
    Warning(String),
    /// A figure that opens into the terms of a number.
    Opens(String, &'a Explained),
}

/// A table while it is drawn.
#[derive(Debug, Clone)]
pub struct Table {
    name: String,
    /// Share of the width that names take.
    names: f32,
    columns: usize,
}

/// Space between two columns.
const GAP: f32 = space::S;

impl Table {
    /// Draws the headings of a table whose names take a share of the width (0–1).
    pub fn begin(ui: &mut Ui, name: &str, names: f32, heads: &[&str]) -> Self {
        let table = Self { name: name.into(), names, columns: heads.len() };
        let theme = Theme::of(ui);
        let width = ui.available_width();
        let room = table.column_width(width) - GAP;
        let lines: Vec<Arc<Galley>> = heads.iter().map(|head| heading(ui, head, room, &theme)).collect();
        let height = lines.iter().map(|line| line.size().y).fold(0.0, f32::max) + space::XS;
        let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
        for (column, line) in lines.into_iter().enumerate() {
            let cell = table.cell(rect, column);
            let at = pos2(cell.right(), rect.bottom() - 2.0 - line.size().y);
            ui.painter().galley(at, line, theme.ink_quiet);
        }
        ui.painter().hline(rect.x_range(), rect.bottom(), (space::LINE, theme.line));
        table
    }

    fn column_width(&self, width: f32) -> f32 {
        (width * (1.0 - self.names) / self.columns.max(1) as f32).max(1.0)
    }

    fn cell(&self, row: Rect, column: usize) -> Rect {
        let width = self.column_width(row.width());
        let left = row.right() - width * (self.columns - column) as f32;
        Rect::from_x_y_ranges(left + GAP..=left + width, row.y_range())
    }

    /// A row; its response covers the whole row, and its name stands at the left. `name` is unique in the table.
    pub fn row(&self, ui: &mut Ui, name: &str, words: &str, cells: &[Cell<'_>]) -> Response {
        self.draw(ui, name, words, cells, false)
    }

    /// A row whose name leads somewhere: clicked when the response says so.
    pub fn link(&self, ui: &mut Ui, name: &str, words: &str, cells: &[Cell<'_>]) -> Response {
        self.draw(ui, name, words, cells, true)
    }

    fn draw(&self, ui: &mut Ui, name: &str, words: &str, cells: &[Cell<'_>], leads: bool) -> Response {
        let theme = Theme::of(ui);
        let sense = if leads { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), row_height(ui)), sense);
        let figures: Vec<&str> = cells.iter().map(Cell::words).collect();
        let label = format!("{words}, {}", figures.join(", "));
        let kind = if leads { WidgetType::Link } else { WidgetType::Label };
        response.widget_info(|| WidgetInfo::labeled(kind, true, &label));
        let name = format!("{}.{name}", self.name);
        if ui.is_rect_visible(rect) {
            if leads && (response.hovered() || response.has_focus()) {
                ui.painter().rect_filled(rect, 0.0, theme.paper_shade);
            }
            let room =
                Rect::from_x_y_ranges(rect.left()..=rect.left() + rect.width() * self.names, rect.y_range());
            let right = line(ui, room, words, theme.ink, Align2::LEFT_CENTER).right();
            if leads {
                dots(ui, rect.left(), right, rect.center().y + size::SMALL * 0.7);
            }
        }
        for (column, cell) in cells.iter().enumerate().take(self.columns) {
            let room = self.cell(rect, column);
            match cell {
                Cell::Plain(figure) => {
                    line(ui, room, figure, theme.ink, Align2::RIGHT_CENTER);
                }
                Cell::Warning(figure) => {
                    line(ui, room, figure, theme.warning_text, Align2::RIGHT_CENTER);
                }
                Cell::Opens(figure, number) => {
                    let painted = line(ui, room, figure, theme.ink, Align2::RIGHT_CENTER);
                    dots(ui, painted.left(), painted.right(), rect.center().y + size::SMALL * 0.7);
                    let name = format!("{name}.{column}");
                    let response =
                        ui.interact(painted.expand2(vec2(2.0, 4.0)), ui.id().with(&name), Sense::click());
                    opening(&name, response, number);
                }
            }
        }
        if leads {
            return named(&name, response.on_hover_cursor(egui::CursorIcon::PointingHand));
        }
        named(&name, response)
    }
}

impl Cell<'_> {
    fn words(&self) -> &str {
        match self {
            Self::Plain(words) | Self::Warning(words) | Self::Opens(words, _) => words,
        }
    }
}

fn heading(ui: &Ui, words: &str, room: f32, theme: &Theme) -> Arc<Galley> {
    let mut job =
        LayoutJob::simple(words.to_owned(), Theme::body(size::TINY), theme.ink_quiet, room.max(1.0));
    job.halign = Align::RIGHT;
    job.wrap.max_rows = 2;
    ui.painter().layout_job(job)
}

/// Paints one line of text into a room, cut to its width; returns where it stands.
pub(in crate::desktop) fn line(ui: &Ui, room: Rect, words: &str, ink: Color32, align: Align2) -> Rect {
    let mut job = LayoutJob::simple_singleline(words.to_owned(), Theme::body(size::SMALL), ink);
    job.wrap = TextWrapping::truncate_at_width(room.width().max(1.0));
    let galley = ui.painter().layout_job(job);
    let at = align.align_size_within_rect(galley.size(), room);
    ui.painter().galley(at.min, galley, ink);
    at
}
