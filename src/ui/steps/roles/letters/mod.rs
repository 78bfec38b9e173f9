//! Responsibilities: who does, answers for, is heard and is told about each key function.

mod cards;
mod side;
mod table;

use std::rc::Rc;

use yew::prelude::*;

use super::DossierKey;
use crate::analysis::Index;
use crate::analysis::responsibilities::{self as analysis, Check, Letters as Held, Responsibilities};
use crate::edit::Command;
use crate::i18n::Phrase;
use crate::i18n::texts::{responsibilities as say, roles as texts};
use crate::model::{Actor, Dossier, Id, Letter};
use crate::ui::charts::use_width;
use crate::ui::env::{Env, Place, use_data, use_env};
use crate::ui::steps::grid::{NARROW, use_at};
use crate::ui::steps::names::actor_name;
use crate::ui::widgets::{
    Button, ButtonKind, ProgressLine, SelectField, SelectOption, after_render, focus_id,
};
use crate::vocabulary::Step;

/// What a place of the step names to be taken to the letters.
pub(super) const FIELD: &str = "letters";

/// The view.
#[component]
pub(super) fn Letters() -> Html {
    let env = use_env();
    let data = use_data();
    let (functions, actors) = (&data.dossier.functions, &data.dossier.actors);
    if !functions.is_empty() && !actors.is_empty() {
        return html! { <Desk /> };
    }
    let (text, act, place) = if actors.is_empty() {
        (texts::no_actor(), texts::open_actors(), Place::step(Step::Actors))
    } else {
        (say::no_function(), say::open_functions(), Place::step(Step::Project).at("functions"))
    };
    html! {
        <div class="empty">
            <p class="h-small">{ env.say(say::empty_title()) }</p>
            <p>{ env.say(text) }</p>
            <p class="muted">{ env.say(say::empty_text()) }</p>
            { example(&env) }
            <Button kind={ButtonKind::Primary} label={env.say(act)} onclick={env.going(place)} />
        </div>
    }
}

fn example(env: &Env) -> Html {
    html! {
        <div class="example">
            <dl class="pairs"><div><dt>{ env.say(say::example_one()) }</dt><dd>{ env.say(say::example_one_is()) }</dd></div></dl>
        </div>
    }
}

/// What a letter means, in the third person.
fn meaning(letter: Letter) -> Phrase {
    match letter {
        Letter::Responsible => say::letter_r(),
        Letter::Accountable => say::letter_a(),
        Letter::Consulted => say::letter_c(),
        Letter::Informed => say::letter_i(),
    }
}

/// Gives or takes back a letter; `None` takes them all back.
fn toggle(env: &Env, function: Id, actor: Id, letter: Option<Letter>) {
    if env.read_only {
        return;
    }
    env.change(move |dossier| {
        let held = analysis::letters(dossier, &function, &actor);
        let next = letter.map_or_else(Held::default, |letter| held.toggled(letter));
        (held != next).then(|| Command::Responsibility { function, actor, letters: next.iter().collect() })
    });
}

/// Words and data of the view, at hand for its parts.
pub(super) struct Room<'a> {
    env: &'a Env,
    dossier: &'a Rc<Dossier>,
    found: &'a Responsibilities,
    /// Actors shown, by their place in the dossier.
    columns: &'a Rc<Vec<usize>>,
    titles: &'a Rc<Vec<AttrValue>>,
    /// Place of the function in the dossier, and rank of the actor among those shown.
    cell: (usize, usize),
    /// Gives or takes back letters.
    give: &'a Callback<Ask>,
}

impl Room<'_> {
    fn actor_at(&self, rank: usize) -> Option<&Rc<Actor>> {
        self.dossier.actors.get(*self.columns.get(rank)?)
    }

    fn title(&self, row: usize) -> AttrValue {
        self.titles.get(row).cloned().unwrap_or_default()
    }

    /// Gives a letter to an actor for a function, or takes it back.
    fn letter(&self, row: usize, rank: usize) -> Callback<Option<Letter>> {
        self.give.reform(move |letter| ((row, rank), letter))
    }
}

/// A cell by its row and column, and the letter to give or take back there; all of them for `None`.
pub(super) type Ask = ((usize, usize), Option<Letter>);

