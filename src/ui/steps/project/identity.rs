//! Title, problem, domain, complexity, carrier and dates.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::edit::Command;
use crate::i18n::texts::{project as say, shell};
use crate::model::{Complexity, Date, Domain, Id, Project};
use crate::ui::drafts::CARRIER;
use crate::ui::env::{Env, Intent, use_data, use_env};
use crate::ui::widgets::{SelectField, SelectOption, TextField};

/// How long a field left keeps its text before it is recorded, in milliseconds.
const LEAVING: u32 = 200;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Only what is needed to start.
    pub brief: bool,
}

/// Changes the project as it is at that moment.
fn set(env: &Env, key: &'static str, change: impl FnOnce(&mut Project) + 'static) {
    env.typing(format!("project.{key}"), move |dossier| {
        let mut project = dossier.project.clone().unwrap_or_default();
        change(&mut project);
        Some(Command::Project(project))
    });
}

/// One of a few words, as native radio buttons, with the way back to "not said".
fn radios(
    env: &Env,
    name: &'static str,
    legend: AttrValue,
    options: Vec<(&'static str, AttrValue)>,
    value: &'static str,
    pick: Callback<&'static str>,
) -> Html {
    if env.read_only {
        let chosen = options.into_iter().find(|(code, _)| *code == value).map(|(_, words)| words);
        return html! {
            <div class="field"><span class="label">{ legend }</span><p class="told">{ chosen }</p></div>
        };
    }
    html! {
        <fieldset class="radios row">
            <legend class="label">{ legend }</legend>
            { for options.into_iter().map(|(code, words)| {
                let onchange = {
                    let pick = pick.clone();
                    Callback::from(move |_: Event| pick.emit(code))
                };
                html! {
                    <label class="check">
                        <input type="radio" {name} checked={code == value} {onchange} />
                        <span>{ words }</span>
                    </label>
                }
            }) }
        </fieldset>
    }
}

/// The fields.
#[component]
pub fn Identity(props: &Props) -> Html {
    let env = use_env();
    let data = use_data();
    let project = data.dossier.project.clone().unwrap_or_default();
    let end_error = use_state(|| false);
    let text = |key: &'static str, change: fn(&mut Project, String)| {
        let env = env.clone();
        Callback::from(move |value: String| set(&env, key, move |project| change(project, value)))
    };
    let carriers: Vec<SelectOption> = data
        .dossier
        .actors
        .iter()
        .map(|actor| SelectOption::new(actor.id.to_string(), actor.name.clone()))
        .collect();
    let none = env.say(shell::nothing_said());
    let day = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
    let set_day = |start: bool| {
        let (env, project, end_error) = (env.clone(), project.clone(), end_error.clone());
        Callback::from(move |value: String| {
            let date = Date::parse(&value);
            let (from, to) = if start { (date, project.ends_on) } else { (project.starts_on, date) };
            let wrong = matches!((from, to), (Some(from), Some(to)) if to < from);
            end_error.set(wrong);
            if !wrong {
                set(
                    &env,
                    "dates",
                    move |project| {
                        if start { project.starts_on = date } else { project.ends_on = date }
                    },
                );
            }
        })
    };
    let optional = Some(env.say(shell::optional()));
    html! {
        <div class="fields">
            <TextField id="tdt-title" class="full" label={env.say(say::title())} value={project.title.clone()}
                readonly={env.read_only} onchange={text("title", |project, value| project.title = value)} />
            <TextField kind="area" id="tdt-problem" class="full" label={env.say(say::problem())} optional={optional.clone()}
                value={project.problem.clone()} readonly={env.read_only}
                onchange={text("problem", |project, value| project.problem = value)} />
            if !props.brief {
                { radios(&env, "tdt-domain", env.say(say::domain()), vec![
                    (Domain::SocioEconomic.as_str(), env.say(say::socio_economic())),
                    (Domain::Infrastructure.as_str(), env.say(say::infrastructure())),
                    ("", none.clone()),
                ], project.domain.map_or("", Domain::as_str), {
                    let env = env.clone();
                    Callback::from(move |code: &'static str| set(&env, "domain", move |project| project.domain = Domain::from_word(code)))
                }) }
                { radios(&env, "tdt-complexity", env.say(say::complexity()), vec![
                    (Complexity::Simple.as_str(), env.say(say::simple())),
                    (Complexity::Complex.as_str(), env.say(say::complex())),
                    ("", none.clone()),
                ], project.complexity.map_or("", Complexity::as_str), {
                    let env = env.clone();
                    Callback::from(move |code: &'static str| set(&env, "complexity", move |project| project.complexity = Complexity::from_word(code)))
                }) }
                { radios(&env, "tdt-companies", env.say(say::companies()), vec![
                    ("yes", env.say(say::yes())),
                    ("no", env.say(say::no())),
                    ("", none.clone()),
                ], match project.addresses_companies { None => "", Some(true) => "yes", Some(false) => "no" }, {
                    let env = env.clone();
                    Callback::from(move |code: &'static str| set(&env, "companies", move |project| {
                        project.addresses_companies = match code { "yes" => Some(true), "no" => Some(false), _ => None };
                    }))
                }) }
            }
            if carriers.is_empty() {
                <NewCarrier />
            } else {
                <SelectField id="tdt-carrier" label={env.say(say::carrier())} options={carriers} none={none}
                    value={project.carrier.as_ref().map(Id::to_string).unwrap_or_default()} disabled={env.read_only}
                    optional={optional.clone()} onchange={{
                        let env = env.clone();
                        Callback::from(move |value: String| set(&env, "carrier", move |project| {
                            project.carrier = (!value.is_empty()).then(|| Id::from(value));
                        }))
                    }} />
            }
            if !props.brief {
                <TextField kind="date" id="tdt-start" label={env.say(say::starts_on())} optional={optional.clone()}
                    value={day(project.starts_on)} readonly={env.read_only} onchange={set_day(true)} />
                <TextField kind="date" id="tdt-end" label={env.say(say::ends_on())} optional={optional.clone()}
                    value={day(project.ends_on)} readonly={env.read_only} onchange={set_day(false)}
                    error={end_error.then(|| env.say(say::end_before_start()))} />
            }
        </div>
    }
}

