// The questions of the widget's first views as a SurveyJS form: the project, then the actors as a dynamic panel. What
// an institution would build today from a form library; no method, no picture, no analysis.
/* global Survey */
const scale = (title, name) => ({
  type: "rating", name, title, rateMin: 0, rateMax: 4,
});

const actor = [
  { type: "text", name: "name", title: "Nom de l’acteur" },
  { type: "dropdown", name: "kind", title: "Famille", choices: [
    "publicAuthority", "economicDevelopment", "employmentTraining", "business", "association", "socialPartner",
    "inhabitants", "expert", "other",
  ] },
  { type: "text", name: "contact", title: "Interlocuteur" },
  { type: "boolean", name: "canDecide", title: "Peut décider" },
  { type: "comment", name: "interests", title: "Intérêts" },
  scale("Mobilisation", "mobilisation"),
  scale("Influence", "influence"),
  scale("Intérêt", "interest"),
  scale("Disponibilité", "availability"),
  scale("Neutralité", "neutrality"),
];

// How the panels are shown: a list as the widget's table, or one at a time, which is the quickest for the library.
const displayMode = new URLSearchParams(location.search).get("panels") ?? "carousel";

const survey = new Survey.Model({
  locale: "fr",
  textUpdateMode: "onTyping",
  showProgressBar: true,
  pages: [
    {
      name: "project",
      title: "Projet",
      elements: [
        { type: "text", name: "title", title: "Titre du projet" },
        { type: "comment", name: "problem", title: "Problème à traiter" },
        { type: "radiogroup", name: "domain", title: "Domaine", choices: ["socioEconomic", "infrastructure"] },
        { type: "radiogroup", name: "complexity", title: "Complexité", choices: ["simple", "complex"] },
        { type: "text", name: "carrier", title: "Organisation qui porte le projet" },
        { type: "text", inputType: "date", name: "startsOn", title: "Début" },
        { type: "text", inputType: "date", name: "endsOn", title: "Fin" },
        { type: "paneldynamic", name: "territories", title: "Territoires", templateElements: [{ type: "text", name: "name", title: "Nom" }] },
        { type: "paneldynamic", name: "objectives", title: "Objectifs", templateElements: [{ type: "text", name: "title", title: "Intitulé" }] },
      ],
    },
    {
      name: "actors",
      title: "Acteurs",
      elements: [
        { type: "paneldynamic", name: "actors", title: "Acteurs", displayMode, templateTitle: "{panel.name}", templateElements: actor },
      ],
    },
  ],
});
globalThis.survey = survey;
survey.render(document.getElementById("form"));
