//! iCalendar: every date of a dossier, by the rules of RFC 5545.

use serde_json::json;
use tour_de_table::exchange::formats::Format;
use tour_de_table::i18n::Lang;
use tour_de_table::model::Dossier;

use crate::support::{dossier, example, fixture, text};

fn dated() -> Dossier {
    dossier(json!({
        "id": "dossier 1/é", "revision": 7, "savedAt": "2026-11-20T23:30:05-03:00",
        "project": {"title": "Titre, long; avec \\ et\nretour", "startsOn": "2026-03-02", "endsOn": "2029-02-28"},
        "waves": [{"id": "w1", "title": "Départ", "startsOn": "2026-04-01"}, {"id": "w2", "title": "Sans date"}],
        "actors": [{"id": "a1", "name": "CCI", "wave": "w1", "contacts": [{"id": "c1", "name": "Nom Secret", "email": "s@e.fr"}]}],
        "roles": [{"id": "r1", "actor": "a1", "role": "lead", "startsOn": "2019-01-01", "endsOn": "2020-12-31"},
                  {"id": "r2", "actor": "a1", "role": "funder"}],
        "agreements": [{"id": "v1", "title": "Charte", "parties": ["a1"], "startsOn": "2026-01-01", "endsOn": "2028-12-31"}],
        "actions": [{"id": "x1", "title": "Publier", "dueOn": "2026-12-01", "status": "running", "responsible": ["a1"]},
                    {"id": "x2", "title": "Faite", "dueOn": "2026-12-02", "status": "done"},
                    {"id": "x3", "title": "Abandonnée", "dueOn": "2026-12-03", "status": "dropped"},
                    {"id": "x4", "title": "Sans statut", "dueOn": "2026-12-04"}],
        "meetings": [{"id": "m1", "title": "Comité", "on": "2026-05-19", "attendees": ["a1"], "decisions": ["Oui", "Non"]}],
        "reviews": [{"id": "y1", "kind": "annual", "plannedOn": "2027-01-21", "agreement": "v1", "watches": ["progress"]},
                    {"id": "y2", "kind": "interim", "plannedOn": "2026-10-01", "heldOn": "2026-10-15"},
                    {"id": "y3", "kind": "final"}]
    }))
}

/// The content lines, unfolded.
fn lines(file: &str) -> Vec<String> {
    assert!(file.ends_with("END:VCALENDAR\r\n"));
    assert_eq!(file.matches('\n').count(), file.matches("\r\n").count(), "lines end with CR LF");
    assert_eq!(file.matches('\r').count(), file.matches("\r\n").count());
    for line in file.split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
    }
    file.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
}

/// Each event by its properties.
fn events(file: &str) -> Vec<Vec<String>> {
    let lines = lines(file);
    let events = lines.split(|line| line == "BEGIN:VEVENT").skip(1);
    events.map(|event| event.iter().take_while(|line| *line != "END:VEVENT").cloned().collect()).collect()
}

fn value(event: &[String], name: &str) -> String {
    let found: Vec<&String> =
        event.iter().filter(|line| line.split([':', ';']).next() == Some(name)).collect();
    assert!(found.len() <= 1, "{name} comes once");
    found.first().map(|line| line.split_once(':').unwrap().1.to_owned()).unwrap_or_default()
}

#[test]
fn every_date_is_there_with_what_it_is() {
    let file = text(Format::Icalendar, &dated(), Lang::Fr);
    let found: Vec<(String, String)> =
        events(&file).iter().map(|event| (value(event, "DTSTART"), value(event, "SUMMARY"))).collect();
    let title = "Titre\\, long\\; avec \\\\ et retour";
    let expected = [
        ("20260302", format!("Début\u{a0}: {title}")),
        ("20290228", format!("Fin\u{a0}: {title}")),
        ("20260401", "Début\u{a0}: Départ".to_owned()),
        ("20201231", "Fin de rôle\u{a0}: CCI\\, Pilote".to_owned()),
        ("20281231", "Fin de convention\u{a0}: Charte".to_owned()),
        ("20261201", "Échéance\u{a0}: Publier".to_owned()),
        ("20261204", "Échéance\u{a0}: Sans statut".to_owned()),
        ("20260519", "Rencontre\u{a0}: Comité".to_owned()),
        ("20270121", "Bilan annuel".to_owned()),
        // Held on another day than planned.
        ("20261015", "Bilan intermédiaire".to_owned()),
    ];
    assert_eq!(found, expected.map(|(day, summary)| (day.to_owned(), summary)));
}

