//! What is said of a block that was pasted.

texts! { table;
    column_name: "Nom", "Name";
    column_kind: "Famille", "Kind";
    column_subkind: "Nature", "Sub-kind";
    column_siren: "SIREN", "SIREN";
    column_siret: "SIRET", "SIRET";
    column_territory: "Territoire", "Territory";
    column_contact_name: "Nom de l’interlocuteur", "Contact name";
    column_contact_position: "Fonction de l’interlocuteur", "Contact position";
    column_email: "Courriel", "E-mail";
    column_phone: "Téléphone", "Phone";
    column_interests: "Intérêts", "Interests";
    column_tags: "Étiquettes", "Labels";
    column_other: "Autre, gardée en étiquette", "Other, kept as a label";
    column_ignored: "Ignorée, non reprise", "Ignored, left out";
    separator_tab: "tabulation", "tab";
    separator_semicolon: "point-virgule", "semicolon";
    separator_comma: "virgule", "comma";
    separator_spaces: "plusieurs espaces", "several spaces";
    separator_none: "aucun, un nom par ligne", "none, one name per line";
    too_large(max): "Ce bloc dépasse {max} Mo : collez-le en plusieurs fois.", "This block is larger than {max} MB: paste it in several parts.";
    too_many_rows(count, max): "{count} lignes, au-delà de la limite de {max} : collez-les en plusieurs fois.", "{count} lines, beyond the limit of {max}: paste them in several parts.";
    too_many_columns(count, max): "{count} colonnes, au-delà de la limite de {max} : ne copiez que celles qui servent.", "{count} columns, beyond the limit of {max}: copy only the useful ones.";
    no_name(line): "Ligne {line} : sans nom, elle n’entre pas. Indiquez la colonne du nom ou complétez la ligne.", "Line {line}: without a name, it does not come in. Say which column holds the name or complete the line.";
    too_long(line, max): "Ligne {line} : une case dépasse {max} caractères, elle n’entre pas. Raccourcissez-la.", "Line {line}: a cell is longer than {max} characters, it does not come in. Shorten it.";
    wrong_shape(line, scheme, value): "Ligne {line} : « {value} » n’a pas la forme d’un {scheme}. Il est conservé tel quel.", "Line {line}: “{value}” does not have the form of a {scheme}. It is kept as it is.";
    wrong_key(line, scheme, value): "Ligne {line} : la clé du {scheme} « {value} » est à vérifier. Il est conservé tel quel.", "Line {line}: verify the key of the {scheme} “{value}”. It is kept as it is.";
    unknown_kind(line, words): "Ligne {line} : « {words} » ne correspond à aucune famille connue. Ces mots sont gardés comme nature.", "Line {line}: “{words}” matches no known family. These words are kept as the sub-kind.";
    kept_as_tag(title): "La colonne « {title} » n’a pas de place dédiée : elle devient une étiquette.", "The column “{title}” has no place of its own: it becomes a label.";
    column_kept_as_tag(number): "La colonne {number} n’est pas reconnue : elle devient une étiquette.", "Column {number} is not recognised: it becomes a label.";
    ignored(n, title): ["La colonne « {title} » est ignorée : {n} case n’est pas reprise.", "La colonne « {title} » est ignorée : {n} cases ne sont pas reprises."], ["The column “{title}” is ignored: {n} cell is left out.", "The column “{title}” is ignored: {n} cells are left out."];
    column_ignored_n(n, number): ["La colonne {number} est ignorée : {n} case n’est pas reprise.", "La colonne {number} est ignorée : {n} cases ne sont pas reprises."], ["Column {number} is ignored: {n} cell is left out.", "Column {number} is ignored: {n} cells are left out."];
    new_territory(line, name): "Ligne {line} : « {name} » n’est pas encore un territoire du dossier.", "Line {line}: “{name}” is not a territory of the dossier yet.";
}
