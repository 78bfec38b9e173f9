//! Step 1: the problem, where, and the work it takes.

use super::{Draft, Whole, lines, text};
use crate::i18n::texts::{documents as say, project as labels};
use crate::model::Indicator;
use crate::vocabulary;

pub(super) fn chapter(whole: &Whole<'_>, draft: &mut Draft) {
    draft.part(2, whole.say(say::problem()), |draft| {
        draft.paragraph(whole.dossier.project.as_ref().map_or("", |project| project.problem.as_str()));
    });
    draft.part(2, whole.say(say::identity()), |draft| identity(whole, draft));
    draft.part(2, whole.say(say::territories()), |draft| territories(whole, draft));
    draft.part(2, whole.say(say::objectives()), |draft| objectives(whole, draft));
    draft.part(2, whole.say(say::functions()), |draft| functions(whole, draft));
    draft.part(2, whole.say(say::pathway()), |draft| {
        draft.list(whole.dossier.pathway.iter().map(|stage| whole.titled(&stage.title)).collect());
    });
    draft.part(2, whole.say(say::needs()), |draft| needs(whole, draft));
}

fn identity(whole: &Whole<'_>, draft: &mut Draft) {
    let Some(project) = &whole.dossier.project else { return };
    let carrier = project.carrier.as_ref().map(|id| whole.actor(id)).unwrap_or_default();
    let facts = [
        (labels::domain(), whole.word(project.domain, vocabulary::domain)),
        (labels::complexity(), whole.word(project.complexity, vocabulary::complexity)),
        (labels::companies(), whole.yes(project.addresses_companies)),
        (labels::carrier(), carrier),
        (crate::i18n::texts::summary::period(), whole.period(project.starts_on, project.ends_on)),
        (say::territories(), whole.territories(&project.territories)),
    ];
    draft.facts(facts.into_iter().map(|(label, words)| (whole.say(label), words)).collect());
}

fn territories(whole: &Whole<'_>, draft: &mut Draft) {
    let heads = vec![
        whole.head(say::territory(), 4),
        whole.head(say::territory_kind(), 3),
        whole.head(say::code(), 2),
        whole.head(say::parent(), 3),
    ];
    let rows = whole.dossier.territories.iter().map(|territory| {
        let code = territory.code.as_ref().map(|code| format!("{} {}", code.scheme, code.value));
        vec![
            whole.titled(&territory.name),
            whole.word(territory.kind, vocabulary::territory_kind),
            code.unwrap_or_default(),
            territory.parent.as_ref().map(|id| whole.index.territory_name(id)).unwrap_or_default(),
        ]
    });
    draft.table(whole.say(say::territories_caption()), heads, rows.collect());
}

fn objectives(whole: &Whole<'_>, draft: &mut Draft) {
    let heads = vec![
        whole.head(say::objective(), 5),
        whole.head(say::theme(), 2),
        whole.figures(labels::weight(), 1),
        whole.head(say::indicators(), 4),
    ];
    let rows = whole.dossier.objectives.iter().map(|objective| {
        vec![
            whole.titled(&objective.title),
            whole.say(whole.words.theme(&objective.theme)),
            objective.weight.as_ref().map(|weight| whole.number(weight.get())).unwrap_or_default(),
            lines(objective.indicators.iter().map(|indicator| self::indicator(whole, indicator))),
        ]
    });
    draft.table(whole.say(say::objectives_caption()), heads, rows.collect());
}

fn indicator(whole: &Whole<'_>, indicator: &Indicator) -> String {
    let title = text::line(&indicator.title);
    let Some(target) = &indicator.target else { return title };
    let unit = text::line(&whole.say(whole.words.unit(&indicator.unit)));
    let target = format!("{}\u{a0}{unit}", whole.number(target.get()));
    whole.say(say::indicator(whole.titled(&title), target.trim_end()))
}

fn functions(whole: &Whole<'_>, draft: &mut Draft) {
    let heads = vec![
        whole.head(say::function(), 4),
        whole.head(say::serves(), 4),
        whole.head(say::held_in(), 3),
        whole.head(say::skills(), 3),
        whole.head(labels::public(), 2),
        whole.head(labels::phase(), 2),
    ];
    let rows = whole.dossier.functions.iter().map(|function| {
        vec![
            whole.titled(&function.title),
            whole.objectives(&function.objectives),
            whole.territories(&function.territories),
            whole.joined(function.skills.iter().map(|skill| text::line(skill))),
            function.public.clone(),
            whole.say(whole.words.phase(&function.phase)),
        ]
    });
    draft.table(whole.say(say::functions_caption()), heads, rows.collect());
}

fn needs(whole: &Whole<'_>, draft: &mut Draft) {
    let heads = vec![
        whole.head(say::need(), 4),
        whole.head(say::theme(), 2),
        whole.head(say::territories(), 3),
        whole.head(say::stages(), 3),
        whole.head(say::lifted_by(), 4),
    ];
    let rows = whole.dossier.needs.iter().map(|need| {
        let stages = need.stages.iter().filter_map(|id| whole.dossier.pathway.find(id));
        vec![
            whole.titled(&need.title),
            whole.say(whole.words.theme(&need.theme)),
            whole.territories(&need.territories),
            whole.joined(stages.map(|stage| text::line(&stage.title))),
            whole.actors(&need.lifted_by),
        ]
    });
    draft.table(whole.say(say::needs_caption()), heads, rows.collect());
}
