//! One side of a war: who is on it, what it brings, what it loses, how weary it is at home.

use crate::base::PolityId;
use crate::content::vocabulary::WarKind;
use crate::sim::conflict::{Forces, SideMonth, WarAccount, WarSide};
use crate::sim::diplomacy::{AgreementTerms, Agreements, Channel, Relations};
use crate::sim::{Atlas, Seat, Simulation};
use crate::view::words::{Piece, Sentence, Speaker, figure, text};
use crate::view::{Explained, Look, Unit};

use super::{front_of, knows, side_of};

/// One side of a war.
#[derive(Debug, Clone, PartialEq)]
pub struct WarSideView {
    /// Who is on it, the leading one first.
    pub seats: Vec<(Seat, String)>,
    /// The look on the map of the state that leads it; of a movement that of nobody.
    pub look: Look,
    /// What it is in the war, in a word or two.
    pub role: &'static str,
    /// Whether the one who looks is on it.
    pub own: bool,
    /// Land that it holds (0–1).
    pub holds: Explained,
    /// Forces committed in the last month, as known or as believed; none where only movements fight, or before the first month.
    pub forces: Option<Explained>,
    /// Whether only movements fight on it.
    pub movements_only: bool,
    /// Whether these are only believed.
    pub believed: bool,
    /// What of it reaches the front, and the will to fight (0–1 each).
    pub condition: Vec<Explained>,
    /// Weariness of war at home in each of its states (0–1); now, not when the war ended.
    pub weariness: Vec<(PolityId, Explained)>,
    /// Who helps it without being in the war: troops, arms.
    pub helpers: Vec<Sentence>,
    /// Own people killed, and killed of whom it is charged.
    pub dead: Vec<Explained>,
}

pub(super) fn side_view(
    sim: &Simulation,
    eyes: Option<Seat>,
    account: &WarAccount,
    side: usize,
) -> WarSideView {
    let of = account.sides()[side];
    let own = side_of(eyes, account) == Some(side);
    // Before a month is fought out nobody can say what a side brings.
    let last = account.months.last().map(|month| month.sides[side]);
    let believed = !of.polities.is_empty() && !knows(eyes, account, side);
    let front = front_of(account);
    let holds = if side == 0 { front } else { 1.0 - front };
    let polities = of.polities.iter().map(|&id| Seat::Polity(id));
    let all = polities.chain(of.movements.iter().map(|&id| Seat::Movement(id)));
    let over = account.ended.is_some();
    WarSideView {
        seats: all.map(|seat| (seat, Speaker(sim.content()).seat(seat).text)).collect(),
        look: of.polities.first().map_or(Look::default(), |&id| Look::of(sim, id)),
        role: role(side, own),
        own,
        holds: Explained::given(text!("wa.holds"), holds, Unit::Share).meaning(text!("wa.holds.means")),
        forces: last.filter(|_| !of.polities.is_empty()).map(|last| forces(sim, eyes, of, &last, believed)),
        movements_only: of.polities.is_empty(),
        believed,
        condition: last.filter(|_| !over).map_or_else(Vec::new, |last| condition(of, &last)),
        weariness: if over { Vec::new() } else { weariness(sim, of) },
        helpers: if over { Vec::new() } else { helpers(sim, of) },
        dead: dead(account, side),
    }
}

fn role(side: usize, own: bool) -> &'static str {
    match (side, own) {
        (0, true) => text!("wa.attacks.own"),
        (0, false) => text!("wa.attacks"),
        (_, true) => text!("wa.defends.own"),
        (_, false) => text!("wa.defends"),
    }
}

fn forces(sim: &Simulation, eyes: Option<Seat>, of: &WarSide, last: &SideMonth, believed: bool) -> Explained {
    let (what, means, factor) = match believed {
        true => (text!("wa.forces.believed"), text!("wa.forces.believed.means"), belief(sim, eyes, of)),
        false => (text!("wa.forces"), text!("wa.forces.means"), 1.0),
    };
    Explained::given(what, f64::from(last.committed) * factor, Unit::Money).meaning(means)
}

