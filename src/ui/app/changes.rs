//! Changes, and what follows each: the page, the store, the analysis.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::leaving::stamped;
use super::{App, Message, Pending};
use crate::edit::{Applied, Command, Edit, Origin, patch};
use crate::i18n::texts::shell as say;
use crate::model::Dossier;
use crate::store::Autosave;
use crate::ui::env::today;
use crate::ui::host::ChangeNotice;
use crate::ui::insights::{self, Insights};
use crate::ui::widgets::after_frame;

/// How long the analysis waits after the last change, in milliseconds.
const ANALYSIS_DELAY: u32 = 160;
/// Most actors of a dossier that is analysed before it is shown.
const QUICK: usize = 300;
/// How long the analysis of a larger one waits for the screen at most, in milliseconds: a hidden page has no frame.
const SHOWN_DELAY: u32 = 2_000;
/// How long changes are gathered before the page is told, in milliseconds.
const NOTICE_DELAY: u32 = 240;

/// Sends a message in so many milliseconds, unless the timer is dropped before.
fn later(ctx: &Context<App>, delay: u32, message: fn() -> Message) -> Timeout {
    let link = ctx.link().clone();
    Timeout::new(delay, move || link.send_message(message()))
}

impl App {
    /// Runs a command; true when it changed something.
    pub(super) fn apply(
        &mut self,
        ctx: &Context<Self>,
        command: Command,
        origin: Origin,
        merge: Option<String>,
    ) -> bool {
        let before = Rc::clone(self.session.dossier());
        match self.session.apply(Edit { command, origin, merge }) {
            Ok(Some(applied)) => {
                self.settle(ctx, &applied, before);
                true
            }
            Ok(None) => false,
            Err(refused) => {
                self.toast(ctx, say::refused(refused.reason), false);
                false
            }
        }
    }

    pub(super) fn travel(&mut self, ctx: &Context<Self>, back: bool, say_it: bool) {
        let before = Rc::clone(self.session.dossier());
        let applied = if back { self.session.undo() } else { self.session.redo() };
        if let Some(applied) = applied {
            // What was told of the change is no longer so.
            self.toasts.clear();
            self.settle(ctx, &applied, before);
            self.analyse_now();
            if say_it {
                let words = if back { say::undone(applied.label) } else { say::redone(applied.label) };
                self.toast(ctx, words, false);
            }
        }
    }

    pub(super) fn settle(&mut self, ctx: &Context<Self>, applied: &Applied, before: Rc<Dossier>) {
        (self.host.edited)(self.env.say(&applied.label).to_string());
        // The store says so too, but later: the page may ask at once.
        if !self.saved_dirty {
            self.saved_dirty = true;
            (self.host.saved)(true);
        }
        self.changed_from(ctx, before, applied.origin, true);
    }

    /// Everything that follows a change: the page, the store, the analysis.
    pub(super) fn changed_from(
        &mut self,
        ctx: &Context<Self>,
        before: Rc<Dossier>,
        origin: Origin,
        store: bool,
    ) {
        *self.host.current.borrow_mut() = Some(Rc::clone(self.session.dossier()));
        // A message undoes its own change only, which is no longer the last one.
        for toast in &mut self.toasts {
            toast.undo = false;
        }
        self.from_source = false;
        if store {
            self.remember();
        }
        let from = self.pending.take().map_or(before, |pending| pending.from);
        self.pending = Some(Pending { from, origin, _timer: later(ctx, NOTICE_DELAY, || Message::Notify) });
        self.analysis = Some(later(ctx, ANALYSIS_DELAY, || Message::Analyse));
    }

    /// Gives the autosave a way to write the dossier as it now is, when it will.
    pub(super) fn remember(&self) {
        if let Some(autosave) = &self.autosave {
            let (dossier, writer) = (Rc::clone(self.session.dossier()), Rc::clone(&self.writer));
            autosave.changed(Rc::new(move || Some(writer.borrow_mut().write(&stamped(&dossier)))));
        }
    }

    /// Analyses a dossier that has just been opened: at once where that is quick, else after it is shown.
    pub(super) fn analyse_opened(&mut self, ctx: &Context<Self>) {
        if self.session.dossier().actors.len() <= QUICK {
            return self.analyse_now();
        }
        // What was found in another dossier says nothing of this one.
        self.insights = Rc::new(Insights::default());
        self.analysis = Some(later(ctx, SHOWN_DELAY, || Message::Analyse));
        let link = ctx.link().clone();
        after_frame(move || link.send_message(Message::Analyse));
    }

    pub(super) fn analyse_now(&mut self) {
        self.analysis = None;
        self.insights = Rc::new(insights::of(self.session.dossier(), today()));
    }

    pub(super) fn notify(&mut self) {
        let Some(pending) = self.pending.take() else { return };
        let now = Rc::clone(self.session.dossier());
        // Another dossier takes the place of the one before: nothing is compared.
        let patch = if pending.from.id == now.id {
            let patch = patch::between(&pending.from, &now);
            if patch.is_empty() {
                return;
            }
            Some(patch)
        } else {
            None
        };
        self.told = Rc::clone(&now);
        let text = self.writer.borrow_mut().write(&now);
        let notice = ChangeNotice {
            revision: now.revision.unwrap_or_default(),
            origin: pending.origin.as_str(),
            patch: patch.map_or_else(
                || patch::whole(&text),
                |patch| serde_json::to_string(&patch).unwrap_or_default(),
            ),
            text,
            dirty: self.autosave.as_ref().is_some_and(Autosave::dirty),
        };
        (self.host.changed)(notice);
    }
}