#[test]
fn an_event_is_a_whole_day_that_blocks_nobody_and_invites_nobody() {
    let file = text(Format::Icalendar, &dated(), Lang::Fr);
    for event in events(&file) {
        assert!(event.iter().any(|line| line.starts_with("DTSTART;VALUE=DATE:")), "{event:?}");
        assert_eq!(value(&event, "TRANSP"), "TRANSPARENT");
        // 23:30:05 at three hours west is 02:30:05 of the next day in UTC.
        assert_eq!(value(&event, "DTSTAMP"), "20261121T023005Z");
        assert_eq!(value(&event, "SEQUENCE"), "7");
        for name in ["DTEND", "ATTENDEE", "ORGANIZER", "CONTACT", "VALARM", "URL"] {
            assert!(event.iter().all(|line| !line.starts_with(name)), "{event:?}");
        }
    }
    assert!(!file.contains("Secret") && !file.contains("@e.fr"));
    assert!(file.starts_with(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Tour de table//FR\r\nCALSCALE:GREGORIAN\r\n"
    ));
    assert!(!file.contains("METHOD"));
}

#[test]
fn a_date_keeps_its_identity_and_no_other_bears_it() {
    let uids = |dossier: &Dossier, lang| -> Vec<String> {
        events(&text(Format::Icalendar, dossier, lang)).iter().map(|event| value(event, "UID")).collect()
    };
    let before = uids(&dated(), Lang::Fr);
    let mut unique = before.clone();
    unique.sort();
    unique.dedup();
    assert_eq!(unique.len(), before.len());
    // The id holds a space, a slash and an accent.
    assert_eq!(before[2], "dossier_20_1_2f__e9_-w1-start@tour-de-table");
    let mut later = serde_json::to_value(dated()).unwrap();
    later["revision"] = json!(8);
    later["savedAt"] = json!("2026-12-24T10:00:00Z");
    later["waves"][0]["title"] = json!("Autre titre");
    later["waves"][0]["startsOn"] = json!("2026-06-01");
    assert_eq!(uids(&dossier(later), Lang::En), before);
}

#[test]
fn details_are_on_lines_of_their_own() {
    let file = text(Format::Icalendar, &dated(), Lang::En);
    let meeting =
        events(&file).into_iter().find(|event| value(event, "SUMMARY") == "Meeting: Comité").unwrap();
    assert_eq!(value(&meeting, "DESCRIPTION"), "Present: CCI\\nDecisions: Oui\\; Non");
    assert_eq!(value(&meeting, "CATEGORIES"), "Meetings");
}

#[test]
fn a_dossier_without_dates_is_still_a_calendar() {
    // RFC 5545 §3.6: at least one component.
    let file = text(Format::Icalendar, &dossier(json!({})), Lang::Fr);
    let names: Vec<String> = lines(&file).into_iter().filter(|line| line.starts_with("BEGIN:")).collect();
    assert_eq!(names, ["BEGIN:VCALENDAR", "BEGIN:VTIMEZONE", "BEGIN:STANDARD"]);
}

#[test]
fn long_and_hostile_words_are_folded_without_cutting_a_character() {
    for dossier in [fixture("hostile-text"), example("soixante"), fixture("every-field")] {
        let file = text(Format::Icalendar, &dossier, Lang::Fr);
        assert!(!events(&file).is_empty());
        // A tab is no control character there (RFC 5545 §3.1).
        assert!(!file.chars().any(|c| c.is_control() && !"\r\n\t".contains(c)));
    }
}
