//! The table of the actors.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::query::{Key, Line, Query};
use super::row::{ActorRow, Tick};
use super::state::{Act, View};
use crate::i18n::texts::actors as say;
use crate::model::Id;
use crate::ui::env::use_env;
use crate::ui::widgets::{GROUP, Icon, IconName, gap, use_near};

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) lines: Rc<Vec<Line>>,
    pub(super) query: Query,
    pub(super) chosen: Option<Id>,
    pub(super) selected: Rc<BTreeSet<Id>>,
    pub(super) anchor: Option<Id>,
    pub(super) act: UseReducerDispatcher<View>,
}

/// What the callbacks of the rows read, so that they never change.
#[derive(Default)]
struct Latest {
    lines: Rc<Vec<Line>>,
    anchor: Option<Id>,
}

#[component]
pub(super) fn ActorList(props: &Props) -> Html {
    let env = use_env();
    let table = use_node_ref();
    let near = use_near(&table, props.lines.len());
    // The line where the keyboard is stays in the page, however far one scrolls; so does that of the open sheet.
    let focused = use_mut_ref(|| None::<Id>);
    let latest = use_mut_ref(Latest::default);
    *latest.borrow_mut() = Latest { lines: Rc::clone(&props.lines), anchor: props.anchor.clone() };
    let onopen = {
        let act = props.act.clone();
        use_callback((), move |id: Id, ()| act.dispatch(Act::Open(id, None)))
    };
    let ontick = {
        let act = props.act.clone();
        use_callback((), move |tick: Tick, ()| {
            let ids = if tick.range { range(&latest, &tick.id) } else { vec![tick.id.clone()] };
            act.dispatch(Act::Select(ids, tick.on, Some(tick.id)));
        })
    };
    let sort = |key: Key| {
        let (act, query) = (props.act.clone(), props.query.clone());
        Callback::from(move |_: MouseEvent| act.dispatch(Act::Ask(query.sorted_by(key))))
    };
    let direction = |key: Key| {
        (props.query.sort == key).then_some(if props.query.down { "descending" } else { "ascending" })
    };
    let header = |key: Key, label: AttrValue, class: &'static str| {
        html! {
            <th scope="col" class={classes!((!class.is_empty()).then_some(class))} aria-sort={direction(key)}>
                <button type="button" class="sort" part="button" onclick={sort(key)}>
                    { label }<Icon name={IconName::Down} small=true class="sort-i" />
                </button>
            </th>
        }
    };
    let all =
        !props.lines.is_empty() && props.lines.iter().all(|line| props.selected.contains(&line.actor.id));
    let toggle_all = {
        let (act, lines) = (props.act.clone(), Rc::clone(&props.lines));
        Callback::from(move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                let ids = lines.iter().map(|line| line.actor.id.clone()).collect();
                act.dispatch(Act::Select(ids, input.checked(), None));
            }
        })
    };
    let onfocusin = {
        let (focused, lines) = (Rc::clone(&focused), Rc::clone(&props.lines));
        Callback::from(move |event: FocusEvent| {
            let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
            let row = target.and_then(|target| target.closest("[aria-rowindex]").ok().flatten());
            let place = row.and_then(|row| row.get_attribute("aria-rowindex")?.parse::<usize>().ok());
            let line = place.and_then(|place| lines.get(place.checked_sub(2)?));
            *focused.borrow_mut() = line.map(|line| line.actor.id.clone());
        })
    };
    if let Some(chosen) = &props.chosen {
        *focused.borrow_mut() = Some(chosen.clone());
    }
    let kept = focused.borrow().clone();
    let kept = |line: &Line| Some(&line.actor.id) == kept.as_ref();
    html! {
        <table class={classes!("table", "stack", near.long().then_some("long"))} part="list" ref={table} {onfocusin}
            aria-rowcount={(props.lines.len() + 1).to_string()}>
            <caption class="vh">{ env.say(say::table_caption()) }</caption>
            <thead>
                <tr>
                    if !env.read_only {
                        <td class="col-check">
                            <input type="checkbox" checked={all} onchange={toggle_all}
                                aria-label={env.say(say::select_all())} />
                        </td>
                    }
                    { header(Key::Name, env.say(say::organisations(props.lines.len())), "") }
                    { header(Key::Nature, env.say(say::column_nature()), "col-opt") }
                    { header(Key::Place, env.say(say::column_place()), "col-opt") }
                    { header(Key::Sheet, env.say(say::column_sheet()), "col-ring") }
                </tr>
            </thead>
            { for props.lines.chunks(GROUP).enumerate().map(|(group, lines)| {
                let first = group * GROUP;
                let height =
                    (!near.shows(group) && !lines.iter().any(kept)).then(|| near.height(lines.len()));
                html! {
                    <Group key={group} lines={lines.to_vec()} {first} {height} onopen={onopen.clone()}
                        ontick={(!env.read_only).then(|| ontick.clone())}
                        chosen={props.chosen.as_ref().filter(|id| lines.iter().any(|line| line.actor.id == **id)).cloned()}
                        selected={selected_among(&props.selected, lines)} />
                }
            }) }
        </table>
    }
}

/// Which of the lines are selected.
fn selected_among(selected: &BTreeSet<Id>, lines: &[Line]) -> Vec<bool> {
    if selected.is_empty() {
        return Vec::new();
    }
    lines.iter().map(|line| selected.contains(&line.actor.id)).collect()
}

#[derive(Properties, PartialEq)]
struct GroupProps {
    lines: Vec<Line>,
    /// Place of the first line in the list, from 0.
    first: usize,
    /// Instead of its lines, the height they keep.
    height: Option<u32>,
    /// The line whose sheet is open, where it is one of these.
    chosen: Option<Id>,
    /// Which lines are selected; none when empty.
    selected: Vec<bool>,
    onopen: Callback<Id>,
    ontick: Option<Callback<Tick>>,
}

/// Lines that are drawn together or not at all.
#[component]
fn Group(props: &GroupProps) -> Html {
    if let Some(height) = props.height {
        return gap(height);
    }
    html! {
        <tbody>
            { for props.lines.iter().enumerate().map(|(place, line)| html! {
                <ActorRow key={line.actor.id.as_str()} line={line.clone()} place={props.first + place}
                    onopen={props.onopen.clone()} ontick={props.ontick.clone()}
                    current={props.chosen.as_ref() == Some(&line.actor.id)}
                    checked={props.selected.get(place).copied().unwrap_or_default()} />
            }) }
        </tbody>
    }
}

/// The actors between the last one ticked and this one, both included.
fn range(latest: &RefCell<Latest>, to: &Id) -> Vec<Id> {
    let latest = latest.borrow();
    let place = |id: &Id| latest.lines.iter().position(|line| line.actor.id == *id);
    let Some(end) = place(to) else { return Vec::new() };
    let start = latest.anchor.as_ref().and_then(place).unwrap_or(end);
    let (first, last) = (start.min(end), start.max(end));
    latest.lines.iter().skip(first).take(last - first + 1).map(|line| line.actor.id.clone()).collect()
}