/// The matrix, the cell that speaks, and what remains to be settled.
#[component]
fn Desk() -> Html {
    let env = use_env();
    let data = use_data();
    let node = use_node_ref();
    let width = use_width(&node);
    let narrow = width.is_some_and(|width| width < NARROW);
    let today = env.today();
    let dossier = Rc::clone(&data.dossier);
    let read = use_memo(DossierKey(Rc::clone(&dossier)), |key| {
        let index = Index::of(&key.0, today);
        let found = analysis::of(&index);
        let checks: Vec<Check> = analysis::checks(&index, &found);
        (found, checks)
    });
    let (found, checks) = (&read.0, &read.1);
    let titles = use_memo(dossier.functions.clone(), |list| {
        let named = list.iter().enumerate();
        named.map(|(place, one)| format!("F{} · {}", place + 1, one.title).into()).collect::<Vec<AttrValue>>()
    });
    let added = use_state(Vec::<Id>::new);
    let current = use_state_eq(|| None::<(Id, Id)>);
    let focus = use_state(|| 0_u32);
    let entered = use_mut_ref(|| 0_u32);
    let columns = {
        let places: Vec<usize> = added.iter().filter_map(|id| dossier.actors.position_of(id)).collect();
        let mut shown = found.shown();
        shown.extend(places);
        if shown.is_empty() {
            shown = (0..dossier.actors.len()).collect();
        }
        crate::model::order::by_key(&mut shown, |place| *place);
        shown.dedup();
        use_memo(shown, Clone::clone)
    };
    let held = current.as_ref().and_then(|(function, actor)| {
        let place = dossier.actors.position_of(actor)?;
        Some((dossier.functions.position_of(function)?, columns.iter().position(|column| *column == place)?))
    });
    let first = found.rows.iter().position(|row| !row.holds()).unwrap_or_default();
    let here = held.unwrap_or((first, 0));
    // Where the next key applies, at once: keys may come faster than the screen is drawn.
    let at = use_at(here);
    let ongo = {
        let at = Rc::clone(&at);
        let (current, focus, dossier, columns) =
            (current.clone(), focus.clone(), Rc::clone(&dossier), Rc::clone(&columns));
        Callback::from(move |((row, rank), enter): ((usize, usize), bool)| {
            let actor = columns.get(rank).and_then(|place| dossier.actors.get(*place));
            let Some((function, actor)) = dossier.functions.get(row).zip(actor) else { return };
            at.set((row, rank));
            current.set(Some((function.id.clone(), actor.id.clone())));
            if enter {
                *entered.borrow_mut() += 1;
                focus.set(*entered.borrow());
            }
        })
    };
    {
        // Taken to a function: to its first cell, once it is drawn.
        let here = (data.place.step == Step::Roles && data.place.field.as_deref() == Some(FIELD))
            .then(|| data.place.object.as_ref().and_then(|id| dossier.functions.position_of(id)))
            .flatten();
        let ongo = ongo.clone();
        use_effect_with(data.visit, move |_| {
            if let Some(row) = here {
                ongo.emit(((row, 0), false));
                after_render(move || ongo.emit(((row, 0), true)));
            }
        });
    }
    // Gives an actor a column, and goes there.
    let show = {
        let (added, current, focus) = (added.clone(), current.clone(), focus.clone());
        let function = dossier.functions.get(here.0).map(|function| function.id.clone());
        Callback::from(move |actor: Id| {
            added.set([&**added, std::slice::from_ref(&actor)].concat());
            current.set(function.clone().map(|function| (function, actor)));
            focus.set(*focus + 1);
        })
    };
    let give = {
        let (env, dossier, columns) = (env.clone(), Rc::clone(&dossier), Rc::clone(&columns));
        let (read, added) = (Rc::clone(&read), added.clone());
        Callback::from(move |((row, rank), letter): Ask| {
            let Some(place) = columns.get(rank).copied() else { return };
            let pair = dossier.functions.get(row).zip(dossier.actors.get(place));
            let Some((function, actor)) = pair else { return };
            // Nobody expects it there: it keeps its column once its last letter is taken back.
            if !read.0.expected.get(place).is_some_and(|expected| *expected) && !added.contains(&actor.id) {
                added.set([&**added, std::slice::from_ref(&actor.id)].concat());
            }
            toggle(&env, function.id.clone(), actor.id.clone(), letter);
        })
    };
    let room = Room {
        env: &env,
        dossier: &dossier,
        found,
        columns: &columns,
        titles: &titles,
        cell: here,
        give: &give,
    };
    let total = dossier.functions.len();
    let settled = found.settled();
    html! {
        <div class="coh letters" ref={node.clone()}>
            if found.is_empty() {
                <div class="empty">
                    <p class="h-small">{ env.say(say::empty_title()) }</p>
                    <p>{ env.say(say::empty_text()) }</p>
                    { example(&env) }
                    if !env.read_only {
                        <Button kind={ButtonKind::Primary} label={env.say(say::first())} onclick={{
                            let (ongo, node) = (ongo.clone(), node.clone());
                            Callback::from(move |()| {
                                ongo.emit(((0, 0), true));
                                if narrow {
                                    focus_id(&node, cards::HEAD);
                                }
                            })
                        }} />
                    }
                </div>
            }
            <div class="coh-top">
                <div class="coh-main">
                    <header class="sec-head">
                        <ProgressLine share={settled as f64 / total as f64}>
                            <b>{ settled }</b>{ " " }{ env.say(say::settled(settled, total)) }
                        </ProgressLine>
                    </header>
                    if narrow {
                        { cards::cards(&room, &ongo) }
                    } else if width.is_some() {
                        <table::Table dossier={Rc::clone(&dossier)} read={Rc::clone(&read)} columns={Rc::clone(&columns)}
                            titles={Rc::clone(&titles)} current={here} focus={*focus} at={Rc::clone(&at)} ongo={ongo.clone()} onask={give.clone()} />
                        if !env.read_only { <p class="small mx-keys">{ env.say(say::keys()) }</p> }
                    }
                    { add(&room, &show) }
                </div>
                if !narrow { { side::side(&room) } }
            </div>
            { side::loads(&room) }
            if !found.is_empty() { { side::checks(&room, checks, &ongo, &show) } }
        </div>
    }
}

/// The list that adds an actor nobody expected there.
fn add(room: &Room<'_>, show: &Callback<Id>) -> Html {
    let left = room.dossier.actors.iter().enumerate().filter(|(place, _)| !room.columns.contains(place));
    let options: Vec<SelectOption> =
        left.map(|(_, actor)| SelectOption::new(actor.id.to_string(), actor_name(room.env, actor))).collect();
    if options.is_empty() || room.env.read_only {
        return Html::default();
    }
    let onadd = {
        let show = show.clone();
        Callback::from(move |value: String| {
            if !value.is_empty() {
                show.emit(Id::from(value));
            }
        })
    };
    html! {
        <SelectField id="tdt-letters-add" class="letters-add" small=true label={room.env.say(say::add_actor())} value=""
            none={room.env.say(texts::choose_actor())} {options} onchange={onadd} />
    }
}
