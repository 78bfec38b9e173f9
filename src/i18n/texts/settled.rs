//! What the partners settle: criteria of admission, plans.

texts! { settled;
    admission: "Admission des associations", "Admission of associations";
    admission_help: "Ce que le partenariat demande à une association avant qu’elle siège, et où en est chacune.", "What the partnership asks of an association before it sits, and where each one stands.";
    criteria: "Critères", "Criteria";
    no_criterion: "Aucun critère n’est fixé. Deux ou trois suffisent, connus avant d’inviter.", "No criterion is set. Two or three are enough, known before inviting.";
    criterion_n(n): "Critère {n}", "Criterion {n}";
    criterion_example: "Par exemple : liens établis avec les habitants", "For example: established ties with the inhabitants";
    add_criterion: "Ajouter un critère", "Add a criterion";
    remove_criterion(title): "Retirer le critère : {title}", "Remove the criterion: {title}";
    suggestions: "Pour commencer :", "To begin with:";
    suggest_ties: "Liens établis avec les habitants", "Established ties with the inhabitants";
    suggest_experience: "Expérience auprès de publics en difficulté", "Experience with disadvantaged groups";
    suggest_accounts: "Statuts et comptes publiés", "Articles and accounts published";
    suggest(title): "Ajouter le critère : {title}", "Add the criterion: {title}";
    checks: "Associations qui siègent", "Associations that sit";
    no_association: "Aucune association ne tient de siège qui vote.", "No association holds a seat that votes.";
    no_check: "Fixez un critère pour examiner les associations qui siègent.", "Set a criterion to look at the associations that sit.";
    sits_on(bodies): "siège : {bodies}", "sits on: {bodies}";
    met_of(met, total): "{met} sur {total} remplis", "{met} of {total} met";
    check_of(criterion, actor): "{actor} : {criterion}", "{actor}: {criterion}";
    evidence: "Ce qui le montre", "What shows it";
    evidence_of(criterion, actor): "Ce qui le montre : {criterion}, {actor}", "What shows it: {criterion}, {actor}";
    met: "rempli", "met";
    not_met: "non rempli", "not met";
    unknown: "à vérifier", "to check";
    checked_on(on): "examiné le {on}", "looked at on {on}";

    plans: "Plans", "Plans";
    plans_help: "Un plan existe ou non ; une instance l’adopte, un jour donné.", "A plan exists or not; a body adopts it, on a given day.";
    plan_communication: "Plan de communication", "Communication plan";
    plan_action: "Plan d’action", "Action plan";
    communication_help: "Qui dit quoi, à qui, quand.", "Who says what, to whom, when.";
    actions_count(n): ["{n} action inscrite au dossier", "{n} actions inscrites au dossier"], ["{n} action recorded in the dossier", "{n} actions recorded in the dossier"];
    no_action: "Aucune action inscrite au dossier", "No action recorded in the dossier";
    state_of(plan): "Où en est : {plan}", "Where it stands: {plan}";
    missing: "Il n’y en a pas", "There is none";
    draft: "Rédigé", "Written";
    adopted: "Adopté", "Adopted";
    adopted_on: "Adopté le", "Adopted on";
    adopted_by: "Par quelle instance", "By which body";
    body_unsaid: "instance à préciser", "body to say";
    note: "Note", "Note";
    note_example: "Par exemple : annexé à la convention", "For example: annexed to the agreement";
}
