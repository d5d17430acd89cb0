//! Where the panels of a campaign have their place.

use egui::{Context, Rect, pos2};

use super::intents::PanelKind;
use super::names::find;
use super::shell::Shell;
use super::theme::space;

/// Width of a window in which the inspector and the panel beside it stand side by side.
const WIDE_SCREEN: f32 = 1600.0;
/// Narrowest and widest room of that panel.
const BESIDE: (f32, f32) = (520.0, 640.0);
/// Narrowest middle that has room for the chronicle and wide panels.
pub(super) const MIDDLE: f32 = 560.0;
/// Height of the row of tabs.
pub(super) const TABS: f32 = 30.0;
/// Width of the row of tabs.
const TABS_WIDTH: f32 = 866.0;
/// Height of the chronicle.
pub(super) const CHRONICLE: f32 = 168.0;

/// Where the panels of a campaign have their place.
pub(super) struct Rooms {
    /// Under the bar.
    pub below: Rect,
    /// The column of inspector and reasons, if it is shown.
    pub right: Rect,
    /// Economy, society or movements, left of that column or in its place.
    pub beside: Rect,
    /// Between the column at the left and what stands at the right.
    pub middle: Rect,
    /// Of the map, what no panel covers: beside the legend, and over it.
    pub free: [Rect; 2],
    /// Whether the inspector and the panel beside it fit side by side.
    pub side_by_side: bool,
}

impl Rooms {
    pub fn of(ctx: &Context, shell: &Shell) -> Self {
        let screen = ctx.viewport_rect();
        let below = screen.with_min_y(screen.top() + space::TOP_BAR).shrink(space::M);
        let right = below.with_min_x(below.right() - space::RIGHT);
        let side_by_side = screen.width() >= WIDE_SCREEN;
        let opened = beside_panel(shell).is_some();
        let inspector = shell.open.contains(&PanelKind::Inspector) && shell.selection.is_some();
        let column = shell.open.contains(&PanelKind::Why) || inspector && (side_by_side || !opened);
        let edge = if column { right.left() - space::S } else { below.right() };
        let width = (screen.width() * 0.44).clamp(BESIDE.0, BESIDE.1);
        // In a small window it leaves the tabs free.
        let lower = if edge - width < below.left() + TABS_WIDTH { TABS } else { 0.0 };
        let room = Rect::from_min_max(pos2(edge - width, below.top() + lower), pos2(edge, below.bottom()));
        // Without such a panel the middle keeps its place whether or not the column is shown.
        let end = if opened { room.left() } else { right.left() } - space::S;
        let left = below.left() + space::LEFT + space::S;
        let middle = Rect::from_min_max(pos2(left, below.top()), pos2(end, below.bottom()));
        let bottom = if middle.width() >= MIDDLE { below.bottom() - CHRONICLE } else { below.bottom() };
        let right_end = if opened { end } else { edge - space::S };
        let beside = Rect::from_min_max(pos2(left, below.top() + TABS), pos2(right_end, bottom - space::S));
        let legend = find(ctx, PanelKind::Legend.name()).filter(|_| shell.open.contains(&PanelKind::Legend));
        let over = beside.with_min_x(below.left());
        let free =
            [beside, over.with_max_y(legend.map_or(over.bottom(), |legend| legend.top().min(over.bottom())))];
        Self { below, right, beside: room, middle, free, side_by_side }
    }
}

/// The panel that is open in the room beside the inspector.
pub(super) fn beside_panel(shell: &Shell) -> Option<PanelKind> {
    PanelKind::BESIDE.into_iter().find(|kind| shell.open.contains(kind))
}
