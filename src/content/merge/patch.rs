//! Patches: `Patch(kind: Doctrine, id: "containment", change: (name: Set("..."), ...))`.
//!
//! `change` has the shape of what it changes; in the place of each value stands an operation:
//!
//! | operation | on |
//! |---|---|
//! | `Set(value)` | anything; also adds a field that is absent |
//! | `Add(number)`, `Mul(number)` | numbers |
//! | `Append([...])`, `Prepend([...])` | lists |
//! | `Remove(["id", ...])` | lists, by the id of entries or by equal value |
//! | `Patch((field: operation, ...))` | a record |
//! | `Patch([(id: "...", field: operation), ...])` | entries of a list, by id (or label, class, good, ...) |

use super::library::{Change, Library};
use super::{Dependencies, target};
use crate::content::package::Layer;
use crate::content::report::{Code, Finding, nearest, one_of};
use crate::content::source::Span;
use crate::content::tree::{Field, Node, Value};

const OPERATIONS: [&str; 7] = ["Set", "Add", "Mul", "Append", "Prepend", "Remove", "Patch"];

/// Applies one patch; what does not fit is reported and leaves its field as it was.
pub(super) fn apply(
    library: &mut Library,
    layer: &Layer,
    node: &Node,
    depends: &Dependencies,
    findings: &mut Vec<Finding>,
) {
    let Some((kind, (id, _), _)) = target(library, node, &["kind", "id", "optional", "change"], findings)
    else {
        return;
    };
    let Some(change) = node.field("change") else {
        findings.push(
            Finding::at(Code::MissingField, node.head(), "a `Patch` says what it changes")
                .label("add `change: ( field: Set(...) )`"),
        );
        return;
    };
    let Some(item) = library.get_mut(kind, &id) else { return };
    let mut patch = Patch { layer, changes: Vec::new(), findings, locked: kind.key_field() };
    patch.record(&mut item.node, change, "");
    let changes = patch.changes;
    for change in changes {
        let rival = item.changes.iter().rev().find(|earlier| {
            earlier.path == change.path
                && matches!((&earlier.by, &change.by), (Layer::Mod(a), Layer::Mod(b)) if a != b)
        });
        if let Some(earlier) = rival
            && let (Layer::Mod(first), Layer::Mod(second)) = (&earlier.by, &change.by)
            && !depends.get(second).is_some_and(|needs| needs.contains(first))
        {
            findings.push(
                Finding::at(
                    Code::SameFieldPatched,
                    change.at,
                    format!(
                        "`{first}` and `{second}` both change `{}` of {} `{id}`",
                        change.path,
                        kind.noun()
                    ),
                )
                .label(format!("`{second}` comes later and wins"))
                .related(earlier.at, format!("`{first}` changes it here"))
                .help(format!("if that is meant, let `{second}` depend on `{first}` in its mod.ron")),
            );
        }
        item.changes.push(change);
    }
}

struct Patch<'a> {
    layer: &'a Layer,
    changes: Vec<Change>,
    findings: &'a mut Vec<Finding>,
    /// The field of the definition that patches may not change, because it is its identity.
    locked: &'static str,
}

