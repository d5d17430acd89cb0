//! The bar at the top: date, pace, three figures that matter for this seat, the balance of forces as it sees it,
//! and the tension of the world.

use egui::{Color32, Painter, Pos2, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, pos2, vec2};

use super::intents::{Intent, Intents, Pace, PanelKind};
use super::names::{named, place};
use super::shell::Shell;
use super::theme::{Theme, caps_galley, readable_on, size, space};
use super::widgets::select_seat;
use crate::base::PolityId;
use crate::sim::conflict::Forces;
use crate::sim::finance::Budget;
use crate::sim::movements::Movement;
use crate::sim::perception::{Outlook, WorldMood};
use crate::sim::politics::Government;
use crate::sim::{Seat, Simulation};
use crate::view::words::{Speaker, fill, text as say};
use crate::view::{Look, crisis_of_seat, war_of_seat};

/// A figure in the bar.
struct Figure {
    name: &'static str,
    label: &'static str,
    value: String,
    means: &'static str,
}

/// Draws the bar over the whole width of the window.
pub fn show(
    ui: &mut Ui,
    rect: Rect,
    sim: &Simulation,
    seat: Option<Seat>,
    shell: &Shell,
    intents: &mut Intents,
) {
    let theme = Theme::of(ui);
    ui.painter().rect_filled(rect, 0.0, theme.bar);
    ui.painter().hline(
        rect.x_range(),
        rect.bottom() - 0.5,
        Stroke::new(1.0, theme.on_table_quiet.gamma_multiply(0.4)),
    );
    let middle = rect.center().y;
    let mut x = rect.left() + space::L;

    let menu = Rect::from_center_size(pos2(x + 10.0, middle), vec2(28.0, 28.0));
    let response = named("topbar.menu", ui.interact(menu, ui.id().with("menu"), Sense::click()));
    emblem(ui.painter(), menu.center(), 9.0, &theme);
    label_for_readers(&response, "Menu");
    if response.on_hover_text("Menu: save, load, settings (Esc)").clicked() {
        intents.push(Intent::Back);
    }
    x = menu.right() + space::M;

    // Between ticks the last month is over: what is decided now happens in the next.
    let coming = sim.clock().now().plus(1).to_string();
    let date = caps_galley(ui.painter(), &coming, size::LARGE, 0.1, theme.on_table);
    let at = pos2(x, middle - date.size().y / 2.0);
    // Room for the longest month, so that nothing moves when the month does.
    let room = caps_galley(ui.painter(), "September 1988", size::LARGE, 0.1, theme.on_table).size().x;
    place(ui.ctx(), "topbar.date", Rect::from_min_size(at, date.size()));
    ui.painter().galley(at, date, theme.on_table);
    x += room + space::M;

    x = pace_buttons(ui, &theme, pos2(x, middle), shell, intents) + space::XL;

    let tension_at = rect.right() - 104.0;
    if let Some(seat) = seat.filter(|_| rect.width() >= ROOM_FOR_NAME) {
        x += seat_name(ui, &theme, pos2(x, middle), sim, seat, intents) + space::XL;
    }
    x = flags(ui, &theme, pos2(x, middle), sim, seat, intents);
    for figure in figures(sim, seat) {
        let width = figure_at(ui, &theme, pos2(x, middle), &figure);
        x += width + space::XL;
    }
    let tension = sim.get::<WorldMood>().tension();
    let figure = Figure {
        name: "topbar.tension",
        label: "World tension",
        value: format!("{tension:.2}"),
        means: "How close the powers stand to a clash: 0 = calm, 1 = on the brink.",
    };
    figure_at(ui, &theme, pos2(tension_at, middle), &figure);
    let bar = Rect::from_x_y_ranges(x..=(tension_at - space::XL), rect.y_range());
    if bar.width() > 120.0 {
        balance(ui, &theme, bar, sim, seat);
    }
}

fn label_for_readers(response: &Response, words: &str) {
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, true, words));
}

