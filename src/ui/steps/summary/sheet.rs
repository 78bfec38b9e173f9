//! The role table as a document: which partnership, who, which role, which conditions. On A4, heads repeat.

use yew::prelude::*;

use crate::analysis::roles::{self, RoleState};
use crate::i18n::texts::{roles as say, shell};
use crate::model::{ConditionStatus, Dossier, Id, RoleKind};
use crate::ui::env::{Env, Intent, use_data, use_env};
use crate::ui::steps::roles::{scope_words, status_word};
use crate::ui::widgets::{Button, ButtonKind, ConditionMark, Dialog, IconName, SelectField, SelectOption};
use crate::vocabulary::{self, Step};

#[derive(Properties, PartialEq)]
pub struct Props {
    /// For an actor alone; everybody otherwise.
    pub actor: Option<Id>,
}

/// The roles held today, in the order of the four roles.
fn held(env: &Env, dossier: &Dossier, actor: Option<&Id>) -> Vec<(RoleKind, Vec<RoleState>)> {
    let states = roles::states(dossier, env.today());
    RoleKind::ALL
        .iter()
        .map(|kind| {
            let of_kind = states.iter().filter(|state| state.kind == *kind && state.counts);
            let of_actor = of_kind.filter(|state| actor.is_none_or(|actor| state.actor == *actor));
            (*kind, of_actor.cloned().collect::<Vec<_>>())
        })
        .filter(|(_, states)| !states.is_empty())
        .collect()
}

/// The table.
#[component]
pub fn RoleTable(props: &Props) -> Html {
    let env = use_env();
    let data = use_data();
    let dossier = &data.dossier;
    let groups = held(&env, dossier, props.actor.as_ref());
    if groups.is_empty() {
        return html! { <p class="muted">{ env.say(say::sheet_empty()) }</p> };
    }
    html! {
        <>
            <table class="sp-table">
                <caption class="vh">{ env.say(say::sheet_title()) }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ env.say(say::sheet_which()) }</th>
                        <th scope="col">{ env.say(say::sheet_actors()) }</th>
                        <th scope="col">{ env.say(say::sheet_role()) }</th>
                        <th scope="col">{ env.say(say::sheet_exercise()) }</th>
                    </tr>
                </thead>
                { for groups.iter().map(|(kind, states)| html! {
                    <tbody key={kind.as_str()}>
                        { for states.iter().enumerate().map(|(index, state)| row(&env, dossier, *kind, state, (index == 0).then_some(states.len()))) }
                    </tbody>
                }) }
            </table>
            <footer class="sp-legend">
                <ul class="legend-inline">
                    { for [ConditionStatus::Met, ConditionStatus::NotMet, ConditionStatus::Unknown].into_iter().map(|status| html! {
                        <li><ConditionMark {status} />{ " " }{ env.say(status_word(status)) }</li>
                    }) }
                </ul>
            </footer>
        </>
    }
}

fn row(env: &Env, dossier: &Dossier, kind: RoleKind, state: &RoleState, first: Option<usize>) -> Html {
    let Some(role) = dossier.roles.find(&state.role) else { return Html::default() };
    let name = dossier.actor(&state.actor).map_or("", |actor| actor.name.as_str());
    let title = if kind == RoleKind::Lead { vocabulary::role(kind) } else { vocabulary::role_plural(kind) };
    let scope = scope_words(env, dossier, role.scope.as_ref());
    html! {
        <tr key={state.role.to_string()}>
            if let Some(span) = first {
                <th scope="rowgroup" rowspan={span.to_string()}>
                    <b>{ env.say(title) }</b><span>{ env.say(vocabulary::role_brief(kind)) }</span>
                </th>
            }
            <th scope="row"><bdi>{ name }</bdi></th>
            <td data-label={env.say(say::sheet_role())}>
                { scope }
                if !role.does.is_empty() { <><br /><bdi>{ &role.does }</bdi></> }
            </td>
            <td data-label={env.say(say::sheet_exercise())}>
                <ul class="sp-conds">
                    { for state.conditions.iter().map(|condition| html! {
                        <li>
                            <ConditionMark status={condition.status()} label={env.say(status_word(condition.status()))} />
                            <span>
                                { env.say(condition.code.printed()) }
                                if !condition.evidence.is_empty() { <>{ "\u{a0}: " }<bdi>{ &condition.evidence }</bdi></> }
                            </span>
                        </li>
                    }) }
                </ul>
            </td>
        </tr>
    }
}

/// What runs above every document.
fn run(env: &Env) -> Html {
    html! {
        <header class="sp-run"><span>{ env.say(say::sheet_run()) }</span><span>{ env.say(say::sheet_draft()) }</span></header>
    }
}

