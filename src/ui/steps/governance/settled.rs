//! What the partners settle beside their bodies: criteria of admission for associations, plans and their adoption.

use std::rc::Rc;

use yew::prelude::*;

use crate::analysis::admission::{self, Admission, plan};
use crate::edit::settled::{changed_plan, set_check};
use crate::edit::{Command, Item, Kind, fresh_id};
use crate::i18n::texts::{governance, settled as say, shell};
use crate::i18n::{Arg, Phrase};
use crate::model::{
    AdmissionCriterion, Body, ConditionStatus, Date, Dossier, Id, Plan, PlanKind, PlanStatus,
};
use crate::ui::env::{Env, entropy, today, use_data, use_env};
use crate::ui::steps::names::body_title;
use crate::ui::widgets::{
    Button, ButtonKind, ConditionMark, IconButton, IconName, KindMark, SelectField, SelectOption, TextField,
    focus_id,
};
use crate::vocabulary::Step;

/// Changes a criterion as it is at that moment.
fn change(env: &Env, id: &Id, key: String, change: impl FnOnce(&mut AdmissionCriterion) + 'static) {
    let id = id.clone();
    env.typing(format!("governance.{id}.{key}"), move |dossier| {
        let mut criterion = dossier.admission_criteria.find(&id)?.as_ref().clone();
        change(&mut criterion);
        Some(Command::Put(Item::Admission(criterion)))
    });
}

/// Both parts.
#[component]
pub fn Settled() -> Html {
    let env = use_env();
    let data = use_data();
    let node = use_node_ref();
    {
        // A person taken here from a point of vigilance.
        let (node, place) = (node.clone(), data.place.clone());
        use_effect_with((data.visit, data.place.clone()), move |_| {
            let part = match place.field.as_deref() {
                Some("plans") => "tdt-gov-plans",
                Some("admission") => "tdt-gov-admission",
                _ => return,
            };
            if place.step == Step::Governance {
                focus_id(&node, part.to_owned());
            }
        });
    }
    let dossier = &data.dossier;
    // They can wait until somebody sits, signs or acts; what was said of them is always shown.
    let nothing_yet =
        dossier.bodies.is_empty() && dossier.agreements.is_empty() && dossier.actions.is_empty();
    if nothing_yet && dossier.admission_criteria.is_empty() && dossier.plans.is_empty() {
        return Html::default();
    }
    html! {
        <div class="gov-duo gov-settled" ref={node.clone()}>
            <section class="sec-thick" aria-labelledby="tdt-gov-plans">
                <header class="sec-head">
                    <@{env.heading(1)} class="h-block" id="tdt-gov-plans" tabindex="-1">{ env.say(say::plans()) }</@>
                </header>
                <p class="small">{ env.say(say::plans_help()) }</p>
                { plan_block(&env, dossier, PlanKind::Communication) }
                { plan_block(&env, dossier, PlanKind::Action) }
            </section>
            <section class="sec-thick" aria-labelledby="tdt-gov-admission">
                <header class="sec-head">
                    <@{env.heading(1)} class="h-block" id="tdt-gov-admission" tabindex="-1">{ env.say(say::admission()) }</@>
                </header>
                <p class="small">{ env.say(say::admission_help()) }</p>
                { criteria(&env, dossier, &node) }
                <Checks />
            </section>
        </div>
    }
}

fn state_word(status: PlanStatus) -> Phrase {
    match status {
        PlanStatus::Missing => say::missing(),
        PlanStatus::Draft => say::draft(),
        PlanStatus::Adopted => say::adopted(),
    }
}

