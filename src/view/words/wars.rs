//! Wars in words.

use crate::sim::conflict::WarEnd;

use super::text;

/// Why a war ended, as a clause.
pub fn war_end_words(why: WarEnd) -> &'static str {
    match why {
        WarEnd::Decided => text!("wa.end.Decided"),
        WarEnd::Weary => text!("wa.end.Weary"),
        WarEnd::CalledOff => text!("wa.end.CalledOff"),
        WarEnd::Armistice => text!("wa.end.Armistice"),
        WarEnd::Crushed => text!("wa.end.Crushed"),
        WarEnd::PeteredOut => text!("wa.end.PeteredOut"),
        WarEnd::Granted => text!("wa.end.Granted"),
        WarEnd::TakenOver => text!("wa.end.TakenOver"),
        WarEnd::HandedOver => text!("wa.end.HandedOver"),
        WarEnd::Talks => text!("wa.end.Talks"),
        WarEnd::SideGone => text!("wa.end.SideGone"),
    }
}
