//! What leaves and what stays, counted, so that a person sees it before the file goes.

use crate::i18n::{Phrase, texts::edit as count, texts::privacy as say};
use crate::model::Dossier;

/// What was taken out, or changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each is said by `words`")]
pub enum What {
    Names,
    Emails,
    Phones,
    HolderNames,
    Numbered,
    Notes,
    Conflicts,
    Contacts,
    Holders,
    Readings,
    Targets,
    Positions,
    Influences,
    Interests,
    Offers,
    Amounts,
    Conditions,
    Clauses,
    Decisions,
    Answers,
    Improvements,
    SetAside,
    Sheets,
    Snapshots,
    Ids,
    Others,
    Unknown,
}

impl What {
    /// So many of it, in words.
    pub fn words(self, n: usize) -> Phrase {
        match self {
            Self::Names => say::names(n),
            Self::Emails => say::emails(n),
            Self::Phones => say::phones(n),
            Self::HolderNames => say::holder_names(n),
            Self::Numbered => say::numbered(n),
            Self::Notes => say::notes(n),
            Self::Conflicts => say::conflicts(n),
            Self::Contacts => say::contacts(n),
            Self::Holders => say::holders(n),
            Self::Readings => say::readings(n),
            Self::Targets => say::targets(n),
            Self::Positions => say::positions(n),
            Self::Influences => say::influences(n),
            Self::Interests => say::interests(n),
            Self::Offers => say::offers(n),
            Self::Amounts => say::amounts(n),
            Self::Conditions => say::conditions(n),
            Self::Clauses => say::clauses(n),
            Self::Decisions => say::decisions(n),
            Self::Answers => say::answers(n),
            Self::Improvements => count::count_improvement(n),
            Self::SetAside => say::set_aside(n),
            Self::Sheets => count::count_sheet(n),
            Self::Snapshots => count::count_snapshot(n),
            Self::Ids => say::ids(n),
            Self::Others => say::others(n),
            Self::Unknown => say::unknown(n),
        }
    }

    /// What the field at a way is, for the person who sends.
    pub(super) fn at(way: &str) -> Self {
        match way {
            "actors/contacts/name" | "reviews/people" => Self::Names,
            "actors/contacts/email" => Self::Emails,
            "actors/contacts/phone" => Self::Phones,
            "bodies/seats/holder/name" => Self::HolderNames,
            "actors/contacts" => Self::Contacts,
            "bodies/seats/holder" => Self::Holders,
            "actors/readings" => Self::Readings,
            "actors/targetMobilisation" => Self::Targets,
            "positions" => Self::Positions,
            "influences" => Self::Influences,
            "actors/interests" => Self::Interests,
            "actors/contributions" => Self::Offers,
            "actors/contributions/money" | "actions/budget" | "actions/spent" => Self::Amounts,
            "roles/conditions" | "admissionCriteria/checks" => Self::Conditions,
            "agreements/clauses" | "agreements/obligations" | "roles/commitments" => Self::Clauses,
            "meetings/decisions" => Self::Decisions,
            "answers" => Self::Answers,
            "improvements" => Self::Improvements,
            "setAside" => Self::SetAside,
            "sheets" => Self::Sheets,
            "snapshots" => Self::Snapshots,
            "ties" => Self::Conflicts,
            _ => match way.rsplit('/').next() {
                Some("note" | "notes" | "evidence" | "reason" | "text" | "comment") => Self::Notes,
                _ => Self::Others,
            },
        }
    }
}

/// A text of the copy in which a name that was taken out elsewhere still stands, or an e-mail address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StillNamed {
    /// JSON Pointer of the text in the copy.
    pub pointer: String,
    /// The text.
    pub text: String,
    /// What was found in it.
    pub found: String,
}

/// What leaves with a copy, and what does not.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Departure {
    /// What was taken out or changed, in the order of [`What`].
    pub stays: Vec<(What, usize)>,
    /// How many free texts leave that nothing but reading can tell free of names; 0 in a complete copy.
    pub to_read_again: usize,
    /// Texts that still name somebody.
    pub still_named: Vec<StillNamed>,
}

impl Departure {
    pub(super) fn note(&mut self, what: What, count: usize) {
        if count == 0 {
            return;
        }
        match self.stays.binary_search_by_key(&what, |(known, _)| *known) {
            Ok(at) => {
                if let Some((_, total)) = self.stays.get_mut(at) {
                    *total += count;
                }
            }
            Err(at) => self.stays.insert(at, (what, count)),
        }
    }
}

/// What a file holds, in words: kinds of record with their number, those it has none of left out.
pub fn contents(dossier: &Dossier) -> Vec<Phrase> {
    let within = |each: fn(&crate::model::Actor) -> usize| dossier.actors.iter().map(|one| each(one)).sum();
    let seats: usize = dossier.bodies.iter().map(|body| body.seats.len()).sum();
    let lists: [(usize, fn(usize) -> Phrase); 30] = [
        (dossier.actors.len(), count::count_actor),
        (within(|actor| actor.contacts.len()), say::contacts),
        (within(|actor| actor.readings.len()), say::readings),
        (within(|actor| usize::from(actor.target_mobilisation.is_some())), say::targets),
        (within(|actor| actor.contributions.len()), say::contributions),
        (dossier.objectives.len(), count::count_objective),
        (dossier.functions.len(), count::count_function),
        (dossier.needs.len(), count::count_need),
        (dossier.territories.len(), count::count_territory),
        (dossier.pathway.len(), say::stages),
        (dossier.positions.len(), say::positions),
        (dossier.influences.len(), say::influences),
        (dossier.ties.len(), say::ties),
        (dossier.other_projects.len(), count::count_other_project),
        (dossier.waves.len(), count::count_wave),
        (dossier.roles.len(), count::count_role),
        (dossier.responsibilities.len(), say::responsibilities),
        (dossier.bodies.len(), count::count_body),
        (seats, say::seats),
        (dossier.admission_criteria.len(), count::count_admission),
        (dossier.plans.len(), count::count_plan),
        (dossier.agreements.len(), count::count_agreement),
        (dossier.actions.len(), count::count_action),
        (dossier.meetings.len(), count::count_meeting),
        (dossier.reviews.len(), count::count_review),
        (dossier.answers.len(), say::answers),
        (dossier.improvements.len(), count::count_improvement),
        (dossier.set_aside.len(), say::set_aside),
        (dossier.sheets.len(), count::count_sheet),
        (dossier.snapshots.len(), count::count_snapshot),
    ];
    lists.into_iter().filter(|(n, _)| *n > 0).map(|(n, words)| words(n)).collect()
}
