//! Arsenals quarter by quarter: whoever has warheads builds more out of what it spends on its forces, the faster the more
//! it believes a rival ahead, and old ones are taken out of service. A treaty on the limits of arms holds the number down.

use bevy::prelude::*;

use crate::base::PolityId;
use crate::sim::diplomacy::{Agreements, Channel, Relations};
use crate::sim::economy::Accounts;
use crate::sim::finance::{Budget, BudgetLine};
use crate::sim::perception::Outlook;
use crate::sim::population::{Atlas, Clock, Polities, Seat};

use super::ConflictRules;
use super::components::Forces;
use super::rules::{Arsenal, arsenal_next};

const QUARTER: u32 = 3;

pub(super) fn keep_arsenals(
    rules: Res<ConflictRules>,
    clock: Res<Clock>,
    atlas: Res<Atlas>,
    relations: Res<Relations>,
    agreements: Res<Agreements>,
    mut polities: Polities<(&mut Forces, &Accounts, &Budget, &Outlook)>,
) {
    if !clock.now().0.is_multiple_of(QUARTER) {
        return;
    }
    for (polity, (mut forces, accounts, budget, outlook)) in polities.iter_mut() {
        if forces.warheads < 1.0 {
            continue;
        }
        let spent = budget.share(BudgetLine::Forces) * accounts.product().real() / 4.0;
        let (theirs, tension) =
            outlook.rival().map_or((0.0, 0.0), |rival| seen(&relations, &atlas, polity, rival));
        let next = arsenal_next(&Arsenal { own: forces.warheads, theirs, tension, spent }, &rules);
        // Under limits of arms what grows old may be replaced, and no more.
        forces.warheads = if agreements.limits_arms_of(polity) { next.min(forces.warheads) } else { next };
    }
}

/// Warheads of a rival as one believes them, and the tension between the two.
fn seen(relations: &Relations, atlas: &Atlas, own: PolityId, rival: PolityId) -> (f64, f64) {
    let (of, to) = (atlas.agent(Seat::Polity(own)), atlas.agent(Seat::Polity(rival)));
    let believed =
        relations.place(of, to).map_or(0.0, |place| relations.at(Channel::BelievedWarheads, place));
    (believed, relations.tension(of, to))
}
