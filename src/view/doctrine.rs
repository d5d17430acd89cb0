//! The line of a state: what it follows where, what its parameters weigh and how far they can be moved, what it rules out,
//! on which texts it rests, what its word is worth, and which decisions would flip if it weighed otherwise.

use crate::base::{DoctrineId, Month, PolityId};
use crate::content::defs::{Content, ContentNames, DoctrineDef, TurnDef};
use crate::content::report::nearest;
use crate::content::vocabulary::{Condition, Ids, LineScope, Order};
use crate::sim::agents::{
    DecisionLog, DecisionRecord, Players, Verdict, bar_of, flips, rescore_with, shadow,
};
use crate::sim::chronicle::{Chronicle, Fact};
use crate::sim::doctrine::{Doctrines, LARGEST_STEP, MovementDoctrines, Repute, Strain, Tuning};
use crate::sim::orders::{price, validate};
use crate::sim::{Atlas, Seat, Simulation};

use super::words::{
    Sentence, Speaker, blocker_words, decision_sentence, fact_words, figure, fill, label, order_title,
    outcome_words, parameter_words, sentence_case, signed, text,
};
use super::{Explained, How, Look, Unit};

/// A value that is tried for one parameter of a line in force; nothing is ordered yet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Trial {
    /// Of which doctrine.
    pub doctrine: DoctrineId,
    /// Which parameter, by position.
    pub parameter: u16,
    /// The value tried.
    pub value: f64,
}

impl Trial {
    /// The parameter of a name among a seat's lines in force: `restraint`, or `containment.restraint`.
    ///
    /// # Errors
    /// That none of them has it, with a name that looks like it; or that the value lies outside its range.
    pub fn find(sim: &Simulation, seat: Seat, name: &str, value: f64) -> Result<Self, String> {
        let content = sim.content();
        let mut known = Vec::new();
        for doctrine in lines_of(sim, seat) {
            let def = &content.doctrines[doctrine];
            for (place, parameter) in def.parameters.iter().enumerate() {
                let full = format!("{}.{}", def.id, parameter.id);
                if name != parameter.id && name != full {
                    known.extend([parameter.id.clone(), full]);
                    continue;
                }
                if !(value >= parameter.min && value <= parameter.max) {
                    let (min, max) = (parameter.min, parameter.max);
                    return Err(format!("parameter `{full}` must lie between {min} and {max}, not {value}"));
                }
                return Ok(Self { doctrine, parameter: place as u16, value });
            }
        }
        let near =
            nearest(name, known.iter().map(String::as_str)).map(|near| format!("; did you mean `{near}`?"));
        Err(format!("no line in force has a parameter named `{name}`{}", near.unwrap_or_default()))
    }
}

/// A parameter of a line in force.
#[derive(Debug, Clone, PartialEq)]
pub struct ParameterView {
    /// Its position in the doctrine's list.
    pub place: u16,
    /// Its name in words.
    pub what: String,
    /// What it means.
    pub means: String,
    /// The value in force here.
    pub value: f64,
    /// The value as the line is written.
    pub written: f64,
    /// Smallest value.
    pub min: f64,
    /// Largest value.
    pub max: f64,
    /// Lowest and highest value that one amendment can bring it to.
    pub reach: (f64, f64),
}

/// Something a line rules out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LimitView {
    /// What it says: "never: send troops, unless …".
    pub words: String,
    /// Why, in its holders' words.
    pub because: String,
}

/// A text that a line rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimLine {
    /// Its id.
    pub id: String,
    /// Text, section, author and date.
    pub source: String,
    /// What the text asserts.
    pub asserts: String,
    /// What speaks against it.
    pub contrary: String,
}

/// One way in which a line drifts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DriftLine {
    /// What comes about, on which occasions, under which condition.
    pub words: String,
    /// Why, in its holders' words.
    pub because: String,
}

/// A line in force.
#[derive(Debug, Clone, PartialEq)]
pub struct LineView {
    /// Which doctrine.
    pub id: DoctrineId,
    /// Its name as its holders call it.
    pub name: String,
    /// What its opponents call it.
    pub opponents: String,
    /// Where it is in force.
    pub scope: String,
    /// What its holders hold.
    pub summary: String,
    /// What it weighs.
    pub parameters: Vec<ParameterView>,
    /// What it rules out.
    pub limits: Vec<LimitView>,
    /// On which claims it rests.
    pub claims: Vec<ClaimLine>,
    /// What goes on by itself while it is in force, in the form of what it rules out.
    pub effects: Vec<LimitView>,
    /// How it may drift.
    pub drift: Vec<DriftLine>,
}

