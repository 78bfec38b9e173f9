//! Rows of the matrix, by groups: a figure draws one row again, and of many groups only those in sight are drawn.

use std::rc::Rc;

use yew::prelude::*;

use super::table::signed;
use super::words::Words;
use crate::analysis::coherence::Row as Values;
use crate::model::Actor;
use crate::ui::live::use_newer;
use crate::ui::steps::grid::{Columns, cells};
use crate::ui::steps::heads;
use crate::ui::widgets::KindMark;

/// A line of the matrix: an actor and its values.
#[derive(Clone)]
pub(super) struct Line {
    pub(super) actor: Rc<Actor>,
    pub(super) values: Rc<Values>,
}

impl PartialEq for Line {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.actor, &other.actor) && Rc::ptr_eq(&self.values, &other.values)
    }
}

#[derive(Properties)]
pub(super) struct GroupProps {
    pub(super) lines: Vec<Line>,
    /// Place of the first row, from 0.
    pub(super) first: usize,
    /// The current cell, when it is in the group: row in it, and column.
    pub(super) current: Option<(usize, usize)>,
    pub(super) columns: Columns,
    pub(super) words: Rc<Words>,
    pub(super) by: AttrValue,
}

impl PartialEq for GroupProps {
    fn eq(&self, other: &Self) -> bool {
        self.current == other.current
            && self.columns == other.columns
            && self.first == other.first
            && self.by == other.by
            && Rc::ptr_eq(&self.words, &other.words)
            && self.lines == other.lines
    }
}

/// A group of rows.
#[component]
pub(super) fn Group(props: &GroupProps) -> Html {
    html! {
        <tbody>
            { for props.lines.iter().enumerate().map(|(place, line)| {
                let current = props.current.filter(|(row, _)| *row == place).map(|(_, column)| column);
                html! {
                    <Row key={line.actor.id.as_str()} line={line.clone()} place={props.first + place} {current}
                        columns={props.columns} words={Rc::clone(&props.words)} by={props.by.clone()} />
                }
            }) }
        </tbody>
    }
}

#[derive(Properties)]
struct RowProps {
    line: Line,
    place: usize,
    current: Option<usize>,
    columns: Columns,
    words: Rc<Words>,
    by: AttrValue,
}

impl PartialEq for RowProps {
    fn eq(&self, other: &Self) -> bool {
        self.line == other.line
            && self.place == other.place
            && self.by == other.by
            && self.current == other.current
            && self.columns == other.columns
            && Rc::ptr_eq(&self.words, &other.words)
    }
}

/// The row of an actor. The table reads keys and clicks from `data-r` and `data-c`; the underline is drawn from
/// `data-v`, so that a cell is one node.
#[component]
fn Row(props: &RowProps) -> Html {
    let RowProps { line: Line { actor, values }, words, current, columns, place, by } = props;
    // A figure shows in its row before the rest of the screen follows.
    let newer = use_newer(&actor.id).map(|dossier| Values::of_actor(&dossier, &actor.id, by));
    let values = newer.as_ref().unwrap_or(values);
    let count = values.values.len();
    let total = |class: &'static str, sum: i32, after: usize| {
        html! {
            <td class={class} data-sign={sum.signum().to_string()} aria-colindex={(count + after).to_string()}>{ signed(sum) }</td>
        }
    };
    let cell = |column: usize| {
        let (value, here) = (values.value(column), *current == Some(column));
        html! {
            <td key={column} class="mx" role="gridcell" data-c={column.to_string()} aria-colindex={(column + 2).to_string()}
                data-v={value.map_or(AttrValue::Static("x"), |value| value.to_string().into())}
                tabindex={if here { "0" } else { "-1" }} data-current={here.then_some("true")}
                aria-label={value.is_none().then(|| words.unset.clone())}>
                { words.figure(value) }
            </td>
        }
    };
    html! {
        <tr data-r={place.to_string()} data-current={current.map(|_| "true")}
            aria-rowindex={(place + 2).to_string()} part="item">
            <th scope="row" aria-colindex="1">
                <span class="mx-name"><KindMark kind={actor.kind} size={19} />{ heads::row(&words.name(actor)) }</span>
            </th>
            { cells(*columns, count, *current, cell) }
            { total("mx-sum", values.plus, 2) }{ total("mx-sum", values.minus, 3) }
        </tr>
    }
}
