//! Ground that two states both hold to be theirs: which disputes are open, and which a lost war has closed for a time.

use bevy::prelude::{Resource, World};
use serde::{Deserialize, Serialize};

use crate::base::{Month, PolityId};
use crate::content::defs::DisputeDef;
use crate::sim::access::Access;
use crate::sim::politics::Status;
use crate::sim::population::Lore;

use super::{AgreementTag, Agreements};

/// Treaties that say where the border runs for as long as they are in force.
pub(in crate::sim) const LAY_TO_REST: [AgreementTag; 2] = [AgreementTag::Friendship, AgreementTag::Pact];

/// A claim dropped in a peace: what is dictated holds as long as those who signed it are remembered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dropped {
    /// Place of the dispute in the scenario's list.
    pub place: usize,
    /// Who dropped its claim.
    pub by: PolityId,
    /// When it is raised again.
    pub until: Month,
}

/// The claims of the scenario's disputes that are dropped for now, the oldest first; all others stand.
#[derive(Resource, Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Disputes {
    dropped: Vec<Dropped>,
}

impl Disputes {
    /// The dispute between two states in which neither has dropped its claim, with its place in the scenario's list.
    pub fn between<'d>(
        &self,
        defs: &'d [DisputeDef],
        a: PolityId,
        b: PolityId,
    ) -> Option<(usize, &'d DisputeDef)> {
        self.standing(defs).find(|(_, def)| def.is_between(a, b))
    }

    /// All in which neither side has dropped its claim, with their places.
    pub fn standing<'d>(&self, defs: &'d [DisputeDef]) -> impl Iterator<Item = (usize, &'d DisputeDef)> {
        let stands = |place: &usize| self.dropped(*place).is_none();
        defs.iter().enumerate().filter(move |(place, _)| stands(place))
    }

    /// The claim that is dropped in the dispute of a place, if one is.
    pub fn dropped(&self, place: usize) -> Option<Dropped> {
        self.dropped.iter().copied().find(|one| one.place == place)
    }

    /// Notes that a state drops its claim until a month, if it stood.
    pub(super) fn drop_claim(&mut self, place: usize, by: PolityId, until: Month) {
        if self.dropped(place).is_none() {
            self.dropped.push(Dropped { place, by, until });
        }
    }

    /// Takes out the claims that are raised again in a month.
    pub(super) fn raise(&mut self, now: Month) -> Vec<Dropped> {
        self.dropped.extract_if(.., |one| one.until <= now).collect()
    }
}

/// How a dispute stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DisputeStanding {
    /// Open.
    Open,
    /// A treaty lays it to rest until then; without a term if none is given.
    Rests(Option<Month>),
    /// One of the two is not a state of its own.
    Sleeps,
    /// One of the two has dropped its claim for now.
    Settled(Dropped),
}

/// How the dispute of a place stands.
pub fn dispute_standing(world: &World, place: usize) -> DisputeStanding {
    let DisputeDef { of, with, .. } = world.resource::<Lore>().disputes[place];
    if let Some(dropped) = world.resource::<Disputes>().dropped(place) {
        return DisputeStanding::Settled(dropped);
    }
    if [of, with].iter().any(|&one| !world.polity::<Status>(one).is_sovereign()) {
        return DisputeStanding::Sleeps;
    }
    let agreements = world.resource::<Agreements>();
    let treaty = LAY_TO_REST.iter().find_map(|&tag| agreements.between(of, with, tag));
    treaty.map_or(DisputeStanding::Open, |treaty| DisputeStanding::Rests(treaty.until))
}

/// The open dispute between two states.
pub(in crate::sim) fn open_dispute(world: &World, a: PolityId, b: PolityId) -> Option<&DisputeDef> {
    let (place, dispute) = world.resource::<Disputes>().between(&world.resource::<Lore>().disputes, a, b)?;
    (dispute_standing(world, place) == DisputeStanding::Open).then_some(dispute)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dispute(id: &str, of: u16, with: u16) -> DisputeDef {
        let text = |words: &str| words.to_owned();
        DisputeDef {
            id: text(id),
            name: text(id),
            of: PolityId(of),
            with: PolityId(with),
            held_by: None,
            weight: 0.5,
            because: text("each says so"),
            source: text("own invention"),
        }
    }

    #[test]
    fn a_claim_that_is_dropped_is_raised_again_in_its_month() {
        let defs = [dispute("hills", 1, 2), dispute("river", 3, 1)];
        let mut disputes = Disputes::default();
        let (one, two, three) = (PolityId(1), PolityId(2), PolityId(3));
        assert_eq!(disputes.between(&defs, two, one).map(|(place, _)| place), Some(0));
        assert!(disputes.between(&defs, two, three).is_none());
        disputes.drop_claim(0, two, Month(7));
        disputes.drop_claim(0, one, Month(9));
        let dropped = Dropped { place: 0, by: two, until: Month(7) };
        assert_eq!(disputes.dropped(0), Some(dropped), "nobody drops what is dropped");
        assert!(disputes.between(&defs, one, two).is_none());
        assert_eq!(disputes.standing(&defs).map(|(place, _)| place).collect::<Vec<_>>(), [1]);
        assert_eq!(disputes.raise(Month(6)), []);
        assert_eq!(disputes.raise(Month(7)), [dropped]);
        assert!(disputes.between(&defs, one, two).is_some());
    }
}
