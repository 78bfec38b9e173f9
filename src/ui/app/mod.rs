//! The application: one dossier, its history, its autosave, and the page around it.
//!
//! This file and [`meanwhile`] are what the first view takes; the others lie in the second part of the module (see
//! [`super::screens`]) and are reached only through [`update`].

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use yew::prelude::*;

mod banners;
mod changes;
mod erase;
mod follow;
mod intents;
mod leaving;
mod meanwhile;
mod merging;
mod opening;
mod update;

pub(super) use banners::view as banners;
pub(super) use leaving::{departing, handed_over, stamped};
pub(super) use update::update;

use super::drafts::Drafts;
use super::env::{Data, Env, Inner, Intent, Outlook, Place, Window, entropy};
use super::host::{Host, LoadMode, Mode, Options, Reply, Storage, Theme};
use super::insights::Insights;
use super::live::Live;
use super::screens;
use super::shell::{Frame, Saving, Toast};
use super::steps;
use crate::edit::{Origin, Session};
use crate::exchange;
use crate::i18n::texts::shell::coming;
use crate::i18n::{Catalogue, Lang, Phrase};
use crate::model::{Dossier, Id};
use crate::store::{self, Autosave, Status};
use crate::vocabulary::{Step, Vocabulary};

/// What goes on with the application once something came.
pub type Continuation = Box<dyn FnOnce(&mut App, &Context<App>)>;

/// What the bridge, the store and the components ask of the application.
pub enum Message {
    /// New options.
    Configure(Options),
    /// Serve an element.
    Attach {
        /// Its options.
        options: Options,
        /// The page.
        host: Host,
        /// The dossier to go on with.
        text: Option<Vec<u8>>,
        /// After a fault: the edit that was lost.
        lost: Option<String>,
    },
    /// The element is gone: forget everything.
    Park,
    /// Open a dossier given by the page.
    Load {
        /// Its text.
        bytes: Vec<u8>,
        /// Where it comes from.
        origin: Origin,
        /// How it meets the open one.
        mode: LoadMode,
        /// Where the report goes.
        reply: Reply,
    },
    /// Undo.
    Undo,
    /// Redo.
    Redo,
    /// Go to a step by its code.
    GoTo(String),
    /// Tell the page and the store everything now.
    Flush(Reply),
    /// Save now.
    Save(Reply),
    /// Start again from a blank dossier.
    Reset,
    /// Answer once everything sent before is dealt with.
    Settle(Reply),
    /// From a component.
    Intent(Intent),
    /// From the store, for the element it was opened for.
    Stored(u32, store::Event),
    /// What stands behind the first view came, or could not.
    Screens(bool),
    /// Time for the screen to follow what was typed.
    Follow,
    /// Time to analyse.
    Analyse,
    /// Time to tell the page.
    Notify,
    /// A message has been there long enough.
    Expire(u32),
    /// A person chose what to do with a damaged record.
    Recover(bool),
    /// Take away a permanent message.
    Acknowledge(usize),
    /// Open the dossier offered by the page.
    OpenSource,
    /// Ask for the second part of the module again.
    Bring,
    /// Try the storage again.
    Retry,
    /// Download the text that could not be read.
    DownloadRaw,
    /// Something that was waited for goes on.
    Then(Continuation),
    /// What this device kept for the element of that turn is erased, or could not be.
    Erased(u32, bool),
}

/// A permanent message under the bar.
enum Banner {
    Healed(Phrase),
    AlsoOpen,
    Damaged {
        previous: Option<store::Previous>,
    },
    Newer,
    Source(Box<Dossier>),
    /// This device kept a dossier and finds it no more.
    Vanished(store::Trace),
    /// Days since the last export.
    Remind(i64),
}

/// What the page still has to be told.
struct Pending {
    from: Rc<Dossier>,
    origin: Origin,
    _timer: Timeout,
}

/// What waits for a pause in the typing.
struct Behind {
    timer: Timeout,
    /// What a person does next is done on a screen that has followed.
    _listeners: Vec<EventListener>,
}

