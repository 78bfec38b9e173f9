//! Puts problems in the order of the file.

use serde_json::Value;

use crate::model::Problem;
use crate::model::json::pointer_key;

/// The problems at a place and below it, by next step of their pointers.
#[derive(Default)]
struct Branch {
    here: Vec<Problem>,
    /// Sorted by step.
    below: Vec<(String, Branch)>,
}

impl Branch {
    fn insert(&mut self, problem: Problem) {
        let mut branch = self;
        for step in problem.pointer.split('/').skip(1) {
            let step = pointer_key(step);
            let place = branch.place(&step).unwrap_or_else(|place| {
                branch.below.insert(place, (step, Self::default()));
                place
            });
            // It is there: it was just found or added.
            let Some((_, next)) = branch.below.get_mut(place) else { return };
            branch = next;
        }
        branch.here.push(problem);
    }

    /// Where a next step is, or where to add it.
    fn place(&self, step: &str) -> Result<usize, usize> {
        self.below.binary_search_by(|(known, _)| known.as_str().cmp(step))
    }

    fn take(&mut self, step: &str) -> Option<Self> {
        self.place(step).ok().map(|place| self.below.remove(place).1)
    }

    /// What concerns the place itself, then keys that are not in the file, then those that are.
    fn empty_into(mut self, value: Option<&Value>, out: &mut Vec<Problem>) {
        out.append(&mut self.here);
        let mut present = Vec::new();
        match value {
            Some(Value::Object(map)) if !self.below.is_empty() => {
                for (key, item) in map {
                    if let Some(branch) = self.take(key) {
                        present.push((branch, item));
                    }
                }
            }
            Some(Value::Array(items)) => {
                for (index, item) in items.iter().enumerate() {
                    if self.below.is_empty() {
                        break;
                    }
                    if let Some(branch) = self.take(&index.to_string()) {
                        present.push((branch, item));
                    }
                }
            }
            _ => {}
        }
        for (_, branch) in self.below {
            branch.empty_into(None, out);
        }
        for (branch, item) in present {
            branch.empty_into(Some(item), out);
        }
    }
}

/// Sorts problems by their place in `file`. A pointer is never longer than the depth limit allows.
pub(super) fn by_place(problems: Vec<Problem>, file: &Value) -> Vec<Problem> {
    let mut root = Branch::default();
    let mut sorted = Vec::with_capacity(problems.len());
    for problem in problems {
        root.insert(problem);
    }
    root.empty_into(Some(file), &mut sorted);
    sorted
}
