//! How long a month of the shipped campaign takes, how long it takes to start one, and how long to save one.

use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;

use correlation::campaign::{self, Campaign, NewGame};
use correlation::content::defs::Content;
use correlation::sim::Simulation;
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};

fn campaign() -> Arc<Content> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let loaded = correlation::content::load(root, "1950_two_camps", &[]);
    Arc::new(loaded.content.expect("the shipped campaign loads"))
}

fn months(criterion: &mut Criterion) {
    let content = campaign();
    criterion.bench_function("load the campaign", |bencher| bencher.iter(|| black_box(campaign())));
    criterion.bench_function("start a history", |bencher| {
        bencher.iter(|| black_box(Simulation::start(Arc::clone(&content), 1).expect("it starts")));
    });
    let mut group = criterion.benchmark_group("years");
    group.sample_size(10);
    group.bench_function("the first year", |bencher| {
        bencher.iter_batched_ref(
            || Simulation::start(Arc::clone(&content), 1).expect("it starts"),
            |sim| (0..12).for_each(|_| sim.step()),
            BatchSize::LargeInput,
        );
    });
    // As `cof run` and ensembles live them, and as the window does, which can say why.
    for (name, reasons) in [("forty years", false), ("forty years with reasons", true)] {
        group.bench_function(name, |bencher| {
            let start = || {
                let mut sim = Simulation::start(Arc::clone(&content), 1).expect("it starts");
                sim.keep_reasons(reasons);
                sim
            };
            bencher.iter_batched_ref(start, |sim| (0..480).for_each(|_| sim.step()), BatchSize::LargeInput);
        });
    }
    group.finish();
}

fn saves(criterion: &mut Criterion) {
    let mut campaign = Campaign::begin(&NewGame::new(campaign(), 1)).expect("it starts");
    (0..480).for_each(|_| campaign.step());
    let folder = tempfile::tempdir().expect("there is room for a file");
    let file = folder.path().join("forty years.cof");
    criterion.bench_function("save forty years", |bencher| {
        bencher.iter(|| campaign::save(&campaign, &file).expect("it is saved"));
    });
    let bytes = std::fs::metadata(&file).expect("the save is there").len();
    println!("the save has {bytes} bytes");
}

criterion_group!(benches, months, saves);
criterion_main!(benches);
