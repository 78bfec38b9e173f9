//! Where words may be cut to fit a narrow place.

/// Soft hyphen: shown only where the line is cut.
const SOFT: char = '\u{ad}';
/// Letters kept together on each side of a cut.
const KEPT: usize = 3;
/// Shorter words are not cut.
const LONG: usize = 8;

fn vowel(letter: char) -> bool {
    "aeiouyàâäæéèêëîïôöœùûüÿ".contains(letter)
}

/// Consonants that open a syllable together.
fn opens(one: char, two: char) -> bool {
    (matches!(two, 'l' | 'r') && "bcdfgkptv".contains(one))
        || matches!((one, two), ('c' | 'p' | 't' | 's', 'h') | ('g', 'n'))
}

/// Whether a word may be cut before a place: where a syllable opens, by the rules of French syllables (Lexique des règles
/// typographiques en usage à l’Imprimerie nationale, « Divisions »). Cautious enough for the other languages of Europe.
fn cut(word: &[char], place: usize) -> bool {
    if place < KEPT || place + KEPT > word.len() {
        return false;
    }
    let at = |place: usize| word.get(place).copied().unwrap_or_default();
    let (before, here, next) = (at(place - 1), at(place), at(place + 1));
    if vowel(here) {
        return false;
    }
    if vowel(next) {
        // Before the last consonant, unless it opens the syllable with the one before it.
        let alone = vowel(before);
        return if alone { here != 'x' && before != 'x' } else { !opens(before, here) };
    }
    opens(here, next) && vowel(at(place + 2))
}

/// The text with a soft hyphen at each place where a long word may be cut.
pub fn soft_hyphens(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut word: Vec<char> = Vec::new();
    let end = |word: &mut Vec<char>, out: &mut String| {
        let lower: Vec<char> =
            word.iter().map(|letter| letter.to_lowercase().next().unwrap_or(*letter)).collect();
        for (place, letter) in word.drain(..).enumerate() {
            if lower.len() >= LONG && cut(&lower, place) {
                out.push(SOFT);
            }
            out.push(letter);
        }
    };
    for letter in text.chars() {
        if letter.is_alphabetic() {
            word.push(letter);
        } else {
            end(&mut word, &mut out);
            out.push(letter);
        }
    }
    end(&mut word, &mut out);
    out
}

/// Longest end kept whole, in letters.
const END: usize = 12;
/// Shorter names are not cut.
const NAME: usize = 18;

/// A long name as its start, which may be cut, and its last words, which tell it from its neighbours:
/// "Communauté de communes" and " du Fleuve". `None` where the name is short or ends with a long word.
pub fn start_and_end(name: &str) -> Option<(&str, &str)> {
    if name.chars().count() < NAME {
        return None;
    }
    let spaces = name.match_indices(' ').map(|(place, _)| place);
    let mut near = spaces.filter(|place| *place > 0).map(|place| name.split_at(place));
    near.find(|(_, end)| end.chars().count() <= END + 1)
}

#[cfg(test)]
mod tests {
    use super::{soft_hyphens, start_and_end};

    /// Cuts shown as `-`.
    fn shown(text: &str) -> String {
        soft_hyphens(text).replace('\u{ad}', "-")
    }

    #[test]
    fn long_words_are_cut_between_syllables() {
        // By hand, as the French rules divide them, three letters on each side.
        for (whole, cut) in [
            ("Coordonner les institutions", "Coor-don-ner les ins-ti-tu-tions"),
            ("Développer l’apprentissage", "Déve-lop-per l’appren-tis-sage"),
            ("Loger les personnes en formation", "Loger les per-son-nes en for-ma-tion"),
            ("ACCOMPAGNER", "ACCOM-PA-GNER"),
            ("recherche", "recher-che"),
            ("complexité", "com-plexité"),
            ("numérique", "numé-ri-que"),
        ] {
            assert_eq!(shown(whole), cut);
        }
    }

    #[test]
    fn short_words_and_other_signs_are_left_alone() {
        for text in ["Trouver des lits", "", "123456789012", "rue Jean-Jaurès", "地域雇用開発計画書"]
        {
            assert_eq!(soft_hyphens(text), text);
        }
    }

    #[test]
    fn the_end_of_a_long_name_is_kept() {
        assert_eq!(
            start_and_end("Communauté de communes du Fleuve"),
            Some(("Communauté de communes", " du Fleuve"))
        );
        assert_eq!(
            start_and_end("Communauté de communes des Savanes"),
            Some(("Communauté de communes", " des Savanes"))
        );
        assert_eq!(start_and_end("Mission locale"), None);
        assert_eq!(start_and_end("Direction interdépartementale"), None);
    }
}
