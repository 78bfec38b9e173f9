//! What the actor brings: people, money, network, technique, equipment.

use yew::prelude::*;

use super::draft::DraftField;
use super::rows::{Form, RowProps, Rows, row};
use super::section::{Part, PartProps, head, to_say};
use crate::i18n::texts::{actors as say, shell};
use crate::model::{
    Actor, Amount, Contribution, ContributionKind, ContributionStatus, Id, Money, Number, Quantity,
};
use crate::ui::env::{Env, use_env};
use crate::ui::widgets::{SelectField, SelectOption, TextField};
use crate::vocabulary;

/// Currencies offered: those of the countries where the product is used. Another one, read from a file, stays.
const CURRENCIES: [&str; 5] = ["EUR", "CAD", "CHF", "MAD", "XPF"];

#[component]
pub(super) fn Contributions(props: &PartProps) -> Html {
    let env = use_env();
    let list = &props.actor.contributions;
    let act = if list.is_empty() { shell::add() } else { shell::edit() };
    html! {
        <section class="sheet-sec">
            { head(&env, props, Part::Contributions, say::contributions(), act, "tdt-k0-title") }
            if props.open {
                <Form actor={props.actor.clone()} rows={Rows::Contributions} />
            } else if list.is_empty() {
                <p>{ to_say(&env, props, Part::Contributions, &env.say(say::contributions()), "tdt-k0-title") }</p>
            } else {
                <ul class="rows">{ for list.iter().map(|one| reading(&env, one)) }</ul>
            }
        </section>
    }
}

fn reading(env: &Env, one: &Contribution) -> Html {
    let mut parts: Vec<String> = Vec::new();
    if !one.title.is_empty() {
        parts.push(one.title.clone());
    }
    if let Some(money) = &one.money
        && !money.amount.as_str().is_empty()
    {
        let currency = if money.currency.is_empty() { "EUR" } else { &money.currency };
        parts.push(env.format().money(money.amount.approximate(), currency));
    }
    if let Some(quantity) = &one.quantity
        && let Some(value) = &quantity.value
    {
        let unit = env.say(env.vocabulary.unit(&quantity.unit));
        parts.push(format!("{} {unit}", env.format().number(value.get())).trim().to_owned());
    }
    if parts.is_empty() {
        parts.push(one.kind.map_or_else(
            || env.say(say::contribution_to_say()).to_string(),
            |kind| env.say(vocabulary::contribution_kind(kind)).to_string(),
        ));
    }
    html! {
        <li key={one.id.as_str()}>
            <span><bdi>{ parts.join(" · ") }</bdi></span>
            if let Some(status) = one.status {
                <span class="tag">{ env.say(vocabulary::contribution_status(status)) }</span>
            }
        </li>
    }
}

fn with(actor: &mut Actor, id: &Id, change: impl FnOnce(&mut Contribution)) {
    if let Some(one) = actor.contributions.find_mut(id) {
        change(one);
    }
}

/// A number as people type it, with a point where computers want one.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).map(|c| if c == ',' { '.' } else { c }).collect()
}

/// An amount or a number as it is read in the language of the screen.
fn written(env: &Env, text: &str) -> String {
    if env.texts.lang() == crate::i18n::Lang::Fr { text.replace('.', ",") } else { text.to_owned() }
}

