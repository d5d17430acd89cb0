//! An order being prepared: kind, target, numbers.

use crate::base::{DoctrineId, GoodId, Id, MovementId, OrganisationId, PolityId};
use crate::content::defs::Content;
use crate::content::vocabulary::{
    AidForm, Branch, Class, Concession, CrisisMove, Degree, Ids, LineScope, MotionKind, Order, OrderKind,
    PeaceTerms, ProgrammeKind, ProjectKind, ReformKind, Strategy, Strings, Treaty, WarAim,
};
use crate::sim::doctrine::LARGEST_STEP;
use crate::sim::economy::Market;
use crate::sim::finance::{Budget, BudgetLine};
use crate::sim::organisations::{Assembly, Organisations, is_by_choice};
use crate::sim::plan::FiveYearPlan;
use crate::sim::{Seat, Simulation};
use crate::view::Unit;
use crate::view::words::{play_words, sentence_case, text};

use super::menu::can_be_denounced;

/// What an order is aimed at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    /// A state or dependency.
    Polity(PolityId),
    /// A movement.
    Movement(MovementId),
    /// A sector.
    Good(GoodId),
    /// A class.
    Class(Class),
    /// A strategy.
    Strategy(Strategy),
    /// A doctrine.
    Doctrine(DoctrineId),
    /// A parameter of a doctrine, by its place in the list.
    Parameter(DoctrineId, u16),
    /// An offer that waits, by its number.
    Offer(u32),
    /// A crisis, by its number.
    Crisis(u32),
    /// A programme of property.
    Programme(ProgrammeKind),
    /// An organisation.
    Organisation(OrganisationId),
}

/// An order being prepared.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Draft {
    /// Its kind, once chosen.
    pub kind: Option<OrderKind>,
    /// What it is aimed at, once chosen; orders without a target need none.
    pub pick: Option<Pick>,
    /// Its numbers, in the order of [`parameters_of`]; a choice is the number of its place in the list. No order takes
    /// more than four. Two orders keep in the last what they are about beside their target: the organisation of an expulsion,
    /// the motion that is lobbied for.
    pub numbers: [f64; 4],
}

/// A number or choice that an order takes.
#[derive(Debug, Clone, PartialEq)]
pub struct Parameter {
    /// What it is, in plain words.
    pub what: String,
    /// Smallest allowed.
    pub min: f64,
    /// Largest allowed.
    pub max: f64,
    /// Step of the control.
    pub step: f64,
    /// Where it starts if nothing is in force.
    pub default: f64,
    /// What it is counted in.
    pub unit: Unit,
    /// The choices, if it is a choice and not a number.
    pub choices: Vec<String>,
}

/// Rule for a share from just above nothing to `max`.
fn share(what: &str, min: f64, max: f64, default: f64) -> Parameter {
    let (what, choices) = (what.to_owned(), Vec::new());
    Parameter { what, min, max, step: 0.005, default, unit: Unit::Share, choices }
}

fn choice(what: &str, choices: Vec<String>) -> Parameter {
    let max = choices.len().saturating_sub(1) as f64;
    Parameter { what: what.into(), min: 0.0, max, step: 1.0, default: 0.0, unit: Unit::Count, choices }
}

/// How a government can be helped with men, what was usual first.
const TO_GOVERNMENTS: [Degree; 3] = [Degree::Regulars, Degree::Volunteers, Degree::Advisers];
/// How far a part in a movement's struggle goes.
const TO_MOVEMENTS: [Degree; 3] = [Degree::Arms, Degree::Advisers, Degree::Volunteers];

fn degrees(of: &[Degree]) -> Vec<String> {
    of.iter().map(|degree| sentence_case(degree.words())).collect()
}

/// The moves in a crisis: one of each kind, then each concession.
fn plays() -> impl Iterator<Item = CrisisMove> {
    let concessions = Concession::ALL.into_iter().map(|give| CrisisMove::OfferConcession { give });
    CrisisMove::ALL.into_iter().chain(concessions)
}

