//! Lines that seem to repeat an organisation, side by side with it.

use std::rc::Rc;

use yew::prelude::*;

use crate::exchange::table::{By, Choice, Draft, Duplicate, Preview, With};
use crate::i18n::texts::actors as say;
use crate::model::{Actor, ActorKind, Contact, Dossier, Identifier};
use crate::ui::env::{Env, use_data, use_env};
use crate::ui::steps::actors::sheet::grouped;
use crate::ui::widgets::Button;
use crate::vocabulary;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) preview: Rc<Preview>,
    /// What becomes of each row for now.
    pub(super) rows: Vec<Choice>,
    pub(super) onchoose: Callback<Vec<(usize, Choice)>>,
}

/// What can be compared, in words.
type Pairs = Vec<(AttrValue, String)>;

fn pairs(
    env: &Env,
    name: &str,
    nature: (Option<ActorKind>, &str),
    places: String,
    identifiers: &[Identifier],
    contacts: &[&Contact],
) -> Pairs {
    let (kind, subkind) = nature;
    let nature = if subkind.is_empty() {
        kind.map(|kind| env.say(vocabulary::kind(kind)).to_string()).unwrap_or_default()
    } else {
        env.say(env.vocabulary.subkind(kind, subkind)).to_string()
    };
    let numbers =
        identifiers.iter().map(|one| format!("{} {}", one.scheme, grouped(&one.scheme, &one.value)));
    let contact = contacts.iter().map(|one| {
        let parts = [&one.position, &one.name, &one.email, &one.phone];
        parts.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(", ")
    });
    vec![
        (env.say(say::name()), name.to_owned()),
        (env.say(say::column_nature()), nature),
        (env.say(say::column_place()), places),
        (env.say(say::identifiers()), numbers.collect::<Vec<_>>().join(", ")),
        (env.say(say::contact()), contact.collect::<Vec<_>>().join(" ; ")),
    ]
}

fn of_actor(env: &Env, dossier: &Dossier, actor: &Actor) -> Pairs {
    let places =
        actor.territories.iter().filter_map(|id| dossier.territory(id)).map(|place| place.name.as_str());
    let contacts: Vec<&Contact> = actor.contacts.iter().map(Rc::as_ref).collect();
    let places = places.collect::<Vec<_>>().join(", ");
    pairs(env, &actor.name, (actor.kind, &actor.subkind), places, &actor.identifiers, &contacts)
}

fn of_draft(env: &Env, draft: &Draft) -> Pairs {
    let places = draft.territories.iter().map(|place| place.name.as_str()).collect::<Vec<_>>().join(", ");
    let contacts: Vec<&Contact> = draft.contact.iter().collect();
    let guess = draft.guess.as_ref();
    let kind = draft.kind.or(guess.map(|guess| guess.kind));
    let subkind = if draft.kind.is_none() && draft.subkind.is_empty() {
        guess.and_then(|guess| guess.subkind.as_deref()).unwrap_or_default()
    } else {
        &draft.subkind
    };
    pairs(env, &draft.name, (kind, subkind), places, &draft.identifiers, &contacts)
}

#[component]
pub(super) fn Duplicates(props: &Props) -> Html {
    let env = use_env();
    let preview = &props.preview;
    let all = |make: fn(&Duplicate) -> Choice| {
        let (preview, choose) = (Rc::clone(preview), props.onchoose.clone());
        Callback::from(move |()| {
            choose.emit(preview.duplicates.iter().map(|one| (one.row, make(one))).collect());
        })
    };
    html! {
        <section class="sec-thick">
            <header class="sec-head">
                <h3 class="h-block">{ env.say(say::alike_n(preview.duplicates.len())) }</h3>
                if preview.duplicates.len() > 1 {
                    <div class="push acts">
                        <Button class="btn-sm" label={env.say(say::merge_all())}
                            onclick={all(|one| Choice::Merge(one.with.clone()))} />
                        <Button class="btn-sm" label={env.say(say::keep_all())} onclick={all(|_| Choice::Enter)} />
                        <Button class="btn-sm" label={env.say(say::skip_all())} onclick={all(|_| Choice::Skip)} />
                    </div>
                }
            </header>
            { for preview.duplicates.iter().map(|one| html! {
                <One key={one.row} preview={Rc::clone(preview)} one={one.clone()}
                    choice={props.rows.get(one.row).cloned().unwrap_or(Choice::Enter)} onchoose={props.onchoose.clone()} />
            }) }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct OneProps {
    preview: Rc<Preview>,
    one: Duplicate,
    choice: Choice,
    onchoose: Callback<Vec<(usize, Choice)>>,
}

#[component]
fn One(props: &OneProps) -> Html {
    let env = use_env();
    let data = use_data();
    let one = &props.one;
    let draft_of = |row: usize| props.preview.rows.get(row).and_then(|row| row.draft.as_ref());
    let Some(draft) = draft_of(one.row) else { return Html::default() };
    let (title, known) = match &one.with {
        With::Existing(id) => {
            let pairs = data.dossier.actor(id).map(|actor| of_actor(&env, &data.dossier, actor));
            (say::in_dossier(), pairs.unwrap_or_default())
        }
        With::Row(row) => {
            let line = props.preview.rows.get(*row).map_or(0, |row| row.line);
            (say::in_line(line), draft_of(*row).map(|draft| of_draft(&env, draft)).unwrap_or_default())
        }
    };
    let new = of_draft(&env, draft);
    let line = props.preview.rows.get(one.row).map_or(0, |row| row.line);
    let said = |index: usize| {
        let here = |pairs: &Pairs| pairs.get(index).is_some_and(|(_, value)| !value.is_empty());
        here(&known) || here(&new)
    };
    let side = |pairs: &Pairs, other: Option<&Pairs>| {
        html! {
            <dl class="pairs">
                { for pairs.iter().enumerate().filter(|(index, _)| said(*index)).map(|(index, (label, value))| {
                    let differs = other.and_then(|other| other.get(index)).is_some_and(|(_, theirs)| {
                        !value.is_empty() && theirs != value
                    });
                    html! {
                        <div>
                            <dt>{ label }</dt>
                            <dd data-differs={differs.then_some("")}>
                                if value.is_empty() { <span class="muted">{ "—" }</span> } else { <bdi>{ value }</bdi> }
                            </dd>
                        </div>
                    }
                }) }
            </dl>
        }
    };
    let merge = match one.by {
        By::Siren => say::merge_siren(),
        By::Name => say::merge_name(),
    };
    let name = format!("tdt-dup-{}", one.row);
    let radio = |choice: Choice, label: crate::i18n::Phrase| {
        let checked = props.choice == choice;
        let (choose, row) = (props.onchoose.clone(), one.row);
        let onchange = Callback::from(move |_: Event| choose.emit(vec![(row, choice.clone())]));
        html! {
            <label class="check">
                <input type="radio" name={name.clone()} {checked} {onchange} /><span>{ env.say(label) }</span>
            </label>
        }
    };
    html! {
        <section class="dup" aria-label={draft.name.clone()}>
            <div class="dup-side"><p class="h-cap">{ env.say(title) }</p>{ side(&known, None) }</div>
            <div class="dup-side"><p class="h-cap">{ env.say(say::in_pasted(line)) }</p>{ side(&new, Some(&known)) }</div>
            <fieldset class="radios row">
                <legend class="vh">{ env.say(say::what_to_do(draft.name.as_str())) }</legend>
                { radio(Choice::Merge(one.with.clone()), merge) }
                { radio(Choice::Enter, say::keep_both()) }
                { radio(Choice::Skip, say::skip_it()) }
            </fieldset>
        </section>
    }
}
