//! Organisations: quarrels climb and are led back step by step, expulsion takes a vote, votes add up, the world organisation
//! grows and votes.

use std::path::Path;
use std::process::Command;

use correlation::base::{OrganisationId, PolityId};
use correlation::campaign::{Campaign, NewGame, SeatName};
use correlation::content::vocabulary::{AidForm, Degree, Ids, MotionKind, Order, QuarrelRung};
use correlation::sim::chronicle::{Chronicle, Fact};
use correlation::sim::diplomacy::{AgreementTag, Agreements, Relations};
use correlation::sim::orders::Blocker;
use correlation::sim::organisations::{
    Assembly, Comes, Foresight, Lines, OrganisationAct, Organisations, Quarrels, VoteOn, distance, forecast,
};
use correlation::sim::politics::Status;
use correlation::sim::{Atlas, Seat, Simulation};

use super::{content, release_build};

fn state(id: &str) -> PolityId {
    content().polities.find(|def| def.id == id).expect("the campaign has it")
}

fn organisation(id: &str) -> OrganisationId {
    content().organisations.find(|def| def.id == id).expect("the campaign has it")
}

fn seated(id: &str, seed: u64) -> Campaign {
    let seat = Some(SeatName(id.into()));
    Campaign::begin(&NewGame { seat, ..NewGame::new(content(), seed) }).unwrap()
}

/// Waits until an order can be given, gives it and lets it be carried out; whether it came to that.
fn carry_out(campaign: &mut Campaign, by: Seat, order: &Order<Ids>) -> bool {
    for _ in 0..48 {
        if campaign.blockers(by, order).is_empty() {
            campaign.give(by, order.clone());
            campaign.step();
            return true;
        }
        campaign.step();
    }
    false
}

/// The leader of a military pact, and nobody else in it, may send regulars to a member with which it has an open quarrel, uncalled.
/// It costs trust and moves the member's line towards the leader's.
#[test]
fn the_leader_of_a_pact_calls_a_quarrelling_member_to_order() {
    let mut campaign = seated("SUN", 4);
    let (own, member) = (state("SUN"), state("ROU"));
    let seat = Seat::Polity(own);
    let regulars = Order::SendTroops { to: member, share: 0.1, degree: Degree::Regulars };
    let volunteers = Order::SendTroops { to: member, share: 0.1, degree: Degree::Volunteers };
    let uncalled =
        |campaign: &Campaign, by, order| campaign.blockers(by, order).contains(&Blocker::NothingThere);
    assert!(uncalled(&campaign, seat, &regulars), "nobody called them, and there is no quarrel");
    assert!(carry_out(&mut campaign, seat, &Order::Polemic { with: member }));
    assert!(uncalled(&campaign, seat, &volunteers), "volunteers go to those who fight");
    let neighbour = Seat::Polity(state("HUN"));
    assert!(uncalled(&campaign, neighbour, &regulars), "a member calls no other to order");
    let (trust, apart) = (trust(&campaign, member, own), apart(&campaign, member, own));
    assert!(carry_out(&mut campaign, seat, &regulars));
    assert!(campaign.sim().get::<Agreements>().between(own, member, AgreementTag::Troops).is_some());
    assert!(self::trust(&campaign, member, own) < trust, "it is not forgiven");
    assert!(self::apart(&campaign, member, own) < apart, "its line moves");
}

fn trust(campaign: &Campaign, of: PolityId, to: PolityId) -> f64 {
    let atlas = campaign.sim().get::<Atlas>();
    let agent = |id| atlas.agent(Seat::Polity(id));
    campaign.sim().get::<Relations>().trust(agent(of), agent(to))
}

fn apart(campaign: &Campaign, one: PolityId, other: PolityId) -> f64 {
    let lines = campaign.sim().get::<Lines>();
    distance(lines.of(one), lines.of(other))
}

