//! The sections of a sheet: read by default, edited in place.

use std::rc::Rc;

use yew::prelude::*;

use crate::i18n::Phrase;
use crate::i18n::texts::actors as say;
use crate::model::Actor;
use crate::ui::env::Env;

/// A section that can be edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    Identity,
    Contacts,
    Contributions,
    Functions,
}

impl Part {
    /// The section that holds a field, in the words of a [`Place`](crate::ui::env::Place), and the control to focus.
    pub(super) fn of_field(field: &str) -> Option<(Self, &'static str)> {
        Some(match field {
            "name" | "identity" => (Self::Identity, "tdt-a-name"),
            "kind" => (Self::Identity, "tdt-a-kind"),
            "subkind" => (Self::Identity, "tdt-a-subkind"),
            "identifiers" => (Self::Identity, "tdt-a-id-0-value"),
            "territories" => (Self::Identity, "tdt-a-place"),
            "tags" => (Self::Identity, "tdt-a-tag"),
            "interests" => (Self::Identity, "tdt-a-interests"),
            "targetMobilisation" => (Self::Identity, "tdt-a-target"),
            "contacts" | "contact" => (Self::Contacts, "tdt-c0-position"),
            "contributions" => (Self::Contributions, "tdt-k0-title"),
            "capabilities" | "functions" => (Self::Functions, "tdt-a-f0"),
            _ => return None,
        })
    }

    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Contacts => "contacts",
            Self::Contributions => "contributions",
            Self::Functions => "functions",
        }
    }
}

/// What every section is given.
#[derive(Properties, PartialEq)]
pub(super) struct PartProps {
    pub(super) actor: Rc<Actor>,
    /// Being edited.
    pub(super) open: bool,
    /// Opens or closes the section; with an id, that control takes the focus.
    pub(super) ontoggle: Callback<(Part, bool, Option<AttrValue>)>,
}

/// The heading of a section, with the button that opens it.
pub(super) fn head(
    env: &Env,
    props: &PartProps,
    part: Part,
    title: Phrase,
    act: Phrase,
    first: &str,
) -> Html {
    let title = env.say(title);
    let word = if props.open { env.say(say::done()) } else { env.say(act) };
    let onclick = {
        let (toggle, open, first) = (props.ontoggle.clone(), props.open, AttrValue::from(first.to_owned()));
        Callback::from(move |_: MouseEvent| toggle.emit((part, !open, (!open).then(|| first.clone()))))
    };
    html! {
        <header class="sheet-sec-head">
            <@{env.heading(2)} class="h-cap">{ title.clone() }</@>
            if !env.read_only {
                <button type="button" class="link" part="button" id={format!("tdt-sheet-{}", part.code())}
                    aria-expanded={if props.open { "true" } else { "false" }}
                    aria-label={env.say(say::act_on(word.to_string(), title.to_string()))} {onclick}>{ word }</button>
            }
        </header>
    }
}

/// What is not said yet: a way to say it, or the words alone.
pub(super) fn to_say(env: &Env, props: &PartProps, part: Part, what: &str, field: &'static str) -> Html {
    if env.read_only {
        return html! { <span class="muted">{ env.say(say::to_fill()) }</span> };
    }
    let onclick = {
        let toggle = props.ontoggle.clone();
        Callback::from(move |_: MouseEvent| toggle.emit((part, true, Some(AttrValue::Static(field)))))
    };
    html! {
        <button type="button" class="link" part="button" aria-label={env.say(say::fill(what.to_owned()))} {onclick}>
            { env.say(say::to_fill()) }
        </button>
    }
}
