//! What people and firms of the territory lack, by theme.

use std::rc::Rc;

use yew::prelude::*;

use super::lines::{Line, LineEvent, Lines, use_next_id};
use super::links::{self, Links, Titled, change};
use crate::edit::{Command, Kind};
use crate::i18n::texts::{project as say, shell};
use crate::model::{Id, Need};
use crate::ui::env::{Env, use_data, use_env};
use crate::ui::widgets::TextField;

change!(change, needs, Need, Need);

/// The needs.
#[component]
pub fn Needs() -> Html {
    let env = use_env();
    let data = use_data();
    let open = use_state(|| None::<Id>);
    let needs = &data.dossier.needs;
    let next = use_next_id("bes", |id| needs.find(id).is_some());
    let lines: Vec<Line> = needs
        .iter()
        .enumerate()
        .map(|(index, need)| Line {
            id: need.id.clone(),
            code: format!("B{}", index + 1).into(),
            title: need.title.clone(),
            links: Some(theme_words(&env, &need.theme))
                .filter(|words| !words.is_empty())
                .into_iter()
                .collect(),
            detail: (open.as_ref() == Some(&need.id))
                .then(|| html! { <NeedDetail need={Rc::clone(need)} /> }),
        })
        .collect();
    let next = (next, AttrValue::from(format!("B{}", lines.len() + 1)));
    let onevent = {
        let (env, open) = (env.clone(), open.clone());
        Callback::from(move |event| match event {
            LineEvent::Write(id, title) => change(&env, "title", &id, |need| need.title = title),
            LineEvent::Remove(id) => env.run(Command::Remove { kind: Kind::Need, ids: vec![id] }),
            LineEvent::Move(id, to) => env.run(Command::Move { kind: Kind::Need, id, to }),
            LineEvent::Toggle(id) => open.set((open.as_ref() != Some(&id)).then_some(id)),
        })
    };
    html! {
        <section>
            <header class="sec-head">
                <@{env.heading(1)} class="h-block">{ env.say(say::needs()) }</@>
            </header>
            <Lines name="need" {lines} {next} placeholder={env.say(say::next_need())} label={env.say(say::need())} {onevent} />
        </section>
    }
}

/// The words of a theme: those of the vocabulary, or what was written.
fn theme_words(env: &Env, theme: &str) -> AttrValue {
    if theme.is_empty() { AttrValue::default() } else { env.say(env.vocabulary.theme(theme)) }
}

#[derive(Properties, PartialEq)]
struct DetailProps {
    need: Rc<Need>,
}

#[component]
fn NeedDetail(props: &DetailProps) -> Html {
    let env = use_env();
    let data = use_data();
    let need = &props.need;
    let id = need.id.clone();
    let field = |name: &str| format!("tdt-{id}-{name}");
    let stages: Titled =
        data.dossier.pathway.iter().map(|stage| (stage.id.clone(), stage.title.clone())).collect();
    let (actors, places) = (links::actors(&data.dossier), links::territories(&data.dossier));
    let set = |label, add, name: &str, all: &Titled, chosen: &[Id], of: fn(&mut Need) -> &mut Vec<Id>| {
        let link = {
            let (env, id) = (env.clone(), id.clone());
            Callback::from(move |(other, on)| {
                change(&env, "links", &id, move |need| links::set(of(need), other, on));
            })
        };
        links::links(&env, &Links { id: field(name), label, add, all, chosen }, &link)
    };
    let list = field("themes");
    html! {
        <div class="fields tight">
            <ThemeField id={field("theme")} list={list} value={need.theme.clone()} onchange={{
                let (env, id) = (env.clone(), id.clone());
                Callback::from(move |theme: String| change(&env, "theme", &id, |need| need.theme = theme))
            }} />
            { set(say::where_(), say::link_territory(), "territories", &places, &need.territories, |need| &mut need.territories) }
            { set(say::at_stages(), say::link_stage(), "stages", &stages, &need.stages, |need| &mut need.stages) }
            { set(say::lifted_by(), say::link_actor(), "lifted", &actors, &need.lifted_by, |need| &mut need.lifted_by) }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct ThemeProps {
    id: AttrValue,
    list: AttrValue,
    value: String,
    onchange: Callback<String>,
}

/// A theme of the vocabulary as a chip to press, or other words.
#[component]
fn ThemeField(props: &ThemeProps) -> Html {
    let env = use_env();
    let themes = env.vocabulary.themes();
    let known = themes.iter().any(|theme| theme.code == props.value);
    html! {
        <div class="field full">
            <span class="label" id={props.list.clone()}>{ env.say(say::theme()) }</span>
            <ul class="chips" role="group" aria-labelledby={props.list.clone()}>
                { for themes.iter().filter(|theme| !theme.hidden).map(|theme| {
                    let pressed = theme.code == props.value;
                    if env.read_only {
                        return html! { if pressed { <li class="chip">{ env.say(&theme.label) }</li> } };
                    }
                    let onclick = {
                        let (change, code) = (props.onchange.clone(), theme.code.clone());
                        Callback::from(move |_: MouseEvent| change.emit(if pressed { String::new() } else { code.clone() }))
                    };
                    html! {
                        <li>
                            <button type="button" class="chip" part="button"
                                aria-pressed={if pressed { "true" } else { "false" }} {onclick}>
                                { env.say(&theme.label) }
                            </button>
                        </li>
                    }
                }) }
            </ul>
            if !(env.read_only && known) { <TextField id={props.id.clone()} label={env.say(say::other_theme())} optional={Some(env.say(shell::optional()))}
                value={if known { String::new() } else { props.value.clone() }} readonly={env.read_only}
                onchange={props.onchange.clone()} /> }
        </div>
    }
}
