//! The questions of a sheet, in the words of the organisation that answers.

use std::rc::Rc;

use yew::prelude::*;

use super::contacts::Contacts;
use super::position_words;
use crate::analysis::readings;
use crate::edit::Command;
use crate::i18n::Phrase;
use crate::i18n::texts::{partner as say, shell};
use crate::model::{Actor, Bounded, Criterion, Dossier, Id, Objective, PartnerSheet};
use crate::ui::env::{Env, today};
use crate::ui::steps::actors::{Form, Hand, Rows};
use crate::ui::widgets::{Button, IconName, SelectField, SelectOption, TextField};

/// Every question, in the order in which a person thinks of them: time, objectives, work, means, then who and where.
pub(super) fn all(env: &Env, dossier: &Rc<Dossier>, actor: &Rc<Actor>, sheet: &PartnerSheet) -> Html {
    let hand = Hand::new(env, &actor.id);
    html! {
        <>
            { part(env, say::q_availability(), None, availability(env, actor)) }
            if !dossier.objectives.is_empty() {
                { part(env, say::q_positions(), Some(say::q_positions_help()), positions(env, dossier, actor)) }
            }
            if !dossier.functions.is_empty() {
                { part(env, say::q_functions(), None, functions(env, &hand, dossier, actor)) }
            }
            { part(env, say::q_contributions(), Some(say::q_contributions_help()), contributions(env, actor)) }
            { part(env, say::q_interests(), None, interests(env, &hand, actor)) }
            if !dossier.territories.is_empty() {
                { part(env, say::q_territories(), None, territories(env, &hand, dossier, actor)) }
            }
            { part(env, say::q_contacts(), Some(say::q_contacts_help()), html! { <Contacts actor={actor.clone()} hand={hand.clone()} /> }) }
            { part(env, say::q_organisation(), None, name(env, &hand, actor)) }
            { part(env, say::q_comment(), None, last(env, sheet)) }
        </>
    }
}

/// A question with its answer under it.
fn part(env: &Env, question: Phrase, help: Option<Phrase>, answer: Html) -> Html {
    let id = format!("tdt-q-{}", question.text.key.replace('.', "-"));
    html! {
        <section class="partner-part" aria-labelledby={id.clone()}>
            <@{env.heading(1)} class="h-block" id={id}>{ env.say(question) }</@>
            if let Some(help) = help { <p class="small">{ env.say(help) }</p> }
            { answer }
        </section>
    }
}

fn availability(env: &Env, actor: &Rc<Actor>) -> Html {
    let current = readings::used(actor, Criterion::Availability);
    let choice = |value: Option<i8>| {
        let (env_then, id) = (env.clone(), actor.id.clone());
        let onchange = Callback::from(move |_: Event| {
            let on = today();
            let (actor, by) = (id.clone(), String::new());
            env_then.run(Command::Rate { actor, criterion: Criterion::Availability, value, on, by });
        });
        let words = match value {
            None => say::no_say(),
            Some(4) => say::time_4(),
            Some(3) => say::time_3(),
            Some(2) => say::time_2(),
            Some(1) => say::time_1(),
            Some(_) => say::time_0(),
        };
        html! {
            <label class="check">
                <input type="radio" name="tdt-q-time" checked={current == value} disabled={env.read_only} {onchange} />
                <span>{ env.say(words) }</span>
            </label>
        }
    };
    let label = env.say(say::q_availability());
    html! {
        <div class="radios" role="radiogroup" aria-label={label}>
            { for (0..=4).rev().map(|value| choice(Some(value))) }
            { choice(None) }
        </div>
    }
}

fn positions(env: &Env, dossier: &Rc<Dossier>, actor: &Rc<Actor>) -> Html {
    let options: Vec<SelectOption> = (-4..=4)
        .rev()
        .map(|value: i8| SelectOption::new(value.to_string(), env.say(position_words(Some(value)))))
        .collect();
    let field = |(place, objective): (usize, &Rc<Objective>)| {
        let value = readings::Positions::cell(dossier, &actor.id, &objective.id).used;
        let onchange = {
            let (env, actor, objective) = (env.clone(), actor.id.clone(), objective.id.clone());
            Callback::from(move |word: String| {
                let (actor, objective) = (actor.clone(), objective.clone());
                let value = word.parse::<i8>().ok().and_then(Bounded::new);
                let (on, by, note) = (today(), String::new(), String::new());
                env.run(Command::Position { actor, objective, value, on, by, note });
            })
        };
        html! {
            <SelectField key={objective.id.as_str()} id={format!("tdt-q-o{place}")} label={objective.title.clone()}
                value={value.map(|value| value.to_string()).unwrap_or_default()} options={options.clone()}
                none={env.say(say::no_say())} disabled={env.read_only} {onchange} />
        }
    };
    html! { <div class="fields tight">{ for dossier.objectives.iter().enumerate().map(field) }</div> }
}

