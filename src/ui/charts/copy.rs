//! Copies what the screen shows of a picture into a file of its own.

use wasm_bindgen::prelude::*;
use web_sys::{CssStyleDeclaration, DomRect, Element, HtmlElement, Node, Window};

use crate::exchange::svg::{self, SvgWriter, length};

#[wasm_bindgen]
extern "C" {
    /// A stretch of text of the page.
    type Range;
    #[wasm_bindgen(constructor, catch)]
    fn new() -> Result<Range, JsValue>;
    #[wasm_bindgen(method, catch, js_name = setStart)]
    fn set_start(this: &Range, node: &Node, offset: u32) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch, js_name = setEnd)]
    fn set_end(this: &Range, node: &Node, offset: u32) -> Result<(), JsValue>;
    #[wasm_bindgen(method, js_name = getBoundingClientRect)]
    fn bounds(this: &Range) -> DomRect;
}

/// Light colours for whatever the theme, the system or the page around made dark: a file stands on white.
const LIGHT: [(&str, &str); 11] = [
    ("--paper", "#fff"),
    ("--canvas", "#fbfaf7"),
    ("--sunken", "#f4f1eb"),
    ("--rule", "#dfdad1"),
    ("--rule-2", "#c6bfb3"),
    ("--edge", "#857e73"),
    ("--ink", "#1e1c19"),
    ("--ink-2", "#4b4740"),
    ("--ink-3", "#666158"),
    ("--on-mark", "#fff"),
    ("forced-color-adjust", "none"),
];

/// Runs `work` while the widget around a picture is in light colours and nothing of the picture is chosen; nothing is
/// painted in between.
pub(super) fn in_light<T>(picture: &Element, work: impl FnOnce() -> T) -> T {
    let mut chosen = Vec::new();
    while let Ok(Some(one)) = picture.query_selector("[data-current]") {
        one.remove_attribute("data-current").ok();
        chosen.push(one);
    }
    let done = lit(picture, work);
    for one in chosen {
        one.set_attribute("data-current", "true").ok();
    }
    done
}

fn lit<T>(element: &Element, work: impl FnOnce() -> T) -> T {
    let Some(widget) =
        element.closest(".tdt").ok().flatten().and_then(|found| found.dyn_into::<HtmlElement>().ok())
    else {
        return work();
    };
    let theme = widget.get_attribute("data-theme");
    widget.set_attribute("data-theme", "light").ok();
    let style = widget.style();
    for (name, value) in LIGHT {
        style.set_property(name, value).ok();
    }
    let done = work();
    for (name, _) in LIGHT {
        style.remove_property(name).ok();
    }
    if widget.get_attribute("style").as_deref() == Some("") {
        widget.remove_attribute("style").ok();
    }
    match theme {
        Some(theme) => widget.set_attribute("data-theme", &theme),
        None => widget.remove_attribute("data-theme"),
    }
    .ok();
    done
}

/// The children of a node, one after the other.
fn children(node: &Node) -> impl Iterator<Item = Node> {
    std::iter::successors(node.first_child(), Node::next_sibling)
}

/// Copies drawings and words, read through the styles of a window.
pub(super) struct Copier {
    pub(super) window: Window,
    pub(super) svg: SvgWriter,
}

impl Copier {
    fn style(&self, element: &Element) -> Option<CssStyleDeclaration> {
        let style = self.window.get_computed_style(element).ok().flatten()?;
        let shown = style.get_property_value("display").is_ok_and(|display| display != "none");
        shown.then_some(style)
    }

    /// Copies a drawing into a box, and what is in it. What bears `data-screen` belongs to the screen alone: rings of
    /// the focus, handles.
    pub(super) fn drawing(&mut self, drawing: &Element, x: f64, y: f64) {
        let rect = drawing.get_bounding_client_rect();
        let (width, height) = (length(rect.width()), length(rect.height()));
        let seen = drawing.get_attribute("viewBox").unwrap_or_else(|| format!("0 0 {width} {height}"));
        let fit = drawing.get_attribute("preserveAspectRatio").unwrap_or_default();
        let (x, y) = (length(x), length(y));
        let mut attributes =
            vec![("x", &*x), ("y", &*y), ("width", &*width), ("height", &*height), ("viewBox", &*seen)];
        if !fit.is_empty() {
            attributes.push(("preserveAspectRatio", &fit));
        }
        if self.svg.element("svg", &attributes) {
            self.inside(drawing);
            self.svg.close();
        }
    }

    fn inside(&mut self, element: &Element) {
        for child in children(element) {
            match child.dyn_into::<Element>() {
                Ok(child) => self.element(&child),
                Err(other) if other.node_type() == Node::TEXT_NODE => {
                    self.svg.text(&other.node_value().unwrap_or_default());
                }
                Err(_) => {}
            }
        }
    }

