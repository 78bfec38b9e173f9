//! Merging a file into the open dossier: what comes, what both changed, and nothing before a person agrees.

pub(super) mod compare;
mod lines;
mod questions;
pub(super) mod snapshots;
mod work;

use std::collections::BTreeSet;
use std::rc::Rc;

use yew::prelude::*;

pub use lines::since_last;
use questions::Questions;
use work::{Work, start};

use crate::exchange::merge::{Choice, Kinship, Likeness};
use crate::findings::Severity;
use crate::i18n::Phrase;
use crate::i18n::texts::{merging as say, shell};
use crate::model::Dossier;
use crate::ui::env::{Beside, Env, Intent, Window, use_data, use_env};
use crate::ui::reports;
use crate::ui::widgets::{Button, ButtonKind, Dialog, KindMark, SeverityMark, use_settled};

/// What the decisions change is said after so many milliseconds without another.
const QUIET: u32 = 200;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// The file.
    pub(super) beside: Beside,
}

/// The dialog.
#[component]
pub(super) fn MergeDialog(props: &Props) -> Html {
    let env = use_env();
    let data = use_data();
    let work = use_state(|| None::<Rc<Work>>);
    let choices = use_state(Vec::<Option<Choice>>::new);
    let joined = use_state(BTreeSet::<usize>::new);
    let wrong = use_state(|| None::<Phrase>);
    {
        let (env, work) = (env.clone(), work.clone());
        let (ours, theirs) = (Rc::clone(&data.dossier), Rc::clone(&props.beside.dossier));
        use_effect_with((), move |()| {
            start(&env, ours, theirs, move |found| work.set(Some(Rc::new(found))));
        });
    }
    let close = env.asking(|| Intent::Show(None));
    let found = (*work).clone();
    let total = found.as_ref().map_or(0, |work| work.questions.len());
    let decided = choices.iter().filter(|choice| choice.is_some()).count();
    let apply = {
        let (env, wrong) = (env.clone(), wrong.clone());
        let (found, beside) = (found.clone(), props.beside.clone());
        let (choices, joined) = ((*choices).clone(), (*joined).clone());
        Callback::from(move |()| {
            let Some(work) = &found else { return };
            match work.decided(&env, &choices, &joined, &beside.name) {
                Ok(command) => {
                    let (revision, name) = (work.ours.revision, beside.name.clone());
                    let after = env.clone();
                    env.change(move |now| {
                        if now.revision == revision {
                            return Some(command);
                        }
                        after.toast(say::changed_meanwhile());
                        None
                    });
                    env.ask(Intent::Show(None));
                    env.ask(Intent::Toast(say::done(name), true));
                }
                Err(reason) => wrong.set(Some(reason)),
            }
        })
    };
    let compare = {
        let (env, beside) = (env.clone(), props.beside.clone());
        Callback::from(move |()| env.show(Window::Compare(Beside { later: true, ..beside.clone() })))
    };
    let merges = found.as_ref().is_some_and(|work| work.merges());
    // Resolving and comparing whole dossiers waits until no more is decided.
    let decisions = use_settled((*choices).clone(), QUIET);
    let lines = use_memo((found.clone(), decisions), |(found, choices)| {
        found.as_ref().map(|work| work.lines_with(&env, choices)).unwrap_or_default()
    });
    let foot = html! { <>
        if merges && decided < total { <p class="muted foot-note">{ env.say(say::left(total - decided)) }</p> }
        <Button label={env.say(shell::cancel())} onclick={close.clone()} />
        <Button label={env.say(say::compare_button())} onclick={compare} />
        if merges {
            <Button kind={ButtonKind::Primary} label={env.say(say::merge_do())} disabled={decided < total}
                onclick={apply} />
        }
    </> };
    html! {
        <Dialog id="tdt-merge" title={env.say(say::merge_title())} close_label={env.say(shell::close())}
            onclose={close} wide=true {foot}>
            { sides(&env, &data.dossier, &props.beside) }
            if let Some(work) = &found {
                { introduction(&env, work) }
                if let Some(reason) = &*wrong {
                    <p role="alert" class="strong">{ env.say(say::refused()) }{ " " }{ env.say(reason) }</p>
                }
                if merges {
                    if !work.lost.is_empty() {
                        <p class="strong">{ env.say(say::lost(work.lost.len())) }</p>
                        { lines::view(&env, &work.lost) }
                    }
                    { likenesses(&env, work, &joined) }
                    if total > 0 {
                        <Questions work={Rc::clone(work)} choices={(*choices).clone()}
                            onchange={{ let choices = choices.clone(); Callback::from(move |next| choices.set(next)) }} />
                    }
                    { lines::folded(&env, &lines, env.say(say::what_comes()), decided < total) }
                    <p class="small">{ env.say(say::safe()) }</p>
                }
            } else {
                <p role="status">{ env.say(say::working()) }</p>
            }
        </Dialog>
    }
}

