//! Taking answers back: who answered, what it changes, line by line, before anything does.

mod card;
mod words;

use std::rc::Rc;

use web_sys::{File, HtmlInputElement};
use yew::prelude::*;

use super::sheets::{standing, tally};
use crate::exchange::{self, MAX_BYTES};
use crate::findings::Severity;
use crate::i18n::Phrase;
use crate::i18n::texts::{partner as say, shell};
use crate::model::Dossier;
use crate::ui::env::{Env, Intent, Window, use_data, use_env};
use crate::ui::files;
use crate::ui::widgets::{Button, ButtonKind, Dialog, IconName, SeverityMark, focus_id};
use card::AnswerCard;

/// An answer that was read, compared by address.
#[derive(Clone)]
pub(super) struct Answer(pub(super) Rc<Dossier>);

impl PartialEq for Answer {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What came of a file.
#[derive(Clone, PartialEq)]
enum Read {
    Answer(Answer),
    Not(AttrValue),
}

enum Act {
    Add(Read),
    Done(Answer),
}

#[derive(Clone, Default, PartialEq)]
struct Reads(Vec<Read>);

impl Reducible for Reads {
    type Action = Act;

    fn reduce(self: Rc<Self>, act: Act) -> Rc<Self> {
        let mut reads = self.0.clone();
        match act {
            Act::Add(read) => reads.push(read),
            Act::Done(answer) => {
                reads.retain(|read| !matches!(read, Read::Answer(one) if *one == answer));
            }
        }
        Rc::new(Self(reads))
    }
}

#[derive(Properties)]
pub struct Props {
    /// An answer read already, by the import.
    pub read: Option<Rc<Dossier>>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        match (&self.read, &other.read) {
            (Some(one), Some(other)) => Rc::ptr_eq(one, other),
            (one, other) => one.is_none() && other.is_none(),
        }
    }
}

/// The dialog.
#[component]
pub fn AnswersDialog(props: &Props) -> Html {
    let env = use_env();
    let data = use_data();
    let given = props.read.clone();
    let reads =
        use_reducer(move || Reads(given.map(|answer| Read::Answer(Answer(answer))).into_iter().collect()));
    let node = use_node_ref();
    // The messages of the screen lie under the dialog.
    let told = use_state(|| None::<Phrase>);
    let take = {
        let (env, add) = (env.clone(), reads.dispatcher());
        Callback::from(move |file: File| {
            let (env, add, name) = (env.clone(), add.clone(), file.name());
            files::read(&file, MAX_BYTES, move |bytes| add.dispatch(Act::Add(read(&env, &name, bytes))));
        })
    };
    let onchange = Callback::from(move |event: Event| {
        let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
        let Some(list) = input.files() else { return };
        for index in 0..list.length() {
            if let Some(file) = list.get(index) {
                take.emit(file);
            }
        }
        // The same file can be chosen again.
        input.set_value("");
    });
    let close = env.asking(|| Intent::Show(None));
    html! {
        <Dialog id="tdt-answers" title={env.say(say::answers_title())} wide=true close_label={env.say(shell::close())}
            onclose={close.clone()} foot={html! { <>
                <Button class="out-promise" icon={IconName::Export} label={env.say(say::send_again())}
                    onclick={env.asking(|| Intent::Show(Some(Window::Sheets(Vec::new()))))} />
                <Button label={env.say(shell::close())} onclick={close} />
            </> }}>
            <p class="muted">{ env.say(say::answers_help()) }</p>
            <div class="field" part="field" ref={node.clone()}>
                <label class="label" part="label" for="tdt-answers-files">{ env.say(say::answers_files()) }</label>
                <input id="tdt-answers-files" class="input file" part="input" type="file" multiple=true
                    accept=".json,application/json" {onchange} />
            </div>
            <p class="strong" role="status">{ (*told).as_ref().map(|words| env.say(words)) }</p>
            { for reads.0.iter().enumerate().map(|(place, read)| match read {
                Read::Answer(answer) => {
                    let (done, one) = (reads.dispatcher(), answer.clone());
                    let (told, node) = (told.clone(), node.clone());
                    let next = after(&reads.0, place);
                    let ondone = Callback::from(move |words: Phrase| {
                        told.set(Some(words));
                        done.dispatch(Act::Done(one.clone()));
                        focus_id(&node, next.clone());
                    });
                    html! { <AnswerCard {place} answer={answer.clone()} {ondone} /> }
                }
                Read::Not(words) => html! {
                    <p class="with-mark" role="alert"><SeverityMark severity={Severity::Blocking} /><span>{ words }</span></p>
                },
            }) }
            { sent(&env, &data.dossier) }
        </Dialog>
    }
}

