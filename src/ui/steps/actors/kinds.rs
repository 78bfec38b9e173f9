//! The lists of families and natures, as entries of a select.

use yew::AttrValue;

use crate::model::ActorKind;
use crate::ui::env::Env;
use crate::ui::widgets::SelectOption;
use crate::vocabulary;

/// Every family.
pub(super) fn kind_options(env: &Env) -> Vec<SelectOption> {
    ActorKind::ALL
        .iter()
        .map(|kind| SelectOption::new(kind.as_str(), env.say(vocabulary::kind(*kind))))
        .collect()
}

/// The natures of a family; one that is no longer offered, or free words, stay when they are the current one.
pub(super) fn subkind_options(env: &Env, kind: ActorKind, current: &str) -> Vec<SelectOption> {
    let listed = env.vocabulary.subkinds(kind);
    let mut options: Vec<SelectOption> = listed
        .iter()
        .filter(|choice| !choice.hidden || choice.code == current)
        .map(|choice| SelectOption::new(choice.code.clone(), env.say(&choice.label)))
        .collect();
    if !current.is_empty() && !options.iter().any(|option| option.value == current) {
        let label: AttrValue = env.say(env.vocabulary.subkind(Some(kind), current));
        options.push(SelectOption::new(current.to_owned(), label));
    }
    options
}
