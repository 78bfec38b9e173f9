//! The first group people chose: the actors of the first wave, around who leads the project.

use crate::analysis::Index;
use crate::model::{Actor, Dossier, Id, Wave};

/// The first wave, and who starts: its actors, and who leads the whole project, whatever wave its sheet names.
#[derive(Clone, Debug, PartialEq)]
pub struct Chosen<'a> {
    /// The wave.
    pub wave: &'a Wave,
    /// Who starts, in the order of the dossier.
    pub actors: Vec<&'a Actor>,
    /// Whether somebody of those leads the project and is not in the first wave.
    pub with_lead: bool,
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

/// The first group, see [`waves`]. `None` without any wave, or where the first one is empty.
pub fn chosen<'a>(index: &Index<'a>) -> Option<Chosen<'a>> {
    let dossier = index.dossier;
    let waves = waves(dossier);
    let (wave, later) = waves.split_first()?;
    let leads: Vec<&Id> = index.project_leads().collect();
    let actors = || dossier.actors.iter().map(std::rc::Rc::as_ref);
    let leads = |actor: &&Actor| leads.contains(&&actor.id);
    let within = |actor: &&Actor, wave: &Wave| actor.wave.as_ref() == Some(&wave.id);
    let begun = actors().any(|actor| within(&actor, wave));
    begun.then(|| Chosen {
        wave,
        actors: actors().filter(|actor| within(actor, wave) || leads(actor)).collect(),
        with_lead: actors().any(|actor| leads(&actor) && !within(&actor, wave)),
        later: actors().filter(|actor| !leads(actor) && later.iter().any(|wave| within(actor, wave))).count(),
    })
}
