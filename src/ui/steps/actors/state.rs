//! What the person is looking at in the step: never part of the dossier.

use std::collections::BTreeSet;
use std::rc::Rc;

use yew::Reducible;

use super::query::{KindIs, Query};
use crate::model::{ActorKind, Id};

/// What the quick entry is asked to look for.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Wanted {
    /// Grows at each request, so that the same one can be made twice.
    pub(super) turn: u32,
    pub(super) kind: ActorKind,
    pub(super) subkind: String,
}

/// The view.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct View {
    /// The actor whose sheet is open.
    pub(super) chosen: Option<Id>,
    /// Grows each time a sheet is opened by a person: its title takes the focus.
    pub(super) opened: u32,
    /// What to bring forward in the sheet.
    pub(super) field: Option<String>,
    /// Actors selected.
    pub(super) selected: Rc<BTreeSet<Id>>,
    /// Where a range begins.
    pub(super) anchor: Option<Id>,
    pub(super) query: Query,
    pub(super) wanted: Option<Wanted>,
    /// Text to preview before it enters.
    pub(super) pasted: Option<String>,
}

/// What a person does in the step.
#[derive(Debug)]
pub(super) enum Act {
    Open(Id, Option<String>),
    /// Shows another sheet, the focus staying where it is.
    Turn(Id),
    Close,
    Ask(Query),
    /// Shows the actors of a cell of the coverage panel.
    List(ActorKind, Option<Id>),
    Select(Vec<Id>, bool, Option<Id>),
    Unselect,
    Want(ActorKind, String),
    Paste(Option<String>),
}

impl Reducible for View {
    type Action = Act;

    fn reduce(self: Rc<Self>, act: Act) -> Rc<Self> {
        let mut next = (*self).clone();
        match act {
            Act::Open(id, field) => {
                next.chosen = Some(id);
                next.field = field;
                next.opened += 1;
            }
            Act::Turn(id) => next.chosen = Some(id),
            Act::Close => {
                next.chosen = None;
                next.field = None;
            }
            Act::Ask(query) => next.query = query,
            Act::List(kind, objective) => {
                next.query = Query { kind: KindIs::Kind(kind), objective, ..next.query.cleared() };
            }
            Act::Select(ids, on, anchor) => {
                let selected = Rc::make_mut(&mut next.selected);
                for id in ids {
                    if on {
                        selected.insert(id);
                    } else {
                        selected.remove(&id);
                    }
                }
                next.anchor = anchor;
            }
            Act::Unselect => {
                next.selected = Rc::default();
                next.anchor = None;
            }
            Act::Want(kind, subkind) => {
                let turn = next.wanted.as_ref().map_or(1, |wanted| wanted.turn + 1);
                next.wanted = Some(Wanted { turn, kind, subkind });
            }
            Act::Paste(text) => next.pasted = text,
        }
        Rc::new(next)
    }
}