/// By which factor the one who looks takes the forces of a side for larger than they are.
pub(super) fn belief(sim: &Simulation, eyes: Option<Seat>, of: &WarSide) -> f64 {
    let Some(eyes) = eyes else { return 1.0 };
    let (atlas, relations) = (sim.get::<Atlas>(), sim.get::<Relations>());
    let looking = atlas.agent(eyes);
    let (mut held, mut truth) = (0.0, 0.0);
    for &polity in &of.polities {
        let strength = sim.polity::<Forces>(polity).strength();
        let read = relations.read(Channel::BelievedStrength, looking, atlas.agent(Seat::Polity(polity)));
        held += read.filter(|&read| read > 0.0).unwrap_or(strength);
        truth += strength;
    }
    if truth > 0.0 { held / truth } else { 1.0 }
}

fn condition(of: &WarSide, last: &SideMonth) -> Vec<Explained> {
    let given =
        |what, value: f32, means| Explained::given(what, f64::from(value), Unit::Index).meaning(means);
    match of.movements.is_empty() {
        true => vec![
            given(text!("wa.supply"), last.supply, text!("wa.supply.means")),
            given(text!("wa.will"), last.will, text!("wa.will.means")),
        ],
        false => vec![
            given(text!("m.supply"), last.supply, text!("m.supply.means")),
            given(text!("m.unity"), last.will, text!("m.unity.means")),
        ],
    }
}

fn weariness(sim: &Simulation, of: &WarSide) -> Vec<(PolityId, Explained)> {
    let one = |&id: &PolityId| {
        let level = sim.polity::<Forces>(id).weariness();
        let what = text!("wa.weariness").replace("{who}", &sim.content().polities[id].name);
        (id, Explained::given(what, level, Unit::Index).meaning(text!("wa.weariness.means")))
    };
    of.polities.iter().map(one).collect()
}

/// Who lends troops to states of the side or arms its movements.
fn helpers(sim: &Simulation, of: &WarSide) -> Vec<Sentence> {
    let speaker = Speaker(sim.content());
    let outside = |who: PolityId| !of.polities.contains(&who);
    let help = |agreement: &crate::sim::diplomacy::Agreement| match agreement.terms {
        AgreementTerms::Troops { share, degree }
            if of.polities.contains(&agreement.b) && outside(agreement.a) =>
        {
            let share = Piece::plain(figure(share, Unit::Share));
            let values = [
                ("who", speaker.acting(agreement.a)),
                ("whom", speaker.polity(agreement.b)),
                ("share", share),
                ("degree", Piece::plain(degree.words())),
            ];
            Some(Sentence::fill(text!("wa.help.troops"), &values))
        }
        AgreementTerms::Arms { movement, monthly, degree } if of.movements.contains(&movement) => {
            let money = Piece::plain(figure(monthly.real(), Unit::Money));
            let values = [
                ("who", speaker.acting(agreement.a)),
                ("whom", speaker.movement(movement)),
                ("money", money),
                ("degree", Piece::plain(degree.words())),
            ];
            Some(Sentence::fill(text!("wa.help.arms"), &values))
        }
        _ => None,
    };
    sim.get::<Agreements>().list().iter().filter_map(help).collect()
}

fn dead(account: &WarAccount, side: usize) -> Vec<Explained> {
    let sum = |of: fn(&SideMonth) -> i64| {
        account.months.iter().map(|month| of(&month.sides[side])).sum::<i64>() as f64
    };
    let given = |what, value, means| Explained::given(what, value, Unit::People).meaning(means);
    let own = sum(|month| month.dead);
    let answers = given(text!("wa.answers"), sum(|month| month.answers_for), text!("wa.answers.means"));
    // Where a people fights over its own country its dead are counted on the land: a nought here would deny them.
    if own == 0.0 && account.war.kind != WarKind::Interstate {
        return vec![answers];
    }
    vec![given(text!("wa.dead.own"), own, text!("wa.dead.own.means")), answers]
}
