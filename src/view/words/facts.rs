//! Facts of the chronicle in words, with what they concern.

use crate::base::{GoodId, MovementId, PolityId};
use crate::content::defs::{Content, TurnDef};
use crate::content::vocabulary::{LineScope, ProgrammeKind, QuarrelRung};
use crate::sim::chronicle::Fact;
use crate::sim::diplomacy::OfferKind;
use crate::sim::organisations::VoteOn;
use crate::sim::technology::SpaceFeat;
use crate::view::Unit;

use super::{
    Piece, Sentence, Speaker, act_sentence, compact, figure, form_words, parameter_words, signed, text,
    war_end_words,
};

/// A fact in words.
#[derive(Debug, Clone, PartialEq)]
pub struct FactWords {
    /// The sentence.
    pub sentence: Sentence,
    /// The decision behind it, if one is known.
    pub decision: Option<u32>,
}

/// Every fact has its sentence.
pub fn fact_words(content: &Content, fact: &Fact) -> FactWords {
    let speaker = Speaker(content);
    let people = |dead: i64| Piece::plain(compact(dead as f64));
    let index = |value: f64| Piece::plain(figure(value, Unit::Index));
    let tell = |template: &str, values: &[(&str, Piece)]| FactWords {
        sentence: Sentence::fill(template, values),
        decision: None,
    };
    match fact {
        Fact::OrderCarriedOut { by, order, decision } => {
            FactWords { sentence: act_sentence(content, *by, order), decision: *decision }
        }
        Fact::OfferAnswered { from, by, what, accepted, decision } => {
            let template = if *accepted { text!("f.OfferAccepted") } else { text!("f.OfferDeclined") };
            let what_words = Piece::plain(offer_words(content, what));
            let values = [
                ("by", speaker.acting_seat(*by)),
                ("from", speaker.acting_seat(*from)),
                ("what", what_words),
            ];
            FactWords { decision: *decision, ..tell(template, &values) }
        }
        Fact::IndependenceWon { polity, from, led_by, by_arms } => {
            let template = match (from, by_arms, led_by) {
                (Some(_), true, Some(_)) => text!("f.IndependenceByArmsLed"),
                (Some(_), true, None) => text!("f.IndependenceByArms"),
                (Some(_), false, Some(_)) => text!("f.IndependenceLed"),
                (Some(_), false, None) => text!("f.IndependenceByTalks"),
                (None, _, Some(_)) => text!("f.IndependenceAloneLed"),
                (None, _, None) => text!("f.IndependenceAlone"),
            };
            let mut values = vec![("polity", speaker.polity(*polity))];
            values.extend(from.map(|id| ("from", speaker.polity(id))));
            values.extend(led_by.map(|id| ("movement", speaker.movement(id))));
            tell(template, &values)
        }
        Fact::RuleChanged { polity, from, to, led_by } => {
            let template = match (led_by.is_some(), from == to) {
                (true, false) => text!("f.RuleChangedLed"),
                (true, true) => text!("f.RulersChangedLed"),
                (false, false) => text!("f.RuleChanged"),
                (false, true) => text!("f.RulersChanged"),
            };
            let mut values = vec![
                ("polity", speaker.polity(*polity)),
                ("old", Piece::plain(form_words(*from))),
                ("new", Piece::plain(form_words(*to))),
            ];
            values.extend(led_by.map(|id| ("movement", speaker.movement(id))));
            tell(template, &values)
        }
        Fact::FrontSplit { movement, class } => tell(
            text!("f.FrontSplit"),
            &[("movement", speaker.movement(*movement)), ("class", Piece::plain(class.words()))],
        ),
        Fact::StrikeWave { polity, won } => {
            let template = if *won { text!("f.StrikeWon") } else { text!("f.StrikeLost") };
            tell(template, &[("polity", speaker.polity(*polity))])
        }
        Fact::PledgeKept { polity, pledge } => tell(
            text!("f.PledgeKept"),
            &[("polity", speaker.polity(*polity)), ("pledge", Piece::plain(pledge.words()))],
        ),
        Fact::PledgeBroken { polity, pledge } => tell(
            text!("f.PledgeBroken"),
            &[("polity", speaker.polity(*polity)), ("pledge", Piece::plain(pledge.words()))],
        ),
        Fact::NationUnited { polity, led_by, joined } => {
            let template = if polity == led_by { text!("f.NationJoined") } else { text!("f.NationUnited") };
            let names = [("polity", *polity), ("one", *led_by), ("other", *joined)];
            tell(template, &names.map(|(name, id)| (name, speaker.polity(id))))
        }
        Fact::Federated { polity, ruler } => tell(
            text!("f.Federated"),
            &[("polity", *polity), ("ruler", *ruler)].map(|(name, id)| (name, speaker.polity(id))),
        ),
        Fact::Partitioned { polity, part, ruler } => {
            let names = [("polity", *polity), ("part", *part), ("ruler", *ruler)];
            tell(text!("f.Partitioned"), &names.map(|(name, id)| (name, speaker.polity(id))))
        }
        Fact::PathTaken { polity, from, to } => tell(
            text!("f.PathTaken"),
            &[
                ("polity", speaker.polity(*polity)),
                ("old", Piece::plain(form_words(*from))),
                ("new", Piece::plain(form_words(*to))),
            ],
        ),
        Fact::VoteClosed { polity } => tell(text!("f.VoteClosed"), &[("polity", speaker.polity(*polity))]),
        Fact::VoteWon { polity } => tell(text!("f.VoteWon"), &[("polity", speaker.polity(*polity))]),
        Fact::RuleFell { polity } => tell(text!("f.RuleFell"), &[("polity", speaker.polity(*polity))]),
        Fact::RulerYielded { ruler, polity } => {
            let values = [("ruler", speaker.acting(*ruler)), ("polity", speaker.polity(*polity))];
            tell(text!("f.RulerYielded"), &values)
        }
        Fact::LeaderSucceeded { polity } => {
            tell(text!("f.LeaderSucceeded"), &[("polity", speaker.polity(*polity))])
        }
        Fact::CoupFailed { polity } => tell(text!("f.CoupFailed"), &[("polity", speaker.polity(*polity))]),
        Fact::MovementArose { movement } => {
            let place = speaker.territory(content.movements[*movement].territory);
            let values = [("movement", speaker.movement(*movement)), ("place", place)];
            tell(text!("f.MovementArose"), &values)
        }
        Fact::RisingBegun { movement, ripeness } => {
            let values = [("movement", speaker.movement(*movement)), ("ripeness", index(*ripeness))];
            tell(text!("f.RisingBegun"), &values)
        }
        Fact::RisingCrushed { movement, ripeness, from_start } => {
            let values = [("movement", speaker.movement(*movement)), ("ripeness", index(*ripeness))];
            let template =
                if *from_start { text!("f.RisingCrushedFromStart") } else { text!("f.RisingCrushed") };
            tell(template, &values)
        }
        Fact::MovementSettled { movement } => {
            tell(text!("f.MovementSettled"), &[("movement", speaker.movement(*movement))])
        }
        Fact::WarBegun { kind, aim, attacker, defender, .. } => {
            let values = [
                ("attacker", speaker.seat(*attacker)),
                ("defender", speaker.seat(*defender)),
                ("kind", Piece::plain(kind.words())),
                ("aim", speaker.aim(*aim, *attacker, *defender)),
            ];
            tell(text!("f.WarBegun"), &values)
        }
        Fact::WarLeft { polity, other, .. } => {
            let values = [("polity", speaker.polity(*polity)), ("other", speaker.polity(*other))];
            tell(text!("f.WarLeft"), &values)
        }
        Fact::WarEnded { attacker, defender, winner, dead, why, terms, .. } => {
            let mut values = vec![
                ("attacker", speaker.seat(*attacker)),
                ("defender", speaker.seat(*defender)),
                ("dead", people(*dead)),
                ("why", Piece::plain(war_end_words(*why, *terms))),
            ];
            values.extend(winner.map(|seat| ("winner", speaker.seat(seat))));
            let template = if winner.is_some() { text!("f.WarEndedWon") } else { text!("f.WarEnded") };
            tell(template, &values)
        }
        Fact::Acceded { polity, from, to } => {
            let of = |id| speaker.polity(id);
            let values = [("polity", of(*polity)), ("from", of(*from)), ("to", of(*to))];
            tell(if from == to { text!("f.AccededToRuler") } else { text!("f.Acceded") }, &values)
        }
        Fact::TalksEndedInNothing { ruler, polity } => {
            let values = [("ruler", speaker.polity(*ruler)), ("polity", speaker.polity(*polity))];
            tell(text!("f.TalksEndedInNothing"), &values)
        }
        Fact::ClaimDropped { dispute, by, to } | Fact::ClaimRaised { dispute, by, to } => {
            let dropped = matches!(fact, Fact::ClaimDropped { .. });
            let values = [
                ("ground", speaker.dispute(*dispute)),
                ("by", speaker.polity(*by)),
                ("to", speaker.polity(*to)),
            ];
            tell(if dropped { text!("f.ClaimDropped") } else { text!("f.ClaimRaised") }, &values)
        }
        Fact::TerritoryCeded { territory, from, to } => {
            let values = [
                ("territory", speaker.territory(*territory)),
                ("from", speaker.polity(*from)),
                ("to", speaker.polity(*to)),
            ];
            tell(text!("f.TerritoryCeded"), &values)
        }
        Fact::MemberJoined { organisation, polity } => {
            let values =
                [("polity", speaker.polity(*polity)), ("organisation", speaker.organisation(*organisation))];
            tell(text!("f.MemberJoined"), &values)
        }
        Fact::MemberLeft { organisation, polity } => {
            let values =
                [("polity", speaker.polity(*polity)), ("organisation", speaker.organisation(*organisation))];
            tell(text!("f.MemberLeft"), &values)
        }
        Fact::Voted { organisation, on, by, about, ballot } => {
            let template = match (on, ballot.passed) {
                (VoteOn::Join, _) => text!("f.JoinRefused"),
                (VoteOn::Expel, true) => text!("f.Expelled"),
                (VoteOn::Expel, false) => text!("f.NotExpelled"),
                (VoteOn::Burden, true) => text!("f.BurdenAgreed"),
                (VoteOn::Burden, false) => text!("f.BurdenRefused"),
                (VoteOn::Motion(_), true) => text!("f.MotionCarried"),
                (VoteOn::Motion(_), false) if ballot.vetoed => text!("f.MotionVetoed"),
                (VoteOn::Motion(_), false) => text!("f.MotionLost"),
            };
            let motion = match on {
                VoteOn::Motion(kind) => kind.words(),
                _ => "",
            };
            let count = |votes: u32| Piece::plain(votes.to_string());
            let values = [
                ("organisation", speaker.organisation(*organisation)),
                ("by", speaker.polity(*by)),
                ("about", speaker.polity(*about)),
                ("motion", Piece::plain(motion)),
                ("yes", count(ballot.yes)),
                ("no", count(ballot.no)),
                ("abstain", count(ballot.abstain)),
            ];
            tell(template, &values)
        }
        Fact::QuarrelMoved { by, with, rung, up, decision } => {
            let template = match (rung, up) {
                (Some(QuarrelRung::Letter), true) => text!("f.QuarrelLetter"),
                (Some(QuarrelRung::Article), true) => text!("f.QuarrelArticle"),
                (Some(QuarrelRung::Recall), true) => text!("f.QuarrelRecall"),
                (Some(QuarrelRung::Boycott), true) => text!("f.QuarrelBoycott"),
                (Some(QuarrelRung::Split) | None, true) => text!("f.QuarrelSplit"),
                (Some(_), false) => text!("f.QuarrelEased"),
                (None, false) => text!("f.QuarrelEnded"),
            };
            let step = rung.map_or("", QuarrelRung::words);
            let values =
                [("by", speaker.acting(*by)), ("with", speaker.polity(*with)), ("step", Piece::plain(step))];
            FactWords { decision: *decision, ..tell(template, &values) }
        }
        Fact::LinePressed { by, on, yielded } => {
            let template = if *yielded { text!("f.LineYielded") } else { text!("f.LineRefused") };
            tell(template, &[("by", speaker.acting(*by)), ("on", speaker.polity(*on))])
        }
        Fact::FeintFoundOut { by, of } => {
            tell(text!("f.FeintFoundOut"), &[("by", speaker.acting(*by)), ("of", speaker.polity(*of))])
        }
        Fact::LobbyExposed { by, whom, kind } => {
            let values = [
                ("by", speaker.polity(*by)),
                ("whom", speaker.polity(*whom)),
                ("motion", Piece::plain(kind.words())),
            ];
            tell(text!("f.LobbyExposed"), &values)
        }
        Fact::CrisisBegun { challenger, defender, over } => {
            let values = [
                ("challenger", speaker.acting(*challenger)),
                ("defender", speaker.acting(*defender)),
                ("over", speaker.polity(*over)),
            ];
            tell(text!("f.CrisisBegun"), &values)
        }
        Fact::CrisisEnded { challenger, defender, over, outcome, rung } => {
            use crate::sim::crisis::CrisisOutcome as O;
            let (template, who) = match outcome {
                O::ChallengerYielded => (text!("f.CrisisEndedYielded"), Some(*challenger)),
                O::DefenderYielded => (text!("f.CrisisEndedYielded"), Some(*defender)),
                O::Faded => (text!("f.CrisisFaded"), None),
                O::War | O::Exchange => (text!("f.CrisisWar"), None),
                O::Settled => (text!("f.CrisisEnded"), None),
            };
            let rung = Piece::plain(super::rung_words(*rung));
            let mut values = vec![("over", speaker.polity(*over)), ("rung", rung)];
            values.extend(who.map(|id| ("who", speaker.acting(id))));
            tell(template, &values)
        }
        Fact::GeneralExchange => tell(text!("f.GeneralExchange"), &[]),
        Fact::FamineStruck { polity, dead } => {
            let values = [("polity", speaker.polity(*polity)), ("dead", people(*dead))];
            tell(text!("f.FamineStruck"), &values)
        }
        Fact::SlumpBegun { polity, growth } => {
            let growth = Piece::plain(signed(*growth, Unit::Growth));
            tell(text!("f.SlumpBegun"), &[("polity", speaker.polity(*polity)), ("growth", growth)])
        }
        Fact::DebtDefaulted { debtor, creditor } => {
            let values = [("debtor", speaker.polity(*debtor)), ("creditor", speaker.polity(*creditor))];
            tell(text!("f.DebtDefaulted"), &values)
        }
        Fact::PaymentsCrisis { polity, devaluation: of } => {
            let share = Piece::plain(figure(*of, Unit::Share));
            tell(text!("f.PaymentsCrisis"), &[("polity", speaker.polity(*polity)), ("share", share)])
        }
        Fact::GoldWindowShut { polity, coverage } => {
            let share = Piece::plain(figure(*coverage, Unit::Share));
            tell(text!("f.GoldWindowShut"), &[("polity", speaker.acting(*polity)), ("share", share)])
        }
        Fact::DoctrineAdopted { by, doctrine, scope } => {
            let def = &content.doctrines[*doctrine];
            let values = [
                ("by", speaker.acting_seat(*by)),
                ("doctrine", Piece::plain(&def.name)),
                ("opponents", Piece::plain(&def.opponents_name)),
                ("scope", Piece::plain(scope.words())),
            ];
            let template = match scope {
                LineScope::Both => text!("f.DoctrineAdopted"),
                LineScope::Camp | LineScope::Abroad => text!("f.DoctrineAdoptedIn"),
            };
            tell(template, &values)
        }
        Fact::LineDrifted { by, doctrine, turn, occasion, .. } => {
            let def = &content.doctrines[*doctrine];
            let Some(drift) = def.drift.get(usize::from(*turn)) else {
                return tell(text!("f.LineDrifted"), &[("by", speaker.acting(*by))]);
            };
            let mut values = vec![
                ("by", speaker.acting(*by)),
                ("occasion", Piece::plain(occasion.words())),
                ("doctrine", Piece::plain(&def.name)),
                ("because", Piece::plain(&drift.because)),
            ];
            match drift.turn {
                TurnDef::Adopt { doctrine: heir } => {
                    values.push(("heir", Piece::plain(speaker.doctrine(heir))));
                    tell(text!("f.LineDriftedToHeir"), &values)
                }
                TurnDef::Amend { parameter, by } => {
                    values.push(("what", Piece::plain(parameter_words(&def.parameters[parameter].id))));
                    values.push(("step", Piece::plain(signed(by, Unit::Share))));
                    tell(text!("f.LineDriftedInPart"), &values)
                }
            }
        }
        Fact::LineBroken { by, doctrine, limit } => {
            let def = &content.doctrines[*doctrine];
            let because = def.limits.get(usize::from(*limit)).map_or("", |limit| limit.because.as_str());
            let values = [
                ("by", speaker.acting(*by)),
                ("doctrine", Piece::plain(&def.name)),
                ("because", Piece::plain(because)),
            ];
            tell(text!("f.LineBroken"), &values)
        }
        Fact::PlanDrawnUp { polity, growth, heavy } => {
            let values = [
                ("polity", speaker.acting(*polity)),
                ("growth", Piece::plain(figure(*growth, Unit::Share))),
                ("heavy", index(*heavy)),
            ];
            tell(text!("f.PlanDrawnUp"), &values)
        }
        Fact::PlanFulfilled { polity, reported } => {
            let reported = Piece::plain(figure(*reported, Unit::Share));
            tell(text!("f.PlanFulfilled"), &[("polity", speaker.acting(*polity)), ("reported", reported)])
        }
        Fact::PlanReckoned { polity, start, reported, truth } => {
            let values = [
                ("polity", speaker.polity(*polity)),
                ("start", Piece::plain(start.year().to_string())),
                ("reported", Piece::plain(figure(*reported, Unit::Share))),
                ("truth", Piece::plain(figure(*truth, Unit::Share))),
            ];
            tell(text!("f.PlanReckoned"), &values)
        }
        Fact::ReformRolledBack { polity, kind } => {
            let values = [("polity", speaker.polity(*polity)), ("kind", Piece::plain(kind.words()))];
            tell(text!("f.ReformRolledBack"), &values)
        }
        Fact::EventHappened { event } => {
            let def = &content.events[*event];
            let title = Piece::linked(def.title.trim_end_matches('.'), super::Link::Polity(def.subject));
            let values = [("title", title), ("words", Piece::plain(&def.text))];
            tell(text!("f.EventHappened"), &values)
        }
        Fact::ProgrammeFinished { polity, programme, sector, moved } => tell(
            text!("f.ProgrammeFinished"),
            &programme_values(&speaker, *polity, *programme, *sector, *moved),
        ),
        Fact::ProgrammeAbandoned { polity, programme, sector, moved } => tell(
            text!("f.ProgrammeAbandoned"),
            &programme_values(&speaker, *polity, *programme, *sector, *moved),
        ),
        Fact::Nationalised { polity, sector, moved, compensation, owner } => {
            let share = |value: f64| Piece::plain(figure(value, Unit::Share));
            let mut values = vec![
                ("polity", speaker.polity(*polity)),
                ("sector", Piece::plain(speaker.good(*sector))),
                ("moved", share(*moved)),
                ("compensation", share(*compensation)),
            ];
            values.extend(owner.map(|id| ("owner", speaker.polity(id))));
            let template =
                if owner.is_some() { text!("f.NationalisedFrom") } else { text!("f.Nationalised") };
            tell(template, &values)
        }
        Fact::HungerFollowed { polity, programme } => {
            let values =
                [("polity", speaker.polity(*polity)), ("programme", Piece::plain(programme.words()))];
            tell(text!("f.HungerFollowed"), &values)
        }
        Fact::PlanOfAllAgreed { organisation } => {
            tell(text!("f.PlanOfAllAgreed"), &[("organisation", speaker.organisation(*organisation))])
        }
        Fact::PlanOfAllRefused { organisation, by } => {
            let values = [("organisation", speaker.organisation(*organisation)), ("by", speaker.polity(*by))];
            tell(text!("f.PlanOfAllRefused"), &values)
        }
        Fact::ArrearsWrittenOff { debtor, creditor, value } => {
            let values = [
                ("debtor", speaker.polity(*debtor)),
                ("creditor", speaker.polity(*creditor)),
                ("value", Piece::plain(figure(value.real(), Unit::Money))),
            ];
            tell(text!("f.ArrearsWrittenOff"), &values)
        }
        Fact::SpecialisationEnded { specialist, partner, good } => {
            let values = [
                ("specialist", speaker.polity(*specialist)),
                ("partner", speaker.polity(*partner)),
                ("good", Piece::plain(speaker.good(*good))),
            ];
            tell(text!("f.SpecialisationEnded"), &values)
        }
        Fact::WorkFinished { kind, site } => {
            let values = [("work", Piece::plain(kind.words())), ("site", speaker.polity(*site))];
            tell(text!("f.WorkFinished"), &values)
        }
        Fact::WorkStopped { kind, site, by } => {
            let values = [
                ("work", Piece::plain(kind.words())),
                ("site", speaker.polity(*site)),
                ("by", speaker.polity(*by)),
            ];
            tell(text!("f.WorkStopped"), &values)
        }
        Fact::WorkAbandoned { kind, site } => {
            let values = [("work", Piece::plain(kind.words())), ("site", speaker.polity(*site))];
            tell(text!("f.WorkAbandoned"), &values)
        }
        Fact::CustomsUnionFormed { organisation } => {
            tell(text!("f.CustomsUnionFormed"), &[("organisation", speaker.organisation(*organisation))])
        }
        Fact::SpaceFirst { polity, feat } => tell(feat_text(*feat), &[("polity", speaker.polity(*polity))]),
    }
}

