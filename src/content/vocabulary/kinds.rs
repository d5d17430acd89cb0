//! Closed lists that data and code share: classes, currents, forms of rule, property, strategies.

use serde::{Deserialize, Serialize};

/// Declares a plain enum with its variants in order, an index and plain words.
macro_rules! kinds {
    ($( $(#[$meta:meta])* $name:ident { $( $(#[doc = $doc:literal])+ $variant:ident = $words:literal ),+ $(,)? } )+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $( $(#[doc = $doc])+ $variant ),+ }

        impl $name {
            /// All, in order.
            pub const ALL: &'static [Self] = &[$( Self::$variant ),+];
            /// How many there are.
            pub const COUNT: usize = Self::ALL.len();
            /// Name and meaning of every variant, for the generated reference.
            pub const DOCS: &'static [(&'static str, &'static str)] =
                &[$( (stringify!($variant), concat!($($doc),+)) ),+];
            /// Position in [`Self::ALL`].
            pub const fn index(self) -> usize {
                self as usize
            }
            /// In plain words, lower case.
            pub const fn words(self) -> &'static str {
                match self { $( Self::$variant => $words ),+ }
            }
        }
    )+};
}

kinds! {
    /// What a debtor has to do when its debts are put off.
    Strings {
        /// Nothing.
        None = "without strings",
        /// Cut welfare and investment, and keep them down.
        Austerity = "against austerity",
        /// Open its market to the creditor.
        OpenMarkets = "against an open market",
    }

    /// A class of a territory's people.
    Class {
        /// Those who till land, their own or others'.
        Peasants = "peasants",
        /// Those who live from rent of land.
        Landowners = "landowners",
        /// Wage workers in industry, mines, transport and services.
        Workers = "workers",
        /// Teachers, engineers, doctors, students, writers.
        Intelligentsia = "intelligentsia",
        /// Craftsmen, shopkeepers, small traders.
        PettyBourgeoisie = "petty bourgeoisie",
        /// Owners whose capital lives from the home market.
        NationalBourgeoisie = "national bourgeoisie",
        /// Owners tied to monopoly or foreign capital (the documents' monopoly or comprador bourgeoisie).
        LargeOwners = "large owners",
        /// Officials, officers and administrators.
        Officials = "officials",
    }

    /// A current of opinion over which a class leans.
    Current {
        /// Communist.
        Communist = "communist",
        /// Social-democratic.
        SocialDemocratic = "social-democratic",
        /// National.
        National = "national",
        /// Liberal.
        Liberal = "liberal",
        /// Conservative or religious.
        Conservative = "conservative",
        /// Authoritarian right.
        AuthoritarianRight = "authoritarian right",
    }

    /// What a doctrine is about.
    DoctrineDomain {
        /// Friends, rivals and rule at home.
        Statecraft = "statecraft",
        /// How an economy is steered: plan, property, money, trade.
        Economy = "the economy",
    }

    /// To whom a line of statecraft applies.
    LineScope {
        /// At home and in the own camp, and across systems.
        Both = "at home, in the own camp and across systems",
        /// At home and in the own camp.
        Camp = "at home and in the own camp",
        /// Across systems.
        Abroad = "across systems",
    }

    /// An occasion on which those who hold a line look at it anew. All but the first three are shocks.
    Occasion {
        /// A congress of the party in power.
        Congress = "a congress",
        /// A leader without term has gone.
        Succession = "a change of leaders",
        /// An election that counts.
        Election = "an election",
        /// A war was lost.
        LostWar = "a lost war",
        /// It gave way in a crisis.
        LostCrisis = "a crisis in which it gave way",
        /// People live much worse than they expect.
        Hardship = "a fall of the living standard",
        /// The correlation of forces, as it sees it, has shifted.
        Tilt = "a shift of the correlation of forces",
    }

    /// The form of rule of a polity (`data/regimes.csv`).
    FormOfRule {
        /// Rule of a communist party over a planned economy.
        Socialist = "socialist state",
        /// Parliamentary rule over a developed market economy.
        CapitalistCore = "developed market state",
        /// Rule over a market economy that depends on others' capital and markets.
        CapitalistDependent = "dependent market state",
        /// Ruled from abroad as a colony or protectorate.
        Colony = "colony",
        /// Ruled from abroad under a mandate or trust.
        MandateOrTrust = "trust territory",
        /// A monarchy resting on landowners.
        FeudalMonarchy = "landed monarchy",
        /// A national movement or national bourgeoisie in power.
        NationalBourgeois = "national state",
        /// The army or an authoritarian right in power.
        MilitaryRight = "military or authoritarian rule",
        /// Fascist rule.
        Fascist = "fascist state",
    }

    /// The three groups by which world tables are read (row K8). A statistical bracket, not a verdict.
    System {
        /// States of form `Socialist`, and what they rule.
        Socialist = "socialist",
        /// States of form `CapitalistCore`, without their dependencies.
        CapitalistCore = "capitalist core",
        /// All others: the South, dependencies included.
        South = "South",
    }

    /// Who owns the means of production of a sector.
    Property {
        /// The state.
        State = "state",
        /// Co-operatives and collectives.
        Cooperative = "cooperative",
        /// Those who work it themselves.
        Smallholder = "smallholder",
        /// Private owners of the country.
        NationalPrivate = "national private",
        /// Foreign or monopoly capital.
        Foreign = "foreign or monopoly",
    }

    /// How a movement seeks power.
    Strategy {
        /// Elections, unions, press.
        Legal = "legal road",
        /// Mass protest and strikes outside the law.
        Mass = "mass struggle",
        /// Risings and arms in towns.
        Urban = "urban insurrection",
        /// Protracted war from the countryside.
        Guerrilla = "rural guerrilla",
        /// Open war with armies.
        Conventional = "conventional war",
        /// Talks with the ruling power.
        Negotiation = "negotiation",
    }

    /// The four forms of help.
    AidForm {
        /// Goods and building projects.
        Economic = "economic",
        /// Arms and instructors.
        Military = "military",
        /// Political and diplomatic backing.
        Political = "political-diplomatic",
        /// Specialists, licences, scholarships.
        Scientific = "scientific-technical",
    }

    /// Kinds of organisations.
    OrganisationKind {
        /// A military pact.
        MilitaryPact = "military pact",
        /// A community that co-ordinates plans.
        PlanCommunity = "plan-coordinating community",
        /// A customs union, common market or recovery programme.
        Market = "market community",
        /// A conference or bureau of parties.
        PartyConference = "party conference",
        /// A conference of states outside the pacts.
        NonAligned = "non-aligned conference",
        /// The world organisation.
        World = "world organisation",
        /// An association of those who sell one good.
        Producers = "producers' association",
        /// A regional league.
        Regional = "regional league",
        /// A union of a metropole with former or present dependencies.
        Imperial = "imperial union",
    }

    /// Steps of an open quarrel between two that share a system or an organisation, each sharper than the one before.
    QuarrelRung {
        /// Letters between governments or parties that others get to read.
        Letter = "open letters",
        /// The other's line is attacked in print.
        Article = "articles against the line",
        /// Specialists come home; no more goods or knowledge are given.
        Recall = "recall of specialists",
        /// Neither comes where the other has called.
        Boycott = "boycott of congresses",
        /// The two part, and others take sides.
        Split = "split",
    }

    /// What members of the world organisation vote on.
    MotionKind {
        /// That a state's acts abroad are condemned.
        Condemn = "condemn",
        /// That a state ends a war.
        Ceasefire = "call for a ceasefire",
        /// That a state brings its troops home.
        Withdraw = "demand withdrawal",
        /// That members close their trade in machinery and arms with a state.
        Sanction = "impose sanctions",
        /// That a state gives up its dependencies.
        Decolonise = "demand decolonisation",
        /// That a state is admitted.
        Admit = "admit a member",
        /// That a claimant takes its nation's seat.
        Seat = "give the seat",
    }

    /// Kinds of war, as they are counted.
    WarKind {
        /// Between states.
        Interstate = "war between states",
        /// For power inside one state.
        Civil = "civil war",
        /// Of a dependency against its ruler.
        Anticolonial = "anti-colonial war",
        /// Foreign troops in another state's conflict.
        Intervention = "intervention",
    }

    /// How far a state takes part in another's struggle, what is least seen first.
    Degree {
        /// Arms and money alone.
        Arms = "arms",
        /// Officers who advise and train.
        Advisers = "advisers",
        /// Volunteers, of whom the government says that it has not sent them.
        Volunteers = "volunteers",
        /// Regular troops.
        Regulars = "regular troops",
    }

    /// What a war is begun for.
    WarAim {
        /// What fits: land that is held to be one's own, disputed ground, else another government or an end to hostile acts.
        AtHand = "what is within reach",
        /// Land of one's own home that another holds.
        RestoreBorder = "the border as it was",
        /// Land of one's own nation that another holds.
        TakeLand = "land of the own nation",
        /// Ground that both hold to be theirs.
        DisputedGround = "disputed ground",
        /// The land of a movement that wants a state of its own for it.
        FreeLand = "independence for the land",
        /// Another government, in the form of one's own.
        Overthrow = "another government",
        /// An end to hostile acts.
        Compel = "an end to hostile acts",
    }

    /// A treaty or promise that can be taken back.
    Treaty {
        /// Trade on better terms.
        Trade = "the trade treaty",
        /// Friendship.
        Friendship = "the treaty of friendship",
        /// Mutual defence.
        Pact = "the defence pact",
        /// The word to stand behind another; the one who gave it takes it back.
        Guarantee = "the guarantee",
        /// The lease of a base; the one on whose ground it lies shows the guest the door.
        Base = "the lease of the base",
        /// Limits of arms.
        ArmsLimits = "the limits of arms",
    }

    /// On which terms a war is to end. The side that is behind gives.
    PeaceTerms {
        /// What the front and the will of both allow.
        AtHand = "on terms that fit the front",
        /// Both go back to where they stood.
        StatusQuo = "with things as they were",
        /// Each keeps what it holds of the land fought over: what the attacker holds and takes for its own is ceded, the rest stays occupied.
        FrontLine = "on the line of the front",
        /// Who fights on foreign ground goes home.
        Withdrawal = "with a withdrawal",
        /// All land fought over that the other side holds to be its own passes to it.
        Cession = "with land ceded",
        /// Who gives drops its claim to the ground that both hold to be theirs.
        DisputedGround = "with a claim to disputed ground dropped",
        /// Another government, in the form of the other side's.
        ChangeOfGovernment = "with another government",
        /// An end to hostile acts, and recognition.
        Concessions = "with an end to hostile acts",
    }

    /// A change of property that takes months.
    ProgrammeKind {
        /// Estates go to those who till them.
        LandReform = "land reform",
        /// Holdings of peasants are joined in co-operatives and collectives.
        Collectivisation = "collectivisation",
        /// Enterprises of foreign and private owners go to the state.
        Nationalisation = "nationalisation",
        /// Enterprises of the state go to private owners, land of collectives to those who till it.
        Privatisation = "privatisation",
        /// Foreign capital builds in one sector under a concession.
        Concession = "concession",
    }

    /// Ways in which harm is done, as it is counted.
    Harm {
        /// Killed in war.
        War = "war dead",
        /// Killed by hunger.
        Famine = "famine dead",
        /// Killed by repression.
        Repression = "killed by repression",
        /// Driven from home, and still in the country.
        Displaced = "displaced",
        /// Gone abroad from war, want or persecution.
        Fled = "fled abroad",
    }

    /// Ways to reform planning: each trades control for efficiency.
    ReformKind {
        /// Enterprises are judged by profit beside their targets.
        ProfitAccounting = "profit accounting",
        /// Enterprises choose what and for whom they make; targets become few.
        AutonomousEnterprises = "autonomous enterprises",
        /// Prices and markets guide enterprises in social property.
        MarketSocialism = "market socialism",
        /// The plan is worked out and checked by computers.
        Computers = "planning by computers",
    }

    /// Works that several states build together, or one for another.
    ProjectKind {
        /// A pipeline or line that opens raw materials to all who pay for it.
        Pipeline = "pipeline",
        /// A dam or power grid that serves all who are joined to it.
        PowerGrid = "power grid",
        /// A mine.
        Mine = "mine",
        /// A steel works or machine works.
        Plant = "plant",
    }

    /// What people move for without wanting the power.
    Issue {
        /// Peace, and an end to a war.
        Peace = "peace movement",
        /// Wages, hours, work.
        Labour = "labour movement",
        /// Land and the prices of its fruit.
        Agrarian = "farmers' movement",
        /// Against monopolies and foreign capital.
        AntiMonopoly = "movement against monopolies",
        /// A vote and the rights of each.
        Rights = "movement for rights",
        /// The rights, or the state, of a nationality.
        Nationality = "national movement",
        /// The place of religion and custom.
        Faith = "religious movement",
    }

    /// What the front of a movement is promised for the time after victory.
    Pledge {
        /// Land to those who till it.
        Land = "land to those who till it",
        /// A better life for those who work.
        Work = "welfare for those who work",
        /// An economy of the nation's own.
        Economy = "the nation's economy in its own hands",
    }

    /// Branches of research.
    Branch {
        /// For making goods.
        Civilian = "civilian research",
        /// For arms.
        Military = "military research",
        /// For rockets and space flight.
        Space = "space research",
    }
}

impl FormOfRule {
    /// The bracket in which world tables count this form of rule.
    pub const fn system(self) -> System {
        match self {
            Self::Socialist => System::Socialist,
            Self::CapitalistCore => System::CapitalistCore,
            _ => System::South,
        }
    }

    /// Whether the form means rule from abroad.
    pub const fn is_dependency(self) -> bool {
        matches!(self, Self::Colony | Self::MandateOrTrust)
    }
}
