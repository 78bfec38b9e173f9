//! A text, its arguments, and the catalogue that renders it in one language.

use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::format::{Formatter, Plural};

/// The two languages of the product.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// French, the first language.
    #[default]
    Fr,
    /// English.
    En,
}

impl Lang {
    /// The language of a BCP 47 tag: English for `en` and its variants, French for everything else.
    pub fn from_tag(tag: &str) -> Self {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        if primary.eq_ignore_ascii_case("en") { Self::En } else { Self::Fr }
    }

    /// The BCP 47 tag, `fr` or `en`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }
}

/// The forms of a text in one language. `{name}` marks an argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Forms {
    /// One form whatever the arguments.
    Plain(&'static str),
    /// Two forms chosen by the first argument, a count.
    Counted {
        /// Singular.
        one: &'static str,
        /// Plural.
        other: &'static str,
    },
}

/// A text of the catalogue, in both languages.
#[derive(Debug, PartialEq, Eq)]
pub struct Text {
    /// The key under which a host page may replace it: `zone.name`.
    pub key: &'static str,
    /// French.
    pub fr: Forms,
    /// English.
    pub en: Forms,
    /// Names of the arguments, in the order of [`Phrase::args`].
    pub args: &'static [&'static str],
}

/// An argument of a phrase, written out only when the language is known.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    /// Words as they are: a name, a title. Never interpreted.
    Text(String),
    /// A whole number, which also decides the plural when it comes first.
    Count(i64),
    /// A number with decimals.
    Number(f64),
    /// A calendar day.
    Date(NaiveDate),
    /// Another text of the catalogue.
    Phrase(Box<Phrase>),
    /// Several arguments joined as a list: "a, b et c".
    List(Vec<Arg>),
}

impl From<String> for Arg {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}
impl From<&str> for Arg {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}
impl From<usize> for Arg {
    fn from(value: usize) -> Self {
        Self::Count(i64::try_from(value).unwrap_or(i64::MAX))
    }
}
impl From<i64> for Arg {
    fn from(value: i64) -> Self {
        Self::Count(value)
    }
}
impl From<f64> for Arg {
    fn from(value: f64) -> Self {
        Self::Number(value)
    }
}
impl From<NaiveDate> for Arg {
    fn from(value: NaiveDate) -> Self {
        Self::Date(value)
    }
}
impl From<Phrase> for Arg {
    fn from(value: Phrase) -> Self {
        Self::Phrase(Box::new(value))
    }
}
impl<T: Into<Arg>> From<Vec<T>> for Arg {
    fn from(value: Vec<T>) -> Self {
        Self::List(value.into_iter().map(Into::into).collect())
    }
}

/// A text with its arguments, in no language yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Phrase {
    /// The text.
    pub text: &'static Text,
    /// One argument for each name in [`Text::args`].
    pub args: Vec<Arg>,
}

/// Renders phrases in one language, with the replacements a host page asked for.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    formatter: Formatter,
    overrides: BTreeMap<String, String>,
}

impl Catalogue {
    /// The catalogue of a language, without replacements.
    pub fn new(lang: Lang) -> Self {
        Self { formatter: Formatter::new(lang), overrides: BTreeMap::new() }
    }

    /// Replaces texts by key (see [`Text::key`]). A replacement may use the same `{arguments}`; an unknown key has no effect.
    #[must_use]
    pub fn with_overrides(mut self, overrides: BTreeMap<String, String>) -> Self {
        self.overrides = overrides;
        self
    }

    /// The words of the first view (see [`Formatter::first_view`]).
    pub fn first_view(lang: Lang) -> Self {
        Self { formatter: Formatter::first_view(lang), overrides: BTreeMap::new() }
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.formatter.lang()
    }

    /// How numbers, dates and lists are written, and names sorted.
    pub fn formatter(&self) -> &Formatter {
        &self.formatter
    }

