//! Agreements of a state in words.

use crate::base::PolityId;
use crate::content::defs::Content;
use crate::content::vocabulary::Treaty;
use crate::sim::agents::Players;
use crate::sim::diplomacy::{Agreement, AgreementTag, AgreementTerms, Agreements};
use crate::sim::politics::Owner;
use crate::sim::{Seat, Simulation};
use crate::view::Unit;
use crate::view::words::{Piece, Sentence, Speaker, figure, fill, text};

/// An agreement in force, as one of its parties sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct AgreementLine {
    /// What it is, with the other side as a link.
    pub sentence: Sentence,
    /// Until when.
    pub until: String,
    /// With whom, and what it is, if it is of a kind that can be taken back before its time.
    pub treaty: Option<(PolityId, Treaty)>,
}

/// Agreements to which a state is a party, or by which a movement is helped, as far as they are known: who watches whom only to the one who watches, and to those
/// who play no side.
pub fn lines(sim: &Simulation, seat: Seat) -> Vec<AgreementLine> {
    let all = sim.get::<Agreements>().list().iter();
    let id = match seat {
        Seat::Polity(id) => id,
        Seat::Movement(id) => {
            let helps = |one: &&Agreement| matches!(one.terms, AgreementTerms::Arms { movement, .. } if movement == id);
            // Talks are between the ruler and the country: those who struggle there sit at them.
            let home = sim.territory::<Owner>(sim.content().movements[id].territory).polity();
            let talks =
                |one: &&Agreement| matches!(one.terms, AgreementTerms::IndependenceTalks) && one.b == home;
            return all
                .filter(|one| helps(one) || talks(one))
                .map(|one| line(sim.content(), one, false))
                .collect();
        }
    };
    let player = sim.get::<Players>().seat();
    let is_known = |one: &&Agreement| {
        one.terms.tag() != AgreementTag::Intelligence || player.is_none_or(|seat| seat == Seat::Polity(one.a))
    };
    let own = all.filter(|one| one.a == id || one.b == id);
    own.filter(is_known).map(|one| line(sim.content(), one, one.a == id)).collect()
}

/// Those of some kinds only.
pub fn lines_of(
    content: &Content,
    agreements: &Agreements,
    id: PolityId,
    kind: impl Fn(AgreementTag) -> bool,
) -> Vec<AgreementLine> {
    let own = agreements.list().iter().filter(|one| (one.a == id || one.b == id) && kind(one.terms.tag()));
    own.map(|agreement| line(content, agreement, agreement.a == id)).collect()
}

fn line(content: &Content, agreement: &Agreement, gives: bool) -> AgreementLine {
    let speaker = Speaker(content);
    let other = speaker.polity(if gives { agreement.b } else { agreement.a });
    let mut values = vec![("other", other)];
    let template = match (agreement.terms, gives) {
        (AgreementTerms::TradeTreaty, _) => text!("a.TradeTreaty"),
        (AgreementTerms::Pact, _) => text!("a.Pact"),
        (AgreementTerms::Friendship, _) => text!("a.Friendship"),
        (AgreementTerms::ArmsLimits, _) => text!("a.ArmsLimits"),
        (AgreementTerms::Guarantee, true) => text!("a.Guarantee.by"),
        (AgreementTerms::Guarantee, false) => text!("a.Guarantee.on"),
        (AgreementTerms::Base { monthly }, _) => {
            values.push(("amount", Piece::plain(figure(monthly.real(), Unit::Money))));
            if gives { text!("a.Base.by") } else { text!("a.Base.on") }
        }
        (AgreementTerms::Embargo, true) => text!("a.Embargo.by"),
        (AgreementTerms::Embargo, false) => text!("a.Embargo.on"),
        (AgreementTerms::Boycott, true) => text!("a.Boycott.by"),
        (AgreementTerms::Boycott, false) => text!("a.Boycott.on"),
        (AgreementTerms::Blockade, true) => text!("a.Blockade.by"),
        (AgreementTerms::Blockade, false) => text!("a.Blockade.on"),
        (AgreementTerms::Propaganda, true) => text!("a.Propaganda.by"),
        (AgreementTerms::Propaganda, false) => text!("a.Propaganda.on"),
        (AgreementTerms::IndependenceTalks, true) => text!("a.IndependenceTalks.by"),
        (AgreementTerms::IndependenceTalks, false) => text!("a.IndependenceTalks.on"),
        (AgreementTerms::Troops { share, degree }, _) => {
            values.push(("share", Piece::plain(figure(share, Unit::Share))));
            values.push(("degree", Piece::plain(degree.words())));
            if gives { text!("a.Troops.by") } else { text!("a.Troops.on") }
        }
        (AgreementTerms::Reparations { monthly }, _) => {
            values.push(("amount", Piece::plain(figure(monthly.real(), Unit::Money))));
            if gives { text!("a.Reparations.by") } else { text!("a.Reparations.on") }
        }
        (AgreementTerms::Intelligence { monthly }, _) => {
            values.push(("amount", Piece::plain(figure(monthly.real(), Unit::Money))));
            if gives { text!("a.Intelligence.by") } else { text!("a.Intelligence.on") }
        }
        (AgreementTerms::Aid { form, monthly }, _) => {
            values.push(("form", Piece::plain(form.words())));
            values.push(("amount", Piece::plain(figure(monthly.real(), Unit::Money))));
            if gives { text!("a.Aid.by") } else { text!("a.Aid.on") }
        }
        (AgreementTerms::Arms { movement, monthly, degree }, _) => {
            values.push(("degree", Piece::plain(degree.words())));
            values.push(("movement", speaker.movement(movement)));
            values.push(("amount", Piece::plain(figure(monthly.real(), Unit::Money))));
            if gives { text!("a.Arms.by") } else { text!("a.Arms.on") }
        }
    };
    let until = match agreement.until {
        Some(month) => fill(text!("p.until"), &[("when", &month.to_string())]),
        None => text!("p.open_ended").into(),
    };
    let of_kind = |treaty: &&Treaty| AgreementTag::from(**treaty) == agreement.terms.tag();
    let treaty = Treaty::ALL.iter().find(of_kind).copied();
    let other = if gives { agreement.b } else { agreement.a };
    AgreementLine {
        sentence: Sentence::fill(template, &values),
        until,
        treaty: treaty.map(|treaty| (other, treaty)),
    }
}
