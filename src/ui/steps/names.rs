//! What records are called on the screen, where they have no name too.

use yew::prelude::*;

use crate::i18n::Phrase;
use crate::i18n::texts::{charts, governance};
use crate::model::{Actor, Body};
use crate::ui::env::Env;

fn named(env: &Env, name: &str, unnamed: Phrase) -> AttrValue {
    if name.trim().is_empty() { env.say(unnamed) } else { name.to_owned().into() }
}

/// The name of an actor; "sans nom" where it has none.
pub(in crate::ui::steps) fn actor_name(env: &Env, actor: &Actor) -> AttrValue {
    named(env, &actor.name, charts::unnamed())
}

/// The title of a body; "instance sans titre" where it has none.
pub(in crate::ui::steps) fn body_title(env: &Env, body: &Body) -> AttrValue {
    named(env, &body.title, governance::unnamed_body())
}
