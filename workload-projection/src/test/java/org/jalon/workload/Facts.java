package org.jalon.workload;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.Fte;
import org.jalon.kernel.HouseholdId;
import org.jalon.kernel.Label;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.TerritoryId;
import org.jalon.kernel.event.AccompanimentClosed;
import org.jalon.kernel.event.AccompanimentStarted;
import org.jalon.kernel.event.CaseClosed;
import org.jalon.kernel.event.CaseOpened;
import org.jalon.kernel.event.CaseReopened;
import org.jalon.kernel.event.CaseloadAboveCeiling;
import org.jalon.kernel.event.ClosureReason;
import org.jalon.kernel.event.EntryRectified;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.NormAdopted;
import org.jalon.kernel.event.PostClosed;
import org.jalon.kernel.event.PostFilled;
import org.jalon.kernel.event.PostOpened;
import org.jalon.kernel.event.PostVacated;
import org.jalon.kernel.event.ProgrammeDefined;
import org.jalon.kernel.event.ReferentAssigned;
import org.jalon.kernel.event.ReferentChanged;
import org.jalon.kernel.event.ReferentReleased;
import org.jalon.kernel.event.Replacement;
import org.jalon.kernel.event.TeamCreated;
import org.jalon.kernel.event.TerritoryCreated;
import org.jalon.kernel.event.WorkingTimeChanged;
import org.jalon.kernel.norm.NormScope;
import org.jalon.kernel.wire.EventCatalog;
import org.jspecify.annotations.Nullable;

/** Facts as sentences, for tests. */
public final class Facts {

  private Facts() {}

  public static EffectiveDay march(int day) {
    return EffectiveDay.of(2026, 3, day);
  }

  public static Event opened(String caseId, @Nullable String team) {
    return opened(caseId, "polyvalence", team);
  }

  public static Event opened(String caseId, String programme, @Nullable String team) {
    return new CaseOpened(
        new CaseId(caseId),
        new HouseholdId("H-" + caseId),
        new ProgrammeId(programme),
        team == null ? null : new TeamId(team));
  }

  public static Event assigned(String caseId, String referent) {
    return new ReferentAssigned(new CaseId(caseId), new ProfessionalId(referent));
  }

  public static Event started(String caseId) {
    return new AccompanimentStarted(new CaseId(caseId), true);
  }

  public static Event ended(String caseId) {
    return new AccompanimentClosed(new CaseId(caseId), ClosureReason.OBJECTIVES_MET, null);
  }

  public static Event closed(String caseId) {
    return new CaseClosed(new CaseId(caseId), ClosureReason.OBJECTIVES_MET, null);
  }

  /** Opening, referent and start in one go. */
  public static Event[] accompanied(String caseId, @Nullable String team, String referent) {
    return new Event[] {opened(caseId, team), assigned(caseId, referent), started(caseId)};
  }

  public static Event territory(String id) {
    return new TerritoryCreated(new TerritoryId(id), new Label("Territory " + id));
  }

  public static Event team(String id, String territory) {
    return new TeamCreated(new TeamId(id), new TerritoryId(territory), new Label("Team " + id));
  }

  public static Event post(String id, String team, String profession, String fte) {
    return new PostOpened(new PostId(id), new TeamId(team), new ProfessionId(profession), fte(fte));
  }

  public static Event filled(String post, String professional, String fte) {
    return new PostFilled(new PostId(post), new ProfessionalId(professional), fte(fte), null);
  }

  public static Event replaced(String post, String professional, String fte, String absent) {
    return new PostFilled(
        new PostId(post), new ProfessionalId(professional), fte(fte), new ProfessionalId(absent));
  }

  public static Event worksNow(String post, String professional, String fte) {
    return new WorkingTimeChanged(new PostId(post), new ProfessionalId(professional), fte(fte));
  }

  public static Event vacated(String post, String professional) {
    return new PostVacated(new PostId(post), new ProfessionalId(professional));
  }

  public static Event programme(String id, String... professions) {
    List<ProfessionId> allowed = Arrays.stream(professions).map(ProfessionId::new).toList();
    return new ProgrammeDefined(new ProgrammeId(id), new Label("Programme " + id), allowed);
  }

  public static Event released(String caseId, String referent) {
    return new ReferentReleased(new CaseId(caseId), new ProfessionalId(referent), null);
  }

  public static Event handedOver(String caseId, String from, String to) {
    return new ReferentChanged(
        new CaseId(caseId),
        new ProfessionalId(from),
        new ProfessionalId(to),
        LocalDate.of(2026, 6, 1));
  }

  public static Event reopened(String caseId) {
    return new CaseReopened(new CaseId(caseId), null);
  }

  public static Event postClosed(String post) {
    return new PostClosed(new PostId(post));
  }

  public static Event aboveCeiling(String professional, int load, int ceiling) {
    return new CaseloadAboveCeiling(new ProfessionalId(professional), load, ceiling);
  }

  /** A norm that states a ceiling and leaves the rest, or a standard if there is no ceiling. */
  public static Event norm(NormScope scope, @Nullable Integer standard, @Nullable Integer ceiling) {
    return new NormAdopted(scope, standard, null, ceiling, List.of());
  }

  public static Event annulled(long position, Event entry) {
    return rectified(position, entry, null);
  }

  public static Event replaced(long position, Event entry, EffectiveDay day, Event other) {
    return rectified(position, entry, new Replacement(day, day.toString(), other));
  }

  private static Event rectified(long position, Event entry, @Nullable Replacement replacement) {
    CaseId caseId = Event.caseOf(entry).orElse(null);
    return new EntryRectified(
        position,
        EventCatalog.nameOf(entry).name(),
        caseId,
        List.of(),
        replacement,
        caseId == null ? null : new Narrative.Written("canary"),
        caseId == null ? new Label("mistyped") : null);
  }

  private static Fte fte(String value) {
    return new Fte(new BigDecimal(value));
  }
}
