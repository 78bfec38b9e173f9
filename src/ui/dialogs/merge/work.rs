//! The merge of the open dossier and a file: computed once the dialog is there, decided when the person agrees.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;

use crate::edit::{Command, FreshIds};
use crate::exchange::changes::{Line, Question, changes, lost, questions};
use crate::exchange::merge::{
    Choice, Kinship, Merged, kinship, later_named, merge, resolve, taken_in, with_lineage,
};
use crate::exchange::snapshots::{take, with_snapshot};
use crate::exchange::{Refusal, read};
use crate::i18n::Phrase;
use crate::i18n::texts::merging as say;
use crate::model::Dossier;
use crate::store::{KeptWhy, Version, VersionKind};
use crate::ui::env::{Env, Intent, entropy};
use crate::ui::widgets::after_render;

/// Most revisions of this device looked at, beside those that left.
const MOST_KEPT: usize = 20;

/// A merge before it is decided.
pub(super) struct Work {
    /// The open dossier it was made from.
    pub(super) ours: Rc<Dossier>,
    theirs: Rc<Dossier>,
    /// How both are related.
    pub(super) kinship: Kinship,
    /// The revision of a later state that both may come from, whose content nobody has.
    pub(super) later: Option<u32>,
    /// What the merge gives.
    pub(super) merged: Result<Merged, Refusal>,
    /// What is to decide.
    pub(super) questions: Vec<Question>,
    /// What changes in the open dossier.
    pub(super) lines: Vec<Line>,
    /// What cannot be kept.
    pub(super) lost: Vec<Line>,
}

impl PartialEq for Work {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// Compares both, once the dialog is painted. What this device kept is looked at only where nothing else tells what
/// both come from, or where both may come from something later.
pub(super) fn start(env: &Env, ours: Rc<Dossier>, theirs: Rc<Dossier>, done: impl FnOnce(Work) + 'static) {
    let env = env.clone();
    after_render(move || {
        let found = kinship(&ours, &theirs, &[]);
        let enough = match &found {
            Kinship::Copies => false,
            Kinship::Common(base) => later_named(base, &ours, &theirs).is_none(),
            _ => true,
        };
        if enough {
            work(&env, ours, theirs, found, done);
            return;
        }
        let after = env.clone();
        kept(&env, move |states| {
            let found = kinship(&ours, &theirs, &states);
            work(&after, ours, theirs, found, done);
        });
    });
}

/// The revisions that this device kept, newest first.
fn kept(env: &Env, done: impl FnOnce(Vec<Rc<Dossier>>) + 'static) {
    let asked = env.clone();
    env.ask(Intent::Versions(Box::new(move |versions| {
        // Whatever left is looked at, however many saves there were since.
        let (left, saved): (Vec<&Version>, Vec<&Version>) =
            versions.iter().partition(|version| version.kind == VersionKind::Kept(KeptWhy::Sent));
        let wanted: Vec<_> =
            saved.into_iter().take(MOST_KEPT).chain(left).map(|version| version.id).collect();
        if wanted.is_empty() {
            done(Vec::new());
            return;
        }
        let left = Rc::new(Cell::new(wanted.len()));
        let states = Rc::new(RefCell::new(Vec::new()));
        let done = Rc::new(Cell::new(Some(done)));
        for id in wanted {
            let (left, states, done) = (Rc::clone(&left), Rc::clone(&states), Rc::clone(&done));
            asked.ask(Intent::VersionText(
                id,
                Box::new(move |text| {
                    let opened = text.and_then(|text| read(text.as_bytes()).ok());
                    states.borrow_mut().extend(opened.map(|opened| Rc::new(opened.dossier)));
                    left.set(left.get() - 1);
                    if left.get() == 0
                        && let Some(done) = done.take()
                    {
                        done(states.take());
                    }
                }),
            ));
        }
    })));
}

/// Merges, then says what it gives: each in its turn, so that a large dossier does not hold the page.
fn work(
    env: &Env,
    ours: Rc<Dossier>,
    theirs: Rc<Dossier>,
    kinship: Kinship,
    done: impl FnOnce(Work) + 'static,
) {
    let env = env.clone();
    after_render(move || {
        let base = match &kinship {
            Kinship::Common(base) => Some(base.as_ref()),
            Kinship::Later => Some(ours.as_ref()),
            Kinship::Earlier => Some(theirs.as_ref()),
            Kinship::Same | Kinship::Copies | Kinship::Strangers => None,
        };
        // Put together, they are the open dossier: its identifier is nothing to decide.
        let merged = merge(base, &ours, &taken_in(&kinship, &ours, &theirs));
        after_render(move || {
            let later = match &kinship {
                Kinship::Common(base) => later_named(base, &ours, &theirs),
                _ => None,
            };
            let mut work = Work {
                ours,
                theirs,
                kinship,
                later,
                merged,
                questions: Vec::new(),
                lines: Vec::new(),
                lost: Vec::new(),
            };
            if let Ok(merged) = &work.merged {
                let id = work.ours.id.clone();
                work.questions = questions(merged, &env.vocabulary);
                let after = Dossier { id, ..merged.dossier.clone() };
                work.lines = changes(&work.ours, &after, &env.vocabulary);
                work.lost = lost(&merged.lost, [&work.ours, &work.theirs], &env.vocabulary);
            }
            done(work);
        });
    });
}

impl Work {
    /// Whether there is something to merge.
    pub(super) fn merges(&self) -> bool {
        self.merged.is_ok() && !matches!(self.kinship, Kinship::Same | Kinship::Earlier)
    }

