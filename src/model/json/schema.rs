//! The JSON Schema of records and lists.

use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value};

use super::field::Field;

/// The schema of a list.
pub(crate) fn list(items: Schema) -> Schema {
    json_schema!({ "type": "array", "items": items })
}

/// Adds the schema of a field to those of its record. What may be absent may also be `null`, `""` or `[]`.
pub(crate) fn field<T: Field + Default>(
    generator: &mut SchemaGenerator,
    properties: &mut Map<String, Value>,
    required: &mut Vec<Value>,
    key: &str,
    french: &str,
    english: &str,
) {
    let inner = T::schema(generator);
    let mut schema = if T::default().view().is_absent() {
        let silent = json_schema!({ "enum": [null, "", []] });
        json_schema!({ "anyOf": [inner, silent] })
    } else {
        required.push(Value::String(key.to_owned()));
        json_schema!({ "allOf": [inner] })
    };
    schema.insert("title".to_owned(), Value::String(french.to_owned()));
    schema.insert("description".to_owned(), Value::String(english.to_owned()));
    properties.insert(key.to_owned(), schema.to_value());
}

/// The schema of a record. Unknown properties are allowed: they are kept.
pub(crate) fn record(
    french: &str,
    english: &str,
    properties: Map<String, Value>,
    required: Vec<Value>,
) -> Schema {
    let mut schema = json_schema!({
        "type": "object",
        "title": french,
        "description": english,
        "properties": Value::Object(properties),
    });
    if !required.is_empty() {
        schema.insert("required".to_owned(), Value::Array(required));
    }
    schema
}
