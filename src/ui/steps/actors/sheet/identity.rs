//! Who the actor is: name, family, nature, identifiers, territories, interests, labels, mobilisation aimed at.

use yew::prelude::*;

use super::identifiers::{Identifiers, grouped};
use super::section::{Part, PartProps, head, to_say};
use super::tags::Tags;
use crate::i18n::texts::{actors as say, shell};
use crate::model::{ActorKind, Criterion, Id, Level};
use crate::ui::env::{Place, use_data, use_env};
use crate::ui::steps::actors::hand::{Hand, places, set_kind};
use crate::ui::steps::actors::kinds::{kind_options, subkind_options};
use crate::ui::widgets::{Button, ButtonKind, Chip, ChipSet, SelectField, SelectOption, TextField, chip_set};
use crate::vocabulary::{self, Step};

/// The entry of the list of natures that asks for free words.
const FREE: &str = "…";

#[component]
pub(super) fn Identity(props: &PartProps) -> Html {
    let env = use_env();
    html! {
        <section class="sheet-sec">
            { head(&env, props, Part::Identity, say::identity(), shell::edit(), "tdt-a-name") }
            if props.open { <Form actor={props.actor.clone()} /> } else { <Reading ..PartProps {
                actor: props.actor.clone(), open: false, ontoggle: props.ontoggle.clone(),
            } /> }
        </section>
    }
}

#[component]
fn Reading(props: &PartProps) -> Html {
    let env = use_env();
    let data = use_data();
    let actor = &props.actor;
    let missing = |what: crate::i18n::Phrase, field: &'static str| {
        to_say(&env, props, Part::Identity, &env.say(what), field)
    };
    let places = places(&data, actor);
    let numbers: Vec<_> = actor.identifiers.iter().filter(|one| !one.value.trim().is_empty()).collect();
    html! {
        <dl class="pairs">
            if actor.kind.is_none() {
                <div><dt>{ env.say(say::kind()) }</dt><dd>{ missing(say::kind(), "tdt-a-kind") }</dd></div>
            }
            <div>
                <dt>{ env.say(say::territory()) }</dt>
                <dd>if places.is_empty() { { missing(say::territory(), "tdt-a-place") } } else { <bdi>{ places }</bdi> }</dd>
            </div>
            if numbers.is_empty() {
                <div><dt>{ env.say(say::siren()) }</dt><dd>{ missing(say::siren(), "tdt-a-id-0-value") }</dd></div>
            }
            { for numbers.into_iter().map(|one| html! {
                <div><dt><bdi>{ &one.scheme }</bdi></dt><dd><bdi>{ grouped(&one.scheme, &one.value) }</bdi></dd></div>
            }) }
            <div>
                <dt>{ env.say(say::interests()) }</dt>
                <dd>
                    if actor.interests.trim().is_empty() { { missing(say::interests(), "tdt-a-interests") } }
                    else { <bdi>{ &actor.interests }</bdi> }
                </dd>
            </div>
            if !actor.tags.is_empty() {
                <div><dt>{ env.say(say::tags()) }</dt><dd><bdi>{ actor.tags.join(", ") }</bdi></dd></div>
            }
            if let Some(level) = actor.target_mobilisation {
                <div>
                    <dt>{ env.say(say::target()) }</dt>
                    <dd>{ level.get() }{ " · " }{ env.say(vocabulary::value(Criterion::Mobilisation, Some(level.get()))) }</dd>
                </div>
            }
        </dl>
    }
}

#[derive(Properties, PartialEq)]
struct FormProps {
    actor: std::rc::Rc<crate::model::Actor>,
}

