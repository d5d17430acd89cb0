//! Orders in plain words.

use super::kinds::{Degree, LineScope, Treaty, WarAim};
use super::order::Order;
use super::refs::{Naming, Refs};

impl<R: Refs> Order<R> {
    /// In plain words, as an act: "offer a trade treaty to India".
    pub fn words(&self, names: &impl Naming<R>) -> String {
        let percent = |share: f64| format!("{:.1} %", share * 100.0);
        match self {
            Self::GiveAid { to, form, share } => {
                format!(
                    "give {} aid to {} ({} of the budget)",
                    form.words(),
                    names.polity(to),
                    percent(*share)
                )
            }
            Self::OfferCredit { to, share, years, interest } => format!(
                "offer {} a credit of {} of the budget over {years} years at {}",
                names.polity(to),
                percent(*share),
                percent(*interest)
            ),
            Self::OfferTradeTreaty { with } => format!("offer {} a trade treaty", names.polity(with)),
            Self::Recognise { whom } => format!("recognise {}", names.polity(whom)),
            Self::Embargo { against } => format!("put an embargo on {}", names.polity(against)),
            Self::LiftEmbargo { from } => format!("lift the embargo on {}", names.polity(from)),
            Self::ArmMovement { movement, share, degree: Degree::Arms } => {
                format!("arm {} ({} of the budget)", names.movement(movement), percent(*share))
            }
            Self::ArmMovement { movement, share, degree } => {
                let (whom, share) = (names.movement(movement), percent(*share));
                format!("help {whom} with {} ({share} of the budget)", degree.words())
            }
            Self::Propaganda { at } => format!("broadcast to the people of {}", names.polity(at)),
            Self::ShiftInvestment { to, by } => {
                format!("shift {:+.1} points of investment to {}", by * 100.0, names.good(to))
            }
            Self::SetInvestment { share } => format!("invest {} of the product", percent(*share)),
            Self::SetForces { share } => format!("spend {} of the product on the forces", percent(*share)),
            Self::SetWelfare { share } => format!("spend {} of the product on welfare", percent(*share)),
            Self::SetTaxes { share } => format!("raise {} of the product for the budget", percent(*share)),
            Self::BuildWarheads { share } => format!("build warheads ({} of the budget)", percent(*share)),
            Self::OpenIndependenceTalks { with } => {
                format!("open talks on the independence of {}", names.polity(with))
            }
            Self::Concede { to } => format!("make concessions to {}", names.polity(to)),
            Self::Repress { movement } => format!("repress {}", names.movement(movement)),
            Self::OfferTalks { to } => format!("offer talks to {}", names.movement(to)),
            Self::SendTroops { to, share, degree } => {
                let (share, whom) = (percent(*share), names.polity(to));
                format!("send {share} of the forces to {whom} as {}", degree.words())
            }
            Self::WithdrawTroops { from } => format!("withdraw troops from {}", names.polity(from)),
            Self::OpenWar { against, aim: WarAim::AtHand } => {
                format!("open war on {}", names.polity(against))
            }
            Self::OpenWar { against, aim } => {
                format!("open war on {} for {}", names.polity(against), aim.words())
            }
            Self::OfferArmistice { to, terms } => {
                format!("offer {} peace {}", names.polity(to), terms.words())
            }
            Self::OfferPact { to } => format!("offer {} a defence pact", names.polity(to)),
            Self::OfferUnion { with } => format!("offer {} to become one state", names.polity(with)),
            Self::DivideAndRule { over } => {
                format!("play parties of {} off against each other", names.polity(over))
            }
            Self::Federate { over } => format!("join {} with others in a federation", names.polity(over)),
            Self::Partition { over } => format!("divide {}", names.polity(over)),
            Self::Join { organisation } => format!("join {}", names.organisation(organisation)),
            Self::LeaveOrganisation { organisation } => {
                format!("leave {}", names.organisation(organisation))
            }
            Self::Expel { organisation, whom } => {
                format!("have {} expelled from {}", names.polity(whom), names.organisation(organisation))
            }
            Self::Consult { organisation } => {
                format!("consult the members of {}", names.organisation(organisation))
            }
            Self::SetBurden { organisation, share } => format!(
                "have the members of {} spend {} of the product on their forces",
                names.organisation(organisation),
                percent(*share)
            ),
            Self::PressLine { on } => format!("press {} to come round", names.polity(on)),
            Self::Polemic { with } => format!("carry the quarrel with {} further", names.polity(with)),
            Self::Conciliate { with } => format!("take a step back towards {}", names.polity(with)),
            Self::TableMotion { motion, about } => {
                format!("move to {} about {}", motion.words(), names.polity(about))
            }
            Self::Lobby { whom, motion, yes, share } => format!(
                "lobby {} ({} of the budget) for a {} on motion {motion}",
                names.polity(whom),
                percent(*share),
                if *yes { "yes" } else { "no" }
            ),
            Self::GatherIntelligence { on, share } => {
                format!("gather intelligence on {} ({} of the budget)", names.polity(on), percent(*share))
            }
            Self::FeignStrength { by } if *by < 0.0 => {
                format!("show {} less force than there is", percent(-by))
            }
            Self::FeignStrength { by } => format!("show {} more force than there is", percent(*by)),
            Self::WithdrawRecognition { whom } => format!("withdraw recognition from {}", names.polity(whom)),
            Self::OfferFriendship { to } => format!("offer {} a treaty of friendship", names.polity(to)),
            Self::Guarantee { whom } => format!("guarantee {}", names.polity(whom)),
            Self::OfferBase { to, share } => {
                format!("ask {} for a base ({} of the budget)", names.polity(to), percent(*share))
            }
            Self::CallSummit { with } => format!("invite {} to a summit", names.polity(with)),
            Self::OfferArmsLimits { to } => format!("offer {} to limit arms", names.polity(to)),
            Self::Denounce { with, treaty: Treaty::Guarantee } => {
                format!("take back the guarantee of {}", names.polity(with))
            }
            Self::Denounce { with, treaty } => {
                format!("denounce {} with {}", treaty.words(), names.polity(with))
            }
            Self::AnswerOffer { offer, accept } => {
                format!("{} offer {offer}", if *accept { "accept" } else { "decline" })
            }
            Self::MoveInCrisis { play, .. } => play.words().into(),
            Self::AdoptDoctrine { doctrine, scope: LineScope::Both } => {
                format!("adopt {}", names.doctrine(doctrine))
            }
            Self::AdoptDoctrine { doctrine, scope } => {
                format!("adopt {} {}", names.doctrine(doctrine), scope.words())
            }
            Self::AmendDoctrine { doctrine, parameter, by } => format!(
                "amend {}: {} by {:+.0} % of its range",
                names.doctrine(doctrine),
                parameter.replace('_', " "),
                by * 100.0
            ),
            Self::Organise { class } => format!("organise the {}", class.words()),
            Self::BuildFront { with } => format!("win the {} for the front", with.words()),
            Self::ChooseStrategy { strategy } => format!("turn to {}", strategy.words()),
            Self::SeekPatron { patron } => format!("ask {} for help", names.polity(patron)),
            Self::Rise => "rise in arms".into(),
            Self::Negotiate => "offer talks to the ruling power".into(),
            Self::DrawUpPlan { growth, investment, heavy, procurement } => format!(
                "draw up a plan: growth {} a year, investment {} of the product, priority of means of production \
                 {heavy:.2}, procurement {} of food",
                percent(*growth),
                percent(*investment),
                percent(*procurement)
            ),
            Self::RevisePlan { by } => format!("revise the plan by {:+.0} %", by * 100.0),
            Self::ReformPlanning { kind } => format!("reform planning: {}", kind.words()),
            Self::Recentralise => "return to planning by orders".into(),
            Self::Boycott { against } => format!("boycott all trade with {}", names.polity(against)),
            Self::Blockade { against } => format!("blockade {}", names.polity(against)),
            Self::LiftBlockade { from } => format!("lift the blockade of {}", names.polity(from)),
            Self::AskEmbargo { of } => format!("ask {} to join the own embargo", names.polity(of)),
            Self::LimitExports { good, share } => {
                format!("hold back {} of usual exports of {}", percent(*share), names.good(good))
            }
            Self::SetImportPriority { good } => format!("buy {} abroad before all else", names.good(good)),
            Self::LandReform => "give estates to those who till them".into(),
            Self::Collectivise { forced } => {
                let how = if *forced { "against their will" } else { "as far as they join" };
                format!("join peasants' holdings in collectives {how}")
            }
            Self::Nationalise { sector, compensation } => {
                format!("nationalise {} at {} of its worth", names.good(sector), percent(*compensation))
            }
            Self::Privatise { sector } => format!("privatise {}", names.good(sector)),
            Self::GrantConcession { to, sector } => {
                format!("offer owners from {} a concession in {}", names.polity(to), names.good(sector))
            }
            Self::EndProgramme { programme } => format!("end the {}", programme.words()),
            Self::ProposeProtocol { with } => {
                format!("propose a protocol on deliveries to {}", names.polity(with))
            }
            Self::ProposeSpecialisation { with, sector } => {
                format!("propose to make {} for {}", names.good(sector), names.polity(with))
            }
            Self::ProposeProject { with, kind } => {
                format!("propose to build a {} in {}", kind.words(), names.polity(with))
            }
            Self::RefuseCoordination => "refuse to have the plan drawn up with others".into(),
            Self::DisputeArrears { with } => format!("dispute the arrears of {}", names.polity(with)),
            Self::SetResearch { share, branch } => {
                format!("spend {} of the product on {}", percent(*share), branch.words())
            }
            Self::SetMoney { stance } => format!("set money at {stance:+.1} (−1 easy, 1 tight)"),
            Self::ConvertClaims { from, share } => {
                format!("turn {} of the notes of {} into gold", percent(*share), names.polity(from))
            }
            Self::ShutGoldWindow => "hand out no more gold for its notes".into(),
            Self::OfferReschedule { to, years, strings } => {
                format!(
                    "offer {} to put off its debts over {years} years, {}",
                    names.polity(to),
                    strings.words()
                )
            }
            Self::SuspendPayments => "suspend payments on its debts abroad".into(),
            Self::WaiveReparations { of } => format!("waive the reparations of {}", names.polity(of)),
        }
    }
}
