//! `cof run`

use std::path::PathBuf;
use std::process::ExitCode;

use correlation::view::report::{self, share_table, summary_table};

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
        write_file(&folder.join("chronicle.txt"), &Vec::<String>::new().join("\n"))?;
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
            Vec::<String>::new().join("\n"),
            report.hash,
        ));
    }
    Ok(ExitCode::SUCCESS)
}
