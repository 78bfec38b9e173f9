//! The first view, until the second part of the module is there: it shows where a person is and keeps what they type.

use yew::prelude::*;

use super::{App, Message, environment};
use crate::i18n::Catalogue;
use crate::store;
use crate::ui::env::{Intent, Place};
use crate::ui::host::{Options, Storage};
use crate::ui::screens;
use crate::vocabulary::{Step, Vocabulary};

/// An empty list of what has to wait, and the second part asked for; `None` where it is there already.
pub(super) fn waiting(ctx: &Context<App>) -> Option<Vec<Message>> {
    if screens::loaded().is_some() {
        return None;
    }
    bring(ctx);
    Some(Vec::new())
}

fn bring(ctx: &Context<App>) {
    let link = ctx.link().clone();
    wasm_bindgen_futures::spawn_local(async move {
        link.send_message(Message::Screens(screens::load().await));
    });
}

impl App {
    /// Deals with a message in the first view; true when the screen changes.
    pub(super) fn meanwhile(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Screens(true) => {
                let waiting = self.waiting.take().unwrap_or_default();
                if let Some(screens) = screens::loaded() {
                    for message in waiting {
                        (screens.update)(self, ctx, message);
                    }
                }
                // The fields show what was typed meanwhile, which is now in the dossier.
                self.follow();
                true
            }
            // The page shows why and offers to ask again.
            Message::Screens(false) => false,
            Message::Bring => {
                bring(ctx);
                false
            }
            Message::Intent(Intent::Go(place)) => {
                self.greeting = place.step == Step::Project;
                self.place = place.clone();
                self.visit += 1;
                // Attaching starts at the first step again: the person is taken back to where they went.
                self.waiting.get_or_insert_default().push(Message::Intent(Intent::Go(place)));
                true
            }
            message => {
                match &message {
                    // What is shown at once; the rest of these messages is dealt with later.
                    Message::Attach { options, text, .. } => self.receive(ctx, options, text.is_none()),
                    Message::Configure(options) => self.receive(ctx, options, self.greeting),
                    _ => {}
                }
                self.waiting.get_or_insert_default().push(message);
                true
            }
        }
    }

    fn receive(&mut self, ctx: &Context<Self>, options: &Options, greeting: bool) {
        self.options = options.clone();
        self.drafts.kept_with(options);
        self.env = environment(
            ctx,
            options,
            (&self.drafts, &self.live),
            Catalogue::first_view(options.lang),
            Vocabulary::closed(),
        );
        self.place = Place::step(self.env.steps.first().copied().unwrap_or(Step::Summary));
        // Words of the page in place of ours come with the second part, and so does a dossier that this device keeps:
        // showing ours, or a blank one, first would be a flicker.
        self.awaited = greeting && options.storage == Storage::Local && store::known();
        self.attached = options.vocabulary.is_none() && options.messages.is_none();
        self.greeting = greeting && self.place.step == Step::Project;
    }
}
