//! The dossier on its way out: to the store, to the page, to a file.

use std::rc::Rc;

use yew::Context;

use crate::exchange;
use crate::i18n::texts::{shell as say, summary};
use crate::model::{Dossier, Instant};
use crate::ui::env::today;
use crate::ui::files;
use crate::ui::host::{Reply, Storage};
use crate::ui::reports::{self, Answer, Detail};

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
        if !(self.host.ask)("save", &Detail::default()) {
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
        if (self.host.ask)("handoff", &Detail::default()) {
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
        self.deliver(ctx, "json", name, "application/json", || exchange::write_pretty(&stamped(&dossier)));
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
        let detail = Detail { format: Some(format), name: Some(name.clone()) };
        if (self.host.ask)("export", &detail) && files::download(&name, mime, &bytes()).is_ok() {
            if format == "json" {
                self.note_trace(|trace| trace.exported(today(), &name));
                self.banners.retain(|banner| !matches!(banner, Banner::Remind(_)));
            }
            self.toast(ctx, say::exported(name), false);
        }
    }
}

/// The dossier with the instant at which it leaves.
pub(super) fn stamped(dossier: &Dossier) -> Dossier {
    let now = String::from(js_sys::Date::new_0().to_iso_string());
    Dossier { saved_at: Instant::parse(&now), ..dossier.clone() }
}
