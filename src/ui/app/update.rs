//! What the application does with a message, once the module is whole.

use std::rc::Rc;

use yew::prelude::*;

use super::{App, Banner, Message, environment, fresh};
use crate::edit::{Command, Origin};
use crate::i18n::Lang;
use crate::store;
use crate::ui::drafts::Drafts;
use crate::ui::env::{Env, Place};
use crate::ui::files;
use crate::ui::host::{Host, Options, Storage};
use crate::ui::live::Live;
use crate::ui::reports::Answer;
use crate::vocabulary::{Step, Vocabulary};
use crate::{exchange, i18n::texts::shell as say, model::Dossier};

/// Deals with a message; true when the screen changes.
pub(in crate::ui) fn update(app: &mut App, ctx: &Context<App>, message: Message) -> bool {
    let changed = deal(app, ctx, message);
    if changed {
        app.follow();
    }
    changed
}

fn deal(app: &mut App, ctx: &Context<App>, message: Message) -> bool {
    match message {
        Message::Configure(options) => app.configure(ctx, options),
        Message::Attach { options, host, text, lost } => app.attach(ctx, options, host, text, lost),
        Message::Park => app.park(ctx),
        Message::Load { bytes, origin, mode, reply } => app.load(ctx, &bytes, origin, mode, reply),
        Message::Undo | Message::Redo if app.env.read_only => return false,
        Message::Undo => app.travel(ctx, true, false),
        Message::Redo => app.travel(ctx, false, false),
        Message::GoTo(code) => {
            // A step that the page does not show is none here.
            let step = Step::from_code(&code);
            if let Some(step) = step.filter(|step| *step == Step::Summary || app.env.steps.contains(step)) {
                app.go(Place::step(step));
            }
        }
        Message::Flush(reply) => app.flush(reply),
        Message::Save(reply) => app.save(reply),
        Message::Reset => {
            let blank = fresh(app.env.texts.lang());
            app.apply(ctx, Command::Replace(Box::new(blank)), Origin::Host, None);
        }
        Message::Settle(reply) => {
            reply(Ok(Answer::Done {}));
            return false;
        }
        Message::Intent(intent) => return app.answer(ctx, intent),
        Message::Stored(turn, event) => {
            if turn != app.turn {
                return false;
            }
            // What is told at each letter waits with the rest of the screen.
            let waits = app.behind.is_some() && matches!(event, store::Event::Status(_));
            app.stored(ctx, event);
            return !waits;
        }
        Message::Follow => return app.behind.is_some(),
        // Done meanwhile: asked for by a frame and by a timer.
        Message::Analyse if app.analysis.is_none() => return false,
        Message::Analyse => app.analyse_now(),
        // Only the first part of the module waits for the second.
        Message::Screens(_) | Message::Bring => return false,
        Message::Notify => {
            app.notify();
            return false;
        }
        Message::Expire(id) => app.toasts.retain(|toast| toast.id != id),
        Message::Recover(previous) => app.recover(ctx, previous),
        Message::Acknowledge(index) => app.acknowledge(index),
        Message::OpenSource => app.open_source(ctx),
        Message::Retry => {
            if let Some(autosave) = &app.autosave {
                autosave.retry();
            }
        }
        Message::Erased(turn, done) if turn == app.turn => app.erased(ctx, done),
        Message::Erased(..) => return false,
        Message::DownloadRaw => {
            if let Some(raw) = &app.raw {
                files::download("dossier-illisible.txt", "text/plain", raw.as_bytes()).ok();
            }
        }
    }
    true
}

/// Words and lists, with what the page sets in place of ours.
pub(super) fn full_environment(
    ctx: &Context<App>,
    options: &Options,
    kept: (&Rc<Drafts>, &Rc<Live>),
    lang: Option<Lang>,
) -> Env {
    let vocabulary =
        options.vocabulary.as_deref().map_or_else(Vocabulary::default, Vocabulary::with_overrides);
    let lang = lang.unwrap_or(options.lang);
    let own = options.messages.as_deref().and_then(|messages| serde_json::from_str(messages).ok());
    let texts = vocabulary.catalogue(lang, own.unwrap_or_default());
    environment(ctx, options, kept, texts, vocabulary)
}

impl App {
    pub(super) fn configure(&mut self, ctx: &Context<Self>, options: Options) {
        if options.lang != self.options.lang {
            self.lang = None;
        }
        if options.theme != self.options.theme {
            self.theme = None;
        }
        let storage = (options.storage, options.storage_key.clone());
        let moved = storage != (self.options.storage, self.options.storage_key.clone());
        self.options = options;
        self.env = full_environment(ctx, &self.options, (&self.drafts, &self.live), self.lang);
        if !self.env.steps.contains(&self.place.step) && self.place.step != Step::Summary {
            self.place = Place::step(self.env.steps.first().copied().unwrap_or(Step::Summary));
        }
        if moved && self.attached {
            (self.resumed, self.healed) = (false, false);
            self.open_store(ctx);
        }
    }

    pub(super) fn attach(
        &mut self,
        ctx: &Context<Self>,
        options: Options,
        host: Host,
        text: Option<Vec<u8>>,
        lost: Option<String>,
    ) {
        self.forget(ctx, options);
        self.host = host;
        self.attached = true;
        self.awaited = text.is_none() && self.options.storage == Storage::Local && store::known();
        if let Some(text) = text {
            match exchange::read(&text) {
                Ok(opened) => {
                    self.resumed = true;
                    self.start(Rc::new(opened.dossier));
                }
                Err(_) => (self.host.error)("bad-dossier".to_owned(), true),
            }
        }
        self.healed = self.resumed && lost.is_some();
        if let Some(lost) = lost {
            let phrase = if lost.is_empty() { say::healed_unknown() } else { say::healed(lost) };
            self.banners.push(Banner::Healed(phrase));
        }
        self.open_store(ctx);
        *self.host.current.borrow_mut() = Some(Rc::clone(self.session.dossier()));
        self.analyse_now();
        if self.options.storage == Storage::None {
            (self.host.ready)();
        }
    }

    /// Back to the state of a new application, with other options.
    pub(super) fn forget(&mut self, ctx: &Context<Self>, options: Options) {
        let turn = self.turn + 1;
        // What was typed in the first view, before the rest of the module was there.
        let (drafts, live) = (Rc::clone(&self.drafts), Rc::clone(&self.live));
        *self = <Self as Component>::create(ctx);
        (self.drafts, self.live) = (drafts, live);
        self.turn = turn;
        self.options = options;
        self.drafts.kept_with(&self.options);
        self.env = full_environment(ctx, &self.options, (&self.drafts, &self.live), None);
        self.place = Place::step(self.env.steps.first().copied().unwrap_or(Step::Summary));
        self.start(Rc::new(fresh(self.env.texts.lang())));
    }

    pub(super) fn park(&mut self, ctx: &Context<Self>) {
        if let Some(autosave) = self.autosave.take() {
            // The reply is only news: closing goes on without anybody waiting for it.
            drop(autosave.close());
        }
        self.drafts = Rc::default();
        self.forget(ctx, Options::default());
    }

    /// Goes on with a dossier that is no change: what was stored, what the page gave at the start.
    pub(super) fn start(&mut self, dossier: Rc<Dossier>) {
        self.session.reset(Rc::clone(&dossier));
        self.toasts.clear();
        self.greet();
        self.told = Rc::clone(&dossier);
        self.pending = None;
        *self.host.current.borrow_mut() = Some(dossier);
    }
}
