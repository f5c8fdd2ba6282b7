package org.jalon.kernel.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jalon.kernel.ActorId;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveDay;
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
import org.jalon.kernel.Term;
import org.jalon.kernel.TerritoryId;
import org.jalon.kernel.event.AccompanimentClosed;
import org.jalon.kernel.event.AccompanimentProposed;
import org.jalon.kernel.event.AccompanimentStarted;
import org.jalon.kernel.event.AdhesionGiven;
import org.jalon.kernel.event.CaseClosed;
import org.jalon.kernel.event.CaseOpened;
import org.jalon.kernel.event.CaseReopened;
import org.jalon.kernel.event.CaseloadAboveCeiling;
import org.jalon.kernel.event.CaseloadCeilingOverridden;
import org.jalon.kernel.event.ClosureReason;
import org.jalon.kernel.event.ContactInitiator;
import org.jalon.kernel.event.DurationPlanned;
import org.jalon.kernel.event.EntryRectified;
import org.jalon.kernel.event.EntryRedacted;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.ForeignNumberKept;
import org.jalon.kernel.event.HandOverDeclined;
import org.jalon.kernel.event.HandOverProposed;
import org.jalon.kernel.event.HandOverWithdrawn;
import org.jalon.kernel.event.InterventionRecorded;
import org.jalon.kernel.event.Mode;
import org.jalon.kernel.event.NarrativeResealed;
import org.jalon.kernel.event.NormAdopted;
import org.jalon.kernel.event.ObjectiveAbandoned;
import org.jalon.kernel.event.ObjectiveEvaluated;
import org.jalon.kernel.event.ObjectiveSet;
import org.jalon.kernel.event.Outcome;
import org.jalon.kernel.event.PostClosed;
import org.jalon.kernel.event.PostFilled;
import org.jalon.kernel.event.PostOpened;
import org.jalon.kernel.event.PostResized;
import org.jalon.kernel.event.PostVacated;
import org.jalon.kernel.event.ProgrammeDefined;
import org.jalon.kernel.event.ReferentAssigned;
import org.jalon.kernel.event.ReferentChanged;
import org.jalon.kernel.event.ReferentReleased;
import org.jalon.kernel.event.Replacement;
import org.jalon.kernel.event.Score;
import org.jalon.kernel.event.TeamCreated;
import org.jalon.kernel.event.TerritoryCreated;
import org.jalon.kernel.event.WorkingTimeChanged;
import org.jalon.kernel.norm.NormScope;
import org.jalon.kernel.norm.ShareRange;
import org.jalon.kernel.norm.TimeMode;

/** One fact of every kind with all its fields, and one without those that may be absent. */
final class SampleEvents {

  static final CaseId CASE = new CaseId("case-10011");
  private static final ProfessionalId ANA = new ProfessionalId("pro-ana");
  private static final ProfessionalId BEN = new ProfessionalId("pro-ben");
  private static final ObjectiveId OBJECTIVE = new ObjectiveId("objective-1");
  private static final PostId POST = new PostId("post-1");
  private static final TeamId TEAM = new TeamId("team-1");
  private static final TerritoryId TERRITORY = new TerritoryId("territory-1");
  private static final LocalDate DAY = LocalDate.of(2026, 9, 30);

  private SampleEvents() {}

  /** With every field set. */
  static List<Event> full() {
    return Stream.of(ofCases(), handedOver(), rectified(), ofWorkforceAndOffer())
        .flatMap(Function.identity())
        .toList();
  }

  /** Of those kinds that have fields that may be absent, without them. */
  static List<Event> sparse() {
    return List.of(
        new CaseOpened(CASE, new HouseholdId("household-1"), new ProgrammeId("polyvalence"), null),
        new InterventionRecorded(
            CASE,
            new InterventionId("act-1"),
            ANA,
            Mode.ACCOMPANIMENT,
            null,
            null,
            null,
            null,
            null),
        new ObjectiveEvaluated(CASE, OBJECTIVE, Outcome.NOT_MET, List.of(), null),
        new AccompanimentClosed(CASE, ClosureReason.OBJECTIVES_MET, null),
        new CaseClosed(CASE, ClosureReason.NOT_STATED, null),
        new PostFilled(POST, ANA, Fte.ONE, null),
        new ReferentReleased(CASE, ANA, null),
        new HandOverProposed(CASE, ANA, BEN, null, null),
        new HandOverDeclined(CASE, BEN, null),
        new HandOverWithdrawn(CASE, BEN, null),
        new CaseReopened(CASE, null),
        new EntryRectified(7, "PostClosed", null, List.of("post:post-1"), null, null, null),
        new NormAdopted(NormScope.EVERYBODY, null, null, null, List.of()));
  }

