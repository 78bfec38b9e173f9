// Page hôte d’un cadre. `frame-host.js` et `frame-port.js` viennent du paquet et sont copiés à côté de ce fichier.
import { TourDeTableFrame } from "./frame-host.js";

const cadre = document.querySelector("#tdt");
const etat = document.querySelector("#etat");
cadre.src = `${cadre.dataset.outil}?host=${encodeURIComponent(location.origin)}`;

const tdt = new TourDeTableFrame(cadre, {
  configure: { lang: "fr", fill: true, handoff: "Déposer le dossier" },
  // Ici, la page enverrait le dossier à son serveur ; une promesse rejetée est montrée à la personne.
  save: ({ revision }) => (etat.textContent = `Révision ${revision} enregistrée`),
  // La fiche d’un partenaire se transmet aussi : `kind` le dit.
  handoff: ({ dossier }) => (etat.textContent = `Dossier « ${dossier.project?.title ?? ""} » déposé`),
});
tdt.addEventListener("change", ({ detail }) => (etat.textContent = `Révision ${detail.revision}, à enregistrer`));
tdt.addEventListener("error", ({ detail }) => (etat.textContent = `Erreur : ${detail.code}`));

document.querySelector("#relire").addEventListener("click", async () => {
  const { dossier } = await tdt.get();
  etat.textContent = `${dossier.actors?.length ?? 0} acteurs`;
});
