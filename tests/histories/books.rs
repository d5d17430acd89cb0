//! Random legal orders never break the books, ranges or shares.

use correlation::base::{Id, IdVec, PolityId};
use correlation::campaign::{Campaign, NewGame};
use correlation::content::vocabulary::{
    AidForm, Branch, Class, Degree, Ids, Order, ProgrammeKind, ProjectKind, Property, ReformKind, Strings,
    WarAim,
};
use correlation::sim::Seat;
use correlation::sim::economy::property::{Holdings, Vigour};
use correlation::sim::economy::{Accounts, Ownership};
use correlation::sim::ledger::{GoldBook, GoodsBook, GoodsFlow, MoneyBook, PeopleBook};
use correlation::sim::politics::{Government, Status};
use correlation::sim::society::{Classes, Living};
use proptest::prelude::*;

use super::content;

/// A seat, an order and a month, as raw numbers that are bent to what exists.
#[derive(Debug, Clone)]
struct Wish {
    issuer: u16,
    target: u16,
    kind: u8,
    share: f64,
    month: u8,
}

fn wishes() -> impl Strategy<Value = Vec<Wish>> {
    let wish = (any::<u16>(), any::<u16>(), 0u8..38, 0.0..0.4f64, 0u8..8)
        .prop_map(|(issuer, target, kind, share, month)| Wish { issuer, target, kind, share, month });
    prop::collection::vec(wish, 0..60)
}

fn order(wish: &Wish, sovereign: &[PolityId]) -> (Seat, Order<Ids>) {
    let pick = |number: u16| sovereign[usize::from(number) % sovereign.len()];
    let (issuer, to) = (pick(wish.issuer), pick(wish.target));
    let content = content();
    let good = correlation::base::GoodId::from_index(usize::from(wish.target) % content.goods.len());
    let movement =
        correlation::base::MovementId::from_index(usize::from(wish.target) % content.movements.len());
    let share = wish.share;
    let order = match wish.kind {
        0 => Order::GiveAid { to, form: AidForm::Economic, share },
        1 => Order::GiveAid { to, form: AidForm::Military, share },
        2 => Order::OfferCredit { to, share, years: 5, interest: 0.04 },
        3 => Order::OfferTradeTreaty { with: to },
        4 => Order::Embargo { against: to },
        5 => Order::ArmMovement { movement, share, degree: Degree::Arms },
        6 => Order::ShiftInvestment { to: good, by: share - 0.2 },
        7 => Order::SetInvestment { share },
        8 => Order::SetForces { share },
        9 => Order::SetWelfare { share },
        10 => Order::SetTaxes { share },
        11 => Order::BuildWarheads { share },
        12 => Order::OpenWar { against: to, aim: WarAim::AtHand },
        13 => Order::SendTroops { to, share, degree: Degree::Regulars },
        14 => Order::Repress { movement },
        15 => Order::DrawUpPlan { growth: share, investment: share, heavy: 2.0 * share, procurement: share },
        16 => Order::RevisePlan { by: share - 0.2 },
        17 => {
            Order::ReformPlanning { kind: ReformKind::ALL[usize::from(wish.target) % ReformKind::ALL.len()] }
        }
        18 => Order::Recentralise,
        19 => Order::LandReform,
        20 => Order::Collectivise { forced: wish.target.is_multiple_of(2) },
        21 => Order::Nationalise { sector: good, compensation: share },
        22 => Order::Privatise { sector: good },
        23 => Order::GrantConcession { to, sector: good },
        24 => Order::EndProgramme {
            programme: ProgrammeKind::ALL[usize::from(wish.target) % ProgrammeKind::COUNT],
        },
        25 => Order::ProposeProtocol { with: to },
        26 => Order::ProposeSpecialisation { with: to, sector: good },
        27 => Order::ProposeProject {
            with: to,
            kind: ProjectKind::ALL[usize::from(wish.target) % ProjectKind::COUNT],
        },
        28 => Order::RefuseCoordination,
        29 => Order::DisputeArrears { with: to },
        30 => {
            let branch = Branch::ALL[usize::from(wish.target) % Branch::COUNT];
            Order::SetResearch { share: share / 10.0, branch }
        }
        31 => Order::SetMoney { stance: share * 5.0 - 1.0 },
        32 => Order::ConvertClaims { from: content.scenario.poles[0], share },
        33 => Order::ShutGoldWindow,
        34 => Order::OfferReschedule { to, years: 10, strings: Strings::Austerity },
        35 => Order::SuspendPayments,
        36 => Order::WaiveReparations { of: to },
        _ => Order::Propaganda { at: to },
    };
    (Seat::Polity(issuer), order)
}