  private static Stream<Event> ofCases() {
    return Stream.of(
        new CaseOpened(CASE, new HouseholdId("household-1"), new ProgrammeId("polyvalence"), TEAM),
        new AccompanimentProposed(CASE),
        new AdhesionGiven(CASE),
        new ObjectiveSet(
            CASE,
            OBJECTIVE,
            text("Retrouver un logement stable — d’ici l’automne"),
            List.of(text("un bail est signé"), text("three months of rent are paid")),
            DAY),
        new DurationPlanned(CASE, DAY),
        new ReferentAssigned(CASE, ANA),
        new CaseloadCeilingOverridden(
            CASE, ANA, 26, 25, new ActorId("head-1"), text("already follows the sister")),
        new AccompanimentStarted(CASE, true),
        new InterventionRecorded(
            CASE,
            new InterventionId("act-1"),
            ANA,
            Mode.INTAKE,
            new Minutes(45),
            ContactInitiator.PERSON,
            new Term("logement"),
            new Term("home visit"),
            text("line one\nline two, with \"quotes\" and a 🙂")),
        new ObjectiveEvaluated(
            CASE,
            OBJECTIVE,
            Outcome.PARTLY_MET,
            List.of(new Score(1, 10), new Score(2, 4)),
            text("the lease is signed")),
        new ObjectiveAbandoned(CASE, OBJECTIVE),
        new AccompanimentClosed(CASE, ClosureReason.OTHER, text("went to live abroad")),
        new CaseClosed(CASE, ClosureReason.OTHER, text("went to live abroad")),
        new ForeignNumberKept(CASE, text("2019/0815-A")));
  }

  private static Stream<Event> handedOver() {
    return Stream.of(
        new ReferentReleased(CASE, ANA, text("long leave")),
        new HandOverProposed(CASE, ANA, BEN, DAY, text("moved to the other sector")),
        new HandOverDeclined(CASE, BEN, text("no place before autumn")),
        new HandOverWithdrawn(CASE, BEN, text("the household stays")),
        new ReferentChanged(CASE, ANA, BEN, DAY),
        new CaseReopened(CASE, text("came back")));
  }

  private static Stream<Event> rectified() {
    return Stream.of(
        new EntryRectified(
            7,
            "ObjectiveSet",
            CASE,
            List.of("case:case-10011"),
            new Replacement(
                EffectiveDay.of(2026, 3, 1),
                "2026-03-01T09:30:00+01:00",
                new ObjectiveSet(
                    CASE, OBJECTIVE, text("a stable home"), List.of(text("a lease")), DAY)),
            text("the wrong objective was written down"),
            new Label("typed in the wrong line")),
        new EntryRedacted(CASE, 7, text("told in confidence")),
        new NarrativeResealed(
            CASE,
            List.of(
                new NarrativeResealed.Text(new UUID(1, 2), "/note", text("what stays")),
                new NarrativeResealed.Text(
                    new UUID(1, 3),
                    "/criteria/0",
                    new Narrative.Erased(Instant.parse("2026-06-01T10:00:00Z"))))));
  }

  private static Stream<Event> ofWorkforceAndOffer() {
    return Stream.of(
        new TerritoryCreated(TERRITORY, new Label("Grésivaudan")),
        new TeamCreated(TEAM, TERRITORY, new Label("Équipe de Crolles")),
        new PostOpened(POST, TEAM, new ProfessionId("AS"), fte("0.8")),
        new PostResized(POST, fte("1")),
        new PostFilled(POST, ANA, fte("0.5"), BEN),
        new WorkingTimeChanged(POST, ANA, fte("0.6667")),
        new PostVacated(POST, ANA),
        new PostClosed(POST),
        new CaseloadAboveCeiling(ANA, 26, 25),
        new NormAdopted(
            new NormScope(new ProgrammeId("polyvalence"), TEAM, TERRITORY, new ProfessionId("AS")),
            20,
            22,
            25,
            List.of(
                new ShareRange(TimeMode.INTAKE, 20, 30),
                new ShareRange(TimeMode.ACCOMPANIMENT, 50, 60),
                new ShareRange(TimeMode.COLLECTIVE, 0, 20))),
        new ProgrammeDefined(
            new ProgrammeId("polyvalence"),
            new Label("Polyvalence"),
            List.of(new ProfessionId("AS"), new ProfessionId("CESF"))));
  }

  private static Narrative text(String text) {
    return new Narrative.Written(text);
  }

  private static Fte fte(String value) {
    return new Fte(new BigDecimal(value));
  }
}
