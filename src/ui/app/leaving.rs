//! The dossier on its way out: to the store, to the page, to a file.

use std::rc::Rc;

use yew::Context;

use crate::edit::{Command, Origin};
use crate::exchange;
use crate::i18n::texts::{partner as words, shell as say, summary};
use crate::model::{Dossier, Id, Instant, PartnerSheet};
use crate::ui::env::today;
use crate::ui::files;
use crate::ui::host::{Reply, Storage};
use crate::ui::reports::{self, Answer, Detail, Outgoing};

use super::{App, Banner};

impl App {
    pub(super) fn flush(&mut self, reply: Reply) {
        self.notify();
        let Some(autosave) = &self.autosave else {
            reply(Ok(Answer::Done {}));
            return;
        };
        let done = autosave.flush();
        wasm_bindgen_futures::spawn_local(async move {
            done.await;
            reply(Ok(Answer::Done {}));
        });
    }

    pub(super) fn save(&mut self, reply: Reply) {
        self.notify();
        if !(self.host.ask)("save", &Detail::default(), None) {
            self.saved_dirty = false;
            (self.host.saved)(false);
            reply(Ok(Answer::Saved { handled_by: "host" }));
            return;
        }
        let stores = self.options.storage == Storage::Local;
        match &self.autosave {
            Some(autosave) if stores => {
                let done = autosave.save_now();
                wasm_bindgen_futures::spawn_local(async move {
                    if done.await {
                        reply(Ok(Answer::Saved { handled_by: "storage" }));
                    } else {
                        reply(Err(reports::refused("not-saved")));
                    }
                });
            }
            _ => reply(Err(reports::refused("no-storage"))),
        }
    }

    /// Gives the dossier to the page; a page that does not take it leaves the person with a file to send.
    pub(super) fn hand_over(&mut self, ctx: &Context<Self>) {
        self.notify();
        self.keep_sent();
        let detail = Detail { format: Some("json"), kind: Some("dossier"), ..Detail::default() };
        if (self.host.ask)("handoff", &detail, None) {
            self.export(ctx);
        } else {
            self.toast(ctx, summary::handed_over(), false);
        }
    }

    pub(super) fn export(&mut self, ctx: &Context<Self>) {
        self.notify();
        let dossier = Rc::clone(self.session.dossier());
        let day = today().to_string();
        let name = files::name(&day, dossier.title(), dossier.revision.unwrap_or_default(), "json");
        self.deliver(ctx, "json", name, "application/json", || {
            exchange::write_pretty(&departing(&dossier, &dossier))
        });
    }

    /// Offers a file as a download and says so, unless the page takes care of it.
    pub(super) fn deliver(
        &mut self,
        ctx: &Context<Self>,
        format: &'static str,
        name: String,
        mime: &str,
        bytes: impl FnOnce() -> Vec<u8>,
    ) {
        let privacy = (format == "json").then_some("complete");
        let detail = Detail { format: Some(format), name: Some(name), privacy, ..Detail::default() };
        self.send(
            ctx,
            Outgoing { detail, media_type: mime.to_owned(), bytes: bytes(), handoff: false },
            true,
        );
    }

    /// The whole dossier is in a file: that is what lasts.
    fn kept_in(&mut self, name: &str) {
        self.note_trace(|trace| trace.exported(today(), name));
        self.banners.retain(|banner| !matches!(banner, Banner::Remind(_)));
    }

    /// A file made in a dialog leaves. A page that lets no file out still takes what is handed over.
    pub(super) fn leave(&mut self, ctx: &Context<Self>, out: Outgoing) {
        self.notify();
        self.send(ctx, out, !self.options.no_export);
    }

    /// Keeps the open state on this device, beyond the last saves: a file of it may come back in months, and is merged
    /// without loss as long as what both come from is known.
    fn keep_sent(&self) {
        if let Some(autosave) = &self.autosave
            && let Ok(text) = String::from_utf8(exchange::write(self.session.dossier()))
        {
            autosave.sent(text.into());
        }
    }

    /// Asks the page to take a file; where it does not, offers it as a download if it may, and says so.
    fn send(&mut self, ctx: &Context<Self>, out: Outgoing, download: bool) {
        let Outgoing { detail, media_type, bytes, handoff } = out;
        let what = if handoff { "handoff" } else { "export" };
        let file = (!handoff).then_some((media_type.as_str(), bytes.as_slice()));
        // What is published leads back to nothing, and a sheet is compared line by line.
        if detail.format == Some("json") && detail.privacy != Some("public") && !handoff {
            self.keep_sent();
        }
        if !(self.host.ask)(what, &detail, file) || !download {
            return;
        }
        let name = detail.name.unwrap_or_default();
        if files::download(&name, &media_type, &bytes).is_err() {
            return;
        }
        if detail.format == Some("json") && detail.privacy == Some("complete") && !handoff {
            self.kept_in(&name);
        }
        self.toast(ctx, say::exported(name), false);
    }

    /// The open sheet goes back to whoever sent it, with the day of the answer.
    pub(super) fn send_back(&mut self, ctx: &Context<Self>) {
        let Some(sheet) = self.session.dossier().partner_sheet.clone() else { return };
        if self.env.read_only {
            return;
        }
        let sheet = PartnerSheet { answered_on: Some(today()), ..sheet };
        let actor = sheet.actor.clone();
        self.apply(ctx, Command::Sheet(Box::new(sheet)), Origin::User, None);
        let dossier = stamped(self.session.dossier());
        let title = dossier.actor(&actor).map(|actor| actor.name.clone()).unwrap_or_default();
        let name = files::sheet_name(&today().to_string(), &self.env.say(words::answer_file()), &title);
        self.leave(ctx, handed_over("answer", name, &actor, exchange::write_pretty(&dossier)));
    }
}

/// A sheet or an answer on its way from hand to hand.
pub(in crate::ui) fn handed_over(kind: &'static str, name: String, actor: &Id, bytes: Vec<u8>) -> Outgoing {
    let detail = Detail {
        format: Some("json"),
        name: Some(name),
        kind: Some(kind),
        actor: Some(actor.to_string()),
        text: String::from_utf8(bytes.clone()).ok(),
        ..Detail::default()
    };
    Outgoing { detail, media_type: "application/json".to_owned(), bytes, handoff: true }
}

/// A dossier, or a copy of it, as it leaves: what comes back is recognised by it.
pub(in crate::ui) fn departing(copy: &Dossier, whole: &Dossier) -> Dossier {
    stamped(&exchange::merge::with_lineage(copy, &[whole]))
}

/// The dossier with the instant at which it leaves.
pub(in crate::ui) fn stamped(dossier: &Dossier) -> Dossier {
    let now = String::from(js_sys::Date::new_0().to_iso_string());
    Dossier { saved_at: Instant::parse(&now), ..dossier.clone() }
}
