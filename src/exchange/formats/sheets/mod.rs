//! A dossier as tables, and back: what workbooks and delimited files share.
//!
//! [`SHEETS`] says which columns there are; [`tables`] fills them; [`read`] makes a dossier of what comes back. A cell
//! names a record by its name, a code by its word, so that a table reads by itself; where this would be ambiguous, the
//! id stands beside the name in square brackets. Each record keeps its id in a last column.

mod cell;
mod columns;
mod labels;
mod later;
mod parse;
mod raw;
mod read;
mod recognise;
mod spec;
mod words;
mod write;

pub(super) use cell::{Cell, join, split};
pub(super) use columns::SHEETS;
pub(super) use labels::Labels;
pub(super) use parse::word;
pub(super) use raw::{Raw, RawCell};
pub(super) use read::{Foreign, read};
pub(super) use recognise::known;
pub(super) use spec::{Column, Kind, Sheet, topic};
pub(super) use words::{
    body_kinds, capacities, genders, kinds, privacies, roles, territory_kinds, tie_levels,
};
pub(super) use write::{Table, deadlines, losses, one, tables};

use crate::i18n::{Catalogue, Forms, Lang, Phrase};

/// All that a text may be in a file: in both languages, and as the page whose file is read says it.
pub(super) fn every(phrase: &Phrase) -> Vec<String> {
    both(phrase).into_iter().chain(super::own::said(phrase)).collect()
}

/// A text in both languages, French first: what comes back may have been written in either.
pub(super) fn both(phrase: &Phrase) -> [String; 2] {
    let plain = |forms: Forms, lang: Lang| match forms {
        // Most words have no argument: no catalogue is needed for them.
        Forms::Plain(text) if phrase.args.is_empty() => text.to_owned(),
        _ => Catalogue::new(lang).say(phrase).into_owned(),
    };
    [plain(phrase.text.fr, Lang::Fr), plain(phrase.text.en, Lang::En)]
}
