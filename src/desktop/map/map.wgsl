// Land, sea and lines of the map. Colours stand in a table indexed by territory; lines keep their width in pixels.
#import bevy_sprite::{
    mesh2d_functions as functions,
    mesh2d_view_bindings::view,
}
#ifdef SRGB_OUTPUT
#import bevy_render::color_operations::linear_to_srgb
#endif

// x: colour, y: colour of the hatching (alpha 0 = none), z: number of the owner, w: 1 selected, 2 hovered.
struct Table {
    rows: array<vec4<u32>, 1000>,
    coast: vec4<f32>,
    state: vec4<f32>,
    inner: vec4<f32>,
    selected: vec4<f32>,
    // Widths in pixels: coast, border of states, border inside a state, selected.
    widths: vec4<f32>,
}

@group(#{MATERIAL_BIND_GROUP}) @binding(0) var<uniform> table: Table;

const NOTHING: u32 = 4294967295u;
const GRATICULE: u32 = 999u;

fn linear(packed: u32) -> vec4<f32> {
    let c = unpack4x8unorm(packed);
    let low = c.rgb / 12.92;
    let high = pow((c.rgb + 0.055) / 1.055, vec3(2.4));
    return vec4(select(high, low, c.rgb <= vec3(0.04045)), c.a);
}

// Map units per pixel of the screen.
fn units_per_pixel() -> f32 {
    return 2.0 / (view.clip_from_world[0][0] * view.viewport.z);
}

fn shown(colour: vec4<f32>) -> vec4<f32> {
#ifdef SRGB_OUTPUT
    return vec4(linear_to_srgb(colour.rgb), colour.a);
#else
    return colour;
#endif
}

#ifdef LINES

struct Vertex {
    @builtin(instance_index) instance: u32,
    @location(0) position: vec3<f32>,
    @location(1) push: vec3<f32>,
    @location(2) sides: vec2<u32>,
}

struct Between {
    @builtin(position) position: vec4<f32>,
    @location(0) @interpolate(flat) colour: vec4<f32>,
    @location(1) @interpolate(flat) half_width: f32,
    @location(2) across: f32,
}

@vertex
fn vertex(in: Vertex) -> Between {
    var out: Between;
    var colour = table.coast;
    var width = table.widths.x;
    if (in.sides.x == GRATICULE) {
        colour = linear(table.rows[GRATICULE].x);
        width = 1.0;
    } else {
        let a = table.rows[in.sides.x];
        var b = vec4<u32>(0u, 0u, NOTHING, 0u);
        if (in.sides.y != NOTHING) {
            b = table.rows[in.sides.y];
            colour = table.state;
            width = table.widths.y;
            if (a.z == b.z) {
                colour = table.inner;
                width = table.widths.z;
            }
        }
        if ((a.w & 1u) != (b.w & 1u)) {
            colour = table.selected;
            width = table.widths.w;
        }
    }
    // Half a pixel more on each side carries the soft edge.
    let reach = width * 0.5 + 0.5;
    let world = functions::get_world_from_local(in.instance) * vec4(in.position, 1.0);
    let pushed = vec4(world.xy + in.push.xy * reach * units_per_pixel(), world.zw);
    out.position = functions::mesh2d_position_world_to_clip(pushed);
    out.colour = colour;
    out.half_width = width * 0.5;
    out.across = in.push.z * reach;
    return out;
}

@fragment
fn fragment(in: Between) -> @location(0) vec4<f32> {
    let alpha = clamp(in.half_width + 0.5 - abs(in.across), 0.0, 1.0) * min(in.half_width * 2.0, 1.0);
    return shown(vec4(in.colour.rgb, in.colour.a * alpha));
}

#else

struct Vertex {
    @builtin(instance_index) instance: u32,
    @location(0) position: vec3<f32>,
    @location(1) row: u32,
}

struct Between {
    @builtin(position) position: vec4<f32>,
    @location(0) @interpolate(flat) colour: vec4<f32>,
    @location(1) @interpolate(flat) hatch: vec4<f32>,
    @location(2) place: vec2<f32>,
}

@vertex
fn vertex(in: Vertex) -> Between {
    var out: Between;
    let world = functions::get_world_from_local(in.instance) * vec4(in.position, 1.0);
    out.position = functions::mesh2d_position_world_to_clip(world);
    let row = table.rows[in.row];
    out.colour = linear(row.x);
    if ((row.w & 2u) != 0u) {
        out.colour = vec4(mix(out.colour.rgb, vec3(1.0), 0.16), 1.0);
    }
    out.hatch = linear(row.y);
    // Pixels from the map's origin: the hatching stays with the land when the map is moved.
    out.place = world.xy / units_per_pixel();
    return out;
}

@fragment
fn fragment(in: Between) -> @location(0) vec4<f32> {
    var colour = in.colour.rgb;
    if (in.hatch.a > 0.0) {
        // Diagonal lines 7 pixels apart, 1.4 wide, with soft edges.
        let across = abs(fract((in.place.x + in.place.y) / (7.0 * 1.41421)) - 0.5) * 7.0;
        colour = mix(colour, in.hatch.rgb, clamp(1.2 - across, 0.0, 1.0) * in.hatch.a);
    }
    return shown(vec4(colour, 1.0));
}

#endif