/// A plan: where it stands, when and by which body it was adopted.
fn plan_block(env: &Env, dossier: &Dossier, kind: PlanKind) -> Html {
    let (name, help) = match kind {
        PlanKind::Communication => (say::plan_communication(), say::communication_help()),
        PlanKind::Action if dossier.actions.is_empty() => (say::plan_action(), say::no_action()),
        PlanKind::Action => (say::plan_action(), say::actions_count(dossier.actions.len())),
    };
    let plan = plan(dossier, kind).cloned().unwrap_or_default();
    let code = kind.as_str();
    let set = |key: &'static str, edit: fn(&mut Plan, String)| {
        let env = env.clone();
        Callback::from(move |value: String| {
            let drawn = entropy();
            env.typing(format!("governance.plan.{code}.{key}"), move |dossier| {
                let plan = changed_plan(dossier, kind, drawn, |plan| edit(plan, value));
                Some(Command::Put(Item::Plan(plan)))
            });
        })
    };
    let field = |name: &str| format!("tdt-plan-{code}-{name}");
    let states =
        PlanStatus::ALL.iter().map(|status| SelectOption::new(status.as_str(), env.say(state_word(*status))));
    let bodies =
        dossier.bodies.iter().map(|body| SelectOption::new(body.id.to_string(), body_title(env, body)));
    let adopted = plan.status == Some(PlanStatus::Adopted);
    html! {
        <div class="gov-plan" role="group" aria-label={env.say(name.clone())}>
            <@{env.heading(2)} class="h-small">{ env.say(name.clone()) }</@>
            <p class="small">{ env.say(help) }</p>
            <div class="fields tight">
                <SelectField id={field("state")} label={env.say(say::state_of(name))} quiet=true options={states.collect::<Vec<_>>()}
                    none={env.say(crate::i18n::texts::bodies::not_said())} value={plan.status.map(PlanStatus::as_str).unwrap_or_default()}
                    disabled={env.read_only} onchange={set("state", |plan, value| plan.status = PlanStatus::from_word(&value))} />
                if adopted {
                    <TextField kind="date" id={field("on")} label={env.say(say::adopted_on())} optional={env.say(shell::optional())}
                        value={plan.adopted_on.map(|day| day.to_string()).unwrap_or_default()} readonly={env.read_only}
                        onchange={set("on", |plan, value| plan.adopted_on = Date::parse(&value))} />
                    <SelectField id={field("by")} label={env.say(say::adopted_by())} options={bodies.collect::<Vec<_>>()}
                        none={env.say(say::body_unsaid())} value={plan.adopted_by.as_ref().map(ToString::to_string).unwrap_or_default()}
                        disabled={env.read_only} onchange={set("by", |plan, value| plan.adopted_by = (!value.is_empty()).then(|| Id::from(value)))} />
                }
                if plan.status.is_some() {
                    <TextField id={field("note")} label={env.say(say::note())} optional={env.say(shell::optional())}
                        placeholder={env.say(say::note_example())} value={plan.note.clone()} readonly={env.read_only}
                        onchange={set("note", |plan, value| plan.note = value)} />
                }
            </div>
        </div>
    }
}

/// The criteria, to write, and some to begin with.
fn criteria(env: &Env, dossier: &Rc<Dossier>, near: &NodeRef) -> Html {
    let listed = &dossier.admission_criteria;
    let add = {
        let (env, near) = (env.clone(), near.clone());
        Callback::from(move |title: String| {
            let (drawn, near) = (entropy(), near.clone());
            env.change(move |dossier| {
                let id = fresh_id(dossier, "adm", drawn);
                focus_id(&near, format!("tdt-{id}"));
                Some(Command::Put(Item::Admission(AdmissionCriterion {
                    id,
                    title,
                    ..AdmissionCriterion::default()
                })))
            });
        })
    };
    let line = |(place, criterion): (usize, &Rc<AdmissionCriterion>)| {
        let rename = {
            let (env, id) = (env.clone(), criterion.id.clone());
            Callback::from(move |title: String| {
                change(&env, &id, "title".into(), |criterion| criterion.title = title);
            })
        };
        let remove = {
            let (env, id) = (env.clone(), criterion.id.clone());
            Callback::from(move |()| {
                env.run(Command::Remove { kind: Kind::Admission, ids: vec![id.clone()] });
            })
        };
        html! {
            <li key={criterion.id.to_string()}>
                <TextField id={format!("tdt-{}", criterion.id)} quiet=true label={env.say(say::criterion_n(place + 1))}
                    value={criterion.title.clone()} placeholder={env.say(say::criterion_example())} input_class="input-sm"
                    readonly={env.read_only} onchange={rename} />
                if !env.read_only {
                    <IconButton class="btn-sm" icon={IconName::Trash} label={env.say(say::remove_criterion(criterion.title.as_str()))}
                        onclick={remove} />
                }
            </li>
        }
    };
    let suggested = [say::suggest_ties(), say::suggest_experience(), say::suggest_accounts()];
    html! {
        <>
            <@{env.heading(2)} class="h-cap muted">{ env.say(say::criteria()) }</@>
            if listed.is_empty() { <p class="small">{ env.say(say::no_criterion()) }</p> }
            <ul class="gov-colleges">{ for listed.iter().enumerate().map(line) }</ul>
            if !env.read_only {
                <div class="acts">
                    <Button class="btn-sm" kind={ButtonKind::Quiet} icon={IconName::Plus} label={env.say(say::add_criterion())}
                        onclick={add.reform(|()| String::new())} />
                </div>
                if listed.is_empty() {
                    <p class="small gov-suggest">
                        { env.say(say::suggestions()) }
                        { for suggested.into_iter().map(|title| {
                            let words = env.say(title.clone());
                            let onclick = { let words = words.to_string(); add.reform(move |()| words.clone()) };
                            html! { <>{ " " }<Button kind={ButtonKind::Link} label={words} title={env.say(say::suggest(title))} {onclick} /></> }
                        }) }
                    </p>
                }
            }
        </>
    }
}