/// A decision that would flip.
#[derive(Debug, Clone, PartialEq)]
pub struct FlipView {
    /// The act.
    pub act: Sentence,
    /// What became of it, in words.
    pub verdict: String,
    /// Whether it was chosen, and would no longer be; else it was set aside, and would pass.
    pub chosen: bool,
    /// Score as it was.
    pub score: f64,
    /// Score as it would be.
    pub after: f64,
    /// The score it has to reach.
    pub bar: f64,
    /// The record behind it, if it is one of the history and not of a preview.
    pub decision: Option<u32>,
}

/// What a value that is tried would do.
#[derive(Debug, Clone, PartialEq)]
pub struct TrialView {
    /// What is tried.
    pub trial: Trial,
    /// The parameter in words.
    pub what: String,
    /// The value in force.
    pub from: f64,
    /// Decisions that would flip.
    pub flips: Vec<FlipView>,
    /// How many decisions under this line were weighed again.
    pub weighed: usize,
    /// Whose decisions they are: "its decisions of May 1955", or what it would decide now.
    pub basis: String,
    /// The order that goes as far towards the value as one step may, if the seat is the player's and there is a step.
    pub order: Option<Order<Ids>>,
    /// Authority the order costs.
    pub cost: f64,
    /// What stands against it, in words.
    pub blockers: Vec<String>,
}

/// The lines of a state.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DoctrineView {
    /// The state or movement; none if nothing is looked at.
    pub seat: Option<Seat>,
    /// Its name.
    pub name: String,
    /// Its look on the map; of a movement that of nobody.
    pub look: Look,
    /// Whether it is the player's seat, whose line the player may amend.
    pub own: bool,
    /// What a state's word is worth (0–1), with what it lost.
    pub credibility: Option<Explained>,
    /// Whether it follows one line or a mix, and since when.
    pub mix: String,
    /// Lines in force.
    pub lines: Vec<LineView>,
    /// Latest changes of line, newest first.
    pub changes: Vec<(Month, Sentence)>,
    /// What a value that is tried would do.
    pub trial: Option<TrialView>,
}

/// Most changes of line that are shown.
const MOST_CHANGES: usize = 8;

/// The lines of a state or movement, with what a value that is tried would do.
pub fn doctrine_view(sim: &Simulation, seat: Option<Seat>, trial: Option<Trial>) -> DoctrineView {
    let Some(seat) = seat else { return DoctrineView::default() };
    let content = sim.content();
    let state = match seat {
        Seat::Polity(id) => Some(id),
        Seat::Movement(_) => None,
    };
    let lines = lines_of(sim, seat);
    DoctrineView {
        seat: Some(seat),
        name: Speaker(content).seat(seat).text,
        look: state.map_or(Look::default(), |id| Look::of(sim, id)),
        own: sim.get::<Players>().seat() == Some(seat),
        credibility: state.map(|id| credibility(sim, id)),
        mix: match state {
            Some(id) => mix_words(content, sim.polity::<Doctrines>(id)),
            None => fill(text!("ln.of_movement"), &[("line", &content.doctrines[lines[0]].name)]),
        },
        lines: lines.iter().map(|&doctrine| line_view(sim, seat, doctrine)).collect(),
        changes: changes(sim, seat),
        trial: trial
            .filter(|trial| lines.contains(&trial.doctrine))
            .and_then(|trial| trial_view(sim, seat, trial)),
    }
}

/// The doctrines that a seat follows: a movement one.
fn lines_of(sim: &Simulation, seat: Seat) -> Vec<DoctrineId> {
    match seat {
        Seat::Polity(id) => sim.polity::<Doctrines>(id).all().collect(),
        Seat::Movement(id) => vec![sim.get::<MovementDoctrines>().of(id)],
    }
}

