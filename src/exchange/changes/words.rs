//! The words of lists, fields and values of the format.

use std::collections::HashMap;

use serde_json::Value;

use crate::exchange::merge::keys::refers;
use crate::exchange::merge::value::said;
use crate::i18n::{Arg, Phrase, texts::bodies, texts::changes as say};
use crate::model::{
    ActorKind, Complexity, ConditionStatus, ContributionKind, ContributionStatus, Criterion, Date, Domain,
    Letter, RoleKind, TerritoryKind, TieLevel,
};
use crate::vocabulary::{self, Step, Vocabulary};

/// What one record of a list is.
pub(super) fn one_of(list: &str) -> Phrase {
    match list {
        "territories" => say::territory(),
        "pathway" => say::stage(),
        "needs" => say::need(),
        "objectives" => say::objective(),
        "functions" => say::function(),
        "actors" => say::actor(),
        "otherProjects" => say::other_project(),
        "waves" => say::wave(),
        "roles" => say::role(),
        "bodies" => say::body(),
        "agreements" => say::agreement(),
        "actions" => say::action(),
        "meetings" => say::meeting(),
        "reviews" => say::review(),
        "improvements" => say::improvement(),
        "setAside" => say::aside(),
        "snapshots" => say::snapshot(),
        "admissionCriteria" => say::criterion_admission(),
        "plans" => say::plan(),
        "sheets" => say::sheet(),
        "answers" => say::question(),
        "indicators" => say::indicator(),
        "identifiers" => say::identifier(),
        "contacts" => say::contact(),
        "contributions" => say::contribution(),
        "readings" => say::reading(),
        "conditions" => say::condition(),
        "commitments" => say::commitment(),
        "checks" => say::check(),
        "colleges" => say::college(),
        "seats" => say::seat(),
        "clauses" => say::clause(),
        "obligations" => say::obligation(),
        "linkedPlans" => say::linked_plan(),
        other => say::other_field(other),
    }
}

/// The step in which a list, or a field of an actor, is worked on.
pub(super) fn step_of(list: &str, key: &str) -> Step {
    match (list, key) {
        ("actors", "readings" | "targetMobilisation" | "capabilities") => Step::Qualification,
        ("actors", "wave") | ("waves", _) => Step::Circles,
        ("project" | "territories" | "pathway" | "needs" | "objectives" | "functions", _) => Step::Project,
        ("actors" | "otherProjects" | "sheets", _) => Step::Actors,
        ("positions" | "influences" | "ties", _) => Step::Coherence,
        ("roles" | "responsibilities", _) => Step::Roles,
        ("bodies" | "admissionCriteria" | "plans", _) => Step::Governance,
        ("agreements", _) => Step::Agreements,
        ("actions" | "meetings" | "reviews" | "answers" | "improvements", _) => Step::FollowUp,
        _ => Step::Summary,
    }
}