/// The numbers and choices that a kind of order takes, with the ranges that its reference gives. `sectors` are the
/// names of the goods.
pub fn parameters_of(kind: OrderKind, sectors: &[String]) -> Vec<Parameter> {
    use OrderKind as O;
    let budget = text!("q.budget_share");
    let product = text!("q.product_share");
    match kind {
        O::GiveAid => {
            let forms = AidForm::ALL.iter().map(|form| form.words().to_owned()).collect();
            vec![share(budget, 0.005, 0.1, 0.02), choice(text!("q.form"), forms)]
        }
        O::OfferCredit => {
            let years =
                Parameter { unit: Unit::Years, step: 1.0, ..share(text!("q.years"), 1.0, 30.0, 12.0) };
            vec![share(budget, 0.005, 0.2, 0.03), years, share(text!("q.interest"), 0.0, 0.15, 0.025)]
        }
        O::ArmMovement => {
            vec![share(budget, 0.005, 0.05, 0.01), choice(text!("q.degree"), degrees(&TO_MOVEMENTS))]
        }
        O::ShiftInvestment => vec![share(text!("q.points"), -0.2, 0.2, 0.05)],
        O::SetInvestment => vec![share(product, 0.05, 0.45, 0.2)],
        O::SetForces => vec![share(product, 0.0, 0.35, 0.05)],
        O::SetWelfare => vec![share(product, 0.0, 0.35, 0.08)],
        O::SetTaxes => vec![share(product, 0.02, 0.6, 0.2)],
        O::BuildWarheads => vec![share(budget, 0.005, 0.1, 0.02)],
        O::SendTroops => {
            let forces = share(text!("q.forces_share"), 0.005, 0.5, 0.1);
            vec![forces, choice(text!("q.degree"), degrees(&TO_GOVERNMENTS))]
        }
        O::DrawUpPlan => vec![
            share(text!("q.growth"), 0.0, 0.2, 0.06),
            share(text!("q.invested"), 0.05, 0.45, 0.22),
            Parameter { unit: Unit::Index, step: 0.05, ..share(text!("q.heavy"), 0.0, 1.0, 0.5) },
            share(text!("q.procurement"), 0.0, 0.6, 0.22),
        ],
        O::RevisePlan => {
            vec![Parameter { step: 0.05, ..share(text!("q.revision"), -0.5, 0.5, -0.2) }]
        }
        O::ReformPlanning => {
            let kinds = ReformKind::ALL.iter().map(|kind| sentence_case(kind.words())).collect();
            vec![choice(text!("q.reform"), kinds)]
        }
        O::LimitExports => vec![share(text!("q.withheld"), 0.0, 0.5, 0.15)],
        O::ProposeSpecialisation => vec![choice(text!("q.sector"), sectors.to_vec())],
        O::ProposeProject => {
            let kinds = ProjectKind::ALL.iter().map(|kind| sentence_case(kind.words())).collect();
            vec![choice(text!("q.work"), kinds)]
        }
        O::OpenWar => {
            let aims = WarAim::ALL.iter().map(|aim| sentence_case(aim.words())).collect();
            vec![choice(text!("q.aim"), aims)]
        }
        O::Denounce => {
            let treaties = Treaty::ALL.iter().map(|treaty| sentence_case(treaty.words())).collect();
            vec![choice(text!("q.treaty"), treaties)]
        }
        O::OfferArmistice => {
            let terms = PeaceTerms::ALL.iter().map(|terms| sentence_case(terms.words())).collect();
            vec![choice(text!("q.terms"), terms)]
        }
        O::SetResearch => {
            let branches = Branch::ALL.iter().map(|branch| sentence_case(branch.words())).collect();
            vec![share(product, 0.0, 0.03, 0.01), choice(text!("q.branch"), branches)]
        }
        O::SetMoney => {
            vec![Parameter { unit: Unit::Weight, step: 0.1, ..share(text!("q.stance"), -1.0, 1.0, 0.0) }]
        }
        O::ConvertClaims => vec![share(text!("q.claims_share"), 0.05, 1.0, 0.25)],
        O::OfferReschedule => {
            let years =
                Parameter { unit: Unit::Years, step: 1.0, ..share(text!("q.years"), 1.0, 30.0, 12.0) };
            let strings = Strings::ALL.iter().map(|strings| sentence_case(strings.words())).collect();
            vec![years, choice(text!("q.strings"), strings)]
        }
        O::AnswerOffer => {
            let answers = vec![text!("q.accept").to_owned(), text!("q.decline").to_owned()];
            vec![choice(text!("q.answer"), answers)]
        }
        O::MoveInCrisis => {
            vec![choice(text!("q.play"), plays().map(|play| sentence_case(play_words(play))).collect())]
        }
        O::Collectivise => {
            let ways = vec![text!("q.voluntary").to_owned(), text!("q.forced").to_owned()];
            vec![choice(text!("q.way"), ways)]
        }
        O::AdoptDoctrine => {
            let scopes = LineScope::ALL.iter().map(|scope| sentence_case(scope.words())).collect();
            vec![choice(text!("q.scope"), scopes)]
        }
        O::AmendDoctrine => {
            vec![Parameter { step: 0.01, ..share(text!("q.step"), -LARGEST_STEP, LARGEST_STEP, 0.05) }]
        }
        O::GatherIntelligence => vec![share(budget, 0.001, 0.02, 0.004)],
        O::FeignStrength => vec![Parameter { step: 0.05, ..share(text!("q.shown"), -0.5, 1.0, 0.3) }],
        O::OfferBase => vec![share(budget, 0.001, 0.01, 0.002)],
        O::SetBurden => vec![share(product, 0.01, 0.15, 0.04)],
        O::TableMotion => {
            let kinds = MotionKind::ALL.iter().map(|kind| sentence_case(kind.words())).collect();
            vec![choice(text!("q.motion"), kinds)]
        }
        O::Lobby => {
            let votes = [text!("og.yes"), text!("og.no")].map(sentence_case).to_vec();
            vec![share(budget, 0.001, 0.02, 0.004), choice(text!("q.vote"), votes)]
        }
        O::Nationalise => vec![share(text!("q.compensation"), 0.0, 1.0, 0.5)],
        O::GrantConcession => vec![choice(text!("q.sector"), sectors.to_vec())],
        _ => Vec::new(),
    }
}

