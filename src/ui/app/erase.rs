//! Erasing what this device keeps of the dossier.

use std::rc::Rc;

use yew::prelude::*;

use super::{App, Message, fresh};
use crate::edit::Origin;
use crate::i18n::texts::shell as say;
use crate::store;
use crate::ui::env::Place;
use crate::vocabulary::Step;

impl App {
    /// Starts erasing; [`Message::Erased`] follows.
    pub(super) fn erase(&self, ctx: &Context<Self>) {
        let Some(autosave) = &self.autosave else { return };
        let (done, link, turn) = (autosave.erase(), ctx.link().clone(), self.turn);
        wasm_bindgen_futures::spawn_local(async move {
            link.send_message(Message::Erased(turn, done.await));
        });
    }

    /// Goes on with a blank dossier, without any way back: what was erased is not to be found by undoing either.
    pub(super) fn erased(&mut self, ctx: &Context<Self>, done: bool) {
        if !done {
            self.toast(ctx, say::not_erased(), false);
            return;
        }
        store::note_known(false);
        if let Some(autosave) = &self.autosave {
            store::keep_trace(autosave.key(), None);
        }
        self.drafts.forget();
        let before = Rc::clone(self.session.dossier());
        self.notify();
        self.session.reset(Rc::new(fresh(self.env.texts.lang())));
        self.writer.take();
        self.banners.clear();
        self.toasts.clear();
        self.raw = None;
        self.go(Place::step(self.env.steps.first().copied().unwrap_or(Step::Summary)));
        self.changed_from(ctx, before, Origin::User, false);
        self.analyse_now();
        if self.saved_dirty {
            self.saved_dirty = false;
            (self.host.saved)(false);
        }
        self.toast(ctx, say::erased(), false);
    }
}
