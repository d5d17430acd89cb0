//! The merged library to resolved content.

use super::defs::{Content, MAX_GOODS, RuleTable, StateStart};
use super::kind::Kind;
use super::merge::{Item, Library};
use super::package::{Layer, MAX_OF_A_KIND, Manifest};
use super::raw::{
    RawArchetype, RawClaim, RawClaimCard, RawDispute, RawDoctrine, RawEvent, RawFact, RawFigures, RawGood,
    RawInterest, RawLaboratory, RawLens, RawMission, RawMovement, RawOrganisation, RawPolity, RawRegion,
    RawRelation, RawRule, RawScenario, RawState, RawTerritory, RawWar,
};
use super::reader::{Registry, read};
use super::report::{Code, Finding, Report};
use crate::base::IdVec;
use crate::base::hash::StableHash;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

/// Turns the library into content; `None`, with findings, if anything cannot be read or is missing.
pub fn resolve(library: &Library, mods: &[Manifest], report: &mut Report) -> Option<Content> {
    if library.is_empty() {
        return None;
    }
    for kind in Kind::ALL {
        if let Some(item) = library.of_kind(*kind).nth(MAX_OF_A_KIND) {
            report.push(
                Finding::at(
                    Code::TooMany,
                    item.key_at(),
                    format!("more than {MAX_OF_A_KIND} definitions of one kind"),
                )
                .label("one too many"),
            );
            return None;
        }
    }
    let registry = Registry::new(
        library.iter().map(|item| (item.kind, item.id.as_str(), item.key_at())),
        library.broken(),
    );
    let mut findings = Vec::new();
    let content = Resolver { library, registry: &registry, findings: &mut findings }.content(mods);
    let clean = !findings.iter().any(|finding| finding.severity() == super::report::Severity::Error);
    report.extend(findings);
    content.filter(|_| clean)
}

/// Reads one definition for its findings alone, whatever its kind.
pub(super) fn read_alone(kind: Kind, node: &super::tree::Node, findings: &mut Vec<Finding>) {
    let registry = Registry::lenient();
    let r = &registry;
    match kind {
        Kind::Scenario => drop(read::<RawScenario>(node, r, findings)),
        Kind::Good => drop(read::<RawGood>(node, r, findings)),
        Kind::Region => drop(read::<RawRegion>(node, r, findings)),
        Kind::Territory => drop(read::<RawTerritory>(node, r, findings)),
        Kind::Figures => drop(read::<RawFigures>(node, r, findings)),
        Kind::Polity => drop(read::<RawPolity>(node, r, findings)),
        Kind::State => drop(read::<RawState>(node, r, findings)),
        Kind::Claim => drop(read::<RawClaim>(node, r, findings)),
        Kind::Movement => drop(read::<RawMovement>(node, r, findings)),
        Kind::Organisation => drop(read::<RawOrganisation>(node, r, findings)),
        Kind::Relation => drop(read::<RawRelation>(node, r, findings)),
        Kind::Dispute => drop(read::<RawDispute>(node, r, findings)),
        Kind::War => drop(read::<RawWar>(node, r, findings)),
        Kind::Archetype => drop(read::<RawArchetype>(node, r, findings)),
        Kind::Rule => drop(read::<RawRule>(node, r, findings)),
        Kind::Lens => drop(read::<RawLens>(node, r, findings)),
        Kind::Event => drop(read::<RawEvent>(node, r, findings)),
        Kind::Fact => drop(read::<RawFact>(node, r, findings)),
        Kind::Laboratory => {
            if let Some(raw) = read::<RawLaboratory>(node, r, findings) {
                raw.resolve(findings);
            }
        }
        Kind::Interest => drop(read::<RawInterest>(node, r, findings)),
        Kind::ClaimCard => drop(read::<RawClaimCard>(node, r, findings)),
        Kind::Doctrine => {
            if let Some(raw) = read::<RawDoctrine>(node, r, findings) {
                raw.resolve(findings);
            }
        }
        Kind::Mission => {
            if let Some(raw) = read::<RawMission>(node, r, findings) {
                raw.resolve(findings);
            }
        }
    }
}

struct Resolver<'a> {
    library: &'a Library,
    registry: &'a Registry,
    findings: &'a mut Vec<Finding>,
}

