//! Which family and sub-kind the name of an organisation suggests, and the present name of an old one.
//!
//! Whole words, whatever the case, the accents and the small words between them. The longest expression wins, then the
//! one that comes first: "Préfecture de région" is a préfecture, "Maison de l’emploi" is not an employer.

use std::sync::LazyLock;

use crate::i18n::Forms;
use crate::i18n::texts::vocabulary::SUBKINDS;
use crate::model::ActorKind;

/// A family, and a sub-kind of it where the words are that precise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guess {
    /// Family.
    pub kind: ActorKind,
    /// Code of the sub-kind.
    pub subkind: Option<String>,
}

/// Words without which an expression keeps its sense.
const SMALL: &[&str] = &[
    "a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "of", "or", "ou", "pour",
    "sur", "the",
];

/// The words of a text, without accents, case, punctuation or small words.
pub fn fold(text: &str) -> Vec<String> {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            'à' | 'â' | 'ä' | 'á' => plain.push('a'),
            'ç' => plain.push('c'),
            'é' | 'è' | 'ê' | 'ë' => plain.push('e'),
            'î' | 'ï' | 'í' => plain.push('i'),
            'ô' | 'ö' | 'ó' => plain.push('o'),
            'ù' | 'û' | 'ü' | 'ú' => plain.push('u'),
            'ÿ' => plain.push('y'),
            'ñ' => plain.push('n'),
            'œ' => plain.push_str("oe"),
            'æ' => plain.push_str("ae"),
            // Accents written apart from their letter.
            '\u{300}'..='\u{36f}' => {}
            other if other.is_alphanumeric() => plain.push(other),
            _ => plain.push(' '),
        }
    }
    plain.split(' ').filter(|word| !word.is_empty() && !SMALL.contains(word)).map(str::to_owned).collect()
}

/// Whether `words` holds `expression` as consecutive words.
pub(super) fn holds(words: &[String], expression: &[String]) -> bool {
    place(words, expression).is_some()
}

fn place(words: &[String], expression: &[String]) -> Option<usize> {
    if expression.is_empty() {
        return None;
    }
    words.windows(expression.len()).position(|window| window == expression)
}

/// Old names, with the code of their present sub-kind and the present name.
#[rustfmt::skip]
const OLD: &[(&str, &str, &str)] = &[
    ("Pôle emploi", "franceTravail", "France Travail"),
    ("ANPE", "franceTravail", "France Travail"),
    ("Assedic", "franceTravail", "France Travail"),
    ("Direccte", "dreets", "DREETS"),
    ("Dieccte", "dreets", "DEETS"),
    ("DIRECCTE-UT", "ddets", "DDETS"),
    ("DRTEFP", "dreets", "DREETS"),
    ("DDTEFP", "ddets", "DDETS"),
    ("DDCS", "ddets", "DDETS"),
    ("OPCA", "opco", "OPCO"),
    ("Fongecif", "orientation", "Transitions Pro"),
    ("Conseil général", "departement", "Conseil départemental"),
    ("RSI", "protectionSociale", "Sécurité sociale des indépendants"),
    ("Emploi-Québec", "servicePublicEmploi", "Services Québec"),
];

