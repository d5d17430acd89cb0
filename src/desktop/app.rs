//! The program: what runs when, and what is drawn on which screen.

use std::process::ExitCode;
use std::time::Duration;

use bevy::asset::AssetPlugin;
use bevy::log::LogPlugin;
use bevy::prelude::*;
use bevy::window::{PresentMode, WindowResolution};
use bevy::winit::{UpdateMode, WinitSettings};
use bevy_egui::{EguiContexts, EguiGlobalSettings, EguiPlugin, EguiPrimaryContextPass, PrimaryEguiContext};
use clap::Parser;

use super::branching::{LivingAgain, live_again};
use super::carry::{Begin, HomeFolder, begin_campaigns, carry_out};
use super::files::{find_assets, find_home};
use super::intents::Pace;
use super::library::{Library, Source, finish_reading};
use super::map::{self, MapCamera, MapColours, MapSheet};
use super::menu::Saves;
use super::options::Options;
use super::screens::{OnDesk, Wishes, draw};
use super::session::{Session, let_months_pass, let_notices_fade, tell_of_crisis, tell_of_victory};
use super::settings::Settings;
use super::shell::{AppState, Shell};
use super::theme::{self, Theme};
use super::{paint, script};
use crate::campaign::SeatName;

/// What the command line asks to do as soon as the content is read.
#[derive(Resource, Debug, Clone, Default)]
struct AtOnce {
    seat: Option<String>,
    seed: Option<u64>,
    load: Option<String>,
    mission: Option<String>,
}

/// Runs the game; returns what the process shall return.
pub fn run() -> ExitCode {
    let options = Options::parse();
    match start(options) {
        Ok(code) => code,
        Err(problem) => {
            eprintln!("correlation: {problem}");
            ExitCode::from(1)
        }
    }
}

fn start(options: Options) -> Result<ExitCode, String> {
    let assets = find_assets(options.assets.as_deref())?;
    let home = find_home(options.home.as_deref())?;
    let script =
        options.script.as_deref().map(|file| script::Script::read(file, &options.shots)).transpose()?;
    super::display::check()?;
    let (settings, complaint) = match Settings::read(&home.settings) {
        Ok(settings) => (settings, None),
        Err(problem) => (Settings::default(), Some(problem)),
    };
    let fonts = theme::load_fonts(&assets).map_err(|error| error.to_string())?;
    let world = map::read_map(&assets.join("map/world.json")).map_err(|error| error.to_string())?;

    let mut app = App::new();
    app.add_plugins(
        DefaultPlugins
            .set(WindowPlugin { primary_window: Some(window(&options)), ..default() })
            .set(AssetPlugin { file_path: assets.display().to_string(), ..default() })
            .set(LogPlugin { filter: "warn,wgpu_hal=error,wgpu_core=error".into(), ..default() }),
    );
    app.add_plugins(EguiPlugin::default());
    app.insert_resource(EguiGlobalSettings { auto_create_primary_context: false, ..default() });
    app.insert_resource(ClearColor(Color::BLACK))
        .insert_resource(MapColours(settings.light.tokens()))
        .insert_resource(MapSheet::new(world))
        .insert_resource(settings)
        .insert_resource(Fonts { waiting: Some(fonts), frames: 0 })
        .insert_resource(Saves::look(&home))
        .insert_resource(HomeFolder(home))
        .insert_resource(AtOnce {
            seat: options.seat.clone(),
            seed: options.seed,
            load: options.load.clone(),
            mission: options.mission.clone(),
        });
    let source = Source {
        root: options.content.clone(),
        scenario: options.scenario.clone(),
        mods: options.mods.clone(),
    };
    app.insert_resource(Library::read(source));
    let mut shell =
        Shell { seed: options.seed.map(|seed| seed.to_string()).unwrap_or_default(), ..default() };
    if let Some(problem) = complaint {
        shell.problem("The settings could not be read; the defaults are in force", problem);
    }
    app.insert_resource(shell).init_resource::<Wishes>().init_resource::<OnDesk>();
    app.init_state::<AppState>().add_message::<Begin>();
    map::plugin(&mut app);
    app.add_systems(PostStartup, attach_interface)
        .add_systems(
            Update,
            (
                finish_reading,
                do_at_once,
                (
                    carry_out,
                    begin_campaigns,
                    (
                        (let_months_pass, tell_of_victory, tell_of_crisis).chain(),
                        live_again.run_if(resource_exists::<LivingAgain>),
                    )
                        .chain()
                        .run_if(in_campaign),
                )
                    .chain(),
                let_notices_fade,
                apply_settings,
                set_rhythm,
            ),
        )
        .add_systems(PostUpdate, paint::repaint.before(map::Drawn))
        .add_systems(EguiPrimaryContextPass, (apply_theme, draw.run_if(faces_are_there)).chain());
    if let Some(script) = script {
        script::plugin(&mut app, script);
    }
    Ok(match app.run() {
        AppExit::Success => ExitCode::SUCCESS,
        AppExit::Error(code) => ExitCode::from(code.get()),
    })
}

