package org.jalon.benchmark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jalon.command.decision.Draft;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveOn;
import org.jalon.kernel.Fte;
import org.jalon.kernel.HouseholdId;
import org.jalon.kernel.InterventionId;
import org.jalon.kernel.Label;
import org.jalon.kernel.Minutes;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.ObjectiveId;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.TerritoryId;
import org.jalon.kernel.event.AccompanimentClosed;
import org.jalon.kernel.event.AccompanimentProposed;
import org.jalon.kernel.event.AccompanimentStarted;
import org.jalon.kernel.event.AdhesionGiven;
import org.jalon.kernel.event.CaseClosed;
import org.jalon.kernel.event.CaseOpened;
import org.jalon.kernel.event.ClosureReason;
import org.jalon.kernel.event.DurationPlanned;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.InterventionRecorded;
import org.jalon.kernel.event.Mode;
import org.jalon.kernel.event.ObjectiveEvaluated;
import org.jalon.kernel.event.ObjectiveSet;
import org.jalon.kernel.event.Outcome;
import org.jalon.kernel.event.PostFilled;
import org.jalon.kernel.event.PostOpened;
import org.jalon.kernel.event.ProgrammeDefined;
import org.jalon.kernel.event.ReferentAssigned;
import org.jalon.kernel.event.TeamCreated;
import org.jalon.kernel.event.TerritoryCreated;

/**
 * Ten years of casework by several referents, in the order in which it was recorded: each has one
 * case after another, evenly spread, the last ones still open.
 */
final class TenYears {

  static final LocalDate FIRST = LocalDate.of(2016, 1, 4);
  static final LocalDate TODAY = FIRST.plusYears(10);

  private static final int DAYS = 3_600;
  private static final ProgrammeId PROGRAMME = ProgrammeDefined.POLYVALENCE.programmeId();
  private static final TeamId TEAM = new TeamId("harbour");

  private final Extent extent;
  private final List<Draft> drafts = new ArrayList<>();

  private TenYears(Extent extent) {
    this.extent = extent;
  }

  static ProfessionalId referent(int number) {
    return new ProfessionalId("referent-" + number);
  }

  /** A case that nobody has as referent yet. */
  static CaseId spare(int referent, int number) {
    return new CaseId("spare-%d-%d".formatted(referent, number));
  }

  /** Every fact, the earliest first. */
  static List<Draft> of(Extent extent) {
    var years = new TenYears(extent);
    years.workforce();
    for (int referent = 0; referent < extent.referents(); referent++) {
      for (int number = 0; number < extent.cases(); number++) {
        years.life(referent, number);
      }
      for (int number = 0; number < extent.spare(); number++) {
        years.at(TODAY, opened(spare(referent, number)));
      }
    }
    years.drafts.sort(Comparator.comparing(draft -> draft.effectiveOn().day()));
    return years.drafts;
  }

  private void workforce() {
    var north = new TerritoryId("north");
    at(FIRST, new TerritoryCreated(north, new Label("North")));
    at(FIRST, new TeamCreated(TEAM, north, new Label("Harbour")));
    for (int referent = 0; referent < extent.referents(); referent++) {
      var post = new PostId("post-" + referent);
      at(FIRST, new PostOpened(post, TEAM, new ProfessionId("AS"), Fte.ONE));
      at(FIRST, new PostFilled(post, referent(referent), Fte.ONE, null));
    }
  }

  private void life(int referent, int number) {
    var id = new CaseId("case-%d-%d".formatted(referent, number));
    var goal = new ObjectiveId("goal");
    LocalDate start = FIRST.plusDays((long) DAYS * number / extent.cases());
    LocalDate end = start.plusDays((long) DAYS * extent.open() / extent.cases());
    at(start, opened(id));
    at(start, new AccompanimentProposed(id));
    at(start.plusDays(1), new AdhesionGiven(id));
    at(
        start.plusDays(2),
        new ObjectiveSet(
            id,
            goal,
            new Narrative.Written("A flat of their own, near the school"),
            List.of(new Narrative.Written("a lease is signed")),
            end));
    at(start.plusDays(2), new DurationPlanned(id, end));
    at(start.plusDays(3), new ReferentAssigned(id, referent(referent)));
    at(start.plusDays(3), new AccompanimentStarted(id, true));
    for (int i = 0; i < extent.interventions(); i++) {
      at(start.plusDays(4 + (long) 300 * i / extent.interventions()), visit(id, i, referent));
    }
    if (number < extent.cases() - extent.open()) {
      at(end, new ObjectiveEvaluated(id, goal, Outcome.MET, List.of(), null));
      at(end, new AccompanimentClosed(id, ClosureReason.OBJECTIVES_MET, null));
      at(end, new CaseClosed(id, ClosureReason.OBJECTIVES_MET, null));
    }
  }

  private static CaseOpened opened(CaseId id) {
    return new CaseOpened(id, new HouseholdId("h-" + id), PROGRAMME, TEAM);
  }

  private static InterventionRecorded visit(CaseId id, int number, int referent) {
    return new InterventionRecorded(
        id,
        new InterventionId("i-" + number),
        referent(referent),
        Mode.values()[number % Mode.values().length],
        new Minutes(45),
        null,
        null,
        null,
        null);
  }

  private void at(LocalDate day, Event event) {
    LocalDate happened = day.isAfter(TODAY) ? TODAY : day;
    drafts.add(new Draft(event, EffectiveOn.day(happened), UUID.randomUUID()));
  }
}
