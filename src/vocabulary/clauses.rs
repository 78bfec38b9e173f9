//! The clauses of an agreement, in the order of its articles (method §7; S2, S3).

use crate::i18n::Phrase;
use crate::i18n::texts::documents as say;

/// The codes in the file, in the order of the articles.
pub const CLAUSES: [&str; 22] = [
    "parties",
    "diagnosis",
    "objectives",
    "contributions",
    "obligations",
    "rights",
    "duration",
    "budget",
    "legalFramework",
    "boardAppointment",
    "boardDeliberation",
    "managementStructure",
    "actionPlan",
    "communication",
    "equality",
    "personalData",
    "evaluation",
    "audit",
    "arbitration",
    "articulation",
    "amendment",
    "termination",
];

/// The title of a clause; `None` for a code that is not in the list.
pub fn clause(code: &str) -> Option<Phrase> {
    Some(match code {
        "parties" => say::clause_parties(),
        "diagnosis" => say::clause_diagnosis(),
        "objectives" => say::clause_objectives(),
        "contributions" => say::clause_contributions(),
        "obligations" => say::clause_obligations(),
        "rights" => say::clause_rights(),
        "duration" => say::clause_duration(),
        "budget" => say::clause_budget(),
        "legalFramework" => say::clause_legal_framework(),
        "boardAppointment" => say::clause_board_appointment(),
        "boardDeliberation" => say::clause_board_deliberation(),
        "managementStructure" => say::clause_management_structure(),
        "actionPlan" => say::clause_action_plan(),
        "communication" => say::clause_communication(),
        "equality" => say::clause_equality(),
        "personalData" => say::clause_personal_data(),
        "evaluation" => say::clause_evaluation(),
        "audit" => say::clause_audit(),
        "arbitration" => say::clause_arbitration(),
        "articulation" => say::clause_articulation(),
        "amendment" => say::clause_amendment(),
        "termination" => say::clause_termination(),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_clause_of_the_list_has_a_title() {
        assert!(CLAUSES.iter().all(|code| clause(code).is_some()));
        assert_eq!(clause("toString"), None);
    }
}
