//! Step 9: reviews, meetings, answers and what was tried to improve.

use super::{Draft, Whole, lines, text};
use crate::i18n::texts::documents as say;

pub(super) fn chapter(whole: &Whole<'_>, draft: &mut Draft) {
    draft.part(2, whole.say(say::reviews()), |draft| reviews(whole, draft));
    draft.part(2, whole.say(say::meetings()), |draft| meetings(whole, draft));
    draft.part(2, whole.say(say::answers()), |draft| answers(whole, draft));
    draft.part(2, whole.say(say::sheets()), |draft| sheets(whole, draft));
    draft.part(2, whole.say(say::improvements()), |draft| improvements(whole, draft));
}

fn reviews(whole: &Whole<'_>, draft: &mut Draft) {
    let heads = vec![
        whole.head(say::review(), 3),
        whole.figures(say::planned_on(), 2),
        whole.figures(say::held_on(), 2),
        whole.head(say::agreement(), 3),
        whole.head(say::watches(), 2),
        whole.head(say::people(), 3),
        whole.head(say::notes(), 4),
    ];
    let rows = whole.dossier.reviews.iter().map(|review| {
        let agreement = review.agreement.as_ref().and_then(|id| whole.dossier.agreements.find(id));
        vec![
            whole.say(super::super::words::review(review.kind)),
            whole.day(review.planned_on),
            whole.day(review.held_on),
            agreement.map(|found| whole.titled(&found.title)).unwrap_or_default(),
            lines(review.watches.iter().map(|watch| whole.say(super::super::words::watch(*watch)))),
            lines(review.people.iter().map(|person| text::line(person))),
            review.notes.clone(),
        ]
    });
    draft.table(whole.say(say::reviews_caption()), heads, rows.collect());
}

fn meetings(whole: &Whole<'_>, draft: &mut Draft) {
    let heads = vec![
        whole.head(say::meeting(), 3),
        whole.figures(say::on(), 2),
        whole.head(say::theme(), 2),
        whole.head(say::attendees(), 4),
        whole.head(say::decisions(), 5),
    ];
    let rows = whole.dossier.meetings.iter().map(|meeting| {
        vec![
            whole.titled(&meeting.title),
            whole.day(meeting.on),
            whole.say(whole.words.theme(&meeting.theme)),
            whole.actors(&meeting.attendees),
            lines(meeting.decisions.iter().map(|decision| text::line(decision))),
        ]
    });
    draft.table(whole.say(say::meetings_caption()), heads, rows.collect());
}

fn answers(whole: &Whole<'_>, draft: &mut Draft) {
    let heads = vec![
        whole.head(say::item(), 3),
        whole.head(say::respondent(), 3),
        whole.figures(say::mark(), 1),
        whole.head(say::answer(), 5),
        whole.figures(say::on(), 2),
    ];
    let rows = whole.dossier.answers.iter().map(|answer| {
        vec![
            text::line(&answer.item),
            text::line(&answer.respondent),
            answer.value.map(|value| value.get().to_string()).unwrap_or_default(),
            answer.text.clone(),
            whole.day(answer.on),
        ]
    });
    draft.table(whole.say(say::answers_caption()), heads, rows.collect());
}

fn sheets(whole: &Whole<'_>, draft: &mut Draft) {
    let heads = vec![
        whole.head(say::actor(), 4),
        whole.figures(say::sent_on(), 2),
        whole.figures(say::answered_on(), 2),
        whole.head(say::comment(), 5),
    ];
    let rows = whole.dossier.sheets.iter().map(|sheet| {
        let known = sheet.actor.as_ref().filter(|id| whole.index.actor(id).is_some());
        vec![
            known.map_or_else(|| text::line(&sheet.name), |id| whole.actor(id)),
            whole.day(sheet.sent_on),
            whole.day(sheet.answered_on),
            sheet.comment.clone(),
        ]
    });
    draft.table(whole.say(say::sheets_caption()), heads, rows.collect());
}

fn improvements(whole: &Whole<'_>, draft: &mut Draft) {
    let heads = vec![
        whole.head(say::observed(), 4),
        whole.head(say::tried(), 4),
        whole.head(say::result(), 4),
        whole.head(say::agreement_status(), 2),
    ];
    let rows = whole.dossier.improvements.iter().map(|improvement| {
        vec![
            whole.titled(&improvement.observed),
            improvement.tried.clone(),
            improvement.result.clone(),
            whole.word(improvement.status, super::super::words::improvement),
        ]
    });
    draft.table(whole.say(say::improvements_caption()), heads, rows.collect());
}
