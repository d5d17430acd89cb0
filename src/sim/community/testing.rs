//! The parameters as shipped, for unit tests of communities.

use super::CommunityRules;

pub(super) fn rules() -> CommunityRules {
    CommunityRules::read(&crate::sim::testing::rules()).expect("all rules are there")
}
