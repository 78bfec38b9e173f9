//! How a matrix names its rows and its columns in little room.

use yew::prelude::*;

use crate::i18n::soft_hyphens;

/// The head of a column: its long words may be cut, with a hyphen.
pub(in crate::ui::steps) fn column(title: &str) -> Html {
    html! { <bdi>{ soft_hyphens(title) }</bdi> }
}

/// A longer name stands on two lines, in smaller letters.
const LONG: usize = 21;

/// Room for a name on one line, in its own letters: the column of names without its mark and its margins.
const LINE: f64 = 12.0;

/// The same for each of two lines in smaller letters.
const SMALL_LINE: f64 = 14.0;

/// The name of a row, whole in its tip: neighbours often start alike, and are told apart by their end. One that
/// surely has room is not cut to it: a cut is one more piece for the browser to put together at each key, and a long
/// matrix has one for each row.
pub(in crate::ui::steps) fn row(name: &str) -> Html {
    let two = name.chars().count() > LONG;
    let class = classes!(two.then_some("mx-two"), fits(name, two).then_some("mx-fits"));
    html! { <bdi {class} title={name.to_owned()}>{ name.to_owned() }</bdi> }
}

/// Whether a name has room, whatever common letters it is written in.
fn fits(name: &str, two: bool) -> bool {
    let width = breadth(name);
    if !two {
        return width <= LINE;
    }
    // A word that goes to the second line leaves the end of the first one empty.
    let word = name.split_whitespace().map(breadth).fold(0.0, f64::max);
    width + word <= 2.0 * SMALL_LINE
}

/// No less than the width of words in the widest of the letters that systems offer, in heights of a letter (em).
fn breadth(words: &str) -> f64 {
    words
        .chars()
        .map(|letter| match letter {
            ' ' | 'i' | 'j' | 'l' | 'r' | 't' | 'f' | 'I' | '.' | ',' | '\'' | '’' | '-' | '(' | ')' => {
                0.47
            }
            'm' | 'w' | 'M' | 'W' | 'œ' | 'æ' | 'Œ' | 'Æ' | '@' | '%' | '&' => 1.1,
            'a'..='z' | '0'..='9' => 0.66,
            // The letters with accents of the languages of Europe are as wide as those without.
            'A'..='Z' | '\u{c0}'..='\u{24f}' if letter.is_uppercase() => 0.82,
            '\u{c0}'..='\u{24f}' if letter.is_alphabetic() => 0.66,
            _ => 1.5,
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::{LONG, fits};

    fn row_fits(name: &str) -> bool {
        fits(name, name.chars().count() > LONG)
    }

    #[test]
    fn only_what_surely_has_room_is_left_uncut() {
        for name in ["", "Région", "Mission locale", "Organisation numéro 499", "Communauté de communes"] {
            assert!(row_fits(name), "{name}");
        }
        for name in [
            "WWWWWWWWWWWWWWWW",
            "Chambre de commerce et d’industrie territoriale de la région",
            "Anticonstitutionnellement-et-plus",
            "職業訓練地域連携協議会事務局",
        ] {
            assert!(!row_fits(name), "{name}");
        }
    }
}
