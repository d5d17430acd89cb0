//! Setting up a campaign: content, seed, lens, rules, seat.

use std::sync::Arc;

use crate::content::defs::{Content, RuleError};
use crate::content::report::nearest;
use crate::sim::{Seat, Simulation, StartError};

use super::names::NameError;
use super::passport::SeatName;

/// What a new campaign is made of.
#[derive(Debug, Clone)]
pub struct NewGame {
    /// The content, with its rules at their defaults.
    pub content: Arc<Content>,
    /// The seed of its luck.
    pub seed: u64,
    /// Id of the lens; `None` = the scenario's own.
    pub lens: Option<String>,
    /// Rules, and parameters of doctrines as `doctrine.parameter`, set by hand, over the lens.
    pub set: Vec<(String, f64)>,
    /// Id of the polity or movement the player sits in.
    pub seat: Option<SeatName>,
}

/// Why a campaign could not be set up.
#[derive(Debug, Clone, PartialEq)]
pub enum SetupError {
    /// There is no such lens.
    NoSuchLens {
        /// The id given.
        id: String,
        /// A lens that looks like it.
        near: Option<String>,
        /// All there are.
        all: Vec<String>,
    },
    /// There is no such seat.
    NoSuchSeat {
        /// The id given.
        id: String,
        /// A seat that looks like it.
        near: Option<String>,
    },
    /// A rule could not be set.
    Rule {
        /// Why.
        error: RuleError,
        /// A rule, or a doctrine with its parameter, that looks like it.
        near: Option<String>,
    },
    /// A doctrine has no such parameter.
    NoSuchParameter {
        /// The doctrine.
        doctrine: String,
        /// The parameter given.
        id: String,
        /// A parameter that looks like it.
        near: Option<String>,
        /// All it has.
        all: Vec<String>,
    },
    /// A parameter of a doctrine was set outside its range.
    ParameterOutOfRange {
        /// Doctrine and parameter, `doctrine.parameter`.
        id: String,
        /// The value given.
        value: f64,
        /// Smallest allowed.
        min: f64,
        /// Largest allowed.
        max: f64,
    },
    /// An order to give names something the content does not define.
    Order(NameError),
    /// The simulation could not start.
    Start(StartError),
}

impl From<NameError> for SetupError {
    fn from(error: NameError) -> Self {
        Self::Order(error)
    }
}

