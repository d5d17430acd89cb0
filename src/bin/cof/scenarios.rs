//! `cof scenarios`

use std::path::PathBuf;
use std::process::ExitCode;

use correlation::content;

use super::output::print_text;

/// List the scenarios there are, with their lenses, seats and missions.
#[derive(clap::Args)]
pub struct Args {
    /// The folder that holds `scenarios/`, if it is not found by itself.
    #[arg(long, value_name = "DIR")]
    content: Option<PathBuf>,
}

pub fn run(args: &Args) -> Result<ExitCode, String> {
    let root = content::find_root(args.content.as_deref())?;
    let names = content::package::Root { folder: root.clone() }.scenario_names();
    for name in names {
        let loaded = content::load(&root, &name, &[]);
        let Some(content) = loaded.content else {
            print_text(&format!("{name}: cannot be used as it is; see `cof check`\n"));
            continue;
        };
        let playable = content.polities.values().filter(|def| def.start.playable).map(|def| def.id.as_str());
        let movements = content.movements.values().filter(|def| def.playable).map(|def| def.id.as_str());
        let list = |ids: Vec<&str>| ids.join(" ");
        print_text(&format!(
            "{name}: {}\n  from {} for {} months\n  lenses: {}\n  seats: {}\n  movements: {}\n  missions: {}\n",
            content.scenario.name,
            content.scenario.start,
            content.scenario.months,
            list(content.lenses.values().map(|def| def.id.as_str()).collect()),
            list(playable.collect()),
            list(movements.collect()),
            list(content.missions.values().map(|def| def.id.as_str()).collect()),
        ));
    }
    Ok(ExitCode::SUCCESS)
}
