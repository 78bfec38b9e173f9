//! What leaves in part, and comes back: copies without some of their contents, sheets sent to partners.

use serde_json::Value;

use super::json::{closed, identified, record};
use super::scalar::{Date, Id};

closed! {
    /// What was taken out of a copy before it left. What such a copy lacks was not said to be gone.
    Privacy {
        /// No name, e-mail or telephone of a person, no note, nothing unknown.
        WithoutPersonalData = "withoutPersonalData",
        /// Moreover no reading, position, influence or contact: what may be published.
        Public = "public",
    }
}

record! {
    /// A sheet sent to an actor for it to fill in, and whether it came back.
    "Fiche envoyée"
    SheetSent {
        /// Identifier.
        id "id" "Identifiant": Id,
        /// The actor; absent once it is deleted.
        actor "actor" "Acteur": Option<Id> => Actor,
        /// Its name when the sheet left.
        name "name" "Nom à l’envoi": String,
        /// Day it left.
        sent_on "sentOn" "Envoyée le": Option<Date>,
        /// Revision of the dossier it was taken from.
        revision "revision" "Révision": Option<u32>,
        /// Day of the latest answer that was looked at.
        answered_on "answeredOn" "Réponse du": Option<Date>,
        /// What the actor added in its own words.
        comment "comment" "Commentaire reçu": String,
    }
}

record! {
    /// What makes a file the sheet of one actor: whose it is, where it comes from, what it held when it left.
    "Fiche partenaire"
    PartnerSheet {
        /// Identifier of the sheet in the dossier it comes from.
        sheet "sheet" "Fiche": Id => Any,
        /// The actor that fills it in.
        actor "actor" "Acteur": Id => Actor,
        /// Identifier of the dossier it comes from.
        dossier "dossier" "Dossier d’origine": Id => Any,
        /// Revision of that dossier when it left.
        revision "revision" "Révision": Option<u32>,
        /// Day it left.
        sent_on "sentOn" "Envoyée le": Option<Date>,
        /// Who asks.
        from "from" "De la part de": String,
        /// A word to whoever fills it in.
        message "message" "Message": String,
        /// The answers as they stood when it left: `actor`, and `positions` where the values known were enclosed.
        sent "sent" "Contenu à l’envoi": Value,
        /// Day it was answered.
        answered_on "answeredOn" "Répondue le": Option<Date>,
        /// Who filled it in, optional.
        answered_by "answeredBy" "Remplie par": String,
        /// What the actor adds in its own words.
        comment "comment" "Commentaire": String,
    }
}

identified!(SheetSent);
