//! The influences between actors, entered by keyboard: a few actors at a time, the others found by name or page by page.

use std::rc::Rc;

use yew::prelude::*;

use super::disputes::voices;
use super::found::named;
use super::grid::{self, Spot, Window};
use crate::analysis::readings::Influences;
use crate::edit::Command;
use crate::i18n::Phrase;
use crate::i18n::texts::alliances as say;
use crate::i18n::texts::qualification;
use crate::model::{Dossier, Id, Level};
use crate::ui::env::{Env, today, use_env};
use crate::ui::steps::evaluator::{Evaluator, use_evaluator};
use crate::ui::widgets::{IconButton, IconName, Segment, Segmented, TextField, after_render};
use crate::vocabulary::{self, fold};

/// Actors shown at once on each side.
pub(super) const SHOWN: usize = 12;

/// A revision and who assesses; equal as long as the influences would be.
pub(super) struct Given(pub(super) Rc<Dossier>, pub(super) AttrValue);

impl PartialEq for Given {
    fn eq(&self, other: &Self) -> bool {
        self.0.actors.same(&other.0.actors)
            && self.0.influences.same(&other.0.influences)
            && self.1 == other.1
    }
}

#[derive(Properties)]
pub(super) struct Props {
    pub(super) dossier: Rc<Dossier>,
    /// The influences in use.
    pub(super) influences: Rc<Influences>,
    /// A cell to go to, and how many were asked for so far.
    pub(super) asked: (u32, Option<(Id, Id)>),
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        self.dossier.actors.same(&other.dossier.actors)
            && self.dossier.influences.same(&other.dossier.influences)
            && self.asked == other.asked
    }
}

/// The words for an influence of each strength, or not said.
fn spoken(env: &Env, from: String, to: String, value: Option<i8>) -> AttrValue {
    env.say(match value {
        Some(0) => say::bears_0(from, to),
        Some(1) => say::bears_1(from, to),
        Some(2) => say::bears_2(from, to),
        Some(3) => say::bears_3(from, to),
        Some(_) => say::bears_4(from, to),
        None => say::bears_unknown(from, to),
    })
}

/// The places of the actors whose name holds the words sought.
fn matching(dossier: &Dossier, sought: &str) -> Vec<usize> {
    let sought = fold(sought).join(" ");
    let held = |name: &str| sought.is_empty() || fold(name).join(" ").contains(&sought);
    let actors = dossier.actors.iter().enumerate();
    actors.filter(|(_, actor)| held(&actor.name)).map(|(place, _)| place).collect()
}

/// A field that narrows one side, and a way through its pages.
fn side(env: &Env, id: &'static str, words: Phrase, window: &UseStateHandle<Window>, total: usize) -> Html {
    let onchange = {
        let window = window.clone();
        Callback::from(move |sought: String| window.set(Window { sought, start: 0 }))
    };
    let turn = |by: isize| {
        let window = window.clone();
        Callback::from(move |()| {
            let start = window.start.saturating_add_signed(by * SHOWN as isize);
            window.set(Window { start, ..(*window).clone() });
        })
    };
    let last = (window.start + SHOWN).min(total);
    html! {
        <div class="inf-side">
            <TextField {id} label={env.say(words)} value={window.sought.clone()} {onchange} kind="search"
                input_class="input-sm" placeholder={env.say(say::all_actors())} />
            if total > SHOWN {
                <div class="inf-pages">
                    <IconButton icon={IconName::ChevronLeft} label={env.say(say::page_before())} class="btn-sm"
                        disabled={window.start == 0} onclick={turn(-1)} />
                    <span class="small">{ env.say(say::page(window.start + 1, last, total)) }</span>
                    <IconButton icon={IconName::ChevronRight} label={env.say(say::page_after())} class="btn-sm"
                        disabled={last == total} onclick={turn(1)} />
                </div>
            }
        </div>
    }
}

