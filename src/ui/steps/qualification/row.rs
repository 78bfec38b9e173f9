//! Rows of the table, by groups: a change draws the rows of one group again, and only those that differ.

use std::rc::Rc;

use yew::prelude::*;

use super::values::{Words, column, shown};
use crate::model::{Actor, Criterion};
use crate::ui::live::use_live;
use crate::ui::steps::heads;
use crate::ui::widgets::{KindMark, Value, gap};

#[derive(Properties)]
pub(super) struct GroupProps {
    pub(super) actors: Vec<Rc<Actor>>,
    /// Place of the first row in the table, from 0.
    pub(super) first: usize,
    /// Instead of its rows, the height they keep: the group is far from what is seen.
    pub(super) height: Option<u32>,
    /// The current cell, when it is in the group: place of the row in it, and criterion.
    pub(super) current: Option<(usize, Criterion)>,
    pub(super) words: Rc<Words>,
    pub(super) by: AttrValue,
    pub(super) unnamed: AttrValue,
}

impl PartialEq for GroupProps {
    fn eq(&self, other: &Self) -> bool {
        self.height == other.height
            && self.current == other.current
            && self.first == other.first
            && self.by == other.by
            && Rc::ptr_eq(&self.words, &other.words)
            && self.actors.len() == other.actors.len()
            && self.actors.iter().zip(&other.actors).all(|(one, other)| Rc::ptr_eq(one, other))
    }
}

/// A group of rows.
#[component]
pub(super) fn Group(props: &GroupProps) -> Html {
    if let Some(height) = props.height {
        return gap(height);
    }
    html! {
        <tbody>
            { for props.actors.iter().enumerate().map(|(place, actor)| {
                let current = props.current.filter(|(row, _)| *row == place).map(|(_, criterion)| criterion);
                html! {
                    <Row key={actor.id.as_str()} actor={Rc::clone(actor)} place={props.first + place} {current}
                        words={Rc::clone(&props.words)} by={props.by.clone()} unnamed={props.unnamed.clone()} />
                }
            }) }
        </tbody>
    }
}

#[derive(Properties)]
struct RowProps {
    actor: Rc<Actor>,
    place: usize,
    current: Option<Criterion>,
    words: Rc<Words>,
    by: AttrValue,
    unnamed: AttrValue,
}

impl PartialEq for RowProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.actor, &other.actor)
            && self.place == other.place
            && self.current == other.current
            && self.by == other.by
            && Rc::ptr_eq(&self.words, &other.words)
    }
}

/// The row of an actor. Keys and clicks are read by the table, from `data-actor` and `data-c`.
#[component]
fn Row(props: &RowProps) -> Html {
    let RowProps { words, current, .. } = props;
    let actor = use_live(&props.actor);
    let name = if actor.name.trim().is_empty() { props.unnamed.clone() } else { actor.name.clone().into() };
    html! {
        <tr data-actor={actor.id.to_string()} data-current={current.map(|_| "true")}
            aria-rowindex={(props.place + 2).to_string()} part="item">
            <th scope="row">
                <span class="row-open"><KindMark kind={actor.kind} size={19} />{ heads::narrow_row(&name) }</span>
            </th>
            { for Criterion::ALL.iter().map(|criterion| {
                let value = shown(&actor, *criterion, &props.by);
                let here = *current == Some(*criterion);
                html! {
                    <td class="q" role="gridcell" data-c={column(*criterion).to_string()}
                        tabindex={if here { "0" } else { "-1" }} data-current={here.then_some("true")}
                        aria-label={words.both(*criterion, value)}>
                        <Value text={words.figure(*criterion, value)} {value} stance={*criterion == Criterion::Stance} />
                    </td>
                }
            }) }
        </tr>
    }
}
