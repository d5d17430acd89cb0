//! `cof run`

use std::path::PathBuf;
use std::process::ExitCode;

use correlation::view::report::{self, share_table, summary_table};

use correlation::campaign::Campaign;
use correlation::view::{ChronicleFilter, chronicle_view};

use super::options::HistoryOptions;
use super::output::{print_json, print_text, progress, write_file};

/// Run one history and report on it.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    history: HistoryOptions,
    /// Months to run; all of the scenario's if not given.
    #[arg(long)]
    months: Option<u32>,
    /// Print one JSON object (docs/cof.md) and nothing else.
    #[arg(long)]
    json: bool,
    /// Write `report.json`, `shares.txt`, `chronicle.txt` and `passport.ron` into this folder.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// Lines of the chronicle that are printed.
const TAIL: usize = 24;

pub fn run(args: &Args) -> Result<ExitCode, String> {
    let (mut campaign, lines) = args.history.begin()?;
    let months = args.months.unwrap_or(campaign.sim().content().scenario.months);
    let bar = progress(u64::from(months), "months");
    let mut refused = Vec::new();
    let report = report::run(&mut campaign, months, &lines, |now| {
        bar.inc(1);
        refused.extend(report::refusals_of_lines(now, &lines));
    })
    .map_err(|error| error.to_string())?;
    bar.finish_and_clear();
    if !refused.is_empty() {
        eprintln!("{}", refused.join("\n"));
    }
    if let Some(folder) = &args.out {
        let json = serde_json::to_string_pretty(&report).map_err(|error| error.to_string())?;
        write_file(&folder.join("report.json"), &json)?;
        write_file(&folder.join("shares.txt"), &share_table(&report.years))?;
        write_file(&folder.join("chronicle.txt"), &chronicle_lines(&campaign, true, usize::MAX).join("\n"))?;
        write_file(
            &folder.join("passport.ron"),
            &campaign.passport().to_text().map_err(|error| error.to_string())?,
        )?;
    }
    if args.json {
        print_json(&report)?;
    } else {
        print_text(&format!(
            "{} · seed {} · lens {} · {} months\n\n{}\n{}\nChronicle (last {TAIL})\n{}\n\nhash {}\n",
            report.scenario,
            report.seed,
            report.lens,
            report.months,
            summary_table(&report),
            share_table(&report.years),
            chronicle_lines(&campaign, false, TAIL).join("\n"),
            report.hash,
        ));
    }
    Ok(ExitCode::SUCCESS)
}

/// The newest entries of the chronicle, oldest first; everyday acts only if asked for.
fn chronicle_lines(campaign: &Campaign, small_acts: bool, most: usize) -> Vec<String> {
    let view = chronicle_view(campaign.sim(), ChronicleFilter::All, small_acts, most);
    view.entries
        .iter()
        .rev()
        .map(|entry| format!("{:<15} {}", entry.month.to_string(), entry.sentence.plain()))
        .collect()
}
