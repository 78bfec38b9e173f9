//! Bringing a file in: it is read, a report says what is in it, and nothing changes until a person agrees.

use std::rc::Rc;

use web_sys::{DragEvent, File, HtmlInputElement};
use yew::prelude::*;

use super::answers;
use super::foreign::{self, Came, Sheet};
use crate::exchange::{self, Opened, Refusal};
use crate::findings::Severity;
use crate::i18n::Phrase;
use crate::i18n::texts::{dialogs as say, merging, shell};
use crate::model::Dossier;
use crate::ui::env::{Beside, Env, Intent, Window, use_data, use_env};
use crate::ui::files;
use crate::ui::steps::actors::PasteDialog;
use crate::ui::widgets::{Button, ButtonKind, Dialog, IconName, SeverityMark};

/// Largest file, in bytes.
const LIMIT: usize = 10 * 1024 * 1024;
/// How many lines of a list are shown before "and n more".
const SHOWN: usize = 12;

#[derive(Clone)]
enum State {
    Waiting,
    Reading,
    Unreadable,
    /// A dossier; from the file of another tool, what is said of it.
    Ready(Rc<Opened>, Option<Rc<Vec<String>>>),
    Refused(Rc<(Refusal, Vec<u8>)>),
    /// The file of another tool, refused in a sentence.
    Foreign(AttrValue),
    /// What reads the files of other tools could not be had; the file is kept for another try.
    Missing(Phrase, AttrValue, Rc<Vec<u8>>),
    /// Tables whose columns are to be named.
    Tables(Rc<Vec<Sheet>>),
}

/// The dialog.
#[component]
pub fn ImportDialog() -> Html {
    let env = use_env();
    let data = use_data();
    let state = use_state(|| State::Waiting);
    let name = use_mut_ref(String::new);
    let close = env.asking(|| Intent::Show(None));
    let take = {
        let (env, state, name) = (env.clone(), state.clone(), Rc::clone(&name));
        Callback::from(move |file: File| {
            state.set(State::Reading);
            name.replace(file.name());
            let (env, state) = (env.clone(), state.clone());
            files::read(&file, LIMIT, move |bytes| {
                match bytes.map(|bytes| (exchange::read(&bytes), bytes)) {
                    None => state.set(State::Unreadable),
                    Some((Ok(opened), _)) => state.set(State::Ready(Rc::new(opened), None)),
                    Some((Err(refusal), bytes)) if foreign::may_be(&bytes, &refusal) => {
                        convert(&env, Rc::new(bytes), state);
                    }
                    Some((Err(refusal), bytes)) => state.set(State::Refused(Rc::new((refusal, bytes)))),
                }
            });
        })
    };
    if let State::Tables(sheets) = &*state {
        return html! { <PasteDialog text={AttrValue::Static("")} sheets={Rc::clone(sheets)} onclose={close} /> };
    }
    let (body, action) = match &*state {
        State::Waiting => (picker(&env, &take), Html::default()),
        State::Reading => {
            (html! { <p role="status">{ env.say(say::import_reading()) }</p> }, Html::default())
        }
        State::Unreadable => (
            html! { <>
                <p role="alert"><SeverityMark severity={Severity::Blocking} />{ " " }{ env.say(say::import_unreadable()) }</p>
                { picker(&env, &take) }
            </> },
            Html::default(),
        ),
        State::Foreign(message) => (
            html! { <>
                <p class="with-mark" role="alert"><SeverityMark severity={Severity::Blocking} /><span>{ message }</span></p>
                { picker(&env, &take) }
            </> },
            Html::default(),
        ),
        State::Missing(words, technical, bytes) => {
            let again = {
                let (env, state, bytes) = (env.clone(), state.clone(), Rc::clone(bytes));
                Callback::from(move |()| {
                    state.set(State::Reading);
                    convert(&env, Rc::clone(&bytes), state.clone());
                })
            };
            (
                html! { <>
                    <p class="with-mark" role="alert"><SeverityMark severity={Severity::Warning} /><span>{ env.say(words) }</span></p>
                    <p class="small">{ technical }</p>
                </> },
                html! { <Button kind={ButtonKind::Primary} label={env.say(say::import_again())} onclick={again} /> },
            )
        }
        // Shown in a dialog of its own.
        State::Tables(_) => (Html::default(), Html::default()),
        State::Refused(refused) => (refusal(&env, &refused.0, &take), download(&env, refused)),
        State::Ready(opened, remarks) => {
            let confirm = {
                let (env, opened, name) = (env.clone(), Rc::clone(opened), Rc::clone(&name));
                Callback::from(move |()| {
                    let title = title_of(&env, &opened.dossier, &name.borrow());
                    env.ask(Intent::Open(Box::new(opened.dossier.clone()), say::import_done(title)));
                })
            };
            let words = if data.insights.blank { say::import_open() } else { say::import_replace() };
            let sheet = answers::at_the_import(&env, &data.dossier, &Rc::new(opened.dossier.clone()));
            let (note, look) = sheet.unwrap_or_default();
            // A table or a map holds a part of a dossier: it completes the open one unless a person wants otherwise.
            // Another version of the open dossier would undo in one key what was done here.
            let same = look.is_none() && opened.dossier.id == data.dossier.id;
            let merges = (remarks.is_some() || same) && !data.insights.blank;
            let kind = if look.is_some() || merges { ButtonKind::Secondary } else { ButtonKind::Primary };
            let open = html! { <Button {kind} label={env.say(words)} onclick={confirm} /> };
            let next = match look {
                Some(look) => html! { <>{ open }{ look }</> },
                None if data.insights.blank => open,
                None => {
                    beside(&env, &data.dossier, opened, (remarks.is_some(), merges), open, &name.borrow())
                }
            };
            let after = match remarks {
                Some(_) => say::import_merges(),
                None if same => say::import_same(),
                None => say::import_replaced(),
            };
            let remarks = remarks.as_deref().map(Vec::as_slice).unwrap_or_default();
            (
                html! { <>{ note }{ report(&env, opened, &name.borrow(), remarks, (!data.insights.blank).then_some(after)) }</> },
                next,
            )
        }
    };
    html! {
        <Dialog id="tdt-import" title={env.say(say::import_title())} close_label={env.say(shell::close())}
            onclose={close.clone()} wide={matches!(&*state, State::Ready(..) | State::Refused(_))}
            foot={html! { <><Button label={env.say(shell::cancel())} onclick={close} />{ action }</> }}>
            { body }
        </Dialog>
    }
}

