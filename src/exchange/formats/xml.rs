//! XML 1.0, element by element, every character escaped.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::text;

/// Writes one document in memory. Names come from the code, never from a dossier; words and values are cleaned (see
/// [`text::clean`]) and escaped here.
pub(super) struct Xml {
    writer: Writer<Vec<u8>>,
    open: Vec<&'static str>,
}

impl Xml {
    /// A document that starts with its XML declaration.
    pub(super) fn document() -> Self {
        let mut xml = Self::fragment();
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        xml.raw("\n");
        xml
    }

    /// Elements alone.
    pub(super) fn fragment() -> Self {
        Self { writer: Writer::new(Vec::new()), open: Vec::new() }
    }

    fn event(&mut self, event: Event<'_>) {
        // Writing to memory does not fail.
        self.writer.write_event(event).ok();
    }

    /// Bytes as they are, from the code only.
    pub(super) fn raw(&mut self, written: &str) {
        self.writer.get_mut().extend_from_slice(written.as_bytes());
    }

    fn start(name: &'static str, attributes: &[(&str, &str)]) -> BytesStart<'static> {
        let mut start = BytesStart::new(name);
        for (attribute, value) in attributes {
            // A line break in a value would come back as a space: better here than by surprise.
            start.push_attribute((*attribute, text::line(value).as_str()));
        }
        start
    }

    /// Opens an element.
    pub(super) fn open(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.event(Event::Start(Self::start(name, attributes)));
        self.open.push(name);
    }

    /// An element with nothing inside.
    pub(super) fn empty(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.event(Event::Empty(Self::start(name, attributes)));
    }

    /// An element that holds words alone.
    pub(super) fn leaf(&mut self, name: &'static str, attributes: &[(&str, &str)], words: &str) {
        self.open(name, attributes);
        self.text(words);
        self.close();
    }

    /// Words.
    pub(super) fn text(&mut self, words: &str) {
        self.event(Event::Text(BytesText::new(&text::clean(words))));
    }

    /// Closes the element opened last.
    pub(super) fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.event(Event::End(BytesEnd::new(name)));
        }
    }

    /// Closes what is open and gives the bytes.
    pub(super) fn finish(mut self) -> Vec<u8> {
        while !self.open.is_empty() {
            self.close();
        }
        self.writer.into_inner()
    }
}

#[cfg(test)]
mod tests {
    use super::Xml;

    #[test]
    fn words_and_values_come_back_as_they_were() {
        let mut xml = Xml::document();
        xml.open("a", &[("b", "1 < 2 & \"3\" 'x'\n\u{1}y")]);
        xml.leaf("c", &[], "<script>&amp;]]>\r\n\0fin\u{202e}");
        let written = String::from_utf8(xml.finish()).unwrap();
        let read = roxmltree::Document::parse(&written).unwrap();
        assert_eq!(read.root_element().attribute("b"), Some("1 < 2 & \"3\" 'x' y"));
        assert_eq!(
            read.root_element().first_element_child().unwrap().text(),
            Some("<script>&amp;]]>\nfin[U+202E]")
        );
    }
}
