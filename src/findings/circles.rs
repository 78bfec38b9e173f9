//! V09, V12, V13: who is in the first group, who is missing from it, and what widens it.

use super::{Finding, Place, Severity};
use crate::analysis::coverage::Coverage;
use crate::analysis::first_group::{Chosen, Reach, chosen};
use crate::analysis::network::{Lever, Levers, Missing, missing};
use crate::analysis::readings::UPPER_HALF;
use crate::analysis::{Index, without};
use crate::i18n::texts::findings as say;
use crate::i18n::{Arg, Phrase};
use crate::model::{Actor, ActorKind, Id};
use crate::vocabulary::Step;

pub(super) fn findings(index: &Index<'_>, coverage: &Coverage) -> Vec<Finding> {
    let mut findings = Vec::new();
    // V09 and V13 wait for the first wave to hold an actor.
    if let Some(group) = chosen(index) {
        findings.extend(no_company(index, &group));
        findings.extend(all_or_nothing(index, &group));
    }
    let missing = missing(index, &Reach::of(index, coverage));
    if !missing.is_empty() {
        let levers = Levers::of(index);
        findings.extend(missing.iter().map(|missing| absent(index, coverage, &levers, missing)));
    }
    findings
}

/// The first group in words: the title of its wave, and who leads beside it.
fn named(group: &Chosen<'_>) -> Phrase {
    let title: Arg = if group.wave.title.is_empty() {
        say::v13_unnamed().into()
    } else {
        group.wave.title.as_str().into()
    };
    if group.with_lead { say::v13_and_lead(title) } else { say::v13_wave(title) }
}

/// A company, one of its networks (clubs, branches, OPCO are of the same family) or an employers' organisation.
fn speaks_for_companies(actor: &Actor) -> bool {
    actor.kind == Some(ActorKind::Business)
        || (actor.kind == Some(ActorKind::SocialPartner) && actor.subkind == "organisationPatronale")
}

/// V09. The first group is the first wave and who leads, as for V13.
fn no_company(index: &Index<'_>, group: &Chosen<'_>) -> Option<Finding> {
    let addressed = index.dossier.project.as_ref().and_then(|project| project.addresses_companies);
    if addressed != Some(true) || group.actors.iter().any(|actor| speaks_for_companies(actor)) {
        return None;
    }
    let all = index.dossier.actors.iter().map(std::rc::Rc::as_ref);
    let known: Vec<&str> =
        all.filter(|actor| speaks_for_companies(actor)).map(|actor| actor.name.as_str()).collect();
    let (reason, todo) = if known.is_empty() {
        (say::v09_none_reason(group.actors.len(), named(group)), say::v09_none_todo())
    } else {
        let reason = say::v09_later_reason(group.actors.len(), named(group), known);
        (reason, say::v09_later_todo())
    };
    Some(Finding {
        code: "V09",
        severity: Severity::Warning,
        step: Step::Circles,
        objects: vec![group.wave.id.clone()],
        title: say::v09(),
        reason,
        todo,
        source: "S1",
        place: Place::object(Step::Circles, &group.wave.id),
        set_aside: None,
    })
}

/// V12: why it matters, what holds without it, who can bring it in. A warning where a function is lost without it.
fn absent(index: &Index<'_>, coverage: &Coverage, levers: &Levers<'_>, missing: &Missing) -> Finding {
    let mut why: Vec<Phrase> = missing
        .influence
        .filter(|influence| *influence >= UPPER_HALF)
        .map(|influence| say::v12_influence(i64::from(influence)))
        .into_iter()
        .collect();
    if !missing.only_able.is_empty() {
        let mut lost: Vec<&Id> = missing
            .only_able
            .iter()
            .filter_map(|pair| coverage.pairs.get(*pair))
            .map(|pair| &pair.function)
            .collect();
        lost.dedup();
        let titles = lost.iter().filter_map(|id| index.function(id));
        why.push(say::v12_alone(
            titles.map(|function| say::on_named(function.title.as_str())).collect::<Vec<_>>(),
        ));
    }
    let figures = without::covered(coverage, Some(&missing.actor));
    let holds = match figures.functions {
        0 => say::v12_no_function(),
        total => say::v12_holds(figures.held, total),
    };
    let (lever, todo) = match levers.to(&missing.actor) {
        Lever::Path(path, strength) => {
            let names: Vec<String> = path.iter().map(|actor| index.name(actor)).collect();
            let todo = say::v12_todo(names.first().map_or("", String::as_str));
            (say::v12_lever(names.join(" → "), i64::from(strength)), todo)
        }
        Lever::NobodyMobilised => (say::v12_nobody(), say::v12_mobilise_todo()),
        Lever::NoInfluence => (say::v12_no_lever(), say::v12_search_todo()),
    };
    Finding {
        code: "V12",
        severity: if missing.only_able.is_empty() { Severity::Advice } else { Severity::Warning },
        step: Step::Circles,
        objects: vec![missing.actor.clone()],
        title: say::v12(index.name(&missing.actor)),
        reason: say::v12_reason(why, holds, lever),
        todo,
        source: "S1",
        place: Place::at(Step::Circles, &missing.actor, "without"),
        set_aside: None,
    }
}

/// V13. Waits for two actors.
fn all_or_nothing(index: &Index<'_>, group: &Chosen<'_>) -> Option<Finding> {
    let (inside, total) = (group.actors.len(), index.dossier.actors.len());
    let wave = named(group);
    let (title, reason, todo) = match (inside, group.later) {
        _ if total < 2 => return None,
        (inside, _) if inside == total => {
            (say::v13_everybody(), say::v13_everybody_reason(inside, wave), say::v13_everybody_todo())
        }
        (_, 0) => (say::v13_nothing(), say::v13_nothing_reason(inside, total, wave), say::v13_nothing_todo()),
        _ => return None,
    };
    Some(Finding {
        code: "V13",
        severity: Severity::Advice,
        step: Step::Circles,
        objects: vec![group.wave.id.clone()],
        title,
        reason,
        todo,
        source: "S1",
        place: Place::object(Step::Circles, &group.wave.id),
        set_aside: None,
    })
}
