//! The browser's own rules.

use std::cmp::Ordering;

use chrono::{Datelike, NaiveDate};
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::{Figures, Plural};
use crate::i18n::Lang;

/// `Intl` objects, each made once: making one costs far more than using it.
#[derive(Debug)]
pub(super) struct Intl {
    tag: Array,
    number: Function,
    percent: Function,
    long_date: Function,
    short_date: Function,
    plural: js_sys::Intl::PluralRules,
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

impl Intl {
    pub(super) fn new(lang: Lang) -> Self {
        let tag = Array::of1(&JsValue::from_str(lang.tag()));
        let text = JsValue::from_str;
        let number = js_sys::Intl::NumberFormat::new(&tag, &options(&[])).format();
        let percent = js_sys::Intl::NumberFormat::new(
            &tag,
            &options(&[("style", text("percent")), ("maximumFractionDigits", 0.into())]),
        )
        .format();
        // Days carry no time zone: they are given to Intl as midnight UTC and read back in UTC.
        let utc = ("timeZone", text("UTC"));
        let long_date =
            js_sys::Intl::DateTimeFormat::new(&tag, &options(&[("dateStyle", text("long")), utc.clone()]))
                .format();
        let short_date = js_sys::Intl::DateTimeFormat::new(
            &tag,
            &options(&[("day", text("2-digit")), ("month", text("2-digit")), ("year", text("numeric")), utc]),
        )
        .format();
        let plural = js_sys::Intl::PluralRules::new(&tag, &options(&[]));
        let compare = js_sys::Intl::Collator::new(
            &tag,
            &options(&[("sensitivity", text("base")), ("numeric", JsValue::TRUE)]),
        )
        .compare();
        let list = list_format(&tag);
        Self { tag, number, percent, long_date, short_date, plural, list, compare }
    }

    fn call(function: &Function, value: &JsValue) -> String {
        function.call1(&JsValue::UNDEFINED, value).ok().and_then(|text| text.as_string()).unwrap_or_default()
    }

    fn day(format: &Function, day: NaiveDate) -> String {
        let (Ok(month), Ok(date)) = (i32::try_from(day.month0()), i32::try_from(day.day())) else {
            return crate::i18n::iso_day(day);
        };
        let at = js_sys::Date::new_with_year_month_day_hr_min_sec(2000, 0, 1, 0, 0, 0);
        at.set_utc_full_year_with_month_date(day.year().unsigned_abs(), month, date);
        at.set_utc_hours(12);
        Self::call(format, &at)
    }
}

impl Figures for Intl {
    fn number(&self, value: f64) -> String {
        Self::call(&self.number, &value.into())
    }

    fn percent(&self, share: f64) -> String {
        Self::call(&self.percent, &share.into())
    }

    fn money(&self, amount: f64, currency: &str) -> String {
        // A currency unknown to Intl throws; the amount is then written beside its code.
        let known = currency.len() == 3 && currency.bytes().all(|byte| byte.is_ascii_alphabetic());
        if !known {
            return format!("{}\u{a0}{currency}", self.number(amount));
        }
        let digits = if amount.fract() == 0.0 { 0 } else { 2 };
        let format = js_sys::Intl::NumberFormat::new(
            &self.tag,
            &options(&[
                ("style", "currency".into()),
                ("currency", currency.into()),
                ("minimumFractionDigits", digits.into()),
            ]),
        );
        Self::call(&format.format(), &amount.into())
    }

    fn date(&self, day: NaiveDate) -> String {
        Self::day(&self.long_date, day)
    }

    fn short_date(&self, day: NaiveDate) -> String {
        Self::day(&self.short_date, day)
    }

    #[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
    fn plural(&self, count: i64) -> Plural {
        if self.plural.select(count as f64) == "one" { Plural::One } else { Plural::Other }
    }

    fn list(&self, items: &[String]) -> String {
        let array: Array = items.iter().map(|item| JsValue::from_str(item)).collect();
        self.list
            .as_ref()
            .and_then(|list| {
                let format: Function = Reflect::get(list, &"format".into()).ok()?.dyn_into().ok()?;
                format.call1(list, &array).ok()?.as_string()
            })
            .unwrap_or_else(|| items.join(", "))
    }

    fn compare(&self, a: &str, b: &str) -> Ordering {
        let order = self.compare.call2(&JsValue::UNDEFINED, &a.into(), &b.into());
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

/// Today, by the clock and in the time zone of the device.
pub fn today() -> NaiveDate {
    let now = js_sys::Date::new_0();
    let day = i32::try_from(now.get_full_year())
        .ok()
        .and_then(|year| NaiveDate::from_ymd_opt(year, now.get_month() + 1, now.get_date()));
    day.unwrap_or_default()
}
