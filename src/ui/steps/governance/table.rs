//! Votes against real power, organisation by organisation, for one variant or two.

use std::rc::Rc;

use yew::prelude::*;

use super::body::Adjust;
use super::figures::Side;
use super::stepper::{Stepper, stepper};
use super::{Scene, percent};
use crate::analysis::votes::{Member, Standing, Voter};
use crate::edit::bodies::set_votes;
use crate::i18n::texts::bodies as say;
use crate::model::Body;
use crate::ui::widgets::{Button, ButtonKind, KindMark};

/// The table.
pub(super) fn table(
    scene: Scene<'_>,
    first: &Side,
    second: Option<&Side>,
    on_b: bool,
    exact: bool,
    toggle: &Callback<()>,
    adjust: &Adjust,
) -> Html {
    let Scene { env, .. } = scene;
    let active = second.filter(|_| on_b).unwrap_or(first);
    let sides: Vec<&Side> = std::iter::once(first).chain(second).collect();
    let unsettled = active.balance.as_ref().and_then(|balance| balance.as_ref().err());
    let refusal = unsettled
        .map(|reason| html! { <p class="gov-refused" role="status">{ env.say(reason.phrase()) }</p> });
    let Ok(members) = &active.members else {
        return html! { <div class="gov-table">{ refusal }</div> };
    };
    let total: u64 = members.iter().map(|member| member.votes).sum();
    // One scale for votes and power, in both variants: bars can be compared across.
    let largest = sides
        .iter()
        .filter_map(|side| side.known())
        .flat_map(|balance| &balance.standings)
        .flat_map(|standing| [standing.share.value(), standing.power.value()])
        .fold(0.01, f64::max);
    let key = || {
        html! {
            <><i class="gov-votes"></i>{ env.say(say::key_votes()) }<i class="gov-power"></i>{ env.say(say::key_power()) }</>
        }
    };
    let head = |(place, side): (usize, &&Side)| {
        let name = if place == 0 { say::variant_a() } else { say::variant_b() };
        let name = match side.known() {
            Some(balance) => say::variant_quota(name, balance.ballot.quota as i64),
            None => name,
        };
        html! {
            <th scope="col" class="gov-col">
                <span>{ env.say(name) }</span>
                <span class="gov-key">{ key() }</span>
            </th>
        }
    };
    let row = |(place, member): (usize, &Member)| {
        let idle = active
            .known()
            .and_then(|balance| balance.standings.get(place))
            .is_some_and(Standing::counts_for_nothing);
        html! {
            <tr key={member.voter.id().to_string()} data-member={member.voter.id().to_string()} data-current={idle.then_some("true")}>
                <th scope="row">
                    <span class="gov-who">
                        if !matches!(member.voter, Voter::College(_)) {
                            <KindMark kind={scene.actor(&member.voter).and_then(|actor| actor.kind)} size=18 />
                        }
                        <bdi>{ scene.name(&member.voter) }</bdi>
                        if member.inactive == Some(true) { <span class="tag">{ env.say(say::inactive()) }</span> }
                    </span>
                </th>
                <td>{ votes(scene, member, adjust) }</td>
                <td class="num">{ if total == 0 { env.say(say::none()) } else { percent(env, member.votes as f64 / total as f64) } }</td>
                { for sides.iter().enumerate().map(|(b, side)| {
                    let label = env.say(if b == 0 { say::variant_a() } else { say::variant_b() });
                    cell(scene, side, place, largest, exact, label)
                }) }
            </tr>
        }
    };
    let late = active.late;
    html! {
        <div class="gov-table" aria-busy={late.then_some("true")}>
            { refusal }
            <p class="gov-key only-narrow">{ key() }</p>
            <div class="gov-frame">
                <table class="table gov-rows" data-two={second.is_some().then_some("true")}>
                    <caption class="vh">{ env.say(say::table_caption()) }</caption>
                    <thead>
                        <tr>
                            <th scope="col">{ env.say(say::organisation()) }</th>
                            <th scope="col">{ env.say(say::votes()) }</th>
                            <th scope="col" class="num">{ env.say(say::share()) }</th>
                            { for sides.iter().enumerate().map(head) }
                        </tr>
                    </thead>
                    <tbody>{ for members.iter().enumerate().map(row) }</tbody>
                </table>
            </div>
            <div class="acts gov-under">
                if late { <p class="small" role="status">{ env.say(say::computing()) }</p> }
                if active.known().is_some() {
                    <Button class="btn-sm" kind={ButtonKind::Quiet} pressed={Some(exact)} label={env.say(say::exact())}
                        onclick={toggle.clone()} />
                }
            </div>
        </div>
    }
}

/// The votes of a member, to change.
fn votes(scene: Scene<'_>, member: &Member, adjust: &Adjust) -> Html {
    let env = scene.env;
    let name = scene.name(&member.voter).to_string();
    let onchange = {
        let (adjust, voter): (Adjust, Voter) = (adjust.clone(), member.voter.clone());
        Callback::from(move |votes: u32| {
            let voter = voter.clone();
            let edit: Rc<dyn Fn(&mut Body)> = Rc::new(move |body: &mut Body| set_votes(body, &voter, votes));
            adjust.emit(("votes", edit));
        })
    };
    stepper(Stepper {
        id: format!("tdt-gov-votes-{}", member.voter.id()).into(),
        names: [
            env.say(say::votes_of(name.as_str())),
            env.say(say::one_less(name.as_str())),
            env.say(say::one_more(name.as_str())),
        ],
        value: u32::try_from(member.votes).ok(),
        least: 0,
        readonly: env.read_only,
        large: false,
        onchange,
    })
}

/// Two bars and the power in figures.
fn cell(scene: Scene<'_>, side: &Side, place: usize, largest: f64, exact: bool, label: AttrValue) -> Html {
    let env = scene.env;
    let Some((balance, standing)) = side.known().and_then(|known| Some((known, known.standings.get(place)?)))
    else {
        return html! { <td class="gov-col" data-label={label}><span class="small">{ env.say(say::undefined()) }</span></td> };
    };
    let wide = |share: f64| format!("{:.1}", share / largest * 100.0);
    let zero = standing.counts_for_nothing();
    html! {
        <td class="gov-col" data-label={label}>
            <span class="gov-bars">
                <svg viewBox="0 0 100 18" preserveAspectRatio="none" aria-hidden="true">
                    <rect class="gov-votes" x="0" y="1" width={wide(standing.share.value())} height="6" />
                    if zero {
                        <rect class="gov-zero" x="0" y="9" width="1.6" height="9" />
                    } else {
                        <rect class="gov-power" x="0" y="9" width={wide(standing.power.value())} height="8" />
                    }
                </svg>
                <b class={classes!("gov-pct", zero.then_some("gov-none"))}>{ percent(env, standing.power.value()) }</b>
            </span>
            if exact { <span class="small gov-exact">{ format!("{}/{}", standing.swings, balance.swings) }</span> }
        </td>
    }
}
