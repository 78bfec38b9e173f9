//! Where people who gave values disagree most.

use std::rc::Rc;

use yew::prelude::*;

use super::voice::{Choose, Desk};
use crate::analysis::disputes::Disputed;
use crate::i18n::texts::coherence as say;
use crate::model::Dossier;
use crate::ui::steps::evaluator::differing;
use crate::ui::widgets::KindMark;

/// Most cells listed.
const LINES: usize = 12;

/// The list; nothing where no two people gave values.
pub(super) fn view(
    desk: &Desk<'_>,
    then: &Rc<Dossier>,
    disputed: &[Disputed<(usize, usize)>],
    choose: &Choose,
) -> Html {
    let env = desk.env;
    if disputed.is_empty() {
        return Html::default();
    }
    let figure = |value: i8| desk.words.figure(Some(value)).to_string();
    html! {
        <section class="disputes sec-thick" aria-labelledby="tdt-m-disputes">
            <header class="sec-head">
                <@{env.heading(1)} class="h-block" id="tdt-m-disputes">{ env.say(say::disputes()) }</@>
            </header>
            <ul class="mx-list">
                { for disputed.iter().take(LINES).map(|one| {
                    let actor = then.actors.get(one.cell.0);
                    let onclick = {
                        let (choose, cell) = (choose.clone(), one.cell);
                        Callback::from(move |_: MouseEvent| choose.emit((cell, true)))
                    };
                    html! {
                        <li>
                            <KindMark kind={actor.and_then(|actor| actor.kind)} size={19} />
                            <span>
                                <button type="button" class="link" part="button" {onclick}>
                                    <bdi>{ desk.words.name_at(then, one.cell.0) }</bdi>{ " · " }<bdi>{ desk.title(one.cell.1) }</bdi>
                                </button>
                                <span class="small">{ differing(env, &one.value, figure) }</span>
                            </span>
                        </li>
                    }
                }) }
            </ul>
            if disputed.len() > LINES { <p class="small">{ env.say(say::more(disputed.len() - LINES)) }</p> }
        </section>
    }
}
