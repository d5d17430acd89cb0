//! Every colour, size and space of the window. Nothing else names one.

use egui::Color32;

/// Sizes of text at scale 1.
pub mod size {
    /// Tags, units, captions.
    pub const TINY: f32 = 11.0;
    /// Labels, buttons, headings of panels.
    pub const SMALL: f32 = 12.5;
    /// Text and figures.
    pub const BODY: f32 = 14.0;
    /// Titles of sheets, the date.
    pub const LARGE: f32 = 18.0;
    /// Titles of screens.
    pub const TITLE: f32 = 24.0;
    /// The name of the game on the title screen.
    pub const POSTER: f32 = 52.0;
}

/// Distances, in steps of four.
pub mod space {
    /// Between things that belong together.
    pub const XS: f32 = 4.0;
    /// Between rows.
    pub const S: f32 = 8.0;
    /// Inside sheets.
    pub const M: f32 = 12.0;
    /// Between groups, around panels.
    pub const L: f32 = 16.0;
    /// Between parts of a screen.
    pub const XL: f32 = 24.0;
    /// Height of the top bar.
    pub const TOP_BAR: f32 = 52.0;
    /// Height of a poster button.
    pub const BUTTON: f32 = 26.0;
    /// Width of the panels at the left.
    pub const LEFT: f32 = 264.0;
    /// Width of the panels at the right.
    pub const RIGHT: f32 = 340.0;
    /// Thickness of the rule under a heading.
    pub const RULE: f32 = 2.0;
    /// Thickness of thin lines.
    pub const LINE: f32 = 1.0;
    /// Extra space between spaced capitals, as a share of the size of the text.
    pub const CAPS: f32 = 0.12;
}

/// Which set of colours is on the table.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, serde::Serialize, serde::Deserialize,
)]
pub enum Light {
    /// Light: an atlas by day.
    #[default]
    DayAtlas,
    /// Dark: a desk at night.
    NightDesk,
}

/// The colours in force.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tokens {
    /// Which set.
    pub light: Light,
    /// Behind everything.
    pub table: Color32,
    /// The top bar, on the table.
    pub bar: Color32,
    /// Text on the table and on the bar.
    pub on_table: Color32,
    /// Quiet text on the table and on the bar.
    pub on_table_quiet: Color32,
    /// Sheets.
    pub paper: Color32,
    /// Sheets under the pointer, rows of tables, empty tracks of gauges.
    pub paper_shade: Color32,
    /// Thin rules on paper.
    pub line: Color32,
    /// Text on paper.
    pub ink: Color32,
    /// Quiet text on paper.
    pub ink_quiet: Color32,
    /// Sea.
    pub sea: Color32,
    /// Meridians and parallels.
    pub graticule: Color32,
    /// Coasts and borders.
    pub border: Color32,
    /// Planned economies of the Eastern alliance.
    pub planners: Color32,
    /// Socialist states outside the alliance.
    pub own_road: Color32,
    /// States in Western pacts.
    pub western: Color32,
    /// Dependent market states.
    pub dependent: Color32,
    /// Non-aligned states.
    pub non_aligned: Color32,
    /// Neutral states.
    pub neutral: Color32,
    /// Ground ruled from abroad; hatched in the ruler's colour.
    pub ruled: Color32,
    /// Wants attention.
    pub attention: Color32,
    /// Warns; the main action of a sheet.
    pub warning: Color32,
    /// Text on `attention`.
    pub on_attention: Color32,
    /// Text on any strong colour.
    pub on_colour: Color32,
    /// Text in the colour of danger or of the main action, readable on paper.
    pub warning_text: Color32,
    /// Where nothing is known.
    pub unknown: Color32,
    /// A scale of five steps, low to high, for map modes of one quantity.
    pub ramp: [Color32; 5],
    /// A scale of five steps, none to strong, for movements.
    pub heat: [Color32; 5],
    /// One colour a class of people, in the order of `Class::ALL`.
    pub classes: [Color32; 8],
    /// Lines of a chart, in order.
    pub series: [Color32; 6],
    /// What is selected on the map.
    pub selected: Color32,
    /// Trade flows out of the state looked at.
    pub flow_sold: Color32,
    /// Trade flows into it.
    pub flow_bought: Color32,
}