/// Width of the bar from which the seat's name has room on it.
const ROOM_FOR_NAME: f32 = 1200.0;
/// Width beyond which the seat's name is cut.
const NAME: f32 = 150.0;

/// Where the player sits; a click selects it. Returns its width.
fn seat_name(
    ui: &mut Ui,
    theme: &Theme,
    at: Pos2,
    sim: &Simulation,
    seat: Seat,
    intents: &mut Intents,
) -> f32 {
    let name = Speaker(sim.content()).seat(seat).text;
    let label = caps_galley(ui.painter(), say!("topbar.seat"), size::TINY - 1.0, 0.1, theme.on_table_quiet);
    let mut job = egui::text::LayoutJob::simple_singleline(
        name.clone(),
        Theme::strong(size::BODY + 1.0),
        theme.on_table,
    );
    job.wrap = egui::text::TextWrapping::truncate_at_width(NAME);
    let value = ui.painter().layout_job(job);
    let width = label.size().x.max(value.size().x);
    let rect = Rect::from_min_size(pos2(at.x, at.y - 18.0), vec2(width, 36.0));
    let response = named("topbar.seat", ui.interact(rect, ui.id().with("topbar.seat"), Sense::click()));
    label_for_readers(&response, &format!("{}: {name}", say!("topbar.seat")));
    ui.painter().galley(rect.left_top(), label, theme.on_table_quiet);
    ui.painter().galley(pos2(rect.left(), at.y - 4.0), value, theme.on_table);
    if response.on_hover_text(fill(say!("topbar.seat.means"), &[("seat", &name)])).clicked() {
        select_seat(seat, intents);
    }
    width
}

/// Two half discs, one a camp.
pub fn emblem(painter: &Painter, at: Pos2, radius: f32, theme: &Theme) {
    let half = |from: f32, colour: Color32| {
        let points = (0..=24).map(|n| {
            let angle = (from + 180.0 * n as f32 / 24.0).to_radians();
            at + radius * vec2(angle.cos(), angle.sin())
        });
        painter.add(Shape::convex_polygon(points.collect(), colour, Stroke::NONE));
    };
    half(90.0, theme.planners);
    half(-90.0, theme.western);
    painter.circle_stroke(at, radius, Stroke::new(1.5, theme.on_table));
    painter.vline(at.x, (at.y - radius)..=(at.y + radius), Stroke::new(1.5, theme.on_table));
}

fn pace_buttons(ui: &mut Ui, theme: &Theme, from: Pos2, shell: &Shell, intents: &mut Intents) -> f32 {
    let mut x = from.x;
    let mut button = |ui: &mut Ui, name: &str, words: &str, help: String, on: bool, signs: f32| {
        let rect = Rect::from_min_size(pos2(x, from.y - 12.0), vec2(10.0 + 8.0 * signs, 24.0));
        x = rect.right() + 2.0;
        let response = named(name, ui.interact(rect, ui.id().with(name), Sense::click()));
        label_for_readers(&response, words);
        let ink = match (on, response.hovered()) {
            (true, _) => theme.selected,
            (false, true) => theme.on_table,
            (false, false) => theme.on_table_quiet,
        };
        if on {
            ui.painter().hline(rect.shrink(3.0).x_range(), rect.bottom(), Stroke::new(2.0, ink));
        }
        (rect, ink, response.on_hover_text(help).clicked())
    };
    let paused = shell.pace == Pace::Paused;
    let (rect, ink, clicked) =
        button(ui, "topbar.pause", "Pause", "Pause or go on (space)".into(), paused, 1.2);
    for side in [-1.0, 1.0] {
        let bar = Rect::from_center_size(rect.center() + vec2(3.0 * side, 0.0), vec2(3.0, 11.0));
        ui.painter().rect_filled(bar, 0.0, ink);
    }
    if clicked {
        intents.push(Intent::TogglePause);
    }
    let (rect, ink, clicked) = button(ui, "topbar.step", "Step", "One month (→)".into(), false, 1.2);
    triangle(ui.painter(), rect.center() - vec2(2.0, 0.0), ink);
    let bar = Rect::from_center_size(rect.center() + vec2(5.0, 0.0), vec2(2.5, 11.0));
    ui.painter().rect_filled(bar, 0.0, ink);
    if clicked {
        intents.push(Intent::Step);
    }
    for speed in 1..=Pace::FASTEST {
        let on = shell.pace == Pace::Running(speed);
        let name = format!("topbar.speed.{speed}");
        let help = format!("Speed {speed} ({speed})");
        let (rect, ink, clicked) = button(ui, &name, &format!("Speed {speed}"), help, on, 1.0);
        let digit = Theme::poster(size::SMALL);
        let at = egui::Align2::CENTER_CENTER;
        ui.painter().text(rect.center() + vec2(0.0, 1.0), at, speed.to_string(), digit, ink);
        if clicked {
            intents.push(Intent::SetPace(Pace::Running(speed)));
        }
    }
    x
}