/// Whether a kind of order is aimed at somebody or something.
pub fn takes_target(kind: OrderKind) -> bool {
    use OrderKind as O;
    !matches!(
        kind,
        O::SetInvestment
            | O::SetForces
            | O::SetWelfare
            | O::SetTaxes
            | O::BuildWarheads
            | O::SetMoney
            | O::ShutGoldWindow
            | O::SuspendPayments
            | O::Rise
            | O::Negotiate
            | O::DrawUpPlan
            | O::RevisePlan
            | O::ReformPlanning
            | O::Recentralise
            | O::LandReform
            | O::Collectivise
            | O::FeignStrength
            | O::RefuseCoordination
            | O::SetResearch
    )
}

impl Draft {
    /// A kind with its numbers at what is in force for the seat, or at their defaults.
    pub fn of_kind(sim: &Simulation, seat: Seat, kind: OrderKind) -> Self {
        let mut numbers = [0.0; 4];
        for (number, parameter) in numbers.iter_mut().zip(parameters_of(kind, &[])) {
            *number = parameter.default;
        }
        if let (Seat::Polity(id), Some(line)) = (seat, line_of(kind)) {
            numbers[0] = sim.polity::<Budget>(id).share(line);
        }
        if let (Seat::Polity(id), OrderKind::DrawUpPlan) = (seat, kind) {
            let five = sim.polity::<FiveYearPlan>(id);
            if let Some(ambition) = five.next().or(five.is_running().then(|| five.ambition())) {
                numbers = [ambition.growth, ambition.investment, ambition.heavy, ambition.procurement];
            }
        }
        if let (Seat::Polity(id), OrderKind::Expel) = (seat, kind) {
            let mine = sim.get::<Organisations>().iter().filter(|(one, organisation)| {
                is_by_choice(sim.content().organisations[*one].kind) && organisation.has(id)
            });
            let led = |&(one, _): &(OrganisationId, _)| sim.content().organisations[one].leader != Some(id);
            numbers[3] = mine.min_by_key(led).map_or(0.0, |(one, _)| one.index() as f64);
        }
        if kind == OrderKind::Lobby {
            let oldest = sim.get::<Assembly>().waiting().first();
            numbers[3] = oldest.map_or(0.0, |motion| f64::from(motion.number));
        }
        if let (Seat::Polity(id), OrderKind::SetMoney) = (seat, kind) {
            numbers[0] = sim.polity::<Market>(id).stance_set();
        }
        Self { kind: Some(kind), pick: None, numbers }
    }

