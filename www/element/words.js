// What the element says by itself, when the widget is not there to speak: while it loads, and when it cannot start.
// Every other word lives in the catalogue of the library.

const FR = {
  loading: "Chargement de Tour de table…",
  cancel: "Annuler",
  retry: "Réessayer",
  download: "Télécharger le dossier",
  close: "Fermer",
  untouched: "Aucun dossier n’est touché.",
  kept: "Le dossier est intact. Téléchargé, il pourra être rouvert ici ou ailleurs.",
  administrator: "Pour l’administration du site",
  cancelled: "Le chargement est arrêté.",
  failed: "Tour de table n’a pas pu démarrer",
  rescue: "Tour de table s’est arrêté",
  rescueText: "La même erreur s’est produite deux fois. Le dossier est intact, tel qu’il était juste avant. Téléchargez-le : il pourra être rouvert ici ou ailleurs.",
  nothingToRescue: "L’erreur s’est produite avant l’ouverture d’un dossier.",
  detail: "Détail technique",
  notice: "Le dossier proposé par cette page n’a pas pu être lu. Celui qui est ouvert ne change pas.",
  "file-page": "Cette page est ouverte comme un fichier, et les navigateurs refusent d’y charger des modules. Elle doit être servie par un serveur web.",
  "wasm-disabled": "WebAssembly est désactivé dans ce navigateur, par un mode de protection renforcée ou par une règle de l’organisation. L’autoriser pour ce site suffit.",
  "wasm-csp": "La politique de sécurité (CSP) de la page interdit WebAssembly. Ajouter 'wasm-unsafe-eval' à la directive script-src.",
  "script-csp": "La politique de sécurité (CSP) de la page interdit un fichier de Tour de table. Ajouter l’adresse de ses fichiers à la directive script-src.",
  "connect-csp": "La politique de sécurité (CSP) de la page interdit de lire un fichier de Tour de table. Ajouter l’adresse des fichiers de Tour de table à la directive connect-src.",
  "wasm-login-page": "Le serveur répond par une page web, souvent une page de connexion, à la place d’un fichier de Tour de table. Se reconnecter et recharger la page ; côté serveur, laisser passer ces fichiers.",
  "wasm-mime": "Le serveur annonce tour-de-table.wasm avec un mauvais type. Le type attendu est application/wasm.",
  "version-mismatch": "Les fichiers de Tour de table ne sont pas de la même version. Publier tous les fichiers ensemble, puis vider les caches.",
  "integrity-failed": "Un fichier de Tour de table n’est pas celui que la page attend : son empreinte (attribut integrity) diffère. Publier tous les fichiers d’une même version, et vérifier que rien ne les modifie en chemin.",
  "load-failed": "Un fichier de Tour de table n’a pas pu être lu. Vérifier que tous les fichiers sont publiés côte à côte et que la connexion fonctionne.",
};

const EN = {
  loading: "Loading Tour de table…",
  cancel: "Cancel",
  retry: "Try again",
  download: "Download the dossier",
  close: "Close",
  untouched: "No dossier is affected.",
  kept: "The dossier is intact. Once downloaded, it can be opened again here or elsewhere.",
  administrator: "For the administrator of this site",
  cancelled: "Loading was stopped.",
  failed: "Tour de table could not start",
  rescue: "Tour de table has stopped",
  rescueText: "The same error happened twice. The dossier is intact, as it was just before. Download it: it can be opened again here or elsewhere.",
  nothingToRescue: "The error happened before a dossier was open.",
  detail: "Technical detail",
  notice: "The dossier offered by this page could not be read. The open one does not change.",
  "file-page": "This page was opened as a file, where browsers refuse to load modules. It must be served by a web server.",
  "wasm-disabled": "WebAssembly is disabled in this browser, by a protection mode or by a rule of the organisation. Allowing it for this site is enough.",
  "wasm-csp": "The security policy (CSP) of the page forbids WebAssembly. Add 'wasm-unsafe-eval' to the directive script-src.",
  "script-csp": "The security policy (CSP) of the page forbids a file of Tour de table. Add the address of its files to the directive script-src.",
  "connect-csp": "The security policy (CSP) of the page forbids reading a file of Tour de table. Add the address of the files of Tour de table to the directive connect-src.",
  "wasm-login-page": "The server answers with a web page, often a login page, in place of a file of Tour de table. Log in again and reload the page; on the server, let these files through.",
  "wasm-mime": "The server announces tour-de-table.wasm with a wrong type. The expected type is application/wasm.",
  "version-mismatch": "The files of Tour de table are not of the same version. Publish all files together, then empty the caches.",
  "integrity-failed": "A file of Tour de table is not the one that the page expects: its digest (attribute integrity) differs. Publish all files of one version, and check that nothing changes them on their way.",
  "load-failed": "A file of Tour de table could not be read. Check that all files are published beside each other and that the connection works.",
};

/** The words of both languages, for the test that compares them. */
export const WORDS = { fr: FR, en: EN };

/** @param {string} lang a language tag; English for `en` and its variants, French for everything else */
export const words = (lang) => (/^en\b/i.test(lang) ? EN : FR);
