//! The matrix of key functions and actors: an APG grid; a letter typed gives it, typed again takes it back.

use std::rc::Rc;

use yew::prelude::*;

use super::{Ask, actor_name};
use crate::analysis::responsibilities::{Check, Letters, Load, Responsibilities, Row as Line};
use crate::i18n::texts::responsibilities as say;
use crate::model::{ConditionStatus, Dossier, Letter};
use crate::ui::env::{Env, use_env};
use crate::ui::steps::grid::{
    At, Columns, GROUP, away, cells, going, on_focus, use_cell_focus, use_frame, written,
};
use crate::ui::steps::qualification::keys::{Key, read};
use crate::ui::widgets::{ConditionMark, KindMark, SeverityMark};

#[derive(Properties)]
pub(super) struct Props {
    pub(super) dossier: Rc<Dossier>,
    pub(super) read: Rc<(Responsibilities, Vec<Check>)>,
    /// Actors shown, by their place in the dossier.
    pub(super) columns: Rc<Vec<usize>>,
    pub(super) titles: Rc<Vec<AttrValue>>,
    /// Row and column.
    pub(super) current: (usize, usize),
    /// Grows when the current cell is to take the focus.
    pub(super) focus: u32,
    /// Where the next key applies, even before the screen is drawn again.
    pub(super) at: At,
    /// To a cell; whether it takes the focus.
    pub(super) ongo: Callback<((usize, usize), bool)>,
    /// Gives or takes back a letter of a cell, or all of them.
    pub(super) onask: Callback<Ask>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.read, &other.read)
            && Rc::ptr_eq(&self.columns, &other.columns)
            && Rc::ptr_eq(&self.titles, &other.titles)
            && self.current == other.current
            && self.focus == other.focus
            && self.onask == other.onask
    }
}

/// Whether a key is pressed alone.
fn plain(event: &KeyboardEvent) -> bool {
    !(event.alt_key() || event.ctrl_key() || event.meta_key() || event.is_composing())
}

/// What is missing in the line of a function, in a word; `None` where nothing is.
pub(super) fn state(env: &Env, line: &Line) -> Option<AttrValue> {
    let accountable = line.with(Letter::Accountable).count();
    if line.lines.is_empty() {
        Some(env.say(say::state_empty()))
    } else if accountable > 1 {
        Some(env.say(say::state_many_a(accountable)))
    } else if accountable == 0 {
        Some(env.say(say::state_no_a()))
    } else if line.with(Letter::Responsible).next().is_none() {
        Some(env.say(say::state_no_r()))
    } else {
        None
    }
}

/// The mark and the word of the line of a function.
pub(super) fn state_mark(env: &Env, line: &Line) -> Html {
    let missing = state(env, line);
    let status = if missing.is_none() { ConditionStatus::Met } else { ConditionStatus::NotMet };
    let status = if line.lines.is_empty() { ConditionStatus::Unknown } else { status };
    html! { <><ConditionMark {status} /><span>{ missing.unwrap_or_else(|| env.say(say::state_ok())) }</span></> }
}

#[derive(Properties, PartialEq)]
struct RowProps {
    line: Line,
    title: AttrValue,
    columns: Rc<Vec<usize>>,
    place: usize,
    current: Option<usize>,
    shown: Columns,
}

/// The row of a function. The table reads keys and clicks from `data-r` and `data-c`.
#[component]
fn Row(props: &RowProps) -> Html {
    let env = use_env();
    let RowProps { line, title, columns, place, current, shown } = props;
    let cell = |rank: usize| {
        let letters = columns.get(rank).map(|actor| line.of(*actor)).unwrap_or_default();
        let here = *current == Some(rank);
        html! {
            <td key={rank} class="mx lt" role="gridcell" data-c={rank.to_string()} aria-colindex={(rank + 2).to_string()}
                tabindex={if here { "0" } else { "-1" }} data-current={here.then_some("true")}
                aria-label={letters.is_empty().then(|| env.say(say::no_letter()))}>
                { for letters.iter().map(|letter| html! { <b class={mark_class(letter)}>{ letter.as_str() }</b> }) }
            </td>
        }
    };
    html! {
        <tr data-r={place.to_string()} data-current={current.map(|_| "true")} aria-rowindex={(place + 2).to_string()} part="item">
            <th scope="row" aria-colindex="1"><span class="mx-name" title={title.clone()}><bdi>{ title }</bdi></span></th>
            { cells(*shown, columns.len(), *current, cell) }
            <td class="lt-state" aria-colindex={(columns.len() + 2).to_string()}><span class="with-mark">{ state_mark(&env, line) }</span></td>
        </tr>
    }
}

/// The class of a letter: who answers and who does stand out, who is heard or told less.
pub(super) const fn mark_class(letter: Letter) -> &'static str {
    match letter {
        Letter::Responsible => "lt-r",
        Letter::Accountable => "lt-a",
        Letter::Consulted => "lt-c",
        Letter::Informed => "lt-i",
    }
}

