package org.jalon.command.decision;

import java.util.UUID;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.HouseholdId;
import org.jalon.kernel.InterventionId;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.TerritoryId;

/**
 * Names a subject whose state an event changes; boundaries are drawn by tags.
 *
 * @param key the kind of subject
 * @param value its id
 */
public record Tag(String key, String value) {

  /** All facts of a case. */
  public static Tag of(CaseId id) {
    return new Tag("case", id.value());
  }

  /** The openings of a household's cases. */
  public static Tag of(HouseholdId id) {
    return new Tag("household", id.value());
  }

  /** One intervention; its id is unique within its case. */
  public static Tag of(InterventionId id) {
    return new Tag("intervention", id.value());
  }

  /** The definition of a programme. */
  public static Tag of(ProgrammeId id) {
    return new Tag("programme", id.value());
  }

  /** The creation of a territory. */
  public static Tag of(TerritoryId id) {
    return new Tag("territory", id.value());
  }

  /** The creation of a team. */
  public static Tag of(TeamId id) {
    return new Tag("team", id.value());
  }

  /** All facts of a post. */
  public static Tag of(PostId id) {
    return new Tag("post", id.value());
  }

  /** What posts a professional holds. */
  public static Tag professional(ProfessionalId id) {
    return new Tag("professional", id.value());
  }

  /** Whose referent a professional became. */
  public static Tag referent(ProfessionalId id) {
    return new Tag("referent", id.value());
  }

  /** Who did an intervention; no decision rests on it. */
  public static Tag worker(ProfessionalId id) {
    return new Tag("worker", id.value());
  }

  /** What a command was answered with. */
  public static Tag command(UUID commandId) {
    return new Tag("command", commandId.toString());
  }

  @Override
  public String toString() {
    return key + ":" + value;
  }
}
