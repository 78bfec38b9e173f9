//! The other projects of the territory, and who carries them.

use std::rc::Rc;

use yew::prelude::*;

use super::lines::{Line, LineEvent, Lines, use_next_id};
use super::links::{self, Links, Titled, change};
use crate::edit::{Command, Kind};
use crate::i18n::texts::{project as say, shell};
use crate::model::{Id, OtherProject};
use crate::ui::env::{Env, use_data, use_env};
use crate::ui::widgets::TextField;

change!(change, other_projects, OtherProject, OtherProject);

/// The other projects.
#[component]
pub fn OtherProjects() -> Html {
    let env = use_env();
    let data = use_data();
    let open = use_state(|| None::<Id>);
    let others = &data.dossier.other_projects;
    let next = use_next_id("prj", |id| others.find(id).is_some());
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
    let (actors, objectives) = (links::actors(&data.dossier), links::objectives(&data.dossier));
    let set =
        |label, add, name: &str, all: &Titled, chosen: &[Id], of: fn(&mut OtherProject) -> &mut Vec<Id>| {
            let link = {
                let (env, id) = (env.clone(), id.clone());
                Callback::from(move |(linked, on)| {
                    change(&env, "links", &id, move |other| links::set(of(other), linked, on));
                })
            };
            links::links(&env, &Links { id: field(name), label, add, all, chosen }, &link)
        };
    html! {
        <div class="fields tight">
            { set(say::carried_by(), say::link_actor(), "carriers", &actors, &other.carriers, |other| &mut other.carriers) }
            { set(say::shares(), say::link_objective(), "objectives", &objectives, &other.objectives, |other| &mut other.objectives) }
            <TextField kind="area" id={field("note")} class="full" label={env.say(say::note())} optional={Some(env.say(shell::optional()))} rows=2
                value={other.note.clone()} readonly={env.read_only} onchange={{
                    let (env, id) = (env.clone(), id.clone());
                    Callback::from(move |note: String| change(&env, "note", &id, |other| other.note = note))
                }} />
        </div>
    }
}
