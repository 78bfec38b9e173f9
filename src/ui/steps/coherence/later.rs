//! Computations that never run while a person types.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// How long to wait after a change, in milliseconds: changes one after the other are followed by one computation.
const DELAY: u32 = 250;

/// What `compute` makes of a source, a moment after the source changed, and the source it was made from; `None` at
/// first. Until then the last result stays.
#[hook]
pub(super) fn use_later<S, T>(source: S, compute: fn(&S) -> T) -> Option<Rc<(S, T)>>
where
    S: PartialEq + Clone + 'static,
    T: 'static,
{
    let held = use_state(|| None::<Rc<(S, T)>>);
    let (set, first) = (held.setter(), held.is_none());
    use_effect_with(source, move |source| {
        let source = source.clone();
        let delay = if first { 0 } else { DELAY };
        let timer = Timeout::new(delay, move || {
            let made = compute(&source);
            set.set(Some(Rc::new((source, made))));
        });
        move || drop(timer)
    });
    (*held).clone()
}