    /// The same aimed at a target.
    pub fn towards(sim: &Simulation, seat: Seat, kind: OrderKind, pick: Pick) -> Self {
        let mut draft = Self { pick: Some(pick), ..Self::of_kind(sim, seat, kind) };
        if let (OrderKind::Denounce, Seat::Polity(own), Pick::Polity(with)) = (kind, seat, pick) {
            let stands = can_be_denounced(sim, own, with);
            draft.numbers[0] = stands.first().map_or(0.0, |treaty| treaty.index() as f64);
        }
        draft
    }

    fn polity(&self) -> Option<PolityId> {
        match self.pick {
            Some(Pick::Polity(id)) => Some(id),
            _ => None,
        }
    }

    fn movement(&self) -> Option<MovementId> {
        match self.pick {
            Some(Pick::Movement(id)) => Some(id),
            _ => None,
        }
    }

    fn good(&self) -> Option<GoodId> {
        match self.pick {
            Some(Pick::Good(id)) => Some(id),
            _ => None,
        }
    }

    fn organisation(&self) -> Option<OrganisationId> {
        match self.pick {
            Some(Pick::Organisation(id)) => Some(id),
            _ => None,
        }
    }

    fn class(&self) -> Option<Class> {
        match self.pick {
            Some(Pick::Class(class)) => Some(class),
            _ => None,
        }
    }

    /// The place in a list that a number stands for.
    fn place(&self, number: usize) -> usize {
        // `as` saturates; a list is asked with `get`.
        self.numbers[number].round().max(0.0) as usize
    }

    /// The order as [`Self::order`] makes it, or with names that the content gives.
    pub fn complete(&self, content: &Content) -> Option<Order<Ids>> {
        match (self.kind?, self.pick) {
            (OrderKind::AmendDoctrine, Some(Pick::Parameter(doctrine, place))) => {
                let parameter = content.doctrines.get(doctrine)?.parameters.get(usize::from(place))?;
                Some(Order::AmendDoctrine { doctrine, parameter: parameter.id.clone(), by: self.numbers[0] })
            }
            _ => self.order(),
        }
    }

