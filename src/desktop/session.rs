//! The campaign that is played, and how months pass in it.

use std::time::{Duration, Instant};

use bevy::prelude::*;

use super::intents::{Intent, Pace, PanelKind, Selection};
use super::settings::Settings;
use super::shell::{Modal, Shell};
use crate::base::{Month, MovementId};
use crate::campaign::{Campaign, Finish, NewGame, SetupError, last_safe_month};
use crate::mission::Lesson;
use crate::sim::crisis::{Crises, Crisis};
use crate::sim::{Seat, Simulation};
use crate::view::words::{fill, text as say};
use crate::view::{PriceRecord, crisis_of_seat, victory_view};

/// How a campaign ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// The scenario's last month is over.
    TimeIsUp,
    /// A general exchange ended it for everyone.
    GeneralExchange {
        /// The last month in which no crisis stood on the way to it.
        safe: Option<Month>,
    },
}

/// The campaign that is played.
#[derive(Resource)]
pub struct Session {
    /// The history with its passport.
    pub campaign: Campaign,
    /// Where the player sits; an onlooker sits nowhere.
    pub seat: Option<Seat>,
    /// The guided mission that runs, if one does.
    pub lesson: Option<Lesson>,
    /// Rises with each month and order, so that what is drawn from the history knows when to be drawn anew.
    pub version: u64,
    /// Prices of every month that was watched.
    pub prices: PriceRecord,
    /// Real seconds since the last month.
    waited: f64,
    ended: bool,
    /// The crisis that the seat has just been drawn into, as long as nobody was told.
    drawn_in: Option<u32>,
    /// The movement that was played and has come to govern, as long as nobody was told.
    came_to_power: Option<MovementId>,
}

impl Session {
    /// Begins a campaign.
    ///
    /// # Errors
    /// If it cannot be set up.
    pub fn begin(game: &NewGame) -> Result<Self, SetupError> {
        Ok(Self::over(Campaign::begin(game)?))
    }

    /// Plays on with a campaign that was loaded.
    pub fn over(campaign: Campaign) -> Self {
        let seat = campaign.seat();
        let content = campaign.sim().content();
        let lesson = campaign.attachment.as_deref().and_then(|text| Lesson::from_text(text, content));
        let prices = PriceRecord::begin(campaign.sim());
        Self {
            campaign,
            seat,
            lesson,
            version: 0,
            prices,
            waited: 0.0,
            ended: false,
            drawn_in: None,
            came_to_power: None,
        }
    }

    /// The history, for reading.
    pub fn sim(&self) -> &Simulation {
        self.campaign.sim()
    }

    /// Simulates a month, unless the campaign is over.
    pub fn step(&mut self) {
        if self.ending().is_none() {
            self.campaign.step();
            let seat = self.campaign.seat();
            if let (Some(Seat::Movement(id)), true) = (self.seat, seat != self.seat) {
                self.came_to_power = Some(id);
            }
            self.seat = seat;
            self.drawn_in = new_crisis(self.campaign.sim(), seat).or(self.drawn_in);
            self.prices.note(self.campaign.sim());
            self.version += 1;
        }
    }

    /// Why the campaign is over, if it is.
    pub fn ending(&self) -> Option<Ending> {
        self.campaign.finish().map(|finish| match finish {
            Finish::TimeIsUp => Ending::TimeIsUp,
            Finish::GeneralExchange => Ending::GeneralExchange { safe: last_safe_month(self.sim()) },
        })
    }
}

/// The crisis that a seat was drawn into in the month that has just passed, if it was into one.
fn new_crisis(sim: &Simulation, seat: Option<Seat>) -> Option<u32> {
    let Some(Seat::Polity(own)) = seat else { return None };
    let now = sim.clock().now();
    let begun = |crisis: &&Crisis| crisis.since == now && crisis.side_of(own).is_some();
    sim.get::<Crises>().list().iter().find(begun).map(|crisis| crisis.number)
}

/// What a frame may spend on months; the rest of it draws.
const BUDGET: Duration = Duration::from_millis(8);

/// Lets months pass at the pace that is set.
pub fn let_months_pass(
    time: Res<Time<Real>>,
    settings: Res<Settings>,
    mut shell: ResMut<Shell>,
    mut session: ResMut<Session>,
) {
    if let Some(ending) = session.ending() {
        if !session.ended {
            session.ended = true;
            shell.pace = Pace::Paused;
            shell.modal = Some(Modal::Ending(ending));
        }
        return;
    }
    let (Some(each), None) = (shell.pace.seconds_a_month(), shell.modal.as_ref()) else { return };
    session.waited += time.delta_secs_f64().min(0.25);
    let began = Instant::now();
    while session.waited >= each && session.ending().is_none() {
        session.waited -= each;
        session.step();
        if session.drawn_in.is_some() && settings.pause_at_crises {
            session.waited = 0.0;
            break;
        }
        if began.elapsed() >= BUDGET {
            // What could not be done in time is let go, or it would pile up.
            session.waited = session.waited.min(each);
            break;
        }
    }
}

/// Tells a player whose movement has come to power that the state is theirs to govern now.
pub fn tell_of_victory(mut shell: ResMut<Shell>, mut session: ResMut<Session>) {
    let Some(movement) = session.came_to_power.take() else { return };
    let Some(Seat::Polity(id)) = session.seat else { return };
    shell.pace = Pace::Paused;
    shell.selection = Some(Selection::Polity(id));
    shell.open(WITH_SELECTION);
    shell.show_seat = true;
    shell.modal = Some(Modal::CameToPower(victory_view(session.sim(), movement, id)));
}

/// Tells a player that a crisis of the own seat has begun. Time stops and the crisis is laid on the table, unless the player
/// wants neither; a lesson goes on undisturbed.
pub fn tell_of_crisis(settings: Res<Settings>, mut shell: ResMut<Shell>, mut session: ResMut<Session>) {
    let Some(number) = session.drawn_in.take() else { return };
    let line = crisis_of_seat(session.sim(), session.seat);
    if let Some(line) = line {
        shell.tell(fill(say!("note.crisis"), &[("crisis", &line.words)]));
    }
    if settings.pause_at_crises {
        shell.pace = Pace::Paused;
        if session.lesson.is_none() {
            shell.intents.push(Intent::ShowCrisis(number));
        }
    }
}

/// Lets the line at the top of the map fade.
pub fn let_notices_fade(time: Res<Time<Real>>, mut shell: ResMut<Shell>) {
    let left = shell.notice.as_ref().map(|notice| notice.left - time.delta_secs());
    if let Some(left) = left {
        if left <= 0.0 {
            shell.notice = None;
        } else if let Some(notice) = shell.notice.as_mut() {
            notice.left = left;
        }
    }
}

/// The panels that belong to what is selected.
pub const WITH_SELECTION: PanelKind = PanelKind::Inspector;
