//! Seats or votes shared between organisations from given figures, by highest averages or largest remainder.

use std::rc::Rc;

use yew::prelude::*;

use super::Scene;
use super::whole::WholeField;
use crate::analysis::votes::{
    Allocation, NothingToShare, Voter, highest_averages, largest_remainder, voting_seats,
};
use crate::edit::seats::{Shared, share_out, share_seats};
use crate::edit::{Command, FreshIds, Item};
use crate::i18n::texts::{bodies as say, shell};
use crate::i18n::{Arg, Phrase};
use crate::model::{Body, Id};
use crate::ui::env::{entropy, use_data, use_env};
use crate::ui::widgets::{
    Button, ButtonKind, Dialog, IconName, Segment, Segmented, SelectField, SelectOption,
};

/// Most seats to share at once.
const MOST_SEATS: u32 = 500;
/// Most votes.
const MOST_VOTES: u32 = 100_000;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The body.
    pub id: Id,
    /// Closes the dialog.
    pub onclose: Callback<()>,
}

/// An organisation with its figure; `Err` for one that cannot be read.
#[derive(Clone, PartialEq)]
struct Line {
    actor: Id,
    figure: Result<Option<u32>, ()>,
}

/// What an organisation holds: seats, votes.
fn held(body: &Body, actor: &Id) -> [u64; 2] {
    let of = || voting_seats(body).filter(|seat| seat.actor.as_ref() == Some(actor));
    [of().count() as u64, of().map(|seat| u64::from(seat.votes.unwrap_or_default())).sum()]
}

