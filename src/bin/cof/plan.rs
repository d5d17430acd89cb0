//! `cof plan`

use std::process::ExitCode;

use correlation::view::plan_view;

use super::options::{PLAN, StateOptions};
use super::output::print_text;

/// Run a history and print one state's plan: targets, reports and truth by sector, and what the next plan will starve.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    of: StateOptions,
}

pub fn run(args: &Args) -> Result<ExitCode, String> {
    let (campaign, state) = args.of.run(PLAN, |_, _| {})?;
    let sim = campaign.sim();
    print_text(&format!("{}\n{}\n", sim.clock().now(), plan_view(sim, state).lines().join("\n")));
    Ok(ExitCode::SUCCESS)
}