/// Expressions beyond the labels of the sub-kinds, by the family and the code they suggest ("" for none).
#[rustfmt::skip]
const HINTS: &[(ActorKind, &str, &[&str])] = &[
    (ActorKind::PublicAuthority, "prefecture", &["préfecture", "sous-préfecture", "préfet", "SGAR", "haut-commissariat"]),
    (ActorKind::PublicAuthority, "dreets", &["DREETS", "DRIEETS", "DEETS"]),
    (ActorKind::PublicAuthority, "ddets", &["DDETS", "DDETSPP", "DGCOPOP"]),
    (ActorKind::PublicAuthority, "etat", &["État", "DREAL", "DRAAF", "DDT", "DDTM", "SPIP", "ministère", "protection judiciaire jeunesse"]),
    (ActorKind::PublicAuthority, "region", &["région", "conseil régional", "région wallonne"]),
    (ActorKind::PublicAuthority, "departement", &["département", "conseil départemental", "province"]),
    (ActorKind::PublicAuthority, "collectiviteUnique", &["collectivité territoriale", "CTG", "CTM", "collectivité européenne", "collectivité unique"]),
    (ActorKind::PublicAuthority, "epci", &["EPCI", "communauté communes", "communauté agglomération", "communauté urbaine", "métropole", "agglomération", "agglo", "intercommunalité", "CACL", "CCOG", "CCEG", "MRC", "intercommunale"]),
    (ActorKind::PublicAuthority, "commune", &["commune", "mairie", "ville", "municipalité", "commune urbaine", "commune rurale"]),
    (ActorKind::PublicAuthority, "ccas", &["CCAS", "CIAS", "centre communal action sociale", "centre intercommunal action sociale", "CPAS"]),
    (ActorKind::PublicAuthority, "paysPetr", &["PETR", "pôle équilibre territorial", "parc naturel régional", "PNR", "syndicat mixte"]),
    (ActorKind::PublicAuthority, "education", &["rectorat", "académie", "DSDEN", "éducation nationale", "inspection académique"]),
    (ActorKind::PublicAuthority, "sante", &["ARS", "agence régionale santé"]),
    (ActorKind::PublicAuthority, "protectionSociale", &["CAF", "CPAM", "MSA", "CGSS", "URSSAF", "CARSAT", "caisse allocations familiales", "assurance maladie", "mutualité sociale agricole", "caisse primaire"]),
    (ActorKind::PublicAuthority, "gip", &["GIP", "groupement intérêt public"]),
    (ActorKind::PublicAuthority, "etablissementPublic", &["établissement public", "ANCT", "ADEME", "OFII", "EPFA"]),
    (ActorKind::PublicAuthority, "europe", &["Union européenne", "commission européenne", "FSE", "Interreg"]),
    (ActorKind::PublicAuthority, "", &["collectivité", "collectivité locale", "pouvoirs publics", "pouvoir public", "public authority", "administration"]),
    (ActorKind::EconomicDevelopment, "cci", &["CCI", "CCIR", "chambre commerce", "chambre commerce industrie"]),
    (ActorKind::EconomicDevelopment, "cma", &["CMA", "CMAR", "chambre métiers", "chambre métiers artisanat"]),
    (ActorKind::EconomicDevelopment, "chambreAgriculture", &["chambre agriculture", "chambre départementale agriculture", "chambre régionale agriculture"]),
    (ActorKind::EconomicDevelopment, "agenceDeveloppement", &["agence développement", "agence développement économique", "agence économique", "comité expansion", "agence innovation", "CLD", "centre régional investissement"]),
    (ActorKind::EconomicDevelopment, "cress", &["CRESS", "chambre économie sociale"]),
    (ActorKind::EconomicDevelopment, "poleCompetitivite", &["pôle compétitivité", "cluster", "grappe entreprises", "technopole", "pôle excellence"]),
    (ActorKind::EconomicDevelopment, "financementCreation", &["ADIE", "Initiative France", "réseau entreprendre", "France Active", "boutique gestion", "BGE", "plateforme initiative"]),
    (ActorKind::EconomicDevelopment, "pepiniere", &["pépinière", "incubateur", "tiers-lieu", "couveuse", "espace coworking", "fablab"]),
    (ActorKind::EconomicDevelopment, "officeTourisme", &["office tourisme", "comité départemental tourisme", "comité régional tourisme"]),
    (ActorKind::EconomicDevelopment, "amenagement", &["aménageur", "SEM", "société économie mixte", "SPL", "société publique locale"]),
    (ActorKind::EconomicDevelopment, "banquePublique", &["BPI", "Bpifrance", "banque territoires", "caisse dépôts"]),
    (ActorKind::EconomicDevelopment, "", &["développement économique", "chambre consulaire", "economic development"]),
    (ActorKind::EmploymentTraining, "franceTravail", &["France Travail"]),
    (ActorKind::EmploymentTraining, "missionLocale", &["mission locale", "missions locales", "PAIO"]),
    (ActorKind::EmploymentTraining, "capEmploi", &["Cap emploi"]),
    (ActorKind::EmploymentTraining, "maisonEmploi", &["maison emploi", "MDE", "MEF", "maison emploi formation"]),
    (ActorKind::EmploymentTraining, "plie", &["PLIE", "plan local insertion"]),
    (ActorKind::EmploymentTraining, "apec", &["APEC"]),
    (ActorKind::EmploymentTraining, "organismeFormation", &["organisme formation", "centre formation", "formation professionnelle", "institut formation", "école de la deuxième chance", "E2C", "CNAM", "RSMA", "OFPPT", "training provider"]),
    (ActorKind::EmploymentTraining, "afpa", &["AFPA"]),
    (ActorKind::EmploymentTraining, "greta", &["GRETA", "GRETA-CFA"]),
    (ActorKind::EmploymentTraining, "cfa", &["CFA", "CFAI", "centre formation apprentis", "MFR", "maison familiale rurale"]),
    (ActorKind::EmploymentTraining, "enseignementScolaire", &["lycée", "collège", "école"]),
    (ActorKind::EmploymentTraining, "enseignementSuperieur", &["université", "IUT", "école supérieure", "grande école", "cégep", "university"]),
    (ActorKind::EmploymentTraining, "geiq", &["GEIQ"]),
    (ActorKind::EmploymentTraining, "structureInsertion", &["SIAE", "IAE", "ACI", "ETTI", "chantier insertion", "atelier chantier insertion", "entreprise insertion", "régie quartier", "association intermédiaire", "entreprise adaptée", "ESAT", "structure insertion", "insertion activité économique"]),
    (ActorKind::EmploymentTraining, "interim", &["intérim", "agence emploi", "travail temporaire", "Adecco", "Manpower", "Randstad"]),
    (ActorKind::EmploymentTraining, "orientation", &["CIO", "centre information orientation", "CIBC", "Transitions Pro", "cité métiers", "carrefour jeunesse-emploi"]),
    (ActorKind::EmploymentTraining, "carifOref", &["Carif", "Oref", "Carif-Oref"]),
    (ActorKind::EmploymentTraining, "servicePublicEmploi", &["Forem", "Actiris", "VDAB", "ANAPEC", "Services Québec", "service public emploi"]),
    (ActorKind::EmploymentTraining, "", &["emploi formation", "opérateur emploi", "operateur formation", "employment", "training"]),
    (ActorKind::Business, "entreprise", &["entreprise", "société", "SARL", "SAS", "SASU", "SA", "EURL", "PME", "TPE", "start-up", "company"]),
    (ActorKind::Business, "clubEntreprises", &["club entreprises", "club entrepreneurs", "club dirigeants", "réseau entreprises", "association entreprises", "association commerçants", "union commerçants", "club hébergeurs", "club hôteliers"]),
    (ActorKind::Business, "branche", &["branche", "branche professionnelle", "branches professionnelles", "union métiers", "UIMM", "UMIH", "FFB", "FNTP", "filière"]),
    (ActorKind::Business, "federation", &["fédération professionnelle", "union professionnelle", "syndicat professionnel", "interprofession", "ordre professionnel"]),
    (ActorKind::Business, "opco", &["OPCO", "OPCO 2i", "Akto", "Afdas", "Ocapiat", "Uniformation", "Constructys", "OPCO EP", "OPCO Santé", "opérateur compétences"]),
    (ActorKind::Business, "groupementEmployeurs", &["groupement employeurs"]),
    (ActorKind::Business, "cooperative", &["coopérative", "SCOP", "SCIC", "CUMA"]),
    (ActorKind::Business, "clubRh", &["club DRH", "club RH", "ANDRH"]),
    (ActorKind::Business, "fondationEntreprise", &["fondation entreprise"]),
    (ActorKind::Business, "", &["entreprises", "employeurs", "business", "businesses"]),
    (ActorKind::Association, "insertion", &["Emmaüs", "Secours catholique", "Secours populaire", "Restos du cœur", "ATD Quart Monde"]),
    (ActorKind::Association, "logement", &["association logement", "foyer jeunes travailleurs", "FJT", "CHRS", "SOLIHA", "habitat jeunes"]),
    (ActorKind::Association, "mobilite", &["garage solidaire", "auto-école sociale", "plateforme mobilité", "association mobilité"]),
    (ActorKind::Association, "petiteEnfance", &["crèche", "micro-crèche", "UDAF", "CIDFF", "relais petite enfance"]),
    (ActorKind::Association, "sante", &["APF", "UNAPEI", "APAJH", "Croix-Rouge", "Médecins du monde"]),
    (ActorKind::Association, "centreSocial", &["centre social", "maison quartier", "maison pour tous", "MJC", "centre socioculturel"]),
    (ActorKind::Association, "jeunesse", &["Ligue enseignement", "CEMEA", "Francas", "BIJ", "CRIJ", "info jeunes"]),
    (ActorKind::Association, "teteReseau", &["France bénévolat", "mouvement associatif", "URIOPSS", "Coorace", "FAS"]),
    (ActorKind::Association, "", &["association", "associations", "associatif", "collectif", "ASBL", "OBNL", "OSBL", "ONG", "nonprofit"]),
    (ActorKind::SocialPartner, "syndicatSalaries", &["syndicat", "organisation syndicale", "CFDT", "CGT", "FO", "Force ouvrière", "CFTC", "CFE-CGC", "UNSA", "FSU", "Solidaires", "UTG", "FGTB", "CSC", "CSN", "FTQ", "UMT", "union départementale", "trade union"]),
    (ActorKind::SocialPartner, "organisationPatronale", &["organisation patronale", "MEDEF", "CPME", "U2P", "FNSEA", "FDSEA", "UDES", "CGPME", "CGEM", "patronat"]),
    (ActorKind::SocialPartner, "commissionParitaire", &["commission paritaire", "CPREF", "CPNE", "CPRIA", "paritaire", "COPAREF"]),
    (ActorKind::SocialPartner, "conseilSocial", &["CESER", "CESE", "CCEE", "conseil économique social"]),
    (ActorKind::SocialPartner, "", &["partenaire social", "partenaires sociaux", "social partner"]),
    (ActorKind::Inhabitants, "conseilCitoyen", &["conseil citoyen", "conseil citoyens", "conseil quartier", "comité quartier", "table de quartier"]),
    (ActorKind::Inhabitants, "habitants", &["habitants", "collectif habitants", "groupe habitants", "amicale locataires", "citoyens", "inhabitants"]),
    (ActorKind::Inhabitants, "usagers", &["usagers", "bénéficiaires", "collectif usagers", "comité usagers", "demandeurs emploi", "conseil vie sociale", "collectif saisonniers"]),
    (ActorKind::Inhabitants, "conseilDeveloppement", &["conseil développement", "CODEV"]),
    (ActorKind::Inhabitants, "jeunes", &["conseil jeunes", "conseil municipal jeunes", "parlement jeunes"]),
    (ActorKind::Expert, "universitaire", &["laboratoire", "chaire", "équipe recherche", "unité recherche", "CNRS", "IRD", "INRAE"]),
    (ActorKind::Expert, "cabinet", &["cabinet", "consultant", "bureau études", "consultancy"]),
    (ActorKind::Expert, "observatoire", &["observatoire", "INSEE"]),
    (ActorKind::Expert, "evaluation", &["évaluateur", "évaluatrice"]),
    (ActorKind::Expert, "juridique", &["avocats", "notaires", "barreau"]),
    (ActorKind::Expert, "agenceUrbanisme", &["agence urbanisme", "AUDEG", "CAUE"]),
    (ActorKind::Expert, "", &["expert", "experts"]),
    (ActorKind::Other, "bailleurSocial", &["bailleur", "bailleur social", "office habitat", "OPH", "HLM", "société immobilière"]),
    (ActorKind::Other, "transport", &["transport", "transports", "SNCF", "Keolis", "Transdev", "régie transports"]),
    (ActorKind::Other, "fondation", &["fondation"]),
    (ActorKind::Other, "media", &["radio", "journal", "télévision", "presse"]),
    (ActorKind::Other, "banque", &["banque", "crédit agricole", "caisse épargne", "crédit mutuel", "mutuelle", "assurance"]),
];

