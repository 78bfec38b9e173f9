//! Ties entered one after the other, and their list.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::super::alliances::named;
use super::figure::LEVELS;
use crate::edit::Command;
use crate::i18n::texts::{alliances, network as say};
use crate::model::{Dossier, Id, Tie, TieLevel};
use crate::ui::env::{Env, use_env};
use crate::ui::widgets::{
    Button, ButtonKind, IconButton, IconName, SelectField, SelectOption, TextField, focus_id,
};
use crate::vocabulary::{self, fold};

/// Ties listed at first, and how many more each time.
const PAGE: usize = 20;

#[derive(Properties)]
pub(super) struct Props {
    pub(super) dossier: Rc<Dossier>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        self.dossier.actors.same(&other.dossier.actors) && self.dossier.ties.same(&other.dossier.ties)
    }
}

fn levels(env: &Env) -> Vec<SelectOption> {
    LEVELS
        .iter()
        .map(|level| SelectOption::new(level.as_str(), env.say(vocabulary::tie_level(*level))))
        .collect()
}

fn level_of(code: &str) -> TieLevel {
    LEVELS.into_iter().find(|level| level.as_str() == code).unwrap_or(TieLevel::Cooperating)
}

/// Changes a tie as it is then, or removes it.
fn change(env: &Env, tie: &Tie, made: impl FnOnce(Tie) -> Option<Tie>) {
    env.run(Command::SetTie { from: tie.from.clone(), to: tie.to.clone(), tie: made(tie.clone()) });
}

/// A tie of the list.
fn row(env: &Env, dossier: &Dossier, place: usize, tie: &Tie, list: &NodeRef) -> Html {
    let name = |id: &Id| named(env, dossier.actor(id).map(|actor| actor.name.as_str()));
    let (from, to) = (name(&tie.from), name(&tie.to));
    let onlevel = {
        let (env, tie) = (env.clone(), tie.clone());
        Callback::from(move |code: String| {
            change(&env, &tie, |tie| Some(Tie { level: level_of(&code), ..tie }));
        })
    };
    let onway = {
        let (env, tie) = (env.clone(), tie.clone());
        Callback::from(move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                let directed = input.checked().then_some(true);
                change(&env, &tie, |tie| Some(Tie { directed, ..tie }));
            }
        })
    };
    let onremove = {
        let (env, tie, list) = (env.clone(), tie.clone(), list.clone());
        Callback::from(move |()| {
            change(&env, &tie, |_| None);
            focus_id(&list, "tdt-tie-find");
        })
    };
    html! {
        <tr key={format!("{} {} {place}", tie.from, tie.to)}>
            <th scope="row"><bdi>{ &from }</bdi></th>
            <td><bdi>{ &to }</bdi></td>
            <td>
                <SelectField id={format!("tdt-tie-{place}")} label={env.say(say::level_of(from.clone(), to.clone()))} quiet=true
                    small=true value={tie.level.as_str()} options={levels(env)} onchange={onlevel} disabled={env.read_only} />
            </td>
            <td>
                if !env.read_only {
                    <input type="checkbox" class="tie-way" checked={tie.directed == Some(true)}
                        aria-label={env.say(say::way_of(from.clone(), to.clone()))} onchange={onway} />
                } else if tie.directed == Some(true) {
                    { "→" }
                }
            </td>
            if !env.read_only {
                <td><IconButton icon={IconName::Trash} class="btn-sm" label={env.say(say::remove(from, to))} onclick={onremove} /></td>
            }
        </tr>
    }
}

