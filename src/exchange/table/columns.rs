//! What the columns hold, from their titles or from their cells.

use std::collections::HashSet;

use super::split::Line;
use crate::i18n::{Phrase, texts::table as say};
use crate::model::Dossier;
use crate::model::identifier::{Check, check, normalise};
use crate::vocabulary::fold;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Column {
    /// Name of the actor.
    Name,
    /// Family.
    Kind,
    /// Sub-kind.
    Subkind,
    /// SIREN.
    Siren,
    /// SIRET.
    Siret,
    /// Territories of competence.
    Territory,
    /// Name of the contact.
    ContactName,
    /// Function held by the contact.
    ContactPosition,
    /// E-mail.
    Email,
    /// Telephone.
    Phone,
    /// Interests.
    Interests,
    /// Labels.
    Tags,
    /// Anything else, kept as labels.
    Other,
    /// Left out, because a person said so; never recognised.
    Ignored,
}

impl Column {
    /// Every column, in the order of a menu.
    pub const ALL: &'static [Self] = &[
        Self::Name,
        Self::Kind,
        Self::Subkind,
        Self::Siren,
        Self::Siret,
        Self::Territory,
        Self::ContactName,
        Self::ContactPosition,
        Self::Email,
        Self::Phone,
        Self::Interests,
        Self::Tags,
        Self::Other,
        Self::Ignored,
    ];

    /// The word for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Kind => "kind",
            Self::Subkind => "subkind",
            Self::Siren => "siren",
            Self::Siret => "siret",
            Self::Territory => "territory",
            Self::ContactName => "contactName",
            Self::ContactPosition => "contactPosition",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Interests => "interests",
            Self::Tags => "tags",
            Self::Other => "other",
            Self::Ignored => "ignored",
        }
    }

    /// The name of the column in a menu.
    pub fn label(self) -> Phrase {
        match self {
            Self::Name => say::column_name(),
            Self::Kind => say::column_kind(),
            Self::Subkind => say::column_subkind(),
            Self::Siren => say::column_siren(),
            Self::Siret => say::column_siret(),
            Self::Territory => say::column_territory(),
            Self::ContactName => say::column_contact_name(),
            Self::ContactPosition => say::column_contact_position(),
            Self::Email => say::column_email(),
            Self::Phone => say::column_phone(),
            Self::Interests => say::column_interests(),
            Self::Tags => say::column_tags(),
            Self::Other => say::column_other(),
            Self::Ignored => say::column_ignored(),
        }
    }

    /// Whether several columns may hold it: their cells add up.
    const fn adds_up(self) -> bool {
        matches!(self, Self::Territory | Self::ContactName | Self::Interests | Self::Tags | Self::Other)
    }
}

/// Titles that no cell of data holds, as people write them, without accents, case or small words.
#[rustfmt::skip]
const TITLES: &[(Column, &[&str])] = &[
    (
        Column::Name,
        &[
            "nom", "noms", "acteur", "acteurs", "actor", "denomination", "denomination sociale", "designation", "etablissement", "libelle",
            "name", "nom acteur", "nom etablissement", "nom organisation", "nom organisme", "nom partenaire",
            "nom structure", "organisation", "organisations", "organisme", "organismes", "organization", "partenaire",
            "partenaires", "partner", "raison sociale", "structure", "structures", "nom entreprise", "nom association",
        ],
    ),
    (
        Column::Kind,
        &[
            "categorie", "category", "famille", "kind", "type", "type acteur", "type organisme", "type structure",
            "family", "type organisation",
        ],
    ),
    (
        Column::Subkind,
        &["forme juridique", "nature", "sous categorie", "sous famille", "sous type", "statut juridique", "subkind"],
    ),
    (Column::Siren, &["n siren", "numero siren", "siren"]),
    (Column::Siret, &["n siret", "numero siret", "siret"]),
    (
        Column::Territory,
        &[
            "area", "bassin emploi", "lieu", "localisation", "localite", "perimetre", "secteur geographique",
            "territoire", "territoires", "territory", "town", "zone intervention", "territoire competence",
            "territoire intervention",
        ],
    ),
    (
        Column::ContactName,
        &[
            "contact", "contact name", "contacts", "interlocuteur", "interlocuteurs", "interlocutrice", "nom contact",
            "nom interlocuteur", "nom prenom", "personne contact", "personne referente", "prenom", "prenom nom",
            "referent", "referente", "representant", "responsable", "nom referent", "nom responsable", "first name",
            "last name",
        ],
    ),
    (
        Column::ContactPosition,
        &["fonction", "fonction contact", "job", "job title", "position", "poste", "qualite", "role contact"],
    ),
    (
        Column::Email,
        &[
            "adresse courriel", "adresse electronique", "adresse mail", "adresse e mail", "adresse email", "courriel",
            "courriels", "e mail", "email", "mail", "mails", "mel", "email address",
        ],
    ),
    (
        Column::Phone,
        &[
            "mobile", "n tel", "n telephone", "numero telephone", "phone", "portable", "tel", "telephone", "telephones",
            "phone number", "ligne directe",
        ],
    ),
    (Column::Interests, &["attentes", "enjeux", "interests", "interet", "interets", "motivations"]),
    (Column::Tags, &["etiquette", "etiquettes", "labels", "mots cles", "tag", "tags", "mot cle"]),
    (
        Column::Other,
        &[
            "commentaire", "commentaires", "comments", "divers", "note", "notes", "observation", "observations",
            "remarque", "remarques", "remarks",
        ],
    ),
];

