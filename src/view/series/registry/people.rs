//! How people live, and who rules them.

use crate::content::vocabulary::{FormOfRule, Issue, OrganisationKind};
use crate::sim::conflict::Forces;
use crate::sim::diplomacy::Relations;
use crate::sim::economy::{Accounts, Consumption};
use crate::sim::movements::Situation;
use crate::sim::organisations::Organisations;
use crate::sim::politics::{Government, Status};
use crate::sim::society::{Issues, Living};
use crate::sim::{Atlas, Seat};

use super::{A_HEAD, INDEX, MONEY, PEOPLE, SHARE, SeriesDef, state};

pub(super) const LIVING: &[SeriesDef] = &[
    state("population", PEOPLE, "People on its ground.", "ledger: PeopleBook", |now, id| now.people[id]),
    state("consumption_per_head", A_HEAD, "What households have.", "society: Living", |now, id| {
        now.sim.polity::<Living>(id).per_head()
    }),
    state(
        "living_standard",
        "1 = as expected",
        "What people have over what they expect.",
        "society: Living",
        |now, id| now.sim.polity::<Living>(id).standard(),
    ),
    state("grievance", INDEX, "Grievance of the people.", "society: Living", |now, id| {
        now.sim.polity::<Living>(id).grievance()
    }),
    state(
        "supplied",
        SHARE,
        "Share of wanted consumption that was had this month.",
        "economy: Accounts",
        |now, id| now.sim.polity::<Accounts>(id).supplied(),
    ),
    state(
        "food_security",
        "1 = enough",
        "Food had over food that a healthy life needs.",
        "economy: Consumption",
        |now, id| now.sim.polity::<Consumption>(id).food_security(),
    ),
];

pub(super) const RULE: &[SeriesDef] = &[
    state("sovereign", "0 or 1", "Whether it is a state of its own.", "politics: Status", |now, id| {
        f64::from(u8::from(now.sim.polity::<Status>(id).is_sovereign()))
    }),
    state(
        "socialist",
        "0 or 1",
        "Whether its form of rule is `Socialist`.",
        "politics: Government",
        |now, id| f64::from(u8::from(now.sim.polity::<Government>(id).form() == FormOfRule::Socialist)),
    ),
    state("legitimacy", INDEX, "Legitimacy of the government.", "politics: Government", |now, id| {
        now.sim.polity::<Government>(id).legitimacy()
    }),
    state("repression", INDEX, "Repression.", "politics: Government", |now, id| {
        now.sim.polity::<Government>(id).repression()
    }),
    state("ossification", INDEX, "Ossification of the apparatus.", "politics: Government", |now, id| {
        now.sim.polity::<Government>(id).ossification()
    }),
    state(
        "foreign_influence",
        INDEX,
        "Largest influence that another state has over it.",
        "diplomacy: Relations",
        |now, id| {
            let (relations, atlas) = (now.sim.get::<Relations>(), now.sim.get::<Atlas>());
            let agent = |one| atlas.agent(Seat::Polity(one));
            let others = now.sim.content().polities.ids().filter(|&other| other != id);
            others.map(|other| relations.influence(agent(other), agent(id))).fold(0.0, f64::max)
        },
    ),
    state(
        "alliance_cohesion",
        INDEX,
        "Cohesion of its military pact; of a state in none nothing is written.",
        "organisations: Organisation",
        |now, id| {
            let pact = now.sim.get::<Organisations>().iter().find(|(which, one)| {
                let kind = now.sim.content().organisations[*which].kind;
                kind == OrganisationKind::MilitaryPact && one.has(id)
            });
            pact.map_or(f64::NAN, |(_, pact)| pact.cohesion())
        },
    ),
    state(
        "anti_monopoly",
        INDEX,
        "Pressure of the movement against monopolies and foreign capital.",
        "society: Issues",
        |now, id| now.sim.polity::<Issues>(id).of(Issue::AntiMonopoly),
    ),
    state("ripeness", INDEX, "Revolutionary situation.", "movements: Situation", |now, id| {
        now.sim.polity::<Situation>(id).ripeness()
    }),
    state("forces", MONEY, "Military strength.", "conflict: Forces", |now, id| {
        now.sim.polity::<Forces>(id).strength()
    }),
    state("warheads", "warheads", "Warheads held.", "conflict: Forces", |now, id| {
        now.sim.polity::<Forces>(id).warheads()
    }),
];
