package org.jalon.kernel.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.EffectiveOn;
import org.jalon.kernel.Fte;
import org.jalon.kernel.InterventionId;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.Minutes;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.ObjectiveId;
import org.jalon.kernel.PostId;
import org.jalon.kernel.ProfessionId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.TeamId;
import org.jalon.kernel.Term;
import org.jalon.kernel.command.Fields;
import org.jalon.kernel.event.AccompanimentStarted;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.InterventionRecorded;
import org.jalon.kernel.event.Mode;
import org.jalon.kernel.event.NormAdopted;
import org.jalon.kernel.event.ObjectiveEvaluated;
import org.jalon.kernel.event.ObjectiveSet;
import org.jalon.kernel.event.Outcome;
import org.jalon.kernel.event.PostOpened;
import org.jalon.kernel.event.Score;
import org.jalon.kernel.norm.NormScope;
import org.jalon.kernel.norm.ShareRange;
import org.jalon.kernel.norm.TimeMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class AmendmentTest {

  private static final Amendment AMENDMENT = new Amendment(ZoneId.of("Europe/Paris"));
  private static final CaseId CASE = SampleEvents.CASE;
  private static final ProfessionalId ANA = new ProfessionalId("pro-ana");
  private static final EventName RECORDED = new EventName("InterventionRecorded", 1);
  private static final Narrative.Sealed NOTE =
      new Narrative.Sealed(
          Fixed.key().seal(Fixed.place(RECORDED), "/note", "canary"), Fixed.place(RECORDED));

  private static final InterventionRecorded INTERVENTION =
      new InterventionRecorded(
          CASE,
          new InterventionId("act-1"),
          ANA,
          Mode.INTAKE,
          new Minutes(45),
          null,
          new Term("logement"),
          null,
          NOTE);

  private static final ObjectiveEvaluated EVALUATION =
      new ObjectiveEvaluated(
          CASE, new ObjectiveId("o"), Outcome.MET, List.of(new Score(1, 9)), null);

  private static final PostOpened POST =
      new PostOpened(new PostId("p"), new TeamId("t"), new ProfessionId("AS"), Fte.ONE);

  @Test
  void fields_that_are_not_named_keep_their_value_and_texts_their_seal() {
    assertThat(amended(INTERVENTION, Map.of("minutes", 50)))
        .isEqualTo(
            new InterventionRecorded(
                CASE,
                INTERVENTION.interventionId(),
                ANA,
                Mode.INTAKE,
                new Minutes(50),
                null,
                INTERVENTION.domain(),
                null,
                NOTE));
    assertThat(amended(INTERVENTION, Map.of())).isEqualTo(INTERVENTION);
  }

  @Test
  void values_of_every_kind_are_taken() {
    assertThat(
            amended(
                INTERVENTION,
                Map.of(
                    "by", "pro-ben", "mode", "ACCOMPANIMENT", "note", "new text", "act", "visit")))
        .isEqualTo(
            new InterventionRecorded(
                CASE,
                INTERVENTION.interventionId(),
                new ProfessionalId("pro-ben"),
                Mode.ACCOMPANIMENT,
                INTERVENTION.minutes(),
                null,
                INTERVENTION.domain(),
                new Term("visit"),
                new Narrative.Written("new text")));
    assertThat(
            amended(
                EVALUATION,
                Map.of(
                    "scores", List.of(Map.of("criterion", 1, "score", 0)), "outcome", "NOT_MET")))
        .isEqualTo(
            new ObjectiveEvaluated(
                CASE, EVALUATION.objectiveId(), Outcome.NOT_MET, List.of(new Score(1, 0)), null));
    assertThat(amended(POST, Map.of("fte", new BigDecimal("0.8"))))
        .isEqualTo(new PostOpened(POST.postId(), POST.team(), POST.profession(), fte("0.8")));
    assertThat(amended(POST, Map.of("fte", 0.5)))
        .isEqualTo(new PostOpened(POST.postId(), POST.team(), POST.profession(), fte("0.5")));
    assertThat(amended(new AccompanimentStarted(CASE, true), Map.of("formalised", false)))
        .isEqualTo(new AccompanimentStarted(CASE, false));
    assertThat(
            amended(
                new ObjectiveSet(
                    CASE, new ObjectiveId("o"), NOTE, List.of(NOTE), LocalDate.of(2026, 1, 1)),
                Map.of("criteria", List.of("one", "two"), "dueOn", "2026-12-31")))
        .isEqualTo(
            new ObjectiveSet(
                CASE,
                new ObjectiveId("o"),
                NOTE,
                List.of(new Narrative.Written("one"), new Narrative.Written("two")),
                LocalDate.of(2026, 12, 31)));
    assertThat(
            amended(
                new NormAdopted(NormScope.EVERYBODY, null, 22, 25, List.of()),
                fields(
                    "scope",
                    Map.of("team", "t"),
                    "standard",
                    20,
                    "alert",
                    null,
                    "shares",
                    List.of(Map.of("mode", "INTAKE", "min", 20, "max", 30)))))
        .isEqualTo(
            new NormAdopted(
                new NormScope(null, new TeamId("t"), null, null),
                20,
                null,
                25,
                List.of(new ShareRange(TimeMode.INTAKE, 20, 30))));
  }

  @Test
  void null_takes_a_value_away() {
    assertThat(amended(INTERVENTION, fields("minutes", null, "note", null)))
        .isInstanceOfSatisfying(
            InterventionRecorded.class,
            it -> {
              assertThat(it.minutes()).isNull();
              assertThat(it.note()).isNull();
            });
  }

  @Test
  void when_it_happened_is_one_of_the_fields() {
    assertThat(answer(INTERVENTION, Map.of("effectiveOn", "2026-03-01")))
        .isEqualTo(new Amendment.Amended(INTERVENTION, EffectiveOn.day(LocalDate.of(2026, 3, 1))));
    assertThat(answer(INTERVENTION, Map.of("effectiveOn", "2026-03-01T23:30:00Z")))
        .isInstanceOfSatisfying(
            Amendment.Amended.class,
            it ->
                assertThat(it.effectiveOn())
                    .extracting(EffectiveOn::day)
                    .isEqualTo(EffectiveDay.of(2026, 3, 2)));
    assertThat(answer(INTERVENTION, Map.of())).isEqualTo(new Amendment.Amended(INTERVENTION, null));
  }

  @Test
  void who_and_what_an_entry_is_about_stays() {
    assertThat(amended(INTERVENTION, Map.of("caseId", CASE.value(), "interventionId", "act-1")))
        .isEqualTo(INTERVENTION);
    assertThat(problems(INTERVENTION, Map.of("caseId", "another")))
        .containsExactly("fields.caseId FIELD_FIXED");
    assertThat(problems(POST, Map.of("postId", "another")))
        .containsExactly("fields.postId FIELD_FIXED");
  }

  record Wrong(Event event, Map<String, @Nullable Object> fields, String problem) {}

  static List<Wrong> wrong() {
    return List.of(
        new Wrong(INTERVENTION, Map.of("minuts", 5), "fields.minuts FIELD_UNKNOWN"),
        new Wrong(INTERVENTION, Map.of("minutes", 2000), "fields.minutes MINUTES_OUT_OF_RANGE"),
        new Wrong(INTERVENTION, Map.of("minutes", 1.5), "fields.minutes MINUTES_OUT_OF_RANGE"),
        new Wrong(INTERVENTION, Map.of("minutes", "45"), "fields.minutes TYPE_MISMATCH"),
        new Wrong(INTERVENTION, Map.of("by", "a@example.org"), "fields.by IDENTIFYING_ID"),
        new Wrong(INTERVENTION, Map.of("by", 7), "fields.by TYPE_MISMATCH"),
        new Wrong(INTERVENTION, fields("by", null), "fields.by FIELD_MISSING"),
        new Wrong(INTERVENTION, fields("caseId", null), "fields.caseId FIELD_MISSING"),
        new Wrong(INTERVENTION, Map.of("mode", "BY_PHONE"), "fields.mode TYPE_MISMATCH"),
        new Wrong(INTERVENTION, Map.of("mode", 0), "fields.mode TYPE_MISMATCH"),
        new Wrong(INTERVENTION, Map.of("note", " "), "fields.note TEXT_MALFORMED"),
        new Wrong(INTERVENTION, Map.of("note", List.of("x")), "fields.note TYPE_MISMATCH"),
        new Wrong(INTERVENTION, Map.of("note", Map.of("box", 0)), "fields.note TYPE_MISMATCH"),
        new Wrong(INTERVENTION, Map.of("effectiveOn", 3), "fields.effectiveOn TYPE_MISMATCH"),
        new Wrong(INTERVENTION, fields("effectiveOn", null), "fields.effectiveOn FIELD_MISSING"),
        new Wrong(
            INTERVENTION, Map.of("effectiveOn", "tomorrow"), "fields.effectiveOn DATE_MALFORMED"),
        new Wrong(
            INTERVENTION,
            Map.of("effectiveOn", "1066-10-14"),
            "fields.effectiveOn DAY_OUT_OF_RANGE"),
        new Wrong(EVALUATION, Map.of("scores", 5), "fields.scores TYPE_MISMATCH"),
        new Wrong(EVALUATION, Map.of("scores", List.of(5)), "fields.scores/0 TYPE_MISMATCH"),
        new Wrong(
            EVALUATION, Map.of("scores", Arrays.asList(1, null)), "fields.scores/1 FIELD_MISSING"),
        new Wrong(EVALUATION, Map.of("scores", score(1, 11)), "fields.scores/0 SCORE_OUT_OF_RANGE"),
        new Wrong(
            EVALUATION, Map.of("scores", score(1, "9")), "fields.scores/0/score TYPE_MISMATCH"),
        new Wrong(
            EVALUATION, Map.of("scores", score(1, 9.5)), "fields.scores/0/score TYPE_MISMATCH"),
        new Wrong(
            EVALUATION,
            Map.of("scores", score(null, 9)),
            "fields.scores/0/criterion FIELD_MISSING"),
        new Wrong(
            EVALUATION,
            Map.of("scores", List.of(Map.of("criterion", 1, "score", 1, "why", ""))),
            "fields.scores/0/why FIELD_UNKNOWN"),
        new Wrong(POST, Map.of("fte", 0), "fields.fte FTE_OUT_OF_RANGE"),
        new Wrong(POST, Map.of("fte", "1"), "fields.fte TYPE_MISMATCH"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void a_wrong_value_is_named_at_its_place(Wrong wrong) {
    assertThat(problems(wrong.event(), wrong.fields())).contains(wrong.problem());
  }

  @Test
  void everything_that_is_wrong_is_said_at_once() {
    assertThat(
            problems(
                INTERVENTION,
                fields("minutes", 0, "mode", "X", "effectiveOn", "x", "caseId", "y", "z", null)))
        .containsExactlyInAnyOrder(
            "fields.minutes MINUTES_OUT_OF_RANGE",
            "fields.mode TYPE_MISMATCH",
            "fields.effectiveOn DATE_MALFORMED",
            "fields.caseId FIELD_FIXED",
            "fields.z FIELD_UNKNOWN");
  }

  @Test
  void a_problem_names_the_way_out_and_quotes_no_text() {
    String said =
        answer(INTERVENTION, fields("mode", "X", "nope", "canary", "note", "canary\u0000"))
            .toString();

    assertThat(said)
        .contains("one of INTAKE, ACCOMPANIMENT")
        .contains("caseId, interventionId, by, mode")
        .contains("effectiveOn")
        .doesNotContain("canary");
  }

  @Test
  void an_amended_event_is_sealed_at_its_new_place() {
    var event =
        new InterventionRecorded(
            CASE, new InterventionId("a"), ANA, Mode.INTAKE, null, null, null, null, NOTE);
    var keys = Fixed.keys();
    var there = RECORDED.at(LedgerId.MAIN, new UUID(1, 2));

    EncodedEvent stored =
        new EventCodec().encode(amended(event, Map.of("minutes", 5)), there, keys);
    var read =
        (InterventionRecorded) new EventCodec().decode(there, stored.clear(), stored.sealed());

    assertThat(Opener.with(keys, List.of(Fixed.key().id()), Resealed.NONE).open(note(read)))
        .isEqualTo(new Narrative.Written("canary"));
  }

  private static Narrative note(InterventionRecorded event) {
    return java.util.Objects.requireNonNull(event.note());
  }

  private static Event amended(Event event, Map<String, @Nullable Object> fields) {
    assertThat(answer(event, fields)).isInstanceOf(Amendment.Amended.class);
    return ((Amendment.Amended) answer(event, fields)).event();
  }

  private static List<String> problems(Event event, Map<String, @Nullable Object> fields) {
    assertThat(answer(event, fields)).isInstanceOf(Amendment.Rejected.class);
    return ((Amendment.Rejected) answer(event, fields))
        .problems().stream().map(problem -> problem.field() + " " + problem.code()).toList();
  }

  private static Amendment.Answer answer(Event event, Map<String, @Nullable Object> fields) {
    return AMENDMENT.apply(event, new Fields(fields));
  }

  private static List<Map<String, @Nullable Object>> score(
      @Nullable Object criterion, @Nullable Object score) {
    return List.of(fields("criterion", criterion, "score", score));
  }

  private static Map<String, @Nullable Object> fields(@Nullable Object... pairs) {
    var map = new LinkedHashMap<String, @Nullable Object>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(String.valueOf(pairs[i]), pairs[i + 1]);
    }
    return map;
  }

  private static Fte fte(String value) {
    return new Fte(new BigDecimal(value));
  }
}
