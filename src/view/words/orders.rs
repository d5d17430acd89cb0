//! Orders in words: what each is called, what it does, and the sentence that reports it.

use crate::content::defs::Content;
use crate::content::vocabulary::{Concession, CrisisMove, Ids, LineScope, Order, OrderKind, Treaty};
use crate::sim::Seat;
use crate::view::Unit;

use super::{Piece, Sentence, Speaker, figure, text};

macro_rules! per_kind {
    ($kind:expr; $($variant:ident $title:literal $does:literal $act:literal),+ $(,)?) => {
        match $kind {
            $( OrderKind::$variant => (text!($title), text!($does), text!($act)) ),+
        }
    };
}

/// A parameter of a doctrine by its id, in words.
pub fn parameter_words(id: &str) -> String {
    id.replace('_', " ")
}

/// Title, meaning and report of a kind of order.
fn texts(kind: OrderKind) -> (&'static str, &'static str, &'static str) {
    per_kind!(kind;
        GiveAid "o.GiveAid" "d.GiveAid" "x.GiveAid",
        OfferCredit "o.OfferCredit" "d.OfferCredit" "x.OfferCredit",
        OfferTradeTreaty "o.OfferTradeTreaty" "d.OfferTradeTreaty" "x.OfferTradeTreaty",
        Recognise "o.Recognise" "d.Recognise" "x.Recognise",
        Embargo "o.Embargo" "d.Embargo" "x.Embargo",
        LiftEmbargo "o.LiftEmbargo" "d.LiftEmbargo" "x.LiftEmbargo",
        ArmMovement "o.ArmMovement" "d.ArmMovement" "x.ArmMovement",
        Propaganda "o.Propaganda" "d.Propaganda" "x.Propaganda",
        ShiftInvestment "o.ShiftInvestment" "d.ShiftInvestment" "x.ShiftInvestment",
        SetInvestment "o.SetInvestment" "d.SetInvestment" "x.SetInvestment",
        SetForces "o.SetForces" "d.SetForces" "x.SetForces",
        SetWelfare "o.SetWelfare" "d.SetWelfare" "x.SetWelfare",
        SetTaxes "o.SetTaxes" "d.SetTaxes" "x.SetTaxes",
        BuildWarheads "o.BuildWarheads" "d.BuildWarheads" "x.BuildWarheads",
        OpenIndependenceTalks "o.OpenIndependenceTalks" "d.OpenIndependenceTalks" "x.OpenIndependenceTalks",
        Concede "o.Concede" "d.Concede" "x.Concede",
        Repress "o.Repress" "d.Repress" "x.Repress",
        OfferTalks "o.OfferTalks" "d.OfferTalks" "x.OfferTalks",
        SendTroops "o.SendTroops" "d.SendTroops" "x.SendTroops",
        WithdrawTroops "o.WithdrawTroops" "d.WithdrawTroops" "x.WithdrawTroops",
        OpenWar "o.OpenWar" "d.OpenWar" "x.OpenWar",
        OfferArmistice "o.OfferArmistice" "d.OfferArmistice" "x.OfferArmistice",
        OfferPact "o.OfferPact" "d.OfferPact" "x.OfferPact",
        OfferUnion "o.OfferUnion" "d.OfferUnion" "x.OfferUnion",
        DivideAndRule "o.DivideAndRule" "d.DivideAndRule" "x.DivideAndRule",
        Federate "o.Federate" "d.Federate" "x.Federate",
        Partition "o.Partition" "d.Partition" "x.Partition",
        Join "o.Join" "d.Join" "x.Join",
        LeaveOrganisation "o.LeaveOrganisation" "d.LeaveOrganisation" "x.LeaveOrganisation",
        Expel "o.Expel" "d.Expel" "x.Expel",
        Consult "o.Consult" "d.Consult" "x.Consult",
        SetBurden "o.SetBurden" "d.SetBurden" "x.SetBurden",
        PressLine "o.PressLine" "d.PressLine" "x.PressLine",
        Polemic "o.Polemic" "d.Polemic" "x.Polemic",
        Conciliate "o.Conciliate" "d.Conciliate" "x.Conciliate",
        TableMotion "o.TableMotion" "d.TableMotion" "x.TableMotion",
        Lobby "o.Lobby" "d.Lobby" "x.Lobby",
        GatherIntelligence "o.GatherIntelligence" "d.GatherIntelligence" "x.GatherIntelligence",
        FeignStrength "o.FeignStrength" "d.FeignStrength" "x.FeignStrength",
        WithdrawRecognition "o.WithdrawRecognition" "d.WithdrawRecognition" "x.WithdrawRecognition",
        OfferFriendship "o.OfferFriendship" "d.OfferFriendship" "x.OfferFriendship",
        Guarantee "o.Guarantee" "d.Guarantee" "x.Guarantee",
        OfferBase "o.OfferBase" "d.OfferBase" "x.OfferBase",
        CallSummit "o.CallSummit" "d.CallSummit" "x.CallSummit",
        OfferArmsLimits "o.OfferArmsLimits" "d.OfferArmsLimits" "x.OfferArmsLimits",
        Denounce "o.Denounce" "d.Denounce" "x.Denounce",
        AnswerOffer "o.AnswerOffer" "d.AnswerOffer" "x.AnswerOffer",
        MoveInCrisis "o.MoveInCrisis" "d.MoveInCrisis" "x.MoveInCrisis",
        AdoptDoctrine "o.AdoptDoctrine" "d.AdoptDoctrine" "x.AdoptDoctrine",
        AmendDoctrine "o.AmendDoctrine" "d.AmendDoctrine" "x.AmendDoctrine",
        Organise "o.Organise" "d.Organise" "x.Organise",
        BuildFront "o.BuildFront" "d.BuildFront" "x.BuildFront",
        ChooseStrategy "o.ChooseStrategy" "d.ChooseStrategy" "x.ChooseStrategy",
        SeekPatron "o.SeekPatron" "d.SeekPatron" "x.SeekPatron",
        Rise "o.Rise" "d.Rise" "x.Rise",
        Negotiate "o.Negotiate" "d.Negotiate" "x.Negotiate",
        DrawUpPlan "o.DrawUpPlan" "d.DrawUpPlan" "x.DrawUpPlan",
        RevisePlan "o.RevisePlan" "d.RevisePlan" "x.RevisePlan",
        ReformPlanning "o.ReformPlanning" "d.ReformPlanning" "x.ReformPlanning",
        Recentralise "o.Recentralise" "d.Recentralise" "x.Recentralise",
        Boycott "o.Boycott" "d.Boycott" "x.Boycott",
        Blockade "o.Blockade" "d.Blockade" "x.Blockade",
        LiftBlockade "o.LiftBlockade" "d.LiftBlockade" "x.LiftBlockade",
        AskEmbargo "o.AskEmbargo" "d.AskEmbargo" "x.AskEmbargo",
        LimitExports "o.LimitExports" "d.LimitExports" "x.LimitExports",
        SetImportPriority "o.SetImportPriority" "d.SetImportPriority" "x.SetImportPriority",
        LandReform "o.LandReform" "d.LandReform" "x.LandReform",
        Collectivise "o.Collectivise" "d.Collectivise" "x.Collectivise",
        Nationalise "o.Nationalise" "d.Nationalise" "x.Nationalise",
        Privatise "o.Privatise" "d.Privatise" "x.Privatise",
        GrantConcession "o.GrantConcession" "d.GrantConcession" "x.GrantConcession",
        EndProgramme "o.EndProgramme" "d.EndProgramme" "x.EndProgramme",
        ProposeProtocol "o.ProposeProtocol" "d.ProposeProtocol" "x.ProposeProtocol",
        ProposeSpecialisation "o.ProposeSpecialisation" "d.ProposeSpecialisation" "x.ProposeSpecialisation",
        ProposeProject "o.ProposeProject" "d.ProposeProject" "x.ProposeProject",
        RefuseCoordination "o.RefuseCoordination" "d.RefuseCoordination" "x.RefuseCoordination",
        DisputeArrears "o.DisputeArrears" "d.DisputeArrears" "x.DisputeArrears",
        SetResearch "o.SetResearch" "d.SetResearch" "x.SetResearch",
        SetMoney "o.SetMoney" "d.SetMoney" "x.SetMoney",
        ConvertClaims "o.ConvertClaims" "d.ConvertClaims" "x.ConvertClaims",
        ShutGoldWindow "o.ShutGoldWindow" "d.ShutGoldWindow" "x.ShutGoldWindow",
        OfferReschedule "o.OfferReschedule" "d.OfferReschedule" "x.OfferReschedule",
        SuspendPayments "o.SuspendPayments" "d.SuspendPayments" "x.SuspendPayments",
        WaiveReparations "o.WaiveReparations" "d.WaiveReparations" "x.WaiveReparations",
    )
}

