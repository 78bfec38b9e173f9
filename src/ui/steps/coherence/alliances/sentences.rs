//! Conclusions in words, each with how far it can be trusted and links to the cells that would change it.

use std::rc::Rc;

use yew::prelude::*;

use super::Goto;
use super::fold::Fold;
use super::found::Found;
use crate::analysis::positions::conclusions::{Concluded, Conclusion};
use crate::analysis::positions::{Cell, Defined, Flip, Plane, Relation, Side, To, Trust};
use crate::i18n::Phrase;
use crate::i18n::texts::alliances as say;
use crate::ui::env::Env;
use crate::ui::widgets::{Button, ButtonKind};

/// Cells named before the others fold.
const FEW: usize = 3;
/// Cells named at all.
const MOST: usize = 40;

/// The word of a plane.
pub(super) fn plane(plane: Plane) -> Phrase {
    match plane {
        Plane::Dominant => say::plane_dominant(),
        Plane::Relay => say::plane_relay(),
        Plane::Dominated => say::plane_dominated(),
        Plane::Autonomous => say::plane_autonomous(),
    }
}

/// The titles of objectives, those beyond the first few counted.
fn titles(env: &Env, found: &Found, objectives: &[usize]) -> Vec<String> {
    let mut list: Vec<String> = objectives
        .iter()
        .take(FEW)
        .map(|objective| env.say(say::quoted(found.title(env, *objective))).to_string())
        .collect();
    if objectives.len() > FEW {
        list.push(env.say(say::other_objectives(objectives.len() - FEW)).to_string());
    }
    list
}

/// A conclusion in a sentence.
pub(super) fn sentence(env: &Env, found: &Found, what: &Conclusion) -> AttrValue {
    env.say(match what {
        Conclusion::Leaders { actors, share } => {
            say::leaders(actors.len(), found.names(env, actors), env.format().percent(*share))
        }
        Conclusion::First { actors } => say::first(actors.len(), found.names(env, actors)),
        Conclusion::Plane { actor, plane: held } => say::on_plane(found.name(env, *actor), plane(*held)),
        Conclusion::Objective { objective, side } => {
            let title = found.title(env, *objective);
            match side {
                Side::Favour => say::side_for(title),
                Side::Against => say::side_against(title),
                Side::Even => say::side_even(title),
            }
        }
        Conclusion::Whole { relation } => match relation {
            Relation::Converge => say::whole_converge(),
            Relation::Diverge => say::whole_diverge(),
            _ => say::whole_even(),
        },
        Conclusion::Ambivalent { actor } => say::ambivalent(found.name(env, *actor)),
        Conclusion::Pair { one, other, relation, together, apart } => {
            let (one, other) = (found.name(env, *one), found.name(env, *other));
            let (together, apart) = (titles(env, found, together), titles(env, found, apart));
            match (relation, together.is_empty(), apart.is_empty()) {
                (Relation::Converge, _, true) => say::pair_converge(one, other, together),
                (Relation::Converge, ..) => say::pair_converge_but(one, other, together, apart),
                (Relation::Diverge, true, _) => say::pair_diverge(one, other, apart),
                (Relation::Diverge, ..) => say::pair_diverge_but(one, other, apart, together),
                _ => say::pair_even(one, other, together, apart),
            }
        }
    })
}

/// What a conclusion becomes, in words.
fn becomes(env: &Env, found: &Found, to: &To) -> AttrValue {
    env.say(match to {
        To::Rank(rank) => say::to_rank(*rank),
        To::Plane(held) => say::to_plane(plane(*held)),
        To::Side(Side::Favour) => say::to_for(),
        To::Side(Side::Against) => say::to_against(),
        To::Side(Side::Even) => say::to_even(),
        To::Relation(Relation::Converge) => say::to_converge(),
        To::Relation(Relation::Diverge) => say::to_diverge(),
        To::Relation(Relation::Even) => say::to_even(),
        To::Relation(Relation::Nothing) => say::to_nothing(),
        To::Actors(actors) => say::to_actors(found.names(env, actors)),
        To::Lapsed => say::to_lapsed(),
        To::Undefined(reason) => say::to_undefined(reason.reason()),
    })
}

/// A move in words: whose cell, from which value to which.
fn cell(env: &Env, found: &Found, flip: &Flip) -> AttrValue {
    let value = found.alliances.inputs.value(flip.cell);
    let known = found.alliances.inputs.said(flip.cell).is_some();
    let signed = |value: i32| env.format().signed(i64::from(value));
    let before = |figure: String| if known { figure } else { "?".to_owned() };
    env.say(match flip.cell {
        Cell::Influence { from, to } => say::cell_influence(
            found.name(env, from),
            found.name(env, to),
            before(value.to_string()),
            (value + flip.by).to_string(),
        ),
        Cell::Position { actor, objective } => say::cell_position(
            found.name(env, actor),
            found.title(env, objective),
            before(signed(value)),
            signed(value + flip.by),
        ),
    })
}

