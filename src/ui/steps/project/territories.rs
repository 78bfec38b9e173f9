//! Territories as a small tree, each with its kind, its code and what contains it.

use std::rc::Rc;

use yew::prelude::*;

use super::lines::use_next_id;
use crate::edit::{Command, Item, Kind};
use crate::i18n::texts::{project as say, shell};
use crate::model::identifier::{self, Check};
use crate::model::{Code, Dossier, Id, Territory, TerritoryKind};
use crate::ui::env::{Env, use_data, use_env};
use crate::ui::widgets::{
    Button, ButtonKind, IconButton, IconName, SelectField, SelectOption, TextField, focus_id,
};
use crate::vocabulary;

/// Changes a territory as it is at that moment; it is made when it does not exist yet.
fn change(env: &Env, key: &'static str, id: &Id, change: impl FnOnce(&mut Territory) + 'static) {
    let id = id.clone();
    env.typing(format!("territories.{id}.{key}"), move |dossier| {
        let found = dossier.territory(&id).cloned();
        let mut territory = found.unwrap_or_else(|| Territory { id, ..Territory::default() });
        change(&mut territory);
        Some(Command::Put(Item::Territory(territory)))
    });
}

/// The tree.
#[component]
pub fn Territories() -> Html {
    let env = use_env();
    let data = use_data();
    let dossier = &data.dossier;
    let open = use_state(|| None::<Id>);
    let node = use_node_ref();
    let next = use_next_id("ter", |id| dossier.territory(id).is_some());
    let add = {
        let (env, open, node) = (env.clone(), open.clone(), node.clone());
        Callback::from(move |()| {
            change(&env, "name", &next, |_| {});
            open.set(Some(next.clone()));
            focus_id(&node, format!("tdt-{next}-name"));
        })
    };
    let onopen = {
        let open = open.clone();
        Callback::from(move |id: Id| {
            let next = (open.as_ref() != Some(&id)).then_some(id);
            open.set(next);
        })
    };
    let roots = children(dossier, None);
    html! {
        <section ref={node}>
            <header class="sec-head">
                <@{env.heading(1)} class="h-block">{ env.say(say::territories()) }</@>
                if !env.read_only {
                    <div class="push">
                        <Button class="btn-sm" icon={IconName::Plus} label={env.say(shell::add())}
                            title={env.say(say::add_territory())} onclick={add} />
                    </div>
                }
            </header>
            if roots.is_empty() {
                <p class="muted">{ env.say(say::territories_empty()) }</p>
            } else {
                <ul class="tree">
                    { for roots.into_iter().map(|territory| branch(&env, dossier, &territory, open.as_ref(), &onopen, 0)) }
                </ul>
            }
        </section>
    }
}

/// The territories directly in `parent`; those whose parent is gone stand at the top.
fn children(dossier: &Dossier, parent: Option<&Id>) -> Vec<Rc<Territory>> {
    dossier.territories.iter().filter(|territory| territory.parent.as_ref() == parent).cloned().collect()
}

/// A territory and what it contains. Depth is bounded by the number of territories: cycles are refused on entry.
fn branch(
    env: &Env,
    dossier: &Dossier,
    territory: &Rc<Territory>,
    open: Option<&Id>,
    onopen: &Callback<Id>,
    depth: usize,
) -> Html {
    let inside = if depth < 12 { children(dossier, Some(&territory.id)) } else { Vec::new() };
    let expanded = open == Some(&territory.id);
    let id = territory.id.clone();
    let name =
        if territory.name.is_empty() { env.say(say::unnamed()) } else { territory.name.clone().into() };
    let facts: Vec<String> = territory
        .kind
        .map(|kind| env.say(vocabulary::territory_kind(kind)).to_string())
        .into_iter()
        .chain(territory.code.as_ref().map(|code| code.value.clone()).filter(|value| !value.is_empty()))
        .collect();
    let chosen = dossier.project.as_ref().is_some_and(|project| project.territories.contains(&id));
    let toggle = {
        let (onopen, id) = (onopen.clone(), id.clone());
        Callback::from(move |()| onopen.emit(id.clone()))
    };
    let remove = {
        let (env, id) = (env.clone(), id.clone());
        Callback::from(move |()| env.run(Command::Remove { kind: Kind::Territory, ids: vec![id.clone()] }))
    };
    html! {
        <li key={id.to_string()}>
            <div class="tree-row">
                <span class="tree-name"><bdi>{ name.clone() }</bdi></span>
                <span class="small">{ facts.join(" · ") }</span>
                if chosen { <span class="tag">{ env.say(say::project_territory()) }</span> }
                <span class="row-acts">
                    <IconButton class="btn-sm" icon={IconName::Pen} label={env.say(say::line_details(name.as_str()))}
                        expanded={expanded} onclick={toggle} />
                    if !env.read_only {
                        <IconButton class="btn-sm" icon={IconName::Trash} label={env.say(say::line_remove(name.as_str()))}
                            onclick={remove} />
                    }
                </span>
            </div>
            if expanded { <TerritoryDetail territory={Rc::clone(territory)} /> }
            if !inside.is_empty() {
                <ul class="tree">{ for inside.iter().map(|inner| branch(env, dossier, inner, open, onopen, depth + 1)) }</ul>
            }
        </li>
    }
}

