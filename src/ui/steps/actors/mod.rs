//! The actors: who is there, and who is still missing around the table.

mod coverage;
mod empty;
mod filters;
mod hand;
mod kinds;
mod list;
mod paste;
mod query;
mod quick;
mod row;
mod selection;
mod sheet;
mod state;

use std::collections::{BTreeSet, HashSet};
use std::rc::Rc;

use yew::prelude::*;

use self::coverage::{CoveragePanel, by_kind};
use self::empty::Nobody;
use self::filters::Filters;
pub(in crate::ui) use self::hand::Hand;
use self::hand::row_id;
use self::list::ActorList;
pub use self::paste::PasteDialog;
use self::quick::QuickAdd;
use self::selection::SelectionBar;
use self::sheet::Sheet;
pub(in crate::ui) use self::sheet::{Form, Rows};
use self::state::{Act, View};
use crate::analysis::coverage::{Cell, coverage};
use crate::i18n::texts::actors as say;
use crate::model::{ActorKind, Dossier, Id};
use crate::ui::env::{today, use_data, use_env};
use crate::ui::insights::Insights;
use crate::ui::widgets::{Button, ButtonKind, focus_id, use_late};
use crate::vocabulary::Step;

/// From this many actors on, the list can be narrowed.
const MANY: usize = 6;

/// The same analysis, compared by address: what depends on it is computed a moment after typing, not at each letter.
struct SameInsights(Rc<Insights>);

