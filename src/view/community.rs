//! A community of planners, for a panel: obligations, arrears, works, who makes what for whom, who bears the burden.

use crate::base::{Goods, OrganisationId, PolityId};
use crate::sim::community::{Community, Cooperation, Stage, explain_burden};
use crate::sim::economy::Accounts;
use crate::sim::organisations::Organisations;
use crate::sim::plan::Plan;
use crate::sim::{Simulation, TermList};

use super::Unit;
use super::words::{figure, sentence_case, text};

/// One obligation.
#[derive(Debug, Clone, PartialEq)]
pub struct ObligationLine {
    /// Who delivers.
    pub from: PolityId,
    /// To whom.
    pub to: PolityId,
    /// The good's name.
    pub good: String,
    /// Due each month.
    pub monthly: Goods,
    /// Quality promised (0–1).
    pub quality: f64,
    /// Counted as delivered this year.
    pub delivered: Goods,
    /// Due and not delivered.
    pub arrears: Goods,
    /// Months in arrears.
    pub months: u32,
    /// Whether the arrears have been disputed.
    pub disputed: bool,
}

/// One work.
#[derive(Debug, Clone, PartialEq)]
pub struct WorkLine {
    /// What is built, with a capital.
    pub what: String,
    /// On whose ground.
    pub site: PolityId,
    /// Who pays, with shares of the cost.
    pub payers: Vec<(PolityId, f64)>,
    /// Part that is built (0–1).
    pub progress: f64,
    /// Where it stands, in words.
    pub stage: &'static str,
}

/// One member.
#[derive(Debug, Clone, PartialEq)]
pub struct MemberLine {
    /// Who.
    pub id: PolityId,
    /// Its name.
    pub name: String,
    /// Whether it refuses to have its plan drawn up with others.
    pub refuses: bool,
    /// Share of the inputs wanted that it cannot have (0–1).
    pub shortage: f64,
    /// Share of imports that protocols assure and bring (0–1).
    pub assured: f64,
    /// Share of what it owed that it delivered (0–1).
    pub met: f64,
    /// What it gives to the others a year, thousands of 2011 dollars; negative = receives.
    pub burden: f64,
    /// The parts of that, by the keys of their words.
    pub burden_terms: Vec<(&'static str, f64)>,
    /// Product of the last twelve months.
    pub product: f64,
}

/// An organisation that plans or trades together.
#[derive(Debug, Clone, PartialEq)]
pub struct CommunityView {
    /// Its name.
    pub name: String,
    /// Whether all draw up this year's plan together.
    pub multilateral: bool,
    /// Who refused that, if somebody did.
    pub refused_by: Option<PolityId>,
    /// How far it is a customs union (0–1).
    pub depth: f64,
    /// Members.
    pub members: Vec<MemberLine>,
    /// Pairs in protocol.
    pub protocols: Vec<(PolityId, PolityId)>,
    /// Obligations among members.
    pub obligations: Vec<ObligationLine>,
    /// Who makes which good for whom.
    pub specialisations: Vec<(PolityId, PolityId, String)>,
    /// Works on members' ground.
    pub works: Vec<WorkLine>,
}

/// Where a work stands, in words.
fn stage_words(stage: Stage) -> &'static str {
    match stage {
        Stage::Building => text!("work.building"),
        Stage::Stopped => text!("work.stopped"),
        Stage::Done => text!("work.done"),
        Stage::Abandoned => text!("work.abandoned"),
    }
}