/// The name of a field.
pub(super) fn field(holder: &str, key: &str) -> Phrase {
    match (holder, key) {
        ("actors", "kind") => say::family(),
        ("contacts", "position") => say::position_held(),
        ("", "id") => say::identity(),
        (_, "title") => say::title(),
        (_, "name") => say::name(),
        (_, "problem") => say::problem(),
        (_, "domain") => say::domain(),
        (_, "complexity") => say::complexity(),
        (_, "addressesCompanies") => say::addresses_companies(),
        (_, "startsOn") => say::starts(),
        (_, "endsOn") => say::ends(),
        (_, "dueOn") => say::due(),
        (_, "carrier") => say::carrier(),
        (_, "territories") => say::territories(),
        (_, "kind" | "subkind") => say::kind(),
        (_, "code" | "scheme") => say::code(),
        (_, "parent") => say::parent(),
        (_, "theme") => say::theme(),
        (_, "stages") => say::stages(),
        (_, "liftedBy") => say::lifted_by(),
        (_, "weight") => say::weight(),
        (_, "unit") => say::unit(),
        (_, "target") => say::target(),
        (_, "objectives") => say::objectives(),
        (_, "objective") => say::objective(),
        (_, "function") => say::function(),
        (_, "actor" | "from" | "to") => say::actor(),
        (_, "skills") => say::skills(),
        (_, "public") => say::public(),
        (_, "phase") => say::phase(),
        (_, "tags") => say::tags(),
        (_, "interests") => say::interests(),
        (_, "capabilities") => say::capabilities(),
        (_, "targetMobilisation") => say::target_mobilisation(),
        (_, "wave") => say::wave(),
        (_, "email") => say::email(),
        (_, "phone") => say::phone(),
        (_, "canDecide") => say::can_decide(),
        (_, "validationSteps") => say::validations(),
        (_, "money") => say::amount(),
        (_, "quantity") => say::volume(),
        (_, "status") => say::status(),
        (_, "value") => say::value(),
        (_, "on") => say::day(),
        (_, "by") => say::evaluator(),
        (_, "note" | "notes") => say::note(),
        (_, "level") => say::level(),
        (_, "directed") => say::directed(),
        (_, "carriers") => say::carriers(),
        (_, "role") => say::role(),
        (_, "scope") => say::scope(),
        (_, "does") => say::does(),
        (_, "evidence") => say::evidence(),
        (_, "letter") => say::letter(),
        (_, "quorum") => say::quorum(),
        (_, "quota") => say::quota(),
        (_, "majority") => say::majority(),
        (_, "castingVote") => say::casting(),
        (_, "blocVoting") => say::bloc(),
        (_, "college") => say::college(),
        (_, "votes") => say::votes(),
        (_, "gender") => say::gender(),
        (_, "alternateOf") => say::alternate(),
        (_, "expert") => say::expert(),
        (_, "capacity") => say::capacity(),
        (_, "parties") => say::parties(),
        (_, "party") => say::party(),
        (_, "text") => say::text(),
        (_, "responsible") => say::responsible(),
        (_, "budget") => say::budget(),
        (_, "spent") => say::spent(),
        (_, "progress") => say::progress(),
        (_, "attendees") => say::attendees(),
        (_, "decisions") => say::decisions(),
        (_, "plannedOn") => say::planned_on(),
        (_, "heldOn") => say::held_on(),
        (_, "adoptedOn") => say::adopted_on(),
        (_, "adoptedBy") => say::adopted_by(),
        (_, "sentOn") => say::sent_on(),
        (_, "answeredOn") => say::answered_on(),
        (_, "agreement") => say::agreement(),
        (_, "watches") => say::watches(),
        (_, "people") => say::people(),
        (_, "observed") => say::observed(),
        (_, "tried") => say::tried(),
        (_, "result") => say::result(),
        (_, "reason") => say::reason(),
        (_, "comment") => say::comment(),
        (_, "item") => say::question(),
        (_, "respondent") => say::evaluator(),
        (_, "language") => say::language(),
        (_, other) => say::other_field(other),
    }
}

