//! Which versions of the format are read, and how older ones become the present one.
//!
//! A migration is a pure step from one version of the file to the next, `Value -> Value`. The present version is
//! the first: there is no step yet. Words of older guides for a sub-kind of actor (Pôle emploi, Direccte, OPCA) are
//! no matter of format: the file keeps its word and the vocabulary shows the present name.

use serde_json::{Map, Value};

use crate::i18n::texts::problem as say;
use crate::model::{FORMAT, FORMAT_VERSION, Problem, ProblemCode};

/// A version of the format: within a major one, a higher minor only adds fields. One that is not known is refused all
/// the same: written back under the present number, its fields would pass for strangers.
type Version = (u32, u32);

/// A step: the version it starts from, and what it does.
type Step = (Version, fn(Map<String, Value>) -> Map<String, Value>);

/// Every step, oldest first; each leads to the version the next one starts from, the last to the present.
const STEPS: &[Step] = &[];

fn version(text: &str) -> Option<Version> {
    let number = |part: &str| {
        let digits = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| part.parse().unwrap_or(u32::MAX))
    };
    let (major, minor) = text.split_once('.')?;
    Some((number(major)?, number(minor)?))
}

/// What a file announces.
pub(super) enum Gate {
    /// A dossier that can be read, once brought to the present version.
    Open(Map<String, Value>),
    /// Nothing to read further, and why.
    Shut(Problem),
}

/// Lets a dossier through, in the present version, or says what the file is instead.
pub(super) fn gate(value: Value) -> Gate {
    through(value, STEPS)
}

fn through(value: Value, steps: &[Step]) -> Gate {
    let shut =
        |pointer: &str, code, phrase| Gate::Shut(Problem { pointer: pointer.to_owned(), code, phrase });
    let Value::Object(map) = value else {
        return shut("", ProblemCode::WrongFormat, say::wrong_format());
    };
    match map.get("format") {
        None => return shut("/format", ProblemCode::Missing, say::wrong_format()),
        Some(Value::String(format)) if format == FORMAT => {}
        Some(_) => return shut("/format", ProblemCode::WrongFormat, say::wrong_format()),
    }
    let announced = match map.get("formatVersion") {
        None => return shut("/formatVersion", ProblemCode::Missing, say::missing("formatVersion")),
        Some(Value::String(announced)) => announced.clone(),
        Some(_) => {
            return shut("/formatVersion", ProblemCode::WrongType, say::wrong_type(say::type_text()));
        }
    };
    let present = version(FORMAT_VERSION).unwrap_or_default();
    match version(&announced) {
        Some(found) if found == present => Gate::Open(map),
        Some(found) if found > present => {
            shut("/formatVersion", ProblemCode::NewerVersion, say::newer_version(announced))
        }
        Some(found) => match steps.iter().position(|(from, _)| *from == found) {
            Some(first) => Gate::Open(steps.iter().skip(first).fold(map, |older, (_, step)| step(older))),
            None => shut("/formatVersion", ProblemCode::UnknownValue, unknown(announced)),
        },
        None => shut("/formatVersion", ProblemCode::UnknownValue, unknown(announced)),
    }
}

fn unknown(announced: String) -> crate::i18n::Phrase {
    say::unknown_value(announced, FORMAT_VERSION)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// What two versions before the first might have been: 0.8 called actors partners, 0.9 knew no language.
    const EARLIER: &[Step] = &[
        ((0, 8), |mut older| {
            let actors = older.remove("partners").unwrap_or_default();
            older.insert("actors".to_owned(), actors);
            older
        }),
        ((0, 9), |mut older| {
            older.insert("language".to_owned(), json!("fr"));
            older.insert("formatVersion".to_owned(), json!("1.0"));
            older
        }),
    ];

    fn given(version: &str) -> Value {
        json!({"format": FORMAT, "formatVersion": version, "id": "d1", "partners": [{"id": "a1"}]})
    }

    #[test]
    fn an_older_file_goes_through_every_step_from_its_own_version_on() {
        let opened = |version| match through(given(version), EARLIER) {
            Gate::Open(map) => Value::Object(map),
            Gate::Shut(problem) => panic!("{problem:?}"),
        };
        let whole = json!({"format": FORMAT, "formatVersion": "1.0", "id": "d1", "actors": [{"id": "a1"}], "language": "fr"});
        assert_eq!(opened("0.8"), whole);
        // From 0.9 on, what a field of 0.8 was called is nobody's business: it stays, unknown.
        let later = json!({"format": FORMAT, "formatVersion": "1.0", "id": "d1", "partners": [{"id": "a1"}], "language": "fr"});
        assert_eq!(opened("0.9"), later);
        assert_eq!(opened("1.0"), given("1.0"));
    }

    #[test]
    fn a_version_that_no_step_starts_from_is_not_guessed() {
        let code = |version: &str, steps| match through(given(version), steps) {
            Gate::Open(_) => None,
            Gate::Shut(problem) => Some((problem.code, problem.pointer)),
        };
        let at = |code| Some((code, "/formatVersion".to_owned()));
        for (version, wanted) in [
            ("0.7", ProblemCode::UnknownValue),
            ("0.0", ProblemCode::UnknownValue),
            ("draft", ProblemCode::UnknownValue),
            ("1.1", ProblemCode::NewerVersion),
            ("2.0", ProblemCode::NewerVersion),
        ] {
            assert_eq!(code(version, EARLIER), at(wanted), "{version}");
            assert_eq!(code(version, STEPS), at(wanted), "{version}");
        }
        assert_eq!(code("0.9", STEPS), at(ProblemCode::UnknownValue));
    }

    #[test]
    fn versions_are_two_whole_numbers() {
        assert_eq!(version("1.0"), Some((1, 0)));
        assert_eq!(version("2.15"), Some((2, 15)));
        assert_eq!(version("99999999999.0"), Some((u32::MAX, 0)));
        for text in ["", "1", "1.", ".0", "1.0.0", "1.-1", "+1.0", "un"] {
            assert_eq!(version(text), None, "{text}");
        }
    }
}
