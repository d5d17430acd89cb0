//! What a state can do in and to an organisation: each order with what it would come to, its price, or why it is not open.

use crate::base::{OrganisationId, PolityId};
use crate::content::defs::ContentNames;
use crate::content::vocabulary::{Ids, MotionKind, Order, OrganisationKind};
use crate::sim::orders::{organisation_act, validate};
use crate::sim::organisations::{
    Assembly, Comes, Foreseen, Foresight, OrganisationAct, Organisations, Quarrels, is_by_choice,
};
use crate::sim::{Seat, Simulation};
use crate::view::Unit;
use crate::view::actions::{OfferedGroup, OfferedOrder, given_already, price_words};
use crate::view::words::{blocker_words, figure, fill, order_does, sentence_case, signed, text};

use super::motions::ballot_words;
use super::quarrels::step_means;

/// By how much a common burden is moved at once: points of the product.
const BURDEN_STEP: f64 = 0.01;
/// Share of the budget with which a vote is lobbied.
const LOBBY_SHARE: f64 = 0.004;
/// Most members that are offered to be lobbied on one motion.
const MOST_LOBBIED: usize = 3;
/// Most motions that are offered to be tabled.
const MOST_TABLED: usize = 6;
/// Most motions that are shown where none can be tabled.
const MOST_SHUT: usize = 2;

/// Everything that a state can do in and to an organisation; what is aimed at a member is aimed at `focus`.
pub(super) fn acts(
    sim: &Simulation,
    by: PolityId,
    id: OrganisationId,
    focus: Option<PolityId>,
) -> Vec<OfferedGroup> {
    let actor = Actor { sim, by, id, foresight: Foresight::of(sim.world()) };
    let mut groups = vec![(text!("org.acts.whole").to_owned(), actor.whole())];
    if let Some(member) = focus {
        let name = sim.content().polities[member].name.as_str();
        groups.push((fill(text!("org.acts.member"), &[("member", name)]), actor.towards(member)));
    }
    if sim.content().organisations[id].kind == OrganisationKind::World {
        groups.push((text!("org.acts.lobby").to_owned(), actor.lobby()));
        groups.push((text!("org.acts.table").to_owned(), actor.table()));
    }
    let group = |(title, orders): (String, Vec<OfferedOrder>)| OfferedGroup { title, orders };
    let mut groups: Vec<_> = groups.into_iter().map(group).filter(|group| !group.orders.is_empty()).collect();
    groups.iter_mut().for_each(|group| group.orders.sort_by_key(|one| !one.refused.is_empty()));
    groups
}

/// A state that looks at what it can do.
struct Actor<'a> {
    sim: &'a Simulation,
    by: PolityId,
    id: OrganisationId,
    foresight: Foresight<'a>,
}

