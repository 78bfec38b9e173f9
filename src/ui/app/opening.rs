//! Dossiers on their way in: from the store, from the page, from a recovery.

use std::rc::Rc;

use yew::prelude::*;

use super::{App, Banner, Message};
use crate::edit::{Command, Origin};
use crate::exchange::{self, merge};
use crate::i18n::texts::{merging as say_merge, shell as say};
use crate::store::{self, Autosave, Loaded, Status, Trace};
use crate::ui::env::today;
use crate::ui::host::{LoadMode, Reply, Storage};
use crate::ui::insights::is_blank;
use crate::ui::reports::{self, Answer};
use crate::vocabulary::Step;

impl App {
    pub(super) fn open_store(&mut self, ctx: &Context<Self>) {
        if let Some(autosave) = self.autosave.take() {
            drop(autosave.close());
        }
        self.turn += 1;
        let turn = self.turn;
        let mode = match self.options.storage {
            Storage::None => store::Mode::None,
            Storage::Local => store::Mode::Local,
        };
        let link = ctx.link().clone();
        let events: Rc<dyn Fn(store::Event)> =
            Rc::new(move |event| link.send_message(Message::Stored(turn, event)));
        let config = store::Config { mode, key: self.options.storage_key.clone() };
        let autosave = Autosave::open(config, events);
        if self.options.storage == Storage::Local {
            (self.host.stored_as)(autosave.key().to_owned());
        }
        let local = self.options.storage == Storage::Local;
        self.drafts.kept_as(local.then(|| autosave.key().to_owned()));
        self.autosave = Some(autosave);
    }

    pub(super) fn stored(&mut self, ctx: &Context<Self>, event: store::Event) {
        match event {
            store::Event::Loaded(loaded) => self.loaded(ctx, loaded),
            store::Event::Status(status) => {
                if matches!(status, Status::Saved { .. }) && !matches!(self.status, Status::Saved { .. }) {
                    store::note_known(true);
                }
                if matches!(status, Status::Saved { .. }) {
                    self.note_trace(|trace| trace.kept(today()));
                }
                self.status = status;
                let dirty = self.autosave.as_ref().is_some_and(Autosave::dirty);
                if dirty != self.saved_dirty {
                    self.saved_dirty = dirty;
                    (self.host.saved)(dirty);
                }
            }
            store::Event::Replaced { text, .. } => {
                if let Ok(opened) = exchange::read(text.as_bytes()) {
                    let before = Rc::clone(self.session.dossier());
                    self.session.reset(Rc::new(opened.dossier));
                    self.changed_from(ctx, before, Origin::Import, false);
                    self.toast(ctx, say::replaced_by_other_tab(), false);
                } else if let Some(autosave) = &self.autosave {
                    autosave.reject();
                }
            }
            store::Event::AlsoOpen => self.banners.push(Banner::AlsoOpen),
        }
    }

    pub(super) fn loaded(&mut self, ctx: &Context<Self>, loaded: Loaded) {
        let healed = self.healed;
        self.awaited = false;
        match loaded {
            Loaded::Text { text, .. } if !healed => match exchange::read(text.as_bytes()) {
                Ok(opened) => {
                    let ours = Rc::clone(self.session.dossier());
                    let newer = opened.dossier.revision > ours.revision;
                    self.remind();
                    if is_blank(&ours) || (self.resumed && newer) {
                        self.start(Rc::new(opened.dossier));
                        self.analyse_opened(ctx);
                    } else if self.resumed {
                        // What was stored when the element went, or less where that failed.
                        if opened.dossier.revision < ours.revision {
                            self.remember();
                        }
                    } else {
                        // Something was typed while the storage was slow to answer: both are kept, the store will say so.
                        self.toast(ctx, say::also_open(), false);
                    }
                }
                Err(refusal) if reports::is_newer(&refusal) => {
                    self.raw = Some(text);
                    self.banners.push(Banner::Newer);
                    if let Some(autosave) = &self.autosave {
                        autosave.read_only();
                    }
                }
                Err(_) => {
                    if let Some(autosave) = &self.autosave {
                        autosave.reject();
                    }
                    return;
                }
            },
            Loaded::Damaged { raw, previous } => {
                self.raw = Some(raw);
                self.banners.retain(|banner| !matches!(banner, Banner::Damaged { .. }));
                self.banners.push(Banner::Damaged { previous });
            }
            Loaded::Newer { raw } => {
                self.raw = raw;
                self.banners.push(Banner::Newer);
            }
            Loaded::Nothing if !healed => self.vanished(),
            Loaded::Text { .. } | Loaded::Nothing | Loaded::Refused { .. } => {}
        }
        if healed {
            self.remember();
        }
        if self.options.storage == Storage::Local {
            (self.host.ready)();
        }
    }

