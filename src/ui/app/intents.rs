//! What a component asks for.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::{App, Message, fresh};
use crate::edit::{Command, Item, Kind, Origin, done, fresh_id, removed};
use crate::i18n::Phrase;
use crate::i18n::texts::shell as say;
use crate::model::{Actor, Project};
use crate::store::Autosave;
use crate::ui::env::{Intent, Place, entropy};
use crate::ui::formats;
use crate::ui::insights::is_blank;
use crate::ui::shell::Toast;
use crate::vocabulary::Step;

/// How long a message stays, in milliseconds.
const TOAST_DELAY: u32 = 9_000;

/// How many messages are shown at a time.
const SHOWN: usize = 2;

impl App {
    pub(super) fn toast(&mut self, ctx: &Context<Self>, phrase: Phrase, undo: bool) {
        let id = self.next_toast;
        self.next_toast += 1;
        self.toasts.retain(|toast| toast.phrase.text.key != phrase.text.key);
        self.toasts.push(Toast { id, phrase, undo });
        if self.toasts.len() > SHOWN {
            self.toasts.remove(0);
        }
        let link = ctx.link().clone();
        Timeout::new(TOAST_DELAY, move || link.send_message(Message::Expire(id))).forget();
    }

    pub(super) fn go(&mut self, place: Place) {
        self.place = place;
        self.visit += 1;
        self.window = None;
        self.panel = false;
        self.greet();
    }

    /// Whether the doors stand above the project: decided when the person comes to it, not while they write.
    pub(super) fn greet(&mut self) {
        self.greeting = self.place.step == Step::Project && is_blank(self.session.dossier());
    }

    pub(super) fn answer(&mut self, ctx: &Context<Self>, intent: Intent) -> bool {
        match intent {
            Intent::Change(change, merge) => {
                if self.env.read_only {
                    self.toast(ctx, say::no_read_only_change(), false);
                    return true;
                }
                let Some(command) = change(self.session.dossier()) else { return false };
                let announce = match &command {
                    // A wave that goes, the files that leave and the first group are announced themselves.
                    Command::Remove { kind, .. } => *kind != Kind::Wave,
                    Command::MergeActors { .. } => true,
                    Command::PutAll(items) => !matches!(items.first(), Some(Item::Sheet(_) | Item::Wave(_))),
                    _ => false,
                };
                let removes = match &command {
                    Command::Remove { kind, .. } => Some((*kind, Rc::clone(self.session.dossier()))),
                    _ => None,
                };
                if self.apply(ctx, command, Origin::User, merge)
                    && announce
                    && let Some(label) = self.session.undo_label()
                {
                    let told = match removes {
                        Some((kind, before)) => removed(label, kind, &before, self.session.dossier()),
                        None => done(label),
                    };
                    self.toast(ctx, told, true);
                }
            }
            Intent::Type(change, merge) => {
                if self.env.read_only {
                    self.toast(ctx, say::no_read_only_change(), false);
                    return true;
                }
                let Some(command) = change(self.session.dossier()) else { return false };
                return self.type_in(ctx, command, merge);
            }
            Intent::Carrier(name) => self.carrier(ctx, name),
            Intent::Undo => {
                if self.env.read_only {
                    return false;
                }
                self.travel(ctx, true, true);
            }
            Intent::Redo => {
                if self.env.read_only {
                    return false;
                }
                self.travel(ctx, false, true);
            }
            Intent::Go(place) => self.go(place),
            Intent::Toast(phrase, undo) => self.toast(ctx, phrase, undo),
            Intent::Dismiss(id) => self.toasts.retain(|toast| toast.id != id),
            Intent::Show(window) => self.window = window,
            Intent::Open(dossier, phrase) => {
                self.window = None;
                self.place = Place::step(self.env.steps.first().copied().unwrap_or(Step::Summary));
                self.visit += 1;
                self.apply(ctx, Command::Open(dossier), Origin::Import, None);
                self.analyse_opened(ctx);
                self.greet();
                self.toast(ctx, phrase, true);
            }
            Intent::Drawer(open) => {
                self.drawer = Some(open);
                self.panel = open;
            }
            Intent::Speak(lang) => {
                self.lang = Some(lang);
                self.env = super::update::full_environment(
                    ctx,
                    &self.options,
                    (&self.drafts, &self.live),
                    self.lang,
                );
            }
            Intent::Theme(theme) => self.theme = Some(theme),
            Intent::Print(what) => {
                (self.host.print)(what);
                return false;
            }
            Intent::Download => {
                self.window = None;
                self.export(ctx);
            }
            Intent::Deliver(format, name, mime, bytes) => {
                self.deliver(ctx, format, name, &mime, || bytes);
            }
            Intent::Leave(out) => self.leave(ctx, *out),
            Intent::HandOut(mut files, done) => {
                self.notify();
                files.retain(|out| (self.host.ask)("handoff", &out.detail, None));
                if self.options.no_export {
                    files.clear();
                }
                done(files);
                return false;
            }
            Intent::SendBack => self.send_back(ctx),
            Intent::Convert(work) => {
                formats::run(&self.host, work);
                return false;
            }
            Intent::HandOver => self.hand_over(ctx),
            Intent::Save => self.save(Box::new(|_| {})),
            Intent::Settle(mine) => {
                if let Some(autosave) = &self.autosave {
                    if mine {
                        autosave.keep_mine();
                    } else {
                        autosave.take_theirs();
                    }
                }
            }
            Intent::Versions(reply) => {
                let versions = self.autosave.as_ref().map(Autosave::versions);
                wasm_bindgen_futures::spawn_local(async move {
                    reply(match versions {
                        Some(versions) => versions.await,
                        None => Vec::new(),
                    });
                });
                return false;
            }
            Intent::VersionText(id, reply) => {
                let text = self.autosave.as_ref().map(|autosave| autosave.text_of(id));
                wasm_bindgen_futures::spawn_local(async move {
                    reply(match text {
                        Some(text) => text.await,
                        None => None,
                    });
                });
                return false;
            }
            Intent::Erase => {
                self.window = None;
                self.erase(ctx);
            }
            Intent::Blank => {
                let blank = fresh(self.env.texts.lang());
                self.window = None;
                self.place = Place::step(self.env.steps.first().copied().unwrap_or(Step::Summary));
                self.visit += 1;
                if self.apply(ctx, Command::Replace(Box::new(blank)), Origin::User, None) {
                    self.analyse_now();
                    self.greet();
                    self.toast(ctx, say::blank_done(), true);
                }
            }
        }
        true
    }

    /// Two changes, so that undoing the second leaves the actor.
    fn carrier(&mut self, ctx: &Context<Self>, name: String) {
        if self.env.read_only {
            return;
        }
        let guess = self.env.vocabulary.guess(&name);
        let (kind, subkind) = guess.map_or((None, None), |guess| (Some(guess.kind), guess.subkind));
        let id = fresh_id(self.session.dossier(), "act", entropy());
        let project = self.session.dossier().project.clone().unwrap_or_default();
        let subkind = subkind.unwrap_or_default();
        let actor = Actor { id: id.clone(), name, kind, subkind, ..Actor::default() };
        self.apply(ctx, Command::Put(Item::Actor(actor)), Origin::User, None);
        self.apply(ctx, Command::Project(Project { carrier: Some(id), ..project }), Origin::User, None);
    }
}
