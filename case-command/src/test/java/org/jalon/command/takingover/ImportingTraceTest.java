package org.jalon.command.takingover;

import static org.jalon.command.takingover.Recording.day;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jalon.command.decision.CommonRule;
import org.jalon.command.decision.Draft;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveOn;
import org.jalon.kernel.HouseholdId;
import org.jalon.kernel.InterventionId;
import org.jalon.kernel.Label;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.ProgrammeId;
import org.jalon.kernel.Term;
import org.jalon.kernel.event.AccompanimentClosed;
import org.jalon.kernel.event.AccompanimentStarted;
import org.jalon.kernel.event.CaseClosed;
import org.jalon.kernel.event.CaseOpened;
import org.jalon.kernel.event.ClosureReason;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.InterventionRecorded;
import org.jalon.kernel.event.Mode;
import org.jalon.kernel.event.ProgrammeDefined;
import org.jalon.kernel.event.ReferentAssigned;
import org.junit.jupiter.api.Test;

/** How foreign cases enter the record. */
class ImportingTraceTest {

  private static final CaseId CASE = new CaseId("case-1");
  private static final HouseholdId HOUSEHOLD = new HouseholdId("xes:case-1");
  private static final ProgrammeId PERMITS = new ProgrammeId("permits");
  private static final ProgrammeId OTHER = new ProgrammeId("other");
  private static final ProfessionalId ANA = new ProfessionalId("Ana");

  private final Recording recording = new Recording();

  @Test
  void a_trace_is_recorded_whole_and_once() {
    ImportTrace trace = opened("2026-01-01").act("a", "2026-02-01").closed("2026-03-01").trace();
    recording
        .imports(trace)
        .to(
            "CaseOpened 2026-01-01",
            "ReferentAssigned 2026-01-01",
            "AccompanimentStarted 2026-01-01",
            "InterventionRecorded 2026-02-01",
            "AccompanimentClosed 2026-03-01",
            "CaseClosed 2026-03-01");
    recording.imports(trace).toNothing();
  }

  @Test
  void a_trace_that_went_on_records_only_what_is_new() {
    recording.imports(opened("2026-01-01").act("a", "2026-02-01").trace());
    recording
        .imports(
            opened("2026-01-01")
                .act("earlier", "2026-01-15")
                .act("a", "2026-02-01")
                .closed("2026-03-01")
                .trace())
        .to(
            "InterventionRecorded 2026-01-15",
            "AccompanimentClosed 2026-03-01",
            "CaseClosed 2026-03-01");
    recording
        .imports(
            opened("2026-01-01")
                .act("late", "2026-03-01")
                .act("a", "2026-02-01")
                .closed("2026-03-01")
                .trace())
        .to("InterventionRecorded 2026-03-01");
  }

  @Test
  void what_was_recorded_is_not_changed_by_another_version_of_the_file() {
    recording.imports(opened("2026-01-01").act("a", "2026-02-01").closed("2026-03-01").trace());
    recording
        .imports(opened("2026-01-02").act("a", "2026-02-01").closed("2026-03-01").trace())
        .refused(
            CommonRule.COMMAND_ID_REUSED, "CaseOpened", "position 1", "2026-01-01", "2026-01-02");
    recording
        .imports(opened("2026-01-01").act("a", "2026-02-01").closed("2026-03-02").trace())
        .refused(CommonRule.COMMAND_ID_REUSED, "CaseClosed", "2026-03-01", "2026-03-02");
    recording
        .imports(opened("2026-01-01").act("a", "2026-02-01", "other act").trace())
        .refused(CommonRule.COMMAND_ID_REUSED, "InterventionRecorded", "another content");
  }

  @Test
  void a_case_of_another_programme_or_of_somebody_else_is_another_case() {
    recording.given("2026-01-01", new CaseOpened(CASE, HOUSEHOLD, OTHER, null));
    recording
        .imports(opened("2026-01-01").trace())
        .refused(ImportRule.OTHER_PROGRAMME, "case-1", "other");
    var here = new Recording();
    here.given("2026-01-01", new CaseOpened(CASE, HOUSEHOLD, PERMITS, null));
    here.imports(opened("2026-01-01").trace()).refused(CommonRule.CASE_ID_TAKEN, "position 1");
  }

  @Test
  void a_trace_imported_under_a_pseudonym_is_not_imported_again_under_its_name() {
    recording.imports(
        new Trace(new CaseId("abcdefgh"), new HouseholdId("xes:abcdefgh"))
            .opened("2026-01-01")
            .trace());
    recording
        .imports(opened("2026-01-01").trace())
        .refused(CommonRule.COMMAND_ID_REUSED, "pseudonymise");
  }