/// Before there is any actor, the carrier is written here and becomes the first one.
#[component]
fn NewCarrier() -> Html {
    let env = use_env();
    let name = use_state(|| env.drafts.text(CARRIER));
    let add = {
        let (env, name) = (env.clone(), name.clone());
        move || {
            if env.read_only {
                return;
            }
            // What was typed stands in the draft at once; taken from there, it is recorded only once.
            let text = env.drafts.text(CARRIER).trim().to_owned();
            env.drafts.keep(CARRIER, "");
            if !text.is_empty() {
                name.set(String::new());
                env.ask(Intent::Carrier(text));
            }
        }
    };
    let onenter = {
        let add = add.clone();
        Callback::from(move |()| add())
    };
    // Hints for whoever may write.
    let writing = |hint| (!env.read_only).then(|| env.say(hint));
    // A field that was left is recorded, as the others are; a moment later, so that what was clicked keeps its place
    // until the click is over.
    let onblur = Callback::from(move |_: FocusEvent| {
        let add = add.clone();
        Timeout::new(LEAVING, move || {
            // Another window or tab came to the front: the person is still in the field.
            if gloo::utils::document().has_focus().unwrap_or_default() {
                add();
            }
        })
        .forget();
    });
    html! {
        <div data-draft="" onfocusout={onblur}>
            <TextField id="tdt-carrier" label={env.say(say::carrier())} optional={Some(env.say(shell::optional()))}
                value={(*name).clone()} placeholder={writing(say::carrier_example())} help={writing(say::carrier_help())}
                readonly={env.read_only} {onenter} onchange={{
                    let env = env.clone();
                    Callback::from(move |text: String| {
                        env.drafts.keep(CARRIER, &text);
                        name.set(text);
                    })
                }} />
        </div>
    }
}
