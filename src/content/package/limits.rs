//! Limits on what content may be.

/// Largest file, in bytes.
pub const MAX_FILE_BYTES: u64 = 4 * 1024 * 1024;
/// Most bytes of all files of one content root or mod together.
pub const MAX_TOTAL_BYTES: u64 = 64 * 1024 * 1024;
/// Most definitions of one kind: dense ids are 16 bits wide, and polities and movements share one range.
pub const MAX_OF_A_KIND: usize = 30_000;
/// Most files in one content root or mod.
pub const MAX_FILES: usize = 2_000;
/// Most definitions in one campaign.
pub const MAX_DEFINITIONS: usize = 100_000;
/// Deepest folder below `scenarios/`.
pub const MAX_DEPTH: usize = 8;
/// Extensions that content may have.
pub const EXTENSIONS: &[&str] = &["ron", "md"];
/// Names that some systems cannot store.
pub const RESERVED: &[&str] =
    &["con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "lpt1", "lpt2", "lpt3", "lpt4"];