/// The line that adds ties.
#[component]
fn Adding(props: &Props) -> Html {
    let env = use_env();
    let node = use_node_ref();
    let from = use_state(String::new);
    let to = use_state(String::new);
    let level = use_state(|| TieLevel::Cooperating);
    let directed = use_state(|| false);
    let dossier = &props.dossier;
    let names = |other: &str| -> Vec<SelectOption> {
        let mut options: Vec<SelectOption> = dossier
            .actors
            .iter()
            .filter(|actor| actor.id.as_str() != other)
            .map(|actor| SelectOption::new(actor.id.to_string(), named(&env, Some(&actor.name))))
            .collect();
        crate::model::order::by(&mut options, |one, other| env.compare(&one.label, &other.label));
        options
    };
    let ready =
        [&*from, &*to].iter().all(|id| dossier.actors.iter().any(|actor| actor.id.as_str() == id.as_str()))
            && *from != *to;
    let known = dossier.ties.iter().find(|tie| {
        let ends = (tie.from.as_str(), tie.to.as_str());
        ready && (ends == (from.as_str(), to.as_str()) || ends == (to.as_str(), from.as_str()))
    });
    let add = {
        let (env, node, from, to) = (env.clone(), node.clone(), from.clone(), to.clone());
        let (level, directed) = (*level, *directed);
        Callback::from(move |()| {
            if !ready {
                return;
            }
            let ends = (Id::from((*from).clone()), Id::from((*to).clone()));
            let tie = Tie {
                from: ends.0.clone(),
                to: ends.1.clone(),
                level,
                directed: directed.then_some(true),
                ..Tie::default()
            };
            env.run(Command::SetTie { from: ends.0, to: ends.1, tie: Some(tie) });
            // The next tie often starts from the same actor.
            to.set(String::new());
            focus_id(&node, "tdt-tie-to");
        })
    };
    let set = |held: &UseStateHandle<String>| {
        let held = held.clone();
        Callback::from(move |value: String| held.set(value))
    };
    let onlevel = {
        let level = level.clone();
        Callback::from(move |code: String| level.set(level_of(&code)))
    };
    let onway = {
        let directed = directed.clone();
        Callback::from(move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                directed.set(input.checked());
            }
        })
    };
    html! {
        <div class="tie-add" ref={node}>
            <SelectField id="tdt-tie-from" label={env.say(say::from())} none={env.say(say::choose_actor())} small=true
                value={(*from).clone()} options={names(&to)} onchange={set(&from)} />
            <SelectField id="tdt-tie-level" label={env.say(say::level())} small=true value={level.as_str()}
                options={levels(&env)} onchange={onlevel} />
            <SelectField id="tdt-tie-to" label={env.say(say::to())} none={env.say(say::choose_actor())} small=true
                value={(*to).clone()} options={names(&from)} onchange={set(&to)} />
            <label class="check"><input type="checkbox" checked={*directed} onchange={onway} /><span>{ env.say(say::one_way()) }</span></label>
            <Button kind={ButtonKind::Primary} label={env.say(if known.is_some() { say::replace() } else { say::add() })}
                disabled={!ready} onclick={add} />
        </div>
    }
}

/// The ties.
#[component]
pub(super) fn Ties(props: &Props) -> Html {
    let env = use_env();
    let list = use_node_ref();
    let sought = use_state(String::new);
    let level = use_state(String::new);
    let shown = use_state(|| PAGE);
    let dossier = &props.dossier;
    let onsought = {
        let (sought, shown) = (sought.clone(), shown.clone());
        Callback::from(move |value: String| {
            sought.set(value);
            shown.set(PAGE);
        })
    };
    let onlevel = {
        let (level, shown) = (level.clone(), shown.clone());
        Callback::from(move |value: String| {
            level.set(value);
            shown.set(PAGE);
        })
    };
    let words = fold(&sought).join(" ");
    let holds = |id: &Id| dossier.actor(id).is_some_and(|actor| fold(&actor.name).join(" ").contains(&words));
    let kept: Vec<(usize, &Rc<Tie>)> = dossier
        .ties
        .iter()
        .enumerate()
        .filter(|(_, tie)| level.is_empty() || tie.level.as_str() == level.as_str())
        .filter(|(_, tie)| words.is_empty() || holds(&tie.from) || holds(&tie.to))
        .collect();
    let rest = kept.len().saturating_sub(*shown);
    let more = {
        let shown = shown.clone();
        Callback::from(move |()| shown.set(*shown + PAGE))
    };
    html! {
        <section ref={list.clone()}>
            <header class="alli-head">
                <@{env.heading(1)} class="h-block">{ env.say(say::ties()) }</@>
                <p class="small">{ env.say(say::ties_help()) }</p>
            </header>
            if !env.read_only { <Adding dossier={Rc::clone(dossier)} /> }
            if !dossier.ties.is_empty() {
                <details class="more">
                    <summary>{ env.say(say::list(dossier.ties.len())) }</summary>
                    <div class="more-body">
                        <div class="inf-tools">
                            <TextField id="tdt-tie-find" label={env.say(say::find())} kind="search" input_class="input-sm"
                                value={(*sought).clone()} onchange={onsought} placeholder={env.say(alliances::all_actors())} />
                            <SelectField id="tdt-tie-only" label={env.say(say::level())} none={env.say(say::every_level())}
                                small=true value={(*level).clone()} options={levels(&env)} onchange={onlevel} />
                        </div>
                        if kept.is_empty() { <p class="small" role="status">{ env.say(say::none_found()) }</p> } else {
                            <div class="frame" role="region" tabindex="0" aria-label={env.say(say::ties())}>
                                <table class="table tie-table">
                                    <caption class="vh">{ env.say(say::ties()) }</caption>
                                    <thead><tr>
                                        <th scope="col">{ env.say(say::from()) }</th>
                                        <th scope="col">{ env.say(say::to()) }</th>
                                        <th scope="col">{ env.say(say::level()) }</th>
                                        <th scope="col">{ env.say(say::one_way()) }</th>
                                        if !env.read_only { <th scope="col"><span class="vh">{ env.say(say::acts()) }</span></th> }
                                    </tr></thead>
                                    <tbody>{ for kept.iter().take(*shown).map(|(place, tie)| row(&env, dossier, *place, tie, &list)) }</tbody>
                                </table>
                            </div>
                        }
                        if rest > 0 { <Button label={env.say(say::more(rest.min(PAGE)))} onclick={more} /> }
                    </div>
                </details>
            }
        </section>
    }
}
