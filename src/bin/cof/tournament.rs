//! `cof tournament`

use std::process::ExitCode;

use correlation::campaign::SeatName;
use correlation::content::defs::Content;
use correlation::sim::Seat;
use correlation::view::tournament::{
    Ground, histories, lines_of, open_seats, tournament, tournament_markdown, tournament_text,
};

use super::options::{ContentOptions, Seeds, TableOptions, parse_seeds, unknown};
use super::output::progress;

/// Let fixed lines meet on the same seats and seeds, and count which comes out best.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    content: ContentOptions,
    /// A seat for which lines meet; may be given several times; all playable ones if none is named.
    #[arg(long = "seat", value_name = "ID")]
    seats: Vec<String>,
    /// A line that takes part; may be given several times; all that each seat could come to if none is named.
    #[arg(long = "line", value_name = "ID")]
    lines: Vec<String>,
    /// Seeds, as `1-40` or `3,7,9`; each is one contest a seat.
    #[arg(long, default_value = "1-2", value_parser = parse_seeds)]
    seeds: Seeds,
    /// Months of each history; all of the scenario's if not given.
    #[arg(long)]
    months: Option<u32>,
    #[command(flatten)]
    tables: TableOptions,
}

pub fn run(args: &Args) -> Result<ExitCode, String> {
    let content = args.content.load()?;
    let grounds = grounds(&content, args)?;
    let seeds = &args.seeds.0;
    let months = args.months.unwrap_or(content.scenario.months);
    let bar = progress(histories(&grounds, seeds.len()) as u64, "histories");
    let found =
        tournament(&content, &grounds, seeds, months, || bar.inc(1)).map_err(|error| error.to_string())?;
    bar.finish_and_clear();
    args.tables.print(&found, tournament_markdown, tournament_text)?;
    Ok(ExitCode::from(u8::from(found.too_good().next().is_some())))
}

/// The seats that are asked for, each with its lines.
fn grounds(content: &Content, args: &Args) -> Result<Vec<Ground>, String> {
    let seat = |id: &String| match SeatName(id.clone()).find(content) {
        Some(Seat::Polity(id)) => Ok(id),
        _ => Err(unknown("state", id, content.polities.values().map(|def| def.id.as_str()))),
    };
    let line = |id: &String| {
        let known = content.doctrines.iter().find(|(_, def)| def.id == *id).map(|(id, _)| id);
        known.ok_or_else(|| unknown("doctrine", id, content.doctrines.values().map(|def| def.id.as_str())))
    };
    let named: Vec<_> = args.lines.iter().map(line).collect::<Result<_, _>>()?;
    let seats: Vec<_> = match args.seats.as_slice() {
        [] => open_seats(content),
        ids => ids.iter().map(seat).collect::<Result<_, _>>()?,
    };
    let lines = |seat| if named.is_empty() { lines_of(content, seat) } else { named.clone() };
    Ok(seats.into_iter().map(|seat| Ground { seat, lines: lines(seat) }).collect())
}
