//! Loading a campaign: all stages, one report.

use super::defs::Content;
use super::kind::Kind;
use super::lint;
use super::merge::{self, Dependencies, LayerFile, Library};
use super::package::{self, FORMAT, Layer, Manifest, Root, is_root, list, read_text, shown};
use super::report::{Code, Finding, Report, nearest, one_of};
use super::resolve;
use super::tree::{self, Node};
use std::path::{Path, PathBuf};

/// What came of loading.
#[derive(Debug)]
pub struct Loaded {
    /// The content, if nothing makes it unusable.
    pub content: Option<Content>,
    /// Everything that was found.
    pub report: Report,
    /// The definitions as merged, with the history of each field; what there is of them, even after errors.
    pub library: Library,
    /// The mods, in load order.
    pub mods: Vec<Manifest>,
}

/// Loads a campaign: the scenario of this name (or the scenario folder) under `root`, with mods from their folders.
///
/// Every stage reports all it finds; later stages run as far as earlier ones leave them something to work on.
pub fn load(root: &Path, scenario: &str, mods: &[PathBuf]) -> Loaded {
    let folder = Path::new(scenario);
    // A scenario may be given as a folder, wherever its root lies.
    if folder.join("scenario.ron").is_file()
        && let (Some(name), Some(above)) =
            (folder.file_name().and_then(|name| name.to_str()), root_of_scenario(folder))
    {
        return run(&above, name, mods);
    }
    run(root, scenario, mods)
}

/// The root to which a scenario's folder belongs.
pub(super) fn root_of_scenario(folder: &Path) -> Option<PathBuf> {
    let folder = std::path::absolute(folder).ok()?;
    let scenarios = folder.parent()?;
    (scenarios.file_name()? == "scenarios").then(|| scenarios.parent().map(Path::to_path_buf)).flatten()
}

fn run(root: &Path, scenario: &str, mods: &[PathBuf]) -> Loaded {
    let mut report = Report::default();
    let mut findings = Vec::new();
    let root = Root { folder: root.to_path_buf() };
    if !is_root(&root.folder) {
        findings.push(if root.folder.exists() {
            Finding::about(
                Code::NotAContentRoot,
                shown(&root.folder),
                "this folder holds no `scenarios` folder",
            )
            .help("name the folder that holds `scenarios`")
        } else {
            Finding::about(Code::PathNotFound, shown(&root.folder), "no such folder")
        });
        return finished(report, findings, Library::default(), Vec::new());
    }
    let manifests = mods.iter().filter_map(|folder| package::read_manifest(folder, &mut report)).collect();
    let manifests = package::load_order(manifests, &mut findings);
    let mut library = Library::default();
    gather(&root, scenario, &manifests, &mut library, &mut report, &mut findings);
    report.extend(std::mem::take(&mut findings));
    let content = resolve::resolve(&library, &manifests, &mut report);
    // What is wrong is mended first; what is doubtful is looked at once nothing is wrong.
    let content = content.filter(|_| !report.has_errors());
    if let Some(content) = &content {
        lint::run(&lint::Lint { content, library: &library, root: &root, scenario }, &mut findings);
    }
    let mut loaded = finished(report, findings, library, manifests);
    loaded.content = content.filter(|_| !loaded.report.has_errors());
    loaded
}

fn finished(mut report: Report, findings: Vec<Finding>, library: Library, mods: Vec<Manifest>) -> Loaded {
    report.extend(findings);
    report.finish();
    Loaded { content: None, report, library, mods }
}

