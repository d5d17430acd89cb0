//! `cof run`

use std::fs::File;
use std::io::BufWriter;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use correlation::view::report::{self, share_table, summary_table};

use correlation::campaign::{Campaign, last_safe_month};
use correlation::view::series::write::{BALANCES, Export, Places, SERIES, Shape};
use correlation::view::series::{Choice, dictionary};
use correlation::view::{ChronicleFilter, chronicle_view};

use super::options::HistoryOptions;
use super::output::{create, print_json, print_text, progress, write_file};

/// Run one history and report on it.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    history: HistoryOptions,
    /// Months to run; all of the scenario's if not given.
    #[arg(long)]
    months: Option<u32>,
    /// If a general exchange ends the history, end it in the last safe month instead, the month before the crisis began that
    /// became the exchange.
    #[arg(long)]
    until_safe: bool,
    /// Print one JSON object (docs/cof.md) and nothing else.
    #[arg(long)]
    json: bool,
    /// Write `report.json`, `shares.txt`, `chronicle.txt` and `passport.ron` into this folder, and monthly series and balances
    /// with their dictionary.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// With `--out`: the series to write, with commas between; all if not given.
    #[arg(long, value_name = "LIST", value_delimiter = ',', requires = "out")]
    series: Vec<String>,
    /// With `--out`: ids of the states to write, with commas between; all if not given.
    #[arg(long, value_name = "LIST", value_delimiter = ',', requires = "out")]
    states: Vec<String>,
}

/// Lines of the chronicle that are printed.
const TAIL: usize = 24;

pub fn run(args: &Args) -> Result<ExitCode, String> {
    let (mut campaign, lines) = args.history.begin()?;
    // Nothing that is printed or written asks for them.
    campaign.keep_reasons(false);
    let months = args.months.unwrap_or(campaign.sim().content().scenario.months);
    let months = if args.until_safe { safe_months(args, months)? } else { months };
    let bar = progress(u64::from(months), "months");
    let mut refused = Vec::new();
    let mut series = args.out.as_deref().map(|folder| Tables::open(args, &campaign, folder)).transpose()?;
    let report = report::run(&mut campaign, months, &lines, |now| {
        bar.inc(1);
        if let Some(tables) = &mut series {
            tables.month(now);
        }
        refused.extend(report::refusals_of_lines(now, &lines));
    })
    .map_err(|error| error.to_string())?;
    bar.finish_and_clear();
    if !refused.is_empty() {
        eprintln!("{}", refused.join("\n"));
    }
    if let Some(tables) = series {
        tables.finish()?;
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

/// Months until the last safe one, if a general exchange ends the history within so many months; else these.
fn safe_months(args: &Args, months: u32) -> Result<u32, String> {
    let (mut campaign, lines) = args.history.begin()?;
    campaign.keep_reasons(false);
    let eve = campaign.sim().clock().now();
    for _ in 0..months {
        if campaign.finish().is_some() {
            break;
        }
        campaign.give_lines(&lines).map_err(|error| error.to_string())?;
        campaign.step();
    }
    let Some(safe) = last_safe_month(campaign.sim()) else { return Ok(months) };
    eprintln!(
        "A general exchange ends this history in {}; it is ended in {}, the last safe month.",
        campaign.sim().clock().now(),
        safe
    );
    Ok(safe.since(eve))
}

/// The tables of series and balances in their files.
struct Tables {
    export: Export<BufWriter<File>>,
    failed: Option<std::io::Error>,
}

impl Tables {
    /// Opens the files, writes the dictionary and the eve of the campaign.
    fn open(args: &Args, campaign: &Campaign, folder: &Path) -> Result<Self, String> {
        let choice = Choice::of(campaign.sim().content(), &args.series, &args.states);
        let choice = choice.map_err(|error| error.to_string())?;
        write_file(&folder.join("dictionary.md"), &dictionary::page(&choice))?;
        write_file(&folder.join("dictionary.csv"), &dictionary::table(&choice))?;
        let open = |shape: Shape| -> Result<Places<BufWriter<File>>, String> {
            let file = |ending: &str| create(&folder.join(format!("{}.{ending}", shape.name)));
            Ok(Places { csv: file("csv")?, parquet: file("parquet")? })
        };
        let (series, balances) = (open(SERIES)?, open(BALANCES)?);
        let export = Export::begin(choice, series, balances).map_err(|error| error.to_string())?;
        let mut tables = Self { export, failed: None };
        tables.month(campaign);
        Ok(tables)
    }

    /// Writes a month; a failure is kept and told at the end.
    fn month(&mut self, campaign: &Campaign) {
        if self.failed.is_none() {
            self.failed = self.export.month(campaign.sim()).err();
        }
    }

    fn finish(self) -> Result<(), String> {
        let result = self.failed.map_or(Ok(()), Err).and_then(|()| self.export.finish());
        result.map_err(|error| format!("series cannot be written: {error}"))
    }
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
