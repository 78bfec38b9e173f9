//! The waves: their names, their dates and their order.

use std::rc::Rc;

use yew::prelude::*;

use super::Seen;
use super::words::ring_name;
use crate::analysis::first_group;
use crate::edit::{Command, Item, Kind, fresh_id};
use crate::i18n::texts::circles as say;
use crate::model::{Date, Id, Wave};
use crate::ui::env::{Env, Intent, entropy, use_env};
use crate::ui::widgets::{Button, IconButton, IconName, TextField, focus_id};

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) seen: Rc<Seen>,
}

/// Changes a wave; what is typed undoes together.
fn write(env: &Env, id: &Id, what: &str, change: impl FnOnce(&mut Wave) + 'static) {
    let id = id.clone();
    env.typing(format!("{id}.{what}"), move |dossier| {
        let mut wave = (**dossier.waves.find(&id)?).clone();
        change(&mut wave);
        Some(Command::Put(wave.into()))
    });
}

/// The editor.
#[component]
pub(super) fn Waves(props: &Props) -> Html {
    let env = use_env();
    let node = use_node_ref();
    let seen = &props.seen;
    let dated = first_group::by_date(&seen.dossier) && seen.dossier.waves.len() > 1;
    let waves: Vec<Id> = seen.circles.waves.iter().flatten().cloned().collect();
    let count = waves.len();
    let add = {
        let (env, node) = (env.clone(), node.clone());
        let title = if count == 0 { env.say(say::first()) } else { env.say(say::wave(count)) };
        Callback::from(move |()| {
            let (title, random) = (title.to_string(), entropy());
            env.change(move |dossier| {
                let id = fresh_id(dossier, "vag", random);
                Some(Command::Put(Item::Wave(Wave { id, title, ..Wave::default() })))
            });
            focus_id(&node, format!("circ-wave-{count}"));
        })
    };
    html! {
        <section class="circ-waves sec-thick" ref={node}>
            <header class="sec-head">
                <@{env.heading(1)} class="h-block">{ env.say(say::waves_title()) }</@>
                <p class="small">{ env.say(if dated { say::waves_dated() } else { say::waves_help() }) }</p>
            </header>
            <ol class="waves">
                { for waves.iter().enumerate().filter_map(|(rank, id)| {
                    Some(line(&env, seen, seen.dossier.waves.find(id)?, rank, count, dated))
                }) }
            </ol>
            if !env.read_only { <Button class="btn-sm" icon={IconName::Plus} label={env.say(say::add_wave())} onclick={add} /> }
        </section>
    }
}

/// A wave.
fn line(env: &Env, seen: &Rc<Seen>, wave: &Rc<Wave>, rank: usize, count: usize, dated: bool) -> Html {
    let title = ring_name(env, seen, Some(rank + 1));
    let id = wave.id.clone();
    let ontitle = {
        let (env, id) = (env.clone(), id.clone());
        Callback::from(move |text: String| write(&env, &id, "title", move |wave| wave.title = text))
    };
    let ondate = {
        let (env, id) = (env.clone(), id.clone());
        Callback::from(move |text: String| {
            write(&env, &id, "on", move |wave| wave.starts_on = Date::parse(&text));
        })
    };
    let shift = |by: isize| {
        let (env, id) = (env.clone(), id.clone());
        Callback::from(move |()| {
            let id = id.clone();
            env.change(move |dossier| {
                let to = dossier.waves.position_of(&id)?.saturating_add_signed(by);
                Some(Command::Move { kind: Kind::Wave, id, to })
            });
        })
    };
    let remove = {
        let (env, id) = (env.clone(), id.clone());
        let left = seen.dossier.actors.iter().filter(|actor| actor.wave.as_ref() == Some(&wave.id)).count();
        Callback::from(move |()| {
            env.run(Command::Remove { kind: Kind::Wave, ids: vec![id.clone()] });
            env.ask(Intent::Toast(say::wave_removed(left), true));
        })
    };
    html! {
        <li class="wave-line" key={id.as_str()}>
            <TextField id={format!("circ-wave-{rank}")} label={env.say(say::wave_name(rank + 1))} quiet=true
                value={wave.title.clone()} placeholder={title.clone()} readonly={env.read_only} input_class="input-sm" onchange={ontitle} />
            <TextField id={format!("circ-date-{rank}")} kind="date" label={env.say(say::wave_date(rank + 1))} quiet=true
                value={wave.starts_on.map(|day| day.to_string()).unwrap_or_default()} readonly={env.read_only}
                input_class="input-sm" onchange={ondate} />
            if !env.read_only {
                <span class="wave-acts">
                    if !dated {
                        <IconButton icon={IconName::Up} class="btn-sm" label={env.say(say::wave_up(title.to_string()))}
                            disabled={rank == 0} onclick={shift(-1)} />
                        <IconButton icon={IconName::Down} class="btn-sm" label={env.say(say::wave_down(title.to_string()))}
                            disabled={rank + 1 == count} onclick={shift(1)} />
                    }
                    <IconButton icon={IconName::Trash} class="btn-sm" label={env.say(say::wave_remove(title.to_string()))} onclick={remove} />
                </span>
            }
        </li>
    }
}
