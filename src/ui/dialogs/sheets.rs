//! Sending partners their sheets: to whom, with which word, what the file holds.

use std::collections::BTreeSet;

use gloo::timers::callback::Timeout;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::edit::{Command, FreshIds, Item};
use crate::exchange;
use crate::exchange::sheets::{Ask, sheet};
use crate::i18n::texts::{partner as say, shell};
use crate::model::{Actor, Dossier, Id, SheetSent};
use crate::ui::app::handed_over;
use crate::ui::env::{Env, Intent, Window, entropy, use_data, use_env};
use crate::ui::files;
use crate::ui::formats;
use crate::ui::reports::Outgoing;
use crate::ui::widgets::{Button, ButtonKind, Dialog, IconName, KindMark, TextField};

/// Between two downloads, in milliseconds: browsers drop those that come at once.
const PAUSE: u32 = 350;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The actors chosen already.
    pub chosen: Vec<Id>,
}

/// The sheet sent last to an actor.
pub(super) fn sent_to<'d>(dossier: &'d Dossier, actor: &Id) -> Option<&'d SheetSent> {
    dossier.sheets.iter().rev().find(|sent| sent.actor.as_ref() == Some(actor)).map(AsRef::as_ref)
}

/// Whether a sheet came back after it left for the last time.
pub(super) fn answered(sent: &SheetSent) -> bool {
    sent.answered_on.is_some() && sent.answered_on >= sent.sent_on
}

/// How many sheets were sent, and how many came back.
pub(super) fn tally(env: &Env, dossier: &Dossier) -> AttrValue {
    let sent = dossier.sheets.len();
    if sent == 0 {
        return env.say(say::sent_none());
    }
    let answered = dossier.sheets.iter().filter(|sent| answered(sent)).count();
    let answers = if answered == 0 { say::answer_none() } else { say::answer_count(answered) };
    env.say(say::sent_count(sent, answers))
}

/// Where the sheet of an actor stands, in words.
pub(super) fn standing(env: &Env, sent: Option<&SheetSent>) -> AttrValue {
    let day = |day: Option<crate::model::Date>| day.map(|day| env.format().date(day.0)).unwrap_or_default();
    match sent {
        None => env.say(say::not_sent()),
        Some(sent) if answered(sent) => env.say(say::answered_on(day(sent.answered_on))),
        Some(sent) => env.say(say::sent_on(day(sent.sent_on))),
    }
}

/// The dialog.
#[component]
pub fn SheetsDialog(props: &Props) -> Html {
    let env = use_env();
    let data = use_data();
    let dossier = &data.dossier;
    let chosen = use_state(|| props.chosen.iter().cloned().collect::<BTreeSet<Id>>());
    let message = use_state(String::new);
    let with_values = use_state(|| false);
    let close = env.asking(|| Intent::Show(None));
    let picked: Vec<Id> =
        dossier.actors.iter().map(|actor| actor.id.clone()).filter(|id| chosen.contains(id)).collect();
    let send = {
        let (env, picked, message, with_values) =
            (env.clone(), picked.clone(), (*message).trim().to_owned(), *with_values);
        let dossier = std::rc::Rc::clone(dossier);
        Callback::from(move |()| send(&env, &dossier, &picked, &message, with_values))
    };
    let choose = |which: fn(&Dossier, &Id) -> bool| {
        let (chosen, dossier) = (chosen.clone(), std::rc::Rc::clone(dossier));
        Callback::from(move |()| {
            let ids = dossier.actors.iter().map(|actor| actor.id.clone());
            chosen.set(ids.filter(|id| which(&dossier, id)).collect());
        })
    };
    let late = dossier.sheets.iter().any(|sent| !answered(sent));
    let row = |actor: &Actor| {
        let toggle = {
            let (chosen, id) = (chosen.clone(), actor.id.clone());
            Callback::from(move |_: Event| {
                let mut next = (*chosen).clone();
                if !next.remove(&id) {
                    next.insert(id.clone());
                }
                chosen.set(next);
            })
        };
        html! {
            <li key={actor.id.as_str()}>
                <label class="check">
                    <input type="checkbox" checked={chosen.contains(&actor.id)} onchange={toggle} />
                    if let Some(kind) = actor.kind { <KindMark {kind} /> }
                    <span><bdi>{ &actor.name }</bdi></span>
                </label>
                <span class="small">{ standing(&env, sent_to(dossier, &actor.id)) }</span>
            </li>
        }
    };
    let set_message = {
        let message = message.clone();
        Callback::from(move |text: String| message.set(text))
    };
    let set_values = {
        let with_values = with_values.clone();
        Callback::from(move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                with_values.set(input.checked());
            }
        })
    };
    html! {
        <Dialog id="tdt-sheets" title={env.say(say::send_title())} wide=true close_label={env.say(shell::close())}
            onclose={close.clone()} foot={html! { <>
                <Button class="out-promise" icon={IconName::Import} label={env.say(say::read_answers())}
                    onclick={env.asking(|| Intent::Show(Some(Window::Answers(None))))} />
                <Button label={env.say(shell::cancel())} onclick={close} />
                <Button kind={ButtonKind::Primary} icon={IconName::Export} label={env.say(say::download(picked.len().max(1)))}
                    disabled={picked.is_empty()} onclick={send} />
            </> }}>
            <p class="muted">{ env.say(say::send_help()) }</p>
            <p class="strong">{ tally(&env, dossier) }</p>
            <div class="out">
                <section class="out-formats">
                    <h3 class="h-cap">{ env.say(say::choose()) }</h3>
                    if dossier.actors.is_empty() { <p class="small">{ env.say(say::nobody()) }</p> } else {
                        <p class="acts">
                            <Button class="btn-sm" label={env.say(say::choose_all())} onclick={choose(|_, _| true)} />
                            <Button class="btn-sm" label={env.say(say::choose_none())} onclick={choose(|_, _| false)} />
                            if late {
                                <Button class="btn-sm" label={env.say(say::choose_missing())}
                                    onclick={choose(|dossier, id| sent_to(dossier, id).is_some_and(|sent| !answered(sent)))} />
                            }
                        </p>
                        <ul class="out-actors">{ for dossier.actors.iter().map(|actor| row(actor)) }</ul>
                    }
                </section>
                <div class="out-side">
                    <TextField id="tdt-sheet-message" kind="area" label={env.say(say::message())} value={(*message).clone()}
                        optional={env.say(shell::optional())} placeholder={env.say(say::message_example())} onchange={set_message} />
                    <label class="check">
                        <input type="checkbox" checked={*with_values} onchange={set_values} aria-describedby="tdt-sheet-values-help" />
                        <span>
                            <span class="strong">{ env.say(say::with_values()) }</span>
                            <span class="small" id="tdt-sheet-values-help">{ env.say(say::with_values_help()) }</span>
                        </span>
                    </label>
                    { holds(&env, dossier, *with_values) }
                </div>
            </div>
        </Dialog>
    }
}

