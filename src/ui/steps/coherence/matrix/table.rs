//! The matrix itself: an APG grid with its own frame, heads that stay, and the keys of the qualification table.

use std::rc::Rc;

use yew::prelude::*;

use super::row::{Group, Line};
use super::words::Words;
use crate::i18n::texts::{coherence as say, qualification};
use crate::ui::env::use_env;
use crate::ui::steps::grid::{
    GROUP, away, enter, going, mark, use_ahead, use_at, use_cell_focus, use_cell_in_sight, use_frame, written,
};
use crate::ui::steps::heads;
use crate::ui::steps::qualification::keys::{Key, read};

/// What a person asks of the current cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ask {
    Digit(i8),
    Minus,
    Unset,
    Note,
}

#[derive(Properties)]
pub(super) struct Props {
    pub(super) lines: Rc<Vec<Line>>,
    pub(super) titles: Rc<Vec<AttrValue>>,
    /// Sums of each column: above and below 0.
    pub(super) sums: Vec<(i32, i32)>,
    pub(super) words: Rc<Words>,
    /// Row and column.
    pub(super) current: (usize, usize),
    /// Grows when the current cell is to take the focus.
    pub(super) focus: u32,
    /// To a cell; whether it takes the focus.
    pub(super) ongo: Callback<((usize, usize), bool)>,
    /// What is asked of a cell; the cell to enter in return.
    pub(super) onask: Callback<(Ask, (usize, usize)), Option<(usize, usize)>>,
    /// Who gives values; empty for together.
    pub(super) by: AttrValue,
    /// The choice of the order, in the corner.
    pub(super) corner: Html,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.lines, &other.lines)
            && Rc::ptr_eq(&self.titles, &other.titles)
            && self.sums == other.sums
            && Rc::ptr_eq(&self.words, &other.words)
            && self.current == other.current
            && self.focus == other.focus
            && self.by == other.by
            && self.ongo == other.ongo
            && self.onask == other.onask
            && self.corner == other.corner
    }
}

/// A figure with its sign.
pub(super) fn signed(sum: i32) -> String {
    match sum {
        0 => "0".to_owned(),
        1.. => format!("+{sum}"),
        _ => format!("\u{2212}{}", sum.unsigned_abs()),
    }
}

/// The matrix.
#[component]
pub(super) fn Table(props: &Props) -> Html {
    let env = use_env();
    let (table, frame) = (use_node_ref(), use_node_ref());
    let (rows, columns) = (props.lines.len(), props.titles.len());
    let last = (rows.saturating_sub(1), columns.saturating_sub(1));
    let (seen, onscroll) = use_frame(&frame, rows, columns);
    use_cell_in_sight(&frame);
    let cell = use_at(props.current);
    use_cell_focus(&table, props.focus, &cell);
    let ahead = use_ahead();
    let onfocusin = {
        let (table, go, ahead) = (table.clone(), props.ongo.clone(), ahead.clone());
        let cell = Rc::clone(&cell);
        Callback::from(move |event: FocusEvent| {
            let (Some(row), Some(column)) = (written(&event, "data-r"), written(&event, "data-c")) else {
                return;
            };
            cell.set((row, column));
            mark(&table, (row, column));
            let (go, at) = (go.clone(), Rc::clone(&cell));
            ahead.follow(move || go.emit((at.tell(), false)));
        })
    };
    // A click on the name of an actor or on an objective keeps the other half of the cell.
    let onclick = {
        let (go, current) = (props.ongo.clone(), props.current);
        Callback::from(move |event: MouseEvent| {
            let (row, column) = (written(&event, "data-r"), written(&event, "data-c"));
            if row.is_some() != column.is_some() {
                go.emit(((row.unwrap_or(current.0), column.unwrap_or(current.1)), true));
            }
        })
    };
    let onkeydown = {
        let (table, go, ask) = (table.clone(), props.ongo.clone(), props.onask.clone());
        let at = Rc::clone(&cell);
        let enter = move |to: (usize, usize)| {
            at.set(to);
            if !enter(&table, &at) {
                ahead.overtaken();
                go.emit((at.tell(), true));
            }
        };
        Callback::from(move |event: KeyboardEvent| {
            if written(&event, "data-r").is_none() || written(&event, "data-c").is_none() {
                return;
            }
            let Some(key) = read(&event) else { return };
            event.prevent_default();
            let asked = match key {
                Key::Go(to) => return enter(going(to, cell.get(), last)),
                Key::Digit(digit) => Ask::Digit(digit),
                Key::Minus => Ask::Minus,
                Key::Unset => Ask::Unset,
                Key::Note => Ask::Note,
            };
            if let Some(to) = ask.emit((asked, cell.get())) {
                enter(to);
            }
        })
    };
    let foot = |label: AttrValue, of: fn(&(i32, i32)) -> i32| {
        html! {
            <tr>
                <th scope="row">{ label }</th>
                { for props.sums.iter().map(|sums| html! {
                    <td class="mx-sum" data-sign={of(sums).signum().to_string()}>{ signed(of(sums)) }</td>
                }) }
                <td colspan="2"></td>
            </tr>
        }
    };
    let (here, at) = props.current;
    html! {
        <div class="frame mx-frame" ref={frame} {onscroll}>
            <table class="table mtable" role="grid" part="list" ref={table} aria-rowcount={(rows + 3).to_string()}
                aria-colcount={(columns + 3).to_string()}
                aria-readonly={env.read_only.then_some("true")} {onfocusin} {onclick} {onkeydown}>
                <caption class="vh">{ env.say(say::grid()) }</caption>
                <colgroup>
                    <col class="mx-col0" />
                    { for (0..columns).map(|column| html! { <col data-current={(column == at).then_some("true")} /> }) }
                    <col class="mx-col9" span="2" />
                </colgroup>
                <thead>
                    <tr aria-rowindex="1">
                        <th scope="col"><span class="vh">{ env.say(qualification::actor()) }</span>{ props.corner.clone() }</th>
                        { for props.titles.iter().enumerate().map(|(column, title)| html! {
                            <th scope="col" class="mx-head" data-c={column.to_string()} title={title.clone()}
                                data-current={(column == at).then_some("true")}>{ heads::column(title) }</th>
                        }) }
                        <th scope="col" class="mx-sum">{ env.say(say::plus()) }</th>
                        <th scope="col" class="mx-sum">{ env.say(say::minus()) }</th>
                    </tr>
                </thead>
                { for props.lines.chunks(GROUP).enumerate().map(|(group, lines)| {
                    let first = group * GROUP;
                    let inside = (first..first + lines.len()).contains(&here);
                    if seen.draws(group, lines.len(), here) {
                        html! {
                            <Group key={group} lines={lines.to_vec()} {first}
                                current={inside.then(|| (here - first, at))} columns={seen.columns} words={Rc::clone(&props.words)} by={props.by.clone()} />
                        }
                    } else {
                        away(group, columns + 3)
                    }
                }) }
                <tfoot>
                    { foot(env.say(say::plus()), |sums| sums.0) }
                    { foot(env.say(say::minus()), |sums| sums.1) }
                </tfoot>
            </table>
        </div>
    }
}