impl std::fmt::Display for SetupError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let did_you_mean = |f: &mut std::fmt::Formatter<'_>, near: &Option<String>| match near {
            Some(near) => write!(f, "; did you mean `{near}`?"),
            None => Ok(()),
        };
        match self {
            Self::NoSuchLens { id, near, all } => {
                write!(f, "no lens named `{id}`")?;
                did_you_mean(f, near)?;
                write!(f, " (there are: {})", all.join(", "))
            }
            Self::NoSuchSeat { id, near } => {
                write!(f, "no state or movement named `{id}`")?;
                did_you_mean(f, near)
            }
            Self::Rule { error, near } => {
                write!(f, "{error}")?;
                did_you_mean(f, near)
            }
            Self::NoSuchParameter { doctrine, id, near, all } => {
                write!(f, "the doctrine `{doctrine}` has no parameter named `{id}`")?;
                did_you_mean(f, near)?;
                write!(f, " (it has: {})", all.join(", "))
            }
            Self::ParameterOutOfRange { id, value, min, max } => {
                write!(f, "parameter `{id}` must lie between {min} and {max}, not {value}")
            }
            Self::Order(error) => write!(f, "an order cannot be given: {error}"),
            Self::Start(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for SetupError {}

impl NewGame {
    /// A game of this content with the scenario's own lens and nobody playing.
    pub fn new(content: Arc<Content>, seed: u64) -> Self {
        Self { content, seed, lens: None, set: Vec::new(), seat: None }
    }

    /// The id of the lens in force.
    pub fn lens_id(&self) -> String {
        let own = || self.content.lenses[self.content.scenario.lens].id.clone();
        self.lens.clone().unwrap_or_else(own)
    }

    /// Starts the history.
    ///
    /// # Errors
    /// An unknown lens, rule or seat, or content that the model cannot run on.
    pub fn start(&self) -> Result<Simulation, SetupError> {
        let mut sim = Simulation::start(self.content_in_force()?, self.seed).map_err(SetupError::Start)?;
        if let Some(seat) = &self.seat {
            let seat = self.find_seat(seat)?;
            sim.seat_player(Some(seat));
        }
        Ok(sim)
    }

    /// The content with lens and rules in force; shared as it is when neither changes anything.
    fn content_in_force(&self) -> Result<Arc<Content>, SetupError> {
        let mut content = Content::clone(&self.content);
        let id = self.lens_id();
        let lens = content.lenses.values().find(|lens| lens.id == id).cloned().ok_or_else(|| {
            let all: Vec<String> = content.lenses.values().map(|lens| lens.id.clone()).collect();
            let near = nearest(&id, all.iter().map(String::as_str)).map(str::to_owned);
            SetupError::NoSuchLens { id, near, all }
        })?;
        content.rules.apply(&lens).map_err(|error| self.rule_error(error))?;
        for (id, value) in &self.set {
            if !set_parameter(&mut content, id, *value)? {
                content.rules.set(id, *value).map_err(|error| self.rule_error(error))?;
            }
        }
        Ok(Arc::new(content))
    }

    fn rule_error(&self, error: RuleError) -> SetupError {
        let near = match &error {
            RuleError::Unknown(id) => {
                let parameters: Vec<String> = parameters(&self.content).collect();
                let rules = self.content.rules.iter().map(|(def, _)| def.id.as_str());
                nearest(id, rules.chain(parameters.iter().map(String::as_str))).map(str::to_owned)
            }
            RuleError::OutOfRange { .. } => None,
        };
        SetupError::Rule { error, near }
    }

    /// The seat of a name: a polity's id first, then a movement's.
    fn find_seat(&self, name: &SeatName) -> Result<Seat, SetupError> {
        let polity = self.content.polities.find(|def| def.id == name.0).map(Seat::Polity);
        let movement = || self.content.movements.find(|def| def.id == name.0).map(Seat::Movement);
        polity.or_else(movement).ok_or_else(|| {
            let ids = self.content.polities.values().map(|def| def.id.as_str());
            let ids = ids.chain(self.content.movements.values().map(|def| def.id.as_str()));
            SetupError::NoSuchSeat { id: name.0.clone(), near: nearest(&name.0, ids).map(str::to_owned) }
        })
    }
}

/// All parameters of doctrines, as `doctrine.parameter`.
fn parameters(content: &Content) -> impl Iterator<Item = String> + '_ {
    content.doctrines.values().flat_map(|doctrine| {
        doctrine.parameters.iter().map(|parameter| format!("{}.{}", doctrine.id, parameter.id))
    })
}

/// Sets a parameter of a doctrine, if `id` names a doctrine before its dot; whether it does.
fn set_parameter(content: &mut Content, id: &str, value: f64) -> Result<bool, SetupError> {
    let Some((doctrine, parameter)) = id.split_once('.') else { return Ok(false) };
    let Some(doctrine) = content.doctrines.find(|def| def.id == doctrine) else { return Ok(false) };
    let def = &mut content.doctrines[doctrine];
    let Some(place) = def.position(parameter) else {
        let all: Vec<String> = def.parameters.iter().map(|parameter| parameter.id.clone()).collect();
        let near = nearest(parameter, all.iter().map(String::as_str)).map(str::to_owned);
        return Err(SetupError::NoSuchParameter {
            doctrine: def.id.clone(),
            id: parameter.into(),
            near,
            all,
        });
    };
    let range = &mut def.parameters[place];
    if !(value >= range.min && value <= range.max) {
        let (min, max) = (range.min, range.max);
        return Err(SetupError::ParameterOutOfRange { id: id.into(), value, min, max });
    }
    range.value = value;
    Ok(true)
}

impl SeatName {
    /// The name of a seat.
    pub fn of(content: &Content, seat: Seat) -> Self {
        Self(match seat {
            Seat::Polity(id) => content.polities[id].id.clone(),
            Seat::Movement(id) => content.movements[id].id.clone(),
        })
    }

    /// The seat of this name, if the content has it.
    pub fn find(&self, content: &Content) -> Option<Seat> {
        let polity = content.polities.find(|def| def.id == self.0).map(Seat::Polity);
        polity.or_else(|| content.movements.find(|def| def.id == self.0).map(Seat::Movement))
    }
}
