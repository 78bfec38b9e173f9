//! The same French and English rules in a few lines, for native tools and tests.

use std::cmp::Ordering;

use chrono::{Datelike, NaiveDate};

use super::{Figures, Plural, plural_of};
use crate::i18n::Lang;

#[derive(Debug)]
pub(super) struct Native(pub(super) Lang);

const MONTHS_FR: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Native {
    fn month(&self, day: NaiveDate) -> &'static str {
        let months = if self.0 == Lang::Fr { &MONTHS_FR } else { &MONTHS_EN };
        usize::try_from(day.month0()).ok().and_then(|index| months.get(index)).copied().unwrap_or_default()
    }
}

impl Figures for Native {
    fn number(&self, value: f64) -> String {
        let rounded = (value * 1000.0).round() / 1000.0;
        let text = format!("{}", rounded.abs());
        let (whole, decimals) = text.split_once('.').map_or((text.as_str(), None), |(w, d)| (w, Some(d)));
        let (gap, point) = match self.0 {
            Lang::Fr => ('\u{202f}', ','),
            Lang::En => (',', '.'),
        };
        let mut out = String::new();
        if rounded < 0.0 {
            out.push('-');
        }
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                out.push(gap);
            }
            out.push(digit);
        }
        if let Some(decimals) = decimals {
            out.push(point);
            out.push_str(decimals);
        }
        out
    }

    fn percent(&self, share: f64) -> String {
        let gap = if self.0 == Lang::Fr { "\u{a0}" } else { "" };
        format!("{}{gap}%", (share * 100.0).round())
    }

    fn money(&self, amount: f64, currency: &str) -> String {
        format!("{}\u{a0}{currency}", self.number(amount))
    }

    fn date(&self, day: NaiveDate) -> String {
        match self.0 {
            Lang::Fr => format!("{} {} {}", day.day(), self.month(day), day.year()),
            Lang::En => format!("{} {}, {}", self.month(day), day.day(), day.year()),
        }
    }

    fn short_date(&self, day: NaiveDate) -> String {
        let format = if self.0 == Lang::Fr {
            (day.day(), day.month(), day.year())
        } else {
            (day.month(), day.day(), day.year())
        };
        format!("{:02}/{:02}/{}", format.0, format.1, format.2)
    }

    fn plural(&self, count: i64) -> Plural {
        plural_of(self.0, count)
    }

    fn list(&self, items: &[String]) -> String {
        let and = if self.0 == Lang::Fr { " et " } else { " and " };
        match items {
            [] => String::new(),
            [only] => only.clone(),
            [first @ .., last] => format!("{}{and}{last}", first.join(", ")),
        }
    }

    fn compare(&self, a: &str, b: &str) -> Ordering {
        a.to_lowercase().cmp(&b.to_lowercase())
    }
}
