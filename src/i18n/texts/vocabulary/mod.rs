//! The words of the method: families, scales, roles, conditions, steps and lists.

mod lists;
pub mod steps;

pub use lists::{Entry, NEED_THEMES, PHASES, SUBKINDS, UNITS};
pub use steps::*;

texts! { vocabulary;
    words(fr, en): "{fr}", "{en}";

    kind_public_authority: "Pouvoirs publics", "Public authorities";
    kind_economic_development: "Développement économique", "Economic development";
    kind_employment_training: "Emploi et formation", "Employment and training";
    kind_business: "Entreprises et réseaux", "Companies and networks";
    kind_association: "Associations", "Associations";
    kind_social_partner: "Partenaires sociaux", "Social partners";
    kind_inhabitants: "Habitants et usagers", "Inhabitants and users";
    kind_expert: "Experts", "Experts";
    kind_other: "Autres", "Other";
    kind_public_authority_short: "Publics", "Public";
    kind_economic_development_short: "Éco", "Econ.";
    kind_employment_training_short: "Emploi", "Jobs";
    kind_business_short: "Entrepr.", "Firms";
    kind_association_short: "Assoc.", "Assoc.";
    kind_social_partner_short: "Sociaux", "Social";
    kind_inhabitants_short: "Usagers", "Users";
    kind_expert_short: "Experts", "Experts";
    kind_other_short: "Autres", "Other";
    kind_public_authority_one: "pouvoir public", "public authority";
    kind_economic_development_one: "structure de développement économique", "economic development body";
    kind_employment_training_one: "opérateur de l’emploi ou de la formation", "employment or training operator";
    kind_business_one: "entreprise ou réseau d’entreprises", "company or business network";
    kind_association_one: "association", "association";
    kind_social_partner_one: "partenaire social", "social partner";
    kind_inhabitants_one: "groupe d’habitants ou d’usagers", "group of inhabitants or users";
    kind_expert_one: "structure experte", "expert body";
    kind_other_one: "autre structure", "other organisation";

    territory_commune: "Commune", "Municipality";
    territory_epci: "Intercommunalité (EPCI)", "Association of municipalities";
    territory_bassin: "Bassin d’emploi ou de vie", "Labour market area";
    territory_departement: "Département", "Department";
    territory_region: "Région", "Region";
    territory_other: "Autre territoire", "Other area";

    domain_socio_economic: "Programme social ou économique", "Social or economic programme";
    domain_infrastructure: "Infrastructure ou équipement", "Infrastructure or equipment";
    complexity_simple: "Problème simple", "Simple problem";
    complexity_complex: "Problème complexe", "Complex problem";

    contribution_human: "Humain", "People";
    contribution_financial: "Financier", "Money";
    contribution_relational: "Relationnel", "Network";
    contribution_technical: "Technique", "Technical means";
    contribution_material: "Matériel", "Premises and equipment";
    status_offered: "proposé", "offered";
    status_agreed: "convenu", "agreed";
    status_delivered: "apporté", "delivered";

    criterion_mobilisation: "Mobilisation", "Mobilisation";
    criterion_influence: "Influence", "Influence";
    criterion_interest: "Intérêt", "Interest";
    criterion_stance: "Posture", "Stance";
    criterion_availability: "Disponibilité", "Availability";
    criterion_neutrality: "Neutralité", "Neutrality";
    criterion_mobilisation_question: "Où en est la structure dans le projet ?", "How far is the organisation involved in the project?";
    criterion_influence_question: "Pèse-t-elle sur la réussite du projet ?", "How much does it weigh on the success of the project?";
    criterion_interest_question: "Le projet compte-t-il pour elle ?", "How much does the project matter to it?";
    criterion_stance_question: "Est-elle pour ou contre le projet ?", "Is it for or against the project?";
    criterion_availability_question: "Quel temps peut-elle y consacrer ?", "How much time can it give?";
    criterion_neutrality_question: "Est-elle perçue comme neutre face aux options ?", "Is it seen as neutral about the options?";

    mobilisation_0: "absente", "absent";
    mobilisation_1: "informée", "informed";
    mobilisation_2: "consultée", "consulted";
    mobilisation_3: "engagée", "committed";
    mobilisation_4: "motrice", "driving";
    influence_0: "nulle", "none";
    influence_1: "faible", "low";
    influence_2: "moyenne", "medium";
    influence_3: "forte", "high";
    influence_4: "majeure", "major";
    interest_0: "nul", "none";
    interest_1: "faible", "low";
    interest_2: "moyen", "medium";
    interest_3: "fort", "high";
    interest_4: "majeur", "major";
    stance_m2: "opposée", "opposed";
    stance_m1: "réservée", "reserved";
    stance_0: "neutre", "neutral";
    stance_1: "favorable", "favourable";
    stance_2: "porteuse", "carrying";
    availability_0: "aucune", "none";
    availability_1: "par moments", "by moments";
    availability_2: "une partie du temps", "part of the time";
    availability_3: "la plupart du temps", "most of the time";
    availability_4: "tout au long", "throughout";
    neutrality_0: "partie prenante du débat", "party to the matter";
    neutrality_1: "proche d’un camp", "close to one side";
    neutrality_2: "avis partagés", "views differ";
    neutrality_3: "neutre pour la plupart", "neutral for most";
    neutrality_4: "neutre pour toutes", "seen as neutral by all";
    not_assessed: "à renseigner", "not assessed";

    magnitude_0: "indifférente", "indifferent";
    magnitude_1: "fonctionnement", "day-to-day working";
    magnitude_2: "projets", "projects";
    magnitude_3: "missions", "missions";
    magnitude_4: "existence", "existence";

    tie_networking: "se connaissent", "know each other";
    tie_coordinating: "se coordonnent", "coordinate";
    tie_cooperating: "coopèrent", "cooperate";
    tie_collaborating: "construisent ensemble", "build together";
    tie_conflict: "en conflit", "in conflict";

    role_lead: "Pilote", "Lead";
    role_operator: "Opérateur", "Operator";
    role_funder: "Financeur", "Funder";
    role_partner: "Partenaire", "Partner";
    role_lead_plural: "Pilote", "Lead";
    role_operator_plural: "Opérateurs", "Operators";
    role_funder_plural: "Financeurs", "Funders";
    role_partner_plural: "Partenaires", "Partners";
    role_lead_does: "En charge du projet : mobilise les acteurs et tient le cap choisi.", "In charge of the project: mobilises the actors and keeps to the course chosen.";
    role_operator_does: "Ressource dans son champ, à des étapes données.", "A resource in its field, at given stages.";
    role_funder_does: "Apporte les fonds nécessaires à l’action.", "Brings the funds the action needs.";
    role_partner_does: "Porte le projet, lui donne visibilité et légitimité.", "Carries the project, gives it visibility and legitimacy.";
    role_lead_brief: "Mobilise les acteurs, garde le cap.", "Mobilises the actors, keeps the course.";
    role_operator_brief: "Ressources dans leur champ.", "Resources in their field.";
    role_funder_brief: "Apportent les fonds.", "Bring the funds.";
    role_partner_brief: "Portent le projet, le rendent visible.", "Carry the project, make it visible.";

    condition_reachable: "Identifiée et joignable comme point de contact", "Known and reachable as the contact point";
    condition_available: "Disponible au lancement et à l’animation", "Available for launch and animation";
    condition_neutral: "Neutre face aux options retenues", "Neutral about the options chosen";
    condition_connector: "Relie des acteurs peu habitués à travailler ensemble", "Links actors that are not used to working together";
    condition_project_skills: "Compétence en gestion de projet et en travail collaboratif", "Skilled in project management and collaborative work";
    condition_skilled: "Compétence technique ou réseau adapté", "Technical skills or a network that fits";
    condition_decides: "Interlocuteur au bon niveau de décision", "Contact at the right level of decision";
    condition_territory: "Agit dans son territoire de compétence", "Works inside its territory of competence";
    condition_commitment_known: "Montant, période et statut de l’engagement connus", "Amount, period and status of the commitment known";
    condition_rules_known: "Règles d’éligibilité et de compte rendu connues", "Eligibility and reporting rules known";
    condition_agrees_named: "Accepte publiquement d’être citée", "Agrees in public to be named";
    condition_reachable_print: "Point de contact identifié", "Contact point identified";
    condition_available_print: "Disponible", "Available";
    condition_neutral_print: "Neutre sur les options", "Neutral about the options";
    condition_connector_print: "Relie les acteurs", "Links the actors";
    condition_project_skills_print: "Gestion de projet", "Project management";
    condition_skilled_print: "Compétence ou réseau adapté", "Skills or network that fit";
    condition_decides_print: "Interlocuteur décisionnaire", "Contact who decides";
    condition_territory_print: "Dans son territoire", "In its territory";
    condition_commitment_known_print: "Engagement connu", "Commitment known";
    condition_rules_known_print: "Règles connues", "Rules known";
    condition_agrees_named_print: "Accord public", "Public agreement";
    condition_reachable_question: "Chacun sait-il à qui s’adresser, et obtient-il une réponse ?", "Does everyone know whom to ask, and get an answer?";
    condition_available_question: "La structure a-t-elle du temps pour le lancement puis l’animation ?", "Does the organisation have time for the launch and what follows?";
    condition_neutral_question: "Peut-elle animer le choix sans défendre une option ?", "Can it run the debate without defending one option?";
    condition_connector_question: "Fait-elle se comprendre des structures de familles différentes ?", "Does it help organisations of different families understand one another?";
    condition_project_skills_question: "Sait-elle conduire un projet et faire travailler ensemble ?", "Can it run a project and help others work together?";
    condition_skilled_question: "A-t-elle les compétences, ou le réseau, que demande la fonction ?", "Does it have the skills, or the network, the function needs?";
    condition_decides_question: "L’interlocuteur peut-il engager la structure sans circuit de validation ?", "Can the contact commit the organisation without a chain of approvals?";
    condition_territory_question: "Intervient-elle là où elle est compétente ?", "Does it act where it is competent?";
    condition_commitment_known_question: "Le montant, la période et le statut de l’engagement sont-ils connus ?", "Are the amount, the period and the status of the commitment known?";
    condition_rules_known_question: "Sait-on ce qui est finançable et comment rendre compte ?", "Is it known what can be funded and how to report?";
    condition_agrees_named_question: "Accepte-t-elle d’apparaître dans la communication du projet ?", "Does it agree to appear in the project’s communication?";
    condition_met: "remplie", "met";
    condition_not_met: "non remplie", "not met";
    condition_unknown: "à renseigner", "unknown";

    letter_responsible: "Réalise", "Responsible";
    letter_accountable: "Répond", "Accountable";
    letter_consulted: "Est consultée", "Consulted";
    letter_informed: "Est informée", "Informed";

    severity_blocking: "Bloquant", "Blocking";
    severity_warning: "Vigilance", "Warning";
    severity_advice: "Conseil", "Advice";

    scope_project: "Ensemble du projet", "Whole project";

    example_petit: "Un petit partenariat, complet", "A small partnership, complete";
    example_petit_summary: "Neuf structures autour de l’emploi saisonnier, de la première rencontre au bilan.", "Nine organisations around seasonal work, from the first meeting to the review.";
    example_bassin: "Un bassin d’emploi en construction", "A labour market area being built";
    example_bassin_summary: "Une vingtaine de structures, des rôles à pourvoir et des points à traiter.", "Some twenty organisations, roles to fill and points to settle.";
    example_soixante: "Soixante structures", "Sixty organisations";
    example_soixante_summary: "Un grand partenariat régional, pour voir comment l’outil tient la charge.", "A large regional partnership, to see how the tool copes.";
}

/// Every text of the zone, with those of the lists and of the steps.
pub fn every() -> Vec<&'static super::super::Text> {
    [all(), steps::all(), lists::all()].concat()
}
