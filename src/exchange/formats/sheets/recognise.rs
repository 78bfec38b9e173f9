//! Which table is which, which column, which code.

use super::spec::Open;
use super::{Column, Raw, RawCell, SHEETS, every};
use crate::model::ActorKind;
use crate::vocabulary::{Vocabulary, fold};

/// The sheet a table is, where at least three quarters of the columns of one are there.
pub(super) fn sheet_of(raw: &Raw) -> Option<usize> {
    let titles: Vec<String> = raw.rows.first()?.iter().map(RawCell::text).collect();
    let mut best: Option<(bool, usize, usize)> = None;
    for (rank, sheet) in SHEETS.iter().enumerate() {
        let found =
            sheet.columns.iter().filter(|column| titles.iter().any(|title| bears(title, column))).count();
        if found * 4 < sheet.columns.len() * 3 {
            continue;
        }
        let named = every(&(sheet.name)()).contains(&raw.name);
        if best.is_none_or(|(was, count, _)| (named, found) > (was, count)) {
            best = Some((named, found, rank));
        }
    }
    best.map(|(_, _, rank)| rank)
}

pub(super) fn bears(title: &str, column: &Column) -> bool {
    every(&(column.title)()).iter().any(|known| known == title.trim())
}

/// Whether some of the tables are ours.
pub(in crate::exchange::formats) fn known(raws: &[Raw]) -> bool {
    raws.iter().any(|raw| sheet_of(raw).is_some())
}

/// The code of words of an open list; the words themselves where they are no label.
pub(super) fn code_of(open: Open, kind: Option<ActorKind>, words: &str, vocabulary: &Vocabulary) -> String {
    let all = || ActorKind::ALL.iter().flat_map(|kind| vocabulary.subkinds(*kind));
    let choices: Vec<_> = match open {
        Open::Subkind => kind.into_iter().flat_map(|kind| vocabulary.subkinds(kind)).chain(all()).collect(),
        Open::Theme => vocabulary.themes().iter().collect(),
        Open::Unit => vocabulary.units().iter().collect(),
    };
    let folded = fold(words);
    let found =
        choices.into_iter().find(|choice| every(&choice.label).iter().any(|label| fold(label) == folded));
    found.map_or_else(|| words.to_owned(), |choice| choice.code.clone())
}

/// The keys without which a record says nothing.
pub(super) fn required(path: &str) -> &'static [&'static str] {
    match path {
        "positions" => &["actor", "objective", "value"],
        "influences" => &["from", "to", "value"],
        "ties" => &["from", "to", "level"],
        "roles" => &["actor", "role"],
        "responsibilities" => &["function", "actor", "letter"],
        "actors/readings" => &["criterion", "value"],
        "admissionCriteria/checks" => &["actor"],
        _ => &[],
    }
}
