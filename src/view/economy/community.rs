//! What a state plans, delivers and builds together with others; and, if with nobody, what would change that.

use crate::base::{OrganisationId, PolityId};
use crate::content::defs::OrganisationDef;
use crate::content::vocabulary::OrganisationKind;
use crate::sim::diplomacy::{AgreementTag, Agreements, Relations};
use crate::sim::organisations::Organisations;
use crate::sim::politics::Government;
use crate::sim::{Atlas, Seat, Simulation};
use crate::view::community::{CommunityView, MemberLine, ObligationLine, WorkLine};
use crate::view::state::{AgreementLine, agreement_lines};
use crate::view::words::{Piece, Sentence, Speaker, fill, label, sentence_case, text};
use crate::view::{Explained, How, Unit};

/// Communities of planners and of markets, as one state sees them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CommunityPage {
    /// Those to which it belongs.
    pub unions: Vec<Union>,
    /// Those to which it does not.
    pub doors: Vec<Door>,
}

/// One community.
#[derive(Debug, Clone, PartialEq)]
pub struct Union {
    /// Its name.
    pub name: String,
    /// What it is, in words.
    pub kind: &'static str,
    /// How it stands this year, in sentences.
    pub says: Vec<Sentence>,
    /// How far it is a customs union; `None` for planners.
    pub depth: Option<Explained>,
    /// Members, those that give most first; empty for communities of markets.
    pub members: Vec<MemberRow>,
    /// What the state owes and is owed by protocol, then arrears among the others.
    pub obligations: Vec<ObligationRow>,
    /// Who makes what for whom.
    pub specialisations: Vec<Sentence>,
    /// Works built together, those that are not finished first.
    pub works: Vec<WorkRow>,
    /// Help under a recovery programme, given or received.
    pub grants: Vec<AgreementLine>,
}

/// A member of a community of planners.
#[derive(Debug, Clone, PartialEq)]
pub struct MemberRow {
    /// Who.
    pub id: PolityId,
    /// Its name.
    pub name: String,
    /// Whether it refuses to have its plan drawn up with others.
    pub refuses: bool,
    /// Share of the inputs wanted that it cannot have.
    pub shortage: Explained,
    /// Share of imports that protocols assure and bring.
    pub assured: Explained,
    /// Share of what it owed that it delivered.
    pub met: Explained,
    /// What it gives to the others a year; negative = receives.
    pub burden: Explained,
}

/// A delivery that was promised.
#[derive(Debug, Clone, PartialEq)]
pub struct ObligationRow {
    /// Whether the state looked at delivers, receives, or stands aside.
    pub side: DeliverySide,
    /// Who delivers what to whom.
    pub sentence: Sentence,
    /// Due each month.
    pub monthly: Explained,
    /// Counted as delivered this year.
    pub delivered: f64,
    /// Quality promised (0–1).
    pub quality: f64,
    /// Due and not delivered.
    pub arrears: f64,
    /// Months in arrears.
    pub months: u32,
    /// Whether the arrears have been disputed.
    pub disputed: bool,
}

/// On which side of an obligation the state stands that is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DeliverySide {
    /// It delivers.
    Delivers,
    /// It receives.
    Receives,
    /// Others do.
    Others,
}

/// A work built together.
#[derive(Debug, Clone, PartialEq)]
pub struct WorkRow {
    /// What is built, and on whose ground.
    pub sentence: Sentence,
    /// Who pays, with shares of the cost.
    pub payers: Sentence,
    /// Part that is built (0–1).
    pub progress: f64,
    /// Where it stands, in words.
    pub stage: &'static str,
}

/// A community to which a state does not belong, and what it would take.
#[derive(Debug, Clone, PartialEq)]
pub struct Door {
    /// Its name.
    pub name: String,
    /// What it is, in words.
    pub kind: &'static str,
    /// Each thing that it takes, and whether it is so.
    pub takes: Vec<(String, bool)>,
    /// Trust in its leader, which it takes as well.
    pub trust: Explained,
}

pub(super) fn page(sim: &Simulation, id: PolityId) -> CommunityPage {
    let content = sim.content();
    let mut page = CommunityPage::default();
    for (organisation, now) in sim.get::<Organisations>().iter() {
        let def = &content.organisations[organisation];
        if !matches!(def.kind, OrganisationKind::PlanCommunity | OrganisationKind::Market) {
            continue;
        }
        if now.has(id) {
            page.unions.push(union(sim, id, organisation));
        } else if let Some(leader) = def.leader.filter(|&leader| leader != id) {
            page.doors.push(door(sim, id, def, leader));
        }
    }
    page
}

fn union(sim: &Simulation, id: PolityId, organisation: OrganisationId) -> Union {
    let (content, view) = (sim.content(), CommunityView::of(sim, organisation));
    let (def, speaker) = (&content.organisations[organisation], Speaker(content));
    let plans = def.kind == OrganisationKind::PlanCommunity;
    let mut members: Vec<MemberRow> =
        if plans { view.members.iter().map(member).collect() } else { Vec::new() };
    members.sort_by(|a, b| b.burden.value.total_cmp(&a.burden.value));
    let mut obligations: Vec<ObligationRow> = view
        .obligations
        .iter()
        .map(|one| obligation(speaker, id, one))
        .filter(|row| row.side != DeliverySide::Others || row.arrears > row.monthly.value)
        .collect();
    obligations.sort_by(|a, b| a.side.cmp(&b.side).then(b.arrears.total_cmp(&a.arrears)));
    let made = |(specialist, partner, good): &(PolityId, PolityId, String)| {
        let values = [
            ("specialist", speaker.polity(*specialist)),
            ("good", Piece::plain(good.to_lowercase())),
            ("partner", speaker.polity(*partner)),
        ];
        Sentence::fill(text!("cm.specialisation"), &values)
    };
    let mut works: Vec<WorkRow> = view.works.iter().map(|one| work(speaker, one)).collect();
    works.sort_by_key(|row| row.progress >= 1.0);
    Union {
        name: view.name.clone(),
        kind: def.kind.words(),
        says: says(sim, def, &view),
        depth: (!plans).then(|| {
            Explained::given(text!("cm.depth"), view.depth, Unit::Share).meaning(text!("cm.depth.means"))
        }),
        members,
        obligations,
        specialisations: view.specialisations.iter().map(made).collect(),
        works,
        grants: match def.recovery {
            Some(_) => agreement_lines(content, sim.get::<Agreements>(), id, |tag| tag == AgreementTag::Aid),
            None => Vec::new(),
        },
    }
}

