//! Quantities: nouns that conditions compare and considerations weigh.

use serde::{Deserialize, Serialize};

use super::documented;
use super::refs::{MapRefs, Naming, Refs};
use super::who::Who;

documented! {
/// A number of the simulated world. Missions and events read the truth; agents read their estimates.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound = "")]
pub enum Quantity<R: Refs> {
    /// Product per head and year, in 2011 dollars.
    ProductPerHead { /// Whose.
        of: Who<R> },
    /// Product, as a share of the world's (0–1).
    WorldShare { /// Whose.
        of: Who<R> },
    /// Growth of product over the last twelve months (0.05 = 5 %).
    Growth { /// Whose.
        of: Who<R> },
    /// Living standard against expectation (1 = as expected).
    LivingStandard { /// Whose people.
        of: Who<R> },
    /// Legitimacy of the government (0–1).
    Legitimacy { /// Whose.
        of: Who<R> },
    /// Cohesion of the ruling circle (0–1).
    EliteCohesion { /// Whose.
        of: Who<R> },
    /// How far the law leaves whoever is not in power a road (0–1): votes that count, and under rule from abroad those of
    /// the ruling power, as far as neither landowners nor police stand between.
    LegalRoad { /// Where.
        of: Who<R> },
    /// Grievance of the people (0–1).
    Grievance { /// Whose people.
        of: Who<R> },
    /// The revolutionary situation (0–1).
    RevolutionarySituation { /// Where.
        of: Who<R> },
    /// Credibility of a state's line (0–1): lost by changing it often, amending it and breaking its limits.
    Credibility { /// Whose.
        of: Who<R> },
    /// Political capital a government can spend on orders (0–10).
    Authority { /// Whose.
        of: Who<R> },
    /// Budget balance as a share of the product (negative = deficit).
    BudgetBalance { /// Whose.
        of: Who<R> },
    /// Foreign reserves in months of imports.
    Reserves { /// Whose.
        of: Who<R> },
    /// Debt owed abroad as a share of the yearly product.
    DebtBurden { /// Whose.
        of: Who<R> },
    /// Share of the product that is invested (0–1).
    InvestmentShare { /// Whose.
        of: Who<R> },
    /// Share of the product spent on the forces (0–1).
    ForcesShare { /// Whose.
        of: Who<R> },
    /// Share of the product spent on welfare (0–1).
    WelfareShare { /// Whose.
        of: Who<R> },
    /// Own military strength over that of another, as a share of both (0–1).
    StrengthAgainst { /// Whose.
        of: Who<R>, /// Against whom.
        against: Who<R> },
    /// Warheads held.
    Warheads { /// Whose.
        of: Who<R> },
    /// How high a crisis between two has gone, as a share of the ladder (0–1); 0 without one.
    CrisisRung { /// One side.
        of: Who<R>, /// The other.
        with: Who<R> },
    /// What a side has at stake in a crisis (0–1), the other's as one believes it; 0 without one.
    CrisisStake { /// Whose.
        of: Who<R>, /// Against whom.
        with: Who<R> },
    /// Alert of a side's forces in a crisis, as a share of the highest (0–1); 0 without one.
    CrisisAlert { /// Whose.
        of: Who<R>, /// Against whom.
        with: Who<R> },
    /// Trust of one in another (0–1).
    Trust { /// Who trusts.
        of: Who<R>, /// Whom.
        to: Who<R> },
    /// Tension between two (0–1).
    Tension { /// One.
        of: Who<R>, /// The other.
        with: Who<R> },
    /// Influence of one over another (0–1).
    Influence { /// Who has it.
        of: Who<R>, /// Over whom.
        over: Who<R> },
    /// Influence of the rival of one over another (0–1).
    RivalInfluence { /// Whose rival.
        of: Who<R>, /// Over whom.
        over: Who<R> },
    /// Share of one's trade done with another (0–1).
    TradeShare { /// Whose trade.
        of: Who<R>, /// With whom.
        with: Who<R> },
    /// Nearness of form of rule and line (0–1).
    Affinity { /// One.
        of: Who<R>, /// The other.
        to: Who<R> },
    /// Nearness on the map (1 = neighbours).
    Proximity { /// One.
        of: Who<R>, /// The other.
        to: Who<R> },
    /// How much one has to gain in ground that two both hold to be theirs (0–1), less if it holds it; 0 where nothing is disputed,
    /// or a treaty of friendship or a pact lays it to rest.
    Dispute { /// One.
        of: Who<R>, /// The other.
        with: Who<R> },
    /// Threat felt from another (0–1).
    Threat { /// Who feels it.
        to: Who<R>, /// From whom.
        from: Who<R> },
    /// Risk of war felt with another (0–1).
    WarRisk { /// Who feels it.
        of: Who<R>, /// With whom.
        with: Who<R> },
    /// Weariness of war at home (0–1).
    WarWeariness { /// Whose.
        of: Who<R> },
    /// What the terms of peace that another has laid on the table, else those at hand, would bring one over what going on
    /// promises (−1 to 1); 0 where the two are not at war.
    PeaceGain { /// Whom.
        of: Who<R>, /// With whom.
        with: Who<R> },
    /// Whether two stand in one pact or community (0 or 1).
    Allied { /// One.
        of: Who<R>, /// The other.
        with: Who<R> },
    /// Whether one state rules in the form of the other's system (0 or 1).
    SameSystem { /// One.
        of: Who<R>, /// The other.
        with: Who<R> },
    /// Whether someone is at war (0 or 1).
    AtWar { /// Who.
        of: Who<R> },
    /// Need of help: deficit, low living standard, war (0–1).
    Need { /// Whose.
        of: Who<R> },
    /// Strength of a movement against those who hold power (0–1).
    Strength { /// Of which movement.
        of: Who<R> },
    /// Share of the territory a movement holds (0–1).
    Control { /// Of which movement.
        of: Who<R> },
    /// Organisation of a movement (0–1).
    Organisation { /// Of which movement.
        of: Who<R> },
    /// Breadth of a movement's front over the classes (0–1).
    FrontBreadth { /// Of which movement.
        of: Who<R> },
    /// Outside help a movement gets, as a share of its strength (0–1).
    OutsideHelp { /// Of which movement.
        of: Who<R> },
    /// How far a movement is seen as another power's tool (0–1).
    Taint { /// Of which movement.
        of: Who<R> },
    /// Strongest movement against a state (0–1).
    InternalThreat { /// Whose.
        of: Who<R> },
    /// Cost of holding a dependency, as a share of the ruler's budget (0–1).
    HoldingCost { /// Which dependency.
        of: Who<R> },
    /// Weight of a class in the ruling coalition (0–1).
    RulingClass { /// Whose coalition.
        of: Who<R>, /// Which class.
        class: super::kinds::Class },
    /// Lean of the people to a current (0–1).
    CurrentShare { /// Whose people.
        of: Who<R>, /// Which current.
        current: super::kinds::Current },
    /// Share of the labour force without work (0–1).
    Unemployment { /// Whose.
        of: Who<R> },
    /// Inflation, a year (0.05 = 5 %).
    Inflation { /// Whose.
        of: Who<R> },
    /// Debt service of enterprises and households beyond what profit bears with ease (0–1).
    CreditStrain { /// Whose.
        of: Who<R> },
    /// Lending that banks withhold (0–1).
    CreditCrunch { /// Whose.
        of: Who<R> },
    /// Interest on short credit less expected inflation, a year.
    RealInterest { /// Whose.
        of: Who<R> },
    /// Profit over capital, a year.
    ProfitRate { /// Whose.
        of: Who<R> },
    /// How far few firms share the sectors (0–1).
    Concentration { /// Whose.
        of: Who<R> },
    /// Monetary stance that is set (−1 = easy, 1 = tight).
    MoneyStance { /// Whose.
        of: Who<R> },
    /// Gold of the issuer of the key currency over its notes held abroad while it hands gold out (0–20); 0 for others and once
    /// it has stopped.
    GoldCoverage { /// Which issuer.
        of: Who<R> },
    /// Notes of the key currency held, as a share of reserves (0–1).
    Claims { /// Who holds them.
        of: Who<R> },
    /// Whether a payments crisis is under way (0 or 1).
    PaymentsCrisis { /// Whose.
        of: Who<R> },
    /// Service of debts in hard currency that is due, over export earnings.
    DebtService { /// Whose.
        of: Who<R> },
    /// Longest arrears on debts abroad, in months; while payments are suspended at least 6.
    Arrears { /// Whose.
        of: Who<R> },
    /// Balance of forces of one's own system, as one sees it (0–1, 0.5 = even).
    CorrelationOfForces { /// Who looks.
        of: Who<R> },
    /// Price of exports over price of imports (1 at base prices).
    TermsOfTrade { /// Whose.
        of: Who<R> },
    /// Share of the largest good in exports (0–1).
    ExportDependence { /// Whose.
        of: Who<R> },
    /// Share in the world's exports of the own largest export good (0–1).
    SellerWeight { /// Whose.
        of: Who<R> },
    /// Share in the world's exports of the good that its producers' association is about, of all members (0–1).
    ProducersWeight { /// Of whose association.
        of: Who<R> },
    /// What the other members of its producers' association hold back of what they usually sell (0–1).
    HeldBackByOthers { /// Whose fellows.
        of: Who<R> },
    /// Known deposits of raw materials over those known at the start (1 = as rich as then).
    Deposits { /// Whose.
        of: Who<R> },
    /// Share of one in what another buys abroad (0–1).
    MarketShare { /// The seller.
        of: Who<R>, /// In whose imports.
        with: Who<R> },
    /// Share of world exports now over the usual one of the last years (1 = as usual).
    MarketPosition { /// Whose.
        of: Who<R> },
    /// Exports as a share of the product.
    ExportShare { /// Whose.
        of: Who<R> },
    /// Whether a protocol on deliveries is in force between two (0 or 1).
    InProtocol { /// One.
        of: Who<R>, /// The other.
        with: Who<R> },
    /// What one owes another under a protocol and has not delivered, in months of what is due.
    DeliveryArrears { /// Who owes.
        of: Who<R>, /// To whom.
        to: Who<R> },
    /// Share of raw produce in what one has promised others to deliver (0–1).
    RawRole { /// Whose.
        of: Who<R> },
    /// Level of technology over that of both (0.5 = equal).
    RelativeLevel { /// Whose.
        of: Who<R>, /// Against whom.
        to: Who<R> },
    /// What one gives to its community by prices and works, as a share of the product; negative = receives.
    CommunityBurden { /// Whose.
        of: Who<R> },
    /// Whether two belong to one community of planners (0 or 1).
    PlansTogether { /// One.
        of: Who<R>, /// The other.
        with: Who<R> },
    /// Distance of two lines on the two axes (0–2.8).
    LineDistance { /// One.
        of: Who<R>, /// The other.
        to: Who<R> },
    /// Step that an open quarrel between two has reached (0 = none, 5 = split).
    QuarrelRung { /// One.
        of: Who<R>, /// The other.
        with: Who<R> },
    /// Other members of the pacts, communities and conferences that one leads.
    Leads { /// Who leads.
        of: Who<R> },
    /// Unity of the organisation that one leads and the other belongs to, either way (0–1); 0.5 where there is none.
    Unity { /// One.
        of: Who<R>, /// The other.
        with: Who<R> },
    /// Months since the members of the organisation that one leads, or else first belongs to, were last consulted.
    Unconsulted { /// Whose.
        of: Who<R> },
    /// How far acts abroad give cause for a motion: wars begun, troops and garrisons in other countries (0–1).
    Offence { /// Whose acts.
        of: Who<R> },
    /// Whether one has a seat in the world organisation (0 or 1).
    HasSeat { /// Who.
        of: Who<R> },
    /// How strongly one feels about the motion on the table that matters most to it (0–1); 0 where there is none.
    MotionStake { /// Who.
        of: Who<R> },
    /// Firsts in space (0–3).
    SpaceFirsts { /// Whose.
        of: Who<R> },
    /// World tension (0–1).
    WorldTension,
    /// Sovereign states.
    SovereignStates,
    /// Months since the campaign began.
    MonthsPlayed,
    /// The calendar year.
    Year,
    /// Share of output that is coordinated by plan (0–1).
    Planned { /// Whose.
        of: Who<R> },
    /// Share of the inputs wanted that cannot be had (0–1).
    Shortage { /// Whose.
        of: Who<R> },
    /// Share of what households want and do not get (0–1).
    Queues { /// Whose households.
        of: Who<R> },
    /// Output over targets in the running plan (1 = fulfilled); agents read what is reported, missions and events the truth.
    PlanFulfilment { /// Whose plan.
        of: Who<R> },
    /// How much reported output exceeds the true one (0.05 = 5 %).
    Padding { /// Whose reports.
        of: Who<R> },
    /// Years that the running plan has left; 0 where none runs.
    PlanYearsLeft { /// Whose plan.
        of: Who<R> },
    /// How far planning is reformed: prices, profit and contracts in the place of orders (0–1).
    ReformDepth { /// Whose planning.
        of: Who<R> },
    /// Share of a sector's capital under one form of property (0–1).
    SectorShare { /// Whose.
        of: Who<R>, /// Which sector.
        sector: R::Good, /// Which form of property.
        property: super::kinds::Property },
    /// Share of all capital that foreign owners hold (0–1); a core state's own monopolies do not count.
    ForeignShare { /// Whose.
        of: Who<R> },
    /// Profits taken abroad, as a share of the product (0–1).
    ProfitsAbroad { /// From where.
        of: Who<R> },
    /// How safe foreign owners feel (0–1).
    SafetyOfProperty { /// Where.
        of: Who<R> },
    /// What tillers sow and tend over what they would in normal times (1 = normal).
    Sowings { /// Where.
        of: Who<R> },
    /// Food had over food needed for a healthy life; below 1 people go short.
    FoodSecurity { /// Whose people.
        of: Who<R> },
    /// Strongest resistance to a change of property under way (0–1).
    PropertyResistance { /// Where.
        of: Who<R> },
    /// Whether a programme of property is under way (0 or 1).
    ProgrammeUnderWay { /// Where.
        of: Who<R>, /// Which.
        programme: super::kinds::ProgrammeKind },
}
}

