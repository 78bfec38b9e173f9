//! The entry that is always ready: a name, Enter, the next one.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::kinds::{kind_options, subkind_options};
use super::state::{Act, View, Wanted};
use crate::edit::{Command, fresh_id};
use crate::findings::Severity;
use crate::i18n::texts::actors as say;
use crate::model::{Actor, ActorKind, Id, List};
use crate::ui::drafts::ACTOR;
use crate::ui::env::{Env, entropy, use_env};
use crate::ui::widgets::{Button, ButtonKind, Icon, IconName, KindMark, SelectField, SeverityMark};
use crate::vocabulary::{fold, present_name};

/// The family is guessed this long after the last letter, in milliseconds.
const PAUSE: u32 = 150;

/// Id of the input.
pub(super) const INPUT: &str = "tdt-actors-new";

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) actors: List<Actor>,
    pub(super) wanted: Option<Wanted>,
    pub(super) act: UseReducerDispatcher<View>,
}

/// The actor that already bears a name, and whether it is the very same.
fn near(actors: &List<Actor>, name: &str) -> Option<(Id, String, bool)> {
    let key = |text: &str| fold(&present_name(text).unwrap_or_else(|| text.to_owned())).concat();
    let wanted = key(name);
    let found = actors
        .iter()
        .find(|actor| actor.name.trim() == name)
        .or_else(|| actors.iter().find(|actor| !wanted.is_empty() && key(&actor.name) == wanted))?;
    Some((found.id.clone(), found.name.clone(), found.name.trim() == name))
}

fn add(env: &Env, name: &str, kind: Option<ActorKind>, subkind: &str) {
    let bits = entropy();
    let (name, subkind) = (name.to_owned(), subkind.to_owned());
    env.change(move |dossier| {
        let id = fresh_id(dossier, "a", bits);
        Some(Command::Put(Actor { id, name, kind, subkind, ..Actor::default() }.into()))
    });
}

