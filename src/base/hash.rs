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
    #[inline]
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
        let (words, rest) = bytes.as_chunks();
        for &word in words {
            self.word(u64::from_le_bytes(word));
        }
        filled_up(rest).into_iter().for_each(|word| self.word(word));
    }

    /// Adds a row of numbers that stand as bytes, the lowest first, with its length; −0 counts as 0.
    pub fn row_of_f64(&mut self, bytes: &[u8]) {
        self.row(bytes, |word| (f64::from_bits(word) + 0.0).to_bits());
    }

    /// The same of smaller numbers.
    pub fn row_of_f32(&mut self, bytes: &[u8]) {
        let plain = |bits: u32| u64::from((f32::from_bits(bits) + 0.0).to_bits());
        self.row(bytes, |word| plain(word as u32) | plain((word >> 32) as u32) << 32);
    }

    /// Adds a long row. Each word of a hash has to wait for the one before, so four hashes run side by side, each over
    /// every fourth word; then they are added.
    fn row(&mut self, bytes: &[u8], plain: impl Fn(u64) -> u64) {
        self.word(bytes.len() as u64);
        let mut lanes = [Self::new(); 4];
        let (words, rest) = bytes.as_chunks();
        let (fours, last) = words.as_chunks::<4>();
        for four in fours {
            for (lane, &word) in lanes.iter_mut().zip(four) {
                lane.word(plain(u64::from_le_bytes(word)));
            }
        }
        lanes.into_iter().for_each(|Self(lane)| self.word(lane));
        let last = last.iter().map(|&word| u64::from_le_bytes(word));
        last.chain(filled_up(rest)).for_each(|word| self.word(plain(word)));
    }

    /// The hash so far.
    pub fn finish(self) -> u64 {
        mix(self.0)
    }
}

/// The bytes that are left over from words, if any, as a word filled up with zeros.
fn filled_up(rest: &[u8]) -> Option<u64> {
    let mut word = [0; 8];
    word[..rest.len()].copy_from_slice(rest);
    (!rest.is_empty()).then(|| u64::from_le_bytes(word))
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
    fn rows_of_numbers_are_told_apart_by_place_and_length_and_minus_zero_is_zero() {
        let of = |row: &[f64]| {
            let mut hash = StableHash::new();
            hash.row_of_f64(&row.iter().flat_map(|value| value.to_le_bytes()).collect::<Vec<u8>>());
            hash.finish()
        };
        let row: Vec<f64> = (0..11).map(f64::from).collect();
        let mut seen: Vec<u64> = (0..=11).map(|length| of(&row[..length])).collect();
        for (a, b) in [(0, 1), (0, 4), (3, 9), (9, 10)] {
            let mut turned = row.clone();
            turned.swap(a, b);
            seen.push(of(&turned));
        }
        let all = seen.len();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), all);
        assert_eq!(of(&[0.0; 9]), of(&[-0.0; 9]));
        let small = |row: [f32; 3]| {
            let mut hash = StableHash::new();
            hash.row_of_f32(&row.map(f32::to_le_bytes).concat());
            hash.finish()
        };
        assert_eq!(small([1.0, 0.0, 0.0]), small([1.0, -0.0, -0.0]));
        assert_ne!(small([1.0, 2.0, 3.0]), small([1.0, 2.0, 4.0]));
    }

    #[test]
    fn vectors_never_change() {
        assert_eq!(mix(0), 0xe220_a839_7b1d_cdaf);
        assert_eq!(mix(1), 0x910a_2dec_8902_5cc1);
        assert_eq!(of_text("a text longer than a word"), 0x5fe0_07ef_81d2_219c);
    }
}
