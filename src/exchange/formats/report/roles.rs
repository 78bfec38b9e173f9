//! Step 6: who does what, under which conditions, and who answers for what.

use std::collections::HashMap;

use super::{Draft, Whole, lines, text};
use crate::analysis::roles::{self, RoleState};
use crate::i18n::texts::documents as say;
use crate::model::{Id, Letter, RoleAssignment, RoleKind};
use crate::vocabulary;

pub(super) fn chapter(whole: &Whole<'_>, draft: &mut Draft) {
    let held: Vec<(&RoleAssignment, RoleState)> =
        whole.dossier.roles.iter().map(|role| (role.as_ref(), roles::state(whole.index, role))).collect();
    for kind in RoleKind::ALL {
        let title = whole.say(vocabulary::role_plural(*kind));
        draft.part(2, &title, |draft| {
            let current: Vec<_> =
                held.iter().filter(|(role, state)| role.role == *kind && state.counts).collect();
            if !current.is_empty() {
                draft.paragraph(whole.say(vocabulary::role_does(*kind)));
            }
            let rows = current.into_iter().map(|(role, state)| row(whole, role, state)).collect();
            draft.table(whole.say(say::roles_caption(&*title)), heads(whole), rows);
        });
    }
    draft.part(2, whole.say(say::vacancies()), |draft| {
        let vacancies = roles::vacancies_of(whole.index).into_iter();
        let words = vacancies.map(|vacancy| match &vacancy.function {
            Some(function) => whole.say(say::vacancy_operator(whole.function(function))),
            None => whole.say(say::vacancy_lead()),
        });
        draft.list(words.collect());
    });
    draft.part(2, whole.say(say::commitments()), |draft| {
        let heads = vec![
            whole.head(say::actor(), 3),
            whole.head(say::role(), 2),
            whole.head(say::commitment(), 6),
            whole.figures(say::on(), 2),
        ];
        let current = held.iter().filter(|(_, state)| state.counts);
        let taken = current.flat_map(|(role, _)| role.commitments.iter().map(move |one| (role, one)));
        let rows = taken.map(|(role, one)| {
            let kind = whole.say(vocabulary::role(role.role));
            vec![whole.actor(&role.actor), kind, one.text.clone(), whole.day(one.on)]
        });
        draft.table(whole.say(say::commitments_caption()), heads, rows.collect());
    });
    draft.part(2, whole.say(say::responsibilities()), |draft| responsibilities(whole, draft));
    draft.part(2, whole.say(say::ended_roles()), |draft| {
        let heads = vec![
            whole.head(say::actor(), 3),
            whole.head(say::role(), 2),
            whole.head(say::scope(), 3),
            whole.head(say::period(), 3),
        ];
        let ended = held.iter().filter(|(_, state)| !state.counts).map(|(role, _)| {
            vec![
                whole.actor(&role.actor),
                whole.say(vocabulary::role(role.role)),
                whole.scope(role.scope.as_ref()),
                whole.period(role.starts_on, role.ends_on),
            ]
        });
        draft.table(whole.say(say::ended_roles()), heads, ended.collect());
    });
}

fn heads(whole: &Whole<'_>) -> Vec<super::Head> {
    vec![
        whole.head(say::actor(), 3),
        whole.head(say::scope(), 3),
        whole.head(say::period(), 3),
        whole.head(say::does(), 4),
        whole.head(say::conditions(), 6),
    ]
}

fn row(whole: &Whole<'_>, role: &RoleAssignment, state: &RoleState) -> Vec<String> {
    let conditions = state.conditions.iter().map(|condition| {
        let (label, status) = (condition.code.printed(), vocabulary::condition_status(condition.status()));
        if text::is_blank(&condition.evidence) {
            whole.say(say::condition_of(label, status))
        } else {
            whole.say(say::condition_because(label, status, text::line(&condition.evidence)))
        }
    });
    vec![
        whole.actor(&role.actor),
        whole.scope(role.scope.as_ref()),
        whole.period(role.starts_on, role.ends_on),
        role.does.clone(),
        lines(conditions),
    ]
}

fn responsibilities(whole: &Whole<'_>, draft: &mut Draft) {
    let mut named: HashMap<(&Id, Letter), Vec<String>> = HashMap::new();
    for line in &whole.dossier.responsibilities {
        named.entry((&line.function, line.letter)).or_default().push(whole.actor(&line.actor));
    }
    let mut heads = vec![whole.head(say::function(), 3)];
    heads.extend(Letter::ALL.iter().map(|letter| whole.head(vocabulary::letter(*letter), 3)));
    let rows = whole.dossier.functions.iter().filter_map(|function| {
        let mut cell =
            |letter: &Letter| lines(named.remove(&(&function.id, *letter)).unwrap_or_default().into_iter());
        let cells: Vec<String> = Letter::ALL.iter().map(&mut cell).collect();
        let said = cells.iter().any(|cell| !cell.is_empty());
        said.then(|| [vec![whole.titled(&function.title)], cells].concat())
    });
    draft.table(whole.say(say::responsibilities_caption()), heads, rows.collect());
}
