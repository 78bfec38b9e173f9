//! Numbers, dates, plurals, lists and sorting: `Intl` where there is a JavaScript engine, and the same French and
//! English rules in a few lines for native tools and tests.

use std::cmp::Ordering;

use chrono::NaiveDate;

use super::phrase::Lang;

/// The plural categories the texts distinguish (CLDR `many` reads as `Other` in both languages).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plural {
    /// Singular.
    One,
    /// Plural.
    Other,
}

/// Writes figures and dates and sorts names in one language.
#[derive(Clone, Debug, Default)]
pub struct Formatter {
    lang: Lang,
    engine: engine::Engine,
}

impl Formatter {
    /// The formatter of a language.
    pub fn new(lang: Lang) -> Self {
        Self { lang, engine: engine::Engine::new(lang) }
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// A number with at most three decimals: `1 234,5` in French.
    pub fn number(&self, value: f64) -> String {
        self.engine.number(value)
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
        self.engine.percent(share)
    }

    /// An amount with its ISO 4217 currency: `1 234,50 €`.
    pub fn money(&self, amount: f64, currency: &str) -> String {
        self.engine.money(amount, currency)
    }

    /// A day in words, with the French first of the month: `1er janvier 2027`.
    pub fn date(&self, day: NaiveDate) -> String {
        let text = self.engine.date(day);
        match (self.lang, text.strip_prefix("1 ")) {
            (Lang::Fr, Some(rest)) => format!("1er\u{a0}{rest}"),
            _ => text,
        }
    }

    /// A day in figures: `31/12/2026`.
    pub fn short_date(&self, day: NaiveDate) -> String {
        self.engine.short_date(day)
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
        self.engine.plural(count)
    }

    /// Items joined by commas and a final conjunction: `a, b et c`.
    pub fn list(&self, items: &[String]) -> String {
        self.engine.list(items)
    }

    /// Alphabetical order for people: accents and case do not separate, numbers compare by value.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.engine.compare(a, b)
    }
}

#[cfg(target_arch = "wasm32")]
mod engine {
    use std::cmp::Ordering;
    use std::rc::Rc;

    use chrono::{Datelike, NaiveDate};
    use js_sys::{Array, Function, Intl, Object, Reflect};
    use wasm_bindgen::{JsCast, JsValue};

    use super::Plural;
    use crate::i18n::Lang;

    /// `Intl` objects, each made once: making one costs far more than using it.
    #[derive(Clone, Debug)]
    pub(super) struct Engine(Rc<Objects>);

    #[derive(Debug)]
    struct Objects {
        tag: Array,
        number: Function,
        percent: Function,
        long_date: Function,
        short_date: Function,
        plural: Intl::PluralRules,
        list: Option<JsValue>,
        compare: Function,
    }

    fn options(entries: &[(&str, JsValue)]) -> Object {
        let object = Object::new();
        for (key, value) in entries {
            Reflect::set(&object, &JsValue::from_str(key), value).ok();
        }
        object
    }

    impl Default for Engine {
        fn default() -> Self {
            Self::new(Lang::Fr)
        }
    }

    impl Engine {
        pub(super) fn new(lang: Lang) -> Self {
            let tag = Array::of1(&JsValue::from_str(lang.tag()));
            let text = JsValue::from_str;
            let number = Intl::NumberFormat::new(&tag, &options(&[])).format();
            let percent = Intl::NumberFormat::new(
                &tag,
                &options(&[("style", text("percent")), ("maximumFractionDigits", 0.into())]),
            )
            .format();
            // Days carry no time zone: they are given to Intl as midnight UTC and read back in UTC.
            let utc = ("timeZone", text("UTC"));
            let long_date =
                Intl::DateTimeFormat::new(&tag, &options(&[("dateStyle", text("long")), utc.clone()]))
                    .format();
            let short_date = Intl::DateTimeFormat::new(
                &tag,
                &options(&[
                    ("day", text("2-digit")),
                    ("month", text("2-digit")),
                    ("year", text("numeric")),
                    utc,
                ]),
            )
            .format();
            let plural = Intl::PluralRules::new(&tag, &options(&[]));
            let compare = Intl::Collator::new(
                &tag,
                &options(&[("sensitivity", text("base")), ("numeric", JsValue::TRUE)]),
            )
            .compare();
            let list = list_format(&tag);
            Self(Rc::new(Objects { tag, number, percent, long_date, short_date, plural, list, compare }))
        }

        fn call(function: &Function, value: &JsValue) -> String {
            function
                .call1(&JsValue::UNDEFINED, value)
                .ok()
                .and_then(|text| text.as_string())
                .unwrap_or_default()
        }

        pub(super) fn number(&self, value: f64) -> String {
            Self::call(&self.0.number, &value.into())
        }

        pub(super) fn percent(&self, share: f64) -> String {
            Self::call(&self.0.percent, &share.into())
        }

