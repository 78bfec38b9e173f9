//! Steps 4 and 5: actors and objectives, then who joins and when.

use std::collections::HashMap;

use super::{Draft, Whole, rings, text};
use crate::analysis::coherence::Grid;
use crate::analysis::first_group;
use crate::analysis::pool::{self, Member};
use crate::analysis::readings::Influences;
use crate::i18n::texts::documents as say;
use crate::model::Id;

/// Objectives side by side in one table: more could not be read on a page.
const ABREAST: usize = 8;

pub(super) fn chapter(whole: &Whole<'_>, draft: &mut Draft) {
    draft.part(2, whole.say(say::positions()), |draft| positions(whole, draft));
    draft.part(2, whole.say(say::balance()), |draft| balance(whole, draft));
    draft.part(2, whole.say(say::notes()), |draft| notes(whole, draft));
    draft.part(2, whole.say(say::influences()), |draft| influences(whole, draft));
}

fn positions(whole: &Whole<'_>, draft: &mut Draft) {
    let grid = Grid::of(whole.dossier, "");
    let stands = |row: usize| grid.rows.get(row).is_some_and(|row| row.values.iter().any(Option::is_some));
    let actors: Vec<usize> = (0..whole.dossier.actors.len()).filter(|row| stands(*row)).collect();
    if actors.is_empty() {
        return;
    }
    draft.paragraph(whole.say(say::positions_help()));
    let short = |place: usize| say::objective_short(place + 1);
    let keys = whole.dossier.objectives.iter().enumerate();
    draft.list(
        keys.map(|(place, objective)| whole.say(say::key(short(place), whole.titled(&objective.title))))
            .collect(),
    );
    let count = whole.dossier.objectives.len();
    for start in (0..count).step_by(ABREAST) {
        let places: Vec<usize> = (start..count.min(start + ABREAST)).collect();
        let mut heads = vec![whole.head(say::actor(), 5)];
        heads.extend(places.iter().map(|place| whole.figures(short(*place), 1)));
        let rows = actors.iter().filter_map(|actor| {
            let value = |place: &usize| {
                let value = grid.value(*actor, *place);
                value.map(|value| whole.texts.formatter().signed(i64::from(value))).unwrap_or_default()
            };
            let mut row = vec![whole.name_of(whole.dossier.actors.get(*actor)?)];
            row.extend(places.iter().map(value));
            Some(row)
        });
        let caption = match places.last() {
            Some(last) if count > ABREAST => say::positions_caption_of(short(start), short(*last)),
            _ => say::positions_caption(),
        };
        draft.table(whole.say(caption), heads, rows.collect());
    }
}

fn balance(whole: &Whole<'_>, draft: &mut Draft) {
    let grid = Grid::of(whole.dossier, "");
    let names = |members: &[Member]| {
        let actors = members.iter().filter_map(|member| whole.dossier.actors.get(member.actor));
        whole.joined(actors.map(|actor| whole.name_of(actor)))
    };
    let heads = vec![
        whole.head(say::objective(), 5),
        whole.figures(say::pro(), 1),
        whole.figures(say::con(), 1),
        whole.head(say::ready(), 4),
        whole.head(say::against(), 4),
    ];
    let pools = pool::pools(whole.index);
    let signed = |sum: i32| whole.texts.formatter().signed(i64::from(sum));
    let rows =
        whole.dossier.objectives.iter().zip(&pools).enumerate().filter_map(|(place, (objective, pool))| {
            let (plus, minus) = grid.columns.get(place).copied().unwrap_or_default();
            let said = grid.rows.iter().any(|row| row.value(place).is_some());
            let (ready, against) = (names(&pool.ready), names(&pool.against));
            (said || !ready.is_empty()).then(|| {
                // Nobody's position is not a sum of 0.
                let [plus, minus] = [plus, minus].map(|sum| if said { signed(sum) } else { String::new() });
                vec![whole.titled(&objective.title), plus, minus, ready, against]
            })
        });
    draft.table(whole.say(say::balance()), heads, rows.collect());
}

fn notes(whole: &Whole<'_>, draft: &mut Draft) {
    let heads = vec![
        whole.head(say::actor(), 3),
        whole.head(say::objective(), 4),
        whole.head(say::note(), 5),
        whole.head(say::by(), 2),
        whole.figures(say::on(), 2),
    ];
    let noted = whole.dossier.positions.iter().filter(|position| !text::is_blank(&position.note));
    let rows = noted.map(|position| {
        vec![
            whole.actor(&position.actor),
            whole.objective(&position.objective),
            position.note.clone(),
            text::line(&position.by),
            whole.day(position.on),
        ]
    });
    draft.table(whole.say(say::position_notes_caption()), heads, rows.collect());
}

fn influences(whole: &Whole<'_>, draft: &mut Draft) {
    let settled = Influences::of(whole.dossier);
    let mut by_actor: HashMap<usize, Vec<(usize, i8)>> = HashMap::new();
    for ((from, to), value) in settled.cells() {
        if let Some(value) = value.used.filter(|value| *value > 0) {
            by_actor.entry(*from).or_default().push((*to, value));
        }
    }
    let heads = vec![whole.head(say::actor(), 3), whole.head(say::bears_on(), 7)];
    let rows = whole.dossier.actors.iter().enumerate().filter_map(|(place, actor)| {
        let mut borne = by_actor.remove(&place)?;
        borne.sort_by_key(|(to, value)| (std::cmp::Reverse(*value), *to));
        let borne = borne.into_iter().filter_map(|(to, value)| {
            let name = whole.name_of(whole.dossier.actors.get(to)?);
            Some(whole.say(say::tie_of(name, i64::from(value))))
        });
        Some(vec![whole.name_of(actor), whole.joined(borne)])
    });
    draft.table(whole.say(say::influences_caption()), heads, rows.collect());
}

/// Waves in the order in which they start. Those without any actor are printed too: they are part of the plan.
pub(super) fn circles(whole: &Whole<'_>, draft: &mut Draft) {
    let waves = first_group::waves(whole.dossier);
    if waves.is_empty() {
        return;
    }
    let of = |wave: Option<&Id>| {
        let actors = whole.dossier.actors.iter().filter(|actor| actor.wave.as_ref() == wave);
        whole.joined(actors.map(|actor| whole.name_of(actor)))
    };
    let mut rows: Vec<Vec<String>> = waves
        .iter()
        .map(|wave| vec![whole.titled(&wave.title), whole.day(wave.starts_on), of(Some(&wave.id))])
        .collect();
    let outside = of(None);
    if !outside.is_empty() {
        rows.push(vec![whole.say(say::no_wave()), String::new(), outside]);
    }
    let heads =
        vec![whole.head(say::wave(), 4), whole.head(say::starts_on(), 2), whole.head(say::members(), 6)];
    draft.part(2, whole.say(say::waves()), |draft| {
        draft.blocks.extend(rings::picture(whole));
        draft.table(whole.say(say::waves_caption()), heads, rows);
    });
}