impl Patch<'_> {
    /// Changes fields of a record as the fields of `change` say.
    fn record(&mut self, record: &mut Node, change: &Node, path: &str) {
        let Value::Record(_, operations) = &change.value else {
            if !matches!(&change.value, Value::Tuple(None, items) if items.is_empty()) {
                self.findings.push(
                    Finding::at(
                        Code::OperationExpected,
                        change.at,
                        format!("expected `( field: operation, ... )`, found {}", change.described()),
                    )
                    .label("say which fields change"),
                );
            }
            return;
        };
        for Field { name, value } in operations {
            let inner = if path.is_empty() { name.text.to_string() } else { format!("{path}.{}", name.text) };
            if path.is_empty() && &*name.text == self.locked {
                self.findings.push(
                    Finding::at(
                        Code::OperationDoesNotFit,
                        name.at,
                        format!("`{}` cannot be changed", name.text),
                    )
                    .label("this is what others know it by")
                    .help("remove the definition and add a new one"),
                );
                continue;
            }
            let Value::Record(_, fields) = &mut record.value else {
                self.misfit(value.at, record.at, "this value has no fields");
                return;
            };
            match fields.iter_mut().find(|field| field.name.text == name.text) {
                Some(field) => self.operate(&mut field.value, value, &inner),
                None => {
                    if let Some(new) = self.set_value(value) {
                        self.log(inner, value.at, None);
                        fields.push(Field { name: name.clone(), value: new });
                    } else if operation(value).is_some() {
                        let known: Vec<&str> = fields.iter().map(|field| &*field.name.text).collect();
                        let finding = Finding::at(
                            Code::PatchedFieldMissing,
                            name.at,
                            format!("the target has no field `{}`", name.text),
                        )
                        .label("nothing to change");
                        let finding = match nearest(&name.text, known.iter().copied()) {
                            Some(near) => finding.fix(name.at, near, "a field with a similar name exists"),
                            None => finding.help("a field that is absent stands at its default; give it a value with `Set(...)`"),
                        };
                        self.findings.push(finding);
                    } else {
                        self.no_operation(value);
                    }
                }
            }
        }
    }

    /// Applies one operation to one value.
    fn operate(&mut self, target: &mut Node, operation_node: &Node, path: &str) {
        let Some((name, contents)) = operation(operation_node) else {
            self.no_operation(operation_node);
            return;
        };
        let at = operation_node.at;
        let before = target.clone();
        match name {
            "Set" => {
                let Some(value) = self.set_value(operation_node) else {
                    self.findings.push(
                        Finding::at(Code::OperationDoesNotFit, at, "`Set` takes one value")
                            .label("write `Set(value)`"),
                    );
                    return;
                };
                *target = value;
            }
            "Add" | "Mul" => {
                let Some(number) = single(contents).and_then(Node::as_real) else {
                    self.findings.push(
                        Finding::at(Code::OperationDoesNotFit, at, format!("`{name}` takes one number"))
                            .label(format!("write `{name}(0.5)`")),
                    );
                    return;
                };
                let Some(old) = target.as_real() else {
                    self.misfit(
                        at,
                        target.at,
                        &format!("`{name}` works on numbers, this is {}", target.described()),
                    );
                    return;
                };
                let new = if name == "Add" { old + number } else { old * number };
                let whole = target.as_whole().is_some() && new.fract() == 0.0 && new.abs() < 9.0e15;
                let text = if whole { format!("{}", new as i64) } else { format!("{new:?}") };
                *target = Node { at, value: Value::Number(text.into()) };
            }
            "Append" | "Prepend" => {
                let Some(added) = single(contents).and_then(Node::as_list) else {
                    self.findings.push(
                        Finding::at(Code::OperationDoesNotFit, at, format!("`{name}` takes a list"))
                            .label(format!("write `{name}([ ... ])`")),
                    );
                    return;
                };
                let Value::List(items) = &mut target.value else {
                    self.misfit(
                        at,
                        target.at,
                        &format!("`{name}` works on lists, this is {}", before.described()),
                    );
                    return;
                };
                for new in added {
                    if let Some(twin) = items.iter().find(|item| key(item).is_some() && key(item) == key(new))
                    {
                        self.findings.push(
                            Finding::at(
                                Code::DuplicateId,
                                new.head(),
                                format!("the list has an entry `{}` already", key(new).unwrap_or("")),
                            )
                            .label("added again here")
                            .related(twin.head(), "it stands here")
                            .help("change the entry with `Patch([...])`, or remove it first"),
                        );
                    }
                }
                let position = if name == "Append" { items.len() } else { 0 };
                items.splice(position..position, added.iter().cloned());
            }
            "Remove" => {
                let Some(removed) = single(contents).and_then(Node::as_list) else {
                    self.findings.push(
                        Finding::at(Code::OperationDoesNotFit, at, "`Remove` takes a list of ids")
                            .label("write `Remove([\"id\"])`"),
                    );
                    return;
                };
                let Value::List(items) = &mut target.value else {
                    self.misfit(
                        at,
                        target.at,
                        &format!("`Remove` works on lists, this is {}", before.described()),
                    );
                    return;
                };
                for gone in removed {
                    let count = items.len();
                    items.retain(|item| {
                        !(same(item, gone) || (key(item).is_some() && key(item) == key(gone)))
                    });
                    if items.len() == count {
                        let keys: Vec<&str> = items.iter().filter_map(key).collect();
                        self.findings.push(missing_entry(gone, &keys));
                    }
                }
            }
            _ => {
                let Some(change) = patch_body(operation_node, contents) else {
                    self.findings.push(
                        Finding::at(
                            Code::OperationDoesNotFit,
                            at,
                            "`Patch` takes a record or a list of records",
                        )
                        .label(
                            "write `Patch((field: operation))` or `Patch([(id: \"...\", field: operation)])`",
                        ),
                    );
                    return;
                };
                match &change.value {
                    Value::List(entries) => self.entries(target, entries, path),
                    _ => self.record(target, &change, path),
                }
                return;
            }
        }
        self.log(path.to_string(), at, Some(&before));
    }

    /// Changes entries of a list, each by its key.
    fn entries(&mut self, target: &mut Node, entries: &[Node], path: &str) {
        let described = target.described();
        let target_at = target.at;
        let Value::List(items) = &mut target.value else {
            if let Some(first) = entries.first() {
                self.misfit(
                    first.at,
                    target_at,
                    &format!("`Patch([...])` works on lists, this is {described}"),
                );
            }
            return;
        };
        for entry in entries {
            let keys: Vec<&str> = items.iter().filter_map(key).collect();
            let Some(wanted) = key(entry).map(str::to_string) else {
                self.findings.push(
                    Finding::at(
                        Code::PatchedFieldMissing,
                        entry.head(),
                        "this does not say which entry it changes",
                    )
                    .label("add `id: \"...\"`, or the field by which entries of this list differ")
                    .help(format!("the list has {}", one_of(keys.iter().copied()))),
                );
                continue;
            };
            if !keys.contains(&wanted.as_str()) {
                self.findings.push(missing_entry(entry, &keys));
                continue;
            }
            let inner = format!("{path}[{wanted}]");
            let Some(item) = items.iter_mut().find(|item| key(item) == Some(&wanted)) else { continue };
            match (&mut item.value, &entry.value) {
                (Value::Tuple(_, values), Value::Tuple(_, operations))
                    if values.len() == operations.len() =>
                {
                    for (at, (value, operation)) in values.iter_mut().zip(operations).enumerate().skip(1) {
                        self.operate(value, operation, &format!("{inner}.{at}"));
                    }
                }
                (Value::Record(..), Value::Record(..)) => {
                    let mut change = entry.clone();
                    if let Value::Record(_, fields) = &mut change.value
                        && let Some(at) =
                            fields.iter().position(|field| text_of(&field.value) == Some(wanted.as_str()))
                    {
                        fields.remove(at);
                    }
                    self.record(item, &change, &inner);
                }
                _ => {
                    let item_at = item.at;
                    self.misfit(entry.at, item_at, "the entry has another form than the one it meets");
                }
            }
        }
    }

    /// The value of a `Set`, if this is one.
    fn set_value(&self, operation_node: &Node) -> Option<Node> {
        match operation(operation_node)? {
            ("Set", [value]) => Some(value.clone()),
            // `Set(a: 1)`: the record itself, without its name.
            ("Set", []) => match &operation_node.value {
                Value::Record(_, fields) => {
                    Some(Node { at: operation_node.at, value: Value::Record(None, fields.clone()) })
                }
                _ => None,
            },
            _ => None,
        }
    }

    fn log(&mut self, path: String, at: Span, before: Option<&Node>) {
        self.changes.push(Change {
            path,
            by: self.layer.clone(),
            at,
            was: before.map(ToString::to_string),
            was_at: before.map(|before| before.at),
        });
    }

    fn misfit(&mut self, at: Span, target: Span, why: &str) {
        self.findings.push(
            Finding::at(Code::OperationDoesNotFit, at, why.to_string())
                .label("does not fit")
                .related(target, "it meets this value"),
        );
    }

    fn no_operation(&mut self, value: &Node) {
        let finding = Finding::at(
            Code::OperationExpected,
            value.at,
            format!("expected an operation, found {}", value.described()),
        )
        .label("no operation");
        let named = value.name().and_then(|name| nearest(&name.text, OPERATIONS).map(|near| (name.at, near)));
        self.findings.push(match named {
            Some((at, near)) => finding.fix(at, near, "an operation with a similar name exists"),
            None => finding.fix(value.at, format!("Set({value})"), "to give the field this value, write"),
        });
    }
}

