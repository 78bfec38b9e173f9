//! What no record can say alone: ids borne once, references that lead somewhere, periods, scales that depend on a
//! neighbour, territories that do not contain themselves.

use std::collections::{HashMap, HashSet};

use super::json::{Field, MOST_PROBLEMS, Path, Step, Target, View};
use super::{Date, Dossier, Id, Problem, ProblemCode};
use crate::i18n::{Phrase, texts::problem as say};

/// Everything wrong between the records of a dossier; at most [`MOST_PROBLEMS`].
pub fn check(dossier: &Dossier) -> Vec<Problem> {
    let mut found = Found::default();
    references(dossier, &mut found);
    periods(dossier, &mut found);
    scales(dossier, &mut found);
    cycles(dossier, &mut found);
    found.0
}

#[derive(Default)]
struct Found(Vec<Problem>);

impl Found {
    fn note(&mut self, pointer: impl FnOnce() -> String, code: ProblemCode, phrase: Phrase) {
        if self.0.len() < MOST_PROBLEMS {
            self.0.push(Problem { pointer: pointer(), code, phrase });
        }
    }
}

/// The lists whose records something refers to.
const REFERRED: [(&str, Target); 10] = [
    ("territories", Target::Territory),
    ("pathway", Target::Stage),
    ("objectives", Target::Objective),
    ("functions", Target::Function),
    ("actors", Target::Actor),
    ("waves", Target::Wave),
    ("agreements", Target::Agreement),
    ("bodies", Target::Body),
    ("seats", Target::Seat),
    ("colleges", Target::College),
];

/// The ids of a dossier, each with what it designates. Seats and colleges count inside their body only, given by its
/// place from 1; all others by 0.
#[derive(Default)]
struct Known(HashSet<(Id, Target, usize)>);

impl Known {
    fn learn(&mut self, record: View<'_>, body: usize) {
        let View::Record(record) = record else { return };
        for (key, field) in record.fields() {
            if let Some((_, target)) = REFERRED.iter().find(|(list, _)| *list == key.name) {
                let ids = field.view().items().filter_map(|item| item.own_id());
                self.0.extend(ids.map(|id| (id.clone(), *target, body)));
            }
        }
    }

    fn holds(&self, target: Target, id: &Id, path: &Path) -> bool {
        let body = match (target, path.steps()) {
            (Target::Own | Target::Any, _) => return true,
            (Target::Seat | Target::College, [Step::Key("bodies"), Step::Index(index), ..]) => *index + 1,
            _ => 0,
        };
        self.0.contains(&(id.clone(), target, body))
    }
}

fn references(dossier: &Dossier, found: &mut Found) {
    let mut known = Known::default();
    known.learn(dossier.view(), 0);
    for (index, body) in dossier.bodies.iter().enumerate() {
        known.learn(body.view(), index + 1);
    }
    dossier.view().each_id(Target::Own, &mut Path::default(), &mut |path, target, id| {
        if id.as_str().is_empty() {
            // An id that could not be read: said where it stands.
        } else if target == Target::Own {
            if !known.0.insert((id.clone(), Target::Own, 0)) {
                found.note(|| path.pointer(), ProblemCode::DuplicateId, say::duplicate_id(id.as_str()));
            }
        } else if !known.holds(target, id, path) {
            found.note(|| path.pointer(), ProblemCode::UnknownReference, say::unknown_reference(id.as_str()));
        }
    });
}

fn periods(dossier: &Dossier, found: &mut Found) {
    let mut period = |start: Option<Date>, end: Option<Date>, pointer: &dyn Fn() -> String| {
        if let (Some(start), Some(end)) = (start, end)
            && end < start
        {
            let phrase = say::end_before_start(start.0, end.0);
            found.note(pointer, ProblemCode::EndBeforeStart, phrase);
        }
    };
    if let Some(project) = &dossier.project {
        period(project.starts_on, project.ends_on, &|| "/project/endsOn".to_owned());
    }
    for (index, role) in dossier.roles.iter().enumerate() {
        period(role.starts_on, role.ends_on, &|| format!("/roles/{index}/endsOn"));
    }
    for (index, agreement) in dossier.agreements.iter().enumerate() {
        period(agreement.starts_on, agreement.ends_on, &|| format!("/agreements/{index}/endsOn"));
    }
    for (index, action) in dossier.actions.iter().enumerate() {
        period(action.starts_on, action.due_on, &|| format!("/actions/{index}/dueOn"));
    }
}

fn scales(dossier: &Dossier, found: &mut Found) {
    for (place, actor) in dossier.actors.iter().enumerate() {
        for (index, reading) in actor.readings.iter().enumerate() {
            let (min, max) = reading.criterion.bounds();
            let value = reading.value.get();
            if !(min..=max).contains(&value) {
                let phrase = say::out_of_scale(i64::from(value), i64::from(min), i64::from(max));
                let pointer = || format!("/actors/{place}/readings/{index}/value");
                found.note(pointer, ProblemCode::OutOfScale, phrase);
            }
        }
    }
    for (index, influence) in dossier.influences.iter().enumerate() {
        let own = influence.from == influence.to && !influence.from.as_str().is_empty();
        if own && influence.value.get() > 0 {
            found.note(
                || format!("/influences/{index}/value"),
                ProblemCode::OutOfScale,
                say::self_influence(),
            );
        }
    }
    for (index, tie) in dossier.ties.iter().enumerate() {
        if tie.from == tie.to && !tie.from.as_str().is_empty() {
            found.note(|| format!("/ties/{index}/to"), ProblemCode::OutOfScale, say::self_tie());
        }
    }
}

/// Follows parents from each territory; every territory is followed once, so that a long chain costs its length.
/// A cycle is said once, at the first of its territories.
fn cycles(dossier: &Dossier, found: &mut Found) {
    let mut places: HashMap<Id, usize> = HashMap::new();
    for (index, territory) in dossier.territories.iter().enumerate() {
        places.entry(territory.id.clone()).or_insert(index);
    }
    let parent = |index: usize| {
        let parent = dossier.territories.get(index)?.parent.as_ref()?;
        places.get(parent).copied()
    };
    let mut followed = vec![false; dossier.territories.len()];
    for start in 0..dossier.territories.len() {
        let mut chain: Vec<usize> = Vec::new();
        let mut at = Some(start);
        while let Some(index) = at {
            let known = followed.get_mut(index).is_none_or(|followed| std::mem::replace(followed, true));
            if known {
                if let Some(first) = chain.iter().position(|one| *one == index) {
                    let lowest = chain.iter().skip(first).min().copied().unwrap_or(index);
                    cycle(dossier, lowest, found);
                }
                break;
            }
            chain.push(index);
            at = parent(index);
        }
    }
}

fn cycle(dossier: &Dossier, lowest: usize, found: &mut Found) {
    if let Some(territory) = dossier.territories.get(lowest) {
        let name = if territory.name.is_empty() { territory.id.as_str() } else { &territory.name };
        let pointer = || format!("/territories/{lowest}/parent");
        found.note(pointer, ProblemCode::TerritoryCycle, say::territory_cycle(name));
    }
}
