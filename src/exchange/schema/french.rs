//! The French of the descriptions that say more than the title of their field.

/// The sentence on a record; its title says enough where there is none.
pub(super) fn record(name: &str) -> Option<&'static str> {
    RECORDS.iter().find(|(record, _)| *record == name).map(|(_, sentence)| *sentence)
}

/// The sentence on a field of a record; its title says enough where there is none.
pub(super) fn field(record: &str, key: &str) -> Option<&'static str> {
    FIELDS
        .iter()
        .find(|(owner, field, _)| *owner == record && *field == key)
        .map(|(_, _, sentence)| *sentence)
}

/// Every record and field named here, so that a test can tell that it exists.
#[cfg(test)]
pub(super) fn named() -> impl Iterator<Item = (&'static str, Option<&'static str>)> {
    let records = RECORDS.iter().map(|(record, _)| (*record, None));
    records.chain(FIELDS.iter().map(|(record, field, _)| (*record, Some(*field))))
}

const RECORDS: &[(&str, &str)] = &[
    ("Dossier", "Un projet et son écosystème."),
    ("Project", "Le projet : ce qu’il traite, où, quand, et qui le porte."),
    ("Territory", "Un territoire nommé, avec un code, une nature et au besoin un territoire parent."),
    ("PathwayStage", "Une étape du parcours des bénéficiaires."),
    ("Need", "Ce qui manque aux habitants ou aux entreprises d’un territoire."),
    ("Objective", "Un objectif du projet."),
    ("Indicator", "Comment un objectif est mesuré."),
    ("KeyFunction", "Un travail que quelqu’un doit faire pour le projet."),
    ("Actor", "Une organisation ou un groupe, jamais une personne : les personnes sont ses interlocuteurs."),
    ("Contact", "La personne qui parle pour l’acteur."),
    ("Contribution", "Ce qu’un acteur apporte."),
    (
        "Reading",
        "La valeur d’un critère, un jour donné. La première fait référence, la dernière vaut aujourd’hui.",
    ),
    ("Identifier", "Un identifiant dans un registre public."),
    (
        "Position",
        "Ce qu’un acteur gagne ou perd à un objectif. Absente, elle compte pour 0 et comme non dite.",
    ),
    (
        "Influence",
        "Combien un acteur peut peser sur un autre. Absente, elle compte pour 0 et comme non dite.",
    ),
    ("Tie", "Une relation entre deux acteurs."),
    ("OtherProject", "Un autre projet du territoire."),
    ("Wave", "Un moment auquel des acteurs rejoignent le projet."),
    ("RoleAssignment", "Un acteur dans un rôle."),
    (
        "Scope",
        "Ce sur quoi porte un rôle : un objectif, une fonction, ou tout le projet si rien n’est nommé.",
    ),
    ("Condition", "Ce qui doit être vrai pour qu’un rôle soit bien tenu."),
    ("Responsibility", "Qui répond d’une fonction, et comment."),
    ("Body", "Une instance de la gouvernance."),
    ("BodyRule", "Comment une instance décide."),
    ("College", "Un groupe de sièges."),
    ("Seat", "Un siège, tenu par une organisation."),
    ("Holder", "La personne qui occupe un siège."),
    ("Agreement", "Une convention entre parties."),
    ("Obligation", "Ce qu’une partie doit, ou ce qui lui est dû."),
    ("LinkedPlan", "Un autre plan ou outil d’une partie, auquel la convention est liée."),
    ("Action", "Une action du plan."),
    ("Meeting", "Une rencontre d’un cycle thématique."),
    ("Review", "Un bilan du partenariat."),
    ("Answer", "Une réponse au questionnaire."),
    ("Improvement", "Ce qui a été observé, ce qui a été tenté et ce que cela a donné."),
    ("SetAside", "Un point de vigilance écarté, et pourquoi."),
    ("Snapshot", "Le dossier tel qu’il était un jour donné."),
    ("Ancestor", "Un état par lequel le dossier est passé, sans son contenu."),
    ("Money", "Une somme d’argent."),
    ("Quantity", "Une quantité et son unité."),
];