impl PartialEq for SameInsights {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What the list shows of a dossier, compared by address.
#[derive(Clone)]
struct Listed(Rc<Dossier>);

impl PartialEq for Listed {
    fn eq(&self, other: &Self) -> bool {
        let (one, other) = (&self.0, &other.0);
        one.actors.same(&other.actors)
            && one.territories.same(&other.territories)
            && one.objectives.same(&other.objectives)
    }
}

/// The step.
#[component]
pub fn ActorsStep() -> Html {
    let env = use_env();
    let data = use_data();
    let root = use_node_ref();
    let view = use_reducer(View::default);
    let act = view.dispatcher();
    let dossier = &data.dossier;
    {
        let (act, root, place) = (act.clone(), root.clone(), data.place.clone());
        let known = place.object.as_ref().is_some_and(|id| dossier.actor(id).is_some());
        let chosen = view.chosen.is_some();
        let read_only = env.read_only;
        use_effect_with(data.visit, move |visit| {
            match (place.object, place.field.as_deref()) {
                (Some(id), _) if known => act.dispatch(Act::Open(id, place.field)),
                (_, Some("coverage" | "missing")) => focus_id(&root, "tdt-coverage"),
                // On arrival the keyboard is ready to write; a page that has just loaded keeps its focus.
                _ if *visit > 0 && place.step == Step::Actors && !chosen && !read_only => {
                    focus_id(&root, quick::INPUT);
                }
                _ => {}
            }
        });
    }
    let cells: Rc<Vec<Cell>> = {
        let dossier = Rc::clone(dossier);
        // Objectives are part of it so that a new one has its row at once.
        let key = (SameInsights(Rc::clone(&data.insights)), dossier.objectives.clone(), dossier.actors.len());
        use_memo(key, move |_| coverage(&dossier, today()).cells)
    };
    let on_objective: Option<HashSet<Id>> = view.query.objective.as_ref().map(|objective| {
        cells
            .iter()
            .filter(|cell| cell.objective == *objective)
            .flat_map(|cell| cell.actors.clone())
            .collect()
    });
    // Letters typed in the sheet reach the list a frame later; who comes or goes is there at once.
    let late = use_late(Listed(Rc::clone(dossier))).0;
    let listed = if late.actors.len() == dossier.actors.len() { &late } else { dossier };
    let kept = use_mut_ref(query::Kept::default);
    let lines =
        Rc::new(query::lines(&env, listed, &view.query, on_objective.as_ref(), &mut kept.borrow_mut()));
    let tags: BTreeSet<String> = dossier.actors.iter().flat_map(|actor| actor.tags.iter().cloned()).collect();
    let tags = {
        let env = env.clone();
        use_memo(tags, move |found| {
            let mut found: Vec<String> = found.iter().cloned().collect();
            crate::model::order::by(&mut found, |a, b| env.compare(a, b));
            found
        })
    };
    // What is no longer there is no longer selected.
    let selected: Rc<BTreeSet<Id>> = if view.selected.iter().all(|id| dossier.actor(id).is_some()) {
        Rc::clone(&view.selected)
    } else {
        Rc::new(view.selected.iter().filter(|id| dossier.actor(id).is_some()).cloned().collect())
    };
    let chosen = view.chosen.as_ref().and_then(|id| dossier.actors.find(id)).cloned();
    let total = dossier.actors.len();

    let to_entry = {
        let root = root.clone();
        Callback::from(move |()| focus_id(&root, quick::INPUT))
    };
    let close_sheet = {
        let (act, root, lines) = (act.clone(), root.clone(), Rc::clone(&lines));
        let id = chosen.as_ref().map(|actor| actor.id.clone());
        Callback::from(move |()| {
            act.dispatch(Act::Close);
            if let Some(id) = &id {
                focus_row(&root, &lines, id);
            }
        })
    };
    let close_paste = {
        let (act, to_entry) = (act.clone(), to_entry.clone());
        Callback::from(move |()| {
            act.dispatch(Act::Paste(None));
            to_entry.emit(());
        })
    };
    let to_coverage = {
        let root = root.clone();
        Callback::from(move |()| focus_id(&root, "tdt-coverage"))
    };
    let kinds = by_kind(&listed.actors);
    let missing = kinds.iter().filter(|count| **count == 0).count();
    html! {
        <div class="split" ref={root.clone()} data-sheet={if chosen.is_some() { "open" } else { "none" }}>
            <div class="split-main">
                if !env.read_only {
                    <QuickAdd actors={dossier.actors.clone()} wanted={view.wanted.clone()} act={act.clone()} />
                }
                if total == 0 {
                    <Nobody onstart={to_entry.clone()} />
                } else {
                    if total >= MANY || view.query.filters() {
                        <Filters query={view.query.clone()} objectives={dossier.objectives.clone()} tags={tags}
                            shown={lines.len()} {total} act={act.clone()} />
                    }
                    <div class="only-narrow">
                        <div class="sheet-sec-head">
                            <b>{ env.say(say::organisations(lines.len())) }</b>
                            if missing > 0 {
                                <Button kind={ButtonKind::Link} onclick={to_coverage}
                                    label={env.say(say::missing_kinds(missing, ActorKind::ALL.len()))} />
                            }
                        </div>
                    </div>
                    if lines.is_empty() {
                        <p class="muted">{ env.say(say::none_shown()) }</p>
                    } else {
                        <ActorList lines={lines.clone()} query={view.query.clone()} selected={selected.clone()}
                            chosen={chosen.as_ref().map(|actor| actor.id.clone())} anchor={view.anchor.clone()}
                            act={act.clone()} />
                    }
                    if !selected.is_empty() && !env.read_only {
                        <SelectionBar {selected} territories={dossier.territories.clone()} act={act.clone()}
                            ondeleted={to_entry} />
                    }
                }
                <CoveragePanel {kinds} objectives={dossier.objectives.clone()} {cells}
                    act={act.clone()} />
            </div>
            if let Some(actor) = chosen {
                <Sheet {actor} lines={lines} opened={view.opened} field={view.field.clone()} act={act}
                    onclose={close_sheet} />
            }
            if let Some(text) = view.pasted.clone() {
                <PasteDialog text={text} onclose={close_paste} />
            }
        </div>
    }
}

/// Gives the focus back to the line of an actor, or to its neighbour where it goes.
fn focus_row(root: &NodeRef, lines: &[query::Line], id: &Id) {
    let at = lines.iter().position(|line| line.actor.id == *id);
    let ids: Vec<String> = match at {
        None => Vec::new(),
        Some(at) => {
            let around = [Some(at), Some(at + 1), at.checked_sub(1)];
            around
                .into_iter()
                .flatten()
                .filter_map(|index| lines.get(index))
                .map(|line| row_id(&line.actor.id))
                .collect()
        }
    };
    hand::focus_first(root, ids);
}
