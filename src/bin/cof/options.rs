//! Options that several commands share, and what they turn into.

use std::io::IsTerminal;
use std::path::PathBuf;
use std::sync::Arc;

use correlation::base::{Month, OrganisationId, PolityId};
use correlation::campaign::{Campaign, NewGame, OrderLine, SeatName, parse_setting, read_order_file};
use correlation::content::defs::Content;
use correlation::content::{self, report::Style, report::nearest};
use correlation::sim::Seat;

use super::output::{print_json, print_text};

/// Where content comes from.
#[derive(clap::Args)]
pub struct ContentOptions {
    /// The scenario: a name under `scenarios/`, or a scenario's folder.
    pub scenario: String,
    /// A mod to load (a folder with `mod.ron`); may be given several times.
    #[arg(long = "mod", value_name = "PATH")]
    pub mods: Vec<PathBuf>,
    /// The folder that holds `scenarios/`, if it is not found by itself.
    #[arg(long, value_name = "DIR")]
    pub content: Option<PathBuf>,
}

/// In which form found tables are printed: for a reader, if nothing is said.
#[derive(clap::Args)]
pub struct TableOptions {
    /// Print tables in Markdown.
    #[arg(long)]
    markdown: bool,
    /// Print JSON.
    #[arg(long, conflicts_with = "markdown")]
    json: bool,
}

impl TableOptions {
    /// Prints what was found in the form that is asked for.
    pub fn print<T: serde::Serialize>(
        &self,
        found: &T,
        markdown: impl FnOnce(&T) -> String,
        text: impl FnOnce(&T) -> String,
    ) -> Result<(), String> {
        if self.json {
            return print_json(found);
        }
        print_text(&if self.markdown { markdown(found) } else { text(found) });
        Ok(())
    }
}

/// How a history is set up.
#[derive(clap::Args)]
pub struct HistoryOptions {
    #[command(flatten)]
    pub content: ContentOptions,
    /// The seed of its luck.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// The lens: whose assertions set the parameters of the model.
    #[arg(long, value_name = "LENS")]
    pub lens: Option<String>,
    /// Sets a rule of the model; may be given several times.
    #[arg(long, value_name = "RULE=VALUE", value_parser = parse_setting)]
    pub set: Vec<(String, f64)>,
    /// The state or movement that no AI decides for.
    #[arg(long, value_name = "ID")]
    pub seat: Option<String>,
    /// Orders to give, a RON list of `(month: "1950-03", issuer: "IND", order: Recognise(whom: "CHN"))`.
    #[arg(long, value_name = "FILE")]
    pub orders: Option<PathBuf>,
}

impl ContentOptions {
    /// Loads the content; findings go to standard error.
    pub fn load(&self) -> Result<Arc<Content>, String> {
        self.load_with(&[])
    }

    /// Loads the content with further mods.
    pub fn load_with(&self, more: &[PathBuf]) -> Result<Arc<Content>, String> {
        let root = content::find_root(self.content.as_deref())?;
        let loaded = content::load(&root, &self.scenario, &[self.mods.as_slice(), more].concat());
        if !loaded.report.is_clean() {
            eprint!("{}", loaded.report.text(style(std::io::stderr().is_terminal())));
        }
        loaded.content.map(Arc::new).ok_or_else(|| format!("`{}` cannot be used as it is", self.scenario))
    }
}

impl HistoryOptions {
    /// The game these options describe.
    pub fn game(&self) -> Result<NewGame, String> {
        Ok(NewGame {
            content: self.content.load()?,
            seed: self.seed,
            lens: self.lens.clone(),
            set: self.set.clone(),
            seat: self.seat.clone().map(SeatName),
        })
    }

    /// The campaign at its start, and the orders to give in it.
    pub fn begin(&self) -> Result<(Campaign, Vec<OrderLine>), String> {
        let campaign = Campaign::begin(&self.game()?).map_err(|error| error.to_string())?;
        Ok((campaign, self.order_lines()?))
    }

    fn order_lines(&self) -> Result<Vec<OrderLine>, String> {
        self.orders.as_deref().map_or(Ok(Vec::new()), read_order_file)
    }
}

/// A month of a history.
#[derive(clap::Args)]
pub struct MomentOptions {
    #[command(flatten)]
    history: HistoryOptions,
    /// The month at whose end to look; if not given, a year after the start, or five years where plans are shown.
    #[arg(long, value_name = "YYYY-MM", value_parser = parse_month)]
    month: Option<Month>,
}

