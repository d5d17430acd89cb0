//! The choice of a seat: states and movements that can be played, what troubles them, and where they lie.

use egui::{Area, Context, Id, Order, Rect, RichText, ScrollArea, Sense, Ui, pos2, vec2};

use crate::base::{PolityId, TerritoryId};
use crate::content::defs::Content;
use crate::desktop::map::colours::look_colour;
use crate::desktop::names::named;
use crate::desktop::shell::Shell;
use crate::desktop::theme::{
    Sheet, Theme, Weight, caps_galley, poster_button, quiet, rule, size, space, tag, text,
};
use crate::sim::chronicle::{PolitySeries, Series};
use crate::sim::movements::Movement;
use crate::sim::politics::{Government, Owner, Status};
use crate::sim::{Seat, Simulation};
use crate::view::words::{figure, phase_words};
use crate::view::{Look, Unit};

/// What the screen asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeatChoice {
    /// Begin in this seat with this seed.
    Begin(Option<Seat>, u64),
    /// Back to the title.
    Back,
    /// Bring a territory into the middle of the map.
    Show(TerritoryId),
}

/// States that stand first in the list, by product.
const LARGEST: usize = 5;

/// Seats that the menu offers, each group under its heading: the largest economies, other states, movements.
fn playable(sim: &Simulation) -> [(&'static str, Vec<Seat>); 3] {
    let content = sim.content();
    let product = |id: PolityId| {
        sim.get::<Series>().polity(id, PolitySeries::Product).last().copied().unwrap_or_default()
    };
    let mut states: Vec<PolityId> =
        content.polities.iter().filter(|(_, def)| def.start.playable).map(|(id, _)| id).collect();
    states.sort_by(|&a, &b| product(b).total_cmp(&product(a)).then(a.cmp(&b)));
    let others = states.split_off(LARGEST.min(states.len()));
    let movements = content.movements.iter().filter(|(_, def)| def.playable);
    let by_name = |mut seats: Vec<Seat>| {
        seats.sort_by_key(|&seat| name_of(content, seat).to_owned());
        seats
    };
    [
        ("Largest economies", states.into_iter().map(Seat::Polity).collect()),
        ("Other states", by_name(others.into_iter().map(Seat::Polity).collect())),
        ("Movements", by_name(movements.map(|(id, _)| Seat::Movement(id)).collect())),
    ]
}

/// The country of a seat: its own, or the one in which a movement lives.
fn ground(sim: &Simulation, seat: Seat) -> PolityId {
    match seat {
        Seat::Polity(id) => id,
        Seat::Movement(id) => sim.territory::<Owner>(sim.content().movements[id].territory).polity(),
    }
}

/// The territory that the map shows for a seat.
pub fn place_of(content: &Content, seat: Seat) -> TerritoryId {
    match seat {
        Seat::Polity(id) => content.polities[id].capital,
        Seat::Movement(id) => content.movements[id].territory,
    }
}

fn name_of(content: &Content, seat: Seat) -> &str {
    match seat {
        Seat::Polity(id) => &content.polities[id].name,
        Seat::Movement(id) => &content.movements[id].name,
    }
}

fn id_of(content: &Content, seat: Seat) -> &str {
    match seat {
        Seat::Polity(id) => &content.polities[id].id,
        Seat::Movement(id) => &content.movements[id].id,
    }
}

/// Draws the choice of a seat.
pub fn choose_seat(ctx: &Context, sim: &Simulation, shell: &mut Shell) -> Option<SeatChoice> {
    let screen = ctx.viewport_rect().shrink(space::L);
    let mut choice = None;
    let left = Rect::from_min_size(screen.min, vec2(300.0, screen.height()));
    Area::new(Id::new("seats")).order(Order::Middle).fixed_pos(left.min).constrain(false).show(ctx, |ui| {
        ui.set_width(left.width());
        choice = list(ui, sim, left.height(), shell);
    });
    if let Some(seat) = shell.looked_at {
        let width = 400.0_f32.min(screen.width() - left.width() - space::L);
        let at = pos2(screen.right() - width, screen.top());
        Area::new(Id::new("seat")).order(Order::Middle).fixed_pos(at).constrain(false).show(ctx, |ui| {
            ui.set_width(width);
            if let Some(made) = details(ui, sim, seat, screen.height(), shell) {
                choice = Some(made);
            }
        });
    }
    choice
}

fn list(ui: &mut Ui, sim: &Simulation, height: f32, shell: &mut Shell) -> Option<SeatChoice> {
    let content = sim.content();
    let mut choice = None;
    Sheet::new("Choose a seat").show(
        ui,
        |_| {},
        |ui| {
            ScrollArea::vertical().max_height(height - 130.0).auto_shrink([false, true]).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for (heading, seats) in playable(sim) {
                    if !seats.is_empty() {
                        ui.add_space(space::XS);
                        ui.label(quiet(ui, heading));
                    }
                    for seat in seats {
                        if row(ui, sim, seat, shell.looked_at == Some(seat)) {
                            shell.looked_at = Some(seat);
                            choice = Some(SeatChoice::Show(place_of(content, seat)));
                        }
                    }
                }
            });
            ui.add_space(space::S);
            rule(ui);
            ui.add_space(space::XS);
            ui.horizontal(|ui| {
                if named("seats.back", poster_button(ui, "Back", Weight::Plain)).clicked() {
                    choice = Some(SeatChoice::Back);
                }
                let watch = named("seats.watch", poster_button(ui, "Only watch", Weight::Plain));
                if watch.on_hover_text("No seat: every state and movement decides for itself.").clicked() {
                    choice = Some(SeatChoice::Begin(None, seed(shell)));
                }
            });
        },
    );
    choice
}