fn triangle(painter: &Painter, at: Pos2, ink: Color32) {
    let points = vec![at + vec2(-4.0, -5.5), at + vec2(4.5, 0.0), at + vec2(-4.0, 5.5)];
    painter.add(Shape::convex_polygon(points, ink, Stroke::NONE));
}

fn figure_at(ui: &mut Ui, theme: &Theme, at: Pos2, figure: &Figure) -> f32 {
    let label = caps_galley(ui.painter(), figure.label, size::TINY - 1.0, 0.1, theme.on_table_quiet);
    let value =
        ui.painter().layout_no_wrap(figure.value.clone(), Theme::strong(size::BODY + 1.0), theme.on_table);
    let width = label.size().x.max(value.size().x);
    let rect = Rect::from_min_size(pos2(at.x, at.y - 18.0), vec2(width, 36.0));
    let response = named(figure.name, ui.interact(rect, ui.id().with(figure.name), Sense::hover()));
    response.on_hover_text(figure.means);
    ui.painter().galley(rect.left_top(), label, theme.on_table_quiet);
    ui.painter().galley(pos2(rect.left(), at.y - 4.0), value, theme.on_table);
    width
}

/// Something grave that the seat is in, on a flag that opens it.
struct Flag<'a> {
    name: &'static str,
    label: &'static str,
    value: &'a str,
    means: String,
    fill: Color32,
    opens: Intent,
}

/// The flags of a seat: the crisis that it sits in, the war that it fights; returns where they end.
fn flags(
    ui: &mut Ui,
    theme: &Theme,
    at: Pos2,
    sim: &Simulation,
    seat: Option<Seat>,
    intents: &mut Intents,
) -> f32 {
    let mut x = at.x;
    if let Some(crisis) = crisis_of_seat(sim, seat) {
        let flag = Flag {
            name: "topbar.crisis",
            label: say!("cr.bar"),
            value: crisis.rung,
            means: fill(say!("cr.bar.means"), &[("crisis", &crisis.words)]),
            fill: theme.attention,
            opens: Intent::ShowCrisis(crisis.number),
        };
        x += flag_at(ui, theme, pos2(x, at.y), flag, intents) + space::XL;
    }
    if let Some(war) = war_of_seat(sim, seat) {
        let held = crate::view::words::figure(war.holds.unwrap_or_default(), crate::view::Unit::Share);
        let flag = Flag {
            name: "topbar.war",
            label: say!("wa.bar"),
            value: &say!("wa.bar.holds").replace("{share}", &held),
            means: fill(say!("wa.bar.means"), &[("war", &war.title)]),
            fill: theme.warning,
            opens: Intent::ShowWar(war.number),
        };
        x += flag_at(ui, theme, pos2(x, at.y), flag, intents) + space::XL;
    }
    x
}

