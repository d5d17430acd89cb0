//! Trade flows over the land: a curved line a flow, as wide as its volume; full where the state looked at sells, broken
//! where it buys.

use egui::{Color32, Painter, Pos2, Shape, Stroke, Ui, Vec2, pos2, vec2};

use super::geometry::{Point, WorldMap};
use super::view::MapView;
use crate::base::PolityId;
use crate::desktop::theme::{Theme, size, space};
use crate::sim::Simulation;
use crate::view::words::{Speaker, figure, fill, text as say};
use crate::view::{FlowKind, FlowLine, Unit, partner_flows, trade_flows};

/// Partners of a state whose flows are drawn.
const PARTNERS: usize = 10;
/// Flows that are drawn where no state is looked at.
const OF_WORLD: usize = 24;
/// Width of the largest flow and of the thinnest line.
const WIDTHS: (f32, f32) = (9.0, 1.2);
/// How far a line bows, over its length; a flow and its counterflow bow to different sides.
const BOW: f32 = 0.16;
/// Pieces of a curve.
const PIECES: usize = 20;

/// One flow.
#[derive(Debug, Clone, PartialEq)]
pub struct Flow {
    /// The seller's capital.
    pub from: Point,
    /// The buyer's capital.
    pub to: Point,
    /// Seller and buyer.
    pub ends: [PolityId; 2],
    /// Whether the line is broken: the state looked at buys.
    pub broken: bool,
    /// Volume over that of the largest flow (0–1).
    pub share: f32,
    /// What the pointer reads.
    pub words: String,
}

/// All flows on the map.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Flows {
    /// Whose they are, for the legend; empty if none are drawn.
    pub title: String,
    /// Whether they are those of one state, so that sold and bought can be told apart.
    pub of_state: bool,
    /// The largest, thousands of 2011 dollars a year.
    pub most: f64,
    /// The lines, the largest first.
    pub lines: Vec<Flow>,
}

impl Flows {
    /// The flows of a state and its largest partners, or the largest of the world.
    pub fn new(sim: &Simulation, map: &WorldMap, about: Option<PolityId>) -> Self {
        let content = sim.content();
        let found = match about {
            Some(id) => partner_flows(sim, id, PARTNERS),
            None => trade_flows(sim, OF_WORLD),
        };
        let most = found.iter().map(|flow| flow.value).fold(0.0, f64::max);
        let capital = |id: PolityId| {
            let row = map.index(&content.territories[content.polities[id].capital].id)?;
            Some(map.territories[row].capital)
        };
        let line = |flow: &FlowLine| {
            Some(Flow {
                from: capital(flow.from)?,
                to: capital(flow.to)?,
                ends: [flow.from, flow.to],
                broken: about == Some(flow.to),
                share: if most > 0.0 { (flow.value / most) as f32 } else { 0.0 },
                words: words(Speaker(content), flow),
            })
        };
        Self {
            title: match about {
                Some(id) => fill(say!("tf.of"), &[("name", &content.polities[id].name)]),
                None => say!("tf.world").into(),
            },
            of_state: about.is_some(),
            most,
            lines: found.iter().filter_map(line).collect(),
        }
    }

    /// Whether flows are drawn.
    pub fn are_drawn(&self) -> bool {
        !self.title.is_empty()
    }
}

fn words(speaker: Speaker<'_>, flow: &FlowLine) -> String {
    let names = [("from", speaker.polity(flow.from).text), ("to", speaker.polity(flow.to).text)];
    let names = [(names[0].0, names[0].1.as_str()), (names[1].0, names[1].1.as_str())];
    let primary = fill(say!("tf.primary"), &[("share", &figure(flow.primary, Unit::Share))]);
    let kind = match flow.kind {
        FlowKind::Hard => say!("tf.kind.hard"),
        FlowKind::Clearing => say!("tf.kind.clearing"),
    };
    let value = figure(flow.value, Unit::MoneyAYear);
    format!("{}: {value}\n{primary}, {kind}", fill(say!("tf.flow"), &names))
}

/// Paints the flows; those of `pointed` stand out, if any are its.
pub fn paint(painter: &Painter, view: &MapView, flows: &Flows, pointed: Option<PolityId>, theme: &Theme) {
    let stands_out = |flow: &Flow| pointed.is_some_and(|id| flow.ends.contains(&id));
    let quiet = flows.lines.iter().any(stands_out);
    // Thin lines over thick ones, and what stands out over all.
    let (first, last): (Vec<&Flow>, Vec<&Flow>) = flows.lines.iter().partition(|flow| !stands_out(flow));
    for flow in first {
        draw(painter, view, flow, if quiet { 0.25 } else { 1.0 }, 0.0, theme);
    }
    for flow in last {
        draw(painter, view, flow, 1.0, 1.5, theme);
    }
}

fn width(share: f32) -> f32 {
    (WIDTHS.0 * share).max(WIDTHS.1)
}

fn colour(theme: &Theme, broken: bool) -> Color32 {
    if broken { theme.flow_bought } else { theme.flow_sold }
}

fn draw(painter: &Painter, view: &MapView, flow: &Flow, strength: f32, more: f32, theme: &Theme) {
    let points = curve(view, flow);
    let width = width(flow.share) + more;
    let ink = colour(theme, flow.broken).gamma_multiply(strength);
    let edge = theme.border.gamma_multiply(strength);
    stroke(painter, &points, flow.broken, Stroke::new(width + 2.0, edge), 1.0);
    head(painter, &points, width + 2.0, edge);
    stroke(painter, &points, flow.broken, Stroke::new(width, ink), 0.0);
    head(painter, &points, width, ink);
}