/// Boxes to tick, one for each thing of a list.
fn boxes<'a>(
    env: &Env,
    hand: &Hand,
    things: impl Iterator<Item = (&'a Id, &'a str)>,
    held: &[Id],
    list: fn(&mut Actor) -> &mut Vec<Id>,
) -> Html {
    html! {
        <ul class="partner-boxes">
            { for things.map(|(id, title)| {
                let (hand, one) = (hand.clone(), id.clone());
                let onchange = Callback::from(move |_: Event| {
                    let id = one.clone();
                    hand.set(move |actor| {
                        let held = list(actor);
                        if held.contains(&id) {
                            held.retain(|one| *one != id);
                        } else {
                            held.push(id);
                        }
                    });
                });
                html! {
                    <li key={id.as_str()}>
                        <label class="check">
                            <input type="checkbox" checked={held.contains(id)} disabled={env.read_only} {onchange} />
                            <span><bdi>{ title.to_owned() }</bdi></span>
                        </label>
                    </li>
                }
            }) }
        </ul>
    }
}

fn functions(env: &Env, hand: &Hand, dossier: &Dossier, actor: &Actor) -> Html {
    let things = dossier.functions.iter().map(|one| (&one.id, one.title.as_str()));
    boxes(env, hand, things, &actor.capabilities, |actor| &mut actor.capabilities)
}

fn territories(env: &Env, hand: &Hand, dossier: &Dossier, actor: &Actor) -> Html {
    let things = dossier.territories.iter().map(|one| (&one.id, one.name.as_str()));
    boxes(env, hand, things, &actor.territories, |actor| &mut actor.territories)
}

fn contributions(env: &Env, actor: &Rc<Actor>) -> Html {
    if env.read_only {
        return html! {
            <ul class="dashes">{ for actor.contributions.iter().map(|one| html! { <li><bdi>{ &one.title }</bdi></li> }) }</ul>
        };
    }
    if actor.contributions.is_empty() {
        let hand = Hand::new(env, &actor.id);
        let onclick = Callback::from(move |()| Rows::Contributions.add(&hand));
        return html! {
            <p><Button icon={IconName::Plus} id="tdt-contribution-add" label={env.say(say::add_contribution())} {onclick} /></p>
        };
    }
    html! { <Form actor={actor.clone()} rows={Rows::Contributions} /> }
}

fn interests(env: &Env, hand: &Hand, actor: &Actor) -> Html {
    let onchange = hand.typing("interests", |actor, text| actor.interests = text);
    html! {
        <TextField id="tdt-q-interests" kind="area" label={env.say(say::q_interests())} quiet=true
            value={actor.interests.clone()} readonly={env.read_only} {onchange} />
    }
}

fn name(env: &Env, hand: &Hand, actor: &Actor) -> Html {
    let onchange = hand.typing("name", |actor, text| actor.name = text);
    html! {
        <TextField id="tdt-q-name" label={env.say(say::q_name())} value={actor.name.clone()} readonly={env.read_only}
            {onchange} />
    }
}

/// A free word, and who answers.
fn last(env: &Env, sheet: &PartnerSheet) -> Html {
    let typing = |field: &'static str, change: fn(&mut PartnerSheet, String)| {
        let env = env.clone();
        Callback::from(move |text: String| {
            env.typing(format!("sheet.{field}"), move |dossier| {
                let mut sheet = dossier.partner_sheet.clone()?;
                change(&mut sheet, text);
                Some(Command::Sheet(Box::new(sheet)))
            });
        })
    };
    html! {
        <div class="fields tight">
            <TextField id="tdt-q-comment" kind="area" label={env.say(say::q_comment())} quiet=true
                value={sheet.comment.clone()} readonly={env.read_only} onchange={typing("comment", |sheet, text| sheet.comment = text)} />
            <TextField id="tdt-q-by" label={env.say(say::q_by())} optional={env.say(shell::optional())}
                value={sheet.answered_by.clone()} readonly={env.read_only} onchange={typing("by", |sheet, text| sheet.answered_by = text)} />
        </div>
    }
}