fn window(options: &Options) -> Window {
    let (width, height) = options.size;
    Window {
        title: "Correlation of Forces".into(),
        name: Some("correlation-of-forces".into()),
        resolution: WindowResolution::new(width, height),
        present_mode: PresentMode::AutoVsync,
        ..default()
    }
}

fn in_campaign(state: Res<State<AppState>>, session: Option<Res<Session>>) -> bool {
    *state.get() == AppState::Campaign && session.is_some()
}

/// Faces that wait for the interface to be there.
#[derive(Resource)]
struct Fonts {
    waiting: Option<egui::FontDefinitions>,
    /// Frames since the interface was given them; it takes them in with the next one.
    frames: u32,
}

fn faces_are_there(fonts: Res<Fonts>) -> bool {
    fonts.frames > 1
}

/// The interface is drawn by the camera of the map, over it.
fn attach_interface(mut commands: Commands, camera: Single<Entity, With<MapCamera>>) {
    commands.entity(*camera).insert(PrimaryEguiContext);
}

/// Puts faces, colours and scale in force.
fn apply_theme(
    mut contexts: EguiContexts,
    mut fonts: ResMut<Fonts>,
    settings: Res<Settings>,
    mut done: Local<Option<Settings>>,
) -> Result {
    let ctx = contexts.ctx_mut()?;
    if let Some(faces) = fonts.waiting.take() {
        ctx.set_fonts(faces);
    }
    fonts.frames = fonts.frames.saturating_add(1);
    if *done != Some(*settings) {
        theme::apply(ctx, Theme { tokens: settings.light.tokens(), reduced_motion: settings.reduced_motion });
        ctx.set_zoom_factor(settings.scale as f32 / 100.0);
        *done = Some(*settings);
    }
    Ok(())
}

/// Follows a change of the settings, and writes them down.
fn apply_settings(
    settings: Res<Settings>,
    home: Res<HomeFolder>,
    mut shell: ResMut<Shell>,
    mut colours: ResMut<MapColours>,
    mut clear: ResMut<ClearColor>,
) {
    let tokens = settings.light.tokens();
    // The window is cleared with the sea; the table around the map is drawn.
    let [r, g, b, _] = tokens.sea.to_array();
    let sea = Color::srgb_u8(r, g, b);
    if clear.0 != sea {
        clear.0 = sea;
    }
    if colours.0 != tokens {
        colours.0 = tokens;
    }
    if settings.is_changed()
        && !settings.is_added()
        && let Err(problem) = settings.write(&home.0.settings)
    {
        shell.tell(format!("The settings could not be kept: {problem}"));
    }
}

/// Draws often while something moves, seldom while nothing does.
fn set_rhythm(
    shell: Res<Shell>,
    scripted: Option<Res<script::Running>>,
    living: Option<Res<LivingAgain>>,
    mut winit: ResMut<WinitSettings>,
) {
    let busy = scripted.is_some() || living.is_some() || matches!(shell.pace, Pace::Running(_));
    let focused =
        if busy { UpdateMode::Continuous } else { UpdateMode::reactive(Duration::from_millis(250)) };
    let unfocused = if busy { focused } else { UpdateMode::reactive_low_power(Duration::from_secs(1)) };
    if winit.focused_mode != focused || winit.unfocused_mode != unfocused {
        *winit = WinitSettings { focused_mode: focused, unfocused_mode: unfocused };
    }
}

/// Does what the command line asks for once the content is read.
fn do_at_once(
    mut wanted: ResMut<AtOnce>,
    library: Res<Library>,
    mut begin: MessageWriter<Begin>,
    mut wishes: ResMut<Wishes>,
    mut shell: ResMut<Shell>,
) {
    if library.is_reading() {
        return;
    }
    let wanted = std::mem::take(&mut *wanted);
    if let Some(report) = library.broken() {
        if wishes.first_look {
            wishes.first_look = false;
            shell.problem("The campaign cannot be played as it is", report);
        }
        return;
    }
    wishes.first_look = false;
    let Some(content) = library.content() else { return };
    if let Some(id) = wanted.seat {
        match SeatName(id.clone()).find(content) {
            Some(seat) => {
                begin.write(Begin::New { seat: Some(seat), seed: wanted.seed.unwrap_or(1) });
            }
            None => shell.problem(
                "There is no such seat",
                format!("`{id}` is no state or movement of this campaign."),
            ),
        }
    }
    if let Some(name) = wanted.load {
        begin.write(Begin::Saved(name));
    }
    if let Some(id) = wanted.mission.or(wishes.mission.take()) {
        begin.write(Begin::Mission(id));
    }
}
