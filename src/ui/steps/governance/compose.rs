//! Colleges and seats: who sits, for whom, with how many votes.

use std::rc::Rc;

use yew::prelude::*;

use super::{Scene, change, seat};
use crate::analysis::votes::Voter;
use crate::edit::FreshIds;
use crate::edit::seats::remove_seat;
use crate::i18n::texts::bodies as say;
use crate::model::{Actor, College, Id, List, Seat};
use crate::ui::env::{Env, entropy, use_data, use_env};
use crate::ui::widgets::{
    Button, ButtonKind, IconButton, IconName, KindMark, SelectField, SelectOption, TextField, focus_id,
};

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The body.
    pub id: Id,
    /// Opens the sharing out of seats.
    pub onshare: Callback<()>,
}

/// Organisations to choose from, in alphabetical order; sorted again only when the list of actors changes.
#[hook]
pub(super) fn use_actors(env: &Env, actors: &List<Actor>) -> Rc<Vec<SelectOption>> {
    use_memo((actors.clone(), env.clone()), |(actors, env)| sorted(env, actors))
}

fn sorted(env: &Env, actors: &List<Actor>) -> Vec<SelectOption> {
    let mut found: Vec<_> = actors.iter().collect();
    crate::model::order::by(&mut found, |a, b| env.compare(&a.name, &b.name));
    found.into_iter().map(|actor| SelectOption::new(actor.id.to_string(), actor.name.clone())).collect()
}

/// The composition.
#[component]
pub fn Compose(props: &Props) -> Html {
    let env = use_env();
    let data = use_data();
    let node = use_node_ref();
    let open = use_state(|| None::<Id>);
    let who = use_state(String::new);
    let dossier = &data.dossier;
    let actors = use_actors(&env, &dossier.actors);
    let Some(body) = dossier.bodies.find(&props.id).cloned() else { return Html::default() };
    let scene = Scene { env: &env, dossier, body: &body };
    let add = {
        let (env, id, open, who) = (env.clone(), props.id.clone(), open.clone(), who.clone());
        Callback::from(move |()| {
            let value = (*who).clone();
            if value.is_empty() {
                return;
            }
            who.set(String::new());
            let (drawn, open) = (entropy(), open.clone());
            let id = id.clone();
            env.change(move |dossier| {
                let mut body = dossier.bodies.find(&id)?.as_ref().clone();
                let seat = FreshIds::new(dossier, drawn).next("sie");
                let actor = (value != "vacant").then(|| Id::from(value));
                // In the college of the seat before: seats of a college are entered one after the other.
                let college = body.seats.last().and_then(|seat| seat.college.clone());
                if actor.is_none() {
                    open.set(Some(seat.clone()));
                }
                body.seats.push(Seat { id: seat, actor, college, votes: Some(1), ..Seat::default() });
                Some(crate::edit::Command::Put(crate::edit::Item::Body(body)))
            });
        })
    };
    let mut options = vec![SelectOption::new("vacant", env.say(say::seat_to_fill()))];
    options.extend(actors.iter().cloned());
    let onwho = {
        let who = who.clone();
        Callback::from(move |value: String| who.set(value))
    };
    let seats = body.seats.iter().map(|held| row(scene, held, &actors, &open));
    html! {
        <section class="sec-thick gov-compose" aria-labelledby="tdt-gov-compose" ref={node.clone()}>
            <header class="sec-head">
                <@{env.heading(2)} class="h-block" id="tdt-gov-compose" tabindex="-1">{ env.say(say::composition()) }</@>
                if !env.read_only {
                    <Button class="btn-sm push" label={env.say(say::share_seats())} onclick={props.onshare.clone()} />
                }
            </header>
            <div class="gov-duo">
                <div>
                    <@{env.heading(3)} class="h-cap muted">{ env.say(say::colleges()) }</@>
                    { colleges(scene, &node) }
                </div>
                <div>
                    <@{env.heading(3)} class="h-cap muted">{ env.say(say::seats()) }</@>
                    <ul class="lines gov-lines">{ for seats }</ul>
                    if !env.read_only {
                        <div class="gov-add">
                            <SelectField id="tdt-gov-add-seat" label={env.say(say::add_for())} {options} value={(*who).clone()}
                                none={env.say(say::choose_who())} onchange={onwho} />
                            <Button icon={IconName::Plus} label={env.say(say::add_seat())} disabled={who.is_empty()} onclick={add} />
                        </div>
                    }
                </div>
            </div>
        </section>
    }
}

