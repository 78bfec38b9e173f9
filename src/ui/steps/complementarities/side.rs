//! Beside the matrix: the chosen function on each of its territories, what nobody covers, and where operators compete.

use yew::prelude::*;

use super::{Contest, actor_name, function_title};
use crate::analysis::Cover;
use crate::analysis::complementarities::Split;
use crate::analysis::coverage::Pair;
use crate::i18n::Phrase;
use crate::i18n::texts::complementarities as say;
use crate::model::{Dossier, Id};
use crate::ui::env::Env;

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

/// Operators that compete, or would, and how they could share the work.
fn competing(names: &Names<'_>, contest: &Contest) -> Html {
    let pair = &contest.pair;
    let public = names.dossier.function(&pair.function).map(|function| function.public.trim());
    let proposal = match &contest.split {
        Some(Split::Territory(shares)) => {
            let shares: Vec<Phrase> = shares
                .iter()
                .map(|(actor, parts)| {
                    let actor = names.actors(std::iter::once(actor)).concat();
                    say::share(names.territories(parts), actor)
                })
                .collect();
            say::split_territory(shares)
        }
        _ => match public.filter(|public| !public.is_empty()) {
            Some(public) => say::split_of_public(public),
            None => say::split_public(),
        },
    };
    let rivals = names.actors(contest.rivals.iter());
    let told = if pair.redundant.is_empty() {
        say::would_compete(rivals, names.place(pair))
    } else {
        say::competes(rivals, names.function(pair), names.place(pair))
    };
    html! { <li>{ names.env.say(told) }{ " " }<b>{ names.env.say(proposal) }</b></li> }
}

/// The panel, for the function in a column.
pub(super) fn view(env: &Env, dossier: &Dossier, contests: &[Contest], column: usize) -> Html {
    let names = Names { env, dossier };
    let Some(function) = dossier.functions.get(column) else { return Html::default() };
    let own = || contests.iter().filter(|one| one.pair.function == function.id);
    let open: Vec<&Pair> = contests
        .iter()
        .map(|one| &one.pair)
        .filter(|pair| pair.cover != Some(Cover::Covers) && !(pair.is_held() && pair.missing.is_empty()))
        .collect();
    let rival: Vec<&Contest> = contests.iter().filter(|one| !one.pair.redundant.is_empty()).collect();
    // Told of the chosen function alone: most functions can be held by several, which is no fault.
    let would: Vec<&Contest> =
        own().filter(|one| one.pair.redundant.is_empty() && !one.rivals.is_empty()).collect();
    let title = function_title(env, column, function);
    html! {
        <section class="coh-side cp-side" aria-labelledby="tdt-c-function">
            <@{env.heading(1)} class="h-block" id="tdt-c-function">{ env.say(say::of_function(title.to_string())) }</@>
            if !function.public.trim().is_empty() { <p class="small">{ env.say(say::wanted_for(function.public.as_str())) }</p> }
            <div role="status"><ul>
                { for own().map(|one| html! {
                    <li class="with-mark"><i class={status_class(one.pair.cover)}></i><span>{ env.say(status(&names, &one.pair)) }</span></li>
                }) }
            </ul></div>
            if !would.is_empty() { <ul class="small">{ for would.iter().map(|one| competing(&names, one)) }</ul> }
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
            if rival.is_empty() {
                <p class="small">{ env.say(say::competing_none()) }</p>
            } else {
                <ul>{ for rival.iter().map(|one| competing(&names, one)) }</ul>
            }
        </section>
    }
}
