//! Options that several commands share, and what they turn into.

use std::io::IsTerminal;
use std::path::PathBuf;
use std::sync::Arc;

use correlation::campaign::{Campaign, NewGame, OrderLine, SeatName, parse_setting, read_orders};
use correlation::content::defs::Content;
use correlation::content::{self, report::Style};

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
        let Some(path) = &self.orders else { return Ok(Vec::new()) };
        let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
        read_orders(&text).map_err(|problem| format!("{}:{problem}", path.display()))
    }
}

/// Colours for a terminal, plain text for a pipe.
pub fn style(terminal: bool) -> Style {
    if terminal { Style::Coloured } else { Style::Plain }
}
