//! Numbers, dates, plurals, lists and sorting: `Intl` where there is a JavaScript engine, and the same French and
//! English rules in a few lines for native tools and tests.

use std::cmp::Ordering;
use std::rc::Rc;

use chrono::{Datelike, NaiveDate};

use super::phrase::Lang;

mod counts;
#[cfg(target_arch = "wasm32")]
mod intl;
#[cfg(target_arch = "wasm32")]
pub use intl::today;
#[cfg(not(target_arch = "wasm32"))]
mod native;

/// The plural categories the texts distinguish (CLDR `many` reads as `Other` in both languages).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plural {
    /// Singular.
    One,
    /// Plural.
    Other,
}

/// How figures and dates are written, and names sorted, in one language.
trait Figures: std::fmt::Debug {
    fn number(&self, value: f64) -> String;
    fn percent(&self, share: f64) -> String;
    fn money(&self, amount: f64, currency: &str) -> String;
    fn date(&self, day: NaiveDate) -> String;
    fn short_date(&self, day: NaiveDate) -> String;
    fn plural(&self, count: i64) -> Plural;
    fn list(&self, items: &[String]) -> String;
    fn compare(&self, a: &str, b: &str) -> Ordering;
}

/// Writes figures and dates and sorts names in one language.
#[derive(Clone, Debug)]
pub struct Formatter {
    lang: Lang,
    figures: Rc<dyn Figures>,
}

impl Formatter {
    /// The formatter of a language.
    pub fn new(lang: Lang) -> Self {
        #[cfg(target_arch = "wasm32")]
        let figures = Rc::new(intl::Intl::new(lang));
        #[cfg(not(target_arch = "wasm32"))]
        let figures = Rc::new(native::Native(lang));
        Self { lang, figures }
    }

    /// A formatter for the few whole numbers of the first view: nothing of `Intl` is loaded for it.
    pub fn first_view(lang: Lang) -> Self {
        Self { lang, figures: Rc::new(counts::Counts(lang)) }
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// A number with at most three decimals: `1 234,5` in French.
    pub fn number(&self, value: f64) -> String {
        self.figures.number(value)
    }

    /// A signed whole number with a true minus sign: `+2`, `−1`, `0`.
    pub fn signed(&self, value: i64) -> String {
        match value {
            0 => "0".to_owned(),
            n if n > 0 => format!("+{n}"),
            n => format!("\u{2212}{}", n.unsigned_abs()),
        }
    }

    /// A share between 0 and 1 as a whole percentage: `42 %`.
    pub fn percent(&self, share: f64) -> String {
        self.figures.percent(share)
    }

    /// An amount with its ISO 4217 currency: `1 234,50 €`.
    pub fn money(&self, amount: f64, currency: &str) -> String {
        self.figures.money(amount, currency)
    }

    /// A day in words, with the French first of the month: `1er janvier 2027`.
    pub fn date(&self, day: NaiveDate) -> String {
        let text = self.figures.date(day);
        match (self.lang, text.strip_prefix("1 ")) {
            (Lang::Fr, Some(rest)) => format!("1er\u{a0}{rest}"),
            _ => text,
        }
    }

    /// A day in figures: `31/12/2026`.
    pub fn short_date(&self, day: NaiveDate) -> String {
        self.figures.short_date(day)
    }

    /// A time of day: `14 h 05`.
    pub fn time(&self, hour: u32, minute: u32) -> String {
        match self.lang {
            Lang::Fr => format!("{hour}\u{a0}h\u{a0}{minute:02}"),
            Lang::En => format!("{hour}:{minute:02}"),
        }
    }

    /// The plural category of a count.
    pub fn plural(&self, count: i64) -> Plural {
        self.figures.plural(count)
    }

    /// Items joined by commas and a final conjunction: `a, b et c`.
    pub fn list(&self, items: &[String]) -> String {
        self.figures.list(items)
    }

    /// Alphabetical order for people: accents and case do not separate, numbers compare by value.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.figures.compare(a, b)
    }
}

impl Default for Formatter {
    fn default() -> Self {
        Self::new(Lang::default())
    }
}

/// A day as files have it: `2027-01-01`. Written here because chrono's own way brings its whole pattern language.
pub fn iso_day(day: NaiveDate) -> String {
    let (year, month, day) = (day.year(), day.month(), day.day());
    let Ok(year @ 0..=9999) = u32::try_from(year) else { return format!("{year:04}-{month:02}-{day:02}") };
    let digits = [year / 1000, year / 100, year / 10, year, month / 10, month, day / 10, day];
    let mut text = String::with_capacity(10);
    for (place, digit) in digits.into_iter().enumerate() {
        if matches!(place, 4 | 6) {
            text.push('-');
        }
        text.push(char::from_digit(digit % 10, 10).unwrap_or('0'));
    }
    text
}

/// The category of a count by the rules of French and English.
fn plural_of(lang: Lang, count: i64) -> Plural {
    let singular = match lang {
        Lang::Fr => count.abs() < 2,
        Lang::En => count == 1,
    };
    if singular { Plural::One } else { Plural::Other }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_the_month_is_an_ordinal_in_french_only() {
        let day = NaiveDate::from_ymd_opt(2027, 1, 1).unwrap();
        assert_eq!(Formatter::new(Lang::Fr).date(day), "1er\u{a0}janvier 2027");
        assert_eq!(Formatter::new(Lang::En).date(day), "January 1, 2027");
    }

    #[test]
    fn numbers_take_french_gaps_and_comma() {
        assert_eq!(Formatter::new(Lang::Fr).number(1_234_567.5), "1\u{202f}234\u{202f}567,5");
    }

    #[test]
    fn a_negative_value_takes_a_true_minus_sign() {
        assert_eq!(Formatter::new(Lang::Fr).signed(-3), "\u{2212}3");
    }
}