/// A line, full or broken; the pieces of a broken line are `longer` at both ends, for its edge.
fn stroke(painter: &Painter, points: &[Pos2], broken: bool, stroke: Stroke, longer: f32) {
    if broken {
        let (dash, gap) = (9.0 + 2.0 * longer, 6.0 - 2.0 * longer);
        painter.extend(Shape::dashed_line_with_offset(points, stroke, &[dash], &[gap], -longer));
    } else {
        painter.add(Shape::line(points.to_vec(), stroke));
    }
}

fn head(painter: &Painter, points: &[Pos2], width: f32, ink: Color32) {
    let [.., before, end] = points else { return };
    let along = (*end - *before).normalized();
    let across = vec2(-along.y, along.x);
    let (length, half) = (6.0 + width, 3.0 + width * 0.7);
    let corners = vec![*end + along * length, *end + across * half, *end - across * half];
    painter.add(Shape::convex_polygon(corners, ink, Stroke::NONE));
}

/// The line on the screen, from seller to buyer; it ends a little before the capital, where its head begins.
fn curve(view: &MapView, flow: &Flow) -> Vec<Pos2> {
    let (from, to) = (view.to_screen(flow.from), view.to_screen(flow.to));
    let span: Vec2 = to - from;
    let bow = from + span / 2.0 + vec2(span.y, -span.x) * BOW;
    let short = 1.0 - (10.0 / span.length().max(20.0)).min(0.5);
    let at = |piece: usize| {
        let t = short * piece as f32 / PIECES as f32;
        let (a, b) = (from + (bow - from) * t, bow + (to - bow) * t);
        a + (b - a) * t
    };
    (0..=PIECES).map(at).collect()
}

/// The flow under a point of the screen, the thinnest first.
pub fn flow_at<'a>(view: &MapView, flows: &'a Flows, at: Pos2) -> Option<&'a Flow> {
    flows.lines.iter().rev().find(|flow| {
        let reach = width(flow.share) / 2.0 + 3.0;
        curve(view, flow).windows(2).any(|piece| distance(piece[0], piece[1], at) <= reach)
    })
}

/// Distance of a point from a piece of a line.
fn distance(a: Pos2, b: Pos2, at: Pos2) -> f32 {
    let (span, way) = (b - a, at - a);
    let share = (way.dot(span) / span.length_sq().max(1e-6)).clamp(0.0, 1.0);
    (way - span * share).length()
}

/// What the lines mean: kind and width, with units.
pub fn key(ui: &mut Ui, flows: &Flows) {
    let theme = Theme::of(ui);
    let entry = |ui: &mut Ui, broken: bool, share: f32, words: &str| {
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(40.0, size::SMALL), egui::Sense::hover());
            let points = [pos2(rect.left(), rect.center().y), pos2(rect.right() - 10.0, rect.center().y)];
            for (more, ink) in [(2.0, theme.border), (0.0, colour(&theme, broken))] {
                stroke(ui.painter(), &points, broken, Stroke::new(width(share) + more, ink), more / 2.0);
            }
            ui.label(egui::RichText::new(words).size(size::SMALL).color(theme.ink));
        });
    };
    ui.label(egui::RichText::new(&flows.title).font(Theme::strong(size::SMALL)).color(theme.ink));
    if flows.lines.is_empty() {
        ui.label(egui::RichText::new(say!("tf.none")).size(size::SMALL).color(theme.ink_quiet));
        return;
    }
    ui.spacing_mut().item_spacing.y = 2.0;
    if flows.of_state {
        ui.horizontal(|ui| {
            entry(ui, false, 0.35, say!("tf.sold"));
            ui.add_space(space::S);
            entry(ui, true, 0.35, say!("tf.bought"));
        });
    } else {
        entry(ui, false, 0.35, say!("tf.goods"));
    }
    for share in [1.0, 0.3] {
        entry(ui, false, share, &figure(flows.most * f64::from(share), Unit::MoneyAYear));
    }
    ui.add_space(space::XS);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flow_and_its_counterflow_bow_to_different_sides() {
        let mut view = MapView::new(60_000.0, 28_000.0);
        view.fit(egui::Rect::from_min_size(Pos2::ZERO, vec2(1280.0, 720.0)));
        let flow = |from, to| Flow {
            from,
            to,
            ends: [PolityId(0), PolityId(1)],
            broken: false,
            share: 1.0,
            words: String::new(),
        };
        let (a, b) = ([20_000.0, 14_000.0], [40_000.0, 14_000.0]);
        let (there, back) = (curve(&view, &flow(a, b)), curve(&view, &flow(b, a)));
        let middle = view.to_screen([30_000.0, 14_000.0]).y;
        assert!(there[PIECES / 2].y < middle && back[PIECES / 2].y > middle);
        let flows = Flows { lines: vec![flow(a, b)], ..Flows::default() };
        assert!(flow_at(&view, &flows, there[5]).is_some());
        assert!(flow_at(&view, &flows, back[5]).is_none());
    }

    #[test]
    fn distance_is_to_the_piece_and_not_to_its_line() {
        assert_eq!(distance(pos2(0.0, 0.0), pos2(10.0, 0.0), pos2(5.0, 3.0)), 3.0);
        assert_eq!(distance(pos2(0.0, 0.0), pos2(10.0, 0.0), pos2(14.0, 3.0)), 5.0);
    }
}
