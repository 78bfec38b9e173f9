//! How a matrix names its rows and its columns in little room.
//!
//! A name that surely has room is not cut to it: a cut is one more piece for the browser to put together at each key,
//! and a long matrix has one for each row.

use yew::prelude::*;

use crate::i18n::soft_hyphens;

/// Room for the head of a column: so many lines, so wide.
const HEAD: Room = Room { lines: 4, width: 5.6 };

/// Room for the name of a row in its own letters: the column of names without its mark and its margins. A longer one
/// stands on two lines, in smaller letters.
const LINE: Room = Room { lines: 1, width: 12.0 };

/// The same for a name in smaller letters.
const SMALL: Room = Room { lines: 2, width: 14.0 };

/// Room for the name of a row of the table of values, where that is narrowest.
const NARROW: Room = Room { lines: 2, width: 7.4 };

/// The class of what is not cut.
fn whole(words: &str, room: Room) -> Option<&'static str> {
    room.holds(words).then_some("whole")
}

/// The head of a column: its long words may be cut, with a hyphen.
pub(in crate::ui::steps) fn column(title: &str) -> Html {
    html! { <bdi class={classes!(whole(title, HEAD))}>{ soft_hyphens(title) }</bdi> }
}

/// The name of a row.
pub(in crate::ui::steps) fn row(name: &str) -> Html {
    let two = !LINE.holds(name);
    named(name, two.then_some("mx-two"), if two { SMALL } else { LINE })
}

/// The name of a row of the table of values.
pub(in crate::ui::steps) fn narrow_row(name: &str) -> Html {
    named(name, None, NARROW)
}

/// A name, whole in its tip: neighbours often start alike, and are told apart by their end.
fn named(name: &str, class: Option<&'static str>, room: Room) -> Html {
    html! { <bdi class={classes!(class, whole(name, room))} title={name.to_owned()}>{ name.to_owned() }</bdi> }
}

/// Lines, and how wide they are in heights of a letter (em).
#[derive(Clone, Copy)]
struct Room {
    lines: usize,
    width: f64,
}

impl Room {
    /// Whether words hold, whatever common letters they are written in.
    fn holds(self, words: &str) -> bool {
        const SPACE: f64 = 0.47;
        let (mut lines, mut used) = (1, 0.0_f64);
        for word in words.split_whitespace().map(breadth) {
            if word > self.width {
                return false;
            }
            if used > 0.0 && used + SPACE + word > self.width {
                lines += 1;
                used = word;
            } else {
                used += if used > 0.0 { SPACE + word } else { word };
            }
        }
        lines <= self.lines
    }
}

/// No less than the width of a word in the widest of the letters that systems offer, in heights of a letter (em).
fn breadth(word: &str) -> f64 {
    word.chars()
        .map(|letter| match letter {
            'i' | 'j' | 'l' | 'r' | 't' | 'f' | 'I' | '.' | ',' | '\'' | '’' | '-' | '(' | ')' => 0.47,
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
    use super::{HEAD, LINE, NARROW, SMALL};

    fn row_holds(name: &str) -> bool {
        LINE.holds(name) || SMALL.holds(name)
    }

    #[test]
    fn only_what_surely_has_room_is_left_uncut() {
        for name in ["", "Région", "Mission locale", "Organisation numéro 499", "Communauté de communes"] {
            assert!(row_holds(name), "{name}");
        }
        for name in [
            "WWWWWWWWWWWWWWWW",
            "Chambre de commerce et d’industrie territoriale de la région",
            "Anticonstitutionnellement-et-plus",
            "職業訓練地域連携協議会事務局",
        ] {
            assert!(!row_holds(name), "{name}");
            assert!(!NARROW.holds(name), "{name}");
        }
    }

    #[test]
    fn lines_are_filled_word_by_word() {
        assert!(NARROW.holds("Mission locale") && NARROW.holds("Ville de Laval"));
        assert!(!NARROW.holds("Maison de l’emploi du Pays de Laval"));
        assert!(HEAD.holds("Objectif 12") && HEAD.holds("Lever les freins"));
        assert!(!HEAD.holds("Accompagnement"));
    }
}
