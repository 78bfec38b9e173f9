//! The people inside the actor: who speaks for it, and whether they can decide.

use yew::prelude::*;

use super::draft::DraftField;
use super::rows::{Form, RowProps, Rows, row};
use super::section::{Part, PartProps, head, to_say};
use crate::findings::Severity;
use crate::i18n::texts::{actors as say, shell};
use crate::model::safe_url::{call_link, mail_link};
use crate::model::{Actor, ConditionStatus, Contact, Id};
use crate::ui::env::{Env, use_env};
use crate::ui::widgets::{ConditionMark, Segment, Segmented, SeverityMark, TextField};

/// Most validations a person can write down.
const MOST: u32 = 99;

#[component]
pub(super) fn Contacts(props: &PartProps) -> Html {
    let env = use_env();
    let contacts = &props.actor.contacts;
    let act = if contacts.is_empty() { shell::add() } else { shell::edit() };
    let title = if contacts.len() > 1 { say::contacts() } else { say::contact() };
    html! {
        <section class="sheet-sec">
            { head(&env, props, Part::Contacts, title, act, "tdt-c0-position") }
            if props.open {
                <Form actor={props.actor.clone()} rows={Rows::Contacts} />
            } else {
                if contacts.is_empty() {
                    <p>{ to_say(&env, props, Part::Contacts, &env.say(say::contact()), "tdt-c0-position") }</p>
                }
                { for contacts.iter().map(|contact| reading(&env, contact)) }
            }
        </section>
    }
}

/// Whether the person can decide, in a mark and words.
fn decides(env: &Env, contact: &Contact) -> Html {
    let steps = contact.validation_steps;
    let (status, words) = match (contact.can_decide, steps) {
        (Some(true), None | Some(0)) => (ConditionStatus::Met, say::can_decide()),
        (Some(true), Some(n)) => (ConditionStatus::Met, say::can_decide_after(n as usize)),
        (Some(false), None | Some(0)) => (ConditionStatus::NotMet, say::cannot_decide()),
        (Some(false), Some(n)) => (ConditionStatus::NotMet, say::cannot_decide_after(n as usize)),
        (None, _) => (ConditionStatus::Unknown, say::decides_unknown()),
    };
    html! { <div class="with-mark"><ConditionMark {status} /><span>{ env.say(words) }</span></div> }
}

fn reading(env: &Env, contact: &Contact) -> Html {
    let link = |href: Option<String>, text: &str| match href {
        Some(href) => html! { <a class="link" {href} rel="noopener noreferrer"><bdi>{ text }</bdi></a> },
        None => html! { <bdi>{ text }</bdi> },
    };
    html! {
        <div key={contact.id.as_str()}>
            <p>
                if contact.position.is_empty() { <span class="muted">{ env.say(say::position_to_say()) }</span> }
                else { <bdi>{ &contact.position }</bdi> }
                if !contact.name.is_empty() { <span class="muted">{ " · " }<bdi>{ &contact.name }</bdi></span> }
            </p>
            if !contact.email.is_empty() { <p>{ link(mail_link(&contact.email), &contact.email) }</p> }
            if !contact.phone.is_empty() { <p>{ link(call_link(&contact.phone), &contact.phone) }</p> }
            { decides(env, contact) }
        </div>
    }
}

fn with(actor: &mut Actor, id: &Id, change: impl FnOnce(&mut Contact)) {
    if let Some(contact) = actor.contacts.find_mut(id) {
        change(contact);
    }
}

#[component]
pub(super) fn ContactRow(props: &RowProps) -> Html {
    let env = use_env();
    let left = use_state(|| false);
    let index = props.index;
    let Some(contact) = props.actor.contacts.get(index) else { return Html::default() };
    let id = contact.id.clone();
    let typing = |field: &'static str, change: fn(&mut Contact, String)| {
        let id = id.clone();
        props.hand.typing(&format!("{id}.{field}"), move |actor, text| {
            with(actor, &id, |contact| change(contact, text));
        })
    };
    let name = |field: &str| AttrValue::from(Rows::Contacts.control(index, Some(field)));
    let optional = env.say(shell::optional());
    let decide = {
        let id = id.clone();
        props.hand.setting(move |actor, word: AttrValue| {
            let said = match word.as_str() {
                "yes" => Some(true),
                "no" => Some(false),
                _ => None,
            };
            with(actor, &id, |contact| contact.can_decide = said);
        })
    };
    let steps = {
        let (hand, id) = (props.hand.clone(), id.clone());
        Callback::from(move |text: String| {
            let text = text.trim().to_owned();
            let steps = if text.is_empty() { None } else { text.parse::<u32>().ok().filter(|n| *n <= MOST) };
            if !text.is_empty() && steps.is_none() {
                return false;
            }
            let id = id.clone();
            hand.type_in(&format!("{id}.steps"), move |actor| {
                with(actor, &id, |contact| contact.validation_steps = steps);
            });
            true
        })
    };
    let mail_wrong = *left && !contact.email.trim().is_empty() && mail_link(&contact.email).is_none();
    let phone_wrong = *left && !contact.phone.trim().is_empty() && call_link(&contact.phone).is_none();
    let onfocus = Callback::from(move |inside: bool| left.set(!inside));
    let segment =
        |value: &'static str, phrase| Segment { value: value.into(), strong: None, label: env.say(phrase) };
    let value = match contact.can_decide {
        Some(true) => "yes",
        Some(false) => "no",
        None => "",
    };
    let fields = html! {
        <>
            <TextField id={name("position")} label={env.say(say::position())} value={contact.position.clone()}
                placeholder={env.say(say::position_example())} onchange={typing("position", |one, text| one.position = text)} />
            <TextField id={name("name")} label={env.say(say::contact_name())} optional={optional.clone()}
                value={contact.name.clone()} onchange={typing("name", |one, text| one.name = text)} />
            <TextField id={name("email")} label={env.say(say::email())} optional={optional.clone()} kind="email"
                value={contact.email.clone()} onchange={typing("email", |one, text| one.email = text)}
                error={mail_wrong.then(|| env.say(say::email_expected()))} />
            <TextField id={name("phone")} label={env.say(say::phone())} optional={optional} kind="tel"
                value={contact.phone.clone()} onchange={typing("phone", |one, text| one.phone = text)}
                error={phone_wrong.then(|| env.say(say::phone_expected()))} />
            <div class="field">
                <span class="label">{ env.say(say::decides()) }</span>
                <Segmented label={env.say(say::decides())} value={value} onchange={decide}
                    segments={vec![segment("yes", say::yes()), segment("no", say::no()), segment("", say::not_said())]} />
            </div>
            <DraftField id={name("steps")} label={env.say(say::validations())} inputmode="numeric"
                value={contact.validation_steps.map(|n| n.to_string()).unwrap_or_default()}
                accept={steps} error={env.say(say::validations_expected())} optional={env.say(shell::optional())} />
            if contact.can_decide == Some(false) {
                <p class="with-mark"><SeverityMark severity={Severity::Warning} /><span>{ env.say(say::find_who_decides()) }</span></p>
            }
        </>
    };
    row(props, say::contact_n(index + 1), say::remove_contact(), Some(&onfocus), fields)
}
