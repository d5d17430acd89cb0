//! Orders: everything a state or a movement can do. Player, AI and missions use the same ones.

use serde::{Deserialize, Serialize};

use super::crisis_move::CrisisMove;
use super::documented;
use super::kinds::{
    AidForm, Branch, Class, Degree, LineScope, MotionKind, PeaceTerms, ProgrammeKind, ProjectKind,
    ReformKind, Strategy, Strings, Treaty, WarAim,
};
use super::order_kind::OrderKind;
use super::refs::{MapRefs, Refs};

documented! {
/// One act of a seat. Shares are of the issuer's yearly budget unless said otherwise.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound = "")]
pub enum Order<R: Refs> {
    /// Give aid for twelve months, in one of four forms.
    GiveAid { /// To whom.
        to: R::Polity, /// In which form.
        form: AidForm, /// Share of the yearly budget, above 0 to 0.1.
        share: f64 },
    /// Offer a credit in goods; the other side answers.
    OfferCredit { /// To whom.
        to: R::Polity, /// Share of the yearly budget, above 0 to 0.2.
        share: f64, /// Years to repay, 1 to 30.
        years: u32, /// Yearly interest, 0 to 0.15.
        interest: f64 },
    /// Offer a trade treaty; the other side answers.
    OfferTradeTreaty { /// With whom.
        with: R::Polity },
    /// Recognise a state.
    Recognise { /// Whom.
        whom: R::Polity },
    /// Forbid own trade in machinery and arms with a state.
    Embargo { /// Against whom.
        against: R::Polity },
    /// Lift an own embargo.
    LiftEmbargo { /// From whom.
        from: R::Polity },
    /// Help a movement for twelve months with arms and money.
    ArmMovement { /// Which movement.
        movement: R::Movement, /// Share of the yearly budget, above 0 to 0.05.
        share: f64, /// How far one takes part: `Arms` (if left out), `Advisers` or `Volunteers`.
        #[serde(default = "with_arms")]
        degree: Degree },
    /// Speak to a people over the head of its government for six months.
    Propaganda { /// To whose people.
        at: R::Polity },
    /// Shift investment towards one sector.
    ShiftInvestment { /// Which sector.
        to: R::Good, /// Points of the investment total, −0.2 to 0.2.
        by: f64 },
    /// Set the share of the product that is invested.
    SetInvestment { /// Share of the product, 0.05 to 0.45.
        share: f64 },
    /// Set the share of the product that goes to armed forces.
    SetForces { /// Share of the product, 0 to 0.35.
        share: f64 },
    /// Set the share of the product spent on welfare.
    SetWelfare { /// Share of the product, 0 to 0.35.
        share: f64 },
    /// Set the rate of taxes, levies and profits paid to the budget.
    SetTaxes { /// Share of the product, 0.02 to 0.6.
        share: f64 },
    /// Build warheads this year; needs the means.
    BuildWarheads { /// Share of the yearly budget, above 0 to 0.1.
        share: f64 },
    /// Open talks on the independence of an own dependency.
    OpenIndependenceTalks { /// Which dependency.
        with: R::Polity },
    /// Grant an own dependency more self-rule: a concession short of independence.
    Concede { /// Which dependency, or the own people.
        to: R::Polity },
    /// Repress a movement.
    Repress { /// Which movement.
        movement: R::Movement },
    /// Propose to end the fighting with a movement or to admit it to politics.
    OfferTalks { /// With which movement.
        to: R::Movement },
    /// Send men to hold up a government at war at home: advisers, volunteers or regular troops.
    SendTroops { /// To whose help.
        to: R::Polity, /// Share of own forces, above 0 to 0.5; of advisers to 0.05, of volunteers to 0.25.
        share: f64, /// How far one takes part: `Advisers`, `Volunteers` or `Regulars` (if left out).
        #[serde(default = "with_regulars")]
        degree: Degree },
    /// Bring own troops home.
    WithdrawTroops { /// From where.
        from: R::Polity },
    /// Begin a war against a state.
    OpenWar { /// Against whom.
        against: R::Polity, /// What for: `AtHand` if left out.
        #[serde(default = "whatever_aim")]
        aim: WarAim },
    /// Offer peace on some terms in a war now fought; the other side answers.
    OfferArmistice { /// To whom.
        to: R::Polity, /// On which terms: `AtHand` if left out.
        #[serde(default = "whatever_terms")]
        terms: PeaceTerms },
    /// Offer a pact of mutual defence; the other side answers.
    OfferPact { /// To whom.
        to: R::Polity },
    /// Offer the other state of one's own nation, or one with which a federation is thought of, to become one; the other
    /// side answers.
    OfferUnion { /// With whom.
        with: R::Polity },
    /// Play peoples, chiefs and parties of a dependency off against each other.
    DivideAndRule { /// Which dependency.
        over: R::Polity },
    /// Join an own dependency with others in a federation under own rule.
    Federate { /// Which dependency.
        over: R::Polity },
    /// Divide an own dependency: a people in a part of it gets a country of its own, under own rule for now.
    Partition { /// Which dependency.
        over: R::Polity },
    /// Join an organisation whose members have to agree; its leader can found one that has no members yet.
    Join { /// Which organisation.
        organisation: R::Organisation },
    /// Leave an organisation.
    LeaveOrganisation { /// Which organisation.
        organisation: R::Organisation },
    /// Have the members of an organisation vote on expelling one of them.
    Expel { /// Which organisation.
        organisation: R::Organisation, /// Which member.
        whom: R::Polity },
    /// Call the members of an organisation together and hear them.
    Consult { /// Which organisation.
        organisation: R::Organisation },
    /// Of the leader of a pact: have its members agree on the least that each spends on its forces.
    SetBurden { /// Which pact.
        organisation: R::Organisation, /// Share of the product, 0.01 to 0.15.
        share: f64 },
    /// Of the leader of an organisation: press a member to come round to one's line.
    PressLine { /// Which member.
        on: R::Polity },
    /// Carry an open quarrel one step further: a letter, an article, recall of specialists, boycott of congresses, a split.
    Polemic { /// With whom.
        with: R::Polity },
    /// Take one step back from an open quarrel.
    Conciliate { /// With whom.
        with: R::Polity },
    /// Put a motion to the world organisation; its members vote some months later.
    TableMotion { /// What is moved.
        motion: MotionKind, /// About whom.
        about: R::Polity },
    /// Win a member's vote on a motion by help for a year; it may come out.
    Lobby { /// Which member.
        whom: R::Polity, /// Number of the motion.
        motion: u32, /// For which vote.
        yes: bool, /// Share of the yearly budget, above 0 to 0.02.
        share: f64 },
    /// Spend for five years on knowing a state better than anybody can from outside: estimates of it become surer, and what it feigns is found out.
    GatherIntelligence { /// On whom.
        on: R::Polity, /// Share of the yearly budget, 0.0005 to 0.02.
        share: f64 },
    /// Show others for two years more force than there is, or less; it lasts until somebody finds it out.
    FeignStrength { /// Beyond what there is, as a share of it: −0.5 to 1; below 0 less is shown.
        by: f64 },
    /// Take recognition back from a state; treaties that rest on it end.
    WithdrawRecognition { /// From whom.
        whom: R::Polity },
    /// Offer a treaty of friendship for twenty years; the other side answers.
    OfferFriendship { /// To whom.
        to: R::Polity },
    /// Guarantee a state for five years: whoever attacks it has to reckon with the guarantor.
    Guarantee { /// Whom.
        whom: R::Polity },
    /// Ask a state for a base on its ground, for rent, for ten years; it answers.
    OfferBase { /// Whom.
        to: R::Polity, /// Rent a year as a share of the yearly budget, 0.0005 to 0.01.
        share: f64 },
    /// Invite a state to a meeting of the first; it answers.
    CallSummit { /// Whom.
        with: R::Polity },
    /// Offer to limit arms for five years: neither builds warheads; the other side answers.
    OfferArmsLimits { /// To whom.
        to: R::Polity },
    /// Take back a treaty or a promise before its time; the other side's trust falls, and with a word of defence or arms credibility everywhere.
    Denounce { /// Towards whom.
        with: R::Polity, /// What is taken back.
        treaty: Treaty },
    /// Answer an offer that is pending.
    AnswerOffer { /// Number of the offer.
        offer: u32, /// Whether to accept.
        accept: bool },
    /// Make a move in a crisis one sits in.
    MoveInCrisis { /// Number of the crisis.
        crisis: u32, /// The move.
        play: CrisisMove },
    /// Put another doctrine in force.
    AdoptDoctrine { /// Which one.
        doctrine: R::Doctrine, /// For whom: `Both` (if left out), `Camp` or `Abroad`. In a policy of a line that is one of two, `Both` stands for its own place.
        #[serde(default = "for_both")]
        scope: LineScope },
    /// Amend one parameter of a doctrine in force, for its own holder only.
    AmendDoctrine { /// Which doctrine.
        doctrine: R::Doctrine, /// Which parameter, by id.
        parameter: String, /// By which part of its range, −0.1 to 0.1.
        by: f64 },
    /// Of a movement: organise one class.
    Organise { /// Which class.
        class: Class },
    /// Of a movement: win a class for the front.
    BuildFront { /// Which class.
        with: Class },
    /// Of a movement: choose how to seek power.
    ChooseStrategy { /// The strategy.
        strategy: Strategy },
    /// Of a movement: ask a state for help.
    SeekPatron { /// Which state.
        patron: R::Polity },
    /// Of a movement: rise in arms.
    Rise,
    /// Of a movement: offer talks to the ruling power.
    Negotiate,
    /// Say what the next plan of several years sets out for; it is drawn up when the running one ends.
    DrawUpPlan { /// Growth of the product a year, 0 to 0.2.
        growth: f64, /// Share of the product that is invested, 0.05 to 0.45.
        investment: f64, /// Priority of means of production over consumption, 0 to 1; 0.5 = even.
        heavy: f64, /// Share of the staple taken at fixed prices, 0 to 0.6.
        procurement: f64 },
    /// Raise or lower what is left of the running plan; those who vouched for it lose face.
    RevisePlan { /// Part of its growth, −0.5 to 0.5.
        by: f64 },
    /// Begin a reform of planning that trades control for efficiency.
    ReformPlanning { /// Which.
        kind: ReformKind },
    /// End reforms of planning and return to orders from above.
    Recentralise,
    /// Forbid all own trade with a state.
    Boycott { /// Against whom.
        against: R::Polity },
    /// Close a state's sea ways to the trade of all others for twelve months: a hostile act.
    Blockade { /// Against whom.
        against: R::Polity },
    /// End an own blockade.
    LiftBlockade { /// Of whom.
        from: R::Polity },
    /// Ask an ally to put under embargo whom one has under embargo oneself; the ally answers by its own interest.
    AskEmbargo { /// Which ally.
        of: R::Polity },
    /// Hold back part of what is sold abroad of one good for two years; 0 lifts the limit.
    LimitExports { /// Which good.
        good: R::Good, /// Share of usual exports held back, 0 to 0.5.
        share: f64 },
    /// Of a state with a monopoly of foreign trade: buy one good abroad before all others.
    SetImportPriority { /// Which good.
        good: R::Good },
    /// Give estates to those who till them; takes some two years.
    LandReform,
    /// Join peasants' holdings in co-operatives and collectives.
    Collectivise { /// Whether against their will: fast, fought and costly, or as far as they join.
        forced: bool },
    /// Take a sector's enterprises from foreign owners, and from private ones who do not share in rule.
    Nationalise { /// Which sector.
        sector: R::Good, /// Share of the worth that is promised to foreign owners, 0 to 1.
        compensation: f64 },
    /// Sell a sector's state enterprises to private owners; land of collectives goes to those who till it.
    Privatise { /// Which sector.
        sector: R::Good },
    /// Offer a state's owners a concession to build in a sector; the other side answers.
    GrantConcession { /// Whose owners.
        to: R::Polity, /// Which sector.
        sector: R::Good },
    /// End a programme of property that runs; what has changed hands stays.
    EndProgramme { /// Which.
        programme: ProgrammeKind },
    /// Propose a yearly protocol on deliveries to a member of the own community of planners; the other side answers.
    ProposeProtocol { /// With whom.
        with: R::Polity },
    /// Propose to take a sector over from a partner in protocol, which then relies on one's deliveries; the other side answers.
    ProposeSpecialisation { /// From whom.
        with: R::Polity, /// Which sector.
        sector: R::Good },
    /// Propose a work on another's ground, paid by several; the other side answers.
    ProposeProject { /// On whose ground.
        with: R::Polity, /// What is built.
        kind: ProjectKind },
    /// Refuse for some years to have the own plan drawn up together with others, and take back sectors given up.
    RefuseCoordination,
    /// Dispute arrears: for a year they are to be delivered first.
    DisputeArrears { /// Of whom.
        with: R::Polity },
    /// Set the share of the product spent on one branch of research.
    SetResearch { /// Share of the product, 0 to 0.03.
        share: f64, /// Which branch.
        branch: Branch },
    /// Set the monetary stance; it is felt with a delay.
    SetMoney { /// From −1 (easy) to 1 (tight).
        stance: f64 },
    /// Turn a share of the notes of the key currency that one holds into gold.
    ConvertClaims { /// The state that issues them.
        from: R::Polity, /// Share of the notes held, above 0 to 1.
        share: f64 },
    /// Of the issuer of the key currency: hand out no more gold for its notes.
    ShutGoldWindow,
    /// Offer a debtor in arrears to put off what it owes; the other side answers.
    OfferReschedule { /// To which debtor.
        to: R::Polity, /// Years to repay, 1 to 30.
        years: u32, /// What the debtor has to do for it.
        strings: Strings },
    /// Declare that debts in hard currency will not be paid for a time.
    SuspendPayments,
    /// Waive the reparations that a state pays.
    WaiveReparations { /// Of which state.
        of: R::Polity },
}
}

