//! The lines of an answer in words.

use yew::AttrValue;

use crate::edit::Taken;
use crate::i18n::texts::partner as say;
use crate::model::{Contribution, Criterion, Dossier, Id, PositionValue};
use crate::ui::env::Env;
use crate::ui::partner::position_words;
use crate::vocabulary;

/// What a line is about.
pub(super) fn subject(env: &Env, dossier: &Dossier, line: &Taken) -> AttrValue {
    env.say(match line {
        Taken::Name(_) => say::line_name(),
        Taken::Interests(_) => say::line_interests(),
        Taken::Territories(_) => say::line_territories(),
        Taken::Capabilities(_) => say::line_functions(),
        Taken::Contact(..) => say::line_contact(),
        Taken::Contribution(..) => say::line_contribution(),
        Taken::Availability(_) => say::line_availability(),
        Taken::Position(objective, _) => {
            let title = dossier.objective(objective).map(|one| one.title.clone()).unwrap_or_default();
            say::line_position(title)
        }
    })
}

/// What a line holds; names of territories and functions come from `dossier`.
pub(super) fn value(env: &Env, dossier: &Dossier, line: &Taken) -> AttrValue {
    let text = |text: &str| if text.is_empty() { env.say(say::nothing()) } else { text.to_owned().into() };
    match line {
        Taken::Name(words) | Taken::Interests(words) => text(words),
        Taken::Territories(ids) => text(&named(ids, |id| dossier.territory(id).map(|one| one.name.clone()))),
        Taken::Capabilities(ids) => text(&named(ids, |id| dossier.function(id).map(|one| one.title.clone()))),
        Taken::Contact(_, None) | Taken::Contribution(_, None) => env.say(say::nothing()),
        Taken::Contact(_, Some(contact)) => {
            let parts = [&contact.position, &contact.name, &contact.email, &contact.phone];
            text(&joined(parts.into_iter().cloned()))
        }
        Taken::Contribution(_, Some(contribution)) => text(&brought(env, contribution)),
        Taken::Availability(value) => env.say(vocabulary::value(Criterion::Availability, *value)),
        Taken::Position(_, None) => env.say(say::nothing()),
        Taken::Position(_, value) => env.say(position_words(value.map(PositionValue::get))),
    }
}

fn named(ids: &[Id], name: impl Fn(&Id) -> Option<String>) -> String {
    let names: Vec<String> = ids.iter().map(|id| name(id).unwrap_or_else(|| id.to_string())).collect();
    names.join(", ")
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// A contribution on one line: title, kind, amount, volume, how far it is secured.
fn brought(env: &Env, one: &Contribution) -> String {
    let kind = one.kind.map(|kind| env.say(vocabulary::contribution_kind(kind)).to_string());
    let money = one.money.as_ref().filter(|money| !money.amount.as_str().is_empty()).map(|money| {
        let currency = if money.currency.is_empty() { "EUR" } else { &money.currency };
        env.format().money(money.amount.approximate(), currency)
    });
    let quantity = one.quantity.as_ref().and_then(|quantity| {
        let value = quantity.value.as_ref()?;
        let unit = env.say(env.vocabulary.unit(&quantity.unit));
        Some(format!("{} {unit}", env.format().number(value.get())).trim().to_owned())
    });
    let status = one.status.map(|status| env.say(vocabulary::contribution_status(status)).to_string());
    joined([Some(one.title.clone()), kind, money, quantity, status].into_iter().flatten())
}
