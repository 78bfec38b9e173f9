//! What narrows the list, and how many are left.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::query::{Key, KindIs, Lack, Query};
use super::state::{Act, View};
use crate::i18n::texts::actors as say;
use crate::model::{ActorKind, Id, List, Objective};
use crate::ui::env::use_env;
use crate::ui::widgets::{Button, ButtonKind, SelectField, SelectOption};
use crate::vocabulary;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) query: Query,
    pub(super) objectives: List<Objective>,
    pub(super) tags: Rc<Vec<String>>,
    pub(super) shown: usize,
    pub(super) total: usize,
    pub(super) act: UseReducerDispatcher<View>,
}

#[component]
pub(super) fn Filters(props: &Props) -> Html {
    let env = use_env();
    let query = &props.query;
    let ask = {
        let act = props.act.clone();
        move |query: Query| act.dispatch(Act::Ask(query))
    };
    let changing = |change: fn(&mut Query, String)| {
        let (ask, query) = (ask.clone(), query.clone());
        Callback::from(move |value: String| {
            let mut next = query.clone();
            change(&mut next, value);
            ask(next);
        })
    };
    let oninput = {
        let change = changing(|query, text| query.text = text);
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                change.emit(input.value());
            }
        })
    };
    let onkeydown = {
        let (ask, query) = (ask.clone(), query.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && query.filters() {
                event.prevent_default();
                event.stop_propagation();
                ask(query.cleared());
            }
        })
    };
    let kinds: Vec<SelectOption> = ActorKind::ALL
        .iter()
        .map(|kind| SelectOption::new(kind.as_str(), env.say(vocabulary::kind(*kind))))
        .collect();
    let kind = match query.kind {
        KindIs::Any => AttrValue::default(),
        KindIs::Kind(kind) => kind.as_str().into(),
    };
    let lacks: Vec<SelectOption> =
        Lack::ALL.iter().map(|lack| SelectOption::new(lack.code(), env.say(lack.label()))).collect();
    let sorts: Vec<SelectOption> =
        Key::ALL.iter().map(|key| SelectOption::new(key.code(), env.say(key.label()))).collect();
    let (about, about_options) = about(&env, props);
    let clear = {
        let (ask, query) = (ask.clone(), query.clone());
        Callback::from(move |()| ask(query.cleared()))
    };
    html! {
        <div class="filters" role="search" aria-label={env.say(say::filters())}>
            <label class="vh" for="tdt-actors-filter">{ env.say(say::filter_text()) }</label>
            <input class="input input-sm" id="tdt-actors-filter" part="input" type="search" autocomplete="off" dir="auto"
                placeholder={env.say(say::filter_text())} value={query.text.clone()} {oninput} {onkeydown} />
            <SelectField id="tdt-actors-kind" label={env.say(say::kind())} quiet=true small=true value={kind} options={kinds}
                none={env.say(say::all_kinds())}
                onchange={changing(|query, word| {
                    query.kind = ActorKind::from_word(&word).map_or(KindIs::Any, KindIs::Kind);
                })} />
            if !about_options.is_empty() {
                <SelectField id="tdt-actors-about" label={env.say(say::about())} quiet=true small=true value={about}
                    options={about_options} none={env.say(say::all_abouts())}
                    onchange={changing(|query, word| {
                        query.objective = word.strip_prefix("o:").map(Id::from);
                        query.tag = word.strip_prefix("t:").map(str::to_owned);
                    })} />
            }
            <SelectField id="tdt-actors-lack" label={env.say(say::lack())} quiet=true small=true options={lacks}
                value={query.lack.map(Lack::code).unwrap_or_default()} none={env.say(say::all_sheets())}
                onchange={changing(|query, word| {
                    query.lack = Lack::ALL.into_iter().find(|lack| lack.code() == word);
                })} />
            <div class="only-narrow">
                <SelectField id="tdt-actors-sort" label={env.say(say::sort())} quiet=true small=true options={sorts}
                    value={query.sort.code()}
                    onchange={changing(|query, word| {
                        query.sort = Key::from_code(&word);
                        query.down = false;
                    })} />
            </div>
            if query.filters() {
                <span class="small"><Button kind={ButtonKind::Link} label={env.say(say::show_all())} onclick={clear} /></span>
            }
            <span class="push small" role="status">{ env.say(say::shown_of(props.shown, props.total)) }</span>
        </div>
    }
}

/// The objectives and the tags, in one list.
fn about(env: &crate::ui::env::Env, props: &Props) -> (AttrValue, Vec<SelectOption>) {
    let entry = |value: String, label: AttrValue, group| SelectOption {
        value: value.into(),
        label,
        group: Some(env.say(group)),
    };
    let mut options: Vec<SelectOption> = props
        .objectives
        .iter()
        .map(|one| entry(format!("o:{}", one.id), one.title.clone().into(), say::objectives()))
        .collect();
    options.extend(props.tags.iter().map(|tag| entry(format!("t:{tag}"), tag.clone().into(), say::tags())));
    let query = &props.query;
    let value = match (&query.objective, &query.tag) {
        (Some(id), _) => format!("o:{id}"),
        (None, Some(tag)) => format!("t:{tag}"),
        _ => String::new(),
    };
    (value.into(), options)
}
