//! Names of widgets: what missions highlight, automated runs click and tests look for.
//!
//! A name is a dotted path (`topbar.step`, `map.mode.system`, `panel.chart`, `orders.aid`). The rectangle of a
//! named widget is kept for the frame after it was drawn; the name is also the author id of its AccessKit node.

use std::collections::BTreeMap;

use egui::{Context, Id, Rect, Response};

/// Rectangles of the widgets named in one frame.
#[derive(Debug, Clone, Default)]
struct Drawn {
    frame: u64,
    now: BTreeMap<String, Rect>,
    before: BTreeMap<String, Rect>,
}

fn store() -> Id {
    Id::new("names of widgets")
}

/// Gives a widget its registered name; returns the same response.
pub fn named(name: &str, response: Response) -> Response {
    response.ctx.accesskit_node_builder(response.id, |node| node.set_author_id(name));
    place(&response.ctx, name, response.interact_rect);
    let wanted = response.ctx.data(|data| data.get_temp::<Wanted>(store()));
    if wanted.is_some_and(|wanted| wanted.0 == name) {
        response.scroll_to_me(None);
        response.ctx.data_mut(|data| data.remove::<Wanted>(store()));
    }
    response
}

/// A widget that shall be scrolled to.
#[derive(Debug, Clone)]
struct Wanted(String);

/// Scrolls to a named widget that lies outside what is shown of its list.
pub fn reveal(ctx: &Context, name: &str) {
    ctx.data_mut(|data| data.insert_temp(store(), Wanted(name.to_owned())));
    ctx.request_repaint();
}

/// Gives a part of the screen that is no widget a registered name.
pub fn place(ctx: &Context, name: &str, rect: Rect) {
    let frame = ctx.cumulative_frame_nr();
    ctx.data_mut(|data| {
        let drawn = data.get_temp_mut_or_default::<Drawn>(store());
        if drawn.frame != frame {
            drawn.before = std::mem::take(&mut drawn.now);
            drawn.frame = frame;
        }
        drawn.now.insert(name.to_owned(), rect);
    });
}

/// Where a named widget was drawn in this frame or the one before; `None` if it is not on the screen.
pub fn find(ctx: &Context, name: &str) -> Option<Rect> {
    ctx.data_mut(|data| {
        let drawn = data.get_temp_mut_or_default::<Drawn>(store());
        drawn.now.get(name).or_else(|| drawn.before.get(name)).copied()
    })
}

/// All names on the screen, in alphabetical order.
pub fn all(ctx: &Context) -> Vec<String> {
    ctx.data_mut(|data| {
        let drawn = data.get_temp_mut_or_default::<Drawn>(store());
        let mut names: Vec<String> = drawn.now.keys().chain(drawn.before.keys()).cloned().collect();
        names.sort();
        names.dedup();
        names
    })
}