#[component]
fn Form(props: &FormProps) -> Html {
    let env = use_env();
    let data = use_data();
    let actor = &props.actor;
    let hand = Hand::new(&env, &actor.id);
    let optional = env.say(shell::optional());
    let listed = |code: &str| {
        let known = |kind: ActorKind| env.vocabulary.subkinds(kind).iter().any(|choice| choice.code == code);
        actor.kind.is_some_and(known)
    };
    // Free words stay in their field while they are typed, even when they happen to be a code of the list.
    let free = use_state(|| !actor.subkind.is_empty() && !listed(&actor.subkind));
    let natures = actor.kind.map(|kind| {
        let current = if *free { "" } else { actor.subkind.as_str() };
        let mut options = subkind_options(&env, kind, current);
        options.push(SelectOption::new(FREE, env.say(say::free_words())));
        options
    });
    let pick_nature = {
        let (hand, free) = (hand.clone(), free.clone());
        Callback::from(move |code: String| {
            free.set(code == FREE);
            if code != FREE {
                hand.set(move |actor| actor.subkind = code);
            }
        })
    };
    let pick_kind = {
        let (env, free) = (env.clone(), free.clone());
        hand.setting(move |actor, word: String| {
            free.set(false);
            set_kind(&env, actor, ActorKind::from_word(&word));
        })
    };
    let chips = actor.territories.iter().map(|id| {
        let name = data.dossier.territory(id).map_or("", |place| place.name.as_str());
        Chip {
            value: id.to_string().into(),
            label: name.to_owned().into(),
            remove: env.say(say::remove_one(name)),
        }
    });
    let left = data.dossier.territories.iter().filter(|place| !actor.territories.contains(&place.id));
    let places = ChipSet {
        id: "tdt-a-place".into(),
        add_label: env.say(say::add_territory()),
        chips: chips.collect(),
        options: left.map(|place| SelectOption::new(place.id.to_string(), place.name.clone())).collect(),
        onadd: hand.setting(|actor, id: String| {
            let id = Id::from(id);
            if !actor.territories.contains(&id) {
                actor.territories.push(id);
            }
        }),
        onremove: hand
            .setting(|actor, id: AttrValue| actor.territories.retain(|one| one.as_str() != id.as_str())),
        readonly: false,
    };
    let levels = (Level::MIN..=Level::MAX).map(|level| {
        let word = env.say(vocabulary::value(Criterion::Mobilisation, Some(level)));
        SelectOption::new(level.to_string(), format!("{level} · {word}"))
    });
    html! {
        <div class="fields tight">
            <TextField id="tdt-a-name" label={env.say(say::name())} value={actor.name.clone()}
                onchange={hand.typing("name", |actor, text| actor.name = text)} />
            <SelectField id="tdt-a-kind" label={env.say(say::kind())} options={kind_options(&env)}
                value={actor.kind.map(ActorKind::as_str).unwrap_or_default()} none={env.say(say::kind_to_say())}
                onchange={pick_kind} />
            if let Some(options) = natures {
                <SelectField id="tdt-a-subkind" label={env.say(say::subkind())} {options}
                    value={if *free { AttrValue::Static(FREE) } else { actor.subkind.clone().into() }}
                    none={env.say(say::subkind_to_say())} onchange={pick_nature} />
            }
            if *free || actor.kind.is_none() {
                <TextField id="tdt-a-words" label={env.say(say::subkind_words())} value={actor.subkind.clone()}
                    placeholder={env.say(say::subkind_example())}
                    onchange={hand.typing("subkind", |actor, text| actor.subkind = text)} />
            }
            <Identifiers actor={actor.clone()} />
            <div class="field">
                <span class="label">{ env.say(say::territories()) }</span>
                { chip_set(&places) }
                if data.dossier.territories.is_empty() {
                    <p class="help">{ env.say(say::no_territory()) }</p>
                    <Button kind={ButtonKind::Link} class="small" label={env.say(say::write_territories())}
                        onclick={env.going(Place::step(Step::Project).at("territories"))} />
                }
            </div>
            <TextField kind="area" id="tdt-a-interests" label={env.say(say::interests())} optional={optional.clone()} rows=2
                value={actor.interests.clone()} placeholder={env.say(say::interests_example())}
                onchange={hand.typing("interests", |actor, text| actor.interests = text)} />
            <Tags actor={actor.clone()} />
            <SelectField id="tdt-a-target" label={env.say(say::target())} {optional} options={levels.collect::<Vec<_>>()}
                value={actor.target_mobilisation.map(|level| level.get().to_string()).unwrap_or_default()}
                none={env.say(say::no_target())}
                onchange={hand.setting(|actor, word: String| {
                    actor.target_mobilisation = word.parse().ok().and_then(Level::new);
                })} />
        </div>
    }
}
