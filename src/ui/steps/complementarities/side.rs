//! Beside the matrix: the chosen function on each of its territories, what nobody covers, and where operators compete.

use yew::prelude::*;

use super::{actor_name, function_title};
use crate::analysis::complementarities::{Split, split};
use crate::analysis::coverage::Pair;
use crate::analysis::{Cover, Index};
use crate::i18n::Phrase;
use crate::i18n::texts::complementarities as say;
use crate::model::{Dossier, Id};
use crate::ui::env::{Env, today};

/// The names of things, for sentences.
struct Names<'a> {
    env: &'a Env,
    dossier: &'a Dossier,
}

impl Names<'_> {
    fn actors<'i>(&self, ids: impl Iterator<Item = &'i Id>) -> Vec<String> {
        ids.filter_map(|id| self.dossier.actor(id))
            .map(|actor| actor_name(self.env, actor).to_string())
            .collect()
    }

    fn territories(&self, ids: &[Id]) -> Vec<String> {
        ids.iter()
            .filter_map(|id| self.dossier.territory(id))
            .map(|territory| territory.name.clone())
            .collect()
    }

    /// Where, inside a sentence.
    fn place(&self, pair: &Pair) -> String {
        self.place_or(pair, say::anywhere_within())
    }

    fn place_or(&self, pair: &Pair, anywhere: Phrase) -> String {
        match pair.territory.as_ref().and_then(|id| self.dossier.territory(id)) {
            Some(territory) => territory.name.clone(),
            None => self.env.say(anywhere).to_string(),
        }
    }

    fn function(&self, pair: &Pair) -> String {
        let place = self.dossier.functions.position_of(&pair.function).unwrap_or_default();
        let function = self.dossier.functions.get(place);
        function.map(|function| function_title(self.env, place, function).to_string()).unwrap_or_default()
    }
}

/// How a function stands on one of its territories.
fn status(names: &Names<'_>, pair: &Pair) -> Phrase {
    let (place, actors) = (names.place_or(pair, say::anywhere()), names.actors(pair.best()));
    match pair.cover {
        None => say::status_none(place),
        Some(Cover::Covers) => say::status_covers(place, actors),
        Some(Cover::Partly) if pair.missing.is_empty() => say::status_partly_all(place, actors),
        Some(Cover::Partly) => say::status_partly(place, actors, names.territories(&pair.missing)),
        Some(Cover::Outside) => say::status_outside(place, actors),
        Some(Cover::Unknown) => say::status_unknown(place, actors),
    }
}

const fn status_class(cover: Option<Cover>) -> &'static str {
    match cover {
        Some(_) => super::state_class(cover),
        None => "cp-hole",
    }
}

/// A pair of operators that compete, and how they could share the work.
fn competing(names: &Names<'_>, index: &Index<'_>, pair: &Pair) -> Html {
    let public = index.function(&pair.function).map(|function| function.public.trim()).unwrap_or_default();
    let proposal = match split(index, pair) {
        Split::Territory(shares) => {
            let shares: Vec<Phrase> = shares
                .iter()
                .map(|(actor, parts)| {
                    let actor = names.actors(std::iter::once(actor)).concat();
                    say::share(names.territories(parts), actor)
                })
                .collect();
            say::split_territory(shares)
        }
        Split::Public if public.is_empty() => say::split_public(),
        Split::Public => say::split_of_public(public),
    };
    let told = say::competes(names.actors(pair.redundant.iter()), names.function(pair), names.place(pair));
    html! { <li>{ names.env.say(told) }{ " " }<b>{ names.env.say(proposal) }</b></li> }
}

/// The panel, for the function in a column.
pub(super) fn view(env: &Env, dossier: &Dossier, pairs: &[Pair], column: usize) -> Html {
    let names = Names { env, dossier };
    let Some(function) = dossier.functions.get(column) else { return Html::default() };
    let own = pairs.iter().filter(|pair| pair.function == function.id);
    let open: Vec<&Pair> = pairs
        .iter()
        .filter(|pair| pair.cover != Some(Cover::Covers) && !(pair.is_held() && pair.missing.is_empty()))
        .collect();
    let rival: Vec<&Pair> = pairs.iter().filter(|pair| !pair.redundant.is_empty()).collect();
    // Reads the dossier only where something competes.
    let index = (!rival.is_empty()).then(|| Index::of(dossier, today()));
    let title = function_title(env, column, function);
    html! {
        <section class="coh-side cp-side" aria-labelledby="tdt-c-function">
            <@{env.heading(1)} class="h-block" id="tdt-c-function">{ env.say(say::of_function(title.to_string())) }</@>
            if !function.public.trim().is_empty() { <p class="small">{ env.say(say::wanted_for(function.public.as_str())) }</p> }
            <div role="status"><ul>
                { for own.map(|pair| html! {
                    <li class="with-mark"><i class={status_class(pair.cover)}></i><span>{ env.say(status(&names, pair)) }</span></li>
                }) }
            </ul></div>
            <@{env.heading(1)} class="h-small">{ env.say(say::uncovered()) }</@>
            if open.is_empty() { <p class="small">{ env.say(say::uncovered_none()) }</p> }
            <ul>
                { for open.iter().map(|pair| {
                    let (function, place) = (names.function(pair), names.place(pair));
                    let told = if pair.missing.is_empty() {
                        say::at(function, place)
                    } else {
                        say::at_missing(function, place, names.territories(&pair.missing))
                    };
                    html! { <li class="with-mark"><i class={status_class(pair.cover)}></i><span>{ env.say(told) }</span></li> }
                }) }
            </ul>
            <@{env.heading(1)} class="h-small">{ env.say(say::competing()) }</@>
            if rival.is_empty() { <p class="small">{ env.say(say::competing_none()) }</p> }
            if let Some(index) = &index {
                <ul>{ for rival.iter().map(|pair| competing(&names, index, pair)) }</ul>
            }
        </section>
    }
}
