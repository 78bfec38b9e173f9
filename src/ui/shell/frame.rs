//! The whole frame, with the current step in its middle.

use yew::prelude::*;

use super::bar::Bar;
use super::rail::Rail;
use super::status::Saving;
use super::stepbar::{Foot, StepBar};
use crate::i18n::texts::shell as say;
use crate::ui::env::{Env, Intent, Place, use_env, use_outlook};
use crate::ui::widgets::{Button, ButtonKind, IconName};
use crate::ui::{screens, steps};
use crate::vocabulary::Step;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// State of the autosave.
    pub saving: Saving,
    /// Whether the drawer is open.
    pub drawer: bool,
    /// Whether it lies over the step, where there is no room beside it.
    pub panel: bool,
    /// Whether the doors stand above the project.
    pub greeting: bool,
    /// Whether what stands behind the first view is there.
    pub loaded: bool,
    /// Whether there is something to undo, and what.
    pub undo: Option<AttrValue>,
    /// Whether there is something to redo, and what.
    pub redo: Option<AttrValue>,
    /// Permanent messages.
    #[prop_or_default]
    pub banners: Html,
    /// Current theme.
    pub theme: AttrValue,
}

/// The frame.
#[component]
pub fn Frame(props: &Props) -> Html {
    let env = use_env();
    let outlook = use_outlook();
    let title = use_node_ref();
    let visit = outlook.visit;
    {
        // A change of step moves the focus to its title, so that it is read and the keyboard starts there.
        let title = title.clone();
        use_effect_with(visit, move |visit| {
            // A step that has put the focus where the work is keeps it.
            if *visit > 0
                && !focus_in_step(&title)
                && let Some(title) = title.cast::<web_sys::HtmlElement>()
            {
                title.focus().ok();
            }
        });
    }
    let step = outlook.place.step;
    let state = outlook.insights.step(step);
    let open_here = outlook.insights.open_in(step);
    let skip = {
        let title = title.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(title) = title.cast::<web_sys::HtmlElement>() {
                title.focus().ok();
            }
        })
    };
    // The doors invite to write.
    let greeting = props.greeting && !env.read_only;
    let has_drawer = steps::has_drawer(step) && !greeting;
    let drawer_state = match (has_drawer, props.drawer) {
        (false, _) => None,
        (true, true) => Some("open"),
        (true, false) => Some("folded"),
    };
    html! {
        <>
            <button type="button" class="skip" onclick={skip}>{ env.say(say::skip()) }</button>
            <div class="shell" data-drawer={drawer_state}
                data-panel={(has_drawer && props.panel).then_some("open")}>
                if !env.no_toolbar {
                    <Bar saving={props.saving.clone()} undo={props.undo.clone()} redo={props.redo.clone()}
                        theme={props.theme.clone()} />
                }
                <div class="banners">{ props.banners.clone() }</div>
                <Rail />
                <StepBar />
                <section class="step" part="content" aria-labelledby="tdt-step">
                    if greeting {
                        <steps::Welcome {title} />
                    } else {
                        <header class="step-head">
                            <div>
                                <@{env.heading(0)} class="step-title" part="title" id="tdt-step" tabindex="-1" ref={title}>
                                    { env.say(env.vocabulary.step_name(step)) }
                                </@>
                                <p class="lead">{ env.say(env.vocabulary.step_purpose(step)) }</p>
                            </div>
                            <div class="step-act">
                                if !env.read_only && let Some(next) = state.and_then(|state| state.next.as_ref()) {
                                    <Button kind={ButtonKind::Primary} class="btn-lg" label={env.say(&next.label)}
                                        icon_after={IconName::Right} onclick={env.going(Place::from(&next.place))} />
                                }
                                if has_drawer {
                                    <button type="button" class="btn drawer-btn" part="button"
                                        onclick={env.asking(|| Intent::Drawer(true))}>
                                        { env.say(say::findings()) }{ " " }<span class="pill">{ open_here }</span>
                                    </button>
                                }
                            </div>
                        </header>
                        <div class="step-body">{ body(&env, step) }</div>
                    }
                </section>
                if has_drawer && let Some(screens) = screens::loaded() { { (screens.drawer)() } }
                <Foot />
            </div>
        </>
    }
}

/// The screen of a step. The project is part of the first view; another step shows that it is coming until then.
fn body(env: &Env, step: Step) -> Html {
    match (step, screens::loaded()) {
        (Step::Project, _) => html! { <steps::project::ProjectStep greeting=false /> },
        (_, Some(screens)) => (screens.step)(step),
        (_, None) => html! { <p class="coming">{ env.say(say::coming()) }</p> },
    }
}

/// Whether the focus is in the body of the step.
fn focus_in_step(title: &NodeRef) -> bool {
    use wasm_bindgen::JsCast;
    let root = title.get().and_then(|title| title.get_root_node().dyn_into::<web_sys::ShadowRoot>().ok());
    let active = root.and_then(|root| root.active_element());
    active.is_some_and(|active| active.closest(".step-body").ok().flatten().is_some())
}
