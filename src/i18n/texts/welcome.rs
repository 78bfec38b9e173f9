//! The first screen, as long as nothing was entered.

texts! { welcome;
    title: "Réunir les bons partenaires autour d’un projet de territoire", "Bring the right partners together around a territorial project";
    lead: "Savoir qui est là, qui manque, qui pèse, qui fait quoi. Tout reste dans cette page : aucun compte, aucun envoi.", "Know who is there, who is missing, who matters, who does what. Everything stays in this page: no account, nothing sent.";
    blank_door: "Dossier vierge", "Blank dossier";
    blank_text: "Il est déjà ouvert ci-dessous. Écrire suffit pour commencer.", "It is already open below. Writing is enough to start.";
    blank_open: "Ouvert ci-dessous", "Open below";
    file_door: "Reprendre un dossier", "Resume a dossier";
    file_text: "Un dossier enregistré ou reçu d’une autre institution, une liste tenue au tableur.", "A dossier saved or received from another institution, a list kept in a spreadsheet.";
    file_button: "Choisir un fichier", "Choose a file";
    example_door: "Partir d’un exemple", "Start from an example";
    example_text: "Un petit dossier complet, un bassin d’emploi, soixante acteurs.", "A small complete dossier, a labour market area, sixty actors.";
    example_button: "Voir les 3 exemples", "See the 3 examples";
    ahead: "Au fil des étapes", "Along the way";
    ahead_map: "Une carte de qui pèse et de qui s’intéresse", "A map of who matters and who cares";
    ahead_roles: "Un tableau des rôles à imprimer", "A role table to print";
    ahead_findings: "Des points de vigilance, avec quoi faire", "Points of vigilance, with what to do";
}