#[component]
pub(super) fn QuickAdd(props: &Props) -> Html {
    let env = use_env();
    let input = use_node_ref();
    // What stands in the field, and what it was when the person last paused: the families to choose from follow that.
    let written = use_mut_ref(|| env.drafts.text(ACTOR));
    let text = use_state(|| written.borrow().clone());
    let pause = use_mut_ref(|| None::<Timeout>);
    let write = {
        let (written, text, pause) = (Rc::clone(&written), text.setter(), Rc::clone(&pause));
        move |value: String| {
            pause.take();
            written.borrow_mut().clone_from(&value);
            text.set(value);
        }
    };
    // What the person chose in place of what the name suggests.
    let kind = use_state(|| None::<Option<ActorKind>>);
    let subkind = use_state(|| None::<String>);
    let twin = use_state(|| None::<(Id, String, bool)>);
    let added = use_state(|| None::<String>);
    {
        let (kind, subkind, input) = (kind.clone(), subkind.clone(), input.clone());
        use_effect_with(props.wanted.clone(), move |wanted| {
            if let Some(wanted) = wanted {
                kind.set(Some(Some(wanted.kind)));
                subkind.set(Some(wanted.subkind.clone()));
                if let Some(input) = input.cast::<HtmlInputElement>() {
                    input.focus().ok();
                    input.scroll_into_view_with_bool(false);
                }
            }
        });
    }
    let name = text.trim().to_owned();
    let guess = {
        let env = env.clone();
        use_memo(name.clone(), move |name| env.vocabulary.guess(name))
    };
    let guessed_kind = guess.as_ref().as_ref().map(|guess| guess.kind);
    let now_kind = kind.unwrap_or(guessed_kind);
    let guessed_subkind = guess
        .as_ref()
        .as_ref()
        .filter(|guess| now_kind == Some(guess.kind))
        .and_then(|guess| guess.subkind.clone());
    let now_subkind = (*subkind).clone().or(guessed_subkind).unwrap_or_default();

    let enter: Rc<dyn Fn(bool)> = {
        let (env, input, name, actors) = (env.clone(), input.clone(), name.clone(), props.actors.clone());
        let (write, kind, subkind, twin, added) =
            (write.clone(), kind.clone(), subkind.clone(), twin.clone(), added.clone());
        let now_subkind = now_subkind.clone();
        Rc::new(move |anyway: bool| {
            // What stands in the field: on a slow device the last letters are not in the state yet. Emptied at once,
            // it makes two presses of Enter one entry, and leaves the letters that follow to the next name.
            let field = input.cast::<HtmlInputElement>();
            let written = field.as_ref().map(|field| field.value().trim().to_owned()).unwrap_or_default();
            if written.is_empty() {
                return;
            }
            let late = (written != name).then(|| env.vocabulary.guess(&written)).flatten();
            let now_kind = late.as_ref().map_or(now_kind, |guess| kind.unwrap_or(Some(guess.kind)));
            let now_subkind = late.and_then(|guess| guess.subkind).unwrap_or_else(|| now_subkind.clone());
            let name = written;
            if let Some(found) = near(&actors, &name).filter(|_| !anyway) {
                twin.set(Some(found));
                return;
            }
            if let Some(field) = &field {
                field.set_value("");
            }
            env.drafts.keep(ACTOR, "");
            add(&env, &name, now_kind, &now_subkind);
            added.set(Some(name.clone()));
            twin.set(None);
            write(String::new());
            kind.set(None);
            subkind.set(None);
            if let Some(field) = field {
                field.focus().ok();
            }
        })
    };
    let onsubmit = {
        let enter = Rc::clone(&enter);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            enter(false);
        })
    };
    let oninput = {
        let (env, text, twin, added) = (env.clone(), text.setter(), twin.clone(), added.clone());
        let (written, pause) = (Rc::clone(&written), Rc::clone(&pause));
        Callback::from(move |event: InputEvent| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let value = input.value();
            env.drafts.keep(ACTOR, &value);
            if twin.is_some() {
                twin.set(None);
            }
            if added.is_some() {
                added.set(None);
            }
            written.borrow_mut().clone_from(&value);
            let text = text.clone();
            *pause.borrow_mut() = Some(Timeout::new(PAUSE, move || text.set(value)));
        })
    };
    let onpaste = {
        let (act, added) = (props.act.clone(), added.clone());
        Callback::from(move |event: Event| {
            if let Some(block) = pasted_block(&event) {
                event.prevent_default();
                added.set(None);
                act.dispatch(Act::Paste(Some(block)));
            }
        })
    };
    let onkeydown = {
        let env = env.clone();
        let (kind, subkind, twin) = (kind.clone(), subkind.clone(), twin.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                env.drafts.keep(ACTOR, "");
                write(String::new());
                kind.set(None);
                subkind.set(None);
                twin.set(None);
            }
        })
    };
    let open_list = {
        let (act, added) = (props.act.clone(), added.clone());
        Callback::from(move |()| {
            added.set(None);
            act.dispatch(Act::Paste(Some(String::new())));
        })
    };
    let pick_kind = {
        let (kind, subkind) = (kind.clone(), subkind.clone());
        Callback::from(move |word: String| {
            kind.set(Some(ActorKind::from_word(&word)));
            subkind.set(Some(String::new()));
        })
    };
    let pick_subkind = {
        let (kind, subkind) = (kind.clone(), subkind.clone());
        Callback::from(move |word: String| {
            kind.set(Some(now_kind));
            subkind.set(Some(word));
        })
    };
    let choosing = !name.is_empty() || kind.is_some();
    html! {
        <div>
            <form class="quickadd" part="form" autocomplete="off" {onsubmit}>
                <label class="vh" for={INPUT}>{ env.say(say::new_name()) }</label>
                <input class="input" id={INPUT} data-draft="" data-entry="" ref={input} part="input" placeholder={env.say(say::new_name())} dir="auto"
                    autocomplete="off" enterkeyhint="done" maxlength="500" value={written.borrow().clone()}
                    aria-describedby="tdt-actors-said" {oninput} {onpaste} {onkeydown} />
                <span class="quickadd-hint" aria-hidden="true">{ env.say(say::quick_hint()) }</span>
                <button type="submit" class="btn btn-primary btn-icon quickadd-btn" part="button button-primary"
                    aria-label={env.say(say::add_one())} title={env.say(say::add_one())}><Icon name={IconName::Plus} /></button>
            </form>
            <div class="filters">
                if choosing {
                    <KindMark kind={now_kind} size=19 />
                    <SelectField id="tdt-new-kind" label={env.say(say::kind())} quiet=true small=true
                        value={now_kind.map(ActorKind::as_str).unwrap_or_default()} options={kind_options(&env)}
                        none={env.say(say::kind_to_say())} onchange={pick_kind} />
                    if let Some(of) = now_kind {
                        <SelectField id="tdt-new-subkind" label={env.say(say::subkind())} quiet=true small=true
                            options={subkind_options(&env, of, &now_subkind)} value={now_subkind}
                            none={env.say(say::subkind_to_say())} onchange={pick_subkind} />
                    }
                }
                <span id="tdt-actors-said" class="small" role="status">
                    if let Some(name) = &*added { { env.say(say::added(name.as_str())) } }
                </span>
                <span class="small push">
                    <Button kind={ButtonKind::Link} label={env.say(say::paste_list())} onclick={open_list} />
                </span>
            </div>
            if let Some((id, known, same)) = &*twin {
                <div class="with-mark" role="alert">
                    <SeverityMark severity={Severity::Warning} />
                    <span>{ env.say(if *same { say::already(known.as_str()) } else { say::alike(known.as_str()) }) }</span>
                </div>
                <p class="acts">
                    <Button class="btn-sm" id={AttrValue::from("tdt-twin-open")} label={env.say(say::open_existing())}
                        onclick={let (act, id) = (props.act.clone(), id.clone());
                            move |()| act.dispatch(Act::Open(id.clone(), None))} />
                    <Button class="btn-sm" id={AttrValue::from("tdt-twin-add")} label={env.say(say::add_anyway())}
                        onclick={move |()| enter(true)} />
                </p>
            }
        </div>
    }
}

/// What is pasted, where it holds several lines or columns.
fn pasted_block(event: &Event) -> Option<String> {
    use wasm_bindgen::JsCast;
    let event = event.dyn_ref::<web_sys::ClipboardEvent>()?;
    let text = event.clipboard_data()?.get_data("text/plain").ok()?;
    let block = text.trim_matches(['\r', '\n']);
    block.contains(['\n', '\r', '\t']).then(|| text.clone())
}
