//! Sizes that only the browser knows: of an element, and of words.

use std::collections::HashMap;

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement, ResizeObserver};
use yew::prelude::*;

/// Watches the size of an element until it is dropped.
struct Watch {
    observer: Option<ResizeObserver>,
    _report: Closure<dyn FnMut()>,
    _window: Option<EventListener>,
}

impl Watch {
    fn new(element: &Element, changed: impl Fn() + Clone + 'static) -> Self {
        let again = changed.clone();
        let report = Closure::<dyn FnMut()>::new(changed);
        let observer = ResizeObserver::new(report.as_ref().unchecked_ref()).ok();
        if let Some(observer) = &observer {
            observer.observe(element);
        }
        let window = web_sys::window().map(|window| EventListener::new(&window, "resize", move |_| again()));
        Self { observer, _report: report, _window: window }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

/// What `read` says of an element, kept up to date as the element or the window changes size; `None` until the element
/// is there and has a size, and while `read` has no answer.
#[hook]
pub fn use_measure<T: PartialEq + 'static>(
    node: &NodeRef,
    read: fn(&Element) -> Option<T>,
) -> Option<std::rc::Rc<T>> {
    let held = use_state_eq(|| None);
    {
        let (node, held) = (node.clone(), held.clone());
        use_effect_with((), move |()| {
            let seen = node.clone();
            let look = move || {
                if let Some(found) = seen.cast::<Element>().and_then(|element| read(&element)) {
                    held.set(Some(std::rc::Rc::new(found)));
                }
            };
            look();
            let watch = node.cast::<Element>().map(|element| Watch::new(&element, look));
            move || drop(watch)
        });
    }
    (*held).clone()
}

/// The width of an element, in whole pixels; `None` where it has none.
pub fn width_of(element: &Element) -> Option<f64> {
    Some(element.get_bounding_client_rect().width().floor()).filter(|width| *width > 0.0)
}

/// The width of an element, in pixels.
#[hook]
pub fn use_width(node: &NodeRef) -> Option<f64> {
    use_measure(node, width_of).map(|width| *width)
}

/// Measures words set in one font.
#[derive(Default)]
pub struct Ruler {
    font: String,
    canvas: Option<CanvasRenderingContext2d>,
    widths: HashMap<String, f64>,
}

impl Ruler {
    /// Takes a font, in the words of the CSS shorthand.
    pub fn set_font(&mut self, font: &str) {
        if self.font == font {
            return;
        }
        self.widths.clear();
        font.clone_into(&mut self.font);
        if self.canvas.is_none() {
            let document = web_sys::window().and_then(|window| window.document());
            let canvas = document.and_then(|document| document.create_element("canvas").ok());
            let canvas = canvas.and_then(|canvas| canvas.dyn_into::<HtmlCanvasElement>().ok());
            let context = canvas.and_then(|canvas| canvas.get_context("2d").ok().flatten());
            self.canvas = context.and_then(|context| context.dyn_into().ok());
        }
        if let Some(canvas) = &self.canvas {
            canvas.set_font(font);
        }
    }

    /// The width of words, in pixels, rounded up.
    pub fn width(&mut self, text: &str) -> f64 {
        if let Some(width) = self.widths.get(text) {
            return *width;
        }
        let measured =
            self.canvas.as_ref().and_then(|canvas| canvas.measure_text(text).ok()).map(|found| found.width());
        // Without a canvas: wider than nearly all fonts, so that words may be dropped but never overlap.
        let width = measured.unwrap_or_else(|| text.chars().count() as f64 * 9.0).ceil();
        self.widths.insert(text.to_owned(), width);
        width
    }
}
