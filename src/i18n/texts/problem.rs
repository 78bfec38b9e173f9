//! What is wrong in a file, and what to do.

texts! { problem;
    not_json(line, column): "Ce fichier n’est pas du JSON lisible (ligne {line}, colonne {column}). Il est peut-être incomplet : demandez-le de nouveau ou exportez-le une nouvelle fois.", "This file is not readable JSON (line {line}, column {column}). It may be incomplete: ask for it again or export it once more.";
    empty: "Ce fichier est vide : demandez-le de nouveau ou exportez-le une nouvelle fois.", "This file is empty: ask for it again or export it once more.";
    wrong_format: "Ce fichier n’est pas un dossier Tour de table : « format » devrait valoir « tour-de-table/dossier ».", "This file is not a Tour de table dossier: “format” should be “tour-de-table/dossier”.";
    newer_version(version): "Ce dossier vient d’une version plus récente ({version}). Il reste intact et peut être téléchargé ; mettez l’outil à jour pour l’ouvrir.", "This dossier comes from a newer version ({version}). It is untouched and can be downloaded; update the tool to open it.";
    wrong_type(expected): "Valeur d’un autre type : {expected} attendu.", "Value of another type: {expected} expected.";
    missing(key): "« {key} » est absent ou vide.", "“{key}” is missing or empty.";
    out_of_scale(value, min, max): "{value} sort de l’échelle : de {min} à {max}.", "{value} is outside the scale: {min} to {max}.";
    unknown_value(value, allowed): "« {value} » n’est pas dans la liste : {allowed}.", "“{value}” is not in the list: {allowed}.";
    unknown_reference(id): "« {id} » ne désigne rien dans ce dossier.", "“{id}” refers to nothing in this dossier.";
    duplicate_id(id): "L’identifiant « {id} » sert déjà ailleurs dans ce dossier.", "The identifier “{id}” is already used in this dossier.";
    bad_date(value): "« {value} » n’est pas une date : AAAA-MM-JJ attendu, par exemple 2027-01-31.", "“{value}” is not a date: YYYY-MM-DD expected, for example 2027-01-31.";
    bad_instant(value): "« {value} » n’est pas un instant : 2026-11-22T10:00:00Z par exemple.", "“{value}” is not an instant: 2026-11-22T10:00:00Z for example.";
    end_before_start(start, end): "La fin ({end}) précède le début ({start}).", "The end ({end}) comes before the start ({start}).";
    territory_cycle(name): "Le territoire « {name} » finit par se contenir lui-même : changez son territoire parent.", "The territory “{name}” ends up containing itself: change its parent.";
    too_deep(max): "Le fichier imbrique plus de {max} niveaux : il est refusé.", "The file nests more than {max} levels: it is refused.";
    too_large(max): "Le fichier dépasse {max} Mo : il est refusé.", "The file is larger than {max} MB: it is refused.";
    too_many(count, max): "{count} éléments, au-delà de la limite de {max}.", "{count} items, beyond the limit of {max}.";
    text_too_long(max): "Texte de plus de {max} caractères : raccourcissez-le.", "Text longer than {max} characters: shorten it.";
    bad_number(value): "« {value} » n’est pas un nombre utilisable.", "“{value}” is not a usable number.";
    bad_amount(value): "« {value} » n’est pas un montant : des chiffres et un point, par exemple 12000.00.", "“{value}” is not an amount: digits and a point, for example 12000.00.";
    duplicate_key(key): "La clé « {key} » figure deux fois au même endroit.", "The key “{key}” appears twice in the same place.";
    number_out_of_range(line, column): "Un nombre est trop grand pour être tenu (ligne {line}, colonne {column}).", "A number is too large to be held (line {line}, column {column}).";
    self_influence: "L’influence d’un acteur sur lui-même vaut 0 : mettez 0 ou retirez-la.", "The influence of an actor on itself is 0: set it to 0 or remove it.";
    self_tie: "Un lien relie deux acteurs différents : changez l’un des deux ou retirez ce lien.", "A tie connects two different actors: change one of them or remove the tie.";
    unknown_field: "Champ que cette version ne connaît pas : il est conservé tel quel.", "Field unknown to this version: it is kept as it is.";
    doubtful_identifier(scheme, value): "{value} ne passe pas le contrôle du registre {scheme} : vérifiez-le. Il est conservé tel quel.", "{value} does not pass the check of the {scheme} register: verify it. It is kept as it is.";
    hidden_direction(shown): "Des marques invisibles y changent le sens d’écriture : « {shown} ». Vérifiez ce texte. Il est conservé tel quel.", "Unseen marks turn the direction of writing about: “{shown}”. Check this text. It is kept as it is.";
    type_text: "un texte", "a text";
    type_number: "un nombre", "a number";
    type_integer: "un nombre entier", "a whole number";
    type_boolean: "vrai ou faux", "true or false";
    type_list: "une liste", "a list";
    type_object: "un objet", "an object";
}
