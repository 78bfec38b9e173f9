//! Seats shared between organisations from given figures, by highest averages or largest remainder.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Scene;
use crate::analysis::votes::{Allocation, NothingToShare, highest_averages, largest_remainder, voting_seats};
use crate::edit::seats::share_out;
use crate::edit::{Command, FreshIds, Item};
use crate::i18n::texts::{bodies as say, shell};
use crate::model::Id;
use crate::ui::env::{entropy, use_data, use_env};
use crate::ui::widgets::{
    Button, ButtonKind, Dialog, IconName, Segment, Segmented, SelectField, SelectOption,
};

/// Most seats to share at once.
const MOST_SEATS: u32 = 2_000;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The body.
    pub id: Id,
    /// Closes the dialog.
    pub onclose: Callback<()>,
}

/// The dialog.
#[component]
pub fn ShareDialog(props: &Props) -> Html {
    let env = use_env();
    let data = use_data();
    let dossier = &data.dossier;
    let actors = super::compose::use_actors(&env, &dossier.actors);
    let who = use_state(String::new);
    let body = dossier.bodies.find(&props.id).cloned().unwrap_or_default();
    let figures = use_state(|| {
        let mut listed: Vec<(Id, Option<u32>)> = Vec::new();
        for actor in voting_seats(&body).filter_map(|seat| seat.actor.clone()) {
            if !listed.iter().any(|(known, _)| *known == actor) {
                listed.push((actor, None));
            }
        }
        listed
    });
    let total = use_state(|| None::<u32>);
    let averages = use_state(|| true);
    let scene = Scene { env: &env, dossier, body: &body };
    let name = |id: &Id| scene.name(&crate::analysis::votes::Voter::Actor(id.clone()));
    let given: Vec<u32> = figures.iter().map(|(_, figure)| figure.unwrap_or_default()).collect();
    let found: Option<Result<Allocation, NothingToShare>> =
        total.map(
            |seats| {
                if *averages { highest_averages(&given, seats) } else { largest_remainder(&given, seats) }
            },
        );
    let shared = found.as_ref().and_then(|found| found.as_ref().ok());
    let typed = |event: InputEvent, most: u32| {
        let text = event.target_dyn_into::<HtmlInputElement>().map(|input| input.value())?;
        text.trim().parse::<u32>().ok().filter(|number| *number <= most)
    };
    let apply = {
        let (env, id, close) = (env.clone(), props.id.clone(), props.onclose.clone());
        let shares: Vec<(Id, u32)> = shared
            .map(|shared| {
                figures.iter().map(|(id, _)| id.clone()).zip(shared.seats.iter().copied()).collect()
            })
            .unwrap_or_default();
        Callback::from(move |()| {
            let (id, shares, drawn) = (id.clone(), shares.clone(), entropy());
            env.change(move |dossier| {
                let mut body = dossier.bodies.find(&id)?.as_ref().clone();
                share_out(&mut body, &shares, &mut FreshIds::new(dossier, drawn));
                Some(Command::Put(Item::Body(body)))
            });
            close.emit(());
        })
    };
    let onadd = {
        let (figures, who) = (figures.clone(), who.clone());
        Callback::from(move |()| {
            let mut next = (*figures).clone();
            next.push((Id::from((*who).clone()), None));
            figures.set(next);
            who.set(String::new());
        })
    };
    let onwho = {
        let who = who.clone();
        Callback::from(move |value: String| who.set(value))
    };
    let rest: Vec<SelectOption> = actors
        .iter()
        .filter(|option| !figures.iter().any(|(id, _)| id.as_str() == option.value.as_str()))
        .cloned()
        .collect();
    let methods = vec![
        Segment { value: "averages".into(), strong: None, label: env.say(say::highest_averages()) },
        Segment { value: "remainder".into(), strong: None, label: env.say(say::largest_remainder()) },
    ];
    let onmethod = {
        let averages = averages.clone();
        Callback::from(move |code: AttrValue| averages.set(code == "averages"))
    };
    let ontotal = {
        let total = total.clone();
        Callback::from(move |event: InputEvent| total.set(typed(event, MOST_SEATS)))
    };
    let word = match &found {
        _ if figures.is_empty() => Some(say::share_nobody()),
        None => Some(say::share_total_missing(i64::from(MOST_SEATS))),
        Some(Err(NothingToShare)) => Some(say::share_nothing()),
        Some(Ok(shared)) if !shared.level.is_empty() => {
            let level = shared.level.iter().filter_map(|place| figures.get(*place));
            Some(say::share_level(level.map(|(id, _)| name(id).to_string()).collect::<Vec<String>>()))
        }
        Some(Ok(_)) => None,
    };
    html! {
        <Dialog id="tdt-share" title={env.say(say::share_seats())} close_label={env.say(shell::close())} onclose={props.onclose.clone()}
            foot={html! { <>
                <Button label={env.say(shell::cancel())} onclick={props.onclose.clone()} />
                <Button kind={ButtonKind::Primary} disabled={shared.is_none() || figures.is_empty()} label={env.say(say::share_apply())} onclick={apply} />
            </> }}>
            <p class="muted">{ env.say(say::share_help()) }</p>
            <Segmented label={env.say(say::method())} segments={methods} value={if *averages { "averages" } else { "remainder" }} onchange={onmethod} />
            <p class="small">{ env.say(if *averages { say::averages_help() } else { say::remainder_help() }) }</p>
            <div class="field">
                <label class="label" for="tdt-share-total">{ env.say(say::share_total()) }</label>
                <input id="tdt-share-total" class="input gov-number" type="number" inputmode="numeric" min="0" max={MOST_SEATS.to_string()}
                    value={total.map(|total| total.to_string()).unwrap_or_default()} oninput={ontotal} />
            </div>
            <table class="table">
                <caption class="vh">{ env.say(say::share_seats()) }</caption>
                <thead><tr>
                    <th scope="col">{ env.say(say::organisation()) }</th>
                    <th scope="col">{ env.say(say::figure()) }</th>
                    <th scope="col" class="num">{ env.say(say::votes()) }</th>
                </tr></thead>
                <tbody>
                    { for figures.iter().enumerate().map(|(place, (id, figure))| {
                        let oninput = {
                            let figures = figures.clone();
                            Callback::from(move |event: InputEvent| {
                                let mut next = (*figures).clone();
                                if let Some(line) = next.get_mut(place) {
                                    line.1 = typed(event, u32::MAX);
                                }
                                figures.set(next);
                            })
                        };
                        html! {
                            <tr key={id.to_string()}>
                                <th scope="row"><bdi>{ name(id) }</bdi></th>
                                <td><input class="input input-sm gov-number" type="number" inputmode="numeric" min="0"
                                    aria-label={env.say(say::figure_of(name(id).to_string()))}
                                    value={figure.map(|figure| figure.to_string()).unwrap_or_default()} {oninput} /></td>
                                <td class="num"><b>{ shared.and_then(|shared| shared.seats.get(place)).map(ToString::to_string).unwrap_or_default() }</b></td>
                            </tr>
                        }
                    }) }
                </tbody>
            </table>
            if !rest.is_empty() {
                <div class="gov-add">
                    <SelectField id="tdt-share-add" label={env.say(say::add_for())} options={rest} none={env.say(say::choose_who())}
                        value={(*who).clone()} onchange={onwho} />
                    <Button icon={IconName::Plus} label={env.say(say::add_organisation())} disabled={who.is_empty()} onclick={onadd} />
                </div>
            }
            <p class="gov-refused" role="status">{ word.map(|word| env.say(word)) }</p>
        </Dialog>
    }
}
