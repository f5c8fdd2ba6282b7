package org.jalon.kernel;

/** An opaque id that a client chose or the system made. */
public sealed interface Identifier
    permits ActorId,
        CaseId,
        HouseholdId,
        InterventionId,
        ObjectiveId,
        PostId,
        ProfessionId,
        ProfessionalId,
        ProgrammeId,
        TeamId,
        TerritoryId {

  /** The id as text: 1 to 120 visible characters. */
  String value();
}