/// Who assesses.
fn assessing(env: &Env, dossier: &Dossier, evaluator: &Evaluator) -> Html {
    let mut names: Vec<&str> = dossier.influences.iter().map(|one| one.by.trim()).collect();
    crate::model::order::by(&mut names, Ord::cmp);
    names.dedup();
    let names = names.into_iter().filter(|name| !name.is_empty());
    html! {
        <div class="inf-side">
            <label class="label" for="tdt-inf-by">{ env.say(qualification::evaluator()) }</label>
            { evaluator.field(env, "tdt-inf-by", "tdt-inf-names", names) }
        </div>
    }
}

/// What several evaluators say of a cell.
fn views(env: &Env, influences: &Influences, from: &Id, to: &Id) -> Option<String> {
    let value = influences.value(from, to).filter(|value| value.evaluators > 0)?;
    let mut said = vec![env.say(qualification::views(value.evaluators)).to_string()];
    let mut add = |value: Option<i8>, words: fn(String) -> Phrase| {
        said.extend(value.map(|value| env.say(words(value.to_string())).to_string()));
    };
    add(value.agreed, qualification::agreed);
    add(value.median, qualification::median);
    if let Some((low, high)) = value.spread.filter(|(low, high)| low != high) {
        said.push(env.say(qualification::spread(low.to_string(), high.to_string())).to_string());
    }
    Some(said.join(" · "))
}

/// Gives the influence of an actor on another, or takes it back.
fn give(env: &Env, ends: (Id, Id), value: Option<i8>, by: &str) {
    if env.read_only || ends.0 == ends.1 {
        return;
    }
    let value = value.and_then(Level::new);
    let (from, to) = ends;
    env.run(Command::Influence { from, to, value, on: today(), by: by.to_owned() });
}

/// The strip under the grid: the current cell in a sentence, and its values as buttons.
fn strip(env: &Env, props: &Props, spot: Spot, shown: Option<i8>, by: &str) -> Option<Html> {
    let actors = &props.dossier.actors;
    let (from, to) = (actors.get(spot.from)?, actors.get(spot.to)?);
    if spot.from == spot.to {
        return Some(
            html! { <p class="inf-say">{ env.say(say::on_itself(named(env, Some(&from.name)))) }</p> },
        );
    }
    let name = |actor: &str| named(env, Some(actor));
    let code = |value: Option<i8>| value.map_or(AttrValue::Static("?"), |value| value.to_string().into());
    let segments: Vec<Segment> = (0..=4_i8)
        .map(Some)
        .chain([None])
        .map(|value| Segment {
            value: code(value),
            strong: Some(code(value)),
            label: match value {
                Some(0) => env.say(say::none()),
                Some(value) => env.say(vocabulary::magnitude(value.unsigned_abs())),
                None => env.say(say::unsaid()),
            },
        })
        .collect();
    let onchange = {
        let (env, ends, by) = (env.clone(), (from.id.clone(), to.id.clone()), by.to_owned());
        Callback::from(move |value: AttrValue| give(&env, ends.clone(), value.parse().ok(), &by))
    };
    Some(html! {
        <>
            <p class="inf-say" id="tdt-inf-say">{ spoken(env, name(&from.name), name(&to.name), shown) }</p>
            <Segmented class="scale" label={env.say(say::strength())} {segments} value={code(shown)} {onchange}
                disabled={env.read_only} />
            if let Some(views) = views(env, &props.influences, &from.id, &to.id) {
                <p class="small">{ views }</p>
                { voices(env, &props.dossier, &from.id, &to.id) }
            }
        </>
    })
}

