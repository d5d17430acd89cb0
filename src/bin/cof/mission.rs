//! `cof mission`

use std::path::PathBuf;
use std::process::ExitCode;

use correlation::content;
use correlation::mission::bot::{self, Bot};

use super::output::print_text;

/// Let a bot play a guided mission, to prove that it can be solved and is not solved by waiting.
#[derive(clap::Args)]
pub struct Args {
    /// Id of the mission; without it those that there are get listed.
    id: Option<String>,
    /// Who plays.
    #[arg(long, default_value = "solution", value_parser = Bot::parse)]
    bot: Bot,
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
    let Some(content) = loaded.content else {
        return Err(loaded.report.text(content::report::Style::Plain));
    };
    let Some(id) = &args.id else {
        let lines = content
            .missions
            .values()
            .map(|one| format!("{}: {}. {}\n", one.id, one.title, one.teaches.join("; ")));
        print_text(&lines.collect::<String>());
        return Ok(ExitCode::SUCCESS);
    };
    let played = bot::play(std::sync::Arc::new(content), id, args.bot)?;
    print_text(&format!("{}\n", played.account.join("\n")));
    Ok(ExitCode::from(u8::from(played.completed != args.bot.should_complete())))
}