/// Titles that a cell of data could hold too: two of them in a line name columns, one alone does not.
const COMMON: &[(Column, &str)] = &[
    (Column::Name, "association"),
    (Column::Name, "associations"),
    (Column::Name, "employeur"),
    (Column::Name, "entreprise"),
    (Column::Name, "entreprises"),
    (Column::Name, "institution"),
    (Column::Territory, "bassin"),
    (Column::Territory, "city"),
    (Column::Territory, "commune"),
    (Column::Territory, "communes"),
    (Column::Territory, "departement"),
    (Column::Territory, "region"),
    (Column::Territory, "ville"),
    (Column::Territory, "zone"),
];

/// Words that tell a column in a longer title, tried in this order.
const HINTS: &[(&str, Column)] = &[
    ("siret", Column::Siret),
    ("siren", Column::Siren),
    ("courriel", Column::Email),
    ("mail", Column::Email),
    ("email", Column::Email),
    ("telephone", Column::Phone),
    ("tel", Column::Phone),
    ("fonction", Column::ContactPosition),
    ("contact", Column::ContactName),
    ("interlocuteur", Column::ContactName),
    ("referent", Column::ContactName),
    ("commune", Column::Territory),
    ("territoire", Column::Territory),
    ("bassin", Column::Territory),
    ("structure", Column::Name),
    ("organisme", Column::Name),
];

enum Title {
    /// Says what it is by itself.
    Sure(Column),
    /// Says it beside others.
    Likely(Column),
    /// One of its words says it, once the line is known to name columns.
    Hinted(Column),
    Unknown,
}

fn title(text: &str) -> Title {
    let words = fold(text);
    let joined = words.join(" ");
    if let Some((column, _)) = TITLES.iter().find(|(_, titles)| titles.contains(&joined.as_str())) {
        return Title::Sure(*column);
    }
    if let Some((column, _)) = COMMON.iter().find(|(_, title)| *title == joined) {
        return Title::Likely(*column);
    }
    let hint = HINTS.iter().find(|(word, _)| words.iter().any(|one| one == word));
    hint.map_or(Title::Unknown, |(_, column)| Title::Hinted(*column))
}

/// What each column holds, from a first line that names them; `None` where it does not.
pub(super) fn of_titles(titles: &[String], width: usize) -> Option<Vec<Column>> {
    let judged: Vec<Title> = titles.iter().map(|text| title(text)).collect();
    let sure = judged.iter().filter(|one| matches!(one, Title::Sure(_))).count();
    let likely = judged.iter().filter(|one| matches!(one, Title::Likely(_))).count();
    if sure == 0 && likely < 2 {
        return None;
    }
    let person = |text: &str| matches!(fold(text).as_slice(), [word] if word == "nom" || word == "noms");
    // Beside the name of the structure, "Nom" is that of a person.
    let named = judged
        .iter()
        .zip(titles)
        .any(|(one, text)| matches!(one, Title::Sure(Column::Name)) && !person(text));
    let mut columns: Vec<Column> = judged
        .iter()
        .zip(titles)
        .map(|(one, text)| match one {
            Title::Sure(Column::Name) if named && person(text) => Column::ContactName,
            Title::Likely(Column::Name) | Title::Hinted(Column::Name) if named => Column::Other,
            Title::Sure(column) | Title::Likely(column) | Title::Hinted(column) => *column,
            Title::Unknown => Column::Other,
        })
        .collect();
    if !columns.contains(&Column::Name)
        && let Some(place) = judged.iter().position(|one| matches!(one, Title::Unknown))
        && let Some(column) = columns.get_mut(place)
    {
        *column = Column::Name;
    }
    columns.resize(width.max(columns.len()), Column::Other);
    Some(once(columns))
}

