//! The chronicle in words, filtered.

use crate::base::{Month, PolityId};
use crate::content::vocabulary::Order;
use crate::sim::agents::{DecisionLog, Players};
use crate::sim::chronicle::{Chronicle, Fact};
use crate::sim::diplomacy::{AgreementTag, Agreements};
use crate::sim::movements::Movement;
use crate::sim::organisations::Organisations;
use crate::sim::politics::{Owner, Status};
use crate::sim::{Seat, Simulation};

use super::risings::rising_of_fact;
use super::words::{Sentence, Topic, fact_words, movements_in, polities_in, text, topic_of_fact};

/// What of the chronicle is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ChronicleFilter {
    /// Everything.
    #[default]
    All,
    /// What concerns the player's seat, its allies and its dependencies.
    MyCamp,
    /// Movements, risings, independence, governments.
    Liberation,
    /// Trade, credit, budgets, hunger.
    Economy,
    /// Wars, crises, arms.
    Crises,
}

impl ChronicleFilter {
    /// All, in order.
    pub const ALL: [Self; 5] = [Self::All, Self::MyCamp, Self::Liberation, Self::Economy, Self::Crises];

    /// Its name in names of widgets.
    pub const fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::MyCamp => "my_camp",
            Self::Liberation => "liberation",
            Self::Economy => "economy",
            Self::Crises => "crises",
        }
    }

    /// In plain words.
    pub fn words(self) -> &'static str {
        match self {
            Self::All => text!("c.all"),
            Self::MyCamp => text!("c.my_camp"),
            Self::Liberation => text!("c.liberation"),
            Self::Economy => text!("c.economy"),
            Self::Crises => text!("c.crises"),
        }
    }
}

/// How an entry weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// Everyday acts.
    Routine,
    /// Worth a line.
    #[default]
    Plain,
    /// Wars, hunger, risings, independence: set in the colour of attention.
    Grave,
}

/// One entry.
#[derive(Debug, Clone, PartialEq)]
pub struct ChronicleEntry {
    /// Its place in the chronicle, from the beginning.
    pub number: usize,
    /// When.
    pub month: Month,
    /// What, with names as links.
    pub sentence: Sentence,
    /// How it weighs.
    pub tone: Tone,
    /// The decision behind it, if one is known and still in the log.
    pub decision: Option<u32>,
    /// The record of the rising that it belongs to, if one.
    pub rising: Option<usize>,
}

/// The chronicle, newest first.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ChronicleView {
    /// What is shown.
    pub filter: ChronicleFilter,
    /// Whether routine acts are shown.
    pub small_acts: bool,
    /// Entries, newest first.
    pub entries: Vec<ChronicleEntry>,
    /// Whether older entries match and are not shown.
    pub more: bool,
}

/// The newest entries that match.
pub fn chronicle_view(
    sim: &Simulation,
    filter: ChronicleFilter,
    small_acts: bool,
    most: usize,
) -> ChronicleView {
    let content = sim.content();
    let camp = match filter {
        ChronicleFilter::MyCamp => camp_of_player(sim),
        _ => Vec::new(),
    };
    let player = sim.get::<Players>().seat();
    let mut view = ChronicleView { filter, small_acts, ..ChronicleView::default() };
    let log = sim.get::<DecisionLog>();
    for (number, entry) in sim.get::<Chronicle>().entries().iter().enumerate().rev() {
        let own = matches!(&entry.fact, Fact::OrderCarriedOut { by, .. } if Some(*by) == player);
        let my_movement = |sentence: &Sentence| match player {
            Some(Seat::Movement(id)) => movements_in(sentence).any(|other| other == id),
            _ => false,
        };
        let (topic, routine) = topic_of_fact(&entry.fact);
        let of_topic = match filter {
            ChronicleFilter::All | ChronicleFilter::MyCamp => true,
            ChronicleFilter::Liberation => topic == Topic::Liberation,
            ChronicleFilter::Economy => topic == Topic::Economy,
            ChronicleFilter::Crises => topic == Topic::Crises,
        };
        if !of_topic
            || (routine && !small_acts && !own)
            || (player.is_some() && !own && is_secret(&entry.fact))
        {
            continue;
        }
        // Words are made only for what is shown: a chronicle of decades is long.
        let words = fact_words(content, &entry.fact);
        let sentence = words.sentence;
        let of_camp = || polities_in(&sentence).any(|id| camp.contains(&id));
        if filter == ChronicleFilter::MyCamp && !own && !my_movement(&sentence) && !of_camp() {
            continue;
        }
        if view.entries.len() == most {
            view.more = true;
            break;
        }
        let tone = if routine { Tone::Routine } else { tone_of(&entry.fact) };
        let decision = words.decision.filter(|&number| log.get(number).is_some());
        let (month, rising) = (entry.month, rising_of_fact(sim, entry.month, &entry.fact));
        view.entries.push(ChronicleEntry { number, month, sentence, tone, decision, rising });
    }
    view
}

/// Whether only those who did it, and those who only look on, know of it: whom one watches, and what one feigns.
const fn is_secret(fact: &Fact) -> bool {
    match fact {
        Fact::OrderCarriedOut { order, .. } => {
            matches!(order, Order::GatherIntelligence { .. } | Order::FeignStrength { .. })
        }
        _ => false,
    }
}

fn tone_of(fact: &Fact) -> Tone {
    match fact {
        Fact::IndependenceWon { .. }
        | Fact::RuleChanged { .. }
        | Fact::NationUnited { .. }
        | Fact::Federated { .. }
        | Fact::Partitioned { .. }
        | Fact::PathTaken { .. }
        | Fact::RuleFell { .. }
        | Fact::RisingBegun { .. }
        | Fact::RisingCrushed { .. }
        | Fact::WarBegun { .. }
        | Fact::WarEnded { .. }
        | Fact::WarLeft { .. }
        | Fact::CrisisBegun { .. }
        | Fact::CrisisEnded { .. }
        | Fact::GeneralExchange
        | Fact::FamineStruck { .. }
        | Fact::EventHappened { .. } => Tone::Grave,
        _ => Tone::Plain,
    }
}

/// The player's state, those it rules, and those it stands in a pact or community with.
fn camp_of_player(sim: &Simulation) -> Vec<PolityId> {
    let own = match sim.get::<Players>().seat() {
        None => return Vec::new(),
        Some(Seat::Polity(id)) => id,
        Some(Seat::Movement(id)) => {
            // The country that it fights for, and who helps it; not what its ruler does elsewhere.
            let helps = sim.movement::<Movement>(id).patron();
            let home = sim.territory::<Owner>(sim.content().movements[id].territory).polity();
            return [Some(sim.content().movements[id].wants), Some(home), helps]
                .into_iter()
                .flatten()
                .collect();
        }
    };
    let (organisations, agreements) = (sim.get::<Organisations>(), sim.get::<Agreements>());
    let kinds = &sim.content().organisations;
    // A world organisation has everybody in it; it makes no camp.
    let binds = |org| kinds[org].kind != crate::content::vocabulary::OrganisationKind::World;
    let together = |other: PolityId| {
        other == own
            || sim.polity::<Status>(other).ruler() == Some(own)
            || agreements.between(own, other, AgreementTag::Pact).is_some()
            || organisations.iter().any(|(org, now)| binds(org) && now.has(own) && now.has(other))
    };
    sim.content().polities.ids().filter(|&other| together(other)).collect()
}
