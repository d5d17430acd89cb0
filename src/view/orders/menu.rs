//! The kinds of orders, and whom each could be aimed at.

use crate::base::{DoctrineId, OrganisationId, PolityId};
use crate::content::defs::OrganisationDef;
use crate::content::vocabulary::{Class, OrderKind, OrganisationKind, Strategy, System, Treaty};
use crate::sim::community::{Community, plan_together};
use crate::sim::conflict::{Forces, Wars};
use crate::sim::crisis::Crises;
use crate::sim::diplomacy::{AgreementTag, Agreements, Offers, Recognition, ends_of};
use crate::sim::doctrine::{Doctrines, MovementDoctrines};
use crate::sim::economy::property::Programmes;
use crate::sim::finance::{Debts, KeyCurrency};
use crate::sim::movements::Movement;
use crate::sim::organisations::{Organisation, Organisations, Quarrels, is_by_choice};
use crate::sim::politics::{Control, Government, Lands, Status, may_unite};
use crate::sim::{Seat, Simulation};
use crate::view::words::{Speaker, fill, offer_words, parameter_words, sentence_case, text};

use super::draft::Pick;

/// All kinds, in the order of the menu: home, help and trade, diplomacy, movements, arms; then those of a movement.
pub const ALL_KINDS: [OrderKind; 84] = {
    use OrderKind as O;
    [
        O::AnswerOffer,
        O::MoveInCrisis,
        O::SetTaxes,
        O::SetInvestment,
        O::ShiftInvestment,
        O::DrawUpPlan,
        O::RevisePlan,
        O::ReformPlanning,
        O::Recentralise,
        O::SetWelfare,
        O::LandReform,
        O::Collectivise,
        O::Nationalise,
        O::Privatise,
        O::GrantConcession,
        O::EndProgramme,
        O::SetMoney,
        O::Concede,
        O::SetResearch,
        O::AdoptDoctrine,
        O::AmendDoctrine,
        O::GiveAid,
        O::OfferCredit,
        O::OfferTradeTreaty,
        O::Embargo,
        O::LiftEmbargo,
        O::Boycott,
        O::AskEmbargo,
        O::LimitExports,
        O::SetImportPriority,
        O::ProposeProtocol,
        O::ProposeSpecialisation,
        O::ProposeProject,
        O::DisputeArrears,
        O::RefuseCoordination,
        O::OfferReschedule,
        O::SuspendPayments,
        O::ConvertClaims,
        O::ShutGoldWindow,
        O::WaiveReparations,
        O::Recognise,
        O::WithdrawRecognition,
        O::OfferPact,
        O::OfferUnion,
        O::OfferArmsLimits,
        O::Denounce,
        O::CallSummit,
        O::OfferBase,
        O::Guarantee,
        O::OfferFriendship,
        O::Propaganda,
        O::Join,
        O::LeaveOrganisation,
        O::Expel,
        O::Consult,
        O::SetBurden,
        O::PressLine,
        O::Polemic,
        O::Conciliate,
        O::TableMotion,
        O::Lobby,
        O::OpenIndependenceTalks,
        O::DivideAndRule,
        O::Federate,
        O::Partition,
        O::ArmMovement,
        O::OfferTalks,
        O::Repress,
        O::SetForces,
        O::BuildWarheads,
        O::GatherIntelligence,
        O::FeignStrength,
        O::SendTroops,
        O::WithdrawTroops,
        O::Blockade,
        O::LiftBlockade,
        O::OfferArmistice,
        O::OpenWar,
        O::Organise,
        O::BuildFront,
        O::ChooseStrategy,
        O::SeekPatron,
        O::Negotiate,
        O::Rise,
    ]
};

/// Groups of the menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OrderGroup {
    /// Answers that others wait for.
    Answers,
    /// Government at home.
    Home,
    /// Help and trade.
    Trade,
    /// Diplomacy.
    Diplomacy,
    /// Dependencies and movements.
    Liberation,
    /// Arms and war.
    Force,
    /// Work of a movement.
    Movement,
}

impl OrderGroup {
    /// All, in the order of the menu.
    pub const ALL: [Self; 7] = [
        Self::Answers,
        Self::Home,
        Self::Trade,
        Self::Diplomacy,
        Self::Liberation,
        Self::Force,
        Self::Movement,
    ];

