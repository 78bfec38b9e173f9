//! What is typed, ahead of the screen.
//!
//! A letter is a change of the dossier at once, and so is a figure in a table: it is in the history, and the store and
//! the page are told. The control shows it by itself; the rest of the screen follows when the person pauses, so that a
//! key costs the same whatever the dossier holds.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use yew::prelude::*;

use super::env::use_env;
use crate::model::{Actor, Dossier, Id};

/// Who shows an actor by itself, and how it is told: the dossier as it is now, or that the screen has followed.
type Watcher = (Id, Callback<Option<Rc<Dossier>>>);

/// Who is ahead of the screen in one element.
#[derive(Default)]
pub struct Live {
    telling: Cell<bool>,
    asked: Cell<bool>,
    now: RefCell<Option<Rc<Dossier>>>,
    ahead: RefCell<Vec<Box<dyn FnOnce()>>>,
    watchers: RefCell<Vec<Watcher>>,
}

impl Live {
    /// Tells what a control holds that shows it by itself; true when a change was asked for.
    pub fn tell(&self, tell: impl FnOnce()) -> bool {
        self.telling.set(true);
        self.asked.set(false);
        tell();
        self.telling.set(false);
        self.asked.get()
    }

    /// Whether the change being asked for comes from a control that shows it by itself.
    pub fn ask(&self) -> bool {
        self.asked.set(true);
        self.telling.get()
    }

    /// Does `work` once the screen has followed.
    pub fn afterwards(&self, work: impl FnOnce() + 'static) {
        self.ahead.borrow_mut().push(Box::new(work));
    }

    /// The dossier as it is, even where the screen has not followed yet.
    pub fn dossier(&self) -> Option<Rc<Dossier>> {
        self.now.borrow().clone()
    }

    /// The dossier is this one, and the screen has not followed: who shows the actor by itself does it.
    pub fn ahead(&self, dossier: &Rc<Dossier>, actor: Option<&Id>) {
        *self.now.borrow_mut() = Some(Rc::clone(dossier));
        let told: Vec<Watcher> =
            self.watchers.borrow().iter().filter(|(id, _)| Some(id) == actor).cloned().collect();
        for (_, watcher) in told {
            watcher.emit(Some(Rc::clone(dossier)));
            self.afterwards(move || watcher.emit(None));
        }
    }

    /// The screen shows this dossier.
    pub fn followed(&self, dossier: &Rc<Dossier>) {
        *self.now.borrow_mut() = Some(Rc::clone(dossier));
        let ahead = std::mem::take(&mut *self.ahead.borrow_mut());
        for work in ahead {
            work();
        }
    }
}

/// The dossier as it is now, where an actor was changed and the rest of the screen has not followed yet.
#[hook]
pub fn use_newer(actor: &Id) -> Option<Rc<Dossier>> {
    let env = use_env();
    let newer = use_state(|| None::<Rc<Dossier>>);
    {
        let (live, newer) = (Rc::clone(&env.live), newer.setter());
        use_effect_with((actor.clone(), env.clone()), move |(id, _)| {
            let watcher = Callback::from(move |dossier| newer.set(dossier));
            live.watchers.borrow_mut().push((id.clone(), watcher.clone()));
            move || live.watchers.borrow_mut().retain(|(_, other)| *other != watcher)
        });
    }
    (*newer).clone()
}

/// The actor as it is now, even where the rest of the screen has not followed yet.
#[hook]
pub fn use_live(actor: &Rc<Actor>) -> Rc<Actor> {
    let newer = use_newer(&actor.id);
    let newer = newer.as_ref().and_then(|dossier| dossier.actors.find(&actor.id));
    Rc::clone(newer.unwrap_or(actor))
}