/// What a sheet holds, and what it does not.
fn holds(env: &Env, dossier: &Dossier, with_values: bool) -> Html {
    html! {
        <div class="out-preview" role="status">
            <section>
                <h3 class="h-cap">{ env.say(say::holds()) }</h3>
                <ul class="dashes">
                    <li>{ env.say(say::holds_project()) }</li>
                    <li>{ env.say(say::holds_titles(dossier.objectives.len(), dossier.functions.len())) }</li>
                    <li>{ env.say(say::holds_own()) }</li>
                    if with_values { <li>{ env.say(say::holds_values()) }</li> }
                </ul>
            </section>
            <section>
                <h3 class="h-cap">{ env.say(say::holds_not()) }</h3>
                <ul class="dashes dashes-neg">
                    <li>{ env.say(say::holds_not_others()) }</li>
                    <li>{ env.say(say::holds_not_readings()) }</li>
                    if !with_values { <li>{ env.say(say::holds_values()) }</li> }
                </ul>
            </section>
        </div>
    }
}

/// Makes one file for each actor and notes that it left. An actor that was sent one before keeps the same sheet.
fn send(env: &Env, dossier: &Dossier, picked: &[Id], message: &str, with_values: bool) {
    let today = env.today();
    let mut ids = FreshIds::new(dossier, entropy());
    let mut notes: Vec<Item> = Vec::new();
    let mut leaving = Vec::new();
    for id in picked {
        let Some(actor) = dossier.actor(id) else { continue };
        let before = sent_to(dossier, id).cloned();
        let note = SheetSent {
            id: before.as_ref().map_or_else(|| ids.next("fic"), |sent| sent.id.clone()),
            actor: Some(id.clone()),
            name: actor.name.clone(),
            sent_on: Some(today),
            revision: dossier.revision,
            ..before.unwrap_or_default()
        };
        let ask = Ask { sheet: note.id.clone(), on: today, message: message.to_owned(), with_values };
        let Some(file) = sheet(dossier, id, &ask) else { continue };
        let name = files::sheet_name(&today.to_string(), &env.say(say::sheet_file()), &actor.name);
        leaving.push(handed_over("sheet", name, id, exchange::write_pretty(&file)));
        notes.push(Item::Sheet(note));
    }
    if notes.is_empty() {
        return;
    }
    env.ask(Intent::Show(None));
    env.run(Command::PutAll(notes));
    let after = env.clone();
    let name = files::sheets_name(&today.to_string(), &env.say(say::sheet_files()), dossier.title(), "zip");
    env.ask(Intent::HandOut(leaving, Box::new(move |left| together(&after, left, name))));
}

/// What the page did not take: one file as it is, several in an archive. Where the module that packs cannot be had,
/// they leave one after the other.
fn together(env: &Env, left: Vec<Outgoing>, name: String) {
    if left.len() < 2 {
        for out in left {
            save(env, out.detail.name.unwrap_or_default(), &out.media_type, &out.bytes);
        }
        return;
    }
    let texts: Vec<(&str, &str)> = left
        .iter()
        .filter_map(|out| Some((out.detail.name.as_deref()?, out.detail.text.as_deref()?)))
        .collect();
    let after = env.clone();
    let sheets = left.clone();
    formats::pack(env, &texts, move |packed| match packed {
        Ok(file) => save(&after, name, &file.media_type, &file.bytes),
        Err(_) => {
            for (place, out) in (0..).zip(sheets) {
                let env = after.clone();
                Timeout::new(PAUSE * place, move || {
                    save(&env, out.detail.name.unwrap_or_default(), &out.media_type, &out.bytes);
                })
                .forget();
            }
        }
    });
}

fn save(env: &Env, name: String, media_type: &str, bytes: &[u8]) {
    if files::download(&name, media_type, bytes).is_ok() {
        env.toast(shell::exported(name));
    }
}