    /// The words of a phrase.
    pub fn say(&self, phrase: impl std::borrow::Borrow<Phrase>) -> Cow<'static, str> {
        let phrase = phrase.borrow();
        let forms = match self.lang() {
            Lang::Fr => phrase.text.fr,
            Lang::En => phrase.text.en,
        };
        if let Some(text) = self.overrides.get(phrase.text.key) {
            return Cow::Owned(self.fill(text, phrase));
        }
        let pattern = match forms {
            Forms::Plain(text) => text,
            Forms::Counted { one, other } => match phrase.args.first() {
                Some(Arg::Count(n)) if self.formatter.plural(*n) == Plural::One => one,
                _ => other,
            },
        };
        if phrase.args.is_empty() { Cow::Borrowed(pattern) } else { Cow::Owned(self.fill(pattern, phrase)) }
    }

    fn fill(&self, pattern: &str, phrase: &Phrase) -> String {
        let mut out = String::with_capacity(pattern.len() + 16);
        let mut rest = pattern;
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            let Some((name, tail)) = after.split_once('}') else {
                out.push('{');
                rest = after;
                continue;
            };
            let found = phrase.text.args.iter().position(|arg| *arg == name);
            if let Some(arg) = found.and_then(|index| phrase.args.get(index)) {
                let said = self.argument(arg);
                // What the pattern itself has opened: marks in an argument before this one do not count.
                let so_far = pattern.len() - after.len();
                let (open, close) = self.marks();
                let so_far = pattern.get(..so_far).unwrap_or_default();
                if so_far.rfind(open) > so_far.rfind(close) {
                    self.push_quoted(&mut out, &said);
                } else {
                    out.push_str(&said);
                }
            } else {
                out.push('{');
                out.push_str(name);
                out.push('}');
            }
            rest = tail;
        }
        out.push_str(rest);
        out
    }

    /// The outer quotation marks of the language.
    fn marks(&self) -> (char, char) {
        match self.lang() {
            Lang::Fr => ('«', '»'),
            Lang::En => ('“', '”'),
        }
    }

    /// Adds words that stand between quotation marks: theirs become those of the second rank.
    fn push_quoted(&self, out: &mut String, said: &str) {
        let (open, close) = self.marks();
        let (inner_open, inner_close) = match self.lang() {
            Lang::Fr => ('“', '”'),
            Lang::En => ('‘', '’'),
        };
        let mut after_open = false;
        for c in said.chars() {
            if c == close {
                // The space before a French mark goes with it.
                while out.ends_with([' ', '\u{a0}', '\u{202f}']) {
                    out.pop();
                }
                out.push(inner_close);
            } else if c == open {
                out.push(inner_open);
            } else if !(after_open && matches!(c, ' ' | '\u{a0}' | '\u{202f}')) {
                out.push(c);
            }
            after_open = c == open || (after_open && c.is_whitespace());
        }
    }

    fn argument(&self, arg: &Arg) -> String {
        match arg {
            Arg::Text(text) => text.clone(),
            #[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
            Arg::Count(n) => self.formatter.number(*n as f64),
            Arg::Number(x) => self.formatter.number(*x),
            Arg::Date(day) => self.formatter.date(*day),
            Arg::Phrase(phrase) => self.say(phrase.as_ref()).into_owned(),
            Arg::List(items) => {
                let items: Vec<String> = items.iter().map(|item| self.argument(item)).collect();
                self.formatter.list(&items)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static SEATS: Text = Text {
        key: "test.seats",
        fr: Forms::Counted { one: "{n} siège pour {who}", other: "{n} sièges pour {who}" },
        en: Forms::Counted { one: "{n} seat for {who}", other: "{n} seats for {who}" },
        args: &["n", "who"],
    };

    fn seats(n: usize, who: &str) -> Phrase {
        Phrase { text: &SEATS, args: vec![n.into(), who.into()] }
    }

    #[test]
    fn french_counts_zero_and_one_as_singular_and_english_only_one() {
        let fr = Catalogue::new(Lang::Fr);
        let en = Catalogue::new(Lang::En);
        assert_eq!(fr.say(seats(0, "la CCI")), "0 siège pour la CCI");
        assert_eq!(fr.say(seats(2, "la CCI")), "2 sièges pour la CCI");
        assert_eq!(en.say(seats(0, "CCI")), "0 seats for CCI");
        assert_eq!(en.say(seats(1, "CCI")), "1 seat for CCI");
    }

    static NAMED: Text = Text {
        key: "test.named",
        fr: Forms::Plain("«\u{a0}{a}\u{a0}» puis {b}"),
        en: Forms::Plain("“{a}” then {b}"),
        args: &["a", "b"],
    };

    #[test]
    fn marks_inside_marks_are_those_of_the_second_rank() {
        let named = |name: &str| Phrase { text: &NAMED, args: vec![name.into(), name.into()] };
        let name = "Club «\u{a0}Emploi\u{a0}»";
        assert_eq!(
            Catalogue::new(Lang::Fr).say(named(name)),
            "«\u{a0}Club “Emploi”\u{a0}» puis Club «\u{a0}Emploi\u{a0}»"
        );
        assert_eq!(Catalogue::new(Lang::Fr).say(named("« A »")), "«\u{a0}“A”\u{a0}» puis « A »");
        assert_eq!(Catalogue::new(Lang::En).say(named("the “A”")), "“the ‘A’” then the “A”");
    }

    #[test]
    fn braces_in_a_name_are_not_interpreted() {
        assert_eq!(Catalogue::new(Lang::Fr).say(seats(1, "{n}")), "1 siège pour {n}");
    }

    #[test]
    fn a_host_page_replaces_a_text_by_key() {
        let overrides = BTreeMap::from([("test.seats".to_owned(), "{who} : {n}".to_owned())]);
        let fr = Catalogue::new(Lang::Fr).with_overrides(overrides);
        assert_eq!(fr.say(seats(3, "la CCI")), "la CCI : 3");
    }
}