/// How a community stands this year.
fn says(sim: &Simulation, def: &OrganisationDef, view: &CommunityView) -> Vec<Sentence> {
    let speaker = Speaker(sim.content());
    let mut lines = Vec::new();
    if def.kind == OrganisationKind::PlanCommunity {
        lines.push(match (view.multilateral, view.refused_by) {
            (true, _) => Sentence::plain_text(text!("cm.plan_of_all")),
            (false, Some(by)) => Sentence::fill(text!("cm.refused"), &[("by", speaker.acting(by))]),
            (false, None) => Sentence::plain_text(text!("cm.pairs")),
        });
        let count = view.protocols.len().to_string();
        lines.push(Sentence::plain_text(fill(text!("cm.protocols"), &[("n", &count)])));
    } else {
        let count = view.members.len().to_string();
        lines.push(Sentence::plain_text(fill(text!("cm.members"), &[("n", &count)])));
    }
    if let (Some(recovery), Some(donor)) = (&def.recovery, def.leader) {
        let over = recovery.until <= sim.clock().now();
        let template = if over { text!("cm.recovery.over") } else { text!("cm.recovery") };
        let share = crate::view::words::figure(recovery.share, Unit::Share);
        let values = [
            ("donor", speaker.polity(donor)),
            ("share", Piece::plain(share)),
            ("until", Piece::plain(recovery.until.to_string())),
        ];
        lines.push(Sentence::fill(template, &values));
    }
    lines
}

fn member(line: &MemberLine) -> MemberRow {
    let share = |what: &str, value| Explained::given(what, value, Unit::Share);
    let parts = line.burden_terms.iter().map(|&(key, value)| (label(key), value));
    MemberRow {
        id: line.id,
        name: line.name.clone(),
        refuses: line.refuses,
        shortage: share(text!("n.shortage"), line.shortage),
        assured: share(text!("cm.assured"), line.assured).meaning(text!("cm.assured.means")),
        met: share(text!("cm.met"), line.met).meaning(text!("cm.met.means")),
        burden: Explained::given(text!("cm.burden"), line.burden, Unit::MoneyAYear)
            .meaning(text!("cm.burden.means"))
            .with_parts(How::Sum, parts),
    }
}

fn obligation(speaker: Speaker<'_>, id: PolityId, line: &ObligationLine) -> ObligationRow {
    let values = [
        ("from", speaker.polity(line.from)),
        ("good", Piece::plain(line.good.to_lowercase())),
        ("to", speaker.polity(line.to)),
    ];
    let (side, template) = match (line.from == id, line.to == id) {
        (true, _) => (DeliverySide::Delivers, text!("cm.to")),
        (_, true) => (DeliverySide::Receives, text!("cm.from")),
        _ => (DeliverySide::Others, text!("cm.others_deliver")),
    };
    ObligationRow {
        side,
        sentence: Sentence::fill(template, &values),
        monthly: Explained::given(text!("cm.due"), line.monthly.real(), Unit::Money)
            .meaning(text!("cm.due.means")),
        delivered: line.delivered.real(),
        quality: line.quality,
        arrears: line.arrears.real(),
        months: line.months,
        disputed: line.disputed,
    }
}

fn work(speaker: Speaker<'_>, line: &WorkLine) -> WorkRow {
    let place = [("work", Piece::plain(&line.what)), ("site", speaker.polity(line.site))];
    let mut payers = vec![Piece::plain(text!("cm.paid_by"))];
    for (number, &(who, share)) in line.payers.iter().enumerate() {
        payers.push(Piece::plain(if number == 0 { " " } else { ", " }));
        payers.push(speaker.polity(who));
        payers.push(Piece::plain(format!(" {}", crate::view::words::figure(share, Unit::Share))));
    }
    WorkRow {
        sentence: Sentence::fill(text!("cm.work"), &place),
        payers: Sentence(payers),
        progress: line.progress,
        stage: line.stage,
    }
}

/// What it would take to join; the rule stands in `sim::organisations`.
fn door(sim: &Simulation, id: PolityId, def: &OrganisationDef, leader: PolityId) -> Door {
    let (content, atlas) = (sim.content(), sim.get::<Atlas>());
    let region = content.territories[content.polities[id].capital].region;
    let system = |of: PolityId| sim.polity::<Government>(of).form().system();
    let trust =
        sim.get::<Relations>().trust(atlas.agent(Seat::Polity(id)), atlas.agent(Seat::Polity(leader)));
    let of_leader = |template: &str| fill(template, &[("leader", &content.polities[leader].name)]);
    Door {
        name: def.name.clone(),
        kind: def.kind.words(),
        takes: vec![
            (sentence_case(text!("cm.door.region")), def.is_open_to(region)),
            (of_leader(text!("cm.door.system")), system(id) == system(leader)),
        ],
        trust: Explained::given(of_leader(text!("cm.door.trust")), trust, Unit::Index)
            .meaning(text!("cm.door.trust.means")),
    }
}
