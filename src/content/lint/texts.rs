//! Texts that readers will look for.

use super::Lint;
use crate::content::kind::Kind;
use crate::content::report::{Code, Finding};
use crate::content::tree::{Node, Value};

/// Fields that hold text for readers and may be empty.
const MAY_BE_EMPTY: [&str; 2] = ["brief", "other_side"];

pub(super) fn check(lint: &Lint<'_>, findings: &mut Vec<Finding>) {
    for item in lint.library.iter() {
        empty(&item.node, &format!("{} `{}`", item.kind.noun(), item.id), findings);
    }
    for polity in lint.content.polities.values() {
        if polity.start.playable && polity.start.brief.trim().is_empty() {
            findings.push(no_brief(lint, Kind::State, &polity.id));
        }
    }
    for movement in lint.content.movements.values() {
        if movement.playable && movement.brief.trim().is_empty() {
            findings.push(no_brief(lint, Kind::Movement, &movement.id));
        }
    }
}

fn no_brief(lint: &Lint<'_>, kind: Kind, id: &str) -> Finding {
    Finding::at(
        Code::EmptyText,
        lint.at(kind, id, &["brief"]),
        format!("the menu offers `{id}`, but nothing says how it stands"),
    )
    .label("add a `brief`: one paragraph")
}

/// Reports empty texts in a definition.
fn empty(node: &Node, what: &str, findings: &mut Vec<Finding>) {
    match &node.value {
        Value::Record(_, fields) => {
            for field in fields {
                let is_empty = field.value.as_text().is_some_and(|text| text.trim().is_empty());
                if is_empty && !MAY_BE_EMPTY.contains(&&*field.name.text) {
                    findings.push(
                        Finding::at(
                            Code::EmptyText,
                            field.value.at,
                            format!("the `{}` of the {what} is empty", field.name.text),
                        )
                        .label("nothing to read here"),
                    );
                }
                empty(&field.value, what, findings);
            }
        }
        Value::Tuple(_, items) | Value::List(items) => {
            items.iter().for_each(|item| empty(item, what, findings))
        }
        _ => {}
    }
}
