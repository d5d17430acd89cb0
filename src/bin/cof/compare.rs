//! `cof compare`

use std::collections::{BTreeMap, BTreeSet};
use std::process::ExitCode;

use correlation::base::Month;
use correlation::campaign::{Campaign, Variant, difference, ensemble_watched};
use correlation::view::report;
use correlation::view::words::compact;
use serde::Serialize;

use super::options::{ContentOptions, Seeds, parse_month, parse_seeds};
use super::output::{print_json, print_text, progress};

/// Run two variants of a scenario over the same seeds (same luck) and print what differs.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    content: ContentOptions,
    /// Seeds, as `1-40` or `3,7,9`.
    #[arg(long, default_value = "1-20", value_parser = parse_seeds)]
    seeds: Seeds,
    /// Variant A: settings such as `lens=record movements.exogenous_revolution=0.2 mod=PATH orders=FILE`; may be empty.
    #[arg(long, default_value = "", value_parser = Variant::parse, allow_hyphen_values = true)]
    a: Variant,
    /// Variant B.
    #[arg(long, default_value = "", value_parser = Variant::parse, allow_hyphen_values = true)]
    b: Variant,
    /// Numbers of the last year's report by their path, with commas between: `deaths.war,states.IND.product_per_head`.
    #[arg(
        long,
        value_delimiter = ',',
        default_value = "independent_states,world_product,shares.socialist.product,wars.civil,deaths.war,deaths.famine,deaths.repression"
    )]
    series: Vec<String>,
    /// Months to run.
    #[arg(long, default_value_t = 120)]
    months: u32,
    /// Print one JSON object.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Row {
    series: String,
    a: f64,
    b: f64,
    difference: f64,
    half_width_95: Option<f64>,
    pairs: usize,
}

pub fn run(args: &Args) -> Result<ExitCode, String> {
    let seeds = &args.seeds.0;
    let bar = progress(2 * seeds.len() as u64, "histories");
    let play = |variant: &Variant| {
        let content = args.content.load_with(&variant.mods)?;
        outside(variant, content.scenario.start, args.months)?;
        let watch = |refused: &mut Vec<String>, now: &mut Campaign| {
            refused.extend(report::refusals_of_lines(now, &variant.orders));
        };
        let end = |refused, now: &Campaign| (report::year(now.sim()), refused);
        ensemble_watched(&content, variant, seeds, args.months, |_| Vec::new(), watch, end, || bar.inc(1))
            .map_err(|error| error.to_string())
    };
    let (a, b) = (play(&args.a)?, play(&args.b)?);
    bar.finish_and_clear();
    let (a, b) = (tell_refusals("A", a), tell_refusals("B", b));
    let rows = args.series.iter().map(|path| row(path, &a, &b)).collect::<Result<Vec<_>, _>>()?;
    if args.json {
        print_json(&rows)?;
    } else {
        print_text(&format!(
            "{} seeds, {} months; difference B − A with its 95 % interval\n\n",
            seeds.len(),
            args.months
        ));
        for row in &rows {
            let interval = row.half_width_95.map_or("–".to_owned(), number);
            let sign = if row.difference > 0.0 { "+" } else { "" };
            let difference = format!("{sign}{}", number(row.difference));
            let line = format!(
                "{:<36} A {:>16}   B {:>16}   B − A {difference:>16} ± {interval:<14} {}",
                row.series,
                number(row.a),
                number(row.b),
                report::Year::unit(&row.series)
            );
            print_text(&format!("{}\n", line.trim_end()));
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// A number for a reader: large ones in words, small ones to four places.
fn number(value: f64) -> String {
    const LARGE: f64 = 1e5;
    if value.abs() >= LARGE { compact(value) } else { format!("{value:.4}").replace('-', "−") }
}

/// Refuses orders for months that are not played: they would change nothing, and nobody would know.
fn outside(variant: &Variant, start: Month, months: u32) -> Result<(), String> {
    for line in &variant.orders {
        let month = parse_month(&line.month)?;
        if month < start || month >= start.plus(months) {
            return Err(format!(
                "an order is given for {}, which is not played: the run goes from {} to {}",
                line.month,
                start.iso(),
                start.plus(months.max(1) - 1).iso()
            ));
        }
    }
    Ok(())
}

/// Says which orders were refused, and in how many histories; hands on what else was read.
fn tell_refusals(name: &str, histories: Vec<(report::Year, Vec<String>)>) -> Vec<report::Year> {
    let mut count: BTreeMap<String, usize> = BTreeMap::new();
    let all = histories.len();
    let mut years = Vec::with_capacity(all);
    for (year, refused) in histories {
        let each: BTreeSet<String> = refused.into_iter().collect();
        each.into_iter().for_each(|line| *count.entry(line).or_default() += 1);
        years.push(year);
    }
    for (line, times) in count {
        eprintln!("variant {name}, {times} of {all} histories: {line}");
    }
    years
}

fn row(path: &str, a: &[report::Year], b: &[report::Year]) -> Result<Row, String> {
    let read =
        |years: &[report::Year]| -> Vec<Option<f64>> { years.iter().map(|year| year.number(path)).collect() };
    let (a_values, b_values) = (read(a), read(b));
    // A state may be in being in some histories only; those pairs in which it is in both count.
    let pairs: Vec<(f64, f64)> = a_values.into_iter().zip(b_values).filter_map(|(a, b)| a.zip(b)).collect();
    let (a_values, b_values): (Vec<f64>, Vec<f64>) = pairs.into_iter().unzip();
    let found = difference(&a_values, &b_values).ok_or_else(|| unknown(path, a))?;
    Ok(Row {
        series: path.to_owned(),
        a: found.a,
        b: found.b,
        difference: found.mean,
        half_width_95: found.half_width.is_finite().then_some(found.half_width),
        pairs: a_values.len(),
    })
}

fn unknown(path: &str, years: &[report::Year]) -> String {
    let paths = years.first().map(report::Year::paths).unwrap_or_default();
    let near = correlation::content::report::nearest(path, paths.iter().map(String::as_str));
    match near {
        Some(near) => format!("no number at `{path}`; did you mean `{near}`?"),
        None => format!("no number at `{path}`; `cof run --json` shows all there are"),
    }
}
