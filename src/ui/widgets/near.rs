//! Long tables: only the rows near what is seen are in the page, by groups that keep their place when they are not.

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use web_sys::{Element, Event, EventTarget, HtmlCollection};
use yew::prelude::*;

/// Rows of a group: a `<tbody>` of its own.
pub const GROUP: usize = 8;

/// A table of so many rows is whole: the browser finds all its words, and drawing it costs little.
const WHOLE: usize = 100;

/// How far beyond the window rows are there already, in pixels: what a turn of the wheel moves, and more.
const MARGIN: f64 = 200.0;

/// Which groups are drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Near {
    /// Groups from the first to before the last; `None` when all are.
    groups: Option<(usize, usize)>,
    /// Height of a row, in pixels.
    row: f64,
}

impl Near {
    /// Whether some groups are not drawn, on the screen.
    pub fn long(&self) -> bool {
        self.groups.is_some()
    }

    /// Whether a group is drawn.
    pub fn shows(&self, group: usize) -> bool {
        self.groups.is_none_or(|(first, last)| (first..last).contains(&group))
    }

    /// The height that a group of so many rows keeps when it is not drawn, in pixels.
    pub fn height(&self, rows: usize) -> u32 {
        (self.row * rows as f64).round() as u32
    }
}

/// What stands in the table for a group that is not drawn.
pub fn gap(height: u32) -> Html {
    html! { <tbody class="gap" aria-hidden="true"><tr height={height.to_string()}><td></td></tr></tbody> }
}

/// The window and the shadow root of a table: a scroll inside the root is not heard outside of it.
fn scrolled(table: &Element) -> Vec<EventTarget> {
    let window = web_sys::window().map(EventTarget::from);
    [Some(EventTarget::from(table.get_root_node())), window].into_iter().flatten().collect()
}

/// The groups near the window, as the page is now; `None` where the table has no size.
fn look(table: &Element, held: Near) -> Option<Near> {
    let bodies = table.get_elements_by_tag_name("tbody");
    let count = bodies.length();
    let bottom = web_sys::window()?.inner_height().ok()?.as_f64()? + MARGIN;
    let edges = |bodies: &HtmlCollection, group: u32| {
        let bounds = bodies.item(group).map(|body| body.get_bounding_client_rect());
        bounds.map_or((0.0, 0.0), |bounds| (bounds.top(), bounds.bottom()))
    };
    let (mut first, mut beyond) = (0, count);
    while first < beyond {
        let middle = u32::midpoint(first, beyond);
        if edges(&bodies, middle).1 < -MARGIN {
            first = middle + 1;
        } else {
            beyond = middle;
        }
    }
    let mut last = first;
    while last < count && edges(&bodies, last).0 < bottom {
        last += 1;
    }
    // The height of the rows is that of a group which is drawn and whole.
    let drawn = held.groups.map_or(0, |(first, _)| first as u32);
    let (top, end) = edges(&bodies, drawn.min(count.checked_sub(2)?));
    if end <= top {
        return None;
    }
    Some(Near { groups: Some((first as usize, last as usize)), row: (end - top) / GROUP as f64 })
}

/// Which groups of a table of `rows` rows are to be drawn: all of a short one and all on paper.
#[hook]
pub fn use_near(table: &NodeRef, rows: usize) -> Near {
    let long = rows > WHOLE;
    let near = use_state_eq(|| Near { groups: Some((0, 4)), row: 40.0 });
    {
        let (table, near) = (table.clone(), near.clone());
        let held = use_mut_ref(|| *near);
        use_effect_with((long, rows), move |(long, _)| {
            let mut listeners: Vec<EventListener> = Vec::new();
            if let (true, Some(element)) = (*long, table.cast::<Element>()) {
                let set = {
                    let held = std::rc::Rc::clone(&held);
                    move |found: Near| {
                        *held.borrow_mut() = found;
                        near.set(found);
                    }
                };
                let look = {
                    let (set, held, table) = (set.clone(), std::rc::Rc::clone(&held), element.clone());
                    move |event: &Event| {
                        let before = *held.borrow();
                        // On paper all are drawn, however the page moves meanwhile.
                        if before.groups.is_none() && event.type_() != "afterprint" {
                            return;
                        }
                        if let Some(found) = look(&table, before) {
                            set(found);
                        }
                    }
                };
                let seen = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
                for target in scrolled(&element) {
                    listeners.push(EventListener::new_with_options(&target, "scroll", seen, look.clone()));
                }
                if let Some(window) = web_sys::window() {
                    listeners.push(EventListener::new(&window, "resize", look.clone()));
                    listeners.push(EventListener::new(&window, "afterprint", look.clone()));
                    let (set, held) = (set, held);
                    listeners.push(EventListener::new(&window, "beforeprint", move |_| {
                        let row = held.borrow().row;
                        set(Near { groups: None, row });
                    }));
                }
                if let Ok(first) = Event::new("scroll") {
                    look(&first);
                }
            }
            move || drop(listeners)
        });
    }
    if long { *near } else { Near { groups: None, row: near.row } }
}
