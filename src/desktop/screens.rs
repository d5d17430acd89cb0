//! What is drawn each frame: the map's overlay, then the screen, then the one sheet that lies over it.

use bevy::app::AppExit;
use bevy::ecs::system::SystemParam;
use bevy::prelude::*;
use bevy_egui::EguiContexts;
use egui::{Area, Context, Frame, Id, LayerId, Order, Rect, Sense, Ui, UiBuilder, pos2, vec2};

use super::bring::{COUNTRY, around, point_at_country};
use super::carry::{Begin, HomeFolder};
use super::intents::{Intent, Intents, MapMode, PanelKind, Selection};
use super::keys::read_keys;
use super::library::Library;
use super::map::colours::figure;
use super::map::flows::{Flows, flow_at};
use super::map::overlay::{self, dot_radius};
use super::map::picture::{Mark, MarkKind, Picture, Row};
use super::map::{MapSheet, MapView};
use super::menu::{self, Page, Saves, SeatChoice, TitleChoice};
use super::names::{find, named, place};
use super::paint::MapRows;
use super::panels::{Desk, lesson_overlay};
use super::rooms::{CHRONICLE, MIDDLE, Rooms, TABS, beside_panel};
use super::session::Session;
use super::settings::Settings;
use super::shell::{AppState, Modal, Shell};
use super::theme::{Theme, poster_choice, quiet, size, space, text};
use super::{legend, lesson, topbar};
use crate::base::PolityId;
use crate::sim::Simulation;
use crate::sim::politics::{Government, Owner, Status};
use crate::view::words::{fill, text as say};
use crate::view::{crisis_place, leading_current, offers_to_answer};

/// What menus ask for beyond intents.
#[derive(Resource, Debug, Clone)]
pub struct Wishes {
    /// The mission that shall begin.
    pub mission: Option<String>,
    /// Whether the content has not been looked at yet.
    pub first_look: bool,
}

impl Default for Wishes {
    fn default() -> Self {
        Self { mission: None, first_look: true }
    }
}

/// The panels' memory and views.
#[derive(Resource, Default)]
pub struct OnDesk(pub Desk);

/// Files and panels.
#[derive(SystemParam)]
pub struct Tables<'w> {
    saves: ResMut<'w, Saves>,
    home: Res<'w, HomeFolder>,
    desk: ResMut<'w, OnDesk>,
}

