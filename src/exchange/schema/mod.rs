//! The JSON Schema of a dossier, generated from its types when building and testing; never part of the widget.

mod french;

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use crate::model::{Dossier, FORMAT, FORMAT_VERSION};

/// The JSON Schema (2020-12) of a dossier. Titles are French, descriptions « French / English ».
///
/// It says all that a schema can: types, required keys, scales, closed lists. What ties records together (references,
/// ids borne once, periods, cycles) is checked by reading.
pub fn schema() -> Value {
    let generator = SchemaSettings::draft2020_12().into_generator();
    let mut schema = generator.into_root_schema_for::<Dossier>().to_value();
    if let Value::Object(root) = &mut schema {
        describe("Dossier", root);
        if let Some(Value::Object(definitions)) = root.get_mut("$defs") {
            for (name, definition) in definitions.iter_mut() {
                if let Value::Object(definition) = definition {
                    describe(name, definition);
                }
            }
        }
        envelope(root);
    }
    schema
}

/// What tells a dossier from any other JSON.
fn envelope(root: &mut Map<String, Value>) {
    root.insert("$id".to_owned(), json!(format!("urn:tour-de-table:dossier:{FORMAT_VERSION}")));
    if let Some(Value::Object(properties)) = root.get_mut("properties") {
        for (key, value) in [("format", FORMAT), ("formatVersion", FORMAT_VERSION)] {
            if let Some(Value::Object(property)) = properties.get_mut(key) {
                property.shift_remove("anyOf");
                property.insert("const".to_owned(), json!(value));
            }
        }
    }
    root.insert("required".to_owned(), json!(["format", "formatVersion", "id"]));
}

/// Adds the French of each description to the English one.
fn describe(record: &str, definition: &mut Map<String, Value>) {
    add_french(definition, french::record(record));
    if let Some(Value::Object(properties)) = definition.get_mut("properties") {
        for (key, property) in properties {
            if let Value::Object(property) = property {
                add_french(property, french::field(record, key));
            }
        }
    }
}

fn add_french(place: &mut Map<String, Value>, sentence: Option<&str>) {
    let title = place.get("title").and_then(Value::as_str).unwrap_or_default();
    let french = sentence.map_or_else(|| format!("{title}."), str::to_owned);
    let english = place.get("description").and_then(Value::as_str).unwrap_or_default();
    let both = json!(format!("{french} / {english}"));
    place.insert("description".to_owned(), both);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_french_sentence_belongs_to_a_record_or_field_that_exists() {
        let schema = schema();
        for (name, field) in french::named() {
            let record = if name == "Dossier" { &schema } else { &schema["$defs"][name] };
            let place = field.map_or(record, |field| &record["properties"][field]);
            assert!(place.is_object(), "{name} {field:?}");
        }
    }
}
