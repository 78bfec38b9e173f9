//! The other projects of the territory, and who carries them.

use std::rc::Rc;

use yew::prelude::*;

use super::lines::{Line, LineEvent, Lines, use_next_id};
use super::objectives::{chips, options};
use crate::edit::{Command, Item, Kind};
use crate::i18n::texts::{project as say, shell};
use crate::model::{Id, OtherProject};
use crate::ui::env::{Env, use_data, use_env};
use crate::ui::widgets::{AreaField, ChipSet};

fn change(env: &Env, key: &'static str, id: &Id, change: impl FnOnce(&mut OtherProject) + 'static) {
    let id = id.clone();
    env.typing(format!("otherProjects.{id}.{key}"), move |dossier| {
        let found = dossier.other_projects.find(&id).map(|other| other.as_ref().clone());
        let mut other = found.unwrap_or_else(|| OtherProject { id, ..OtherProject::default() });
        change(&mut other);
        Some(Command::Put(Item::OtherProject(other)))
    });
}

/// The other projects.
#[component]
pub fn OtherProjects() -> Html {
    let env = use_env();
    let data = use_data();
    let open = use_state(|| None::<Id>);
    let others = &data.dossier.other_projects;
    let next = use_next_id("prj", &data.dossier, |id| others.find(id).is_some());
    let lines: Vec<Line> = others
        .iter()
        .enumerate()
        .map(|(index, other)| Line {
            id: other.id.clone(),
            code: format!("P{}", index + 1).into(),
            title: other.title.clone(),
            links: Vec::new(),
            detail: (open.as_ref() == Some(&other.id))
                .then(|| html! { <OtherDetail other={Rc::clone(other)} /> }),
        })
        .collect();
    let next = (next, AttrValue::from(format!("P{}", lines.len() + 1)));
    let onevent = {
        let (env, open) = (env.clone(), open.clone());
        Callback::from(move |event| match event {
            LineEvent::Write(id, title) => change(&env, "title", &id, |other| other.title = title),
            LineEvent::Remove(id) => env.run(Command::Remove { kind: Kind::OtherProject, ids: vec![id] }),
            LineEvent::Move(id, to) => env.run(Command::Move { kind: Kind::OtherProject, id, to }),
            LineEvent::Toggle(id) => open.set((open.as_ref() != Some(&id)).then_some(id)),
        })
    };
    html! {
        <section>
            <header class="sec-head">
                <@{env.heading(1)} class="h-block">{ env.say(say::other_projects()) }</@>
            </header>
            <p class="small">{ env.say(say::other_projects_help()) }</p>
            <Lines name="other" {lines} {next} placeholder={env.say(say::next_other())} label={env.say(say::other_project())}
                {onevent} />
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct DetailProps {
    other: Rc<OtherProject>,
}

#[component]
fn OtherDetail(props: &DetailProps) -> Html {
    let env = use_env();
    let data = use_data();
    let other = &props.other;
    let id = other.id.clone();
    let field = |name: &str| format!("tdt-{id}-{name}");
    let actors: Vec<(Id, String)> =
        data.dossier.actors.iter().map(|actor| (actor.id.clone(), actor.name.clone())).collect();
    let objectives: Vec<(Id, String)> = data
        .dossier
        .objectives
        .iter()
        .map(|objective| (objective.id.clone(), objective.title.clone()))
        .collect();
    let set = |label,
               add,
               name: &str,
               all: &[(Id, String)],
               chosen: &[Id],
               of: fn(&mut OtherProject) -> &mut Vec<Id>| {
        let link = |on: bool| {
            let (env, id) = (env.clone(), id.clone());
            move |linked: Id| {
                change(&env, "links", &id, move |other| {
                    let list = of(other);
                    list.retain(|known| *known != linked);
                    if on {
                        list.push(linked);
                    }
                });
            }
        };
        let (onadd, onremove) = (link(true), link(false));
        html! {
            <div class="field full">
                <span class="label">{ env.say(label) }</span>
                <ChipSet chips={chips(&env, all.iter().filter(|(id, _)| chosen.contains(id)))}
                    options={options(all.iter().filter(|(id, _)| !chosen.contains(id)))} id={field(name)}
                    add_label={env.say(add)} onadd={Callback::from(move |value: String| onadd(Id::from(value)))}
                    onremove={Callback::from(move |value: AttrValue| onremove(Id::from(value.as_str())))}
                    readonly={env.read_only} />
            </div>
        }
    };
    html! {
        <div class="fields tight">
            { set(say::carried_by(), say::link_actor(), "carriers", &actors, &other.carriers, |other| &mut other.carriers) }
            { set(say::shares(), say::link_objective(), "objectives", &objectives, &other.objectives, |other| &mut other.objectives) }
            <AreaField id={field("note")} class="full" label={env.say(say::note())} optional={Some(env.say(shell::optional()))} rows=2
                value={other.note.clone()} readonly={env.read_only} onchange={{
                    let (env, id) = (env.clone(), id.clone());
                    Callback::from(move |note: String| change(&env, "note", &id, |other| other.note = note))
                }} />
        </div>
    }
}
