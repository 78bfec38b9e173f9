//! Columns of the tables on what is settled and followed up.

use super::spec::{Column, Kind, Open, col, id};
use super::words;
use crate::i18n::texts::formats as say;

use Kind::{Day, Many, Number, One, Open as Listed, Text, Texts, Word};

pub(super) const CLAUSES: &[Column] = &[
    col("", say::col_agreement, Kind::Holder),
    col("code", say::col_clause, Text),
    col("status", say::col_status, Word(words::clause_statuses)),
    col("text", say::col_text, Text),
];

pub(super) const OBLIGATIONS: &[Column] = &[
    col("", say::col_agreement, Kind::Holder),
    col("party", say::col_party, One("actors")),
    col("kind", say::col_nature, Word(words::obligation_kinds)),
    col("text", say::col_text, Text),
    col("weight", say::col_weight, Number),
    id(),
];

pub(super) const PLANS_LINKED: &[Column] = &[
    col("", say::col_agreement, Kind::Holder),
    col("actor", say::col_party, One("actors")),
    col("title", say::col_title, Text),
];

pub(super) const MEETINGS: &[Column] = &[
    col("title", say::col_title, Text),
    col("theme", say::col_theme, Listed(Open::Theme)),
    col("on", say::col_on, Day),
    col("attendees", say::col_attendees, Many("actors")),
    col("decisions", say::col_decisions, Texts),
    id(),
];

pub(super) const REVIEWS: &[Column] = &[
    col("kind", say::col_nature, Word(words::review_kinds)),
    col("plannedOn", say::col_planned, Day),
    col("heldOn", say::col_held, Day),
    col("agreement", say::col_agreement, One("agreements")),
    col("watches", say::col_watches, Kind::Words(words::watches)),
    col("people", say::col_people, Texts),
    col("notes", say::col_notes, Text),
    id(),
];

pub(super) const ANSWERS: &[Column] = &[
    col("item", say::col_item, Text),
    col("respondent", say::col_respondent, Text),
    col("value", say::col_value, Number),
    col("text", say::col_text, Text),
    col("on", say::col_on, Day),
];

pub(super) const IMPROVEMENTS: &[Column] = &[
    col("observed", say::col_observed, Text),
    col("tried", say::col_tried, Text),
    col("result", say::col_result, Text),
    col("status", say::col_status, Word(words::improvement_statuses)),
    id(),
];

pub(super) const SET_ASIDE: &[Column] = &[
    col("finding", say::col_finding, Text),
    col("objects", say::col_objects, Texts),
    col("reason", say::col_reason, Text),
    col("by", say::col_by, Text),
    col("on", say::col_on, Day),
];

pub(super) const COMMITMENTS: &[Column] = &[
    col("", say::col_role, Kind::Holder),
    col("text", say::col_text, Text),
    col("on", say::col_on, Day),
    id(),
];

pub(super) const CHECKS: &[Column] = &[
    col("", say::col_condition, Kind::Holder),
    col("actor", say::col_actor, One("actors")),
    col("status", say::col_status, Word(words::condition_statuses)),
    col("evidence", say::col_evidence, Text),
    col("on", say::col_on, Day),
];

pub(super) const PLANS: &[Column] = &[
    col("kind", say::col_nature, Word(words::plan_kinds)),
    col("status", say::col_status, Word(words::plan_statuses)),
    col("adoptedOn", say::col_adopted, Day),
    col("adoptedBy", say::col_adopted_by, One("bodies")),
    col("note", say::col_note, Text),
    id(),
];

pub(super) const SENT: &[Column] = &[
    col("actor", say::col_actor, One("actors")),
    col("name", say::col_name_then, Text),
    col("sentOn", say::col_sent, Day),
    col("revision", say::col_revision, Number),
    col("answeredOn", say::col_answered, Day),
    col("comment", say::col_comment, Text),
    id(),
];
