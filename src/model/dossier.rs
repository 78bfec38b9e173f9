//! The whole document.

use serde_json::Value;

use super::action::Action;
use super::actor::Actor;
use super::agreement::Agreement;
use super::body::Body;
use super::governance::{AdmissionCriterion, Plan};
use super::json::{List, identified, record};
use super::links::{Influence, OtherProject, Position, Tie, Wave};
use super::objective::{KeyFunction, Objective};
use super::project::Project;
use super::review::{Answer, Improvement, Meeting, Review};
use super::role::{Responsibility, RoleAssignment};
use super::scalar::{Date, Id, Instant};
use super::sheet::{PartnerSheet, Privacy, SheetSent};
use super::territory::{Need, PathwayStage, Territory};

/// The name of the format, in `format`.
pub const FORMAT: &str = "tour-de-table/dossier";
/// The version this code writes, in `formatVersion`.
pub const FORMAT_VERSION: &str = "1.0";

record! {
    /// A finding set aside, and why.
    "Point écarté"
    SetAside {
        /// Code of the finding.
        finding "finding" "Point": String,
        /// The objects concerned; some may be gone.
        objects "objects" "Objets": Vec<Id> => Any,
        /// Reason.
        reason "reason" "Raison": String,
        /// By whom.
        by "by" "Par": String,
        /// Day.
        on "on" "Date": Option<Date>,
    }
}

record! {
    /// The dossier as it stood one day.
    "Instantané"
    Snapshot {
        /// Identifier.
        id "id" "Identifiant": Id,
        /// Title.
        title "title" "Intitulé": String,
        /// Day.
        on "on" "Date": Option<Date>,
        /// The dossier then, kept as it was.
        content "content" "Contenu": Value,
    }
}

record! {
    /// A state that the dossier went through, without its content.
    "État antérieur"
    Ancestor {
        /// Revision number.
        revision "revision" "Révision": Option<u32>,
        /// What tells its content from any other: 128 bits of FNV-1a in hexadecimal.
        digest "digest" "Empreinte": String,
    }
}

record! {
    /// One project and its ecosystem.
    "Dossier"
    Dossier {
        /// Always `tour-de-table/dossier`.
        format "format" "Format": String,
        /// Version of the format.
        format_version "formatVersion" "Version du format": String,
        /// Identifier, stable for ever.
        id "id" "Identifiant": Id,
        /// Revision number, growing by one at each change.
        revision "revision" "Révision": Option<u32>,
        /// When it was last saved, in UTC.
        saved_at "savedAt" "Enregistré le": Option<Instant>,
        /// Language of its texts.
        language "language" "Langue": String,
        /// What was taken out before this copy left; absent where nothing was.
        privacy "privacy" "Confidentialité": Option<Privacy>,
        /// Present in the sheet that one actor fills in.
        partner_sheet "partnerSheet" "Fiche partenaire": Option<PartnerSheet>,
        /// Project.
        project "project" "Projet": Option<Project>,
        /// Territories.
        territories "territories" "Territoires": List<Territory>,
        /// Stages of the citizen's pathway.
        pathway "pathway" "Parcours": List<PathwayStage>,
        /// Needs.
        needs "needs" "Besoins": List<Need>,
        /// Objectives.
        objectives "objectives" "Objectifs": List<Objective>,
        /// Key functions.
        functions "functions" "Fonctions clés": List<KeyFunction>,
        /// Actors.
        actors "actors" "Acteurs": List<Actor>,
        /// Positions.
        positions "positions" "Positions": List<Position>,
        /// Influences.
        influences "influences" "Influences": List<Influence>,
        /// Ties.
        ties "ties" "Liens": List<Tie>,
        /// Other projects of the territory.
        other_projects "otherProjects" "Autres projets": List<OtherProject>,
        /// Waves.
        waves "waves" "Vagues": List<Wave>,
        /// Roles.
        roles "roles" "Rôles": List<RoleAssignment>,
        /// Responsibilities.
        responsibilities "responsibilities" "Responsabilités": List<Responsibility>,
        /// Bodies.
        bodies "bodies" "Instances": List<Body>,
        /// What is asked of an association before it sits on a body.
        admission_criteria "admissionCriteria" "Critères d’admission": List<AdmissionCriterion>,
        /// Plans that exist or not, adopted or not.
        plans "plans" "Plans": List<Plan>,
        /// Agreements.
        agreements "agreements" "Conventions": List<Agreement>,
        /// Action plan.
        actions "actions" "Plan d’action": List<Action>,
        /// Meetings.
        meetings "meetings" "Rencontres": List<Meeting>,
        /// Reviews.
        reviews "reviews" "Bilans": List<Review>,
        /// Answers to the questionnaire.
        answers "answers" "Réponses": List<Answer>,
        /// Improvements.
        improvements "improvements" "Améliorations": List<Improvement>,
        /// Findings set aside.
        set_aside "setAside" "Points écartés": List<SetAside>,
        /// Sheets sent to partners.
        sheets "sheets" "Fiches envoyées": List<SheetSent>,
        /// Snapshots.
        snapshots "snapshots" "Instantanés": List<Snapshot>,
        /// States it went through, when it left and when it took another dossier in; the last ones last.
        lineage "lineage" "Lignée": List<Ancestor>,
    }
}

identified!(Snapshot, Dossier);

impl Dossier {
    /// A blank dossier.
    pub fn blank(id: Id, language: &str) -> Self {
        Self {
            format: FORMAT.to_owned(),
            format_version: FORMAT_VERSION.to_owned(),
            id,
            language: language.to_owned(),
            ..Self::default()
        }
    }

    /// The title of the project; empty when it has none yet.
    pub fn title(&self) -> &str {
        self.project.as_ref().map_or("", |project| project.title.as_str())
    }

    /// The actor that bears `id`.
    pub fn actor(&self, id: &Id) -> Option<&Actor> {
        self.actors.find(id).map(std::rc::Rc::as_ref)
    }

    /// The objective that bears `id`.
    pub fn objective(&self, id: &Id) -> Option<&Objective> {
        self.objectives.find(id).map(std::rc::Rc::as_ref)
    }

    /// The key function that bears `id`.
    pub fn function(&self, id: &Id) -> Option<&KeyFunction> {
        self.functions.find(id).map(std::rc::Rc::as_ref)
    }

    /// The territory that bears `id`.
    pub fn territory(&self, id: &Id) -> Option<&Territory> {
        self.territories.find(id).map(std::rc::Rc::as_ref)
    }
}
