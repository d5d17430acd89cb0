//! Dense typed indices. Content files speak in string ids; they are resolved once, at load, to these.

use serde::{Deserialize, Serialize};

/// A dense index into one kind of table.
pub trait Id: Copy + Eq + Ord + std::hash::Hash + std::fmt::Debug + Send + Sync + 'static {
    /// The id of row `index`. Panics above `u16::MAX` rows, far beyond every content cap.
    fn from_index(index: usize) -> Self;
    /// The row of this id.
    fn index(self) -> usize;
    /// The id of a row whose number is known to fit.
    fn of(row: u16) -> Self;
    /// The ids of the first `rows` rows, in order. That they fit is looked at once, not for each. Panics above `u16::MAX` rows.
    fn first(rows: usize) -> std::iter::Map<std::ops::Range<u16>, fn(u16) -> Self> {
        let rows = u16::try_from(rows).expect(CAPS);
        (0..rows).map(Self::of)
    }
}

const CAPS: &str = "content caps keep tables below 65536 rows";

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        // Not `transparent`: the content reader knows by the type's name which table a string id belongs to.
        pub struct $name(pub u16);

        impl Id for $name {
            fn from_index(index: usize) -> Self {
                Self(u16::try_from(index).expect(CAPS))
            }
            #[inline]
            fn index(self) -> usize {
                usize::from(self.0)
            }
            #[inline]
            fn of(row: u16) -> Self {
                Self(row)
            }
        }
    )+};
}

ids! {
    /// A territory: the atom of the map, the same in all campaigns.
    TerritoryId,
    /// A slot for a state that is or could be.
    PolityId,
    /// A movement that contests power somewhere.
    MovementId,
    /// A nation claimed by one or more polities.
    ClaimId,
    /// A good and the sector that makes it.
    GoodId,
    /// A doctrine.
    DoctrineId,
    /// A parameter of the model.
    RuleId,
    /// A named set of overrides of rules.
    LensId,
    /// An organisation of states.
    OrganisationId,
    /// A pattern of society and economy that fills what no table gives.
    ArchetypeId,
    /// A content event.
    EventId,
    /// A guided mission.
    MissionId,
    /// A region of the world, as statistics group territories.
    RegionId,
}

/// Whoever acts: a polity or a movement, as one dense index (polities first).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AgentId(pub u16);

impl Id for AgentId {
    fn from_index(index: usize) -> Self {
        Self(u16::try_from(index).expect(CAPS))
    }
    #[inline]
    fn index(self) -> usize {
        usize::from(self.0)
    }
    #[inline]
    fn of(row: u16) -> Self {
        Self(row)
    }
}