/// Which two dossiers meet: who, which revision, when.
fn sides(env: &Env, ours: &Dossier, beside: &Beside) -> Html {
    // The day written in the open dossier is that of its last file, or of the example it began with: the bar tells
    // when it was saved.
    let side = |label: AttrValue, dossier: &Dossier, dated: bool| {
        let title = match dossier.title() {
            // The file is named above.
            "" if dated => AttrValue::default(),
            "" => env.say(shell::untitled()),
            title => AttrValue::from(title.to_owned()),
        };
        let saved =
            dossier.saved_at.as_ref().and_then(|at| crate::model::Date::parse(at.as_str().get(..10)?));
        let when = match saved {
            Some(day) => env.say(say::saved(day.0)),
            None => env.say(say::not_saved()),
        };
        let revision = env.say(say::revision(dossier.revision.unwrap_or_default() as usize));
        html! {
            <div>
                <dt>{ label }</dt>
                if !title.is_empty() { <dd class="strong"><bdi>{ title }</bdi></dd> }
                <dd class="small">{ revision } if dated { { ", " }{ when } }</dd>
            </div>
        }
    };
    html! {
        <dl class="facts merge-sides">
            { side(env.say(say::here()), ours, false) }
            { side(env.say(say::there(beside.name.as_str())), &beside.dossier, true) }
        </dl>
    }
}

fn introduction(env: &Env, work: &Work) -> Html {
    let relation = match &work.kinship {
        Kinship::Same => say::same(),
        Kinship::Earlier => say::earlier(),
        Kinship::Later => say::later(),
        Kinship::Common(_) if work.later.is_some() => say::common_older(),
        Kinship::Common(_) => say::common(),
        Kinship::Copies => say::copies(),
        Kinship::Strangers => say::strangers(),
    };
    let refusal = work.merged.as_ref().err().map(|refusal| reports::refusal(refusal, &env.texts).message);
    html! {
        <>
            <p role="status">{ env.say(relation) }</p>
            if let Some(later) = work.later {
                <p class="with-mark"><SeverityMark severity={Severity::Warning} /><span>{ env.say(say::common_old(later as usize)) }</span></p>
            }
            if let Some(refusal) = refusal {
                <p role="alert" class="strong">{ env.say(say::too_large()) }{ " " }{ refusal }</p>
            }
            if work.merges() {
                <ul class="dashes">
                    <li>{ env.say(say::comes(work.lines.len())) }</li>
                    <li>{ env.say(say::to_decide(work.questions.len())) }</li>
                    if let Some(matched) = work.merged.as_ref().ok().map(|merged| merged.matched.len()).filter(|n| *n > 0) {
                        <li>{ env.say(say::matched(matched)) }</li>
                    }
                </ul>
            }
        </>
    }
}

/// Actors that may be one, side by side.
fn likenesses(env: &Env, work: &Work, joined: &UseStateHandle<BTreeSet<usize>>) -> Html {
    let Ok(merged) = &work.merged else { return Html::default() };
    if merged.likenesses.is_empty() {
        return Html::default();
    }
    let card = |id: &crate::model::Id| {
        let Some(actor) = merged.dossier.actor(id) else { return Html::default() };
        let kind = actor.kind.map(|kind| env.say(crate::vocabulary::kind(kind)));
        html! {
            <div class="twin">
                <p class="strong"><KindMark kind={actor.kind} />{ " " }<bdi>{ &actor.name }</bdi></p>
                <p class="small">{ kind.unwrap_or_default() }
                    { for actor.identifiers.iter().map(|one| html! { <>{ " · " }{ &one.scheme }{ " " }{ &one.value }</> }) }</p>
            </div>
        }
    };
    let row = |place: usize, pair: &Likeness| {
        let option = |same: bool, words: Phrase| {
            let joined = joined.clone();
            let id = format!("tdt-twin-{place}-{}", u8::from(same));
            let onchange = {
                let joined = joined.clone();
                Callback::from(move |_: Event| {
                    let mut next = (*joined).clone();
                    if same {
                        next.insert(place)
                    } else {
                        next.remove(&place)
                    };
                    joined.set(next);
                })
            };
            html! {
                <label class="check" for={id.clone()}>
                    <input type="radio" {id} name={format!("tdt-twin-{place}")} checked={joined.contains(&place) == same} {onchange} />
                    { env.say(words) }
                </label>
            }
        };
        html! {
            <fieldset class="question">
                <legend class="vh">{ env.say(say::likenesses(1_usize)) }</legend>
                <div class="twins">{ card(&pair.ours) }{ card(&pair.theirs) }</div>
                <div class="radios row">{ option(false, say::two_actors()) }{ option(true, say::one_actor()) }</div>
            </fieldset>
        }
    };
    html! {
        <section>
            <h3 class="h-small">{ env.say(say::likenesses(merged.likenesses.len())) }</h3>
            <p class="small">{ env.say(say::likenesses_help()) }</p>
            { for merged.likenesses.iter().enumerate().map(|(place, pair)| row(place, pair)) }
        </section>
    }
}
