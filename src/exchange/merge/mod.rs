//! Merging dossiers of several institutions: three-way when a common ancestor is known, two-way otherwise.
//!
//! Records are matched by their ids, or by what designates them (the table in [`keys`]), and merged field by field.
//! What one side changed and the other left alone is taken; what both changed is a [`Conflict`], which a person
//! decides. Until then the merged dossier holds one of both values, the same whichever side is called ours: the later
//! among dated judgements, else the greater (numbers by size, texts in code-point order; a value before nothing).
//! What one removed and the other changed or newly refers to stays, as a conflict.
//!
//! It follows that the merge of a dossier with itself is itself, that both sides can be exchanged, and that several
//! dossiers of one ancestor give the same one in whatever order they are merged, whatever the conflicts on the way.
//! The last holds where records were added, changed and removed. Where several institutions moved records of one
//! list, or merged actors of theirs, places and choices may depend on the order of the merges.
//!
//! A copy reduced before it left (see [`super::privacy`]) is made whole from the ancestor first; without an ancestor,
//! what it lacks counts as not said.
//!
//! Two-way is three-way with an ancestor that holds nothing: nothing is removed, every difference is a conflict.

mod ancestor;
mod identity;
pub(super) mod keys;
mod order;
mod removed;
mod repair;
mod resolve;
mod three;
pub(super) mod value;

use serde::Serialize;
use serde_json::{Map, Value};

pub use ancestor::{Kinship, digest, kinship, later_named, with_lineage};
pub use identity::Likeness;
pub use resolve::{Choice, joinable, resolve};

use super::privacy::copy;
use super::read::read_value;
use super::report::Refusal;
use crate::model::json::{Field, Reader, pointer_step};
use crate::model::{Dossier, Id};
use keys::place_of;
use three::{Found, Merge, Step};

/// A difference that a person has to decide.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Conflict {
    /// JSON Pointer to the value in the merged dossier, or to where it would be.
    pub pointer: String,
    /// The value of the ancestor; null where there is none.
    pub base: Value,
    /// The value of the first side; null where it has none, or removed the record.
    pub ours: Value,
    /// The value of the second side.
    pub theirs: Value,
    /// JSON Pointer to the record whose conflicts are decided together; `None` where this one stands alone.
    #[serde(skip)]
    pub whole: Option<String>,
}

/// What a merge gives.
#[derive(Clone, Debug)]
pub struct Merged {
    /// The dossier.
    pub dossier: Dossier,
    /// What is left to decide, in the order of the dossier.
    pub conflicts: Vec<Conflict>,
    /// Actors that may be one organisation, one of each side.
    pub likenesses: Vec<Likeness>,
    /// Actors that are one organisation by a public register, under two ids: the id that went, and the one that stays.
    pub matched: Vec<(Id, Id)>,
}

/// Merges two dossiers; `base` is what both come from, where it is known.
///
/// # Errors
///
/// When the whole would be larger than a file may be.
pub fn merge(base: Option<&Dossier>, ours: &Dossier, theirs: &Dossier) -> Result<Merged, Refusal> {
    let (mut our_side, mut their_side) = (whole(base, ours)?, whole(base, theirs)?);
    let matched = identity::align(base, &mut our_side, &mut their_side);
    let before = base.map_or_else(|| Value::Object(Map::new()), |base| base.view().value());
    let (mut one, mut other) = (our_side.view().value(), their_side.view().value());
    repair::part(&before, &mut one, &mut other);
    let mut work = Merge::new(removed::removed(&before, [&one, &other]));
    let mut merged = work.dossier(&before, [&one, &other]);
    let mut found = work.found;
    repair::break_circles(&mut merged, [&before, &one, &other], &mut found);
    let mut merged = Value::Object(merged);
    repair::distinct_ids(&mut merged, &before);
    let mut dossier = Dossier::default();
    dossier.fill(merged, &mut Reader::thorough());
    let checked = sound(dossier)?;
    let likenesses = identity::likenesses(&checked, &our_side, &their_side);
    let conflicts = located(found, &checked);
    Ok(Merged { dossier: checked, conflicts, likenesses, matched })
}

