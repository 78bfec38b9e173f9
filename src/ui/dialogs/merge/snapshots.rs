//! The snapshots of the dossier: taking one, comparing, coming back, renaming, deleting.

use std::rc::Rc;

use yew::prelude::*;

use crate::edit::{Command, FreshIds, Item, Kind};
use crate::exchange::snapshots::{content, restored, size, take, with_snapshot};
use crate::exchange::write;
use crate::i18n::Phrase;
use crate::i18n::texts::{merging as say, shell};
use crate::model::{Id, Snapshot};
use crate::ui::env::{Beside, Env, Intent, Window, entropy, use_data, use_env};
use crate::ui::widgets::{Button, ButtonKind, Dialog, TextField, focus_id};

/// The dialog.
#[component]
pub(in crate::ui::dialogs) fn SnapshotsDialog() -> Html {
    let env = use_env();
    let data = use_data();
    let title = use_state(String::new);
    let wrong = use_state(|| None::<Phrase>);
    let renaming = use_state(|| None::<(Id, String)>);
    let near = use_node_ref();
    let dossier = &data.dossier;
    let sizes = use_memo(Rc::as_ptr(dossier).addr(), |_| {
        let kept: usize = dossier.snapshots.iter().map(|one| size(one)).sum();
        (kept.div_ceil(1_000), write(dossier).len().div_ceil(1_000))
    });
    let add = {
        let (env, title, wrong, near) = (env.clone(), title.clone(), wrong.clone(), near.clone());
        let dossier = Rc::clone(dossier);
        Callback::from(move |()| {
            let words = title.trim().to_owned();
            if words.is_empty() {
                wrong.set(Some(say::take_missing()));
                focus_id(&near, "tdt-snapshot-title");
                return;
            }
            let id = FreshIds::new(&dossier, entropy()).next("z");
            let snapshot = take(&dossier, id, &words, env.today());
            if with_snapshot(&dossier, snapshot.clone()).is_none() {
                wrong.set(Some(say::take_too_large()));
                return;
            }
            env.run(Command::Put(Item::Snapshot(snapshot)));
            env.toast(say::taken(words));
            wrong.set(None);
            title.set(String::new());
            focus_id(&near, "tdt-snapshot-title");
        })
    };
    let onchange = {
        let title = title.clone();
        Callback::from(move |value: String| title.set(value))
    };
    html! {
        <Dialog id="tdt-snapshots" title={env.say(say::snapshots_title())} close_label={env.say(shell::close())}
            onclose={env.asking(|| Intent::Show(None))}>
            <p class="muted" ref={near}>{ env.say(say::snapshots_help()) }</p>
            if !env.read_only {
                <div class="snapshot-new">
                    <TextField id="tdt-snapshot-title" label={env.say(say::take_title())} value={(*title).clone()}
                        {onchange} onenter={add.clone()} error={wrong.as_ref().map(|words| env.say(words))} />
                    <Button kind={ButtonKind::Primary} label={env.say(say::take())} onclick={add} />
                </div>
            }
            if dossier.snapshots.is_empty() {
                <p>{ env.say(say::snapshots_none()) }</p>
            } else {
                <ul class="choices">
                    { for dossier.snapshots.iter().rev().map(|one| row(&env, one, &renaming)) }
                </ul>
                <p class="small">{ env.say(say::size(sizes.0, sizes.1)) }</p>
            }
        </Dialog>
    }
}

fn row(env: &Env, snapshot: &Rc<Snapshot>, renaming: &UseStateHandle<Option<(Id, String)>>) -> Html {
    let title =
        if snapshot.title.is_empty() { env.say(say::untitled()) } else { snapshot.title.clone().into() };
    let button = |label: Phrase, act: Callback<()>| {
        let words = env.say(label);
        let full = AttrValue::from(format!("{words}\u{a0}: {title}"));
        html! { <Button class="btn-sm" label={words} title={full} onclick={act} /> }
    };
    let with = |act: fn(&Env, &Snapshot, AttrValue)| {
        let (env, snapshot, title) = (env.clone(), Rc::clone(snapshot), title.clone());
        Callback::from(move |()| act(&env, &snapshot, title.clone()))
    };
    let rename = {
        let (renaming, snapshot) = (renaming.clone(), Rc::clone(snapshot));
        Callback::from(move |()| renaming.set(Some((snapshot.id.clone(), snapshot.title.clone()))))
    };
    let day = snapshot.on.map(|day| env.format().date(day.0)).unwrap_or_default();
    let editing = (**renaming).as_ref().filter(|(id, _)| *id == snapshot.id).map(|(_, words)| words.clone());
    html! {
        <li class="choice" key={snapshot.id.as_str().to_owned()}>
            <div>
                if let Some(words) = editing {
                    { name_field(env, snapshot, words, renaming) }
                } else {
                    <h3 class="h-small"><bdi>{ &title }</bdi></h3>
                }
                <p class="small">{ day }</p>
            </div>
            <div class="acts">
                { button(say::compare_now(), with(compare)) }
                if !env.read_only {
                    { button(say::restore(), with(restore)) }
                    { button(say::rename(), rename) }
                    { button(say::delete(), with(delete)) }
                }
            </div>
        </li>
    }
}

fn name_field(
    env: &Env,
    snapshot: &Rc<Snapshot>,
    words: String,
    renaming: &UseStateHandle<Option<(Id, String)>>,
) -> Html {
    let onchange = {
        let (renaming, id) = (renaming.clone(), snapshot.id.clone());
        Callback::from(move |words: String| renaming.set(Some((id.clone(), words))))
    };
    let done = {
        let (env, renaming, snapshot, words) =
            (env.clone(), renaming.clone(), Rc::clone(snapshot), words.clone());
        Callback::from(move |()| {
            let named = Snapshot { title: words.trim().to_owned(), ..snapshot.as_ref().clone() };
            env.run(Command::Put(Item::Snapshot(named)));
            renaming.set(None);
        })
    };
    html! {
        <div class="snapshot-new">
            <TextField id={format!("tdt-snapshot-{}", snapshot.id)} label={env.say(say::take_title())} value={words}
                {onchange} onenter={done.clone()} />
            <Button class="btn-sm" label={env.say(say::rename_done())} onclick={done} />
        </div>
    }
}

fn compare(env: &Env, snapshot: &Snapshot, title: AttrValue) {
    match content(snapshot) {
        Ok(dossier) => {
            let beside = Beside { dossier: Rc::new(dossier), name: title.to_string(), later: false };
            env.show(Window::Compare(beside));
        }
        Err(_) => env.toast(say::not_restorable()),
    }
}

fn restore(env: &Env, snapshot: &Snapshot, title: AttrValue) {
    if content(snapshot).is_err() {
        env.toast(say::not_restorable());
        return;
    }
    let (snapshot, inner, name) = (snapshot.clone(), env.clone(), title.to_string());
    env.change(move |now| {
        let id = FreshIds::new(now, entropy()).next("z");
        let before = inner.say(say::snapshot_before_restore(name.as_str())).to_string();
        let present = take(now, id, &before, inner.today());
        let back = restored(now, &snapshot, Some(present)).ok()?;
        Some(Command::Become(Box::new(back), say::restore_label(name)))
    });
    env.ask(Intent::Show(None));
    env.ask(Intent::Toast(say::restored(title.to_string()), true));
}

fn delete(env: &Env, snapshot: &Snapshot, _: AttrValue) {
    env.run(Command::Remove { kind: Kind::Snapshot, ids: vec![snapshot.id.clone()] });
}
