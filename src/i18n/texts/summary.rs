//! The summary: what one brings to the steering committee.

texts! { summary;
    actors: "Acteurs", "Actors";
    kinds_present(n, total): ["{n} famille sur {total}", "{n} familles sur {total}"], ["{n} kind of {total}", "{n} kinds of {total}"];
    values: "Valeurs de qualification", "Qualification values";
    of(total): "sur {total}", "of {total}";
    complete_actors(n): ["{n} acteur complet", "{n} acteurs complets"], ["{n} complete actor", "{n} complete actors"];
    roles: "Rôles confiés", "Roles given";
    vacant(n): ["{n} rôle à pourvoir", "{n} rôles à pourvoir"], ["{n} role to fill", "{n} roles to fill"];
    no_vacancy: "aucun à pourvoir", "none to fill";
    conditions: "Conditions remplies", "Conditions met";
    conditions_rest(not_met, unknown): ["{not_met} non remplie, {unknown} à renseigner", "{not_met} non remplies, {unknown} à renseigner"], ["{not_met} not met, {unknown} to find out", "{not_met} not met, {unknown} to find out"];
    open_points: "Points ouverts", "Open points";
    map: "Influence et intérêt", "Influence and interest";
    findings: "Points de vigilance", "Points of vigilance";
    no_finding: "Aucun point ouvert. Ils apparaissent au fil de la saisie, avec leur raison et quoi faire.", "No open point. They appear as you go, with their reason and what to do.";
    set_aside: "Écartés", "Set aside";
    table: "Rôle et fonction des partenaires", "Role and function of the partners";
    print_table: "Imprimer le tableau", "Print the table";
    print_all: "Imprimer la synthèse", "Print the summary";
    hand_over: "Transmettre le dossier", "Hand the dossier over";
    handed_over: "Le dossier est transmis au site.", "The dossier is with the site.";
    empty_title: "La synthèse se remplit toute seule", "The summary fills by itself";
    empty_text: "Elle réunit la carte, le tableau des rôles et les points de vigilance dès que des acteurs sont nommés.", "It brings together the map, the role table and the points of vigilance as soon as actors are named.";
    empty_example: "14 acteurs, 5 familles sur 9 ; 2 points bloquants", "14 actors, 5 kinds of 9; 2 blocking points";
    start: "Nommer les acteurs", "Name the actors";
    project: "Projet", "Project";
    carrier: "Porté par", "Carried by";
    period: "Période", "Period";
    from_to(start, end): "du {start} au {end}", "from {start} to {end}";
    from(start): "à partir du {start}", "from {start}";
    until(end): "jusqu’au {end}", "until {end}";
}
