//! One library of definitions from all layers: common files, world, scenario, mods.
//!
//! A later layer may add definitions, replace one (`replace: true`), remove one (`Remove(...)`) or patch one
//! (`Patch(...)`). Nothing happens by accident: a second definition of an id is an error, and so is a patch,
//! replacement or removal that meets nothing, unless it says `optional: true`. Inside a layer definitions come
//! first, then removals, then patches, each in the order of paths and lines.

mod library;
mod patch;

pub use library::{Change, Item, Library};

use super::kind::Kind;
use super::package::{Layer, MAX_DEFINITIONS};
use super::report::{Code, Finding, nearest};
use super::source::FileId;
use super::tree::{Field, Node, Value};
use std::collections::{BTreeMap, BTreeSet};

/// The definitions of one file.
#[derive(Debug)]
pub struct LayerFile {
    /// The file.
    pub file: FileId,
    /// What it holds.
    pub items: Vec<Node>,
    /// Ids of what could not be read.
    pub broken: Vec<String>,
}

/// Which mods each mod says it builds on.
pub type Dependencies = BTreeMap<String, BTreeSet<String>>;

/// Adds a layer's files to the library.
pub fn add_layer(
    library: &mut Library,
    layer: &Layer,
    files: Vec<LayerFile>,
    depends: &Dependencies,
    findings: &mut Vec<Finding>,
) {
    let (mut removals, mut patches) = (Vec::new(), Vec::new());
    for file in files {
        library.note_file(file.file, layer.clone());
        library.note_broken(file.broken);
        for node in file.items {
            library.note_hash(layer, &node);
            match node.name().map(|name| name.text.to_string()).as_deref() {
                Some("Patch") => patches.push(node),
                Some("Remove") => removals.push(node),
                _ => define(library, layer, node, findings),
            }
        }
    }
    for node in removals {
        remove(library, &node, findings);
    }
    for node in patches {
        patch::apply(library, layer, &node, depends, findings);
    }
}

/// The kind of a definition, by the name before its bracket.
pub fn kind_of(node: &Node, findings: &mut Vec<Finding>) -> Option<Kind> {
    let Some(name) = node.name() else {
        findings.push(
            Finding::at(
                Code::UnknownKind,
                node.head(),
                format!("expected a definition, found {}", node.described()),
            )
            .label("of which kind?")
            .help("write its kind before the bracket, as in `Doctrine(id: \"my_doctrine\", ...)`"),
        );
        return None;
    };
    if let Some(kind) = Kind::named(&name.text) {
        return Some(kind);
    }
    let finding =
        Finding::at(Code::UnknownKind, name.at, format!("no kind of definition is called `{}`", name.text))
            .label("unknown kind");
    findings.push(match (&*name.text, Kind::nearest(&name.text)) {
        ("Mod", _) => finding.help("a manifest stands alone in the file `mod.ron`"),
        (_, Some(near)) => finding.fix(name.at, near.name(), "a kind with a similar name exists"),
        _ => finding.help(format!("it can be {}, `Patch` or `Remove`", Kind::list())),
    });
    None
}

/// The id of a definition.
pub fn id_of(kind: Kind, node: &Node, findings: &mut Vec<Finding>) -> Option<String> {
    let key = kind.key_field();
    let Some(value) = node.field(key) else {
        findings.push(
            Finding::at(Code::MissingField, node.head(), format!("this {} has no `{key}`", kind.noun()))
                .label(format!("add `{key}: \"...\"`")),
        );
        return None;
    };
    let Some(id) = value.as_text() else {
        findings.push(
            Finding::at(
                Code::WrongType,
                value.at,
                format!("expected a text in quotes, found {}", value.described()),
            )
            .label(format!("the `{key}` of a {} is a text", kind.noun())),
        );
        return None;
    };
    if kind == Kind::Relation {
        let to = node.field("to").and_then(Node::as_text).unwrap_or("?");
        return Some(format!("{id}>{to}"));
    }
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-');
    let fine = match kind {
        Kind::War => !id.is_empty(),
        Kind::State if id == "*" => true,
        _ => !id.is_empty() && id.len() <= 128 && id.bytes().all(plain),
    };
    if !fine {
        findings.push(
            Finding::at(Code::BadId, value.at, format!("`{}` cannot be an id", id.escape_debug()))
                .label("not an id")
                .help("use letters, digits, `_`, `.` and `-`, at most 128"),
        );
        return None;
    }
    Some(id.to_string())
}