/// Reads the file of another tool.
fn convert(env: &Env, bytes: Rc<Vec<u8>>, state: UseStateHandle<State>) {
    let file = Rc::clone(&bytes);
    foreign::read(env, (*file).clone(), move |came| {
        state.set(match came {
            Came::Dossier(opened, remarks) => State::Ready(Rc::new(*opened), Some(Rc::new(remarks))),
            Came::Tables(sheets) => State::Tables(Rc::new(sheets)),
            Came::Broken(refusal) => State::Refused(Rc::new((refusal, (*bytes).clone()))),
            Came::Refused(message) => State::Foreign(message.into()),
            Came::Missing(words, technical) => State::Missing(words, technical.into(), bytes),
        });
    });
}

/// What else can be done with a dossier that was read: merged into the open one, compared with it. The merge comes
/// first with the file of another tool, which says nothing of the language of the dossier.
fn beside(
    env: &Env,
    ours: &Dossier,
    opened: &Opened,
    (foreign, first): (bool, bool),
    open: Html,
    name: &str,
) -> Html {
    let mut dossier = opened.dossier.clone();
    if foreign {
        dossier.language.clone_from(&ours.language);
    }
    let beside = Beside { dossier: Rc::new(dossier), name: name.to_owned(), later: true };
    let show = |window: fn(Beside) -> Window| {
        let (env, beside) = (env.clone(), beside.clone());
        Callback::from(move |()| env.show(window(beside.clone())))
    };
    let compare =
        html! { <Button label={env.say(merging::compare_button())} onclick={show(Window::Compare)} /> };
    let kind = if first { ButtonKind::Primary } else { ButtonKind::Secondary };
    let merge =
        html! { <Button {kind} label={env.say(merging::merge_button())} onclick={show(Window::Merge)} /> };
    if first {
        html! { <>{ compare }{ open }{ merge }</> }
    } else {
        html! { <>{ compare }{ merge }{ open }</> }
    }
}

/// The title of a dossier that was read; of one whose project has none, the name of its file.
fn title_of(env: &Env, dossier: &Dossier, name: &str) -> String {
    match (dossier.title(), files::stem(name)) {
        ("", "") => env.say(shell::untitled()).to_string(),
        ("", stem) => stem.to_owned(),
        (title, _) => title.to_owned(),
    }
}

fn picker(env: &Env, take: &Callback<File>) -> Html {
    let onchange = {
        let take = take.clone();
        Callback::from(move |event: Event| {
            let input = event.target_dyn_into::<HtmlInputElement>();
            if let Some(file) = input.and_then(|input| input.files()).and_then(|files| files.get(0)) {
                take.emit(file);
            }
        })
    };
    let ondrop = {
        let take = take.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            if let Some(file) =
                event.data_transfer().and_then(|data| data.files()).and_then(|files| files.get(0))
            {
                take.emit(file);
            }
        })
    };
    let ondragover = Callback::from(|event: DragEvent| event.prevent_default());
    html! {
        <div class="drop" {ondrop} {ondragover}>
            <p class="muted">{ env.say(say::import_help()) }</p>
            <div class="field" part="field">
                <label class="label" part="label" for="tdt-import-file">{ env.say(say::import_file()) }</label>
                <input id="tdt-import-file" class="input file" part="input" type="file"
                    accept=".json,.xlsx,.csv,.tsv,.txt,.zip,application/json" {onchange} />
            </div>
            <p class="small">{ env.say(say::import_drop()) }</p>
        </div>
    }
}