/// The least that is worth feigning, as a share of what there is.
const LEAST_FEINT: f64 = 0.05;

/// A line is adopted for all unless it is said for whom.
fn for_both() -> LineScope {
    LineScope::Both
}

/// A movement is helped with arms unless it is said how far.
fn with_arms() -> Degree {
    Degree::Arms
}

/// A government is helped with regular troops unless it is said how far.
fn with_regulars() -> Degree {
    Degree::Regulars
}

/// A war is begun for what is within reach unless it is said what for.
fn whatever_aim() -> WarAim {
    WarAim::AtHand
}

/// Peace is offered on terms that fit the front unless it is said on which.
fn whatever_terms() -> PeaceTerms {
    PeaceTerms::AtHand
}

macro_rules! kind_of {
    ($order:expr; $($variant:ident),+ $(,)?) => {
        match $order { $( Order::$variant { .. } => OrderKind::$variant ),+ }
    };
}

impl<R: Refs> Order<R> {
    /// The kind of this order.
    pub fn kind(&self) -> OrderKind {
        kind_of!(self; GiveAid, OfferCredit, OfferTradeTreaty, Recognise, Embargo, LiftEmbargo, ArmMovement,
            Propaganda, ShiftInvestment, SetInvestment, SetForces, SetWelfare, SetTaxes, BuildWarheads,
            OpenIndependenceTalks, Concede, Repress, OfferTalks, SendTroops, WithdrawTroops, OpenWar,
            OfferArmistice, OfferPact, OfferUnion, DivideAndRule, Federate, Partition, Join, LeaveOrganisation, Expel, Consult, SetBurden, PressLine, Polemic,
            Conciliate, TableMotion, Lobby, GatherIntelligence, FeignStrength, WithdrawRecognition, OfferFriendship, Guarantee, OfferBase, CallSummit, OfferArmsLimits, Denounce, AnswerOffer, MoveInCrisis, AdoptDoctrine, AmendDoctrine, Organise, BuildFront,
            ChooseStrategy, SeekPatron, Rise, Negotiate, DrawUpPlan, RevisePlan, ReformPlanning, Recentralise,
            Boycott, Blockade, LiftBlockade, AskEmbargo,
            LimitExports, SetImportPriority, LandReform, Collectivise, Nationalise, Privatise,
            GrantConcession, EndProgramme,
            ProposeProtocol, ProposeSpecialisation, ProposeProject, RefuseCoordination, DisputeArrears, SetResearch,
            SetMoney, ConvertClaims, ShutGoldWindow, OfferReschedule, SuspendPayments, WaiveReparations)
    }