/// Draws one frame.
pub fn draw(
    mut contexts: EguiContexts,
    mut shell: ResMut<Shell>,
    mut settings: ResMut<Settings>,
    mut wishes: ResMut<Wishes>,
    mut view: ResMut<MapView>,
    mut picture: ResMut<Picture>,
    session: Option<Res<Session>>,
    library: Res<Library>,
    sheet: Res<MapSheet>,
    rows: Option<Res<MapRows>>,
    mut tables: Tables,
    state: Res<State<AppState>>,
    mut next: ResMut<NextState<AppState>>,
    mut begin: MessageWriter<Begin>,
    mut exit: MessageWriter<AppExit>,
) -> Result {
    let ctx = contexts.ctx_mut()?.clone();
    let state = *state.get();
    let mut intents = std::mem::take(&mut shell.intents);
    view.fit(ctx.viewport_rect());
    read_keys(&ctx, &shell, state, &mut intents);
    let sim = match (state, &session) {
        (AppState::Campaign, Some(session)) => Some(session.sim()),
        _ => library.preview(),
    };
    let table = rows.as_ref().map_or(&[][..], |rows| &rows.0);
    let on_map = OnMap { sim, table, sheet: &sheet, state, mode: shell.mode, pointed_out: shell.pointed_out };
    let pointed = map_layer(&ctx, &on_map, &mut view, &picture, &mut intents);
    if picture.hovered != pointed {
        picture.hovered = pointed;
    }
    match state {
        AppState::Menu => match menu::title(&ctx, &library, session.is_some(), &mut shell) {
            Some(TitleChoice::Go(to)) => next.set(to),
            Some(TitleChoice::Quit) => {
                exit.write(AppExit::Success);
            }
            None => {}
        },
        AppState::ChooseSeat => {
            if let Some(sim) = library.preview() {
                match menu::choose_seat(&ctx, sim, &mut shell) {
                    Some(SeatChoice::Back) => intents.push(Intent::Back),
                    Some(SeatChoice::Begin(seat, seed)) => {
                        begin.write(Begin::New { seat, seed });
                    }
                    Some(SeatChoice::Show(territory)) => {
                        let id = &sim.content().territories[territory].id;
                        if let Some(row) = sheet.map.index(id) {
                            view.show(sheet.map.territories[row].label);
                        }
                    }
                    None => {}
                }
            }
        }
        AppState::Campaign => {
            if let Some(session) = &session {
                let card = session.lesson.as_ref().filter(|_| shell.modal.is_none()).and_then(|lesson| {
                    lesson::card(lesson, session.sim().content(), session.sim().clock().now())
                });
                if let Some(mut card) = card {
                    let sim = session.sim();
                    card.highlight = lesson::still_to_do(card.highlight, &shell, !sim.pending().is_empty());
                    let wanted = session
                        .lesson
                        .as_ref()
                        .and_then(|lesson| lesson::wanted(lesson, sim.content(), sim.clock().now()));
                    if let Some(id) = wanted
                        && card.highlight.first().is_some_and(|name| name == "map")
                    {
                        point_at_country(&ctx, sim, id, &sheet, &mut view, &Rooms::of(&ctx, &shell));
                        card.highlight.insert(0, COUNTRY.to_owned());
                    }
                    lesson_overlay(&ctx, &card, &mut intents);
                }
                let rooms = Rooms::of(&ctx, &shell);
                campaign_screen(
                    &ctx,
                    session,
                    &mut tables.desk.0,
                    &shell,
                    &picture.flows,
                    &rooms,
                    &mut intents,
                );
                if shell.show_seat {
                    shell.show_seat = false;
                    let around = session.seat.map_or(Vec::new(), |seat| around(session.sim(), seat));
                    let row = |place| sheet.map.index(&session.sim().content().territories[place].id);
                    let labels =
                        around.into_iter().filter_map(row).map(|row| sheet.map.territories[row].label);
                    view.frame(labels, &Rooms::of(&ctx, &shell).free);
                }
                if shell.show_crisis {
                    shell.show_crisis = false;
                    let place = crisis_place(session.sim(), session.seat, tables.desk.0.memory.crisis);
                    let id = |place| &session.sim().content().territories[place].id;
                    if let Some(row) = place.and_then(|place| sheet.map.index(id(place))) {
                        view.bring(sheet.map.territories[row].label, &Rooms::of(&ctx, &shell).free);
                    }
                }
                if shell.show_flows && picture.flows.are_drawn() {
                    let ends = picture.flows.lines.iter().flat_map(|flow| [flow.from, flow.to]);
                    view.frame(ends, &rooms.free);
                    shell.show_flows = false;
                }
            }
        }
    }
    notice(&ctx, &shell);
    let modal = shell.modal.clone();
    if let Some(modal) = modal {
        if modal == Modal::Saves
            && ctx.data(|data| data.get_temp::<Modal>(Id::new("modal before"))).as_ref() != Some(&modal)
        {
            *tables.saves = Saves::look(&tables.home.0);
            if let Some(session) = &session {
                shell.save_name = session.sim().clock().now().plus(1).to_string();
            }
        }
        ctx.data_mut(|data| data.insert_temp(Id::new("modal before"), modal.clone()));
        let (mut go, mut quit, mut now) = (None, false, *settings);
        let mut page = Page {
            content: library.content().map(|content| &**content),
            saves: &tables.saves,
            playing: state == AppState::Campaign,
            settings: &mut now,
            save_name: &mut shell.save_name,
            intents: &mut intents,
            mission: &mut wishes.mission,
            quit: &mut quit,
            go: &mut go,
        };
        menu::modal(&ctx, &modal, &mut page);
        settings.set_if_neq(now);
        if go.is_some() {
            shell.modal = go;
        }
        if quit {
            exit.write(AppExit::Success);
        }
    } else {
        ctx.data_mut(|data| data.remove::<Modal>(Id::new("modal before")));
    }
    shell.intents = intents;
    Ok(())
}

/// What the map's layer needs to know.
struct OnMap<'a> {
    sim: Option<&'a Simulation>,
    table: &'a [Option<crate::base::TerritoryId>],
    sheet: &'a MapSheet,
    state: AppState,
    mode: MapMode,
    pointed_out: Option<PolityId>,
}

impl OnMap<'_> {
    fn row(&self, number: usize) -> Option<Row> {
        let territory = (*self.table.get(number)?)?;
        let owner = self.sim?.territory::<Owner>(territory).polity();
        Some(Row { territory, owner })
    }
}

