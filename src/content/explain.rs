//! What is in force, and who set it.

use super::kind::Kind;
use super::load::Loaded;
use super::merge::{Item, Library};
use super::report::{nearest, one_of};
use super::source::Sources;
use super::tree::{Node, Value};

/// One definition with the origin of each of its fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// Kind and id, as `doctrine containment`.
    pub title: String,
    /// The fields in order.
    pub fields: Vec<ExplainedField>,
    /// What patches changed, one sentence each, in the order of application.
    pub changes: Vec<String>,
}

/// One value with its origin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExplainedField {
    /// Where in the definition, such as `parameters[restraint].value`.
    pub path: String,
    /// The value, in one line.
    pub value: String,
    /// `file:line` that set it.
    pub place: String,
    /// Who set it: `common files`, `the scenario`, ``the mod `x` ``.
    pub by: String,
}

/// Shows the definition `kind:id`, such as `doctrine:containment`.
///
/// # Errors
/// A sentence that says what there is instead.
pub fn explain(loaded: &Loaded, name: &str) -> Result<Explained, String> {
    let library = &loaded.library;
    let Some((kind, id)) = name.split_once(':') else {
        return Err(format!(
            "write kind and id, such as `doctrine:containment`; the kinds are {}",
            Kind::list()
        ));
    };
    let kind = Kind::loosely(kind).ok_or_else(|| match Kind::nearest(kind) {
        Some(near) => format!("no kind of definition is called `{kind}`; did you mean `{near}`?"),
        None => format!("no kind of definition is called `{kind}`; it can be {}", Kind::list()),
    })?;
    let item = library.get(kind, id).ok_or_else(|| match nearest(id, library.ids(kind)) {
        Some(near) => format!("no {} `{id}`; did you mean `{near}`?", kind.noun()),
        None => format!("no {} `{id}`; there are {}", kind.noun(), one_of(library.ids(kind))),
    })?;
    Ok(explained(item, library, &loaded.report.sources))
}

fn explained(item: &Item, library: &Library, sources: &Sources) -> Explained {
    let mut fields = Vec::new();
    for field in item.node.fields() {
        flatten(&field.value, field.name.text.to_string(), library, sources, &mut fields);
    }
    let changes = item
        .changes
        .iter()
        .map(|change| {
            let was = match (&change.was, change.was_at) {
                (Some(was), Some(at)) => format!(", was {} ({})", shortened(was), line(sources, at)),
                _ => ", was not given".into(),
            };
            format!("{} changed by {} ({}){was}", change.path, change.by, line(sources, change.at))
        })
        .collect();
    Explained { title: format!("{} {}", item.kind.noun(), item.id), fields, changes }
}

fn flatten(
    node: &Node,
    path: String,
    library: &Library,
    sources: &Sources,
    fields: &mut Vec<ExplainedField>,
) {
    let inner: Vec<(String, &Node)> = match &node.value {
        Value::Record(None, inner) => {
            inner.iter().map(|field| (format!("{path}.{}", field.name.text), &field.value)).collect()
        }
        Value::List(items) if items.iter().any(|item| !item.fields().is_empty()) => items
            .iter()
            .enumerate()
            .map(|(at, item)| {
                (format!("{path}[{}]", item.key().map_or_else(|| at.to_string(), str::to_string)), item)
            })
            .collect(),
        _ => Vec::new(),
    };
    if inner.is_empty() {
        let by = library.layer_of(node.at.file).map_or_else(String::new, ToString::to_string);
        fields.push(ExplainedField {
            path: path.clone(),
            value: node.to_string(),
            place: line(sources, node.at),
            by,
        });
    }
    // The key of a list's entry stands in its path already.
    let key = path.ends_with(']').then(|| node.key()).flatten();
    for (path, node) in inner {
        if key.is_none() || node.as_text() != key {
            flatten(node, path, library, sources, fields);
        }
    }
}

fn line(sources: &Sources, at: super::source::Span) -> String {
    format!("{}:{}", sources.path(at.file), sources.line_col(at).line)
}

fn shortened(text: &str) -> String {
    const SHOWN: usize = 60;
    if text.chars().count() > SHOWN {
        format!("{}...", text.chars().take(SHOWN).collect::<String>())
    } else {
        text.to_string()
    }
}

impl std::fmt::Display for Explained {
    /// A table: path, value, who and where.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(f, "{}", self.title)?;
        let width = self.fields.iter().map(|field| field.path.len()).max().unwrap_or(0);
        for field in &self.fields {
            writeln!(
                f,
                "  {:width$}  {}  [{}, {}]",
                field.path,
                shortened(&field.value),
                field.place,
                field.by
            )?;
        }
        for change in &self.changes {
            writeln!(f, "  {change}")?;
        }
        Ok(())
    }
}
