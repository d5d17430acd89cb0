//! `cof hash`

use std::process::ExitCode;

use correlation::campaign::hex;

use super::options::HistoryOptions;
use super::output::print_text;

/// Print state hashes along a history, to compare builds and machines.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    history: HistoryOptions,
    /// Months to run.
    #[arg(long, default_value_t = 120)]
    months: u32,
    /// Print the hash every so many months.
    #[arg(long, default_value_t = 12, value_parser = clap::value_parser!(u32).range(1..))]
    every: u32,
    /// Print the hash of every table of state as well.
    #[arg(long)]
    tables: bool,
}

pub fn run(args: &Args) -> Result<ExitCode, String> {
    let (mut campaign, lines) = args.history.begin()?;
    for month in 1..=args.months {
        campaign.give_lines(&lines).map_err(|error| error.to_string())?;
        campaign.step();
        if month % args.every == 0 || month == args.months {
            let sim = campaign.sim();
            print_text(&format!("{} {}\n", sim.clock().now().iso(), hex(sim.hash())));
            if args.tables {
                for (name, hash) in sim.table_hashes() {
                    print_text(&format!("        {} {name}\n", hex(hash)));
                }
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}
