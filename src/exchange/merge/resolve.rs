//! What a person decided.

use serde_json::Value;

use super::value::said;
use super::{Conflict, Merged, sound};
use crate::exchange::report::Refusal;
use crate::model::json::{Field, MAX_TEXT, pointer_key};
use crate::model::{Dossier, ProblemCode};

/// A decision on a conflict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The value of the first side.
    Ours,
    /// The value of the second side.
    Theirs,
    /// Both texts, one below the other.
    Both,
}

/// Whether both values of a conflict can be kept: two texts that people write freely and that fit in one field.
pub fn joinable(conflict: &Conflict) -> bool {
    const FREE: &[&str] = &[
        "problem",
        "interests",
        "note",
        "does",
        "evidence",
        "text",
        "notes",
        "observed",
        "tried",
        "result",
        "reason",
        "quorum",
    ];
    let key = conflict.pointer.rsplit('/').next().unwrap_or_default();
    FREE.contains(&key)
        && joined(conflict).is_some_and(|text| text.chars().count() <= MAX_TEXT)
        && conflict.whole.is_none()
}

/// Both texts; `None` where either side has none.
fn joined(conflict: &Conflict) -> Option<String> {
    let (ours, theirs) = (conflict.ours.as_str()?, conflict.theirs.as_str()?);
    (!ours.is_empty() && !theirs.is_empty()).then(|| format!("{ours}\n{theirs}"))
}

/// The merged dossier once its conflicts are decided: one choice for each, in their order; those without keep what
/// the merge put there for the time being.
///
/// # Errors
///
/// When the choices do not fit together, such as an end before its start.
pub fn resolve(merged: &Merged, choices: &[Option<Choice>]) -> Result<Dossier, Refusal> {
    let mut file = merged.dossier.view().value();
    // From the last to the first: a record that goes leaves the places before it alone.
    for (conflict, choice) in merged.conflicts.iter().zip(choices).rev() {
        let Some(choice) = choice else { continue };
        let value = match choice {
            Choice::Ours => conflict.ours.clone(),
            Choice::Theirs => conflict.theirs.clone(),
            Choice::Both => Value::String(joined(conflict).unwrap_or_default()),
        };
        put(&mut file, &conflict.pointer, value);
    }
    let (dossier, problems) = sound(file)?;
    if problems.iter().any(|problem| problem.code != ProblemCode::UnknownReference) {
        return Err(Refusal { problems, ..Refusal::default() });
    }
    Ok(dossier)
}

/// Writes a value at a place; nothing takes it away.
fn put(file: &mut Value, pointer: &str, value: Value) {
    let Some((holder, step)) = pointer.rsplit_once('/') else { return };
    let step = pointer_key(step);
    match file.pointer_mut(holder) {
        Some(Value::Object(map)) => {
            if said(Some(&value)).is_some() {
                map.insert(step, value);
            } else {
                map.shift_remove(&step);
            }
        }
        Some(Value::Array(items)) => {
            let Ok(place) = step.parse::<usize>() else { return };
            if value.is_null() && place < items.len() {
                items.remove(place);
            } else if let Some(item) = items.get_mut(place) {
                *item = value;
            }
        }
        _ => {}
    }
}
