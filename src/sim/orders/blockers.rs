//! What stands against an order, named by the lack.

use serde::{Deserialize, Serialize};

/// A reason why an order cannot be carried out. Each names what is lacking, so that a reader knows the remedy.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Blocker {
    /// The seat cannot give such an order (a state a movement's, a movement a state's).
    WrongSeat,
    /// The issuer is no sovereign state, or the movement is not in being.
    NotInBeing,
    /// The target is no sovereign state, or the movement is not in being.
    TargetNotInBeing,
    /// The target is the issuer.
    TargetIsSelf,
    /// A number lies outside its range.
    OutOfRange {
        /// Which number.
        what: String,
        /// Smallest allowed.
        min: f64,
        /// Largest allowed.
        max: f64,
    },
    /// The government lacks the authority.
    InsufficientAuthority {
        /// What it would cost.
        needs: f64,
        /// What it has.
        has: f64,
    },
    /// The budget cannot carry it.
    InsufficientBudget,
    /// The reserves cannot carry it.
    InsufficientReserves,
    /// The issuer does not recognise the target, or the other way round.
    NotRecognised,
    /// It is already so.
    AlreadySo,
    /// There is nothing of the kind to end or answer.
    NothingThere,
    /// One of the two has no warheads to limit.
    NoWarheads,
    /// There is too little between the two to meet about.
    LittleBetweenThem,
    /// A war for such an aim would have no ground: no claim to land, no movement to free, nothing hostile to end.
    NoGround,
    /// The war as it stands gives no ground for such terms.
    TermsNotOpen,
    /// Nobody takes part in such a struggle in this way.
    DegreeNotOpen,
    /// The crisis as it stands leaves no room for the move.
    MoveNotOpen,
    /// The two do not speak for one nation, and no federation of them is thought of.
    NotOneNation,
    /// No federation of dependencies of the issuer is thought of to which the target belongs.
    NoFederationInSight,
    /// No part of the target is the home of a people without a country.
    NoPartOfItsOwn,
    /// The issuer does not rule the target.
    NotRulerOfTarget,
    /// The two are not at war.
    NotAtWar,
    /// The two are at war.
    AtWar,
    /// The two stand in one pact.
    Allied,
    /// The state has no industry that could build it.
    InsufficientIndustry,
    /// No road leads there: no common border, sea way or ally's ground.
    OutOfReach,
    /// Creditors have bound the budget to austerity.
    BoundByStrings,
    /// The movement is too weak to rise.
    TooWeakToRise {
        /// Organisation needed.
        needs: f64,
        /// Organisation it has.
        has: f64,
    },
    /// Too little is under plan for a plan of several years, or for its reform.
    NotPlanned,
    /// The running plan has still long to go.
    PlanRuns {
        /// Months left of it.
        months: u32,
    },
    /// The technology is too far behind.
    InsufficientTechnology {
        /// Level needed (0–1).
        needs: f64,
        /// Level there is (0–1).
        has: f64,
    },
    /// The state sells too little of the good to move its market.
    NoWeightInMarket {
        /// Share of the world's exports of the good that is needed.
        needs: f64,
        /// Share it has.
        has: f64,
    },
    /// The state has no monopoly of foreign trade.
    NoTradeMonopoly,
    /// The two stand in no pact or community.
    NotAllied,
    /// The forces are too weak against those of the target.
    InsufficientForces,
    /// The state does not lead the organisation.
    NotLeader,
    /// The two share neither a social system nor an organisation.
    NoCommonCause,
    /// An open quarrel between the two has gone too far for it.
    InQuarrel,
    /// A treaty on the limits of arms forbids it.
    BoundByTreaty,
    /// The organisation is not one to which the state could belong.
    NotOpenTo,
    /// Who leads an organisation with others in it does not leave it.
    LeadsIt,
    /// Talks on independence are under way.
    AtTheTable,
    /// It is too soon for it.
    TooSoon {
        /// Months to wait.
        months: u32,
    },
    /// The two belong to no common community of planners.
    NoCommonCommunity,
    /// The two stand in no protocol.
    NoProtocol,
    /// There are as many of the kind as can be had at a time.
    TooMany {
        /// How many.
        most: u32,
    },
    /// The doctrine is not in force here.
    NotItsLine,
    /// The doctrine has no such parameter.
    NoSuchParameter,
    /// The doctrine in force rules it out.
    ForbiddenByDoctrine {
        /// Why, in its holders' words.
        because: String,
    },
}

