//! The dossier on its way out: to the page, to a file, to paper.

use crate::exchange;
use crate::model::{Dossier, Instant};
use crate::ui::env::today;
use crate::ui::files;
use crate::ui::host::{Reply, Storage};

use super::App;

impl App {
    pub(super) fn flush(&mut self, reply: Reply) {
        self.notify();
        let Some(autosave) = &self.autosave else {
            reply(Ok("{}".to_owned()));
            return;
        };
        let done = autosave.flush();
        wasm_bindgen_futures::spawn_local(async move {
            done.await;
            reply(Ok("{}".to_owned()));
        });
    }

    pub(super) fn save(&mut self, reply: Reply) {
        self.notify();
        if !(self.host.ask)("save", "{}".to_owned()) {
            self.saved_dirty = false;
            (self.host.saved)(false);
            reply(Ok(r#"{"handledBy":"host"}"#.to_owned()));
            return;
        }
        let stores = self.options.storage == Storage::Local;
        match &self.autosave {
            Some(autosave) if stores => {
                let done = autosave.save_now();
                wasm_bindgen_futures::spawn_local(async move {
                    if done.await {
                        reply(Ok(r#"{"handledBy":"storage"}"#.to_owned()));
                    } else {
                        reply(Err(error("not-saved")));
                    }
                });
            }
            _ => reply(Err(error("no-storage"))),
        }
    }

    pub(super) fn export(&mut self) {
        self.notify();
        let dossier = self.session.dossier();
        let day = today().to_string();
        let name = files::name(&day, dossier.title(), dossier.revision.unwrap_or_default(), "json");
        let detail = serde_json::json!({ "format": "json", "name": name }).to_string();
        if (self.host.ask)("export", detail) {
            let text = exchange::write_pretty(&stamped(dossier));
            files::download(&name, "application/json", &text).ok();
        }
    }

    pub(super) fn print(&self, what: &'static str) {
        let Some(element) = self.node.cast::<web_sys::Element>() else { return };
        element.set_attribute("data-print", what).ok();
        if let Some(window) = web_sys::window() {
            window.print().ok();
        }
        element.remove_attribute("data-print").ok();
    }
}

/// The dossier with the instant at which it leaves.
pub(super) fn stamped(dossier: &Dossier) -> Dossier {
    let now = String::from(js_sys::Date::new_0().to_iso_string());
    Dossier { saved_at: Instant::parse(&now), ..dossier.clone() }
}

fn error(code: &str) -> String {
    serde_json::json!({ "code": code, "pointer": "", "message": code }).to_string()
}