/// An expression with what it suggests.
struct Pattern {
    words: Vec<String>,
    kind: ActorKind,
    code: &'static str,
    /// Only where the text holds nothing else: "Mobilité" as a type is one thing, within a name another.
    alone: bool,
}

static PATTERNS: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    let mut patterns = Vec::new();
    let mut add = |text: &str, kind, code, alone| {
        let words = fold(text);
        if !words.is_empty() {
            patterns.push(Pattern { words, kind, code, alone });
        }
    };
    for (kind, code, expressions) in HINTS {
        for expression in *expressions {
            add(expression, *kind, code, false);
        }
    }
    for (old, code, _) in OLD {
        if let Some(kind) = kind_of(code) {
            add(old, kind, code, false);
        }
    }
    // The labels themselves: a pasted table often holds them.
    for entry in SUBKINDS {
        if let Some(kind) = ActorKind::from_word(entry.family) {
            add(entry.code, kind, entry.code, true);
            for forms in [entry.text.fr, entry.text.en] {
                if let Forms::Plain(label) = forms {
                    add(label, kind, entry.code, true);
                }
            }
        }
    }
    patterns
});

/// The family a code of the default lists belongs to.
fn kind_of(code: &str) -> Option<ActorKind> {
    SUBKINDS.iter().find(|entry| entry.code == code).and_then(|entry| ActorKind::from_word(entry.family))
}

