package org.jalon.query;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jalon.kernel.ActorId;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.HouseholdId;
import org.jalon.kernel.InterventionId;
import org.jalon.kernel.Minutes;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.ObjectiveId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.Term;
import org.jalon.kernel.event.AccompanimentClosed;
import org.jalon.kernel.event.AccompanimentProposed;
import org.jalon.kernel.event.AccompanimentStarted;
import org.jalon.kernel.event.AdhesionGiven;
import org.jalon.kernel.event.CaseClosed;
import org.jalon.kernel.event.CaseEvent;
import org.jalon.kernel.event.CaseOpened;
import org.jalon.kernel.event.CaseReopened;
import org.jalon.kernel.event.CaseloadCeilingOverridden;
import org.jalon.kernel.event.ClosureReason;
import org.jalon.kernel.event.ContactInitiator;
import org.jalon.kernel.event.DurationPlanned;
import org.jalon.kernel.event.EntryRectified;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.HandOverProposed;
import org.jalon.kernel.event.InterventionRecorded;
import org.jalon.kernel.event.Mode;
import org.jalon.kernel.event.ObjectiveAbandoned;
import org.jalon.kernel.event.ObjectiveEvaluated;
import org.jalon.kernel.event.ObjectiveSet;
import org.jalon.kernel.event.Outcome;
import org.jalon.kernel.event.ReferentAssigned;
import org.jalon.kernel.event.ReferentChanged;
import org.jalon.kernel.event.Replacement;
import org.jalon.kernel.event.Score;
import org.jalon.kernel.timeline.Fact;
import org.jspecify.annotations.Nullable;

/** Facts of cases, in the words of the business. */
public final class Facts {

  public static final CaseId CASE = new CaseId("C1");
  public static final CaseId OTHER_CASE = new CaseId("C2");
  public static final ProfessionalId ANA = new ProfessionalId("ana");
  public static final ProfessionalId BEN = new ProfessionalId("ben");
  public static final ObjectiveId HOUSING = new ObjectiveId("housing");
  public static final TeamId TEAM = new TeamId("T7");
  public static final ProgrammeId PROGRAMME = new ProgrammeId("polyvalence");

  private Facts() {}

  public static EffectiveDay march(int day) {
    return EffectiveDay.of(2026, 3, day);
  }

  public static CaseOpened opened(CaseId caseId) {
    return new CaseOpened(caseId, new HouseholdId("H-" + caseId), PROGRAMME, TEAM);
  }

  public static AccompanimentProposed proposed(CaseId caseId) {
    return new AccompanimentProposed(caseId);
  }

  public static AdhesionGiven agreed(CaseId caseId) {
    return new AdhesionGiven(caseId);
  }

  public static ObjectiveSet objective(CaseId caseId, LocalDate dueOn) {
    return new ObjectiveSet(
        caseId,
        HOUSING,
        new Narrative.Written("a home of their own"),
        List.of(new Narrative.Written("lease signed"), new Narrative.Written("rent paid")),
        dueOn);
  }

  public static ObjectiveEvaluated evaluated(CaseId caseId, Outcome outcome) {
    return new ObjectiveEvaluated(
        caseId, HOUSING, outcome, List.of(new Score(1, 8)), new Narrative.Written("lease is near"));
  }

  public static ObjectiveAbandoned abandoned(CaseId caseId) {
    return new ObjectiveAbandoned(caseId, HOUSING);
  }

  public static DurationPlanned planned(CaseId caseId, LocalDate until) {
    return new DurationPlanned(caseId, until);
  }

  public static ReferentAssigned assigned(CaseId caseId, ProfessionalId referent) {
    return new ReferentAssigned(caseId, referent);
  }

  public static CaseloadCeilingOverridden admitted(CaseId caseId) {
    return new CaseloadCeilingOverridden(
        caseId, ANA, 26, 25, new ActorId("head"), new Narrative.Written("nobody else is there"));
  }

  public static AccompanimentStarted started(CaseId caseId) {
    return new AccompanimentStarted(caseId, true);
  }

  public static InterventionRecorded intervention(CaseId caseId, String id) {
    return new InterventionRecorded(
        caseId,
        new InterventionId(id),
        ANA,
        Mode.ACCOMPANIMENT,
        new Minutes(45),
        ContactInitiator.PERSON,
        new Term("housing"),
        new Term("home visit"),
        new Narrative.Written("they spoke of the flat"));
  }

  public static AccompanimentClosed ended(CaseId caseId) {
    return new AccompanimentClosed(caseId, ClosureReason.OBJECTIVES_MET, null);
  }

  public static CaseClosed closed(CaseId caseId) {
    return new CaseClosed(caseId, ClosureReason.OTHER, new Narrative.Written("they went home"));
  }

  public static CaseReopened reopened(CaseId caseId) {
    return new CaseReopened(caseId, new Narrative.Written("they came back"));
  }

  public static HandOverProposed handOver(CaseId caseId, ProfessionalId from, ProfessionalId to) {
    return new HandOverProposed(
        caseId,
        from,
        to,
        LocalDate.of(2026, 6, 30),
        new Narrative.Written("moved to the other sector"));
  }

  public static ReferentChanged changed(
      CaseId caseId, ProfessionalId from, ProfessionalId to, LocalDate overlapUntil) {
    return new ReferentChanged(caseId, from, to, overlapUntil);
  }

  /** The entry at a position taken back. */
  public static EntryRectified annulled(CaseId caseId, long position) {
    return rectified(caseId, position, null);
  }

  /** The entry at a position replaced. */
  public static EntryRectified replaced(
      CaseId caseId, long position, EffectiveDay day, CaseEvent by) {
    return rectified(caseId, position, new Replacement(day, day.toString(), by));
  }

  private static EntryRectified rectified(
      CaseId caseId, long position, @Nullable Replacement replacement) {
    return new EntryRectified(
        position,
        "AnyEntry",
        caseId,
        List.of("case:" + caseId),
        replacement,
        new Narrative.Written("typed in the wrong line"),
        null);
  }

  /** A fact of the timeline. */
  public static Fact at(long position, EffectiveDay day, Event event) {
    return new Fact(position, day, new UUID(0, position), event);
  }
}