/// A word of a closed list.
fn word(holder: &str, key: &str, word: &str) -> Option<Phrase> {
    let known = match (holder, key) {
        ("actors", "kind") => vocabulary::kind(ActorKind::from_word(word)?),
        ("territories", "kind") => vocabulary::territory_kind(TerritoryKind::from_word(word)?),
        ("contributions", "kind") => vocabulary::contribution_kind(ContributionKind::from_word(word)?),
        ("contributions", "status") => vocabulary::contribution_status(ContributionStatus::from_word(word)?),
        ("conditions" | "checks", "status") => {
            vocabulary::condition_status(ConditionStatus::from_word(word)?)
        }
        ("conditions", "code") => {
            let mut codes = RoleKind::ALL.iter().flat_map(|role| vocabulary::conditions_of(*role));
            codes.find(|code| code.code() == word)?.label()
        }
        ("clauses", "code") => vocabulary::clause(word)?,
        (_, "domain") => vocabulary::domain(Domain::from_word(word)?),
        (_, "complexity") => vocabulary::complexity(Complexity::from_word(word)?),
        (_, "criterion") => vocabulary::criterion(Criterion::from_word(word)?),
        (_, "level") => vocabulary::tie_level(TieLevel::from_word(word)?),
        (_, "role") => vocabulary::role(RoleKind::from_word(word)?),
        (_, "letter") => vocabulary::letter(Letter::from_word(word)?),
        ("bodies", "kind") => match word {
            "board" => bodies::kind_board(),
            "steeringCommittee" => bodies::kind_steering(),
            "projectTeam" => bodies::kind_team(),
            "workingGroup" => bodies::kind_group(),
            _ => bodies::kind_other(),
        },
        ("plans", "kind") => match word {
            "communication" => say::communication(),
            _ => say::action_plan(),
        },
        (_, "kind" | "status" | "majority" | "gender" | "capacity" | "watches") => match word {
            "simple" => say::simple_majority(),
            "twoThirds" => say::two_thirds(),
            "unanimity" => say::unanimity(),
            "custom" => say::custom(),
            "f" => say::woman(),
            "m" => say::man(),
            "x" => say::other_gender(),
            "elected" => say::elected(),
            "staff" => say::staff(),
            "volunteer" => say::volunteer(),
            "user" => say::user(),
            "other" => say::other(),
            "draft" => say::draft(),
            "signed" => say::signed(),
            "ended" => say::ended(),
            "notRelevant" => say::not_relevant(),
            "missing" => say::missing(),
            "partial" => say::partial(),
            "complete" => say::complete(),
            "obligation" => say::obligation_word(),
            "right" => say::right_word(),
            "planned" => say::planned(),
            "running" => say::running(),
            "done" => say::done(),
            "dropped" => say::dropped(),
            "annual" => say::annual(),
            "interim" => say::interim(),
            "final" => say::last(),
            "progress" => say::progress(),
            "outputs" => say::outputs(),
            "results" => say::results(),
            "open" => say::open(),
            "tried" => say::tried_word(),
            "kept" => say::kept(),
            "adopted" => say::adopted(),
            _ => return None,
        },
        _ => return None,
    };
    Some(known)
}

/// Names of the records of the files compared, by their ids.
pub(super) struct Names<'v> {
    titles: HashMap<String, String>,
    vocabulary: &'v Vocabulary,
}

impl<'v> Names<'v> {
    /// No names yet; lists come from `vocabulary`.
    pub(super) fn new(vocabulary: &'v Vocabulary) -> Self {
        Self { titles: HashMap::new(), vocabulary }
    }

    /// Learns the names of a file; what is known already stays.
    pub(super) fn learn(&mut self, file: &Value) {
        match file {
            Value::Object(map) => {
                if let Some(id) = map.get("id").and_then(Value::as_str) {
                    let title = own_title(file);
                    if !title.is_empty() {
                        self.titles.entry(id.to_owned()).or_insert(title);
                    }
                }
                for (key, value) in map {
                    // Earlier states say how things were called then.
                    if key != "content" {
                        self.learn(value);
                    }
                }
            }
            Value::Array(items) => items.iter().for_each(|item| self.learn(item)),
            _ => {}
        }
    }

    /// The name of the record that bears an id, or the id.
    pub(super) fn of(&self, id: &str) -> String {
        self.titles.get(id).cloned().unwrap_or_else(|| id.to_owned())
    }

    /// The name of what a field of a record refers to.
    pub(super) fn at(&self, record: &Value, key: &str) -> String {
        record.get(key).and_then(Value::as_str).map(|id| self.of(id)).unwrap_or_default()
    }