const fn rgb(hex: u32) -> Color32 {
    Color32::from_rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

/// Light.
pub const DAY_ATLAS: Tokens = Tokens {
    light: Light::DayAtlas,
    table: rgb(0x2A2C2B),
    bar: rgb(0x2B2924),
    on_table: rgb(0xF1E8D3),
    on_table_quiet: rgb(0xB9AE93),
    paper: rgb(0xF1E8D3),
    paper_shade: rgb(0xE4D8BC),
    line: rgb(0xCDBF9F),
    ink: rgb(0x2B2924),
    ink_quiet: rgb(0x655D4B),
    sea: rgb(0xA9BDB8),
    graticule: rgb(0x94AAA6),
    border: rgb(0x3A3831),
    planners: rgb(0xB5382B),
    own_road: rgb(0xCF7A63),
    western: rgb(0x355E86),
    dependent: rgb(0x7E9CB6),
    non_aligned: rgb(0x7D9462),
    neutral: rgb(0xCDB27A),
    ruled: rgb(0xD9C7A0),
    attention: rgb(0xC98A1B),
    warning: rgb(0xB5382B),
    on_attention: rgb(0x2B2924),
    on_colour: rgb(0xFBF6EA),
    warning_text: rgb(0x9A2A1F),
    unknown: rgb(0xC8BFAB),
    ramp: [rgb(0xE9DDBE), rgb(0xCBB98A), rgb(0x9DA36B), rgb(0x5E8064), rgb(0x2E5750)],
    heat: [rgb(0xE9DDBE), rgb(0xE0B878), rgb(0xD08A4A), rgb(0xB5562F), rgb(0x7E2A20)],
    classes: [
        rgb(0x8C7E45),
        rgb(0x5F4B32),
        rgb(0xB5382B),
        rgb(0x4E7F78),
        rgb(0xB0744A),
        rgb(0x7D9462),
        rgb(0x355E86),
        rgb(0x6B6350),
    ],
    series: [rgb(0xB5382B), rgb(0x355E86), rgb(0x66803F), rgb(0xA86F0E), rgb(0x6A4A7C), rgb(0x2B2924)],
    selected: rgb(0xF1C453),
    flow_sold: rgb(0xF1C453),
    flow_bought: rgb(0xF1E8D3),
};

/// Dark.
pub const NIGHT_DESK: Tokens = Tokens {
    light: Light::NightDesk,
    table: rgb(0x151716),
    bar: rgb(0x1D1C19),
    on_table: rgb(0xEFE6D2),
    on_table_quiet: rgb(0xB3A88C),
    paper: rgb(0x2B2A26),
    paper_shade: rgb(0x3A3832),
    line: rgb(0x4A463D),
    ink: rgb(0xEFE6D2),
    ink_quiet: rgb(0xB3A88C),
    sea: rgb(0x31423F),
    graticule: rgb(0x3C504C),
    border: rgb(0x171614),
    planners: rgb(0xD9513F),
    own_road: rgb(0xE0917B),
    western: rgb(0x5E8DBB),
    dependent: rgb(0x8FB0CC),
    non_aligned: rgb(0x9DB57F),
    neutral: rgb(0xD8C08C),
    ruled: rgb(0x6A614C),
    attention: rgb(0xF1C453),
    warning: rgb(0xD9513F),
    on_attention: rgb(0x2B2924),
    on_colour: rgb(0x0E0D0B),
    warning_text: rgb(0xF08A78),
    unknown: rgb(0x5A564C),
    ramp: [rgb(0xE9DDBE), rgb(0xCBB98A), rgb(0x9DA36B), rgb(0x5E8064), rgb(0x2E5750)],
    heat: [rgb(0xE9DDBE), rgb(0xE0B878), rgb(0xD08A4A), rgb(0xB5562F), rgb(0x7E2A20)],
    classes: [
        rgb(0xB8A95F),
        rgb(0x9A7B54),
        rgb(0xD9513F),
        rgb(0x6FB0A6),
        rgb(0xD39A6C),
        rgb(0x9DB57F),
        rgb(0x5E8DBB),
        rgb(0xB3A88C),
    ],
    series: [rgb(0xE0705F), rgb(0x7FABD6), rgb(0xA9C486), rgb(0xF1C453), rgb(0xB99ACB), rgb(0xEFE6D2)],
    selected: rgb(0xF1C453),
    flow_sold: rgb(0xF1C453),
    flow_bought: rgb(0xF1E8D3),
};

impl Light {
    /// Its colours.
    pub const fn tokens(self) -> Tokens {
        match self {
            Self::DayAtlas => DAY_ATLAS,
            Self::NightDesk => NIGHT_DESK,
        }
    }

    /// Its name for people.
    pub const fn words(self) -> &'static str {
        match self {
            Self::DayAtlas => "Day atlas",
            Self::NightDesk => "Night desk",
        }
    }
}

/// Contrast of two colours as WCAG 2 defines it (1–21).
pub fn contrast(a: Color32, b: Color32) -> f32 {
    let luminance = |colour: Color32| {
        let [r, g, b, _] = egui::Rgba::from(colour).to_array();
        0.2126 * r + 0.7152 * g + 0.0722 * b
    };
    let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
    if a > b { a / b } else { b / a }
}

/// Dark ink or light paper, whichever can be read better on a colour.
pub fn readable_on(colour: Color32) -> Color32 {
    let (dark, light) = (rgb(0x2B2924), rgb(0xFBF6EA));
    if contrast(light, colour) >= contrast(dark, colour) { light } else { dark }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_can_be_read_in_both_lights() {
        for tokens in [DAY_ATLAS, NIGHT_DESK] {
            for (text, ground) in [
                (tokens.ink, tokens.paper),
                (tokens.ink_quiet, tokens.paper),
                (tokens.ink, tokens.paper_shade),
                (tokens.ink_quiet, tokens.paper_shade),
                (tokens.warning_text, tokens.paper),
                (tokens.on_table, tokens.bar),
                (tokens.on_table_quiet, tokens.bar),
                (tokens.on_table_quiet, tokens.table),
                (tokens.on_colour, tokens.warning),
                (tokens.on_attention, tokens.attention),
            ] {
                let contrast = contrast(text, ground);
                assert!(contrast >= 4.5, "{text:?} on {ground:?} in {:?}: {contrast}", tokens.light);
            }
        }
    }
}
