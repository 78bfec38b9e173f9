//! Bodies to start from: titles, colleges, where each comes from and what is to be checked.

texts! { presets;
    steering: "Comité de pilotage simple", "Simple steering committee";
    steering_source: "Usage : aucun texte ne fixe la composition d’un comité de pilotage.", "Custom: no text sets the make-up of a steering committee.";
    steering_check: "Une voix par siège, pour commencer. Tout se choisit entre partenaires.", "One vote a seat, to begin with. Everything is chosen between partners.";
    management: "Conseil d’un partenariat de gestion", "Board of a management partnership";
    management_source: "Usage décrit dans la présentation « Partenariat de gestion », projet GLM-DFCAT, sans date.", "Custom described in the presentation “Partenariat de gestion”, GLM-DFCAT project, undated.";
    management_check: "Pour un problème complexe, comme le chômage, ouvrez le conseil plus largement. Fixez les conditions d’entrée des associations.", "For a complex problem, such as unemployment, open the board wider. Set the conditions for associations to enter.";
    association: "Conseil d’administration d’association", "Board of an association";
    association_source: "Loi du 1er juillet 1901 relative au contrat d’association : les statuts fixent librement le conseil. Ce partage est un usage.", "French act of 1 July 1901 on associations: the articles set the board freely. This sharing is a custom.";
    association_check: "Quorum, majorité et voix prépondérante, dans vos statuts.", "Quorum, majority and casting vote, in your articles.";
    gip: "Conseil d’un groupement d’intérêt public", "Board of a public interest group (GIP)";
    gip_source: "Loi n° 2011-525 du 17 mai 2011, articles 98 à 122, et décret n° 2012-91 du 26 janvier 2012. Article 103 : personnes publiques et personnes privées chargées d’un service public détiennent ensemble plus de la moitié du capital ou des voix.", "French act 2011-525 of 17 May 2011, articles 98 to 122, and decree 2012-91 of 26 January 2012. Article 103: public bodies and private ones entrusted with a public service together hold more than half of the capital or of the votes.";
    gip_check: "Sièges, quorum et majorité, dans la convention constitutive.", "Seats, quorum and majority, in the founding agreement.";
    cle: "Comité local pour l’emploi", "Local employment committee";
    cle_source: "Loi n° 2023-1196 du 18 décembre 2023 pour le plein emploi et décret n° 2024-560 du 18 juin 2024, en vigueur le 1er juillet 2024 : présidence conjointe de l’État et de collectivités, voix équilibrées entre eux, voix prépondérante de l’État en cas de partage.", "French act 2023-1196 of 18 December 2023 for full employment and decree 2024-560 of 18 June 2024, in force on 1 July 2024: chaired by the State and local authorities together, votes balanced between them, casting vote of the State on a tie.";
    cle_check: "Nombre de voix, quorum et voix des autres membres, laissées ici à zéro, aux articles R. 5311-30 et suivants du code du travail et dans l’arrêté préfectoral.", "Number of votes, quorum and votes of the other members, left at zero here, in articles R. 5311-30 and following of the French labour code and in the prefect’s order.";
    tzcld: "Comité local, territoire zéro chômeur de longue durée", "Local committee, zero long-term unemployment territory";
    tzcld_source: "Loi n° 2020-1577 du 14 décembre 2020, décret n° 2021-863 du 30 juin 2021 modifié par le décret n° 2021-1742 du 22 décembre 2021.", "French act 2020-1577 of 14 December 2020, decree 2021-863 of 30 June 2021 amended by decree 2021-1742 of 22 December 2021.";
    tzcld_check: "Composition, présidence et suites de l’expérimentation, dans les textes en vigueur. Ce partage des sièges est une proposition.", "Make-up, chair and what follows the experiment, in the texts in force. This sharing of seats is a proposal.";

    lead: "Pilote", "Lead";
    operators: "Opérateurs", "Operators";
    funders: "Financeurs", "Funders";
    partners: "Partenaires", "Partners";
    users: "Habitants et usagers", "Inhabitants and users";
    local_authority: "Collectivité locale", "Local authority";
    associations: "Associations", "Associations";
    other_partners: "Autres partenaires", "Other partners";
    founders: "Membres fondateurs", "Founding members";
    members: "Membres adhérents", "Members";
    public_persons: "Personnes publiques et service public", "Public bodies and public service";
    private_persons: "Autres personnes privées", "Other private bodies";
    state: "État", "State";
    region: "Région", "Region";
    department: "Département", "Department";
    municipalities: "Communes et intercommunalités", "Municipalities and their groups";
    employment_network: "Réseau pour l’emploi", "Employment network";
    social_partners: "Partenaires sociaux", "Social partners";
    carrying_authority: "Collectivité porteuse", "Authority that carries the project";
    state_department: "État et département", "State and department";
    employment_service: "Service public de l’emploi", "Public employment service";
    jobless: "Personnes privées durablement d’emploi", "People long deprived of a job";
    economic_actors: "Acteurs économiques et partenaires sociaux", "Economic actors and social partners";
}
