//! Names, figures and sentences of the matrix, written once for all the cells.

use yew::AttrValue;

use crate::i18n::texts::{charts, coherence as say};
use crate::i18n::{Arg, Phrase};
use crate::model::{Actor, Dossier, Objective};
use crate::ui::env::Env;
use crate::vocabulary;

/// The figures from −4 to +4, and the words of a value that is not there.
#[derive(Debug, PartialEq)]
pub(super) struct Words {
    figures: Vec<AttrValue>,
    /// "à renseigner".
    pub(super) unset: AttrValue,
    /// The name of an actor without a name.
    pub(super) unnamed: AttrValue,
}

impl Words {
    pub(super) fn new(env: &Env) -> Self {
        Self {
            figures: (-4..=4).map(|value| env.format().signed(value).into()).collect(),
            unset: env.say(vocabulary::value(crate::model::Criterion::Mobilisation, None)),
            unnamed: env.say(charts::unnamed()),
        }
    }

    /// `+3`, `−1`, `?`.
    pub(super) fn figure(&self, value: Option<i8>) -> AttrValue {
        let figure = value.and_then(|value| self.figures.get(usize::try_from(value + 4).ok()?));
        figure.cloned().unwrap_or(AttrValue::Static("?"))
    }

    /// The name of an actor.
    pub(super) fn name(&self, actor: &Actor) -> AttrValue {
        if actor.name.trim().is_empty() { self.unnamed.clone() } else { actor.name.clone().into() }
    }

    /// The name of an actor by its place.
    pub(super) fn name_at(&self, dossier: &Dossier, place: usize) -> AttrValue {
        dossier.actors.get(place).map(|actor| self.name(actor)).unwrap_or_default()
    }
}

/// The title of an objective; its number where it has none.
pub(super) fn title(env: &Env, place: usize, objective: &Objective) -> AttrValue {
    match objective.title.trim() {
        "" => env.say(say::objective_n(place + 1)),
        _ => objective.title.clone().into(),
    }
}

/// What a cell says, from the actor's side.
pub(super) fn sentence(value: Option<i8>, actor: impl Into<Arg>, objective: impl Into<Arg>) -> Phrase {
    match value {
        None => say::say_unset(actor, objective),
        Some(4..) => say::say_p4(actor, objective),
        Some(3) => say::say_p3(actor, objective),
        Some(2) => say::say_p2(actor, objective),
        Some(1) => say::say_p1(actor, objective),
        Some(0) => say::say_0(actor, objective),
        Some(-1) => say::say_m1(actor, objective),
        Some(-2) => say::say_m2(actor, objective),
        Some(-3) => say::say_m3(actor, objective),
        Some(_) => say::say_m4(actor, objective),
    }
}
