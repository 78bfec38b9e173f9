//! Who leads, operates, funds and supports, under which conditions, and who answers for what.

mod board;
mod commitments;
mod compare;
mod conditions;
mod desk;
mod editor;
mod give;
mod letters;
mod past;
mod standing;

use yew::prelude::*;

use crate::analysis::roles::{RoleState, Vacancy};
use crate::i18n::Phrase;
use crate::i18n::texts::{responsibilities, roles as say};
use crate::model::{ConditionStatus, Dossier, Id, RoleAssignment, RoleKind, Scope};
use crate::ui::env::{Env, use_data, use_env};
use crate::ui::widgets::{Segment, Segmented};
use crate::vocabulary::Step;

/// What the lower part shows.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Chosen {
    /// A role that is held.
    Role(Id),
    /// A role that is held, beside those who could hold it.
    Others(Id),
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

/// The step: who holds which role, or who answers for which function.
#[component]
pub fn RolesStep() -> Html {
    let env = use_env();
    let data = use_data();
    let letters = use_state(|| false);
    {
        // A role, an actor or a next thing to do is among the roles; letters are asked for by their name.
        let place = &data.place;
        let asked = (place.step == Step::Roles && (place.object.is_some() || place.field.is_some()))
            .then(|| place.field.as_deref() == Some(letters::FIELD));
        let letters = letters.setter();
        use_effect_with(data.visit, move |_| {
            if let Some(asked) = asked {
                letters.set(asked);
            }
        });
    }
    let segment =
        |value: &'static str, label| Segment { value: value.into(), strong: None, label: env.say(label) };
    let segments = vec![
        segment("roles", responsibilities::view_roles()),
        segment("letters", responsibilities::view_letters()),
    ];
    let onchange = {
        let letters = letters.clone();
        Callback::from(move |code: AttrValue| letters.set(code == "letters"))
    };
    html! {
        <>
            <Segmented class="step-views" label={env.say(responsibilities::views())} {segments}
                value={if *letters { "letters" } else { "roles" }} {onchange} />
            if *letters { <letters::Letters /> } else { <desk::Desk /> }
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

/// When a role is held, in words; `None` where no date is said.
pub(in crate::ui) fn period_words(role: &RoleAssignment) -> Option<Phrase> {
    match (role.starts_on, role.ends_on) {
        (Some(start), Some(end)) => Some(say::period(start.0, end.0)),
        (Some(start), None) => Some(say::period_from(start.0)),
        (None, Some(end)) => Some(say::period_until(end.0)),
        (None, None) => None,
    }
}
