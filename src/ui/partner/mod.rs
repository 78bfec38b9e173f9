//! The page of an open partner sheet: one organisation, plain questions, one way back.

mod contacts;
mod questions;

use wasm_bindgen::JsCast;
use yew::prelude::*;

use crate::exchange::sheets::progress;
use crate::i18n::Phrase;
use crate::i18n::texts::{partner as say, shell as shell_say};
use crate::model::{Dossier, PartnerSheet};
use crate::ui::env::{Env, Intent, Window, use_data, use_env};
use crate::ui::shell::{SaveState, Saving};
use crate::ui::widgets::{Button, ButtonKind, IconName, ProgressLine};

/// Id of the title, which takes the focus when the page opens.
const TITLE: &str = "tdt-partner";

/// A position in plain words, for the actor itself; what it cannot say for `None`.
pub fn position_words(value: Option<i8>) -> Phrase {
    match value {
        None => say::no_say(),
        Some(4) => say::position_p4(),
        Some(3) => say::position_p3(),
        Some(2) => say::position_p2(),
        Some(1) => say::position_p1(),
        Some(-1) => say::position_m1(),
        Some(-2) => say::position_m2(),
        Some(-3) => say::position_m3(),
        Some(-4) => say::position_m4(),
        Some(_) => say::position_0(),
    }
}

/// The page.
pub fn view(saving: Saving, undo: bool) -> Html {
    html! { <PartnerPage {saving} {undo} /> }
}

#[derive(Properties, PartialEq)]
struct Props {
    saving: Saving,
    /// Whether there is a change to take back.
    undo: bool,
}

#[component]
fn PartnerPage(props: &Props) -> Html {
    let env = use_env();
    let data = use_data();
    let (title, page) = (use_node_ref(), use_node_ref());
    {
        let title = title.clone();
        use_effect_with((), move |()| {
            if let Some(title) = title.cast::<web_sys::HtmlElement>() {
                title.focus().ok();
            }
        });
    }
    let dossier = &data.dossier;
    let opened = dossier.partner_sheet.as_ref().and_then(|sheet| {
        let actor = dossier.actors.find(&sheet.actor)?;
        Some((sheet, actor))
    });
    let Some((sheet, actor)) = opened else { return Html::default() };
    let (done, total) = progress(dossier, actor);
    let heading = env.heading(0);
    html! {
        <section class="partner" part="content" aria-labelledby={TITLE}>
            <header class="partner-bar" part="toolbar">
                <p class="h-cap"><bdi>{ dossier.title().to_owned() }</bdi></p>
                <SaveState saving={props.saving.clone()} />
            </header>
            <div class="partner-page" ref={page.clone()}>
                <header class="partner-head">
                    <p class="muted">{ env.say(say::page_title()) }</p>
                    <@{heading} class="step-title" part="title" id={TITLE} tabindex="-1" ref={title}>
                        <bdi>{ actor.name.clone() }</bdi>
                    </@>
                    <p class="lead">{ env.say(lead(&env, sheet)) }</p>
                    if !sheet.message.is_empty() {
                        <blockquote class="partner-word"><bdi>{ &sheet.message }</bdi></blockquote>
                    }
                    { problem(&env, dossier) }
                </header>
                <div class="partner-progress">
                    <ProgressLine share={done as f64 / total.max(1) as f64}>
                        <span role="status">{ env.say(say::page_progress(done, total)) }</span>
                    </ProgressLine>
                </div>
                { questions::all(&env, dossier, actor, sheet) }
                { foot(&env, sheet, props.undo, &page) }
            </div>
        </section>
    }
}

fn lead(env: &Env, sheet: &PartnerSheet) -> Phrase {
    if env.read_only {
        say::page_view()
    } else if sheet.from.is_empty() {
        say::page_lead_plain()
    } else {
        say::page_lead(sheet.from.as_str())
    }
}

fn problem(env: &Env, dossier: &Dossier) -> Html {
    let problem = dossier.project.as_ref().map(|project| project.problem.clone()).unwrap_or_default();
    if problem.is_empty() {
        return Html::default();
    }
    html! {
        <section class="partner-problem">
            <@{env.heading(1)} class="h-cap">{ env.say(say::page_problem()) }</@>
            <p><bdi>{ problem }</bdi></p>
        </section>
    }
}

/// The first field of the page that says its value is wrong: that value is not in the dossier.
fn wrong(page: &NodeRef) -> Option<web_sys::HtmlElement> {
    let page = page.cast::<web_sys::Element>()?;
    page.query_selector("[aria-invalid=true]").ok()??.dyn_into().ok()
}

fn foot(env: &Env, sheet: &PartnerSheet, undo: bool, page: &NodeRef) -> Html {
    if env.read_only {
        return Html::default();
    }
    let onsend = {
        let (env, page) = (env.clone(), page.clone());
        Callback::from(move |()| match wrong(&page) {
            Some(field) => {
                field.focus().ok();
                env.toast(say::page_send_wrong());
            }
            None => env.ask(Intent::SendBack),
        })
    };
    html! {
        <footer class="partner-foot">
            <p class="acts">
                <Button kind={ButtonKind::Primary} class="btn-lg" icon={IconName::Export} id="tdt-partner-send"
                    label={env.say(say::page_send())} onclick={onsend} />
                if !env.no_import {
                    <Button label={env.say(say::page_other())} onclick={env.asking(|| Intent::Show(Some(Window::Import)))} />
                }
                <Button kind={ButtonKind::Quiet} icon={IconName::Undo} label={env.say(shell_say::undo())} disabled={!undo}
                    onclick={env.asking(|| Intent::Undo)} />
            </p>
            <p class="small">{ env.say(say::page_send_help()) }</p>
            if let Some(day) = sheet.answered_on {
                <p class="small" role="status">{ env.say(say::page_sent(env.format().date(day.0))) }</p>
            } else {
                <p class="small">{ env.say(say::page_private()) }</p>
            }
        </footer>
    }
}
