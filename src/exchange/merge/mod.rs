//! Merging dossiers of several institutions: three-way when a common ancestor is known, two-way otherwise.
//!
//! Records are matched by their ids, or by what designates them (the table in [`keys`]), and merged field by field.
//! What one side changed and the other left alone is taken; what both changed is a [`Conflict`], which a person
//! decides. Until then the merged dossier holds one of both values, the same whichever side is called ours: the later
//! among dated judgements, else the greater (numbers by size, texts in code-point order; a value before nothing).
//! What one removed and the other changed or newly refers to stays, as a conflict.
//!
//! It follows that the merge of a dossier with itself is itself, that both sides can be exchanged, and that several
//! dossiers of one ancestor give the same one in whatever order they are merged, whatever the conflicts on the way
//! (for places in a list, see [`order`]). Where actors were made one, two things depend on the order of the merges: the
//! values of actors that several institutions made one each in its way, and the roles, responsibilities and points set
//! aside that several institutions gave to each of actors that became one (see [`fused`]). Who these actors are does
//! not depend on it, unless somebody removed all of those that another made one.
//!
//! A copy reduced before it left (see [`super::privacy`]) is made whole from the ancestor first; without an ancestor,
//! what it lacks counts as not said.
//!
//! Two-way is three-way with an ancestor that holds nothing: nothing is removed, every difference is a conflict.

mod ancestor;
mod fused;
mod identity;
pub(super) mod keys;
mod order;
mod removed;
mod repair;
mod resolve;
mod strangers;
mod three;
pub(super) mod value;

use std::collections::HashMap;

use serde::Serialize;
use serde_json::{Map, Value};

pub use ancestor::{Kinship, digest, is_unsettled, kinship, later_named, with_lineage};
pub use fused::Lost;
pub use identity::Likeness;
pub use resolve::{Choice, joinable, resolve};

use super::headless::json;
use super::limits;
use super::privacy::copy;
use super::read::read_value;
use super::report::Refusal;
use crate::model::json::{Field, Reader, pointer_step};
use crate::model::{Dossier, Id, Problem, integrity};
use keys::{Name, by_name};
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
#[derive(Clone, Debug, Default)]
pub struct Merged {
    /// The dossier.
    pub dossier: Dossier,
    /// What is left to decide, in the order of the dossier.
    pub conflicts: Vec<Conflict>,
    /// Actors that may be one organisation, one of each side.
    pub likenesses: Vec<Likeness>,
    /// Actors that are one organisation under two ids, by a public register or because an institution made them one:
    /// the id that went, and the one that stays.
    pub matched: Vec<(Id, Id)>,
    /// What binds two actors that are one: the merged dossier cannot hold it.
    pub lost: Vec<Lost>,
}

impl Merged {
    /// All but the dossier, as the members of a JSON object: `"conflicts":[…],"likenesses":[…],"matched":[…],"lost":[…]`.
    pub fn told(&self) -> String {
        let likenesses: Vec<[&Id; 2]> = self.likenesses.iter().map(|one| [&one.ours, &one.theirs]).collect();
        format!(
            "\"conflicts\":{},\"likenesses\":{},\"matched\":{},\"lost\":{}",
            json(&self.conflicts),
            json(&likenesses),
            json(&self.matched),
            json(&self.lost)
        )
    }
}

/// Merges two dossiers; `base` is what both come from, where it is known.
///
/// # Errors
///
/// When the whole would be larger than a file may be.
pub fn merge(base: Option<&Dossier>, ours: &Dossier, theirs: &Dossier) -> Result<Merged, Refusal> {
    let fused = fused::fuse(base, [whole(base, ours)?, whole(base, theirs)?])?;
    let (base, [mut our_side, mut their_side]) = (fused.base.as_ref(), fused.sides.clone());
    let mut matched = fused.matched.clone();
    matched.extend(identity::align(base, &mut our_side, &mut their_side));
    let (mut dossier, mut found) = core(base, &our_side, &their_side)?;
    fused.name(&mut dossier);
    for one in fused.told {
        if !found.iter().any(|known| known.path == one.path && known.values == one.values) {
            found.push(one);
        }
    }
    let likenesses = identity::likenesses(&dossier, &our_side, &their_side);
    let conflicts = located(found, &dossier);
    Ok(Merged { dossier, conflicts, likenesses, matched, lost: fused.lost })
}

