//! A picture as a stand-alone SVG file (SVG 1.1, XML 1.0): nothing in it runs, loads or refers to anything outside.
//!
//! Only elements and attributes of a closed list are written, each value checked; the rest is left out. Lengths are
//! in CSS pixels, 96 to the inch.

/// Attributes of each element, beside those of its presentation.
const ELEMENTS: [(&str, &str); 17] = [
    ("svg", "x y width height viewBox preserveAspectRatio overflow"),
    ("g", "transform"),
    ("path", "transform d pathLength"),
    ("rect", "transform x y width height rx ry"),
    ("circle", "transform cx cy r pathLength"),
    ("ellipse", "transform cx cy rx ry"),
    ("line", "transform x1 y1 x2 y2"),
    ("polyline", "transform points"),
    ("polygon", "transform points"),
    ("text", "transform x y dx dy"),
    ("tspan", "x y dx dy"),
    ("title", ""),
    ("desc", ""),
    ("defs", ""),
    ("clipPath", "id clipPathUnits"),
    ("marker", "id viewBox refX refY markerWidth markerHeight markerUnits orient"),
    ("pattern", "id x y width height viewBox patternUnits patternTransform"),
];
/// Elements that hold words.
const WORDS: [&str; 4] = ["text", "tspan", "title", "desc"];
/// Elements that draw nothing themselves.
const BOXES: [&str; 5] = ["svg", "g", "clipPath", "marker", "pattern"];

/// Presentation of whatever is drawn, with the value that goes without saying.
const DRAWN: [(&str, &str); 14] = [
    ("fill", ""),
    ("fill-opacity", "1"),
    ("fill-rule", "nonzero"),
    ("stroke", "none"),
    ("stroke-width", "1"),
    ("stroke-opacity", "1"),
    ("stroke-dasharray", "none"),
    ("stroke-dashoffset", "0"),
    ("stroke-linecap", "butt"),
    ("stroke-linejoin", "miter"),
    ("paint-order", "normal"),
    ("visibility", "visible"),
    ("marker-start", "none"),
    ("marker-end", "none"),
];
/// Presentation of words.
const SET: [(&str, &str); 6] = [
    ("font-family", ""),
    ("font-size", ""),
    ("font-weight", "400"),
    ("font-style", "normal"),
    ("letter-spacing", "normal"),
    ("text-anchor", "start"),
];
/// Presentation of whatever can be seen.
const SEEN: [(&str, &str); 2] = [("opacity", "1"), ("clip-path", "none")];

/// Functions that a value may call; `url()` has a rule of its own.
const FUNCTIONS: [&str; 8] = ["rgb", "rgba", "translate", "rotate", "scale", "matrix", "skewX", "skewY"];

/// The attributes that an element may bear; `None` where it must not be written.
pub fn attributes_of(element: &str) -> Option<impl Iterator<Item = &'static str>> {
    let (_, attributes) = ELEMENTS.iter().find(|(name, _)| *name == element)?;
    Some(attributes.split(' ').filter(|name| !name.is_empty()))
}

