//! The map: geometry as two meshes a level of detail, coloured by a table; names and marks painted over it.

pub mod colours;
mod file;
pub mod flows;
pub mod geometry;
mod material;
mod mesh;
pub mod overlay;
mod pick;
pub mod picture;
mod view;

pub use file::{MapError, parse_map, read_map};
pub use pick::Picker;
pub use view::MapView;

use std::sync::Arc;

use bevy::camera::visibility::NoFrustumCulling;
use bevy::prelude::*;
use bevy::shader::Shader;
use bevy::sprite_render::{Material2dPlugin, MeshMaterial2d};
use bevy::tasks::{AsyncComputeTaskPool, Task, futures::check_ready};

use geometry::WorldMap;
use material::{LandMaterial, LineMaterial, SHADER, SHADER_TEXT, Table, linear, packed};
use mesh::{GRATICULE, LEVELS, LevelMeshes, TABLE};
use picture::Picture;

use super::theme::Tokens;

/// The map of the world in play.
#[derive(Resource, Clone)]
pub struct MapSheet {
    /// Geometry.
    pub map: Arc<WorldMap>,
    /// What lies where.
    pub picker: Arc<Picker>,
}

impl MapSheet {
    /// Indexes a map.
    pub fn new(map: WorldMap) -> Self {
        let picker = Arc::new(Picker::new(&map));
        Self { map: Arc::new(map), picker }
    }
}

/// Systems that bring the picture onto the map; the picture has to be ready before.
#[derive(SystemSet, Debug, Clone, PartialEq, Eq, Hash)]
pub struct Drawn;

/// The colours in force, for the map.
#[derive(Resource, Clone, Copy, PartialEq)]
pub struct MapColours(pub Tokens);

/// The camera that looks at the map.
#[derive(Component)]
pub struct MapCamera;

/// How strong the hatching of ground ruled from abroad is; names have to stay readable over it.
const HATCH: f32 = 0.7;

/// Meshes of one level of detail.
#[derive(Component)]
struct Level(usize);

#[derive(Resource)]
struct Materials {
    land: Handle<LandMaterial>,
    lines: Handle<LineMaterial>,
}

/// Finer levels of detail that are still being built.
#[derive(Resource, Default)]
struct Building(Vec<(usize, Task<LevelMeshes>)>);

/// Draws the map that the resource [`MapSheet`] holds.
pub fn plugin(app: &mut App) {
    let mut shaders = app.world_mut().resource_mut::<Assets<Shader>>();
    let shader = Shader::from_wgsl(SHADER_TEXT, "correlation/map.wgsl");
    if let Err(error) = shaders.insert(&SHADER, shader) {
        error!("the shader of the map could not be stored: {error}");
    }
    app.add_plugins((
        Material2dPlugin::<LandMaterial>::default(),
        Material2dPlugin::<LineMaterial>::default(),
    ))
    .init_resource::<Picture>()
    .init_resource::<Building>()
    .add_systems(Startup, lay_out.run_if(resource_exists::<MapSheet>))
    .add_systems(PostUpdate, (finish_levels, follow_view, colour_map).run_if(resource_exists::<Materials>));
}

fn lay_out(
    mut commands: Commands,
    sheet: Res<MapSheet>,
    mut meshes: ResMut<Assets<Mesh>>,
    mut lands: ResMut<Assets<LandMaterial>>,
    mut liness: ResMut<Assets<LineMaterial>>,
    mut building: ResMut<Building>,
) {
    let table = Table::default();
    let materials = Materials {
        land: lands.add(LandMaterial { table: table.clone() }),
        lines: liness.add(LineMaterial { table }),
    };
    commands.spawn((MapCamera, Camera2d, Msaa::Off));
    let ground = mesh::ground(&sheet.map);
    place(&mut commands, &mut meshes, &materials, ground, 0.0, None);
    let coarse = mesh::level(&sheet.map, LEVELS[0].0);
    place(&mut commands, &mut meshes, &materials, coarse, 2.0, Some(0));
    for (number, (tolerance, _)) in LEVELS.into_iter().enumerate().skip(1) {
        let map = Arc::clone(&sheet.map);
        let task = AsyncComputeTaskPool::get().spawn(async move { mesh::level(&map, tolerance) });
        building.0.push((number, task));
    }
    commands.insert_resource(MapView::new(sheet.map.width, sheet.map.height));
    commands.insert_resource(materials);
}