fn seed(shell: &Shell) -> u64 {
    shell.seed.trim().parse().unwrap_or(1)
}

fn row(ui: &mut Ui, sim: &Simulation, seat: Seat, chosen: bool) -> bool {
    let (theme, content) = (Theme::of(ui), sim.content());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::click());
    let name = name_of(content, seat);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, true, name));
    let fill = match (chosen, response.hovered()) {
        (true, _) => theme.ink,
        (false, true) => theme.paper_shade,
        (false, false) => theme.paper,
    };
    let ink = if chosen { theme.paper } else { theme.ink };
    ui.painter().rect_filled(rect, 0.0, fill);
    let polity = ground(sim, seat);
    let colour = look_colour(&theme, Look::of(sim, polity));
    let patch = Rect::from_center_size(pos2(rect.left() + 10.0, rect.center().y), vec2(10.0, 14.0));
    let ruler = sim.polity::<Status>(polity).ruler();
    let hatch = ruler.map(|ruler| look_colour(&theme, Look::of(sim, ruler)));
    crate::desktop::widgets::swatch(ui.painter(), patch, colour, hatch, ink);
    let galley = caps_galley(ui.painter(), name, size::SMALL, 0.06, ink);
    let galley = if galley.size().x > rect.width() - 30.0 {
        caps_galley(ui.painter(), name, size::TINY, 0.0, ink)
    } else {
        galley
    };
    ui.painter().galley(pos2(rect.left() + 24.0, rect.center().y - galley.size().y / 2.0), galley, ink);
    if !chosen {
        ui.painter().hline(rect.x_range(), rect.bottom(), egui::Stroke::new(1.0, theme.line));
    }
    let response = named(&format!("seats.{}", id_of(content, seat)), response);
    response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
}