const FIELDS: &[(&str, &str, &str)] = &[
    ("Dossier", "format", "Toujours « tour-de-table/dossier »."),
    ("Dossier", "id", "Identifiant, le même pour toujours."),
    ("Dossier", "revision", "Numéro de révision, augmenté de un à chaque changement."),
    ("Dossier", "savedAt", "Dernier enregistrement, en temps universel."),
    (
        "Dossier",
        "lineage",
        "Les états par lesquels le dossier est passé, quand il est sorti et quand il en a reçu un autre\u{202f}; les derniers à la fin.",
    ),
    (
        "Ancestor",
        "digest",
        "Ce qui distingue son contenu de tout autre : 128 bits de FNV-1a, en hexadécimal.",
    ),
    ("Dossier", "language", "Langue des textes du dossier."),
    ("Project", "domain", "Domaine du projet, dont dépend la structure qui lui convient."),
    ("Project", "complexity", "Complexité du problème à traiter."),
    ("Project", "startsOn", "Premier jour."),
    ("Project", "endsOn", "Dernier jour."),
    ("Project", "carrier", "L’acteur qui porte le projet."),
    ("Project", "territories", "Où le projet se déroule."),
    ("Territory", "code", "Code officiel géographique de l’Insee ou code libre."),
    ("Territory", "parent", "Le territoire qui le contient."),
    ("Need", "theme", "Thème : logement, mobilité, garde d’enfants, compétences…"),
    ("Need", "territories", "Où ce besoin se pose."),
    ("Need", "stages", "À quelles étapes du parcours."),
    ("Need", "liftedBy", "Les acteurs qui le lèvent."),
    ("Objective", "weight", "Poids à côté des autres objectifs."),
    ("Indicator", "target", "Valeur à atteindre."),
    ("KeyFunction", "objectives", "Les objectifs qu’elle sert."),
    ("KeyFunction", "territories", "Où elle doit être tenue."),
    ("KeyFunction", "skills", "Les compétences qu’elle demande."),
    ("KeyFunction", "public", "Les personnes ou les entreprises à qui elle s’adresse."),
    ("KeyFunction", "phase", "Quand elle intervient dans le projet."),
    ("Actor", "subkind", "Nature : un code du vocabulaire, ou des mots libres."),
    ("Actor", "territories", "Les territoires où il est compétent."),
    ("Actor", "tags", "Étiquettes libres."),
    ("Actor", "interests", "Ses intérêts, avec ses propres mots."),
    ("Actor", "capabilities", "Les fonctions qu’il pourrait tenir."),
    ("Actor", "contributions", "Ce qu’il apporte."),
    ("Actor", "readings", "Relevés des six critères."),
    ("Actor", "wave", "La vague dans laquelle il arrive."),
    ("Contact", "name", "Nom, facultatif."),
    ("Contact", "canDecide", "A un vrai pouvoir de décider."),
    ("Contact", "validationSteps", "Nombre de validations avant que l’acteur s’engage."),
    ("Quantity", "unit", "Unité, par exemple ETP."),
    ("Identifier", "scheme", "SIREN, SIRET, RNA, UAI, FINESS ou un autre registre."),
    (
        "Reading",
        "value",
        "Valeur sur l’échelle du critère : de −2 à 2 pour le soutien, de 0 à 4 pour les autres.",
    ),
    ("Reading", "by", "Par qui ; absent pour une valeur convenue ensemble."),
    (
        "Position",
        "value",
        "De −4 à +4 ; 0 : indifférent ; en grandeur, 1 : travail quotidien, 2 : projets, 3 : missions, 4 : existence.",
    ),
    ("Position", "by", "Par qui ; absent pour une valeur convenue ensemble."),
    ("Influence", "from", "L’acteur qui pèse."),
    ("Influence", "to", "L’acteur sur qui il pèse."),
    ("Influence", "value", "De 0 à 4, avec les mêmes grandeurs que les positions."),
    ("Influence", "by", "Par qui ; absent pour une valeur convenue ensemble."),
    ("Tie", "from", "L’un des deux acteurs."),
    ("Tie", "to", "L’autre acteur."),
    ("Tie", "directed", "Vrai si le lien ne vaut que dans un sens."),
    ("OtherProject", "carriers", "Les acteurs qui le portent."),
    ("OtherProject", "objectives", "Les objectifs qu’il partage."),
    ("RoleAssignment", "does", "Ce que fait l’acteur, en mots simples."),
    ("RoleAssignment", "conditions", "Conditions d’exercice, telles qu’elles ont été décidées."),
    ("Condition", "evidence", "Ce qui le montre."),
    ("Body", "quorum", "Part des membres qui doivent être présents, en fraction : 1/2."),
    ("BodyRule", "quota", "Nombre de voix nécessaires."),
    ("BodyRule", "castingVote", "Le siège qui départage."),
    ("BodyRule", "blocVoting", "Vrai si chaque collège vote d’une seule voix."),
    ("Seat", "alternateOf", "Le siège dont celui-ci est suppléant."),
    ("Seat", "expert", "Vrai pour un expert, sans voix."),
    ("Seat", "capacity", "À quel titre le siège est tenu."),
    ("Holder", "name", "Nom, facultatif."),
    ("Holder", "gender", "Genre, pour la parité."),
    ("Action", "objective", "L’objectif qu’elle sert."),
    ("Action", "responsible", "Qui en répond."),
    ("Action", "dueOn", "Jour d’échéance."),
    ("Action", "progress", "Avancement, de 0 à 1."),
    ("Meeting", "attendees", "Qui est venu."),
    ("Meeting", "decisions", "Ce qui a été décidé."),
    ("Review", "agreement", "La convention dont on fait le bilan."),
    ("Review", "watches", "Ce que le bilan regarde."),
    ("Review", "people", "Les personnes qui en sont chargées."),
    ("Answer", "value", "De 1 à 5 ; absente si la question ne s’applique pas."),
    ("Answer", "text", "Réponse libre."),
    ("SetAside", "finding", "Code du point de vigilance."),
    ("SetAside", "objects", "Les objets concernés ; certains ont pu disparaître."),
    ("Snapshot", "content", "Le dossier d’alors, gardé tel quel."),
    ("Money", "amount", "Montant décimal, en texte."),
    ("Money", "currency", "Code ISO 4217 de la devise."),
];
