//! Places in a file, and what the ids in it designate.

/// What an id in a field designates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// The record itself.
    Own,
    /// Anything, possibly gone: not checked.
    Any,
    /// A territory.
    Territory,
    /// A stage of the pathway.
    Stage,
    /// An objective.
    Objective,
    /// A key function.
    Function,
    /// An actor.
    Actor,
    /// A wave.
    Wave,
    /// A body.
    Body,
    /// A seat of a body.
    Seat,
    /// A college of a body.
    College,
    /// An agreement.
    Agreement,
}

/// A step of a JSON Pointer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A key of an object.
    Key(&'static str),
    /// A place in a list.
    Index(usize),
}

/// A place in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path(Vec<Step>);

impl Path {
    /// Goes one step deeper.
    pub(super) fn enter(&mut self, step: Step) {
        self.0.push(step);
    }

    /// Comes one step back.
    pub(super) fn leave(&mut self) {
        self.0.pop();
    }

    /// The steps from the root.
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// The JSON Pointer (RFC 6901).
    pub fn pointer(&self) -> String {
        let mut out = String::new();
        for step in &self.0 {
            out.push('/');
            match step {
                Step::Key(key) => out.push_str(key),
                Step::Index(index) => out.push_str(&index.to_string()),
            }
        }
        out
    }
}

/// A key as a step of a JSON Pointer (RFC 6901 §3).
pub fn pointer_step(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// The key that a step of a JSON Pointer stands for (RFC 6901 §4).
pub fn pointer_key(step: &str) -> String {
    step.replace("~1", "/").replace("~0", "~")
}
