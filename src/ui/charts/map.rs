//! The influence × interest map (Mendelow, 1991) with its title, its legend and its table.

use std::rc::Rc;

use yew::prelude::*;

use super::figure::MapFigure;
use super::map_data::MapData;
use super::scene::Chart;
use crate::i18n::texts::charts as say;
use crate::model::{Dossier, Id};
use crate::ui::env::{Env, use_env};
use crate::ui::widgets::{Segment, Segmented, use_late, use_settled};

#[derive(Properties)]
pub struct InfluenceMapProps {
    /// The dossier.
    pub dossier: Rc<Dossier>,
    /// The chosen actor.
    #[prop_or_default]
    pub selected: Option<Id>,
    /// What to do when an actor is chosen.
    pub onselect: Callback<Id>,
    /// With its own title.
    #[prop_or_default]
    pub titled: bool,
}

impl PartialEq for InfluenceMapProps {
    fn eq(&self, other: &Self) -> bool {
        // The map depends on the actors alone.
        self.dossier.actors.same(&other.dossier.actors)
            && self.selected == other.selected
            && self.onselect == other.onselect
            && self.titled == other.titled
    }
}

/// What the map shows, which may come a frame after the cell where one types.
#[derive(Clone)]
struct Shown {
    dossier: Rc<Dossier>,
    selected: Option<Id>,
}

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        self.dossier.actors.same(&other.dossier.actors) && self.selected == other.selected
    }
}

/// Actors beyond which the map takes so long to draw that it waits for a pause between two values.
const MANY: usize = 150;
/// That pause, and the wait where there are few, in milliseconds.
const LONG: u32 = 220;
const FRAME: u32 = 16;

/// What a chart is made from; equal as long as it would be the same.
struct Source(Rc<Dossier>, Env);

impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        self.0.actors.same(&other.0.actors) && self.1 == other.1
    }
}

/// The map and its table, one shown at a time.
#[component]
pub fn InfluenceMap(props: &InfluenceMapProps) -> Html {
    let env = use_env();
    let as_data = use_state(|| false);
    let shown = use_late(Shown { dossier: Rc::clone(&props.dossier), selected: props.selected.clone() });
    let quiet = if shown.dossier.actors.len() > MANY { LONG } else { FRAME };
    let dossier = use_settled(Shown { selected: None, ..shown.clone() }, quiet).dossier;
    let selected = shown.selected;
    let chart = use_memo(Source(dossier, env.clone()), |Source(dossier, env)| {
        Chart::of(dossier, &env.say(say::unnamed()))
    });
    let onchange = {
        let as_data = as_data.clone();
        Callback::from(move |value: AttrValue| as_data.set(value == "data"))
    };
    let segment = |value: &'static str, label| Segment { value: value.into(), strong: None, label };
    html! {
        <>
            <header class="sec-head">
                if props.titled { <@{env.heading(1)} class="h-block">{ env.say(say::map_title()) }</@> }
                <p class="small">{ env.say(say::upper_half()) }</p>
                <Segmented class="push" label={env.say(say::shown_as())} {onchange}
                    value={if *as_data { "data" } else { "map" }}
                    segments={vec![segment("map", env.say(say::as_map())), segment("data", env.say(say::as_data()))]} />
            </header>
            if *as_data {
                <MapData {chart} {selected} onselect={props.onselect.clone()} />
            } else {
                <MapFigure {chart} {selected} onselect={props.onselect.clone()} />
            }
        </>
    }
}
