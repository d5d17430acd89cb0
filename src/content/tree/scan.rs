//! Glances at text: where things end and what they seem to be, without reading them.

/// Bytes of a quoted text, its quotes included.
pub(super) fn end_of_text(text: &str) -> Option<usize> {
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return Some(at + 1),
            _ => {}
        }
    }
    None
}

/// Bytes of a block comment, which may hold others.
pub(super) fn end_of_comment(text: &str) -> Option<usize> {
    let (bytes, mut at, mut depth) = (text.as_bytes(), 0, 0_usize);
    while at + 1 < bytes.len() {
        match &bytes[at..at + 2] {
            b"/*" => {
                depth += 1;
                at += 2;
            }
            b"*/" => {
                depth -= 1;
                at += 2;
                if depth == 0 {
                    return Some(at);
                }
            }
            _ => at += 1,
        }
    }
    None
}

/// The id that a definition gives itself, as far as a glance shows.
pub(super) fn written_id(definition: &str) -> Option<String> {
    let (_, rest) = definition.split_once("id:")?;
    let mut parts = rest.split('"');
    let before = parts.next()?;
    let id = parts.next()?;
    (before.chars().all(is_blank) && !id.contains('\n')).then(|| id.to_string())
}

/// Whether a line begins a definition, `Name(`, with at most this indent.
pub(super) fn definition_at(line: &str, indent: usize) -> bool {
    let body = line.trim_start_matches([' ', '\t']);
    let name = body.split(|symbol| !is_word_part(symbol)).next().unwrap_or("");
    line.len() - body.len() <= indent
        && indent != usize::MAX
        && name.starts_with(char::is_uppercase)
        && body[name.len()..].trim_start_matches(' ').starts_with('(')
}

pub(super) fn is_word_start(symbol: char) -> bool {
    symbol == '_' || symbol.is_alphabetic()
}

pub(super) fn is_word_part(symbol: char) -> bool {
    symbol == '_' || symbol.is_alphanumeric()
}

/// The characters that RON takes for blanks.
pub(super) fn is_blank(symbol: char) -> bool {
    matches!(
        symbol,
        ' ' | '\t'
            | '\n'
            | '\r'
            | '\x0B'
            | '\x0C'
            | '\u{85}'
            | '\u{200E}'
            | '\u{200F}'
            | '\u{2028}'
            | '\u{2029}'
    )
}
