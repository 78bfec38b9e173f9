//! Whom the dossier proposes for the seats of a preset, to be changed before the body is made.

use std::rc::Rc;

use yew::prelude::*;

use crate::analysis::Index;
use crate::analysis::votes::{matches, seating};
use crate::i18n::texts::bodies as say;
use crate::model::{Dossier, Id};
use crate::ui::env::{Env, today};
use crate::ui::widgets::{SelectField, SelectOption};
use crate::vocabulary::{Meant, Preset};

/// Who is proposed, seat after seat.
pub(super) fn proposed(dossier: &Dossier, preset: &Preset) -> Vec<Option<Id>> {
    seating(&Index::of(dossier, today()), preset)
}

/// The actors for a college: those it is meant for first.
fn options(env: &Env, index: &Index<'_>, actors: &[SelectOption], meant: Meant) -> Vec<SelectOption> {
    let fits = |option: &&SelectOption| {
        index.actor(&Id::from(option.value.as_str())).is_some_and(|actor| matches(index, meant, actor))
    };
    let grouped = |fit: bool, title: AttrValue| {
        let chosen = actors.iter().filter(move |option| fits(option) == fit);
        chosen.map(move |option| SelectOption { group: Some(title.clone()), ..option.clone() })
    };
    grouped(true, env.say(say::fitting())).chain(grouped(false, env.say(say::others()))).collect()
}

/// The seats of a preset, college after college, each with a list to choose from.
pub(super) fn review(
    env: &Env,
    dossier: &Rc<Dossier>,
    actors: &[SelectOption],
    preset: &'static Preset,
    seated: &UseStateHandle<Vec<Option<Id>>>,
) -> Html {
    let index = Index::of(dossier, today());
    let filled = seated.iter().flatten().count();
    let mut next = 0;
    let colleges = preset.colleges.iter().map(|college| {
        let options = options(env, &index, actors, college.meant);
        let title = env.say((college.title)());
        let first = next;
        next += college.seats as usize;
        let seats = (0..college.seats as usize).map(|n| {
            let place = first + n;
            let onchange = {
                let seated = seated.clone();
                Callback::from(move |value: String| {
                    let mut next = (*seated).clone();
                    if let Some(seat) = next.get_mut(place) {
                        *seat = (!value.is_empty()).then(|| Id::from(value));
                    }
                    seated.set(next);
                })
            };
            let value = seated.get(place).and_then(Option::as_ref).map(ToString::to_string).unwrap_or_default();
            html! {
                <li key={place}>
                    <SelectField id={format!("tdt-review-{place}")} quiet=true small=true options={options.clone()} {value}
                        label={env.say(say::review_seat(n + 1, (college.title)()))} none={env.say(say::seat_to_fill())} {onchange} />
                </li>
            }
        });
        html! {
            <section class="gov-review">
                <h3 class="h-cap">{ title }</h3>
                <ol>{ for seats }</ol>
            </section>
        }
    });
    html! {
        <>
            <p class="muted">{ env.say(say::review_help(filled, seated.len())) }</p>
            <p class="small">{ env.say((preset.source)()) }</p>
            <p class="small"><b>{ env.say(say::to_check()) }</b>{ " " }{ env.say((preset.check)()) }</p>
            <div class="gov-reviews">{ for colleges }</div>
        </>
    }
}
