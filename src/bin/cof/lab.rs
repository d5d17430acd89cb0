//! `cof lab`

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use correlation::content::defs::{Content, LaboratoryDef};
use correlation::content::{self, report::nearest};
use correlation::view::laboratories::{
    histories, laboratories_at_a_glance, laboratory, laboratory_markdown, laboratory_text,
};

use super::options::{Seeds, TableOptions, parse_seeds};
use super::output::progress;

/// Run laboratories: one decision of history over many seeds, counted by the outcomes that it declares.
#[derive(clap::Args)]
pub struct Args {
    /// Ids of laboratories; all if none is named.
    ids: Vec<String>,
    /// Seeds, as `1-40` or `3,7,9`; six histories each.
    #[arg(long, default_value = "1-200", value_parser = parse_seeds)]
    seeds: Seeds,
    /// The mod that holds the laboratories, if not the game's own.
    #[arg(long = "mod", value_name = "PATH")]
    mods: Vec<PathBuf>,
    /// The folder that holds `scenarios/`, if it is not found by itself.
    #[arg(long, value_name = "DIR")]
    content: Option<PathBuf>,
    #[command(flatten)]
    tables: TableOptions,
}

/// Where the game's own laboratories lie, below the folder that holds `scenarios/`.
const OWN: &str = "tests/laboratories/labs";

pub fn run(args: &Args) -> Result<ExitCode, String> {
    let all = loaded(args)?;
    let chosen = chosen(&all, &args.ids)?;
    let seeds = &args.seeds.0;
    let count: usize = chosen.iter().map(|(content, lab)| histories(content, lab, seeds.len())).sum();
    let bar = progress(count as u64, "histories");
    let rows = chosen
        .iter()
        .map(|(content, lab)| laboratory(content, lab, seeds, || bar.inc(1)))
        .collect::<Result<Vec<_>, _>>()
        .map_err(|error| error.to_string())?;
    bar.finish_and_clear();
    let all = |table: fn(&_) -> String| {
        move |rows: &Vec<_>| {
            let glance = if rows.len() > 1 { laboratories_at_a_glance(rows) } else { String::new() };
            glance + &rows.iter().map(table).collect::<String>()
        }
    };
    args.tables.print(&rows, all(laboratory_markdown), all(laboratory_text))?;
    Ok(ExitCode::SUCCESS)
}

/// Every scenario that can be loaded with its laboratories: those of the mods, and the game's own.
fn loaded(args: &Args) -> Result<Vec<Arc<Content>>, String> {
    let root = content::find_root(args.content.as_deref())?;
    let own = root.join(OWN);
    let mods = if args.mods.is_empty() && own.is_dir() { vec![own] } else { args.mods.clone() };
    let mut names: Vec<String> = mods
        .iter()
        .chain(std::iter::once(&root))
        .flat_map(|folder| content::Root { folder: folder.clone() }.scenario_names())
        .collect();
    names.sort();
    names.dedup();
    let mut all = Vec::new();
    for name in names {
        let loaded = content::load(&root, &name, &mods);
        match loaded.content {
            Some(content) => all.push(Arc::new(content)),
            None => {
                eprint!("{}", loaded.report.text(super::options::style(false)));
                return Err(format!("`{name}` cannot be used as it is"));
            }
        }
    }
    Ok(all)
}

/// The laboratories that are asked for, each with its content.
fn chosen<'a>(
    all: &'a [Arc<Content>],
    ids: &[String],
) -> Result<Vec<(&'a Arc<Content>, &'a LaboratoryDef)>, String> {
    let labs = || all.iter().flat_map(|content| content.laboratories.iter().map(move |lab| (content, lab)));
    for id in ids {
        if !labs().any(|(_, lab)| lab.id == *id) {
            let near = nearest(id, labs().map(|(_, lab)| lab.id.as_str()));
            let near = near.map_or(String::new(), |near| format!("; did you mean `{near}`?"));
            return Err(format!("no laboratory named `{id}`{near}"));
        }
    }
    if labs().next().is_none() {
        return Err("there are no laboratories here; name the mod that holds them with `--mod`".into());
    }
    Ok(labs().filter(|(_, lab)| ids.is_empty() || ids.contains(&lab.id)).collect())
}
