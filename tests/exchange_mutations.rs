//! Files damaged at random: reading never panics; it either gives a dossier that comes back as the file was, or
//! says where the trouble is.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::path::Path;
use std::sync::LazyLock;

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use tour_de_table::exchange;

/// Dossiers with something in every field.
static SEEDS: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let valid = root.join("tests/fixtures/dossiers/valid");
    ["every-field", "infrastructure", "unknown-fields", "empty-lists-and-nulls", "hostile-text"]
        .iter()
        .map(|name| valid.join(format!("{name}.json")))
        .chain([root.join("src/vocabulary/examples/petit.json")])
        .map(|path| serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap())
        .collect()
});

/// What happens to one place of a file.
#[derive(Clone, Debug)]
enum Damage {
    Drop,
    Replace(Value),
    /// The value again, beside itself: after it in a list, under another key in an object.
    Double,
    /// What stands at another place.
    Swap(usize),
    Rename(String),
}

fn damage() -> impl Strategy<Value = Damage> {
    let values = prop_oneof![
        Just(json!(null)),
        Just(json!("")),
        Just(json!([])),
        Just(json!({})),
        any::<bool>().prop_map(|value| json!(value)),
        (-6_i64..7).prop_map(|value| json!(value)),
        any::<f64>().prop_filter_map("finite", |value| value.is_finite().then(|| json!(value))),
        Just(json!(u64::MAX)),
        Just(json!(-0.0)),
        Just(json!("2027-02-29")),
        Just(json!("2020-01-01")),
        Just(json!("a1")),
        Just(json!("stance")),
        ".{0,12}".prop_map(|value| json!(value)),
        Just(json!([null, 1, "x", [], {}])),
        Just(json!({ "id": "a1", "value": 9 })),
    ];
    prop_oneof![
        2 => Just(Damage::Drop),
        6 => values.prop_map(Damage::Replace),
        2 => Just(Damage::Double),
        3 => any::<usize>().prop_map(Damage::Swap),
        1 => "[a-zA-Z~/]{0,8}".prop_map(Damage::Rename),
    ]
}

/// The pointers of every place below the root.
fn places(value: &Value, at: &str, out: &mut Vec<String>) {
    let mut below = |key: &str, item: &Value| {
        let pointer = format!("{at}/{}", key.replace('~', "~0").replace('/', "~1"));
        out.push(pointer.clone());
        places(item, &pointer, out);
    };
    match value {
        Value::Object(map) => map.iter().for_each(|(key, item)| below(key, item)),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| below(&index.to_string(), item));
        }
        _ => {}
    }
}

fn apply(file: &mut Value, place: usize, damage: Damage) {
    let mut all = Vec::new();
    places(file, "", &mut all);
    let Some(pointer) = all.get(place % all.len().max(1)) else { return };
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let key = key.replace("~1", "/").replace("~0", "~");
    let here = file.pointer(pointer).unwrap().clone();
    let other = match &damage {
        Damage::Swap(other) => file.pointer(&all[other % all.len()]).unwrap().clone(),
        _ => Value::Null,
    };
    let parent = file.pointer_mut(parent).unwrap();
    match (parent, damage) {
        (Value::Object(map), Damage::Drop) => {
            map.shift_remove(&key);
        }
        (Value::Array(items), Damage::Drop) => {
            items.remove(key.parse().unwrap());
        }
        (Value::Object(map), Damage::Double) => {
            map.insert(format!("{key}2"), here);
        }
        (Value::Array(items), Damage::Double) => items.insert(key.parse().unwrap(), here),
        (Value::Object(map), Damage::Rename(name)) => {
            let renamed = |(old, item)| if old == key { (name.clone(), item) } else { (old, item) };
            *map = std::mem::take(map).into_iter().map(renamed).collect::<Map<_, _>>();
        }
        (Value::Array(_), Damage::Rename(_)) => {}
        (parent, Damage::Replace(value)) => *child(parent, &key) = value,
        (parent, Damage::Swap(_)) => *child(parent, &key) = other,
        _ => unreachable!("a place lies in an object or a list"),
    }
}

fn child<'v>(parent: &'v mut Value, key: &str) -> &'v mut Value {
    match parent {
        Value::Array(items) => &mut items[key.parse::<usize>().unwrap()],
        parent => &mut parent[key],
    }
}

/// Equality of JSON, where 3.0 and 3 are one number: a scale writes its values as whole numbers.
fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => one == other || one.as_f64() == other.as_f64(),
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            one.len() == other.len()
                && one.iter().all(|(key, value)| other.get(key).is_some_and(|other| same(value, other)))
        }
        (one, other) => one == other,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_file_is_read_whole_or_refused_with_places(
        seed in any::<usize>(),
        damages in prop::collection::vec((any::<usize>(), damage()), 1..6),
    ) {
        let mut file = SEEDS[seed % SEEDS.len()].clone();
        for (place, damage) in damages {
            apply(&mut file, place, damage);
        }
        let text = file.to_string();
        match exchange::read_text(&text) {
            Ok(opened) => {
                let written: Value = serde_json::from_slice(&exchange::write(&opened.dossier)).unwrap();
                prop_assert!(same(&written, &file), "{} came back otherwise", text);
                prop_assert!(tour_de_table::model::integrity::check(&opened.dossier).is_empty());
            }
            Err(refusal) => {
                prop_assert!(!refusal.problems.is_empty());
                for problem in &refusal.problems {
                    let parent = problem.pointer.rsplit_once('/').map_or("", |(parent, _)| parent);
                    prop_assert!(
                        file.pointer(&problem.pointer).is_some() || file.pointer(parent).is_some(),
                        "{} leads nowhere", problem.pointer
                    );
                }
                prop_assert_eq!(refusal.text, Some(text));
                // The same value handed over by a host page is judged alike.
                let again = exchange::read_value(file).unwrap_err();
                prop_assert_eq!(again.problems, refusal.problems);
            }
        }
    }

    #[test]
    fn a_file_cut_and_mended_anywhere_never_panics(seed in any::<usize>(), cut in any::<usize>(), mend in ".{0,6}") {
        let mut bytes = SEEDS[seed % SEEDS.len()].to_string().into_bytes();
        bytes.truncate(cut % (bytes.len() + 1));
        bytes.extend(mend.bytes());
        if let Err(refusal) = exchange::read(&bytes) {
            prop_assert!(!refusal.problems.is_empty());
        }
    }
}