/// What comes and what goes, in words.
fn told(scene: Scene<'_>, shared: &Shared) -> Vec<Phrase> {
    let name = |seat: &Rc<crate::model::Seat>| {
        let actor = seat.actor.clone().map_or_else(|| Voter::Seat(seat.id.clone()), Voter::Actor);
        let (actor, holder) = (scene.name(&actor).to_string(), seat.holder.as_ref());
        match holder.filter(|holder| !holder.name.is_empty()) {
            Some(holder) => Arg::from(say::seat_of(actor, holder.name.as_str())),
            None => Arg::Text(actor),
        }
    };
    let gone: Vec<Arg> = shared.removed.iter().map(name).collect();
    let mut words = Vec::new();
    words.extend((shared.added > 0).then(|| say::seats_added(shared.added)));
    words.extend((!gone.is_empty()).then(|| say::seats_removed(gone.len(), gone)));
    if words.is_empty() { vec![say::seats_same()] } else { words }
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
        let mut listed: Vec<Line> = Vec::new();
        for actor in voting_seats(&body).filter_map(|seat| seat.actor.clone()) {
            if !listed.iter().any(|line| line.actor == actor) {
                listed.push(Line { actor, figure: Ok(None) });
            }
        }
        listed
    });
    let total = use_state(|| Ok::<Option<u32>, ()>(None));
    let averages = use_state(|| true);
    let seats = use_state(|| true);
    let drawn = use_memo((), |()| entropy());
    let scene = Scene { env: &env, dossier, body: &body };
    let name = |id: &Id| scene.name(&Voter::Actor(id.clone()));
    // A figure that cannot be read is not zero: nothing is shared until it can.
    let given: Result<Vec<u32>, ()> =
        figures.iter().map(|line| line.figure.map(Option::unwrap_or_default)).collect();
    let unread = given.is_err() || total.is_err();
    let most = if *seats { MOST_SEATS } else { MOST_VOTES };
    let found: Option<Result<Allocation, NothingToShare>> =
        total.ok().flatten().filter(|total| *total <= most).zip(given.ok()).map(|(total, given)| {
            if *averages { highest_averages(&given, total) } else { largest_remainder(&given, total) }
        });
    let shared = found.as_ref().and_then(|found| found.as_ref().ok());
    let shares: Vec<(Id, u32)> = shared
        .map(|shared| {
            figures.iter().map(|line| line.actor.clone()).zip(shared.seats.iter().copied()).collect()
        })
        .unwrap_or_default();
    // What would come of it, on a copy.
    let preview = (*seats && !shares.is_empty()).then(|| {
        let mut after = body.as_ref().clone();
        share_seats(&mut after, &shares, &mut FreshIds::new(dossier, *drawn))
    });
    let apply = {
        let (env, id, close, seats, drawn) =
            (env.clone(), props.id.clone(), props.onclose.clone(), *seats, *drawn);
        let shares = shares.clone();
        Callback::from(move |()| {
            let (id, shares) = (id.clone(), shares.clone());
            env.change(move |dossier| {
                let mut body = dossier.bodies.find(&id)?.as_ref().clone();
                let mut ids = FreshIds::new(dossier, drawn);
                if seats {
                    share_seats(&mut body, &shares, &mut ids);
                } else {
                    share_out(&mut body, &shares, &mut ids);
                }
                Some(Command::Put(Item::Body(body)))
            });
            close.emit(());
        })
    };
    let onadd = {
        let (figures, who) = (figures.clone(), who.clone());
        Callback::from(move |()| {
            let mut next = (*figures).clone();
            next.push(Line { actor: Id::from((*who).clone()), figure: Ok(None) });
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
        .filter(|option| !figures.iter().any(|line| line.actor.as_str() == option.value.as_str()))
        .cloned()
        .collect();
    let choice = |state: &UseStateHandle<bool>, label: Phrase, words: [(&'static str, Phrase); 2]| {
        let [yes, _] = &words;
        let (yes, state_set) = (yes.0, state.clone());
        let value = words.get(usize::from(!**state)).map_or("", |word| word.0);
        let segments: Vec<Segment> = words
            .iter()
            .map(|(code, word)| Segment { value: (*code).into(), strong: None, label: env.say(word) })
            .collect();
        let onchange = Callback::from(move |code: AttrValue| state_set.set(code == yes));
        html! { <Segmented label={env.say(label)} {segments} {value} {onchange} /> }
    };
    let ontotal = {
        let total = total.clone();
        Callback::from(move |number| total.set(number))
    };
    let word = match &found {
        _ if figures.is_empty() => Some(say::share_nobody()),
        // Said beside the field.
        None if unread => None,
        None => Some(say::share_total_missing(i64::from(most))),
        Some(Err(NothingToShare)) => Some(say::share_nothing()),
        Some(Ok(shared)) if !shared.level.is_empty() => {
            let level = shared.level.iter().filter_map(|place| figures.get(*place));
            Some(say::share_level(level.map(|line| name(&line.actor).to_string()).collect::<Vec<String>>()))
        }
        Some(Ok(_)) => None,
    };
    let (label, apply_label) = if *seats {
        (say::share_total_seats(), say::share_apply_seats())
    } else {
        (say::share_total(), say::share_apply())
    };
    html! {
        <Dialog id="tdt-share" wide=true title={env.say(say::share_seats())} close_label={env.say(shell::close())} onclose={props.onclose.clone()}
            foot={html! { <>
                <Button label={env.say(shell::cancel())} onclick={props.onclose.clone()} />
                <Button kind={ButtonKind::Primary} disabled={shared.is_none() || figures.is_empty()} label={env.say(apply_label)} onclick={apply} />
            </> }}>
            <p class="muted">{ env.say(say::share_help()) }</p>
            <div class="gov-add">
                { choice(&seats, say::share_what(), [("seats", say::as_seats()), ("votes", say::as_votes())]) }
                { choice(&averages, say::method(), [("averages", say::highest_averages()), ("remainder", say::largest_remainder())]) }
            </div>
            <p class="small">{ env.say(if *seats { say::as_seats_help() } else { say::as_votes_help() }) }{ " " }
                { env.say(if *averages { say::averages_help() } else { say::remainder_help() }) }</p>
            <div class="field">
                <label class="label" for="tdt-share-total">{ env.say(label) }</label>
                <WholeField id="tdt-share-total" {most} value={total.ok().flatten()} onchange={ontotal} />
            </div>
            <div class="frame" tabindex="0" role="region" aria-label={env.say(say::share_seats())}>
            <table class="table">
                <caption class="vh">{ env.say(say::share_seats()) }</caption>
                <thead><tr>
                    <th scope="col">{ env.say(say::organisation()) }</th>
                    <th scope="col">{ env.say(say::figure()) }</th>
                    <th scope="col" class="num">{ env.say(say::today()) }</th>
                    <th scope="col" class="num">{ env.say(say::afterwards()) }</th>
                </tr></thead>
                <tbody>
                    { for figures.iter().enumerate().map(|(place, Line { actor: id, figure })| {
                        let onchange = {
                            let figures = figures.clone();
                            Callback::from(move |number| {
                                let mut next = (*figures).clone();
                                if let Some(line) = next.get_mut(place) {
                                    line.figure = number;
                                }
                                figures.set(next);
                            })
                        };
                        let [now_seats, now_votes] = held(&body, id);
                        html! {
                            <tr key={id.to_string()}>
                                <th scope="row"><bdi>{ name(id) }</bdi></th>
                                <td><WholeField id={format!("tdt-share-{id}")} small=true most={u32::MAX}
                                    name={env.say(say::figure_of(name(id).to_string()))} value={figure.ok().flatten()} {onchange} /></td>
                                <td class="num">{ if *seats { now_seats } else { now_votes } }</td>
                                <td class="num"><b>{ shares.get(place).map(|(_, share)| share.to_string()).unwrap_or_default() }</b></td>
                            </tr>
                        }
                    }) }
                </tbody>
            </table>
            </div>
            if !rest.is_empty() {
                <div class="gov-add">
                    <SelectField id="tdt-share-add" label={env.say(say::add_for())} options={rest} none={env.say(say::choose_who())}
                        value={(*who).clone()} onchange={onwho} />
                    <Button icon={IconName::Plus} label={env.say(say::add_organisation())} disabled={who.is_empty()} onclick={onadd} />
                </div>
            }
            <p class="gov-refused" role="status">{ word.map(|word| env.say(word)) }</p>
            if let Some(preview) = &preview {
                <p class="gov-change" role="status">
                    { for told(scene, preview).iter().map(|word| html! { <>{ env.say(word) }{ " " }</> }) }
                </p>
            }
        </Dialog>
    }
}
