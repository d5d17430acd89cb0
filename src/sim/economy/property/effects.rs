//! What orders and answers do to property.

use bevy::prelude::World;

use crate::base::PolityId;
use crate::content::vocabulary::ProgrammeKind;
use crate::sim::access::Access;
use crate::sim::chronicle::Fact;
use crate::sim::economy::Roles;
use crate::sim::effects::{Effect, Effects};

use super::components::{ForeignCapital, Programme, Programmes, STAKES, Stake, Vigour};

/// Begins a programme; one of its kind that runs already goes on instead.
pub(in crate::sim) fn begin(world: &mut World, id: PolityId, kind: ProgrammeKind, programme: Programme) {
    let mut programmes = world.polity_mut::<Programmes>(id);
    programmes.running[kind.index()].get_or_insert(programme);
}

/// Ends a programme by decision; what has changed hands stays, what is owed for it is owed.
pub(in crate::sim) fn end(world: &mut World, id: PolityId, kind: ProgrammeKind) {
    let Some(programme) = world.polity_mut::<Programmes>(id).running[kind.index()].take() else { return };
    settle(world, id, &programme);
    let fact = Fact::ProgrammeAbandoned {
        polity: id,
        programme: kind,
        sector: programme.sector,
        moved: programme.moved,
    };
    world.resource_mut::<Effects>().push(Effect::Tell { fact });
}

/// Enters the compensation that has come to be owed, to each owner state its part.
pub(super) fn settle(world: &mut World, id: PolityId, programme: &Programme) {
    if programme.owed <= 0.0 {
        return;
    }
    let rules = *world.resource::<super::PropertyRules>();
    let stakes = world.polity::<ForeignCapital>(id).stakes;
    for stake in stakes.into_iter().flatten() {
        let principal = crate::base::Money::rounded(programme.owed * stake.share);
        world.resource_mut::<Effects>().push(Effect::OweCompensation {
            debtor: id,
            creditor: stake.of,
            principal,
            months: (rules.compensation_years * 12.0) as u32,
            interest: rules.compensation_interest,
        });
    }
}

/// Enters new capital of a state's owners among the stakes; the smallest gives way where there is no place.
pub(super) fn add_stake(stakes: &mut [Option<Stake>; STAKES], of: PolityId, before: f64, new: f64) {
    let all = before + new;
    if all <= 0.0 || new <= 0.0 {
        return;
    }
    for stake in stakes.iter_mut().flatten() {
        stake.share *= before / all;
    }
    let part = new / all;
    let size = |slot: &Option<Stake>| slot.map_or(0.0, |stake| stake.share);
    if let Some(stake) = stakes.iter_mut().flatten().find(|stake| stake.of == of) {
        stake.share += part;
    } else {
        let smallest =
            (0..STAKES).min_by(|&a, &b| size(&stakes[a]).total_cmp(&size(&stakes[b]))).unwrap_or(0);
        if size(&stakes[smallest]) <= part {
            stakes[smallest] = Some(Stake { of, share: part });
        }
    }
    let sum: f64 = stakes.iter().map(size).sum();
    for stake in stakes.iter_mut().flatten() {
        stake.share = if sum > 0.0 { stake.share / sum } else { 0.0 };
    }
}

/// Industry stands still in part; it goes back to work as other disruption heals.
pub(in crate::sim) fn stop_work(world: &mut World, id: PolityId, share: f64) {
    let roles = world.resource::<Roles>().clone();
    let mut vigour = world.polity_mut::<Vigour>(id);
    for good in roles.goods().filter(|&good| roles.is_industry(good)) {
        let disruption = &mut vigour.disruption[good];
        *disruption = (*disruption + share.max(0.0)).min(0.6);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stakes_sum_to_one_and_large_newcomers_find_a_place() {
        let mut stakes = [None; STAKES];
        add_stake(&mut stakes, PolityId(1), 0.0, 10.0);
        add_stake(&mut stakes, PolityId(2), 10.0, 30.0);
        add_stake(&mut stakes, PolityId(3), 40.0, 40.0);
        let sum: f64 = stakes.iter().flatten().map(|stake| stake.share).sum();
        assert!((sum - 1.0).abs() < 1e-12);
        assert!(stakes.iter().flatten().any(|stake| stake.of == PolityId(3)));
        assert!(stakes.iter().flatten().all(|stake| stake.of != PolityId(1)));
        let before = stakes;
        add_stake(&mut stakes, PolityId(9), 10.0, 0.0);
        assert_eq!(stakes, before);
    }
}
