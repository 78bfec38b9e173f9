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

/// The waves, from the first to the last: by date where every wave has one, else in the order of the file.
pub fn waves(dossier: &Dossier) -> Vec<&Wave> {
    let mut waves: Vec<&Wave> = dossier.waves.iter().map(std::rc::Rc::as_ref).collect();
    if by_date(dossier) {
        crate::model::order::by_key(&mut waves, |wave| wave.starts_on);
    }
    waves
}

/// Whether dates decide the order of the waves: every wave has one.
pub fn by_date(dossier: &Dossier) -> bool {
    dossier.waves.iter().all(|wave| wave.starts_on.is_some())
}

/// The first wave, see [`waves`]. `None` without any wave.
pub fn chosen(dossier: &Dossier) -> Option<Chosen<'_>> {
    let waves = waves(dossier);
    let (wave, later) = waves.split_first()?;
    let actors = || dossier.actors.iter().map(std::rc::Rc::as_ref);
    let within = |actor: &&Actor, wave: &Wave| actor.wave.as_ref() == Some(&wave.id);
    Some(Chosen {
        wave,
        actors: actors().filter(|actor| within(actor, wave)).collect(),
        later: actors().filter(|actor| later.iter().any(|wave| within(actor, wave))).count(),
    })
}
