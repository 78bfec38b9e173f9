//! Numbers held within a scale. "Not assessed" is the absence of a value, never its lowest one.

use serde::{Serialize, Serializer};
use serde_json::Value;

use super::json::{Field, Reader};
use super::problem::ProblemCode;
use super::scalar::Number;
use crate::i18n::texts::problem as say;

/// A whole number from `MIN` to `MAX`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bounded<const MIN: i8, const MAX: i8>(i8);

/// 0–4: mobilisation, influence, interest, availability, neutrality.
pub type Level = Bounded<0, 4>;
/// −2…+2: opposed, reserved, neutral, favourable, carrying.
pub type Stance = Bounded<-2, 2>;
/// −4…+4: position on an objective.
pub type PositionValue = Bounded<-4, 4>;
/// 1–5: an item of the questionnaire.
pub type Score = Bounded<1, 5>;

impl<const MIN: i8, const MAX: i8> Bounded<MIN, MAX> {
    /// Lowest value.
    pub const MIN: i8 = MIN;
    /// Highest value.
    pub const MAX: i8 = MAX;

    /// The value, where it lies on the scale.
    pub fn new(value: i8) -> Option<Self> {
        (MIN..=MAX).contains(&value).then_some(Self(value))
    }

    /// The value.
    pub fn get(self) -> i8 {
        self.0
    }
}

impl<const MIN: i8, const MAX: i8> Default for Bounded<MIN, MAX> {
    fn default() -> Self {
        Self(if MIN > 0 { MIN } else { 0 })
    }
}

impl<const MIN: i8, const MAX: i8> Serialize for Bounded<MIN, MAX> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i8(self.0)
    }
}

impl<const MIN: i8, const MAX: i8> Field for Bounded<MIN, MAX> {
    fn absent() -> Option<Self> {
        None
    }

    fn read(value: Value, reader: &mut Reader) -> Option<Self> {
        read_whole(&value, MIN, MAX, reader).map(Self)
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "integer", "minimum": MIN, "maximum": MAX })
    }
}

/// Reads a whole number within bounds; `3.0` counts as 3.
fn read_whole(value: &Value, min: i8, max: i8, reader: &mut Reader) -> Option<i8> {
    let Value::Number(number) = value else {
        return reader.refuse(ProblemCode::WrongType, say::wrong_type(say::type_integer()));
    };
    let Some(held) = number.as_f64() else {
        return reader.refuse(ProblemCode::BadNumber, say::bad_number(number.to_string()));
    };
    if held < f64::from(min) || held > f64::from(max) {
        let phrase = say::out_of_scale(held, i64::from(min), i64::from(max));
        return reader.refuse(ProblemCode::OutOfScale, phrase);
    }
    let whole = held as i8;
    #[expect(clippy::float_cmp, reason = "the conversion must be exact")]
    if f64::from(whole) == held {
        Some(whole)
    } else {
        reader.refuse(ProblemCode::WrongType, say::wrong_type(say::type_integer()))
    }
}

/// A share from 0 to 1.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Share(Number);

impl Share {
    /// The share, where it lies from 0 to 1.
    pub fn new(value: f64) -> Option<Self> {
        (0.0..=1.0).contains(&value).then(|| Number::new(value).map(Self)).flatten()
    }

    /// The value.
    pub fn get(&self) -> f64 {
        self.0.get()
    }
}

impl Serialize for Share {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl Field for Share {
    fn absent() -> Option<Self> {
        None
    }

    fn read(value: Value, reader: &mut Reader) -> Option<Self> {
        let number = Number::read(value, reader)?;
        if (0.0..=1.0).contains(&number.get()) {
            Some(Self(number))
        } else {
            reader.refuse(ProblemCode::OutOfScale, say::out_of_scale(number.get(), 0_i64, 1_i64))
        }
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "number", "minimum": 0, "maximum": 1 })
    }
}
