//! Points of vigilance: what the rules of the method notice in a dossier (method §6), one file a step.
//!
//! A finding appears once the dossier holds something for it to bear on: the rules about actors and roles wait for a
//! first actor, those about objectives, functions and waves for one of these. A blank dossier therefore has none.
//! Roles that have ended do not count; those to come do.
//!
//! Severities. Blocking: the partnership cannot stand so (V01 without any lead, V15 where one decides without the
//! others). Warning: to be treated before going on. Advice: worth a look (V02 where conditions are only unknown, V07
//! where the actor covers the other territories, V12 where no function is lost, V13, V20, V29, and what depends on
//! something that is not said).

mod actors;
mod circles;
mod coherence;
mod governance;
mod project;
mod qualification;
mod report;
mod roles;

use crate::analysis::{Index, coverage};
use crate::i18n::Phrase;
use crate::i18n::texts::findings as say;
use crate::model::{Date, Dossier, Id, Scope, SetAside};
use crate::vocabulary::Step;

pub use crate::analysis::Place;
pub use crate::vocabulary::Severity;
pub use report::{Analysis, PARTS, analyze, analyze_only};

/// Something a rule noticed.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Stable code, `V01` to `V32`.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// The step it belongs to.
    pub step: Step,
    /// The objects concerned: ids of the dossier, or words of a closed list (V03: the families that miss). With the
    /// code, they tell one finding from another.
    pub objects: Vec<Id>,
    /// What was noticed, without full stop.
    pub title: Phrase,
    /// Why, with the figures.
    pub reason: Phrase,
    /// What to do, in a few words.
    pub todo: Phrase,
    /// Where the rule comes from, `S0` to `S4`; several with commas.
    pub source: &'static str,
    /// Where to do it.
    pub place: Place,
    /// Who set it aside and why; `None` while it is open.
    pub set_aside: Option<SetAside>,
}

/// Everything the rules notice on a day, by code, then in the order of the dossier.
pub fn all(dossier: &Dossier, today: Date) -> Vec<Finding> {
    let index = Index::of(dossier, today);
    of(&index, &coverage::of(&index))
}

/// Everything the rules notice in an index.
pub fn of(index: &Index<'_>, coverage: &coverage::Coverage) -> Vec<Finding> {
    let mut findings = [
        roles::findings(index, coverage),
        actors::findings(index, coverage),
        coherence::findings(index),
        circles::findings(index, coverage),
        qualification::findings(index),
        project::findings(index),
        governance::findings(index),
    ]
    .concat();
    crate::model::order::by_key(&mut findings, |finding| finding.code);
    for finding in &mut findings {
        finding.set_aside = set_aside(index.dossier, finding).cloned();
    }
    findings
}

/// The latest record that sets a finding aside: same code, same objects whatever their order.
fn set_aside<'a>(dossier: &'a Dossier, finding: &Finding) -> Option<&'a SetAside> {
    let same = |kept: &SetAside| {
        kept.finding == finding.code
            && kept.objects.iter().all(|object| finding.objects.contains(object))
            && finding.objects.iter().all(|object| kept.objects.contains(object))
    };
    dossier.set_aside.iter().rev().map(std::rc::Rc::as_ref).find(|kept| same(kept))
}

/// "12 acteurs".
fn actors_of(index: &Index<'_>) -> Phrase {
    say::actors(index.dossier.actors.len())
}

/// What a role bears on, in words.
fn scope_words(index: &Index<'_>, scope: Option<&Scope>) -> Phrase {
    let function = scope.and_then(|scope| scope.function.as_ref());
    let objective = scope.and_then(|scope| scope.objective.as_ref());
    let title = match (function, objective) {
        (Some(id), _) => index.function(id).map(|function| function.title.clone()),
        (None, Some(id)) => index.dossier.objective(id).map(|objective| objective.title.clone()),
        (None, None) => return say::on_project(),
    };
    title.map_or_else(say::gone, say::on_named)
}

/// The names of territories.
fn territory_names<'a>(index: &Index<'_>, ids: impl Iterator<Item = &'a Id>) -> Vec<String> {
    ids.map(|id| index.dossier.territory(id).map_or_else(|| id.to_string(), |found| found.name.clone()))
        .collect()
}
