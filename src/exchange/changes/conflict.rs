//! The conflicts of a merge as questions for a person.

use serde_json::Value;

use super::words::{Names, field, one_of, step_of};
use crate::exchange::merge::keys::{Shape, shape};
use crate::exchange::merge::value::said;
use crate::exchange::merge::{Conflict, Merged, joinable};
use crate::i18n::{Arg, Phrase, texts::changes as say};
use crate::model::json::{Field, pointer_key};
use crate::vocabulary::{Step, Vocabulary};

/// One decision to take: a field, a whole judgement, or a record that one side removed.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The step in which it is worked on.
    pub step: Step,
    /// The object, as a heading.
    pub object: Phrase,
    /// What differs.
    pub rows: Vec<Row>,
    /// Places of its conflicts in [`Merged::conflicts`].
    pub conflicts: Vec<usize>,
    /// Whether both texts can be kept.
    pub joinable: bool,
}

/// A field that differs.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The field.
    pub what: Phrase,
    /// The value of the common ancestor; `None` where it has none.
    pub base: Option<Arg>,
    /// The value of the open dossier.
    pub ours: Arg,
    /// The value of the file.
    pub theirs: Arg,
}

/// The questions of a merge, in the order of the dossier.
pub fn questions(merged: &Merged, vocabulary: &Vocabulary) -> Vec<Question> {
    let file = merged.dossier.view().value();
    let mut names = Names::new(vocabulary);
    names.learn(&file);
    let mut questions: Vec<(Option<&str>, Question)> = Vec::new();
    for (place, conflict) in merged.conflicts.iter().enumerate() {
        let (step, object, row) = describe(conflict, &file, &names);
        let whole = conflict.whole.as_deref();
        match questions.last_mut() {
            Some((Some(known), question)) if whole == Some(*known) => {
                question.rows.push(row);
                question.conflicts.push(place);
            }
            _ => {
                let joinable = joinable(conflict);
                let question = Question { step, object, rows: vec![row], conflicts: vec![place], joinable };
                questions.push((whole, question));
            }
        }
    }
    questions.into_iter().map(|(_, question)| question).collect()
}

/// Walks from the root to the value: the step, the object as a heading, and the row.
fn describe(conflict: &Conflict, file: &Value, names: &Names<'_>) -> (Step, Phrase, Row) {
    let steps: Vec<String> = conflict.pointer.split('/').skip(1).map(pointer_key).collect();
    let mut holder: &'static str = "";
    let mut key = String::new();
    let mut at = Some(file);
    let mut first: &str = "";
    let mut object = say::the_dossier();
    let mut inside: Option<Phrase> = None;
    let mut at_record = false;
    let mut place = steps.iter();
    while let Some(step) = place.next() {
        key.clone_from(step);
        at = at.and_then(|value| value.get(step));
        at_record = false;
        match shape(holder, step) {
            Shape::List(rule) => {
                let Some(record) = place.next().and_then(|index| at?.get(index.parse::<usize>().ok()?))
                else {
                    break;
                };
                at = Some(record);
                at_record = true;
                if first.is_empty() {
                    first = rule.list;
                    (object, inside) = top(rule.list, record, names);
                } else {
                    let part = say::titled(one_of(rule.list), names.title(rule.list, record));
                    inside = Some(match inside {
                        Some(outer) => say::inside(outer, part),
                        None => part,
                    });
                }
                holder = rule.list;
            }
            Shape::Object(name) => {
                if first.is_empty() {
                    first = name;
                    object = say::the_project();
                }
                holder = name;
            }
            _ => break,
        }
    }
    let sub = if holder == first { key.as_str() } else { "" };
    let step = if first.is_empty() { Step::Summary } else { step_of(first, sub) };
    let what = if at_record { None } else { Some(field(holder, &key)) };
    let what = match (inside, what) {
        (Some(part), Some(what)) => say::inside(part, what),
        (Some(part), None) => part,
        (None, Some(what)) => what,
        (None, None) => one_of(holder),
    };
    let value = |value: &Value| -> Arg {
        if at_record && value.is_null() {
            return say::removed_word().into();
        }
        if at_record {
            return names.title(holder, value);
        }
        match (holder, key.as_str(), at_criterion(conflict, file)) {
            ("readings", "value", Some(criterion)) => {
                let reading = serde_json::json!({ "criterion": criterion, "value": value });
                names.reading(&reading)
            }
            _ => names.value(holder, &key, Some(value)),
        }
    };
    let base = said(Some(&conflict.base)).map(&value);
    let row = Row { what, base, ours: value(&conflict.ours), theirs: value(&conflict.theirs) };
    (step, object, row)
}

/// The criterion of the reading that a conflict lies in.
fn at_criterion(conflict: &Conflict, file: &Value) -> Option<String> {
    let record = file.pointer(conflict.whole.as_deref()?)?;
    record.get("criterion").and_then(Value::as_str).map(str::to_owned)
}

/// What a record at the top is said of, and what it is of it.
fn top(list: &str, record: &Value, names: &Names<'_>) -> (Phrase, Option<Phrase>) {
    let of = |kind: &str, key: &str| say::titled(one_of(kind), names.at(record, key));
    match list {
        "positions" => (of("actors", "actor"), Some(say::position_on(names.at(record, "objective")))),
        "influences" => (of("actors", "from"), Some(say::influence_on(names.at(record, "to")))),
        "ties" => (of("actors", "from"), Some(say::tie_with(names.at(record, "to")))),
        "responsibilities" => (of("functions", "function"), Some(say::letter_of(names.at(record, "actor")))),
        "roles" => {
            let part = say::titled(one_of("roles"), names.title("roles", record));
            (of("actors", "actor"), Some(part))
        }
        _ => (say::titled(one_of(list), names.title(list, record)), None),
    }
}