/// The operation's name and what stands in its bracket; a record's fields do not count as contents.
fn operation(node: &Node) -> Option<(&str, &[Node])> {
    let name = &*node.name()?.text;
    let contents: &[Node] = match &node.value {
        Value::Tuple(_, items) => items,
        _ => &[],
    };
    OPERATIONS.contains(&name).then_some((name, contents))
}

/// The change inside `Patch(( ... ))`, `Patch( ... )` or `Patch([ ... ])`.
fn patch_body(node: &Node, contents: &[Node]) -> Option<Node> {
    match (&node.value, contents) {
        (Value::Record(_, fields), _) => {
            Some(Node { at: node.at, value: Value::Record(None, fields.clone()) })
        }
        (_, [only]) if matches!(only.value, Value::Record(..) | Value::List(_)) => Some(only.clone()),
        _ => None,
    }
}

fn single(contents: &[Node]) -> Option<&Node> {
    match contents {
        [only] => Some(only),
        _ => None,
    }
}

/// What tells an entry of a list from the others.
fn key(node: &Node) -> Option<&str> {
    match &node.value {
        Value::Tuple(None, items) => items.first().and_then(text_of),
        Value::Text(text) | Value::Word(text) => Some(text),
        _ => node.key().or_else(|| node.field("to").and_then(Node::as_text)),
    }
}

fn text_of(node: &Node) -> Option<&str> {
    match &node.value {
        Value::Text(text) | Value::Word(text) => Some(text),
        _ => None,
    }
}

/// Whether two values say the same.
fn same(a: &Node, b: &Node) -> bool {
    a.to_string() == b.to_string()
}

fn missing_entry(entry: &Node, keys: &[&str]) -> Finding {
    let wanted = key(entry).unwrap_or("");
    let finding =
        Finding::at(Code::PatchedFieldMissing, entry.head(), format!("the list has no entry `{wanted}`"))
            .label("meets nothing");
    match nearest(wanted, keys.iter().copied()) {
        Some(near) => finding.help(format!("did you mean `{near}`?")),
        None => finding.help(format!("the list has {}", one_of(keys.iter().copied()))),
    }
}