/// Another dossier taken into the open one without asking: the dossier, which keeps its identifier and notes both
/// states in its lineage, and the conflicts as JSON. Conflicts keep the value chosen for the time being.
///
/// # Errors
///
/// When the whole would be larger than a file may be.
pub fn into(ours: &Dossier, theirs: &Dossier) -> Result<(Dossier, String), Refusal> {
    let kinship = kinship(ours, theirs, &[]);
    if matches!(kinship, Kinship::Same | Kinship::Earlier) {
        return Ok((ours.clone(), "[]".to_owned()));
    }
    let base = match &kinship {
        Kinship::Common(base) => Some(base.as_ref()),
        Kinship::Later => Some(ours),
        _ => None,
    };
    let theirs_here = Dossier { id: ours.id.clone(), ..theirs.clone() };
    let merged = merge(base, ours, &theirs_here)?;
    let conflicts = serde_json::to_string(&merged.conflicts).unwrap_or_default();
    Ok((with_lineage(&merged.dossier, &[ours, theirs]), conflicts))
}

/// A copy from which something was taken out before it left, made whole again: what it lacks was not said to be gone.
/// What was changed in it is, and nothing else.
fn whole(base: Option<&Dossier>, side: &Dossier) -> Result<Dossier, Refusal> {
    let (Some(base), Some(privacy)) = (base, side.privacy) else { return Ok(side.clone()) };
    if base.privacy.is_some() {
        return Ok(side.clone());
    }
    let reduced = copy(base, Some(privacy))?.dossier;
    let merged = merge(Some(&reduced), base, side)?;
    // What was written where something had been taken out stays written.
    let choices = vec![Some(Choice::Theirs); merged.conflicts.len()];
    resolve(&merged, &choices)
}

/// A dossier without what refers to nothing, checked as a file is.
fn sound(mut dossier: Dossier) -> Result<Dossier, Refusal> {
    repair::drop_dangling(&mut dossier);
    Ok(read_value(dossier.view().value())?.dossier)
}

/// The conflicts with their places in the merged dossier, in its order.
fn located(found: Vec<Found>, dossier: &Dossier) -> Vec<Conflict> {
    let file = dossier.view().value();
    let mut placed: Vec<(Vec<Place>, Conflict)> = Vec::with_capacity(found.len());
    for one in found {
        let steps = places(&one.path, &file);
        let pointer = written(&steps);
        let whole = one.whole.map(|depth| written(steps.get(..depth).unwrap_or(&steps)));
        let [base, ours, theirs] = one
            .values
            .map(|value| value.filter(|value| value::said(Some(value)).is_some()).unwrap_or_default());
        placed.push((steps, Conflict { pointer, base, ours, theirs, whole }));
    }
    crate::model::order::by(&mut placed, |(a, _), (b, _)| a.cmp(b));
    placed.into_iter().map(|(_, conflict)| conflict).collect()
}

/// A step in the merged dossier: its rank among those beside it, and its text.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Place(usize, String);

fn places(path: &[Step], file: &Value) -> Vec<Place> {
    let mut at = Some(file);
    let mut places = Vec::with_capacity(path.len());
    for step in path {
        let (rank, text) = match (step, at) {
            (Step::Key(key), Some(Value::Object(map))) => {
                let rank = map.keys().position(|known| known == key).unwrap_or(map.len());
                at = map.get(key);
                (rank, pointer_step(key))
            }
            (Step::Key(key), _) => {
                at = None;
                (0, pointer_step(key))
            }
            (Step::Item(rule, name), Some(Value::Array(items))) => {
                let Some(rank) = place_of(rule, items, name) else { return places };
                at = items.get(rank);
                (rank, rank.to_string())
            }
            (Step::Item(..), _) => return places,
        };
        places.push(Place(rank, text));
    }
    places
}

fn written(places: &[Place]) -> String {
    places.iter().flat_map(|place| ["/", place.1.as_str()]).collect()
}
