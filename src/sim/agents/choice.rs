//! The choice among the options that pass: by margin per authority, until authority or the hours of the day are spent.
//!
//! The same choice can be made again with one option standing elsewhere. So a record knows the score from which on its
//! option would have been taken, with all that comes before it, costs more or stands against it reckoned in.

use std::cell::OnceCell;

use crate::base::{Stream, hash};
use crate::content::vocabulary::{DoctrineDomain, Ids, Order, OrderKind};
use crate::sim::orders::{self, Blocker};
use crate::sim::population::Seat;

use super::AgentRules;
use super::deliberate::{Deliberation, Mind, Weighed};
use super::fill::same_aim;
use super::record::Verdict;

/// Most refused options that are kept of one deliberation in a history.
pub(super) const KEPT_REFUSED: usize = 4;

/// Part of the largest margin from which an act that is too dear is wanted about as much as anything.
const ABOUT_AS_MUCH: f64 = 0.5;

/// What becomes of an option that passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Taken,
    Outranked,
    Blocked,
}

/// An option that passed, with what the choice asks of it.
struct Stand {
    option: Weighed,
    /// Authority against which its margin counts.
    per: f64,
    /// What it costs.
    price: f64,
    /// The margin from which it stands to be chosen.
    least: f64,
    /// Its place among equals.
    tie: u64,
    /// Whether an office of the economy asks for it.
    economy: bool,
    /// What stands against it; costly, so looked up when it is to be taken.
    blockers: OnceCell<Vec<Blocker>>,
}

/// One seat's choice.
struct Choice<'m, 'w> {
    mind: &'m Mind<'w>,
    seat: Seat,
    authority: f64,
    stands: Vec<Stand>,
}

impl Mind<'_> {
    /// Takes options by margin per authority until authority, or the hours of the day, are spent.
    pub(super) fn choose(
        &self,
        seat: Seat,
        options: Vec<Weighed>,
        mut refused: Vec<Weighed>,
    ) -> Deliberation {
        let mut choice = Choice::of(self, seat, options);
        let mut chosen = Vec::new();
        for (at, outcome) in choice.day(None) {
            let option = &choice.stands[at].option;
            if outcome == Outcome::Taken {
                chosen.push(choice.told(at, Verdict::Chosen));
            } else if is_kept(&refused, option.margin, self.most_refused) {
                let verdict = match outcome {
                    Outcome::Blocked => Verdict::Blocked(choice.blockers(at).to_vec()),
                    _ => Verdict::Outranked,
                };
                keep(&mut refused, choice.told(at, verdict), self.most_refused);
            }
        }
        if self.keeps_bars() {
            for option in &mut refused {
                choice.raise_bar_of_refused(option);
            }
        }
        Deliberation { chosen, refused }
    }
}

/// How many times an act counts over others of its price when options are ranked: whose soldiers die hears of peace before
/// trade, and war is weighed before anything else of a day.
fn pressing(order: &Order<Ids>, rules: &AgentRules) -> f64 {
    match order.kind() {
        OrderKind::OfferArmistice => rules.peace_presses,
        OrderKind::OpenWar => rules.war_presses,
        _ => 1.0,
    }
}

impl<'m, 'w> Choice<'m, 'w> {
    fn of(mind: &'m Mind<'w>, seat: Seat, options: Vec<Weighed>) -> Self {
        let authority = match seat {
            Seat::Polity(id) => mind.facts.polities[id].authority,
            Seat::Movement(id) => mind.facts.movements[id].authority,
        };
        let mut choice = Self { mind, seat, authority, stands: Vec::with_capacity(options.len()) };
        options.into_iter().for_each(|option| choice.add(option));
        choice
    }

    fn add(&mut self, option: Weighed) {
        let Mind { facts, rules, fate, .. } = self.mind;
        let policy = self.mind.policy(option.place);
        let luck = fate.draw(facts.now, Stream::Decision, facts.atlas.key(self.seat), 0).word();
        let target = option.target.map_or(0, |target| facts.atlas.key(target));
        self.stands.push(Stand {
            per: policy.authority.max(rules.least_price) / pressing(&option.order, rules),
            price: self.mind.authority_for(self.seat, &option.order, option.breaks),
            least: self.mind.least_margin(self.seat, option.breaks),
            tie: hash::mix(luck ^ target.rotate_left(9) ^ u64::from(option.place.policy)),
            economy: facts.content.doctrines[option.place.doctrine].domain == DoctrineDomain::Economy,
            blockers: OnceCell::new(),
            option,
        });
    }

