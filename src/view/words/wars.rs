//! Wars in words.

use crate::content::vocabulary::PeaceTerms;
use crate::sim::conflict::WarEnd;

use super::text;

/// Why a war ended and on which terms, as a clause.
pub fn war_end_words(why: WarEnd, terms: Option<PeaceTerms>) -> String {
    match terms {
        Some(terms) => text!("wa.end.on").replace("{why}", why_words(why)).replace("{terms}", terms.words()),
        None => why_words(why).to_owned(),
    }
}

fn why_words(why: WarEnd) -> &'static str {
    match why {
        WarEnd::Decided => text!("wa.end.Decided"),
        WarEnd::Agreed => text!("wa.end.Agreed"),
        WarEnd::Crushed => text!("wa.end.Crushed"),
        WarEnd::PeteredOut => text!("wa.end.PeteredOut"),
        WarEnd::Granted => text!("wa.end.Granted"),
        WarEnd::TakenOver => text!("wa.end.TakenOver"),
        WarEnd::HandedOver => text!("wa.end.HandedOver"),
        WarEnd::Talks => text!("wa.end.Talks"),
        WarEnd::SideGone => text!("wa.end.SideGone"),
    }
}

/// What terms of peace mean, in a sentence.
pub fn terms_words(terms: PeaceTerms) -> &'static str {
    match terms {
        PeaceTerms::AtHand => text!("pt.AtHand"),
        PeaceTerms::StatusQuo => text!("pt.StatusQuo"),
        PeaceTerms::FrontLine => text!("pt.FrontLine"),
        PeaceTerms::Withdrawal => text!("pt.Withdrawal"),
        PeaceTerms::DisputedGround => text!("pt.DisputedGround"),
        PeaceTerms::Cession => text!("pt.Cession"),
        PeaceTerms::ChangeOfGovernment => text!("pt.ChangeOfGovernment"),
        PeaceTerms::Concessions => text!("pt.Concessions"),
    }
}
