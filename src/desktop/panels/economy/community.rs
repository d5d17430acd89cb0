//! Community: plans, deliveries, works and burdens shared with others; and what it would take to belong.

use egui::{Rect, Sense, Ui, vec2};

use crate::desktop::intents::Intents;
use crate::desktop::theme::{Theme, quiet, size, space, text};
use crate::desktop::widgets::{
    Cell, Table, follow, gap, nothing, running_text, section, sentence, stat_row, track,
};
use crate::view::words::{Millions, figure, sentence_case, text as say};
use crate::view::{CommunityPage, Door, Link, MemberRow, ObligationRow, Sentence, Union, Unit, WorkRow};

/// Obligations that are listed.
const LISTED: usize = 24;

pub(super) fn page(ui: &mut Ui, page: &CommunityPage, intents: &mut Intents) {
    for (index, union) in page.unions.iter().enumerate() {
        one(ui, index, union, intents);
    }
    if page.unions.is_empty() {
        let words = text(ui, say!("cm.none"));
        ui.label(words);
    }
    if page.doors.is_empty() {
        return;
    }
    section(ui, say!("cm.others"));
    nothing(ui, say!("cm.joining"));
    for (index, door) in page.doors.iter().enumerate() {
        closed(ui, index, door);
    }
}

fn title(ui: &mut Ui, name: &str, kind: &str) {
    ui.add_space(space::XS);
    ui.horizontal_wrapped(|ui| {
        let words = text(ui, name).font(Theme::strong(size::BODY));
        ui.label(words);
        let words = quiet(ui, kind);
        ui.label(words);
    });
}

fn one(ui: &mut Ui, index: usize, union: &Union, intents: &mut Intents) {
    let name = format!("economy.union.{index}");
    title(ui, &union.name, union.kind);
    for (line, words) in union.says.iter().enumerate() {
        running_text(ui, |ui| sentence(ui, &format!("{name}.says.{line}"), words, intents));
    }
    if let Some(depth) = &union.depth {
        stat_row(ui, &format!("{name}.depth"), depth);
    }
    if !union.members.is_empty() {
        section(ui, say!("cm.members_of"));
        members(ui, &format!("{name}.member"), &union.members, intents);
        section(ui, say!("cm.obligations"));
        obligations(ui, &name, &union.obligations, intents);
    }
    list(ui, say!("cm.specialisations"), &format!("{name}.made"), &union.specialisations, intents);
    if !union.works.is_empty() {
        section(ui, say!("cm.works"));
        for (number, line) in union.works.iter().enumerate() {
            work(ui, &format!("{name}.work.{number}"), line, intents);
        }
    }
    if !union.grants.is_empty() {
        section(ui, say!("cm.grants"));
        for (number, line) in union.grants.iter().enumerate() {
            running_text(ui, |ui| sentence(ui, &format!("{name}.grant.{number}"), &line.sentence, intents));
        }
    }
}

fn list(ui: &mut Ui, heading: &str, name: &str, lines: &[Sentence], intents: &mut Intents) {
    if lines.is_empty() {
        return;
    }
    section(ui, heading);
    for (number, line) in lines.iter().enumerate() {
        running_text(ui, |ui| sentence(ui, &format!("{name}.{number}"), line, intents));
    }
}

fn members(ui: &mut Ui, name: &str, rows: &[MemberRow], intents: &mut Intents) {
    let heads = [say!("cm.head.lack"), say!("cm.head.assured"), say!("cm.head.met"), say!("cm.head.gives")];
    let form = Millions::of(rows.iter().map(|row| row.burden.value));
    let table = Table::begin(ui, name, 0.36, &heads);
    for row in rows {
        let cells = [
            Cell::Opens(row.shortage.shown(), &row.shortage),
            Cell::Opens(row.assured.shown(), &row.assured),
            Cell::Opens(row.met.shown(), &row.met),
            Cell::Opens(form.show_flow(row.burden.value), &row.burden),
        ];
        let mut response = table.link(ui, &row.id.0.to_string(), &row.name, &cells);
        if row.refuses {
            response = response.on_hover_text(sentence_case(say!("cm.refuses")));
        }
        if response.clicked() {
            follow(Link::Polity(row.id), intents);
        }
    }
    for row in rows.iter().filter(|row| row.refuses) {
        let words = format!("{}: {}", row.name, say!("cm.refuses"));
        let ink = Theme::of(ui).warning_text;
        ui.label(egui::RichText::new(words).color(ink));
    }
}

fn obligations(ui: &mut Ui, name: &str, rows: &[ObligationRow], intents: &mut Intents) {
    if rows.is_empty() {
        nothing(ui, say!("cm.no_obligations"));
        return;
    }
    let words = quiet(ui, say!("cm.obligations_of"));
    ui.label(words);
    let heads = [
        say!("cm.head.due"),
        say!("cm.head.delivered"),
        say!("cm.head.arrears"),
        say!("cm.head.months"),
        say!("cm.head.quality"),
    ];
    let form = Millions::of(rows.iter().flat_map(|row| [row.monthly.value, row.delivered, row.arrears]));
    let table = Table::begin(ui, &format!("{name}.delivery"), 0.42, &heads);
    for (index, row) in rows.iter().take(LISTED).enumerate() {
        let late = |words: String| if row.months > 0 { Cell::Warning(words) } else { Cell::Plain(words) };
        let cells = [
            Cell::Opens(form.show(row.monthly.value), &row.monthly),
            Cell::Plain(form.show(row.delivered)),
            late(form.show(row.arrears)),
            late(row.months.to_string()),
            Cell::Plain(figure(row.quality, Unit::Index)),
        ];
        let words = row.sentence.plain();
        let response = table.link(ui, &index.to_string(), &words, &cells);
        let more = if row.disputed { format!("{words}, {}", say!("cm.disputed")) } else { words };
        let response = response.on_hover_text(more);
        if response.clicked()
            && let Some(link) = row.sentence.links().last()
        {
            follow(link, intents);
        }
    }
}

/// What is built, how far it is, who pays.
fn work(ui: &mut Ui, name: &str, row: &WorkRow, intents: &mut Intents) {
    running_text(ui, |ui| {
        sentence(ui, name, &row.sentence, intents);
        gap(ui);
        let words = match row.progress {
            whole if whole >= 1.0 => row.stage.to_owned(),
            part => format!("{}, {}", figure(part, Unit::Share), row.stage),
        };
        let words = quiet(ui, words);
        ui.label(words);
        gap(ui);
        sentence(ui, &format!("{name}.paid"), &row.payers, intents);
    });
    if row.progress >= 1.0 {
        return;
    }
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), space::M), Sense::hover());
    let bar = Rect::from_min_size(rect.min, vec2(rect.width() * 0.5, rect.height()));
    track(ui, bar, row.progress, Theme::of(ui).series[1]);
}

fn closed(ui: &mut Ui, index: usize, door: &Door) {
    title(ui, &door.name, door.kind);
    for (what, is_so) in &door.takes {
        let answer = if *is_so { say!("cm.yes") } else { say!("cm.no") };
        let words = text(ui, format!("· {}: {answer}", sentence_case(what)));
        ui.label(words);
    }
    stat_row(ui, &format!("economy.door.{index}.trust"), &door.trust);
}
