//! Plain names for ids.

use crate::base::{DoctrineId, GoodId, MovementId, OrganisationId, PolityId, TerritoryId};
use crate::content::vocabulary::{Ids, Naming};

use super::Content;

/// Names things as the content names them.
#[derive(Debug, Clone, Copy)]
pub struct ContentNames<'a>(pub &'a Content);

impl Naming<Ids> for ContentNames<'_> {
    fn polity(&self, polity: &PolityId) -> String {
        self.0.polities[*polity].name.clone()
    }
    fn territory(&self, territory: &TerritoryId) -> String {
        self.0.territories[*territory].name.clone()
    }
    fn movement(&self, movement: &MovementId) -> String {
        self.0.movements[*movement].name.clone()
    }
    fn good(&self, good: &GoodId) -> String {
        self.0.goods[*good].name.clone()
    }
    fn doctrine(&self, doctrine: &DoctrineId) -> String {
        self.0.doctrines[*doctrine].name.clone()
    }
    fn organisation(&self, organisation: &OrganisationId) -> String {
        self.0.organisations[*organisation].name.clone()
    }
}
