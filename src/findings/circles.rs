//! V13: a first group that is everybody, or that nothing widens.

use super::{Finding, Place, Severity};
use crate::analysis::Index;
use crate::i18n::Arg;
use crate::i18n::texts::findings as say;
use crate::model::{Id, Wave};
use crate::vocabulary::Step;

/// V13. The first group is the first wave: the earliest where every wave has a date, else the first of the file.
/// Waits for two actors, and for the first wave to hold one.
pub(super) fn findings(index: &Index<'_>) -> Vec<Finding> {
    let dossier = index.dossier;
    let mut waves: Vec<&Wave> = dossier.waves.iter().map(std::rc::Rc::as_ref).collect();
    if waves.iter().all(|wave| wave.starts_on.is_some()) {
        crate::model::order::by_key(&mut waves, |wave| wave.starts_on);
    }
    let Some((first, later)) = waves.split_first() else { return Vec::new() };
    let within = |ids: &[&Id]| {
        dossier
            .actors
            .iter()
            .filter(|actor| actor.wave.as_ref().is_some_and(|wave| ids.contains(&wave)))
            .count()
    };
    let group = within(&[&first.id]);
    let followers = within(&later.iter().map(|wave| &wave.id).collect::<Vec<_>>());
    let total = dossier.actors.len();
    let wave: Arg =
        if first.title.is_empty() { say::v13_unnamed().into() } else { first.title.as_str().into() };
    let (title, reason, todo) = match (group, followers) {
        _ if group == 0 || total < 2 => return Vec::new(),
        (group, _) if group == total => {
            (say::v13_everybody(), say::v13_everybody_reason(group, wave), say::v13_everybody_todo())
        }
        (_, 0) => (say::v13_nothing(), say::v13_nothing_reason(group, total, wave), say::v13_nothing_todo()),
        _ => return Vec::new(),
    };
    vec![Finding {
        code: "V13",
        severity: Severity::Advice,
        step: Step::Circles,
        objects: vec![first.id.clone()],
        title,
        reason,
        todo,
        source: "S1",
        place: Place::field(Step::Actors, "wave"),
        set_aside: None,
    }]
}
