//! The versions kept on this device: earlier saves, other tabs' work, what could not be read.

use yew::prelude::*;

use crate::exchange;
use crate::i18n::texts::{dialogs as say, merging, shell};
use crate::store::{KeptWhy, Version, VersionKind};
use crate::ui::env::{Beside, Env, Intent, Window, use_env};
use crate::ui::files;
use crate::ui::widgets::{Button, Dialog};

/// When a version was saved, in words.
fn when(env: &Env, version: &Version) -> String {
    let at = js_sys::Date::new(&version.saved_at.into());
    let day = i32::try_from(at.get_full_year())
        .ok()
        .and_then(|year| chrono::NaiveDate::from_ymd_opt(year, at.get_month() + 1, at.get_date()));
    let time = env.format().time(at.get_hours(), at.get_minutes());
    let when = day.map_or_else(|| time.clone(), |day| format!("{}, {time}", env.format().date(day)));
    match version.kind {
        VersionKind::Kept(KeptWhy::Sent) => env.say(say::revision_sent(when)).to_string(),
        _ => when,
    }
}

/// The dialog.
#[component]
pub fn RevisionsDialog() -> Html {
    let env = use_env();
    let versions = use_state(|| None::<Vec<Version>>);
    {
        let (env, versions) = (env.clone(), versions.clone());
        use_effect_with((), move |()| {
            env.ask(Intent::Versions(Box::new(move |found| versions.set(Some(found)))));
        });
    }
    let list = versions.as_ref();
    html! {
        <Dialog id="tdt-revisions" title={env.say(say::revisions_title())} close_label={env.say(shell::close())}
            onclose={env.asking(|| Intent::Show(None))}>
            <p class="muted">{ env.say(say::revisions_help()) }</p>
            if list.is_some_and(Vec::is_empty) { <p>{ env.say(say::revisions_none()) }</p> }
            <ul class="choices">
                { for list.into_iter().flatten().map(|version| {
                    let words = when(&env, version);
                    let open = {
                        let (env, id, words) = (env.clone(), version.id, words.clone());
                        Callback::from(move |()| {
                            let (after, words) = (env.clone(), words.clone());
                            env.ask(Intent::VersionText(id, Box::new(move |text| {
                                if let Some(Ok(opened)) = text.map(|text| exchange::read(text.as_bytes())) {
                                    after.ask(Intent::Open(Box::new(opened.dossier), say::revision_done(words)));
                                }
                            })));
                        })
                    };
                    let compare = {
                        let (env, id, words) = (env.clone(), version.id, words.clone());
                        Callback::from(move |()| {
                            let (after, name) = (env.clone(), words.clone());
                            env.ask(Intent::VersionText(id, Box::new(move |text| {
                                if let Some(Ok(opened)) = text.map(|text| exchange::read(text.as_bytes())) {
                                    let dossier = opened.dossier.into();
                                    after.show(Window::Compare(Beside { dossier, name, later: false }));
                                }
                            })));
                        })
                    };
                    let download = {
                        let (env, id) = (env.clone(), version.id);
                        Callback::from(move |()| {
                            env.ask(Intent::VersionText(id, Box::new(|text| {
                                if let Some(text) = text {
                                    files::download("version.json", "application/json", text.as_bytes()).ok();
                                }
                            })));
                        })
                    };
                    html! {
                        <li class="choice">
                            <div><h3 class="h-small">{ words }</h3></div>
                            <div class="acts">
                                <Button class="btn-sm" label={env.say(merging::compare_now())} onclick={compare} />
                                <Button class="btn-sm" label={env.say(say::revision_download())} onclick={download} />
                                <Button class="btn-sm" label={env.say(say::revision_open())} onclick={open} />
                            </div>
                        </li>
                    }
                }) }
            </ul>
        </Dialog>
    }
}
