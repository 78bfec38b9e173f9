//! The table of the plane: actors by power, each with its plane, its rank and how far they hold.

use yew::prelude::*;

use super::agreement::undefined;
use super::found::Found;
use super::scene::power;
use super::sentences::plane as word;
use crate::analysis::positions::Sway;
use crate::i18n::texts::alliances as say;
use crate::ui::env::Env;
use crate::ui::widgets::KindMark;

/// Best and worst rank, in words.
fn ranks(env: &Env, sway: Option<&Sway>, rank: Option<usize>) -> AttrValue {
    match (rank, sway.and_then(|sway| sway.rank)) {
        (None, _) => AttrValue::Static("–"),
        (Some(rank), Some((best, worst))) if best != worst => env.say(say::rank_range(rank, best, worst)),
        (Some(rank), _) => rank.to_string().into(),
    }
}

/// The table.
pub(super) fn table(env: &Env, found: &Found, select: &Callback<usize>, selected: Option<usize>) -> Html {
    let alliances = &found.alliances;
    let ranks_now = alliances.ranks();
    let mut order: Vec<usize> = (0..alliances.planes.len()).collect();
    crate::model::order::by_key(&mut order, |actor| {
        let rank = ranks_now.get(*actor).copied().flatten();
        (rank.is_none(), rank, *actor)
    });
    let number = |list: &[i32], actor: usize| html! { <td class="num">{ list.get(actor).copied().unwrap_or_default() }</td> };
    let row = |actor: usize| {
        let onclick = {
            let select = select.clone();
            Callback::from(move |_: MouseEvent| select.emit(actor))
        };
        let sway = found.sway(actor);
        let current = selected == Some(actor);
        let plane = match alliances.planes.get(actor) {
            Some(Ok(plane)) => html! { <td>{ env.say(word(*plane)) }</td> },
            Some(Err(reason)) => undefined(env, *reason),
            None => html! { <td /> },
        };
        let held = match (alliances.planes.get(actor), sway) {
            (Some(Ok(_)), Some(sway)) if sway.plane.holds() => env.say(say::holds()),
            (Some(Ok(_)), Some(sway)) => env.say(say::flips(sway.plane.flips.len())),
            _ => AttrValue::Static("–"),
        };
        html! {
            <tr key={actor} data-current={current.then_some("true")}>
                <th scope="row"><button type="button" class="row-open" aria-current={current.then_some("true")} {onclick}>
                    <KindMark kind={found.kind(actor)} size={19} /><span><bdi>{ found.name(env, actor) }</bdi></span>
                </button></th>
                { plane }
                <td>{ held }</td>
                { match alliances.power.get(actor) {
                    Some(Err(reason)) => undefined(env, *reason),
                    _ => html! { <td class="num">{ power(env, found, actor) }</td> },
                } }
                <td class="num">{ ranks(env, sway, ranks_now.get(actor).copied().flatten()) }</td>
                { number(alliances.influence(), actor) }
                { number(alliances.dependence(), actor) }
            </tr>
        }
    };
    html! {
        <div class="frame" role="region" tabindex="0" aria-label={env.say(say::plane_caption())}>
            <table class="table plane-table">
                <caption class="vh">{ env.say(say::plane_caption()) }</caption>
                <thead><tr>
                    <th scope="col">{ env.say(say::actor()) }</th>
                    <th scope="col">{ env.say(say::plane_word()) }</th>
                    <th scope="col">{ env.say(say::solidity()) }</th>
                    <th scope="col" class="num">{ env.say(say::power()) }</th>
                    <th scope="col" class="num">{ env.say(say::rank()) }</th>
                    <th scope="col" class="num">{ env.say(say::influence()) }</th>
                    <th scope="col" class="num">{ env.say(say::dependence()) }</th>
                </tr></thead>
                <tbody>{ for order.into_iter().map(row) }</tbody>
            </table>
        </div>
    }
}
