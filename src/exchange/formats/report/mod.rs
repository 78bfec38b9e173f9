//! The whole dossier as a document to hand over: a cover, then each step in the order of the path, then the points of
//! vigilance. Snapshots and fields this version does not know stay in the dossier file.

mod actors;
mod agreements;
mod coherence;
mod findings;
mod follow_up;
mod governance;
mod hemicycle;
mod pictures;
mod project;
mod rings;
mod roles;

use super::document::{Block, Document, Draft, Head, Picture, said};
use super::text;
use crate::analysis::Index;
use crate::i18n::texts::{documents as say, summary};
use crate::i18n::{Catalogue, Lang, Phrase};
use crate::model::{Actor, Date, Dossier, Id, Money, Scope};
use crate::vocabulary::{Step, Vocabulary, step_name, whole_project};

/// The document of a dossier on a day, in the language of the catalogue.
pub(super) fn of(index: &Index<'_>, texts: &Catalogue, words: &Vocabulary) -> Document {
    let whole = Whole { index, dossier: index.dossier, texts, words };
    let mut draft = Draft::default();
    type Chapter = fn(&Whole<'_>, &mut Draft);
    let chapters: [(Step, Chapter); 9] = [
        (Step::Project, project::chapter),
        (Step::Actors, actors::chapter),
        (Step::Qualification, actors::qualification),
        (Step::Coherence, coherence::chapter),
        (Step::Circles, coherence::circles),
        (Step::Roles, roles::chapter),
        (Step::Governance, governance::chapter),
        (Step::Agreements, agreements::chapter),
        (Step::FollowUp, follow_up::chapter),
    ];
    for (rank, (step, fill)) in chapters.into_iter().enumerate() {
        // The number is that of the step, whether or not the steps before it hold something.
        let title = whole.say(say::chapter(rank + 1, step_name(step)));
        draft.part(1, title, |draft| fill(&whole, draft));
    }
    draft.part(1, whole.say(say::findings()), |draft| findings::chapter(&whole, draft));
    Document {
        lang: texts.lang(),
        running: whole.say(say::running()),
        title: whole.title(),
        cover: whole.cover(),
        contents: whole.say(say::contents()),
        page: whole.say(say::page()),
        colon: if texts.lang() == Lang::Fr { "\u{a0}: " } else { ": " },
        changed: changed(index),
        blocks: draft.blocks,
    }
}

/// The pictures of the document of a dossier.
pub(super) fn pictures(index: &Index<'_>, texts: &Catalogue, words: &Vocabulary) -> Vec<Picture> {
    let whole = Whole { index, dossier: index.dossier, texts, words };
    let general = [pictures::network(&whole), pictures::map(&whole), rings::picture(&whole)];
    let bodies = index.dossier.bodies.iter().map(|body| governance::picture(&whole, body));
    let blocks = general.into_iter().chain(bodies).flatten();
    let pictures = blocks.filter_map(|block| match block {
        Block::Picture(picture) => Some(picture),
        _ => None,
    });
    pictures.collect()
}

fn changed(index: &Index<'_>) -> String {
    let saved = index.dossier.saved_at.as_ref();
    let at = saved.and_then(|at| chrono::DateTime::parse_from_rfc3339(at.as_str()).ok());
    use chrono::Timelike as _;
    match at.map(|at| at.naive_utc()) {
        Some(at) => {
            format!("{}T{:02}:{:02}:{:02}Z", Date(at.date()), at.hour(), at.minute(), at.second())
        }
        None => format!("{}T00:00:00Z", index.today),
    }
}

/// The dossier, with what it takes to put it into words.
struct Whole<'a> {
    index: &'a Index<'a>,
    dossier: &'a Dossier,
    texts: &'a Catalogue,
    words: &'a Vocabulary,
}