impl Actor<'_> {
    /// Orders about the organisation as a whole.
    fn whole(&self) -> Vec<OfferedOrder> {
        let (def, one) =
            (&self.sim.content().organisations[self.id], self.sim.get::<Organisations>().get(self.id));
        if !is_by_choice(def.kind) {
            return Vec::new();
        }
        let organisation = self.id;
        if !one.has(self.by) {
            return vec![self.offered(Order::Join { organisation })];
        }
        let mut orders = vec![Order::Consult { organisation }, Order::LeaveOrganisation { organisation }];
        if def.kind == OrganisationKind::MilitaryPact {
            // Where nothing is agreed, the talk begins at what the leader finds fair.
            let now = if one.burden() > 0.0 { one.burden() } else { self.fair_burden() };
            let shares = [now + BURDEN_STEP, now - BURDEN_STEP];
            let open = shares.into_iter().filter(|share| (0.01..=0.15).contains(share));
            // Who does not lead is told so once.
            let open = open.take(if def.leader == Some(self.by) { 2 } else { 1 });
            orders.extend(open.map(|share| Order::SetBurden { organisation, share: hundredths(share) }));
        }
        orders.into_iter().map(|order| self.offered(order)).collect()
    }

    /// The mean of what members spend on forces.
    fn fair_burden(&self) -> f64 {
        use crate::sim::finance::{Budget, BudgetLine};
        let members = self.sim.get::<Organisations>().get(self.id).members();
        let spent = members.iter().map(|&it| self.sim.polity::<Budget>(it).share(BudgetLine::Forces));
        spent.sum::<f64>() / members.len().max(1) as f64
    }

    /// Orders towards one member.
    fn towards(&self, member: PolityId) -> Vec<OfferedOrder> {
        let def = &self.sim.content().organisations[self.id];
        let one = self.sim.get::<Organisations>().get(self.id);
        let quarrel = self.sim.get::<Quarrels>().between(self.by, member).is_some();
        let together = is_by_choice(def.kind) && one.has(self.by) && one.has(member);
        let mut orders = Vec::new();
        if quarrel {
            orders.push(Order::Conciliate { with: member });
        }
        if together || quarrel {
            orders.push(Order::Polemic { with: member });
        }
        if together {
            orders.push(Order::PressLine { on: member });
            orders.push(Order::Expel { organisation: self.id, whom: member });
        }
        orders.into_iter().map(|order| self.offered(order)).collect()
    }

    /// Votes that help could turn, motion by motion.
    fn lobby(&self) -> Vec<OfferedOrder> {
        let of_motion = |motion: &crate::sim::organisations::Motion| {
            let yes = self.foresight.feels(self.by, motion.number).unwrap_or_default() >= 0.0;
            let near = self.foresight.waverers(self.by, motion.number, yes).into_iter().take(MOST_LOBBIED);
            let order = |whom| Order::Lobby { whom, motion: motion.number, yes, share: LOBBY_SHARE };
            near.map(order).collect::<Vec<_>>()
        };
        let waiting = self.sim.get::<Assembly>().waiting().iter();
        waiting.flat_map(of_motion).map(|order| self.offered(order)).collect()
    }

    /// Motions for which there is ground, those first that stand open and would be carried; a few that do not stand open, with the
    /// reason, only where none does.
    fn table(&self) -> Vec<OfferedOrder> {
        let grounds = self
            .sim
            .content()
            .polities
            .ids()
            .flat_map(|about| MotionKind::ALL.iter().map(move |&motion| (motion, about)));
        let grounds = grounds.filter(|&(motion, about)| self.foresight.has_ground(motion, about));
        let orders = grounds.map(|(motion, about)| self.offered(Order::TableMotion { motion, about }));
        let mut orders: Vec<_> = orders.collect();
        orders.sort_by_cached_key(|one| (one.refused.len(), std::cmp::Reverse(self.margin(&one.order))));
        let open = orders.iter().filter(|one| one.refused.is_empty()).count();
        orders.truncate(if open > 0 { open.min(MOST_TABLED) } else { MOST_SHUT });
        orders
    }

    /// Whether a motion would be carried, and votes for it over those against it.
    fn margin(&self, order: &Order<Ids>) -> (bool, i64) {
        match self.foreseen(order).map(|(foreseen, _)| foreseen.comes) {
            Some(Comes::Vote(ballot)) => (ballot.passed, i64::from(ballot.yes) - i64::from(ballot.no)),
            _ => (false, 0),
        }
    }

    fn foreseen(&self, order: &Order<Ids>) -> Option<(Foreseen, OrganisationAct)> {
        let act = organisation_act(self.sim.world(), self.by, order)?;
        Some((self.foresight.of_act(self.by, act), act))
    }

    fn offered(&self, order: Order<Ids>) -> OfferedOrder {
        let seat = Seat::Polity(self.by);
        let ordered = given_already(self.sim, seat, &order);
        let against = if ordered.is_some() { Vec::new() } else { validate(self.sim.world(), seat, &order) };
        let refused: Vec<String> = against.iter().map(blocker_words).collect();
        let foreseen = self.foreseen(&order);
        let (then, parts) = match &foreseen {
            Some((foreseen, act)) => {
                let (gains, losses) = self.balance(foreseen, *act, &order);
                (joined(&self.then(foreseen), &gains), losses)
            }
            None => (String::new(), Vec::new()),
        };
        OfferedOrder {
            draft: None,
            title: self.title(&order),
            effect: self.effect(&order, foreseen.as_ref().map(|(foreseen, _)| foreseen)),
            then: if refused.is_empty() { then } else { String::new() },
            price: price_words(self.sim, seat, &order, 0.0, parts),
            refused,
            ordered,
            order,
        }
    }

    fn title(&self, order: &Order<Ids>) -> String {
        let content = self.sim.content();
        let name = |id: PolityId| content.polities[id].name.as_str();
        match *order {
            Order::TableMotion { motion, about } => {
                fill(text!("org.act.table"), &[("motion", motion.words()), ("about", name(about))])
            }
            Order::Lobby { whom, motion, yes, .. } => {
                let Some(motion) = self.sim.get::<Assembly>().get(motion) else { return String::new() };
                let vote = if yes { text!("og.yes") } else { text!("og.no") };
                let (kind, about) = (motion.kind.words(), name(motion.about));
                let places = [("whom", name(whom)), ("vote", vote), ("motion", kind), ("about", about)];
                fill(text!("org.act.lobby"), &places)
            }
            Order::Polemic { with } if self.sim.get::<Quarrels>().between(self.by, with).is_none() => {
                fill(text!("org.act.begin"), &[("with", name(with))])
            }
            _ => sentence_case(&order.words(&ContentNames(content))),
        }
    }

    /// What an order does, whatever it comes to.
    fn effect(&self, order: &Order<Ids>, foreseen: Option<&Foreseen>) -> String {
        match foreseen.map(|foreseen| &foreseen.comes) {
            Some(Comes::Climbs(rung, _)) => {
                fill(text!("org.climbs"), &[("step", rung.words()), ("means", step_means(*rung))])
            }
            _ => order_does(order.kind()).to_owned(),
        }
    }

    /// What it would come to as things stand.
    fn then(&self, foreseen: &Foreseen) -> String {
        let name = |id: &PolityId| self.sim.content().polities[*id].name.clone();
        let names = |ids: &[PolityId]| ids.iter().map(name).collect::<Vec<_>>().join(", ");
        match &foreseen.comes {
            Comes::Plain => String::new(),
            Comes::Founds(first) => fill(text!("org.then.founds"), &[("members", &names(first))]),
            Comes::Vote(ballot) => fill(text!("org.then.vote"), &[("count", &ballot_words(ballot))]),
            Comes::Burden(ballot, willing) => fill(
                text!("org.then.burden"),
                &[("count", &ballot_words(ballot)), ("willing", &willing.to_string())],
            ),
            Comes::Heard(come, away) if away.is_empty() => {
                fill(text!("org.then.heard"), &[("come", &come.to_string())])
            }
            Comes::Heard(come, away) => {
                fill(text!("org.then.heard_away"), &[("come", &come.to_string()), ("away", &names(away))])
            }
            Comes::Pressed(true) => text!("org.then.yields").to_owned(),
            Comes::Pressed(false) => text!("org.then.refuses").to_owned(),
            Comes::Climbs(_, leave) if leave.is_empty() => String::new(),
            Comes::Climbs(_, leave) => {
                let organisations = &self.sim.content().organisations;
                let one = |(from, who): &(OrganisationId, PolityId)| {
                    fill(text!("org.leaves"), &[("who", &name(who)), ("from", &organisations[*from].name)])
                };
                fill(
                    text!("org.then.parts"),
                    &[("who", &leave.iter().map(one).collect::<Vec<_>>().join("; "))],
                )
            }
            Comes::StepsBack(Some(rung)) => fill(text!("org.back.step"), &[("step", rung.words())]),
            Comes::StepsBack(None) => text!("org.back.ends").to_owned(),
            Comes::Lobbied { feels, turns, .. } => {
                let words = if *turns { text!("org.then.turns") } else { text!("org.then.not_turned") };
                fill(words, &[("feels", &signed(*feels, Unit::Weight))])
            }
        }
    }

    /// What an order gives, and what it takes beside authority.
    fn balance(
        &self,
        foreseen: &Foreseen,
        act: OrganisationAct,
        order: &Order<Ids>,
    ) -> (Vec<String>, Vec<String>) {
        let (mut gains, mut losses) = (Vec::new(), Vec::new());
        let mut part = |words: &str, value: f64, good: bool| {
            if value.abs() >= 0.005 {
                let words = fill(words, &[("by", &signed(value, Unit::Index))]).to_lowercase();
                if good { gains.push(words) } else { losses.push(words) }
            }
        };
        let (trust, tension) = (foreseen.mood.trust, foreseen.mood.tension);
        let unity = self.foresight.unity(self.id, self.by, act);
        part(text!("org.price.trust"), trust, trust > 0.0);
        part(text!("org.price.tension"), tension, tension < 0.0);
        part(text!("org.price.unity"), unity, unity > 0.0);
        if let Order::Lobby { share, .. } = order {
            losses.push(text!("org.price.help").replace("{share}", &figure(*share, Unit::Share)));
        }
        if let Comes::Lobbied { exposure, .. } = foreseen.comes {
            losses.push(text!("org.price.exposure").replace("{chance}", &figure(exposure, Unit::Share)));
        }
        (gains, losses)
    }
}

/// What comes of an order, and what it gives, as sentences.
fn joined(then: &str, gains: &[String]) -> String {
    let gains = if gains.is_empty() {
        String::new()
    } else {
        fill(text!("org.gains"), &[("gains", &gains.join(", "))])
    };
    format!("{then} {gains}").trim().to_owned()
}

/// A share in whole hundredths.
fn hundredths(share: f64) -> f64 {
    (share * 100.0).round() / 100.0
}
