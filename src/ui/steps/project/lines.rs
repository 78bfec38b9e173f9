//! A list written line by line: Enter makes the next one, and each letter is already in the dossier.
//!
//! The empty line at the end bears the id its record will have. The first letter creates the record, so the line
//! keeps its place, its focus and its caret, and a tab closed in the middle of a word loses nothing.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::edit::drawn_id;
use crate::i18n::texts::project as say;
use crate::model::Id;
use crate::ui::env::{Env, entropy, use_env};
use crate::ui::widgets::{IconButton, IconName, focus_id};

/// A line.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Id of its record.
    pub id: Id,
    /// Boxed code, such as F5.
    pub code: AttrValue,
    /// Words.
    pub title: String,
    /// What it is linked to.
    pub links: Vec<AttrValue>,
    /// Its details, while they are open.
    pub detail: Option<Html>,
}

/// What a person did to a line.
#[derive(Clone, Debug, PartialEq)]
pub enum LineEvent {
    /// Wrote it; the record may not exist yet.
    Write(Id, String),
    /// Took it away.
    Remove(Id),
    /// Moved it to a place.
    Move(Id, usize),
    /// Opened or closed its details.
    Toggle(Id),
}

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Name of the list, also a prefix of the ids of its controls.
    pub name: &'static str,
    /// Lines.
    pub lines: Vec<Line>,
    /// Id and code of the next line.
    pub next: (Id, AttrValue),
    /// Invitation in the empty line.
    pub placeholder: AttrValue,
    /// Accessible name of a line's field.
    pub label: AttrValue,
    /// Whether lines have details.
    #[prop_or(true)]
    pub details: bool,
    /// What to do.
    pub onevent: Callback<LineEvent>,
}

fn input_id(name: &str, id: &Id) -> String {
    format!("tdt-{name}-{id}")
}

/// The list.
#[component]
pub fn Lines(props: &Props) -> Html {
    let env = use_env();
    let node = use_node_ref();
    let total = props.lines.len();
    let ids: Vec<Id> =
        props.lines.iter().map(|line| line.id.clone()).chain(std::iter::once(props.next.0.clone())).collect();
    let row = |index: usize, line: &Line, new: bool| {
        let neighbours = Neighbours {
            before: index.checked_sub(1).and_then(|index| ids.get(index)).cloned(),
            after: ids.get(index + 1).cloned(),
        };
        html! {
            <Row key={line.id.to_string()} name={props.name} line={line.clone()} {new} {index} {total} {neighbours}
                placeholder={props.placeholder.clone()} label={props.label.clone()} details={props.details}
                onevent={props.onevent.clone()} near={node.clone()} />
        }
    };
    let new = Line {
        id: props.next.0.clone(),
        code: props.next.1.clone(),
        title: String::new(),
        links: Vec::new(),
        detail: None,
    };
    // One list: the line at the end keeps its element when its record appears, and with it the focus and the caret.
    let mut rows: Vec<Html> =
        props.lines.iter().enumerate().map(|(index, line)| row(index, line, false)).collect();
    if !env.read_only {
        rows.push(row(total, &new, true));
    }
    html! {
        <ol class="lines" ref={node.clone()}>
            { for rows }
        </ol>
    }
}

#[derive(Clone, PartialEq)]
struct Neighbours {
    before: Option<Id>,
    after: Option<Id>,
}

#[derive(Properties, PartialEq)]
struct RowProps {
    name: &'static str,
    line: Line,
    new: bool,
    index: usize,
    total: usize,
    neighbours: Neighbours,
    placeholder: AttrValue,
    label: AttrValue,
    details: bool,
    onevent: Callback<LineEvent>,
    near: NodeRef,
}

/// Focuses the field that stands `by` lines after the one under an event, once what was typed is rendered: the next
/// line may not be there yet when Enter is pressed.
fn focus_by(event: &KeyboardEvent, by: i32) {
    let Some(field) = event.target_dyn_into::<HtmlElement>() else { return };
    let look = move || {
        let list = field.closest("ol").ok().flatten()?;
        let fields = list.query_selector_all(".line-input").ok()?;
        let at = (0..fields.length())
            .find(|index| fields.get(*index).is_some_and(|node| node.is_same_node(Some(&field))))?;
        let next = fields.get(at.checked_add_signed(by)?)?;
        next.dyn_into::<HtmlElement>().ok()?.focus().ok()
    };
    if look().is_none() {
        gloo::timers::callback::Timeout::new(40, move || {
            look();
        })
        .forget();
    }
}