/// Writes the two exhaustive matches over the shapes a quantity can have.
macro_rules! shapes {
    ($( $variant:ident ( $($field:ident),* ) $([$keep:ident])? = $words:literal ),+ $(,)?) => {
        impl<R: Refs> Quantity<R> {
            /// The same with names of the other kind.
            pub fn map<B: Refs, M: MapRefs<R, B>>(&self, to_refs: &mut M) -> Result<Quantity<B>, M::Error> {
                Ok(match self {
                    $( Self::$variant { $($field,)* $($keep)? } =>
                        Quantity::$variant { $($field: $field.map(to_refs)?,)* $($keep: *$keep)? }, )+
                    Self::WorldTension => Quantity::WorldTension,
                    Self::SovereignStates => Quantity::SovereignStates,
                    Self::MonthsPlayed => Quantity::MonthsPlayed,
                    Self::Year => Quantity::Year,
                    Self::SectorShare { of, sector, property } => Quantity::SectorShare {
                        of: of.map(to_refs)?, sector: to_refs.good(sector)?, property: *property,
                    },
                })
            }

            /// Whether it speaks of the other side of the act considered.
            pub fn speaks_of_target(&self) -> bool {
                match self {
                    $( Self::$variant { $($field,)* .. } => false $( || $field.is_target() )*, )+
                    Self::WorldTension | Self::SovereignStates | Self::MonthsPlayed | Self::Year => false,
                    Self::SectorShare { of, .. } => of.is_target(),
                }
            }

            /// In plain words.
            pub fn words(&self, names: &impl Naming<R>) -> String {
                match self {
                    $( Self::$variant { $($field,)* $($keep)? } => {
                        let text = String::from($words);
                        $( let text = text.replace(concat!("{", stringify!($field), "}"), &$field.words(names)); )*
                        $( let text = text.replace(concat!("{", stringify!($keep), "}"), $keep.words()); )?
                        text
                    } )+
                    Self::WorldTension => "world tension".into(),
                    Self::SovereignStates => "number of sovereign states".into(),
                    Self::MonthsPlayed => "months since the start".into(),
                    Self::Year => "year".into(),
                    Self::SectorShare { of, sector, property } => format!(
                        "{} share of {} in {}", property.words(), names.good(sector), of.words(names)
                    ),
                }
            }
        }
    };
}

