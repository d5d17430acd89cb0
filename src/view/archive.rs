//! What one state believes of another's means, and the archive of what it believed beside what was true.

use serde::Serialize;

use crate::base::{Month, PolityId};
use crate::sim::agents::Players;
use crate::sim::conflict::Forces;
use crate::sim::diplomacy::Relations;
use crate::sim::economy::Accounts;
use crate::sim::perception::{Archive, ArchiveEntry, Means, QUARTER, certainty_of};
use crate::sim::{Atlas, Seat, Simulation};

use super::words::{figure, fill, sentence_case, signed, text};
use super::{Explained, Unit};

/// One kind of means: as believed now, and how far off the belief was over the years.
#[derive(Debug, Clone, PartialEq)]
pub struct MeansLine {
    /// What it is.
    pub what: &'static str,
    /// As believed now; none where no estimate is kept.
    pub believed: Option<Explained>,
    /// Believed over true month by month from the first entry on, each entry for its quarter; no number where nothing is kept.
    pub over_truth: Vec<f32>,
    /// Mean of what was believed beyond the truth, as a share of it; none where nothing is kept.
    pub mean_error: Option<f64>,
}

/// What one state believes of another.
#[derive(Debug, Clone, PartialEq)]
pub struct ArchiveView {
    /// Who believes, in words.
    pub observer: String,
    /// Of whom.
    pub target: String,
    /// How surely it knows beyond what anybody can see (0–1): what it spends on intelligence.
    pub certainty: Explained,
    /// Strength, product, warheads.
    pub lines: Vec<MeansLine>,
    /// The month of the first entry; none where nothing is kept.
    pub first: Option<Month>,
}

/// An entry as JSON.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ArchiveRow {
    /// The month.
    pub month: String,
    /// Strength, million 2011 $: believed, true.
    pub strength: [f32; 2],
    /// Product of a year, million 2011 $: believed, true.
    pub product: [f32; 2],
    /// Warheads: believed, true.
    pub warheads: [f32; 2],
}

fn words_of(means: Means) -> &'static str {
    match means {
        Means::Strength => text!("ar.strength"),
        Means::Product => text!("ar.product"),
        Means::Warheads => text!("ar.warheads"),
    }
}

const fn unit_of(means: Means) -> Unit {
    match means {
        Means::Strength => Unit::Money,
        Means::Product => Unit::MoneyAYear,
        Means::Warheads => Unit::Count,
    }
}

/// Through whose eyes a state is looked at: the player's; an onlooker has those of the first leading state, then the second.
pub fn eyes_on(sim: &Simulation, target: PolityId) -> Option<PolityId> {
    let seat = match sim.get::<Players>().seat() {
        Some(Seat::Polity(id)) => Some(id),
        Some(Seat::Movement(_)) => None,
        None => sim.content().scenario.poles.iter().copied().find(|&pole| pole != target),
    };
    seat.filter(|&own| own != target)
}

/// What one state believes of another, and what it believed.
pub fn archive_view(sim: &Simulation, observer: PolityId, target: PolityId) -> ArchiveView {
    let name = |id: PolityId| sim.content().polities[id].name.clone();
    let entries: Vec<ArchiveEntry> = sim.get::<Archive>().of(observer, target).collect();
    ArchiveView {
        observer: name(observer),
        target: name(target),
        certainty: Explained::given(
            text!("ar.certainty"),
            certainty_of(sim.world(), observer, target),
            Unit::Share,
        )
        .meaning(text!("ar.certainty.means")),
        lines: Means::ALL.iter().map(|&means| line(sim, observer, target, means, &entries)).collect(),
        first: entries.first().map(|entry| entry.month),
    }
}

fn line(
    sim: &Simulation,
    observer: PolityId,
    target: PolityId,
    means: Means,
    entries: &[ArchiveEntry],
) -> MeansLine {
    let place = means as usize;
    let ratio = |entry: &ArchiveEntry| {
        let (believed, truth) = (entry.believed[place], entry.truth[place]);
        if truth > 0.0 { believed / truth } else { f32::NAN }
    };
    let mut over_truth = Vec::new();
    if let (Some(first), Some(last)) = (entries.first(), entries.last()) {
        over_truth.resize((last.month.since(first.month) + QUARTER) as usize, f32::NAN);
        for entry in entries {
            let from = entry.month.since(first.month) as usize;
            over_truth[from..from + QUARTER as usize].fill(ratio(entry));
        }
    }
    let known: Vec<f64> =
        entries.iter().map(|entry| f64::from(ratio(entry))).filter(|value| value.is_finite()).collect();
    let mean = (!known.is_empty()).then(|| known.iter().sum::<f64>() / known.len() as f64 - 1.0);
    MeansLine {
        what: words_of(means),
        believed: believed(sim, observer, target, means),
        over_truth,
        mean_error: mean,
    }
}