/// The merge of two dossiers whose records are matched by their ids alone.
fn core(base: Option<&Dossier>, ours: &Dossier, theirs: &Dossier) -> Result<(Dossier, Vec<Found>), Refusal> {
    let before = base.map_or_else(|| Value::Object(Map::new()), |base| base.view().value());
    let (mut one, mut other) = (ours.view().value(), theirs.view().value());
    repair::part(&before, &mut one, &mut other);
    let mut work = Merge::new(removed::removed(&before, [&one, &other]));
    let mut merged = work.dossier(&before, [&one, &other]);
    let mut found = work.found;
    repair::break_circles(&mut merged, [&before, &one, &other], &mut found);
    let mut merged = Value::Object(merged);
    repair::distinct_ids(&mut merged, &before);
    Ok((sound(merged)?.0, found))
}

/// A dossier as it is put together with the open one: it is that one, its identifier is nothing to decide; and where
/// both began apart, an id that both use by chance does not make one thing of two.
pub fn taken_in(kinship: &Kinship, ours: &Dossier, theirs: &Dossier) -> Dossier {
    let theirs = match kinship {
        Kinship::Strangers => strangers::apart(ours, theirs),
        _ => theirs.clone(),
    };
    Dossier { id: ours.id.clone(), ..theirs }
}

/// Another dossier taken into the open one without asking: the dossier, which keeps its identifier and notes both
/// states in its lineage, and what is to be told of it, as the members of a JSON object (see [`Merged::told`]).
/// Conflicts keep the value chosen for the time being.
///
/// # Errors
///
/// When the whole would be larger than a file may be.
pub fn into(kinship: &Kinship, ours: &Dossier, theirs: &Dossier) -> Result<(Dossier, String), Refusal> {
    if matches!(kinship, Kinship::Same | Kinship::Earlier) {
        return Ok((ours.clone(), Merged::default().told()));
    }
    let base = match kinship {
        Kinship::Common(base) => Some(base.as_ref()),
        Kinship::Later => Some(ours),
        _ => None,
    };
    let merged = merge(base, ours, &taken_in(kinship, ours, theirs))?;
    Ok((with_lineage(&merged.dossier, &[ours, theirs]), merged.told()))
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

/// A file as a dossier, without what refers to nothing, checked as a file is; and what was wrong with it before.
fn sound(file: Value) -> Result<(Dossier, Vec<Problem>), Refusal> {
    let within = file.as_object().is_some_and(|file| limits::counts(file).is_empty());
    let (mut dossier, mut reader) = (Dossier::default(), Reader::thorough());
    dossier.fill(file, &mut reader);
    repair::drop_dangling(&mut dossier);
    if within && reader.problems.is_empty() && integrity::check(&dossier).is_empty() {
        return Ok((dossier, Vec::new()));
    }
    // Read anew as a file is: what cannot be is told with its place.
    Ok((read_value(dossier.view().value())?.dossier, reader.problems))
}

/// The conflicts with their places in the merged dossier, in its order.
fn located(found: Vec<Found>, dossier: &Dossier) -> Vec<Conflict> {
    let file = dossier.view().value();
    let mut index = Index::new(&file);
    let mut placed: Vec<(Vec<Place>, Conflict)> = Vec::with_capacity(found.len());
    for one in found {
        let steps = index.places(&one.path);
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

/// A file, and where the records of its lists are, once they were looked for.
struct Index<'v> {
    file: &'v Value,
    /// By the way to the list, and whether its records are told apart by the finer keys.
    lists: HashMap<(String, bool), HashMap<Name, usize>>,
}

impl<'v> Index<'v> {
    fn new(file: &'v Value) -> Self {
        Self { file, lists: HashMap::new() }
    }

    fn places(&mut self, path: &[Step]) -> Vec<Place> {
        let mut at = Some(self.file);
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
                    let finely = name.is_fine();
                    let list = self.lists.entry((written(&places), finely));
                    let rank = list.or_insert_with(|| by_name(rule, items, finely)).get(name).copied();
                    at = rank.and_then(|rank| items.get(rank));
                    // The place after the last (RFC 6901): what is no longer there is nowhere else.
                    rank.map_or_else(|| (items.len(), "-".to_owned()), |rank| (rank, rank.to_string()))
                }
                (Step::Item(..), _) => {
                    at = None;
                    (0, "-".to_owned())
                }
            };
            places.push(Place(rank, text));
        }
        places
    }

    /// The value that a path leads to.
    fn value(&mut self, path: &[Step]) -> Option<&'v Value> {
        let pointer = written(&self.places(path));
        self.file.pointer(&pointer)
    }
}

fn written(places: &[Place]) -> String {
    places.iter().flat_map(|place| ["/", place.1.as_str()]).collect()
}
