//! How seats, places and states of affairs are called.

use crate::base::{DoctrineId, GoodId, Month, MovementId, OrganisationId, PolityId, TerritoryId};
use crate::content::defs::Content;
use crate::content::vocabulary::{FormOfRule, Strategy, WarAim};
use crate::sim::Seat;
use crate::sim::movements::MovementPhase;
use crate::sim::politics::Status;

use super::{Link, Piece, fill, text};

/// Names things as the content names them, as links.
#[derive(Debug, Clone, Copy)]
pub struct Speaker<'a>(pub &'a Content);

impl Speaker<'_> {
    /// A state's name: `India`.
    pub fn polity(&self, id: PolityId) -> Piece {
        Piece::linked(&self.0.polities[id].name, Link::Polity(id))
    }

    /// A state as one that acts, by its seat of government: `Delhi`; by its name where none is given.
    pub fn acting(&self, id: PolityId) -> Piece {
        let def = &self.0.polities[id];
        let name = if def.seat.is_empty() { &def.name } else { &def.seat };
        Piece::linked(name, Link::Polity(id))
    }

    /// A territory's name.
    pub fn territory(&self, id: TerritoryId) -> Piece {
        Piece::linked(&self.0.territories[id].name, Link::Territory(id))
    }

    /// What is disputed, by its place in the scenario's list.
    pub fn dispute(&self, place: u16) -> Piece {
        Piece::plain(&self.0.disputes[usize::from(place)].name)
    }

    /// What a war between two is fought for; disputed ground by its name.
    pub fn aim(&self, aim: WarAim, attacker: Seat, defender: Seat) -> Piece {
        let named = match (aim, attacker, defender) {
            (WarAim::DisputedGround, Seat::Polity(a), Seat::Polity(b)) => {
                self.0.disputes.iter().find(|one| one.is_between(a, b))
            }
            _ => None,
        };
        Piece::plain(named.map_or(aim.words(), |dispute| &dispute.name))
    }

    /// A movement's name.
    pub fn movement(&self, id: MovementId) -> Piece {
        Piece::linked(&self.0.movements[id].name, Link::Movement(id))
    }

    /// An organisation's name.
    pub fn organisation(&self, id: OrganisationId) -> Piece {
        Piece::linked(&self.0.organisations[id].name, Link::Organisation(id))
    }

    /// A good's name.
    pub fn good(&self, id: GoodId) -> String {
        self.0.goods[id].name.clone()
    }

    /// A doctrine's name as its holders call it.
    pub fn doctrine(&self, id: DoctrineId) -> String {
        self.0.doctrines[id].name.clone()
    }

    /// A seat by name.
    pub fn seat(&self, seat: Seat) -> Piece {
        match seat {
            Seat::Polity(id) => self.polity(id),
            Seat::Movement(id) => self.movement(id),
        }
    }

    /// A seat as one that acts.
    pub fn acting_seat(&self, seat: Seat) -> Piece {
        match seat {
            Seat::Polity(id) => self.acting(id),
            Seat::Movement(id) => self.movement(id),
        }
    }
}

/// A month as people write it: `March 1957`.
pub fn month_words(month: Month) -> String {
    month.to_string()
}

/// How a polity stands: `ruled by France`.
pub fn status_words(content: &Content, status: Status) -> String {
    let name = |id: PolityId| content.polities[id].name.as_str();
    match status {
        Status::Sovereign => text!("status.sovereign").into(),
        Status::Dependent { of } => lower(text!("status.dependent"), name(of)),
        Status::Occupied { by } => lower(text!("status.occupied"), name(by)),
        Status::Dormant => text!("status.dormant").into(),
    }
}

fn lower(template: &str, by: &str) -> String {
    // `fill` makes sentences; this is a part of one.
    template.replace("{by}", by)
}

/// A form of rule in plain words.
pub fn form_words(form: FormOfRule) -> &'static str {
    form.words()
}

/// A strategy in plain words.
pub fn strategy_words(strategy: Strategy) -> &'static str {
    strategy.words()
}

/// Where a movement is in its life.
pub fn phase_words(phase: MovementPhase) -> &'static str {
    match phase {
        MovementPhase::Latent => text!("phase.latent"),
        MovementPhase::Active => text!("phase.active"),
        MovementPhase::InArms => text!("phase.in_arms"),
        MovementPhase::Victorious => text!("phase.victorious"),
        MovementPhase::Broken => text!("phase.broken"),
    }
}

/// Whom a movement stands against: `stands against France`.
pub fn against_words(content: &Content, whom: PolityId) -> String {
    fill(text!("m.against"), &[("whom", &content.polities[whom].name)])
}