fn keys(props: &RowProps, env: &Env) -> Callback<KeyboardEvent> {
    let (name, near, act) = (props.name, props.near.clone(), props.onevent.clone());
    let (line, new, index, total) = (props.line.clone(), props.new, props.index, props.total);
    let (before, after) = (props.neighbours.before.clone(), props.neighbours.after.clone());
    let read_only = env.read_only;
    Callback::from(move |event: KeyboardEvent| {
        let empty =
            event.target_dyn_into::<HtmlTextAreaElement>().is_some_and(|area| area.value().is_empty());
        match event.key().as_str() {
            _ if event.is_composing() => return,
            "ArrowUp" if event.alt_key() && !new && index > 0 && !read_only => {
                act.emit(LineEvent::Move(line.id.clone(), index - 1));
                focus_id(&near, input_id(name, &line.id));
            }
            "ArrowDown" if event.alt_key() && !new && index + 1 < total && !read_only => {
                act.emit(LineEvent::Move(line.id.clone(), index + 1));
                focus_id(&near, input_id(name, &line.id));
            }
            "ArrowUp" => focus_by(&event, -1),
            "Enter" | "ArrowDown" => focus_by(&event, 1),
            "Backspace" if empty && !new && !read_only => {
                act.emit(LineEvent::Remove(line.id.clone()));
                if let Some(id) = before.as_ref().or(after.as_ref()) {
                    focus_id(&near, input_id(name, id));
                }
            }
            _ => return,
        }
        event.prevent_default();
    })
}

#[component]
fn Row(props: &RowProps) -> Html {
    let env = use_env();
    let line = &props.line;
    let id = input_id(props.name, &line.id);
    let oninput = {
        let (act, id) = (props.onevent.clone(), line.id.clone());
        Callback::from(move |event: InputEvent| {
            if let Some(area) = event.target_dyn_into::<HtmlTextAreaElement>() {
                // A text pasted in several lines is one title.
                act.emit(LineEvent::Write(id.clone(), area.value().replace('\n', " ")));
            }
        })
    };
    let emit = |event: fn(Id) -> LineEvent| {
        let (act, id) = (props.onevent.clone(), line.id.clone());
        Callback::from(move |()| act.emit(event(id.clone())))
    };
    let remove = {
        let (act, id, near, name) = (props.onevent.clone(), line.id.clone(), props.near.clone(), props.name);
        let next = props.neighbours.after.clone().or_else(|| props.neighbours.before.clone());
        Callback::from(move |()| {
            act.emit(LineEvent::Remove(id.clone()));
            if let Some(next) = &next {
                focus_id(&near, input_id(name, next));
            }
        })
    };
    let open = line.detail.is_some();
    let named = |phrase: crate::i18n::Phrase| env.say(phrase);
    // A place in view for a line reached by the keyboard, under sticky heads.
    let onfocus = Callback::from(|event: FocusEvent| {
        if let Some(element) = event.target_dyn_into::<HtmlElement>() {
            crate::ui::files::reveal(&element);
        }
    });
    html! {
        <li class={classes!("line", props.new.then_some("line-new"))} data-open={open.then_some("true")}>
            <span class="code" aria-hidden="true">{ &line.code }</span>
            if env.read_only {
                <p class="told line-told" {id}><bdi>{ line.title.clone() }</bdi></p>
            } else {
            <span class="grow" data-text={line.title.clone()}>
                <textarea id={id} class="input line-input" data-entry={props.new.then_some("")} part="input" rows="1" dir="auto" autocomplete="off"
                    value={line.title.clone()} aria-label={format!("{} {}", props.label, line.code)}
                    placeholder={props.new.then(|| props.placeholder.clone())}
                    maxlength={crate::model::json::MAX_TEXT.to_string()} {oninput} {onfocus}
                    onkeydown={keys(props, &env)} />
            </span>
            }
            if !line.links.is_empty() {
                <ul class="chips">{ for line.links.iter().map(|link| html! { <li class="code">{ link }</li> }) }</ul>
            }
            if !props.new {
                <span class="row-acts">
                    if props.details {
                        <IconButton class="btn-sm" icon={if open { IconName::ChevronDown } else { IconName::ChevronRight }}
                            label={named(say::line_details(line.title.as_str()))} expanded={open}
                            onclick={emit(LineEvent::Toggle)} />
                    }
                    if !env.read_only {
                        <IconButton class="btn-sm" icon={IconName::Trash} label={named(say::line_remove(line.title.as_str()))}
                            onclick={remove} />
                    }
                </span>
            }
            if let Some(detail) = &line.detail { <div class="line-detail">{ detail.clone() }</div> }
        </li>
    }
}

/// The id of the next line: a fresh one each time the record of the one before exists.
#[hook]
pub fn use_next_id(prefix: &'static str, taken: impl Fn(&Id) -> bool) -> Id {
    let next = use_mut_ref(|| None::<Id>);
    let known = next.borrow().clone().filter(|id| !taken(id));
    known.unwrap_or_else(|| {
        let id = drawn_id(prefix, entropy());
        *next.borrow_mut() = Some(id.clone());
        id
    })
}
