//! Identifiers in public registers: the form is checked here, nobody is asked.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, Node};
use yew::prelude::*;

use crate::findings::Severity;
use crate::i18n::Phrase;
use crate::i18n::texts::{actors as say, shell};
use crate::model::identifier::{Check, check, normalise};
use crate::model::{Actor, Identifier};
use crate::ui::env::use_env;
use crate::ui::steps::actors::hand::Hand;
use crate::ui::widgets::{
    Button, ButtonKind, IconButton, IconName, SelectField, SelectOption, SeverityMark, focus_id,
};

/// The registers offered.
const REGISTERS: [&str; 5] = ["SIREN", "SIRET", "RNA", "UAI", "FINESS"];

/// A number as people read it: `130 005 481 00010`.
pub(in crate::ui::steps::actors) fn grouped(scheme: &str, value: &str) -> String {
    let plain = normalise(scheme, value);
    let long = match scheme.trim().to_ascii_uppercase().as_str() {
        "SIREN" => 9,
        "SIRET" => 14,
        _ => return plain,
    };
    if plain.len() != long || !plain.bytes().all(|byte| byte.is_ascii_digit()) {
        return value.trim().to_owned();
    }
    let mut out = String::new();
    for (index, digit) in plain.chars().enumerate() {
        if matches!(index, 3 | 6 | 9) {
            out.push('\u{a0}');
        }
        out.push(digit);
    }
    out
}

fn expected(scheme: &str) -> Phrase {
    match scheme {
        "SIREN" => say::siren_expected(),
        "SIRET" => say::siret_expected(),
        "RNA" => say::rna_expected(),
        "UAI" => say::uai_expected(),
        _ => say::finess_expected(),
    }
}

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) actor: Rc<Actor>,
}

/// Every identifier, and a line for the next one.
#[component]
pub(super) fn Identifiers(props: &Props) -> Html {
    let env = use_env();
    let more = use_state(|| false);
    let root = use_node_ref();
    let count = props.actor.identifiers.len();
    let lines = if count == 0 || *more { count + 1 } else { count };
    let add = {
        let (more, root) = (more.clone(), root.clone());
        Callback::from(move |()| {
            more.set(true);
            focus_id(&root, format!("tdt-a-id-{count}-value"));
        })
    };
    html! {
        <div ref={root} class="field" role="group" aria-labelledby="tdt-a-ids">
            <span class="label" id="tdt-a-ids">{ env.say(say::identifiers()) }<span class="opt">{ " " }{ env.say(shell::optional()) }</span></span>
            { for (0..lines).map(|index| html! {
                <One key={index} {index} hand={Hand::new(&env, &props.actor.id)}
                    identifier={props.actor.identifiers.get(index).cloned()} />
            }) }
            if lines == count {
                <p><Button kind={ButtonKind::Link} class="small" label={env.say(say::add_identifier())} onclick={add} /></p>
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct OneProps {
    index: usize,
    hand: Hand,
    /// `None` for the line where the next one is written.
    identifier: Option<Identifier>,
}

#[component]
fn One(props: &OneProps) -> Html {
    let env = use_env();
    let inside = use_state(|| false);
    let wrap = use_node_ref();
    let register = use_state(|| "SIREN".to_owned());
    let index = props.index;
    let (scheme, value) = props
        .identifier
        .as_ref()
        .map_or_else(|| ((*register).clone(), String::new()), |one| (one.scheme.clone(), one.value.clone()));
    let known = REGISTERS.contains(&scheme.as_str());
    let mut options: Vec<SelectOption> =
        REGISTERS.iter().map(|register| SelectOption::new(*register, *register)).collect();
    if !known {
        options.push(SelectOption::new(scheme.clone(), scheme.clone()));
    }
    let pick = {
        let (hand, register) = (props.hand.clone(), register.clone());
        Callback::from(move |scheme: String| {
            register.set(scheme.clone());
            hand.set(move |actor| {
                if let Some(one) = actor.identifiers.get_mut(index) {
                    one.scheme = scheme;
                }
            });
        })
    };
    let oninput = {
        let (hand, scheme) = (props.hand.clone(), scheme.clone());
        Callback::from(move |event: InputEvent| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let (text, scheme) = (input.value(), scheme.clone());
            hand.type_in(&format!("identifier{index}"), move |actor| {
                match actor.identifiers.get_mut(index) {
                    Some(one) => one.value = text,
                    None => {
                        actor.identifiers.push(Identifier { scheme, value: text, ..Identifier::default() });
                    }
                }
            });
        })
    };
    let onfocusin = {
        let inside = inside.clone();
        Callback::from(move |_: FocusEvent| inside.set(true))
    };
    let onfocusout = {
        let (inside, wrap, hand) = (inside.clone(), wrap.clone(), props.hand.clone());
        let empty = props.identifier.as_ref().is_some_and(|one| one.value.trim().is_empty());
        Callback::from(move |event: FocusEvent| {
            let next = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
            if wrap.get().is_some_and(|wrap| wrap.contains(next.as_ref())) {
                return;
            }
            inside.set(false);
            if empty {
                hand.set(move |actor| {
                    if actor.identifiers.get(index).is_some_and(|one| one.value.trim().is_empty()) {
                        actor.identifiers.remove(index);
                    }
                });
            }
        })
    };
    let remove = {
        let (hand, wrap) = (props.hand.clone(), wrap.clone());
        Callback::from(move |()| {
            hand.set(move |actor| {
                if index < actor.identifiers.len() {
                    actor.identifiers.remove(index);
                }
            });
            focus_id(&wrap, "tdt-a-id-0-value");
        })
    };
    let said = !value.trim().is_empty();
    let found = check(&scheme, &value);
    // While a number is typed it is not wrong yet.
    let wrong = said && found == Check::WrongShape && !*inside;
    let note_id = format!("tdt-a-id-{index}-note");
    let note = match found {
        _ if !said => None,
        Check::WrongShape if wrong => Some(html! {
            <p class="error" part="error" id={note_id.clone()}>
                <SeverityMark severity={Severity::Blocking} />{ env.say(expected(&scheme)) }
            </p>
        }),
        Check::WrongKey => Some(html! {
            <p class="with-mark" id={note_id.clone()}>
                <SeverityMark severity={Severity::Warning} /><span>{ env.say(say::wrong_key(scheme.as_str())) }</span>
            </p>
        }),
        Check::Valid => {
            Some(html! { <p class="help" id={note_id.clone()}>{ env.say(say::valid_form()) }</p> })
        }
        _ => None,
    };
    let field = format!("tdt-a-id-{index}-value");
    let described = note.is_some().then_some(note_id);
    // One child whatever it says: a child more or less would draw the field anew and lose the focus.
    let note = note.unwrap_or_default();
    html! {
        <div ref={wrap} {onfocusin} {onfocusout}>
            <div class="id-line">
                <SelectField id={format!("tdt-a-id-{index}-scheme")} label={env.say(say::register())} quiet=true small=true
                    {options} value={scheme.clone()} onchange={pick} />
                <label class="vh" for={field.clone()}>{ env.say(say::number_in(scheme.as_str())) }</label>
                <input id={field} class="input" part="input" autocomplete="off" {value} maxlength="80"
                    aria-invalid={wrong.then_some("true")} aria-describedby={described} {oninput} />
                if props.identifier.is_some() {
                    <IconButton icon={IconName::Close} class="btn-sm" onclick={remove}
                        label={env.say(say::remove_one(scheme.as_str()))} />
                }
            </div>
            { note }
        </div>
    }
}