        pub(super) fn money(&self, amount: f64, currency: &str) -> String {
            // A currency unknown to Intl throws; the amount is then written beside its code.
            let known = currency.len() == 3 && currency.bytes().all(|byte| byte.is_ascii_alphabetic());
            if !known {
                return format!("{}\u{a0}{currency}", self.number(amount));
            }
            let digits = if amount.fract() == 0.0 { 0 } else { 2 };
            let format = Intl::NumberFormat::new(
                &self.0.tag,
                &options(&[
                    ("style", "currency".into()),
                    ("currency", currency.into()),
                    ("minimumFractionDigits", digits.into()),
                ]),
            );
            Self::call(&format.format(), &amount.into())
        }

        fn day(format: &Function, day: NaiveDate) -> String {
            let (Ok(month), Ok(date)) = (i32::try_from(day.month0()), i32::try_from(day.day())) else {
                return day.to_string();
            };
            let at = js_sys::Date::new_with_year_month_day_hr_min_sec(2000, 0, 1, 0, 0, 0);
            at.set_utc_full_year_with_month_date(day.year().unsigned_abs(), month, date);
            at.set_utc_hours(12);
            Self::call(format, &at)
        }

        pub(super) fn date(&self, day: NaiveDate) -> String {
            Self::day(&self.0.long_date, day)
        }

        pub(super) fn short_date(&self, day: NaiveDate) -> String {
            Self::day(&self.0.short_date, day)
        }

        #[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
        pub(super) fn plural(&self, count: i64) -> Plural {
            if self.0.plural.select(count as f64) == "one" { Plural::One } else { Plural::Other }
        }

        pub(super) fn list(&self, items: &[String]) -> String {
            let array: Array = items.iter().map(|item| JsValue::from_str(item)).collect();
            self.0
                .list
                .as_ref()
                .and_then(|list| {
                    let format: Function = Reflect::get(list, &"format".into()).ok()?.dyn_into().ok()?;
                    format.call1(list, &array).ok()?.as_string()
                })
                .unwrap_or_else(|| items.join(", "))
        }

        pub(super) fn compare(&self, a: &str, b: &str) -> Ordering {
            let order = self.0.compare.call2(&JsValue::UNDEFINED, &a.into(), &b.into());
            let order = order.ok().and_then(|value| value.as_f64()).unwrap_or_default();
            order.partial_cmp(&0.0).unwrap_or(Ordering::Equal)
        }
    }

    /// `Intl.ListFormat` is not in `js-sys`; browsers without it fall back to commas.
    fn list_format(tag: &Array) -> Option<JsValue> {
        let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
        let constructor: Function = Reflect::get(&intl, &"ListFormat".into()).ok()?.dyn_into().ok()?;
        let arguments = Array::of2(tag, &options(&[("type", "conjunction".into())]));
        Reflect::construct(&constructor, &arguments).ok()
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod engine {
    use std::cmp::Ordering;

    use chrono::{Datelike, NaiveDate};

    use super::Plural;
    use crate::i18n::Lang;

    #[derive(Clone, Debug, Default)]
    pub(super) struct Engine(Lang);

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

    impl Engine {
        pub(super) fn new(lang: Lang) -> Self {
            Self(lang)
        }

        pub(super) fn number(&self, value: f64) -> String {
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

        pub(super) fn percent(&self, share: f64) -> String {
            let gap = if self.0 == Lang::Fr { "\u{a0}" } else { "" };
            format!("{}{gap}%", (share * 100.0).round())
        }

        pub(super) fn money(&self, amount: f64, currency: &str) -> String {
            format!("{}\u{a0}{currency}", self.number(amount))
        }

        fn month(&self, day: NaiveDate) -> &'static str {
            let months = if self.0 == Lang::Fr { &MONTHS_FR } else { &MONTHS_EN };
            usize::try_from(day.month0())
                .ok()
                .and_then(|index| months.get(index))
                .copied()
                .unwrap_or_default()
        }

        pub(super) fn date(&self, day: NaiveDate) -> String {
            match self.0 {
                Lang::Fr => format!("{} {} {}", day.day(), self.month(day), day.year()),
                Lang::En => format!("{} {}, {}", self.month(day), day.day(), day.year()),
            }
        }

        pub(super) fn short_date(&self, day: NaiveDate) -> String {
            let format = if self.0 == Lang::Fr {
                (day.day(), day.month(), day.year())
            } else {
                (day.month(), day.day(), day.year())
            };
            format!("{:02}/{:02}/{}", format.0, format.1, format.2)
        }

        pub(super) fn plural(&self, count: i64) -> Plural {
            let singular = match self.0 {
                Lang::Fr => count.abs() < 2,
                Lang::En => count == 1,
            };
            if singular { Plural::One } else { Plural::Other }
        }

        pub(super) fn list(&self, items: &[String]) -> String {
            let and = if self.0 == Lang::Fr { " et " } else { " and " };
            match items {
                [] => String::new(),
                [only] => only.clone(),
                [first @ .., last] => format!("{}{and}{last}", first.join(", ")),
            }
        }

        #[expect(clippy::unused_self, reason = "the browser's formatter sorts by its language")]
        pub(super) fn compare(&self, a: &str, b: &str) -> Ordering {
            a.to_lowercase().cmp(&b.to_lowercase())
        }
    }
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
