//! What changed between the open dossier and another: a file, a snapshot, a kept version.

use std::rc::Rc;

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::lines::{on_paper, view, without_snapshots};
use crate::exchange::changes::{Kind, as_text, changes};
use crate::i18n::texts::changes::raw;
use crate::i18n::texts::{merging as say, shell};
use crate::ui::env::{Beside, Intent, Window, use_data, use_env};
use crate::ui::files;
use crate::ui::widgets::{Button, Dialog, IconName, SelectField, SelectOption, after_render};
use crate::vocabulary::Step;

#[derive(Properties, PartialEq)]
pub(in crate::ui::dialogs) struct Props {
    /// The other dossier.
    pub(in crate::ui::dialogs) beside: Beside,
}

/// The kinds of change in the filter.
const KINDS: [(&str, Kind); 3] =
    [("added", Kind::Added), ("removed", Kind::Removed), ("changed", Kind::Changed)];

/// Where the copy of the words stands.
#[derive(Clone, PartialEq)]
enum Copied {
    No,
    Yes,
    /// The browser has no clipboard for us: the words are there to be copied by hand.
    ByHand(String),
}

/// The dialog.
#[component]
pub(in crate::ui::dialogs) fn CompareDialog(props: &Props) -> Html {
    let env = use_env();
    let data = use_data();
    let step = use_state(String::new);
    let kind = use_state(String::new);
    let lines = {
        let now = Rc::clone(&data.dossier);
        let (beside, vocabulary) = (props.beside.clone(), Rc::clone(&env.vocabulary));
        use_memo((), move |()| {
            let (now, other) = (without_snapshots(&now), without_snapshots(&beside.dossier));
            let (before, after) = if beside.later { (&now, &other) } else { (&other, &now) };
            changes(before, after, &vocabulary)
        })
    };
    let chosen = KINDS.iter().find(|(word, _)| *word == kind.as_str()).map(|(_, kind)| *kind);
    let shown: Vec<_> = lines
        .iter()
        .filter(|line| step.is_empty() || line.step.code() == step.as_str())
        .filter(|line| chosen.is_none_or(|kind| line.kind == kind))
        .cloned()
        .collect();
    let present = Step::ALL.iter().filter(|step| lines.iter().any(|line| line.step == **step));
    let steps = present.map(|step| SelectOption::new(step.code(), env.say(env.vocabulary.step_name(*step))));
    let kinds = [say::additions(), say::removals(), say::others()];
    let kinds = KINDS.iter().zip(kinds).map(|((word, _), words)| SelectOption::new(*word, env.say(words)));
    let from_to = if props.beside.later { say::to_file } else { say::since_then };
    let title = env.say(from_to(props.beside.name.clone()));
    let text = {
        let (texts, shown, title) = (env.texts.clone(), shown.clone(), title.clone());
        move || format!("{title}\n\n{}\n", as_text(&shown, &texts))
    };
    let copied = use_state(|| Copied::No);
    let field = use_node_ref();
    {
        let (copied, field) = (copied.clone(), field.clone());
        use_effect_with((*copied).clone(), move |now| {
            if let (Copied::ByHand(_), Some(field)) = (now, field.cast::<HtmlTextAreaElement>())
                && files::copy_selection(&field)
            {
                copied.set(Copied::Yes);
            }
        });
    }
    let copy = {
        let (text, copied) = (text.clone(), copied.clone());
        Callback::from(move |()| {
            let (text, copied) = (text(), copied.clone());
            files::copy(&text.clone(), move |done| {
                copied.set(if done { Copied::Yes } else { Copied::ByHand(text) });
            });
        })
    };
    let save = {
        let env = env.clone();
        let dossier = Rc::clone(&data.dossier);
        Callback::from(move |()| {
            let text = text();
            let day = env.today().to_string();
            let what = env.say(say::compare_title());
            let revision = dossier.revision.unwrap_or_default();
            let name = files::picture_name(&day, dossier.title(), revision, &what, "txt");
            files::download(&name, "text/plain;charset=utf-8", text.as_bytes()).ok();
        })
    };
    // All of it is made for paper when it is asked for: on the screen, nobody reads on that far.
    let paper = use_state(|| false);
    let print = {
        let (env, paper) = (env.clone(), paper.clone());
        Callback::from(move |()| {
            paper.set(true);
            let env = env.clone();
            after_render(move || env.ask(Intent::Print("roles")));
        })
    };
    let set = |state: &UseStateHandle<String>| {
        let state = state.clone();
        Callback::from(move |value: String| state.set(value))
    };
    let merge = {
        let (env, beside) = (env.clone(), props.beside.clone());
        Callback::from(move |()| env.show(Window::Merge(beside.clone())))
    };
    html! {
        <>
        <Dialog id="tdt-compare" title={env.say(say::compare_title())} close_label={env.say(shell::close())}
            onclose={env.asking(|| Intent::Show(None))} wide=true foot={html! { <>
                if !lines.is_empty() && !env.no_export {
                    <Button label={env.say(say::copy())} onclick={copy} />
                    <Button icon={IconName::Export} label={env.say(say::save_text())} onclick={save} />
                }
                if !lines.is_empty() {
                    <Button icon={IconName::Print} label={env.say(say::print())} onclick={print} />
                }
                if props.beside.later && !env.read_only {
                    <Button label={env.say(say::merge_button())} onclick={merge} />
                }
                <Button label={env.say(shell::close())} onclick={env.asking(|| Intent::Show(None))} />
            </> }}>
            <p><bdi>{ title.clone() }</bdi></p>
            <p role="status" class={classes!((*copied == Copied::No).then_some("vh"))}>{ match &*copied {
                Copied::No => AttrValue::default(),
                Copied::Yes => env.say(say::copied()),
                Copied::ByHand(_) => env.say(say::copy_by_hand()),
            } }</p>
            if let Copied::ByHand(text) = &*copied {
                <textarea class="input area" part="input" dir="auto" readonly=true rows="8" ref={field} aria-label={env.say(say::copy_text())} value={text.clone()} />
            }
            if lines.is_empty() {
                <p role="status">{ env.say(say::nothing_changed()) }</p>
            } else {
                <div class="change-filters">
                    <SelectField id="tdt-compare-step" label={env.say(say::filter_step())} value={(*step).clone()}
                        none={env.say(say::all_steps())} options={steps.collect::<Vec<_>>()} onchange={set(&step)} />
                    <SelectField id="tdt-compare-kind" label={env.say(say::filter_kind())} value={(*kind).clone()}
                        none={env.say(say::all_kinds())} options={kinds.collect::<Vec<_>>()} onchange={set(&kind)} />
                    <p class="strong" role="status">{ env.say(say::count(shown.len())) }</p>
                </div>
                { view(&env, &shown) }
            }
        </Dialog>
        // Beside the dialog, which is not for paper.
        if *paper {
            <div class="printroom">
                <h2 class="h-block">{ title }</h2>
                <p class="small"><bdi>{ data.dossier.title().to_owned() }</bdi>{ " · " }{ env.say(raw(env.today().0)) }</p>
                { on_paper(&env, &shown) }
            </div>
        }
        </>
    }
}
