//! The board of roles, and under it what one chooses there: a role, its candidates, a role to give.

use yew::prelude::*;

use super::{Chosen, DossierKey, board, compare, editor, give, past, standing};
use crate::analysis::roles::{self, RoleState, Vacancy};
use crate::i18n::texts::roles as say;
use crate::model::{ConditionStatus, Dossier, Id, RoleKind, Scope};
use crate::ui::env::{Place, Window, use_data, use_env};
use crate::ui::widgets::{Button, ConditionMark, IconName, after_render, focus_id};
use crate::vocabulary::Step;

/// Board, and what one chooses on it.
#[component]
pub(super) fn Desk() -> Html {
    let env = use_env();
    let data = use_data();
    let chosen = use_state(|| None::<Chosen>);
    let today = env.today();
    let dossier = data.dossier.clone();
    let states = use_memo(DossierKey(dossier.clone()), |key| {
        let (held, over): (Vec<RoleState>, Vec<RoleState>) =
            roles::states(&key.0, today).into_iter().partition(|state| state.counts);
        (std::rc::Rc::new(held), std::rc::Rc::new(over))
    });
    let (held, over) = (std::rc::Rc::clone(&states.0), std::rc::Rc::clone(&states.1));
    let vacancies = use_memo(DossierKey(dossier.clone()), |key| roles::vacancies(&key.0, today));
    {
        // A person taken to a role, an actor's role, or the next vacancy.
        let (chosen, dossier, vacancies) = (chosen.clone(), dossier.clone(), vacancies.clone());
        use_effect_with((data.visit, data.place.clone()), move |(_, place)| {
            if place.step != Step::Roles {
                return;
            }
            if let Some(found) = target(&dossier, place, &vacancies) {
                chosen.set(Some(found));
            }
        });
    }
    let panel = use_node_ref();
    {
        // The board may be longer than the screen: what a choice opens under it comes into view.
        let panel = panel.clone();
        use_effect_with((*chosen).clone(), move |chosen| {
            if chosen.is_some() {
                after_render(move || {
                    if let Some(panel) = panel.cast::<web_sys::HtmlElement>() {
                        crate::ui::files::reveal(&panel);
                    }
                });
            }
        });
    }
    let onchoose = {
        let chosen = chosen.clone();
        Callback::from(move |next: Option<Chosen>| chosen.set(next))
    };
    if dossier.actors.is_empty() {
        return html! {
            <div class="empty">
                <p class="h-small">{ env.say(say::empty_title()) }</p>
                <p>{ env.say(say::no_actor()) }</p>
                <Button label={env.say(say::open_actors())}
                    onclick={env.going(Place::step(Step::Actors))} />
            </div>
        };
    }
    html! {
        <>
            <div class="keybar">
                <ul class="legend-inline">
                    <li><ConditionMark status={ConditionStatus::Met} />{ " " }{ env.say(say::met()) }</li>
                    <li><ConditionMark status={ConditionStatus::NotMet} />{ " " }{ env.say(say::not_met()) }</li>
                    <li><ConditionMark status={ConditionStatus::Unknown} />{ " " }{ env.say(say::unknown()) }</li>
                </ul>
                <Button class="btn-sm push" icon={IconName::Print} label={env.say(say::table())}
                    onclick={{
                        let env = env.clone();
                        Callback::from(move |()| env.show(Window::RoleTable(None)))
                    }} />
            </div>
            if dossier.roles.is_empty() && chosen.is_none() {
                <Teach onchoose={onchoose.clone()} />
            }
            <board::Board states={held.clone()} vacancies={vacancies.clone()} chosen={(*chosen).clone()}
                onchoose={onchoose.clone()} />
            <div ref={panel.clone()}>{ match &*chosen {
                Some(Chosen::Role(id)) => match held.iter().chain(over.iter()).find(|state| state.role == *id) {
                    Some(state) => html! {
                        <editor::Editor key={id.to_string()} state={state.clone()} onchoose={onchoose.clone()}
                            onclose={leave(&panel, &onchoose, card_id(state))}
                            onremoved={leave(&panel, &onchoose, neighbour(&held, &over, state))} />
                    },
                    None => Html::default(),
                },
                Some(Chosen::Others(id)) => match dossier.roles.find(id) {
                    Some(role) => html! {
                        <compare::Compare key={format!("others-{id}")} role={role.role} scope={role.scope.clone()}
                            beside={Some(role.actor.clone())} onchoose={onchoose.clone()}
                            onclose={Some(back(id, &onchoose))} />
                    },
                    None => Html::default(),
                },
                Some(Chosen::Vacancy(role, scope)) => html! {
                    <compare::Compare role={*role} scope={scope.clone()} beside={None::<Id>} onchoose={onchoose.clone()}
                        onclose={Some(leave(&panel, &onchoose, vacant_id(*role, scope.as_ref())))} />
                },
                Some(Chosen::New(role)) => html! { <give::Give role={*role} onchoose={onchoose.clone()} /> },
                None => Html::default(),
            } }</div>
            if !held.is_empty() { <standing::Standing states={held} onchoose={onchoose.clone()} /> }
            if !over.is_empty() { { past::past(&env, &dossier, &over, &onchoose, &panel) } }
        </>
    }
}

