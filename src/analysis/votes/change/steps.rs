//! A small change, where trying everything takes too long: the step that lowers the share most, again and again, then
//! what can be given back.

use super::{Delta, Trial, compare, distance, idle};

/// A change that works: not proven the smallest. Where even this takes more than `work`, what is sure to work: no vote
/// for inactive members.
pub(super) fn small(trial: &mut Trial, mut work: u64) -> Delta {
    let last = nothing_for_the_inactive(trial);
    let most = distance(&last);
    // Large votes move by larger steps; what they take too much is given back in the end.
    let stride = (most / 32).max(1) as i64;
    let mut delta: Delta = vec![0; last.len()];
    loop {
        let mut best: Option<(Delta, (u128, u128))> = None;
        for next in next_steps(trial, &delta, stride) {
            if work == 0 {
                break;
            }
            let Some((shares, spent)) = trial.weigh(&next) else { continue };
            work = work.saturating_sub(spent);
            if best.as_ref().is_none_or(|(_, best)| compare(shares, *best).is_lt()) {
                best = Some((next, shares));
            }
        }
        let Some((next, (held, sum))) = best.filter(|(next, _)| work > 0 && distance(next) < most) else {
            return give_back(trial, last, work);
        };
        delta = next;
        if trial.under(held, sum) {
            return give_back(trial, delta, work);
        }
    }
}

/// One step more: fewer votes for an inactive member, more for another, the quota one way or the other. Of members
/// alike with the same difference, the first one.
fn next_steps(trial: &Trial, delta: &Delta, stride: i64) -> Vec<Delta> {
    let mut steps = Vec::new();
    let mut seen = Vec::new();
    let quota = delta.len() - 1;
    let mut push = |figure: usize, by: i64| {
        let mut next = delta.clone();
        if let Some(held) = next.get_mut(figure) {
            *held += by;
            steps.push(next);
        }
    };
    for (place, (member, so_far)) in trial.ballot.members.iter().zip(delta).enumerate() {
        let like = (member.votes, idle(member), trial.ballot.casting == Some(place), *so_far);
        if seen.contains(&like) {
            continue;
        }
        seen.push(like);
        let left = member.votes as i64 + so_far;
        let by = if idle(member) { -stride.min(left) } else { stride };
        if by != 0 {
            push(place, by);
        }
    }
    // Once it goes one way, the quota does not come back.
    let moved = delta.last().copied().unwrap_or_default();
    if moved >= 0 {
        push(quota, stride);
    }
    if moved <= 0 {
        push(quota, -stride);
    }
    steps
}

/// The figures given back as far as the change still works, by halves, one figure after the other.
fn give_back(trial: &mut Trial, mut delta: Delta, mut work: u64) -> Delta {
    for figure in 0..delta.len() {
        let mut back = delta.get(figure).copied().unwrap_or_default();
        while back != 0 && work > 0 {
            let mut less = delta.clone();
            if let Some(held) = less.get_mut(figure) {
                *held -= back;
            }
            let weighed = trial.weigh(&less);
            work = work.saturating_sub(weighed.map_or(1, |(_, spent)| spent));
            if weighed.is_some_and(|((held, sum), _)| trial.under(held, sum)) {
                delta = less;
                let left = delta.get(figure).copied().unwrap_or_default();
                back = if left.abs() < back.abs() { left } else { back };
            } else {
                back /= 2;
            }
        }
    }
    delta
}

/// No vote for any inactive member; one for the first other member where nobody else has any; the quota, where it
/// would be no sound rule, at the nearest that is.
fn nothing_for_the_inactive(trial: &Trial) -> Delta {
    let members = &trial.ballot.members;
    let mut delta: Delta =
        members.iter().map(|member| if idle(member) { -(member.votes as i64) } else { 0 }).collect();
    let mut total: u64 = members.iter().filter(|member| !idle(member)).map(|member| member.votes).sum();
    if total == 0
        && let Some(first) = members.iter().position(|member| !idle(member))
        && let Some(held) = delta.get_mut(first)
    {
        *held = 1;
        total = 1;
    }
    let quota = trial.ballot.rule.of(total);
    delta.push(quota.clamp(total / 2 + 1, total) as i64 - quota as i64);
    delta
}