impl CommunityView {
    /// An organisation as it stands.
    pub fn of(sim: &Simulation, id: OrganisationId) -> Self {
        let (content, community) = (sim.content(), sim.get::<Community>());
        let members = sim.get::<Organisations>().get(id).members().to_vec();
        let bond = community.bond(id);
        let inside = |one: PolityId| members.contains(&one);
        let good = |id| content.goods[id].name.clone();
        let obligation = |one: &crate::sim::community::Obligation| ObligationLine {
            from: one.from,
            to: one.to,
            good: good(one.good),
            monthly: one.monthly,
            quality: one.quality,
            delivered: one.delivered,
            arrears: one.arrears,
            months: one.months,
            disputed: one.pressed > 0,
        };
        let work = |one: &crate::sim::community::Project| WorkLine {
            what: sentence_case(one.kind.words()),
            site: one.site,
            payers: one.payers().collect(),
            progress: one.progress(),
            stage: stage_words(one.stage),
        };
        let specialisations = community.specialisations().iter();
        let specialisations = specialisations.filter(|one| inside(one.specialist) && inside(one.partner));
        Self {
            name: content.organisations[id].name.clone(),
            multilateral: bond.multilateral,
            refused_by: bond.refused_by,
            depth: bond.depth,
            protocols: community
                .protocols()
                .iter()
                .filter(|one| inside(one.a) && inside(one.b))
                .map(|one| (one.a, one.b))
                .collect(),
            obligations: community
                .obligations()
                .iter()
                .filter(|one| inside(one.from) && inside(one.to))
                .map(obligation)
                .collect(),
            specialisations: specialisations
                .map(|one| (one.specialist, one.partner, good(one.good)))
                .collect(),
            works: community.projects().iter().filter(|one| inside(one.site)).map(work).collect(),
            members: members.iter().map(|&id| member(sim, id)).collect(),
        }
    }

    /// In plain text, for the tool.
    pub fn text(&self, sim: &Simulation) -> String {
        let name = |id: PolityId| sim.content().polities[id].id.as_str();
        let mut out = format!("{}\n", self.name);
        let plan = match (self.multilateral, self.refused_by) {
            (true, _) => "all draw up the plan together".to_owned(),
            (false, Some(by)) => format!("no plan of all: {} refuses", name(by)),
            (false, None) => "pairs plan on their own".to_owned(),
        };
        out += &format!("  {plan}; depth of the market {:.2}\n", self.depth);
        for one in &self.members {
            out += &format!(
                "  {:4} shortage {:.3}  assured {:.2}  met {:.2}  gives {} a year ({:+.2} % of product){}\n",
                name(one.id),
                one.shortage,
                one.assured,
                one.met,
                figure(one.burden, Unit::Money),
                100.0 * crate::base::math::ratio_or(one.burden, one.product, 0.0),
                if one.refuses { "  refuses to plan together" } else { "" }
            );
        }
        out += &format!("  protocols: {}, obligations: {}\n", self.protocols.len(), self.obligations.len());
        for one in self.obligations.iter().filter(|one| one.arrears > one.monthly) {
            let arrears = figure(one.arrears.real(), Unit::Money);
            out += &format!(
                "  arrears: {} owes {} {arrears} of {} ({} months){}\n",
                name(one.from),
                name(one.to),
                one.good,
                one.months,
                if one.disputed { ", disputed" } else { "" }
            );
        }
        for (specialist, partner, good) in &self.specialisations {
            out += &format!("  {} makes {good} for {}\n", name(*specialist), name(*partner));
        }
        for one in &self.works {
            let payers: Vec<String> = one
                .payers
                .iter()
                .map(|(who, share)| format!("{} {:.0} %", name(*who), share * 100.0))
                .collect();
            out += &format!(
                "  {} in {}: {:.0} % built, {} (paid by {})\n",
                one.what,
                name(one.site),
                one.progress * 100.0,
                one.stage,
                payers.join(", ")
            );
        }
        out
    }
}

fn member(sim: &Simulation, id: PolityId) -> MemberLine {
    let community = sim.get::<Community>();
    let cooperation = sim.polity::<Cooperation>(id);
    let mut terms = TermList::default();
    let burden = explain_burden(sim.world(), id, &mut terms);
    MemberLine {
        id,
        name: sim.content().polities[id].name.clone(),
        refuses: community.refuses(id),
        shortage: sim.polity::<Plan>(id).shortage(),
        assured: cooperation.assured(),
        met: cooperation.met(),
        burden,
        burden_terms: terms.as_slice().iter().map(|term| (term.label, term.value)).collect(),
        product: sim.polity::<Accounts>(id).product().real(),
    }
}
