//! Steps 2 and 3: who is there, and where each stands.

use std::collections::HashMap;

use super::{Draft, Whole, lines, pictures, text};
use crate::analysis::readings;
use crate::i18n::texts::documents as say;
use crate::model::{Actor, ActorKind, Bounded, Contribution, Criterion, Id, TieLevel};
use crate::vocabulary;

pub(super) fn chapter(whole: &Whole<'_>, draft: &mut Draft) {
    for kind in ActorKind::ALL.iter().map(|kind| Some(*kind)).chain([None]) {
        let family = match kind {
            Some(kind) => whole.say(vocabulary::kind(kind)),
            None => whole.say(say::no_family()),
        };
        draft.part(2, &family, |draft| of_family(whole, draft, kind, &family));
    }
    draft.part(2, whole.say(say::contacts()), |draft| contacts(whole, draft));
    draft.part(2, whole.say(say::contributions()), |draft| contributions(whole, draft));
    draft.part(2, whole.say(say::interests()), |draft| {
        let heads = vec![whole.head(say::actor(), 3), whole.head(say::interests(), 7)];
        let interested = whole.dossier.actors.iter().filter(|actor| !text::is_blank(&actor.interests));
        let rows = interested.map(|actor| vec![whole.name_of(actor), actor.interests.clone()]).collect();
        draft.table(whole.say(say::interests_caption()), heads, rows);
    });
    draft.part(2, whole.say(say::ties()), |draft| ties(whole, draft));
    draft.part(2, whole.say(say::other_projects()), |draft| other_projects(whole, draft));
}

fn of_family(whole: &Whole<'_>, draft: &mut Draft, kind: Option<ActorKind>, family: &str) {
    let heads = vec![
        whole.head(say::actor(), 4),
        whole.head(say::nature(), 3),
        whole.head(say::remit(), 3),
        whole.head(say::able(), 4),
        whole.head(say::identifiers(), 3),
        whole.head(say::tags(), 2),
    ];
    let rows = whole.dossier.actors.iter().filter(|actor| actor.kind == kind).map(|actor| {
        let subkind = match actor.subkind.as_str() {
            "" => String::new(),
            code => whole.say(whole.words.subkind(actor.kind, code)),
        };
        let identifiers = actor.identifiers.iter();
        vec![
            whole.name_of(actor),
            subkind,
            whole.territories(&actor.territories),
            lines(actor.capabilities.iter().map(|id| whole.function(id))),
            lines(identifiers.map(|one| text::line(&format!("{}\u{a0}{}", one.scheme, one.value)))),
            whole.joined(actor.tags.iter().map(|tag| text::line(tag))),
        ]
    });
    draft.table(whole.say(say::actors_caption(family)), heads, rows.collect());
}

fn contacts(whole: &Whole<'_>, draft: &mut Draft) {
    let heads = vec![
        whole.head(say::actor(), 3),
        whole.head(say::contact(), 3),
        whole.head(say::position(), 3),
        whole.head(say::reach(), 4),
        whole.head(say::decides(), 2),
    ];
    let mut rows = Vec::new();
    for actor in &whole.dossier.actors {
        for contact in &actor.contacts {
            let steps = contact.validation_steps.filter(|steps| *steps > 0);
            let decides = [
                whole.yes(contact.can_decide),
                whole.word(steps, |steps| say::validations(i64::from(steps))),
            ];
            rows.push(vec![
                whole.name_of(actor),
                text::line(&contact.name),
                text::line(&contact.position),
                lines([&contact.email, &contact.phone].into_iter().map(|words| text::line(words))),
                decides.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(", "),
            ]);
        }
    }
    draft.table(whole.say(say::contacts_caption()), heads, rows);
}

fn contributions(whole: &Whole<'_>, draft: &mut Draft) {
    let heads = vec![
        whole.head(say::actor(), 4),
        whole.head(say::contribution(), 4),
        whole.head(say::contribution_kind(), 2),
        whole.figures(say::amount(), 2),
        whole.head(say::status(), 2),
    ];
    let given = whole
        .dossier
        .actors
        .iter()
        .flat_map(|actor| actor.contributions.iter().map(move |contribution| (actor, contribution)));
    let rows = given.map(|(actor, contribution)| {
        vec![
            whole.name_of(actor),
            whole.titled(&contribution.title),
            whole.word(contribution.kind, vocabulary::contribution_kind),
            amount(whole, contribution),
            whole.word(contribution.status, vocabulary::contribution_status),
        ]
    });
    draft.table(whole.say(say::contributions_caption()), heads, rows.collect());
}

fn amount(whole: &Whole<'_>, contribution: &Contribution) -> String {
    let quantity = contribution.quantity.as_ref().and_then(|quantity| {
        let unit = text::line(&whole.say(whole.words.unit(&quantity.unit)));
        Some(format!("{}\u{a0}{unit}", whole.number(quantity.value.as_ref()?.get())).trim_end().to_owned())
    });
    lines([whole.money(contribution.money.as_ref()), quantity.unwrap_or_default()].into_iter())
}

