//! One organisation under two ids: each institution entered it on its own.
//!
//! The same number in a public register is the same organisation: both get one id before anything is compared, and
//! their fields are merged as those of one record. The same name is only a likeness: a person decides.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use crate::edit::Kind;
use crate::exchange::table::name_key;
use crate::model::identifier::{Check, check, normalise, siren_of};
use crate::model::json::{Field, Reader, Target};
use crate::model::{Actor, Dossier, Id, order};

/// Two actors of a merged dossier that may be one organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Likeness {
    /// The one of the first side.
    pub ours: Id,
    /// The one of the second side.
    pub theirs: Id,
}

/// Gives each dossier the ids of the other where both speak of the same organisation, and parts records of different
/// kinds that bear one id. Gives the ids that went, each with the one that stays.
pub(super) fn align(base: Option<&Dossier>, ours: &mut Dossier, theirs: &mut Dossier) -> Vec<(Id, Id)> {
    part(ours, theirs);
    let known = |id: &Id| base.is_some_and(|base| base.actor(id).is_some());
    let alone = |side: &Dossier, other: &Dossier| -> Vec<Actor> {
        let alone = side.actors.iter().filter(|actor| other.actor(&actor.id).is_none());
        let mut alone: Vec<Actor> = alone.map(|actor| actor.as_ref().clone()).collect();
        order::by(&mut alone, |a, b| a.id.cmp(&b.id));
        alone
    };
    let (our_own, their_own) = (alone(ours, theirs), alone(theirs, ours));
    let mut taken: HashSet<Id> = HashSet::new();
    let mut matched = Vec::new();
    for actor in &our_own {
        let twin = their_own.iter().find(|other| !taken.contains(&other.id) && same_register(actor, other));
        let Some(twin) = twin else { continue };
        taken.insert(twin.id.clone());
        // The one the ancestor knows, else the lesser in code-point order.
        let keep_ours = match (known(&actor.id), known(&twin.id)) {
            (true, false) => true,
            (false, true) => false,
            _ => actor.id <= twin.id,
        };
        if keep_ours {
            rename(theirs, Kind::Actor, &twin.id, &actor.id);
            matched.push((twin.id.clone(), actor.id.clone()));
        } else {
            rename(ours, Kind::Actor, &actor.id, &twin.id);
            matched.push((actor.id.clone(), twin.id.clone()));
        }
    }
    matched
}

/// Whether two actors bear the same number in a public register. Two establishments of one legal person have one
/// SIREN and two SIRET: they stay two.
fn same_register(a: &Actor, b: &Actor) -> bool {
    let numbers = |actor: &Actor| -> HashSet<String> {
        let sound = actor.identifiers.iter().filter(|one| {
            matches!(check(&one.scheme, &one.value), Check::Valid | Check::WrongKey) && !one.value.is_empty()
        });
        sound
            .map(|one| format!("{}:{}", one.scheme.to_uppercase(), normalise(&one.scheme, &one.value)))
            .collect()
    };
    let (a, b) = (numbers(a), numbers(b));
    let establishment = |numbers: &HashSet<String>| numbers.iter().any(|one| one.starts_with("SIRET:"));
    let legal_only = establishment(&a) && establishment(&b);
    a.intersection(&b).any(|one| !(legal_only && one.starts_with("SIREN:")))
}