/// Reads all files of the campaign into the library, layer by layer.
fn gather(
    root: &Root,
    scenario: &str,
    mods: &[Manifest],
    library: &mut Library,
    report: &mut Report,
    findings: &mut Vec<Finding>,
) {
    let depends: Dependencies = mods
        .iter()
        .map(|one| (one.id.clone(), one.depends.iter().map(|need| need.id.clone()).collect()))
        .collect();
    let layers: Vec<(Layer, Root)> =
        mods.iter().map(|one| (Layer::Mod(one.id.clone()), Root { folder: one.folder.clone() })).collect();
    let plain = !scenario.is_empty()
        && scenario != "common"
        && !scenario.contains(['/', '\\'])
        && !scenario.starts_with('.');
    let roots = || std::iter::once(root).chain(layers.iter().map(|(_, root)| root));
    if !plain || !roots().any(|root| root.scenario(scenario).join("scenario.ron").is_file()) {
        let names: Vec<String> = roots().flat_map(Root::scenario_names).collect();
        let known = || names.iter().map(String::as_str);
        let finding = if plain && root.scenario(scenario).is_dir() {
            let empty = list(&root.scenario(scenario), &|_| false, &mut Vec::new()).ron.is_empty();
            let what = if empty { "this folder is empty" } else { "this folder has no `scenario.ron`" };
            Finding::about(Code::NothingThere, shown(&root.scenario(scenario)), what)
                .help("add a `scenario.ron` with one `Scenario( ... )`")
        } else {
            Finding::about(
                Code::NoSuchScenario,
                shown(&root.scenarios()),
                format!("no scenario named `{scenario}`"),
            )
        };
        findings.push(match nearest(scenario, known()) {
            Some(near) => finding.help(format!("did you mean `{near}`?")),
            None if names.is_empty() => finding,
            None => finding.help(format!("it can be {}", one_of(known()))),
        });
        return;
    }
    let own = read_folder(&root.scenario(scenario), None, report, findings);
    let mod_own: Vec<Vec<LayerFile>> = layers
        .iter()
        .map(|(_, root)| read_folder(&root.scenario(scenario), None, report, findings))
        .collect();
    let world = world_of(own.iter().chain(mod_own.iter().flatten()));
    check_format(own.iter().chain(mod_own.iter().flatten()), findings);

    let mut common = read_folder(&root.common(), Some(&root.worlds()), report, findings);
    if let Some((world, at)) = &world {
        let known = || -> Vec<String> {
            roots()
                .flat_map(|root| std::fs::read_dir(root.worlds()).into_iter().flatten().flatten())
                .filter_map(|entry| entry.file_name().into_string().ok())
                .collect()
        };
        if roots().any(|root| root.worlds().join(world).is_dir()) {
            common.extend(read_folder(&root.worlds().join(world), None, report, findings));
        } else {
            let finding = Finding::at(Code::DefinitionMissing, *at, format!("no world named `{world}`"))
                .label("no such folder under `scenarios/common/worlds`");
            let known = known();
            findings.push(match nearest(world, known.iter().map(String::as_str)) {
                Some(near) => finding.fix(at.inside(), near, "a world with a similar name exists"),
                None => finding.help(format!("it can be {}", one_of(known.iter().map(String::as_str)))),
            });
        }
    }
    merge::add_layer(library, &Layer::Common, common, &depends, findings);
    merge::add_layer(library, &Layer::Scenario, own, &depends, findings);
    for ((layer, root), own) in layers.iter().zip(mod_own) {
        let mut files = read_folder(&root.common(), Some(&root.worlds()), report, findings);
        if let Some((world, _)) = &world {
            files.extend(read_folder(&root.worlds().join(world), None, report, findings));
        }
        files.extend(own);
        if !root.scenarios().is_dir() {
            findings.push(
                Finding::about(
                    Code::NothingThere,
                    shown(&root.folder),
                    "this mod has no `scenarios` folder, so it changes nothing",
                )
                .help(
                    "put its files under `scenarios/common/` or `scenarios/<name>/`, as the game's own are",
                ),
            );
        }
        misplaced(root, report, findings);
        merge::add_layer(library, layer, files, &depends, findings);
    }
}

/// Content files of a mod that stand where nothing reads them.
fn misplaced(root: &Root, report: &Report, findings: &mut Vec<Finding>) {
    let scenarios = root.scenarios();
    let _ = report;
    for path in list(&root.folder, &|path| path == scenarios, findings).ron {
        if path != root.folder.join("mod.ron") {
            findings.push(
                Finding::about(Code::MisplacedDefinition, shown(&path), "this file has no effect here")
                    .help("put it under `scenarios/common/` or `scenarios/<name>/` of the mod"),
            );
        }
    }
    for path in list(&scenarios, &|path| path.is_dir(), &mut Vec::new()).ron {
        findings.push(
            Finding::about(Code::MisplacedDefinition, shown(&path), "this file has no effect here")
                .help("put it under `scenarios/common/` or `scenarios/<name>/`"),
        );
    }
}

/// Reads the content files of a folder and all below it; a folder that is not there holds none.
fn read_folder(
    folder: &Path,
    leave_out: Option<&Path>,
    report: &mut Report,
    findings: &mut Vec<Finding>,
) -> Vec<LayerFile> {
    if !folder.is_dir() {
        return Vec::new();
    }
    list(folder, &|path| Some(path) == leave_out, findings)
        .ron
        .iter()
        .filter_map(|path| read_file(path, report, findings))
        .collect()
}

/// Reads one content file.
pub(super) fn read_file(path: &Path, report: &mut Report, findings: &mut Vec<Finding>) -> Option<LayerFile> {
    let text = read_text(path, findings)?;
    let file = report.sources.add(shown(path), text.as_str());
    let document = tree::parse(&text, file, findings);
    Some(LayerFile { file, items: document.items, broken: document.broken })
}

/// The `Scenario` definitions of some files.
fn scenarios<'a>(files: impl Iterator<Item = &'a LayerFile>) -> impl Iterator<Item = &'a Node> {
    files
        .flat_map(|file| &file.items)
        .filter(|node| node.name().is_some_and(|name| &*name.text == Kind::Scenario.name()))
}

/// The world that the scenario names, and where.
fn world_of<'a>(files: impl Iterator<Item = &'a LayerFile>) -> Option<(String, super::source::Span)> {
    scenarios(files).find_map(|node| {
        let world = node.field("world")?;
        let name = world.as_text()?;
        let plain = !name.is_empty() && !name.contains(['/', '\\']) && !name.starts_with('.');
        plain.then(|| (name.to_string(), world.at))
    })
}

fn check_format<'a>(files: impl Iterator<Item = &'a LayerFile>, findings: &mut Vec<Finding>) {
    for node in scenarios(files) {
        if let Some(format) = node.field("format")
            && let Some(number) = format.as_whole()
            && number != i64::from(FORMAT)
        {
            findings.push(
                Finding::at(
                    Code::WrongFormat,
                    format.at,
                    format!("made for content format {number}, this game reads {FORMAT}"),
                )
                .help("get a version of the scenario or of the game that fits"),
            );
        }
    }
}
