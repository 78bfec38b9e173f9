//! Where the actor stands, read only: its last qualification, its strong positions.

use std::rc::Rc;

use yew::prelude::*;

use crate::analysis::readings;
use crate::i18n::texts::actors as say;
use crate::model::{Actor, Criterion};
use crate::ui::env::{Place, use_data, use_env};
use crate::ui::widgets::{Button, ButtonKind, Dots, StanceDots};
use crate::vocabulary::{self, Step};

/// From this magnitude on, a position bears on the projects of the actor, not on its day-to-day working.
const STRONG: i8 = 2;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) actor: Rc<Actor>,
}

#[component]
pub(super) fn Qualification(props: &Props) -> Html {
    let env = use_env();
    let actor = &props.actor;
    let values: Vec<_> =
        Criterion::ALL.iter().map(|criterion| (*criterion, readings::current(actor, *criterion))).collect();
    let last = values.iter().filter_map(|(_, value)| value.on).max();
    let place = Place::object(Step::Qualification, actor.id.clone());
    html! {
        <section class="sheet-sec">
            <header class="sheet-sec-head">
                <@{env.heading(2)} class="h-cap">{ env.say(vocabulary::step_name(Step::Qualification)) }</@>
                if let Some(day) = last { <span class="small">{ env.format().date(day.0) }</span> }
            </header>
            <ul class="qrows">
                { for values.iter().map(|(criterion, value)| {
                    let used = value.used;
                    let figure = used.map_or_else(|| "?".to_owned(), |value| match criterion {
                        Criterion::Stance => env.format().signed(value.into()),
                        _ => value.to_string(),
                    });
                    html! {
                        <li>
                            <span>{ env.say(vocabulary::criterion(*criterion)) }</span>
                            <b>{ figure }</b>
                            if *criterion == Criterion::Stance { <StanceDots value={used} /> } else { <Dots value={used} /> }
                            <span>{ env.say(vocabulary::value(*criterion, used)) }</span>
                        </li>
                    }
                }) }
            </ul>
            if env.steps.contains(&Step::Qualification) {
                <p><Button kind={ButtonKind::Link} class="small" label={env.say(say::qualify())}
                    onclick={env.going(place)} /></p>
            }
        </section>
    }
}

#[component]
pub(super) fn StrongPositions(props: &Props) -> Html {
    let env = use_env();
    let data = use_data();
    let strong = {
        let dossier = Rc::clone(&data.dossier);
        use_memo(
            (dossier.positions.clone(), dossier.objectives.clone(), props.actor.id.clone()),
            move |(_, objectives, actor)| {
                let positions = readings::Positions::of(&dossier);
                let mut found: Vec<(i8, String)> = objectives
                    .iter()
                    .filter_map(|objective| {
                        let value = positions.used(actor, &objective.id)?;
                        (value.abs() >= STRONG).then(|| (value, objective.title.clone()))
                    })
                    .collect();
                crate::model::order::by_key(&mut found, |(value, _)| -value.abs());
                found
            },
        )
    };
    if strong.is_empty() {
        return Html::default();
    }
    html! {
        <section class="sheet-sec">
            <header class="sheet-sec-head">
                <@{env.heading(2)} class="h-cap">{ env.say(say::strong_positions()) }</@>
            </header>
            <ul class="rows">
                { for strong.iter().map(|(value, title)| html! {
                    <li>
                        <span><b>{ env.format().signed((*value).into()) }</b>{ " " }<bdi>{ title }</bdi></span>
                        <span class="tag">{ env.say(vocabulary::magnitude(value.unsigned_abs())) }</span>
                    </li>
                }) }
            </ul>
        </section>
    }
}
