//! The top bar: the title edited in place, the truth about saving, undo and redo, and the two doors of the file.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::status::{SaveState, Saving};
use crate::edit::Command;
use crate::i18n::Lang;
use crate::i18n::texts::merging::snapshots_entry;
use crate::i18n::texts::shell as say;
use crate::ui::env::{Intent, Window, use_data, use_env};
use crate::ui::widgets::{Button, Icon, IconName, Menu, MenuEntry, after_render};

#[derive(Properties, PartialEq)]
pub struct Props {
    /// State of the autosave.
    pub saving: Saving,
    /// What undo would undo.
    pub undo: Option<AttrValue>,
    /// What redo would redo.
    pub redo: Option<AttrValue>,
    /// Current theme.
    pub theme: AttrValue,
}

/// The top bar.
#[component]
pub fn Bar(props: &Props) -> Html {
    let env = use_env();
    let entries = use_memo((env.clone(), props.theme.clone()), |(env, theme)| entries(env, theme));
    html! {
        <header class="bar" part="toolbar">
            { logo() }
            <Title />
            <SaveState saving={props.saving.clone()} />
            <div class="bar-acts">
                if !env.read_only {
                    <History class="bar-undo" icon={IconName::Undo} label={env.say(say::undo())}
                        what={props.undo.clone()} onclick={env.asking(|| Intent::Undo)} />
                    <History class="bar-redo" icon={IconName::Redo} label={env.say(say::redo())}
                        what={props.redo.clone()} onclick={env.asking(|| Intent::Redo)} />
                    <span class="bar-sep"></span>
                }
                if !env.no_import && !env.read_only {
                    <Button class="bar-io" icon={IconName::Import} label={env.say(say::import())}
                        onclick={env.asking(|| Intent::Show(Some(Window::Import)))} />
                }
                if !env.no_export {
                    <Button class="bar-io" icon={IconName::Export} label={env.say(say::export())}
                        onclick={env.asking(|| Intent::Show(Some(Window::Export)))} />
                }
                <Menu id="tdt-more" label={env.say(say::more())} entries={(*entries).clone()} />
            </div>
        </header>
    }
}

fn logo() -> Html {
    let seats =
        [("14", "3"), ("23.5", "8.5"), ("23.5", "19.5"), ("14", "25"), ("4.5", "19.5"), ("4.5", "8.5")];
    html! {
        <svg class="logo" viewBox="0 0 28 28" width="28" height="28" aria-hidden="true">
            <circle class="logo-table" cx="14" cy="14" r="5.6" />
            { for seats.iter().map(|(x, y)| html! {
                <circle class="logo-seat" cx={*x} cy={*y} r="2.3" />
            }) }
        </svg>
    }
}

/// Whether the system asks for dark pages.
fn system_is_dark() -> bool {
    let query = web_sys::window()
        .and_then(|window| window.match_media("(prefers-color-scheme: dark)").ok().flatten());
    query.is_some_and(|query| query.matches())
}

fn entries(env: &crate::ui::env::Env, theme: &AttrValue) -> Vec<MenuEntry> {
    let entry = |label, icon, apart, intent: fn() -> Intent| MenuEntry {
        label: env.say(label),
        icon,
        apart,
        beside: matches!(icon, Some(IconName::Import | IconName::Export)),
        act: env.asking(intent),
    };
    let mut entries = Vec::new();
    if !env.no_import && !env.read_only {
        entries.push(entry(say::import_file(), Some(IconName::Import), false, || {
            Intent::Show(Some(Window::Import))
        }));
    }
    if !env.no_export {
        entries.push(entry(say::export_file(), Some(IconName::Export), false, || {
            Intent::Show(Some(Window::Export))
        }));
    }
    entries.push(entry(say::role_table(), Some(IconName::Print), false, || {
        Intent::Show(Some(Window::RoleTable(None)))
    }));
    if !env.read_only && !env.no_export {
        entries.push(entry(say::sheets(), Some(IconName::Doc), false, || {
            Intent::Show(Some(Window::Sheets(Vec::new())))
        }));
    }
    if !env.read_only {
        entries.push(entry(say::examples(), None, true, || Intent::Show(Some(Window::Examples))));
        entries.push(entry(say::blank(), None, false, || Intent::Blank));
        entries.push(entry(say::revisions(), None, false, || Intent::Show(Some(Window::Revisions))));
        if env.kept_here {
            entries.push(entry(say::erase(), Some(IconName::Trash), false, || {
                Intent::Show(Some(Window::Erase))
            }));
        }
    }
    entries.push(entry(snapshots_entry(), None, env.read_only, || Intent::Show(Some(Window::Snapshots))));
    match env.texts.lang() {
        Lang::Fr => entries.push(entry(say::in_english(), None, true, || Intent::Speak(Lang::En))),
        Lang::En => entries.push(entry(say::in_french(), None, true, || Intent::Speak(Lang::Fr))),
    }
    if theme == "dark" || (theme == "auto" && system_is_dark()) {
        entries.push(entry(say::light_theme(), None, false, || Intent::Theme("light")));
    } else {
        entries.push(entry(say::dark_theme(), None, false, || Intent::Theme("dark")));
    }
    entries.push(entry(say::keys(), None, false, || Intent::Show(Some(Window::Keys))));
    entries
}

