//! Reads a file into a dossier, or says everything that is wrong with it.

use serde_json::Value;

use super::report::{Opened, Refusal, Report};
use super::{decode, doubts, limits, migrate, order, parse};
use crate::i18n::texts::problem as say;
use crate::model::json::{Field, Reader, Record, View, value_of};
use crate::model::{Criterion, Dossier, Problem, ProblemCode, integrity};

/// Reads the bytes of a file: UTF-8 or UTF-16, with or without a byte order mark, at most
/// [`MAX_BYTES`](super::MAX_BYTES).
pub fn read(bytes: &[u8]) -> Result<Opened, Refusal> {
    limits::size(bytes.len()).map_err(Refusal::because)?;
    match decode::text(bytes) {
        Ok(text) => read_decoded(&text),
        Err(decode::NotText { line, column }) => {
            let phrase = say::not_json(line, column);
            Err(Refusal::because(Problem { pointer: String::new(), code: ProblemCode::NotJson, phrase }))
        }
    }
}

/// Reads a file already decoded.
pub fn read_text(text: &str) -> Result<Opened, Refusal> {
    limits::size(text.len()).map_err(Refusal::because)?;
    read_decoded(text)
}

fn read_decoded(text: &str) -> Result<Opened, Refusal> {
    let kept = |refusal: Refusal| Refusal { text: Some(text.to_owned()), ..refusal };
    let json = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let parsed = parse::parse(json).map_err(|problem| kept(Refusal::because(problem)))?;
    // Parsed a second time only when there are problems to put in order: good files pay nothing.
    let again = || parse::parse(json).map(|parsed| parsed.value).unwrap_or_default();
    let mut opened = judge(parsed.value, parsed.problems).map_err(|found| kept(found.refusal(&again())))?;
    if doubts::may_turn(json) {
        // In the order of the format, as all that is said of a dossier.
        opened.report.warnings.append(&mut doubts::turned(&value_of(&opened.dossier)));
    }
    Ok(opened)
}

/// Reads a value that was parsed elsewhere.
pub fn read_value(value: Value) -> Result<Opened, Refusal> {
    let file = value.clone();
    judge(value, Vec::new()).map_err(|found| found.refusal(&file))
}

/// What was found wrong, in no order yet.
struct Found {
    problems: Vec<Problem>,
    unlisted: usize,
}

impl Found {
    fn refusal(self, file: &Value) -> Refusal {
        let mut problems = order::by_place(self.problems, file);
        for problem in &mut problems {
            name_scale(problem, file);
        }
        let language = file.get("language").and_then(Value::as_str).unwrap_or_default().to_owned();
        Refusal { problems, unlisted: self.unlisted, language, text: None }
    }
}

/// Everything after the parser.
fn judge(value: Value, mut problems: Vec<Problem>) -> Result<Opened, Found> {
    let map = match migrate::gate(value) {
        migrate::Gate::Open(map) => map,
        migrate::Gate::Shut(problem) => {
            problems.push(problem);
            return Err(Found { problems, unlisted: 0 });
        }
    };
    problems.append(&mut limits::counts(&map));
    if problems.iter().any(|problem| problem.code == ProblemCode::TooMany) {
        return Err(Found { problems, unlisted: 0 });
    }
    let mut reader = Reader::thorough();
    let read = Dossier::read(Value::Object(map), &mut reader);
    problems.append(&mut reader.problems);
    let Some(dossier) = read else {
        return Err(Found { problems, unlisted: reader.unlisted });
    };
    let further = integrity::check(&dossier);
    let further: Vec<Problem> = further.into_iter().filter(|problem| !follows(problem, &problems)).collect();
    problems.extend(further);
    if !problems.is_empty() {
        return Err(Found { problems, unlisted: reader.unlisted });
    }
    let report = Report {
        counts: counts(&dossier),
        unknown: reader.unknown,
        unknown_unlisted: reader.unknown_unlisted,
        warnings: doubts::identifiers(&dossier),
    };
    Ok(Opened { dossier, report })
}

/// Whether a problem of the whole only echoes one of the parts: what could not be read was replaced by nothing.
fn follows(problem: &Problem, read: &[Problem]) -> bool {
    match problem.code {
        ProblemCode::UnknownReference => {
            let holder = list_referred_to(&problem.pointer);
            read.iter().any(|other| holder.is_some() && holder == list_not_read(&other.pointer))
        }
        ProblemCode::OutOfScale => problem
            .pointer
            .strip_suffix("/value")
            .is_some_and(|reading| read.iter().any(|other| other.pointer == format!("{reading}/criterion"))),
        _ => false,
    }
}

/// The list that holds what a reference designates, by the key of the reference.
fn list_referred_to(pointer: &str) -> Option<&'static str> {
    let key = pointer.rsplit('/').find(|step| !step.bytes().all(|byte| byte.is_ascii_digit()))?;
    Some(match key {
        "territories" | "parent" => "territories",
        "stages" => "pathway",
        "objective" | "objectives" => "objectives",
        "function" | "capabilities" => "functions",
        "wave" => "waves",
        "castingVote" | "alternateOf" => "seats",
        "college" => "colleges",
        "agreement" => "agreements",
        _ => "actors",
    })
}

/// The list that a problem kept from being read, as a whole or for one of its records.
fn list_not_read(pointer: &str) -> Option<&str> {
    let steps: Vec<&str> = pointer.split('/').skip(1).collect();
    match steps.as_slice() {
        ["bodies", _, list] | ["bodies", _, list, _] | [list] | [list, _] => Some(list),
        _ => None,
    }
}

/// A reading may be out of the scale of its criterion or of every criterion: people are told the former.
fn name_scale(problem: &mut Problem, file: &Value) {
    if problem.code != ProblemCode::OutOfScale {
        return;
    }
    let Some(reading) = problem.pointer.strip_suffix("/value").and_then(|place| file.pointer(place)) else {
        return;
    };
    let criterion = reading.get("criterion").and_then(Value::as_str).and_then(Criterion::from_word);
    let value = reading.get("value").and_then(Value::as_f64);
    if let (Some(criterion), Some(value)) = (criterion, value) {
        let (min, max) = criterion.bounds();
        problem.phrase = say::out_of_scale(value, i64::from(min), i64::from(max));
    }
}

/// Records by list, in the order of the format; lists without any left out.
fn counts(dossier: &Dossier) -> Vec<(&'static str, usize)> {
    let dossier: &dyn Record = dossier;
    let counts = dossier.fields().map(|(key, field)| match field.view() {
        View::List(items) => (key.name, items.count()),
        _ => (key.name, 0),
    });
    counts.filter(|(_, count)| *count > 0).collect()
}
