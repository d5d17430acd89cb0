//! A fixed 64-bit hash with written test vectors: FNV-1a over words, then a finalising mix.
//!
//! Used for luck keys, content hashes and state hashes, so it may never change silently.

const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// A running hash. Order matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StableHash(u64);

impl Default for StableHash {
    fn default() -> Self {
        Self(OFFSET)
    }
}

impl StableHash {
    /// An empty hash.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one word.
    pub fn word(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(23) ^ word).wrapping_mul(PRIME) ^ (word >> 32);
    }

    /// Adds a number; −0 counts as 0.
    pub fn real(&mut self, value: f64) {
        self.word((value + 0.0).to_bits());
    }

    /// Adds bytes, with their length.
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.word(bytes.len() as u64);
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            self.word(u64::from_le_bytes(word));
        }
    }

    /// The hash so far.
    pub fn finish(self) -> u64 {
        mix(self.0)
    }
}

/// Spreads every bit of `x` over all bits (SplitMix64's finaliser).
pub fn mix(x: u64) -> u64 {
    let mut z = x.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// The hash of a text; a string id's hash is its subject key for luck.
pub fn of_text(text: &str) -> u64 {
    let mut hash = StableHash::new();
    hash.bytes(text.as_bytes());
    hash.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_and_length_matter_and_minus_zero_is_zero() {
        assert_ne!(of_text("ab"), of_text("ba"));
        assert_ne!(of_text("a"), of_text("a\0"));
        let (mut plus, mut minus) = (StableHash::new(), StableHash::new());
        plus.real(0.0);
        minus.real(-0.0);
        assert_eq!(plus, minus);
    }

    #[test]
    fn vectors_never_change() {
        assert_eq!(mix(0), 0xe220_a839_7b1d_cdaf);
        assert_eq!(mix(1), 0x910a_2dec_8902_5cc1);
    }
}
