//! `cof`: the simulation without a window. Each command is a few lines; the work is done in the library.

mod archive;
mod balance;
mod check;
mod community;
mod compare;
mod crisis;
mod decisions;
mod diplomacy;
mod doctrine;
mod experiment;
mod explain;
mod explain_number;
mod facts;
mod hash;
mod lab;
mod mission;
mod movement;
mod odds;
mod options;
mod organisation;
mod output;
mod plan;
mod risings;
mod run;
mod scenarios;
mod society;
mod tournament;
mod trade;
mod war;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Correlation of Forces without a window: check content, run histories, compare them, ask why.
#[derive(Parser)]
#[command(name = "cof", version, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Check(check::Args),
    Run(run::Args),
    Compare(compare::Args),
    Decisions(decisions::Args),
    Experiment(experiment::Args),
    Facts(facts::Args),
    Hash(hash::Args),
    #[command(name = "explain-number")]
    ExplainNumber(explain_number::Args),
    Balance(balance::Args),
    Explain(explain::Args),
    Mission(mission::Args),
    Plan(plan::Args),
    Scenarios(scenarios::Args),
    Society(society::Args),
    Diplomacy(diplomacy::Args),
    Doctrine(doctrine::Args),
    Organisation(organisation::Args),
    Crisis(crisis::Args),
    Movement(movement::Args),
    Risings(risings::Args),
    Archive(archive::Args),
    Odds(odds::Args),
    Lab(lab::Args),
    Tournament(tournament::Args),
    Trade(trade::Args),
    War(war::Args),
    Community(community::Args),
}

fn main() -> ExitCode {
    let result = match Cli::parse().command {
        Command::Check(args) => check::run(&args),
        Command::Run(args) => run::run(&args),
        Command::Compare(args) => compare::run(&args),
        Command::Decisions(args) => decisions::run(&args),
        Command::Experiment(args) => experiment::run(&args),
        Command::Facts(args) => facts::run(&args),
        Command::Hash(args) => hash::run(&args),
        Command::ExplainNumber(args) => explain_number::run(&args),
        Command::Balance(args) => balance::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Mission(args) => mission::run(&args),
        Command::Plan(args) => plan::run(&args),
        Command::Scenarios(args) => scenarios::run(&args),
        Command::Society(args) => society::run(&args),
        Command::Diplomacy(args) => diplomacy::run(&args),
        Command::Doctrine(args) => doctrine::run(&args),
        Command::Organisation(args) => organisation::run(&args),
        Command::Crisis(args) => crisis::run(&args),
        Command::Movement(args) => movement::run(&args),
        Command::Risings(args) => risings::run(&args),
        Command::Archive(args) => archive::run(&args),
        Command::Odds(args) => odds::run(&args),
        Command::Lab(args) => lab::run(&args),
        Command::Tournament(args) => tournament::run(&args),
        Command::Trade(args) => trade::run(&args),
        Command::War(args) => war::run(&args),
        Command::Community(args) => community::run(&args),
    };
    match result {
        Ok(code) => code,
        Err(problem) => {
            eprintln!("error: {problem}");
            ExitCode::from(1)
        }
    }
}
