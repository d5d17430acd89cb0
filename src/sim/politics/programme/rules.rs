//! Rules of programmes: what a front promises, by what it is measured, when it is kept.

use crate::content::vocabulary::{Class, Pledge};
use crate::sim::politics::PoliticsRules;

/// What pledges are measured by (0–1 each).
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Standing {
    /// Share of the land that is held by those who till it, alone or together.
    pub tilled_by_own: f64,
    /// Share of the product that goes to welfare.
    pub welfare: f64,
    /// Share of capital in foreign hands.
    pub foreign: f64,
}

impl Standing {
    /// The number by which a pledge is measured.
    pub fn of(&self, pledge: Pledge) -> f64 {
        match pledge {
            Pledge::Land => self.tilled_by_own,
            Pledge::Work => self.welfare,
            Pledge::Economy => self.foreign,
        }
    }
}

/// Weight in the front from which a class is promised something.
const WEIGHT_TO_BE_PROMISED: f64 = 0.3;
/// Land that is held by its tillers, foreign capital that is left: from there nothing is left to promise.
const LAND_ENOUGH: f64 = 0.85;
const FOREIGN_LITTLE: f64 = 0.05;

/// Classes to which a pledge is made.
pub const fn promised_to(pledge: Pledge) -> &'static [Class] {
    match pledge {
        Pledge::Land => &[Class::Peasants],
        Pledge::Work => &[Class::Workers],
        Pledge::Economy => &[Class::NationalBourgeoisie, Class::Intelligentsia],
    }
}

/// Whether a front of these classes makes a pledge, as things stand.
pub fn makes(pledge: Pledge, front: &[f64; Class::COUNT], standing: &Standing) -> bool {
    let wanted = promised_to(pledge).iter().any(|class| front[class.index()] >= WEIGHT_TO_BE_PROMISED);
    let open = match pledge {
        Pledge::Land => standing.tilled_by_own < LAND_ENOUGH,
        Pledge::Work => true,
        Pledge::Economy => standing.foreign > FOREIGN_LITTLE,
    };
    wanted && open
}

/// The value at which a pledge is kept that was made at `from`.
pub fn goal(pledge: Pledge, from: f64, rules: &PoliticsRules) -> f64 {
    match pledge {
        Pledge::Land => (from + rules.pledge_land).min(LAND_ENOUGH),
        Pledge::Work => from + rules.pledge_welfare,
        Pledge::Economy => (from * (1.0 - rules.pledge_foreign)).max(FOREIGN_LITTLE),
    }
}

/// Whether a pledge is kept.
pub fn is_kept(pledge: Pledge, from: f64, now: f64, rules: &PoliticsRules) -> bool {
    let goal = goal(pledge, from, rules);
    match pledge {
        Pledge::Land | Pledge::Work => now >= goal,
        Pledge::Economy => now <= goal,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> PoliticsRules {
        PoliticsRules::read(&crate::sim::testing::rules()).expect("the shipped rules are complete")
    }

    #[test]
    fn a_front_promises_what_its_classes_lack() {
        let mut front = [0.0; Class::COUNT];
        front[Class::Peasants.index()] = 0.6;
        let landless = Standing { tilled_by_own: 0.4, welfare: 0.05, foreign: 0.3 };
        assert!(makes(Pledge::Land, &front, &landless));
        assert!(!makes(Pledge::Work, &front, &landless) && !makes(Pledge::Economy, &front, &landless));
        assert!(!makes(Pledge::Land, &front, &Standing { tilled_by_own: 0.9, ..landless }));
        front[Class::Intelligentsia.index()] = 0.4;
        assert!(makes(Pledge::Economy, &front, &landless));
        assert!(!makes(Pledge::Economy, &front, &Standing { foreign: 0.01, ..landless }));
    }

    #[test]
    fn a_pledge_is_kept_at_its_goal() {
        let rules = table();
        for (pledge, from) in [(Pledge::Land, 0.4), (Pledge::Work, 0.05), (Pledge::Economy, 0.3)] {
            assert!(!is_kept(pledge, from, from, &rules), "{pledge:?}");
            assert!(is_kept(pledge, from, goal(pledge, from, &rules), &rules), "{pledge:?}");
        }
        assert!(goal(Pledge::Land, 0.84, &rules) <= LAND_ENOUGH);
    }
}
