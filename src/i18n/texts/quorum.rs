//! The quorum: what was understood of it, why it is not, what it changes.

texts! { quorum;
    not_understood: "Quorum non compris. Écrivez une part (1/2, 50 %, la moitié, les deux tiers) ou un nombre de sièges (5).", "Quorum not understood. Write a share (1/2, 50%, half, two thirds) or a number of seats (5).";
    in_votes: "Le quorum se compte en sièges présents, pas en voix. Écrivez une part (1/2) ou un nombre de sièges (5).", "The quorum counts seats present, not votes. Write a share (1/2) or a number of seats (5).";
    zero: "Un quorum de zéro ne demande personne. Laissez vide s’il n’y en a pas.", "A quorum of zero asks for nobody. Leave it empty where there is none.";
    beyond_all: "Ce quorum demande plus de sièges que l’instance n’en a : il ne serait jamais atteint.", "This quorum asks for more seats than the body has: it would never be reached.";
    anybody: "aucun quorum", "no quorum";
    everybody: "tous les sièges", "all seats";
    half: "la moitié des sièges au moins", "half of the seats at least";
    percent(n): "{n} % des sièges au moins", "{n}% of the seats at least";
    share(n, d): "{n}/{d} des sièges au moins", "{n}/{d} of the seats at least";
    more_than_half: "plus de la moitié des sièges", "more than half of the seats";
    more_than_percent(n): "plus de {n} % des sièges", "more than {n}% of the seats";
    more_than_share(n, d): "plus de {n}/{d} des sièges", "more than {n}/{d} of the seats";
    seats(n): ["{n} siège au moins", "{n} sièges au moins"], ["{n} seat at least", "{n} seats at least"];
    understood(n, seats, what): ["Compris : {what}, soit {n} siège présent sur les {seats} qui votent.", "Compris : {what}, soit {n} sièges présents sur les {seats} qui votent."], ["Understood: {what}, that is {n} seat present out of the {seats} that vote.", "Understood: {what}, that is {n} seats present out of the {seats} that vote."];
    understood_alone(what): "Compris : {what}.", "Understood: {what}.";
    enough(n, fewest, quota): ["Le quorum demande {n} siège présent : il réunit toujours {fewest} voix au moins, pour {quota} requises.", "Le quorum demande {n} sièges présents : ils réunissent toujours {fewest} voix au moins, pour {quota} requises."], ["The quorum asks for {n} seat present: it always holds {fewest} votes at least, with {quota} needed.", "The quorum asks for {n} seats present: they always hold {fewest} votes at least, with {quota} needed."];
    may_lack(n, fewest, most, quota): ["Le quorum demande {n} siège présent. S’il est tout juste atteint, il réunit de {fewest} à {most} voix, pour {quota} requises : il peut en manquer.", "Le quorum demande {n} sièges présents. S’il est tout juste atteint, ils réunissent de {fewest} à {most} voix, pour {quota} requises : il peut en manquer."], ["The quorum asks for {n} seat present. Only just reached, it holds {fewest} to {most} votes, with {quota} needed: some may be lacking.", "The quorum asks for {n} seats present. Only just reached, they hold {fewest} to {most} votes, with {quota} needed: some may be lacking."];
    never_enough(n, most, quota): ["Le quorum demande {n} siège présent. S’il est tout juste atteint, aucune décision ne passe : {most} voix au plus, pour {quota} requises.", "Le quorum demande {n} sièges présents. S’il est tout juste atteint, aucune décision ne passe : {most} voix au plus, pour {quota} requises."], ["The quorum asks for {n} seat present. Only just reached, no decision passes: {most} votes at most, with {quota} needed.", "The quorum asks for {n} seats present. Only just reached, no decision passes: {most} votes at most, with {quota} needed."];
}