/// The application.
pub struct App {
    options: Options,
    host: Host,
    attached: bool,
    /// This device keeps a dossier, which the store has still to give.
    awaited: bool,
    /// What has to wait for the second part of the module; `None` once it is there.
    waiting: Option<Vec<Message>>,
    /// Grows at each attachment, so that answers of an earlier store are ignored.
    turn: u32,
    session: Session,
    /// The dossier on the screen: that of the session, or that before the letters being typed.
    shown: Rc<Dossier>,
    /// The screen has not followed the last letters.
    behind: Option<Behind>,
    drafts: Rc<Drafts>,
    live: Rc<Live>,
    env: Env,
    lang: Option<Lang>,
    theme: Option<&'static str>,
    insights: Rc<Insights>,
    analysis: Option<Timeout>,
    place: Place,
    visit: u32,
    drawer: Option<bool>,
    panel: bool,
    greeting: bool,
    window: Option<Window>,
    toasts: Vec<Toast>,
    next_toast: u32,
    banners: Vec<Banner>,
    autosave: Option<Autosave>,
    status: Status,
    raw: Option<Rc<str>>,
    saved_dirty: bool,
    pending: Option<Pending>,
    /// Writes the dossier for the store and for the page, from one revision to the next.
    writer: Rc<RefCell<exchange::Rewriter>>,
    told: Rc<Dossier>,
    from_source: bool,
    /// The page gave the dossier to go on with: the element was put back, or heals from a fault.
    resumed: bool,
    /// That dossier is what a fault left: what is stored may lack it, and is never preferred.
    healed: bool,
}

impl Component for App {
    type Message = Message;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let options = Options::default();
        let blank = Rc::new(fresh(Lang::Fr));
        let (drafts, live) = (Rc::default(), Rc::default());
        Self {
            env: environment(
                ctx,
                &options,
                (&drafts, &live),
                Catalogue::first_view(options.lang),
                Vocabulary::closed(),
            ),
            drafts,
            live,
            options,
            host: Host::default(),
            attached: false,
            awaited: false,
            waiting: meanwhile::waiting(ctx),
            turn: 0,
            session: Session::new(Rc::clone(&blank)),
            shown: Rc::clone(&blank),
            behind: None,
            lang: None,
            theme: None,
            insights: Rc::new(Insights { blank: true, ..Insights::default() }),
            analysis: None,
            place: Place::step(Step::Project),
            visit: 0,
            drawer: None,
            panel: false,
            greeting: true,
            window: None,
            toasts: Vec::new(),
            next_toast: 0,
            banners: Vec::new(),
            autosave: None,
            status: Status::Nothing,
            raw: None,
            saved_dirty: false,
            pending: None,
            writer: Rc::default(),
            told: blank,
            from_source: false,
            resumed: false,
            healed: false,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match (&self.waiting, screens::loaded()) {
            (None, Some(screens)) => (screens.update)(self, ctx, message),
            _ => self.meanwhile(ctx, message),
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        if !self.attached || self.awaited {
            return html! { <div class="tdt" part="base"><p class="coming">{ self.env.say(coming()) }</p></div> };
        }
        let data = Data {
            dossier: Rc::clone(&self.shown),
            insights: Rc::clone(&self.insights),
            place: self.place.clone(),
            visit: self.visit,
        };
        let outlook =
            Outlook { insights: Rc::clone(&self.insights), place: self.place.clone(), visit: self.visit };
        let label = |phrase: Option<Phrase>| phrase.map(|phrase| self.env.say(phrase));
        let theme = self.theme();
        let screens = screens::loaded();
        html! {
            <ContextProvider<Env> context={self.env.clone()}>
                <ContextProvider<Outlook> context={outlook}>
                <ContextProvider<Data> context={data}>
                    <div class="tdt" part="base" lang={self.env.texts.lang().tag()}
                        data-theme={(theme != "auto").then_some(theme)} onkeydown={shortcuts(ctx)}>
                        if let (true, Some(screens)) = (self.session.dossier().partner_sheet.is_some(), screens) {
                            <div class="banners">{ (screens.banners)(self, ctx) }</div>
                            { (screens.partner)(self.saving(), self.session.can_undo()) }
                        } else {
                        <Frame loaded={screens.is_some()} saving={self.saving()} drawer={self.drawer.unwrap_or(self.place.step == Step::Actors)}
                            panel={self.panel} greeting={self.greeting}
                            undo={label(self.session.undo_label())} redo={label(self.session.redo_label())}
                            banners={screens.map(|screens| (screens.banners)(self, ctx)).unwrap_or_default()} {theme} />
                        }
                        if let (Some(window), Some(screens)) = (&self.window, screens) { { (screens.window)(&self.env, window.clone()) } }
                        // Always one node: a list that grows is matched from its end, and the frame would be built anew.
                        { screens.map(|screens| (screens.toasts)(self.toasts.clone())).unwrap_or_default() }
                    </div>
                </ContextProvider<Data>>
                </ContextProvider<Outlook>>
            </ContextProvider<Env>>
        }
    }
}

/// A blank dossier with an id of its own.
fn fresh(lang: Lang) -> Dossier {
    Dossier::blank(Id::from(format!("dossier-{:016x}", entropy())), lang.tag())
}

/// Control+Z and Control+Y on the whole widget: every letter recorded is a change of the dossier. What is typed where
/// nothing is recorded yet, under `data-draft`, keeps the browser's own undo; `keys.js` keeps that one from the rest.
fn shortcuts(ctx: &Context<App>) -> Callback<KeyboardEvent> {
    let link = ctx.link().clone();
    Callback::from(move |event: KeyboardEvent| {
        if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
            return;
        }
        let intent = match (event.key().to_lowercase().as_str(), event.shift_key()) {
            ("z", false) => Intent::Undo,
            ("z", true) | ("y", _) => Intent::Redo,
            ("s", false) => Intent::Save,
            _ => return,
        };
        if !matches!(intent, Intent::Save) && drafting(&event) {
            return;
        }
        event.prevent_default();
        link.send_message(Message::Intent(intent));
    })
}

