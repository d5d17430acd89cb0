//! Streaming rows as CSV and Parquet: a year is one group of rows, so that no more than a year is held in memory.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::Arc;

use parquet::basic::Compression;
use parquet::data_type::{ByteArray, ByteArrayType, DoubleType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;

use crate::sim::Simulation;

use super::rows::{Choice, balance_rows, series_rows};

/// Columns of words before the column of numbers.
const WORDS: usize = 4;

/// The shape of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    /// Its name.
    pub name: &'static str,
    /// Names of the columns, the numbers last.
    pub columns: [&'static str; WORDS + 1],
    /// Whether the numbers are whole.
    pub whole: bool,
}

/// The table of series.
pub const SERIES: Shape =
    Shape { name: "series", columns: ["month", "agent", "series", "unit", "value"], whole: false };
/// The table of balances of goods.
pub const BALANCES: Shape =
    Shape { name: "balances", columns: ["month", "state", "good", "flow", "amount"], whole: true };

/// A table that is written to two places at once.
struct Table<W: Write + Send> {
    shape: Shape,
    csv: W,
    parquet: SerializedFileWriter<W>,
    words: [Vec<ByteArray>; WORDS],
    numbers: Vec<f64>,
    /// Words met before: most rows repeat them.
    known: BTreeMap<String, ByteArray>,
}

fn failed(error: ParquetError) -> io::Error {
    io::Error::other(error)
}

/// A cell of words as CSV writes it.
fn cell(text: &str) -> Cow<'_, str> {
    match text.contains([',', '"', '\n']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")).into(),
        false => text.into(),
    }
}

/// A number with at most six decimals.
fn number(value: f64) -> String {
    let text = format!("{value:.6}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".into() } else { text.into() }
}

impl<W: Write + Send> Table<W> {
    fn begin(shape: Shape, mut csv: W, parquet: W) -> io::Result<Self> {
        let (words, numbers) = (&shape.columns[..WORDS], shape.columns[WORDS]);
        let words: String = words.iter().map(|name| format!("REQUIRED BYTE_ARRAY {name} (UTF8); ")).collect();
        let kind = if shape.whole { "INT64" } else { "DOUBLE" };
        let text = format!("message {} {{ {words}REQUIRED {kind} {numbers}; }}", shape.name);
        let schema = Arc::new(parse_message_type(&text).map_err(failed)?);
        let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
        let parquet = SerializedFileWriter::new(parquet, schema, Arc::new(properties)).map_err(failed)?;
        writeln!(csv, "{}", shape.columns.join(","))?;
        let (words, known) = (Default::default(), BTreeMap::new());
        Ok(Self { shape, csv, parquet, words, numbers: Vec::new(), known })
    }

    fn row(&mut self, words: [&str; WORDS], value: f64) -> io::Result<()> {
        for (column, word) in self.words.iter_mut().zip(words) {
            let bytes = match column.last() {
                Some(last) if last.data() == word.as_bytes() => last.clone(),
                _ => match self.known.get(word) {
                    Some(bytes) => bytes.clone(),
                    None => self.known.entry(word.to_owned()).or_insert(ByteArray::from(word)).clone(),
                },
            };
            column.push(bytes);
        }
        self.numbers.push(value);
        for word in words {
            write!(self.csv, "{},", cell(word))?;
        }
        writeln!(self.csv, "{}", number(value))
    }

    /// Writes what is held as one group of rows.
    fn end_group(&mut self) -> io::Result<()> {
        if self.numbers.is_empty() {
            return Ok(());
        }
        let mut group = self.parquet.next_row_group().map_err(failed)?;
        for words in &mut self.words {
            if let Some(mut column) = group.next_column().map_err(failed)? {
                column.typed::<ByteArrayType>().write_batch(words.as_slice(), None, None).map_err(failed)?;
                column.close().map_err(failed)?;
            }
            words.clear();
        }
        if let Some(mut column) = group.next_column().map_err(failed)? {
            if self.shape.whole {
                let whole: Vec<i64> = self.numbers.iter().map(|value| *value as i64).collect();
                column.typed::<Int64Type>().write_batch(&whole, None, None).map_err(failed)?;
            } else {
                column.typed::<DoubleType>().write_batch(&self.numbers, None, None).map_err(failed)?;
            }
            column.close().map_err(failed)?;
        }
        self.numbers.clear();
        group.close().map_err(failed)?;
        Ok(())
    }