    fn element(&mut self, element: &Element) {
        let name = element.local_name();
        let Some(own) = svg::attributes_of(&name) else { return };
        if element.has_attribute("data-screen") {
            return;
        }
        let Some(style) = self.style(element) else { return };
        let own: Vec<(&str, String)> =
            own.filter_map(|attribute| Some((attribute, element.get_attribute(attribute)?))).collect();
        let look =
            svg::presentation(&name, |property| style.get_property_value(property).unwrap_or_default());
        let attributes: Vec<(&str, &str)> =
            own.iter().chain(&look).map(|(name, value)| (*name, value.as_str())).collect();
        if self.svg.element(&name, &attributes) {
            self.inside(element);
            self.svg.close();
        }
    }

    /// Copies a legend as it is laid out, with its drawings; `left` and `top` are what to add to the places on the
    /// screen. What is folded or hidden stays out.
    pub(super) fn legend(&mut self, legend: &Element, left: f64, top: f64) {
        let Some(style) = self.style(legend) else { return };
        let folded = legend.local_name() == "details" && !legend.has_attribute("open");
        for child in children(legend) {
            let Ok(child) = child.clone().dyn_into::<Element>() else {
                if child.node_type() == Node::TEXT_NODE {
                    self.words(&child, &style, left, top);
                }
                continue;
            };
            let rect = child.get_bounding_client_rect();
            if folded && child.local_name() != "summary" || rect.width() <= 1.0 {
                continue;
            }
            if child.local_name() == "svg" {
                self.drawing(&child, rect.left() + left, rect.top() + top);
            } else {
                self.legend(&child, left, top);
            }
        }
    }

    /// Copies the rules of a table: what is drawn above and under its cells.
    pub(super) fn rules(&mut self, table: &Element, left: f64, top: f64) {
        let Ok(cells) = table.query_selector_all("th, td") else { return };
        for place in 0..cells.length() {
            let Some(cell) = cells.get(place).and_then(|cell| cell.dyn_into::<Element>().ok()) else {
                continue;
            };
            let Some(style) = self.style(&cell) else { continue };
            let rect = cell.get_bounding_client_rect();
            let (from, to) = (length(rect.left() + left), length(rect.right() + left));
            for (side, y) in [("top", rect.top()), ("bottom", rect.bottom())] {
                let value =
                    |part| style.get_property_value(&format!("border-{side}-{part}")).unwrap_or_default();
                let width = value("width");
                if width == "0px" || width.is_empty() || value("style") == "none" {
                    continue;
                }
                let y = length(y + top);
                let line = [
                    ("x1", &*from),
                    ("x2", &*to),
                    ("y1", &*y),
                    ("y2", &*y),
                    ("stroke", &*value("color")),
                    ("stroke-width", width.trim_end_matches("px")),
                ];
                self.svg.element("line", &line);
                self.svg.close();
            }
        }
    }

    /// The words of a node of text, line by line as they are broken on the screen.
    fn words(&mut self, node: &Node, style: &CssStyleDeclaration, left: f64, top: f64) {
        let text = node.node_value().unwrap_or_default();
        let Ok(range) = Range::new() else { return };
        let mut line: Option<(f64, f64, String)> = None;
        let mut offset = 0;
        // Letter by letter: a line may break at a space, at a hyphen, or anywhere in a long word.
        for letter in text.chars() {
            let end = offset + letter.len_utf16() as u32;
            let placed = range.set_start(node, offset).and_then(|()| range.set_end(node, end));
            offset = end;
            if placed.is_err() {
                continue;
            }
            let rect = range.bounds();
            let blank = letter.is_whitespace() && letter != '\u{a0}' && letter != '\u{202f}';
            // From the top of the box of a line to the foot of its letters, in the usual fonts.
            let foot = rect.top() + rect.height() * 0.8;
            match &mut line {
                // An accent on its own has no width; a space at the end of a line has none either.
                Some((_, _, words)) if blank || rect.width() == 0.0 => {
                    words.push(if blank { ' ' } else { letter });
                }
                Some((_, height, words)) if (*height - foot).abs() < 2.0 => words.push(letter),
                None if blank => {}
                _ => {
                    if let Some(done) = line.replace((rect.left(), foot, letter.to_string())) {
                        self.line(done, style, left, top);
                    }
                }
            }
        }
        if let Some(done) = line {
            self.line(done, style, left, top);
        }
    }

    fn line(&mut self, (x, y, words): (f64, f64, String), style: &CssStyleDeclaration, left: f64, top: f64) {
        let value = |name: &str| style.get_property_value(name).unwrap_or_default();
        let (x, y) = (length(x + left), length(y + top));
        self.svg.element(
            "text",
            &[
                ("x", &*x),
                ("y", &*y),
                ("fill", &*value("color")),
                ("font-family", &*value("font-family")),
                ("font-size", value("font-size").trim_end_matches("px")),
                ("font-weight", &*value("font-weight")),
            ],
        );
        self.svg.text(words.trim_end());
        self.svg.close();
    }
}
