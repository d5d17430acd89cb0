//! Turning dense ids into string ids and back, for passports, order files and saves.

use std::collections::BTreeMap;

use crate::base::{DoctrineId, GoodId, Id, MovementId, OrganisationId, PolityId, TerritoryId};
use crate::content::defs::Content;
use crate::content::vocabulary::{Ids, MapRefs, Names, Order};

/// A string id that the content does not define.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameError {
    /// What kind of thing was meant.
    pub kind: &'static str,
    /// The string id.
    pub id: String,
    /// A defined id that looks like it.
    pub near: Option<String>,
}

impl std::fmt::Display for NameError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "no {} named `{}`", self.kind, self.id)?;
        match &self.near {
            Some(near) => write!(f, "; did you mean `{near}`?"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for NameError {}

/// An order in string ids.
pub fn to_names(content: &Content, order: &Order<Ids>) -> Order<Names> {
    let Ok(named) = order.map(&mut Naming(content));
    named
}

/// An order in dense ids.
///
/// # Errors
/// The first string id that the content does not define, with a near one if there is one.
pub fn to_ids(content: &Content, order: &Order<Names>) -> Result<Order<Ids>, NameError> {
    order.map(&mut Finding::new(content))
}

/// Finds dense ids by string id.
pub(super) struct Finding<'c> {
    content: &'c Content,
    polities: BTreeMap<&'c str, usize>,
}

impl<'c> Finding<'c> {
    pub(super) fn new(content: &'c Content) -> Self {
        let polities =
            content.polities.values().enumerate().map(|(row, def)| (def.id.as_str(), row)).collect();
        Self { content, polities }
    }
}

fn find<'a, I: Id>(
    kind: &'static str,
    wanted: &str,
    ids: impl Iterator<Item = &'a str> + Clone,
) -> Result<I, NameError> {
    match ids.clone().position(|id| id == wanted) {
        Some(row) => Ok(I::from_index(row)),
        None => Err(NameError {
            kind,
            id: wanted.to_owned(),
            near: crate::content::report::nearest(wanted, ids).map(str::to_owned),
        }),
    }
}

impl MapRefs<Names, Ids> for Finding<'_> {
    type Error = NameError;

    fn polity(&mut self, name: &String) -> Result<PolityId, NameError> {
        match self.polities.get(name.as_str()) {
            Some(&row) => Ok(PolityId::from_index(row)),
            None => find("polity", name, self.content.polities.values().map(|def| def.id.as_str())),
        }
    }
    fn territory(&mut self, name: &String) -> Result<TerritoryId, NameError> {
        find("territory", name, self.content.territories.values().map(|def| def.id.as_str()))
    }
    fn movement(&mut self, name: &String) -> Result<MovementId, NameError> {
        find("movement", name, self.content.movements.values().map(|def| def.id.as_str()))
    }
    fn good(&mut self, name: &String) -> Result<GoodId, NameError> {
        find("good", name, self.content.goods.values().map(|def| def.id.as_str()))
    }
    fn doctrine(&mut self, name: &String) -> Result<DoctrineId, NameError> {
        find("doctrine", name, self.content.doctrines.values().map(|def| def.id.as_str()))
    }
    fn organisation(&mut self, name: &String) -> Result<OrganisationId, NameError> {
        find("organisation", name, self.content.organisations.values().map(|def| def.id.as_str()))
    }
}

struct Naming<'c>(&'c Content);

impl MapRefs<Ids, Names> for Naming<'_> {
    type Error = std::convert::Infallible;

    fn polity(&mut self, id: &PolityId) -> Result<String, Self::Error> {
        Ok(self.0.polities[*id].id.clone())
    }
    fn territory(&mut self, id: &TerritoryId) -> Result<String, Self::Error> {
        Ok(self.0.territories[*id].id.clone())
    }
    fn movement(&mut self, id: &MovementId) -> Result<String, Self::Error> {
        Ok(self.0.movements[*id].id.clone())
    }
    fn good(&mut self, id: &GoodId) -> Result<String, Self::Error> {
        Ok(self.0.goods[*id].id.clone())
    }
    fn doctrine(&mut self, id: &DoctrineId) -> Result<String, Self::Error> {
        Ok(self.0.doctrines[*id].id.clone())
    }
    fn organisation(&mut self, id: &OrganisationId) -> Result<String, Self::Error> {
        Ok(self.0.organisations[*id].id.clone())
    }
}
