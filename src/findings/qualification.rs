//! V10: an influential actor against the project, left alone.

use std::collections::HashSet;

use super::{Finding, Place, Severity};
use crate::analysis::network::INFLUENTIAL;
use crate::analysis::{Index, readings};
use crate::i18n::texts::findings as say;
use crate::model::{ActionStatus, Actor, AgreementStatus, Criterion, Id};
use crate::vocabulary::{self, Step};

/// V10. Influential: in the upper half of the scale, as on the map. Opposed or reserved: a stance below 0. Planned: a
/// target above its present mobilisation, a wave, a role, a line in the responsibilities, a seat, a meeting to come, an
/// action that is not over or an agreement that has not ended.
pub(super) fn findings(index: &Index<'_>) -> Vec<Finding> {
    let actors = index.dossier.actors.iter().map(std::rc::Rc::as_ref);
    let against: Vec<(&Actor, i8, i8)> = actors
        .filter_map(|actor| {
            let stance = readings::used(actor, Criterion::Stance).filter(|stance| *stance < 0)?;
            let influence = readings::used(actor, Criterion::Influence)?;
            (influence >= INFLUENTIAL).then_some((actor, influence, stance))
        })
        .collect();
    if against.is_empty() {
        return Vec::new();
    }
    let engaged = engaged(index);
    let alone = against.into_iter().filter(|(actor, ..)| !planned(actor) && !engaged.contains(&actor.id));
    alone
        .map(|(actor, influence, stance)| Finding {
            code: "V10",
            severity: Severity::Warning,
            step: Step::Qualification,
            objects: vec![actor.id.clone()],
            title: if stance < -1 { say::v10_opposed(&*actor.name) } else { say::v10_reserved(&*actor.name) },
            reason: say::v10_reason(
                i64::from(influence),
                vocabulary::value(Criterion::Influence, Some(influence)),
                vocabulary::value(Criterion::Stance, Some(stance)),
            ),
            todo: say::v10_todo(),
            source: "S1",
            place: Place::at(Step::Actors, &actor.id, "targetMobilisation"),
            set_aside: None,
        })
        .collect()
}

/// Whether its own sheet plans something.
fn planned(actor: &Actor) -> bool {
    let present = readings::used(actor, Criterion::Mobilisation);
    actor.wave.is_some() || actor.target_mobilisation.is_some_and(|target| Some(target.get()) > present)
}

/// The actors that something in the dossier engages, today or later.
fn engaged<'a>(index: &Index<'a>) -> HashSet<&'a Id> {
    let dossier = index.dossier;
    let mut engaged: HashSet<&Id> = index.roles().map(|role| &role.actor).collect();
    engaged.extend(dossier.responsibilities.iter().map(|line| &line.actor));
    engaged.extend(dossier.bodies.iter().flat_map(|body| &body.seats).filter_map(|seat| seat.actor.as_ref()));
    let to_come = dossier.meetings.iter().filter(|meeting| meeting.on >= Some(index.today));
    engaged.extend(to_come.flat_map(|meeting| &meeting.attendees));
    let over = |status| matches!(status, Some(ActionStatus::Done | ActionStatus::Dropped));
    engaged.extend(
        dossier.actions.iter().filter(|action| !over(action.status)).flat_map(|action| &action.responsible),
    );
    let alive =
        dossier.agreements.iter().filter(|agreement| agreement.status != Some(AgreementStatus::Ended));
    engaged.extend(alive.flat_map(|agreement| &agreement.parties));
    engaged
}