/// The grid with what narrows it.
#[component]
pub(super) fn Entry(props: &Props) -> Html {
    let env = use_env();
    let evaluator = use_evaluator();
    let by = evaluator.by.clone();
    let rows = use_state_eq(Window::default);
    let columns = use_state_eq(Window::default);
    let current = use_state_eq(|| Spot { from: 0, to: 1 });
    // Where the next key applies, at once: keys may come faster than the screen is drawn.
    let at = use_mut_ref(|| *current);
    let table = use_node_ref();
    let held = use_memo(Given(Rc::clone(&props.dossier), (*by).clone()), |given| {
        if given.1.is_empty() { Influences::of(&given.0) } else { Influences::by(&given.0, &given.1) }
    });
    let of_rows = matching(&props.dossier, &rows.sought);
    let of_columns = matching(&props.dossier, &columns.sought);
    // Turns to the page of a cell and puts the focus in it.
    let show = {
        let (rows, columns, current, table) = (rows.clone(), columns.clone(), current.clone(), table.clone());
        let at = Rc::clone(&at);
        move |spot: Spot, of_rows: &[usize], of_columns: &[usize], sought: (&str, &str)| {
            let turned = |list: &[usize], place: usize, sought: &str| Window {
                sought: sought.to_owned(),
                start: list.iter().position(|held| *held == place).unwrap_or_default() / SHOWN * SHOWN,
            };
            rows.set(turned(of_rows, spot.from, sought.0));
            columns.set(turned(of_columns, spot.to, sought.1));
            current.set(spot);
            *at.borrow_mut() = spot;
            let (table, at) = (table.clone(), Rc::clone(&at));
            after_render(move || {
                let spot = *at.borrow();
                grid::focus(&table, spot);
            });
        }
    };
    {
        let (show, dossier) = (show.clone(), Rc::clone(&props.dossier));
        use_effect_with(props.asked.clone(), move |(_, asked)| {
            let place = |id: &Id| dossier.actors.position_of(id);
            let ends = asked.as_ref().and_then(|(from, to)| place(from).zip(place(to)));
            if let Some((from, to)) = ends {
                let all: Vec<usize> = (0..dossier.actors.len()).collect();
                show(Spot { from, to }, &all, &all, ("", ""));
            }
        });
    }
    let value = |spot: Spot| {
        let ends = props.dossier.actors.get(spot.from).zip(props.dossier.actors.get(spot.to));
        ends.and_then(|(from, to)| held.value(&from.id, &to.id)).and_then(|value| value.used)
    };
    let onspot = {
        let (current, at) = (current.clone(), Rc::clone(&at));
        Callback::from(move |spot: Spot| {
            *at.borrow_mut() = spot;
            current.set(spot);
        })
    };
    let onask = {
        let (env, dossier, evaluator) = (env.clone(), Rc::clone(&props.dossier), evaluator.clone());
        let (of_rows, of_columns) = (of_rows.clone(), of_columns.clone());
        let sought = (rows.sought.clone(), columns.sought.clone());
        Callback::from(move |key: grid::Key| {
            let spot = *at.borrow();
            if let grid::Key::Value(value) = key {
                let ends = dossier.actors.get(spot.from).zip(dossier.actors.get(spot.to));
                if let Some((from, to)) = ends {
                    give(&env, (from.id.clone(), to.id.clone()), value, &evaluator.now());
                }
                if value.is_none() || env.read_only {
                    return;
                }
            }
            let next = grid::next(spot, key, &of_rows, &of_columns);
            show(next, &of_rows, &of_columns, (&sought.0, &sought.1));
        })
    };
    let here = *current;
    html! {
        <div class="inf">
            <p class="small">{ env.say(say::entry_help()) }</p>
            <div class="inf-tools">
                { side(&env, "tdt-inf-rows", say::who_bears(), &rows, of_rows.len()) }
                { side(&env, "tdt-inf-cols", say::on_whom(), &columns, of_columns.len()) }
                { assessing(&env, &props.dossier, &evaluator) }
            </div>
            if of_rows.is_empty() || of_columns.is_empty() {
                <p class="small" role="status">{ env.say(say::nobody_found()) }</p>
            } else {
                { grid::table(&env, &grid::Shown {
                    dossier: &props.dossier,
                    rows: grid::page(&of_rows, &rows),
                    columns: grid::page(&of_columns, &columns),
                    total: (of_rows.len(), of_columns.len()),
                    starts: (rows.start, columns.start),
                    value: &value,
                    current: here,
                    node: table,
                    onspot,
                    onask,
                }) }
                { strip(&env, props, here, value(here), &by) }
            }
        </div>
    }
}
