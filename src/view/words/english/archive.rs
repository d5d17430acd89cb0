//! What states believe of each other, and the archive of it.

use super::Entry;

pub(super) const TEXTS: &[Entry] = &[
    ("ar.title", "{observer} on {target}"),
    ("ar.section", "As {observer} sees it"),
    ("ar.strength", "military strength, as believed"),
    ("ar.product", "product, as believed"),
    ("ar.warheads", "warheads, as believed"),
    (
        "ar.believed.means",
        "An estimate: the truth with the bias of a line and the noise of distance, and as it is shown. Decisions rest on it.",
    ),
    ("ar.certainty", "known by intelligence"),
    (
        "ar.certainty.means",
        "How surely its means are known beyond what anybody can see: by what is spent on that against its size. It takes out noise, part of the bias, and what is feigned.",
    ),
    ("ar.none", "no estimate is kept"),
    ("ar.more", "over the years taken for {by} more than it was"),
    ("ar.less", "over the years taken for {by} less than it was"),
    ("ar.close", "over the years taken for about what it was"),
    ("ar.over_truth", "Believed over true"),
    (
        "ar.empty",
        "The archive has nothing: it keeps what states believed of the two leading ones, of their rival and of their patron.",
    ),
    ("ar.rows", "Quarter by quarter: what was believed, what was true, how far off the belief was"),
    ("ar.head.strength", "strength, billion 2011 $"),
    ("ar.head.product", "product a year, billion 2011 $"),
    ("ar.head.warheads", "warheads"),
    ("ar.short.strength", "strength"),
    ("ar.short.product", "product"),
    ("ar.short.warheads", "warheads"),
];