/// The layer under all panels: takes drags, wheel and clicks, and paints names and marks. Returns the row of the
/// territory under the pointer.
fn map_layer(
    ctx: &Context,
    on_map: &OnMap,
    view: &mut MapView,
    picture: &Picture,
    intents: &mut Intents,
) -> Option<usize> {
    let theme = Theme::of_context(ctx);
    let screen = ctx.viewport_rect();
    let builder = UiBuilder::new().layer_id(LayerId::background()).max_rect(screen);
    let ui = Ui::new(ctx.clone(), Id::new("map"), builder);
    let response = named("map", ui.interact(screen, Id::new("map ground"), Sense::click_and_drag()));
    let mut pointed = None;
    if on_map.state != AppState::Menu {
        // A frame may be drawn twice; the map moves once.
        if ctx.current_pass_index() == 0 {
            move_map(ctx, &response, view);
        }
        if let Some(at) = response.hover_pos() {
            let reach = (dot_radius(view) + 2.0) * view.scale;
            pointed = on_map.sheet.picker.at(view.to_map(at), reach);
        }
    }
    overlay::paint(ui.painter(), view, picture, on_map.pointed_out, &theme);
    let row = pointed.and_then(|number| on_map.row(number));
    if on_map.state == AppState::Campaign {
        let mark = response.interact_pointer_pos().and_then(|at| overlay::mark_at(view, picture, at));
        if response.clicked() {
            let selected = row.map_or(Intent::Deselect, |row| Intent::Select(Selection::Polity(row.owner)));
            intents.push(mark.and_then(opened_by).unwrap_or(selected));
        } else if let (true, Some(row)) = (response.secondary_clicked(), row) {
            intents.push(Intent::Select(Selection::Territory(row.territory)));
        }
    }
    if let (Some(sim), false) = (on_map.sim, response.dragged()) {
        let pointer = response.hover_pos();
        let mark = pointer.and_then(|at| overlay::mark_at(view, picture, at)).map(|mark| &mark.words);
        let flow = || pointer.and_then(|at| flow_at(view, &picture.flows, at)).map(|flow| &flow.words);
        let over = mark.or_else(flow).map(String::as_str);
        if row.is_some() || over.is_some() {
            response.on_hover_ui_at_pointer(|ui| tooltip(ui, sim, row, on_map.mode, over));
        }
    }
    pointed
}

/// What pressing a mark shows.
fn opened_by(mark: &Mark) -> Option<Intent> {
    let number = mark.opens?;
    match mark.kind {
        MarkKind::War => Some(Intent::ShowWar(number)),
        MarkKind::Crisis => Some(Intent::ShowCrisis(number)),
        MarkKind::Rising => None,
    }
}

fn move_map(ctx: &Context, response: &egui::Response, view: &mut MapView) {
    if response.dragged() {
        view.drag(response.drag_delta());
    }
    if response.contains_pointer()
        && let Some(at) = response.hover_pos()
    {
        let (wheel, pinch) = ctx.input(|input| (input.smooth_scroll_delta().y, input.zoom_delta()));
        let factor = (wheel * 0.004).exp() * pinch;
        if (factor - 1.0).abs() > 1e-4 {
            view.zoom(at, factor);
        }
    }
    let key = |key: egui::Key| ctx.input(|input| input.key_pressed(key)) && !ctx.text_edit_focused();
    if key(egui::Key::Plus) || key(egui::Key::Equals) {
        view.zoom(view.screen.center(), 1.3);
    }
    if key(egui::Key::Minus) {
        view.zoom(view.screen.center(), 1.0 / 1.3);
    }
    if key(egui::Key::Home) {
        view.whole();
    }
}

/// What is under the pointer: a territory, and a mark or a flow over it.
fn tooltip(ui: &mut Ui, sim: &Simulation, row: Option<Row>, mode: MapMode, over: Option<&str>) {
    let theme = Theme::of(ui);
    ui.set_max_width(260.0);
    ui.spacing_mut().item_spacing.y = 2.0;
    if let Some(row) = row {
        ground(ui, sim, row, mode);
    }
    if let Some(words) = over {
        ui.label(egui::RichText::new(words).color(theme.warning_text).size(size::SMALL));
    }
}

