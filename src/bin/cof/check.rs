//! `cof check`

use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::ExitCode;

use correlation::content;

use super::options::style;
use super::output::print_text;

/// Check content: a folder with `scenarios/`, a scenario, a mod, or one file.
#[derive(clap::Args)]
pub struct Args {
    /// What to check.
    #[arg(default_value = ".")]
    path: PathBuf,
    /// Print the findings as JSON.
    #[arg(long)]
    json: bool,
    /// Treat findings of this severity as errors.
    #[arg(long, value_name = "warnings")]
    deny: Option<Deny>,
}

#[derive(Clone, Copy, PartialEq, clap::ValueEnum)]
enum Deny {
    Warnings,
}

pub fn run(args: &Args) -> Result<ExitCode, String> {
    let report = content::check(&args.path);
    if args.json {
        print_text(&format!("{}\n", report.json()));
    } else if report.is_clean() {
        print_text(&format!("{}: nothing to mend\n", args.path.display()));
    } else {
        print_text(&format!("{}\n", report.text(style(std::io::stdout().is_terminal()))));
    }
    Ok(ExitCode::from(report.exit_code(args.deny.is_some())))
}