#[derive(Properties, PartialEq)]
struct HistoryProps {
    class: &'static str,
    icon: IconName,
    label: AttrValue,
    what: Option<AttrValue>,
    onclick: Callback<()>,
}

/// Undo or redo: named, and saying what it would undo.
#[component]
fn History(props: &HistoryProps) -> Html {
    let onclick = {
        let act = props.onclick.clone();
        Callback::from(move |_: MouseEvent| act.emit(()))
    };
    // `aria-disabled` keeps the button reachable: focus is not lost when the last change is undone.
    let disabled = props.what.is_none();
    let name = props.what.as_ref().map(|what| format!("{}\u{a0}: {what}", props.label));
    html! {
        <button type="button" class={classes!("btn", "btn-quiet", props.class)} part="button" title={name.clone()}
            aria-label={name.unwrap_or_else(|| props.label.to_string())}
            aria-disabled={disabled.then_some("true")} {onclick}>
            <Icon name={props.icon} /><span>{ &props.label }</span>
        </button>
    }
}

/// The title of the dossier, edited in place.
#[component]
fn Title() -> Html {
    let env = use_env();
    let data = use_data();
    let editing = use_state(|| false);
    let input = use_node_ref();
    let title = data.dossier.title().to_owned();
    if *editing {
        let oninput = {
            let env = env.clone();
            Callback::from(move |event: InputEvent| {
                let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
                let title = input.value();
                env.typing("project.title", move |dossier| {
                    let mut project = dossier.project.clone().unwrap_or_default();
                    project.title = title;
                    Some(Command::Project(project))
                });
            })
        };
        let done = {
            let editing = editing.clone();
            Callback::from(move |_: FocusEvent| editing.set(false))
        };
        let onkeydown = Callback::from(|event: KeyboardEvent| {
            if matches!(event.key().as_str(), "Enter" | "Escape") {
                event.stop_propagation();
                let target = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlElement>().ok());
                if let Some(target) = target {
                    target.blur().ok();
                }
            }
        });
        html! {
            <div class="bar-title">
                <input class="input title-input" part="title input" ref={input} value={title} dir="auto"
                    aria-label={env.say(say::dossier_title())} {oninput} onblur={done} {onkeydown} />
            </div>
        }
    } else {
        let words = if title.is_empty() { env.say(say::untitled()) } else { AttrValue::from(title) };
        if env.read_only {
            return html! { <div class="bar-title"><bdi>{ words }</bdi></div> };
        }
        let edit = {
            let (editing, input) = (editing.clone(), input.clone());
            Callback::from(move |_: MouseEvent| {
                editing.set(true);
                let input = input.clone();
                after_render(move || {
                    if let Some(input) = input.cast::<HtmlInputElement>() {
                        input.focus().ok();
                        input.select();
                    }
                });
            })
        };
        html! {
            <div class="bar-title">
                <button type="button" class="title-edit" part="title" onclick={edit}
                    title={env.say(say::rename())}>
                    <span><bdi>{ words }</bdi></span><Icon name={IconName::Pen} small=true />
                    <span class="vh">{ env.say(say::rename()) }</span>
                </button>
            </div>
        }
    }
}
