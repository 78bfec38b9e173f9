//! A role in detail: who, on what, when, what for, and each condition with what the dossier proposes.

use yew::prelude::*;

use super::Chosen;
use super::commitments::commitments;
use super::conditions::ConditionRow;
use crate::analysis::roles::{RoleState, Time};
use crate::edit::{Command, Item, Kind, ending_day};
use crate::i18n::texts::{roles as say, shell};
use crate::model::{Date, Dossier, Id, RoleAssignment, Scope};
use crate::ui::env::{Env, Window, use_data, use_env};
use crate::ui::widgets::{Button, ButtonKind, IconButton, IconName, SelectField, SelectOption, TextField};
use crate::vocabulary;

/// Entries for the scope of a role: the project, an objective, a function.
pub(super) fn scopes(env: &Env, dossier: &Dossier) -> Vec<SelectOption> {
    let objectives = dossier.objectives.iter().enumerate().map(|(index, objective)| SelectOption {
        value: format!("o:{}", objective.id).into(),
        label: format!("O{} · {}", index + 1, objective.title).into(),
        group: Some(env.say(crate::i18n::texts::dialogs::count_objectives())),
    });
    let functions = dossier.functions.iter().enumerate().map(|(index, function)| SelectOption {
        value: format!("f:{}", function.id).into(),
        label: format!("F{} · {}", index + 1, function.title).into(),
        group: Some(env.say(crate::i18n::texts::dialogs::count_functions())),
    });
    objectives.chain(functions).collect()
}

fn scope_value(scope: Option<&Scope>) -> String {
    match scope {
        Some(Scope { function: Some(id), .. }) => format!("f:{id}"),
        Some(Scope { objective: Some(id), .. }) => format!("o:{id}"),
        _ => String::new(),
    }
}

pub(super) fn scope_of(value: &str) -> Option<Scope> {
    match value.split_once(':')? {
        ("f", id) => Some(Scope { function: Some(Id::from(id)), ..Scope::default() }),
        (_, id) => Some(Scope { objective: Some(Id::from(id)), ..Scope::default() }),
    }
}

pub(super) fn actors(dossier: &Dossier, env: &Env) -> Vec<SelectOption> {
    let mut found: Vec<_> = dossier.actors.iter().collect();
    crate::model::order::by(&mut found, |a, b| env.compare(&a.name, &b.name));
    found.into_iter().map(|actor| SelectOption::new(actor.id.to_string(), actor.name.clone())).collect()
}

/// Changes a role as it is at that moment.
pub(super) fn change(env: &Env, key: &str, id: &Id, change: impl FnOnce(&mut RoleAssignment) + 'static) {
    let id = id.clone();
    env.typing(format!("roles.{id}.{key}"), move |dossier| {
        let mut role = dossier.roles.find(&id)?.as_ref().clone();
        change(&mut role);
        Some(Command::Put(Item::Role(role)))
    });
}

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The role and where it stands.
    pub state: RoleState,
    /// Chooses something else.
    pub onchoose: Callback<Option<Chosen>>,
    /// Closes the detail.
    pub onclose: Callback<()>,
    /// Once the role is removed.
    pub onremoved: Callback<()>,
}

/// Puts an end to a role on a day, or opens it again.
pub(super) fn end(env: &Env, role: &Id, day: Option<Date>) {
    let role = role.clone();
    env.change(move |dossier| {
        let mut role = dossier.roles.find(&role)?.as_ref().clone();
        role.ends_on = day;
        Some(Command::Put(Item::Role(role)))
    });
    if let Some(day) = day {
        env.toast(say::finished(day.0));
    }
}

