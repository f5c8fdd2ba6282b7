package org.jalon.command;

import java.util.Arrays;
import java.util.List;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.Label;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.TerritoryId;
import org.jalon.kernel.event.CaseloadAboveCeiling;
import org.jalon.kernel.event.EntryRectified;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.NormAdopted;
import org.jalon.kernel.event.PostClosed;
import org.jalon.kernel.event.Replacement;
import org.jalon.kernel.norm.NormScope;

/** Facts of posts that end, of norms and of alerts as specifications read them aloud. */
public final class StaffFacts {

  public static final NormScope EVERYBODY = NormScope.EVERYBODY;

  private StaffFacts() {}

  public static PostClosed postClosed(PostId id) {
    return new PostClosed(id);
  }

  public static CaseloadAboveCeiling aboveCeiling(ProfessionalId who, int load, int ceiling) {
    return new CaseloadAboveCeiling(who, load, ceiling);
  }

  public static NormAdopted ceilingOf(NormScope scope, int ceiling) {
    return new NormAdopted(scope, null, null, ceiling, List.of());
  }

  public static NormScope in(ProgrammeId programme) {
    return new NormScope(programme, null, null, null);
  }

  public static NormScope in(TeamId team) {
    return new NormScope(null, team, null, null);
  }

  public static NormScope in(TerritoryId territory) {
    return new NormScope(null, null, territory, null);
  }

  public static NormScope of(String profession) {
    return new NormScope(null, null, null, new ProfessionId(profession));
  }

  public static EntryRectified annulled(long position, String entry, String... subjects) {
    return new EntryRectified(
        position, entry, null, Arrays.asList(subjects), null, null, new Label("a mistake"));
  }

  public static EntryRectified replaced(
      long position, String entry, EffectiveDay day, Event event, String... subjects) {
    return new EntryRectified(
        position,
        entry,
        null,
        Arrays.asList(subjects),
        new Replacement(day, day.toString(), event),
        null,
        new Label("a mistake"));
  }
}
