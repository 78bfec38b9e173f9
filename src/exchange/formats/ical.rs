//! The dates of a dossier as a calendar (iCalendar, RFC 5545): whole days, nobody invited, no reminder.
//!
//! A date keeps its identity from one export to the next (`UID` made of the dossier, the record and the date it is), so
//! that opening a newer file updates a calendar instead of doubling it. What happened stays in it: meetings and reviews
//! held are memory. Actions done or dropped have no date to come and are left out.

use std::fmt::Write as _;

use icalendar::{Calendar, Component, Event, EventLike, Property};

use super::{Settings, text};
use crate::analysis::Index;
use crate::i18n::texts::documents as say;
use crate::i18n::{Catalogue, Lang, Phrase};
use crate::model::{ActionStatus, Date, Id};
use crate::vocabulary::{self, Vocabulary};

/// The file.
pub(super) fn write(index: &Index<'_>, texts: &Catalogue, settings: &Settings) -> Vec<u8> {
    let mut diary = Diary {
        index,
        texts,
        words: &settings.words.vocabulary,
        stamp: stamp(index, settings.on),
        calendar: Calendar::empty(),
    };
    let product = format!("-//Tour de table//{}", texts.lang().tag().to_uppercase());
    for (name, value) in [("VERSION", "2.0"), ("PRODID", &product), ("CALSCALE", "GREGORIAN")] {
        diary.calendar.append_property(Property::new(name, value));
    }
    let title = text::line(index.dossier.title());
    if !title.is_empty() {
        diary.calendar.append_property(Property::new("X-WR-CALNAME", title));
    }
    diary.project();
    diary.waves();
    diary.roles();
    diary.agreements();
    diary.actions();
    diary.meetings();
    diary.reviews();
    let written = diary.calendar.to_string();
    if diary.calendar.components.is_empty() {
        return written.replace("END:VCALENDAR", &format!("{UNIVERSAL_TIME}END:VCALENDAR")).into_bytes();
    }
    written.into_bytes()
}

/// When the dossier was last saved, in UTC; the start of the day of the export where it was not.
fn stamp(index: &Index<'_>, on: Date) -> String {
    let saved = index.dossier.saved_at.as_ref();
    let at = saved.and_then(|at| chrono::DateTime::parse_from_rfc3339(at.as_str()).ok());
    let at = at.map_or_else(|| on.0.and_hms_opt(0, 0, 0).unwrap_or_default(), |at| at.naive_utc());
    use chrono::Timelike as _;
    let day = Date(at.date()).to_string().replace('-', "");
    format!("{day}T{:02}{:02}{:02}Z", at.hour(), at.minute(), at.second())
}

/// A calendar holds one component at least (RFC 5545 §3.6): where there is no date, what says that hours are universal.
const UNIVERSAL_TIME: &str = "BEGIN:VTIMEZONE\r\nTZID:Etc/UTC\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n\
    TZOFFSETFROM:+0000\r\nTZOFFSETTO:+0000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

struct Diary<'a> {
    index: &'a Index<'a>,
    texts: &'a Catalogue,
    words: &'a Vocabulary,
    stamp: String,
    calendar: Calendar,
}

/// What a date is about, beside its title.
#[derive(Default)]
struct Details {
    lines: Vec<String>,
}

impl Details {
    fn add(&mut self, diary: &Diary<'_>, what: Phrase, words: String) {
        if !text::is_blank(&words) {
            self.lines.push(diary.texts.say(say::labelled(what, words)).into_owned());
        }
    }
}

