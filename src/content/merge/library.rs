//! The merged definitions, with the history of each.

use crate::base::hash::StableHash;
use crate::content::kind::Kind;
use crate::content::package::Layer;
use crate::content::source::{FileId, Span};
use crate::content::tree::Node;
use std::collections::{BTreeMap, BTreeSet};

/// A change that a patch made to one field.
#[derive(Debug, Clone)]
pub struct Change {
    /// The field, such as `parameters[restraint].value`.
    pub path: String,
    /// Who changed it.
    pub by: Layer,
    /// Where the change is written.
    pub at: Span,
    /// The value before, in one line; `None` if there was none.
    pub was: Option<String>,
    /// Where the value before was written.
    pub was_at: Option<Span>,
}

/// One definition.
#[derive(Debug, Clone)]
pub struct Item {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// Its fields, with all patches applied.
    pub node: Node,
    /// Who defined it (last, if it was replaced).
    pub layer: Layer,
    /// What patches changed, in the order of application.
    pub changes: Vec<Change>,
}

impl Item {
    /// Where the id stands.
    pub fn key_at(&self) -> Span {
        self.node.field(self.kind.key_field()).map_or_else(|| self.node.head(), |key| key.at)
    }

    /// Where a field stands, such as `policies[shore_up].considerations`; the definition's head if there is none.
    pub fn field_at(&self, path: &[&str]) -> Span {
        let mut node = &self.node;
        for part in path {
            let inner = node.field(part).or_else(|| {
                node.as_list().and_then(|items| items.iter().find(|item| item.key() == Some(part)))
            });
            match inner {
                Some(inner) => node = inner,
                None => return node.head(),
            }
        }
        if node.as_list().is_some() || !node.fields().is_empty() { node.head() } else { node.at }
    }
}

/// All definitions of one campaign.
#[derive(Debug, Clone, Default)]
pub struct Library {
    items: BTreeMap<(Kind, String), Item>,
    layers: BTreeMap<FileId, Layer>,
    hashes: BTreeMap<Layer, Vec<u64>>,
    broken: BTreeSet<String>,
}

impl Library {
    /// The definition of this kind and id.
    pub fn get(&self, kind: Kind, id: &str) -> Option<&Item> {
        self.items.get(&(kind, id.to_string()))
    }

    /// The definition of this kind and id, to change it.
    pub(super) fn get_mut(&mut self, kind: Kind, id: &str) -> Option<&mut Item> {
        self.items.get_mut(&(kind, id.to_string()))
    }

    /// The definitions of a kind, in the order of their ids.
    pub fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &Item> {
        self.items
            .range((kind, String::new())..)
            .take_while(move |((other, _), _)| *other == kind)
            .map(|(_, item)| item)
    }

    /// The ids of a kind, in order.
    pub fn ids(&self, kind: Kind) -> impl Iterator<Item = &str> {
        self.of_kind(kind).map(|item| item.id.as_str())
    }

    /// All definitions, by kind and id.
    pub fn iter(&self) -> impl Iterator<Item = &Item> {
        self.items.values()
    }

    /// Number of definitions.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Who a file belongs to.
    pub fn layer_of(&self, file: FileId) -> Option<&Layer> {
        self.layers.get(&file)
    }

    /// Ids of definitions that could not be read.
    pub fn broken(&self) -> &BTreeSet<String> {
        &self.broken
    }

    pub(super) fn note_broken(&mut self, ids: Vec<String>) {
        self.broken.extend(ids);
    }

    pub(super) fn insert(&mut self, item: Item) {
        self.items.insert((item.kind, item.id.clone()), item);
    }

    pub(super) fn remove(&mut self, kind: Kind, id: &str) {
        self.items.remove(&(kind, id.to_string()));
    }

    pub(super) fn note_file(&mut self, file: FileId, layer: Layer) {
        self.layers.insert(file, layer);
    }

    pub(super) fn note_hash(&mut self, layer: &Layer, node: &Node) {
        let mut hash = StableHash::new();
        node.hash_into(&mut hash);
        // Common files and scenario are one package: moving a definition between them changes nothing.
        let layer = if *layer == Layer::Scenario { Layer::Common } else { layer.clone() };
        self.hashes.entry(layer).or_default().push(hash.finish());
    }

    /// A hash of what a layer's files say, whatever their names, order, layout and comments.
    /// `Layer::Common` stands for common files, world and scenario together.
    pub fn hash_of(&self, layer: &Layer) -> u64 {
        let mut parts = self.hashes.get(layer).cloned().unwrap_or_default();
        parts.sort_unstable();
        let mut hash = StableHash::new();
        parts.iter().for_each(|part| hash.word(*part));
        hash.finish()
    }
}