impl<'a> Resolver<'a> {
    /// All definitions of a kind, each with the item it came from. Those that cannot be read are left out,
    /// which does not matter: with a finding the content is not used.
    fn all<T: DeserializeOwned>(&mut self, kind: Kind) -> Vec<(&'a Item, T)> {
        let library = self.library;
        library
            .of_kind(kind)
            .filter_map(|item| read::<T>(&item.node, self.registry, self.findings).map(|raw| (item, raw)))
            .collect()
    }

    /// All definitions of a kind whose resolution can find something amiss.
    fn checked<T: DeserializeOwned, U, C: FromIterator<U>>(
        &mut self,
        kind: Kind,
        resolve: impl Fn(T, &mut Vec<Finding>) -> U,
    ) -> C {
        let raws = self.all::<T>(kind);
        raws.into_iter().map(|(_, raw)| resolve(raw, self.findings)).collect()
    }

    fn content(mut self, mods: &[Manifest]) -> Option<Content> {
        let goods = self.all::<RawGood>(Kind::Good);
        let count = self.library.ids(Kind::Good).count();
        if let Some(item) = self.library.of_kind(Kind::Good).nth(MAX_GOODS) {
            self.findings.push(
                Finding::at(
                    Code::TooMany,
                    item.key_at(),
                    format!("{count} goods, where at most {MAX_GOODS} are possible"),
                )
                .label("one good too many"),
            );
        }
        let goods: IdVec<_, _> = goods.into_iter().map(|(_, raw)| raw.resolve(count)).collect();
        let regions: IdVec<_, _> =
            self.all::<RawRegion>(Kind::Region).into_iter().map(|(_, raw)| raw.resolve()).collect();
        let territories = self.territories();
        let polities = self.polities();
        let claims: IdVec<_, _> =
            self.all::<RawClaim>(Kind::Claim).into_iter().map(|(_, raw)| raw.resolve()).collect();
        let movements: IdVec<_, _> =
            self.all::<RawMovement>(Kind::Movement).into_iter().map(|(_, raw)| raw.resolve()).collect();
        let organisations: IdVec<_, _> = self
            .all::<RawOrganisation>(Kind::Organisation)
            .into_iter()
            .map(|(_, raw)| raw.resolve())
            .collect();
        let doctrines: IdVec<_, _> = self.checked(Kind::Doctrine, RawDoctrine::resolve);
        let archetypes: IdVec<_, _> =
            self.all::<RawArchetype>(Kind::Archetype).into_iter().map(|(_, raw)| raw.resolve()).collect();
        let rules = RuleTable::new(
            self.all::<RawRule>(Kind::Rule).into_iter().map(|(_, raw)| raw.resolve()).collect(),
        );
        let lenses: IdVec<_, _> =
            self.all::<RawLens>(Kind::Lens).into_iter().map(|(_, raw)| raw.resolve()).collect();
        let relations =
            self.all::<RawRelation>(Kind::Relation).into_iter().map(|(_, raw)| raw.resolve()).collect();
        let disputes =
            self.all::<RawDispute>(Kind::Dispute).into_iter().map(|(_, raw)| raw.resolve()).collect();
        let wars = self.all::<RawWar>(Kind::War).into_iter().map(|(_, raw)| raw.resolve()).collect();
        let events: IdVec<_, _> =
            self.all::<RawEvent>(Kind::Event).into_iter().map(|(_, raw)| raw.resolve()).collect();
        let missions: IdVec<_, _> = self.checked(Kind::Mission, RawMission::resolve);
        let claim_cards =
            self.all::<RawClaimCard>(Kind::ClaimCard).into_iter().map(|(_, raw)| raw.resolve()).collect();
        let facts = self.all::<RawFact>(Kind::Fact).into_iter().map(|(_, raw)| raw.resolve()).collect();
        let laboratories = self.checked(Kind::Laboratory, RawLaboratory::resolve);
        let interests =
            self.all::<RawInterest>(Kind::Interest).into_iter().map(|(_, raw)| raw.resolve()).collect();
        let scenario = self.scenario()?;
        self.required(Kind::Good);
        self.required(Kind::Territory);
        self.required(Kind::Polity);

        let mod_hashes: Vec<(String, u64)> = std::iter::once((scenario.id.clone(), Layer::Common))
            .chain(mods.iter().map(|one| (one.id.clone(), Layer::Mod(one.id.clone()))))
            .map(|(id, layer)| (id, self.library.hash_of(&layer)))
            .collect();
        let mut hash = StableHash::new();
        for (id, part) in &mod_hashes {
            hash.bytes(id.as_bytes());
            hash.word(*part);
        }
        Some(Content {
            scenario,
            goods,
            regions,
            territories,
            polities,
            claims,
            movements,
            organisations,
            doctrines,
            archetypes,
            rules,
            lenses,
            relations,
            disputes,
            wars,
            events,
            missions,
            claim_cards,
            facts,
            laboratories,
            interests,
            hash: hash.finish(),
            mod_hashes,
        })
    }

