//! Puts problems in the order of the file.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::model::Problem;

/// The problems at a place and below it, by next step of their pointers.
#[derive(Default)]
struct Branch {
    here: Vec<Problem>,
    below: BTreeMap<String, Branch>,
}

impl Branch {
    fn insert(&mut self, problem: Problem) {
        let mut branch = self;
        for step in problem.pointer.split('/').skip(1) {
            branch = branch.below.entry(step.replace("~1", "/").replace("~0", "~")).or_default();
        }
        branch.here.push(problem);
    }

    /// What concerns the place itself, then keys that are not in the file, then those that are.
    fn empty_into(mut self, value: Option<&Value>, out: &mut Vec<Problem>) {
        out.append(&mut self.here);
        let mut present = Vec::new();
        match value {
            Some(Value::Object(map)) if !self.below.is_empty() => {
                for (key, item) in map {
                    if let Some(branch) = self.below.remove(key) {
                        present.push((branch, item));
                    }
                }
            }
            Some(Value::Array(items)) => {
                for (index, item) in items.iter().enumerate() {
                    if self.below.is_empty() {
                        break;
                    }
                    if let Some(branch) = self.below.remove(&index.to_string()) {
                        present.push((branch, item));
                    }
                }
            }
            _ => {}
        }
        for branch in self.below.into_values() {
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