shapes! {
    ProductPerHead(of) = "product per head of {of}",
    WorldShare(of) = "share of {of} in the world's product",
    Growth(of) = "growth of {of}",
    LivingStandard(of) = "living standard in {of} against expectation",
    Legitimacy(of) = "legitimacy of {of}",
    EliteCohesion(of) = "cohesion of the ruling circle of {of}",
    LegalRoad(of) = "road that the law leaves in {of}",
    Grievance(of) = "grievance in {of}",
    RevolutionarySituation(of) = "revolutionary situation in {of}",
    Credibility(of) = "credibility of {of}",
    Authority(of) = "authority of {of}",
    BudgetBalance(of) = "budget balance of {of}",
    Reserves(of) = "reserves of {of} in months of imports",
    DebtBurden(of) = "foreign debt of {of}",
    InvestmentShare(of) = "investment share of {of}",
    ForcesShare(of) = "forces' share of the product of {of}",
    WelfareShare(of) = "welfare share of the product of {of}",
    StrengthAgainst(of, against) = "military strength of {of} against {against}",
    Warheads(of) = "warheads of {of}",
    CrisisRung(of, with) = "height of the crisis between {of} and {with}",
    CrisisStake(of, with) = "stake of {of} in the crisis with {with}",
    CrisisAlert(of, with) = "alert of the forces of {of} against {with}",
    Trust(of, to) = "trust of {of} in {to}",
    Tension(of, with) = "tension between {of} and {with}",
    Influence(of, over) = "influence of {of} over {over}",
    RivalInfluence(of, over) = "influence of the rival of {of} over {over}",
    TradeShare(of, with) = "share of the trade of {of} with {with}",
    Affinity(of, to) = "nearness in rule and line of {of} to {to}",
    Proximity(of, to) = "nearness of {of} to {to}",
    Dispute(of, with) = "what {of} has to gain in ground disputed with {with}",
    Threat(to, from) = "threat felt by {to} from {from}",
    WarRisk(of, with) = "risk of war felt by {of} with {with}",
    WarWeariness(of) = "weariness of war in {of}",
    PeaceGain(of, with) = "gain of {of} by peace with {with}",
    Allied(of, with) = "alliance of {of} with {with}",
    SameSystem(of, with) = "same social system of {of} and {with}",
    AtWar(of) = "war of {of}",
    Need(of) = "need of {of}",
    Strength(of) = "strength of {of}",
    Control(of) = "ground held by {of}",
    Organisation(of) = "organisation of {of}",
    FrontBreadth(of) = "breadth of the front of {of}",
    OutsideHelp(of) = "outside help to {of}",
    Taint(of) = "standing of {of} as another power's tool",
    InternalThreat(of) = "strongest movement against {of}",
    HoldingCost(of) = "cost of holding {of}",
    RulingClass(of)[class] = "weight of the {class} in the coalition ruling {of}",
    CurrentShare(of)[current] = "lean to the {current} current in {of}",
    Unemployment(of) = "unemployment in {of}",
    Inflation(of) = "inflation in {of}",
    CreditStrain(of) = "credit strain in {of}",
    CreditCrunch(of) = "lending withheld in {of}",
    RealInterest(of) = "real interest in {of}",
    ProfitRate(of) = "profit rate in {of}",
    Concentration(of) = "concentration of firms in {of}",
    MoneyStance(of) = "monetary stance of {of}",
    GoldCoverage(of) = "gold of {of} over its notes held abroad",
    Claims(of) = "share of notes of the key currency in the reserves of {of}",
    PaymentsCrisis(of) = "payments crisis of {of}",
    DebtService(of) = "debt service of {of} over its export earnings",
    Arrears(of) = "months of arrears of {of}",
    CorrelationOfForces(of) = "correlation of forces as {of} sees it",
    Planned(of) = "share of output under plan in {of}",
    Shortage(of) = "shortage of inputs in {of}",
    Queues(of) = "queues in {of}",
    PlanFulfilment(of) = "fulfilment of the plan of {of}",
    Padding(of) = "padding of reports in {of}",
    PlanYearsLeft(of) = "years left of the plan of {of}",
    ReformDepth(of) = "reform of planning in {of}",
    TermsOfTrade(of) = "terms of trade of {of}",
    ExportDependence(of) = "share of the largest good in the exports of {of}",
    SellerWeight(of) = "share of {of} in the world's exports of its largest good",
    ProducersWeight(of) = "share of {of} and its fellow producers in the world's exports",
    HeldBackByOthers(of) = "share held back by the fellow producers of {of}",
    Deposits(of) = "known deposits of {of} over those of the start",
    MarketShare(of, with) = "share of {of} in the imports of {with}",
    MarketPosition(of) = "share of {of} in world exports over the usual one",
    ExportShare(of) = "exports of {of} as a share of its product",
    ForeignShare(of) = "foreign owners' share of the capital of {of}",
    ProfitsAbroad(of) = "profits taken abroad from {of}",
    SafetyOfProperty(of) = "safety of foreign property in {of}",
    Sowings(of) = "sowings and care of the land in {of}",
    FoodSecurity(of) = "food had over food needed in {of}",
    PropertyResistance(of) = "resistance to changes of property in {of}",
    ProgrammeUnderWay(of)[programme] = "{programme} under way in {of}",
    InProtocol(of, with) = "protocol on deliveries between {of} and {with}",
    DeliveryArrears(of, to) = "arrears of {of} to {to} in months",
    RawRole(of) = "share of raw produce in what {of} has promised",
    RelativeLevel(of, to) = "level of technology of {of} against {to}",
    CommunityBurden(of) = "burden that {of} bears for its community",
    PlansTogether(of, with) = "common community of planners of {of} and {with}",
    LineDistance(of, to) = "distance between the lines of {of} and {to}",
    QuarrelRung(of, with) = "step of the quarrel between {of} and {with}",
    Leads(of) = "members led by {of}",
    Unity(of, with) = "unity of the organisation of {of} and {with}",
    Unconsulted(of) = "months since those with {of} were consulted",
    Offence(of) = "acts of {of} abroad that others could bring to a vote",
    HasSeat(of) = "seat of {of} in the world organisation",
    MotionStake(of) = "stake of {of} in a motion on the table",
    SpaceFirsts(of) = "firsts in space of {of}",
}