    fn blockers(&self, at: usize) -> &[Blocker] {
        let stand = &self.stands[at];
        stand.blockers.get_or_init(|| orders::validate_on(&self.mind.facts, self.seat, &stand.option.order))
    }

    /// An option with what became of it and, where reasons are kept, the score from which on it is taken.
    fn told(&self, at: usize, verdict: Verdict) -> Weighed {
        let option = &self.stands[at].option;
        let bar = match verdict {
            _ if !self.mind.keeps_bars() => option.bar,
            Verdict::Blocked(_) => f64::INFINITY,
            _ => self.bar(at),
        };
        Weighed { verdict, bar, ..option.clone() }
    }

    /// Sets what an option would have to reach that fell short of its threshold, or of what it takes to break the line. What
    /// would rest or could not be done is taken at no score.
    fn raise_bar_of_refused(&mut self, option: &mut Weighed) {
        let mind = self.mind;
        let least = mind.least_margin(self.seat, option.breaks);
        match option.verdict {
            Verdict::BelowThreshold => {}
            Verdict::Blocked(_) if option.margin < least => {}
            Verdict::Resting | Verdict::Blocked(_) => return option.bar = f64::INFINITY,
            // Those that passed know theirs.
            _ => return,
        }
        let ruled_out = mind.ruled_out(option.place, mind.binding(self.seat, option.target));
        let there = mind.first_verdict(self.seat, option.place, option.target, ruled_out, least);
        option.bar = if least.is_finite() && there == Verdict::Chosen {
            self.add(option.clone());
            let bar = self.bar(self.stands.len() - 1);
            self.stands.pop();
            bar
        } else {
            f64::INFINITY
        };
    }

    /// The margin of an option, or the one that is tried instead.
    fn margin(&self, at: usize, instead: Option<(usize, f64)>) -> f64 {
        match instead {
            Some((other, margin)) if other == at => margin,
            _ => self.stands[at].option.margin,
        }
    }

    /// What becomes of the options that pass, in the order in which they are heard; one of them may stand elsewhere.
    fn day(&self, instead: Option<(usize, f64)>) -> Vec<(usize, Outcome)> {
        let worth = |at: usize| self.margin(at, instead) / self.stands[at].per;
        let passes = |at: &usize| self.margin(*at, instead) >= self.stands[*at].least;
        let mut order: Vec<usize> = (0..self.stands.len()).filter(passes).collect();
        order.sort_by(|&a, &b| {
            worth(b).total_cmp(&worth(a)).then_with(|| self.stands[a].tie.cmp(&self.stands[b].tie))
        });
        let mut authority = self.authority - self.put_aside(&order, instead);
        // The offices of the economy have half of the day; the rest of what they ask for waits until all others are heard.
        let theirs = (self.mind.rules.acts_per_deliberation as usize).div_ceil(2);
        let (mut told, mut taken) = (Vec::with_capacity(order.len()), Vec::with_capacity(order.len()));
        let mut waiting = Vec::new();
        for at in order {
            let asked = taken.iter().filter(|&&one: &&usize| self.stands[one].economy).count();
            if self.stands[at].economy && asked >= theirs {
                waiting.push(at);
            } else {
                told.push((at, self.hear(at, &mut authority, &mut taken)));
            }
        }
        for at in waiting {
            told.push((at, self.hear(at, &mut authority, &mut taken)));
        }
        told
    }

    /// Takes an option if there are hours and authority for it, nothing like it has been taken, and nothing stands against it.
    fn hear(&self, at: usize, authority: &mut f64, taken: &mut Vec<usize>) -> Outcome {
        let stand = &self.stands[at];
        let alike = |&other: &usize| {
            let (other, order) = (&self.stands[other].option.order, &stand.option.order);
            other.kind() == order.kind() && same_aim(other, order)
        };
        let most = self.mind.rules.acts_per_deliberation as usize;
        if taken.len() >= most || stand.price > *authority || taken.iter().any(alike) {
            return Outcome::Outranked;
        }
        if !self.blockers(at).is_empty() {
            return Outcome::Blocked;
        }
        *authority -= stand.price;
        taken.push(at);
        Outcome::Taken
    }

