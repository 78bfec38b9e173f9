//! Ids for new records.

use std::collections::HashSet;

use serde_json::Value;

use crate::model::json::{Field, Path, Target};
use crate::model::{Dossier, Id};

/// Letters and digits that are hard to mistake for one another (Crockford's base 32, in lower case).
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// Length of the drawn part: 40 bits, so that two institutions which each add a thousand records to copies of one
/// dossier draw the same id once in a million times.
const LENGTH: u32 = 8;

/// Makes ids that nothing in a dossier bears or mentions, however many are asked for.
///
/// The draw depends on the dossier and on `entropy` alone; the caller brings the entropy, so that copies of one
/// dossier edited apart get different ids and can be merged.
#[derive(Debug)]
pub struct FreshIds {
    taken: HashSet<String>,
    state: u64,
}

impl FreshIds {
    /// Ids for `dossier`, drawn from `entropy`.
    pub fn new(dossier: &Dossier, entropy: u64) -> Self {
        let mut taken = HashSet::new();
        // References count too, even to records that are gone: an id never designates a second thing.
        dossier.view().each_id(Target::Own, &mut Path::default(), &mut |_, _, id| {
            taken.insert(id.as_str().to_owned());
        });
        for snapshot in &dossier.snapshots {
            collect_texts(&snapshot.content, &mut taken);
        }
        Self { taken, state: entropy }
    }

    /// A new id: the prefix, a dash and a draw, for example `a-7k3f9q2m`.
    pub fn next(&mut self, prefix: &str) -> Id {
        loop {
            let id = format!("{prefix}-{}", letters(self.draw()));
            if self.taken.insert(id.clone()) {
                return Id::from(id);
            }
        }
    }

    /// SplitMix64 (Steele, Lea and Flood 2014).
    fn draw(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}

/// An id for a record that may never be made, without reading the dossier: it is the draw alone that keeps it apart
/// from the others, and making the record is refused where it does not.
pub fn drawn_id(prefix: &str, entropy: u64) -> Id {
    FreshIds { taken: HashSet::new(), state: entropy }.next(prefix)
}

/// One new id. For several in a row, [`FreshIds`] reads the dossier once.
pub fn fresh_id(dossier: &Dossier, prefix: &str, entropy: u64) -> Id {
    FreshIds::new(dossier, entropy).next(prefix)
}

fn letters(drawn: u64) -> String {
    (0..LENGTH)
        .filter_map(|place| ALPHABET.get(((drawn >> (5 * place)) & 31) as usize))
        .map(|letter| char::from(*letter))
        .collect()
}

/// Every text of a value. Iterative: the depth of a snapshot is not ours to choose.
fn collect_texts(value: &Value, into: &mut HashSet<String>) {
    let mut left = vec![value];
    while let Some(value) = left.pop() {
        match value {
            Value::String(text) => {
                into.insert(text.clone());
            }
            Value::Array(items) => left.extend(items),
            Value::Object(map) => left.extend(map.values()),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Actor, SetAside, Snapshot};

    fn dossier() -> Dossier {
        Dossier::blank(Id::from("d"), "fr")
    }

    #[test]
    fn the_same_draw_gives_the_same_id_and_another_draw_another() {
        let dossier = dossier();
        assert_eq!(fresh_id(&dossier, "a", 7), fresh_id(&dossier, "a", 7));
        assert_ne!(fresh_id(&dossier, "a", 7), fresh_id(&dossier, "a", 8));
    }

    #[test]
    fn an_id_mentioned_anywhere_is_never_given_again() {
        let mut dossier = dossier();
        let first = fresh_id(&dossier, "a", 1);
        dossier.actors.push(Actor { id: first.clone(), ..Actor::default() });
        let second = fresh_id(&dossier, "a", 1);
        assert_ne!(second, first);
        dossier.actors = crate::model::List::default();
        dossier.set_aside.push(SetAside { objects: vec![first.clone()], ..SetAside::default() });
        dossier.snapshots.push(Snapshot {
            id: Id::from("z"),
            content: serde_json::json!({"actors": [{"id": second.as_str()}]}),
            ..Snapshot::default()
        });
        let third = fresh_id(&dossier, "a", 1);
        assert_ne!(third, first);
        assert_ne!(third, second);
    }

    #[test]
    fn many_ids_in_a_row_differ() {
        let mut ids = FreshIds::new(&dossier(), 42);
        let drawn: HashSet<Id> = (0..5_000).map(|_| ids.next("a")).collect();
        assert_eq!(drawn.len(), 5_000);
    }
}
