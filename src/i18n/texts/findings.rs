//! Points of vigilance: what was noticed, with the figures, and what to do.

texts! { findings;
    actors(n): ["{n} acteur", "{n} acteurs"], ["{n} actor", "{n} actors"];
    on_project: "ensemble du projet", "whole project";
    on_named(title): "« {title} »", "“{title}”";
    gone: "élément disparu", "item that is gone";

    v01_none: "Aucune structure ne pilote le projet", "No organisation leads the project";
    v01_none_reason(n): ["{n} acteur autour de la table, aucun rôle de pilote.", "{n} acteurs autour de la table, aucun rôle de pilote."], ["{n} actor at the table, no lead.", "{n} actors at the table, no lead."];
    v01_partial_reason(n, total): ["{n} objectif sur {total} a sa structure pilote, mais l’ensemble du projet n’en a aucune.", "{n} objectifs sur {total} ont leur structure pilote, mais l’ensemble du projet n’en a aucune."], ["{n} objective out of {total} has its lead, but the project as a whole has none.", "{n} objectives out of {total} have their lead, but the project as a whole has none."];
    v01_functions_reason(n): ["{n} fonction a sa structure pilote, mais l’ensemble du projet n’en a aucune.", "{n} fonctions ont leur structure pilote, mais l’ensemble du projet n’en a aucune."], ["{n} function has its lead, but the project as a whole has none.", "{n} functions have their lead, but the project as a whole has none."];
    v01_later: "Le projet a commencé sans structure pilote", "The project has begun without a lead";
    v01_later_reason(begun, actor, start): "Le projet court depuis le {begun} ; {actor} n’en prend la conduite que le {start}.", "The project has run since {begun}; {actor} only takes the lead on {start}.";
    v01_later_todo: "Avancer le début du rôle, ou nommer qui pilote d’ici là", "Bring the start forward, or name who leads until then";
    v01_none_todo: "Choisir la structure pilote", "Choose the lead";
    v01_many: "Plusieurs structures pilotent la même portée", "Several organisations lead the same scope";
    v01_many_reason(n, scope, names): ["{n} structure en pilote ({scope}) : {names}.", "{n} structures en pilote ({scope}) : {names}."], ["{n} lead ({scope}): {names}.", "{n} leads ({scope}): {names}."];
    v01_many_todo: "N’en garder qu’une en pilote", "Keep only one lead";

    v02_not_met(n, actor): ["{actor} : {n} condition non remplie", "{actor} : {n} conditions non remplies"], ["{actor}: {n} condition not met", "{actor}: {n} conditions not met"];
    v02_not_met_reason(n, role, scope, total, list): ["{role}, {scope}. {n} condition sur {total} non remplie : {list}.", "{role}, {scope}. {n} conditions sur {total} non remplies : {list}."], ["{role}, {scope}. {n} condition out of {total} not met: {list}.", "{role}, {scope}. {n} conditions out of {total} not met: {list}."];
    v02_not_met_todo: "Revoir le rôle ou sa condition", "Review the role or its condition";
    v02_unknown(n, actor): ["{actor} : {n} condition à vérifier", "{actor} : {n} conditions à vérifier"], ["{actor}: {n} condition to check", "{actor}: {n} conditions to check"];
    v02_unknown_reason(n, role, scope, total, list): ["{role}, {scope}. {n} condition sur {total} à renseigner : {list}.", "{role}, {scope}. {n} conditions sur {total} à renseigner : {list}."], ["{role}, {scope}. {n} condition out of {total} not known: {list}.", "{role}, {scope}. {n} conditions out of {total} not known: {list}."];
    v02_unknown_todo: "Vérifier les conditions", "Check the conditions";

    v03(n): ["Une famille d’acteurs manque à l’appel", "{n} familles d’acteurs manquent à l’appel"], ["One family of actors is missing", "{n} families of actors are missing"];
    v03_reason(n, actors, kinds): ["Sur {actors}, personne dans la famille {kinds}.", "Sur {actors}, personne dans les familles {kinds}."], ["Out of {actors}, nobody in the family {kinds}.", "Out of {actors}, nobody in the families {kinds}."];
    v03_todo: "Chercher qui manque", "Look for who is missing";

    v04(objective): "« {objective} » n’a pas de groupe de partenaires", "“{objective}” has no pool of partners";
    v04_none_reason(actors): "Sur {actors}, aucune structure n’y est favorable d’après ses positions et sa posture.", "Out of {actors}, no organisation is in favour of it, by its positions and stance.";
    v04_idle_reason(n): ["{n} structure y est favorable, mais elle n’est pas encore consultée ou sa mobilisation est à renseigner.", "{n} structures y sont favorables, mais aucune n’est encore consultée ou leur mobilisation est à renseigner."], ["{n} organisation is in favour of it, but it is not consulted yet or its mobilisation is not assessed.", "{n} organisations are in favour of it, but none is consulted yet or their mobilisation is not assessed."];
    v04_todo: "Mobiliser une structure favorable", "Mobilise an organisation in favour";

    v05(function): "Personne ne peut tenir « {function} »", "Nobody can hold “{function}”";
    v05_none_reason(actors): "Sur {actors}, aucune structure ne dit pouvoir tenir cette fonction.", "Out of {actors}, no organisation says it can hold this function.";
    v05_outside_reason(n, territories): ["{n} structure peut la tenir, mais elle est compétente ailleurs que sur {territories}.", "{n} structures peuvent la tenir, mais elles sont compétentes ailleurs que sur {territories}."], ["{n} organisation can hold it, but it is competent elsewhere than {territories}.", "{n} organisations can hold it, but they are competent elsewhere than {territories}."];
    v05_partly(function): "« {function} » n’est pas tenue partout", "“{function}” is not held everywhere";
    v05_partly_reason(n, total, territories): ["{n} territoire sur {total} est couvert ; personne pour {territories}.", "{n} territoires sur {total} sont couverts ; personne pour {territories}."], ["{n} territory out of {total} is covered; nobody for {territories}.", "{n} territories out of {total} are covered; nobody for {territories}."];
    v05_todo: "Chercher qui peut la tenir", "Look for who can hold it";

    v06(function): "Des opérateurs se concurrencent sur « {function} »", "Operators compete on “{function}”";
    v06_reason(n, names, territories, public): ["{n} structure y opère : {names}. Territoire : {territories}. Public : {public}.", "{n} structures y opèrent en même temps : {names}. Territoire : {territories}. Public : {public}."], ["{n} organisation operates it: {names}. Area: {territories}. Public: {public}.", "{n} organisations operate it at the same time: {names}. Area: {territories}. Public: {public}."];
    v06_not_said: "non précisé", "not specified";
    v06_todo: "Répartir la fonction entre elles", "Share the function between them";

    v07(actor): "{actor} agit hors de son territoire", "{actor} acts outside its territory";
    v07_reason(n, total, role, scope, grounds, own): ["{role}, {scope}. {n} territoire sur {total} hors de sa compétence : {grounds}. L’acteur est compétent sur {own}.", "{role}, {scope}. {n} territoires sur {total} hors de sa compétence : {grounds}. L’acteur est compétent sur {own}."], ["{role}, {scope}. {n} area out of {total} outside its competence: {grounds}. The actor is competent in {own}.", "{role}, {scope}. {n} areas out of {total} outside its competence: {grounds}. The actor is competent in {own}."];
    v07_todo: "Revoir le rôle ou le territoire", "Review the role or the territory";

    v09: "Le projet s’adresse aux entreprises, et aucune n’est dans le premier groupe", "The project addresses companies, and none is in the first group";
    v09_none_reason(n, group): ["{n} acteur dans {group}, et ni entreprise ni relais d’entreprises dans le dossier.", "{n} acteurs dans {group}, et ni entreprise ni relais d’entreprises dans le dossier."], ["{n} actor in {group}, and neither a company nor a business network in the dossier.", "{n} actors in {group}, and neither a company nor a business network in the dossier."];
    v09_none_todo: "Chercher une entreprise ou un relais", "Look for a company or a business network";
    v09_later_reason(n, group, names): ["{n} acteur dans {group}, ni entreprise ni relais d’entreprises. Hors du premier groupe : {names}.", "{n} acteurs dans {group}, ni entreprise ni relais d’entreprises. Hors du premier groupe : {names}."], ["{n} actor in {group}, neither a company nor a business network. Outside the first group: {names}.", "{n} actors in {group}, neither a company nor a business network. Outside the first group: {names}."];
    v09_later_todo: "Faire entrer une entreprise ou un relais", "Bring in a company or a business network";

    v10_opposed(actor): "{actor} pèse sur le projet, s’y oppose, et rien n’est prévu", "{actor} weighs on the project and opposes it, and nothing is planned";
    v10_reserved(actor): "{actor} pèse sur le projet, est réservée, et rien n’est prévu", "{actor} weighs on the project and has reservations, and nothing is planned";
    v10_reason(influence, word, stance): "Influence {influence} sur 4 ({word}), posture : {stance}. Ni cible de mobilisation, ni vague, ni rôle, ni siège, ni action, ni convention, ni rencontre à venir.", "Influence {influence} out of 4 ({word}), stance: {stance}. No target, wave, role, seat, action, agreement or meeting to come.";
    v10_todo: "Prévoir quelque chose avec cet acteur", "Plan something with this actor";

    v11(actor): "{actor} n’a pas d’interlocuteur qui décide", "{actor} has no contact who decides";
    v11_cannot_reason(n): ["Son interlocuteur ne peut pas décider.", "Aucun de ses {n} interlocuteurs ne peut décider."], ["Its contact cannot decide.", "None of its {n} contacts can decide."];
    v11_steps_reason(n): ["{n} validation est attendue avant chaque engagement.", "{n} validations sont attendues avant chaque engagement."], ["{n} approval is needed before each commitment.", "{n} approvals are needed before each commitment."];
    v11_cannot_steps_reason(n): ["Aucun interlocuteur ne peut décider : {n} validation avant chaque engagement.", "Aucun interlocuteur ne peut décider : {n} validations avant chaque engagement."], ["No contact can decide: {n} approval before each commitment.", "No contact can decide: {n} approvals before each commitment."];
    v11_todo: "Demander un mandat", "Ask for a mandate";

    v12(actor): "{actor} compte pour le projet et manque à l’appel", "{actor} matters to the project and is missing";
    v12_reason(why, holds, lever): "Mobilisation notée 0 sur 4 ; {why}. {holds} {lever}", "Mobilisation rated 0 out of 4; {why}. {holds} {lever}";
    v12_influence(value): "influence notée {value} sur 4", "influence rated {value} out of 4";
    v12_alone(functions): "seule structure à pouvoir tenir {functions}", "the only organisation able to hold {functions}";
    v12_holds(n, total): ["Sans elle, {n} fonction clé sur {total} est tenue partout.", "Sans elle, {n} fonctions clés sur {total} sont tenues partout."], ["Without it, {n} key function out of {total} is held everywhere.", "Without it, {n} key functions out of {total} are held everywhere."];
    v12_no_function: "Aucune fonction clé n’est encore nommée.", "No key function is named yet.";
    v12_lever(path, value): "Peut l’amener : {path} (influence la plus faible : {value} sur 4).", "Can bring it in: {path} (weakest influence: {value} out of 4).";
    v12_no_lever: "Aucune influence connue ne mène à elle depuis un acteur mobilisé.", "No known influence leads to it from a mobilised actor.";
    v12_nobody: "Aucun acteur n’est encore mobilisé.", "No actor is mobilised yet.";
    v12_todo(actor): "Passer par {actor}", "Go through {actor}";
    v12_search_todo: "Chercher qui peut l’amener", "Look for who can bring it in";
    v12_mobilise_todo: "Mobiliser un premier acteur", "Mobilise a first actor";

    v13_everybody: "Le premier groupe réunit tout le monde", "The first group is everybody";
    v13_everybody_reason(n, group): ["{n} acteur sur {n} dans {group} : il ne reste personne à faire entrer.", "{n} acteurs sur {n} dans {group} : il ne reste personne à faire entrer."], ["{n} actor out of {n} in {group}: nobody is left to bring in.", "{n} actors out of {n} in {group}: nobody is left to bring in."];
    v13_everybody_todo: "Commencer à moins", "Start with fewer";
    v13_nothing: "Rien n’élargit le premier groupe", "Nothing widens the first group";
    v13_nothing_reason(n, total, group): ["{n} acteur sur {total} dans {group} ; aucune vague suivante n’en accueille.", "{n} acteurs sur {total} dans {group} ; aucune vague suivante n’en accueille."], ["{n} actor out of {total} in {group}; no later wave holds any.", "{n} actors out of {total} in {group}; no later wave holds any."];
    v13_nothing_todo: "Prévoir la vague suivante", "Plan the next wave";
    v13_wave(title): "la vague « {title} »", "the wave “{title}”";
    v13_and_lead(title): "la vague « {title} » et au centre", "the wave “{title}” and at the centre";
    v13_unnamed: "première vague", "first wave";

    v14: "Aucun partenaire social autour de la table", "No social partner at the table";
    v14_reason(n): ["{n} famille d’acteurs sur 9 est présente, sans organisation syndicale ni patronale.", "{n} familles d’acteurs sur 9 sont présentes, sans organisation syndicale ni patronale."], ["{n} family of actors out of 9 is present, without any trade union or employers’ organisation.", "{n} families of actors out of 9 are present, without any trade union or employers’ organisation."];
    v14_todo: "Chercher un partenaire social", "Look for a social partner";

    v28(need): "Personne ne lève « {need} »", "Nobody lifts “{need}”";
    v28_reason(actors, stages, territories): "Sur {actors}, aucun ne lève ce besoin. Étapes du parcours : {stages}. Territoires : {territories}.", "Out of {actors}, none lifts this need. Stages of the pathway: {stages}. Areas: {territories}.";
    v28_todo: "Chercher qui peut le lever", "Look for who can lift it";

    v29(territory): "{territory} a moins de ressources que les autres bassins", "{territory} has fewer resources than the other areas";
    v29_reason(n, actors, least): ["{n} besoin, et {actors} pour y répondre ; les autres bassins en ont au moins {least}.", "{n} besoins, et {actors} pour y répondre ; les autres bassins en ont au moins {least}."], ["{n} need, and {actors} to answer it; the other areas have at least {least}.", "{n} needs, and {actors} to answer them; the other areas have at least {least}."];
    v29_todo: "Chercher des ressources pour ce bassin", "Look for resources for this area";
}
