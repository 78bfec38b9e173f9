//! With how many an actor agrees or differs; each count opens its list.

use std::cmp::Ordering;
use std::rc::Rc;

use yew::prelude::*;

use super::voice::Choose;
use super::words::Words;
use crate::analysis::coherence::{Grid, Partner};
use crate::i18n::texts::coherence as say;
use crate::model::Dossier;
use crate::ui::env::use_env;
use crate::ui::widgets::KindMark;

#[derive(Properties)]
pub(super) struct Props {
    pub(super) dossier: Rc<Dossier>,
    pub(super) grid: Rc<Grid>,
    pub(super) words: Rc<Words>,
    pub(super) titles: Rc<Vec<AttrValue>>,
    /// Place of the actor.
    pub(super) actor: usize,
    /// Place of the objective to stay on when another actor is chosen.
    pub(super) objective: usize,
    pub(super) choose: Choose,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.dossier, &other.dossier)
            && Rc::ptr_eq(&self.grid, &other.grid)
            && Rc::ptr_eq(&self.titles, &other.titles)
            && self.actor == other.actor
            && self.objective == other.objective
    }
}

/// The two counts.
#[component]
pub(super) fn Counts(props: &Props) -> Html {
    let env = use_env();
    let open = use_state(|| None::<Ordering>);
    let partners = props.grid.partners(props.actor);
    let of = |side: Ordering| partners.iter().filter(move |one| one.leaning() == side);
    let count = |side: Ordering, words: fn(usize) -> crate::i18n::Phrase| {
        let n = of(side).count();
        let expanded = *open == Some(side);
        let onclick = {
            let open = open.clone();
            Callback::from(move |_: MouseEvent| open.set((!expanded).then_some(side)))
        };
        html! {
            <button type="button" part="button" class="mx-count" aria-expanded={if expanded { "true" } else { "false" }} {onclick}>
                <b>{ n }</b>{ " " }<span>{ env.say(words(n)) }</span>
            </button>
        }
    };
    let titles = |places: &[usize]| -> Vec<String> {
        places.iter().filter_map(|place| props.titles.get(*place)).map(ToString::to_string).collect()
    };
    let line = |partner: &Partner| {
        let actor = props.dossier.actors.get(partner.actor);
        let onclick = {
            let (choose, to) = (props.choose.clone(), (partner.actor, props.objective));
            Callback::from(move |_: MouseEvent| choose.emit((to, true)))
        };
        let mut on: Vec<AttrValue> = Vec::new();
        if !partner.same.is_empty() {
            on.push(env.say(say::same_on(titles(&partner.same))));
        }
        if !partner.opposite.is_empty() {
            on.push(env.say(say::opposite_on(titles(&partner.opposite))));
        }
        html! {
            <li>
                <KindMark kind={actor.and_then(|actor| actor.kind)} size={19} />
                <span>
                    <button type="button" class="link" part="button" {onclick}>
                        <bdi>{ props.words.name_at(&props.dossier, partner.actor) }</bdi>
                    </button>
                    <span class="small">{ on.join(" · ") }</span>
                </span>
            </li>
        }
    };
    html! {
        <div class="mx-counts">
            { count(Ordering::Greater, say::agrees) }
            { count(Ordering::Less, say::differs) }
            if let Some(side) = *open {
                <ul class="mx-list">
                    { for of(side).map(line) }
                    if of(side).next().is_none() { <li class="small">{ env.say(say::nobody_there()) }</li> }
                </ul>
            }
        </div>
    }
}
