//! Policies that rest for a target after they were chosen for it.

use bevy::prelude::Resource;
use serde::{Deserialize, Serialize};

use crate::base::{AgentId, DoctrineId, IdVec, Month};

use super::deliberate::Place;

/// One policy that rests.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
struct Rest {
    doctrine: DoctrineId,
    policy: u16,
    target: Option<AgentId>,
    until: Month,
}

/// What rests, by agent.
#[derive(Resource, Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(in crate::sim) struct Resting {
    by: IdVec<AgentId, Vec<Rest>>,
}

impl Resting {
    pub(super) fn open(agents: usize) -> Self {
        Self { by: IdVec::filled(Vec::new(), agents) }
    }

    /// Whether a policy rests for a target.
    pub(super) fn rests(&self, agent: AgentId, place: Place, target: Option<AgentId>, now: Month) -> bool {
        self.by[agent].iter().any(|rest| {
            rest.until > now
                && rest.doctrine == place.doctrine
                && rest.policy == place.policy
                && rest.target == target
        })
    }

    /// Lets a policy rest; what has rested enough is forgotten.
    pub(super) fn rest(
        &mut self,
        agent: AgentId,
        place: Place,
        target: Option<AgentId>,
        now: Month,
        months: u32,
    ) {
        let row = &mut self.by[agent];
        row.retain(|rest| rest.until > now);
        if months > 0 {
            let Place { doctrine, policy } = place;
            row.push(Rest { doctrine, policy, target, until: now.plus(months) });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Id;

    #[test]
    fn a_policy_rests_for_its_target_alone_and_wakes() {
        let mut resting = Resting::open(2);
        let (agent, place) = (AgentId(0), Place { doctrine: DoctrineId::from_index(0), policy: 3 });
        let (one, other) = (Some(AgentId(1)), None);
        resting.rest(agent, place, one, Month(100), 6);
        assert!(resting.rests(agent, place, one, Month(105)));
        assert!(!resting.rests(agent, place, other, Month(105)));
        assert!(!resting.rests(agent, place, one, Month(106)));
        assert!(!resting.rests(AgentId(1), place, one, Month(101)));
    }
}
