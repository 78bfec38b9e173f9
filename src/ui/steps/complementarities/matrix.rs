//! The matrix of actors and key functions: an APG grid whose cells are turned on and off.

use std::rc::Rc;

use yew::prelude::*;

use super::{actor_name, state_class, state_name};
use crate::analysis::Cover;
use crate::analysis::complementarities::Cells;
use crate::i18n::texts::{complementarities as say, qualification};
use crate::model::{Actor, Dossier};
use crate::ui::env::use_env;
use crate::ui::steps::grid::{
    Columns, GROUP, away, cells as drawn_cells, going, on_focus, use_at, use_cell_focus, use_cell_in_sight,
    use_frame, written,
};
use crate::ui::steps::heads;
use crate::ui::steps::qualification::keys::{Key, read};
use crate::ui::widgets::KindMark;

#[derive(Properties)]
pub(super) struct Props {
    pub(super) dossier: Rc<Dossier>,
    pub(super) titles: Rc<Vec<AttrValue>>,
    pub(super) cells: Rc<Cells>,
    /// Row and column.
    pub(super) current: (usize, usize),
    /// Grows when the current cell is to take the focus.
    pub(super) focus: u32,
    pub(super) ongo: Callback<((usize, usize), bool)>,
    pub(super) ontoggle: Callback<(usize, usize)>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.dossier, &other.dossier)
            && self.current == other.current
            && self.focus == other.focus
            && Rc::ptr_eq(&self.titles, &other.titles)
    }
}

/// The words of the four states and of none, by [`slot`].
type States = Rc<Vec<AttrValue>>;

const COVERS: [Option<Cover>; 5] =
    [None, Some(Cover::Covers), Some(Cover::Partly), Some(Cover::Outside), Some(Cover::Unknown)];

fn word(states: &States, cover: Option<Cover>) -> AttrValue {
    let place = COVERS.iter().position(|one| *one == cover).unwrap_or_default();
    states.get(place).cloned().unwrap_or_default()
}

#[derive(Properties)]
struct RowProps {
    actor: Rc<Actor>,
    cells: Rc<Vec<Option<Cover>>>,
    place: usize,
    current: Option<usize>,
    columns: Columns,
    states: States,
}

impl PartialEq for RowProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.actor, &other.actor)
            && Rc::ptr_eq(&self.cells, &other.cells)
            && self.place == other.place
            && self.current == other.current
            && self.columns == other.columns
            && Rc::ptr_eq(&self.states, &other.states)
    }
}

/// The row of an actor.
#[component]
fn Row(props: &RowProps) -> Html {
    let env = use_env();
    let RowProps { actor, cells, place, current, columns, states } = props;
    let count = cells.len();
    let cell = |column: usize| {
        let (cover, here) = (cells.get(column).copied().flatten(), *current == Some(column));
        html! {
            <td key={column} class="cp" role="gridcell" data-c={column.to_string()} aria-colindex={(column + 2).to_string()}
                tabindex={if here { "0" } else { "-1" }}
                data-current={here.then_some("true")} aria-selected={if cover.is_some() { "true" } else { "false" }}
                aria-label={word(states, cover)} title={word(states, cover)}>
                <i class={state_class(cover)}></i>
            </td>
        }
    };
    html! {
        <tr data-r={place.to_string()} data-current={current.map(|_| "true")} aria-rowindex={(place + 2).to_string()} part="item">
            <th scope="row" aria-colindex="1"><span class="mx-name"><KindMark kind={actor.kind} size={19} />{ heads::row(&actor_name(&env, actor)) }</span></th>
            { drawn_cells(*columns, count, *current, cell) }
            <td class="mx-sum" aria-colindex={(count + 2).to_string()}>{ cells.iter().flatten().count() }</td>
        </tr>
    }
}

