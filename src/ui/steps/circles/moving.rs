//! The chosen actor, and what moving it would gain and lose.

use std::rc::Rc;

use yew::prelude::*;

use super::words::{code, codes, mobilisation, name, ring_name};
use super::{Aim, Seen, TO};
use crate::analysis::circles::{Place, Shift};
use crate::i18n::texts::circles as say;
use crate::i18n::{Arg, Phrase};
use crate::model::Id;
use crate::ui::env::{Env, Place as Goal};
use crate::ui::widgets::{
    Button, ButtonKind, IconButton, IconName, MobilisationMark, SelectField, SelectOption,
};
use crate::vocabulary::Step;

/// The value of a ring in the list of choices.
fn value(place: Place) -> String {
    place.map_or_else(|| "out".to_owned(), |ring| ring.to_string())
}

/// The block; nothing while nobody is chosen.
pub(super) fn view(
    env: &Env,
    seen: &Rc<Seen>,
    aim: Option<Aim>,
    onaim: &Callback<Option<Aim>>,
    onmove: &Callback<Option<(usize, Place)>>,
    onwithout: &Callback<Id>,
) -> Html {
    let Some(aim) = aim else { return Html::default() };
    let Some(actor) = seen.dossier.actors.get(aim.actor) else { return Html::default() };
    let from = seen.circles.place(aim.actor);
    let shown = name(env, &seen.dossier, aim.actor);
    let here = ring_name(env, seen, from);
    let words = match aim.to {
        Some(to) => env.say(say::move_from(here.to_string(), ring_name(env, seen, to).to_string())),
        None => env.say(say::stands(here.to_string())),
    };
    let close = onaim.reform(|()| None);
    html! {
        <section class="circ-move" aria-label={env.say(say::move_title(shown.to_string()))}>
            <header class="circ-who">
                <MobilisationMark kind={actor.kind} mobilisation={mobilisation(&seen.dossier, aim.actor)} size={26} />
                <div>
                    <p class="h-small"><bdi>{ &shown }</bdi></p>
                    <p class="small">{ words }</p>
                </div>
                <IconButton icon={IconName::Close} class="btn-sm" label={env.say(say::close())} onclick={close} />
            </header>
            if from == Some(0) {
                <p class="small">{ env.say(say::lead_stays()) }</p>
                <Button class="btn-sm" label={env.say(say::open_roles())} onclick={env.going(Goal::object(Step::Roles, actor.id.clone()))} />
            } else if !env.read_only {
                { choice(env, seen, aim, from, onaim) }
            }
            <div aria-live="polite">
                if let Some(to) = aim.to { { shifts(env, seen, &seen.circles.shifts(aim.actor, to)) } }
            </div>
            if let Some(to) = aim.to {
                <div class="acts">
                    <Button kind={ButtonKind::Primary} label={env.say(say::do_move())} onclick={{
                        let actor = aim.actor;
                        onmove.reform(move |()| Some((actor, to)))
                    }} />
                    <Button label={env.say(say::leave(here.to_string()))} onclick={onmove.reform(|()| None)} />
                </div>
            }
            <p class="circ-links">
                <Button kind={ButtonKind::Link} label={env.say(say::open_sheet())}
                    onclick={env.going(Goal::object(Step::Actors, actor.id.clone()))} />
                <Button kind={ButtonKind::Link} label={env.say(say::without_it())} onclick={{
                    let (without, id) = (onwithout.clone(), actor.id.clone());
                    Callback::from(move |()| without.emit(id.clone()))
                }} />
            </p>
        </section>
    }
}

/// "Déplacer vers…": every ring but the one it is in.
fn choice(env: &Env, seen: &Rc<Seen>, aim: Aim, from: Place, onaim: &Callback<Option<Aim>>) -> Html {
    let rings = (1..seen.circles.waves.len()).map(Some).chain([None]).filter(|place| *place != from);
    let options: Vec<SelectOption> =
        rings.map(|place| SelectOption::new(value(place), ring_name(env, seen, place))).collect();
    let onchange = onaim.reform(move |chosen: String| {
        let to = match chosen.as_str() {
            "" => None,
            "out" => Some(None),
            ring => ring.parse().ok().map(Some),
        };
        Some(Aim { to, ..aim })
    });
    html! {
        <SelectField id={TO} label={env.say(say::move_to())} value={aim.to.map(value).unwrap_or_default()} {options}
            none={env.say(say::choose_ring())} small=true {onchange} />
    }
}

/// What is gained and lost, ring by ring, and how many are to be gathered at the start.
fn shifts(env: &Env, seen: &Seen, shifts: &[Shift]) -> Html {
    let figures = |(before, after): (usize, usize)| env.say(say::figures(before, after));
    let start = shifts.iter().find(|shift| shift.ring == 1 && shift.gathered.0 != shift.gathered.1);
    html! {
        <dl class="shifts">
            { for shifts.iter().map(|shift| {
                let parts = [
                    (&shift.gained, say::won as fn(Arg) -> Phrase),
                    (&shift.lost, say::lost),
                    (&shift.weakened, say::thin),
                    (&shift.firmed, say::firmer),
                ];
                let lost = !shift.lost.is_empty();
                let quiet = parts.iter().all(|(list, _)| list.is_empty());
                html! {
                    <div key={shift.ring} data-lost={lost.then_some("true")}>
                        <dt>{ figures(shift.held) }</dt>
                        <dd>
                            { env.say(say::shift_held(ring_name(env, seen, Some(shift.ring)).to_string())) }
                            { for parts.iter().filter(|(list, _)| !list.is_empty()).map(|(list, words)| html! {
                                <span class="shift-part" title={titles(seen, list)}>{ env.say(words(codes(list))) }</span>
                            }) }
                            if quiet { <span class="shift-part">{ env.say(say::nothing_lost()) }</span> }
                        </dd>
                    </div>
                }
            }) }
            if let Some(shift) = start {
                <div><dt>{ figures(shift.gathered) }</dt><dd>{ env.say(say::shift_start()) }</dd></div>
            }
        </dl>
    }
}

/// The titles of functions, as a tooltip.
fn titles(seen: &Seen, functions: &[usize]) -> String {
    let title = |function: &usize| {
        let title = seen.dossier.functions.get(*function).map_or("", |function| function.title.as_str());
        [code(*function).as_str(), title].join(" ")
    };
    functions.iter().map(title).collect::<Vec<_>>().join("\n")
}

/// What a move changes in a sentence: the functions gained and lost at the first ring where there are any.
pub(super) fn told(env: &Env, seen: &Seen, shifts: &[Shift]) -> Phrase {
    let named = |functions: &[usize]| -> Arg {
        let title = |function: &usize| {
            let title = seen.dossier.functions.get(*function).map_or("", |function| function.title.as_str());
            say::moved_part(code(*function), title)
        };
        functions.iter().map(title).collect::<Vec<_>>().into()
    };
    let Some(shift) = shifts.iter().find(|shift| !(shift.gained.is_empty() && shift.lost.is_empty())) else {
        return say::moved_same();
    };
    let mut parts: Vec<Phrase> = Vec::new();
    if !shift.gained.is_empty() {
        parts.push(say::won(named(&shift.gained)));
    }
    if !shift.lost.is_empty() {
        parts.push(say::lost(named(&shift.lost)));
    }
    let ring = ring_name(env, seen, Some(shift.ring)).to_string();
    say::moved_held(ring, shift.held.0.to_string(), shift.held.1.to_string(), parts)
}
