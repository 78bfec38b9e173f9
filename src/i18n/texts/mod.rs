//! The catalogue: one file a zone of the screen or of the rules.
//!
//! ```text
//! texts! { shell;
//!     undo: "Annuler", "Undo";
//!     left(n): ["{n} acteur", "{n} acteurs"], ["{n} actor", "{n} actors"];
//! }
//! ```
//! gives `shell::undo()` and `shell::left(3)`. With two forms, the first argument is the count that chooses.

/// Declares the texts of a zone; both languages are compulsory.
macro_rules! texts {
    ($zone:ident; $( $(#[$doc:meta])* $name:ident $(( $($arg:ident),+ $(,)? ))? : $fr:tt , $en:tt ; )*) => {
        #[allow(unused_imports, reason = "a zone whose texts take no argument")]
        use $crate::i18n::{Arg, Phrase, Text};
        $( texts!(@one $zone, $name, [$($($arg),+)?], $fr, $en); )*

        /// Every text of the zone, for the checks on wording.
        pub fn all() -> Vec<&'static Text> {
            vec![ $( $name( $($( { let _ = stringify!($arg); Arg::Count(0) } ),+)? ).text ),* ]
        }
    };
    (@one $zone:ident, $name:ident, [$($arg:ident),*], $fr:tt, $en:tt) => {
        #[doc = texts!(@doc $fr)]
        pub fn $name( $( $arg: impl Into<Arg> ),* ) -> Phrase {
            static TEXT: Text = Text {
                key: concat!(stringify!($zone), ".", stringify!($name)),
                fr: texts!(@forms $fr),
                en: texts!(@forms $en),
                args: &[ $( stringify!($arg) ),* ],
            };
            Phrase { text: &TEXT, args: vec![ $( $arg.into() ),* ] }
        }
    };
    (@forms [$one:literal, $other:literal]) => {
        $crate::i18n::Forms::Counted { one: $one, other: $other }
    };
    (@forms $text:literal) => { $crate::i18n::Forms::Plain($text) };
    (@doc [$one:literal, $other:literal]) => { $other };
    (@doc $text:literal) => { $text };
}

pub mod actors;
pub mod alliances;
pub mod analysis;
pub mod bodies;
pub mod changes;
pub mod charts;
pub mod circles;
pub mod coherence;
pub mod complementarities;
pub mod dialogs;
pub mod documents;
pub mod edit;
pub mod findings;
pub mod formats;
pub mod governance;
pub mod merging;
pub mod network;
pub mod outward;
pub mod partner;
pub mod presets;
pub mod privacy;
pub mod problem;
pub mod project;
pub mod qualification;
pub mod quorum;
pub mod responsibilities;
pub mod roles;
pub mod settled;
pub mod shell;
pub mod store;
pub mod summary;
pub mod table;
pub mod vocabulary;
pub mod welcome;

use super::Text;

/// Every text of the product, for the checks on wording and for the list of keys a host page may replace.
pub fn all() -> Vec<&'static Text> {
    [
        actors::all(),
        alliances::all(),
        analysis::all(),
        bodies::all(),
        changes::all(),
        charts::all(),
        circles::all(),
        coherence::all(),
        complementarities::all(),
        dialogs::all(),
        documents::all(),
        edit::all(),
        findings::all(),
        formats::all(),
        governance::all(),
        merging::all(),
        network::all(),
        outward::all(),
        partner::all(),
        presets::all(),
        privacy::all(),
        problem::all(),
        project::all(),
        qualification::all(),
        responsibilities::all(),
        quorum::all(),
        roles::all(),
        settled::all(),
        shell::all(),
        store::all(),
        summary::all(),
        table::all(),
        vocabulary::every(),
        welcome::all(),
    ]
    .concat()
}
