//! What the partnership is about.

use super::json::{closed, record};
use super::scalar::{Date, Id};

closed! {
    /// The domain of a project, which weighs on the structure that fits it.
    Domain {
        /// Social and economic programmes.
        SocioEconomic = "socioEconomic",
        /// Infrastructure and equipment.
        Infrastructure = "infrastructure",
    }
}

closed! {
    /// How complex the problem is.
    Complexity {
        /// A simple problem.
        Simple = "simple",
        /// A complex problem.
        Complex = "complex",
    }
}

record! {
    /// The project: what it addresses, where, when and who carries it.
    "Projet"
    Project {
        /// Title.
        title "title" "Titre": String,
        /// The problem addressed.
        problem "problem" "Problème à traiter": String,
        /// Domain.
        domain "domain" "Domaine": Option<Domain>,
        /// Complexity.
        complexity "complexity" "Complexité": Option<Complexity>,
        /// Whether the project addresses companies.
        addresses_companies "addressesCompanies" "S’adresse aux entreprises": Option<bool>,
        /// First day.
        starts_on "startsOn" "Début": Option<Date>,
        /// Last day.
        ends_on "endsOn" "Fin": Option<Date>,
        /// The actor that carries the project.
        carrier "carrier" "Structure porteuse": Option<Id> => Actor,
        /// Where the project takes place.
        territories "territories" "Territoires": Vec<Id> => Territory,
    }
}
