//! Whatever a file says, loading ends without panic and says what it found.

use super::overlay::{Overlay, toy};
use proptest::prelude::*;

const FILES: [&str; 4] = [
    "scenarios/common/common.ron",
    "scenarios/common/worlds/islands/world.ron",
    "scenarios/two_islands/start.ron",
    "scenarios/two_islands/scenario.ron",
];

fn bytes(file: &str) -> Vec<u8> {
    std::fs::read(toy().join(file)).unwrap()
}

/// Loads the toy with one file replaced, renders all findings, and wants one if the content is not usable.
fn survives(file: &str, bytes: &[u8]) {
    let loaded = Overlay::new().with(file, bytes).load(&[]);
    assert!(loaded.content.is_some() || loaded.report.has_errors());
    let text = loaded.report.text(correlation::content::report::Style::Plain);
    let json = loaded.report.json();
    assert!(loaded.report.is_clean() || (!text.is_empty() && !json.is_empty()));
}

#[test]
fn a_file_cut_off_anywhere_is_survived() {
    for file in FILES {
        let whole = bytes(file);
        for cut in (0..whole.len()).step_by(37) {
            survives(file, &whole[..cut]);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_changed_byte_is_survived(file in 0..FILES.len(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = bytes(FILES[file]);
        let at = at.index(bytes.len());
        bytes[at] = byte;
        survives(FILES[file], &bytes);
    }

    #[test]
    fn a_moved_stretch_is_survived(
        file in 0..FILES.len(),
        from in any::<prop::sample::Index>(),
        length in 1_usize..200,
        to in any::<prop::sample::Index>(),
    ) {
        let mut bytes = bytes(FILES[file]);
        let from = from.index(bytes.len());
        let stretch: Vec<u8> = bytes.splice(from..(from + length).min(bytes.len()), []).collect();
        let to = to.index(bytes.len() + 1);
        bytes.splice(to..to, stretch);
        survives(FILES[file], &bytes);
    }

    #[test]
    fn any_text_is_survived(text in "[\\[\\](){}:,\"'a-zA-Z0-9 \n/*#.+-]{0,200}") {
        survives("scenarios/common/extra.ron", text.as_bytes());
    }
}
