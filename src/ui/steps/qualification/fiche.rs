//! One actor at a time, for narrow screens: six rows of six keys.

use std::rc::Rc;

use yew::prelude::*;

use super::values::{Cell, Words, code, scale, shown};
use crate::i18n::texts::qualification as say;
use crate::model::{Actor, Criterion};
use crate::ui::env::use_env;
use crate::ui::steps::names::actor_name;
use crate::ui::widgets::{Dots, IconButton, IconName, KindMark, Segment, Segmented, StanceDots};

#[derive(Properties)]
pub(super) struct Props {
    pub(super) actor: Rc<Actor>,
    /// Its place, from 0.
    pub(super) place: usize,
    pub(super) total: usize,
    pub(super) words: Rc<Words>,
    pub(super) by: AttrValue,
    pub(super) onset: Callback<(Cell, Option<i8>)>,
    /// To another actor, by its place.
    pub(super) ongo: Callback<usize>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.actor, &other.actor)
            && self.place == other.place
            && self.total == other.total
            && Rc::ptr_eq(&self.words, &other.words)
            && self.by == other.by
            && self.onset == other.onset
    }
}

/// Id of the title of a criterion.
pub(super) fn title_id(criterion: Criterion) -> String {
    format!("tdt-q-{}", criterion.as_str())
}

/// The sheet of an actor.
#[component]
pub(super) fn Fiche(props: &Props) -> Html {
    let env = use_env();
    let Props { actor, place, total, words, by, .. } = props;
    let name = actor_name(&env, actor);
    let go = |to: Option<usize>| {
        let go = props.ongo.clone();
        Callback::from(move |()| {
            if let Some(to) = to {
                go.emit(to);
            }
        })
    };
    let next = (place + 1 < *total).then_some(place + 1);
    html! {
        <div class="fiche">
            <header class="fiche-head">
                <IconButton icon={IconName::ChevronLeft} label={env.say(say::previous())} disabled={*place == 0}
                    onclick={go(place.checked_sub(1))} />
                <KindMark kind={actor.kind} size={30} />
                <div aria-live="polite">
                    <@{env.heading(1)} class="h-block"><bdi>{ name }</bdi></@>
                    <p class="small">{ env.say(say::nth(place + 1, *total)) }</p>
                </div>
                <IconButton icon={IconName::ChevronRight} label={env.say(say::next())} disabled={next.is_none()}
                    onclick={go(next)} />
            </header>
            { for Criterion::ALL.iter().map(|criterion| {
                let value = shown(actor, *criterion, by);
                let stance = *criterion == Criterion::Stance;
                let onchange = {
                    let cell = Cell { actor: actor.id.clone(), criterion: *criterion };
                    let set = props.onset.clone();
                    Callback::from(move |value: AttrValue| set.emit((cell.clone(), value.parse().ok())))
                };
                let segments: Vec<Segment> = scale(*criterion)
                    .map(|held| Segment { value: code(held), strong: None, label: words.figure(*criterion, held) })
                    .collect();
                html! {
                    <section class="fiche-q" key={criterion.as_str()}>
                        <header>
                            <@{env.heading(2)} class="h-small" id={title_id(*criterion)} tabindex="-1">
                                { words.name(*criterion) }
                            </@>
                            <span class="muted">{ words.word(*criterion, value) }</span>
                            if stance { <StanceDots {value} /> } else { <Dots {value} /> }
                        </header>
                        <Segmented class="keys" label={words.name(*criterion)} {segments} value={code(value)} {onchange}
                            disabled={env.read_only} />
                    </section>
                }
            }) }
        </div>
    }
}
