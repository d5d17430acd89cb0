//! Every move of a side: where it leads, its effect, its price, and what stands against it.

use crate::content::vocabulary::{Concession, CrisisMove, Ids, Order};
use crate::sim::agents::Players;
use crate::sim::crisis::{
    Crisis, CrisisRules, Prospect, RUNG_QUARANTINE, RUNG_SHOTS, TOP_ALERT, alert_bill, face_lost,
    mediator_for, open_to, prospect,
};
use crate::sim::orders::{Blocker, validate};
use crate::sim::{Seat, Simulation};
use crate::view::Unit;
use crate::view::actions::{OfferedOrder, given_already, price_words};
use crate::view::words::{blocker_words, figure, fill, rung_words, text};

use super::{alert_words, chance_sentence};

/// A move that a side could make in the coming round.
#[derive(Debug, Clone, PartialEq)]
pub struct MoveView {
    /// The move.
    pub play: CrisisMove,
    /// The order that makes it.
    pub offered: OfferedOrder,
}

/// All moves: up, none, down; each concession by itself.
fn plays() -> impl Iterator<Item = CrisisMove> {
    let named = Concession::ALL.into_iter().filter(|&give| give != Concession::AtHand);
    let named = named.map(|give| CrisisMove::OfferConcession { give });
    let plain = |play: &CrisisMove| play.concession().is_none() && *play != CrisisMove::BackDown;
    CrisisMove::ALL.into_iter().filter(plain).chain(named).chain([CrisisMove::BackDown])
}

/// A side of a crisis that has to choose a move.
struct Chooser<'a> {
    sim: &'a Simulation,
    rules: &'a CrisisRules,
    crisis: &'a Crisis,
    side: usize,
}

/// The moves of a side (0 the challenger, 1 the defender).
pub(super) fn moves_of(sim: &Simulation, crisis: &Crisis, side: usize) -> Vec<MoveView> {
    let chooser = Chooser { sim, rules: sim.get(), crisis, side };
    plays().map(|play| chooser.view(play)).collect()
}

