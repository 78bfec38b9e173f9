//! The network in words, its table, and what becomes of it without an actor.

use std::rc::Rc;

use yew::prelude::*;

use super::super::alliances::named;
use super::found::{Found, Source};
use crate::analysis::Index;
use crate::analysis::coverage;
use crate::analysis::without::{Figures, Without, without};
use crate::i18n::texts::{alliances, network as say};
use crate::model::{Dossier, Id};
use crate::ui::env::{Env, today, use_env};
use crate::ui::widgets::{KindMark, SelectField, SelectOption};
use crate::vocabulary;

/// Actors and groups named in a sentence before the rest is counted.
const FEW: usize = 8;

type Held = (Source, Found);

fn name(env: &Env, dossier: &Dossier, id: &Id) -> String {
    named(env, dossier.actor(id).map(|actor| actor.name.as_str()))
}

/// Names of actors, those beyond the first few counted.
fn names(env: &Env, dossier: &Dossier, ids: &[Id]) -> Vec<String> {
    let mut list: Vec<String> = ids.iter().take(FEW).map(|id| name(env, dossier, id)).collect();
    if ids.len() > FEW {
        list.push(env.say(say::others(ids.len() - FEW)).to_string());
    }
    list
}

/// A group: how many, and who where they are few.
fn group_of(env: &Env, dossier: &Dossier, group: &[Id]) -> String {
    let phrase = if group.len() > FEW {
        say::group_large(group.len())
    } else {
        say::group(group.len(), names(env, dossier, group))
    };
    env.say(phrase).to_string()
}

/// How many are drawn, where not all are.
pub(super) fn drawn(env: &Env, held: &Held) -> AttrValue {
    let (all, drawn) = (held.0.dossier.actors.len(), held.1.drawn.len());
    if drawn < all { env.say(say::drawn_of(drawn, all)) } else { env.say(say::drawn_all(drawn)) }
}

fn percent(env: &Env, share: Option<f64>) -> String {
    share.map_or_else(
        || env.say(alliances::undefined(say::one_actor())).to_string(),
        |share| env.format().percent(share),
    )
}

/// What there is to say.
pub(super) fn sentences(env: &Env, held: &Held) -> Html {
    let (Source { dossier, .. }, Found { network, ties, bridges, .. }) = held;
    let mut said: Vec<AttrValue> = Vec::new();
    let pairs = dossier.actors.len() * dossier.actors.len().saturating_sub(1) / 2;
    said.push(env.say(say::density(*ties, pairs, percent(env, network.density))));
    let tied: Vec<&Vec<Id>> = network.components.iter().filter(|group| group.len() > 1).collect();
    let alone: Vec<Id> =
        network.components.iter().filter(|group| group.len() == 1).flatten().cloned().collect();
    match tied.as_slice() {
        [] => said.push(env.say(say::no_tie())),
        [_] if alone.is_empty() => said.push(env.say(say::one_group())),
        [group] => said.push(env.say(say::one_group_of(group.len()))),
        _ => {
            let groups: Vec<String> =
                tied.iter().take(FEW).map(|group| group_of(env, dossier, group)).collect();
            said.push(env.say(say::groups(tied.len(), groups)));
        }
    }
    if !alone.is_empty() {
        said.push(env.say(say::alone(alone.len(), names(env, dossier, &alone))));
    }
    // Those who bridge the most, by their open paths between different families.
    let mut order: Vec<(usize, usize)> = network
        .brokerage
        .iter()
        .enumerate()
        .filter_map(|(actor, held)| Some((actor, held.as_ref()?.bridging())))
        .filter(|(actor, paths)| *paths > 0 && bridges.get(*actor).is_some_and(|held| !held.is_empty()))
        .collect();
    crate::model::order::by_key(&mut order, |(actor, paths)| (std::cmp::Reverse(*paths), *actor));
    for (actor, _) in order.iter().take(5) {
        let Some(id) = dossier.actors.get(*actor).map(|actor| &actor.id) else { continue };
        let families: Vec<String> = bridges
            .get(*actor)
            .into_iter()
            .flatten()
            .take(3)
            .map(|(one, other, paths)| {
                env.say(say::between(*paths, vocabulary::kind(*one), vocabulary::kind(*other))).to_string()
            })
            .collect();
        said.push(env.say(say::bridges(name(env, dossier, id), families)));
    }
    if order.is_empty() {
        said.push(env.say(say::no_bridge()));
    }
    if network.articulation.is_empty() {
        said.push(env.say(say::no_cut()));
    } else {
        said.push(env.say(say::cuts(network.articulation.len(), names(env, dossier, &network.articulation))));
    }
    let conflicts = dossier.ties.iter().filter(|tie| tie.level == crate::model::TieLevel::Conflict).count();
    if conflicts > 0 {
        said.push(env.say(say::conflicts(conflicts)));
    }
    html! { <ul class="tolds">{ for said.into_iter().map(|words| html! { <li class="told"><p class="told-what">{ words }</p></li> }) }</ul> }
}