    /// What a state keeps of its authority for the act it wants most of those that are too dear this time, if it wants it about
    /// as much as anything: who always spends all on what can be had at once never changes course.
    fn put_aside(&self, order: &[usize], instead: Option<(usize, f64)>) -> f64 {
        let Seat::Polity(_) = self.seat else { return 0.0 };
        let margin = |at: usize| self.margin(at, instead);
        let most = order.iter().map(|&at| margin(at)).fold(0.0, f64::max);
        let dear = order.iter().copied().filter(|&at| self.stands[at].price > self.authority);
        let wanted = dear.filter(|&at| margin(at) >= ABOUT_AS_MUCH * most);
        let Some(at) = wanted.max_by(|&a, &b| margin(a).total_cmp(&margin(b))) else { return 0.0 };
        let too_dear = |blocker: &Blocker| matches!(blocker, Blocker::InsufficientAuthority { .. });
        // What stands against it beside its price will not be bought.
        if self.blockers(at).iter().all(too_dear) {
            (self.mind.rules.put_aside * self.stands[at].price).min(self.authority)
        } else {
            0.0
        }
    }

    /// The score from which on an option is taken, all others standing where they stand; infinite if it is at none. More
    /// margin never harms an option, so the choice is tried between the margins at which anything can turn.
    fn bar(&self, at: usize) -> f64 {
        let stand = &self.stands[at];
        if stand.price > self.authority {
            return f64::INFINITY;
        }
        let mut edges = vec![stand.least];
        for (other, one) in self.stands.iter().enumerate() {
            if other != at && one.option.margin >= one.least {
                edges.extend([one.option.margin / one.per * stand.per, one.option.margin / ABOUT_AS_MUCH]);
            }
        }
        edges.retain(|&edge| edge >= stand.least);
        edges.sort_by(f64::total_cmp);
        edges.dedup();
        let taken = |edge: usize| {
            let beyond = edges.get(edge + 1).map_or(edges[edge] + 1.0, |next| 0.5 * (edges[edge] + next));
            self.day(Some((at, beyond))).contains(&(at, Outcome::Taken))
        };
        let places: Vec<usize> = (0..edges.len()).collect();
        let first = places.partition_point(|&edge| !taken(edge));
        let threshold = self.mind.policy(stand.option.place).threshold;
        edges.get(first).map_or(f64::INFINITY, |edge| threshold + edge)
    }
}

/// Whether a refused option of this margin would be among the best few.
pub(super) fn is_kept(refused: &[Weighed], margin: f64, most: usize) -> bool {
    refused.get(most - 1).is_none_or(|last| last.margin < margin)
}

/// Keeps the best few refused options by margin, the first of equals.
pub(super) fn keep(refused: &mut Vec<Weighed>, option: Weighed, most: usize) {
    if is_kept(refused, option.margin, most) {
        refused.truncate(most - 1);
        let place = refused.partition_point(|other| other.margin >= option.margin);
        refused.insert(place, option);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{DoctrineId, Id};
    use crate::content::vocabulary::Order;
    use crate::sim::agents::deliberate::Place;

    fn option(margin: f64) -> Weighed {
        Weighed {
            place: Place { doctrine: DoctrineId::from_index(0), policy: 0 },
            target: None,
            score: 0.0,
            margin,
            bar: 0.0,
            verdict: Verdict::BelowThreshold,
            breaks: false,
            order: Order::Rise,
        }
    }

    #[test]
    fn the_best_refused_are_kept_in_order() {
        let mut refused = Vec::new();
        for margin in [-0.5, -0.1, -0.3, -0.2, -0.4, -0.05] {
            keep(&mut refused, option(margin), KEPT_REFUSED);
        }
        let margins: Vec<f64> = refused.iter().map(|one| one.margin).collect();
        assert_eq!(margins, [-0.05, -0.1, -0.2, -0.3]);
    }
}