fn details(ui: &mut Ui, sim: &Simulation, seat: Seat, height: f32, shell: &mut Shell) -> Option<SeatChoice> {
    let (theme, content) = (Theme::of(ui), sim.content());
    let polity = ground(sim, seat);
    let look = Look::of(sim, polity);
    let colour = look_colour(&theme, look);
    let mut choice = None;
    Sheet::new(name_of(content, seat)).colour(colour).show(
        ui,
        |_| {},
        |ui| {
            ScrollArea::vertical().max_height(height - 140.0).auto_shrink([false, true]).show(ui, |ui| {
                ui.horizontal_wrapped(|ui| match seat {
                    Seat::Polity(_) => {
                        tag(ui, sim.polity::<Government>(polity).form().words(), colour);
                        tag(ui, look.words(), theme.paper_shade);
                    }
                    Seat::Movement(id) => {
                        tag(ui, phase_words(sim.movement::<Movement>(id).phase()), colour);
                        tag(ui, content.movements[id].current.words(), theme.paper_shade);
                    }
                });
                ui.add_space(space::XS);
                let brief = match seat {
                    Seat::Polity(id) => &content.polities[id].start.brief,
                    Seat::Movement(id) => &content.movements[id].brief,
                };
                ui.label(text(ui, brief));
                ui.add_space(space::S);
                numbers(ui, sim, seat);
                if let Seat::Polity(id) = seat {
                    aims(ui, content, id);
                }
            });
            ui.add_space(space::S);
            rule(ui);
            ui.add_space(space::XS);
            ui.horizontal(|ui| {
                if named("seats.begin", poster_button(ui, "Begin", Weight::Main)).clicked() {
                    choice = Some(SeatChoice::Begin(Some(seat), seed(shell)));
                }
                ui.add_space(space::S);
                ui.label(quiet(ui, "Luck"));
                let field = egui::TextEdit::singleline(&mut shell.seed).desired_width(60.0).hint_text("1");
                let field = named("seats.seed", ui.add(field));
                field.on_hover_text("A number. The same number and the same orders give the same history.");
                if !shell.seed.trim().is_empty() && shell.seed.trim().parse::<u64>().is_err() {
                    ui.label(
                        RichText::new("not a number: 1 is used").color(theme.warning_text).size(size::TINY),
                    );
                }
            });
        },
    );
    choice
}

fn numbers(ui: &mut Ui, sim: &Simulation, seat: Seat) {
    let content = sim.content();
    let polity = ground(sim, seat);
    let series = |series: PolitySeries| {
        let last = sim.get::<Series>().polity(polity, series).last();
        last.map(|&value| f64::from(value))
    };
    let mut lines: Vec<(&str, String)> = Vec::new();
    if let Seat::Movement(id) = seat {
        let now = sim.movement::<Movement>(id);
        lines.push(("Against", content.polities[now.against()].name.clone()));
        lines.push(("Strategy", now.strategy().words().into()));
        lines.push(("Sympathy", figure(now.support(), Unit::Share)));
        lines.push(("Organisation", figure(now.organisation(), Unit::Index)));
        lines.push(("Fighting strength", figure(now.strength(), Unit::Index)));
        lines.push(("Ground held", figure(now.control(), Unit::Share)));
        lines.push(("Lives in", content.polities[polity].name.clone()));
    }
    if let Some(people) = series(PolitySeries::Population) {
        lines.push(("People", format!("{:.1} million", people / 1000.0)));
    }
    if let Some(product) = series(PolitySeries::ProductPerHead) {
        lines.push(("Product per head", format!("{product:.0} $ a year")));
    }
    lines.push(("Legitimacy", format!("{:.2}", sim.polity::<Government>(polity).legitimacy())));
    for (label, value) in lines {
        ui.horizontal(|ui| {
            ui.label(quiet(ui, label));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.label(RichText::new(value).font(Theme::strong(size::BODY)));
            });
        });
        rule(ui);
    }
}

fn aims(ui: &mut Ui, content: &Content, id: PolityId) {
    let aims = &content.polities[id].start.aims;
    if aims.is_empty() {
        return;
    }
    ui.add_space(space::S);
    ui.label(crate::desktop::theme::caps("Judged by", size::TINY, Theme::of(ui).ink_quiet));
    for aim in aims {
        ui.label(text(ui, format!("· {}", aim.words)));
    }
}