/// The table of the picture.
pub(super) fn table(env: &Env, held: &Held, selected: Option<&Id>, select: &Callback<Option<Id>>) -> Html {
    let (Source { dossier, .. }, Found { network, .. }) = held;
    let decimal = |value: f64| env.format().number((value * 100.0).round() / 100.0);
    let yes = |held: bool| if held { env.say(say::yes()) } else { AttrValue::Static("–") };
    let row = |(place, actor): (usize, &Rc<crate::model::Actor>)| {
        let current = selected == Some(&actor.id);
        let onclick = {
            let (select, id) = (select.clone(), actor.id.clone());
            Callback::from(move |_: MouseEvent| select.emit((!current).then(|| id.clone())))
        };
        let family = actor.kind.map_or_else(say::no_family, vocabulary::kind);
        html! {
            <tr key={actor.id.as_str()} data-current={current.then_some("true")}>
                <th scope="row"><button type="button" class="row-open" aria-current={current.then_some("true")} {onclick}>
                    <KindMark kind={actor.kind} size={19} /><span><bdi>{ named(env, Some(&actor.name)) }</bdi></span>
                </button></th>
                <td>{ env.say(family) }</td>
                <td class="num">{ network.degree.get(place).copied().unwrap_or_default() }</td>
                <td class="num">{ network.centrality.betweenness.get(place).copied().map(decimal) }</td>
                { match network.centrality.closeness.get(place).copied().flatten() {
                    Some(value) => html! { <td class="num">{ decimal(value) }</td> },
                    None => html! { <td class="num undefined"><span class="small">{ env.say(alliances::undefined(say::no_closeness())) }</span></td> },
                } }
                { match network.brokerage.get(place).and_then(Option::as_ref) {
                    Some(held) => html! { <td class="num">{ held.bridging() }</td> },
                    None => html! { <td class="num undefined"><span class="small">{ env.say(alliances::undefined(say::family_unsaid())) }</span></td> },
                } }
                <td>{ yes(network.articulation.contains(&actor.id)) }</td>
            </tr>
        }
    };
    html! {
        <>
            <div class="frame" role="region" tabindex="0" aria-label={env.say(say::table())}>
                <table class="table plane-table">
                    <caption class="vh">{ env.say(say::table()) }</caption>
                    <thead><tr>
                        <th scope="col">{ env.say(alliances::actor()) }</th>
                        <th scope="col">{ env.say(say::family()) }</th>
                        <th scope="col" class="num">{ env.say(say::degree()) }</th>
                        <th scope="col" class="num">{ env.say(say::betweenness()) }</th>
                        <th scope="col" class="num">{ env.say(say::closeness()) }</th>
                        <th scope="col" class="num">{ env.say(say::bridging()) }</th>
                        <th scope="col">{ env.say(say::cut()) }</th>
                    </tr></thead>
                    <tbody>{ for dossier.actors.iter().enumerate().map(row) }</tbody>
                </table>
            </div>
            <dl class="pairs plane-words">
                <div><dt>{ env.say(say::betweenness()) }</dt><dd>{ env.say(say::betweenness_means()) }</dd></div>
                <div><dt>{ env.say(say::closeness()) }</dt><dd>{ env.say(say::closeness_means()) }</dd></div>
                <div><dt>{ env.say(say::bridging()) }</dt><dd>{ env.say(say::bridging_means()) }</dd></div>
            </dl>
        </>
    }
}

#[derive(Properties)]
pub(super) struct Props {
    pub(super) dossier: Rc<Dossier>,
    pub(super) selected: Option<Id>,
    pub(super) onselect: Callback<Option<Id>>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.dossier, &other.dossier)
            && self.selected == other.selected
            && self.onselect == other.onselect
    }
}

