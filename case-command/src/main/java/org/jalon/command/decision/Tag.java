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

  private static final String ENTRY = "entry";

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

  /** Every norm; there are few. */
  public static Tag norms() {
    return new Tag("norm", "all");
  }

  /** All facts of posts and teams: who must look at every professional asks for it. */
  public static Tag workforce() {
    return new Tag("workforce", "all");
  }

  /** The alerts about a professional; no decision rests on them. */
  public static Tag alert(ProfessionalId id) {
    return new Tag("alert", id.value());
  }

  /**
   * Reads {@code key:value}.
   *
   * @throws IllegalArgumentException if there is no colon in it
   */
  public static Tag parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException("a tag is key:value, not " + text);
    }
    return new Tag(text.substring(0, colon), text.substring(colon + 1));
  }

  /** One entry of the ledger; every fact carries it without its being stored. */
  public static Tag entry(long position) {
    return new Tag(ENTRY, Long.toString(position));
  }

  /** Whether it names an entry by its position. */
  public boolean isEntry() {
    return key.equals(ENTRY);
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
