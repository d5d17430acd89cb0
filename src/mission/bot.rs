//! Bots that play missions: the proof that each can be solved, and is not solved by waiting.

use std::sync::Arc;

use crate::base::{Luck, Stream};
use crate::campaign::Campaign;
use crate::content::defs::{BotActDef, Content, ContentNames, MissionDef};
use crate::content::vocabulary::{Ids, Order};
use crate::sim::Seat;

use super::lesson::{Lesson, Progress};
use super::start::{find, game_of};

/// Who plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bot {
    /// Plays the solution that the mission gives.
    Solution,
    /// Only lets months pass.
    Passive,
    /// As the solution, but answers every question wrong where there is a wrong answer.
    WrongAnswers,
    /// As the solution, with random waiting between acts.
    Dawdling(u64),
}

impl Bot {
    /// Whether a mission in order is completed by this bot.
    pub fn should_complete(self) -> bool {
        self != Self::Passive
    }

    /// Reads `solution`, `passive`, `wrong-answers` or `dawdling`.
    ///
    /// # Errors
    /// A sentence that says what there is.
    pub fn parse(text: &str) -> Result<Self, String> {
        match text {
            "solution" => Ok(Self::Solution),
            "passive" => Ok(Self::Passive),
            "wrong-answers" => Ok(Self::WrongAnswers),
            "dawdling" => Ok(Self::Dawdling(1)),
            _ => Err("the bots are `solution`, `passive`, `wrong-answers` and `dawdling`".into()),
        }
    }
}

/// How a bot fared.
#[derive(Debug, Clone, PartialEq)]
pub struct Played {
    /// Whether all steps were done.
    pub completed: bool,
    /// Months that passed.
    pub months: u32,
    /// What happened, line by line.
    pub account: Vec<String>,
    /// Hash of the state at the end.
    pub hash: u64,
}

/// Lets a bot play a mission from its start. `at_step` is called whenever a step begins and may put another campaign
/// and lesson in place (a save loaded again, say).
///
/// # Errors
/// If there is no such mission, or it cannot start.
pub fn play_with(
    content: Arc<Content>,
    id: &str,
    bot: Bot,
    mut at_step: impl FnMut(Campaign, Lesson) -> (Campaign, Lesson),
) -> Result<Played, String> {
    let mission = find(&content, id).map_err(|error| error.to_string())?;
    let def = &content.missions[mission];
    let mut campaign = Campaign::begin(&game_of(&content, mission)).map_err(|error| error.to_string())?;
    let mut lesson = Lesson::begin(&content, mission, campaign.sim().clock().now());
    let mut account = vec![format!("{} ({bot:?})", def.title)];
    let mut acted_in = Vec::new();
    for _ in 0..=(def.max_months as usize + def.steps.len()) * 4 {
        lesson.look_at(campaign.sim());
        if lesson.progress() != Progress::Running {
            break;
        }
        let look = lesson.look(&content, campaign.sim().clock().now());
        let step = look.def;
        if acted_in.last() != Some(&step.id) {
            account.push(format!(
                "{}  step {}/{}: {}",
                campaign.sim().clock().now(),
                look.number + 1,
                look.of,
                step.say
            ));
            (campaign, lesson) = at_step(campaign, lesson);
            acted_in.push(step.id.clone());
            if bot != Bot::Passive {
                play_step(&mut campaign, &mut lesson, def, &step.id, bot, &mut account);
                continue;
            }
        }
        campaign.step();
    }
    let completed = lesson.progress() == Progress::Completed;
    let months = campaign.sim().clock().played();
    account.push(format!("{:?} after {months} months", lesson.progress()));
    Ok(Played { completed, months, account, hash: campaign.sim().hash() })
}

/// Lets a bot play a mission from its start.
///
/// # Errors
/// If there is no such mission, or it cannot start.
pub fn play(content: Arc<Content>, id: &str, bot: Bot) -> Result<Played, String> {
    play_with(content, id, bot, |campaign, lesson| (campaign, lesson))
}

fn play_step(
    campaign: &mut Campaign,
    lesson: &mut Lesson,
    def: &MissionDef,
    step: &str,
    bot: Bot,
    account: &mut Vec<String>,
) {
    let Some(solution) = def.solution.iter().find(|solution| solution.step == step) else {
        campaign.step();
        return;
    };
    for (number, act) in solution.acts.iter().enumerate() {
        if let Bot::Dawdling(seed) = bot {
            let mut draw = Luck { seed }.draw(campaign.sim().clock().now(), Stream::Events, number as u64, 1);
            if draw.chance(0.2) {
                campaign.step();
            }
        }
        play_act(campaign, lesson, act, bot, account);
        lesson.look_at(campaign.sim());
    }
}

fn play_act(
    campaign: &mut Campaign,
    lesson: &mut Lesson,
    act: &BotActDef,
    bot: Bot,
    account: &mut Vec<String>,
) {
    let content = campaign.sim().shared_content();
    match act {
        BotActDef::Select(polity) => lesson.select(Some(Seat::Polity(*polity))),
        BotActDef::Open(name) => lesson.opened(name),
        BotActDef::Wait(months) => (0..*months).for_each(|_| {
            campaign.step();
            lesson.look_at(campaign.sim());
        }),
        BotActDef::Give(order) => give(campaign, order, account),
        BotActDef::Answer(choice) => {
            let choice = if bot == Bot::WrongAnswers { wrong(lesson, &content, *choice) } else { *choice };
            match lesson.answer(&content, choice) {
                Some(answer) => account.push(format!("    answered {}: {}", choice + 1, answer.explain)),
                None => account.push(format!("    answer {} is none of the choices", choice + 1)),
            }
        }
    }
}

/// Another choice than the one given, if there is one.
fn wrong(lesson: &Lesson, content: &Content, right: usize) -> usize {
    let look = lesson.look(content, crate::base::Month(0));
    let choices = look.def.ask.as_ref().map_or(0, |ask| ask.choices.len());
    (0..choices).find(|&choice| choice != right).unwrap_or(right)
}

fn give(campaign: &mut Campaign, order: &Order<Ids>, account: &mut Vec<String>) {
    let Some(seat) = campaign.seat() else {
        account.push("    no seat to give orders from".into());
        return;
    };
    let words = order.words(&ContentNames(campaign.sim().content()));
    let blockers = campaign.blockers(seat, order);
    if blockers.is_empty() {
        account.push(format!("    ordered: {words}"));
        campaign.give(seat, order.clone());
    } else {
        let reasons: Vec<String> = blockers.iter().map(|blocker| blocker.words()).collect();
        account.push(format!("    could not {words}: {}", reasons.join(" ")));
    }
}