/// What a kind of order is called: `Offer credit`.
pub fn order_title(kind: OrderKind) -> &'static str {
    texts(kind).0
}

/// What a kind of order does, in a sentence or two.
pub fn order_does(kind: OrderKind) -> &'static str {
    texts(kind).1
}

/// The sentence that reports an order: `Moscow offers India a trade treaty.`
pub fn act_sentence(content: &Content, by: Seat, order: &Order<Ids>) -> Sentence {
    let speaker = Speaker(content);
    let mut values = vec![("by", speaker.acting_seat(by))];
    let share = |value: f64| ("share", Piece::plain(figure(value, Unit::Share)));
    let mut note = |name, piece| values.push((name, piece));
    match order {
        Order::GiveAid { to, form, share: of } => {
            note("to", speaker.polity(*to));
            note("form", Piece::plain(form.words()));
            note("share", share(*of).1);
        }
        Order::OfferCredit { to, share: of, years, interest } => {
            note("to", speaker.polity(*to));
            note("share", share(*of).1);
            note("years", Piece::plain(years.to_string()));
            note("interest", Piece::plain(figure(*interest, Unit::Share)));
        }
        Order::ArmMovement { movement, share: of, degree } => {
            note("degree", Piece::plain(degree.words()));
            note("to", speaker.movement(*movement));
            note("share", share(*of).1);
        }
        Order::SendTroops { to, share: of, degree } => {
            note("degree", Piece::plain(degree.words()));
            note("to", speaker.polity(*to));
            note("share", share(*of).1);
        }
        Order::ShiftInvestment { to, by: of } => {
            note("to", Piece::plain(speaker.good(*to)));
            note("share", Piece::plain(super::signed(*of, Unit::Share)));
        }
        Order::LimitExports { good, share: of } => {
            note("to", Piece::plain(speaker.good(*good)));
            note("share", share(*of).1);
        }
        Order::SetImportPriority { good } => note("to", Piece::plain(speaker.good(*good))),
        Order::SetInvestment { share: of }
        | Order::SetForces { share: of }
        | Order::SetWelfare { share: of }
        | Order::SetTaxes { share: of }
        | Order::BuildWarheads { share: of } => note("share", share(*of).1),
        Order::OfferTradeTreaty { with: to }
        | Order::OpenIndependenceTalks { with: to }
        | Order::Recognise { whom: to }
        | Order::Embargo { against: to }
        | Order::LiftEmbargo { from: to }
        | Order::WithdrawTroops { from: to }
        | Order::Propaganda { at: to }
        | Order::Concede { to }
        | Order::OfferPact { to }
        | Order::OfferUnion { with: to }
        | Order::DivideAndRule { over: to }
        | Order::Federate { over: to }
        | Order::Partition { over: to }
        | Order::WithdrawRecognition { whom: to }
        | Order::OfferFriendship { to }
        | Order::Guarantee { whom: to }
        | Order::CallSummit { with: to }
        | Order::OfferArmsLimits { to }
        | Order::PressLine { on: to }
        | Order::Polemic { with: to }
        | Order::Conciliate { with: to }
        | Order::ProposeProtocol { with: to }
        | Order::DisputeArrears { with: to }
        | Order::SeekPatron { patron: to }
        | Order::Boycott { against: to }
        | Order::Blockade { against: to }
        | Order::LiftBlockade { from: to }
        | Order::AskEmbargo { of: to } => note("to", speaker.polity(*to)),
        Order::OpenWar { against, aim } => {
            note("to", speaker.polity(*against));
            note("aim", Piece::plain(aim.words()));
        }
        Order::Denounce { with, treaty } => {
            note("to", speaker.polity(*with));
            note("treaty", Piece::plain(treaty.words()));
        }
        Order::OfferArmistice { to, terms } => {
            note("to", speaker.polity(*to));
            note("terms", Piece::plain(terms.words()));
        }
        Order::Join { organisation }
        | Order::LeaveOrganisation { organisation }
        | Order::Consult { organisation } => note("to", speaker.organisation(*organisation)),
        Order::Expel { organisation, whom } => {
            note("to", speaker.polity(*whom));
            note("organisation", speaker.organisation(*organisation));
        }
        Order::SetBurden { organisation, share: of } => {
            note("to", speaker.organisation(*organisation));
            note("share", share(*of).1);
        }
        Order::TableMotion { motion, about } => {
            note("to", speaker.polity(*about));
            note("motion", Piece::plain(motion.words()));
        }
        Order::Lobby { whom, yes, share: of, .. } => {
            note("to", speaker.polity(*whom));
            note("vote", Piece::plain(if *yes { text!("og.yes") } else { text!("og.no") }));
            note("share", share(*of).1);
        }
        Order::GatherIntelligence { on, share: of } => {
            note("to", speaker.polity(*on));
            note("share", share(*of).1);
        }
        Order::FeignStrength { by: of } => note("share", Piece::plain(super::signed(*of, Unit::Share))),
        Order::OfferBase { to, share: of } => {
            note("to", speaker.polity(*to));
            note("share", share(*of).1);
        }
        Order::Repress { movement: to } | Order::OfferTalks { to } => note("to", speaker.movement(*to)),
        Order::AdoptDoctrine { doctrine, scope } => {
            note("to", Piece::plain(speaker.doctrine(*doctrine)));
            note("scope", Piece::plain(scope.words()));
        }
        Order::AmendDoctrine { doctrine, parameter, by: step } => {
            note("to", Piece::plain(speaker.doctrine(*doctrine)));
            note("what", Piece::plain(parameter_words(parameter)));
            note("step", Piece::plain(super::signed(*step, Unit::Share)));
        }
        Order::Organise { class } | Order::BuildFront { with: class } => {
            note("to", Piece::plain(class.words()));
        }
        Order::ChooseStrategy { strategy } => note("to", Piece::plain(strategy.words())),
        Order::MoveInCrisis { play, .. } => note("play", Piece::plain(play_words(*play))),
        Order::DrawUpPlan { growth, investment, heavy, procurement } => {
            note("growth", share(*growth).1);
            note("investment", share(*investment).1);
            note("heavy", Piece::plain(figure(*heavy, Unit::Index)));
            note("procurement", share(*procurement).1);
        }
        Order::RevisePlan { by: of } => note("share", Piece::plain(super::signed(*of, Unit::Share))),
        Order::ReformPlanning { kind } => note("to", Piece::plain(kind.words())),
        Order::Collectivise { forced } => {
            let way = if *forced { text!("q.forced") } else { text!("q.voluntary") };
            note("way", Piece::plain(way.to_lowercase()));
        }
        Order::Nationalise { sector, compensation } => {
            note("to", Piece::plain(speaker.good(*sector)));
            note("share", share(*compensation).1);
        }
        Order::Privatise { sector } => note("to", Piece::plain(speaker.good(*sector))),
        Order::GrantConcession { to, sector } => {
            note("to", speaker.polity(*to));
            note("sector", Piece::plain(speaker.good(*sector)));
        }
        Order::EndProgramme { programme } => note("to", Piece::plain(programme.words())),
        Order::ProposeSpecialisation { with, sector } => {
            note("to", speaker.polity(*with));
            note("good", Piece::plain(speaker.good(*sector)));
        }
        Order::ProposeProject { with, kind } => {
            note("to", speaker.polity(*with));
            note("work", Piece::plain(kind.words()));
        }
        Order::SetResearch { share: of, branch } => {
            note("to", Piece::plain(branch.words()));
            note("share", share(*of).1);
        }
        Order::SetMoney { stance } => {
            let words = match *stance {
                tight if tight > 0.1 => text!("money.tight"),
                easy if easy < -0.1 => text!("money.easy"),
                _ => text!("money.even"),
            };
            note("stance", Piece::plain(words));
        }
        Order::ConvertClaims { from, share: of } => {
            note("to", speaker.polity(*from));
            note("share", share(*of).1);
        }
        Order::OfferReschedule { to, years, strings } => {
            note("to", speaker.polity(*to));
            note("years", Piece::plain(years.to_string()));
            note("strings", Piece::plain(strings.words()));
        }
        Order::WaiveReparations { of } => note("to", speaker.polity(*of)),
        Order::AnswerOffer { .. }
        | Order::Rise
        | Order::Negotiate
        | Order::Recentralise
        | Order::LandReform
        | Order::RefuseCoordination
        | Order::ShutGoldWindow
        | Order::SuspendPayments => {}
    }
    let template = match order {
        Order::AdoptDoctrine { scope: LineScope::Camp | LineScope::Abroad, .. } => text!("x.AdoptDoctrineIn"),
        Order::Denounce { treaty: Treaty::Guarantee, .. } => text!("x.DenounceGuarantee"),
        _ => texts(order.kind()).2,
    };
    Sentence::fill(template, &values)
}