    /// The order, if everything it needs is chosen and no name is needed. Ranges are judged by the rules, not here.
    pub fn order(&self) -> Option<Order<Ids>> {
        use OrderKind as O;
        let share = self.numbers[0];
        Some(match self.kind? {
            O::GiveAid => {
                Order::GiveAid { to: self.polity()?, form: *AidForm::ALL.get(self.place(1))?, share }
            }
            O::OfferCredit => {
                let years = u32::try_from(self.place(1)).ok()?;
                Order::OfferCredit { to: self.polity()?, share, years, interest: self.numbers[2] }
            }
            O::OfferTradeTreaty => Order::OfferTradeTreaty { with: self.polity()? },
            O::Recognise => Order::Recognise { whom: self.polity()? },
            O::Embargo => Order::Embargo { against: self.polity()? },
            O::LiftEmbargo => Order::LiftEmbargo { from: self.polity()? },
            O::ArmMovement => Order::ArmMovement {
                movement: self.movement()?,
                share,
                degree: *TO_MOVEMENTS.get(self.place(1))?,
            },
            O::Propaganda => Order::Propaganda { at: self.polity()? },
            O::ShiftInvestment => match self.pick {
                Some(Pick::Good(to)) => Order::ShiftInvestment { to, by: share },
                _ => return None,
            },
            O::SetInvestment => Order::SetInvestment { share },
            O::SetForces => Order::SetForces { share },
            O::SetWelfare => Order::SetWelfare { share },
            O::SetTaxes => Order::SetTaxes { share },
            O::BuildWarheads => Order::BuildWarheads { share },
            O::OpenIndependenceTalks => Order::OpenIndependenceTalks { with: self.polity()? },
            O::Concede => Order::Concede { to: self.polity()? },
            O::Repress => Order::Repress { movement: self.movement()? },
            O::OfferTalks => Order::OfferTalks { to: self.movement()? },
            O::SendTroops => {
                Order::SendTroops { to: self.polity()?, share, degree: *TO_GOVERNMENTS.get(self.place(1))? }
            }
            O::WithdrawTroops => Order::WithdrawTroops { from: self.polity()? },
            O::OpenWar => Order::OpenWar { against: self.polity()?, aim: *WarAim::ALL.get(self.place(0))? },
            O::OfferArmistice => {
                Order::OfferArmistice { to: self.polity()?, terms: *PeaceTerms::ALL.get(self.place(0))? }
            }
            O::OfferPact => Order::OfferPact { to: self.polity()? },
            O::DivideAndRule => Order::DivideAndRule { over: self.polity()? },
            O::Federate => Order::Federate { over: self.polity()? },
            O::Partition => Order::Partition { over: self.polity()? },
            O::OfferUnion => Order::OfferUnion { with: self.polity()? },
            O::AnswerOffer => match self.pick {
                Some(Pick::Offer(offer)) => Order::AnswerOffer { offer, accept: self.place(0) == 0 },
                _ => return None,
            },
            O::MoveInCrisis => match self.pick {
                Some(Pick::Crisis(crisis)) => {
                    Order::MoveInCrisis { crisis, play: plays().nth(self.place(0))? }
                }
                _ => return None,
            },
            O::AdoptDoctrine => match self.pick {
                Some(Pick::Doctrine(doctrine)) => {
                    Order::AdoptDoctrine { doctrine, scope: *LineScope::ALL.get(self.place(0))? }
                }
                _ => return None,
            },
            // A parameter is named by the content: see `complete`.
            O::AmendDoctrine => return None,
            O::Organise => Order::Organise { class: self.class()? },
            O::BuildFront => Order::BuildFront { with: self.class()? },
            O::ChooseStrategy => match self.pick {
                Some(Pick::Strategy(strategy)) => Order::ChooseStrategy { strategy },
                _ => return None,
            },
            O::SeekPatron => Order::SeekPatron { patron: self.polity()? },
            O::Rise => Order::Rise,
            O::SetMoney => Order::SetMoney { stance: share },
            O::ConvertClaims => Order::ConvertClaims { from: self.polity()?, share },
            O::ShutGoldWindow => Order::ShutGoldWindow,
            O::OfferReschedule => {
                let years = u32::try_from(self.place(0)).ok()?;
                Order::OfferReschedule {
                    to: self.polity()?,
                    years,
                    strings: *Strings::ALL.get(self.place(1))?,
                }
            }
            O::SuspendPayments => Order::SuspendPayments,
            O::WaiveReparations => Order::WaiveReparations { of: self.polity()? },
            O::Negotiate => Order::Negotiate,
            O::DrawUpPlan => {
                let [growth, investment, heavy, procurement] = self.numbers;
                Order::DrawUpPlan { growth, investment, heavy, procurement }
            }
            O::RevisePlan => Order::RevisePlan { by: share },
            O::ReformPlanning => Order::ReformPlanning { kind: *ReformKind::ALL.get(self.place(0))? },
            O::Recentralise => Order::Recentralise,
            O::Boycott => Order::Boycott { against: self.polity()? },
            O::Blockade => Order::Blockade { against: self.polity()? },
            O::LiftBlockade => Order::LiftBlockade { from: self.polity()? },
            O::AskEmbargo => Order::AskEmbargo { of: self.polity()? },
            O::LimitExports => Order::LimitExports { good: self.good()?, share },
            O::SetImportPriority => Order::SetImportPriority { good: self.good()? },
            O::LandReform => Order::LandReform,
            O::Collectivise => Order::Collectivise { forced: self.place(0) == 1 },
            O::Nationalise => Order::Nationalise { sector: self.good()?, compensation: share },
            O::Privatise => Order::Privatise { sector: self.good()? },
            O::GrantConcession => {
                Order::GrantConcession { to: self.polity()?, sector: GoodId::from_index(self.place(0)) }
            }
            O::EndProgramme => match self.pick {
                Some(Pick::Programme(programme)) => Order::EndProgramme { programme },
                _ => return None,
            },
            O::Join => Order::Join { organisation: self.organisation()? },
            O::LeaveOrganisation => Order::LeaveOrganisation { organisation: self.organisation()? },
            O::Expel => {
                Order::Expel { organisation: OrganisationId::from_index(self.place(3)), whom: self.polity()? }
            }
            O::Consult => Order::Consult { organisation: self.organisation()? },
            O::SetBurden => Order::SetBurden { organisation: self.organisation()?, share },
            O::GatherIntelligence => Order::GatherIntelligence { on: self.polity()?, share },
            O::FeignStrength => Order::FeignStrength { by: share },
            O::WithdrawRecognition => Order::WithdrawRecognition { whom: self.polity()? },
            O::OfferFriendship => Order::OfferFriendship { to: self.polity()? },
            O::Guarantee => Order::Guarantee { whom: self.polity()? },
            O::OfferBase => Order::OfferBase { to: self.polity()?, share },
            O::CallSummit => Order::CallSummit { with: self.polity()? },
            O::OfferArmsLimits => Order::OfferArmsLimits { to: self.polity()? },
            O::Denounce => Order::Denounce { with: self.polity()?, treaty: *Treaty::ALL.get(self.place(0))? },
            O::PressLine => Order::PressLine { on: self.polity()? },
            O::Polemic => Order::Polemic { with: self.polity()? },
            O::Conciliate => Order::Conciliate { with: self.polity()? },
            O::TableMotion => {
                Order::TableMotion { motion: *MotionKind::ALL.get(self.place(0))?, about: self.polity()? }
            }
            O::Lobby => Order::Lobby {
                whom: self.polity()?,
                motion: u32::try_from(self.place(3)).ok()?,
                yes: self.place(1) == 0,
                share,
            },
            O::ProposeProtocol => Order::ProposeProtocol { with: self.polity()? },
            O::ProposeSpecialisation => {
                let sector = GoodId::from_index(self.place(0));
                Order::ProposeSpecialisation { with: self.polity()?, sector }
            }
            O::ProposeProject => {
                Order::ProposeProject { with: self.polity()?, kind: *ProjectKind::ALL.get(self.place(0))? }
            }
            O::RefuseCoordination => Order::RefuseCoordination,
            O::DisputeArrears => Order::DisputeArrears { with: self.polity()? },
            O::SetResearch => Order::SetResearch { share, branch: *Branch::ALL.get(self.place(1))? },
        })
    }
}

