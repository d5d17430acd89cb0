//! Every kind of finding has a stable code. `docs/modding/errors.md` explains each one with an example.

use serde::{Serialize, Serializer};

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The content cannot be used.
    Error,
    /// The content can be used and is probably not what its author wants.
    Warning,
    /// A hint; never makes a check fail.
    Tip,
}

impl Severity {
    /// The word shown.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Tip => "tip",
        }
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])+ $name:ident = $text:literal, $severity:ident;)+) => {
        /// The stable name of a kind of finding: E00xx package, E01xx reading, E02xx merging, E03xx references, W04xx lint.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[$doc])+ $name,)+
        }

        impl Code {
            /// Every code there is, in order.
            pub const ALL: &[Code] = &[$(Code::$name),+];

            /// The code as written, such as `E0301`.
            pub fn text(self) -> &'static str {
                match self { $(Code::$name => $text,)+ }
            }

            /// The severity of findings of this kind.
            pub fn severity(self) -> Severity {
                match self { $(Code::$name => Severity::$severity,)+ }
            }
        }
    };
}

codes! {
    /// A path that was asked for does not exist.
    PathNotFound = "E0001", Error;
    /// A folder without `scenarios/` was given as the content root.
    NotAContentRoot = "E0002", Error;
    /// The file system refused to hand over a file or folder.
    Unreadable = "E0003", Error;
    /// A text file is not UTF-8.
    NotUtf8 = "E0004", Error;
    /// A file is larger than the limit.
    FileTooLarge = "E0005", Error;
    /// More files, folders in folders, or definitions than the limit.
    TooMany = "E0006", Error;
    /// A file or folder that content may not contain: a link, a strange name, a forbidden extension.
    ForbiddenFile = "E0007", Error;
    /// A mod folder without a readable manifest.
    NoManifest = "E0008", Error;
    /// A manifest or scenario written for another content format.
    WrongFormat = "E0009", Error;
    /// A mod made for another version of the game.
    WrongGameVersion = "E0010", Error;
    /// A mod needs another mod that is missing or has the wrong version.
    DependencyMissing = "E0011", Error;
    /// Mods that need each other in a circle.
    DependencyCycle = "E0012", Error;
    /// Two mods that exclude each other.
    ModConflict = "E0013", Error;
    /// Two mods with the same id.
    DuplicateMod = "E0014", Error;
    /// A folder of content with nothing in it.
    NothingThere = "E0015", Error;
    /// No scenario of the name asked for.
    NoSuchScenario = "E0016", Error;

    /// The text is not well-formed.
    Syntax = "E0101", Error;
    /// A bracket, text or comment that is never closed.
    Unclosed = "E0102", Error;
    /// Brackets nested deeper than the limit.
    TooDeep = "E0103", Error;
    /// A definition of a kind that does not exist.
    UnknownKind = "E0104", Error;
    /// A field that the definition does not have.
    UnknownField = "E0105", Error;
    /// A choice that is not among the alternatives.
    UnknownVariant = "E0106", Error;
    /// A field that must be there and is not.
    MissingField = "E0107", Error;
    /// A field given twice.
    DuplicateField = "E0108", Error;
    /// A value of the wrong type.
    WrongType = "E0109", Error;
    /// A number that is infinite, not a number, or too large for its place.
    BadNumber = "E0110", Error;
    /// A value outside the range its place allows.
    OutOfRange = "E0111", Error;
    /// A `#![…]` attribute at the head of a file.
    Attribute = "E0112", Error;
    /// A text longer than the limit.
    TextTooLong = "E0113", Error;
    /// A `{…}` map where only lists of records are allowed.
    MapRefused = "E0114", Error;
    /// An id with characters that ids may not have.
    BadId = "E0115", Error;

    /// Two definitions with the same id.
    DuplicateId = "E0201", Error;
    /// A patch, replacement or removal whose target does not exist.
    TargetMissing = "E0202", Error;
    /// A patch that names a field or list entry that the target does not have.
    PatchedFieldMissing = "E0203", Error;
    /// A patch operation that does not fit the value it meets.
    OperationDoesNotFit = "E0204", Error;
    /// A bare value in a patch where an operation is expected.
    OperationExpected = "E0205", Error;
    /// Two mods change the same field; the later one in load order wins.
    SameFieldPatched = "W0206", Warning;
    /// A patch, manifest or scenario in a folder where it has no effect.
    MisplacedDefinition = "E0207", Error;

    /// A reference to an id that nothing defines.
    UnknownId = "E0301", Error;
    /// A reference to an id of another kind.
    WrongKindOfId = "E0302", Error;
    /// A definition that the scenario cannot do without is missing.
    DefinitionMissing = "E0303", Error;
    /// Definitions that contradict each other.
    Contradiction = "E0304", Error;
    /// A claim card that names nothing that speaks against its claim.
    NoContraryEvidence = "E0305", Error;

    /// A text that readers will look for is empty.
    EmptyText = "W0401", Warning;
    /// The weights of a policy's considerations do not sum to 1.
    WeightsDoNotSum = "W0402", Warning;
    /// A share table that does not sum to 1.
    SharesDoNotSum = "W0403", Warning;
    /// A neighbour that does not name the territory back.
    OneSidedNeighbour = "W0404", Warning;
    /// A definition that nothing refers to.
    Unused = "W0405", Warning;
    /// A doctrine that can never choose anything.
    NothingToDecide = "W0406", Warning;
    /// A total outside the band that the scenario expects.
    ImplausibleTotal = "W0407", Warning;
    /// A folder of figures without a `sources.md` beside them.
    NoSources = "W0408", Warning;
    /// A nation for which only one state speaks, so that nothing is contested.
    OneSidedClaim = "W0409", Warning;
    /// A value that its own minimum and maximum make impossible or meaningless.
    EmptyRange = "W0410", Warning;
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.text())
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.text())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_ordered_and_say_their_severity() {
        for pair in Code::ALL.windows(2) {
            assert!(pair[0].text()[1..] < pair[1].text()[1..], "{} before {}", pair[0], pair[1]);
        }
        for code in Code::ALL {
            let letter = match code.severity() {
                Severity::Error => 'E',
                Severity::Warning => 'W',
                Severity::Tip => 'T',
            };
            assert_eq!(code.text().chars().next(), Some(letter), "{code}");
            assert_eq!(code.text().len(), 5);
        }
    }
}