/// The id of what takes the focus once the answer in a place is dealt with: the next answer, else the choice of files.
fn after(reads: &[Read], place: usize) -> String {
    let mut left = reads.iter().enumerate().filter(|(other, _)| *other != place);
    let next = left.find(|(_, read)| matches!(read, Read::Answer(_)));
    next.map_or_else(
        || "tdt-answers-files".to_owned(),
        |(other, _)| format!("tdt-answer-{}", if other > place { other - 1 } else { other }),
    )
}

/// What the import says of a file that is a sheet or its answer, and the button in place of its own for an answer to
/// the open dossier.
pub(super) fn at_the_import(env: &Env, open: &Dossier, read: &Rc<Dossier>) -> Option<(Html, Option<Html>)> {
    let sheet = read.partner_sheet.as_ref()?;
    let name = read.actor(&sheet.actor).map(|actor| actor.name.clone()).unwrap_or_default();
    let ours = sheet.dossier == open.id;
    let words = if ours { say::open_answer(name) } else { say::open_sheet(name) };
    let button = ours.then(|| {
        let (env, read) = (env.clone(), Rc::clone(read));
        let label = env.say(say::look());
        let onclick = Callback::from(move |()| env.show(Window::Answers(Some(Rc::clone(&read)))));
        html! { <Button kind={ButtonKind::Primary} {label} {onclick} /> }
    });
    let note = html! {
        <p class="with-mark"><SeverityMark severity={Severity::Advice} /><span class="strong">{ env.say(words) }</span></p>
    };
    Some((note, button))
}

fn read(env: &Env, name: &str, bytes: Option<Vec<u8>>) -> Read {
    let Some(bytes) = bytes else {
        return Read::Not(env.say(say::file_refused(name, say::file_too_large())));
    };
    match exchange::read(&bytes) {
        Ok(opened) if opened.dossier.partner_sheet.is_some() => Read::Answer(Answer(Rc::new(opened.dossier))),
        Ok(_) => Read::Not(env.say(say::no_sheet(name))),
        Err(refusal) => {
            let why = refusal.problems.into_iter().next().map(|problem| problem.phrase);
            Read::Not(why.map_or_else(AttrValue::default, |why| env.say(say::file_refused(name, why))))
        }
    }
}

/// The sheets that left, and those that came back.
fn sent(env: &Env, dossier: &Dossier) -> Html {
    html! {
        <section>
            <h3 class="h-cap">{ env.say(say::answers_sent()) }</h3>
            <p>{ tally(env, dossier) }</p>
            <ul class="out-actors">
                { for dossier.sheets.iter().map(|one| html! {
                    <li key={one.id.as_str()}>
                        <span>
                            <bdi>{ &one.name }</bdi>
                            if !one.comment.is_empty() {
                                <span class="small"><bdi>{ env.say(say::comment_kept(one.comment.as_str())) }</bdi></span>
                            }
                        </span>
                        <span class="small">{ standing(env, Some(one.as_ref())) }</span>
                    </li>
                }) }
            </ul>
        </section>
    }
}
