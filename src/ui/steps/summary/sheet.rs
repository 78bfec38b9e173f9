//! The role table as a document: title block, table, who answers for what, past roles. On A4, heads repeat.

use yew::prelude::*;

use super::table::{Roles, letters_table, past_table, role_table};
use crate::analysis::roles::RoleState;
use crate::i18n::texts::{roles as say, shell};
use crate::model::{Dossier, Id, RoleKind};
use crate::ui::charts::TableTools;
use crate::ui::env::{Env, Intent, use_data, use_env};
use crate::ui::widgets::{Button, ButtonKind, Dialog, IconName, SelectField, SelectOption};
use crate::vocabulary::Step;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// For an actor alone; everybody otherwise.
    pub actor: Option<Id>,
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

/// The title of the document.
fn title(env: &Env, dossier: &Dossier, actor: Option<&Id>) -> AttrValue {
    env.say(match actor.and_then(|id| dossier.actor(id)) {
        Some(actor) => say::sheet_title_one(actor.name.as_str()),
        None => say::sheet_title(),
    })
}

/// Who leads: the whole project rather than a part of it.
fn lead(dossier: &Dossier, held: &[RoleState]) -> Option<AttrValue> {
    let leads = || held.iter().filter(|state| state.kind == RoleKind::Lead);
    let whole = |state: &&RoleState| dossier.roles.find(&state.role).is_some_and(|role| role.scope.is_none());
    let lead = leads().find(whole).or_else(|| leads().next())?;
    dossier.actor(&lead.actor).map(|actor| actor.name.clone().into())
}

/// The whole document.
fn sheet(env: &Env, dossier: &Dossier, actor: Option<&Id>) -> Html {
    let roles = Roles::of(env, dossier, actor);
    let (met, total) = roles
        .held
        .iter()
        .fold((0, 0), |(met, total), state| (met + state.decided.met, total + state.conditions.len()));
    let everybody = Roles::of(env, dossier, None).held;
    let lead = lead(dossier, &everybody).unwrap_or_else(|| env.say(say::sheet_none()));
    html! {
        <article class="sheet-print" lang={env.texts.lang().tag()}>
            { run(env) }
            <h2 class="sp-title">{ title(env, dossier, actor) }</h2>
            <p class="sp-sub"><bdi>{ project_title(env, dossier) }</bdi></p>
            <dl class="sp-facts">
                <div><dt>{ env.say(say::sheet_lead()) }</dt><dd>{ lead }</dd></div>
                if let Some(body) = dossier.bodies.first().filter(|body| !body.title.is_empty()) {
                    <div><dt>{ env.say(say::sheet_body()) }</dt><dd><bdi>{ &body.title }</bdi></dd></div>
                }
                <div><dt>{ env.say(say::sheet_date()) }</dt><dd>{ env.format().date(env.today().0) }</dd></div>
                <div><dt>{ env.say(say::sheet_conditions()) }</dt><dd>{ env.say(say::sheet_conditions_met(met, total)) }</dd></div>
            </dl>
            { role_table(env, dossier, actor) }
            { letters_table(env, dossier, actor) }
            { past_table(env, dossier, &roles.past) }
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
                <TableTools name="roles" title={title(&env, &data.dossier, actor.as_ref())}>
                    { role_table(&env, &data.dossier, actor.as_ref()) }
                </TableTools>
                <div class="paper">{ sheet(&env, &data.dossier, actor.as_ref()) }</div>
            </Dialog>
            <div class="printroom">{ sheet(&env, &data.dossier, actor.as_ref()) }</div>
        </>
    }
}