fn status_word(status: ConditionStatus) -> Phrase {
    match status {
        ConditionStatus::Met => say::met(),
        ConditionStatus::NotMet => say::not_met(),
        ConditionStatus::Unknown => say::unknown(),
    }
}

/// The associations that sit, each at each criterion.
#[component]
fn Checks() -> Html {
    let env = use_env();
    let data = use_data();
    let dossier = &data.dossier;
    if dossier.admission_criteria.is_empty() {
        return html! { <p class="small">{ env.say(say::no_check()) }</p> };
    }
    let seated = admission::seated(dossier);
    html! {
        <>
            <@{env.heading(2)} class="h-cap muted">{ env.say(say::checks()) }</@>
            if seated.is_empty() { <p class="small">{ env.say(say::no_association()) }</p> }
            <ul class="gov-admitted">
                { for seated.iter().map(|(admission, bodies)| html! {
                    <li key={admission.actor.id.to_string()} data-association={admission.actor.id.to_string()}>
                        { association(&env, admission, bodies) }
                    </li>
                }) }
            </ul>
        </>
    }
}

fn association(env: &Env, admission: &Admission<'_>, bodies: &[&Body]) -> Html {
    let Admission { actor, criteria } = admission;
    let met = admission.with(ConditionStatus::Met).count();
    let titles: Vec<Arg> = bodies.iter().map(|body| Arg::Text(body_title(env, body).to_string())).collect();
    html! {
        <>
            <p class="gov-who"><KindMark kind={actor.kind} size=18 /><bdi class="strong">{ &actor.name }</bdi>
                <span class="small">{ env.say(say::met_of(met, criteria.len())) }{ " · " }{ env.say(say::sits_on(titles)) }</span></p>
            <ul class="gov-checks">
                { for criteria.iter().map(|(criterion, status)| check(env, actor, criterion, *status)) }
            </ul>
        </>
    }
}

/// One association at one criterion: a choice, and what shows it.
fn check(
    env: &Env,
    actor: &crate::model::Actor,
    criterion: &AdmissionCriterion,
    status: ConditionStatus,
) -> Html {
    let words = if criterion.title.is_empty() {
        env.say(governance::unnamed_criterion())
    } else {
        criterion.title.clone().into()
    };
    let said = criterion.check(&actor.id).cloned().unwrap_or_default();
    let set = |key: &'static str, edit: fn(&mut crate::model::AdmissionCheck, String)| {
        let (env, id, actor) = (env.clone(), criterion.id.clone(), actor.id.clone());
        Callback::from(move |value: String| {
            let (who, actor) = (actor.clone(), actor.clone());
            change(&env, &id, format!("{who}.{key}"), move |criterion| {
                set_check(criterion, &actor, |check| edit(check, value));
            });
        })
    };
    let options = [ConditionStatus::Met, ConditionStatus::NotMet, ConditionStatus::Unknown]
        .map(|status| SelectOption::new(status.as_str(), env.say(status_word(status))));
    let field = |name: &str| format!("tdt-{}-{}-{name}", criterion.id, actor.id);
    let onstatus = set("status", |check, value| {
        let status = ConditionStatus::from_word(&value);
        check.status = status.filter(|status| *status != ConditionStatus::Unknown);
        check.on = check.status.map(|_| today());
    });
    html! {
        <li key={criterion.id.to_string()}>
            <ConditionMark {status} />
            <span class="gov-criterion"><bdi>{ words.clone() }</bdi>
                if let Some(on) = said.on { { " " }<span class="small">{ env.say(say::checked_on(on.0)) }</span> }
            </span>
            <SelectField id={field("status")} quiet=true small=true label={env.say(say::check_of(words.to_string(), actor.name.as_str()))}
                options={options.to_vec()} value={status.as_str()} disabled={env.read_only} onchange={onstatus} />
            <TextField id={field("evidence")} quiet=true input_class="input-sm" placeholder={env.say(say::evidence())}
                label={env.say(say::evidence_of(words.to_string(), actor.name.as_str()))} value={said.evidence.clone()}
                readonly={env.read_only} onchange={set("evidence", |check, value| check.evidence = value)} />
        </li>
    }
}