/// Whoever plays one side climbs all steps in order and comes back by as many. Others may move the same quarrel meanwhile, so each
/// step is looked up in the chronicle.
#[test]
fn a_quarrel_climbs_step_by_step_and_is_led_back() {
    let mut campaign = seated("ROU", 4);
    let (own, other) = (state("ROU"), state("SUN"));
    let seat = Seat::Polity(own);
    let stranger = campaign.blockers(seat, &Order::Polemic { with: state("IND") });
    assert!(stranger.contains(&Blocker::NoCommonCause), "{stranger:?}");
    let nothing = campaign.blockers(seat, &Order::Conciliate { with: other });
    assert!(nothing.contains(&Blocker::NothingThere), "{nothing:?}");
    let steps = |campaign: &Campaign| campaign.sim().get::<Quarrels>().steps(own, other);
    let foreseen = |campaign: &Campaign, act| Foresight::of(campaign.sim().world()).of_act(own, act).comes;
    while steps(&campaign) < QuarrelRung::COUNT {
        let Comes::Climbs(next, leave) = foreseen(&campaign, OrganisationAct::Climb(other)) else {
            panic!("there is a next step")
        };
        assert_eq!(next.index(), steps(&campaign));
        // Only the last step parts the two, and who does not lead goes.
        let parts = next == QuarrelRung::Split;
        assert_eq!(parts, leave.iter().any(|&(_, who)| who == own), "{next:?} {leave:?}");
        assert!(carry_out(&mut campaign, seat, &Order::Polemic { with: other }), "{}", steps(&campaign));
    }
    let aid = Order::GiveAid { to: other, form: AidForm::Scientific, share: 0.01 };
    assert!(campaign.blockers(seat, &aid).contains(&Blocker::InQuarrel));
    let top = campaign.blockers(seat, &Order::Polemic { with: other });
    assert!(top.contains(&Blocker::AlreadySo), "{top:?}");
    for id in ["soviet_treaties", "cmea", "cominform"] {
        assert!(!campaign.sim().get::<Organisations>().get(organisation(id)).has(own), "{id}");
    }
    while steps(&campaign) > 0 {
        let back = foreseen(&campaign, OrganisationAct::Descend(other));
        let next = steps(&campaign).checked_sub(2).map(|place| QuarrelRung::ALL[place]);
        assert_eq!(back, Comes::StepsBack(next));
        assert!(carry_out(&mut campaign, seat, &Order::Conciliate { with: other }), "{}", steps(&campaign));
    }
    // Every move between the two went one step, up or down.
    let mut now = 0;
    for entry in campaign.sim().get::<Chronicle>().entries() {
        let Fact::QuarrelMoved { by, with, rung, up, .. } = &entry.fact else { continue };
        if [*by, *with].contains(&own) && [*by, *with].contains(&other) {
            let then = rung.map_or(0, |rung| rung.index() + 1);
            assert_eq!(then, if *up { now + 1 } else { now - 1 });
            now = then;
        }
    }
    assert_eq!(now, 0);
}

#[test]
fn nobody_is_expelled_without_a_vote() {
    let mut campaign = seated("USA", 2);
    let (leader, pact) = (state("USA"), organisation("nato"));
    let seat = Seat::Polity(leader);
    let friend = state("GBR");
    let outsider = campaign.blockers(seat, &Order::Expel { organisation: pact, whom: state("IND") });
    assert!(outsider.contains(&Blocker::NothingThere), "{outsider:?}");
    let order = Order::Expel { organisation: pact, whom: friend };
    assert!(campaign.blockers(seat, &order).is_empty());
    let foresight = Foresight::of(campaign.sim().world());
    let foreseen = foresight.of_act(leader, OrganisationAct::Expel(pact, friend));
    let Comes::Vote(foreseen) = foreseen.comes else { panic!("a vote is foreseen: {foreseen:?}") };
    assert!(carry_out(&mut campaign, seat, &order));
    let sim = campaign.sim();
    let voted = |fact: &Fact| match fact {
        Fact::Voted { organisation, on: VoteOn::Expel, about, ballot, .. } if *organisation == pact => {
            assert_eq!(*about, friend);
            Some(*ballot)
        }
        _ => None,
    };
    let ballot = sim.get::<Chronicle>().entries().iter().find_map(|entry| voted(&entry.fact));
    let ballot = ballot.expect("there was a vote");
    assert_eq!(ballot.passed, !sim.get::<Organisations>().get(pact).has(friend));
    assert!(ballot.yes >= 1 && ballot.voters() >= 10);
    assert_eq!((ballot.passed, ballot.voters()), (foreseen.passed, foreseen.voters()));
}

/// A member that stays away from where its leader has called is answered, by a step back or by being asked out; one that
/// quarrels with nobody is not.
#[test]
fn a_leader_answers_a_member_that_boycotts_it() {
    // A leader may have dearer things to do in one history than in another.
    assert!((1..=6).any(answers_a_boycotter), "decades of boycott went unanswered");
}

