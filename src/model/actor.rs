//! The organisations and groups around the project. Never a person: people are contacts of an actor.

use super::json::{List, closed, identified, record};
use super::scalar::{Date, Id, Money, Number};
use super::scale::{Bounded, Level};

closed! {
    /// The nine kinds of actor.
    ActorKind {
        /// Public authorities.
        PublicAuthority = "publicAuthority",
        /// Economic development.
        EconomicDevelopment = "economicDevelopment",
        /// Employment and training operators.
        EmploymentTraining = "employmentTraining",
        /// Companies and their networks.
        Business = "business",
        /// Associations.
        Association = "association",
        /// Social partners.
        SocialPartner = "socialPartner",
        /// Inhabitants and users.
        Inhabitants = "inhabitants",
        /// Experts.
        Expert = "expert",
        /// Other.
        Other = "other",
    }
}

closed! {
    /// What a reading is about.
    Criterion {
        /// 0–4: absent, informed, consulted, committed, driving.
        Mobilisation = "mobilisation",
        /// 0–4: influence on the project.
        Influence = "influence",
        /// 0–4: interest in the project.
        Interest = "interest",
        /// −2…+2: opposed, reserved, neutral, favourable, carrying.
        Stance = "stance",
        /// 0–4: none, by moments, part of the time, most of the time, throughout.
        Availability = "availability",
        /// 0–4: party to the matter … seen as neutral by all.
        Neutrality = "neutrality",
    }
}

impl Criterion {
    /// Lowest and highest value of the criterion.
    pub const fn bounds(self) -> (i8, i8) {
        match self {
            Self::Stance => (-2, 2),
            _ => (0, 4),
        }
    }
}

closed! {
    /// The kind of a contribution.
    ContributionKind {
        /// People.
        Human = "human",
        /// Money.
        Financial = "financial",
        /// Network.
        Relational = "relational",
        /// Technical means.
        Technical = "technical",
        /// Premises, equipment.
        Material = "material",
    }
}

closed! {
    /// How far a contribution is secured.
    ContributionStatus {
        /// Offered.
        Offered = "offered",
        /// Agreed.
        Agreed = "agreed",
        /// Delivered.
        Delivered = "delivered",
    }
}

record! {
    /// An identifier in a public register.
    "Identifiant public"
    Identifier {
        /// SIREN, SIRET, RNA, UAI, FINESS or another register.
        scheme "scheme" "Registre": String,
        /// The value.
        value "value" "Valeur": String,
    }
}

record! {
    /// The person inside the actor.
    "Interlocuteur"
    Contact {
        /// Identifier.
        id "id" "Identifiant": Id,
        /// Name, optional.
        name "name" "Nom": String,
        /// Function held.
        position "position" "Fonction": String,
        /// E-mail.
        email "email" "Courriel": String,
        /// Telephone.
        phone "phone" "Téléphone": String,
        /// Has real power to decide.
        can_decide "canDecide" "Peut décider": Option<bool>,
        /// Validations needed before the actor commits.
        validation_steps "validationSteps" "Nombre de validations": Option<u32>,
    }
}

record! {
    /// A quantity with its unit.
    "Quantité"
    Quantity {
        /// Value.
        value "value" "Valeur": Option<Number>,
        /// Unit, for example FTE.
        unit "unit" "Unité": String,
    }
}

record! {
    /// What an actor brings.
    "Apport"
    Contribution {
        /// Identifier.
        id "id" "Identifiant": Id,
        /// Kind.
        kind "kind" "Nature": Option<ContributionKind>,
        /// Title.
        title "title" "Intitulé": String,
        /// Amount.
        money "money" "Montant": Option<Money>,
        /// Volume.
        quantity "quantity" "Volume": Option<Quantity>,
        /// Status.
        status "status" "Statut": Option<ContributionStatus>,
    }
}

record! {
    /// A dated value of a criterion. The first is the baseline, the last is current.
    "Relevé"
    Reading {
        /// Criterion.
        criterion "criterion" "Critère": Criterion,
        /// Value on the scale of the criterion.
        value "value" "Valeur": Bounded<-2, 4>,
        /// Day.
        on "on" "Date": Option<Date>,
        /// Evaluator; absent for a value agreed together.
        by "by" "Par": String,
        /// Note.
        note "note" "Note": String,
    }
}

record! {
    /// An organisation or a group.
    "Acteur"
    Actor {
        /// Identifier.
        id "id" "Identifiant": Id,
        /// Name.
        name "name" "Nom": String,
        /// Kind.
        kind "kind" "Famille": Option<ActorKind>,
        /// Sub-kind: a code of the vocabulary, or free words.
        subkind "subkind" "Nature": String,
        /// Public identifiers.
        identifiers "identifiers" "Identifiants publics": Vec<Identifier>,
        /// Where it is competent.
        territories "territories" "Territoires de compétence": Vec<Id> => Territory,
        /// Free labels.
        tags "tags" "Étiquettes": Vec<String>,
        /// Contacts.
        contacts "contacts" "Interlocuteurs": List<Contact>,
        /// Its interests, in its own words.
        interests "interests" "Intérêts": String,
        /// The functions it could hold.
        capabilities "capabilities" "Fonctions possibles": Vec<Id> => Function,
        /// What it brings.
        contributions "contributions" "Apports": List<Contribution>,
        /// Readings of the six criteria.
        readings "readings" "Relevés": List<Reading>,
        /// Mobilisation aimed at.
        target_mobilisation "targetMobilisation" "Mobilisation visée": Option<Level>,
        /// The wave in which it joins.
        wave "wave" "Vague": Option<Id> => Wave,
        /// Ids of the actors that became this one: what another copy still says of them is said of it.
        former_ids "formerIds" "Anciens identifiants": Vec<Id> => Any,
    }
}

identified!(Contact, Contribution, Actor);
