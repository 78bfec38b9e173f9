//! Objectives and key functions: two lists, linked to one another.

use std::rc::Rc;

use yew::prelude::*;

use super::lines::{Line, LineEvent, Lines, use_next_id};
use super::links::{self, Links, Titled, change};
use crate::edit::{Command, Kind};
use crate::i18n::texts::{project as say, shell};
use crate::model::{Id, Indicator, KeyFunction, List, Number, Objective};
use crate::ui::env::{Env, use_data, use_env};
use crate::ui::widgets::{Button, ButtonKind, IconButton, IconName, TextField};

change!(change_objective, objectives, Objective, Objective);
change!(change_function, functions, Function, KeyFunction);

/// What a list does with what happens to its lines, writing apart.
fn act(env: &Env, kind: Kind, open: &UseStateHandle<Option<Id>>, event: LineEvent) {
    match event {
        LineEvent::Remove(id) => env.run(Command::Remove { kind, ids: vec![id] }),
        LineEvent::Move(id, to) => env.run(Command::Move { kind, id, to }),
        LineEvent::Toggle(id) => {
            let next = (open.as_ref() != Some(&id)).then_some(id);
            open.set(next);
        }
        LineEvent::Write(..) => {}
    }
}

/// `F3` for the third function.
fn code(letter: char, index: usize) -> AttrValue {
    format!("{letter}{}", index + 1).into()
}

/// Opens the details of the line a person is taken to.
#[hook]
fn use_visited(open: UseStateHandle<Option<Id>>, known: bool) {
    let data = use_data();
    use_effect_with((data.visit, data.place.object.clone()), move |(_, object)| {
        if known && object.is_some() {
            open.set(object.clone());
        }
    });
}

/// The objectives.
#[component]
pub fn Objectives() -> Html {
    let env = use_env();
    let data = use_data();
    let open = use_state(|| None::<Id>);
    let dossier = &data.dossier;
    let known = data.place.object.as_ref().is_some_and(|id| dossier.objective(id).is_some());
    use_visited(open.clone(), known);
    let next = use_next_id("obj", |id| dossier.objective(id).is_some());
    let lines = dossier
        .objectives
        .iter()
        .enumerate()
        .map(|(index, objective)| Line {
            id: objective.id.clone(),
            code: code('O', index),
            title: objective.title.clone(),
            links: dossier
                .functions
                .iter()
                .enumerate()
                .filter(|(_, function)| function.objectives.contains(&objective.id))
                .map(|(index, _)| code('F', index))
                .collect(),
            detail: (open.as_ref() == Some(&objective.id))
                .then(|| html! { <ObjectiveDetail objective={Rc::clone(objective)} /> }),
        })
        .collect::<Vec<_>>();
    let next = (next, code('O', lines.len()));
    let onevent = {
        let (env, open) = (env.clone(), open.clone());
        Callback::from(move |event| match event {
            LineEvent::Write(id, text) => {
                change_objective(&env, "title", &id, |objective| objective.title = text);
            }
            other => act(&env, Kind::Objective, &open, other),
        })
    };
    html! {
        <section>
            <@{env.heading(2)} class="h-cap muted">{ env.say(say::objectives()) }</@>
            <Lines name="objective" {lines} {next} placeholder={env.say(say::next_objective())}
                label={env.say(say::objective())} {onevent} />
        </section>
    }
}

/// A number typed by a person, with a comma or a point.
fn number(text: &str) -> Option<Number> {
    text.trim().replace(',', ".").replace(['\u{202f}', '\u{a0}', ' '], "").parse().ok().and_then(Number::new)
}

#[derive(Properties, PartialEq)]
struct ObjectiveProps {
    objective: Rc<Objective>,
}

