//! What the columns and series of the tables mean.

use std::fmt::Write;

use super::registry::{Read, SeriesDef};
use super::rows::Choice;

/// Whose values a series has.
fn whose(def: &SeriesDef) -> &'static str {
    match def.read {
        Read::State(_) => "state",
        Read::StateGood(_) => "state and good",
        Read::World(_) => "world",
        Read::WorldGood(_) => "world and good",
    }
}

/// The dictionary as a page.
pub fn page(choice: &Choice) -> String {
    let mut text = String::from(
        "# Dictionary\n\n\
         `series.csv` and `series.parquet` hold the same rows: month, agent (id of a state, or `WORLD`), series, unit, value. The\n\
         first month is the eve of the campaign. A series by good has a dot and the good's id behind its name. A series that\n\
         means nothing for a state has no row there. Money is in thousands of 2011 international dollars.\n\n\
         `balances.csv` and `balances.parquet` hold the balance of each good of each state, at base prices: `opening`, what came\n\
         in (positive), what went out (negative), `closing`. Opening and flows sum to closing exactly. Flows of nothing have no\n\
         row.\n\n\
         | series | of | unit | meaning | computed in |\n|---|---|---|---|---|\n",
    );
    for def in choice.series() {
        let _ = writeln!(
            text,
            "| `{}` | {} | {} | {} | {} |",
            def.id,
            whose(def),
            def.unit,
            def.means,
            def.source
        );
    }
    text
}

/// The dictionary as a table of data.
pub fn table(choice: &Choice) -> String {
    let mut text = String::from("series,of,unit,meaning,computed_in\n");
    for def in choice.series() {
        let _ = writeln!(text, "{},{},{},\"{}\",{}", def.id, whose(def), def.unit, def.means, def.source);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_series_stands_in_the_dictionary() {
        let all = Choice::default();
        let (page, table) = (page(&all), table(&all));
        for def in all.series() {
            assert!(page.contains(&format!("| `{}` |", def.id)) && table.contains(&format!("\n{},", def.id)));
        }
    }
}
