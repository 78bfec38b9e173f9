//! Governance: bodies, seats, votes and their balance.

mod around;
mod body;
mod choose;
mod compose;
mod figures;
mod hemicycle;
mod indices;
mod proofs;
mod review;
mod rule;
mod seat;
mod settled;
mod share;
mod stepper;
mod structures;
mod table;

use std::rc::Rc;

use yew::prelude::*;

use crate::analysis::votes::{Coalition, Member, Voter, place_in_college};
use crate::edit::{Command, Item};
use crate::i18n::texts::{bodies as say, governance};
use crate::i18n::{Arg, Lang};
use crate::model::{Actor, Body, Dossier, Id};
use crate::ui::env::{Env, use_data};
use crate::vocabulary::Step;

/// What the parts of the step read.
#[derive(Clone, Copy)]
struct Scene<'a> {
    env: &'a Env,
    dossier: &'a Rc<Dossier>,
    body: &'a Rc<Body>,
}

impl Scene<'_> {
    /// The organisation of a member.
    fn actor(&self, voter: &Voter) -> Option<&Rc<Actor>> {
        match voter {
            Voter::Actor(id) => self.dossier.actors.find(id),
            Voter::College(_) | Voter::Seat(_) => None,
        }
    }

    /// The name of a member.
    fn name(&self, voter: &Voter) -> AttrValue {
        let known = match voter {
            Voter::Actor(id) => self.dossier.actor(id).map(|actor| actor.name.as_str()),
            Voter::College(id) => self.body.colleges.find(id).map(|college| college.title.as_str()),
            Voter::Seat(_) => None,
        };
        match known.filter(|name| !name.is_empty()) {
            Some(name) => AttrValue::from(name.to_owned()),
            None if matches!(voter, Voter::College(_)) => self.env.say(governance::unnamed_college()),
            // Seats to fill are told apart by their college and their place.
            None => self.env.say(self.vacant(voter.id())),
        }
    }

    fn vacant(&self, seat: &Id) -> crate::i18n::Phrase {
        let college = self.body.seats.find(seat).and_then(|seat| seat.college.as_ref());
        let place = place_in_college(self.body, seat);
        match college.and_then(|id| self.body.colleges.find(id)).filter(|college| !college.title.is_empty()) {
            Some(college) => say::vacant_in(place, college.title.as_str()),
            None => say::vacant(place),
        }
    }

    /// Names of the members of a coalition, for a sentence.
    fn names(&self, members: &[Member], coalition: &Coalition) -> Arg {
        let named = coalition.members.iter().filter_map(|place| members.get(*place));
        Arg::List(named.map(|member| Arg::Text(self.name(&member.voter).to_string())).collect())
    }
}

/// A share in percent, with one decimal: `8,7 %`, `0,0 %`.
fn percent(env: &Env, share: f64) -> AttrValue {
    // Halves go up, as in the points of vigilance; `{:.1}` alone takes them to the even side.
    let figure = format!("{:.1}", (share * 1000.0).round() / 10.0);
    env.say(say::percent(if env.texts.lang() == Lang::Fr { figure.replace('.', ",") } else { figure }))
}

/// Changes a body as it is at that moment. Changes with the same key, one after the other, undo together.
fn change(env: &Env, id: &Id, key: Option<&str>, change: impl FnOnce(&mut Body) + 'static) {
    let id = id.clone();
    let made = {
        let id = id.clone();
        move |dossier: &Dossier| {
            let mut body = dossier.bodies.find(&id)?.as_ref().clone();
            change(&mut body);
            Some(Command::Put(Item::Body(body)))
        }
    };
    match key {
        Some(key) => env.typing(format!("governance.{id}.{key}"), made),
        None => env.change(made),
    }
}

/// The view.
#[component]
pub fn GovernanceStep() -> Html {
    let data = use_data();
    let chosen = use_state(|| None::<Id>);
    // What a person was brought to in the body, until it was shown.
    let asked = use_state(|| None::<String>);
    let dossier = &data.dossier;
    {
        // A person taken to a body, or to one of its seats or colleges.
        let (chosen, asked, dossier) = (chosen.clone(), asked.clone(), Rc::clone(dossier));
        use_effect_with((data.visit, data.place.clone()), move |(_, place)| {
            let object = place.object.as_ref().filter(|_| place.step == Step::Governance);
            let holds = |body: &&Rc<Body>| {
                object.is_some_and(|id| {
                    body.id == *id || body.seats.find(id).is_some() || body.colleges.find(id).is_some()
                })
            };
            if let Some(body) = dossier.bodies.iter().find(holds) {
                chosen.set(Some(body.id.clone()));
                asked.set(place.field.clone());
            }
        });
    }
    let onchoose = {
        let chosen = chosen.clone();
        Callback::from(move |id: Id| chosen.set(Some(id)))
    };
    let onshown = {
        let asked = asked.clone();
        Callback::from(move |()| asked.set(None))
    };
    let shown = chosen.as_ref().and_then(|id| dossier.bodies.find(id)).or_else(|| dossier.bodies.first());
    html! {
        <div class="gov">
            <choose::Choose shown={shown.map(|body| body.id.clone())} {onchoose} />
            if let Some(body) = shown {
                <body::BodyView key={body.id.to_string()} id={body.id.clone()} asked={(*asked).clone()} {onshown} />
             }
            <settled::Settled />
            <structures::Structures />
        </div>
    }
}