/// The pairs of actors of a merged dossier, one of each side, that bear the same name and kind, or the same SIREN.
pub(super) fn likenesses(merged: &Dossier, ours: &Dossier, theirs: &Dossier) -> Vec<Likeness> {
    let sirens = |actor: &Actor| -> HashSet<String> {
        actor.identifiers.iter().filter_map(|one| siren_of(&one.scheme, &one.value)).collect()
    };
    let mut by_name: HashMap<String, Vec<&Actor>> = HashMap::new();
    let mut by_siren: HashMap<String, Vec<&Actor>> = HashMap::new();
    let own =
        |side: &Dossier, other: &Dossier, id: &Id| side.actor(id).is_some() && other.actor(id).is_none();
    for actor in merged.actors.iter().filter(|actor| own(ours, theirs, &actor.id)) {
        if !actor.name.trim().is_empty() {
            by_name.entry(name_key(&actor.name)).or_default().push(actor);
        }
        let mut numbers: Vec<String> = sirens(actor).into_iter().collect();
        order::by(&mut numbers, Ord::cmp);
        for siren in numbers {
            by_siren.entry(siren).or_default().push(actor);
        }
    }
    let mut found: Vec<Likeness> = Vec::new();
    for actor in merged.actors.iter().filter(|actor| own(theirs, ours, &actor.id)) {
        let numbers = sirens(actor);
        let named = by_name.get(&name_key(&actor.name)).into_iter().flatten().filter(|other| {
            let kinds = other.kind.is_none() || actor.kind.is_none() || other.kind == actor.kind;
            let other = sirens(other);
            // The same name under two SIREN is two legal persons.
            kinds && (other.is_empty() || numbers.is_empty() || !other.is_disjoint(&numbers))
        });
        let numbered = merged.actors.iter().filter(|other| {
            by_siren
                .iter()
                .any(|(siren, actors)| numbers.contains(siren) && actors.iter().any(|one| one.id == other.id))
        });
        for other in named.copied().chain(numbered.map(AsRef::as_ref)) {
            let pair = Likeness { ours: other.id.clone(), theirs: actor.id.clone() };
            if !found.contains(&pair) {
                found.push(pair);
            }
        }
    }
    found
}

/// Gives another id to what bears an id that a record of another kind bears in the other dossier.
fn part(ours: &mut Dossier, theirs: &mut Dossier) {
    let kinds = |dossier: &Dossier| -> HashMap<Id, Kind> {
        Kind::ALL.iter().flat_map(|kind| kind.ids(dossier).into_iter().map(|id| (id, *kind))).collect()
    };
    let (our_kinds, their_kinds) = (kinds(ours), kinds(theirs));
    let clashes = Kind::ALL.iter().flat_map(|kind| kind.ids(ours)).filter_map(|id| {
        let (one, other) = (our_kinds.get(&id)?, their_kinds.get(&id)?);
        (one != other).then_some((id, *one, *other))
    });
    let clashes: Vec<(Id, Kind, Kind)> = clashes.collect();
    for (id, one, other) in clashes {
        let (side, kind) = if one > other { (&mut *ours, one) } else { (&mut *theirs, other) };
        let new = Id::from(format!("{id}-{}", word(kind)));
        rename(side, kind, &id, &new);
    }
}

/// A short word for a kind, for the ids made here.
fn word(kind: Kind) -> String {
    format!("{kind:?}").to_lowercase()
}

/// Gives another id to a record, and to what refers to it.
pub(super) fn rename(dossier: &mut Dossier, kind: Kind, from: &Id, to: &Id) {
    rename_all(dossier, kind, &HashMap::from([(from.clone(), to.clone())]));
}

/// Gives records of a kind other ids, by the ids they bear, and to what refers to them.
pub(super) fn rename_all(dossier: &mut Dossier, kind: Kind, table: &HashMap<Id, Id>) {
    let places: Vec<(usize, Id)> = (0..)
        .zip(kind.ids(dossier))
        .filter_map(|(place, id)| Some((place, table.get(&id)?.clone())))
        .collect();
    if places.is_empty() {
        return;
    }
    if let Some(target) = kind.target() {
        dossier.remap(Target::Own, &mut |found, id| {
            let own = table.get(id).filter(|_| found == target);
            Some(own.unwrap_or(id).clone())
        });
    }
    for (place, to) in places {
        // A record is read anew under its other id: nothing else lets it be changed.
        let mut value = kind.record(dossier, place).map(|record| record.view().value()).unwrap_or_default();
        if let Value::Object(map) = &mut value {
            map.insert("id".to_owned(), Value::String(to.as_str().to_owned()));
        }
        let list = kind.list_mut(dossier);
        let count = list.count();
        if list.read_item(value, &mut Reader::default()) {
            list.exchange(place, count);
            list.shorten(count);
        }
    }
    for place in 0..dossier.set_aside.len() {
        let concerned = dossier.set_aside.get(place);
        if concerned.is_some_and(|one| one.objects.iter().any(|id| table.contains_key(id)))
            && let Some(aside) = dossier.set_aside.item_mut(place)
        {
            for id in &mut aside.objects {
                if let Some(to) = table.get(id) {
                    id.clone_from(to);
                }
            }
        }
    }
}