/// The detail of a role.
#[component]
pub fn Editor(props: &Props) -> Html {
    let env = use_env();
    let data = use_data();
    let end_error = use_state(|| false);
    let title = use_node_ref();
    {
        let title = title.clone();
        use_effect_with((), move |()| {
            if let Some(title) = title.cast::<web_sys::HtmlElement>() {
                title.focus().ok();
            }
        });
    }
    let id = props.state.role.clone();
    let Some(role) = data.dossier.roles.find(&id).cloned() else { return Html::default() };
    let name = data.dossier.actor(&role.actor).map(|actor| actor.name.clone()).unwrap_or_default();
    let field = |name: &str| format!("tdt-{id}-{name}");
    let day = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
    let set_day =
        |start: bool| {
            let (env, id, role, end_error) = (env.clone(), id.clone(), role.clone(), end_error.clone());
            Callback::from(move |value: String| {
                let date = Date::parse(&value);
                let (from, to) = if start { (date, role.ends_on) } else { (role.starts_on, date) };
                let wrong = matches!((from, to), (Some(from), Some(to)) if to < from);
                end_error.set(wrong);
                if !wrong {
                    change(&env, "dates", &id, move |role| {
                        if start { role.starts_on = date } else { role.ends_on = date }
                    });
                }
            })
        };
    let remove = {
        let (env, id, close) = (env.clone(), id.clone(), props.onremoved.clone());
        Callback::from(move |()| {
            env.run(Command::Remove { kind: Kind::Role, ids: vec![id.clone()] });
            close.emit(());
        })
    };
    let print = {
        let (env, actor) = (env.clone(), role.actor.clone());
        Callback::from(move |()| env.show(Window::RoleTable(Some(actor.clone()))))
    };
    let compare = {
        let other = Chosen::Others(id.clone());
        props.onchoose.reform(move |()| Some(other.clone()))
    };
    let over = props.state.time == Time::Ended;
    let last = ending_day(&role, env.today()).filter(|_| !over);
    let finish = {
        let (env, id) = (env.clone(), id.clone());
        Callback::from(move |()| end(&env, &id, last))
    };
    let optional = Some(env.say(shell::optional()));
    html! {
        <section class="sec-thick role-editor" aria-labelledby="tdt-role-title">
            <header class="sec-head">
                <@{env.heading(1)} class="h-block" id="tdt-role-title" tabindex="-1" ref={title.clone()}>
                    <bdi>{ name }</bdi>{ " · " }{ env.say(vocabulary::role(role.role)) }
                </@>
                <div class="push acts">
                    <Button class="btn-sm" icon={IconName::Print} label={env.say(say::print_one())} onclick={print} />
                    <Button class="btn-sm" label={env.say(say::compare_others())} onclick={compare} />
                    if !env.read_only {
                        if over || last.is_some() {
                            <Button class="btn-sm" label={env.say(if over { say::reopen() } else { say::finish() })} onclick={finish} />
                        }
                        <Button class="btn-sm" kind={ButtonKind::Danger} icon={IconName::Trash} label={env.say(say::remove())}
                            onclick={remove} />
                    }
                    <IconButton icon={IconName::Close} label={env.say(say::close_editor())} onclick={props.onclose.clone()} />
                </div>
            </header>
            <div class="duo">
                <div class="fields">
                    <SelectField id={field("actor")} label={env.say(say::actor())} options={actors(&data.dossier, &env)}
                        value={role.actor.to_string()} disabled={env.read_only} onchange={{
                            let (env, id) = (env.clone(), id.clone());
                            Callback::from(move |value: String| change(&env, "actor", &id, |role| role.actor = Id::from(value)))
                        }} />
                    <SelectField id={field("scope")} label={env.say(say::scope())} options={scopes(&env, &data.dossier)}
                        none={env.say(say::whole())} value={scope_value(role.scope.as_ref())} disabled={env.read_only} onchange={{
                            let (env, id) = (env.clone(), id.clone());
                            Callback::from(move |value: String| change(&env, "scope", &id, move |role| role.scope = scope_of(&value)))
                        }} />
                    <TextField kind="area" id={field("does")} class="full" rows=2 label={env.say(say::does())} optional={optional.clone()}
                        placeholder={env.say(say::does_example())} value={role.does.clone()} readonly={env.read_only} onchange={{
                            let (env, id) = (env.clone(), id.clone());
                            Callback::from(move |value: String| change(&env, "does", &id, |role| role.does = value))
                        }} />
                    <TextField kind="date" id={field("start")} label={env.say(say::starts_on())} optional={optional.clone()}
                        value={day(role.starts_on)} readonly={env.read_only} onchange={set_day(true)} />
                    <TextField kind="date" id={field("end")} label={env.say(say::ends_on())} optional={optional}
                        value={day(role.ends_on)} readonly={env.read_only} onchange={set_day(false)}
                        error={end_error.then(|| env.say(say::end_before_start()))} />
                    { commitments(&env, &title, &role) }
                </div>
                <ul class="conds">
                    { for props.state.conditions.iter().map(|condition| html! {
                        <ConditionRow key={condition.code.code()} role={id.clone()} condition={condition.clone()} />
                    }) }
                </ul>
            </div>
        </section>
    }
}