#[component]
fn ObjectiveDetail(props: &ObjectiveProps) -> Html {
    let env = use_env();
    let data = use_data();
    let objective = &props.objective;
    let id = objective.id.clone();
    let field = |name: &str| format!("tdt-{id}-{name}");
    let text = |key: &'static str, change: fn(&mut Objective, String)| {
        let (env, id) = (env.clone(), id.clone());
        Callback::from(move |value: String| {
            change_objective(&env, key, &id, move |objective| change(objective, value));
        })
    };
    let functions: Titled =
        data.dossier.functions.iter().map(|function| (function.id.clone(), function.title.clone())).collect();
    let serving = data.dossier.functions.iter().filter(|function| function.objectives.contains(&id));
    let serving: Vec<Id> = serving.map(|function| function.id.clone()).collect();
    let link = {
        let (env, objective) = (env.clone(), id.clone());
        Callback::from(move |(function, on): (Id, bool)| {
            let objective = objective.clone();
            change_function(&env, "objectives", &function, move |function| {
                links::set(&mut function.objectives, objective, on);
            });
        })
    };
    let served_by = Links {
        id: field("functions"),
        label: say::served_by(),
        add: say::link_function(),
        all: &functions,
        chosen: &serving,
    };
    html! {
        <div class="fields tight">
            <TextField id={field("theme")} label={env.say(say::theme())} optional={Some(env.say(shell::optional()))}
                value={objective.theme.clone()} readonly={env.read_only}
                onchange={text("theme", |objective, value| objective.theme = value)} />
            <NumberField id={field("weight")} label={env.say(say::weight())} value={objective.weight.clone()}
                onchange={{
                    let (env, id) = (env.clone(), id.clone());
                    Callback::from(move |value| change_objective(&env, "weight", &id, move |objective| objective.weight = value))
                }} />
            { links::links(&env, &served_by, &link) }
            <Indicators objective={id} indicators={objective.indicators.clone()} />
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct NumberProps {
    id: AttrValue,
    label: AttrValue,
    value: Option<Number>,
    onchange: Callback<Option<Number>>,
}

/// A number that may be left out; what is not a number is said and kept in sight.
#[component]
fn NumberField(props: &NumberProps) -> Html {
    let env = use_env();
    let wrong = use_state(|| None::<String>);
    let shown = match (&*wrong, &props.value) {
        (Some(text), _) => text.clone(),
        (None, Some(value)) => value
            .get()
            .to_string()
            .replace('.', if env.texts.lang() == crate::i18n::Lang::Fr { "," } else { "." }),
        (None, None) => String::new(),
    };
    let onchange = {
        let (wrong, change) = (wrong.clone(), props.onchange.clone());
        Callback::from(move |text: String| {
            let value = number(&text);
            // "2," and "2.0" are on their way to a number: they are kept as typed.
            let settled =
                value.as_ref().is_some_and(|value| value.get().to_string() == text.replace(',', "."));
            wrong.set((!settled && !text.trim().is_empty()).then(|| text.clone()));
            if value.is_some() || text.trim().is_empty() {
                change.emit(value);
            }
        })
    };
    let error = wrong.as_ref().is_some_and(|text| number(text).is_none());
    html! {
        <TextField id={props.id.clone()} label={props.label.clone()} optional={Some(env.say(shell::optional()))}
            value={shown} readonly={env.read_only} {onchange} error={error.then(|| env.say(say::number_expected()))} />
    }
}

#[derive(Properties, PartialEq)]
struct IndicatorsProps {
    objective: Id,
    indicators: List<Indicator>,
}

#[component]
fn Indicators(props: &IndicatorsProps) -> Html {
    let env = use_env();
    let id = props.objective.clone();
    let change = |index: usize, key: &'static str| {
        let (env, id) = (env.clone(), id.clone());
        move |change: Box<dyn FnOnce(&mut Indicator)>| {
            change_objective(&env, &format!("indicator{index}.{key}"), &id, move |objective| {
                if let Some(indicator) = objective.indicators.item_mut(index) {
                    change(indicator);
                }
            });
        }
    };
    let add = {
        let (env, id) = (env.clone(), id.clone());
        Callback::from(move |()| {
            change_objective(&env, "indicators", &id, |objective| {
                objective.indicators.push(Indicator::default());
            });
        })
    };
    html! {
        <div class="field full">
            <span class="label">{ env.say(say::indicators()) }</span>
            { for props.indicators.iter().enumerate().map(|(index, indicator)| {
                let field = |name: &str| format!("tdt-{id}-indicator-{index}-{name}");
                let (title, unit, target) = (change(index, "title"), change(index, "unit"), change(index, "target"));
                let remove = {
                    let (env, id) = (env.clone(), id.clone());
                    Callback::from(move |()| change_objective(&env, "indicators", &id, move |objective| {
                        if index < objective.indicators.len() {
                            objective.indicators.items_mut().remove(index);
                        }
                    }))
                };
                html! {
                    <div class="fields tight indicator" key={index}>
                        <TextField id={field("title")} label={env.say(say::indicator())} value={indicator.title.clone()}
                            readonly={env.read_only}
                            onchange={Callback::from(move |value: String| title(Box::new(|indicator| indicator.title = value)))} />
                        <TextField id={field("unit")} label={env.say(say::unit())} value={indicator.unit.clone()}
                            readonly={env.read_only}
                            onchange={Callback::from(move |value: String| unit(Box::new(|indicator| indicator.unit = value)))} />
                        <NumberField id={field("target")} label={env.say(say::target())} value={indicator.target.clone()}
                            onchange={Callback::from(move |value| target(Box::new(move |indicator| indicator.target = value)))} />
                        if !env.read_only {
                            <IconButton class="btn-sm" icon={IconName::Trash}
                                label={env.say(say::line_remove(indicator.title.as_str()))} onclick={remove} />
                        }
                    </div>
                }
            }) }
            if !env.read_only {
                <Button kind={ButtonKind::Quiet} class="btn-sm" icon={IconName::Plus} label={env.say(say::add_indicator())}
                    onclick={add} />
            }
        </div>
    }
}

