//! Members: where they stand on the two axes, what each bears, how far the leader holds it.

use egui::Ui;

use super::super::lines::{LineDot, plot_of_lines};
use crate::desktop::intents::{Intent, Intents, Selection};
use crate::desktop::widgets::{aside, link_row, nothing, paragraph, section};
use crate::view::words::{figure, fill, text as say};
use crate::view::{MemberStand, OneOrganisationView, Unit};

/// Members shown by name; of a larger organisation the rest is counted.
const MOST: usize = 24;

pub(super) fn members(ui: &mut Ui, view: &OneOrganisationView, intents: &mut Intents) {
    section(ui, say!("org.members.short"));
    let dots = view.members.iter();
    let dots = dots.map(|one| LineDot { line: one.line, look: one.look, leads: one.leads });
    plot_of_lines(ui, "organisation", &dots.collect::<Vec<_>>());
    paragraph(ui, &view.agreed);
    // Those who matter to whoever looks first; the sort is stable, so accession orders the rest.
    let mut shown: Vec<&MemberStand> = view.members.iter().collect();
    shown.sort_by_key(|one| !(one.leads || one.permanent || one.own || one.focus));
    shown.iter().take(MOST).for_each(|one| member(ui, one, intents));
    let more = shown.len().saturating_sub(MOST);
    if more > 0 {
        nothing(ui, &say!("di.more").replace("{count}", &more.to_string()));
    }
}

fn member(ui: &mut Ui, one: &MemberStand, intents: &mut Intents) {
    let mark = |is: bool, words: &'static str| if is { words } else { "" };
    let marks = [
        mark(one.leads, say!("di.leads")),
        mark(one.permanent, say!("org.veto")),
        mark(one.own, say!("p.you")),
    ];
    let marks = marks.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" · ");
    if link_row(ui, &format!("organisation.member.{}", one.id.0), &one.name, &marks).clicked() {
        intents.push(Intent::Select(Selection::Polity(one.id)));
        intents.push(Intent::ShowMember(one.id));
    }
    let level = |value: f64| figure(value, Unit::Index);
    let held = one.held.map(|held| fill(say!("org.held"), &[("held", &level(held))]));
    let trust = one.trust.map(|trust| fill(say!("org.trusts"), &[("trust", &level(trust))]));
    let notes = [Some(one.bears.clone()).filter(|bears| !bears.is_empty()), held, trust];
    aside(ui, &notes.into_iter().flatten().collect::<Vec<_>>().join("; "));
}
