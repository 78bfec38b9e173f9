//! Whole numbers without grouping: all that the first view writes.

use std::cmp::Ordering;

use chrono::NaiveDate;

use super::{Figures, Plural, plural_of};
use crate::i18n::Lang;

#[derive(Debug)]
pub(super) struct Counts(pub(super) Lang);

impl Figures for Counts {
    fn number(&self, value: f64) -> String {
        (value.round() as i64).to_string()
    }

    fn percent(&self, share: f64) -> String {
        let gap = if self.0 == Lang::Fr { "\u{a0}%" } else { "%" };
        self.number(share * 100.0) + gap
    }

    fn money(&self, amount: f64, currency: &str) -> String {
        self.number(amount) + "\u{a0}" + currency
    }

    fn date(&self, day: NaiveDate) -> String {
        self.short_date(day)
    }

    fn short_date(&self, day: NaiveDate) -> String {
        crate::i18n::iso_day(day)
    }

    fn plural(&self, count: i64) -> Plural {
        plural_of(self.0, count)
    }

    fn list(&self, items: &[String]) -> String {
        items.join(", ")
    }

    fn compare(&self, a: &str, b: &str) -> Ordering {
        a.cmp(b)
    }
}