fn place(
    commands: &mut Commands,
    meshes: &mut Assets<Mesh>,
    materials: &Materials,
    built: LevelMeshes,
    height: f32,
    level: Option<usize>,
) {
    let visible = if matches!(level, None | Some(0)) { Visibility::Inherited } else { Visibility::Hidden };
    let land = (
        Mesh2d(meshes.add(built.land)),
        MeshMaterial2d(materials.land.clone()),
        Transform::from_xyz(0.0, 0.0, height),
        NoFrustumCulling,
        visible,
    );
    let lines = (
        Mesh2d(meshes.add(built.lines)),
        MeshMaterial2d(materials.lines.clone()),
        Transform::from_xyz(0.0, 0.0, height + 1.0),
        NoFrustumCulling,
        visible,
    );
    let entities = [commands.spawn(land).id(), commands.spawn(lines).id()];
    if let Some(level) = level {
        for entity in entities {
            commands.entity(entity).insert(Level(level));
        }
    }
}

fn finish_levels(
    mut commands: Commands,
    mut building: ResMut<Building>,
    mut meshes: ResMut<Assets<Mesh>>,
    materials: Res<Materials>,
) {
    let mut left = Vec::new();
    for (number, mut task) in std::mem::take(&mut building.0) {
        match check_ready(&mut task) {
            Some(built) => place(&mut commands, &mut meshes, &materials, built, 2.0, Some(number)),
            None => left.push((number, task)),
        }
    }
    building.0 = left;
}

/// Moves the camera to where the player looks, and shows the level of detail that fits.
fn follow_view(
    view: Res<MapView>,
    camera: Single<(&mut Transform, &mut Projection), With<MapCamera>>,
    mut levels: Query<(&Level, &mut Visibility)>,
    window: Single<&Window>,
) {
    let (mut transform, mut projection) = camera.into_inner();
    let at = Vec3::new(view.centre[0], -view.centre[1], 0.0);
    if transform.translation != at {
        transform.translation = at;
    }
    // The view counts in points of the interface; the camera in logical pixels of the window.
    let points = view.screen.width() / window.width().max(1.0);
    if let Projection::Orthographic(seen) = projection.as_mut() {
        seen.scale = view.scale * points;
    }
    let wanted = LEVELS.iter().position(|(_, from)| f64::from(view.scale) >= *from).unwrap_or(0);
    let ready = levels.iter().map(|(level, _)| level.0).filter(|&level| level <= wanted).max().unwrap_or(0);
    for (level, mut visibility) in &mut levels {
        visibility.set_if_neq(if level.0 == ready { Visibility::Inherited } else { Visibility::Hidden });
    }
}

/// Writes the picture into the table that the shader reads, when it has changed.
fn colour_map(
    picture: Res<Picture>,
    colours: Res<MapColours>,
    materials: Res<Materials>,
    mut lands: ResMut<Assets<LandMaterial>>,
    mut liness: ResMut<Assets<LineMaterial>>,
    mut last: Local<Option<Table>>,
) {
    if last.is_some() && !picture.is_changed() && !colours.is_changed() {
        return;
    }
    let tokens = &colours.0;
    let mut table = Table {
        coast: linear(tokens.border),
        state: linear(tokens.border.gamma_multiply(0.85)),
        inner: linear(tokens.paper.gamma_multiply(0.38)),
        selected: linear(tokens.selected),
        widths: Vec4::new(0.9, 1.1, 0.6, 3.2),
        ..Table::default()
    };
    for (row, look) in picture.looks.iter().enumerate().take(TABLE as usize) {
        let hovered = picture.hovered == Some(row);
        let flags = u32::from(look.selected) | u32::from(hovered) << 1;
        let hatch = look.hatch.map_or(0, |hatch| packed(hatch.gamma_multiply(HATCH)));
        table.rows[row] = UVec4::new(packed(look.fill), hatch, look.owner, flags);
    }
    table.rows[TABLE as usize].x = packed(tokens.table);
    table.rows[GRATICULE as usize].x = packed(tokens.graticule);
    if last.as_ref() == Some(&table) {
        return;
    }
    if let Some(mut land) = lands.get_mut(&materials.land) {
        land.table = table.clone();
    }
    if let Some(mut lines) = liness.get_mut(&materials.lines) {
        lines.table = table.clone();
    }
    *last = Some(table);
}