/// The matrix.
#[component]
pub(super) fn Matrix(props: &Props) -> Html {
    let env = use_env();
    let (table, frame) = (use_node_ref(), use_node_ref());
    let states = use_memo(env.clone(), |env| COVERS.map(|cover| env.say(state_name(cover))).to_vec());
    let place = use_at(props.current);
    use_cell_focus(&table, props.focus, &place);
    let (rows, columns) = (props.dossier.actors.len(), props.titles.len());
    let last = (rows.saturating_sub(1), columns.saturating_sub(1));
    let (seen, onscroll) = use_frame(&frame, rows, columns);
    use_cell_in_sight(&frame);
    let onfocusin = on_focus(&place, &props.ongo);
    let onclick = {
        let (go, toggle, current) = (props.ongo.clone(), props.ontoggle.clone(), props.current);
        Callback::from(move |event: MouseEvent| {
            match (written(&event, "data-r"), written(&event, "data-c")) {
                (Some(row), Some(column)) => toggle.emit((row, column)),
                (None, None) => {}
                (row, column) => go.emit(((row.unwrap_or(current.0), column.unwrap_or(current.1)), true)),
            }
        })
    };
    let onkeydown = {
        let (go, toggle) = (props.ongo.clone(), props.ontoggle.clone());
        Callback::from(move |event: KeyboardEvent| {
            if written(&event, "data-r").is_none() || written(&event, "data-c").is_none() {
                return;
            }
            if event.key() == " " {
                event.prevent_default();
                toggle.emit(place.get());
            } else if let Some(Key::Go(to)) = read(&event) {
                event.prevent_default();
                let to = going(to, place.get(), last);
                place.set(to);
                go.emit((to, true));
            }
        })
    };
    let (here, at) = props.current;
    let lines: Vec<_> = props.dossier.actors.iter().zip(props.cells.iter()).collect();
    let able = |column: usize| {
        let held = |row: &&Rc<Vec<Option<Cover>>>| row.get(column).is_some_and(Option::is_some);
        props.cells.iter().filter(held).count()
    };
    html! {
        <div class="frame mx-frame" ref={frame} {onscroll}>
            <table class="table mtable ctable" role="grid" part="list" ref={table} aria-rowcount={(rows + 2).to_string()}
                aria-colcount={(columns + 2).to_string()}
                aria-multiselectable="true" aria-readonly={env.read_only.then_some("true")} {onfocusin} {onclick} {onkeydown}>
                <caption class="vh">{ env.say(say::grid()) }</caption>
                <colgroup>
                    <col class="mx-col0" />
                    { for (0..columns).map(|column| html! { <col data-current={(column == at).then_some("true")} /> }) }
                    <col class="mx-col9" />
                </colgroup>
                <thead>
                    <tr aria-rowindex="1">
                        <th scope="col">{ env.say(qualification::actor()) }</th>
                        { for props.titles.iter().enumerate().map(|(column, title)| html! {
                            <th scope="col" class="mx-head" data-c={column.to_string()} title={title.clone()}
                                data-current={(column == at).then_some("true")}>{ heads::column(title) }</th>
                        }) }
                        <th scope="col" class="mx-sum">{ env.say(say::total()) }</th>
                    </tr>
                </thead>
                { for lines.chunks(GROUP).enumerate().map(|(group, lines)| {
                    let first = group * GROUP;
                    if !seen.draws(group, lines.len(), here) {
                        return away(group, columns + 2);
                    }
                    html! {
                        <tbody key={group}>
                            { for lines.iter().enumerate().map(|(place, (actor, cells))| html! {
                                <Row key={actor.id.as_str()} actor={Rc::clone(actor)} cells={Rc::clone(cells)} place={first + place}
                                    current={(first + place == here).then_some(at)} columns={seen.columns} states={Rc::clone(&states)} />
                            }) }
                        </tbody>
                    }
                }) }
                <tfoot>
                    <tr>
                        <th scope="row">{ env.say(say::able_short()) }</th>
                        { for (0..columns).map(|column| html! { <td class="mx-sum">{ able(column) }</td> }) }
                        <td></td>
                    </tr>
                </tfoot>
            </table>
        </div>
    }
}
