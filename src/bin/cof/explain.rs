//! `cof explain`

use std::path::PathBuf;
use std::process::ExitCode;

use correlation::content;

use super::output::print_text;

/// Show a definition as it is in force, and which file set each of its values.
#[derive(clap::Args)]
pub struct Args {
    /// Kind and id, such as `doctrine:containment`.
    what: String,
    /// The scenario.
    #[arg(long, default_value = "1950_two_camps")]
    scenario: String,
    /// A mod to load; may be given several times.
    #[arg(long = "mod", value_name = "PATH")]
    mods: Vec<PathBuf>,
    /// The folder that holds `scenarios/`, if it is not found by itself.
    #[arg(long, value_name = "DIR")]
    content: Option<PathBuf>,
}

pub fn run(args: &Args) -> Result<ExitCode, String> {
    let root = content::find_root(args.content.as_deref())?;
    let loaded = content::load(&root, &args.scenario, &args.mods);
    if loaded.report.has_errors() {
        eprintln!("{}", loaded.report.text(content::report::Style::Plain));
    }
    let explained = content::explain(&loaded, &args.what)?;
    print_text(&format!("{}\n", explained.title));
    for field in &explained.fields {
        print_text(&format!("  {:<44} {:<32} {} ({})\n", field.path, field.value, field.place, field.by));
    }
    for change in &explained.changes {
        print_text(&format!("  changed: {change}\n"));
    }
    Ok(ExitCode::from(u8::from(loaded.report.has_errors())))
}