fn check(campaign: &Campaign) -> Result<(), TestCaseError> {
    let (sim, content) = (campaign.sim(), content());
    prop_assert_eq!(sim.get::<GoodsBook>().first_fault(), None);
    prop_assert!(sim.get::<MoneyBook>().closes());
    prop_assert!(sim.get::<GoldBook>().closes());
    prop_assert_eq!(sim.get::<PeopleBook>().first_fault(), None);
    for good in content.goods.ids() {
        let goods = sim.get::<GoodsBook>();
        prop_assert_eq!(goods.world(good, GoodsFlow::Exports), goods.world(good, GoodsFlow::Imports));
        prop_assert_eq!(goods.world(good, GoodsFlow::AidOut), goods.world(good, GoodsFlow::AidIn));
    }
    for id in content.polities.ids() {
        let government = sim.polity::<Government>(id);
        for value in [government.legitimacy(), government.cohesion(), government.ossification()] {
            prop_assert!((0.0..=1.0).contains(&value), "{} {value}", content.polities[id].id);
        }
        prop_assert!((0.0..=10.0).contains(&government.authority()));
        prop_assert!(sim.polity::<Living>(id).grievance().is_finite());
        prop_assert!(sim.polity::<Accounts>(id).product().0 >= 0);
        let held: f64 = Property::ALL.iter().map(|&form| sim.polity::<Holdings>(id).share(form)).sum();
        prop_assert!(held == 0.0 || (held - 1.0).abs() < 1e-6, "property of a country sums to {held}");
        for good in content.goods.ids() {
            let vigour = sim.polity::<Vigour>(id).of(good);
            prop_assert!((0.3..=1.3).contains(&vigour), "vigour {vigour}");
        }
    }
    for id in content.territories.ids() {
        let classes = sim.territory::<Classes>(id);
        let sum: f64 = classes.iter().map(|(_, row)| row.share()).sum();
        prop_assert!((sum - 1.0).abs() < 1e-6, "class shares of {} sum to {sum}", content.territories[id].id);
        for class in Class::ALL {
            let leans: f64 = classes.of(*class).currents().iter().sum();
            prop_assert!((leans - 1.0).abs() < 1e-6, "currents sum to {leans}");
        }
        for good in content.goods.ids() {
            let shares: f64 = sim.territory::<Ownership>(id).shares_of(good).iter().sum();
            prop_assert!((shares - 1.0).abs() < 1e-6, "{} property shares sum to {shares}", Property::COUNT);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, max_shrink_iters: 40, ..ProptestConfig::default() })]

    #[test]
    fn accounts_hold_under_random_legal_orders(seed in 0u64..1000, wishes in wishes()) {
        let mut campaign = Campaign::begin(&NewGame::new(content(), seed)).unwrap();
        check(&campaign)?;
        for month in 0..8u8 {
            let status: IdVec<PolityId, Status> =
                content().polities.ids().map(|id| *campaign.sim().polity::<Status>(id)).collect();
            let sovereign: Vec<PolityId> =
                status.iter().filter(|(_, status)| status.is_sovereign()).map(|(id, _)| id).collect();
            for wish in wishes.iter().filter(|wish| wish.month == month) {
                let (seat, order) = order(wish, &sovereign);
                if campaign.blockers(seat, &order).is_empty() {
                    campaign.give(seat, order);
                }
            }
            campaign.step();
            check(&campaign)?;
        }
    }
}
