//! `cof archive`

use std::process::ExitCode;

use correlation::content::defs::Content;
use correlation::view::{archive_rows, archive_text};

use super::options::{MomentOptions, find_state};
use super::output::{print_json, print_text};

/// Months that are run if no month is named.
const DECADE: u32 = 120;

/// Run a history to a month and print what one state believed of another's forces, product and warheads, quarter by quarter, beside
/// what was true.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    moment: MomentOptions,
    /// Id of the state that believes.
    observer: String,
    /// Id of the state of which it believes something.
    target: String,
    /// Print a JSON list.
    #[arg(long)]
    json: bool,
}

pub fn run(args: &Args) -> Result<ExitCode, String> {
    let find = |content: &Content| {
        let (observer, target) = (find_state(content, &args.observer)?, find_state(content, &args.target)?);
        if observer == target {
            return Err("a state keeps no estimates of itself".to_owned());
        }
        Ok((observer, target))
    };
    let (campaign, (observer, target)) = args.moment.run(DECADE, find, |_, _| {})?;
    if args.json {
        print_json(&archive_rows(campaign.sim(), observer, target))?;
    } else {
        print_text(&archive_text(campaign.sim(), observer, target));
    }
    Ok(ExitCode::SUCCESS)
}
