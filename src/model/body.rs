//! The bodies of the governance: colleges, seats, votes and rules.

use super::json::{List, closed, identified, record};
use super::scalar::Id;

closed! {
    /// The kind of a body.
    BodyKind {
        /// Board.
        Board = "board",
        /// Steering committee.
        SteeringCommittee = "steeringCommittee",
        /// Project team.
        ProjectTeam = "projectTeam",
        /// Working group.
        WorkingGroup = "workingGroup",
        /// Other.
        Other = "other",
    }
}

closed! {
    /// The majority a decision needs.
    Majority {
        /// More than half of the votes.
        Simple = "simple",
        /// Two thirds of the votes.
        TwoThirds = "twoThirds",
        /// All the votes.
        Unanimity = "unanimity",
        /// The quota given.
        Custom = "custom",
    }
}

closed! {
    /// Gender of a holder, for parity.
    Gender {
        /// Woman.
        F = "f",
        /// Man.
        M = "m",
        /// Another, or not said.
        X = "x",
    }
}

closed! {
    /// In what capacity a seat is held.
    Capacity {
        /// Elected.
        Elected = "elected",
        /// Staff.
        Staff = "staff",
        /// Volunteer.
        Volunteer = "volunteer",
        /// User.
        User = "user",
        /// Other.
        Other = "other",
    }
}

record! {
    /// The person who holds a seat.
    "Titulaire"
    Holder {
        /// Name, optional.
        name "name" "Nom": String,
        /// Gender.
        gender "gender" "Genre": Option<Gender>,
    }
}

record! {
    /// How a body decides.
    "Règle de décision"
    BodyRule {
        /// Votes needed.
        quota "quota" "Seuil": Option<u32>,
        /// Majority.
        majority "majority" "Majorité": Option<Majority>,
        /// The seat that settles a tie.
        casting_vote "castingVote" "Voix prépondérante": Option<Id> => Seat,
        /// Whether each college votes as one.
        bloc_voting "blocVoting" "Vote par collège": Option<bool>,
    }
}

record! {
    /// A group of seats.
    "Collège"
    College {
        /// Identifier.
        id "id" "Identifiant": Id,
        /// Title.
        title "title" "Intitulé": String,
    }
}

record! {
    /// A seat, held by an organisation.
    "Siège"
    Seat {
        /// Identifier.
        id "id" "Identifiant": Id,
        /// The organisation.
        actor "actor" "Acteur": Option<Id> => Actor,
        /// College.
        college "college" "Collège": Option<Id> => College,
        /// Votes.
        votes "votes" "Voix": Option<u32>,
        /// Person.
        holder "holder" "Titulaire": Option<Holder>,
        /// The seat this one stands in for.
        alternate_of "alternateOf" "Suppléance de": Option<Id> => Seat,
        /// An expert, without a vote.
        expert "expert" "Expert": Option<bool>,
        /// Capacity.
        capacity "capacity" "Qualité": Option<Capacity>,
    }
}

record! {
    /// A body of the governance.
    "Instance"
    Body {
        /// Identifier.
        id "id" "Identifiant": Id,
        /// Title.
        title "title" "Intitulé": String,
        /// Kind.
        kind "kind" "Nature": Option<BodyKind>,
        /// Share of members that must be present, as a fraction: 1/2.
        quorum "quorum" "Quorum": String,
        /// Rule.
        rule "rule" "Règle de décision": Option<BodyRule>,
        /// Colleges.
        colleges "colleges" "Collèges": List<College>,
        /// Seats.
        seats "seats" "Sièges": List<Seat>,
    }
}

identified!(College, Seat, Body);
