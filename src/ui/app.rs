//! The application: one dossier, its history, its autosave, and the page around it.

use std::collections::BTreeMap;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

mod banners;

use super::dialogs;
use super::env::{Data, Env, Inner, Intent, Outlook, Place, Window, entropy, today};
use super::files;
use super::host::{ChangeNotice, Host, LoadMode, Mode, Options, Reply, Storage, Theme};
use super::insights::{Insights, is_blank};
use super::reports;
use super::shell::{Frame, Saving, Toast, Toasts};
use super::steps;
use crate::edit::{Applied, Command, Edit, Origin, Session};
use crate::exchange;
use crate::i18n::texts::shell as say;
use crate::i18n::{Catalogue, Lang, Phrase};
use crate::model::{Dossier, Id, Instant};
use crate::store::{self, Autosave, Loaded, Status};
use crate::vocabulary::{Step, Vocabulary};

/// How long the analysis waits after the last change, in milliseconds.
const ANALYSIS_DELAY: u32 = 160;
/// How long changes are gathered before the page is told, in milliseconds.
const NOTICE_DELAY: u32 = 240;
/// How long a message stays, in milliseconds.
const TOAST_DELAY: u32 = 9_000;

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
    /// The dossier as text.
    Text(Reply),
    /// From a component.
    Intent(Intent),
    /// From the store, for the element it was opened for.
    Stored(u32, store::Event),
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
    /// Try the storage again.
    Retry,
    /// Download the text that could not be read.
    DownloadRaw,
}

/// A permanent message under the bar.
enum Banner {
    Healed(Phrase),
    AlsoOpen,
    Damaged { previous: Option<store::Previous> },
    Newer,
    Source(Box<Dossier>),
}

/// What the page still has to be told.
struct Pending {
    from: Rc<Dossier>,
    origin: Origin,
    _timer: Timeout,
}

/// The application.
pub struct App {
    options: Options,
    host: Host,
    attached: bool,
    /// Grows at each attachment, so that answers of an earlier store are ignored.
    turn: u32,
    session: Session,
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
    told: Rc<Dossier>,
    from_source: bool,
    /// The page gave the dossier to go on with: the element was put back, or heals from a fault.
    resumed: bool,
    /// That dossier is what a fault left: what is stored may lack it, and is never preferred.
    healed: bool,
    node: NodeRef,
}