/// A move in a crisis, in words.
pub fn play_words(play: CrisisMove) -> &'static str {
    match play {
        CrisisMove::Raise => text!("play.Raise"),
        CrisisMove::Alert => text!("play.Alert"),
        CrisisMove::Hold => text!("play.Hold"),
        CrisisMove::StandDown => text!("play.StandDown"),
        CrisisMove::BackChannel => text!("play.BackChannel"),
        CrisisMove::AskMediation => text!("play.AskMediation"),
        CrisisMove::OfferExit => text!("play.OfferExit"),
        CrisisMove::OfferConcession { give } => match give {
            Concession::AtHand => text!("play.Concede"),
            Concession::Guarantee => text!("play.Guarantee"),
            Concession::EndArms => text!("play.EndArms"),
            Concession::LiftEmbargo => text!("play.LiftEmbargo"),
            Concession::LiftBlockade => text!("play.LiftBlockade"),
            Concession::Recognise => text!("play.Recognise"),
            Concession::WithdrawTroops => text!("play.WithdrawTroops"),
        },
        CrisisMove::BackDown => text!("play.BackDown"),
    }
}

/// A rung of the ladder of a crisis (0–7), in words.
pub fn rung_words(rung: u8) -> &'static str {
    match rung {
        0 => text!("rung.0"),
        1 => text!("rung.1"),
        2 => text!("rung.2"),
        3 => text!("rung.3"),
        4 => text!("rung.4"),
        5 => text!("rung.5"),
        6 => text!("rung.6"),
        _ => text!("rung.7"),
    }
}