/// The sentence of a first in space.
fn feat_text(feat: SpaceFeat) -> &'static str {
    match feat {
        SpaceFeat::Satellite => text!("f.SpaceSatellite"),
        SpaceFeat::Human => text!("f.SpaceHuman"),
        SpaceFeat::Moon => text!("f.SpaceMoon"),
    }
}

fn programme_values(
    speaker: &Speaker<'_>,
    polity: PolityId,
    programme: ProgrammeKind,
    sector: GoodId,
    moved: f64,
) -> [(&'static str, Piece); 4] {
    [
        ("polity", speaker.polity(polity)),
        ("programme", Piece::plain(programme.words())),
        ("sector", Piece::plain(speaker.good(sector))),
        ("moved", Piece::plain(figure(moved, Unit::Share))),
    ]
}

/// What an offer proposes, in words.
pub fn offer_words(content: &Content, what: &OfferKind) -> String {
    match what {
        OfferKind::TradeTreaty => text!("offer.TradeTreaty").into(),
        OfferKind::Credit { principal, .. } => {
            text!("offer.Credit").replace("{amount}", &figure(principal.real(), Unit::Money))
        }
        OfferKind::Pact => text!("offer.Pact").into(),
        OfferKind::Friendship => text!("offer.Friendship").into(),
        OfferKind::Base { monthly } => {
            text!("offer.Base").replace("{amount}", &figure(monthly.real(), Unit::Money))
        }
        OfferKind::Summit => text!("offer.Summit").into(),
        OfferKind::ArmsLimits => text!("offer.ArmsLimits").into(),
        OfferKind::Union => text!("offer.Union").into(),
        OfferKind::Peace { terms, .. } => text!("offer.Peace").replace("{terms}", terms.words()),
        OfferKind::Talks => text!("offer.Talks").into(),
        OfferKind::JoinEmbargo { against, .. } => {
            text!("offer.JoinEmbargo").replace("{against}", &content.polities[*against].name)
        }
        OfferKind::Concession { .. } => text!("offer.Concession").into(),
        OfferKind::Protocol => text!("offer.Protocol").into(),
        OfferKind::Specialisation { .. } => text!("offer.Specialisation").into(),
        OfferKind::Project { kind } => text!("offer.Project").replace("{work}", kind.words()),
        OfferKind::Reschedule { months, strings } => text!("offer.Reschedule")
            .replace("{years}", &(months / 12).to_string())
            .replace("{strings}", strings.words()),
    }
}

/// The states that a fact concerns, to tell one's own camp from others. A link that names none concerns none.
pub fn movements_in(sentence: &Sentence) -> impl Iterator<Item = MovementId> + '_ {
    sentence.links().filter_map(|link| match link {
        super::Link::Movement(id) => Some(id),
        _ => None,
    })
}

/// The states that a sentence speaks of.
pub fn polities_in(sentence: &Sentence) -> impl Iterator<Item = PolityId> + '_ {
    sentence.links().filter_map(|link| match link {
        super::Link::Polity(id) => Some(id),
        _ => None,
    })
}