#[derive(Properties, PartialEq)]
struct DetailProps {
    territory: Rc<Territory>,
}

#[component]
fn TerritoryDetail(props: &DetailProps) -> Html {
    let env = use_env();
    let data = use_data();
    let territory = &props.territory;
    let id = territory.id.clone();
    let field = |name: &str| format!("tdt-{id}-{name}");
    let kinds = TerritoryKind::ALL
        .iter()
        .map(|kind| SelectOption::new(kind.as_str(), env.say(vocabulary::territory_kind(*kind))))
        .collect::<Vec<_>>();
    // A territory can be put in any other but those it contains.
    let parents = data
        .dossier
        .territories
        .iter()
        .filter(|other| !contains(&data.dossier, &id, &other.id))
        .map(|other| SelectOption::new(other.id.to_string(), other.name.clone()))
        .collect::<Vec<_>>();
    let code = territory.code.clone().unwrap_or_default();
    let scheme = if code.scheme.is_empty() { "COG".to_owned() } else { code.scheme.clone() };
    let doubtful = scheme == "COG"
        && !code.value.is_empty()
        && matches!(identifier::check_cog(territory.kind, &code.value), Check::WrongKey | Check::WrongShape);
    let chosen = data.dossier.project.as_ref().is_some_and(|project| project.territories.contains(&id));
    let on_project = {
        let (env, id) = (env.clone(), id.clone());
        Callback::from(move |_: Event| {
            let id = id.clone();
            env.change(move |dossier| {
                let mut project = dossier.project.clone().unwrap_or_default();
                if project.territories.contains(&id) {
                    project.territories.retain(|other| *other != id);
                } else {
                    project.territories.push(id);
                }
                Some(Command::Project(project))
            });
        })
    };
    let none = env.say(shell::nothing_said());
    html! {
        <div class="fields tight">
            <TextField id={field("name")} class="full" label={env.say(say::name())} value={territory.name.clone()} readonly={env.read_only}
                placeholder={env.say(say::territory_example())} onchange={{
                    let (env, id) = (env.clone(), id.clone());
                    Callback::from(move |name: String| change(&env, "name", &id, |territory| territory.name = name))
                }} />
            <SelectField id={field("kind")} label={env.say(say::territory_kind())} options={kinds} none={none.clone()}
                value={territory.kind.map_or("", TerritoryKind::as_str)} disabled={env.read_only} onchange={{
                    let (env, id) = (env.clone(), id.clone());
                    Callback::from(move |kind: String| change(&env, "kind", &id, move |territory| territory.kind = TerritoryKind::from_word(&kind)))
                }} />
            <TextField id={field("code")} label={env.say(say::cog_code())} value={code.value} readonly={env.read_only}
                optional={Some(env.say(shell::optional()))}
                error={doubtful.then(|| env.say(say::cog_wrong()))} onchange={{
                    let (env, id) = (env.clone(), id.clone());
                    Callback::from(move |value: String| {
                        let scheme = scheme.clone();
                        change(&env, "code", &id, move |territory| {
                            let value = value.trim().to_uppercase();
                            let known = territory.code.take().unwrap_or_default();
                            territory.code = (!value.is_empty()).then(|| Code { scheme, value, ..known });
                        });
                    })
                }} />
            <SelectField id={field("parent")} class="full" label={env.say(say::parent())} options={parents} none={none}
                value={territory.parent.as_ref().map(Id::to_string).unwrap_or_default()} disabled={env.read_only} onchange={{
                    let (env, id) = (env.clone(), id.clone());
                    Callback::from(move |parent: String| change(&env, "parent", &id, move |territory| {
                        territory.parent = (!parent.is_empty()).then(|| Id::from(parent));
                    }))
                }} />
            if env.read_only {
                if chosen { <p class="full">{ env.say(say::on_project()) }</p> }
            } else {
                <label class="check full">
                    <input type="checkbox" checked={chosen} onchange={on_project} />
                    <span>{ env.say(say::on_project()) }</span>
                </label>
            }
            if !env.read_only { <p class="full">
                <Button kind={ButtonKind::Link} label={env.say(say::add_inside(territory.name.as_str()))} onclick={{
                    let (env, id) = (env.clone(), id.clone());
                    Callback::from(move |()| {
                        let (parent, random) = (id.clone(), crate::ui::env::entropy());
                        env.change(move |dossier| Some(Command::Put(Item::Territory(Territory {
                            id: crate::edit::fresh_id(dossier, "ter", random),
                            parent: Some(parent),
                            ..Territory::default()
                        }))));
                    })
                }} />
            </p> }
        </div>
    }
}

/// Whether `outer` is `inner` or contains it.
fn contains(dossier: &Dossier, outer: &Id, inner: &Id) -> bool {
    let mut at = Some(inner.clone());
    for _ in 0..=dossier.territories.len() {
        match at {
            None => return false,
            Some(id) if id == *outer => return true,
            Some(id) => at = dossier.territory(&id).and_then(|territory| territory.parent.clone()),
        }
    }
    false
}
