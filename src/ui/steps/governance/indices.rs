//! Every index of a balance, counted when somebody asks for it, a few milliseconds at a time.

use std::cell::Cell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::percent;
use crate::analysis::votes::{Balance, Counting, Indices, Ratio};
use crate::i18n::texts::bodies as say;
use crate::ui::env::use_env;

/// Milliseconds of counting before others are let through.
const SLICE: f64 = 6.0;

/// Goes on counting while somebody waits for it.
fn go_on(mut counting: Counting, shown: UseStateHandle<Option<Rc<Indices>>>, awaited: Rc<Cell<bool>>) {
    if !awaited.get() {
        return;
    }
    let from = js_sys::Date::now();
    let mut over = false;
    while !over && js_sys::Date::now() - from < SLICE {
        over = counting.advance();
    }
    if over {
        shown.set(Some(Rc::new(counting.indices())));
    } else {
        Timeout::new(0, move || go_on(counting, shown, awaited)).forget();
    }
}

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The balance.
    pub balance: Rc<Balance>,
    /// Names of its members, in order.
    pub names: Vec<AttrValue>,
}

/// The table, folded until it is asked for.
#[component]
pub fn EveryIndex(props: &Props) -> Html {
    let env = use_env();
    let open = use_state(|| false);
    let found = use_state(|| None::<Rc<Indices>>);
    {
        let (found, asked) = (found.clone(), *open);
        use_effect_with((Rc::clone(&props.balance), asked), move |(balance, asked)| {
            found.set(None);
            let awaited = Rc::new(Cell::new(true));
            let timer = asked.then(|| {
                let (balance, found, awaited) = (Rc::clone(balance), found.clone(), Rc::clone(&awaited));
                Timeout::new(150, move || go_on(Counting::new(&balance.ballot.game), found, awaited))
            });
            move || {
                awaited.set(false);
                drop(timer);
            }
        });
    }
    let ontoggle = {
        let open = open.clone();
        Callback::from(move |event: Event| {
            let details = event.target_dyn_into::<web_sys::Element>();
            open.set(details.is_some_and(|details| details.has_attribute("open")));
        })
    };
    html! {
        <details class="more" {ontoggle}>
            <summary>{ env.say(say::all_indices()) }</summary>
            <div class="more-body">
                if let Some(indices) = found.as_ref().filter(|_| *open) {
                    { table(props, indices, &env) }
                } else if *open {
                    <p class="small" role="status">{ env.say(say::computing()) }</p>
                }
            </div>
        </details>
    }
}

fn table(props: &Props, indices: &Indices, env: &crate::ui::env::Env) -> Html {
    let columns: [(crate::i18n::Phrase, crate::i18n::Phrase, &[Ratio]); 5] = [
        (say::banzhaf(), say::banzhaf_means(), &indices.banzhaf),
        (say::penrose(), say::penrose_means(), &indices.penrose),
        (say::shapley(), say::shapley_means(), &indices.shapley),
        (say::preventive(), say::preventive_means(), &indices.preventive),
        (say::initiative(), say::initiative_means(), &indices.initiative),
    ];
    let caption = env.say(say::indices_caption());
    html! {
        <>
            <p class="small">{ env.say(say::power_to_act(percent(env, indices.power_to_act.value()).to_string())) }</p>
            <div class="frame" tabindex="0" role="region" aria-label={caption.clone()}>
                <table class="table gov-indices">
                    <caption class="vh">{ caption }</caption>
                    <thead><tr>
                        <th scope="col">{ env.say(say::organisation()) }</th>
                        { for columns.iter().map(|(name, _, _)| html! { <th scope="col" class="num">{ env.say(name) }</th> }) }
                    </tr></thead>
                    <tbody>
                        { for props.names.iter().enumerate().map(|(place, name)| html! {
                            <tr key={place}>
                                <th scope="row"><bdi>{ name }</bdi></th>
                                { for columns.iter().map(|(_, _, list)| html! {
                                    <td class="num">{ list.get(place).map(|share| percent(env, share.value())) }</td>
                                }) }
                            </tr>
                        }) }
                    </tbody>
                </table>
            </div>
            <dl class="pairs gov-indices">
                { for columns.iter().map(|(name, means, _)| html! {
                    <div><dt>{ env.say(name) }</dt><dd>{ env.say(means) }</dd></div>
                }) }
            </dl>
        </>
    }
}