/// Draws a flag; returns its width.
fn flag_at(ui: &mut Ui, theme: &Theme, at: Pos2, flag: Flag<'_>, intents: &mut Intents) -> f32 {
    let ink = readable_on(flag.fill);
    let label = caps_galley(ui.painter(), flag.label, size::TINY - 1.0, 0.1, ink);
    let font = Theme::strong(size::BODY + 1.0);
    let value = ui.painter().layout_no_wrap(flag.value.to_owned(), font, ink);
    let width = label.size().x.max(value.size().x) + 2.0 * space::S;
    let rect = Rect::from_min_size(pos2(at.x, at.y - 21.0), vec2(width, 42.0));
    let response = named(flag.name, ui.interact(rect, ui.id().with(flag.name), Sense::click()));
    label_for_readers(&response, &format!("{}: {}", flag.label, flag.value));
    ui.painter().rect_filled(rect, 0.0, flag.fill);
    if response.hovered() || response.has_focus() {
        ui.painter().rect_stroke(rect, 0.0, Stroke::new(2.0, theme.on_table), StrokeKind::Inside);
    }
    ui.painter().galley(pos2(rect.left() + space::S, at.y - 18.0), label, ink);
    ui.painter().galley(pos2(rect.left() + space::S, at.y - 4.0), value, ink);
    if response.on_hover_text(flag.means).clicked() {
        intents.push(flag.opens);
    }
    width
}

/// The few figures that matter for a seat.
fn figures(sim: &Simulation, seat: Option<Seat>) -> Vec<Figure> {
    match seat {
        Some(Seat::Polity(id)) => state_figures(sim, id),
        Some(Seat::Movement(id)) => {
            let movement = sim.movement::<Movement>(id);
            vec![
                Figure {
                    name: "topbar.authority",
                    label: "Authority",
                    value: format!("{:.1} / 10", movement.authority()),
                    means: "What the leaders can still ask of the movement. Orders take some; it comes back over some months.",
                },
                Figure {
                    name: "topbar.support",
                    label: "Support",
                    value: format!("{:.0} %", movement.support() * 100.0),
                    means: "Sympathy among the people where the movement lives.",
                },
                Figure {
                    name: "topbar.organisation",
                    label: "Organisation",
                    value: format!("{:.2}", movement.organisation()),
                    means: "How well the movement is organised (0–1).",
                },
                Figure {
                    name: "topbar.strength",
                    label: "Strength",
                    value: format!("{:.2}", movement.strength()),
                    means: "Fighting strength against those who hold power (0–1 of both).",
                },
            ]
        }
        None => Vec::new(),
    }
}

fn state_figures(sim: &Simulation, id: PolityId) -> Vec<Figure> {
    let (government, budget) = (sim.polity::<Government>(id), sim.polity::<Budget>(id));
    let mut figures = vec![Figure {
        name: "topbar.authority",
        label: "Authority",
        value: format!("{:.1} / 10", government.authority()),
        means: "Political capital to spend on orders. It grows back with legitimacy and cohesion.",
    }];
    figures.push(Figure {
        name: "topbar.budget",
        label: "Budget, year",
        value: if sim.clock().played() > 0 { signed_percent(budget.balance()) } else { "–".into() },
        means: "Balance of the last twelve months as a share of the product; below zero is a deficit. Not known before the first month.",
    });
    // What bites a seat first: reserves where imports are paid in foreign money, weariness where there is war.
    let forces = sim.polity::<Forces>(id);
    figures.push(if forces.weariness() > 0.2 {
        Figure {
            name: "topbar.weariness",
            label: "War weariness",
            value: format!("{:.2}", forces.weariness()),
            means: "How tired the people are of war (0–1).",
        }
    } else {
        Figure {
            name: "topbar.reserves",
            label: "Gold & currency",
            value: format!("{:.1} months", budget.reserve_months()),
            means: "Reserves, in months of imports.",
        }
    });
    figures
}

fn signed_percent(share: f64) -> String {
    let percent = share * 100.0;
    if percent.abs() < 0.05 { "±0.0 %".into() } else { format!("{percent:+.1} %").replace('-', "−") }
}