    /// In plain words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Answers => text!("og.answers"),
            Self::Home => text!("og.home"),
            Self::Trade => text!("og.trade"),
            Self::Diplomacy => text!("og.diplomacy"),
            Self::Liberation => text!("og.liberation"),
            Self::Force => text!("og.force"),
            Self::Movement => text!("og.movement"),
        }
    }

    /// The group of a kind.
    pub fn of(kind: OrderKind) -> Self {
        use OrderKind as O;
        match kind {
            O::AnswerOffer | O::MoveInCrisis => Self::Answers,
            O::SetTaxes
            | O::SetInvestment
            | O::ShiftInvestment
            | O::SetWelfare
            | O::SetMoney
            | O::AdoptDoctrine
            | O::AmendDoctrine
            | O::DrawUpPlan
            | O::RevisePlan
            | O::ReformPlanning
            | O::Recentralise
            | O::LandReform
            | O::Collectivise
            | O::Nationalise
            | O::Privatise
            | O::GrantConcession
            | O::EndProgramme => Self::Home,
            O::SetResearch => Self::Home,
            O::ProposeProtocol
            | O::ProposeSpecialisation
            | O::ProposeProject
            | O::DisputeArrears
            | O::RefuseCoordination => Self::Trade,
            O::GiveAid | O::OfferCredit | O::OfferTradeTreaty | O::Embargo | O::LiftEmbargo => Self::Trade,
            O::OfferReschedule
            | O::SuspendPayments
            | O::ConvertClaims
            | O::ShutGoldWindow
            | O::WaiveReparations => Self::Trade,
            O::Boycott | O::AskEmbargo | O::LimitExports | O::SetImportPriority => Self::Trade,
            O::Recognise | O::OfferPact | O::OfferUnion | O::Propaganda => Self::Diplomacy,
            O::Join
            | O::LeaveOrganisation
            | O::Expel
            | O::Consult
            | O::SetBurden
            | O::PressLine
            | O::Polemic
            | O::Conciliate
            | O::TableMotion
            | O::WithdrawRecognition
            | O::OfferFriendship
            | O::Guarantee
            | O::OfferBase
            | O::CallSummit
            | O::OfferArmsLimits
            | O::Denounce
            | O::Lobby => Self::Diplomacy,
            O::OpenIndependenceTalks
            | O::DivideAndRule
            | O::Federate
            | O::Partition
            | O::Concede
            | O::ArmMovement
            | O::OfferTalks
            | O::Repress => Self::Liberation,
            O::SetForces
            | O::BuildWarheads
            | O::SendTroops
            | O::WithdrawTroops
            | O::Blockade
            | O::LiftBlockade
            | O::OfferArmistice
            | O::GatherIntelligence
            | O::FeignStrength
            | O::OpenWar => Self::Force,
            O::Organise | O::BuildFront | O::ChooseStrategy | O::SeekPatron | O::Rise | O::Negotiate => {
                Self::Movement
            }
        }
    }
}

/// The kinds that fit a seat.
pub fn kinds_for(seat: Seat) -> impl Iterator<Item = OrderKind> {
    let movements = matches!(seat, Seat::Movement(_));
    ALL_KINDS.into_iter().filter(move |kind| kind.fits(movements))
}