/// What is compared: a revision without an actor.
struct Gone(Rc<Dossier>, Option<Id>);

impl PartialEq for Gone {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0) && self.1 == other.1
    }
}

/// The figures side by side.
fn figures(env: &Env, held: &Without) -> Html {
    let count = |value: usize| value.to_string();
    let line = |words, read: &dyn Fn(&Figures) -> String| {
        let (with, after) = (read(&held.with), read(&held.without));
        html! {
            <tr>
                <th scope="row">{ env.say(words) }</th>
                <td class="num">{ &with }</td>
                <td class={classes!("num", (with != after).then_some("changed"))}>{ &after }</td>
            </tr>
        }
    };
    html! {
        <table class="table without-table">
            <caption class="vh">{ env.say(say::side_by_side()) }</caption>
            <thead><tr>
                <td></td>
                <th scope="col" class="num">{ env.say(say::with_it()) }</th>
                <th scope="col" class="num">{ env.say(say::without_it()) }</th>
            </tr></thead>
            <tbody>
                { line(say::fig_ties(), &|held| count(held.connectivity.ties)) }
                { line(say::fig_density(), &|held| percent(env, held.connectivity.density)) }
                { line(say::fig_groups(), &|held| count(held.connectivity.groups())) }
                { line(say::fig_largest(), &|held| count(held.connectivity.largest)) }
                { line(say::fig_alone(), &|held| count(held.connectivity.isolated)) }
                { line(say::fig_functions(), &|held| format!("{} / {}", held.coverage.held, held.coverage.functions)) }
                { line(say::fig_pairs(), &|held| format!("{} / {}", held.coverage.covered, held.coverage.pairs)) }
            </tbody>
        </table>
    }
}

/// What breaks if an actor leaves.
#[component]
pub(super) fn Leaving(props: &Props) -> Html {
    let env = use_env();
    let dossier = &props.dossier;
    let held = use_memo(Gone(Rc::clone(dossier), props.selected.clone()), |Gone(dossier, actor)| {
        let index = Index::of(dossier, today());
        let coverage = coverage::of(&index);
        let held = without(&index, &coverage, actor.as_ref()?)?;
        let lost: Vec<Id> = held
            .lost
            .iter()
            .filter_map(|pair| coverage.pairs.get(*pair))
            .map(|pair| pair.function.clone())
            .collect();
        Some((held, lost))
    });
    let mut options: Vec<SelectOption> = dossier
        .actors
        .iter()
        .map(|actor| SelectOption::new(actor.id.to_string(), named(&env, Some(&actor.name))))
        .collect();
    crate::model::order::by(&mut options, |one, other| env.compare(&one.label, &other.label));
    let onchange = {
        let select = props.onselect.clone();
        Callback::from(move |value: String| select.emit((!value.is_empty()).then(|| Id::from(value))))
    };
    let told = |held: &Without, lost: &[Id]| {
        let who = name(&env, dossier, &held.actor);
        let mut said = Vec::new();
        if held.cut_apart.is_empty() {
            said.push(env.say(say::nothing_breaks(who)));
        } else {
            let groups: Vec<String> =
                held.cut_apart.iter().take(FEW).map(|group| group_of(&env, dossier, group)).collect();
            said.push(env.say(say::breaks(who, groups)));
        }
        let mut titles: Vec<String> = Vec::new();
        for function in lost {
            let title = named(&env, dossier.function(function).map(|function| function.title.as_str()));
            if !titles.contains(&title) {
                titles.push(title);
            }
        }
        if !titles.is_empty() {
            said.push(env.say(say::lost(titles)));
        }
        html! {
            <div role="status">
                { for said.into_iter().map(|words| html! { <p class="told-what">{ words }</p> }) }
                { figures(&env, held) }
            </div>
        }
    };
    html! {
        <>
            <header class="alli-head">
                <@{env.heading(1)} class="h-block">{ env.say(say::leaving()) }</@>
                <p class="small">{ env.say(say::leaving_help()) }</p>
            </header>
            <div class="inf-tools">
                <SelectField id="tdt-leaving" label={env.say(say::who_leaves())} none={env.say(say::choose_actor())} small=true
                    value={props.selected.as_ref().map(ToString::to_string).unwrap_or_default()} {options} {onchange} />
            </div>
            { held.as_ref().as_ref().map(|(held, lost)| told(held, lost)) }
        </>
    }
}
