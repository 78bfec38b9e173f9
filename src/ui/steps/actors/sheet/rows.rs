//! What the lists of small records in a sheet share: contacts, contributions.

use std::rc::Rc;

use yew::prelude::*;

use super::contacts::ContactRow;
use super::contributions::ContributionRow;
use crate::edit::{Command, fresh_id};
use crate::i18n::Phrase;
use crate::i18n::texts::actors as say;
use crate::model::{Actor, Contact, Contribution, Id};
use crate::ui::env::{entropy, use_env};
use crate::ui::steps::actors::hand::Hand;
use crate::ui::widgets::{Button, ButtonKind, IconName, focus_id};

/// Which list.
#[derive(Clone, Copy, PartialEq)]
pub(in crate::ui) enum Rows {
    Contacts,
    Contributions,
}

impl Rows {
    /// Id of a control of a row; `control` is the one that takes the focus when none is named.
    pub(super) fn control(self, index: usize, control: Option<&str>) -> String {
        let (letter, first) = match self {
            Self::Contacts => ('c', "position"),
            Self::Contributions => ('k', "title"),
        };
        format!("tdt-{letter}{index}-{}", control.unwrap_or(first))
    }

    const fn adder(self) -> &'static str {
        match self {
            Self::Contacts => "tdt-contact-add",
            Self::Contributions => "tdt-contribution-add",
        }
    }

    fn ids(self, actor: &Actor) -> Vec<Id> {
        match self {
            Self::Contacts => actor.contacts.iter().map(|one| one.id.clone()).collect(),
            Self::Contributions => actor.contributions.iter().map(|one| one.id.clone()).collect(),
        }
    }

    /// Adds a blank record.
    pub(in crate::ui) fn add(self, hand: &Hand) {
        let bits = entropy();
        let id = hand.id.clone();
        hand.env.change(move |dossier| {
            let mut actor = dossier.actor(&id)?.clone();
            match self {
                Self::Contacts => {
                    let id = fresh_id(dossier, "c", bits);
                    actor.contacts.push(Contact { id, ..Contact::default() });
                }
                Self::Contributions => {
                    let id = fresh_id(dossier, "k", bits);
                    actor.contributions.push(Contribution { id, ..Contribution::default() });
                }
            }
            Some(Command::Put(actor.into()))
        });
    }

    fn remove(self, actor: &mut Actor, id: &Id) {
        match self {
            Self::Contacts => actor.contacts.retain(|one| one.id != *id),
            Self::Contributions => actor.contributions.retain(|one| one.id != *id),
        }
    }
}

#[derive(Properties, PartialEq)]
pub(in crate::ui) struct FormProps {
    pub(in crate::ui) actor: Rc<Actor>,
    pub(in crate::ui) rows: Rows,
}

/// A list being edited. Opened on nothing, it is opened to write something.
#[component]
pub(in crate::ui) fn Form(props: &FormProps) -> Html {
    let env = use_env();
    let root = use_node_ref();
    let (hand, rows) = (Hand::new(&env, &props.actor.id), props.rows);
    let ids = rows.ids(&props.actor);
    let count = ids.len();
    {
        let (hand, root) = (hand.clone(), root.clone());
        use_effect_with((), move |()| {
            if count == 0 {
                rows.add(&hand);
                focus_id(&root, rows.control(0, None));
            }
        });
    }
    let add = {
        let (hand, root) = (hand.clone(), root.clone());
        Callback::from(move |()| {
            rows.add(&hand);
            focus_id(&root, rows.control(count, None));
        })
    };
    let row = |(index, id): (usize, &Id)| {
        let (actor, hand) = (Rc::clone(&props.actor), hand.clone());
        let remove = remove(&hand, &root, rows, id);
        let key = id.to_string();
        match rows {
            Rows::Contacts => html! { <ContactRow {key} {index} {actor} {hand} {remove} /> },
            Rows::Contributions => html! { <ContributionRow {key} {index} {actor} {hand} {remove} /> },
        }
    };
    let word = if rows == Rows::Contacts { say::add_contact() } else { say::add_contribution() };
    html! {
        <div ref={root.clone()}>
            { for ids.iter().enumerate().map(row) }
            <p><Button kind={ButtonKind::Link} class="small" id={AttrValue::from(rows.adder())} label={env.say(word)}
                onclick={add} /></p>
        </div>
    }
}

fn remove(hand: &Hand, root: &NodeRef, rows: Rows, id: &Id) -> Callback<()> {
    let (hand, id, root) = (hand.clone(), id.clone(), root.clone());
    Callback::from(move |()| {
        let id = id.clone();
        hand.set(move |actor| rows.remove(actor, &id));
        focus_id(&root, rows.adder());
    })
}

/// What every row is given: the actor and the place of the record in its list.
#[derive(Properties, PartialEq)]
pub(super) struct RowProps {
    pub(super) index: usize,
    pub(super) actor: Rc<Actor>,
    pub(super) hand: Hand,
    pub(super) remove: Callback<()>,
}

/// A row: its fields, and the button that removes it. `onfocus` is told whether the focus is in it.
pub(super) fn row(
    props: &RowProps,
    name: Phrase,
    remove: Phrase,
    onfocus: Option<&Callback<bool>>,
    fields: Html,
) -> Html {
    let env = &props.hand.env;
    let told = |inside: bool| onfocus.map(|told| told.reform(move |_: FocusEvent| inside));
    html! {
        <div class="fields tight" role="group" aria-label={env.say(name)} onfocusin={told(true)} onfocusout={told(false)}>
            { fields }
            <p><Button kind={ButtonKind::Quiet} class="btn-sm" icon={IconName::Trash} label={env.say(remove)}
                onclick={props.remove.clone()} /></p>
        </div>
    }
}