    fn finish(mut self) -> io::Result<()> {
        self.end_group()?;
        self.csv.flush()?;
        let mut rest = self.parquet.into_inner().map_err(failed)?;
        rest.flush()
    }
}

/// Where a table goes.
pub struct Places<W> {
    /// As CSV.
    pub csv: W,
    /// As Parquet.
    pub parquet: W,
}

/// Series and balances of a history while it runs.
pub struct Export<W: Write + Send> {
    choice: Choice,
    series: Table<W>,
    balances: Table<W>,
}

impl<W: Write + Send> Export<W> {
    /// Opens the tables.
    ///
    /// # Errors
    /// What the places refuse.
    pub fn begin(choice: Choice, series: Places<W>, balances: Places<W>) -> io::Result<Self> {
        Ok(Self {
            choice,
            series: Table::begin(SERIES, series.csv, series.parquet)?,
            balances: Table::begin(BALANCES, balances.csv, balances.parquet)?,
        })
    }

    /// Writes the month that the simulation stands in. Before the first month there are no flows yet, and the month has
    /// series only.
    ///
    /// # Errors
    /// What the places refuse.
    pub fn month(&mut self, sim: &Simulation) -> io::Result<()> {
        let (month, mut result) = (sim.clock().now().iso(), Ok(()));
        series_rows(sim, &self.choice, |row| {
            if result.is_ok() {
                result = self.series.row([&month, row.agent, &row.series, row.unit], row.value);
            }
        });
        if sim.clock().played() > 0 {
            balance_rows(sim, &self.choice, |row| {
                if result.is_ok() {
                    result = self.balances.row([&month, row.state, row.good, &row.flow], row.amount as f64);
                }
            });
        }
        result?;
        if sim.clock().now().ends_year() {
            self.series.end_group()?;
            self.balances.end_group()?;
        }
        Ok(())
    }

    /// Writes what is left and closes the tables.
    ///
    /// # Errors
    /// What the places refuse.
    pub fn finish(self) -> io::Result<()> {
        self.series.finish()?;
        self.balances.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::record::RowAccessor;

    #[test]
    fn numbers_and_words_read_as_data() {
        assert_eq!(number(1.5), "1.5");
        assert_eq!(number(-0.000_000_1), "0");
        assert_eq!(number(2_500_000_000.0), "2500000000");
        assert_eq!(cell("a,b"), "\"a,b\"");
        assert_eq!(cell("plain"), "plain");
    }

    #[test]
    fn both_forms_hold_the_same_rows() {
        let folder = tempfile::tempdir().unwrap();
        let open = |name: &str| std::fs::File::create(folder.path().join(name)).unwrap();
        let mut table = Table::begin(BALANCES, open("a.csv"), open("a.parquet")).unwrap();
        table.row(["1950-01", "IND", "food", "output"], 7.0).unwrap();
        table.end_group().unwrap();
        table.row(["1951-01", "IND", "food", "exports"], -3.0).unwrap();
        table.finish().unwrap();
        let csv = std::fs::read_to_string(folder.path().join("a.csv")).unwrap();
        assert_eq!(
            csv,
            "month,state,good,flow,amount\n1950-01,IND,food,output,7\n1951-01,IND,food,exports,-3\n"
        );
        let reader =
            SerializedFileReader::new(std::fs::File::open(folder.path().join("a.parquet")).unwrap()).unwrap();
        assert_eq!(reader.metadata().num_row_groups(), 2);
        let rows: Vec<_> = reader.get_row_iter(None).unwrap().map(Result::unwrap).collect();
        let read = |row: usize| (rows[row].get_string(0).unwrap().clone(), rows[row].get_long(4).unwrap());
        assert_eq!([read(0), read(1)], [("1950-01".into(), 7), ("1951-01".into(), -3)]);
    }
}