/// The budget line that a kind of order sets.
fn line_of(kind: OrderKind) -> Option<BudgetLine> {
    Some(match kind {
        OrderKind::SetInvestment => BudgetLine::Investment,
        OrderKind::SetForces => BudgetLine::Forces,
        OrderKind::SetWelfare => BudgetLine::Welfare,
        OrderKind::SetTaxes => BudgetLine::Taxes,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(kind: OrderKind, pick: Option<Pick>) -> Draft {
        let mut numbers = [0.0; 4];
        for (number, parameter) in numbers.iter_mut().zip(parameters_of(kind, &[])) {
            *number = parameter.default;
        }
        Draft { kind: Some(kind), pick, numbers }
    }

    #[test]
    fn a_draft_becomes_an_order_when_all_is_chosen() {
        assert_eq!(Draft::default().order(), None);
        assert_eq!(draft(OrderKind::OfferPact, None).order(), None);
        let wrong = draft(OrderKind::OfferPact, Some(Pick::Offer(1)));
        assert_eq!(wrong.order(), None);
        let credit = draft(OrderKind::OfferCredit, Some(Pick::Polity(PolityId(4))));
        let expected = Order::OfferCredit { to: PolityId(4), share: 0.03, years: 12, interest: 0.025 };
        assert_eq!(credit.order(), Some(expected));
        assert_eq!(draft(OrderKind::Rise, None).order(), Some(Order::Rise));
    }

    #[test]
    fn parameters_start_inside_their_range() {
        for kind in super::super::menu::ALL_KINDS {
            let parameters = parameters_of(kind, &["one".to_owned()]);
            assert!(parameters.len() <= Draft::default().numbers.len());
            for parameter in parameters {
                assert!((parameter.min..=parameter.max).contains(&parameter.default), "{kind:?}");
            }
        }
    }

    #[test]
    fn numbers_beyond_a_list_make_no_order() {
        let mut aid = draft(OrderKind::GiveAid, Some(Pick::Polity(PolityId(0))));
        aid.numbers[1] = 99.0;
        assert_eq!(aid.order(), None);
        aid.numbers[1] = f64::NAN;
        assert!(matches!(aid.order(), Some(Order::GiveAid { form: AidForm::Economic, .. })));
    }
}
