//! Votes, balance and structure: what was noticed, why a figure is missing, what speaks for a structure.

texts! { governance;
    undefined_no_seats: "Aucun siège de cette instance n’a de voix.", "No seat of this body has a vote.";
    undefined_votes(n): ["{n} siège ne dit pas ses voix.", "{n} sièges ne disent pas leurs voix."], ["{n} seat does not say its votes.", "{n} seats do not say their votes."];
    undefined_rule: "La règle de décision n’est pas dite.", "The rule of decision is not said.";
    undefined_no_votes: "Tous les sièges ont zéro voix.", "All seats have zero votes.";
    undefined_no_quota: "Un seuil de zéro voix ferait passer toute proposition.", "A quota of zero votes would pass any proposal.";
    undefined_reach(quota, total): "Le seuil demande {quota} voix sur {total} : aucune décision n’est possible.", "The quota asks for {quota} votes out of {total}: no decision is possible.";
    undefined_members(n, most): ["{n} membre : le calcul exact s’arrête à {most}.", "{n} membres : le calcul exact s’arrête à {most}."], ["{n} member: the exact computation stops at {most}.", "{n} members: the exact computation stops at {most}."];
    undefined_weight(n, members): ["{n} voix pour {members} membres : trop pour un calcul exact. Réduire les voix en gardant leurs proportions.", "{n} voix pour {members} membres : trop pour un calcul exact. Réduire les voix en gardant leurs proportions."], ["{n} vote for {members} members: too many for an exact computation. Reduce the votes and keep their proportions.", "{n} votes for {members} members: too many for an exact computation. Reduce the votes and keep their proportions."];
    undefined_mobilisation: "La mobilisation d’aucun membre n’est renseignée.", "No member’s mobilisation is assessed.";
    undefined_gender: "Aucun siège ne dit si une femme ou un homme l’occupe.", "No seat says whether a woman or a man holds it.";
    undefined_gender_votes: "Aucune voix ne revient à un siège tenu par une femme ou un homme.", "No vote belongs to a seat held by a woman or a man.";
    change_already: "Les membres inactifs ont déjà moins d’un tiers du pouvoir.", "Inactive members already hold less than a third of the power.";
    change_never: "Tous les membres sont inactifs : aucun partage des voix n’y change rien.", "All members are inactive: no way to share the votes changes that.";

    unnamed_body: "instance sans titre", "untitled body";
    unnamed_seat: "siège à pourvoir", "seat to fill";
    unnamed_college: "collège sans titre", "untitled college";

    v08(actor): "{actor} décide sans prendre part", "{actor} decides without taking part";
    v08_power_reason(n, body, total, power, average, level): ["{body} : {n} voix sur {total}, {power} % du pouvoir, pour une moyenne de {average} % par membre. Mobilisation : {level}.", "{body} : {n} voix sur {total}, {power} % du pouvoir, pour une moyenne de {average} % par membre. Mobilisation : {level}."], ["{body}: {n} vote out of {total}, {power}% of the power, for an average of {average}% a member. Mobilisation: {level}.", "{body}: {n} votes out of {total}, {power}% of the power, for an average of {average}% a member. Mobilisation: {level}."];
    v08_votes_reason(n, body, level): ["{body} : {n} voix. Mobilisation : {level}.", "{body} : {n} voix. Mobilisation : {level}."], ["{body}: {n} vote. Mobilisation: {level}.", "{body}: {n} votes. Mobilisation: {level}."];
    v08_todo: "Mobiliser l’acteur ou revoir ses voix", "Mobilise the actor or review its votes";

    v15_alone(member): "{member} décide sans les autres", "{member} decides without the others";
    v15_alone_reason(n, body, total, quota): ["{body} : {n} voix sur {total}, pour {quota} requises. Les autres, même ensemble, ne décident de rien.", "{body} : {n} voix sur {total}, pour {quota} requises. Les autres, même ensemble, ne décident de rien."], ["{body}: {n} vote out of {total}, with {quota} needed. The others, even together, decide nothing.", "{body}: {n} votes out of {total}, with {quota} needed. The others, even together, decide nothing."];
    v15_alone_todo: "Partager les voix ou relever le seuil", "Share the votes or raise the quota";
    v15_veto(member): "{member} peut tout bloquer", "{member} can block everything";
    v15_veto_reason(n, body, quota): ["{body} : sans ce membre, les autres réunissent {n} voix, pour {quota} requises.", "{body} : sans ce membre, les autres réunissent {n} voix, pour {quota} requises."], ["{body}: without this member, the others gather {n} vote, with {quota} needed.", "{body}: without this member, the others gather {n} votes, with {quota} needed."];
    v15_casting_reason(n, body, quota): ["{body} : sans ce membre, les autres réunissent {n} voix, pour {quota} requises. Il a aussi la voix prépondérante.", "{body} : sans ce membre, les autres réunissent {n} voix, pour {quota} requises. Il a aussi la voix prépondérante."], ["{body}: without this member, the others gather {n} vote, with {quota} needed. It also holds the casting vote.", "{body}: without this member, the others gather {n} votes, with {quota} needed. It also holds the casting vote."];
    v15_veto_todo: "Revoir les voix ou le seuil, ou écarter ce point si c’est voulu", "Review the votes or the quota, or set this aside if it is wanted";

    v16_college(college): "{college} : plus de voix que tous les autres réunis", "{college}: more votes than all the others together";
    v16_college_reason(n, body, others): ["{body} : {n} voix pour ce collège, {others} pour tous les autres.", "{body} : {n} voix pour ce collège, {others} pour tous les autres."], ["{body}: {n} vote for this college, {others} for all the others.", "{body}: {n} votes for this college, {others} for all the others."];
    v16_college_todo: "Rééquilibrer les collèges", "Balance the colleges";
    v16_associations(body): "{body} : aucune association n’y siège", "{body}: no association sits on it";
    v16_associations_reason(n): ["Programme social et économique : {n} siège, aucun pour une association.", "Programme social et économique : {n} sièges, aucun pour une association."], ["Social and economic programme: {n} seat, none for an association.", "Social and economic programme: {n} seats, none for an association."];
    v16_associations_todo: "Donner un siège à une association", "Give an association a seat";

    v17(body): "{body} : moins de 40 % de femmes", "{body}: fewer than 40% women";
    v17_reason(n, said): ["{n} femme pour {said} sièges dont la personne est connue.", "{n} femmes pour {said} sièges dont la personne est connue."], ["{n} woman for {said} seats whose holder is known.", "{n} women for {said} seats whose holder is known."];
    v17_unsaid_reason(n, said, unsaid): ["{n} femme pour {said} sièges dont la personne est connue ; {unsaid} à préciser.", "{n} femmes pour {said} sièges dont la personne est connue ; {unsaid} à préciser."], ["{n} woman for {said} seats whose holder is known; {unsaid} to be specified.", "{n} women for {said} seats whose holder is known; {unsaid} to be specified."];
    v17_todo: "Chercher des candidates", "Look for women candidates";

    v18_narrow(body): "{body} : un tour de table étroit pour un problème complexe", "{body}: a narrow table for a complex problem";
    v18_narrow_reason(n, seats): ["{n} famille d’acteurs pour {seats} sièges ; un problème complexe en demande davantage.", "{n} familles d’acteurs pour {seats} sièges ; un problème complexe en demande davantage."], ["{n} family of actors for {seats} seats; a complex problem asks for more.", "{n} families of actors for {seats} seats; a complex problem asks for more."];
    v18_narrow_todo: "Élargir à d’autres familles", "Open it to other families";
    v18_light: "Une structure légère pour un programme lourd", "A light structure for a heavy programme";
    v18_light_reason(facts): "{facts} ; aucune équipe projet n’a de siège.", "{facts}; no project team has a seat.";
    v18_light_todo: "Envisager une équipe projet et sa direction", "Consider a project team and its director";
    v18_heavy: "Une structure lourde pour un programme léger", "A heavy structure for a light programme";
    v18_heavy_reason(n, facts): ["{facts} ; l’équipe projet a {n} siège.", "{facts} ; l’équipe projet a {n} sièges."], ["{facts}; the project team has {n} seat.", "{facts}; the project team has {n} seats."];
    v18_heavy_todo: "Envisager une coordination simple", "Consider a simple coordination";

    v19(actor): "{actor} ne remplit pas les critères d’admission", "{actor} does not meet the criteria of admission";
    v19_reason(n, body, total, list): ["{body} : {n} critère sur {total} non rempli ({list}).", "{body} : {n} critères sur {total} non remplis ({list})."], ["{body}: {n} criterion out of {total} not met ({list}).", "{body}: {n} criteria out of {total} not met ({list})."];
    v19_unknown_reason(n, body, total, list, unknown): ["{body} : {n} critère sur {total} non rempli ({list}), {unknown} à vérifier.", "{body} : {n} critères sur {total} non remplis ({list}), {unknown} à vérifier."], ["{body}: {n} criterion out of {total} not met ({list}), {unknown} to check.", "{body}: {n} criteria out of {total} not met ({list}), {unknown} to check."];
    v19_todo: "Aider l’association à les remplir, ou revoir les critères", "Help the association to meet them, or review the criteria";
    unnamed_criterion: "critère sans titre", "untitled criterion";

    v20_communication: "Pas de plan de communication", "No communication plan";
    v20_communication_unsaid: "Rien au dossier ne dit qu’un plan de communication existe.", "Nothing in the dossier says that a communication plan exists.";
    v20_communication_missing: "Le dossier dit qu’il n’y en a pas.", "The dossier says that there is none.";
    v20_communication_clause(n): ["{n} convention l’annonce dans une clause, mais le plan n’existe pas encore.", "{n} conventions l’annoncent dans une clause, mais le plan n’existe pas encore."], ["{n} agreement announces it in a clause, but the plan does not exist yet.", "{n} agreements announce it in a clause, but the plan does not exist yet."];
    v20_communication_todo: "Écrire le plan de communication", "Write the communication plan";
    v20_actions: "Pas de plan d’action", "No action plan";
    v20_actions_reason: "Aucune action n’est inscrite au dossier, et aucun plan n’est dit exister.", "No action is recorded in the dossier, and no plan is said to exist.";
    v20_actions_todo: "Inscrire les premières actions, puis faire adopter le plan", "Record the first actions, then have the plan adopted";
    v20_adoption: "Le plan d’action n’est pas adopté", "The action plan is not adopted";
    v20_draft_reason: "Un plan d’action est rédigé ; aucune instance ne l’a adopté.", "An action plan is written; no body adopted it.";
    v20_adoption_reason(n): ["{n} action inscrite ; aucune instance n’a adopté le plan.", "{n} actions inscrites ; aucune instance n’a adopté le plan."], ["{n} action recorded; no body adopted the plan.", "{n} actions recorded; no body adopted the plan."];
    v20_adoption_todo: "Faire adopter le plan d’action", "Have the action plan adopted";

    v27: "Ni habitants ni bénéficiaires dans la gouvernance", "Neither inhabitants nor beneficiaries in the governance";
    v27_reason(n, bodies): ["{n} siège en tout ({bodies}), aucun pour des habitants ou des usagers.", "{n} sièges en tout ({bodies}), aucun pour des habitants ou des usagers."], ["{n} seat in all ({bodies}), none for inhabitants or users.", "{n} seats in all ({bodies}), none for inhabitants or users."];
    v27_todo: "Leur ouvrir un siège", "Open a seat to them";

    structure_coordinator: "Coordination avec du personnel des partenaires", "A coordinator with staff of the partners";
    structure_animator: "Animation mise à disposition par un partenaire public", "An animator lent by a public partner";
    structure_delegation: "Délégation à un partenaire", "Delegation to a partner";
    structure_team: "Équipe projet avec une direction", "A project team with a director";
    fact_simple: "problème simple", "simple problem";
    fact_complex: "problème complexe", "complex problem";
    fact_socio_economic: "programme social et économique", "social and economic programme";
    fact_infrastructure: "infrastructures et équipements", "infrastructure and equipment";
    fact_organisations(n): ["{n} organisation a un rôle ou un siège", "{n} organisations ont un rôle ou un siège"], ["{n} organisation holds a role or a seat", "{n} organisations hold a role or a seat"];
    fact_actors(n): ["{n} organisation au dossier", "{n} organisations au dossier"], ["{n} organisation in the dossier", "{n} organisations in the dossier"];
    fact_functions(n): ["{n} fonction clé", "{n} fonctions clés"], ["{n} key function", "{n} key functions"];
    fact_budget(amount): "{amount} € de budget", "a budget of €{amount}";
    fact_associations(n): ["{n} association a un rôle ou un siège", "{n} associations ont un rôle ou un siège"], ["{n} association holds a role or a seat", "{n} associations hold a role or a seat"];
    fact_associations_known(n): ["{n} association au dossier", "{n} associations au dossier"], ["{n} association in the dossier", "{n} associations in the dossier"];
    fact_no_association: "aucune association n’a de rôle ni de siège", "no association holds a role or a seat";
    fact_no_association_known: "aucune association au dossier", "no association in the dossier";
    fact_all_public: "uniquement des pouvoirs publics", "public authorities only";
    fact_lender(actor): "{actor} se dit disponible la plupart du temps", "{actor} is available most of the time";
    fact_no_lender: "aucun partenaire public disponible la plupart du temps", "no public partner available most of the time";
    fact_holder(n, actor, total): ["{actor} tient {n} fonction sur {total}", "{actor} tient {n} fonctions sur {total}"], ["{actor} holds {n} function out of {total}", "{actor} holds {n} functions out of {total}"];
    fact_no_holder(n): ["personne ne tient la moitié de {n} fonction", "personne ne tient la moitié des {n} fonctions"], ["nobody holds half of {n} function", "nobody holds half of the {n} functions"];
    fact_no_complexity: "complexité à renseigner", "complexity not said";
    fact_no_budget: "budget à renseigner", "budget not said";
    fact_no_organisation: "organisations à inviter", "organisations to invite";
    fact_no_function: "fonctions clés à nommer", "key functions to name";
}