/// The matrix.
#[component]
pub(super) fn Table(props: &Props) -> Html {
    let env = use_env();
    let (table, frame) = (use_node_ref(), use_node_ref());
    let found = &props.read.0;
    let (rows, columns) = (found.rows.len(), props.columns.len());
    let last = (rows.saturating_sub(1), columns.saturating_sub(1));
    let (seen, onscroll) = use_frame(&frame, rows, columns);
    use_cell_focus(&table, props.focus, &props.at);
    let onfocusin = on_focus(&props.at, &props.ongo);
    // A click on a function or on an actor keeps the other half of the cell.
    let onclick = {
        let (go, current) = (props.ongo.clone(), props.current);
        Callback::from(move |event: MouseEvent| {
            let (row, column) = (written(&event, "data-r"), written(&event, "data-c"));
            if row.is_some() || column.is_some() {
                go.emit(((row.unwrap_or(current.0), column.unwrap_or(current.1)), true));
            }
        })
    };
    let onkeydown = {
        let (go, ask, at) = (props.ongo.clone(), props.onask.clone(), Rc::clone(&props.at));
        Callback::from(move |event: KeyboardEvent| {
            if written(&event, "data-r").is_none() || written(&event, "data-c").is_none() {
                return;
            }
            let cell = at.get();
            let letter = Letter::from_word(&event.key().to_uppercase()).filter(|_| plain(&event));
            let key = read(&event);
            if letter.is_some() || key == Some(Key::Unset) && event.key() != "?" {
                event.prevent_default();
                ask.emit((cell, letter));
            } else if let Some(Key::Go(to)) = key {
                event.prevent_default();
                go.emit((going(to, cell, last), true));
            }
        })
    };
    let heavy: Vec<usize> = found.heavy().into_iter().map(|(actor, _, _)| actor).collect();
    let (here, at) = props.current;
    let actor = |place: &usize| props.dossier.actors.get(*place);
    html! {
        <div class="frame mx-frame" ref={frame} {onscroll}>
            <table class="table mtable ltable" role="grid" part="list" ref={table} aria-rowcount={(rows + 2).to_string()}
                aria-colcount={(columns + 2).to_string()}
                aria-readonly={env.read_only.then_some("true")} {onfocusin} {onclick} {onkeydown}>
                <caption class="vh">{ env.say(say::grid()) }</caption>
                <colgroup>
                    <col class="mx-col0" />
                    { for (0..columns).map(|column| html! { <col data-current={(column == at).then_some("true")} /> }) }
                    <col class="lt-col9" />
                </colgroup>
                <thead>
                    <tr aria-rowindex="1">
                        <th scope="col">{ env.say(say::function()) }</th>
                        { for props.columns.iter().enumerate().filter_map(|(rank, place)| {
                            let actor = actor(place)?;
                            let name = actor_name(&env, actor);
                            Some(html! {
                                <th scope="col" class="mx-head" data-c={rank.to_string()} title={name.clone()}
                                    data-current={(rank == at).then_some("true")}>
                                    <KindMark kind={actor.kind} size={17} /><bdi>{ name }</bdi>
                                </th>
                            })
                        }) }
                        <th scope="col" class="mx-sum">{ env.say(say::state()) }</th>
                    </tr>
                </thead>
                { for found.rows.chunks(GROUP).enumerate().map(|(group, lines)| {
                    let first = group * GROUP;
                    if seen.draws(group, lines.len(), here) {
                        html! {
                            <tbody key={group}>
                                { for lines.iter().enumerate().map(|(row, line)| html! {
                                    <Row key={line.function.as_str()} line={line.clone()} columns={Rc::clone(&props.columns)}
                                        title={props.titles.get(first + row).cloned().unwrap_or_default()} place={first + row}
                                        current={(first + row == here).then_some(at)} shown={seen.columns} />
                                }) }
                            </tbody>
                        }
                    } else {
                        away(group, columns + 2)
                    }
                }) }
                <tfoot>
                    <tr>
                        <th scope="row">{ env.say(say::load()) }</th>
                        { for props.columns.iter().map(|place| {
                            let load = found.loads.get(*place).copied().unwrap_or_default();
                            load_cell(&env, load, heavy.contains(place))
                        }) }
                        <td></td>
                    </tr>
                </tfoot>
            </table>
        </div>
    }
}

/// The load of an actor, with its letters.
fn load_cell(env: &Env, load: Load, heavy: bool) -> Html {
    html! {
        <td class="mx-sum lt-load">
            <b>{ load.weight() }</b>
            if heavy { <SeverityMark severity={crate::findings::Severity::Warning} /> }
            <span class="small">{ env.say(say::load_figures(load.accountable, load.responsible)) }</span>
        </td>
    }
}

/// The letters of a cell as keys: with their meaning in words, or alone.
pub(super) fn keys(
    held: Letters,
    onask: &Callback<Option<Letter>>,
    env: &Env,
    label: AttrValue,
    words: bool,
) -> Html {
    html! {
        <div class={classes!("seg", "keys", if words { "lt-keys" } else { "lt-four" })} role="group" aria-label={label}>
            { for Letter::ALL.iter().map(|letter| {
                let (onask, letter) = (onask.clone(), *letter);
                let onclick = Callback::from(move |_: MouseEvent| onask.emit(Some(letter)));
                if env.read_only {
                    return html! { if held.has(letter) { <span><b>{ letter.as_str() }</b>{ " " }<span>{ env.say(super::meaning(letter)) }</span></span> } };
                }
                html! {
                    <button type="button" part="button" aria-pressed={if held.has(letter) { "true" } else { "false" }}
                        {onclick}>
                        <b>{ letter.as_str() }</b>{ " " }<span class={(!words).then_some("vh")}>{ env.say(super::meaning(letter)) }</span>
                    </button>
                }
            }) }
        </div>
    }
}
