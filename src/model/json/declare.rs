//! How the model declares its records and its closed lists of words.

/// Declares a record: its fields with their JSON key, French name, type and, for ids, what they designate.
macro_rules! record {
    (
        $(#[doc = $doc:literal])+
        $french:literal
        $name:ident {
            $( $(#[doc = $fdoc:literal])+ $field:ident $key:literal $ffrench:literal : $ty:ty $(=> $target:ident)? ),+ $(,)?
        }
    ) => {
        $(#[doc = $doc])+
        #[derive(Clone, Debug, Default)]
        pub struct $name {
            $( $(#[doc = $fdoc])+ pub $field: $ty, )+
            /// What the file holds here beyond these fields.
            pub extra: $crate::model::json::Extra,
        }

        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                $crate::model::json::same_record(self, other)
            }
        }

        impl Eq for $name {}

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::model::json::View::Record(self).serialize(serializer)
            }
        }

        impl $crate::model::json::Field for $name {
            fn view(&self) -> $crate::model::json::View<'_> {
                $crate::model::json::View::Record(self)
            }

            fn fill(&mut self, value: serde_json::Value, reader: &mut $crate::model::json::Reader) -> bool {
                $crate::model::json::fill_record(self, value, reader)
            }

            fn remap(
                &mut self,
                _target: $crate::model::json::Target,
                change: &mut dyn FnMut($crate::model::json::Target, &$crate::model::Id) -> Option<$crate::model::Id>,
            ) -> bool {
                $crate::model::json::remap_record(self, change)
            }

            #[cfg(feature = "schema")]
            fn schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                generator.subschema_for::<Self>()
            }
        }

        #[allow(non_camel_case_types, non_upper_case_globals, reason = "the names are those of the fields")]
        const _: () = {
            use $crate::model::json::{Extra, Field, Key, Record, Target};

            enum Place { $( $field ),+ }
            $( const $field: usize = Place::$field as usize; )+

            impl Record for $name {
                fn keys(&self) -> &'static [Key] {
                    const KEYS: &[Key] =
                        &[$( Key { name: $key, target: record!(@target $($target)?) } ),+];
                    KEYS
                }

                fn field(&self, index: usize) -> Option<&dyn Field> {
                    Some(match index {
                        $( $field => &self.$field, )+
                        _ => return None,
                    })
                }

                fn field_mut(&mut self, index: usize) -> Option<&mut dyn Field> {
                    Some(match index {
                        $( $field => &mut self.$field, )+
                        _ => return None,
                    })
                }

                fn extra(&self) -> &Extra {
                    &self.extra
                }

                fn extra_mut(&mut self) -> &mut Extra {
                    &mut self.extra
                }
            }
        };

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let mut properties = serde_json::Map::new();
                let mut required: Vec<serde_json::Value> = Vec::new();
                $( $crate::model::json::schema::field::<$ty>(
                    generator, &mut properties, &mut required, $key, $ffrench, concat!($($fdoc),+).trim(),
                ); )+
                $crate::model::json::schema::record($french, concat!($($doc),+).trim(), properties, required)
            }
        }
    };
    (@target) => { Target::Own };
    (@target $target:ident) => { Target::$target };
}

/// Marks a record as bearing an id, which is its first field.
macro_rules! identified {
    ($($name:ident),+ $(,)?) => {
        $( impl $crate::model::json::Identified for $name {
            fn id(&self) -> &$crate::model::Id {
                &self.id
            }
        } )+
    };
}

/// Declares a closed list of words.
macro_rules! closed {
    (
        $(#[doc = $doc:literal])+
        $name:ident { $( $(#[doc = $vdoc:literal])+ $variant:ident = $word:literal ),+ $(,)? }
    ) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $( $(#[doc = $vdoc])+ $variant ),+ }

        impl $name {
            /// Every value, in the order of the list.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            const WORDS: &'static [&'static str] = &[$($word),+];

            /// The word in the file.
            pub const fn as_str(self) -> &'static str {
                match self { $( Self::$variant => $word ),+ }
            }

            /// The value a word stands for.
            pub fn from_word(word: &str) -> Option<Self> {
                $crate::model::json::place_of(word, Self::WORDS).and_then(|place| Self::ALL.get(place).copied())
            }
        }

        impl Default for $name {
            fn default() -> Self {
                closed!(@first $($variant),+)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl $crate::model::json::Field for $name {
            fn view(&self) -> $crate::model::json::View<'_> {
                $crate::model::json::View::Word(self.as_str())
            }

            fn fill(&mut self, value: serde_json::Value, reader: &mut $crate::model::json::Reader) -> bool {
                let place = $crate::model::json::read_word(&value, Self::WORDS, reader);
                $crate::model::json::settle(self, place.and_then(|place| Self::ALL.get(place).copied()))
            }

            #[cfg(feature = "schema")]
            fn schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "enum": [$($word),+] })
            }
        }
    };
    (@first $first:ident $(, $rest:ident)*) => { Self::$first };
}

pub(crate) use {closed, identified, record};