impl Whole<'_> {
    fn say(&self, phrase: Phrase) -> String {
        self.texts.say(phrase).into_owned()
    }

    /// The words of a closed list, where a value is said.
    fn word<T>(&self, value: Option<T>, words: impl FnOnce(T) -> Phrase) -> String {
        value.map(|value| self.say(words(value))).unwrap_or_default()
    }

    fn yes(&self, value: Option<bool>) -> String {
        use crate::i18n::texts::project;
        self.word(value, |yes| if yes { project::yes() } else { project::no() })
    }

    fn title(&self) -> String {
        let title = text::line(self.dossier.title());
        if text::is_blank(&title) { self.say(say::untitled()) } else { title }
    }

    fn cover(&self) -> Vec<(String, String)> {
        let project = self.dossier.project.as_ref();
        let fact = |label: Phrase, words: String| (self.say(label), words);
        let mut facts = Vec::new();
        if let Some(project) = project {
            facts.push(fact(
                summary::carrier(),
                project.carrier.as_ref().map(|id| self.actor(id)).unwrap_or_default(),
            ));
            facts.push(fact(summary::period(), self.period(project.starts_on, project.ends_on)));
            facts.push(fact(say::territories(), self.territories(&project.territories)));
        }
        facts.push(fact(say::as_of(), self.texts.formatter().date(self.index.today.0)));
        let revision = self.dossier.revision.map(|revision| revision.to_string());
        facts.push(fact(say::revision(), revision.unwrap_or_default()));
        let level = self.word(self.dossier.privacy, super::words::privacy);
        facts.push(fact(say::reduced(), level));
        facts.push(fact(say::made_with(), "Tour de table".to_owned()));
        said(facts)
    }

    /// The name of an actor, or what says that it has none.
    fn name_of(&self, actor: &Actor) -> String {
        let name = text::line(&actor.name);
        if name.is_empty() { self.say(crate::i18n::texts::actors::unnamed()) } else { name }
    }

    fn actor(&self, id: &Id) -> String {
        self.index.actor(id).map_or_else(|| text::line(id.as_str()), |actor| self.name_of(actor))
    }

    fn actors(&self, ids: &[Id]) -> String {
        self.joined(ids.iter().map(|id| self.actor(id)))
    }

    fn joined(&self, items: impl Iterator<Item = String>) -> String {
        let items: Vec<String> = items.filter(|item| !text::is_blank(item)).collect();
        self.texts.formatter().list(&items)
    }

    fn titled(&self, title: &str) -> String {
        let title = text::line(title);
        if title.is_empty() { self.say(say::unnamed()) } else { title }
    }

    fn objective(&self, id: &Id) -> String {
        let found = self.dossier.objective(id);
        found.map_or_else(|| text::line(id.as_str()), |found| self.titled(&found.title))
    }

    fn objectives(&self, ids: &[Id]) -> String {
        lines(ids.iter().map(|id| self.objective(id)))
    }

    fn function(&self, id: &Id) -> String {
        let found = self.index.function(id);
        found.map_or_else(|| text::line(id.as_str()), |found| self.titled(&found.title))
    }

    fn territories(&self, ids: &[Id]) -> String {
        self.joined(ids.iter().map(|id| text::line(&self.index.territory_name(id))))
    }

    /// What a role bears on.
    fn scope(&self, scope: Option<&Scope>) -> String {
        match scope.map(|scope| (&scope.function, &scope.objective)) {
            Some((Some(function), _)) => self.function(function),
            Some((None, Some(objective))) => self.objective(objective),
            _ => self.say(whole_project()),
        }
    }

    fn day(&self, on: Option<Date>) -> String {
        on.map(|on| self.texts.formatter().short_date(on.0)).unwrap_or_default()
    }

    fn period(&self, start: Option<Date>, end: Option<Date>) -> String {
        match (start, end) {
            (Some(start), Some(end)) => self.say(summary::from_to(start.0, end.0)),
            (Some(start), None) => self.say(summary::from(start.0)),
            (None, Some(end)) => self.say(summary::until(end.0)),
            (None, None) => String::new(),
        }
    }

    fn money(&self, money: Option<&Money>) -> String {
        let written = |money: &Money| {
            self.texts.formatter().money(money.amount.approximate(), &text::line(&money.currency))
        };
        money.map(written).unwrap_or_default()
    }

    fn number(&self, value: f64) -> String {
        self.texts.formatter().number(value)
    }

    /// The head of a column of words.
    fn head(&self, title: Phrase, share: u32) -> Head {
        (self.say(title), share, false)
    }

    /// The head of a column of figures.
    fn figures(&self, title: Phrase, share: u32) -> Head {
        (self.say(title), share, true)
    }
}

/// One item a line, with a dash where there are several: an item that goes over the end of its line stays one item.
fn lines(items: impl Iterator<Item = String>) -> String {
    let items: Vec<String> = items.filter(|item| !text::is_blank(item)).collect();
    match items.as_slice() {
        [only] => only.clone(),
        several => several.iter().map(|item| format!("– {item}")).collect::<Vec<_>>().join("\n"),
    }
}
