//! Changes to one record of the project, and the chips that link it to others.

use yew::prelude::*;

use crate::i18n::Phrase;
use crate::i18n::texts::project as say;
use crate::model::{Dossier, Id};
use crate::ui::env::Env;
use crate::ui::widgets::{Chip, ChipSet, SelectOption, chip_set};

/// Declares a function that changes a record as it is at that moment; it is made when it does not exist yet. Changes
/// under the same key undo together.
macro_rules! change {
    ($name:ident, $list:ident, $item:ident, $type:ty) => {
        fn $name(env: &Env, key: &str, id: &Id, change: impl FnOnce(&mut $type) + 'static) {
            // Apart, so that only the change itself is compiled anew for each caller.
            fn boxed(env: &Env, key: &str, id: Id, change: Box<dyn FnOnce(&mut $type)>) {
                env.typing(format!("{}.{id}.{key}", stringify!($list)), move |dossier| {
                    let found = dossier.$list.find(&id).map(|found| found.as_ref().clone());
                    let mut record = found.unwrap_or_else(|| <$type>::default());
                    record.id = id;
                    change(&mut record);
                    Some($crate::edit::Command::Put($crate::edit::Item::$item(record)))
                });
            }
            boxed(env, key, id.clone(), Box::new(change));
        }
    };
}
pub(super) use change;

/// Records of one list of the dossier, by id and title.
pub(super) type Titled = Vec<(Id, String)>;

/// A list of links of a record.
pub(super) struct Links<'a> {
    /// Id of the control that adds one.
    pub(super) id: String,
    /// What the links say.
    pub(super) label: Phrase,
    /// What adds one.
    pub(super) add: Phrase,
    /// Everything that can be linked.
    pub(super) all: &'a Titled,
    /// What is linked.
    pub(super) chosen: &'a [Id],
}

/// What is linked as chips, and a list to link one more; `link` is told which, and whether it is linked from now on.
pub(super) fn links(env: &Env, links: &Links<'_>, link: &Callback<(Id, bool)>) -> Html {
    let (linked, free): (Vec<_>, Vec<_>) = links.all.iter().partition(|(id, _)| links.chosen.contains(id));
    let chip = |(id, title): &(Id, String)| Chip {
        value: id.to_string().into(),
        label: title.clone().into(),
        remove: env.say(say::unlink(title.as_str())),
    };
    html! {
        <div class="field full">
            <span class="label">{ env.say(&links.label) }</span>
            { chip_set(&ChipSet {
                chips: linked.into_iter().map(chip).collect(),
                options: free.into_iter().map(|(id, title)| SelectOption::new(id.to_string(), title.clone())).collect(),
                id: links.id.clone().into(),
                add_label: env.say(&links.add),
                onadd: link.reform(|value: String| (Id::from(value), true)),
                onremove: link.reform(|value: AttrValue| (Id::from(value.as_str()), false)),
                readonly: env.read_only,
            }) }
        </div>
    }
}

/// Links a record or not.
pub(super) fn set(list: &mut Vec<Id>, other: Id, on: bool) {
    list.retain(|known| *known != other);
    if on {
        list.push(other);
    }
}

/// The actors of a dossier.
pub(super) fn actors(dossier: &Dossier) -> Titled {
    dossier.actors.iter().map(|actor| (actor.id.clone(), actor.name.clone())).collect()
}

/// The objectives of a dossier.
pub(super) fn objectives(dossier: &Dossier) -> Titled {
    dossier.objectives.iter().map(|objective| (objective.id.clone(), objective.title.clone())).collect()
}

/// The territories of a dossier.
pub(super) fn territories(dossier: &Dossier) -> Titled {
    dossier.territories.iter().map(|territory| (territory.id.clone(), territory.name.clone())).collect()
}