    /// The choice of each conflict, from the choice of each question.
    fn each(&self, merged: &Merged, choices: &[Option<Choice>]) -> Vec<Option<Choice>> {
        let mut each = vec![None; merged.conflicts.len()];
        for (question, choice) in self.questions.iter().zip(choices) {
            for place in &question.conflicts {
                if let Some(slot) = each.get_mut(*place) {
                    *slot = *choice;
                }
            }
        }
        each
    }

    /// What changes in the open dossier with what is decided so far.
    pub(super) fn lines_with(&self, env: &Env, choices: &[Option<Choice>]) -> Vec<Line> {
        let decided = choices.iter().any(Option::is_some);
        let merged = self.merged.as_ref().ok().filter(|_| decided);
        let resolved = merged.and_then(|merged| resolve(merged, &self.each(merged, choices)).ok());
        resolved.map_or_else(
            || self.lines.clone(),
            |dossier| changes(&self.ours, &Dossier { id: self.ours.id.clone(), ..dossier }, &env.vocabulary),
        )
    }

    /// The one step that merges, as decided: one choice a question, and which likenesses are one actor.
    pub(super) fn decided(
        &self,
        env: &Env,
        choices: &[Option<Choice>],
        joined: &BTreeSet<usize>,
        name: &str,
    ) -> Result<Command, Phrase> {
        let refused = |refusal: Refusal| {
            refusal.problems.into_iter().next().map_or_else(say::too_large, |problem| problem.phrase)
        };
        let Ok(merged) = &self.merged else { return Err(say::too_large()) };
        let mut dossier = resolve(merged, &self.each(merged, choices)).map_err(refused)?;
        for pair in joined.iter().filter_map(|place| merged.likenesses.get(*place)) {
            let command = Command::MergeActors { keep: pair.ours.clone(), gone: vec![pair.theirs.clone()] };
            // An actor of two pairs went with the first: nothing is left to merge.
            if let Ok(after) = command.run(&dossier) {
                dossier = after;
            }
        }
        dossier.id = self.ours.id.clone();
        let known = with_lineage(&dossier, &[&self.ours, &self.theirs]);
        let id = FreshIds::new(&known, entropy()).next("z");
        let title = env.say(say::snapshot_before(name)).to_string();
        let before = take(&self.ours, id, &title, env.today());
        // Undo brings everything back even where the file has no room for it.
        let dossier = with_snapshot(&known, before).unwrap_or(known);
        Ok(Command::Become(Box::new(dossier), say::label(name)))
    }
}