    /// The same with names of the other kind.
    pub fn map<B: Refs, M: MapRefs<R, B>>(&self, m: &mut M) -> Result<Order<B>, M::Error> {
        use Order as O;
        Ok(match self {
            O::GiveAid { to, form, share } => O::GiveAid { to: m.polity(to)?, form: *form, share: *share },
            O::OfferCredit { to, share, years, interest } => {
                O::OfferCredit { to: m.polity(to)?, share: *share, years: *years, interest: *interest }
            }
            O::OfferTradeTreaty { with } => O::OfferTradeTreaty { with: m.polity(with)? },
            O::Recognise { whom } => O::Recognise { whom: m.polity(whom)? },
            O::Embargo { against } => O::Embargo { against: m.polity(against)? },
            O::LiftEmbargo { from } => O::LiftEmbargo { from: m.polity(from)? },
            O::ArmMovement { movement, share, degree } => {
                O::ArmMovement { movement: m.movement(movement)?, share: *share, degree: *degree }
            }
            O::Propaganda { at } => O::Propaganda { at: m.polity(at)? },
            O::ShiftInvestment { to, by } => O::ShiftInvestment { to: m.good(to)?, by: *by },
            O::SetInvestment { share } => O::SetInvestment { share: *share },
            O::SetForces { share } => O::SetForces { share: *share },
            O::SetWelfare { share } => O::SetWelfare { share: *share },
            O::SetTaxes { share } => O::SetTaxes { share: *share },
            O::BuildWarheads { share } => O::BuildWarheads { share: *share },
            O::OpenIndependenceTalks { with } => O::OpenIndependenceTalks { with: m.polity(with)? },
            O::Concede { to } => O::Concede { to: m.polity(to)? },
            O::Repress { movement } => O::Repress { movement: m.movement(movement)? },
            O::OfferTalks { to } => O::OfferTalks { to: m.movement(to)? },
            O::SendTroops { to, share, degree } => {
                O::SendTroops { to: m.polity(to)?, share: *share, degree: *degree }
            }
            O::WithdrawTroops { from } => O::WithdrawTroops { from: m.polity(from)? },
            O::OpenWar { against, aim } => O::OpenWar { against: m.polity(against)?, aim: *aim },
            O::OfferArmistice { to, terms } => O::OfferArmistice { to: m.polity(to)?, terms: *terms },
            O::OfferPact { to } => O::OfferPact { to: m.polity(to)? },
            O::OfferUnion { with } => O::OfferUnion { with: m.polity(with)? },
            O::DivideAndRule { over } => O::DivideAndRule { over: m.polity(over)? },
            O::Federate { over } => O::Federate { over: m.polity(over)? },
            O::Partition { over } => O::Partition { over: m.polity(over)? },
            O::Join { organisation } => O::Join { organisation: m.organisation(organisation)? },
            O::LeaveOrganisation { organisation } => {
                O::LeaveOrganisation { organisation: m.organisation(organisation)? }
            }
            O::Expel { organisation, whom } => {
                O::Expel { organisation: m.organisation(organisation)?, whom: m.polity(whom)? }
            }
            O::Consult { organisation } => O::Consult { organisation: m.organisation(organisation)? },
            O::SetBurden { organisation, share } => {
                O::SetBurden { organisation: m.organisation(organisation)?, share: *share }
            }
            O::PressLine { on } => O::PressLine { on: m.polity(on)? },
            O::Polemic { with } => O::Polemic { with: m.polity(with)? },
            O::Conciliate { with } => O::Conciliate { with: m.polity(with)? },
            O::TableMotion { motion, about } => O::TableMotion { motion: *motion, about: m.polity(about)? },
            O::Lobby { whom, motion, yes, share } => {
                O::Lobby { whom: m.polity(whom)?, motion: *motion, yes: *yes, share: *share }
            }
            O::GatherIntelligence { on, share } => O::GatherIntelligence { on: m.polity(on)?, share: *share },
            O::FeignStrength { by } => O::FeignStrength { by: *by },
            O::WithdrawRecognition { whom } => O::WithdrawRecognition { whom: m.polity(whom)? },
            O::OfferFriendship { to } => O::OfferFriendship { to: m.polity(to)? },
            O::Guarantee { whom } => O::Guarantee { whom: m.polity(whom)? },
            O::OfferBase { to, share } => O::OfferBase { to: m.polity(to)?, share: *share },
            O::CallSummit { with } => O::CallSummit { with: m.polity(with)? },
            O::OfferArmsLimits { to } => O::OfferArmsLimits { to: m.polity(to)? },
            O::Denounce { with, treaty } => O::Denounce { with: m.polity(with)?, treaty: *treaty },
            O::AnswerOffer { offer, accept } => O::AnswerOffer { offer: *offer, accept: *accept },
            O::MoveInCrisis { crisis, play } => O::MoveInCrisis { crisis: *crisis, play: *play },
            O::AdoptDoctrine { doctrine, scope } => {
                O::AdoptDoctrine { doctrine: m.doctrine(doctrine)?, scope: *scope }
            }
            O::AmendDoctrine { doctrine, parameter, by } => {
                O::AmendDoctrine { doctrine: m.doctrine(doctrine)?, parameter: parameter.clone(), by: *by }
            }
            O::Organise { class } => O::Organise { class: *class },
            O::BuildFront { with } => O::BuildFront { with: *with },
            O::ChooseStrategy { strategy } => O::ChooseStrategy { strategy: *strategy },
            O::SeekPatron { patron } => O::SeekPatron { patron: m.polity(patron)? },
            O::Rise => O::Rise,
            O::Negotiate => O::Negotiate,
            O::DrawUpPlan { growth, investment, heavy, procurement } => O::DrawUpPlan {
                growth: *growth,
                investment: *investment,
                heavy: *heavy,
                procurement: *procurement,
            },
            O::RevisePlan { by } => O::RevisePlan { by: *by },
            O::ReformPlanning { kind } => O::ReformPlanning { kind: *kind },
            O::Recentralise => O::Recentralise,
            O::Boycott { against } => O::Boycott { against: m.polity(against)? },
            O::Blockade { against } => O::Blockade { against: m.polity(against)? },
            O::LiftBlockade { from } => O::LiftBlockade { from: m.polity(from)? },
            O::AskEmbargo { of } => O::AskEmbargo { of: m.polity(of)? },
            O::LimitExports { good, share } => O::LimitExports { good: m.good(good)?, share: *share },
            O::SetImportPriority { good } => O::SetImportPriority { good: m.good(good)? },
            O::LandReform => O::LandReform,
            O::Collectivise { forced } => O::Collectivise { forced: *forced },
            O::Nationalise { sector, compensation } => {
                O::Nationalise { sector: m.good(sector)?, compensation: *compensation }
            }
            O::Privatise { sector } => O::Privatise { sector: m.good(sector)? },
            O::GrantConcession { to, sector } => {
                O::GrantConcession { to: m.polity(to)?, sector: m.good(sector)? }
            }
            O::EndProgramme { programme } => O::EndProgramme { programme: *programme },
            O::ProposeProtocol { with } => O::ProposeProtocol { with: m.polity(with)? },
            O::ProposeSpecialisation { with, sector } => {
                O::ProposeSpecialisation { with: m.polity(with)?, sector: m.good(sector)? }
            }
            O::ProposeProject { with, kind } => O::ProposeProject { with: m.polity(with)?, kind: *kind },
            O::RefuseCoordination => O::RefuseCoordination,
            O::DisputeArrears { with } => O::DisputeArrears { with: m.polity(with)? },
            O::SetResearch { share, branch } => O::SetResearch { share: *share, branch: *branch },
            O::SetMoney { stance } => O::SetMoney { stance: *stance },
            O::ConvertClaims { from, share } => O::ConvertClaims { from: m.polity(from)?, share: *share },
            O::ShutGoldWindow => O::ShutGoldWindow,
            O::OfferReschedule { to, years, strings } => {
                O::OfferReschedule { to: m.polity(to)?, years: *years, strings: *strings }
            }
            O::SuspendPayments => O::SuspendPayments,
            O::WaiveReparations { of } => O::WaiveReparations { of: m.polity(of)? },
        })
    }

    /// A number that lies outside what the order takes: what it is, its least and its most. The rules of orders ask, and so does
    /// the check of doctrines.
    pub fn misfit(&self) -> Option<(&'static str, f64, f64)> {
        let within = |what, value: f64, least, most| {
            (!(value >= least && value <= most)).then_some((what, least, most))
        };
        match self {
            Self::GatherIntelligence { share, .. } => within("The share of the budget", *share, 0.0005, 0.02),
            Self::OfferBase { share, .. } => within("The share of the budget", *share, 0.0005, 0.01),
            Self::FeignStrength { by } if by.abs() < LEAST_FEINT => {
                Some(("What is shown beyond what there is", LEAST_FEINT, 1.0))
            }
            Self::FeignStrength { by } => within("What is shown beyond what there is", *by, -0.5, 1.0),
            _ => None,
        }
    }
}
