//! Organisations: what makes the unity of one, what its members bear, its leader's weight, open quarrels and the ways back,
//! motions, and what the seat can do there.

mod members;
mod motions;
mod quarrels;

use egui::Ui;

use super::offered::offered_order;
use super::panel_sheet;
use crate::desktop::intents::{Intent, Intents, PanelKind};
use crate::desktop::theme::Theme;
use crate::desktop::widgets::{
    aside, gauge_row, link_row, nothing, paragraph, section, signed_bar, stat_row,
};
use crate::view::words::{figure, sentence_case, text as say};
use crate::view::{HegemonyView, OneOrganisationView, OrganisationsView, Unit};

/// Organisations as the seat sees them, one of them in full.
pub fn organisation_panel(ui: &mut Ui, view: &OrganisationsView, intents: &mut Intents) {
    let heading = view.one.as_ref().map_or(say!("org.heading"), |one| one.name.as_str());
    panel_sheet(
        ui,
        PanelKind::Organisation,
        heading,
        None,
        intents,
        |_, _| {},
        |ui, intents| {
            match &view.one {
                Some(one) => one_organisation(ui, one, intents),
                None => nothing(ui, say!("di.no_organisations")),
            }
            others(ui, view, intents);
        },
    );
}

fn one_organisation(ui: &mut Ui, view: &OneOrganisationView, intents: &mut Intents) {
    aside(ui, &format!("{}; {}", view.kind, view.decides));
    let colour = Theme::of(ui).attention;
    gauge_row(ui, "organisation.unity", &view.cohesion, colour);
    paragraph(ui, &view.drifts);
    unity(ui, view);
    if let Some(of) = &view.hegemony {
        hegemony(ui, of, intents);
    }
    quarrels::quarrels(ui, &view.quarrels, intents);
    motions::motions(ui, &view.motions, intents);
    acts(ui, view, intents);
    members::members(ui, view, intents);
    motions::votes(ui, &view.votes, intents);
}

/// What makes unity, as bars to the left and right of a middle.
fn unity(ui: &mut Ui, view: &OneOrganisationView) {
    let felt: Vec<_> = view.cohesion.terms.iter().enumerate().filter(|(_, term)| term.value != 0.0).collect();
    if felt.is_empty() {
        return;
    }
    section(ui, say!("org.unity"));
    let sizes = felt.iter().map(|(_, term)| term.value.abs()).filter(|size| size.is_finite());
    let most = sizes.fold(0.0, f64::max);
    for (place, term) in felt {
        signed_bar(ui, &format!("organisation.term.{place}"), &sentence_case(&term.label), term.value, most);
    }
}

fn hegemony(ui: &mut Ui, of: &HegemonyView, intents: &mut Intents) {
    use crate::desktop::widgets::{running_text, sentence};
    let theme = Theme::of(ui);
    section(ui, say!("org.weight"));
    running_text(ui, |ui| sentence(ui, "organisation.leader", &of.leader, intents));
    gauge_row(ui, "organisation.weight", &of.weight, theme.attention);
    gauge_row(ui, "organisation.pressed", &of.pressed, theme.warning);
    stat_row(ui, "organisation.price", &of.price);
}

fn acts(ui: &mut Ui, view: &OneOrganisationView, intents: &mut Intents) {
    if view.acts.is_empty() {
        section(ui, say!("org.acts.whole"));
        aside(ui, if view.playable { say!("org.acts.none") } else { say!("org.acts.watch") });
    }
    for (group, acts) in view.acts.iter().enumerate() {
        section(ui, &acts.title);
        for (place, one) in acts.orders.iter().enumerate() {
            let name = format!("organisation.act.{group}.{place}");
            offered_order(ui, &name, one, view.playable, &[], intents);
        }
    }
}

fn others(ui: &mut Ui, view: &OrganisationsView, intents: &mut Intents) {
    let shown = view.one.as_ref().map(|one| one.id);
    let mut rest = view.list.iter().filter(|line| Some(line.id) != shown).peekable();
    if rest.peek().is_none() {
        return;
    }
    section(ui, say!("org.others"));
    for line in rest {
        let name = format!("organisation.other.{}", line.id.0);
        let own = if line.own { say!("p.you") } else { "" };
        let unity = figure(line.cohesion, Unit::Index);
        let note =
            [own, unity.as_str()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        if link_row(ui, &name, &line.name, &note).clicked() {
            intents.push(Intent::ShowOrganisation(line.id));
        }
    }
}