/// Back to the detail of a role, which takes the focus.
fn back(id: &Id, onchoose: &Callback<Option<Chosen>>) -> Callback<()> {
    let role = Chosen::Role(id.clone());
    onchoose.reform(move |()| Some(role.clone()))
}

/// The card of a role that nobody holds.
pub(super) fn vacant_id(kind: RoleKind, scope: Option<&Scope>) -> String {
    let function = scope.and_then(|scope| scope.function.as_ref()).map_or("", Id::as_str);
    format!("tdt-vacant-{}-{function}", kind.as_str())
}

/// Where the focus goes back to: the card of a role on the board, its line among the past ones.
pub(super) fn card_id(state: &RoleState) -> String {
    format!("tdt-card-{}", state.role)
}

/// Where the focus goes once a role is removed: the card that took its place in its column, the one before it, else the
/// button that gives such a role; the past roles for one of them.
fn neighbour(held: &[RoleState], over: &[RoleState], state: &RoleState) -> String {
    let give = || format!("tdt-give-{}", state.kind.as_str());
    if !state.counts {
        return if over.len() > 1 { past::PAST.to_owned() } else { give() };
    }
    let lane: Vec<&RoleState> = held.iter().filter(|one| one.kind == state.kind).collect();
    let place = lane.iter().position(|one| one.role == state.role).unwrap_or_default();
    let near = lane.get(place + 1).or_else(|| lane.get(place.checked_sub(1)?));
    near.map_or_else(give, |near| card_id(near))
}

/// Folds what is open under the board, and gives the focus to an element.
fn leave(panel: &NodeRef, onchoose: &Callback<Option<Chosen>>, to: String) -> Callback<()> {
    let (panel, onchoose) = (panel.clone(), onchoose.clone());
    Callback::from(move |()| {
        onchoose.emit(None);
        focus_id(&panel, to.clone());
    })
}

/// What a place of the step designates: a role, an actor with a role, a function or objective to be held.
fn target(dossier: &Dossier, place: &Place, vacancies: &[Vacancy]) -> Option<Chosen> {
    let Some(object) = &place.object else {
        return match place.field.as_deref() {
            Some("next") => vacancies.first().map(Chosen::of),
            Some("lead") => Some(Chosen::New(RoleKind::Lead)),
            _ => None,
        };
    };
    if dossier.roles.find(object).is_some() {
        return Some(Chosen::Role(object.clone()));
    }
    if dossier.actor(object).is_some() {
        let held = dossier.roles.iter().find(|role| role.actor == *object)?;
        return Some(Chosen::Role(held.id.clone()));
    }
    vacancies.iter().find(|vacancy| vacancy.function.as_ref() == Some(object)).map(Chosen::of)
}

#[derive(Properties, PartialEq)]
struct TeachProps {
    onchoose: Callback<Option<Chosen>>,
}

/// Two lines of example and one button.
#[component]
fn Teach(props: &TeachProps) -> Html {
    let env = use_env();
    html! {
        <div class="empty">
            <p class="h-small">{ env.say(say::empty_title()) }</p>
            <p>{ env.say(say::empty_text()) }</p>
            <div class="example">
                <dl class="pairs">
                    <div><dt>{ env.say(crate::vocabulary::role(RoleKind::Lead)) }</dt><dd>{ env.say(say::example_lead()) }</dd></div>
                    <div><dt>{ env.say(crate::vocabulary::role(RoleKind::Operator)) }</dt><dd>{ env.say(say::example_operator()) }</dd></div>
                </dl>
            </div>
            if !env.read_only {
                <Button icon={IconName::Plus} label={env.say(say::empty_lead())}
                    onclick={props.onchoose.reform(|()| Some(Chosen::New(RoleKind::Lead)))} />
            }
        </div>
    }
}