/// The balance of the two systems, as the seat sees it.
fn balance(ui: &mut Ui, theme: &Theme, room: Rect, sim: &Simulation, seat: Option<Seat>) {
    let content = sim.content();
    // An onlooker sees with the eyes of the first pole.
    let observer = match seat {
        Some(Seat::Polity(id)) => Some(id),
        Some(Seat::Movement(id)) => {
            Some(content.movements[id].wants).filter(|&id| sim.polity::<Outlook>(id).correlation() > 0.0)
        }
        None => None,
    };
    let Some(observer) = observer.or_else(|| content.scenario.poles.first().copied()) else { return };
    let outlook = sim.polity::<Outlook>(observer);
    let own_is_socialist = matches!(Look::of(sim, observer), Look::Planners | Look::OwnRoad);
    let socialist = if own_is_socialist { outlook.correlation() } else { 1.0 - outlook.correlation() };
    let words = format!("Correlation of forces, as {} sees it", content.polities[observer].seat);
    let label = caps_galley(ui.painter(), &words, size::TINY - 1.0, 0.1, theme.on_table_quiet);
    let short =
        caps_galley(ui.painter(), "Correlation of forces", size::TINY - 1.0, 0.1, theme.on_table_quiet);
    let label = if label.size().x > room.width() { short } else { label };
    let top = room.center().y - 18.0;
    ui.painter().galley(pos2(room.left(), top), label, theme.on_table_quiet);
    let bar =
        Rect::from_min_size(pos2(room.left(), room.center().y - 1.0), vec2(room.width().min(620.0), 11.0));
    let split = bar.left() + bar.width() * socialist.clamp(0.0, 1.0) as f32;
    ui.painter().rect_filled(bar.with_max_x(split), 0.0, theme.planners);
    ui.painter().rect_filled(bar.with_min_x(split), 0.0, theme.western);
    ui.painter().vline(
        bar.center().x,
        (bar.top() - 3.0)..=(bar.bottom() + 3.0),
        Stroke::new(1.0, theme.on_table),
    );
    ui.painter().rect_stroke(bar, 0.0, Stroke::new(1.0, theme.on_table_quiet), StrokeKind::Outside);
    let response =
        named("topbar.correlation", ui.interact(bar.expand(6.0), ui.id().with("balance"), Sense::click()));
    let clicked = response.clicked();
    response.on_hover_ui(|ui| {
        ui.label(format!(
            "{} puts the weight of its own system at {:.0} % of both.",
            content.polities[observer].seat,
            outlook.correlation() * 100.0
        ));
        for (term, value) in Outlook::TERMS.iter().zip(outlook.terms()) {
            ui.label(format!("{term}: {:.0} %", value * 100.0));
        }
        ui.label("These are its estimates, not the truth.");
    });
    if clicked {
        ui.ctx().request_repaint();
    }
}

/// The registered name of a panel's tab, if it has one.
pub fn tab_name(panel: PanelKind) -> Option<String> {
    let (_, words, _) = PANEL_BUTTONS.into_iter().find(|(kind, ..)| *kind == panel)?;
    Some(format!("tabs.{}", words.to_lowercase()))
}

/// Panels that have a button in the bar of panels, with their keys.
pub const PANEL_BUTTONS: [(PanelKind, &str, &str); 13] = [
    (PanelKind::Orders, "Orders", "O"),
    (PanelKind::Economy, "Economy", "E"),
    (PanelKind::Society, "Society", "S"),
    (PanelKind::Movements, "Movements", "R"),
    (PanelKind::Diplomacy, "Diplomacy", "D"),
    (PanelKind::Organisation, "Organisations", "U"),
    (PanelKind::Doctrine, "Line", "N"),
    (PanelKind::Crisis, "Crisis", "K"),
    (PanelKind::War, "Wars", "W"),
    (PanelKind::Chart, "Chart", "G"),
    (PanelKind::Ledger, "Table", "T"),
    (PanelKind::Outcome, "Record", "J"),
    (PanelKind::Chronicle, "Chronicle", "C"),
];