fn project_title(env: &Env, dossier: &Dossier) -> AttrValue {
    if dossier.title().is_empty() { env.say(shell::untitled()) } else { dossier.title().to_owned().into() }
}

/// The title block of the summary, on paper only: on the screen the frame says all that.
pub(super) fn summary_head(env: &Env, dossier: &Dossier) -> Html {
    html! {
        <div class="on-paper">
            { run(env) }
            <p class="sp-title">{ env.say(env.vocabulary.step_name(Step::Summary)) }</p>
            <p class="sp-sub"><bdi>{ project_title(env, dossier) }</bdi></p>
            <p class="small">{ env.say(say::sheet_date()) }{ " " }{ env.format().date(env.today().0) }</p>
        </div>
    }
}

/// The whole document: title block, table, legend.
fn sheet(env: &Env, dossier: &Dossier, actor: Option<&Id>) -> Html {
    let groups = held(env, dossier, actor);
    let states = groups.iter().flat_map(|(_, states)| states);
    let (met, total) =
        states.fold((0, 0), |(met, total), state| (met + state.decided.met, total + state.conditions.len()));
    let lead = roles::states(dossier, env.today())
        .into_iter()
        .find(|state| state.kind == RoleKind::Lead && state.counts)
        .and_then(|state| dossier.actor(&state.actor).map(|actor| actor.name.clone()));
    let none = env.say(say::sheet_none());
    let title = match actor.and_then(|id| dossier.actor(id)) {
        Some(actor) => say::sheet_title_one(actor.name.as_str()),
        None => say::sheet_title(),
    };
    html! {
        <article class="sheet-print" lang={env.texts.lang().tag()}>
            { run(env) }
            <h2 class="sp-title">{ env.say(title) }</h2>
            <p class="sp-sub"><bdi>{ project_title(env, dossier) }</bdi></p>
            <dl class="sp-facts">
                <div><dt>{ env.say(say::sheet_lead()) }</dt><dd>{ lead.map_or(none, AttrValue::from) }</dd></div>
                if let Some(body) = dossier.bodies.first().filter(|body| !body.title.is_empty()) {
                    <div><dt>{ env.say(say::sheet_body()) }</dt><dd><bdi>{ &body.title }</bdi></dd></div>
                }
                <div><dt>{ env.say(say::sheet_date()) }</dt><dd>{ env.format().date(env.today().0) }</dd></div>
                <div><dt>{ env.say(say::sheet_conditions()) }</dt><dd>{ env.say(say::sheet_conditions_met(met, total)) }</dd></div>
            </dl>
            <RoleTable actor={actor.cloned()} />
            <p class="sp-foot"><span>{ env.say(say::sheet_foot()) }</span></p>
        </article>
    }
}

/// The document in a dialog, for everybody or for one actor, and the button that prints it.
#[component]
pub fn RoleTableDialog(props: &Props) -> Html {
    let env = use_env();
    let data = use_data();
    let actor = use_state(|| props.actor.clone());
    let close = env.asking(|| Intent::Show(None));
    let mut with_role: Vec<_> = data
        .dossier
        .actors
        .iter()
        .filter(|actor| data.dossier.roles.iter().any(|role| role.actor == actor.id))
        .collect();
    crate::model::order::by(&mut with_role, |a, b| env.compare(&a.name, &b.name));
    let options: Vec<SelectOption> = with_role
        .into_iter()
        .map(|actor| SelectOption::new(actor.id.to_string(), actor.name.clone()))
        .collect();
    let onchange = {
        let actor = actor.clone();
        Callback::from(move |value: String| actor.set((!value.is_empty()).then(|| Id::from(value))))
    };
    html! {
        <>
            <Dialog id="tdt-roletable" wide=true title={env.say(say::table())} close_label={env.say(shell::close())}
                onclose={close.clone()} foot={html! { <>
                    <Button label={env.say(shell::close())} onclick={close} />
                    <Button kind={ButtonKind::Primary} icon={IconName::Print} label={env.say(say::print())}
                        onclick={env.asking(|| Intent::Print("roles"))} />
                </> }}>
                <SelectField id="tdt-roletable-actor" label={env.say(say::print_who())} {options} none={env.say(say::print_all())}
                    value={actor.as_ref().map(Id::to_string).unwrap_or_default()} {onchange} />
                <p class="muted">{ env.say(say::print_help()) }</p>
                <div class="paper">{ sheet(&env, &data.dossier, actor.as_ref()) }</div>
            </Dialog>
            <div class="printroom">{ sheet(&env, &data.dossier, actor.as_ref()) }</div>
        </>
    }
}
