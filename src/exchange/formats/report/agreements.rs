//! Step 8: each agreement with its numbered articles, then the action plan.
//!
//! A draft shows every clause that is relevant, with a mark where it is still to be written. An agreement that is
//! signed or ended is printed as it was signed: what it does not hold is no longer to be written.

use super::{Draft, Whole, text};
use crate::i18n::Phrase;
use crate::i18n::texts::documents as say;
use crate::model::{Agreement, AgreementStatus, Clause, ClauseStatus, ObligationKind};
use crate::vocabulary::{self, CLAUSES};

pub(super) fn chapter(whole: &Whole<'_>, draft: &mut Draft) {
    for agreement in &whole.dossier.agreements {
        draft.part(2, whole.titled(&agreement.title), |draft| one(whole, draft, agreement));
    }
    draft.part(2, whole.say(say::actions()), |draft| actions(whole, draft));
}

fn one(whole: &Whole<'_>, draft: &mut Draft, agreement: &Agreement) {
    let facts = [
        (say::agreement_status(), whole.word(agreement.status, super::super::words::agreement)),
        (crate::i18n::texts::summary::period(), whole.period(agreement.starts_on, agreement.ends_on)),
    ];
    draft.facts(facts.into_iter().map(|(label, words)| (whole.say(label), words)).collect());
    draft.part(3, whole.say(say::parties()), |draft| parties(whole, draft, agreement));
    for (rank, (title, clause)) in articles(agreement).into_iter().enumerate() {
        let title = title.unwrap_or_else(|| match clause.map(|clause| text::line(&clause.code)) {
            Some(code) if !code.is_empty() => say::key(say::other_clause(), code),
            _ => say::other_clause(),
        });
        let written = clause.map_or("", |clause| clause.text.as_str());
        let missing = clause.is_none_or(|clause| clause.status != Some(ClauseStatus::Complete))
            && !closed(agreement)
            || text::is_blank(written);
        draft.part(3, whole.say(say::article(rank + 1, title)), |draft| {
            draft.paragraph(written);
            if missing {
                draft.blocks.push(super::super::document::Block::Missing(whole.say(say::to_complete())));
            }
        });
    }
    draft.part(3, whole.say(say::obligations()), |draft| obligations(whole, draft, agreement));
    draft.part(3, whole.say(say::linked_plans()), |draft| {
        let plans = agreement.linked_plans.iter().map(|plan| match &plan.actor {
            Some(actor) => whole.say(say::plan_of(whole.titled(&plan.title), whole.actor(actor))),
            None => whole.titled(&plan.title),
        });
        draft.list(plans.collect());
    });
    if !closed(agreement) {
        draft.part(3, whole.say(say::signatures()), |draft| signatures(whole, draft, agreement));
    }
}

/// Where each party will say who signs for it, and when.
fn signatures(whole: &Whole<'_>, draft: &mut Draft, agreement: &Agreement) {
    let heads =
        vec![whole.head(say::party(), 4), whole.head(say::signs_for(), 4), whole.head(say::signed_on(), 4)];
    let blank = || whole.say(say::to_complete());
    let rows = agreement.parties.iter().map(|id| vec![whole.actor(id), blank(), blank()]);
    draft.table(whole.say(say::signatures_caption(whole.titled(&agreement.title))), heads, rows.collect());
}

fn closed(agreement: &Agreement) -> bool {
    matches!(agreement.status, Some(AgreementStatus::Signed | AgreementStatus::Ended))
}

/// The clauses in the order of the articles, those of the agreement's own last.
fn articles(agreement: &Agreement) -> Vec<(Option<Phrase>, Option<&Clause>)> {
    let of =
        |code: &str| agreement.clauses.iter().map(std::rc::Rc::as_ref).find(|clause| clause.code == code);
    let own = agreement.clauses.iter().map(std::rc::Rc::as_ref);
    let own = own.filter(|clause| !CLAUSES.contains(&clause.code.as_str()));
    let known = CLAUSES.iter().map(|code| (vocabulary::clause(code), of(code)));
    let all = known.chain(own.map(|clause| (None, Some(clause))));
    let printed = |(_, clause): &(_, Option<&Clause>)| match clause {
        Some(clause) if clause.status == Some(ClauseStatus::NotRelevant) => false,
        Some(clause) => !closed(agreement) || !text::is_blank(&clause.text),
        None => !closed(agreement),
    };
    all.filter(printed).collect()
}

fn parties(whole: &Whole<'_>, draft: &mut Draft, agreement: &Agreement) {
    let heads =
        vec![whole.head(say::party(), 5), whole.head(say::nature(), 4), whole.head(say::identifiers(), 3)];
    let rows = agreement.parties.iter().map(|id| {
        let actor = whole.index.actor(id);
        let nature = actor.map(|actor| match (actor.subkind.as_str(), actor.kind) {
            ("", kind) => whole.word(kind, vocabulary::kind),
            (code, kind) => whole.say(whole.words.subkind(kind, code)),
        });
        let identifiers = actor.into_iter().flat_map(|actor| &actor.identifiers);
        let identifiers = identifiers.map(|one| text::line(&format!("{}\u{a0}{}", one.scheme, one.value)));
        vec![whole.actor(id), nature.unwrap_or_default(), super::lines(identifiers)]
    });
    draft.table(whole.say(say::parties_caption(whole.titled(&agreement.title))), heads, rows.collect());
}

fn obligations(whole: &Whole<'_>, draft: &mut Draft, agreement: &Agreement) {
    let kind = |kind| match kind {
        ObligationKind::Obligation => say::obligation(),
        ObligationKind::Right => say::right(),
    };
    let heads = vec![
        whole.head(say::party(), 4),
        whole.head(say::obligation_kind(), 2),
        whole.head(say::text(), 6),
        whole.figures(say::weight(), 1),
    ];
    let rows = agreement.obligations.iter().map(|one| {
        vec![
            one.party.as_ref().map(|id| whole.actor(id)).unwrap_or_default(),
            whole.word(one.kind, kind),
            one.text.clone(),
            one.weight.as_ref().map(|weight| whole.number(weight.get())).unwrap_or_default(),
        ]
    });
    draft.table(whole.say(say::obligations_caption(whole.titled(&agreement.title))), heads, rows.collect());
}

fn actions(whole: &Whole<'_>, draft: &mut Draft) {
    let heads = vec![
        whole.head(say::action(), 4),
        whole.head(say::objective(), 4),
        whole.head(say::responsible(), 4),
        whole.figures(say::starts_on(), 2),
        whole.figures(say::due_on(), 2),
        whole.figures(say::budget(), 2),
        whole.figures(say::spent(), 2),
        whole.head(say::progress(), 2),
    ];
    let rows = whole.dossier.actions.iter().map(|action| {
        let progress = action.progress.as_ref().map(|share| whole.texts.formatter().percent(share.get()));
        let status = action.status.map(|status| whole.say(super::super::words::action(status)));
        vec![
            whole.titled(&action.title),
            action.objective.as_ref().map(|id| whole.objective(id)).unwrap_or_default(),
            super::lines(action.responsible.iter().map(|id| whole.actor(id))),
            whole.day(action.starts_on),
            whole.day(action.due_on),
            whole.money(action.budget.as_ref()),
            whole.money(action.spent.as_ref()),
            status.into_iter().chain(progress).collect::<Vec<_>>().join(", "),
        ]
    });
    draft.table(whole.say(say::actions_caption()), heads, rows.collect());
}