/// The family and sub-kind that the name of an organisation, or the word for its type, suggests.
pub fn guess(words: &str) -> Option<Guess> {
    let folded = fold(words);
    let mut best: Option<(&Pattern, usize)> = None;
    for pattern in PATTERNS.iter() {
        let Some(at) = place(&folded, &pattern.words) else { continue };
        if pattern.alone && pattern.words.len() != folded.len() {
            continue;
        }
        let better = best.is_none_or(|(held, held_at)| {
            let (length, held_length) = (pattern.words.len(), held.words.len());
            length > held_length || (length == held_length && at < held_at)
        });
        if better {
            best = Some((pattern, at));
        }
    }
    best.map(|(pattern, _)| Guess {
        kind: pattern.kind,
        subkind: (!pattern.code.is_empty()).then(|| pattern.code.to_owned()),
    })
}

/// The present code of a sub-kind written under an old name (`poleEmploi`, "Pôle emploi", `OPCA`).
pub(super) fn present_code(code: &str) -> Option<&'static str> {
    let joined = fold(code).concat();
    OLD.iter().find(|(old, _, _)| fold(old).concat() == joined).map(|(_, present, _)| *present)
}

/// The name of an organisation with its old name replaced by the present one: "Pôle emploi Annecy" gives
/// "France Travail Annecy". `None` when nothing in it is old.
pub fn present_name(name: &str) -> Option<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let written: Vec<String> = words.iter().map(|word| fold(word).concat()).collect();
    for (old, _, present) in OLD {
        // Joined, since a hyphen makes one written word of two: "Emploi-Québec", "Emploi Québec".
        let old = fold(old).concat();
        for at in (0..written.len()).filter(|at| written.get(*at).is_some_and(|word| !word.is_empty())) {
            let Some(end) = (at + 1..=written.len())
                .find(|end| written.get(at..*end).is_some_and(|words| words.concat() == old))
            else {
                continue;
            };
            let (before, after) = (words.iter().take(at).copied(), words.iter().skip(end).copied());
            return Some(before.chain([*present]).chain(after).collect::<Vec<_>>().join(" "));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guessed(words: &str) -> Option<(ActorKind, String)> {
        guess(words).map(|found| (found.kind, found.subkind.unwrap_or_default()))
    }

    #[test]
    fn usual_names_are_recognised() {
        use ActorKind as K;
        let cases = [
            ("Région Auvergne-Rhône-Alpes", K::PublicAuthority, "region"),
            ("Préfecture de région", K::PublicAuthority, "prefecture"),
            ("DDETS de Haute-Savoie", K::PublicAuthority, "ddets"),
            ("Communauté de communes du Pays de Montaval", K::PublicAuthority, "epci"),
            ("COMMUNAUTE D'AGGLOMERATION DU CENTRE LITTORAL", K::PublicAuthority, "epci"),
            ("Mairie de Saint-Laurent-du-Maroni", K::PublicAuthority, "commune"),
            ("Collectivité territoriale de Guyane", K::PublicAuthority, "collectiviteUnique"),
            ("CCI Haute-Savoie", K::EconomicDevelopment, "cci"),
            ("Chambre de commerce et d’industrie", K::EconomicDevelopment, "cci"),
            ("chambre d'agriculture", K::EconomicDevelopment, "chambreAgriculture"),
            ("Agence France Travail de Cayenne", K::EmploymentTraining, "franceTravail"),
            ("Pôle emploi Annecy", K::EmploymentTraining, "franceTravail"),
            ("Emploi-Québec", K::EmploymentTraining, "servicePublicEmploi"),
            ("Cégep de Jonquière", K::EmploymentTraining, "enseignementSuperieur"),
            ("Direccte", K::PublicAuthority, "dreets"),
            ("OPCA", K::Business, "opco"),
            ("Conseil général de la Loire", K::PublicAuthority, "departement"),
            ("Mission locale jeunes du bassin", K::EmploymentTraining, "missionLocale"),
            ("Maison de l’emploi", K::EmploymentTraining, "maisonEmploi"),
            ("Cap emploi 74", K::EmploymentTraining, "capEmploi"),
            ("Club des entreprises du numérique", K::Business, "clubEntreprises"),
            ("Union des métiers de l’hôtellerie", K::Business, "branche"),
            ("OPCO Atlas", K::Business, "opco"),
            ("Start-up Talents du lac", K::Business, "entreprise"),
            ("Association Passerelle", K::Association, ""),
            ("CFDT Pays de Savoie", K::SocialPartner, "syndicatSalaries"),
            ("MEDEF", K::SocialPartner, "organisationPatronale"),
            ("Conseil citoyen des Teppes", K::Inhabitants, "conseilCitoyen"),
            ("Observatoire régional", K::Expert, "observatoire"),
            ("Mobilité", K::Association, "mobilite"),
            ("Groupe d’habitants des Teppes", K::Inhabitants, "habitants"),
            ("Organisme de formation", K::EmploymentTraining, "organismeFormation"),
            ("Partenaires sociaux", K::SocialPartner, ""),
            ("franceTravail", K::EmploymentTraining, "franceTravail"),
        ];
        for (words, kind, code) in cases {
            assert_eq!(guessed(words), Some((kind, code.to_owned())), "{words}");
        }
    }

    #[test]
    fn parts_of_words_suggest_nothing() {
        for words in [
            "Passerelle",
            "Villeneuve",
            "Regional Express",
            "",
            "Écopôle",
            "Mission",
            "Direction du numérique",
        ] {
            assert_eq!(guessed(words), None, "{words}");
        }
    }

    #[test]
    fn old_names_become_present_ones() {
        assert_eq!(present_name("Pôle emploi Annecy").as_deref(), Some("France Travail Annecy"));
        assert_eq!(present_name("DIRECCTE Bretagne").as_deref(), Some("DREETS Bretagne"));
        assert_eq!(present_name("Emploi-Québec de Laval").as_deref(), Some("Services Québec de Laval"));
        assert_eq!(present_name("DIRECCTE-UT 74").as_deref(), Some("DDETS 74"));
        assert_eq!(present_name("France Travail Annecy"), None);
    }

    #[test]
    fn every_hint_names_a_code_of_its_family() {
        for (kind, code, _) in HINTS {
            let known = SUBKINDS.iter().any(|entry| entry.family == kind.as_str() && entry.code == *code);
            assert!(known || code.is_empty(), "{code}");
        }
        assert!(OLD.iter().all(|(_, code, _)| kind_of(code).is_some()));
    }
}