/// What a state's word is worth (0–1), with its terms.
pub fn credibility(sim: &Simulation, id: PolityId) -> Explained {
    let repute = sim.polity::<Repute>(id);
    let mut parts = vec![(label("credibility.full"), 1.0)];
    let lost = Strain::ALL.into_iter().map(|(strain, key)| (label(key), -repute.strain(strain)));
    parts.extend(lost.filter(|(_, lost)| *lost != 0.0));
    Explained::given(text!("n.credibility"), repute.credibility(), Unit::Index)
        .meaning(text!("n.credibility.means"))
        .with_parts(How::Sum, parts)
}

fn mix_words(content: &Content, now: &Doctrines) -> String {
    let name = |id: DoctrineId| content.doctrines[id].name.as_str();
    let since = match now.since() < content.scenario.start {
        true => text!("ln.before").to_owned(),
        false => now.since().to_string(),
    };
    let (camp, abroad) = (name(now.camp()), name(now.abroad()));
    match now.camp() == now.abroad() {
        true => fill(text!("ln.one"), &[("line", camp), ("since", &since)]),
        false => fill(text!("ln.mix"), &[("camp", camp), ("abroad", abroad), ("since", &since)]),
    }
}

fn scope_words(now: &Doctrines, doctrine: DoctrineId) -> &'static str {
    if now.economy() == doctrine {
        return text!("p.doctrine_economy");
    }
    match now.scope_of(doctrine) {
        LineScope::Both => text!("ln.both"),
        LineScope::Camp => text!("p.doctrine_camp"),
        LineScope::Abroad => text!("p.doctrine_abroad"),
    }
}

fn line_view(sim: &Simulation, seat: Seat, doctrine: DoctrineId) -> LineView {
    let content = sim.content();
    let def = &content.doctrines[doctrine];
    LineView {
        id: doctrine,
        name: def.name.clone(),
        opponents: def.opponents_name.clone(),
        scope: match seat {
            Seat::Polity(id) => scope_words(sim.polity::<Doctrines>(id), doctrine).into(),
            Seat::Movement(_) => text!("ln.both").into(),
        },
        summary: def.summary.clone(),
        parameters: parameters(sim, seat, doctrine, def),
        limits: def.limits.iter().map(|limit| limit_view(content, limit)).collect(),
        claims: def.claims.iter().filter_map(|claim| claim_line(content, claim)).collect(),
        effects: def.effects.iter().map(|one| standing_line(content, one)).collect(),
        drift: def.drift.iter().map(|one| drift_line(content, def, one)).collect(),
    }
}

fn parameters(sim: &Simulation, seat: Seat, doctrine: DoctrineId, def: &DoctrineDef) -> Vec<ParameterView> {
    let (tuning, of) = (sim.get::<Tuning>(), sim.get::<Atlas>().agent(seat));
    let values = tuning.in_force(of, doctrine);
    let line = |(place, parameter): (usize, &crate::content::defs::ParameterDef)| {
        let (value, step) = (values[place], LARGEST_STEP * (parameter.max - parameter.min));
        ParameterView {
            place: place as u16,
            what: parameter_words(&parameter.id),
            means: parameter.means.clone(),
            value,
            written: tuning.written(doctrine, place),
            min: parameter.min,
            max: parameter.max,
            reach: ((value - step).max(parameter.min), (value + step).min(parameter.max)),
        }
    };
    def.parameters.iter().enumerate().map(line).collect()
}

fn limit_view(content: &Content, limit: &crate::content::defs::LimitDef) -> LimitView {
    let act = order_title(limit.never).to_lowercase();
    let words = match &limit.unless {
        None => fill(text!("ln.never"), &[("act", &act)]),
        Some(unless) => {
            let unless = unless.words(&ContentNames(content));
            fill(text!("ln.never_unless"), &[("act", &act), ("unless", &unless)])
        }
    };
    LimitView { words, because: limit.because.clone() }
}

fn standing_line(content: &Content, one: &crate::content::defs::StandingDef) -> LimitView {
    let names = ContentNames(content);
    let when = match &one.when {
        Condition::Always => String::new(),
        when => fill(text!("ln.drift.when"), &[("when", &when.words(&names))]),
    };
    let words = fill(text!("ln.standing"), &[("effect", &one.does.words(&names)), ("when", &when)]);
    LimitView { words: sentence_case(&words), because: one.because.clone() }
}

