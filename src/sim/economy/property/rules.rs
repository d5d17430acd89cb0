//! Rules of property: pure functions. Source: DESIGN §5; sizes in `property.ron`.

use crate::base::math;
use crate::content::vocabulary::{Class, ProgrammeKind, Property};
use crate::sim::terms::Terms;

use super::components::{ByProperty, Vigour};
use super::parameters::PropertyRules;

const STATE: usize = Property::State.index();
const COOPERATIVE: usize = Property::Cooperative.index();
const SMALLHOLDER: usize = Property::Smallholder.index();
const PRIVATE: usize = Property::NationalPrivate.index();
const FOREIGN: usize = Property::Foreign.index();

/// Investment drive of a sector: the mean of its owners', foreign ones as far as they feel safe.
pub(in crate::sim) fn drive(rules: &PropertyRules, shares: &ByProperty, safety: f64) -> f64 {
    shares[STATE] * rules.drive_state
        + shares[COOPERATIVE] * rules.drive_cooperative
        + shares[SMALLHOLDER] * rules.drive_smallholder
        + shares[PRIVATE] * rules.drive_private
        + shares[FOREIGN] * rules.drive_foreign * safety
}

/// Property moves the whole of investment by no more than this, either way: most of it is set by budgets and confidence.
const DRIVE_LIMITS: (f64, f64) = (0.75, 1.3);

/// Investment over what budget lines call for (0.75–1.3): drive now over drive at the start.
pub(in crate::sim) fn relative_drive(now: f64, opening: f64) -> f64 {
    math::ratio_or(now, opening, 1.0).clamp(DRIVE_LIMITS.0, DRIVE_LIMITS.1)
}

/// How safe foreign owners feel (0–1): what was taken is remembered; a state whose form abolishes private property, a
/// ripe revolutionary situation and a taking under way frighten.
pub fn safety(memory: f64, abolishes: bool, ripeness: f64, taking: bool, terms: &mut impl Terms) -> f64 {
    let sum = terms.add("safety.law", 1.0)
        + terms.add("safety.memory", -memory)
        + terms.add("safety.form", if abolishes { -0.7 } else { 0.0 })
        + terms.add("safety.ripeness", -0.5 * ripeness.clamp(0.0, 1.0))
        + terms.add("safety.taking", if taking { -0.2 } else { 0.0 });
    sum.clamp(0.0, 1.0)
}

/// Effort of tillers by who owns the land.
pub(in crate::sim) fn effort(rules: &PropertyRules, shares: &ByProperty) -> f64 {
    shares[STATE] * rules.effort_state
        + shares[COOPERATIVE] * rules.effort_cooperative
        + shares[SMALLHOLDER] * rules.effort_smallholder
        + (shares[PRIVATE] + shares[FOREIGN]) * rules.effort_estates
}

/// What a sector makes over what it could (0.3–1.3): on the land also by tillers' effort, resentment and what is taken
/// from them.
pub fn vigour(
    rules: &PropertyRules,
    now: &Vigour,
    disruption: f64,
    land: bool,
    terms: &mut impl Terms,
) -> f64 {
    let mut sum = terms.add("vigour.normal", 1.0) + terms.add("vigour.disruption", -disruption);
    if land {
        let pressure = now.seizure.max(now.procurement);
        sum += terms.add("vigour.effort", now.effort - 1.0)
            + terms.add("vigour.resentment", -rules.resentment_loss * now.resentment)
            + terms.add("vigour.procurement", -rules.procurement_loss * pressure);
    }
    sum.clamp(0.3, 1.3)
}

/// Share of the land that peasants join to co-operatives of their own will (0–0.95).
pub fn acceptance(
    rules: &PropertyRules,
    communist: f64,
    legitimacy: f64,
    resentment: f64,
    terms: &mut impl Terms,
) -> f64 {
    let sum = terms.add("acceptance.base", rules.acceptance)
        + terms.add("acceptance.lean", rules.acceptance_lean * communist)
        + terms.add("acceptance.legitimacy", rules.acceptance_legitimacy * legitimacy)
        + terms.add("acceptance.resentment", -rules.acceptance_resentment * resentment);
    sum.clamp(0.0, 0.95)
}