#[component]
pub(super) fn ContributionRow(props: &RowProps) -> Html {
    let env = use_env();
    let (index, hand) = (props.index, &props.hand);
    let Some(one) = props.actor.contributions.get(index) else { return Html::default() };
    let id = one.id.clone();
    let name = |field: &str| AttrValue::from(Rows::Contributions.control(index, Some(field)));
    let setting = |change: fn(&mut Contribution, String)| {
        let id = id.clone();
        hand.setting(move |actor, word: String| with(actor, &id, |one| change(one, word)))
    };
    let title = {
        let id = id.clone();
        hand.typing(&format!("{id}.title"), move |actor, text| with(actor, &id, |one| one.title = text))
    };
    let amount = {
        let (hand, id) = (hand.clone(), id.clone());
        Callback::from(move |text: String| {
            let text = plain(&text);
            let amount = if text.is_empty() { None } else { Amount::parse(&text) };
            if !text.is_empty() && amount.is_none() {
                return false;
            }
            let id = id.clone();
            hand.type_in(&format!("{id}.amount"), move |actor| {
                with(actor, &id, |one| match (amount, &mut one.money) {
                    (Some(amount), Some(money)) => money.amount = amount,
                    (Some(amount), None) => {
                        one.money = Some(Money { amount, currency: "EUR".to_owned(), ..Money::default() });
                    }
                    (None, _) => one.money = None,
                });
            });
            true
        })
    };
    let quantity = {
        let (hand, id) = (hand.clone(), id.clone());
        Callback::from(move |text: String| {
            let text = plain(&text);
            let value = text.parse::<f64>().ok().filter(|value| value.is_finite()).and_then(Number::new);
            if !text.is_empty() && value.is_none() {
                return false;
            }
            let id = id.clone();
            hand.type_in(&format!("{id}.quantity"), move |actor| {
                with(actor, &id, |one| match (value, &mut one.quantity) {
                    (value, Some(quantity)) if value.is_some() || !quantity.unit.is_empty() => {
                        quantity.value = value;
                    }
                    (None, _) => one.quantity = None,
                    (value, _) => one.quantity = Some(Quantity { value, ..Quantity::default() }),
                });
            });
            true
        })
    };
    let kinds: Vec<SelectOption> = ContributionKind::ALL
        .iter()
        .map(|kind| SelectOption::new(kind.as_str(), env.say(vocabulary::contribution_kind(*kind))))
        .collect();
    let statuses: Vec<SelectOption> = ContributionStatus::ALL
        .iter()
        .map(|status| SelectOption::new(status.as_str(), env.say(vocabulary::contribution_status(*status))))
        .collect();
    let currency = one.money.as_ref().map(|money| money.currency.clone()).unwrap_or_default();
    let mut currencies: Vec<SelectOption> =
        CURRENCIES.iter().map(|code| SelectOption::new(*code, *code)).collect();
    if !currency.is_empty() && !CURRENCIES.contains(&currency.as_str()) {
        currencies.push(SelectOption::new(currency.clone(), currency.clone()));
    }
    let unit = one.quantity.as_ref().map(|quantity| quantity.unit.clone()).unwrap_or_default();
    let mut units: Vec<SelectOption> = env
        .vocabulary
        .units()
        .iter()
        .filter(|choice| !choice.hidden || choice.code == unit)
        .map(|choice| SelectOption::new(choice.code.clone(), env.say(&choice.label)))
        .collect();
    if !unit.is_empty() && !units.iter().any(|option| option.value == unit) {
        units.push(SelectOption::new(unit.clone(), unit.clone()));
    }
    let figure = one.quantity.as_ref().and_then(|quantity| quantity.value.as_ref());
    let fields = html! {
        <>
            <TextField id={name("title")} label={env.say(say::contribution_title())} value={one.title.clone()}
                placeholder={env.say(say::contribution_example())} onchange={title} />
            <SelectField id={name("kind")} label={env.say(say::contribution_kind())} options={kinds}
                value={one.kind.map(ContributionKind::as_str).unwrap_or_default()} none={env.say(say::not_said())}
                onchange={setting(|one, word| one.kind = ContributionKind::from_word(&word))} />
            <div class="fields">
                <DraftField id={name("amount")} label={env.say(say::amount())} optional={env.say(shell::optional())}
                    value={one.money.as_ref().map(|money| written(&env, money.amount.as_str())).unwrap_or_default()}
                    accept={amount} error={env.say(say::amount_expected())} />
                <SelectField id={name("currency")} label={env.say(say::currency())} options={currencies}
                    value={if currency.is_empty() { "EUR".to_owned() } else { currency }} disabled={one.money.is_none()}
                    onchange={setting(|one, word| {
                        if let Some(money) = &mut one.money {
                            money.currency = word;
                        }
                    })} />
            </div>
            <div class="fields">
                <DraftField id={name("quantity")} label={env.say(say::quantity())} optional={env.say(shell::optional())}
                    value={figure.map(|value| written(&env, &value.get().to_string())).unwrap_or_default()}
                    accept={quantity} error={env.say(say::quantity_expected())} />
                <SelectField id={name("unit")} label={env.say(say::unit())} options={units} value={unit}
                    none={env.say(say::not_said())}
                    onchange={setting(|one, word| match &mut one.quantity {
                        Some(quantity) => quantity.unit = word,
                        None => one.quantity = Some(Quantity { unit: word, ..Quantity::default() }),
                    })} />
            </div>
            <SelectField id={name("status")} label={env.say(say::contribution_status())} options={statuses}
                value={one.status.map(ContributionStatus::as_str).unwrap_or_default()} none={env.say(say::not_said())}
                onchange={setting(|one, word| one.status = ContributionStatus::from_word(&word))} />
        </>
    };
    row(props, say::contribution_n(index + 1), say::remove_contribution(), None, fields)
}