/// Whose ground a territory is, and its value in the mode of the map.
fn ground(ui: &mut Ui, sim: &Simulation, row: Row, mode: MapMode) {
    let theme = Theme::of(ui);
    let content = sim.content();
    let territory = &content.territories[row.territory].name;
    let owner = &content.polities[row.owner].name;
    ui.label(egui::RichText::new(owner).font(Theme::strong(size::BODY)).color(theme.ink));
    if territory != owner {
        ui.label(quiet(ui, territory));
    }
    let words = match sim.polity::<Status>(row.owner) {
        Status::Sovereign => sim.polity::<Government>(row.owner).form().words().to_owned(),
        Status::Dependent { of } => format!("ruled by {}", content.polities[*of].name),
        Status::Occupied { by } => format!("occupied by {}", content.polities[*by].name),
        Status::Dormant => "not in being".to_owned(),
    };
    ui.label(quiet(ui, words));
    if let Some(value) = figure(sim, row, mode) {
        let words = match mode {
            MapMode::System | MapMode::Current => String::new(),
            MapMode::Situation => format!("revolutionary situation {value:.2}"),
            MapMode::Hunger => format!("{:.0} % of the food needed is lacking", value * 100.0),
            MapMode::Organisation => format!("organised {value:.2}"),
            MapMode::ProductPerHead => format!("{value:.0} $ a head and year"),
            MapMode::Legitimacy => format!("legitimacy {value:.2}"),
            MapMode::Movements => format!("strongest movement {value:.2}"),
        };
        ui.label(text(ui, words));
    }
    if let (MapMode::Current, Some((current, share))) = (mode, leading_current(sim, row.territory)) {
        ui.label(text(ui, format!("{} {:.0} %", current.words(), share * 100.0)));
    }
}

/// The line that appears for a while, where it hides neither the tabs nor the head of a panel.
fn notice(ctx: &Context, shell: &Shell) {
    let Some(notice) = &shell.notice else { return };
    let theme = Theme::of_context(ctx);
    let at = pos2(ctx.viewport_rect().left() + space::M, space::TOP_BAR + space::M + TABS);
    let area = Area::new(Id::new("notice")).order(Order::Foreground).interactable(false);
    area.fixed_pos(at).show(ctx, |ui| {
        Frame::new().fill(theme.attention).inner_margin(egui::Margin::symmetric(12, 6)).show(ui, |ui| {
            ui.label(egui::RichText::new(&notice.words).color(theme.on_attention));
        });
    });
    ctx.request_repaint_after(std::time::Duration::from_millis(250));
}

/// The campaign: bar at the top, panels around the map.
fn campaign_screen(
    ctx: &Context,
    session: &Session,
    desk: &mut Desk,
    shell: &Shell,
    flows: &Flows,
    rooms: &Rooms,
    intents: &mut Intents,
) {
    let screen = ctx.viewport_rect();
    let sim = session.sim();
    let bar = Rect::from_min_size(screen.min, vec2(screen.width(), space::TOP_BAR));
    Area::new(Id::new("top bar")).order(Order::Middle).fixed_pos(bar.min).constrain(false).show(ctx, |ui| {
        ui.allocate_rect(bar, Sense::click());
        topbar::show(ui, bar, sim, session.seat, shell, intents);
    });
    let Rooms { below, right, middle, .. } = *rooms;
    let asked = offers_to_answer(sim, session.seat);
    panel_tabs(ctx, below, shell, asked, intents);
    let open: Vec<PanelKind> = shell.open.iter().copied().collect();
    desk.update(sim, &session.prices, shell.selection, &open);
    let opened = |kind| shell.open.contains(&kind);
    if opened(PanelKind::Legend) {
        let at = below.left_bottom();
        let area = Area::new(Id::new("legend")).order(Order::Middle).pivot(egui::Align2::LEFT_BOTTOM);
        let shown = area.fixed_pos(at).constrain(false).show(ctx, |ui| {
            ui.set_width(space::LEFT);
            legend::show(ui, shell.mode, flows, intents);
        });
        place(ctx, PanelKind::Legend.name(), shown.response.rect);
    }
    let legend = opened(PanelKind::Legend).then(|| find(ctx, PanelKind::Legend.name())).flatten();
    let over_legend = legend.map_or(below.bottom(), |legend| legend.top() - space::S);
    if opened(PanelKind::Orders) {
        let room = Rect::from_min_max(
            pos2(below.left(), below.top() + TABS),
            pos2(below.left() + space::LEFT, over_legend),
        );
        panel(ctx, desk, PanelKind::Orders, room, intents);
    }
    let (why, beside) = (opened(PanelKind::Why), beside_panel(shell));
    let inspector = opened(PanelKind::Inspector)
        && shell.selection.is_some()
        && (why || rooms.side_by_side || beside.is_none());
    if inspector {
        // Both share the column: what is selected above, why below.
        let bottom = if why { right.top() + right.height() * 0.52 } else { right.bottom() };
        panel(ctx, desk, PanelKind::Inspector, right.with_max_y(bottom), intents);
    }
    if why {
        let above = find(ctx, PanelKind::Inspector.name()).filter(|_| inspector);
        let top = above.map_or(right.top(), |rect| rect.bottom() + space::S);
        panel(ctx, desk, PanelKind::Why, right.with_min_y(top), intents);
    }
    if let Some(kind) = beside {
        panel(ctx, desk, kind, rooms.beside, intents);
    }
    let roomy = middle.width() >= MIDDLE;
    let chronicle = middle.with_min_y(middle.bottom() - CHRONICLE);
    if opened(PanelKind::Chronicle) && roomy {
        panel(ctx, desk, PanelKind::Chronicle, chronicle, intents);
    }
    // One of the wide panels at a time stands over the chronicle; where that is too narrow, over the legend.
    if let Some(kind) = PanelKind::WIDE.into_iter().find(|&kind| opened(kind)) {
        let room = match roomy {
            true => middle.with_max_y(chronicle.top() - space::S),
            false => middle.with_min_x(below.left()).with_max_y(over_legend),
        };
        let room = room.with_min_y(below.top() + TABS);
        let room = if kind == PanelKind::Chart {
            room.with_min_y(room.bottom() - room.height().min(380.0))
        } else {
            room
        };
        panel(ctx, desk, kind, room, intents);
    }
}

