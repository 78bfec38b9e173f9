//! What a device remembers of a document apart from the document: browser storage may be emptied by others, and the
//! file that a person exported is the only copy that lasts.

use crate::model::Date;

/// After how many days without an export the person is reminded.
const WITHOUT_EXPORT: i64 = 14;
/// How many days a reminder stays away once read.
const QUIET: i64 = 7;

/// The trace of a document on a device.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trace {
    /// The day it was first kept here.
    pub since: Option<Date>,
    /// The last day it was kept here.
    pub kept: Option<Date>,
    /// The day of the last export.
    pub exported: Option<Date>,
    /// The day a reminder was last read.
    pub reminded: Option<Date>,
    /// The name of the last exported file.
    pub file: String,
}

impl Trace {
    /// Reads back what [`Trace::text`] wrote; what is unreadable is as if it had never been noted.
    pub fn read(text: &str) -> Self {
        let mut lines = text.split('\n');
        let mut day = || lines.next().and_then(Date::parse);
        let (since, kept, exported, reminded) = (day(), day(), day(), day());
        Self { since, kept, exported, reminded, file: lines.next().unwrap_or_default().to_owned() }
    }

    /// One line a field.
    pub fn text(&self) -> String {
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        let days = [self.since, self.kept, self.exported, self.reminded].map(day);
        format!("{}\n{}", days.join("\n"), self.file.replace('\n', " "))
    }

    /// The trace once the document was kept.
    #[must_use]
    pub fn kept(self, today: Date) -> Self {
        Self { since: self.since.or(Some(today)), kept: Some(today), ..self }
    }

    /// The trace once a file was offered.
    #[must_use]
    pub fn exported(self, today: Date, file: &str) -> Self {
        Self { exported: Some(today), file: file.to_owned(), ..self }
    }

    /// Days since the last export, or since the document is kept here, where a reminder is due. A clock set back gives
    /// none.
    pub fn reminder(&self, today: Date) -> Option<i64> {
        let days = |day: Option<Date>| day.map(|day| (today.0 - day.0).num_days());
        let without = days(self.exported.or(self.since))?;
        let quiet = days(self.reminded).is_some_and(|days| (0..QUIET).contains(&days));
        (without >= WITHOUT_EXPORT && !quiet).then_some(without)
    }
}

#[cfg(test)]
mod tests {
    use super::Trace;
    use crate::model::Date;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn what_is_noted_is_read_back() {
        let trace = Trace::default().kept(day("2026-11-01")).exported(day("2026-11-05"), "a\nb.json");
        let read = Trace::read(&trace.clone().kept(day("2026-11-09")).text());
        assert_eq!(read.since, Some(day("2026-11-01")));
        assert_eq!((read.kept, read.exported), (Some(day("2026-11-09")), Some(day("2026-11-05"))));
        assert_eq!((read.file.as_str(), read.reminded), ("a b.json", None));
    }

    #[test]
    fn nonsense_is_no_trace() {
        for text in ["", "1", "\n\n\n\n", "2026-13-40\nx\n\u{0}"] {
            assert_eq!(Trace::read(text), Trace::default());
        }
    }

    #[test]
    fn a_reminder_comes_two_weeks_after_the_last_export_and_not_every_day() {
        let trace = Trace::default().kept(day("2026-11-01"));
        assert_eq!(trace.reminder(day("2026-11-14")), None);
        assert_eq!(trace.reminder(day("2026-11-15")), Some(14));
        let exported = trace.exported(day("2026-11-10"), "a.json");
        assert_eq!(exported.reminder(day("2026-11-15")), None);
        assert_eq!(exported.reminder(day("2026-11-24")), Some(14));
        let read = Trace { reminded: Some(day("2026-11-24")), ..exported };
        assert_eq!(read.reminder(day("2026-11-30")), None);
        assert_eq!(read.reminder(day("2026-12-01")), Some(21));
        assert_eq!(read.reminder(day("2020-01-01")), None, "a clock set back");
        assert_eq!(Trace::default().reminder(day("2026-12-01")), None);
    }
}