/// What makes an element look as it does, from the computed value of each property: classes do not travel. What goes
/// without saying is left out. Words centred on their height are moved down instead, by 0.35 of their size: many
/// readers ignore `dominant-baseline`.
pub fn presentation(element: &str, computed: impl Fn(&str) -> String) -> Vec<(&'static str, String)> {
    let mut found: Vec<(&'static str, String)> = Vec::new();
    let mut take = |list: &[(&'static str, &str)]| {
        for (name, usual) in list {
            let mut value = computed(name);
            if *name != "font-family" {
                value = value.replace("px", "");
            }
            if !value.is_empty() && value != *usual {
                found.push((name, value));
            }
        }
    };
    if matches!(element, "title" | "desc" | "defs") {
        return found;
    }
    take(&SEEN);
    if BOXES.contains(&element) {
        return found;
    }
    take(&DRAWN);
    if WORDS.contains(&element) {
        take(&SET);
        if element == "text" && matches!(computed("dominant-baseline").as_str(), "central" | "middle") {
            let size: f64 = computed("font-size").trim_end_matches("px").parse().unwrap_or(12.0);
            found.push(("dy", length(size * 0.35)));
        }
    }
    // Without a stroke, how it would be drawn says nothing.
    if !found.iter().any(|(name, _)| *name == "stroke") {
        found.retain(|(name, _)| !name.starts_with("stroke-") && *name != "paint-order");
    }
    found
}

/// A length with two decimals at most.
pub fn length(value: f64) -> String {
    format!("{}", (value * 100.0).round() / 100.0)
}

/// Cuts words into lines no wider than `most`, as `width` measures them, between words; a longer word stands alone.
/// A no-break space breaks nothing.
pub fn lines(text: &str, most: f64, mut width: impl FnMut(&str) -> f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty()) {
        if let Some(line) = lines.last_mut() {
            let longer = format!("{line} {word}");
            if width(&longer) <= most {
                *line = longer;
                continue;
            }
        }
        lines.push(word.to_owned());
    }
    lines
}

/// Writes a picture, element by element.
pub struct SvgWriter {
    out: String,
    open: Vec<&'static str>,
}

impl SvgWriter {
    /// Starts a picture of a size, on a white ground, with its name and its description for whoever cannot see it.
    pub fn new(width: f64, height: f64, title: &str, description: &str) -> Self {
        let (width, height) = (length(width), length(height));
        let out = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" \
             height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\">"
        );
        let mut writer = Self { out, open: vec!["svg"] };
        for (name, words) in [("title", title), ("desc", description)] {
            writer.element(name, &[]);
            writer.text(words);
            writer.close();
        }
        writer.element("rect", &[("width", &width), ("height", &height), ("fill", "#ffffff")]);
        writer.close();
        writer
    }

    /// Opens an element with the attributes that it may bear; `false` where it must not be written: nothing of it is
    /// then to be written, and nothing closed.
    pub fn element(&mut self, name: &str, attributes: &[(&str, &str)]) -> bool {
        let Some((name, own)) = ELEMENTS.iter().find(|(known, _)| *known == name) else { return false };
        self.out.push('<');
        self.out.push_str(name);
        for (at, (attribute, value)) in attributes.iter().enumerate() {
            let known = own.split(' ').any(|known| known == *attribute)
                || [&DRAWN[..], &SET, &SEEN]
                    .iter()
                    .any(|list| list.iter().any(|(known, _)| known == attribute));
            // An attribute written twice is not XML.
            let again = attributes.iter().take(at).any(|(earlier, _)| earlier == attribute);
            if !known || again {
                continue;
            }
            match *attribute {
                "fill" | "stroke" => self.paint(attribute, value, attributes),
                "fill-opacity" | "stroke-opacity" if covered(attribute, attributes) => {}
                _ => self.attribute(attribute, value),
            }
        }
        self.out.push('>');
        self.open.push(name);
        true
    }

    /// Writes words, where the open element holds words.
    pub fn text(&mut self, words: &str) {
        if self.open.last().is_some_and(|name| WORDS.contains(name)) {
            escape(words, &mut self.out);
        }
    }

    /// Closes the element opened last.
    pub fn close(&mut self) {
        if self.open.len() > 1
            && let Some(name) = self.open.pop()
        {
            self.end(name);
        }
    }

    /// Closes what is open and gives the file.
    pub fn finish(mut self) -> String {
        while let Some(name) = self.open.pop() {
            self.end(name);
        }
        self.out
    }

    fn end(&mut self, name: &str) {
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    fn attribute(&mut self, name: &str, value: &str) {
        let Some(value) = checked(value) else { return };
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        escape(&value, &mut self.out);
        self.out.push('"');
    }

    /// A colour as every reader of SVG knows it: `#rrggbb`, transparency apart.
    fn paint(&mut self, name: &str, value: &str, attributes: &[(&str, &str)]) {
        let Some((colour, alpha)) = colour(value) else { return self.attribute(name, value) };
        if alpha <= 0.0 {
            return self.attribute(name, "none");
        }
        self.attribute(name, &colour);
        if alpha < 1.0 {
            let opacity = format!("{name}-opacity");
            let given = attributes.iter().find(|(other, _)| *other == opacity);
            let given: f64 = given.and_then(|(_, value)| value.parse().ok()).unwrap_or(1.0);
            self.attribute(&opacity, &length(alpha * given));
        }
    }
}

/// Whether an opacity is already part of the paint it goes with.
fn covered(opacity: &str, attributes: &[(&str, &str)]) -> bool {
    let paint = opacity.trim_end_matches("-opacity");
    let found = attributes.iter().find(|(name, _)| *name == paint);
    found.and_then(|(_, value)| colour(value)).is_some_and(|(_, alpha)| alpha < 1.0)
}

/// The computed value of a colour, `rgb(…)`, `rgba(…)` or `color(srgb …)`, as `#rrggbb` and its opacity.
fn colour(value: &str) -> Option<(String, f64)> {
    let (function, rest) = value.trim().split_once('(')?;
    let (scale, rest) = match (function, rest.strip_suffix(')')?) {
        ("rgb" | "rgba", rest) => (1.0, rest),
        ("color", rest) => (255.0, rest.trim_start().strip_prefix("srgb ")?),
        _ => return None,
    };
    let figures = rest.split([',', ' ', '/']).filter(|figure| !figure.is_empty());
    let figures: Vec<f64> = figures.map(|figure| figure.parse().ok()).collect::<Option<_>>()?;
    let (channels, alpha) = match *figures.as_slice() {
        [red, green, blue] => ([red, green, blue], 1.0),
        [red, green, blue, alpha] => ([red, green, blue], alpha),
        _ => return None,
    };
    let [red, green, blue] = channels.map(|channel| (channel * scale).round().clamp(0.0, 255.0) as u8);
    Some((format!("#{red:02x}{green:02x}{blue:02x}"), alpha))
}

/// A value that refers to nothing outside and runs nothing; `None` where it cannot be written. The only reference is
/// to something of the same picture: `url(#id)`.
fn checked(value: &str) -> Option<String> {
    let value = value.trim();
    if let Some(rest) = value.strip_prefix("url(") {
        let id = rest.strip_suffix(')')?.trim_matches(['"', '\'']).strip_prefix('#')?;
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        return (!id.is_empty() && id.chars().all(plain)).then(|| format!("url(#{id})"));
    }
    if !value.chars().all(|c| c.is_alphanumeric() || " .,#%()+-_\"'\t\n".contains(c)) {
        return None;
    }
    let mut before = value;
    while let Some((ahead, _)) = before.rsplit_once('(') {
        let start = ahead.rfind(|c: char| !c.is_ascii_alphabetic()).map_or(0, |last| last + 1);
        if !FUNCTIONS.contains(&ahead.get(start..)?) {
            return None;
        }
        before = ahead;
    }
    Some(value.to_owned())
}

/// Writes text so that XML 1.0 reads it back; characters that it does not know are left out.
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{20}'..='\u{fffd}' | '\u{10000}'.. => out.push(c),
            _ => {}
        }
    }
}
