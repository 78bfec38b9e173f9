//! Who speaks for the organisation.

use std::rc::Rc;

use yew::prelude::*;

use crate::i18n::texts::{actors as words, partner as say, shell};
use crate::model::{Actor, Contact, Id};
use crate::ui::env::use_env;
use crate::ui::steps::actors::{Hand, Rows};
use crate::ui::widgets::{Button, ButtonKind, IconName, TextField, focus_id};

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) actor: Rc<Actor>,
    pub(super) hand: Hand,
}

#[component]
pub(super) fn Contacts(props: &Props) -> Html {
    let env = use_env();
    let root = use_node_ref();
    let (actor, hand) = (&props.actor, &props.hand);
    let count = actor.contacts.len();
    let add = {
        let (hand, root) = (hand.clone(), root.clone());
        Callback::from(move |()| {
            Rows::Contacts.add(&hand);
            focus_id(&root, format!("tdt-q-c{count}-position"));
        })
    };
    let typing = |id: &Id, field: &'static str, change: fn(&mut Contact, String)| {
        let id = id.clone();
        hand.typing(&format!("{id}.{field}"), move |actor: &mut Actor, text: String| {
            if let Some(contact) = actor.contacts.find_mut(&id) {
                change(contact, text);
            }
        })
    };
    let row = |(place, contact): (usize, &Rc<Contact>)| {
        let id = &contact.id;
        let field = |field: &str| AttrValue::from(format!("tdt-q-c{place}-{field}"));
        let optional = Some(env.say(shell::optional()));
        let remove = {
            let (hand, root, id) = (hand.clone(), root.clone(), id.clone());
            Callback::from(move |()| {
                let id = id.clone();
                hand.set(move |actor| actor.contacts.retain(|one| one.id != id));
                focus_id(&root, "tdt-q-contact-add");
            })
        };
        let readonly = env.read_only;
        html! {
            <div class="partner-row" role="group" key={id.as_str()} aria-label={env.say(say::contact_n(place + 1))}>
                <div class="fields">
                    <TextField id={field("position")} label={env.say(words::position())} value={contact.position.clone()} {readonly}
                        onchange={typing(id, "position", |one, text| one.position = text)} />
                    <TextField id={field("name")} label={env.say(words::contact_name())} optional={optional.clone()} value={contact.name.clone()} {readonly}
                        onchange={typing(id, "name", |one, text| one.name = text)} />
                    <TextField id={field("email")} kind="email" label={env.say(words::email())} optional={optional.clone()} value={contact.email.clone()} {readonly}
                        onchange={typing(id, "email", |one, text| one.email = text)} />
                    <TextField id={field("phone")} kind="tel" label={env.say(words::phone())} {optional} value={contact.phone.clone()} {readonly}
                        onchange={typing(id, "phone", |one, text| one.phone = text)} />
                </div>
                if !readonly {
                    <Button kind={ButtonKind::Quiet} class="btn-sm" icon={IconName::Trash}
                        label={env.say(say::remove_contact(place + 1))} onclick={remove} />
                }
            </div>
        }
    };
    html! {
        <div ref={root.clone()}>
            { for actor.contacts.iter().enumerate().map(row) }
            if !env.read_only {
                <p><Button icon={IconName::Plus} id="tdt-q-contact-add" label={env.say(say::add_contact())} onclick={add} /></p>
            }
        </div>
    }
}
