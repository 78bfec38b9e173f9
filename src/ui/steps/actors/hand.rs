//! Changes to one actor, made from the dossier of that moment.

use std::rc::Rc;

use yew::prelude::*;

use crate::edit::Command;
use crate::model::{Actor, Id};
use crate::ui::env::{Data, Env};

/// Changes one actor.
#[derive(Clone, PartialEq)]
pub(in crate::ui) struct Hand {
    pub(in crate::ui) env: Env,
    pub(in crate::ui) id: Id,
}

impl Hand {
    pub(in crate::ui) fn new(env: &Env, id: &Id) -> Self {
        Self { env: env.clone(), id: id.clone() }
    }

    /// A change of its own in the history.
    pub(in crate::ui) fn set(&self, change: impl FnOnce(&mut Actor) + 'static) {
        let id = self.id.clone();
        self.env.change(move |dossier| {
            let mut actor = dossier.actor(&id)?.clone();
            change(&mut actor);
            Some(Command::Put(actor.into()))
        });
    }

    /// A change that undoes with those before it of the same `field`.
    pub(in crate::ui) fn type_in(&self, field: &str, change: impl FnOnce(&mut Actor) + 'static) {
        let id = self.id.clone();
        self.env.typing(format!("actor.{id}.{field}"), move |dossier| {
            let mut actor = dossier.actor(&id)?.clone();
            change(&mut actor);
            Some(Command::Put(actor.into()))
        });
    }

    /// A callback that changes the actor from what a control gives.
    pub(in crate::ui) fn setting<T: 'static>(&self, change: impl Fn(&mut Actor, T) + 'static) -> Callback<T> {
        let (hand, change) = (self.clone(), Rc::new(change));
        Callback::from(move |value: T| {
            let change = Rc::clone(&change);
            hand.set(move |actor| change(actor, value));
        })
    }

    /// A callback for a text field: each letter is kept, the letters of one field undo together.
    pub(in crate::ui) fn typing(
        &self,
        field: &str,
        change: impl Fn(&mut Actor, String) + 'static,
    ) -> Callback<String> {
        let (hand, change, field) = (self.clone(), Rc::new(change), field.to_owned());
        Callback::from(move |value: String| {
            let change = Rc::clone(&change);
            hand.type_in(&field, move |actor| change(actor, value));
        })
    }
}

/// Changes several actors, undone together. `None` leaves an actor as it is.
pub(super) fn change_all(env: &Env, ids: Vec<Id>, change: impl Fn(&Actor) -> Option<Actor> + 'static) {
    env.change(move |dossier| {
        let changed = ids.iter().filter_map(|id| dossier.actor(id)).filter_map(change);
        let items: Vec<_> = changed.map(Into::into).collect();
        (!items.is_empty()).then_some(Command::PutAll(items))
    });
}

/// Id of the button that opens an actor's sheet.
pub(super) fn row_id(id: &Id) -> String {
    format!("tdt-actor-{id}")
}

/// The names of an actor's territories, as one text.
pub(super) fn places(data: &Data, actor: &Actor) -> String {
    let names = actor.territories.iter().filter_map(|id| data.dossier.territory(id));
    names.map(|territory| territory.name.as_str()).collect::<Vec<_>>().join(", ")
}

/// Gives an actor a kind. A sub-kind listed under another kind only goes with it; free words stay.
pub(super) fn set_kind(env: &Env, actor: &mut Actor, kind: Option<crate::model::ActorKind>) {
    use crate::model::ActorKind;
    let lists =
        |kind: ActorKind| env.vocabulary.subkinds(kind).iter().any(|choice| choice.code == actor.subkind);
    let stays = kind.is_some_and(lists) || !ActorKind::ALL.iter().copied().any(lists);
    if !stays {
        actor.subkind.clear();
    }
    actor.kind = kind;
}

/// Focuses the first of these elements that is there once the screen is drawn, or else the entry.
pub(super) fn focus_first(root: &NodeRef, ids: Vec<String>) {
    use wasm_bindgen::JsCast;
    use web_sys::{HtmlElement, ShadowRoot};
    let root = root.clone();
    crate::ui::widgets::after_render(move || {
        let Some(node) = root.get() else { return };
        let Ok(shadow) = node.get_root_node().dyn_into::<ShadowRoot>() else { return };
        let found = ids
            .iter()
            .chain(std::iter::once(&super::quick::INPUT.to_owned()))
            .find_map(|id| shadow.get_element_by_id(id));
        if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            element.focus().ok();
        }
    });
}
