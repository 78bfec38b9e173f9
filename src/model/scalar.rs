//! Ids, dates, numbers and money.

use std::fmt;
use std::rc::Rc;

use chrono::{DateTime, NaiveDate};
use serde::{Serialize, Serializer};
use serde_json::Value;

use super::json::{Field, Reader, Target, View, read_short_text, read_text, record, settle};
use super::problem::ProblemCode;
use crate::i18n::texts::problem as say;

/// An identifier: a text, unique in the file, stable for ever.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Rc<str>);

impl Id {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for Id {
    fn default() -> Self {
        Self(Rc::from(""))
    }
}

impl From<&str> for Id {
    fn from(text: &str) -> Self {
        Self(Rc::from(text))
    }
}

impl From<String> for Id {
    fn from(text: String) -> Self {
        Self(Rc::from(text))
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl Field for Id {
    fn view(&self) -> View<'_> {
        View::Id(self)
    }

    fn fill(&mut self, value: Value, reader: &mut Reader) -> bool {
        settle(self, read_short_text(value, reader).map(Self::from))
    }

    fn remap(&mut self, target: Target, change: &mut dyn FnMut(Target, &Id) -> Option<Id>) -> bool {
        if matches!(target, Target::Own | Target::Any) {
            return true;
        }
        match change(target, self) {
            Some(id) => {
                *self = id;
                true
            }
            None => false,
        }
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "minLength": 1 })
    }
}

/// A calendar day, `YYYY-MM-DD` in the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(pub NaiveDate);

impl Date {
    /// The day written `YYYY-MM-DD`, with exactly these ten characters.
    pub fn parse(text: &str) -> Option<Self> {
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else { return None };
        let number = |digits: &[&u8]| {
            digits.iter().try_fold(0, |number, digit| {
                digit.is_ascii_digit().then(|| number * 10 + u32::from(**digit - b'0'))
            })
        };
        let (year, month, day) = (number(&[y1, y2, y3, y4])?, number(&[m1, m2])?, number(&[d1, d2])?);
        NaiveDate::from_ymd_opt(year as i32, month, day).map(Self)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&crate::i18n::iso_day(self.0))
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Field for Date {
    fn view(&self) -> View<'_> {
        View::Day(*self)
    }

    fn fill(&mut self, value: Value, reader: &mut Reader) -> bool {
        let Some(text) = read_text(value, reader) else { return false };
        let found = Self::parse(&text);
        if found.is_none() {
            return reader.refuse(ProblemCode::BadDate, say::bad_date(text));
        }
        settle(self, found)
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "format": "date" })
    }
}

/// An instant in RFC 3339, kept as it was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Instant(String);

impl Instant {
    /// The instant a text stands for.
    pub fn parse(text: &str) -> Option<Self> {
        DateTime::parse_from_rfc3339(text).ok().map(|_| Self(text.to_owned()))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The calendar day in UTC.
    pub fn day(&self) -> Option<Date> {
        DateTime::parse_from_rfc3339(&self.0).ok().map(|at| Date(at.naive_utc().date()))
    }
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl Field for Instant {
    fn view(&self) -> View<'_> {
        View::Word(&self.0)
    }

    fn fill(&mut self, value: Value, reader: &mut Reader) -> bool {
        let Some(text) = read_text(value, reader) else { return false };
        let found = Self::parse(&text);
        if found.is_none() {
            return reader.refuse(ProblemCode::BadDate, say::bad_instant(text));
        }
        settle(self, found)
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "format": "date-time" })
    }
}

/// A finite number, kept as the file wrote it until it is changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number(serde_json::Number);

impl Number {
    /// The number, where it is finite.
    pub fn new(value: f64) -> Option<Self> {
        let whole = value as i64;
        #[expect(clippy::float_cmp, reason = "the conversion must be exact")]
        if whole as f64 == value && value.abs() < 9e15 {
            return Some(Self(whole.into()));
        }
        serde_json::Number::from_f64(value).map(Self)
    }

    /// The value.
    pub fn get(&self) -> f64 {
        self.0.as_f64().unwrap_or_default()
    }
}

impl Default for Number {
    fn default() -> Self {
        Self(0.into())
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl Field for Number {
    fn view(&self) -> View<'_> {
        View::Number(&self.0)
    }

    fn fill(&mut self, value: Value, reader: &mut Reader) -> bool {
        let Value::Number(number) = value else { return reader.refuse_type(say::type_number()) };
        match number.as_f64() {
            Some(held) if held.is_finite() => {
                self.0 = number;
                true
            }
            _ => reader.refuse(ProblemCode::BadNumber, say::bad_number(number.to_string())),
        }
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "number" })
    }
}

/// A whole number that is not negative (votes, quota, validation steps, revision).
impl Field for u32 {
    fn view(&self) -> View<'_> {
        View::Whole(i64::from(*self))
    }

    fn fill(&mut self, value: Value, reader: &mut Reader) -> bool {
        let Value::Number(number) = value else {
            return reader.refuse_type(say::type_integer());
        };
        let Some(held) = number.as_f64() else {
            return reader.refuse(ProblemCode::BadNumber, say::bad_number(number.to_string()));
        };
        if held.fract() != 0.0 {
            return reader.refuse_type(say::type_integer());
        }
        // `3.0` and `-0` count as 3 and 0; all of this range is exact in a double.
        if (0.0..=f64::from(Self::MAX)).contains(&held) {
            *self = held as Self;
            return true;
        }
        reader.refuse(ProblemCode::OutOfScale, say::out_of_scale(held, 0_i64, i64::from(Self::MAX)))
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "integer", "minimum": 0, "maximum": u32::MAX })
    }
}

/// A decimal amount, kept as text so that cents stay exact: `12000.00`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Amount(String);

impl Amount {
    /// An amount written with digits, at most one point and an optional minus sign.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let (whole, cents) =
            digits.split_once('.').map_or((digits, None), |(whole, cents)| (whole, Some(cents)));
        let numeric = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        (numeric(whole) && cents.is_none_or(numeric) && text.len() <= 24).then(|| Self(text.to_owned()))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The amount as a floating number, to be shown, never to be summed.
    pub fn approximate(&self) -> f64 {
        self.0.parse().unwrap_or_default()
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl Field for Amount {
    fn view(&self) -> View<'_> {
        View::Text(&self.0)
    }

    fn fill(&mut self, value: Value, reader: &mut Reader) -> bool {
        let Some(text) = read_text(value, reader) else { return false };
        let found = Self::parse(&text);
        if found.is_none() {
            return reader.refuse(ProblemCode::BadNumber, say::bad_amount(text));
        }
        settle(self, found)
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$" })
    }
}

record! {
    /// An amount of money.
    "Montant"
    Money {
        /// Decimal amount as text.
        amount "amount" "Montant": Amount,
        /// ISO 4217 code.
        currency "currency" "Devise": String,
    }
}
