//! The report as text tables.

use std::fmt::Write;

use super::{RunReport, Year};

/// The table by system (row K8): shares of people, product and industry at each year's end.
pub fn share_table(years: &[Year]) -> String {
    let mut text = String::from(
        "        socialist            capitalist core      South                states   UN\n\
         year    people prod.  ind.   people prod.  ind.   people prod.  ind.\n",
    );
    let percent = |share: f64| format!("{:>5.1}%", share * 100.0);
    for year in years {
        let _ = write!(text, "{:<6}", year.year);
        for row in [&year.shares.socialist, &year.shares.capitalist_core, &year.shares.south] {
            let _ = write!(
                text,
                "  {} {} {}",
                percent(row.population),
                percent(row.product),
                percent(row.industry)
            );
        }
        let _ = writeln!(text, "  {:>6} {:>4}", year.independent_states, year.un_members);
    }
    text
}

/// The world year by year: people, product, wars, trade, dead.
pub fn summary_table(report: &RunReport) -> String {
    let mut text = String::from(
        "year   people   product  per head  growth  trade  wars (int civ col itv)   war dead   famine   repressed  displaced\n\
         \x20        mn    bn $/yr  $/yr      %/yr    %prod                         mn         mn       mn         mn\n",
    );
    let million = |people: i64| people as f64 / 1e6;
    let mut before: Option<f64> = None;
    for year in &report.years {
        let per_head = year.world_product / (year.world_population.max(1) as f64);
        let growth =
            before.map_or(String::from("     –"), |b| format!("{:>+6.1}", (per_head / b - 1.0) * 100.0));
        before = Some(per_head);
        let _ = writeln!(
            text,
            "{:<5} {:>7.0} {:>9.0} {:>9.0} {} {:>6.1}      {:>4} {:>3} {:>3} {:>3}     {:>8.2} {:>8.2}  {:>8.2}  {:>9.2}",
            year.year,
            million(year.world_population),
            year.world_product / 1e9,
            per_head,
            growth,
            100.0 * year.trade.total / year.world_product.max(1.0),
            year.wars.interstate,
            year.wars.civil,
            year.wars.anticolonial,
            year.wars.intervention,
            million(year.deaths.war),
            million(year.deaths.famine),
            million(year.deaths.repression),
            million(year.displaced),
        );
    }
    text
}