/// What is believed now; no warheads at all are a belief, no army or product is none.
fn believed(sim: &Simulation, observer: PolityId, target: PolityId, means: Means) -> Option<Explained> {
    let [of, to] = [observer, target].map(|id| sim.get::<Atlas>().agent(Seat::Polity(id)));
    let truth = means.truth(sim.polity::<Forces>(target), sim.polity::<Accounts>(target));
    let held = sim.get::<Relations>().read(means.channel(), of, to)?;
    let known = held > 0.0 || truth == 0.0 || means == Means::Warheads;
    known.then(|| Explained::given(words_of(means), held, unit_of(means)).meaning(text!("ar.believed.means")))
}

/// The archive of one state on another as rows, oldest first.
pub fn archive_rows(sim: &Simulation, observer: PolityId, target: PolityId) -> Vec<ArchiveRow> {
    let row = |entry: ArchiveEntry| {
        let pair = |means: Means| [entry.believed[means as usize], entry.truth[means as usize]];
        ArchiveRow {
            month: entry.month.iso(),
            strength: pair(Means::Strength),
            product: pair(Means::Product),
            warheads: pair(Means::Warheads),
        }
    };
    sim.get::<Archive>().of(observer, target).map(row).collect()
}

/// What is said of a mean error: `taken for 12 % more than it was`.
pub fn error_words(error: f64) -> String {
    /// Closer than this is as good as true.
    const CLOSE: f64 = 0.02;
    match error {
        more if more > CLOSE => fill(text!("ar.more"), &[("by", &figure(more, Unit::Share))]),
        less if less < -CLOSE => fill(text!("ar.less"), &[("by", &figure(-less, Unit::Share))]),
        _ => text!("ar.close").to_owned(),
    }
}

/// The same as text, for a reader without a window: what is believed now, then the years.
pub fn archive_text(sim: &Simulation, observer: PolityId, target: PolityId) -> String {
    let view = archive_view(sim, observer, target);
    let title = fill(text!("ar.title"), &[("observer", &view.observer), ("target", &view.target)]);
    let mut out = format!("{title}, {}\n", sim.clock().now());
    out += &format!("{}: {}\n", sentence_case(&view.certainty.what), view.certainty.shown());
    for line in &view.lines {
        let now = line.believed.as_ref().map_or(text!("ar.none").to_owned(), Explained::shown);
        let error = line
            .mean_error
            .map_or(String::new(), |error| format!(". {}.", sentence_case(&error_words(error))));
        out += &format!("  {}: {now}{error}\n", sentence_case(line.what));
    }
    let rows = archive_rows(sim, observer, target);
    if rows.is_empty() {
        return out + &format!("\n{}\n", text!("ar.empty"));
    }
    out + &table(&rows)
}

/// The archive quarter by quarter, with columns of one width.
fn table(rows: &[ArchiveRow]) -> String {
    /// Rows are in millions, the table is read in billions.
    const BILLION: f64 = 1000.0;
    let mut out = format!("\n{}\n", text!("ar.rows"));
    let heads = [text!("ar.head.strength"), text!("ar.head.product"), text!("ar.head.warheads")];
    out += &format!("{:9}", "");
    heads.iter().for_each(|head| out += &format!("   {head:<31}"));
    out = out.trim_end().to_owned() + "\n";
    let cell = |pair: [f32; 2], scale: f64, digits: usize| {
        let [believed, truth] = pair.map(|value| f64::from(value) / scale);
        let off = if truth > 0.0 { signed(believed / truth - 1.0, Unit::Share) } else { String::new() };
        format!("   {believed:>10.digits$} {truth:>10.digits$} {off:>9}")
    };
    for row in rows {
        let cells =
            [cell(row.strength, BILLION, 2), cell(row.product, BILLION, 2), cell(row.warheads, 1.0, 0)];
        out += format!("  {}{}", row.month, cells.concat()).trim_end();
        out.push('\n');
    }
    out
}
