//! Numbers held within a scale. "Not assessed" is the absence of a value, never its lowest one.

use serde::{Serialize, Serializer};
use serde_json::Value;

use super::json::{Field, Reader, View, settle};
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
    fn view(&self) -> View<'_> {
        View::Whole(i64::from(self.0))
    }

    fn fill(&mut self, value: Value, reader: &mut Reader) -> bool {
        settle(self, read_whole(&value, MIN, MAX, reader).map(Self))
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "integer", "minimum": MIN, "maximum": MAX })
    }
}

/// Reads a whole number within bounds; `3.0` counts as 3.
fn read_whole(value: &Value, min: i8, max: i8, reader: &mut Reader) -> Option<i8> {
    let (code, phrase) = match value {
        Value::Number(number) => match number.as_f64() {
            None => (ProblemCode::BadNumber, say::bad_number(number.to_string())),
            Some(held) if held < f64::from(min) || held > f64::from(max) => {
                (ProblemCode::OutOfScale, say::out_of_scale(held, i64::from(min), i64::from(max)))
            }
            Some(held) if held.fract() == 0.0 => return Some(held as i8),
            Some(_) => (ProblemCode::WrongType, say::wrong_type(say::type_integer())),
        },
        _ => (ProblemCode::WrongType, say::wrong_type(say::type_integer())),
    };
    reader.refuse(code, phrase);
    None
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
    fn view(&self) -> View<'_> {
        self.0.view()
    }

    fn fill(&mut self, value: Value, reader: &mut Reader) -> bool {
        let mut number = Number::default();
        if !number.fill(value, reader) {
            return false;
        }
        let held = number.get();
        if !(0.0..=1.0).contains(&held) {
            return reader.refuse(ProblemCode::OutOfScale, say::out_of_scale(held, 0_i64, 1_i64));
        }
        self.0 = number;
        true
    }

    #[cfg(feature = "schema")]
    fn schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "number", "minimum": 0, "maximum": 1 })
    }
}
