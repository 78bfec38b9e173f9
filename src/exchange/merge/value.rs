//! Values of a file, compared by what they say: how they are written does not count.

use std::cmp::Ordering;

use serde_json::{Number, Value};

use crate::model::order;

/// A value that says something: not `null`, `""` or `[]`.
pub(in crate::exchange) fn said(value: Option<&Value>) -> Option<&Value> {
    value.filter(|value| match value {
        Value::Null => false,
        Value::String(text) => !text.is_empty(),
        Value::Array(items) => !items.is_empty(),
        _ => true,
    })
}

/// The items of a list; none where it is no list.
pub(in crate::exchange) fn items(value: Option<&Value>) -> &[Value] {
    value.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

/// Whether two values say the same. Absent, `null`, `""` and `[]` are the same; so are `1` and `1.0`, and objects
/// whose keys come in another order.
pub(in crate::exchange) fn same(a: Option<&Value>, b: Option<&Value>) -> bool {
    match (said(a), said(b)) {
        (None, None) => true,
        (Some(Value::Object(a)), Some(Value::Object(b))) => {
            // Each key once: twice at each level would be without end in a deep value.
            a.iter().all(|(key, value)| same(Some(value), b.get(key)))
                && b.iter().all(|(key, value)| a.contains_key(key) || said(Some(value)).is_none())
        }
        (Some(Value::Array(a)), Some(Value::Array(b))) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(Some(a), Some(b)))
        }
        (Some(Value::Number(a)), Some(Value::Number(b))) => a == b || a.as_f64() == b.as_f64(),
        (Some(a), Some(b)) => a == b,
        _ => false,
    }
}

/// A total order on what values say: what says nothing first, numbers by size, everything else as its canonical text.
/// It has no meaning but to be the same for everyone.
pub(in crate::exchange) fn compare(a: Option<&Value>, b: Option<&Value>) -> Ordering {
    match (said(a), said(b)) {
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Less,
        (Some(_), None) => Ordering::Greater,
        (Some(Value::Number(a)), Some(Value::Number(b))) => {
            let (a, b) = (a.as_f64().unwrap_or_default(), b.as_f64().unwrap_or_default());
            a.partial_cmp(&b).unwrap_or(Ordering::Equal)
        }
        (Some(Value::String(a)), Some(Value::String(b))) => a.cmp(b),
        (Some(a), Some(b)) => canonical(a).cmp(&canonical(b)),
    }
}

/// The text of a value with its keys in code-point order, without what says nothing.
pub(in crate::exchange) fn canonical(value: &Value) -> String {
    let mut out = String::new();
    write(value, &mut out);
    out
}

fn write(value: &Value, out: &mut String) {
    match value {
        Value::Object(map) => {
            let mut keys: Vec<&String> = map.keys().filter(|key| said(map.get(*key)).is_some()).collect();
            order::by(&mut keys, Ord::cmp);
            out.push('{');
            for (place, key) in keys.into_iter().enumerate() {
                if place > 0 {
                    out.push(',');
                }
                text(key, out);
                out.push(':');
                if let Some(value) = map.get(key) {
                    write(value, out);
                }
            }
            out.push('}');
        }
        Value::Array(items) => {
            out.push('[');
            for (place, item) in items.iter().enumerate() {
                if place > 0 {
                    out.push(',');
                }
                write(item, out);
            }
            out.push(']');
        }
        Value::Number(number) => out.push_str(&digits(number)),
        Value::String(words) => text(words, out),
        Value::Bool(_) | Value::Null => out.push_str(&value.to_string()),
    }
}

fn text(words: &str, out: &mut String) {
    // A text between quotes, as JSON writes it.
    out.push_str(&Value::String(words.to_owned()).to_string());
}

/// A number as JavaScript would write it when it is whole: other tools rewrite `1.0` as `1`.
fn digits(number: &Number) -> String {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    match number.as_f64() {
        Some(held) if number.is_f64() && held.fract() == 0.0 && held.abs() < EXACT => {
            format!("{}", held as i64)
        }
        _ => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_written_otherwise_says_the_same() {
        let a = json!({"b": 1, "a": [1.0, {"x": null}], "none": ""});
        let b = json!({"a": [1, {"y": []}], "b": 1.0});
        assert!(same(Some(&a), Some(&b)));
        assert_eq!(canonical(&a), canonical(&b));
        assert_eq!(canonical(&b), r#"{"a":[1,{}],"b":1}"#);
        assert!(!same(Some(&json!([1, 2])), Some(&json!([2, 1]))));
        assert!(!same(Some(&json!(false)), None));
    }

    #[test]
    fn the_order_is_total() {
        let rising = [json!(null), json!(-3), json!(2.5), json!(10)];
        for pair in rising.windows(2) {
            assert_eq!(compare(Some(&pair[0]), Some(&pair[1])), Ordering::Less);
            assert_eq!(compare(Some(&pair[1]), Some(&pair[0])), Ordering::Greater);
        }
        assert_eq!(compare(Some(&json!("2026-02-01")), Some(&json!("2026-01-31"))), Ordering::Greater);
        assert_eq!(compare(None, Some(&json!([]))), Ordering::Equal);
    }
}
