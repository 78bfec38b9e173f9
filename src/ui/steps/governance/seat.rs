//! A seat in detail.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::stepper::{Stepper, stepper};
use super::{Scene, change};
use crate::analysis::votes::Voter;
use crate::edit::bodies::change_seat;
use crate::i18n::Phrase;
use crate::i18n::texts::{bodies as say, shell};
use crate::model::{Capacity, Gender, Holder, Id, Seat};
use crate::ui::widgets::{SelectField, SelectOption, TextField};

/// Changes the holder of a seat; one that says nothing more is none.
fn set_holder(seat: &mut Seat, change: impl FnOnce(&mut Holder)) {
    let mut holder = seat.holder.take().unwrap_or_default();
    change(&mut holder);
    seat.holder = (holder != Holder::default()).then_some(holder);
}

fn gender(kind: Gender) -> Phrase {
    match kind {
        Gender::F => say::gender_f(),
        Gender::M => say::gender_m(),
        Gender::X => say::gender_x(),
    }
}

fn capacity(kind: Capacity) -> Phrase {
    match kind {
        Capacity::Elected => say::capacity_elected(),
        Capacity::Staff => say::capacity_staff(),
        Capacity::Volunteer => say::capacity_volunteer(),
        Capacity::User => say::capacity_user(),
        Capacity::Other => say::capacity_other(),
    }
}

fn id_of(value: String) -> Option<Id> {
    (!value.is_empty()).then(|| Id::from(value))
}

/// The fields.
pub(super) fn detail(scene: Scene<'_>, held: &Seat, actors: &[SelectOption]) -> Html {
    let Scene { env, body, .. } = scene;
    let field = |name: &str| AttrValue::from(format!("tdt-{}-{name}", held.id));
    let set = |key: Option<&'static str>, edit: fn(&mut Seat, String)| {
        let (env, body, id) = (env.clone(), body.id.clone(), held.id.clone());
        Callback::from(move |value: String| {
            let id = id.clone();
            change(&env, &body, key, move |body| change_seat(body, &id, |seat| edit(seat, value)));
        })
    };
    let onvotes = set(Some("seat"), |seat, value| seat.votes = value.parse().ok())
        .reform(|votes: u32| votes.to_string());
    let onexpert = set(None, |seat, value| seat.expert = Some(value == "true")).reform(|event: Event| {
        event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked()).to_string()
    });
    let colleges =
        body.colleges.iter().map(|college| SelectOption::new(college.id.to_string(), college.title.clone()));
    // An alternate stands in for a seat that is not itself an alternate's.
    let others =
        body.seats.iter().filter(|seat| seat.id != held.id && seat.alternate_of.is_none()).map(|seat| {
            let voter = seat.actor.clone().map_or_else(|| Voter::Seat(seat.id.clone()), Voter::Actor);
            SelectOption::new(seat.id.to_string(), scene.name(&voter))
        });
    let genders = Gender::ALL.iter().map(|kind| SelectOption::new(kind.as_str(), env.say(gender(*kind))));
    let capacities =
        Capacity::ALL.iter().map(|kind| SelectOption::new(kind.as_str(), env.say(capacity(*kind))));
    let text = |id: &Option<Id>| id.as_ref().map(ToString::to_string).unwrap_or_default();
    let holder = held.holder.clone().unwrap_or_default();
    let votes = held.expert != Some(true) && held.alternate_of.is_none();
    let name = say::this_seat();
    html! {
        <div class="fields tight gov-seat">
            <SelectField id={field("actor")} label={env.say(say::organisation())} options={actors.to_vec()}
                none={env.say(say::seat_to_fill())} value={text(&held.actor)} disabled={env.read_only}
                onchange={set(None, |seat, value| seat.actor = id_of(value))} />
            <SelectField id={field("college")} label={env.say(say::college())} options={colleges.collect::<Vec<_>>()}
                none={env.say(say::none())} value={text(&held.college)} disabled={env.read_only}
                onchange={set(None, |seat, value| seat.college = id_of(value))} />
            if votes {
                <div class="field">
                    <span class="label" aria-hidden="true">{ env.say(say::votes()) }</span>
                    { stepper(Stepper {
                        id: field("votes"),
                        names: [env.say(say::votes_of(name.clone())), env.say(say::one_less(name.clone())), env.say(say::one_more(name))],
                        value: held.votes, least: 0, readonly: env.read_only, large: false, onchange: onvotes,
                    }) }
                </div>
            }
            <TextField id={field("holder")} label={env.say(say::holder())} optional={env.say(shell::optional())}
                help={env.say(say::holder_help())} value={holder.name.clone()} readonly={env.read_only}
                onchange={set(Some("holder"), |seat, value| set_holder(seat, |holder| holder.name = value))} />
            <SelectField id={field("gender")} label={env.say(say::gender())} options={genders.collect::<Vec<_>>()}
                none={env.say(say::not_said())} value={holder.gender.map(Gender::as_str).unwrap_or_default()} disabled={env.read_only}
                onchange={set(None, |seat, value| {
                    let kind = Gender::ALL.iter().copied().find(|kind| kind.as_str() == value);
                    set_holder(seat, |holder| holder.gender = kind);
                })} />
            <SelectField id={field("capacity")} label={env.say(say::capacity())} options={capacities.collect::<Vec<_>>()}
                none={env.say(say::not_said())} value={held.capacity.map(Capacity::as_str).unwrap_or_default()} disabled={env.read_only}
                onchange={set(None, |seat, value| seat.capacity = Capacity::ALL.iter().copied().find(|kind| kind.as_str() == value))} />
            <SelectField id={field("alternate")} label={env.say(say::alternate_of())} options={others.collect::<Vec<_>>()}
                none={env.say(say::none())} value={text(&held.alternate_of)} disabled={env.read_only}
                onchange={set(None, |seat, value| seat.alternate_of = id_of(value))} />
            if !env.read_only {
                <label class="check">
                    <input type="checkbox" checked={held.expert == Some(true)} onchange={onexpert} />
                    <span>{ env.say(say::expert_without_vote()) }</span>
                </label>
            } else if held.expert == Some(true) {
                <p>{ env.say(say::expert_without_vote()) }</p>
            }
        </div>
    }
}
