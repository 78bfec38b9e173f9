//! A role in detail: who, on what, when, what for, and each condition with what the dossier proposes.

use yew::prelude::*;

use super::{Chosen, status_word};
use crate::analysis::roles::{ConditionState, RoleState};
use crate::edit::{Command, Item, Kind, fresh_id};
use crate::i18n::texts::{roles as say, shell};
use crate::model::{Condition, ConditionStatus, Date, Dossier, Id, RoleAssignment, RoleKind, Scope};
use crate::ui::env::{Env, Window, entropy, use_data, use_env};
use crate::ui::widgets::{
    Button, ButtonKind, ConditionMark, IconButton, IconName, Segment, Segmented, SelectField, SelectOption,
    TextField,
};
use crate::vocabulary;

/// Entries for the scope of a role: the project, an objective, a function.
fn scopes(env: &Env, dossier: &Dossier) -> Vec<SelectOption> {
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

fn scope_of(value: &str) -> Option<Scope> {
    match value.split_once(':')? {
        ("f", id) => Some(Scope { function: Some(Id::from(id)), ..Scope::default() }),
        (_, id) => Some(Scope { objective: Some(Id::from(id)), ..Scope::default() }),
    }
}

fn actors(dossier: &Dossier, env: &Env) -> Vec<SelectOption> {
    let mut found: Vec<_> = dossier.actors.iter().collect();
    crate::model::order::by(&mut found, |a, b| env.compare(&a.name, &b.name));
    found.into_iter().map(|actor| SelectOption::new(actor.id.to_string(), actor.name.clone())).collect()
}

/// Changes a role as it is at that moment.
fn change(env: &Env, key: &'static str, id: &Id, change: impl FnOnce(&mut RoleAssignment) + 'static) {
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
    /// Closes the detail.
    pub onclose: Callback<()>,
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
        let (env, id, close) = (env.clone(), id.clone(), props.onclose.clone());
        Callback::from(move |()| {
            env.run(Command::Remove { kind: Kind::Role, ids: vec![id.clone()] });
            close.emit(());
        })
    };
    let print = {
        let (env, actor) = (env.clone(), role.actor.clone());
        Callback::from(move |()| env.show(Window::RoleTable(Some(actor.clone()))))
    };
    let optional = Some(env.say(shell::optional()));
    html! {
        <section class="sec-thick role-editor" aria-labelledby="tdt-role-title">
            <header class="sec-head">
                <@{env.heading(1)} class="h-block" id="tdt-role-title" tabindex="-1" ref={title}>
                    <bdi>{ name }</bdi>{ " · " }{ env.say(vocabulary::role(role.role)) }
                </@>
                <div class="push acts">
                    <Button class="btn-sm" icon={IconName::Print} label={env.say(say::print_one())} onclick={print} />
                    if !env.read_only {
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

#[derive(Properties, PartialEq)]
struct ConditionProps {
    role: Id,
    condition: ConditionState,
}

/// A condition: its question, what the dossier proposes and why, what was decided, and the evidence.
#[component]
fn ConditionRow(props: &ConditionProps) -> Html {
    let env = use_env();
    let condition = &props.condition;
    let code = condition.code;
    let decided = condition.decided;
    let decide = {
        let (env, role, known) = (env.clone(), props.role.clone(), condition.evidence.clone());
        Callback::from(move |(status, evidence): (Option<ConditionStatus>, Option<String>)| {
            let (role, known) = (role.clone(), known.clone());
            let today = env.today();
            let key = format!("roles.{role}.{}", code.code());
            env.typing(key, move |dossier| {
                let kept = dossier
                    .roles
                    .find(&role)?
                    .conditions
                    .iter()
                    .find(|kept| kept.code == code.code())
                    .cloned();
                let mut next = kept.map_or_else(Condition::default, |kept| kept.as_ref().clone());
                code.code().clone_into(&mut next.code);
                let changed = status.is_some() && next.status != status;
                if let Some(status) = status {
                    next.status = Some(status);
                }
                next.evidence = evidence.unwrap_or(known);
                if changed || next.on.is_none() {
                    next.on = Some(today);
                }
                Some(Command::Condition { role, condition: next })
            });
        })
    };
    let segments = [ConditionStatus::Met, ConditionStatus::NotMet, ConditionStatus::Unknown]
        .into_iter()
        .map(|status| Segment {
            value: status.as_str().into(),
            strong: None,
            label: env.say(status_word(status)),
        })
        .collect::<Vec<_>>();
    let proposal = condition
        .proposal
        .as_ref()
        .filter(|_| decided.is_none_or(|status| status == ConditionStatus::Unknown));
    let label = env.say(code.label());
    let onchange = {
        let decide = decide.clone();
        Callback::from(move |value: AttrValue| decide.emit((ConditionStatus::from_word(&value), None)))
    };
    html! {
        <li class="condrow">
            <ConditionMark status={condition.status()} />
            <div>
                <b>{ label.clone() }</b>
                if let Some(proposal) = proposal {
                    <p class="small">
                        { env.say(match proposal.status {
                            ConditionStatus::Met => say::proposed_met(proposal.because.clone()),
                            ConditionStatus::NotMet => say::proposed_not_met(proposal.because.clone()),
                            ConditionStatus::Unknown => say::proposed_unknown(proposal.because.clone()),
                        }) }
                        if !env.read_only && proposal.status != ConditionStatus::Unknown {
                            { " " }
                            <Button kind={ButtonKind::Link} label={env.say(say::accept())} onclick={{
                                let (decide, status) = (decide.clone(), proposal.status);
                                let because = env.say(&proposal.because).to_string();
                                Callback::from(move |()| decide.emit((Some(status), Some(because.clone()))))
                            }} />
                        }
                    </p>
                } else if let Some(on) = condition.on.filter(|_| decided.is_some()) {
                    <p class="small">{ env.say(say::decided_on(on.0)) }</p>
                }
            </div>
            <Segmented label={label.clone()} {segments} value={decided.map_or("", ConditionStatus::as_str)} {onchange}
                disabled={env.read_only} />
            <TextField id={format!("tdt-{}-{}", props.role, code.code())} quiet=true input_class="input-sm"
                label={env.say(say::evidence_of(code.label()))} placeholder={env.say(say::evidence())}
                value={condition.evidence.clone()} readonly={env.read_only}
                onchange={Callback::from(move |evidence: String| decide.emit((None, Some(evidence))))} />
        </li>
    }
}

#[derive(Properties, PartialEq)]
pub struct GiveProps {
    /// Role to give.
    pub role: RoleKind,
    /// Chooses something else.
    pub onchoose: Callback<Option<Chosen>>,
}

/// The form that gives a role: an actor, and on what.
#[component]
pub fn Give(props: &GiveProps) -> Html {
    let env = use_env();
    let data = use_data();
    let actor = use_state(String::new);
    let scope = use_state(String::new);
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with(props.role, move |_| crate::ui::widgets::focus_id(&node, "tdt-give-actor"));
    }
    let give = {
        let (env, actor, scope, onchoose, role) =
            (env.clone(), actor.clone(), scope.clone(), props.onchoose.clone(), props.role);
        Callback::from(move |()| {
            if actor.is_empty() {
                return;
            }
            let id = fresh_id(&data.dossier, "rol", entropy());
            let assignment = RoleAssignment {
                id: id.clone(),
                actor: Id::from(actor.as_str()),
                role,
                scope: scope_of(&scope),
                ..RoleAssignment::default()
            };
            env.run(Command::Put(Item::Role(assignment)));
            onchoose.emit(Some(Chosen::Role(id)));
        })
    };
    let data = use_data();
    let setter = |state: &UseStateHandle<String>| {
        let state = state.clone();
        Callback::from(move |value: String| state.set(value))
    };
    html! {
        <section class="sec-thick" ref={node}>
            <header class="sec-head">
                <@{env.heading(1)} class="h-block">{ env.say(say::give_as(vocabulary::role(props.role))) }</@>
                <div class="push">
                    <IconButton icon={IconName::Close} label={env.say(say::close_editor())}
                        onclick={props.onchoose.reform(|()| None)} />
                </div>
            </header>
            <p class="muted">{ env.say(vocabulary::role_does(props.role)) }</p>
            <div class="fields">
                <SelectField id="tdt-give-actor" label={env.say(say::actor())} options={actors(&data.dossier, &env)}
                    none={env.say(say::choose_actor())} value={(*actor).clone()} onchange={setter(&actor)} />
                <SelectField id="tdt-give-scope" label={env.say(say::scope())} options={scopes(&env, &data.dossier)}
                    none={env.say(say::whole())} value={(*scope).clone()} onchange={setter(&scope)} />
            </div>
            <p class="acts">
                <Button kind={ButtonKind::Primary} label={env.say(say::give())} disabled={actor.is_empty()} onclick={give} />
            </p>
        </section>
    }
}
