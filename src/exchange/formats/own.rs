//! Words that a page sets in place of ours: its lists and its messages, in files as on the screen.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::i18n::{Catalogue, Lang, Phrase};
use crate::vocabulary::Vocabulary;

/// The properties `vocabulary` and `messages` of the element.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words {
    /// The lists.
    pub vocabulary: Vocabulary,
    /// Texts by their key, which go before what the lists say.
    pub messages: BTreeMap<String, String>,
}

impl Words {
    /// The catalogue of a language with these words.
    pub(super) fn catalogue(&self, lang: Lang) -> Catalogue {
        self.vocabulary.catalogue(lang, self.messages.clone())
    }
}

thread_local! {
    // Every cell that is read asks for them: handed from function to function, they would be in every signature.
    static READING: RefCell<Option<Reading>> = const { RefCell::new(None) };
}

struct Reading {
    vocabulary: Vocabulary,
    texts: [Catalogue; 2],
}

/// Reads with the words of a page, beside ours: what was written under them comes back.
pub(super) fn reading<T>(words: &Words, work: impl FnOnce() -> T) -> T {
    /// Puts back what was there, also where the work panics.
    struct Before(Option<Reading>);
    impl Drop for Before {
        fn drop(&mut self) {
            READING.set(self.0.take());
        }
    }
    let own = (*words != Words::default()).then(|| Reading {
        vocabulary: words.vocabulary.clone(),
        texts: [Lang::Fr, Lang::En].map(|lang| words.catalogue(lang)),
    });
    let _before = Before(READING.replace(own));
    work()
}

/// The lists of the page whose file is read.
pub(super) fn vocabulary() -> Vocabulary {
    READING.with_borrow(|reading| reading.as_ref().map(|it| it.vocabulary.clone()).unwrap_or_default())
}

/// What a page says for a phrase, in either language.
pub(super) fn said(phrase: &Phrase) -> Vec<String> {
    READING.with_borrow(|reading| {
        let texts = reading.iter().flat_map(|it| &it.texts);
        texts.map(|texts| texts.say(phrase).into_owned()).collect()
    })
}
