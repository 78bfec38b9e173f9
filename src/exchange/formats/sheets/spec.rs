//! The tables: what each holds, column by column. A list of the dossier is a table, a list inside its records is
//! another, whose first column names the record. What no column holds is said by the export (see `loss`).

use super::words::{self, Words};
use crate::i18n::Phrase;
use crate::i18n::texts::formats as say;
use crate::model::Criterion;

/// A table.
pub(in crate::exchange::formats) struct Sheet {
    /// The list: its key in the dossier, or `list/inner`.
    pub(in crate::exchange::formats) path: &'static str,
    /// Its name.
    pub(in crate::exchange::formats) name: fn() -> Phrase,
    /// Written even without any line.
    pub(in crate::exchange::formats) always: bool,
    /// Its columns.
    pub(in crate::exchange::formats) columns: &'static [Column],
}

/// A column.
pub(in crate::exchange::formats) struct Column {
    /// Way to the value in the record, steps joined by `/`.
    pub(in crate::exchange::formats) key: &'static str,
    /// Heading.
    pub(in crate::exchange::formats) title: fn() -> Phrase,
    /// What stands in its cells.
    pub(in crate::exchange::formats) kind: Kind,
}

/// What stands in the cells of a column.
#[derive(Clone, Copy)]
pub(in crate::exchange::formats) enum Kind {
    /// A text.
    Text,
    /// A number.
    Number,
    /// A decimal amount, kept as text in the dossier.
    Amount,
    /// A calendar day.
    Day,
    /// Yes or no.
    Flag,
    /// A word of a closed list.
    Word(Words),
    /// Several of them.
    Words(Words),
    /// A code of an open list, or free words.
    Open(Open),
    /// The record of another list, by its name.
    One(&'static str),
    /// Several of them.
    Many(&'static str),
    /// Several texts.
    Texts,
    /// The public identifier of a register.
    Register(&'static str),
    /// The public identifiers of the other registers.
    Registers,
    /// The value of a criterion used today. Read back only where no table of readings comes along.
    Current(Criterion),
    /// The record that holds this one.
    Holder,
}

/// The open lists.
#[derive(Clone, Copy)]
pub(in crate::exchange::formats) enum Open {
    /// Sub-kinds of actors.
    Subkind,
    /// Themes of needs, objectives and meetings.
    Theme,
    /// Units of contributions.
    Unit,
}

/// The registers with a column of their own.
pub(super) const REGISTERS: [&str; 2] = ["SIREN", "SIRET"];

const fn col(key: &'static str, title: fn() -> Phrase, kind: Kind) -> Column {
    Column { key, title, kind }
}

const fn id() -> Column {
    col("id", say::col_id, Kind::Text)
}

const fn sheet(path: &'static str, name: fn() -> Phrase, always: bool, columns: &'static [Column]) -> Sheet {
    Sheet { path, name, always, columns }
}

/// The name by which a delimited file of one table is asked for, after `csv:`.
pub(in crate::exchange::formats) fn topic(sheet: &Sheet) -> &'static str {
    sheet.path.rsplit('/').next().unwrap_or_default()
}

use Kind::{Amount, Day, Flag, Many, Number, One, Open as Listed, Text, Texts, Word};

/// Every table, in the order in which they are written. A record comes before those it holds.
pub(in crate::exchange::formats) static SHEETS: &[Sheet] = &[
    sheet(
        "project",
        say::sheet_project,
        true,
        &[
            col("title", say::col_title, Text),
            col("problem", say::col_problem, Text),
            col("domain", say::col_domain, Word(words::domains)),
            col("complexity", say::col_complexity, Word(words::complexities)),
            col("addressesCompanies", say::col_companies, Flag),
            col("startsOn", say::col_starts, Day),
            col("endsOn", say::col_ends, Day),
            col("carrier", say::col_carrier, One("actors")),
            col("territories", say::col_territories, Many("territories")),
        ],
    ),
    sheet(
        "actors",
        say::sheet_actors,
        true,
        &[
            col("name", say::col_name, Text),
            col("kind", say::col_kind, Word(words::kinds)),
            col("subkind", say::col_nature, Listed(Open::Subkind)),
            col("", say::col_siren, Kind::Register("SIREN")),
            col("", say::col_siret, Kind::Register("SIRET")),
            col("", say::col_registers, Kind::Registers),
            col("territories", say::col_territories, Many("territories")),
            col("tags", say::col_tags, Texts),
            col("interests", say::col_interests, Text),
            col("capabilities", say::col_capabilities, Many("functions")),
            col("", say::col_mobilisation, Kind::Current(Criterion::Mobilisation)),
            col("targetMobilisation", say::col_target_mobilisation, Number),
            col("", say::col_influence, Kind::Current(Criterion::Influence)),
            col("", say::col_interest, Kind::Current(Criterion::Interest)),
            col("", say::col_stance, Kind::Current(Criterion::Stance)),
            col("", say::col_availability, Kind::Current(Criterion::Availability)),
            col("", say::col_neutrality, Kind::Current(Criterion::Neutrality)),
            col("wave", say::col_wave, One("waves")),
            id(),
        ],
    ),
    sheet(
        "actors/readings",
        say::sheet_readings,
        true,
        &[
            col("", say::col_actor, Kind::Holder),
            col("criterion", say::col_criterion, Word(words::criteria)),
            col("value", say::col_value, Number),
            col("on", say::col_on, Day),
            col("by", say::col_by, Text),
            col("note", say::col_note, Text),
        ],
    ),
    sheet(
        "objectives",
        say::sheet_objectives,
        true,
        &[
            col("title", say::col_title, Text),
            col("theme", say::col_theme, Listed(Open::Theme)),
            col("weight", say::col_weight, Number),
            id(),
        ],
    ),
    sheet(
        "positions",
        say::sheet_positions,
        true,
        &[
            col("actor", say::col_actor, One("actors")),
            col("objective", say::col_objective, One("objectives")),
            col("value", say::col_value, Number),
            col("on", say::col_on, Day),
            col("by", say::col_by, Text),
            col("note", say::col_note, Text),
        ],
    ),
    sheet(
        "functions",
        say::sheet_functions,
        true,
        &[
            col("title", say::col_title, Text),
            col("objectives", say::col_objectives, Many("objectives")),
            col("territories", say::col_territories, Many("territories")),
            col("skills", say::col_skills, Texts),
            col("public", say::col_public, Text),
            // Free words, even where a usual phase is meant.
            col("phase", say::col_phase, Text),
            id(),
        ],
    ),
    sheet(
        "roles",
        say::sheet_roles,
        true,
        &[
            col("actor", say::col_actor, One("actors")),
            col("role", say::col_role, Word(words::roles)),
            col("scope/objective", say::col_objective, One("objectives")),
            col("scope/function", say::col_function, One("functions")),
            col("startsOn", say::col_starts, Day),
            col("endsOn", say::col_ends, Day),
            col("does", say::col_does, Text),
            id(),
        ],
    ),
    sheet(
        "roles/conditions",
        say::sheet_conditions,
        false,
        &[
            col("", say::col_role, Kind::Holder),
            col("code", say::col_condition, Word(words::conditions)),
            col("status", say::col_status, Word(words::condition_statuses)),
            col("evidence", say::col_evidence, Text),
            col("on", say::col_on, Day),
        ],
    ),
    sheet(
        "responsibilities",
        say::sheet_responsibilities,
        false,
        &[
            col("function", say::col_function, One("functions")),
            col("actor", say::col_actor, One("actors")),
            col("letter", say::col_letter, Word(words::letters)),
        ],
    ),
    sheet(
        "bodies",
        say::sheet_bodies,
        true,
        &[
            col("title", say::col_title, Text),
            col("kind", say::col_nature, Word(words::body_kinds)),
            col("quorum", say::col_quorum, Text),
            col("rule/majority", say::col_majority, Word(words::majorities)),
            col("rule/quota", say::col_quota, Number),
            col("rule/castingVote", say::col_casting, One("bodies/seats")),
            col("rule/blocVoting", say::col_bloc, Flag),
            id(),
        ],
    ),
    sheet(
        "bodies/colleges",
        say::sheet_colleges,
        false,
        &[col("", say::col_body, Kind::Holder), col("title", say::col_title, Text), id()],
    ),
    sheet(
        "bodies/seats",
        say::sheet_seats,
        true,
        &[
            col("", say::col_body, Kind::Holder),
            col("actor", say::col_actor, One("actors")),
            col("college", say::col_college, One("bodies/colleges")),
            col("votes", say::col_votes, Number),
            col("holder/name", say::col_holder, Text),
            col("holder/gender", say::col_gender, Word(words::genders)),
            col("alternateOf", say::col_alternate, One("bodies/seats")),
            col("expert", say::col_expert, Flag),
            col("capacity", say::col_capacity, Word(words::capacities)),
            id(),
        ],
    ),
    sheet(
        "actions",
        say::sheet_actions,
        false,
        &[
            col("title", say::col_title, Text),
            col("objective", say::col_objective, One("objectives")),
            col("responsible", say::col_responsible, Many("actors")),
            col("startsOn", say::col_starts, Day),
            col("dueOn", say::col_due, Day),
            col("budget/amount", say::col_budget, Amount),
            col("budget/currency", say::col_budget_currency, Text),
            col("spent/amount", say::col_spent, Amount),
            col("spent/currency", say::col_spent_currency, Text),
            col("progress", say::col_progress, Number),
            col("status", say::col_status, Word(words::action_statuses)),
            id(),
        ],
    ),
    sheet(
        "agreements",
        say::sheet_agreements,
        false,
        &[
            col("title", say::col_title, Text),
            col("parties", say::col_parties, Many("actors")),
            col("startsOn", say::col_starts, Day),
            col("endsOn", say::col_ends, Day),
            col("status", say::col_status, Word(words::agreement_statuses)),
            id(),
        ],
    ),
    sheet(
        "agreements/clauses",
        say::sheet_clauses,
        false,
        &[
            col("", say::col_agreement, Kind::Holder),
            col("code", say::col_clause, Text),
            col("status", say::col_status, Word(words::clause_statuses)),
            col("text", say::col_text, Text),
        ],
    ),
    sheet(
        "agreements/obligations",
        say::sheet_obligations,
        false,
        &[
            col("", say::col_agreement, Kind::Holder),
            col("party", say::col_party, One("actors")),
            col("kind", say::col_nature, Word(words::obligation_kinds)),
            col("text", say::col_text, Text),
            col("weight", say::col_weight, Number),
            id(),
        ],
    ),
    sheet(
        "agreements/linkedPlans",
        say::sheet_plans,
        false,
        &[
            col("", say::col_agreement, Kind::Holder),
            col("actor", say::col_party, One("actors")),
            col("title", say::col_title, Text),
        ],
    ),
    sheet(
        "actors/contacts",
        say::sheet_contacts,
        false,
        &[
            col("", say::col_actor, Kind::Holder),
            col("name", say::col_name, Text),
            col("position", say::col_position, Text),
            col("email", say::col_email, Text),
            col("phone", say::col_phone, Text),
            col("canDecide", say::col_decides, Flag),
            col("validationSteps", say::col_validations, Number),
            id(),
        ],
    ),
    sheet(
        "actors/contributions",
        say::sheet_contributions,
        false,
        &[
            col("", say::col_actor, Kind::Holder),
            col("kind", say::col_nature, Word(words::contribution_kinds)),
            col("title", say::col_title, Text),
            col("money/amount", say::col_amount, Amount),
            col("money/currency", say::col_currency, Text),
            col("quantity/value", say::col_quantity, Number),
            col("quantity/unit", say::col_unit, Listed(Open::Unit)),
            col("status", say::col_status, Word(words::contribution_statuses)),
            id(),
        ],
    ),
    sheet(
        "ties",
        say::sheet_ties,
        false,
        &[
            col("from", say::col_from, One("actors")),
            col("to", say::col_to, One("actors")),
            col("level", say::col_level, Word(words::tie_levels)),
            col("directed", say::col_directed, Flag),
        ],
    ),
    sheet(
        "influences",
        say::sheet_influences,
        false,
        &[
            col("from", say::col_from, One("actors")),
            col("to", say::col_to, One("actors")),
            col("value", say::col_value, Number),
            col("on", say::col_on, Day),
            col("by", say::col_by, Text),
        ],
    ),
    sheet(
        "objectives/indicators",
        say::sheet_indicators,
        false,
        &[
            col("", say::col_objective, Kind::Holder),
            col("title", say::col_title, Text),
            col("unit", say::col_unit, Text),
            col("target", say::col_target, Number),
        ],
    ),
    sheet(
        "territories",
        say::sheet_territories,
        false,
        &[
            col("name", say::col_name, Text),
            col("kind", say::col_nature, Word(words::territory_kinds)),
            col("code/scheme", say::col_scheme, Text),
            col("code/value", say::col_code, Text),
            col("parent", say::col_parent, One("territories")),
            id(),
        ],
    ),
    sheet("pathway", say::sheet_pathway, false, &[col("title", say::col_title, Text), id()]),
    sheet(
        "needs",
        say::sheet_needs,
        false,
        &[
            col("title", say::col_title, Text),
            col("theme", say::col_theme, Listed(Open::Theme)),
            col("territories", say::col_territories, Many("territories")),
            col("stages", say::col_stages, Many("pathway")),
            col("liftedBy", say::col_lifted, Many("actors")),
            id(),
        ],
    ),
    sheet(
        "waves",
        say::sheet_waves,
        false,
        &[col("title", say::col_title, Text), col("startsOn", say::col_starts, Day), id()],
    ),
    sheet(
        "otherProjects",
        say::sheet_other_projects,
        false,
        &[
            col("title", say::col_title, Text),
            col("carriers", say::col_carriers, Many("actors")),
            col("objectives", say::col_objectives, Many("objectives")),
            col("note", say::col_note, Text),
            id(),
        ],
    ),
    sheet(
        "meetings",
        say::sheet_meetings,
        false,
        &[
            col("title", say::col_title, Text),
            col("theme", say::col_theme, Listed(Open::Theme)),
            col("on", say::col_on, Day),
            col("attendees", say::col_attendees, Many("actors")),
            col("decisions", say::col_decisions, Texts),
            id(),
        ],
    ),
    sheet(
        "reviews",
        say::sheet_reviews,
        false,
        &[
            col("kind", say::col_nature, Word(words::review_kinds)),
            col("plannedOn", say::col_planned, Day),
            col("heldOn", say::col_held, Day),
            col("agreement", say::col_agreement, One("agreements")),
            col("watches", say::col_watches, Kind::Words(words::watches)),
            col("people", say::col_people, Texts),
            col("notes", say::col_notes, Text),
            id(),
        ],
    ),
    sheet(
        "answers",
        say::sheet_answers,
        false,
        &[
            col("item", say::col_item, Text),
            col("respondent", say::col_respondent, Text),
            col("value", say::col_value, Number),
            col("text", say::col_text, Text),
            col("on", say::col_on, Day),
        ],
    ),
    sheet(
        "improvements",
        say::sheet_improvements,
        false,
        &[
            col("observed", say::col_observed, Text),
            col("tried", say::col_tried, Text),
            col("result", say::col_result, Text),
            col("status", say::col_status, Word(words::improvement_statuses)),
            id(),
        ],
    ),
    sheet(
        "setAside",
        say::sheet_aside,
        false,
        &[
            col("finding", say::col_finding, Text),
            col("objects", say::col_objects, Texts),
            col("reason", say::col_reason, Text),
            col("by", say::col_by, Text),
            col("on", say::col_on, Day),
        ],
    ),
];

#[cfg(test)]
mod tests {
    use super::{Kind, REGISTERS, SHEETS};

    #[test]
    fn every_register_with_a_column_is_known() {
        let columns = SHEETS.iter().flat_map(|sheet| sheet.columns);
        let found: Vec<&str> = columns
            .filter_map(|column| if let Kind::Register(scheme) = column.kind { Some(scheme) } else { None })
            .collect();
        assert_eq!(found, REGISTERS);
    }
}