fn claim_line(content: &Content, id: &str) -> Option<ClaimLine> {
    let card = content.claim_cards.iter().find(|card| card.id == id)?;
    Some(ClaimLine {
        id: card.id.clone(),
        source: format!("{}, {} ({}, {})", card.document, card.section, card.author, card.date),
        asserts: card.asserts.clone(),
        contrary: card.contrary.first().cloned().unwrap_or_default(),
    })
}

fn drift_line(content: &Content, def: &DoctrineDef, one: &crate::content::defs::DriftDef) -> DriftLine {
    let on = either(&one.on.iter().map(|occasion| occasion.words()).collect::<Vec<_>>());
    let turn = match one.turn {
        TurnDef::Adopt { doctrine } => {
            fill(text!("ln.turns_to"), &[("heir", &content.doctrines[doctrine].name)])
        }
        TurnDef::Amend { parameter, by } => {
            let (what, step) = (parameter_words(&def.parameters[parameter].id), signed(by, Unit::Share));
            fill(text!("ln.amends"), &[("what", &what), ("step", &step)])
        }
    };
    // What always holds, or is certain, needs no words.
    let when = match &one.when {
        Condition::Always => String::new(),
        when => fill(text!("ln.drift.when"), &[("when", &when.words(&ContentNames(content)))]),
    };
    let chance = match one.chance < 1.0 {
        true => fill(text!("ln.drift.chance"), &[("chance", &figure(one.chance, Unit::Share))]),
        false => String::new(),
    };
    let words =
        fill(text!("ln.drift"), &[("turn", &turn), ("on", &on), ("when", &when), ("chance", &chance)]);
    DriftLine { words: sentence_case(&words), because: one.because.clone() }
}

/// One of several things: "a lost war, an election or a congress".
fn either(all: &[&str]) -> String {
    match all {
        [before @ .., last] if !before.is_empty() => format!("{} or {last}", before.join(", ")),
        all => all.concat(),
    }
}

fn changes(sim: &Simulation, seat: Seat) -> Vec<(Month, Sentence)> {
    let own = |fact: &Fact| match fact {
        Fact::DoctrineAdopted { by, .. } => *by == seat,
        Fact::OrderCarriedOut { by, order: Order::AmendDoctrine { .. }, .. } => *by == seat,
        Fact::LineDrifted { by, .. } | Fact::LineBroken { by, .. } => Seat::Polity(*by) == seat,
        _ => false,
    };
    let entries = sim.get::<Chronicle>().entries().iter().rev().filter(|entry| own(&entry.fact));
    let words =
        |entry: &crate::sim::chronicle::Entry| (entry.month, fact_words(sim.content(), &entry.fact).sentence);
    entries.take(MOST_CHANGES).map(words).collect()
}

/// The decisions under a line that a preview weighs again: those of the last month in which the seat decided by it, or, for
/// a seat for which nobody decides, what it would decide now.
fn decisions(sim: &Simulation, seat: Seat, line: DoctrineId) -> (Vec<DecisionRecord>, Option<Month>) {
    let log = sim.get::<DecisionLog>();
    let human = sim.get::<Players>().seat() == Some(seat);
    let under = || log.of(seat).filter(|record| record.doctrine == line);
    match under().next().map(|record| record.month).filter(|_| !human) {
        Some(month) => (under().take_while(|record| record.month == month).cloned().collect(), Some(month)),
        None => {
            let mut records = shadow(sim.world(), seat);
            records.retain(|record| record.doctrine == line);
            (records, None)
        }
    }
}

