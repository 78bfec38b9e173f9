//! The points of vigilance, with their figures and what to do; those set aside last, with why.

use super::{Draft, Whole};
use crate::analysis::coverage;
use crate::findings::{self, Finding};
use crate::i18n::texts::documents as say;
use crate::vocabulary::{Severity, severity, step_name};

pub(super) fn chapter(whole: &Whole<'_>, draft: &mut Draft) {
    let found = findings::of(whole.index, &coverage::of(whole.index));
    for level in [Severity::Blocking, Severity::Warning, Severity::Advice] {
        let title = whole.say(severity(level));
        draft.part(2, &title, |draft| {
            let open =
                found.iter().filter(|finding| finding.set_aside.is_none() && finding.severity == level);
            let rows = open.map(|finding| {
                vec![
                    point(whole, finding),
                    whole.say(finding.reason.clone()),
                    whole.say(finding.todo.clone()),
                    whole.say(step_name(finding.step)),
                ]
            });
            let heads = vec![
                whole.head(say::finding(), 4),
                whole.head(say::reason(), 6),
                whole.head(say::todo(), 4),
                whole.head(say::step(), 2),
            ];
            draft.table(whole.say(say::findings_caption(&*title)), heads, rows.collect());
        });
    }
    draft.part(2, whole.say(say::set_aside()), |draft| {
        let rows = found.iter().filter_map(|finding| {
            let aside = finding.set_aside.as_ref()?;
            Some(vec![
                point(whole, finding),
                aside.reason.clone(),
                super::text::line(&aside.by),
                whole.day(aside.on),
            ])
        });
        let heads = vec![
            whole.head(say::finding(), 5),
            whole.head(say::set_aside_reason(), 5),
            whole.head(say::by(), 3),
            whole.figures(say::on(), 2),
        ];
        draft.table(whole.say(say::set_aside_caption()), heads, rows.collect());
    });
}

/// Its code, and what was noticed.
fn point(whole: &Whole<'_>, finding: &Finding) -> String {
    whole.say(say::key(finding.code, finding.title.clone()))
}
