//! The revolutionary situation: three gauges with their terms, and what the rules make of them.

use crate::base::PolityId;
use crate::sim::Simulation;
use crate::sim::movements::{MovementRules, Situation, holds_out, means};
use crate::view::gauges::Gauges;
use crate::view::words::{figure, fill, text};
use crate::view::{Explained, How, Unit};

/// A mark on the scale of ripeness.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark {
    /// Where (0–1).
    pub at: f64,
    /// What happens from there on.
    pub words: &'static str,
}

/// The revolutionary situation, and what the rules in force make of it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SituationView {
    /// The three gauges and the three combined.
    pub gauges: Gauges,
    /// How the three are combined under the lens in force.
    pub combined: Explained,
    /// The rules in force that act on ripeness, and what they say of a rising now.
    pub rules: Vec<Explained>,
    /// Thresholds on the scale of ripeness, lowest first.
    pub marks: Vec<Mark>,
    /// What that means, in sentences.
    pub says: Vec<String>,
}

pub(super) fn view(sim: &Simulation, id: PolityId) -> SituationView {
    let rules = sim.get::<MovementRules>();
    let now = sim.polity::<Situation>(id);
    let (geometric, plain) = means(now.above(), now.below(), now.lead());
    let replaced = rules.ripeness_substitutability;
    let parts = [
        (text!("so.geometric").to_owned(), (1.0 - replaced) * geometric),
        (text!("so.plain").to_owned(), replaced * plain),
    ];
    let combined = Explained::given(text!("g.ripe"), now.ripeness(), Unit::Index)
        .meaning(text!("so.combined.means"))
        .with_parts(How::Sum, parts);
    let number = |what: &str, value, unit, means: &str| Explained::given(what, value, unit).meaning(means);
    let holds = holds_out(now.ripeness(), rules);
    let months = format!("{:.0}", rules.trial_months);
    let mut marks = vec![
        Mark { at: rules.ripe_at, words: text!("so.mark.ripe") },
        Mark { at: rules.flare_ripeness, words: text!("so.mark.flare") },
        Mark { at: rules.seizure_ripeness, words: text!("so.mark.seizure") },
    ];
    marks.sort_by(|a, b| a.at.total_cmp(&b.at));
    SituationView {
        gauges: Gauges::of(sim, id),
        rules: vec![
            number(&text!("so.holds").replace("{n}", &months), holds, Unit::Share, text!("so.holds.means")),
            number(text!("so.geometric.all"), geometric, Unit::Index, text!("so.geometric.means")),
            number(text!("so.plain.all"), plain, Unit::Index, text!("so.plain.means")),
            number(text!("so.replaces"), replaced, Unit::Share, text!("so.replaces.means")),
            number(text!("so.ripe_at"), rules.ripe_at, Unit::Index, text!("so.ripe_at.means")),
            number(text!("so.flare"), rules.flare_ripeness, Unit::Index, text!("so.flare.means")),
            number(text!("so.seizure"), rules.seizure_ripeness, Unit::Index, text!("so.seizure.means")),
        ],
        combined,
        marks,
        says: vec![
            lacking(now, replaced),
            fill(
                text!("so.says_holds"),
                &[
                    ("share", &figure(holds, Unit::Share)),
                    ("n", &months),
                    ("at", &figure(rules.ripe_at, Unit::Index)),
                ],
            ),
        ],
    }
}

/// Which gauge is lowest, and how far the rules let the others stand in for it.
fn lacking(now: &Situation, replaced: f64) -> String {
    let gauges =
        [(now.above(), text!("g.above")), (now.below(), text!("g.below")), (now.lead(), text!("g.lead"))];
    let [first, rest @ ..] = gauges;
    let (value, what) =
        rest.into_iter().fold(first, |least, gauge| if gauge.0 < least.0 { gauge } else { least });
    let (value, share) = (figure(value, Unit::Index), figure(replaced, Unit::Share));
    fill(text!("so.says_lacks"), &[("what", what), ("value", &value), ("share", &share)])
}
