//! The first group people chose: the actors of the first wave.

use crate::model::{Actor, Dossier, Wave};

/// The first wave, and who is in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Chosen<'a> {
    /// The wave.
    pub wave: &'a Wave,
    /// Its actors, in the order of the dossier.
    pub actors: Vec<&'a Actor>,
    /// How many actors the later waves hold.
    pub later: usize,
}

/// The first wave: the earliest where every wave has a date, else the first of the file. `None` without any wave.
pub fn chosen(dossier: &Dossier) -> Option<Chosen<'_>> {
    let mut waves: Vec<&Wave> = dossier.waves.iter().map(std::rc::Rc::as_ref).collect();
    if waves.iter().all(|wave| wave.starts_on.is_some()) {
        waves.sort_by_key(|wave| wave.starts_on);
    }
    let (wave, later) = waves.split_first()?;
    let actors = || dossier.actors.iter().map(std::rc::Rc::as_ref);
    let within = |actor: &&Actor, wave: &Wave| actor.wave.as_ref() == Some(&wave.id);
    Some(Chosen {
        wave,
        actors: actors().filter(|actor| within(actor, wave)).collect(),
        later: actors().filter(|actor| later.iter().any(|wave| within(actor, wave))).count(),
    })
}