impl Diary<'_> {
    /// A whole day. `what` tells one date of a record from another, and never changes.
    fn add(
        &mut self,
        id: &Id,
        what: &str,
        on: Option<Date>,
        category: Phrase,
        title: &Phrase,
        details: Details,
    ) {
        let Some(on) = on else { return };
        let dossier = self.index.dossier;
        let uid = format!("{}-{}-{what}@tour-de-table", plain(dossier.id.as_str()), plain(id.as_str()));
        let mut event = Event::with_uid(&uid);
        event.add_property("DTSTAMP", &self.stamp);
        if dossier.saved_at.is_some() {
            event.add_property("LAST-MODIFIED", &self.stamp);
        }
        event.sequence(dossier.revision.unwrap_or_default());
        // Without an end, a date lasts its whole day.
        event.starts(on.0);
        event.summary(&text::line(&self.texts.say(title)));
        event.add_property("CATEGORIES", self.texts.say(category).replace(',', "\\,"));
        event.add_property("TRANSP", "TRANSPARENT");
        if !details.lines.is_empty() {
            event.description(&text::clean(&details.lines.join("\n")));
        }
        self.calendar.push(event.done());
    }

    fn names(&self, ids: &[Id]) -> String {
        let names: Vec<String> = ids.iter().map(|id| text::line(&self.index.name(id))).collect();
        names.join(", ")
    }

    fn titled(title: &str) -> String {
        text::line(title)
    }

    fn project(&mut self) {
        let Some(project) = &self.index.dossier.project else { return };
        let title = Self::titled(&project.title);
        let id = Id::from("project");
        let of = say::cal_project();
        self.add(&id, "start", project.starts_on, of.clone(), &say::cal_starts(&*title), Details::default());
        self.add(&id, "end", project.ends_on, of, &say::cal_ends(title), Details::default());
    }

    fn waves(&mut self) {
        for wave in &self.index.dossier.waves {
            let members =
                self.index.dossier.actors.iter().filter(|actor| actor.wave.as_ref() == Some(&wave.id));
            let members: Vec<Id> = members.map(|actor| actor.id.clone()).collect();
            let mut details = Details::default();
            details.add(self, say::actors(), self.names(&members));
            let title = say::cal_starts(Self::titled(&wave.title));
            self.add(&wave.id, "start", wave.starts_on, say::cal_wave(), &title, details);
        }
    }

    fn roles(&mut self) {
        for role in &self.index.dossier.roles {
            let name = text::line(&self.index.name(&role.actor));
            let title = say::cal_role_ends(name, vocabulary::role(role.role));
            let mut details = Details::default();
            details.add(self, say::does(), role.does.clone());
            self.add(&role.id, "end", role.ends_on, say::cal_role(), &title, details);
        }
    }

    fn agreements(&mut self) {
        for agreement in &self.index.dossier.agreements {
            let title = Self::titled(&agreement.title);
            let mut details = Details::default();
            details.add(self, say::parties(), self.names(&agreement.parties));
            let of = say::cal_agreement();
            self.add(&agreement.id, "end", agreement.ends_on, of, &say::cal_agreement_ends(title), details);
        }
    }

    fn actions(&mut self) {
        for action in &self.index.dossier.actions {
            if matches!(action.status, Some(ActionStatus::Done | ActionStatus::Dropped)) {
                continue;
            }
            let mut details = Details::default();
            details.add(self, say::responsible(), self.names(&action.responsible));
            let objective = action.objective.as_ref().and_then(|id| self.index.dossier.objective(id));
            details.add(
                self,
                say::objective(),
                objective.map(|found| found.title.clone()).unwrap_or_default(),
            );
            let title = say::cal_due(Self::titled(&action.title));
            self.add(&action.id, "due", action.due_on, say::cal_action(), &title, details);
        }
    }

    fn meetings(&mut self) {
        for meeting in &self.index.dossier.meetings {
            let mut details = Details::default();
            let theme = self.words.theme(&meeting.theme);
            details.add(self, say::theme(), self.texts.say(theme).into_owned());
            let between = if self.texts.lang() == Lang::Fr { "\u{202f}; " } else { "; " };
            details.add(self, say::attendees(), self.names(&meeting.attendees));
            details.add(self, say::decisions(), meeting.decisions.join(between));
            let title = say::cal_meeting(Self::titled(&meeting.title));
            self.add(&meeting.id, "on", meeting.on, say::cal_meetings(), &title, details);
        }
    }

    fn reviews(&mut self) {
        for review in &self.index.dossier.reviews {
            let mut details = Details::default();
            let watches: Vec<String> = review
                .watches
                .iter()
                .map(|watch| self.texts.say(super::words::watch(*watch)).into_owned())
                .collect();
            details.add(self, say::watches(), watches.join(", "));
            let agreement = review.agreement.as_ref().and_then(|id| self.index.dossier.agreements.find(id));
            details.add(
                self,
                say::agreement(),
                agreement.map(|found| found.title.clone()).unwrap_or_default(),
            );
            details.add(self, say::people(), review.people.join(", "));
            let title = super::words::review(review.kind);
            let on = review.held_on.or(review.planned_on);
            self.add(&review.id, "on", on, say::cal_review(), &title, details);
        }
    }
}

/// An id as part of a `UID`: letters, digits and `-` as they are, everything else by its number.
fn plain(id: &str) -> String {
    let mut out = String::with_capacity(id.len());
    for c in id.chars() {
        if c.is_ascii_alphanumeric() || c == '-' {
            out.push(c);
        } else {
            let _ = write!(out, "_{:x}_", u32::from(c));
        }
    }
    out
}