impl Blocker {
    /// In plain words, with the remedy where there is one.
    pub fn words(&self) -> String {
        match self {
            Self::WrongSeat => "This seat cannot give such an order.".into(),
            Self::NotInBeing => "The issuer is not in being, or not a state of its own.".into(),
            Self::TargetNotInBeing => "The target is not in being, or not a state of its own.".into(),
            Self::TargetIsSelf => "An act of this kind cannot be aimed at oneself.".into(),
            Self::OutOfRange { what, min, max } => format!("{what} must lie between {min} and {max}."),
            Self::InsufficientAuthority { needs, has } => {
                format!(
                    "It needs {needs:.1} authority and there is {has:.1}. It grows back with time."
                )
            }
            Self::InsufficientBudget => "The budget cannot carry it. Raise taxes or cut a line.".into(),
            Self::InsufficientReserves => "Reserves do not suffice. Export more or borrow.".into(),
            Self::NotRecognised => "The two do not recognise each other. Recognise first.".into(),
            Self::AlreadySo => "It is already so.".into(),
            Self::NothingThere => "There is nothing of the kind to end or answer.".into(),
            Self::NoWarheads => "One of the two has no warheads to limit.".into(),
            Self::LittleBetweenThem => "There is too little between the two to meet about.".into(),
            Self::MoveNotOpen => "The crisis as it stands leaves no room for this move.".into(),
            Self::NoGround => "There is nothing of the kind to fight for there: no claim, no movement to free, no hostile act, no other form of rule.".into(),
            Self::TermsNotOpen => "The war as it stands gives no ground for such terms.".into(),
            Self::DegreeNotOpen => {
                "A government is helped with advisers, volunteers or regular troops; a movement with arms, advisers or volunteers.".into()
            }
            Self::NotOneNation => {
                "The two do not speak for one nation, and no federation of them is thought of.".into()
            }
            Self::NoFederationInSight => {
                "No federation is thought of that it could join under your rule.".into()
            }
            Self::NoPartOfItsOwn => "No part of it is the home of a people without a country.".into(),
            Self::NotRulerOfTarget => "The target is not ruled from here.".into(),
            Self::NotAtWar => "The two are not at war.".into(),
            Self::AtWar => "The two are at war.".into(),
            Self::Allied => "The two stand in one pact.".into(),
            Self::InsufficientIndustry => "There is no industry that could build it.".into(),
            Self::OutOfReach => "No road leads there: no common border, sea way or ally's ground.".into(),
            Self::BoundByStrings => {
                "Creditors have bound the budget to austerity. Wait, or suspend payments.".into()
            }
            Self::TooWeakToRise { needs, has } => {
                format!("The movement's organisation is {has:.2}; a rising needs {needs:.2}.")
            }
            Self::NotPlanned => "Too little of its output is under plan.".into(),
            Self::PlanRuns { months } => {
                format!("The running plan has {months} months to go. Revise it, or wait for its last year.")
            }
            Self::InsufficientTechnology { needs, has } => {
                format!("The technology stands at {has:.2} of the frontier; it needs {needs:.2}.")
            }
            Self::NoWeightInMarket { needs, has } => format!(
                "With its fellow producers, if any, it sells {:.1} % of what the world buys of this good; it takes {:.0} % to move a price.",
                has * 100.0,
                needs * 100.0
            ),
            Self::NoTradeMonopoly => {
                "Only a state with a monopoly of foreign trade sets what is bought abroad.".into()
            }
            Self::NotAllied => "The two stand in no pact or community.".into(),
            Self::InsufficientForces => "The forces are too weak against those of the target.".into(),
            Self::NotLeader => "Only the leader of the organisation can do that.".into(),
            Self::NoCommonCause => "The two share neither a social system nor an organisation.".into(),
            Self::InQuarrel => {
                "An open quarrel between the two has gone too far. Take a step back first.".into()
            }
            Self::BoundByTreaty => "A treaty on the limits of arms forbids it while it stands.".into(),
            Self::NotOpenTo => "The organisation is not open to this state.".into(),
            Self::AtTheTable => "Talks on independence are under way; nobody rises meanwhile.".into(),
            Self::LeadsIt => "Its leader does not leave an organisation while others are in it.".into(),
            Self::TooSoon { months } => format!("It is too soon. Wait {months} months."),
            Self::NoCommonCommunity => "The two belong to no common community of planners.".into(),
            Self::NoProtocol => "The two stand in no protocol. Propose one first.".into(),
            Self::TooMany { most } => format!("No more than {most} at a time. Finish one first."),
            Self::NotItsLine => "That doctrine is not in force here. Adopt it first.".into(),
            Self::NoSuchParameter => "That doctrine has no such parameter.".into(),
            Self::ForbiddenByDoctrine { because } => format!("The doctrine in force rules it out: {because}"),
        }
    }
}
