//! Who leads, operates, funds and supports, and under which conditions.

mod board;
mod compare;
mod editor;
mod standing;

use yew::prelude::*;

use crate::analysis::roles::{self, RoleState, Vacancy};
use crate::i18n::Phrase;
use crate::i18n::texts::roles as say;
use crate::model::{ConditionStatus, Dossier, Id, RoleKind, Scope};
use crate::ui::env::{Env, Place, Window, use_data, use_env};
use crate::ui::widgets::{Button, ButtonKind, ConditionMark, IconName, after_render};
use crate::vocabulary::Step;

/// What the lower part shows.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Chosen {
    /// A role that is held.
    Role(Id),
    /// A role that nobody holds: who could.
    Vacancy(RoleKind, Option<Scope>),
    /// A role to give, with its form.
    New(RoleKind),
}

impl Chosen {
    /// A vacancy, chosen.
    pub(super) fn of(vacancy: &Vacancy) -> Self {
        Self::Vacancy(vacancy.kind, vacancy_scope(vacancy))
    }
}

/// What a vacancy bears on.
pub(super) fn vacancy_scope(vacancy: &Vacancy) -> Option<Scope> {
    vacancy.function.clone().map(|function| Scope { function: Some(function), ..Scope::default() })
}

/// The step.
#[component]
pub fn RolesStep() -> Html {
    let env = use_env();
    let data = use_data();
    let chosen = use_state(|| None::<Chosen>);
    let today = env.today();
    let dossier = data.dossier.clone();
    let states = use_memo(DossierKey(dossier.clone()), |key| roles::states(&key.0, today));
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
                <Button kind={ButtonKind::Primary} label={env.say(say::open_actors())}
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
            <board::Board states={states.clone()} vacancies={vacancies.clone()} chosen={(*chosen).clone()}
                onchoose={onchoose.clone()} />
            <div ref={panel}>{ match &*chosen {
                Some(Chosen::Role(id)) => match states.iter().find(|state| state.role == *id) {
                    Some(state) => html! { <editor::Editor key={id.to_string()} state={state.clone()} onclose={onchoose.reform(|()| None)} /> },
                    None => Html::default(),
                },
                Some(Chosen::Vacancy(role, scope)) => html! {
                    <compare::Compare role={*role} scope={scope.clone()} onchoose={onchoose.clone()} />
                },
                Some(Chosen::New(role)) => html! { <editor::Give role={*role} onchoose={onchoose.clone()} /> },
                None => Html::default(),
            } }</div>
            if !states.is_empty() { <standing::Standing states={states} onchoose={onchoose} /> }
        </>
    }
}

/// Compares dossiers by address: two revisions never share one.
#[derive(Clone)]
pub(in crate::ui) struct DossierKey(pub(in crate::ui) std::rc::Rc<Dossier>);

impl PartialEq for DossierKey {
    fn eq(&self, other: &Self) -> bool {
        std::rc::Rc::ptr_eq(&self.0, &other.0)
    }
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
                <Button kind={ButtonKind::Primary} icon={IconName::Plus} label={env.say(say::empty_lead())}
                    onclick={props.onchoose.reform(|()| Some(Chosen::New(RoleKind::Lead)))} />
            }
        </div>
    }
}

/// What a role bears on, in words: `F2 · Repérer et orienter`, an objective, the whole project.
pub(in crate::ui) fn scope_words(env: &Env, dossier: &Dossier, scope: Option<&Scope>) -> AttrValue {
    let function = scope.and_then(|scope| scope.function.as_ref());
    if let Some(index) = function.and_then(|id| dossier.functions.position_of(id)) {
        let title = dossier.functions.get(index).map_or("", |function| function.title.as_str());
        return format!("F{} · {title}", index + 1).into();
    }
    if let Some(objective) =
        scope.and_then(|scope| scope.objective.as_ref()).and_then(|id| dossier.objective(id))
    {
        return env.say(say::on_objective(objective.title.as_str()));
    }
    env.say(say::whole())
}

/// The word of a status.
pub(in crate::ui) fn status_word(status: ConditionStatus) -> Phrase {
    match status {
        ConditionStatus::Met => say::met(),
        ConditionStatus::NotMet => say::not_met(),
        ConditionStatus::Unknown => say::unknown(),
    }
}

/// "4 remplies, 1 non remplie", for assistive technology beside the marks.
pub(super) fn count_words(env: &Env, state: &RoleState) -> AttrValue {
    env.say(say::conditions_summary(
        say::count_met(state.decided.met),
        say::count_not_met(state.decided.not_met),
        state.decided.unknown,
    ))
}