/// The key functions.
#[component]
pub fn Functions() -> Html {
    let env = use_env();
    let data = use_data();
    let open = use_state(|| None::<Id>);
    let dossier = &data.dossier;
    let known = data.place.object.as_ref().is_some_and(|id| dossier.function(id).is_some());
    use_visited(open.clone(), known);
    let next = use_next_id("fct", |id| dossier.function(id).is_some());
    let lines = dossier
        .functions
        .iter()
        .enumerate()
        .map(|(index, function)| Line {
            id: function.id.clone(),
            code: code('F', index),
            title: function.title.clone(),
            links: dossier
                .objectives
                .iter()
                .enumerate()
                .filter(|(_, objective)| function.objectives.contains(&objective.id))
                .map(|(index, _)| code('O', index))
                .collect(),
            detail: (open.as_ref() == Some(&function.id))
                .then(|| html! { <FunctionDetail function={Rc::clone(function)} /> }),
        })
        .collect::<Vec<_>>();
    let next = (next, code('F', lines.len()));
    let onevent = {
        let (env, open) = (env.clone(), open.clone());
        Callback::from(move |event| match event {
            LineEvent::Write(id, text) => {
                change_function(&env, "title", &id, |function| function.title = text);
            }
            other => act(&env, Kind::Function, &open, other),
        })
    };
    html! {
        <section>
            <@{env.heading(2)} class="h-cap muted">{ env.say(say::functions()) }</@>
            <Lines name="function" {lines} {next} placeholder={env.say(say::next_function())}
                label={env.say(say::function())} {onevent} />
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct FunctionProps {
    function: Rc<KeyFunction>,
}

#[component]
fn FunctionDetail(props: &FunctionProps) -> Html {
    let env = use_env();
    let data = use_data();
    let function = &props.function;
    let id = function.id.clone();
    let field = |name: &str| format!("tdt-{id}-{name}");
    let text = |key: &'static str, change: fn(&mut KeyFunction, String)| {
        let (env, id) = (env.clone(), id.clone());
        Callback::from(move |value: String| {
            change_function(&env, key, &id, move |function| change(function, value));
        })
    };
    let (objectives, places) = (links::objectives(&data.dossier), links::territories(&data.dossier));
    let set =
        |label, add, name: &str, all: &Titled, chosen: &[Id], of: fn(&mut KeyFunction) -> &mut Vec<Id>| {
            let link = {
                let (env, id) = (env.clone(), id.clone());
                Callback::from(move |(other, on)| {
                    change_function(&env, "links", &id, move |function| links::set(of(function), other, on));
                })
            };
            links::links(&env, &Links { id: field(name), label, add, all, chosen }, &link)
        };
    html! {
        <div class="fields tight">
            { set(say::serves(), say::link_objective(), "objectives", &objectives, &function.objectives,
                |function| &mut function.objectives) }
            { set(say::held_in(), say::link_territory(), "territories", &places, &function.territories,
                |function| &mut function.territories) }
            <TextField id={field("skills")} class="full" label={env.say(say::skills())}
                optional={Some(env.say(shell::optional()))} help={env.say(say::skills_help())}
                value={function.skills.join(", ")} readonly={env.read_only}
                onchange={text("skills", |function, value| {
                    // A comma typed at the end must stay: the empty word after it goes when the field is left.
                    function.skills = value.split(',').map(|skill| skill.trim_start().to_owned()).collect();
                    if value.trim().is_empty() { function.skills.clear(); }
                })} />
            <TextField id={field("public")} label={env.say(say::public())} optional={Some(env.say(shell::optional()))}
                value={function.public.clone()} readonly={env.read_only}
                onchange={text("public", |function, value| function.public = value)} />
            <TextField id={field("phase")} label={env.say(say::phase())} optional={Some(env.say(shell::optional()))}
                value={function.phase.clone()} readonly={env.read_only} placeholder={env.say(say::phase_example())}
                onchange={text("phase", |function, value| function.phase = value)} />
        </div>
    }
}
