//! Who rules, against who lives there.

use crate::base::PolityId;
use crate::content::vocabulary::Class;
use crate::sim::Simulation;
use crate::sim::movements::{Movement, MovementPhase};
use crate::sim::politics::Government;
use crate::view::words::{figure, fill, sentence_case, text};
use crate::view::{Explained, Unit};

use super::ClassLine;

/// A class among the people and in power.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RuleLine {
    /// Which.
    pub class: Class,
    /// Share of the people (0–1).
    pub share: f64,
    /// Share of the weight in the ruling coalition (0–1).
    pub weight: f64,
}

/// The coalition in power against the classes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RuleView {
    /// Form of rule, who governs, and what the picture says, in sentences.
    pub says: Vec<String>,
    /// Classes, in their order.
    pub lines: Vec<RuleLine>,
    /// How far the coalition and the people are apart (0 = the same mix, 1 = wholly others).
    pub apart: Explained,
    /// Legitimacy and what holds the rule.
    pub numbers: Vec<Explained>,
}

pub(super) fn view(
    sim: &Simulation,
    id: PolityId,
    classes: &[ClassLine],
    numbers: Vec<Explained>,
) -> RuleView {
    let lines: Vec<RuleLine> = classes
        .iter()
        .map(|line| RuleLine { class: line.class, share: line.share, weight: line.in_power })
        .collect();
    let apart = 0.5 * lines.iter().map(|line| (line.weight - line.share).abs()).sum::<f64>();
    RuleView {
        says: says(sim, id, &lines),
        apart: Explained::given(text!("so.apart"), apart, Unit::Share).meaning(text!("so.apart.means")),
        lines,
        numbers,
    }
}

fn says(sim: &Simulation, id: PolityId, lines: &[RuleLine]) -> Vec<String> {
    let content = sim.content();
    let form = sim.polity::<Government>(id).form().words();
    let mut says = vec![match governing(sim, id) {
        Some(movement) => fill(text!("so.form_led"), &[("form", form), ("movement", &movement)]),
        None => fill(text!("so.form"), &[("form", form)]),
    }];
    let ruler = sim.polity::<crate::sim::politics::Status>(id).ruler();
    if let Some(ruler) = ruler {
        says.push(fill(text!("so.ruled"), &[("ruler", &content.polities[ruler].name)]));
    }
    let most = |key: fn(&RuleLine) -> f64| lines.iter().max_by(|a, b| key(a).total_cmp(&key(b)));
    if let (Some(over), Some(under)) =
        (most(|line| line.weight - line.share), most(|line| line.share - line.weight))
        && over.weight > over.share
    {
        let words = |template: &str, line: &RuleLine| {
            let (share, weight) = (figure(line.share, Unit::Share), figure(line.weight, Unit::Share));
            let class = sentence_case(line.class.words());
            fill(template, &[("class", &class), ("share", &share), ("weight", &weight)])
        };
        says.push(words(text!("so.over"), over));
        says.push(words(text!("so.under"), under));
    }
    says
}

/// The movement that governs, if one came to power here.
fn governing(sim: &Simulation, id: PolityId) -> Option<String> {
    let here = |movement: &crate::base::MovementId| {
        let now = sim.movement::<Movement>(*movement);
        now.phase() == MovementPhase::Victorious && sim.content().movements[*movement].wants == id
    };
    sim.content().movements.ids().find(here).map(|movement| sim.content().movements[movement].name.clone())
}
