//! Many histories at once: one world a thread, results in the order of their seeds.

use std::path::PathBuf;
use std::sync::Arc;

use rayon::prelude::*;

use crate::content::defs::Content;

use super::passport::{OrderLine, read_order_file};
use super::running::Campaign;
use super::setup::{NewGame, SetupError};

/// One way to run a scenario: a lens, rules set by hand over it, mods of its own, and orders given on the way.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Variant {
    /// Id of the lens; `None` = the scenario's own.
    pub lens: Option<String>,
    /// Rules set by hand.
    pub set: Vec<(String, f64)>,
    /// Mods that this variant adds; its content has to be loaded with them.
    pub mods: Vec<PathBuf>,
    /// Orders given in their months, whoever decides for the issuers otherwise.
    pub orders: Vec<OrderLine>,
}

impl Variant {
    /// Reads `lens=ID rule=VALUE mod=PATH orders=FILE …`; a leading `--set`, `--lens` or `--mod` before a word is allowed, as
    /// on the command line. Order files are read at once.
    ///
    /// # Errors
    /// The first word that is no assignment, whose value is no number, or whose file cannot be read.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut variant = Self::default();
        let mut words = text.split_whitespace().peekable();
        while let Some(word) = words.next() {
            match word {
                "--set" => {}
                "--lens" => match words.next() {
                    Some(id) => variant.lens = Some(id.to_owned()),
                    None => return Err("`--lens` wants the id of a lens after it".into()),
                },
                "--mod" => match words.next() {
                    Some(path) => variant.mods.push(path.into()),
                    None => return Err("`--mod` wants the folder of a mod after it".into()),
                },
                _ => match word.split_once('=') {
                    Some(("lens", id)) => variant.lens = Some(id.to_owned()),
                    Some(("mod", path)) => variant.mods.push(path.into()),
                    Some(("orders", path)) => variant.orders.extend(read_order_file(path.as_ref())?),
                    Some(_) => variant.set.push(parse_setting(word)?),
                    None => {
                        return Err(format!(
                            "`{word}` is no assignment; write `rule=value`, `lens=id`, `mod=path` or \
                             `orders=file`"
                        ));
                    }
                },
            }
        }
        Ok(variant)
    }

    fn game(&self, content: &Arc<Content>, seed: u64) -> NewGame {
        NewGame {
            content: Arc::clone(content),
            seed,
            lens: self.lens.clone(),
            set: self.set.clone(),
            seat: None,
        }
    }
}

/// Reads `rule=value`.
///
/// # Errors
/// If there is no `=` or the value is no finite number.
pub fn parse_setting(text: &str) -> Result<(String, f64), String> {
    let (id, value) = text.split_once('=').ok_or_else(|| format!("`{text}` is no `rule=value`"))?;
    match value.trim().parse::<f64>() {
        Ok(number) if number.is_finite() => Ok((id.trim().to_owned(), number)),
        _ => Err(format!("`{value}` in `{text}` is no number")),
    }
}

/// Runs one history of `content`, which has to hold the variant's mods, for each seed and reads something off each at its end. `done` is told after every history.
///
/// # Errors
/// If the variant cannot be set up.
pub fn ensemble<T: Send>(
    content: &Arc<Content>,
    variant: &Variant,
    seeds: &[u64],
    months: u32,
    read: impl Fn(&Campaign) -> T + Sync,
    done: impl Fn() + Sync,
) -> Result<Vec<T>, SetupError> {
    ensemble_watched(content, variant, seeds, months, |_| (), |(), _| {}, |(), campaign| read(campaign), done)
}

/// As [`ensemble`], with notes kept while each history runs: `begin` opens them before the first month, `each` is told after
/// every month and may give orders for the next, `end` makes a result of them.
///
/// # Errors
/// If the variant cannot be set up, or its orders name what the content does not define.
pub fn ensemble_watched<N, T: Send>(
    content: &Arc<Content>,
    variant: &Variant,
    seeds: &[u64],
    months: u32,
    begin: impl Fn(&Campaign) -> N + Sync,
    each: impl Fn(&mut N, &mut Campaign) + Sync,
    end: impl Fn(N, &Campaign) -> T + Sync,
    done: impl Fn() + Sync,
) -> Result<Vec<T>, SetupError> {
    for line in &variant.orders {
        line.resolve(content)?;
    }
    let one = |&seed: &u64| {
        let mut campaign = Campaign::begin(&variant.game(content, seed))?;
        // Of many histories nobody asks why; whoever wants to know lives the one again.
        campaign.keep_reasons(false);
        let mut notes = begin(&campaign);
        for _ in 0..months {
            if campaign.finish() == Some(super::Finish::GeneralExchange) {
                break;
            }
            campaign.give_lines(&variant.orders)?;
            campaign.step();
            each(&mut notes, &mut campaign);
        }
        let result = end(notes, &campaign);
        done();
        Ok(result)
    };
    seeds.par_iter().map(one).collect()
}

/// The difference of two variants over the same seeds: mean of B − A with its 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Difference {
    /// Mean under A.
    pub a: f64,
    /// Mean under B.
    pub b: f64,
    /// Mean of the paired differences.
    pub mean: f64,
    /// Half the width of the 95 % interval of that mean; not a number with fewer than two pairs.
    pub half_width: f64,
}

/// Compares pairs that share their luck.
pub fn difference(a: &[f64], b: &[f64]) -> Option<Difference> {
    let count = a.len();
    if count == 0 || count != b.len() {
        return None;
    }
    let n = count as f64;
    let mean = |values: &[f64]| values.iter().sum::<f64>() / n;
    let gaps: Vec<f64> = a.iter().zip(b).map(|(a, b)| b - a).collect();
    let middle = mean(&gaps);
    let variance = gaps.iter().map(|gap| (gap - middle) * (gap - middle)).sum::<f64>() / (n - 1.0);
    let half_width = student_95(count - 1) * (variance / n).sqrt();
    Some(Difference { a: mean(a), b: mean(b), mean: middle, half_width })
}

/// Two-sided 95 % quantile of Student's t, by degrees of freedom (table values, steps filled with the larger one).
fn student_95(freedom: usize) -> f64 {
    const TABLE: [f64; 30] = [
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145,
        2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048,
        2.045, 2.042,
    ];
    match freedom {
        0 => f64::NAN,
        1..=30 => TABLE[freedom - 1],
        31..=60 => 2.042,
        61..=120 => 2.000,
        _ => 1.980,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variants_read_as_written() {
        let variant = Variant::parse("--set a.b=0.5 lens=record c.d=2").unwrap();
        assert_eq!(variant.lens.as_deref(), Some("record"));
        assert_eq!(variant.set, [("a.b".to_owned(), 0.5), ("c.d".to_owned(), 2.0)]);
        let variant = Variant::parse("--mod mods/one mod=two").unwrap();
        assert_eq!(variant.mods, [PathBuf::from("mods/one"), PathBuf::from("two")]);
        assert!(Variant::parse("--mod").is_err());
        assert!(Variant::parse("nonsense").unwrap_err().contains("rule=value"));
        assert!(Variant::parse("a.b=NaN").is_err());
    }

    #[test]
    fn paired_differences_have_their_interval() {
        let difference = difference(&[1.0, 2.0, 3.0], &[2.0, 3.0, 4.0]).unwrap();
        assert_eq!((difference.mean, difference.half_width), (1.0, 0.0));
        assert!(super::difference(&[1.0], &[]).is_none());
    }
}
