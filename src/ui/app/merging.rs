//! A dossier of the page merged into the open one, without asking.

use std::rc::Rc;

use yew::Context;

use super::{App, Continuation, Message};
use crate::edit::{Command, Origin};
use crate::exchange::merge::{Kinship, into, is_unsettled, kinship};
use crate::exchange::{Opened, read};
use crate::i18n::texts::merging as say;
use crate::model::{Dossier, Id};
use crate::store::{Version, possible_ancestors};
use crate::ui::host::Reply;
use crate::ui::reports::{self, Answer};

/// A dossier that is to be merged, and who waits for it.
struct Coming {
    opened: Opened,
    origin: Origin,
    reply: Reply,
    /// The element and the dossier it is for.
    turn: u32,
    id: Id,
}

impl App {
    /// Merges a dossier into the open one. What both come from is looked for among what this device kept, where the two
    /// do not tell it themselves; the page and the person go on meanwhile.
    pub(super) fn merge_in(&mut self, ctx: &Context<Self>, opened: Opened, origin: Origin, reply: Reply) {
        let ours = self.session.dossier();
        let found = kinship(ours, &opened.dossier, &[]);
        let unsettled = is_unsettled(&found, ours, &opened.dossier);
        let coming = Coming { opened, origin, reply, turn: self.turn, id: ours.id.clone() };
        match &self.autosave {
            Some(autosave) if unsettled => {
                let (found, link) = (autosave.versions(), ctx.link().clone());
                wasm_bindgen_futures::spawn_local(async move {
                    let versions = found.await;
                    let go_on: Continuation = Box::new(move |app, ctx| app.look_back(ctx, &versions, coming));
                    link.send_message(Message::Then(go_on));
                });
            }
            _ => self.take_in(ctx, coming, &found),
        }
    }

    /// Reads what this device kept, then merges.
    fn look_back(&mut self, ctx: &Context<Self>, versions: &[Version], coming: Coming) {
        let ids = possible_ancestors(versions).into_iter();
        let texts: Vec<_> =
            self.autosave.iter().flat_map(|store| ids.clone().map(|id| store.text_of(id))).collect();
        let link = ctx.link().clone();
        wasm_bindgen_futures::spawn_local(async move {
            let mut kept: Vec<Rc<Dossier>> = Vec::new();
            for text in texts {
                let opened = text.await.and_then(|text| read(text.as_bytes()).ok());
                kept.extend(opened.map(|opened| Rc::new(opened.dossier)));
            }
            let go_on: Continuation = Box::new(move |app, ctx| {
                let found = kinship(app.session.dossier(), &coming.opened.dossier, &kept);
                app.take_in(ctx, coming, &found);
            });
            link.send_message(Message::Then(go_on));
        });
    }

    fn take_in(&mut self, ctx: &Context<Self>, coming: Coming, found: &Kinship) {
        let Coming { opened, origin, reply, turn, id } = coming;
        let ours = Rc::clone(self.session.dossier());
        if turn != self.turn || id != ours.id {
            // Another dossier was opened meanwhile: it is not the one to merge into.
            return reply(Err(reports::refused("replaced")));
        }
        let mut report = reports::report(&opened.report, &self.env.texts);
        match into(found, &ours, &opened.dossier) {
            Ok((dossier, told)) => {
                report.merged = Some(told);
                let name = opened.dossier.title().to_owned();
                let command = Command::Become(Box::new(dossier), say::label(name));
                self.apply(ctx, command, origin, None);
                self.analyse_now();
                self.greet();
            }
            Err(refusal) => return reply(Err(reports::refusal(&refusal, &self.env.texts))),
        }
        (self.host.imported)(&report);
        reply(Ok(Answer::Import(report)));
    }
}
