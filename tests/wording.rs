//! Wording: French and English typography of every text of the product.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use tour_de_table::i18n::texts;
use tour_de_table::i18n::{Forms, Text};

const NARROW: char = '\u{202f}';
const NO_BREAK: char = '\u{a0}';

fn forms(forms: Forms) -> Vec<&'static str> {
    match forms {
        Forms::Plain(text) => vec![text],
        Forms::Counted { one, other } => vec![one, other],
    }
}

/// What is wrong with a French text, by the rules of the Imprimerie nationale.
fn french_faults(text: &str) -> Vec<&'static str> {
    let mut faults = Vec::new();
    let characters: Vec<char> = text.chars().collect();
    let before = |index: usize| index.checked_sub(1).map_or(' ', |index| characters[index]);
    let after = |index: usize| characters.get(index + 1).copied().unwrap_or(' ');
    for (index, c) in characters.iter().enumerate() {
        match c {
            // A mark that stands alone is quoted, not written.
            ';' | '!' | '?' if index > 0 && before(index).is_alphanumeric() => {
                faults.push("no space before ; ! ?");
            }
            ';' | '!' | '?'
                if index > 1 && before(index) == ' ' && characters[index - 2].is_alphanumeric() =>
            {
                faults.push("breaking space before ; ! ?");
            }
            ';' | '!' | '?' if index > 1 && before(index) == NO_BREAK => {
                faults.push("wide space before ; ! ?");
            }
            ':' if index > 0
                && before(index) != NO_BREAK
                && !after(index).is_ascii_digit()
                && after(index) != '/' =>
            {
                faults.push("no no-break space before :");
            }
            '«' if after(index) != NO_BREAK => faults.push("no no-break space after «"),
            '»' if before(index) != NO_BREAK => faults.push("no no-break space before »"),
            '\'' => faults.push("straight apostrophe"),
            '"' => faults.push("straight quote"),
            '·' if before(index).is_alphabetic() && after(index).is_alphabetic() => {
                faults.push("inclusive dot");
            }
            _ => {}
        }
    }
    if text.contains("...") {
        faults.push("three points");
    }
    if text.contains("  ") {
        faults.push("two spaces");
    }
    if text.contains('!') {
        faults.push("exclamation mark");
    }
    if text.contains(NARROW) && text.contains(&format!("{NARROW}:")) {
        faults.push("narrow space before :");
    }
    if text.starts_with("Ecole")
        || text.starts_with("Etat")
        || text.starts_with("Etape")
        || text.contains(" A ")
    {
        faults.push("capital without its accent");
    }
    faults
}

fn every() -> Vec<&'static Text> {
    texts::all()
}

#[test]
fn french_follows_french_typography() {
    let mut wrong = Vec::new();
    for text in every() {
        for form in forms(text.fr) {
            let faults = french_faults(form);
            if !faults.is_empty() {
                wrong.push(format!("{}: {faults:?}: {form}", text.key));
            }
        }
    }
    assert!(wrong.is_empty(), "{} texts\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_check_on_french_sees_what_it_must() {
    assert_eq!(french_faults("Pourquoi\u{202f}?"), Vec::<&str>::new());
    assert_eq!(french_faults("Acteurs\u{a0}: 3"), Vec::<&str>::new());
    assert!(!french_faults("Pourquoi ?").is_empty());
    assert!(!french_faults("Pourquoi?").is_empty());
    assert!(!french_faults("Acteurs : 3").is_empty());
    assert!(!french_faults("« Logement »").is_empty());
    assert!(!french_faults("l'acteur").is_empty());
    assert!(!french_faults("Suite...").is_empty());
    assert!(!french_faults("les acteur·rices").is_empty());
}

#[test]
fn english_uses_curly_quotes_and_no_french_spacing() {
    let mut wrong = Vec::new();
    for text in every() {
        for form in forms(text.en) {
            if form.contains(['\'', '"', '«', '»', NARROW]) || form.contains("...") || form.contains("  ") {
                wrong.push(format!("{}: {form}", text.key));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn keys_are_unique_and_arguments_exist() {
    let mut keys = std::collections::BTreeSet::new();
    for text in every() {
        assert!(keys.insert(text.key), "{} is declared twice", text.key);
        for form in forms(text.fr).into_iter().chain(forms(text.en)) {
            for piece in form.split('{').skip(1) {
                let name = piece.split('}').next().unwrap();
                assert!(text.args.contains(&name), "{}: {{{name}}} is no argument", text.key);
            }
        }
        // The count that chooses between two forms may be said by their words alone.
        let counted = usize::from(matches!(text.fr, Forms::Counted { .. }));
        for argument in text.args.iter().skip(counted) {
            let mark = format!("{{{argument}}}");
            let said = forms(text.fr).into_iter().chain(forms(text.en)).any(|form| form.contains(&mark));
            assert!(said, "{}: {mark} is never said", text.key);
        }
    }
    assert!(keys.len() > 200);
}