impl Component for App {
    type Message = Message;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let options = Options::default();
        let blank = Rc::new(fresh(Lang::Fr));
        Self {
            env: environment(ctx, &options, None),
            options,
            host: Host::default(),
            attached: false,
            turn: 0,
            session: Session::new(Rc::clone(&blank)),
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
            told: blank,
            from_source: false,
            resumed: false,
            healed: false,
            node: NodeRef::default(),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Configure(options) => self.configure(ctx, options),
            Message::Attach { options, host, text, lost } => self.attach(ctx, options, host, text, lost),
            Message::Park => self.park(ctx),
            Message::Load { bytes, origin, mode, reply } => self.load(ctx, &bytes, origin, mode, reply),
            Message::Undo => self.travel(ctx, true, false),
            Message::Redo => self.travel(ctx, false, false),
            Message::GoTo(code) => {
                if let Some(step) = Step::from_code(&code) {
                    self.go(Place::step(step));
                }
            }
            Message::Flush(reply) => self.flush(reply),
            Message::Save(reply) => self.save(reply),
            Message::Reset => {
                let blank = fresh(self.env.texts.lang());
                self.apply(ctx, Command::Replace(Box::new(blank)), Origin::Host, None);
            }
            Message::Text(reply) => {
                let text = String::from_utf8(exchange::write(self.session.dossier())).unwrap_or_default();
                reply(Ok(text));
                return false;
            }
            Message::Intent(intent) => return self.answer(ctx, intent),
            Message::Stored(turn, event) => {
                if turn != self.turn {
                    return false;
                }
                self.stored(ctx, event);
            }
            Message::Analyse => {
                self.analysis = None;
                self.insights = Rc::new(Insights::of(self.session.dossier(), today()));
            }
            Message::Notify => {
                self.notify();
                return false;
            }
            Message::Expire(id) => self.toasts.retain(|toast| toast.id != id),
            Message::Recover(previous) => self.recover(ctx, previous),
            Message::Acknowledge(index) => {
                if index < self.banners.len() {
                    self.banners.remove(index);
                }
            }
            Message::OpenSource => self.open_source(ctx),
            Message::Retry => {
                if let Some(autosave) = &self.autosave {
                    autosave.retry();
                }
            }
            Message::DownloadRaw => {
                if let Some(raw) = &self.raw {
                    files::download("dossier-illisible.txt", "text/plain", raw.as_bytes()).ok();
                }
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        if !self.attached {
            return html! { <div class="tdt" part="base" ref={self.node.clone()}></div> };
        }
        let data = Data {
            dossier: Rc::clone(self.session.dossier()),
            insights: Rc::clone(&self.insights),
            place: self.place.clone(),
            visit: self.visit,
        };
        let outlook =
            Outlook { insights: Rc::clone(&self.insights), place: self.place.clone(), visit: self.visit };
        let label = |phrase: Option<Phrase>| phrase.map(|phrase| self.env.say(phrase));
        let theme = self.theme();
        html! {
            <ContextProvider<Env> context={self.env.clone()}>
                <ContextProvider<Outlook> context={outlook}>
                <ContextProvider<Data> context={data}>
                    <div class="tdt" part="base" ref={self.node.clone()} lang={self.env.texts.lang().tag()}
                        data-theme={(theme != "auto").then_some(theme)} onkeydown={shortcuts(ctx)}>
                        <Frame saving={self.saving()} drawer={self.drawer.unwrap_or(self.place.step == Step::Actors)}
                            panel={self.panel} greeting={self.greeting}
                            undo={label(self.session.undo_label())} redo={label(self.session.redo_label())}
                            banners={self.banners(ctx)} {theme} />
                        if let Some(window) = &self.window { <dialogs::Window window={window.clone()} /> }
                        <Toasts toasts={self.toasts.clone()} />
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

/// Control+Z and Control+Y on the whole widget; a text field keeps the browser's own undo for what it holds
/// only where nothing of the dossier changed, which never happens here: every letter is a change of the dossier.
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
        event.prevent_default();
        link.send_message(Message::Intent(intent));
    })
}

fn environment(ctx: &Context<App>, options: &Options, lang: Option<Lang>) -> Env {
    let vocabulary =
        options.vocabulary.as_deref().map_or_else(Vocabulary::default, Vocabulary::with_overrides);
    let lang = lang.unwrap_or(options.lang);
    // The page's own messages go before what its vocabulary says.
    let mut messages = vocabulary.messages(lang);
    let own: Option<BTreeMap<String, String>> =
        options.messages.as_deref().and_then(|messages| serde_json::from_str(messages).ok());
    messages.extend(own.unwrap_or_default());
    let texts = Catalogue::new(lang).with_overrides(messages);
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
        no_toolbar: options.no_toolbar,
        dispatch: ctx.link().callback(Message::Intent),
    })
}

