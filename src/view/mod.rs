//! Read-only projections of a running history: plain structs and words.
//!
//! A view is what one panel, one table or one line of `cof` shows. It is built by a plain function from a
//! [`Simulation`](crate::sim::Simulation), changes nothing, and knows no window. Every number it carries is an
//! [`Explained`]: it opens into the terms from which it was made. Words live in [`words`], in one table of text keys.

mod actions;
mod archive;
mod chart;
mod chronicle;
mod community;
mod crisis;
mod decision;
mod diplomacy;
mod doctrine;
mod economy;
mod exchange;
mod explained;
mod gauges;
mod ledger;
mod lesson;
mod look;
mod movement;
mod movements;
mod orders;
mod organisations;
mod outcome;
mod plan;
mod state;
mod territory;
mod trade;
mod victory;
mod war;

pub mod balance;
pub mod experiments;
pub mod facts;
pub mod laboratories;
pub mod report;
pub mod risings;
pub mod series;
pub mod society;
pub mod stats;
pub mod tournament;
pub mod words;

pub use actions::{ActionLine, OfferedGroup, OfferedOrder};
pub use archive::{
    ArchiveRow, ArchiveView, MeansLine, archive_rows, archive_text, archive_view, error_words, eyes_on,
};
pub use balance::{Balance, BalanceView};
pub use chart::{ChartSeries, ChartView, MOST_LINES, SeriesKey, chart_view};
pub use chronicle::{ChronicleEntry, ChronicleFilter, ChronicleView, Tone, chronicle_view};
pub use community::{CommunityView, MemberLine, ObligationLine, WorkLine};
pub use crisis::{
    CrisesView, CrisisLine, CrisisRow, CrisisSideView, CrisisView, MoveRow, MoveView, RungView, SideRow,
    crises_text, crises_view, crisis_of_seat, crisis_place, crisis_rows, offer_words,
};
pub use decision::{Alternative, DecisionLine, DecisionView, ReasonTerm, decision_view, decisions_of};
pub use diplomacy::{
    AnswerView, DiplomacyTab, DiplomacyView, DisputeView, MemberView, OfferView, OrganisationView,
    RelationView, diplomacy_text, diplomacy_view, offers_to_answer,
};
pub use doctrine::{
    ClaimLine, DoctrineView, DriftLine, FlipView, LimitView, LineView, ParameterView, Trial, TrialView,
    doctrine_text, doctrine_view, flip_words, trial_words, value_words,
};
pub use economy::{
    CommunityPage, DebtLine, DeliverySide, Door, EconomyPage, EconomyTab, EconomyView, MemberRow, MoneyPage,
    ObligationRow, PlanPage, PriceLine, PriceRecord, PricesPage, SectorProperty, Union, WorkRow,
    economy_view,
};
pub use exchange::exchange_account;
pub use explained::{Explained, How, TermView, Unit};
pub use gauges::{ClassSlice, CurrentSlice, Gauges};
pub use ledger::{LedgerColumn, LedgerRow, LedgerView, ledger_view};
pub use lesson::{AskView, LessonView};
pub use look::Look;
pub use movement::{HistoryLine, MovementView, PatronLine, movement_view};
pub use movements::{
    MovementColumn, MovementFilter, MovementRow, MovementsAsk, MovementsPage, MovementsTab, MovementsView,
    movements_view,
};
pub use orders::{
    Draft, MenuOrder, OrderGroup, OrdersView, Parameter, PendingOrder, Pick, TargetChoice, orders_view,
};
pub use organisations::{
    HegemonyView, MemberStand, MotionView, OneOrganisationView, OrganisationLine, OrganisationRow,
    OrganisationsAsk, OrganisationsView, QuarrelStep, QuarrelView, one_organisation_view, organisation_row,
    organisation_text, organisations_view,
};
pub use outcome::{AimLine, HarmLine, OutcomeView, outcome_view};
pub use plan::{PastPlan, PlanPreview, PlanSector, PlanView, PreviewSector, plan_preview, plan_view};
pub use risings::{RisingLine, RisingView, rising_view};
pub use society::{
    ClassLine, Mark, PeopleLine, PeopleYearView, RuleLine, RuleView, SituationView, SocietyTab, SocietyView,
    TerritoryLine, society_view,
};
pub use state::{AgreementLine, DoctrineLine, MovementLine, RelationLine, StateView, state_view};
pub use territory::{ClassRowView, ControlLine, SectorRow, TerritoryView, leading_current, territory_view};
pub use trade::{
    FlowKind, FlowLine, GoodLine, PartnerLine, TradeView, partner_flows, trade_flows, trade_text, trade_view,
};
pub use victory::{VictoryView, victory_view};
pub use war::{
    WarLine, WarMonthRow, WarRow, WarSideRow, WarSideView, WarView, WarsView, war_months_text, war_of_seat,
    war_rows, wars_text, wars_view,
};
pub use words::{Link, Piece, Sentence};