    /// By what a record is known.
    pub(super) fn title(&self, list: &str, record: &Value) -> Arg {
        let text = |key: &str| record.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        match list {
            "roles" => {
                let role = RoleKind::from_word(&text("role")).map(vocabulary::role);
                role.map_or_else(|| text("role").into(), Into::into)
            }
            "readings" => self.value(list, "criterion", record.get("criterion")),
            "conditions" => self.value(list, "code", record.get("code")),
            "checks" => self.at(record, "actor").into(),
            "seats" => {
                let holder = record.get("holder").and_then(|holder| holder.get("name"));
                let held = holder.and_then(Value::as_str).unwrap_or_default().to_owned();
                let actor = self.at(record, "actor");
                (if actor.is_empty() { held } else { actor }).into()
            }
            "identifiers" => text("scheme").into(),
            "setAside" => text("finding").into(),
            "answers" => text("item").into(),
            "plans" => self.value(list, "kind", record.get("kind")),
            "clauses" => self.value(list, "code", record.get("code")),
            _ => own_title(record).into(),
        }
    }

    /// A value in words.
    pub(super) fn value(&self, holder: &str, key: &str, value: Option<&Value>) -> Arg {
        let Some(value) = said(value) else { return say::nothing().into() };
        match value {
            Value::String(text) => {
                if refers(holder, key) {
                    return self.of(text).into();
                }
                if let Some(known) = word(holder, key, text) {
                    return known.into();
                }
                match key {
                    "theme" => return self.vocabulary.theme(text).into(),
                    "subkind" => return self.vocabulary.subkind(None, text).into(),
                    "phase" => return self.vocabulary.phase(text).into(),
                    "unit" => return self.vocabulary.unit(text).into(),
                    _ => {}
                }
                match Date::parse(text) {
                    Some(day) if key.ends_with("On") || key == "on" => day.0.into(),
                    _ => text.clone().into(),
                }
            }
            Value::Bool(yes) => (if *yes { say::yes() } else { say::no() }).into(),
            Value::Number(number) => match (holder, key) {
                ("positions", "value") => signed(number.as_i64().unwrap_or_default()).into(),
                _ => number.as_i64().map_or_else(|| number.as_f64().unwrap_or_default().into(), Into::into),
            },
            Value::Array(items) => {
                let items: Vec<Arg> = items.iter().map(|item| self.value(holder, key, Some(item))).collect();
                Arg::List(items)
            }
            Value::Object(map) => {
                let own = own_title(value);
                if !own.is_empty() {
                    return own.into();
                }
                let two = |first: &str, second: &str| {
                    say::money(
                        self.value(key, first, map.get(first)),
                        self.value(key, second, map.get(second)),
                    )
                };
                match key {
                    "money" | "budget" | "spent" => return two("amount", "currency").into(),
                    "quantity" => return two("value", "unit").into(),
                    "code" => return two("scheme", "value").into(),
                    _ => {}
                }
                let parts = map.iter().filter(|(_, value)| said(Some(value)).is_some());
                Arg::List(parts.map(|(part, value)| self.value(key, part, Some(value))).collect())
            }
            Value::Null => say::nothing().into(),
        }
    }

    /// A reading in words: its value on the scale of its criterion, and its day.
    pub(super) fn reading(&self, reading: &Value) -> Arg {
        let criterion = reading.get("criterion").and_then(Value::as_str).and_then(Criterion::from_word);
        let value = reading.get("value").and_then(Value::as_i64).and_then(|value| i8::try_from(value).ok());
        let Some(criterion) = criterion else { return self.value("readings", "value", reading.get("value")) };
        let words = vocabulary::value(criterion, value);
        match reading.get("on").and_then(Value::as_str).and_then(Date::parse) {
            Some(day) => say::on_day(words, day.0).into(),
            None => words.into(),
        }
    }
}

fn own_title(record: &Value) -> String {
    let text = |key: &str| record.get(key).and_then(Value::as_str).unwrap_or_default();
    let known = ["name", "title", "observed", "text", "position"].iter().map(|key| text(key));
    known.into_iter().find(|text| !text.is_empty()).unwrap_or_default().to_owned()
}

fn signed(value: i64) -> String {
    match value {
        0 => "0".to_owned(),
        1.. => format!("+{value}"),
        _ => format!("\u{2212}{}", value.unsigned_abs()),
    }
}