fn define(library: &mut Library, layer: &Layer, mut node: Node, findings: &mut Vec<Finding>) {
    let Some(kind) = kind_of(&node, findings) else { return };
    let replace = flag(&mut node, "replace", findings);
    let Some(id) = id_of(kind, &node, findings) else { return };
    let at = node.field(kind.key_field()).map_or_else(|| node.head(), |key| key.at);
    let shown = format!("{} `{id}`", kind.noun());
    match library.get(kind, &id) {
        None if replace => {
            let near = nearest(&id, library.ids(kind)).map(str::to_string);
            let finding = Finding::at(Code::TargetMissing, at, format!("there is no {shown} to replace"))
                .label("nothing to replace");
            findings.push(match near {
                Some(near) => finding.fix(at.inside(), near, "an id that exists is similar"),
                None => finding.help("remove `replace: true` to add it as new"),
            });
            return;
        }
        Some(first) if !replace || first.layer == *layer => {
            let finding = Finding::at(Code::DuplicateId, at, format!("the {shown} is defined twice"))
                .label("defined again here")
                .related(first.key_at(), format!("first defined here, in {}", first.layer));
            findings.push(if first.layer == *layer {
                finding.help("rename or remove one of them")
            } else {
                finding.help("to change some of its fields, write `Patch(...)`; to replace all of it, add `replace: true`")
            });
            return;
        }
        _ => {}
    }
    if library.len() >= MAX_DEFINITIONS {
        if library.len() == MAX_DEFINITIONS {
            findings.push(
                Finding::at(Code::TooMany, at, format!("more than {MAX_DEFINITIONS} definitions"))
                    .label("one too many"),
            );
        }
        return;
    }
    library.insert(Item { kind, id, node, layer: layer.clone(), changes: Vec::new() });
}

fn remove(library: &mut Library, node: &Node, findings: &mut Vec<Finding>) {
    if let Some((kind, id, optional)) = target(library, node, &["kind", "id", "optional"], findings)
        && library.get(kind, &id.0).is_some()
    {
        let _ = optional;
        library.remove(kind, &id.0);
    }
}

/// What a patch or removal is aimed at: kind, id with its place, whether it may be missing.
/// A target that is missing and may not be is reported.
fn target(
    library: &Library,
    node: &Node,
    known: &[&str],
    findings: &mut Vec<Finding>,
) -> Option<(Kind, (String, super::source::Span), bool)> {
    let name = node.name().map_or("", |name| &name.text);
    for Field { name: field, .. } in node.fields() {
        if !known.contains(&&*field.text) {
            let mut finding = Finding::at(
                Code::UnknownField,
                field.at,
                format!("no field of a `{name}` is named `{}`", field.text),
            )
            .label("unknown name");
            finding = match nearest(&field.text, known.iter().copied()) {
                Some(near) => finding.fix(field.at, near, "a field with a similar name exists"),
                None if name == "Patch" => {
                    finding.help("the fields to change stand inside `change: ( ... )`")
                }
                None => finding,
            };
            findings.push(finding);
        }
    }
    let kind = match node.field("kind").map(|kind| (&kind.value, kind.at)) {
        Some((Value::Word(word), at)) => match Kind::named(word) {
            Some(kind) => kind,
            None => {
                let finding =
                    Finding::at(Code::UnknownKind, at, format!("no kind of definition is called `{word}`"))
                        .label("unknown kind");
                findings.push(match Kind::nearest(word) {
                    Some(near) => finding.fix(at, near.name(), "a kind with a similar name exists"),
                    None => finding.help(format!("it can be {}", Kind::list())),
                });
                return None;
            }
        },
        other => {
            let at = other.map_or(node.head(), |(_, at)| at);
            findings.push(
                Finding::at(
                    Code::MissingField,
                    at,
                    format!("a `{name}` says which kind of definition it is about"),
                )
                .label("add `kind: Doctrine` or another kind, without quotes"),
            );
            return None;
        }
    };
    let (id, at) = match node.field("id").map(|id| (id.as_text(), id.at)) {
        Some((Some(id), at)) => (id.to_string(), at),
        other => {
            let at = other.map_or(node.head(), |(_, at)| at);
            findings.push(
                Finding::at(
                    Code::MissingField,
                    at,
                    format!("a `{name}` says which {} it is about", kind.noun()),
                )
                .label("add `id: \"...\"`"),
            );
            return None;
        }
    };
    let optional = matches!(node.field("optional").map(|flag| &flag.value), Some(Value::Word(word)) if &**word == "true");
    if library.get(kind, &id).is_none() {
        if !optional {
            let finding = Finding::at(
                Code::TargetMissing,
                at,
                format!("there is no {} `{id}` to {}", kind.noun(), name.to_lowercase()),
            )
            .label("meets nothing");
            findings.push(match nearest(&id, library.ids(kind)) {
                Some(near) => {
                    let finding = finding.fix(at.inside(), near, "an id that exists is similar");
                    match library.get(kind, near) {
                        Some(item) => finding.related(item.key_at(), format!("`{near}` is defined here")),
                        None => finding,
                    }
                }
                None => finding.help("if it may be absent, add `optional: true`"),
            });
        }
        return None;
    }
    Some((kind, (id, at), optional))
}

/// Takes a yes-or-no field out of a record.
fn flag(node: &mut Node, name: &str, findings: &mut Vec<Finding>) -> bool {
    let Some(field) = node.take_field(name) else { return false };
    match &field.value.value {
        Value::Word(word) if &**word == "true" => true,
        Value::Word(word) if &**word == "false" => false,
        _ => {
            findings.push(
                Finding::at(
                    Code::WrongType,
                    field.value.at,
                    format!("expected `true` or `false`, found {}", field.value.described()),
                )
                .label("expected `true` or `false`"),
            );
            false
        }
    }
}