impl Chooser<'_> {
    fn view(&self, play: CrisisMove) -> MoveView {
        let seat = Seat::Polity(self.crisis.sides()[self.side]);
        let order = Order::MoveInCrisis { crisis: self.crisis.number, play };
        let ordered = given_already(self.sim, seat, &order);
        let refused = if ordered.is_some() { Vec::new() } else { self.refused(play, seat, &order) };
        let offered = OfferedOrder {
            draft: None,
            title: title(play).to_owned(),
            effect: self.does(play),
            then: if refused.is_empty() { self.then(play) } else { String::new() },
            price: self.price(play, seat, &order),
            refused,
            ordered,
            order,
        };
        MoveView { play, offered }
    }

    fn then(&self, play: CrisisMove) -> String {
        match prospect(self.crisis, self.side, play, self.rules) {
            Prospect::GivesWay => String::new(),
            Prospect::Settled => text!("cr.then.settled").to_owned(),
            Prospect::Goes { rung, accident, .. } => {
                let stands =
                    if rung == self.crisis.rung { text!("cr.then.stays") } else { text!("cr.then.goes") };
                format!("{} {}", fill(stands, &[("rung", rung_words(rung))]), chance_sentence(accident))
            }
        }
    }

    fn does(&self, play: CrisisMove) -> String {
        let (rules, alert) = (self.rules, self.crisis.alerts[self.side]);
        let share = |share: f64| format!("{:.0} %", share * 100.0);
        match play {
            CrisisMove::Raise => text!("cr.does.Raise").into(),
            CrisisMove::Alert => {
                fill(text!("cr.does.Alert"), &[("alert", alert_words((alert + 1).min(TOP_ALERT)))])
            }
            CrisisMove::Hold => text!("cr.does.Hold").into(),
            CrisisMove::StandDown => {
                fill(text!("cr.does.StandDown"), &[("alert", alert_words(alert.saturating_sub(1)))])
            }
            CrisisMove::BackChannel => {
                let (insight, relief) = (share(rules.channel_insight), share(rules.channel_relief));
                fill(text!("cr.does.BackChannel"), &[("insight", &insight), ("relief", &relief)])
            }
            CrisisMove::AskMediation => match mediator_for(self.sim.world(), self.crisis) {
                Some(id) => {
                    let who = self.sim.content().polities[id].name.as_str();
                    fill(text!("cr.does.AskMediation"), &[("who", who)])
                }
                None => text!("cr.does.AskMediation.none").into(),
            },
            CrisisMove::OfferExit => text!("cr.does.OfferExit").into(),
            CrisisMove::OfferConcession { .. } => {
                fill(text!("cr.does.Concession"), &[("share", &share(rules.concession_worth))])
            }
            CrisisMove::BackDown if self.side == 0 => text!("cr.does.BackDown.challenger").into(),
            CrisisMove::BackDown => text!("cr.does.BackDown").into(),
        }
    }

    fn price(&self, play: CrisisMove, seat: Seat, order: &Order<Ids>) -> String {
        let rules = self.rules;
        let index = |value: f64| figure(value, Unit::Index);
        let mut parts = Vec::new();
        match play {
            CrisisMove::Raise => parts.extend(self.price_of_raising()),
            CrisisMove::Alert => {
                let alert = (self.crisis.alerts[self.side] + 1).min(TOP_ALERT);
                let money = alert_bill(self.sim.world(), self.crisis, self.side, alert).0 as f64;
                parts.push(fill(text!("cr.price.money"), &[("money", &figure(money, Unit::Money))]));
            }
            CrisisMove::OfferConcession { give } => parts.push(given_words(give).to_owned()),
            CrisisMove::BackDown => {
                let lost = index(face_lost(self.crisis, rules));
                parts.push(fill(text!("cr.price.face"), &[("lost", &lost)]));
                if self.crisis.sides()[self.side] != self.crisis.over {
                    let over = self.sim.content().polities[self.crisis.over].name.as_str();
                    parts.push(fill(text!("cr.price.influence"), &[("lost", &lost), ("over", over)]));
                }
            }
            _ => {}
        }
        let more = if play == CrisisMove::Alert { rules.alert_authority } else { 0.0 };
        price_words(self.sim, seat, order, more, parts)
    }

    /// What a rung reached for the first time brings with it.
    fn price_of_raising(&self) -> Vec<String> {
        let Prospect::Goes { rung, .. } = prospect(self.crisis, self.side, CrisisMove::Raise, self.rules)
        else {
            return Vec::new();
        };
        if rung <= self.crisis.peak {
            return Vec::new();
        }
        let steps = f64::from(rung - self.crisis.peak);
        let heat = figure(self.rules.heat * steps, Unit::Index);
        let mut parts = vec![fill(text!("cr.price.tension"), &[("heat", &heat)])];
        match rung {
            RUNG_QUARANTINE => parts.push(text!("cr.price.trade").into()),
            RUNG_SHOTS => parts.push(text!("cr.price.shots").into()),
            _ => {}
        }
        parts
    }

    fn refused(&self, play: CrisisMove, seat: Seat, order: &Order<Ids>) -> Vec<String> {
        let mut reasons = Vec::new();
        if !open_to(self.sim.world(), self.crisis, self.side, play) {
            reasons.push(self.closed(play));
        }
        // An AI's seat takes no orders; what stands against them says nothing of its moves.
        if self.sim.get::<Players>().seat() == Some(seat) {
            // That it is not open is said with its reason.
            let others = validate(self.sim.world(), seat, order);
            reasons.extend(others.iter().filter(|one| **one != Blocker::MoveNotOpen).map(blocker_words));
        }
        reasons
    }

    /// Why a move is not open.
    fn closed(&self, play: CrisisMove) -> String {
        let words = match play {
            CrisisMove::Alert => text!("cr.no.Alert"),
            CrisisMove::StandDown => text!("cr.no.StandDown"),
            CrisisMove::BackChannel => text!("cr.no.BackChannel"),
            CrisisMove::AskMediation if self.crisis.mediator.is_some() => text!("cr.no.mediated"),
            CrisisMove::AskMediation => text!("cr.no.mediator"),
            CrisisMove::OfferConcession { give } => match give {
                Concession::Guarantee => text!("cr.no.Guarantee"),
                Concession::EndArms => text!("cr.no.EndArms"),
                Concession::LiftEmbargo => text!("cr.no.LiftEmbargo"),
                Concession::LiftBlockade => text!("cr.no.LiftBlockade"),
                Concession::Recognise => text!("cr.no.Recognise"),
                Concession::WithdrawTroops => text!("cr.no.WithdrawTroops"),
                Concession::AtHand => text!("cr.no.AtHand"),
            },
            CrisisMove::Raise | CrisisMove::Hold | CrisisMove::OfferExit | CrisisMove::BackDown => {
                text!("cr.no.AtHand")
            }
        };
        words.to_owned()
    }
}

fn title(play: CrisisMove) -> &'static str {
    match play {
        CrisisMove::Raise => text!("cr.move.Raise"),
        CrisisMove::Alert => text!("cr.move.Alert"),
        CrisisMove::Hold => text!("cr.move.Hold"),
        CrisisMove::StandDown => text!("cr.move.StandDown"),
        CrisisMove::BackChannel => text!("cr.move.BackChannel"),
        CrisisMove::AskMediation => text!("cr.move.AskMediation"),
        CrisisMove::OfferExit => text!("cr.move.OfferExit"),
        CrisisMove::OfferConcession { give } => match give {
            Concession::AtHand => text!("cr.move.AtHand"),
            Concession::Guarantee => text!("cr.move.Guarantee"),
            Concession::EndArms => text!("cr.move.EndArms"),
            Concession::LiftEmbargo => text!("cr.move.LiftEmbargo"),
            Concession::LiftBlockade => text!("cr.move.LiftBlockade"),
            Concession::Recognise => text!("cr.move.Recognise"),
            Concession::WithdrawTroops => text!("cr.move.WithdrawTroops"),
        },
        CrisisMove::BackDown => text!("cr.move.BackDown"),
    }
}

/// What a concession takes once the crisis is settled.
fn given_words(give: Concession) -> &'static str {
    match give {
        Concession::AtHand => text!("cr.gives.AtHand"),
        Concession::Guarantee => text!("cr.gives.Guarantee"),
        Concession::EndArms => text!("cr.gives.EndArms"),
        Concession::LiftEmbargo => text!("cr.gives.LiftEmbargo"),
        Concession::LiftBlockade => text!("cr.gives.LiftBlockade"),
        Concession::Recognise => text!("cr.gives.Recognise"),
        Concession::WithdrawTroops => text!("cr.gives.WithdrawTroops"),
    }
}
