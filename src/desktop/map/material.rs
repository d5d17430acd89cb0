//! How the meshes of the map are coloured: one small table for both materials.

use bevy::asset::{Asset, Handle, uuid_handle};
use bevy::math::{UVec4, Vec4};
use bevy::mesh::{Mesh, MeshVertexBufferLayoutRef};
use bevy::reflect::TypePath;
use bevy::render::render_resource::{
    AsBindGroup, RenderPipelineDescriptor, ShaderType, SpecializedMeshPipelineError,
};
use bevy::shader::{Shader, ShaderRef};
use bevy::sprite_render::{AlphaMode2d, Material2d, Material2dKey};
use egui::Color32;

use super::mesh::{PUSH, SIDES, TERRITORY};

/// The shader of the map.
pub const SHADER: Handle<Shader> = uuid_handle!("5e0b3c1e-9a1f-4d0e-8f61-6a1d60a2c7b4");
/// Its text.
pub const SHADER_TEXT: &str = include_str!("map.wgsl");

/// Rows of the colour table.
pub const ROWS: usize = 1000;

/// The colour table, as the shader reads it.
#[derive(Debug, Clone, PartialEq, ShaderType)]
pub struct Table {
    /// Colour, hatching, owner, flags of each territory.
    pub rows: [UVec4; ROWS],
    /// Colour of coasts, linear.
    pub coast: Vec4,
    /// Colour of borders between states, linear.
    pub state: Vec4,
    /// Colour of borders inside a state, linear.
    pub inner: Vec4,
    /// Colour of the outline of what is selected, linear.
    pub selected: Vec4,
    /// Widths in pixels: coast, border of states, border inside a state, selected.
    pub widths: Vec4,
}

impl Default for Table {
    fn default() -> Self {
        Self {
            rows: [UVec4::ZERO; ROWS],
            coast: Vec4::ONE,
            state: Vec4::ONE,
            inner: Vec4::ONE,
            selected: Vec4::ONE,
            widths: Vec4::ONE,
        }
    }
}

/// A colour as the table packs it.
pub fn packed(colour: Color32) -> u32 {
    u32::from_le_bytes(colour.to_srgba_unmultiplied())
}

/// A colour in linear light.
pub fn linear(colour: Color32) -> Vec4 {
    Vec4::from_array(egui::Rgba::from(colour).to_rgba_unmultiplied())
}

/// Land and sea.
#[derive(Asset, TypePath, AsBindGroup, Debug, Clone)]
pub struct LandMaterial {
    /// The colours.
    #[uniform(0)]
    pub table: Table,
}

impl Material2d for LandMaterial {
    fn vertex_shader() -> ShaderRef {
        SHADER.into()
    }
    fn fragment_shader() -> ShaderRef {
        SHADER.into()
    }
    fn specialize(
        descriptor: &mut RenderPipelineDescriptor,
        layout: &MeshVertexBufferLayoutRef,
        _key: Material2dKey<Self>,
    ) -> Result<(), SpecializedMeshPipelineError> {
        let attributes = [Mesh::ATTRIBUTE_POSITION.at_shader_location(0), TERRITORY.at_shader_location(1)];
        descriptor.vertex.buffers = vec![layout.0.get_layout(&attributes)?];
        Ok(())
    }
}

/// Coasts, borders, graticule.
#[derive(Asset, TypePath, AsBindGroup, Debug, Clone)]
pub struct LineMaterial {
    /// The colours.
    #[uniform(0)]
    pub table: Table,
}

impl Material2d for LineMaterial {
    fn vertex_shader() -> ShaderRef {
        SHADER.into()
    }
    fn fragment_shader() -> ShaderRef {
        SHADER.into()
    }
    fn alpha_mode(&self) -> AlphaMode2d {
        AlphaMode2d::Blend
    }
    fn specialize(
        descriptor: &mut RenderPipelineDescriptor,
        layout: &MeshVertexBufferLayoutRef,
        _key: Material2dKey<Self>,
    ) -> Result<(), SpecializedMeshPipelineError> {
        let attributes = [
            Mesh::ATTRIBUTE_POSITION.at_shader_location(0),
            PUSH.at_shader_location(1),
            SIDES.at_shader_location(2),
        ];
        descriptor.vertex.buffers = vec![layout.0.get_layout(&attributes)?];
        descriptor.vertex.shader_defs.push("LINES".into());
        if let Some(fragment) = descriptor.fragment.as_mut() {
            fragment.shader_defs.push("LINES".into());
        }
        Ok(())
    }
}