/// Draws one panel of the desk in its room.
fn panel(ctx: &Context, desk: &Desk, kind: PanelKind, room: Rect, intents: &mut Intents) {
    // The chronicle stands on the lower edge, however little it has to tell.
    let (pivot, at) = match kind {
        PanelKind::Chronicle | PanelKind::Chart => (egui::Align2::LEFT_BOTTOM, room.left_bottom()),
        // Whatever is wider than its column grows towards the map, not out of the window.
        PanelKind::Inspector
        | PanelKind::Why
        | PanelKind::Economy
        | PanelKind::Society
        | PanelKind::Movements
        | PanelKind::Diplomacy
        | PanelKind::Organisation
        | PanelKind::Doctrine
        | PanelKind::Crisis
        | PanelKind::War => (egui::Align2::RIGHT_TOP, room.right_top()),
        _ => (egui::Align2::LEFT_TOP, room.min),
    };
    let area =
        Area::new(Id::new(kind.name())).order(Order::Middle).pivot(pivot).fixed_pos(at).constrain(false);
    area.show(ctx, |ui| {
        ui.set_max_size(room.size());
        ui.set_width(room.width());
        desk.show(ui, kind, intents);
    });
}

/// Tabs that open and close panels.
fn panel_tabs(ctx: &Context, below: Rect, shell: &Shell, asked: usize, intents: &mut Intents) {
    let area = Area::new(Id::new("tabs")).order(Order::Middle).fixed_pos(below.left_top()).constrain(false);
    area.show(ctx, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            for (panel, words, key) in topbar::PANEL_BUTTONS {
                let open = shell.open.contains(&panel);
                let name = format!("tabs.{}", words.to_lowercase());
                // Where the player is asked something the tab says so.
                let asked = Some(asked).filter(|&asked| asked > 0 && panel == PanelKind::Diplomacy);
                let words = asked.map_or(words.to_owned(), |asked| format!("{words} · {asked}"));
                let response = named(&name, poster_choice(ui, &words, open));
                if open {
                    // Chosen tabs are dark, and so is the table where no map lies under them.
                    let line = (space::LINE, Theme::of(ui).paper);
                    ui.painter().rect_stroke(response.rect, 0.0, line, egui::StrokeKind::Inside);
                }
                let help = match asked {
                    Some(asked) => fill(say!("tabs.asked"), &[("key", key), ("n", &asked.to_string())]),
                    None => fill(say!("tabs.key"), &[("key", key)]),
                };
                if response.on_hover_text(help).clicked() {
                    intents.push(if open { Intent::Close(panel) } else { Intent::Open(panel) });
                }
            }
        });
    });
}
