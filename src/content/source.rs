//! The files that were read, and places in them.

/// A file that was read, by its position in [`Sources`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A stretch of bytes in a file; empty where a place between two bytes is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The stretch `start..end` of `file`. Files are capped far below 4 GiB, so offsets fit.
    pub fn new(file: FileId, start: usize, end: usize) -> Self {
        Self { file, start: start as u32, end: end.max(start) as u32 }
    }

    /// From the start of this span to the end of `last`.
    pub fn to(self, last: Span) -> Self {
        Self { end: last.end.max(self.start), ..self }
    }

    /// The span without its first and last byte: what stands between two quotes.
    pub fn inside(self) -> Self {
        if self.end >= self.start + 2 {
            Self { start: self.start + 1, end: self.end - 1, ..self }
        } else {
            self
        }
    }

    /// The byte range.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// One file: where it lies and what it says.
#[derive(Debug, Clone)]
pub struct Source {
    /// The path as shown, with `/` between folders.
    pub path: String,
    /// The text, without a byte-order mark.
    pub text: String,
    /// First byte of each line.
    line_starts: Vec<u32>,
}

/// Line and column, both from 1; columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineCol {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

impl Source {
    fn new(path: String, text: String) -> Self {
        let line_starts = std::iter::once(0)
            .chain(text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at as u32 + 1))
            .collect();
        Self { path, text, line_starts }
    }

    /// Line and column of a byte.
    pub fn line_col(&self, byte: usize) -> LineCol {
        let byte = self.floor_boundary(byte);
        let line = self.line_starts.partition_point(|start| *start as usize <= byte);
        let start = self.line_start(line);
        LineCol { line, column: 1 + self.text[start..byte].chars().count() }
    }

    /// First byte of line `line` (from 1).
    pub fn line_start(&self, line: usize) -> usize {
        self.line_starts.get(line.saturating_sub(1)).map_or(self.text.len(), |start| *start as usize)
    }

    /// One past the last byte of line `line` (from 1), without its line break.
    pub fn line_end(&self, line: usize) -> usize {
        let start = self.line_start(line);
        self.text[start..].find('\n').map_or(self.text.len(), |length| start + length)
    }

    /// Number of lines.
    pub fn lines(&self) -> usize {
        self.line_starts.len()
    }

    /// The nearest character boundary at or before `byte`, never beyond the end.
    pub fn floor_boundary(&self, byte: usize) -> usize {
        let mut byte = byte.min(self.text.len());
        while !self.text.is_char_boundary(byte) {
            byte -= 1;
        }
        byte
    }
}

/// All files read in one run, in the order they were read.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: Vec<Source>,
}

impl Sources {
    /// Keeps a file and names it.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<String>) -> FileId {
        self.files.push(Source::new(path.into(), text.into()));
        FileId(self.files.len() as u32 - 1)
    }

    /// The file of this name.
    pub fn get(&self, file: FileId) -> Option<&Source> {
        self.files.get(file.0 as usize)
    }

    /// The path of a file as shown; empty for a file that is not here.
    pub fn path(&self, file: FileId) -> &str {
        self.get(file).map_or("", |source| source.path.as_str())
    }

    /// The text under a span.
    pub fn text(&self, span: Span) -> &str {
        self.get(span.file).map_or("", |source| {
            let (start, end) =
                (source.floor_boundary(span.start as usize), source.floor_boundary(span.end as usize));
            &source.text[start..end]
        })
    }

    /// Line and column where a span starts.
    pub fn line_col(&self, span: Span) -> LineCol {
        self.get(span.file)
            .map_or(LineCol { line: 1, column: 1 }, |source| source.line_col(span.start as usize))
    }

    /// `path:line:column` of a span.
    pub fn place(&self, span: Span) -> String {
        let at = self.line_col(span);
        format!("{}:{}:{}", self.path(span.file), at.line, at.column)
    }

    /// Every file with its name.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &Source)> {
        self.files.iter().enumerate().map(|(at, source)| (FileId(at as u32), source))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_from_one_in_characters() {
        let mut sources = Sources::default();
        let file = sources.add("a.ron", "é=1\r\nab\n");
        assert_eq!(sources.place(Span::new(file, 0, 1)), "a.ron:1:1");
        assert_eq!(sources.place(Span::new(file, 2, 3)), "a.ron:1:2");
        assert_eq!(sources.place(Span::new(file, 7, 8)), "a.ron:2:2");
        assert_eq!(sources.place(Span::new(file, 9, 9)), "a.ron:3:1");
        assert_eq!(sources.place(Span::new(file, 900, 901)), "a.ron:3:1");
        assert_eq!(
            sources.text(Span::new(file, 1, 3)),
            "é=",
            "a span inside a character widens to its start"
        );
    }
}