/// Whether a key is pressed in a field that holds a text not recorded yet.
fn drafting(event: &KeyboardEvent) -> bool {
    let Some(field) = event.target_dyn_into::<web_sys::Element>() else { return false };
    let begun = field.dyn_ref::<web_sys::HtmlInputElement>().is_some_and(|input| !input.value().is_empty())
        || field.dyn_ref::<web_sys::HtmlTextAreaElement>().is_some_and(|area| !area.value().is_empty());
    begun && field.closest("[data-draft]").is_ok_and(|around| around.is_some())
}

/// Words, lists and settings; `texts` and `vocabulary` hold what the page sets in place of ours.
fn environment(
    ctx: &Context<App>,
    options: &Options,
    (drafts, live): (&Rc<Drafts>, &Rc<Live>),
    texts: Catalogue,
    vocabulary: Vocabulary,
) -> Env {
    let steps = match &options.steps {
        None => steps::STEPS.to_vec(),
        Some(codes) => {
            let asked = codes.iter().filter_map(|code| Step::from_code(code));
            let chosen: Vec<Step> = asked.filter(|step| steps::STEPS.contains(step)).collect();
            if chosen.is_empty() { steps::STEPS.to_vec() } else { chosen }
        }
    };
    Env::new(Inner {
        texts,
        vocabulary: Rc::new(vocabulary),
        read_only: !options.editable(),
        heading_level: options.heading_level.clamp(1, 5),
        steps,
        no_import: options.no_import,
        no_export: options.no_export,
        handoff: options.handoff.clone().map(Into::into),
        kept_here: options.storage == Storage::Local,
        no_toolbar: options.no_toolbar,
        drafts: Rc::clone(drafts),
        live: Rc::clone(live),
        dispatch: ctx.link().callback(Message::Intent),
    })
}

impl App {
    /// The screen shows the dossier as it is.
    fn follow(&mut self) {
        self.behind = None;
        self.shown = Rc::clone(self.session.dossier());
        self.live.followed(&self.shown);
    }

    fn theme(&self) -> &'static str {
        self.theme.unwrap_or(match self.options.theme {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        })
    }

    fn saving(&self) -> Saving {
        if self.options.mode == Mode::View || self.options.read_only {
            return Saving::ReadOnly;
        }
        if self.options.storage == Storage::None {
            return Saving::Host;
        }
        match &self.status {
            Status::Nothing => Saving::Nothing,
            Status::Modified => Saving::Modified,
            Status::Saving => Saving::Running,
            Status::Saved { at } => {
                let at = js_sys::Date::new(&(*at).into());
                Saving::Saved(at.get_hours(), at.get_minutes())
            }
            Status::Failed { .. } => Saving::Failed,
            Status::MemoryOnly { .. } => Saving::Memory,
            Status::ReadOnly { .. } => Saving::ReadOnly,
            Status::Conflict { .. } => Saving::Conflict,
        }
    }
}