/// Each actor with those it works with: a tie is read from both its ends, a one-way tie from where it starts.
fn ties(whole: &Whole<'_>, draft: &mut Draft) {
    let mut said: HashMap<&Id, [Vec<String>; 2]> = HashMap::new();
    for tie in whole.dossier.ties.iter().filter(|tie| tie.from != tie.to) {
        let level = || vocabulary::tie_level(tie.level);
        let one_way = tie.directed == Some(true);
        let ends = [(&tie.from, &tie.to), (&tie.to, &tie.from)];
        for (from, to) in ends.into_iter().take(if one_way { 1 } else { 2 }) {
            let name = whole.actor(to);
            let [works, conflicts] = said.entry(from).or_default();
            match (tie.level == TieLevel::Conflict, one_way) {
                (true, _) => conflicts.push(name),
                (false, true) => works.push(whole.say(say::tie_to(name, level()))),
                (false, false) => works.push(whole.say(say::tie_of(name, level()))),
            }
        }
    }
    let heads = vec![
        whole.head(say::actor(), 3),
        whole.head(say::works_with(), 6),
        whole.head(say::conflict_with(), 3),
    ];
    let rows = whole.dossier.actors.iter().filter_map(|actor| {
        let [works, conflicts] = said.remove(&actor.id)?;
        Some(vec![whole.name_of(actor), lines(works.into_iter()), lines(conflicts.into_iter())])
    });
    draft.blocks.extend(pictures::network(whole));
    draft.table(whole.say(say::ties_caption()), heads, rows.collect());
}

fn other_projects(whole: &Whole<'_>, draft: &mut Draft) {
    let heads = vec![
        whole.head(say::other_project(), 4),
        whole.head(say::carriers(), 3),
        whole.head(say::shared_objectives(), 3),
        whole.head(say::note(), 4),
    ];
    let rows = whole.dossier.other_projects.iter().map(|project| {
        vec![
            whole.titled(&project.title),
            whole.actors(&project.carriers),
            whole.objectives(&project.objectives),
            project.note.clone(),
        ]
    });
    draft.table(whole.say(say::other_projects_caption()), heads, rows.collect());
}

pub(super) fn qualification(whole: &Whole<'_>, draft: &mut Draft) {
    let qualified = |actor: &&Actor| !actor.readings.is_empty() || actor.target_mobilisation.is_some();
    let actors = whole.dossier.actors.iter().map(std::rc::Rc::as_ref).filter(qualified);
    let mut heads = vec![whole.head(say::actor(), 4)];
    heads.extend(Criterion::ALL.iter().map(|criterion| whole.head(vocabulary::criterion(*criterion), 2)));
    heads.push(whole.head(say::targets(), 2));
    let rows: Vec<Vec<String>> = actors
        .map(|actor| {
            let value = |criterion: &Criterion| level(whole, *criterion, readings::used(actor, *criterion));
            let mut row = vec![whole.name_of(actor)];
            row.extend(Criterion::ALL.iter().map(value));
            row.push(level(whole, Criterion::Mobilisation, actor.target_mobilisation.map(Bounded::get)));
            row
        })
        .collect();
    if !rows.is_empty() {
        draft.paragraph(whole.say(say::scales_note()));
    }
    draft.blocks.extend(pictures::map(whole));
    draft.table(whole.say(say::qualification_caption()), heads, rows);
    draft.part(2, whole.say(say::notes()), |draft| notes(whole, draft));
}

/// A value with its word; signed on the scale that has two sides.
fn level(whole: &Whole<'_>, criterion: Criterion, value: Option<i8>) -> String {
    let figure = |value: i8| match criterion {
        Criterion::Stance => whole.texts.formatter().signed(i64::from(value)),
        _ => value.to_string(),
    };
    whole.word(value, |said| say::value_of(figure(said), vocabulary::value(criterion, Some(said))))
}

fn notes(whole: &Whole<'_>, draft: &mut Draft) {
    let heads = vec![
        whole.head(say::actor(), 3),
        whole.head(say::criterion(), 2),
        whole.head(say::note(), 5),
        whole.head(say::by(), 2),
        whole.head(say::on(), 2),
    ];
    let noted = whole.dossier.actors.iter().flat_map(|actor| {
        let readings = actor.readings.iter().filter(|reading| !text::is_blank(&reading.note));
        readings.map(move |reading| (actor, reading))
    });
    let rows = noted.map(|(actor, reading)| {
        vec![
            whole.name_of(actor),
            whole.say(vocabulary::criterion(reading.criterion)),
            reading.note.clone(),
            text::line(&reading.by),
            whole.day(reading.on),
        ]
    });
    draft.table(whole.say(say::notes_caption()), heads, rows.collect());
}
