//! The kinds of effects.

use serde::{Deserialize, Serialize};

use crate::base::{AgentId, DoctrineId, GoodId, Money, Month, MovementId, PolityId, TerritoryId};
use crate::content::vocabulary::{
    Branch, Class, FormOfRule, Harm, Ids, LineScope, Occasion, Order, PeaceTerms, Pledge, ProgrammeKind,
    ProjectKind, ReformKind, Stat, Strategy, Strings, WarAim, WarKind,
};
use crate::sim::chronicle::Fact;
use crate::sim::conflict::{WarEnd, WarSide};
use crate::sim::diplomacy::{Agreement, OfferKind};
use crate::sim::economy::property::Programme;
use crate::sim::finance::BudgetLine;
use crate::sim::organisations::OrganisationAct;
use crate::sim::plan::Ambition;
use crate::sim::population::Seat;

/// One change outside the subsystem that causes it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Effect {
    // ----- governments
    /// Adds to a number of a government or a movement.
    Nudge {
        /// Which number.
        stat: Stat,
        /// Whose.
        of: Seat,
        /// By how much.
        by: f64,
    },
    /// A polity becomes a state of its own, over its home territories that its ruler holds.
    BecomeSovereign {
        /// Which polity.
        polity: PolityId,
        /// The form of rule it begins with.
        form: FormOfRule,
        /// The movement that leads it, if one does.
        led_by: Option<MovementId>,
    },
    /// The government of a sovereign state changes hands.
    ChangeRule {
        /// Which state.
        polity: PolityId,
        /// The new form of rule.
        form: FormOfRule,
        /// The movement that takes over, if one does.
        led_by: Option<MovementId>,
    },
    /// Part of industry stands still for a time.
    StopWork {
        /// Where.
        polity: PolityId,
        /// Share of industry's output that is lost at first (0–1).
        share: f64,
    },
    /// Wages rise against profits.
    RaiseWages {
        /// Where.
        polity: PolityId,
        /// Share of the profit that goes to wages (0–1).
        by: f64,
    },
    /// Those in power have broken a pledge, and those to whom it was made leave them.
    SplitFront {
        /// Where.
        polity: PolityId,
        /// Which pledge.
        pledge: Pledge,
        /// The movement in power.
        led_by: Option<MovementId>,
    },
    /// Peoples and parties of a dependency are played off against each other.
    DivideAndRule {
        /// Which dependency.
        polity: PolityId,
    },
    /// A dependency and others of its ruler become one federation under it.
    Federate {
        /// The ruler.
        ruler: PolityId,
        /// One of the dependencies.
        polity: PolityId,
    },
    /// A part of a dependency becomes a dependency of its own.
    Partition {
        /// The ruler.
        ruler: PolityId,
        /// The dependency.
        polity: PolityId,
    },
    /// Two states of one nation, or of a federation that is thought of, become one.
    Unite {
        /// One of them.
        one: PolityId,
        /// The other.
        other: PolityId,
        /// The one whose order stays, if that is settled; else that of the one with more people and trust.
        led_by: Option<PolityId>,
    },
    /// A state takes the path towards another form of rule without a change of hands.
    TakePath {
        /// Which state.
        polity: PolityId,
        /// The form of rule to which it turns.
        to: FormOfRule,
    },
    /// A vote that counts is closed, or won.
    CountVotes {
        /// Where.
        polity: PolityId,
        /// Whether votes count from now on.
        votes: bool,
    },
    /// A dependency becomes part of a state that holds it to be its own.
    Accede {
        /// The dependency.
        polity: PolityId,
        /// The state.
        to: PolityId,
    },
    /// A state drops its claim to the ground that it disputes with another, for a generation.
    DropClaim {
        /// Who drops it.
        by: PolityId,
        /// Whose the ground is from now on.
        to: PolityId,
    },
    /// A territory changes its legal owner.
    Cede {
        /// Which territory.
        territory: TerritoryId,
        /// To whom.
        to: PolityId,
    },
    /// Puts a doctrine in force.
    AdoptDoctrine {
        /// Whose.
        of: Seat,
        /// Which one.
        doctrine: DoctrineId,
        /// For whom, if it is one of statecraft.
        scope: LineScope,
    },
    /// Amends one parameter of a line in force, for its holder only.
    AmendDoctrine {
        /// Whose.
        of: Seat,
        /// Which line.
        doctrine: DoctrineId,
        /// Which parameter, by position.
        parameter: u16,
        /// By which part of its range (−0.1 to 0.1).
        by: f64,
    },
    /// A state takes back a word on defence or arms that others relied on.
    TakeBackWord {
        /// Which.
        by: PolityId,
    },
    /// A state has done what its line rules out.
    BreakLine {
        /// Who.
        by: PolityId,
        /// The line.
        doctrine: DoctrineId,
        /// The limit, by position.
        limit: u16,
    },
    /// There is an occasion to look at a line anew.
    Occasion {
        /// Whose.
        of: PolityId,
        /// Which occasion.
        occasion: Occasion,
    },
    /// A line drifts.
    Drift {
        /// Whose.
        of: PolityId,
        /// Which line.
        doctrine: DoctrineId,
        /// What comes about, by position in its list of drift.
        turn: u16,
        /// On which occasion.
        occasion: Occasion,
    },
    // ----- economy
    /// Sets a share of the product in the budget.
    SetBudgetShare {
        /// Whose.
        polity: PolityId,
        /// Which line.
        line: BudgetLine,
        /// The share of the product (0–1).
        share: f64,
    },
    /// Shifts the mix of investment towards a sector.
    ShiftInvestment {
        /// Whose.
        polity: PolityId,
        /// Towards which sector.
        to: GoodId,
        /// Points of the total (−0.2..0.2).
        by: f64,
    },
    /// Pays for forces that stand on alert, out of the budget.
    PayForces {
        /// Whose.
        polity: PolityId,
        /// How much.
        money: Money,
    },
    /// Buys warheads out of the budget.
    BuildWarheads {
        /// Who.
        polity: PolityId,
        /// For how much.
        money: Money,
    },
    /// A state shows others more or less force than there is.
    Feign {
        /// Who.
        by: PolityId,
        /// What is shown beyond what there is, as a share of it.
        shown: f64,
    },
    /// A loan is paid out in goods and a debt is entered.
    OpenDebt {
        /// Creditor.
        from: PolityId,
        /// Debtor.
        to: PolityId,
        /// Principal.
        principal: Money,
        /// Months to repay.
        months: u32,
        /// Yearly interest (0–0.15).
        interest: f64,
    },
    /// Sets the monetary stance.
    SetMoney {
        /// Whose.
        polity: PolityId,
        /// −1 (easy) to 1 (tight).
        stance: f64,
    },
    /// The issuer of the key currency hands out gold for notes.
    ConvertClaims {
        /// To whom.
        holder: PolityId,
        /// Share of the notes it holds (0–1).
        share: f64,
    },
    /// The issuer of the key currency hands out no more gold.
    ShutGoldWindow {
        /// The issuer.
        polity: PolityId,
    },
    /// A country's money loses worth abroad at one stroke.
    Devalue {
        /// Whose.
        polity: PolityId,
        /// By which part (0–0.6).
        by: f64,
    },
    /// A payment between planners that is set off in clearing.
    SettleInClearing {
        /// Who pays.
        from: PolityId,
        /// Who is paid.
        to: PolityId,
        /// How much.
        amount: Money,
    },
    /// Debts are put off, with strings.
    Reschedule {
        /// To whom they are owed.
        creditor: PolityId,
        /// Who owes them.
        debtor: PolityId,
        /// Months to repay.
        months: u32,
        /// What the debtor has to do for it.
        strings: Strings,
    },
    /// A debtor suspends payments in hard currency.
    SuspendPayments {
        /// Who.
        polity: PolityId,
    },
    // ----- relations
    /// Adds to the trust of one in another.
    NudgeTrust {
        /// Who trusts.
        of: AgentId,
        /// Whom.
        to: AgentId,
        /// By how much.
        by: f64,
    },
    /// Adds to the tension between two, both ways.
    NudgeTension {
        /// One.
        of: AgentId,
        /// The other.
        with: AgentId,
        /// By how much.
        by: f64,
    },
    /// Adds to the influence of one over another.
    NudgeInfluence {
        /// Who gains it.
        of: AgentId,
        /// Over whom.
        over: AgentId,
        /// By how much.
        by: f64,
    },
    /// Recognises a state.
    Recognise {
        /// Who.
        by: PolityId,
        /// Whom.
        whom: PolityId,
    },
    /// Strikes a recognition out.
    WithdrawRecognition {
        /// Who.
        by: PolityId,
        /// From whom.
        whom: PolityId,
    },
    /// Enters an agreement (aid, treaty, embargo, pact, help to a movement, troops).
    Agree {
        /// The agreement.
        agreement: Agreement,
    },
    /// Ends all agreements of one kind between two.
    EndAgreement {
        /// One side.
        a: PolityId,
        /// The other.
        b: PolityId,
        /// A sample of the kind; only its variant counts.
        like: crate::sim::diplomacy::AgreementTag,
    },
    /// Makes an offer that waits for an answer.
    MakeOffer {
        /// Who offers.
        from: Seat,
        /// To whom.
        to: Seat,
        /// What.
        what: OfferKind,
        /// When it lapses.
        expires: Month,
    },
    /// Answers an offer; accepted offers take effect.
    AnswerOffer {
        /// Its number.
        offer: u32,
        /// Whether it is accepted.
        accept: bool,
    },
    /// A state acts in an organisation or towards a fellow member.
    InOrganisation {
        /// Who.
        by: PolityId,
        /// What it does.
        act: OrganisationAct,
    },
    // ----- movements
    /// A movement strengthens its organisation in a class.
    Organise {
        /// Which movement.
        movement: MovementId,
        /// Which class.
        class: Class,
    },
    /// A movement courts a class for its front.
    CourtClass {
        /// Which movement.
        movement: MovementId,
        /// Which class.
        class: Class,
    },
    /// A movement changes its strategy.
    ChooseStrategy {
        /// Which movement.
        movement: MovementId,
        /// The strategy.
        strategy: Strategy,
    },
    /// A movement rises in arms.
    Rise {
        /// Which movement.
        movement: MovementId,
    },
    /// A movement is repressed this month.
    Repress {
        /// Which movement.
        movement: MovementId,
        /// By whom.
        by: PolityId,
    },
    /// A latent movement begins.
    Awaken {
        /// Which movement.
        movement: MovementId,
    },
    /// A dependency is granted more self-rule, or a people a reform.
    Concede {
        /// Who grants.
        by: PolityId,
        /// To whom.
        to: PolityId,
    },
    // ----- war
    /// A war begins.
    OpenWar {
        /// How it is counted.
        kind: WarKind,
        /// What the attacker fights for; never left open.
        aim: WarAim,
        /// Who attacks.
        attacker: WarSide,
        /// Who defends.
        defender: WarSide,
        /// Over which territories.
        over: Vec<TerritoryId>,
    },
    /// A war between the two named ends.
    EndWar {
        /// One side.
        a: Seat,
        /// The other.
        b: Seat,
        /// Why.
        why: WarEnd,
    },
    /// Two states on opposite sides of a war make peace. Where they lead the two sides, the war ends; else the one that does
    /// not lead its side leaves it.
    MakePeace {
        /// One.
        a: PolityId,
        /// The other.
        b: PolityId,
        /// On which terms.
        terms: PeaceTerms,
        /// Who gives.
        gives: PolityId,
    },
    /// A state holds a part of another's territory beyond the end of a war; none if the share is 0.
    HoldGround {
        /// Which territory.
        territory: TerritoryId,
        /// Who holds it.
        by: PolityId,
        /// Which part (0–1).
        share: f64,
    },
    /// A move in a crisis.
    CrisisMove {
        /// Which crisis.
        crisis: u32,
        /// Who moves.
        by: PolityId,
        /// The move.
        play: crate::content::vocabulary::CrisisMove,
    },
    /// Raises what a class expects of life.
    RaiseExpectation {
        /// Where.
        polity: PolityId,
        /// Which class.
        class: Class,
        /// By which factor.
        factor: f64,
    },
    /// Charges harm.
    Harm {
        /// Who decided.
        decider: Option<AgentId>,
        /// Which kind.
        harm: Harm,
        /// How many.
        people: i64,
    },
    /// Gives an order on behalf of an agent in the coming round (used by AI answers).
    Give {
        /// Who.
        issuer: Seat,
        /// What.
        order: Order<Ids>,
    },
    /// A state holds back part of what it sells abroad of a good.
    LimitExports {
        /// Which state.
        polity: PolityId,
        /// Which good.
        good: GoodId,
        /// Share of its usual exports (0–0.5); 0 lifts the limit.
        share: f64,
    },
    /// A state with a monopoly of foreign trade buys one good abroad before all others.
    SetImportPriority {
        /// Which state.
        polity: PolityId,
        /// Which good.
        good: GoodId,
    },
    /// Enters a fact in the chronicle.
    Tell {
        /// The fact.
        fact: Fact,
    },
    // ----- planning
    /// Says what the next plan of several years sets out for.
    DrawUpPlan {
        /// Whose.
        polity: PolityId,
        /// What it sets out for.
        ambition: Ambition,
    },
    /// Raises or lowers what is left of a running plan.
    RevisePlan {
        /// Whose.
        polity: PolityId,
        /// Part of its growth (−0.5..0.5).
        by: f64,
    },
    /// Begins a reform of planning, or ends all.
    ReformPlanning {
        /// Where.
        polity: PolityId,
        /// Which; none = back to orders from above.
        kind: Option<ReformKind>,
    },
    // ----- property
    /// A programme of property begins.
    BeginProgramme {
        /// Where.
        polity: PolityId,
        /// Of which kind.
        kind: ProgrammeKind,
        /// What it aims at.
        programme: Programme,
    },
    /// A programme of property is ended by decision.
    EndProgramme {
        /// Where.
        polity: PolityId,
        /// Of which kind.
        kind: ProgrammeKind,
    },
    /// A debt is entered for what was taken; nothing is handed over.
    OweCompensation {
        /// Debtor.
        debtor: PolityId,
        /// Creditor.
        creditor: PolityId,
        /// What is owed.
        principal: Money,
        /// Months to pay.
        months: u32,
        /// Yearly interest (0–0.15).
        interest: f64,
    },
    /// Adds to the grievance of a class, or lifts some.
    Aggrieve {
        /// Where.
        polity: PolityId,
        /// Which class.
        class: Class,
        /// By how much (−1–1).
        by: f64,
    },
    // ----- co-operation and research
    /// Two members of a community of planners conclude a yearly protocol.
    SignProtocol {
        /// One.
        a: PolityId,
        /// The other.
        b: PolityId,
    },
    /// One member takes a sector over from another.
    Specialise {
        /// Who makes the good for both.
        specialist: PolityId,
        /// Who gives its making up.
        partner: PolityId,
        /// Which good.
        good: GoodId,
    },
    /// A joint work is begun.
    BeginWork {
        /// Who proposed it.
        by: PolityId,
        /// On whose ground.
        site: PolityId,
        /// What is built.
        kind: ProjectKind,
    },
    /// A state refuses to plan together with others for some years.
    RefuseCoordination {
        /// Who.
        polity: PolityId,
    },
    /// Arrears are disputed and come first for a year.
    PressArrears {
        /// Who owes.
        debtor: PolityId,
        /// To whom.
        creditor: PolityId,
    },
    /// A finished work adds to the capital of a sector.
    AddCapital {
        /// Whose.
        polity: PolityId,
        /// Which sector.
        good: GoodId,
        /// How much, thousands of 2011 dollars.
        amount: f64,
    },
    /// Sets the share of the product for a branch of research.
    SetResearch {
        /// Whose.
        polity: PolityId,
        /// Which branch.
        branch: Branch,
        /// Share of the product (0–0.03).
        share: f64,
    },
}