/// Whether in a history of twelve years a member that boycotts its leader for ten of them is asked out, or met with a step back.
fn answers_a_boycotter(seed: u64) -> bool {
    let mut campaign = seated("ALB", seed);
    let (own, other) = (state("ALB"), state("SUN"));
    let answered = |campaign: &Campaign| {
        let answers = |fact: &Fact| match fact {
            Fact::Voted { on: VoteOn::Expel, by, about, .. } => *by == other && *about == own,
            Fact::QuarrelMoved { by, with, up: false, .. } => *by == other && *with == own,
            _ => false,
        };
        campaign.sim().get::<Chronicle>().entries().iter().any(|entry| answers(&entry.fact))
    };
    (0..24).for_each(|_| campaign.step());
    assert!(!answered(&campaign), "nothing is answered without a quarrel");
    let boycotts =
        |campaign: &Campaign| campaign.sim().get::<Quarrels>().has_come_to(own, other, QuarrelRung::Boycott);
    (0..120).any(|_| {
        let further = Order::Polemic { with: other };
        if !boycotts(&campaign) && campaign.blockers(Seat::Polity(own), &further).is_empty() {
            campaign.give(Seat::Polity(own), further);
        }
        campaign.step();
        answered(&campaign)
    })
}

#[test]
fn votes_add_up_to_those_who_have_one() {
    let mut campaign = Campaign::begin(&NewGame::new(content(), 6)).unwrap();
    let world = organisation("un");
    let mut seen = 0;
    for _ in 0..36 {
        campaign.step();
        let sim = campaign.sim();
        let members = voters(sim, world);
        for motion in sim.get::<Assembly>().waiting() {
            let (ballot, feelings) = forecast(sim.world(), motion.number).expect("it waits");
            assert_eq!(ballot.voters() as usize, members);
            assert_eq!(feelings.len(), members);
            seen += 1;
        }
    }
    assert!(seen > 0, "nothing came to the table in three years");
}

fn voters(sim: &Simulation, world: OrganisationId) -> usize {
    let members = sim.get::<Organisations>().get(world).members().iter();
    members.filter(|&&member| sim.polity::<Status>(member).is_sovereign()).count()
}

/// Over a decade and a half the world organisation grows with new states, and motions on rule from abroad find more favour.
#[test]
fn the_world_organisation_grows_and_so_does_its_voice_on_rule_from_abroad() {
    let mut campaign = Campaign::begin(&NewGame::new(content(), 3)).unwrap();
    let before = campaign.sim().get::<Organisations>().get(organisation("un")).members().len();
    (0..240).for_each(|_| campaign.step());
    let sim = campaign.sim();
    let after = sim.get::<Organisations>().get(organisation("un")).members().len();
    assert!(after > before + 30, "{before} {after}");
    let of_rule = |fact: &Fact| match fact {
        Fact::Voted { on: VoteOn::Motion(MotionKind::Decolonise), ballot, .. } => {
            Some(f64::from(ballot.yes) / f64::from(ballot.voters()))
        }
        _ => None,
    };
    let shares: Vec<f64> =
        sim.get::<Chronicle>().entries().iter().filter_map(|entry| of_rule(&entry.fact)).collect();
    assert!(shares.len() >= 6, "{shares:?}");
    let mean = |part: &[f64]| part.iter().sum::<f64>() / part.len() as f64;
    let (early, late) = shares.split_at(shares.len() / 2);
    assert!(mean(late) > mean(early), "{shares:?}");
}

/// The two largest states of planners can come to quarrel in the open, and need not.
#[test]
fn the_two_largest_planners_can_quarrel_and_need_not() {
    let Some(cof) = release_build() else { return };
    let root = env!("CARGO_MANIFEST_DIR");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("quarrels");
    let quarrels = (1..=12).filter(|seed| {
        let out = folder.join(seed.to_string());
        let run = Command::new(&cof)
            .args([
                "run",
                "1950_two_camps",
                "--months",
                "400",
                "--seed",
                &seed.to_string(),
                "--content",
                root,
            ])
            .arg("--out")
            .arg(&out)
            .output()
            .expect("the release tool runs");
        assert!(run.status.success());
        let text = std::fs::read_to_string(out.join("chronicle.txt")).expect("it writes a chronicle");
        let pairs = [("Moscow", "People's Republic of China"), ("Peking", "Soviet Union")];
        text.lines().any(|line| {
            pairs.iter().any(|(by, with)| line.contains(&format!("{by} writes open letters about {with}")))
        })
    });
    let count = quarrels.count();
    assert!((1..12).contains(&count), "in {count} of 12 histories");
}