  @Test
  void a_household_has_one_open_case_in_a_programme_at_a_time() {
    recording
        .given("2026-02-01", new CaseOpened(new CaseId("mine"), HOUSEHOLD, PERMITS, null))
        .given("2026-04-01", new CaseClosed(new CaseId("mine"), ClosureReason.MOVED_AWAY, null));
    recording
        .imports(opened("2026-03-31").closed("2026-05-01").trace())
        .refused(ImportRule.CASE_ALREADY_OPEN, "mine");
    recording.imports(opened("2026-01-01").trace()).refused(ImportRule.CASE_ALREADY_OPEN, "mine");
    recording
        .imports(opened("2026-01-01").closed("2026-02-01").trace())
        .to(
            "CaseOpened 2026-01-01",
            "ReferentAssigned 2026-01-01",
            "AccompanimentStarted 2026-01-01",
            "AccompanimentClosed 2026-02-01",
            "CaseClosed 2026-02-01");
  }

  @Test
  void the_future_has_no_history() {
    recording
        .imports(opened("2026-01-01").act("a", "2026-07-02").trace())
        .refused(CommonRule.EFFECTIVE_IN_FUTURE, "InterventionRecorded", "2026-07-02");
  }

  @Test
  void a_case_that_was_closed_here_is_not_closed_by_the_file() {
    recording.imports(opened("2026-01-01").trace());
    recording
        .given("2026-03-01", new AccompanimentClosed(CASE, ClosureReason.MOVED_AWAY, null))
        .given("2026-03-01", new CaseClosed(CASE, ClosureReason.MOVED_AWAY, null));
    recording.imports(opened("2026-01-01").trace()).toNothing();
    recording
        .imports(opened("2026-01-01").closed("2026-04-01").trace())
        .refused(CommonRule.CONTRADICTS_RECORDED_FACT, "no accompaniment would run");
    recording
        .imports(opened("2026-01-01").closed("2026-02-01").trace())
        .refused(CommonRule.CONTRADICTS_RECORDED_FACT);
    recording
        .imports(opened("2026-01-01").act("a", "2026-03-02").trace())
        .refused(CommonRule.CONTRADICTS_RECORDED_FACT, "2026-03-02");
    recording
        .imports(opened("2026-01-01").act("b", "2026-03-01").trace())
        .to("InterventionRecorded 2026-03-01");
  }

  @Test
  void a_programme_is_defined_once_unless_it_is_there() {
    var permits = programme(PERMITS);
    recording.imports(permits).to("ProgrammeDefined 1900-01-01");
    recording.imports(permits).toNothing();
    recording.imports(programme(new ProgrammeId("polyvalence"))).toNothing();
  }

  private static ImportProgramme programme(ProgrammeId id) {
    return new ImportProgramme(
        new ProgrammeDefined(id, new Label(id.value()), List.of()), UUID.randomUUID());
  }

  private static Trace opened(String day) {
    return new Trace(CASE, HOUSEHOLD).opened(day);
  }

  private static final class Trace {
    private final CaseId id;
    private final CaseOpened opening;
    private final List<Draft> drafts = new ArrayList<>();

    Trace(CaseId id, HouseholdId household) {
      this.id = id;
      this.opening = new CaseOpened(id, household, PERMITS, null);
    }

    Trace opened(String day) {
      add("open", opening, day);
      add("referent", new ReferentAssigned(id, ANA), day);
      return add("start", new AccompanimentStarted(id, false), day);
    }

    Trace act(String key, String day) {
      return act(key, day, "an act");
    }

    Trace act(String key, String day, String act) {
      return add(
          "act " + key,
          new InterventionRecorded(
              id,
              new InterventionId(key),
              ANA,
              Mode.ACCOMPANIMENT,
              null,
              null,
              null,
              new Term(act),
              null),
          day);
    }

    Trace closed(String day) {
      add("end", new AccompanimentClosed(id, ClosureReason.NOT_STATED, null), day);
      return add("close", new CaseClosed(id, ClosureReason.NOT_STATED, null), day);
    }

    ImportTrace trace() {
      return new ImportTrace(opening, drafts);
    }

    private Trace add(String key, Event event, String day) {
      var commandId = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
      drafts.add(new Draft(event, EffectiveOn.day(day(day).value()), commandId));
      return this;
    }
  }
}
