//! The dossier on its way out: to the store, to the page, to a file.

use crate::exchange;
use crate::model::{Dossier, Instant};
use crate::ui::env::today;
use crate::ui::files;
use crate::ui::host::{Reply, Storage};
use crate::ui::reports::{self, Answer, Detail};

use super::App;

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

    pub(super) fn export(&mut self) {
        self.notify();
        let dossier = self.session.dossier();
        let day = today().to_string();
        let name = files::name(&day, dossier.title(), dossier.revision.unwrap_or_default(), "json");
        self.deliver("json", &name, "application/json", || exchange::write_pretty(&stamped(dossier)));
    }

    /// Offers a file as a download, unless the page says that it takes care of it.
    pub(super) fn deliver(
        &self,
        format: &'static str,
        name: &str,
        mime: &str,
        bytes: impl FnOnce() -> Vec<u8>,
    ) {
        let detail = Detail { format: Some(format), name: Some(name.to_owned()) };
        if (self.host.ask)("export", &detail) {
            files::download(name, mime, &bytes()).ok();
        }
    }
}

/// The dossier with the instant at which it leaves.
pub(super) fn stamped(dossier: &Dossier) -> Dossier {
    let now = String::from(js_sys::Date::new_0().to_iso_string());
    Dossier { saved_at: Instant::parse(&now), ..dossier.clone() }
}
