//! Pictures and their tables.

texts! { charts;
    map_title: "Influence et intérêt", "Influence and interest";
    upper_half: "moitié haute à partir de 2", "upper half from 2";
    shown_as: "Présentation", "Shown as";
    as_map: "Carte", "Map";
    as_data: "Données", "Data";
    axis_interest: "Intérêt pour le projet →", "Interest in the project →";
    axis_influence: "Influence sur le projet →", "Influence on the project →";
    map_name(n): ["Carte influence et intérêt : {n} acteur placé. Flèches : passer de l’un à l’autre ; Entrée : choisir.", "Carte influence et intérêt : {n} acteurs placés. Flèches : passer de l’un à l’autre ; Entrée : choisir."], ["Influence and interest map: {n} actor placed. Arrows: go from one to the next; Enter: choose.", "Influence and interest map: {n} actors placed. Arrows: go from one to the next; Enter: choose."];
    map_empty: "La carte se remplit dès qu’un acteur a une influence et un intérêt.", "The map fills as soon as an actor has an influence and an interest.";
    marker(name, interest, influence, mobilisation): "{name} : intérêt {interest}, influence {influence}, mobilisation {mobilisation}", "{name}: interest {interest}, influence {influence}, mobilisation {mobilisation}";
    fill: "Remplissage : mobilisation", "Fill: mobilisation";
    tail: "Trajet depuis le départ", "Way since the start";
    unplaced(n): ["{n} acteur non placé", "{n} acteurs non placés"], ["{n} actor not placed", "{n} actors not placed"];
    unplaced_as(missing): "{missing} à renseigner", "{missing} not assessed";
    unlabelled(names): "Sans étiquette, faute de place : {names}", "Without a label, for want of room: {names}";
    others(n): ["{n} autre", "{n} autres"], ["{n} other", "{n} others"];
    rest(n): "+{n}", "+{n}";
    rest_here(n): ["{n} acteur de plus à cette place : voir Données", "{n} acteurs de plus à cette place : voir Données"], ["{n} more actor at this place: see Data", "{n} more actors at this place: see Data"];
    actor: "Acteur", "Actor";
    start: "Départ", "Start";
    place: "Cadran", "Quadrant";
    pair(interest, influence): "{interest} ; {influence}", "{interest}; {influence}";
    start_help: "intérêt ; influence", "interest; influence";
    data_caption: "Intérêt, influence et mobilisation de chaque acteur", "Interest, influence and mobilisation of each actor";
    unnamed: "Sans nom", "No name";
}
