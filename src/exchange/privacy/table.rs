//! What each field of the format is, for privacy: one table over the whole model.
//!
//! A field that is not named here leaves in a complete copy only, so that one added to the model and forgotten here
//! stays where it is; a test refuses the forgetting.

/// How far a field may go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reach {
    /// Stays at home unless the copy is complete: it names a person, or may, or comments on one.
    Home,
    /// Goes to partners, not to the public: what is thought of the actors, what is not agreed yet.
    Partners,
    /// May be published.
    Public,
    /// A name that tells evaluators or respondents apart: a number takes its place, since without it several
    /// opinions would read as one agreed value. Goes to partners as that number.
    Numbered,
}

/// A record of the format: the keys that lead to it, and its own keys by reach.
pub(super) struct Part {
    at: &'static str,
    public: &'static str,
    partners: &'static str,
    home: &'static str,
}

const fn part(at: &'static str, public: &'static str, partners: &'static str, home: &'static str) -> Part {
    Part { at, public, partners, home }
}

/// Names that are numbered, by the way to them.
const NUMBERED: [&str; 5] =
    ["actors/readings/by", "positions/by", "influences/by", "setAside/by", "answers/respondent"];

/// The table. Titles, what a project and its functions are, who is a member of what: public. Free texts that belong
/// to the work itself (interests, clauses, decisions, observations) go to partners and are counted as to be read
/// again; texts about people or dealings with them (notes, evidence, reasons) stay at home. The gender of a holder goes
/// to partners without the name: parity is computed from it. Amounts and offers are not the public's before they are
/// agreed.
const PARTS: [Part; 50] = [
    part(
        "",
        "format formatVersion id revision savedAt language privacy project territories pathway needs objectives \
         functions actors ties otherProjects waves roles responsibilities bodies agreements \
         actions meetings reviews admissionCriteria plans",
        "positions influences answers improvements setAside sheets snapshots lineage",
        "partnerSheet",
    ),
    part(
        "partnerSheet",
        "",
        "",
        "sheet actor dossier revision sentOn from message sent answeredOn answeredBy comment",
    ),
    part(
        "project",
        "title problem domain complexity addressesCompanies startsOn endsOn carrier territories",
        "",
        "",
    ),
    part("territories", "id name kind code parent", "", ""),
    part("territories/code", "scheme value", "", ""),
    part("pathway", "id title", "", ""),
    part("needs", "id title theme territories stages liftedBy", "", ""),
    part("objectives", "id title theme weight indicators", "", ""),
    part("objectives/indicators", "title unit target", "", ""),
    part("functions", "id title objectives territories skills public phase", "", ""),
    part(
        "actors",
        "id name kind subkind identifiers territories capabilities contributions wave formerIds",
        "tags contacts interests readings targetMobilisation",
        "",
    ),
    part("actors/identifiers", "scheme value", "", ""),
    part("actors/contacts", "", "id position canDecide validationSteps", "name email phone"),
    part("actors/contributions", "id kind title quantity status", "money", ""),
    part("actors/contributions/money", "", "amount currency", ""),
    part("actors/contributions/quantity", "value unit", "", ""),
    part("actors/readings", "", "criterion value on by", "note"),
    part("positions", "", "actor objective value on by", "note"),
    part("influences", "", "from to value on by", ""),
    part("ties", "from to level directed", "", ""),
    part("otherProjects", "id title carriers objectives", "", "note"),
    part("waves", "id title startsOn", "", ""),
    part("roles", "id actor role scope startsOn endsOn does", "conditions commitments", ""),
    part("roles/commitments", "", "id text on", ""),
    part("roles/scope", "objective function", "", ""),
    part("roles/conditions", "", "code status on", "evidence"),
    part("responsibilities", "function actor letter", "", ""),
    part("bodies", "id title kind quorum rule colleges seats", "", ""),
    part("bodies/rule", "quota majority castingVote blocVoting", "", ""),
    part("bodies/colleges", "id title", "", ""),
    part("bodies/seats", "id actor college votes alternateOf expert capacity", "holder", ""),
    part("bodies/seats/holder", "", "gender", "name"),
    part("admissionCriteria", "id title", "checks", ""),
    part("admissionCriteria/checks", "", "actor status on", "evidence"),
    part("plans", "id kind status adoptedOn adoptedBy", "", "note"),
    part("agreements", "id title parties startsOn endsOn status linkedPlans", "clauses obligations", ""),
    part("agreements/clauses", "", "code status text", ""),
    part("agreements/obligations", "", "id party text kind weight", ""),
    part("agreements/linkedPlans", "actor title", "", ""),
    part("actions", "id title objective responsible startsOn dueOn progress status", "budget spent", ""),
    part("actions/budget", "", "amount currency", ""),
    part("actions/spent", "", "amount currency", ""),
    part("meetings", "id title theme on attendees", "decisions", ""),
    part("reviews", "id kind plannedOn heldOn agreement watches", "", "people notes"),
    part("answers", "", "item respondent value on", "text"),
    part("improvements", "", "id observed tried result status", ""),
    part("setAside", "", "finding objects by on", "reason"),
    part("sheets", "", "id actor name sentOn revision answeredOn", "comment"),
    // The content is a whole dossier, reduced as such.
    part("snapshots", "", "id title on content", ""),
    // What a file that comes back is recognised by: nothing can be read from it.
    part("lineage", "", "revision digest", ""),
];

/// The way to a field: the keys from the root, joined by `/`, places in lists left out.
pub(super) fn way(at: &str, key: &str) -> String {
    if at.is_empty() { key.to_owned() } else { format!("{at}/{key}") }
}

/// The part of the table on the record at a way; `None` for what the table does not know.
pub(super) fn part_at(at: &str) -> Option<&'static Part> {
    PARTS.iter().find(|part| part.at == at)
}

impl Part {
    /// How far a field of this record may go; `None` for one that the table does not know.
    pub(super) fn reach(&self, key: &str) -> Option<Reach> {
        let among = |words: &str| words.split(' ').any(|word| word == key);
        if matches!(key, "by" | "respondent") && NUMBERED.contains(&way(self.at, key).as_str()) {
            return Some(Reach::Numbered);
        }
        [(self.public, Reach::Public), (self.partners, Reach::Partners), (self.home, Reach::Home)]
            .into_iter()
            .find(|(words, _)| among(words))
            .map(|(_, reach)| reach)
    }
}

/// The free texts that leave and are worth reading again before they do: nothing tells whether they name a person.
const TO_READ_AGAIN: [&str; 12] = [
    "project/problem",
    "actors/interests",
    "actors/tags",
    "roles/does",
    "roles/commitments/text",
    "agreements/clauses/text",
    "agreements/obligations/text",
    "meetings/decisions",
    "improvements/observed",
    "improvements/tried",
    "improvements/result",
    "actors/contacts/position",
];

/// Whether a text should be read again before it leaves.
pub(super) fn to_read_again(way: &str) -> bool {
    TO_READ_AGAIN.contains(&way)
}

/// Every way the table knows, for the tests.
#[cfg(test)]
pub(super) fn known() -> Vec<String> {
    let words = |part: &Part| -> Vec<String> {
        [part.public, part.partners, part.home]
            .iter()
            .flat_map(|words| words.split(' '))
            .filter(|word| !word.is_empty())
            .map(|word| way(part.at, word))
            .collect()
    };
    PARTS.iter().flat_map(words).collect()
}