fn trial_view(sim: &Simulation, seat: Seat, trial: Trial) -> Option<TrialView> {
    let content = sim.content();
    let def = &content.doctrines[trial.doctrine];
    let place = usize::from(trial.parameter);
    let parameter = def.parameters.get(place)?;
    let of = sim.get::<Atlas>().agent(seat);
    let mut values = sim.get::<Tuning>().in_force(of, trial.doctrine).into_owned();
    let from = values[place];
    values[place] = trial.value.clamp(parameter.min, parameter.max);
    let (records, month) = decisions(sim, seat, trial.doctrine);
    let flip = |record: &DecisionRecord| {
        let after = rescore_with(record, def, &values);
        flips(record, after).then(|| FlipView {
            act: decision_sentence(content, record),
            verdict: outcome_words(content, record),
            chosen: record.verdict == Verdict::Chosen,
            score: record.score,
            after,
            bar: bar_of(record),
            decision: month.map(|_| record.number),
        })
    };
    let step = (values[place] - from) / (parameter.max - parameter.min).max(1e-9);
    let step = step.clamp(-LARGEST_STEP, LARGEST_STEP);
    let own = sim.get::<Players>().seat() == Some(seat);
    let order = (own && step.abs() > 1e-4).then(|| Order::AmendDoctrine {
        doctrine: trial.doctrine,
        parameter: parameter.id.clone(),
        by: step,
    });
    let blockers = order.as_ref().map(|order| validate(sim.world(), seat, order)).unwrap_or_default();
    Some(TrialView {
        trial,
        what: parameter_words(&parameter.id),
        from,
        flips: records.iter().filter_map(flip).collect(),
        weighed: records.len(),
        basis: match month {
            Some(month) => text!("ln.basis_log").replace("{month}", &month.to_string()),
            None => text!("ln.basis_shadow").to_owned(),
        },
        cost: order.as_ref().map_or(0.0, |order| price(sim.world(), seat, order)),
        blockers: blockers.iter().map(blocker_words).collect(),
        order,
    })
}

/// What a flip comes to, in words.
pub fn flip_words(flip: &FlipView) -> String {
    let weight = |value: f64| figure(value, Unit::Weight);
    let template = if flip.chosen { text!("ln.drops") } else { text!("ln.passes") };
    let values = [weight(flip.score), weight(flip.after), weight(flip.bar)];
    fill(template, &[("score", &values[0]), ("after", &values[1]), ("bar", &values[2])])
}

/// The value of a parameter, with the one as written where another is in force.
pub fn value_words(parameter: &ParameterView) -> String {
    let figure = |value: f64| figure(value, Unit::Index);
    let (value, min, max) = (figure(parameter.value), figure(parameter.min), figure(parameter.max));
    if (parameter.value - parameter.written).abs() < 1e-9 {
        return fill(text!("ln.value"), &[("value", &value), ("min", &min), ("max", &max)]);
    }
    let written = figure(parameter.written);
    let values = [("value", value.as_str()), ("min", &min), ("max", &max), ("written", &written)];
    fill(text!("ln.value_amended"), &values)
}

/// The same as text, for a reader without a window.
pub fn doctrine_text(sim: &Simulation, seat: Seat, trial: Option<Trial>) -> String {
    let view = doctrine_view(sim, Some(seat), trial);
    let mut out = format!("{}, {}\n{}\n", view.name, sim.clock().now(), view.mix);
    view.credibility.iter().for_each(|credibility| out += &format!("{}\n", credibility.line()));
    for line in &view.lines {
        out += &format!("\n{} ({}): {}\n  {}\n", line.name, line.opponents, line.scope, line.summary);
        for one in &line.parameters {
            out += &format!("  {}: {}. {}\n", one.what, value_words(one), sentence_case(&one.means));
        }
        line.limits.iter().for_each(|limit| out += &format!("  {} {}\n", limit.words, limit.because));
        line.effects.iter().for_each(|one| out += &format!("  {} {}\n", one.words, one.because));
        line.drift.iter().for_each(|drift| out += &format!("  {} {}\n", drift.words, drift.because));
        for claim in &line.claims {
            out += &format!("  {}: {} {}\n", claim.id, claim.asserts, claim.contrary);
        }
    }
    if !view.changes.is_empty() {
        out += &format!("\n{}\n", text!("ln.changes"));
        view.changes.iter().for_each(|(month, words)| out += &format!("  {month}: {}\n", words.plain()));
    }
    if let Some(trial) = &view.trial {
        out += &format!("\n{}\n", trial_words(trial));
        for flip in &trial.flips {
            out += &format!("  {} {}\n", flip.act.plain(), flip_words(flip));
        }
    }
    out
}

/// What is tried, and how many decisions it would flip.
pub fn trial_words(trial: &TrialView) -> String {
    let figure = |value: f64| figure(value, Unit::Index);
    let (from, to) = (figure(trial.from), figure(trial.trial.value));
    let (flips, weighed) = (trial.flips.len().to_string(), trial.weighed.to_string());
    let values = [
        ("what", trial.what.as_str()),
        ("from", &from),
        ("to", &to),
        ("basis", &trial.basis),
        ("flips", &flips),
        ("weighed", &weighed),
    ];
    fill(text!("ln.trial"), &values)
}
