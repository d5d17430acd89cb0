//! Facts.

use bevy::prelude::Resource;
use serde::{Deserialize, Serialize};

use crate::base::{
    DoctrineId, EventId, GoodId, Goods, Month, MovementId, OrganisationId, PolityId, TerritoryId,
};
use crate::content::vocabulary::{
    Class, FormOfRule, Ids, LineScope, MotionKind, Occasion, Order, PeaceTerms, Pledge, ProgrammeKind,
    ProjectKind, QuarrelRung, ReformKind, WarAim, WarKind,
};
use crate::sim::conflict::WarEnd;
use crate::sim::diplomacy::OfferKind;
use crate::sim::organisations::{Ballot, VoteOn};
use crate::sim::population::Seat;
use crate::sim::technology::SpaceFeat;

/// Something that happened, worth telling.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Fact {
    /// An order was carried out.
    OrderCarriedOut {
        /// By whom.
        by: Seat,
        /// What.
        order: Order<Ids>,
        /// The decision record behind it, if an AI gave it.
        decision: Option<u32>,
    },
    /// An offer was answered.
    OfferAnswered {
        /// Who offered.
        from: Seat,
        /// Who answered.
        by: Seat,
        /// What.
        what: OfferKind,
        /// How.
        accepted: bool,
        /// The decision record behind it, if an AI answered.
        decision: Option<u32>,
    },
    /// A polity became a state of its own.
    IndependenceWon {
        /// Which.
        polity: PolityId,
        /// From whom.
        from: Option<PolityId>,
        /// The movement that leads it.
        led_by: Option<MovementId>,
        /// Whether arms decided it.
        by_arms: bool,
    },
    /// A government changed hands.
    RuleChanged {
        /// Where.
        polity: PolityId,
        /// From which form of rule.
        from: FormOfRule,
        /// To which form of rule.
        to: FormOfRule,
        /// The movement that took over.
        led_by: Option<MovementId>,
    },
    /// Workers struck, in many places at once.
    StrikeWave {
        /// Where.
        polity: PolityId,
        /// Whether the government gave way.
        won: bool,
    },
    /// Those in power kept what they had promised.
    PledgeKept {
        /// Where.
        polity: PolityId,
        /// What.
        pledge: Pledge,
    },
    /// Those in power let the time for what they had promised run out.
    PledgeBroken {
        /// Where.
        polity: PolityId,
        /// What.
        pledge: Pledge,
    },
    /// Two states of one nation became one.
    NationUnited {
        /// The state that they are now.
        polity: PolityId,
        /// The state whose order it has.
        led_by: PolityId,
        /// The state that joined it.
        joined: PolityId,
    },
    /// Dependencies were joined in a federation under their ruler.
    Federated {
        /// The federation.
        polity: PolityId,
        /// The ruler.
        ruler: PolityId,
    },
    /// A dependency was divided.
    Partitioned {
        /// The dependency.
        polity: PolityId,
        /// The country that its other part is now.
        part: PolityId,
        /// The ruler.
        ruler: PolityId,
    },
    /// A state turned to another path without a change of hands.
    PathTaken {
        /// Which.
        polity: PolityId,
        /// From which form of rule.
        from: FormOfRule,
        /// To which form of rule.
        to: FormOfRule,
    },
    /// Those who rule closed the vote to all but their own.
    VoteClosed {
        /// Where.
        polity: PolityId,
    },
    /// A vote that counts was won.
    VoteWon {
        /// Where.
        polity: PolityId,
    },
    /// A rule that nobody upheld any more fell by itself.
    RuleFell {
        /// Where.
        polity: PolityId,
    },
    /// A ruler was pressed into talks on the independence of a dependency.
    RulerYielded {
        /// Who rules.
        ruler: PolityId,
        /// The dependency.
        polity: PolityId,
    },
    /// The leader of a state without elections died or was replaced.
    LeaderSucceeded {
        /// Where.
        polity: PolityId,
    },
    /// A coup failed.
    CoupFailed {
        /// Where.
        polity: PolityId,
    },
    /// A movement began.
    MovementArose {
        /// Which.
        movement: MovementId,
    },
    /// A movement rose in arms.
    RisingBegun {
        /// Which.
        movement: MovementId,
        /// Ripeness of the situation at that time (0–1).
        ripeness: f64,
    },
    /// A class left the front of a movement.
    FrontSplit {
        /// Which movement.
        movement: MovementId,
        /// Which class.
        class: Class,
    },
    /// A movement was crushed.
    RisingCrushed {
        /// Which.
        movement: MovementId,
        /// Ripeness of the situation when it rose (0–1).
        ripeness: f64,
        /// Whether it was in arms when the campaign began: the ripeness is then that of the first month.
        from_start: bool,
    },
    /// A movement dissolved or was admitted to politics.
    MovementSettled {
        /// Which.
        movement: MovementId,
    },
    /// A war began.
    WarBegun {
        /// Its number.
        war: u32,
        /// How it is counted.
        kind: WarKind,
        /// What for.
        aim: WarAim,
        /// Who began it.
        attacker: Seat,
        /// Against whom.
        defender: Seat,
    },
    /// A state left a war that others on its side go on with.
    WarLeft {
        /// Its number.
        war: u32,
        /// Who left.
        polity: PolityId,
        /// With whom it made its peace.
        other: PolityId,
    },
    /// A war ended.
    WarEnded {
        /// Its number.
        war: u32,
        /// Who began it.
        attacker: Seat,
        /// Against whom.
        defender: Seat,
        /// Who prevailed, if anybody.
        winner: Option<Seat>,
        /// Killed.
        dead: i64,
        /// Why it ended.
        why: WarEnd,
        /// On which terms, where the two came to any.
        terms: Option<PeaceTerms>,
    },
    /// A dependency became part of a state that held it to be its own.
    Acceded {
        /// The dependency.
        polity: PolityId,
        /// Who ruled it.
        from: PolityId,
        /// The state of which it is a part now; the ruler itself if it stays for good.
        to: PolityId,
    },
    /// Talks on independence ended without one.
    TalksEndedInNothing {
        /// The ruler.
        ruler: PolityId,
        /// The dependency.
        polity: PolityId,
    },
    /// A state dropped its claim to disputed ground.
    ClaimDropped {
        /// Place of the dispute in the scenario's list.
        dispute: u16,
        /// Who dropped it.
        by: PolityId,
        /// In whose favour.
        to: PolityId,
    },
    /// A state raised a claim again that it had dropped.
    ClaimRaised {
        /// Place of the dispute in the scenario's list.
        dispute: u16,
        /// Who raises it.
        by: PolityId,
        /// Against whom.
        to: PolityId,
    },
    /// A territory changed hands.
    TerritoryCeded {
        /// Which.
        territory: TerritoryId,
        /// From whom.
        from: PolityId,
        /// To whom.
        to: PolityId,
    },
    /// A state joined an organisation.
    MemberJoined {
        /// Which organisation.
        organisation: OrganisationId,
        /// Who.
        polity: PolityId,
    },
    /// A state left an organisation.
    MemberLeft {
        /// Which organisation.
        organisation: OrganisationId,
        /// Who.
        polity: PolityId,
    },
    /// Members of an organisation voted.
    Voted {
        /// Which organisation.
        organisation: OrganisationId,
        /// On what.
        on: VoteOn,
        /// Who moved it.
        by: PolityId,
        /// About whom.
        about: PolityId,
        /// What came of it.
        ballot: Ballot,
    },
    /// A quarrel in the open went a step further, or a step was taken back.
    QuarrelMoved {
        /// Who took the step.
        by: PolityId,
        /// Towards whom.
        with: PolityId,
        /// The step on which the quarrel stands now; none = it is over.
        rung: Option<QuarrelRung>,
        /// Whether it went up.
        up: bool,
        /// The decision record behind it, if an AI took it.
        decision: Option<u32>,
    },
    /// The leader of an organisation demanded its line of a member.
    LinePressed {
        /// Who pressed.
        by: PolityId,
        /// Whom.
        on: PolityId,
        /// Whether it gave way.
        yielded: bool,
    },
    /// It came out that a state lobbied for a vote.
    LobbyExposed {
        /// Who lobbied.
        by: PolityId,
        /// Whom.
        whom: PolityId,
        /// On what kind of motion.
        kind: MotionKind,
    },
    /// A state found out that another showed more or less force than there was.
    FeintFoundOut {
        /// Who found it out.
        by: PolityId,
        /// Whose feint.
        of: PolityId,
    },
    /// A crisis began.
    CrisisBegun {
        /// Who challenged.
        challenger: PolityId,
        /// Whom.
        defender: PolityId,
        /// Over what.
        over: PolityId,
    },
    /// A crisis ended.
    CrisisEnded {
        /// Who challenged.
        challenger: PolityId,
        /// Whom.
        defender: PolityId,
        /// Over what.
        over: PolityId,
        /// How.
        outcome: crate::sim::crisis::CrisisOutcome,
        /// The highest rung reached.
        rung: u8,
    },
    /// A general exchange ended the campaign.
    GeneralExchange,
    /// People went hungry.
    FamineStruck {
        /// Where.
        polity: PolityId,
        /// Dead this month.
        dead: i64,
    },
    /// A slump began.
    SlumpBegun {
        /// Where.
        polity: PolityId,
        /// Growth over twelve months.
        growth: f64,
    },
    /// A debtor stopped paying.
    DebtDefaulted {
        /// Who.
        debtor: PolityId,
        /// To whom.
        creditor: PolityId,
    },
    /// Reserves were gone, and a country's money lost worth abroad.
    PaymentsCrisis {
        /// Whose.
        polity: PolityId,
        /// By which part its money lost worth.
        devaluation: f64,
    },
    /// The issuer of the key currency stopped handing out gold for its notes.
    GoldWindowShut {
        /// The issuer.
        polity: PolityId,
        /// Its gold over its notes held abroad.
        coverage: f64,
    },
    /// Another doctrine came into force.
    DoctrineAdopted {
        /// Whose.
        by: Seat,
        /// Which.
        doctrine: DoctrineId,
        /// For whom, if it is one of statecraft.
        scope: LineScope,
    },
    /// A line drifted on an occasion.
    LineDrifted {
        /// Whose.
        by: PolityId,
        /// The line that was in force.
        doctrine: DoctrineId,
        /// What came about, by position in its list of drift.
        turn: u16,
        /// On which occasion.
        occasion: Occasion,
        /// Whether no more came about than an amendment.
        amended: bool,
    },
    /// A state did what its line rules out.
    LineBroken {
        /// Who.
        by: PolityId,
        /// The line.
        doctrine: DoctrineId,
        /// The limit, by position in its list.
        limit: u16,
    },
    /// A content event happened.
    EventHappened {
        /// Which.
        event: EventId,
    },
    /// A plan of several years was drawn up.
    PlanDrawnUp {
        /// Whose.
        polity: PolityId,
        /// Growth of the product a year that it sets out for.
        growth: f64,
        /// Priority of means of production over consumption (0–1; 0.5 = even).
        heavy: f64,
    },
    /// A plan ended, and its fulfilment was reported.
    PlanFulfilled {
        /// Whose.
        polity: PolityId,
        /// Reported output over targets.
        reported: f64,
    },
    /// What was true of an earlier plan came out.
    PlanReckoned {
        /// Whose.
        polity: PolityId,
        /// The first month of that plan.
        start: Month,
        /// Output over targets as it was reported.
        reported: f64,
        /// Output over targets as it was.
        truth: f64,
    },
    /// A ruling circle that fell out rolled a reform of planning back.
    ReformRolledBack {
        /// Where.
        polity: PolityId,
        /// Which reform.
        kind: ReformKind,
    },
    /// A programme of property was carried through.
    ProgrammeFinished {
        /// Where.
        polity: PolityId,
        /// Of which kind.
        programme: ProgrammeKind,
        /// In which sector.
        sector: GoodId,
        /// Share of the sector that changed hands (0–1).
        moved: f64,
    },
    /// A programme of property was given up.
    ProgrammeAbandoned {
        /// Where.
        polity: PolityId,
        /// Of which kind.
        programme: ProgrammeKind,
        /// In which sector.
        sector: GoodId,
        /// Share of the sector that had changed hands (0–1).
        moved: f64,
    },
    /// A sector went to the state.
    Nationalised {
        /// Where.
        polity: PolityId,
        /// Which sector.
        sector: GoodId,
        /// Share of the sector taken (0–1).
        moved: f64,
        /// Share of the worth promised to foreign owners (0–1).
        compensation: f64,
        /// The state whose owners held most of what foreigners held, if any.
        owner: Option<PolityId>,
    },
    /// Hunger followed a programme of property.
    HungerFollowed {
        /// Where.
        polity: PolityId,
        /// Which programme.
        programme: ProgrammeKind,
    },
    /// All members of a community draw up their plans together.
    PlanOfAllAgreed {
        /// Which community.
        organisation: OrganisationId,
    },
    /// One member's refusal made the plan of all fail; what pairs have agreed stands.
    PlanOfAllRefused {
        /// Which community.
        organisation: OrganisationId,
        /// Who refused.
        by: PolityId,
    },
    /// Deliveries owed under a protocol were given up.
    ArrearsWrittenOff {
        /// Who owed.
        debtor: PolityId,
        /// To whom.
        creditor: PolityId,
        /// How much.
        value: Goods,
    },
    /// A specialisation lost its ground.
    SpecialisationEnded {
        /// Who made the good for both.
        specialist: PolityId,
        /// Who relied on it.
        partner: PolityId,
        /// Which good.
        good: GoodId,
    },
    /// A joint work was finished.
    WorkFinished {
        /// What.
        kind: ProjectKind,
        /// Where.
        site: PolityId,
    },
    /// A joint work stands half-built.
    WorkStopped {
        /// What.
        kind: ProjectKind,
        /// Where.
        site: PolityId,
        /// Who pays no more.
        by: PolityId,
    },
    /// A joint work was given up half-built.
    WorkAbandoned {
        /// What.
        kind: ProjectKind,
        /// Where.
        site: PolityId,
    },
    /// A market community has become a customs union.
    CustomsUnionFormed {
        /// Which.
        organisation: OrganisationId,
    },
    /// Somebody was first in space.
    SpaceFirst {
        /// Who.
        polity: PolityId,
        /// In what.
        feat: SpaceFeat,
    },
}

/// A fact with its date.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// When.
    pub month: Month,
    /// What.
    pub fact: Fact,
}

/// Everything told so far.
#[derive(Resource, Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Chronicle {
    entries: Vec<Entry>,
}

impl Chronicle {
    /// All entries, oldest first.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }
    /// Enters a fact.
    pub(in crate::sim) fn tell(&mut self, month: Month, fact: Fact) {
        self.entries.push(Entry { month, fact });
    }
}
