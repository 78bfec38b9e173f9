//! What stands over the table: the views of a narrow screen and the order of the rows.

use std::rc::Rc;

use yew::prelude::*;

use super::order::Sort;
use crate::analysis::qualification;
use crate::i18n::texts::qualification as say;
use crate::model::Dossier;
use crate::ui::env::{Env, use_env};
use crate::ui::widgets::{ProgressLine, Segment, Segmented, SelectField, SelectOption, use_late};

/// What a narrow screen shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum View {
    Cards,
    Table,
    Map,
}

impl View {
    pub(super) const ALL: [Self; 3] = [Self::Cards, Self::Table, Self::Map];

    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Cards => "cards",
            Self::Table => "table",
            Self::Map => "map",
        }
    }
}

/// The three narrow views.
pub(super) fn views(env: &Env, view: &UseStateHandle<View>) -> Html {
    let label = |view| match view {
        View::Cards => say::view_cards(),
        View::Table => say::view_table(),
        View::Map => say::view_map(),
    };
    let segments: Vec<Segment> = View::ALL
        .map(|view| Segment { value: view.code().into(), strong: None, label: env.say(label(view)) })
        .to_vec();
    let value = view.code();
    let onchange = {
        let view = view.clone();
        Callback::from(move |code: AttrValue| {
            if let Some(chosen) = View::ALL.into_iter().find(|view| code == view.code()) {
                view.set(chosen);
            }
        })
    };
    html! { <Segmented class="push" label={env.say(say::view())} {segments} {value} {onchange} /> }
}

#[derive(Properties, PartialEq)]
pub(super) struct SortsProps {
    pub(super) sort: UseStateHandle<Sort>,
}

/// The choice of the order.
#[component]
pub(super) fn Sorts(props: &SortsProps) -> Html {
    let env = use_env();
    let sort = &props.sort;
    let label = |sort| match sort {
        Sort::Dossier => say::sort_dossier(),
        Sort::Name => say::sort_name(),
        Sort::Kind => say::sort_kind(),
        Sort::Missing => say::sort_missing(),
    };
    let options: Vec<SelectOption> =
        Sort::ALL.map(|sort| SelectOption::new(sort.code(), env.say(label(sort)))).to_vec();
    let value = sort.code();
    let onchange = {
        let sort = sort.clone();
        Callback::from(move |code: String| {
            if let Some(chosen) = Sort::ALL.into_iter().find(|sort| sort.code() == code) {
                sort.set(chosen);
            }
        })
    };
    html! {
        <SelectField id="tdt-q-sort" class="push" quiet=true small=true label={env.say(say::sort())} {value} {options}
            {onchange} />
    }
}

#[derive(Properties)]
pub(super) struct LeftProps {
    pub(super) dossier: Rc<Dossier>,
    /// In few words.
    pub(super) narrow: bool,
}

impl PartialEq for LeftProps {
    fn eq(&self, other: &Self) -> bool {
        self.narrow == other.narrow && self.dossier.actors.same(&other.dossier.actors)
    }
}

/// The actors, compared by address.
#[derive(Clone)]
struct Actors(Rc<Dossier>);

impl PartialEq for Actors {
    fn eq(&self, other: &Self) -> bool {
        self.0.actors.same(&other.0.actors)
    }
}

/// How many values are given. It follows the cell by a frame.
#[component]
pub(super) fn Left(props: &LeftProps) -> Html {
    let env = use_env();
    let actors = use_late(Actors(Rc::clone(&props.dossier)));
    let progress = use_memo(actors, |actors| qualification::progress(&actors.0));
    let share = if progress.total == 0 { 0.0 } else { progress.given as f64 / progress.total as f64 };
    html! {
        <ProgressLine {share}>
            <b>{ progress.given }</b>{ " " }
            if props.narrow {
                { env.say(say::of(progress.total)) }
            } else {
                { env.say(say::values_of(progress.given, progress.total)) }{ " · " }
                { env.say(say::complete(progress.complete, progress.actors)) }
            }
        </ProgressLine>
    }
}

/// The evaluators named in the readings, in alphabetical order.
pub(super) fn evaluators(dossier: &Dossier) -> Vec<AttrValue> {
    let mut names: Vec<&str> = Vec::new();
    for reading in dossier.actors.iter().flat_map(|actor| &actor.readings) {
        let by = reading.by.trim();
        if !by.is_empty() && !names.contains(&by) {
            names.push(by);
        }
    }
    crate::model::order::by(&mut names, Ord::cmp);
    names.into_iter().map(|name| AttrValue::from(name.to_owned())).collect()
}