/// What each column holds, from the cells: identifiers, e-mails, telephones and territories tell themselves, the first
/// of the others is the name.
pub(super) fn of_cells(lines: &[Line], width: usize, dossier: &Dossier) -> Vec<Column> {
    let places: HashSet<Vec<String>> = dossier.territories.iter().map(|one| fold(&one.name)).collect();
    let tells = |index: usize| {
        let mut cells =
            lines.iter().filter_map(|line| line.cells.get(index)).filter(|cell| !cell.is_empty()).peekable();
        cells.peek()?;
        let all = |holds: &dyn Fn(&str) -> bool| cells.clone().all(|cell| holds(cell));
        let right = |scheme: &str, cell: &str| matches!(check(scheme, cell), Check::Valid | Check::WrongKey);
        if all(&|cell| right("SIRET", cell)) {
            Some(Column::Siret)
        } else if all(&|cell| right("SIREN", cell)) {
            Some(Column::Siren)
        } else if all(&is_email) {
            Some(Column::Email)
        } else if all(&is_phone) {
            Some(Column::Phone)
        } else if all(&|cell| places.contains(&fold(cell))) {
            Some(Column::Territory)
        } else {
            None
        }
    };
    let mut columns: Vec<Column> = (0..width).map(|index| tells(index).unwrap_or(Column::Other)).collect();
    let name = columns.iter().position(|column| *column == Column::Other);
    // A single column of names that are all territories is still a list of names.
    if let Some(column) = columns.get_mut(name.unwrap_or_default()) {
        *column = Column::Name;
    }
    once(columns)
}

/// What only one column can hold, the others that claim it keep as labels.
fn once(mut columns: Vec<Column>) -> Vec<Column> {
    let mut seen = HashSet::new();
    for column in &mut columns {
        if !seen.insert(*column) && !column.adds_up() {
            *column = Column::Other;
        }
    }
    columns
}

fn is_email(cell: &str) -> bool {
    cell.split_once('@').is_some_and(|(who, place)| {
        !who.is_empty() && place.contains('.') && !cell.contains(char::is_whitespace)
    })
}

fn is_phone(cell: &str) -> bool {
    let digits = normalise("SIREN", cell);
    let digits = digits.strip_prefix('+').unwrap_or(&digits);
    let only = digits.chars().all(|c| c.is_ascii_digit() || matches!(c, '(' | ')' | '/'));
    only && (8..=15).contains(&digits.chars().filter(char::is_ascii_digit).count())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titled(titles: &[&str]) -> Option<Vec<&'static str>> {
        let titles: Vec<String> = titles.iter().map(|title| (*title).to_owned()).collect();
        of_titles(&titles, titles.len()).map(|columns| columns.into_iter().map(Column::as_str).collect())
    }

    #[test]
    fn a_name_beside_a_structure_is_that_of_a_person() {
        assert_eq!(
            titled(&["Structure", "Nom", "Prénom", "Adresse e-mail professionnelle"]).unwrap(),
            ["name", "contactName", "contactName", "email"]
        );
        assert_eq!(titled(&["Nom", "Type"]).unwrap(), ["name", "kind"]);
    }

    #[test]
    fn a_line_of_data_is_not_a_line_of_titles() {
        assert_eq!(titled(&["Garage solidaire La Bielle", "Association"]), None);
        assert_eq!(titled(&["Entreprise"]), None);
    }

    #[test]
    fn a_title_nobody_knows_names_the_actor_where_nothing_else_does() {
        assert_eq!(titled(&["Qui", "Ville", "Tél."]).unwrap(), ["name", "territory", "phone"]);
    }

    #[test]
    fn a_second_telephone_is_kept_apart() {
        assert_eq!(titled(&["Nom", "Téléphone", "Portable"]).unwrap(), ["name", "phone", "other"]);
    }
}