impl App {
    fn theme(&self) -> &'static str {
        self.theme.unwrap_or(match self.options.theme {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        })
    }

    fn configure(&mut self, ctx: &Context<Self>, options: Options) {
        if options.lang != self.options.lang {
            self.lang = None;
        }
        if options.theme != self.options.theme {
            self.theme = None;
        }
        let storage = (options.storage, options.storage_key.clone());
        let moved = storage != (self.options.storage, self.options.storage_key.clone());
        self.options = options;
        self.env = environment(ctx, &self.options, self.lang);
        if !self.env.steps.contains(&self.place.step) && self.place.step != Step::Summary {
            self.place = Place::step(self.env.steps.first().copied().unwrap_or(Step::Summary));
        }
        if moved && self.attached {
            (self.resumed, self.healed) = (false, false);
            self.open_store(ctx);
        }
    }

    fn attach(
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
        self.insights = Rc::new(Insights::of(self.session.dossier(), today()));
        if self.options.storage == Storage::None {
            (self.host.ready)();
        }
    }

    /// Back to the state of a new application, with other options.
    fn forget(&mut self, ctx: &Context<Self>, options: Options) {
        let turn = self.turn + 1;
        *self = <Self as Component>::create(ctx);
        self.turn = turn;
        self.options = options;
        self.env = environment(ctx, &self.options, None);
        self.place = Place::step(self.env.steps.first().copied().unwrap_or(Step::Summary));
        self.start(Rc::new(fresh(self.env.texts.lang())));
    }

    fn park(&mut self, ctx: &Context<Self>) {
        if let Some(autosave) = self.autosave.take() {
            // The reply is only news: closing goes on without anybody waiting for it.
            drop(autosave.close());
        }
        self.forget(ctx, Options::default());
    }

    /// Goes on with a dossier that is no change: what was stored, what the page gave at the start.
    fn start(&mut self, dossier: Rc<Dossier>) {
        self.session.reset(Rc::clone(&dossier));
        self.greet();
        self.told = Rc::clone(&dossier);
        self.pending = None;
        *self.host.current.borrow_mut() = Some(dossier);
    }

    fn open_store(&mut self, ctx: &Context<Self>) {
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
        self.autosave = Some(autosave);
    }

    fn stored(&mut self, ctx: &Context<Self>, event: store::Event) {
        match event {
            store::Event::Loaded(loaded) => self.loaded(ctx, loaded),
            store::Event::Status(status) => {
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

    fn loaded(&mut self, ctx: &Context<Self>, loaded: Loaded) {
        let healed = self.healed;
        match loaded {
            Loaded::Text { text, .. } if !healed => match exchange::read(text.as_bytes()) {
                Ok(opened) => {
                    let ours = Rc::clone(self.session.dossier());
                    let newer = opened.dossier.revision > ours.revision;
                    if is_blank(&ours) || (self.resumed && newer) {
                        self.start(Rc::new(opened.dossier));
                        self.analyse_now();
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
            Loaded::Text { .. } | Loaded::Nothing | Loaded::Refused { .. } => {}
        }
        if healed {
            self.remember();
        }
        if self.options.storage == Storage::Local {
            (self.host.ready)();
        }
    }

    fn recover(&mut self, ctx: &Context<Self>, previous: bool) {
        let at = self.banners.iter().position(|banner| matches!(banner, Banner::Damaged { .. }));
        let Some(at) = at else { return };
        let Banner::Damaged { previous: kept } = self.banners.remove(at) else { return };
        if let Some(autosave) = &self.autosave {
            autosave.resume();
        }
        if let (true, Some(kept)) = (previous, kept)
            && let Ok(opened) = exchange::read(kept.text.as_bytes())
        {
            self.apply(ctx, Command::Replace(Box::new(opened.dossier)), Origin::Import, None);
        }
    }

    fn open_source(&mut self, ctx: &Context<Self>) {
        let at = self.banners.iter().position(|banner| matches!(banner, Banner::Source(_)));
        let Some(at) = at else { return };
        if let Banner::Source(dossier) = self.banners.remove(at) {
            self.apply(ctx, Command::Replace(dossier), Origin::Import, None);
        }
    }

    fn load(&mut self, ctx: &Context<Self>, bytes: &[u8], origin: Origin, mode: LoadMode, reply: Reply) {
        let opened = match exchange::read(bytes) {
            Ok(opened) => opened,
            Err(refusal) => {
                reply(Err(reports::refusal(&refusal, &self.env.texts)));
                return;
            }
        };
        let report = reports::report(&opened.report, &self.env.texts);
        match mode {
            LoadMode::Source if !(is_blank(self.session.dossier()) || self.from_source) => {
                if *self.session.dossier().as_ref() != opened.dossier {
                    self.banners.push(Banner::Source(Box::new(opened.dossier)));
                }
            }
            _ => {
                if self.place.step != Step::Summary {
                    self.place.object = None;
                }
                self.apply(ctx, Command::Replace(Box::new(opened.dossier)), origin, None);
                self.from_source = mode == LoadMode::Source;
                self.analyse_now();
                self.greet();
            }
        }
        (self.host.imported)(report.clone());
        reply(Ok(report));
    }

    /// Runs a command; true when it changed something.
    fn apply(
        &mut self,
        ctx: &Context<Self>,
        command: Command,
        origin: Origin,
        merge: Option<String>,
    ) -> bool {
        let before = Rc::clone(self.session.dossier());
        match self.session.apply(Edit { command, origin, merge }) {
            Ok(Some(applied)) => {
                self.settle(ctx, &applied, before);
                true
            }
            Ok(None) => false,
            Err(refused) => {
                self.toast(ctx, say::refused(refused.reason), false);
                false
            }
        }
    }

    fn travel(&mut self, ctx: &Context<Self>, back: bool, say_it: bool) {
        let before = Rc::clone(self.session.dossier());
        let applied = if back { self.session.undo() } else { self.session.redo() };
        if let Some(applied) = applied {
            self.settle(ctx, &applied, before);
            self.analyse_now();
            if say_it {
                let words = if back { say::undone(applied.label) } else { say::redone(applied.label) };
                self.toast(ctx, words, false);
            }
        }
    }

    fn settle(&mut self, ctx: &Context<Self>, applied: &Applied, before: Rc<Dossier>) {
        (self.host.edited)(self.env.say(&applied.label).to_string());
        // The store says so too, but later: the page may ask at once.
        if !self.saved_dirty {
            self.saved_dirty = true;
            (self.host.saved)(true);
        }
        self.changed_from(ctx, before, applied.origin, true);
    }

    /// Everything that follows a change: the page, the store, the analysis.
    fn changed_from(&mut self, ctx: &Context<Self>, before: Rc<Dossier>, origin: Origin, store: bool) {
        *self.host.current.borrow_mut() = Some(Rc::clone(self.session.dossier()));
        self.from_source = false;
        if store {
            self.remember();
        }
        let link = ctx.link().clone();
        let from = self.pending.take().map_or(before, |pending| pending.from);
        let timer = Timeout::new(NOTICE_DELAY, move || link.send_message(Message::Notify));
        self.pending = Some(Pending { from, origin, _timer: timer });
        let link = ctx.link().clone();
        self.analysis = Some(Timeout::new(ANALYSIS_DELAY, move || link.send_message(Message::Analyse)));
    }

    /// Gives the autosave a way to write the dossier as it now is, when it will.
    fn remember(&self) {
        if let Some(autosave) = &self.autosave {
            let dossier = Rc::clone(self.session.dossier());
            autosave.changed(Rc::new(move || Some(exchange::write(&stamped(&dossier)))));
        }
    }

    fn analyse_now(&mut self) {
        self.analysis = None;
        self.insights = Rc::new(Insights::of(self.session.dossier(), today()));
    }

    fn notify(&mut self) {
        let Some(pending) = self.pending.take() else { return };
        let now = Rc::clone(self.session.dossier());
        let patch = crate::edit::patch::between(&pending.from, &now);
        if patch.is_empty() {
            return;
        }
        self.told = Rc::clone(&now);
        let notice = ChangeNotice {
            revision: now.revision.unwrap_or_default(),
            origin: pending.origin.as_str(),
            patch: serde_json::to_string(&patch).unwrap_or_default(),
            text: exchange::write(&now),
            dirty: self.autosave.as_ref().is_some_and(Autosave::dirty),
        };
        (self.host.changed)(notice);
    }

    fn flush(&mut self, reply: Reply) {
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

    fn save(&mut self, reply: Reply) {
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

    fn toast(&mut self, ctx: &Context<Self>, phrase: Phrase, undo: bool) {
        let id = self.next_toast;
        self.next_toast += 1;
        self.toasts.push(Toast { id, phrase, undo });
        if self.toasts.len() > 3 {
            self.toasts.remove(0);
        }
        let link = ctx.link().clone();
        Timeout::new(TOAST_DELAY, move || link.send_message(Message::Expire(id))).forget();
    }

    fn go(&mut self, place: Place) {
        self.place = place;
        self.visit += 1;
        self.window = None;
        self.panel = false;
        self.greet();
    }

    /// Whether the doors stand above the project: decided when the person comes to it, not while they write.
    fn greet(&mut self) {
        self.greeting = self.place.step == Step::Project && is_blank(self.session.dossier());
    }

    fn answer(&mut self, ctx: &Context<Self>, intent: Intent) -> bool {
        match intent {
            Intent::Change(change, merge) => {
                if self.env.read_only {
                    self.toast(ctx, say::no_read_only_change(), false);
                    return true;
                }
                let Some(command) = change(self.session.dossier()) else { return false };
                let announce = matches!(
                    command,
                    Command::Remove { .. } | Command::MergeActors { .. } | Command::PutAll(_)
                );
                if self.apply(ctx, command, Origin::User, merge)
                    && announce
                    && let Some(label) = self.session.undo_label()
                {
                    self.toast(ctx, label, true);
                }
            }
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
                self.apply(ctx, Command::Replace(dossier), Origin::Import, None);
                self.analyse_now();
                self.greet();
                self.toast(ctx, phrase, true);
            }
            Intent::Drawer(open) => {
                self.drawer = Some(open);
                self.panel = open;
            }
            Intent::Speak(lang) => {
                self.lang = Some(lang);
                self.env = environment(ctx, &self.options, self.lang);
            }
            Intent::Theme(theme) => self.theme = Some(theme),
            Intent::Print(what) => {
                self.print(what);
                return false;
            }
            Intent::Download => {
                self.window = None;
                self.export();
            }
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

    fn export(&mut self) {
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

    fn print(&self, what: &'static str) {
        let Some(element) = self.node.cast::<web_sys::Element>() else { return };
        element.set_attribute("data-print", what).ok();
        if let Some(window) = web_sys::window() {
            window.print().ok();
        }
        element.remove_attribute("data-print").ok();
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

/// The dossier with the instant at which it leaves.
fn stamped(dossier: &Dossier) -> Dossier {
    let now = String::from(js_sys::Date::new_0().to_iso_string());
    Dossier { saved_at: Instant::parse(&now), ..dossier.clone() }
}

fn error(code: &str) -> String {
    serde_json::json!({ "code": code, "pointer": "", "message": code }).to_string()
}
