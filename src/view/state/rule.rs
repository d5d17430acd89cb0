//! What holds and moves those who rule: the pull of independence, the path, promises, issue movements.

use crate::base::PolityId;
use crate::content::vocabulary::{Issue, Pledge};
use crate::sim::politics::{
    Government, Holding, PledgeState, PoliticsRules, Programme, Promise, Status, goal,
    pressure as pressure_for_independence, standing_of, will_to_hold,
};
use crate::sim::society::issues::{Issues, causes_in, pressure, speech};
use crate::sim::society::{Living, SocietyRules};
use crate::sim::{Simulation, TermList};
use crate::view::gauges::path_of;
use crate::view::words::text;
use crate::view::{Explained, How, Unit};

/// Pressure below which an issue movement is not worth a line.
const LEAST_ISSUE: f64 = 0.03;

/// All of them that a polity has.
pub fn numbers(sim: &Simulation, id: PolityId) -> Vec<Explained> {
    let mut numbers = holding(sim, id);
    numbers.extend(path_of(sim, id));
    numbers.extend(programme(sim, id));
    numbers.extend(issues(sim, id));
    numbers
}

/// What presses for the independence of a dependency, and its ruler's will to hold it.
fn holding(sim: &Simulation, id: PolityId) -> Vec<Explained> {
    let (held, rules) = (sim.polity::<Holding>(id), sim.get::<PoliticsRules>());
    // It is weighed once a month, and not before the first.
    if sim.polity::<Status>(id).ruler().is_none() || *held == Holding::default() {
        return Vec::new();
    }
    let (mut presses, mut holds) = (TermList::default(), TermList::default());
    pressure_for_independence(held.pressing(), rules, &mut presses);
    will_to_hold(held.holders(), rules, &mut holds);
    let given = |what: &str, value, means: &str| Explained::given(what, value, Unit::Weight).meaning(means);
    vec![
        given(text!("n.presses"), held.pressure(), text!("n.presses.means")).with_terms(How::Sum, &presses),
        given(text!("n.will"), held.will(), text!("n.will.means")).with_terms(How::Sum, &holds),
    ]
}

/// Issue movements that press at all, the strongest first, with those who carry them.
fn issues(sim: &Simulation, id: PolityId) -> Vec<Explained> {
    let (now, living, government) =
        (sim.polity::<Issues>(id), sim.polity::<Living>(id), sim.polity::<Government>(id));
    let causes = causes_in(sim.world(), id);
    let voice = speech(government.franchise(), government.repression());
    let mut found: Vec<_> =
        Issue::ALL.iter().filter(|&&issue| now.of(issue) >= LEAST_ISSUE).copied().collect();
    found.sort_by(|&a, &b| now.of(b).total_cmp(&now.of(a)));
    let line = |issue: Issue| {
        let mut terms = TermList::default();
        let (shares, organised) = (|class| living.class_share(class), |class| living.organised(class));
        pressure(issue, &causes, shares, organised, voice, sim.get::<SocietyRules>(), &mut terms);
        Explained::given(issue.words(), now.of(issue), Unit::Index)
            .meaning(text!("n.issue.means"))
            .with_terms(How::Drift, &terms)
    };
    found.into_iter().map(line).collect()
}

/// What those in power have promised, measured now against where it stood and where it is kept.
fn programme(sim: &Simulation, id: PolityId) -> Vec<Explained> {
    let (standing, rules) = (standing_of(sim.world(), id), sim.get::<PoliticsRules>());
    let line = |(pledge, made): (Pledge, Promise)| {
        let state = match made.state {
            PledgeState::Open => text!("n.pledge.open").replace("{due}", &made.due.to_string()),
            PledgeState::Kept => text!("n.pledge.kept").to_owned(),
            PledgeState::Broken => text!("n.pledge.broken").to_owned(),
        };
        let what = format!("{} ({state})", pledge.words());
        let parts = [
            (text!("n.pledge.from").to_owned(), made.from),
            (text!("n.pledge.goal").to_owned(), goal(pledge, made.from, rules)),
        ];
        Explained::given(&what, standing.of(pledge), Unit::Share)
            .meaning(text!("n.pledge.means"))
            .with_parts(How::Combined, parts)
    };
    sim.polity::<Programme>(id).iter().map(line).collect()
}
