//! Names of rings, functions and actors, as the whole step says them.

use yew::AttrValue;

use super::Seen;
use crate::analysis::circles::Place;
use crate::analysis::readings;
use crate::i18n::Arg;
use crate::i18n::texts::{charts, circles as say};
use crate::model::{Actor, Criterion, Dossier, Id};
use crate::ui::env::Env;
use crate::vocabulary;

/// The name of a ring, without its date.
pub(super) fn ring_name(env: &Env, seen: &Seen, place: Place) -> AttrValue {
    let Some(ring) = place else { return env.say(say::nowhere()) };
    let wave = seen.circles.waves.get(ring).and_then(Option::as_ref);
    let title = wave.and_then(|id| seen.dossier.waves.find(id)).map(|wave| wave.title.trim());
    match (title, ring) {
        (Some(title), _) if !title.is_empty() => title.to_owned().into(),
        (_, 0) => env.say(say::lead()),
        (_, 1) => env.say(say::first()),
        _ => env.say(say::wave(ring - 1)),
    }
}

/// The name of a ring, with its date where it has one.
pub(super) fn ring_words(env: &Env, seen: &Seen, ring: usize) -> AttrValue {
    let name = ring_name(env, seen, Some(ring));
    let wave = seen.circles.waves.get(ring).and_then(Option::as_ref);
    match wave.and_then(|id| seen.dossier.waves.find(id)).and_then(|wave| wave.starts_on) {
        Some(day) => env.say(say::dated(name.to_string(), day.0)),
        None => name,
    }
}

/// The code of a function: its place in the project.
pub(super) fn code(function: usize) -> String {
    format!("F{}", function + 1)
}

/// "F1, F4 et F7".
pub(super) fn codes(functions: &[usize]) -> Arg {
    functions.iter().map(|function| code(*function)).collect::<Vec<_>>().into()
}

/// The name of an actor; words where it has none.
pub(super) fn name(env: &Env, dossier: &Dossier, actor: usize) -> AttrValue {
    named(env, dossier.actors.get(actor).map(std::rc::Rc::as_ref))
}

/// The name of the actor that bears an id.
pub(super) fn name_of(env: &Env, dossier: &Dossier, id: &Id) -> AttrValue {
    named(env, dossier.actor(id))
}

fn named(env: &Env, actor: Option<&Actor>) -> AttrValue {
    match actor.map(|actor| actor.name.trim()).filter(|name| !name.is_empty()) {
        Some(name) => name.to_owned().into(),
        None => env.say(charts::unnamed()),
    }
}

/// The names of actors, as a list.
pub(super) fn names(env: &Env, dossier: &Dossier, ids: &[Id]) -> Arg {
    ids.iter().map(|id| name_of(env, dossier, id).to_string()).collect::<Vec<_>>().into()
}

/// Mobilisation, `None` where nobody assessed it.
pub(super) fn mobilisation(dossier: &Dossier, actor: usize) -> Option<i8> {
    dossier.actors.get(actor).and_then(|actor| readings::used(actor, Criterion::Mobilisation))
}

/// Mobilisation in words.
pub(super) fn mobilisation_words(env: &Env, value: Option<i8>) -> AttrValue {
    env.say(vocabulary::value(Criterion::Mobilisation, value))
}