impl MomentOptions {
    /// Runs the history to the month, or so many months if none is named. `find` looks up what is asked about before
    /// the first month; `eve` is told of the history before the last.
    pub fn run<T: Copy>(
        &self,
        months: u32,
        find: impl FnOnce(&Content) -> Result<T, String>,
        mut eve: impl FnMut(&Campaign, T),
    ) -> Result<(Campaign, T), String> {
        let (mut campaign, lines) = self.history.begin()?;
        let found = find(campaign.sim().content())?;
        let (start, most) = (campaign.sim().clock().now(), campaign.sim().content().scenario.months);
        let last = self.month.unwrap_or(start.plus(most.min(months)));
        if last <= start || last > start.plus(most) {
            return Err(format!(
                "{} is not in the campaign, which runs from {} to {}",
                last.iso(),
                start.plus(1).iso(),
                start.plus(most).iso()
            ));
        }
        while campaign.sim().clock().now() < last {
            if campaign.sim().clock().now().plus(1) == last {
                eve(&campaign, found);
            }
            campaign.give_lines(&lines).map_err(|error| error.to_string())?;
            campaign.step();
        }
        Ok((campaign, found))
    }
}

/// A state in a month of a history.
#[derive(clap::Args)]
pub struct StateOptions {
    #[command(flatten)]
    moment: MomentOptions,
    /// Id of the state or dependency.
    state: String,
}

impl StateOptions {
    /// Runs the history to the month, or so many months if none is named; `eve` is told of it before the last.
    pub fn run(
        &self,
        months: u32,
        eve: impl FnMut(&Campaign, PolityId),
    ) -> Result<(Campaign, PolityId), String> {
        self.moment.run(months, |content| find_state(content, &self.state), eve)
    }
}

/// A state or movement in a month of a history.
#[derive(clap::Args)]
pub struct SeatOptions {
    #[command(flatten)]
    moment: MomentOptions,
    /// Id of the state, dependency or movement.
    id: String,
}

impl SeatOptions {
    /// Runs the history to the month, or so many months if none is named.
    pub fn run(&self, months: u32) -> Result<(Campaign, Seat), String> {
        let find = |content: &Content| {
            let ids = content.polities.values().map(|def| def.id.as_str());
            let ids = ids.chain(content.movements.values().map(|def| def.id.as_str()));
            let seat = SeatName(self.id.clone()).find(content);
            seat.ok_or_else(|| unknown("state or movement", &self.id, ids))
        };
        self.moment.run(months, find, |_, _| {})
    }
}

/// One organisation at the end of a month.
#[derive(clap::Args)]
pub struct OrganisationOptions {
    #[command(flatten)]
    moment: MomentOptions,
    /// The organisation, such as `un` or `cmea`.
    organisation: String,
}

impl OrganisationOptions {
    /// Runs the history to the month, or so many months if none is named; `more` looks up what else is asked about.
    pub fn run<T: Copy>(
        &self,
        months: u32,
        more: impl FnOnce(&Content) -> Result<T, String>,
    ) -> Result<(Campaign, (OrganisationId, T)), String> {
        let find = |content: &Content| {
            let ids = content.organisations.values().map(|def| def.id.as_str());
            let found = content.organisations.find(|def| def.id == self.organisation);
            let id = found.ok_or_else(|| unknown("organisation", &self.organisation, ids))?;
            Ok((id, more(content)?))
        };
        self.moment.run(months, find, |_, _| {})
    }
}

/// Months that are run where the figures of a year are asked for.
pub const YEAR: u32 = 12;
/// Months that are run where plans are asked for.
pub const PLAN: u32 = 60;

/// Reads a month written `1957-03`.
pub fn parse_month(text: &str) -> Result<Month, String> {
    Month::parse_iso(text).ok_or_else(|| format!("`{text}` is no month; write it like `1957-03`"))
}

/// The state of an id.
pub fn find_state(content: &Content, id: &str) -> Result<PolityId, String> {
    let found = content.polities.find(|def| def.id == id);
    found.ok_or_else(|| unknown("state", id, content.polities.values().map(|def| def.id.as_str())))
}

/// That there is nothing of a name, with the name that was perhaps meant.
pub fn unknown<'a>(kind: &str, name: &str, known: impl Iterator<Item = &'a str>) -> String {
    match nearest(name, known) {
        Some(near) => format!("no {kind} named `{name}`; did you mean `{near}`?"),
        None => format!("no {kind} named `{name}`"),
    }
}

/// Seeds of an ensemble.
#[derive(Clone)]
pub struct Seeds(pub Vec<u64>);

/// Reads seeds, as `1-40` or `3,7,9`.
pub fn parse_seeds(text: &str) -> Result<Seeds, String> {
    let number = |text: &str| text.trim().parse::<u64>().map_err(|_| format!("`{text}` is no seed"));
    let mut seeds = Vec::new();
    for part in text.split(',') {
        match part.split_once('-') {
            Some((first, last)) => seeds.extend(number(first)?..=number(last)?),
            None => seeds.push(number(part)?),
        }
    }
    if seeds.is_empty() { Err("give at least one seed, such as `1-20`".into()) } else { Ok(Seeds(seeds)) }
}

/// Colours for a terminal, plain text for a pipe.
pub fn style(terminal: bool) -> Style {
    if terminal { Style::Coloured } else { Style::Plain }
}