fn colleges(scene: Scene<'_>, near: &NodeRef) -> Html {
    let Scene { env, body, .. } = scene;
    let id = body.id.clone();
    let add = {
        let (env, id, near) = (env.clone(), id.clone(), near.clone());
        Callback::from(move |()| {
            let (drawn, id, near) = (entropy(), id.clone(), near.clone());
            env.change(move |dossier| {
                let mut body = dossier.bodies.find(&id)?.as_ref().clone();
                let college = FreshIds::new(dossier, drawn).next("col");
                focus_id(&near, format!("tdt-{college}"));
                body.colleges.push(College { id: college, ..College::default() });
                Some(crate::edit::Command::Put(crate::edit::Item::Body(body)))
            });
        })
    };
    html! {
        <>
            <ul class="gov-colleges">
                { for body.colleges.iter().enumerate().map(|(place, college)| {
                    let rename = {
                        let (env, id, college) = (env.clone(), id.clone(), college.id.clone());
                        Callback::from(move |title: String| {
                            let college = college.clone();
                            change(&env, &id, Some("college"), move |body| {
                                let place = body.colleges.position_of(&college);
                                if let Some(college) = place.and_then(|place| body.colleges.item_mut(place)) {
                                    college.title = title;
                                }
                            });
                        })
                    };
                    let remove = {
                        let (env, id, college) = (env.clone(), id.clone(), college.id.clone());
                        Callback::from(move |()| {
                            let college = college.clone();
                            change(&env, &id, None, move |body| body.colleges.retain(|one| one.id != college));
                        })
                    };
                    html! {
                        <li key={college.id.to_string()}>
                            <TextField id={format!("tdt-{}", college.id)} quiet=true label={env.say(say::college_n(place + 1))}
                                value={college.title.clone()} placeholder={env.say(say::college_example())}
                                input_class="input-sm" readonly={env.read_only} onchange={rename} />
                            if !env.read_only {
                                <IconButton class="btn-sm" icon={IconName::Trash} label={env.say(say::remove_college(college.title.as_str()))}
                                    onclick={remove} />
                            }
                        </li>
                    }
                }) }
            </ul>
            if body.colleges.is_empty() { <p class="small">{ env.say(say::no_college()) }</p> }
            if !env.read_only {
                <Button class="btn-sm" kind={ButtonKind::Quiet} icon={IconName::Plus} label={env.say(say::add_college())} onclick={add} />
            }
        </>
    }
}

/// A seat: who holds it, in a line, and its details while they are open.
fn row(scene: Scene<'_>, held: &Seat, actors: &[SelectOption], open: &UseStateHandle<Option<Id>>) -> Html {
    let opened = open.as_ref() == Some(&held.id);
    let Scene { env, dossier, body } = scene;
    let voter = held.actor.clone().map_or_else(|| Voter::Seat(held.id.clone()), Voter::Actor);
    let name = scene.name(&voter).to_string();
    let kind = held.actor.as_ref().and_then(|id| dossier.actor(id)).and_then(|actor| actor.kind);
    let college =
        held.college.as_ref().and_then(|id| body.colleges.find(id)).map(|college| college.title.clone());
    let what = if held.expert == Some(true) {
        env.say(say::expert())
    } else if held.alternate_of.is_some() {
        env.say(say::alternate())
    } else {
        held.votes
            .map_or_else(|| env.say(say::votes_unsaid()), |votes| env.say(say::n_votes(i64::from(votes))))
    };
    let toggle = {
        let (open, id) = (open.clone(), held.id.clone());
        Callback::from(move |()| open.set((!opened).then(|| id.clone())))
    };
    let remove = {
        let (env, body, id) = (env.clone(), body.id.clone(), held.id.clone());
        Callback::from(move |()| {
            let id = id.clone();
            change(&env, &body, None, move |body| remove_seat(body, &id));
        })
    };
    html! {
        <li class="line" key={held.id.to_string()} data-open={opened.then_some("true")} data-seat={held.id.to_string()}>
            <span class="gov-who"><KindMark {kind} size=18 /><bdi class="strong">{ &name }</bdi></span>
            <span class="small gov-what">
                { college.filter(|title| !title.is_empty()).map(|title| html! { <><bdi>{ title }</bdi>{ " · " }</> }) }
                { what }
                if let Some(holder) = held.holder.as_ref().filter(|holder| !holder.name.is_empty()) { { " · " }<bdi>{ &holder.name }</bdi> }
            </span>
            <span class="row-acts">
                <IconButton class="btn-sm" icon={if opened { IconName::ChevronDown } else { IconName::ChevronRight }}
                    label={env.say(say::seat_details(name.as_str()))} expanded={opened} onclick={toggle} />
                if !env.read_only {
                    <IconButton class="btn-sm" icon={IconName::Trash} label={env.say(say::remove_seat(name.as_str()))} onclick={remove} />
                }
            </span>
            if opened { <div class="line-detail">{ seat::detail(scene, held, actors) }</div> }
        </li>
    }
}