/// Who can speak against a change of property.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Voices {
    /// Weight of each class in the ruling coalition (sums to 1).
    pub coalition: [f64; Class::COUNT],
    /// Organisation of each class (0–1).
    pub organised: [f64; Class::COUNT],
    /// Lean of the peasants to the communist current (0–1).
    pub communist: f64,
    /// Lean of the people to the national current (0–1).
    pub national: f64,
}

impl Voices {
    fn in_power(&self, class: Class) -> f64 {
        self.coalition[class.index()]
    }

    /// How loudly a class speaks (0–1): some of it without any organisation.
    fn of(&self, rules: &PropertyRules, class: Class) -> f64 {
        math::lerp(rules.unorganised, 1.0, self.organised[class.index()])
    }
}

/// Part of a sector's private capital that a nationalisation spares: owners who share in rule keep theirs.
pub(in crate::sim) fn spared(voices: &Voices) -> f64 {
    (3.0 * voices.in_power(Class::NationalBourgeoisie)).clamp(0.0, 1.0)
}

/// Resistance of those who lose (0–1): what they hold × how loudly they speak × their weight or their will.
pub fn resistance(
    rules: &PropertyRules,
    kind: ProgrammeKind,
    forced: bool,
    shares: &ByProperty,
    voices: &Voices,
    terms: &mut impl Terms,
) -> f64 {
    use ProgrammeKind as K;
    let sum = match kind {
        K::LandReform => {
            let lords = 0.2 + 1.5 * voices.in_power(Class::Landowners);
            let owners = 0.6 * voices.in_power(Class::LargeOwners);
            terms.add("resistance.landowners", shares[PRIVATE] * lords * voices.of(rules, Class::Landowners))
                + terms.add(
                    "resistance.large_owners",
                    (shares[PRIVATE] + shares[FOREIGN]) * owners * voices.of(rules, Class::LargeOwners),
                )
        }
        K::Collectivisation if forced => terms.add(
            "resistance.peasants",
            (shares[SMALLHOLDER] + shares[PRIVATE])
                * (1.0 - voices.communist)
                * voices.of(rules, Class::Peasants),
        ),
        // Nobody resists what he may leave alone.
        K::Collectivisation => 0.0,
        K::Nationalisation => {
            let private = shares[PRIVATE] * (1.0 - spared(voices));
            terms.add(
                "resistance.large_owners",
                shares[FOREIGN]
                    * 1.5
                    * voices.in_power(Class::LargeOwners)
                    * voices.of(rules, Class::LargeOwners),
            ) + terms.add(
                "resistance.bourgeoisie",
                private
                    * (0.3 + voices.in_power(Class::NationalBourgeoisie))
                    * voices.of(rules, Class::NationalBourgeoisie),
            )
        }
        K::Privatisation => {
            let public = shares[STATE] + shares[COOPERATIVE];
            terms.add(
                "resistance.workers",
                public * (0.2 + voices.in_power(Class::Workers)) * voices.of(rules, Class::Workers),
            ) + terms.add("resistance.officials", public * 0.6 * voices.in_power(Class::Officials))
        }
        K::Concession => {
            terms.add("resistance.national", 0.6 * voices.national * voices.of(rules, Class::Intelligentsia))
        }
    };
    sum.clamp(0.0, 1.0)
}

/// How a government answers resistance.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Answer {
    /// Part that slows the programme: conceded (0–1).
    pub yielded: f64,
    /// Part that is broken by force (0–1).
    pub broken: f64,
}

/// A government breaks as much resistance as it can repress without asking voters, and twice as much of it where it
/// has set out to force; to the rest it yields.
pub fn answer(resistance: f64, repression: f64, franchise: f64, forced: bool) -> Answer {
    let means = repression * (1.0 - franchise) * if forced { 1.4 } else { 0.7 };
    let broken = resistance * means.clamp(0.0, 1.0);
    Answer { yielded: resistance - broken, broken }
}

