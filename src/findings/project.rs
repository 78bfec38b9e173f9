//! V28, V29: needs that nobody lifts, and the basin where there is least to lift them.

use super::{Finding, Place, Severity, actors_of, territory_names};
use crate::analysis::Index;
use crate::i18n::Arg;
use crate::i18n::texts::findings as say;
use crate::model::{Actor, Id, Need, Territory, TerritoryKind};
use crate::vocabulary::Step;

pub(super) fn findings(index: &Index<'_>) -> Vec<Finding> {
    if index.dossier.actors.is_empty() {
        return Vec::new();
    }
    let mut findings: Vec<Finding> =
        index.dossier.needs.iter().filter_map(|need| nobody_lifts(index, need)).collect();
    findings.extend(poor_basins(index));
    findings
}

/// V28.
fn nobody_lifts(index: &Index<'_>, need: &Need) -> Option<Finding> {
    if need.lifted_by.iter().any(|actor| index.actor(actor).is_some()) {
        return None;
    }
    let said = |words: Vec<String>| -> Arg {
        if words.is_empty() { say::v06_not_said().into() } else { words.into() }
    };
    let stages = need.stages.iter().filter_map(|id| index.dossier.pathway.find(id));
    let stages: Vec<String> = stages.map(|stage| stage.title.clone()).collect();
    let territories = territory_names(index, need.territories.iter());
    Some(Finding {
        code: "V28",
        severity: Severity::Warning,
        step: Step::Project,
        objects: vec![need.id.clone()],
        title: say::v28(need.title.as_str()),
        reason: say::v28_reason(actors_of(index), said(stages), said(territories)),
        todo: say::v28_todo(),
        source: "S0",
        place: Place::at(Step::Project, &need.id, "liftedBy"),
        set_aside: None,
    })
}

/// A basin, its needs and its resources.
struct Basin<'a> {
    territory: &'a Territory,
    needs: usize,
    resources: usize,
}

/// V29. A basin is a territory of that kind. Its needs are those there, above or inside. Its resources are the actors
/// that lift one of them, or that are competent there and bring something: a function they could hold, a contribution.
/// Fewer than the others: none has fewer, and those that have as few are at most half of the basins.
fn poor_basins(index: &Index<'_>) -> Vec<Finding> {
    let there = |ids: &[Id], basin: &Id| ids.iter().any(|id| index.territories.meet(id, basin));
    let brings = |actor: &Actor| !actor.capabilities.is_empty() || !actor.contributions.is_empty();
    let territories = index.dossier.territories.iter().map(std::rc::Rc::as_ref);
    let basins: Vec<Basin<'_>> = territories
        .filter(|territory| territory.kind == Some(TerritoryKind::Bassin))
        .map(|territory| {
            let needs = index.dossier.needs.iter().filter(|need| there(&need.territories, &territory.id));
            let needs: Vec<&Need> = needs.map(std::rc::Rc::as_ref).collect();
            let resource = |actor: &&std::rc::Rc<Actor>| {
                needs.iter().any(|need| need.lifted_by.contains(&actor.id))
                    || (brings(actor) && there(&actor.territories, &territory.id))
            };
            let resources = index.dossier.actors.iter().filter(resource).count();
            Basin { territory, needs: needs.len(), resources }
        })
        .collect();
    let Some(fewest) = basins.iter().map(|basin| basin.resources).min() else { return Vec::new() };
    let others = basins.iter().map(|basin| basin.resources).filter(|resources| *resources > fewest);
    let Some(least) = others.clone().min().filter(|_| others.count() * 2 >= basins.len()) else {
        return Vec::new();
    };
    let poor = basins.iter().filter(|basin| basin.needs > 0 && basin.resources == fewest);
    poor.map(|basin| Finding {
        code: "V29",
        severity: Severity::Advice,
        step: Step::Project,
        objects: vec![basin.territory.id.clone()],
        title: say::v29(basin.territory.name.as_str()),
        reason: say::v29_reason(basin.needs, say::actors(basin.resources), least),
        todo: say::v29_todo(),
        source: "S0",
        place: Place::object(Step::Project, &basin.territory.id),
        set_aside: None,
    })
    .collect()
}
