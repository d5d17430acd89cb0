//! Open quarrels: the ladder with the step on which each stands, what comes next, and the way back.

use crate::base::{OrganisationId, PolityId};
use crate::content::vocabulary::QuarrelRung;
use crate::sim::Simulation;
use crate::sim::organisations::{OrganisationRules, Organisations, Quarrel, Quarrels};
use crate::view::words::{Piece, Sentence, Speaker, fill, sentence_case, text};

/// A step of the ladder, as it is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuarrelStep {
    /// What it is called.
    pub name: &'static str,
    /// What it brings with it.
    pub means: &'static str,
}

/// An open quarrel.
#[derive(Debug, Clone, PartialEq)]
pub struct QuarrelView {
    /// Between whom, begun by whom and when.
    pub began: Sentence,
    /// The step on which it stands (1–5).
    pub steps: usize,
    /// The highest step that it has reached (1–5).
    pub highest: usize,
    /// The whole ladder, from the lowest step.
    pub ladder: Vec<QuarrelStep>,
    /// What comes next if either goes on, and when it can.
    pub next: String,
    /// The way back.
    pub back: String,
    /// Whether whoever looks is one of the two.
    pub own: bool,
}

/// Open quarrels of members with each other, and of the leader with anybody, sharpest first after those of whoever looks.
pub(super) fn quarrels_of(sim: &Simulation, id: OrganisationId, eyes: Option<PolityId>) -> Vec<QuarrelView> {
    let (def, one) = (&sim.content().organisations[id], sim.get::<Organisations>().get(id));
    let concerns = |quarrel: &&Quarrel| {
        let leads = def.leader.is_some_and(|leader| one.has(leader) && quarrel.concerns(leader));
        leads || one.has(quarrel.one) && one.has(quarrel.other)
    };
    let open = sim.get::<Quarrels>().list().iter().filter(concerns);
    let mut views: Vec<_> = open.map(|quarrel| quarrel_view(sim, quarrel, eyes)).collect();
    views.sort_by_key(|view| (!view.own, std::cmp::Reverse(view.steps)));
    views
}

fn quarrel_view(sim: &Simulation, quarrel: &Quarrel, eyes: Option<PolityId>) -> QuarrelView {
    let speaker = Speaker(sim.content());
    let places = [
        ("by", speaker.acting(quarrel.begun_by)),
        ("with", speaker.polity(quarrel.against(quarrel.begun_by))),
        ("since", Piece::plain(quarrel.since.to_string())),
    ];
    QuarrelView {
        began: Sentence::fill(text!("org.quarrel.began"), &places),
        steps: quarrel.steps(),
        highest: quarrel.highest.index() + 1,
        ladder: QuarrelRung::ALL
            .iter()
            .map(|&rung| QuarrelStep { name: rung.words(), means: step_means(rung) })
            .collect(),
        next: next(sim, quarrel),
        back: back(sim, quarrel),
        own: eyes.is_some_and(|eyes| quarrel.concerns(eyes)),
    }
}

/// What a step brings with it beside trust and tension.
pub(super) fn step_means(rung: QuarrelRung) -> &'static str {
    match rung {
        QuarrelRung::Letter => text!("org.step.Letter"),
        QuarrelRung::Article => text!("org.step.Article"),
        QuarrelRung::Recall => text!("org.step.Recall"),
        QuarrelRung::Boycott => text!("org.step.Boycott"),
        QuarrelRung::Split => text!("org.step.Split"),
    }
}

fn next(sim: &Simulation, quarrel: &Quarrel) -> String {
    let Some(rung) = sim.get::<Quarrels>().next(quarrel.one, quarrel.other) else {
        return text!("org.next.none").to_owned();
    };
    let pause = sim.get::<OrganisationRules>().quarrel_pause as u32;
    let waits = pause.saturating_sub(sim.clock().now().since(quarrel.moved));
    let words = if waits == 0 { text!("org.next.now") } else { text!("org.next.waits") };
    fill(words, &[("step", rung.words()), ("months", &waits.to_string())])
}

fn back(sim: &Simulation, quarrel: &Quarrel) -> String {
    match sim.get::<Quarrels>().back(quarrel.one, quarrel.other) {
        Some(rung) => fill(text!("org.back.step"), &[("step", rung.words())]),
        None => text!("org.back.ends").to_owned(),
    }
}

/// A quarrel in lines, for a reader without a window.
pub(super) fn quarrel_lines(view: &QuarrelView) -> Vec<String> {
    let mut lines = vec![format!("  {}", view.began.plain())];
    for (place, step) in view.ladder.iter().enumerate() {
        let mark = match place + 1 {
            at if at == view.steps => ">",
            at if at == view.highest => "·",
            _ => " ",
        };
        lines.push(format!("   {mark} {} {}", sentence_case(step.name), step.means));
    }
    lines.push(format!("    {} {}", view.next, view.back));
    lines
}
