//! Computations that never keep whoever types waiting.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// How long to wait after a change, in milliseconds: changes one after the other are followed by one computation.
pub(super) const DELAY: u32 = 250;

/// How long a part of the work takes, in milliseconds.
const PART: f64 = 8.0;

/// Does steps of a work for about [`PART`] milliseconds, until one of them gives what it comes to.
pub(super) fn for_a_part<T>(mut step: impl FnMut() -> Option<T>) -> Option<T> {
    let end = js_sys::Date::now() + PART;
    while js_sys::Date::now() < end {
        let found = step();
        if found.is_some() {
            return found;
        }
    }
    None
}

/// The work under way; dropping it ends it.
type Running = Rc<RefCell<Option<Timeout>>>;

fn run<W: 'static, T: 'static>(
    running: &Running,
    mut work: W,
    go: fn(&mut W) -> Option<T>,
    done: Callback<T>,
) {
    let next = Rc::clone(running);
    let timer = Timeout::new(0, move || match go(&mut work) {
        Some(made) => done.emit(made),
        None => run(&next, work, go, done),
    });
    *running.borrow_mut() = Some(timer);
}

/// What comes of a source, `delay` milliseconds after it changed, and the source it was made from; `None` at first, where
/// nothing is waited for. Until then the last result stays. `begin` and each call of `go` are tasks of their own, the last of which gives the result.
#[hook]
pub(super) fn use_later<S, W, T>(
    source: S,
    delay: u32,
    begin: fn(&S) -> W,
    go: fn(&mut W) -> Option<T>,
) -> Option<Rc<(S, T)>>
where
    S: PartialEq + Clone + 'static,
    W: 'static,
    T: 'static,
{
    let held = use_state(|| None::<Rc<(S, T)>>);
    let (set, first) = (held.setter(), held.is_none());
    use_effect_with(source, move |source| {
        let (running, source) = (Running::default(), source.clone());
        let next = Rc::clone(&running);
        let timer = Timeout::new(if first { 0 } else { delay }, move || {
            let work = begin(&source);
            let done = Callback::from(move |made: T| set.set(Some(Rc::new((source.clone(), made)))));
            run(&next, work, go, done);
        });
        *running.borrow_mut() = Some(timer);
        move || drop(running.take())
    });
    (*held).clone()
}