    fn required(&mut self, kind: Kind) {
        if self.library.of_kind(kind).next().is_none() {
            let path = self.library.of_kind(Kind::Scenario).next();
            let message = format!("the campaign has no {}", kind.noun());
            self.findings.push(match path {
                Some(item) => Finding::at(Code::DefinitionMissing, item.key_at(), message)
                    .label(format!("add at least one `{}( ... )`", kind.name())),
                None => Finding::about(Code::DefinitionMissing, "", message),
            });
        }
    }

    fn scenario(&mut self) -> Option<super::defs::ScenarioDef> {
        let mut found = self.all::<RawScenario>(Kind::Scenario);
        let count = self.library.of_kind(Kind::Scenario).count();
        if count > 1 {
            let items: Vec<&Item> = self.library.of_kind(Kind::Scenario).collect();
            self.findings.push(
                Finding::at(Code::Contradiction, items[1].key_at(), "a campaign has one `Scenario`")
                    .label("a second one")
                    .related(items[0].key_at(), "the first one"),
            );
        }
        found.pop().map(|(_, raw)| raw.resolve())
    }

    fn territories(&mut self) -> IdVec<crate::base::TerritoryId, super::defs::TerritoryDef> {
        let figures: BTreeMap<String, RawFigures> = self
            .all::<RawFigures>(Kind::Figures)
            .into_iter()
            .map(|(item, raw)| (item.id.clone(), raw))
            .collect();
        let raws: Vec<(&Item, RawTerritory)> = self.all(Kind::Territory);
        let library = self.library;
        let mut missing = Vec::new();
        let territories = raws
            .into_iter()
            .filter_map(|(item, raw)| match figures.get(&item.id) {
                Some(figures) => Some(raw.resolve(figures)),
                None => {
                    if library.get(Kind::Figures, &item.id).is_none() {
                        missing.push(
                            Finding::at(Code::DefinitionMissing, item.key_at(), format!("no figures for the territory `{}`", item.id))
                                .label("how many live here, and how well?")
                                .help(format!(
                                    "add `Figures(territory: {:?}, population: ..., product_per_head: ..., quality: 'D')` to the scenario",
                                    item.id
                                )),
                        );
                    }
                    None
                }
            })
            .collect();
        self.findings.extend(missing);
        territories
    }

    fn polities(&mut self) -> IdVec<crate::base::PolityId, super::defs::PolityDef> {
        let mut starts: BTreeMap<String, StateStart> = BTreeMap::new();
        for (item, raw) in self.all::<RawState>(Kind::State) {
            if item.id != "*"
                && let Err(finding) = self.registry.resolve(Kind::Polity, &raw.polity.value, raw.polity.at)
            {
                self.findings.push(*finding);
            }
            starts.insert(item.id.clone(), raw.resolve());
        }
        let raws: Vec<(&Item, RawPolity)> = self.all(Kind::Polity);
        let library = self.library;
        let mut missing = Vec::new();
        let polities = raws
            .into_iter()
            .filter_map(|(item, raw)| match starts.get(&item.id).or_else(|| starts.get("*")) {
                Some(start) => Some(raw.resolve(start.clone())),
                None => {
                    let faulty = ["*", item.id.as_str()].iter().any(|id| library.get(Kind::State, id).is_some());
                    if !faulty {
                        missing.push(
                            Finding::at(Code::DefinitionMissing, item.key_at(), format!("nothing says how `{}` stands at the start", item.id))
                                .label("no `State` for this polity")
                                .help(format!("add `State(polity: {:?}, status: Dormant, ...)` to the scenario", item.id))
                                .help("or `State(polity: \"*\", ...)`, which stands for every polity without a record of its own"),
                        );
                    }
                    None
                }
            })
            .collect();
        self.findings.extend(missing);
        polities
    }
}