    /// The key under which this device keeps the dossier, where it does.
    fn kept_as(&self) -> Option<&str> {
        (self.options.storage == Storage::Local).then(|| self.autosave.as_ref().map(Autosave::key)).flatten()
    }

    /// Changes what this device remembers apart from the dossier.
    pub(super) fn note_trace(&self, change: impl FnOnce(Trace) -> Trace) {
        let Some(key) = self.kept_as() else { return };
        let before = store::trace(key);
        let after = change(before.clone());
        if after != before {
            store::keep_trace(key, Some(&after));
        }
    }

    /// Nothing is stored: says so where something was, instead of starting blank without a word.
    fn vanished(&mut self) {
        let trace = self.kept_as().map(store::trace).unwrap_or_default();
        if trace.kept.is_some() {
            self.banners.push(Banner::Vanished(trace));
        }
    }

    /// Browser storage may be emptied by others: an export now and then is what lasts.
    fn remind(&mut self) {
        let days = self.kept_as().and_then(|key| store::trace(key).reminder(today()));
        if let (Some(days), false) = (days, self.env.no_export) {
            self.banners.push(Banner::Remind(days));
        }
    }

    /// A banner was read.
    pub(super) fn acknowledge(&mut self, index: usize) {
        if index >= self.banners.len() {
            return;
        }
        match self.banners.remove(index) {
            Banner::Vanished(_) => {
                if let Some(key) = self.kept_as() {
                    store::keep_trace(key, None);
                }
            }
            Banner::Remind(_) => self.note_trace(|trace| Trace { reminded: Some(today()), ..trace }),
            _ => {}
        }
    }

    pub(super) fn recover(&mut self, ctx: &Context<Self>, previous: bool) {
        let at = self.banners.iter().position(|banner| matches!(banner, Banner::Damaged { .. }));
        let Some(at) = at else { return };
        let Banner::Damaged { previous: kept } = self.banners.remove(at) else { return };
        if let Some(autosave) = &self.autosave {
            autosave.resume();
        }
        if let (true, Some(kept)) = (previous, kept)
            && let Ok(opened) = exchange::read(kept.text.as_bytes())
        {
            self.apply(ctx, Command::Open(Box::new(opened.dossier)), Origin::Import, None);
        }
    }

    pub(super) fn open_source(&mut self, ctx: &Context<Self>) {
        let at = self.banners.iter().position(|banner| matches!(banner, Banner::Source(_)));
        let Some(at) = at else { return };
        if let Banner::Source(dossier) = self.banners.remove(at) {
            self.apply(ctx, Command::Open(dossier), Origin::Import, None);
        }
    }

    pub(super) fn load(
        &mut self,
        ctx: &Context<Self>,
        bytes: &[u8],
        origin: Origin,
        mode: LoadMode,
        reply: Reply,
    ) {
        let opened = match exchange::read(bytes) {
            Ok(opened) => opened,
            Err(refusal) => {
                reply(Err(reports::refusal(&refusal, &self.env.texts)));
                return;
            }
        };
        let mut report = reports::report(&opened.report, &self.env.texts);
        match mode {
            LoadMode::Merge => {
                let ours = Rc::clone(self.session.dossier());
                match merge::into(&ours, &opened.dossier) {
                    Ok((dossier, told)) => {
                        report.merged = Some(told);
                        let name = opened.dossier.title().to_owned();
                        self.apply(
                            ctx,
                            Command::Become(Box::new(dossier), say_merge::label(name)),
                            origin,
                            None,
                        );
                        self.analyse_now();
                        self.greet();
                    }
                    Err(refusal) => {
                        reply(Err(reports::refusal(&refusal, &self.env.texts)));
                        return;
                    }
                }
            }
            LoadMode::Source if !(is_blank(self.session.dossier()) || self.from_source) => {
                if *self.session.dossier().as_ref() != opened.dossier {
                    self.banners.push(Banner::Source(Box::new(opened.dossier)));
                }
            }
            _ => {
                if self.place.step != Step::Summary {
                    self.place.object = None;
                }
                self.apply(ctx, Command::Open(Box::new(opened.dossier)), origin, None);
                self.from_source = mode == LoadMode::Source;
                self.analyse_opened(ctx);
                self.greet();
            }
        }
        (self.host.imported)(&report);
        reply(Ok(Answer::Import(report)));
    }
}
