//! Changes in words, by step and object.

use yew::prelude::*;

use crate::exchange::changes::{Kind, Line, by_object, changes, heading};
use crate::exchange::snapshots::content;
use crate::i18n::texts::merging as say;
use crate::model::Dossier;
use crate::ui::env::{Beside, Env, Window};
use crate::ui::widgets::Button;

/// Most changes shown at once: beyond, nobody reads on.
const MOST: usize = 300;

/// The changes, with a heading a step: `h3` under the title of a dialog.
pub(super) fn view(env: &Env, lines: &[Line]) -> Html {
    view_under(env, lines, "h3", MOST)
}

/// The changes on paper: all of them.
pub(super) fn on_paper(env: &Env, lines: &[Line]) -> Html {
    view_under(env, lines, "h3", lines.len())
}

/// The changes, with the tag of the headings, and how many at most.
fn view_under(env: &Env, lines: &[Line], tag: &str, most: usize) -> Html {
    let shown = lines.get(..most).unwrap_or(lines);
    html! {
        <div class="changes">
            { for by_object(shown).into_iter().map(|(step, groups)| html! {
                <section key={step.code()}>
                    <@{tag.to_owned()} class="h-small">{ env.say(env.vocabulary.step_name(step)) }</@>
                    { for groups.into_iter().map(|group| html! {
                        <>
                            if let Some(first) = group.first() { <p class="change-of"><bdi>{ env.say(heading(first)) }</bdi></p> }
                            <ul class="change-list">
                                { for group.into_iter().map(|line| html! {
                                    <li class={mark(line.kind)}><bdi>{ env.say(&line.sentence) }</bdi></li>
                                }) }
                            </ul>
                        </>
                    }) }
                </section>
            }) }
            if lines.len() > most { <p class="small">{ env.say(say::more(lines.len() - most)) }</p> }
        </div>
    }
}

fn mark(kind: Kind) -> &'static str {
    match kind {
        Kind::Added => "change-added",
        Kind::Removed => "change-removed",
        Kind::Changed => "change-other",
    }
}

/// The changes behind a line that unfolds.
pub(super) fn folded(env: &Env, lines: &[Line], title: AttrValue, provisional: bool) -> Html {
    if lines.is_empty() {
        return Html::default();
    }
    html! {
        <details class="more">
            <summary>{ title }{ " " }<span class="pill">{ lines.len() }</span></summary>
            <div class="more-body">
                if provisional { <p class="small">{ env.say(say::for_now()) }</p> }
                { view(env, lines) }
            </div>
        </details>
    }
}

/// How many changes the summary shows.
const IN_SUMMARY: usize = 12;

/// What changed since the last snapshot, for the summary.
pub fn since_last(env: &Env, dossier: &Dossier) -> Html {
    let Some(snapshot) = dossier.snapshots.iter().rev().max_by_key(|one| one.on) else {
        return html! { <p class="muted">{ env.say(say::no_snapshot()) }</p> };
    };
    let Ok(before) = content(snapshot) else { return Html::default() };
    let title =
        if snapshot.title.is_empty() { env.say(say::untitled()).to_string() } else { snapshot.title.clone() };
    let words = match snapshot.on {
        Some(day) => say::since(title.as_str(), day.0),
        None => say::since_undated(title.as_str()),
    };
    let lines = changes(&before, &without_snapshots(dossier), &env.vocabulary);
    let beside = Beside { dossier: before.into(), name: title, later: false };
    let open = {
        let env = env.clone();
        Callback::from(move |()| env.show(Window::Compare(beside.clone())))
    };
    html! {
        <>
            <p>{ env.say(words) }{ " " }<span class="pill">{ lines.len() }</span></p>
            if lines.is_empty() {
                <p class="muted">{ env.say(say::nothing_changed()) }</p>
            } else {
                { view_under(env, lines.get(..IN_SUMMARY).unwrap_or(&lines), &env.heading(2), MOST) }
                if lines.len() > IN_SUMMARY { <p class="small">{ env.say(say::more(lines.len() - IN_SUMMARY)) }</p> }
                <p class="acts no-print"><Button class="btn-sm" label={env.say(say::see_all())} onclick={open} /></p>
            }
        </>
    }
}

/// A dossier without its snapshots: a state is compared, not its archive.
pub(super) fn without_snapshots(dossier: &Dossier) -> Dossier {
    Dossier { snapshots: crate::model::List::default(), ..dossier.clone() }
}