/// Everybody and everything that a kind of order could be aimed at, with its name. Whether it may be is for the rules.
pub fn candidates(sim: &Simulation, seat: Seat, kind: OrderKind) -> Vec<(Pick, String)> {
    use OrderKind as O;
    let content = sim.content();
    let own = match seat {
        Seat::Polity(id) => Some(id),
        Seat::Movement(_) => None,
    };
    let polities = |fits: &dyn Fn(PolityId) -> bool| -> Vec<(Pick, String)> {
        let ids = content.polities.ids().filter(|&id| fits(id));
        ids.map(|id| (Pick::Polity(id), content.polities[id].name.clone())).collect()
    };
    let sovereign = |id: PolityId| sim.polity::<Status>(id).is_sovereign() && Some(id) != own;
    let ruled = |id: PolityId| own.is_some() && sim.polity::<Status>(id).ruler() == own;
    let agreed = |tag: AgreementTag| {
        let agreements = sim.get::<Agreements>();
        move |id: PolityId| own.is_some_and(|own| agreements.between(own, id, tag).is_some())
    };
    let movements = |fits: &dyn Fn(&Movement) -> bool| -> Vec<(Pick, String)> {
        let ids = content.movements.ids();
        let alive = ids.filter(|&id| sim.movement::<Movement>(id).is_alive() && fits(sim.movement(id)));
        alive.map(|id| (Pick::Movement(id), content.movements[id].name.clone())).collect()
    };
    let organisations = |fits: &dyn Fn(&OrganisationDef, bool) -> bool| -> Vec<(Pick, String)> {
        let all = sim.get::<Organisations>().iter();
        let open = all.filter(|(id, one)| {
            let def = &content.organisations[*id];
            is_by_choice(def.kind) && fits(def, own.is_some_and(|own| one.has(own)))
        });
        open.map(|(id, _)| (Pick::Organisation(id), content.organisations[id].name.clone())).collect()
    };
    let at_home = |movement: &Movement| Some(movement.against()) == own || ruled(movement.against());
    let mut list = match kind {
        O::SetInvestment
        | O::SetForces
        | O::SetWelfare
        | O::SetTaxes
        | O::BuildWarheads
        | O::FeignStrength
        | O::RefuseCoordination
        | O::SetResearch
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
        | O::Collectivise => Vec::new(),
        O::ConvertClaims => {
            let issuer = sim.get::<KeyCurrency>().issuer();
            polities(&|id| Some(id) == issuer && Some(id) != own)
        }
        O::OfferReschedule => {
            let debts = sim.get::<Debts>();
            polities(&|id| own.is_some_and(|own| debts.owed(id, own) > crate::base::Money::ZERO))
        }
        O::WaiveReparations => {
            let agreements = sim.get::<Agreements>();
            let pays =
                |id| own.is_some_and(|own| agreements.between(id, own, AgreementTag::Reparations).is_some());
            polities(&pays)
        }
        O::GiveAid | O::OfferCredit | O::OfferTradeTreaty | O::Recognise | O::Embargo | O::Propaganda => {
            polities(&sovereign)
        }
        O::SendTroops | O::OpenWar | O::OfferPact | O::SeekPatron | O::GrantConcession => {
            polities(&sovereign)
        }
        O::OfferUnion => polities(&|id| {
            sovereign(id) && own.is_some_and(|own| own != id && may_unite(sim.world(), own, id))
        }),
        O::Boycott | O::Blockade | O::AskEmbargo => polities(&sovereign),
        O::LiftEmbargo => {
            let (embargo, boycott) = (agreed(AgreementTag::Embargo), agreed(AgreementTag::Boycott));
            polities(&|id| embargo(id) || boycott(id))
        }
        O::LiftBlockade => polities(&agreed(AgreementTag::Blockade)),
        O::ProposeProject => polities(&sovereign),
        O::ProposeProtocol => polities(&|id| own.is_some_and(|own| own != id && plan_together(sim, own, id))),
        O::ProposeSpecialisation => {
            let community = sim.get::<Community>();
            polities(&|id| own.is_some_and(|own| community.protocol(own, id)))
        }
        O::DisputeArrears => {
            let community = sim.get::<Community>();
            polities(&|id| own.is_some_and(|own| community.arrears(id, own) > 0.0))
        }
        O::WithdrawTroops => {
            let (troops, base) = (agreed(AgreementTag::Troops), agreed(AgreementTag::Base));
            let lands = sim.get::<Lands>();
            // Ground that is held of others since a war that is over.
            let held = |id: PolityId| {
                let part = |territory| sim.territory::<Control>(territory).of(seat) > 0.0;
                Some(id) != own && lands.of(id).iter().any(|&territory| part(territory))
            };
            polities(&|id| troops(id) || base(id) || held(id))
        }
        O::OfferArmistice => {
            let wars = sim.get::<Wars>();
            polities(&|id| wars.between(seat, Seat::Polity(id)).is_some())
        }
        O::Join => organisations(&|_, member| !member),
        O::LeaveOrganisation | O::Consult => organisations(&|_, member| member),
        O::SetBurden => organisations(&|def, member| {
            member && def.leader == own && def.kind == OrganisationKind::MilitaryPact
        }),
        O::Expel | O::PressLine | O::Polemic => {
            let all = sim.get::<Organisations>();
            let together = |id: PolityId| {
                let choice = |(one, _): &(OrganisationId, &Organisation)| {
                    is_by_choice(content.organisations[*one].kind)
                };
                own.is_some_and(|own| all.iter().filter(choice).any(|(_, one)| one.has(own) && one.has(id)))
            };
            let kin = |id: PolityId| {
                let system = |id| sim.polity::<Government>(id).form().system();
                kind == O::Polemic
                    && own.is_some_and(|own| system(own) == system(id) && system(id) != System::South)
            };
            polities(&|id| sovereign(id) && (together(id) || kin(id)))
        }
        O::Conciliate => {
            let quarrels = sim.get::<Quarrels>();
            polities(&|id| own.is_some_and(|own| quarrels.between(own, id).is_some()))
        }
        O::GatherIntelligence => polities(&sovereign),
        O::WithdrawRecognition => {
            polities(&|id| sovereign(id) && own.is_some_and(|own| sim.get::<Recognition>().given(own, id)))
        }
        O::OfferFriendship => polities(&sovereign),
        O::Guarantee => polities(&sovereign),
        O::OfferBase => polities(&sovereign),
        O::CallSummit => polities(&sovereign),
        O::OfferArmsLimits => polities(&|id| sovereign(id) && sim.polity::<Forces>(id).warheads() >= 1.0),
        O::Denounce => polities(&|id| own.is_some_and(|own| !can_be_denounced(sim, own, id).is_empty())),
        O::TableMotion => polities(&|id| sim.polity::<Status>(id).is_sovereign()),
        O::Lobby => polities(&sovereign),
        O::OpenIndependenceTalks | O::DivideAndRule | O::Federate | O::Partition => polities(&ruled),
        O::Concede => polities(&|id| Some(id) == own || ruled(id)),
        O::ArmMovement => movements(&|movement| !at_home(movement)),
        O::Repress | O::OfferTalks => movements(&at_home),
        O::ShiftInvestment | O::Nationalise | O::Privatise => {
            let goods = content.goods.iter();
            goods.map(|(id, good)| (Pick::Good(id), good.name.clone())).collect()
        }
        O::LimitExports | O::SetImportPriority => {
            let goods = content.goods.iter().filter(|(_, good)| good.traded);
            goods.map(|(id, good)| (Pick::Good(id), good.name.clone())).collect()
        }
        O::EndProgramme => own
            .map(|own| sim.polity::<Programmes>(own))
            .into_iter()
            .flat_map(Programmes::iter)
            .map(|(kind, _)| (Pick::Programme(kind), sentence_case(kind.words())))
            .collect(),
        O::AdoptDoctrine => {
            let of_movements = matches!(seat, Seat::Movement(_));
            let doctrines = content.doctrines.iter().filter(|(_, def)| def.for_movements == of_movements);
            doctrines.map(|(id, def)| (Pick::Doctrine(id), def.name.clone())).collect()
        }
        O::AmendDoctrine => {
            let all: Vec<DoctrineId> = match seat {
                Seat::Polity(own) => sim.polity::<Doctrines>(own).all().collect(),
                Seat::Movement(own) => vec![sim.get::<MovementDoctrines>().of(own)],
            };
            all.into_iter()
                .flat_map(|id| {
                    let def = &content.doctrines[id];
                    def.parameters.iter().enumerate().map(move |(place, parameter)| {
                        let name = format!("{}: {}", def.name, parameter_words(&parameter.id));
                        (Pick::Parameter(id, place as u16), name)
                    })
                })
                .collect()
        }
        O::Organise | O::BuildFront => {
            Class::ALL.iter().map(|&class| (Pick::Class(class), sentence_case(class.words()))).collect()
        }
        O::ChooseStrategy => {
            Strategy::ALL.iter().map(|&it| (Pick::Strategy(it), sentence_case(it.words()))).collect()
        }
        O::AnswerOffer => {
            let waiting = sim.get::<Offers>().waiting().iter().filter(|offer| offer.to == seat);
            let speaker = Speaker(content);
            let name = |offer: &crate::sim::diplomacy::Offer| {
                let (from, what) = (speaker.acting_seat(offer.from).text, offer_words(content, &offer.what));
                format!("{from}: {what} ({})", until(offer.expires))
            };
            waiting.map(|offer| (Pick::Offer(offer.number), name(offer))).collect()
        }
        O::MoveInCrisis => {
            let ours = sim.get::<Crises>().list().iter();
            let ours = ours.filter(|crisis| own == Some(crisis.challenger) || own == Some(crisis.defender));
            ours.map(|crisis| (Pick::Crisis(crisis.number), content.polities[crisis.over].name.clone()))
                .collect()
        }
    };
    if !matches!(
        kind,
        O::Organise
            | O::BuildFront
            | O::ChooseStrategy
            | O::ShiftInvestment
            | O::LimitExports
            | O::SetImportPriority
            | O::Nationalise
            | O::Privatise
    ) {
        list.sort_by(|a, b| a.1.cmp(&b.1));
    }
    list
}

fn until(month: crate::base::Month) -> String {
    fill(text!("p.until"), &[("when", &month.to_string())]).to_lowercase()
}

/// What a state could take back towards another, as things stand.
pub(in crate::view) fn can_be_denounced(sim: &Simulation, own: PolityId, with: PolityId) -> Vec<Treaty> {
    let agreements = sim.get::<Agreements>();
    let stands = |treaty: &Treaty| {
        let [a, b] = ends_of(*treaty, own, with);
        agreements.between(a, b, (*treaty).into()).is_some()
    };
    Treaty::ALL.iter().copied().filter(stands).collect()
}