fn flip_line(env: &Env, found: &Found, flip: &Flip, goto: &Callback<Goto>) -> Html {
    let place = match flip.cell {
        Cell::Influence { from, to } => {
            found.id(from).cloned().zip(found.id(to).cloned()).map(|(from, to)| Goto::Influence(from, to))
        }
        Cell::Position { actor, objective } => {
            let objective = found.dossier.objectives.get(objective).map(|objective| objective.id.clone());
            found.id(actor).cloned().zip(objective).map(|(actor, objective)| Goto::Position(actor, objective))
        }
    };
    let onclick = {
        let goto = goto.clone();
        Callback::from(move |()| {
            if let Some(place) = place.clone() {
                goto.emit(place);
            }
        })
    };
    html! {
        <li>
            <Button kind={ButtonKind::Link} label={cell(env, found, flip)} {onclick} />
            { " " }{ becomes(env, found, &flip.to) }
        </li>
    }
}

/// How far a conclusion holds.
pub(super) fn trust(env: &Env, found: &Rc<Found>, trust: &Defined<Trust>, goto: &Callback<Goto>) -> Html {
    let flips = match trust {
        Err(reason) => {
            return html! { <p class="small">{ env.say(say::trust_unknown(reason.reason())) }</p> };
        }
        Ok(trust) if trust.holds() => {
            return html! { <p class="small holds">{ env.say(say::trust_holds()) }</p> };
        }
        Ok(trust) => &trust.flips,
    };
    // What overturns it comes before what only leaves it without an answer, which is folded where there is the former.
    let lost = |flip: &&Flip| matches!(flip.to, To::Undefined(_));
    let overturns = flips.iter().filter(|flip| !lost(flip)).count();
    let shown = if overturns > 0 { overturns.min(FEW) } else { 1 };
    let in_order = || flips.iter().filter(|flip| !lost(flip)).chain(flips.iter().filter(lost));
    let line = |flip: &Flip| flip_line(env, found, flip, goto);
    let more = flips.len() - shown;
    html! {
        <div class="unless">
            <p class="small">{ env.say(say::trust_unless(flips.len())) }</p>
            <ul>{ for in_order().take(shown).map(line) }</ul>
            if more > 0 {
                <Fold summary={env.say(say::more_cells(more))} body={{
                    let rest: Vec<Flip> = in_order().skip(shown).take(MOST).cloned().collect();
                    let (env, found, goto) = (env.clone(), Rc::clone(found), goto.clone());
                    Callback::from(move |()| html! {
                        <>
                            <ul>{ for rest.iter().map(|flip| flip_line(&env, &found, flip, &goto)) }</ul>
                            if more > MOST { <p class="small">{ env.say(say::cells_left(more - MOST)) }</p> }
                        </>
                    })
                }} />
            }
        </div>
    }
}

/// A conclusion with its trust.
pub(super) fn told(env: &Env, found: &Rc<Found>, said: &Concluded, goto: &Callback<Goto>) -> Html {
    html! {
        <li class="told">
            <p class="told-what">{ sentence(env, found, &said.what) }</p>
            { trust(env, found, &said.trust, goto) }
        </li>
    }
}

/// The main conclusions: all but planes, which have their own part, and whoever comes first where that is whoever
/// decides alone.
pub(super) fn main(env: &Env, found: &Rc<Found>, goto: &Callback<Goto>) -> Html {
    let alone = found
        .said
        .iter()
        .any(|said| matches!(&said.what, Conclusion::Leaders { actors, .. } if actors.len() == 1));
    let kept = found.said.iter().filter(|said| match &said.what {
        Conclusion::Plane { .. } | Conclusion::Ambivalent { .. } => false,
        Conclusion::First { actors } => !alone || actors.len() > 1,
        _ => true,
    });
    let lines: Vec<Html> = kept.map(|said| told(env, found, said, goto)).collect();
    html! {
        <>
            if let Some(reason) = found.alliances.powerless() {
                <p class="told-what">{ env.say(say::no_power(reason.reason())) }</p>
            }
            if !lines.is_empty() { <ol class="tolds">{ for lines }</ol> }
        </>
    }
}

/// Whether there is nothing to say of agreement.
pub(super) fn nothing_shared(found: &Found) -> bool {
    found.pairs.is_empty()
}