/// A list of places with what is to be said of each.
fn places(env: &Env, severity: Severity, title: Phrase, lines: &[(String, Option<AttrValue>)]) -> Html {
    if lines.is_empty() {
        return Html::default();
    }
    html! {
        <section class="report-sec">
            <h3 class="h-small"><SeverityMark {severity} />{ " " }{ env.say(title) }{ " " }
                <span class="pill">{ lines.len() }</span></h3>
            <ul class="report">
                { for lines.iter().take(SHOWN).map(|(pointer, words)| html! {
                    <li>
                        <code class="pointer">{ if pointer.is_empty() { env.say(say::whole_file()) } else { pointer.clone().into() } }</code>
                        if let Some(words) = words { <span>{ words }</span> }
                    </li>
                }) }
            </ul>
            if lines.len() > SHOWN { <p class="small">{ env.say(say::import_more(lines.len() - SHOWN)) }</p> }
        </section>
    }
}

/// What was left out, made up, or is not in the file of another tool.
fn said(env: &Env, remarks: &[String]) -> Html {
    if remarks.is_empty() {
        return Html::default();
    }
    html! {
        <section class="report-sec">
            <h3 class="h-small"><SeverityMark severity={Severity::Warning} />{ " " }{ env.say(say::import_remarks()) }{ " " }
                <span class="pill">{ remarks.len() }</span></h3>
            <ul class="report">{ for remarks.iter().take(SHOWN).map(|remark| html! { <li><span dir="auto">{ remark }</span></li> }) }</ul>
            if remarks.len() > SHOWN { <p class="small">{ env.say(say::import_more(remarks.len() - SHOWN)) }</p> }
        </section>
    }
}

fn problem_lines(env: &Env, problems: &[crate::model::Problem]) -> Vec<(String, Option<AttrValue>)> {
    problems.iter().map(|problem| (problem.pointer.clone(), Some(env.say(&problem.phrase)))).collect()
}

fn refusal(env: &Env, refusal: &Refusal, take: &Callback<File>) -> Html {
    html! {
        <>
            <p role="alert" class="strong">{ env.say(say::import_refused(refusal.problems.len())) }</p>
            { places(env, Severity::Blocking, say::import_errors(), &problem_lines(env, &refusal.problems)) }
            { picker(env, take) }
        </>
    }
}

fn download(env: &Env, refused: &Rc<(Refusal, Vec<u8>)>) -> Html {
    let refused = Rc::clone(refused);
    let onclick = Callback::from(move |()| {
        files::download("fichier-refuse.json", "application/json", &refused.1).ok();
    });
    html! { <Button icon={IconName::Export} label={env.say(say::import_download())} {onclick} /> }
}

/// `after`: what becomes of the open dossier; `None` where there is nothing to replace.
fn report(env: &Env, opened: &Opened, name: &str, remarks: &[String], after: Option<Phrase>) -> Html {
    let dossier = &opened.dossier;
    let title = title_of(env, dossier, name);
    let counts = [
        (env.vocabulary.step_name(crate::vocabulary::Step::Actors), dossier.actors.len()),
        (say::count_objectives(), dossier.objectives.len()),
        (say::count_functions(), dossier.functions.len()),
        (say::count_roles(), dossier.roles.len()),
        (say::count_bodies(), dossier.bodies.len()),
        (say::count_agreements(), dossier.agreements.len()),
    ];
    let unknown: Vec<(String, Option<AttrValue>)> =
        opened.report.unknown.iter().map(|pointer| (pointer.clone(), None)).collect();
    html! {
        <>
            <p role="status" class="strong">{ env.say(say::import_ok(title)) }</p>
            <section class="report-sec">
                <h3 class="h-small">{ env.say(say::import_what()) }</h3>
                <dl class="facts">
                    { for counts.into_iter().map(|(label, count)| html! {
                        <div><dt>{ env.say(label) }</dt><dd>{ count }</dd></div>
                    }) }
                </dl>
            </section>
            { said(env, remarks) }
            { places(env, Severity::Warning, say::import_warnings(), &problem_lines(env, &opened.report.warnings)) }
            { places(env, Severity::Advice, say::import_unknown(), &unknown) }
            if !unknown.is_empty() { <p class="small">{ env.say(say::import_unknown_help()) }</p> }
            if let Some(after) = after { <p class="muted">{ env.say(after) }</p> }
        </>
    }
}
