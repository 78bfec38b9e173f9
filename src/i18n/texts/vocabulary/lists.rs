//! The lists a host page may rename or extend: sub-kinds, themes, phases, units.

use crate::i18n::{Forms, Text};

/// An entry of a list: the code kept in the file, and its label.
#[derive(Debug)]
pub struct Entry {
    /// The family it belongs to (the word of the file); empty for a list without families.
    pub family: &'static str,
    /// Stable code.
    pub code: &'static str,
    /// Label.
    pub text: Text,
}

macro_rules! entries {
    ($(#[$doc:meta])+ $list:ident { $( $family:literal $prefix:literal { $( $code:literal $fr:literal $en:literal ; )+ } )+ }) => {
        $(#[$doc])+
        pub static $list: &[Entry] = &[ $( $( Entry {
            family: $family,
            code: $code,
            text: Text {
                key: concat!("vocabulary.", $prefix, ".", $code),
                fr: Forms::Plain($fr),
                en: Forms::Plain($en),
                args: &[],
            },
        } ),+ ),+ ];
    };
}

entries! {
    /// Sub-kinds, by kind of actor.
    SUBKINDS {
        "publicAuthority" "subkind.publicAuthority" {
            "prefecture" "Préfecture ou sous-préfecture" "State representative (préfecture)";
            "dreets" "DREETS" "Regional labour and economy directorate (DREETS)";
            "ddets" "DDETS" "Local labour and solidarity directorate (DDETS)";
            "etat" "Autre service de l’État" "Other State service";
            "region" "Région" "Region";
            "departement" "Département" "Department";
            "collectiviteUnique" "Collectivité territoriale unique" "Single territorial authority";
            "epci" "Intercommunalité (EPCI)" "Association of municipalities";
            "commune" "Commune" "Municipality";
            "ccas" "CCAS ou CIAS" "Municipal social centre (CCAS)";
            "paysPetr" "Pays ou pôle territorial (PETR)" "Rural area partnership";
            "education" "Rectorat ou service de l’Éducation nationale" "Education authority";
            "sante" "Agence régionale de santé" "Regional health agency";
            "protectionSociale" "Caisse de protection sociale (CAF, CPAM, MSA)" "Social protection fund";
            "etablissementPublic" "Établissement public" "Public body";
            "gip" "Groupement d’intérêt public" "Public interest grouping";
            "europe" "Institution européenne ou internationale" "European or international institution";
        }
        "economicDevelopment" "subkind.economicDevelopment" {
            "cci" "CCI" "Chamber of commerce and industry";
            "cma" "CMA" "Chamber of trades and crafts";
            "chambreAgriculture" "Chambre d’agriculture" "Chamber of agriculture";
            "agenceDeveloppement" "Agence de développement" "Development agency";
            "cress" "Chambre de l’économie sociale et solidaire" "Chamber of the social economy";
            "poleCompetitivite" "Pôle ou grappe d’entreprises" "Cluster";
            "financementCreation" "Réseau d’appui à la création d’entreprise" "Business creation support network";
            "pepiniere" "Pépinière, incubateur ou tiers-lieu" "Incubator or third place";
            "officeTourisme" "Office de tourisme" "Tourist office";
            "amenagement" "Aménageur ou société d’économie mixte" "Development company";
            "banquePublique" "Banque publique d’investissement" "Public investment bank";
        }
        "employmentTraining" "subkind.employmentTraining" {
            "franceTravail" "France Travail" "France Travail (public employment service)";
            "missionLocale" "Mission locale" "Local youth employment service";
            "capEmploi" "Cap emploi" "Cap emploi (disability employment service)";
            "maisonEmploi" "Maison de l’emploi" "Employment centre (maison de l’emploi)";
            "plie" "PLIE" "Local integration and employment plan (PLIE)";
            "apec" "Apec" "Executive employment association (Apec)";
            "organismeFormation" "Organisme de formation" "Training provider";
            "afpa" "AFPA" "National adult training agency (AFPA)";
            "greta" "GRETA" "Adult education network (GRETA)";
            "cfa" "CFA" "Apprenticeship centre";
            "enseignementScolaire" "Collège ou lycée" "Secondary school";
            "enseignementSuperieur" "Enseignement supérieur" "Higher education";
            "geiq" "GEIQ" "Employers’ group for integration (GEIQ)";
            "structureInsertion" "Structure d’insertion (SIAE)" "Work integration organisation";
            "interim" "Agence d’intérim" "Temporary work agency";
            "orientation" "Centre d’orientation ou de bilan" "Guidance centre";
            "carifOref" "Carif-Oref" "Regional training and employment observatory";
            "servicePublicEmploi" "Autre service public de l’emploi" "Other public employment service";
        }
        "business" "subkind.business" {
            "entreprise" "Entreprise" "Company";
            "clubEntreprises" "Club d’entreprises" "Business club";
            "branche" "Branche professionnelle" "Professional branch";
            "federation" "Fédération ou union professionnelle" "Professional federation";
            "opco" "OPCO" "Skills operator (OPCO)";
            "groupementEmployeurs" "Groupement d’employeurs" "Employers’ group";
            "cooperative" "Coopérative" "Cooperative";
            "clubRh" "Club de DRH" "Human resources club";
            "fondationEntreprise" "Fondation d’entreprise" "Corporate foundation";
        }
        "association" "subkind.association" {
            "insertion" "Insertion et solidarité" "Integration and solidarity";
            "logement" "Logement et hébergement" "Housing";
            "mobilite" "Mobilité" "Mobility";
            "petiteEnfance" "Petite enfance et famille" "Early childhood and family";
            "sante" "Santé et handicap" "Health and disability";
            "numerique" "Numérique" "Digital inclusion";
            "entrepreneuriat" "Entrepreneuriat" "Entrepreneurship";
            "mediation" "Médiation et accès aux droits" "Mediation and access to rights";
            "centreSocial" "Centre social ou maison de quartier" "Community centre";
            "jeunesse" "Jeunesse et éducation populaire" "Youth and popular education";
            "cultureSport" "Culture ou sport" "Culture or sport";
            "environnement" "Environnement" "Environment";
            "teteReseau" "Tête de réseau associative" "Association network head";
        }
        "socialPartner" "subkind.socialPartner" {
            "syndicatSalaries" "Organisation syndicale" "Trade union";
            "organisationPatronale" "Organisation patronale" "Employers’ organisation";
            "commissionParitaire" "Commission ou organisme paritaire" "Joint committee or body";
            "conseilSocial" "Conseil économique et social" "Economic and social council";
        }
        "inhabitants" "subkind.inhabitants" {
            "conseilCitoyen" "Conseil citoyen" "Citizens’ council";
            "habitants" "Groupe d’habitants" "Group of inhabitants";
            "usagers" "Usagers ou bénéficiaires" "Users or beneficiaries";
            "conseilDeveloppement" "Conseil de développement" "Development council";
            "jeunes" "Conseil de jeunes" "Youth council";
        }
        "expert" "subkind.expert" {
            "universitaire" "Équipe de recherche" "Research team";
            "cabinet" "Cabinet de conseil" "Consultancy";
            "observatoire" "Observatoire" "Observatory";
            "evaluation" "Évaluation" "Evaluation";
            "juridique" "Expertise juridique" "Legal expertise";
            "agenceUrbanisme" "Agence d’urbanisme" "Urban planning agency";
        }
        "other" "subkind.other" {
            "bailleurSocial" "Bailleur social" "Social landlord";
            "transport" "Transporteur" "Transport operator";
            "fondation" "Fondation" "Foundation";
            "media" "Média" "Media";
            "banque" "Banque ou assurance" "Bank or insurance";
            "autre" "Autre structure" "Other organisation";
        }
    }
}

entries! {
    /// Themes of needs, objectives and meetings.
    NEED_THEMES {
        "" "theme" {
            "employment" "Emploi" "Employment";
            "skills" "Compétences" "Skills";
            "education" "Éducation" "Education";
            "guidance" "Orientation" "Guidance";
            "mobility" "Mobilité" "Mobility";
            "housing" "Logement" "Housing";
            "childcare" "Garde d’enfants" "Childcare";
            "health" "Santé" "Health";
            "disability" "Handicap" "Disability";
            "digital" "Numérique" "Digital";
            "language" "Langue" "Language";
            "income" "Revenu" "Income";
            "rights" "Accès aux droits" "Access to rights";
            "social" "Lien social" "Social life";
            "economic" "Développement économique" "Economic development";
            "recruitment" "Recrutement" "Recruitment";
            "businessCreation" "Création d’activité" "Business creation";
            "transition" "Transition écologique et énergétique" "Ecological and energy transition";
            "financial" "Financement" "Funding";
            "equality" "Égalité" "Equality";
            "culture" "Culture et sport" "Culture and sport";
        }
    }
}

entries! {
    /// Usual phases of a project, offered for the free field of a key function.
    PHASES {
        "" "phase" {
            "diagnosis" "Diagnostic" "Diagnosis";
            "design" "Conception" "Design";
            "launch" "Lancement" "Launch";
            "rollout" "Déploiement" "Roll-out";
            "followUp" "Suivi" "Follow-up";
            "evaluation" "Évaluation" "Evaluation";
        }
    }
}

entries! {
    /// Units of a contribution that have a code; any other word is kept as it is.
    UNITS {
        "" "unit" {
            "FTE" "ETP" "FTE";
            "day" "jours" "days";
            "hour" "heures" "hours";
            "person" "personnes" "people";
            "place" "places" "places";
        }
    }
}

/// Every label of the lists, for the checks on wording.
pub(super) fn all() -> Vec<&'static Text> {
    [SUBKINDS, NEED_THEMES, PHASES, UNITS].into_iter().flatten().map(|entry| &entry.text).collect()
}