/// Fraction of what is left of a source to move this month, so that `part` of it has moved when all is done.
pub(in crate::sim) fn of_what_is_left(part: f64, done: f64, pace: f64) -> f64 {
    math::ratio_or(part * pace, 1.0 - part * done, 0.0).clamp(0.0, 1.0)
}

/// Moves a fraction of some forms of property to another; returns what has moved of each form. The row keeps its sum.
pub(in crate::sim) fn shift(shares: &mut ByProperty, fractions: &ByProperty, to: Property) -> ByProperty {
    let mut moved = [0.0; Property::COUNT];
    for (from, fraction) in fractions.iter().enumerate() {
        if from != to.index() {
            moved[from] = shares[from] * fraction.clamp(0.0, 1.0);
            shares[from] -= moved[from];
            shares[to.index()] += moved[from];
        }
    }
    moved
}

/// Adds capital of one form of property, `part` of the whole after it is there. The row keeps its sum.
pub(in crate::sim) fn dilute(shares: &mut ByProperty, by: Property, part: f64) {
    let part = part.clamp(0.0, 1.0);
    for share in shares.iter_mut() {
        *share *= 1.0 - part;
    }
    shares[by.index()] += part;
}

/// Which forms of property a programme takes how much of, and to which it brings them.
pub(in crate::sim) fn reach(
    rules: &PropertyRules,
    kind: ProgrammeKind,
    land: bool,
    voices: &Voices,
) -> (ByProperty, Property) {
    use ProgrammeKind as K;
    let mut from = [0.0; Property::COUNT];
    let to = match kind {
        K::LandReform => {
            from[PRIVATE] = rules.land_reform_part;
            from[FOREIGN] = rules.land_reform_part;
            Property::Smallholder
        }
        K::Collectivisation => {
            from[SMALLHOLDER] = rules.forced_part;
            from[PRIVATE] = rules.forced_part;
            Property::Cooperative
        }
        K::Nationalisation => {
            from[FOREIGN] = 1.0;
            from[PRIVATE] = 1.0 - spared(voices);
            Property::State
        }
        K::Privatisation => {
            from[STATE] = rules.privatise_part;
            if land {
                from[COOPERATIVE] = rules.privatise_part;
            }
            if land { Property::Smallholder } else { Property::NationalPrivate }
        }
        K::Concession => Property::Foreign,
    };
    (from, to)
}

/// What a month of forcing peasants into collectives costs.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(in crate::sim) struct ForcedCosts {
    /// Output lost, as a share; heals.
    pub disruption: f64,
    /// Part of the capital of farming slaughtered and ruined.
    pub slaughter: f64,
    /// Resentment added.
    pub resentment: f64,
    /// Part of the peasants killed.
    pub dead: f64,
    /// Part of the peasants driven from home.
    pub displaced: f64,
}

/// What forcing a share `moved` of the land costs against a resistance answered so.
pub(in crate::sim) fn forced_costs(
    rules: &PropertyRules,
    moved: f64,
    resistance: f64,
    answer: Answer,
) -> ForcedCosts {
    ForcedCosts {
        disruption: rules.forced_disruption * moved * (1.0 + resistance),
        slaughter: rules.herd_slaughter * moved * resistance,
        resentment: rules.forced_resentment * moved * resistance,
        dead: rules.forced_deaths * moved * answer.broken,
        displaced: rules.forced_displaced * moved * answer.broken,
    }
}

/// Profit that foreign owners take home of what falls due: a part of their share, as far as the host can pay.
pub(in crate::sim) fn remittance(
    rules: &PropertyRules,
    profit: f64,
    foreign: f64,
    earned: f64,
    reserves: f64,
) -> f64 {
    let able = rules.remittance_limit * (earned.max(0.0) + reserves.max(0.0) / 12.0);
    (profit * foreign * rules.remitted).min(able).min(reserves).max(0.0)
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
