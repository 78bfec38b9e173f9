//! The steps of the path: names, what they are for, what helps and what to beware of.

texts! { vocabulary;
    step_project: "Projet", "Project";
    step_actors: "Acteurs", "Actors";
    step_qualification: "Qualification", "Qualification";
    step_coherence: "Cohérence", "Coherence";
    step_circles: "Cercles", "Circles";
    step_roles: "Rôles", "Roles";
    step_governance: "Gouvernance", "Governance";
    step_agreements: "Conventions", "Agreements";
    step_follow_up: "Suivi", "Follow-up";
    step_summary: "Synthèse", "Summary";

    step_project_purpose: "Le problème à traiter, où, pour qui, et le travail que cela demande.", "The problem addressed, where, for whom, and the work it takes.";
    step_actors_purpose: "Qui est concerné par le projet, et qui manque encore autour de la table.", "Who is concerned by the project, and who is still missing at the table.";
    step_qualification_purpose: "Où en est chaque acteur aujourd’hui, et où il pèse dans le projet.", "Where each actor stands today, and where it weighs in the project.";
    step_coherence_purpose: "Ce que chaque objectif apporte ou coûte aux acteurs, et où ils se rejoignent.", "What each objective gives or costs the actors, and where they meet.";
    step_circles_purpose: "Avec qui commencer, puis dans quel ordre élargir.", "Whom to start with, then in which order to widen.";
    step_roles_purpose: "Qui pilote, qui opère, qui finance, qui soutient, et à quelles conditions.", "Who leads, who operates, who funds, who supports, and on what conditions.";
    step_governance_purpose: "Qui décide de quoi, dans quelle instance, et avec quel poids réel.", "Who decides what, in which body, and with what real weight.";
    step_agreements_purpose: "Ce que chaque partie s’engage à faire et ce à quoi elle a droit.", "What each party commits to and what it is entitled to.";
    step_follow_up_purpose: "Ce qui avance, ce qui a changé, et quand en refaire le bilan.", "What moves forward, what has changed, and when to review it.";
    step_summary_purpose: "L’essentiel du partenariat, à imprimer et à partager.", "The partnership at a glance, to print and share.";

    tip_project_1: "Partir d’un problème que les acteurs reconnaissent", "Start from a problem the actors recognise";
    tip_project_2: "Nommer les fonctions clés avant de chercher qui les tiendra", "Name the key functions before looking for who will hold them";
    tip_project_3: "Connaître les autres projets du territoire et qui les porte", "Know the other projects of the area and who carries them";
    avoid_project_1: "Refermer trop tôt les solutions possibles", "Closing possible solutions too early";
    avoid_project_2: "Choisir un territoire que personne ne peut couvrir", "Choosing an area nobody can cover";

    tip_actors_1: "N’oublier aucun acteur clé du territoire, même réticent", "Leave out no key actor of the area, even a reluctant one";
    tip_actors_2: "Inviter les relais d’entreprises dès le début", "Invite business networks from the start";
    tip_actors_3: "Avoir une personne référente par structure", "Have one contact for each organisation";
    avoid_actors_1: "S’en tenir aux partenaires habituels", "Keeping to the usual partners";
    avoid_actors_2: "Connaître les acteurs de nom seulement", "Knowing the actors by name only";

    tip_qualification_1: "Noter vite, à plusieurs, puis revenir sur les écarts", "Rate quickly, together, then come back to the gaps";
    tip_qualification_2: "Laisser « à renseigner » ce que personne ne sait", "Leave “not assessed” what nobody knows";
    tip_qualification_3: "Dater les relevés pour voir le chemin parcouru", "Date the readings, to see the way covered";
    avoid_qualification_1: "Confondre présence en réunion et engagement", "Taking attendance for commitment";
    avoid_qualification_2: "Noter une personne à la place de sa structure", "Rating a person instead of the organisation";

    tip_coherence_1: "Relier chaque objectif à ce qui compte pour les partenaires", "Tie each objective to what matters to the partners";
    tip_coherence_2: "Composer un groupe de partenaires par objectif", "Gather a pool of partners for each objective";
    avoid_coherence_1: "Supposer l’accord d’un acteur sans le lui avoir demandé", "Assuming an actor agrees without asking it";
    avoid_coherence_2: "Taire les désaccords jusqu’à la décision", "Keeping silent on disagreements until the decision";

    tip_circles_1: "Commencer à peu, avec de quoi tenir les fonctions clés", "Start small, with enough to hold the key functions";
    tip_circles_2: "Élargir à mesure des réussites", "Widen as successes come";
    tip_circles_3: "Avancer même si un acteur important manque, et lui laisser la place", "Move on even if an important actor is missing, and keep its place";
    avoid_circles_1: "Réunir tout le monde dès le premier jour", "Gathering everybody on the first day";
    avoid_circles_2: "Attendre un seul acteur pour démarrer", "Waiting for a single actor to start";

    tip_roles_1: "Définir chaque rôle par la valeur qu’apporte l’acteur", "Define each role by what the actor brings";
    tip_roles_2: "Vérifier les conditions avant de confier le rôle", "Check the conditions before giving the role";
    tip_roles_3: "S’adresser à qui peut décider sans attendre de validation", "Speak to someone who can decide without waiting for approval";
    avoid_roles_1: "Faire agir un acteur hors de son territoire de compétence", "Using an actor outside its territory of competence";
    avoid_roles_2: "Laisser deux opérateurs se concurrencer sur le même public", "Letting two operators compete for the same public";

    tip_governance_1: "Partager le pouvoir au-delà de qui finance", "Share power beyond those who fund";
    tip_governance_2: "Chercher l’accord large plutôt que la majorité", "Look for broad agreement rather than a majority";
    avoid_governance_1: "Donner le même poids aux structures actives et inactives", "Giving active and inactive organisations the same weight";
    avoid_governance_2: "Installer une instance lourde pour un projet léger", "Setting up a heavy body for a light project";

    tip_agreements_1: "Équilibrer les obligations et les droits de chaque partie", "Balance the obligations and rights of each party";
    tip_agreements_2: "Prévoir dès la signature l’évaluation, l’arbitrage et la fin", "Plan evaluation, arbitration and the end when signing";
    avoid_agreements_1: "Signer sans plan d’action ni calendrier", "Signing without an action plan or dates";
    avoid_agreements_2: "Oublier les autres plans des parties", "Forgetting the other plans of the parties";

    tip_follow_up_1: "Tenir un bilan chaque année, et un autre en cours de route au besoin", "Hold a review each year, and another on the way if needed";
    tip_follow_up_2: "Regarder l’avancement, les réalisations et les résultats", "Watch progress, outputs and results";
    avoid_follow_up_1: "Laisser vieillir les données des acteurs", "Letting data about the actors grow old";
    avoid_follow_up_2: "Évaluer seulement à la fin", "Evaluating only at the end";

    tip_summary_1: "Relire ensemble le tableau des rôles avant de le diffuser", "Read the role table together before sharing it";
    tip_summary_2: "Garder un instantané après chaque comité", "Keep a snapshot after each committee";
    avoid_summary_1: "Diffuser des noms de personnes sans leur accord", "Sharing names of people without their consent";
}
