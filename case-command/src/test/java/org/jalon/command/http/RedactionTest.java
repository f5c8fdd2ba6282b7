package org.jalon.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jalon.command.http.WriteSideServer.Answer;
import org.jalon.command.wiring.Decisions;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.NarrativeResealed;
import org.jalon.kernel.feed.Recorded;
import org.jalon.kernel.wire.Opener;
import org.jalon.kernel.wire.Resealed;
import org.jalon.kernel.wire.Texts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The text of one entry goes, what else the case tells stays readable. */
class RedactionTest {

  @TempDir private static Path directory;
  private static WriteSideServer server;

  @BeforeAll
  static void start() {
    server = new WriteSideServer(directory);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void one_text_goes_and_the_others_stay() throws Exception {
    open("one");
    note("one", "i1", "first text");
    long second = note("one", "i2", "second text");
    note("one", "i3", "third text");
    Answer redacted = redact(second, UUID.randomUUID());
    assertThat(redacted.status()).as(redacted.text()).isEqualTo(200);
    assertThat(redacted.body().get("events").findValuesAsString("type"))
        .containsExactly("EntryRedacted", "NarrativeResealed");
    assertThat(readable("one")).containsExactly("first text", "third text", "asked for");
    note("one", "i4", "fourth text");
    assertThat(readable("one"))
        .containsExactly("first text", "third text", "asked for", "fourth text");
    assertThat(server.keys.pendingRotations()).isEmpty();
    assertThat(server.get("/api/ledger/integrity").body().get("verified").booleanValue()).isTrue();
  }

  @Test
  void a_text_goes_with_what_corrected_it_and_a_correction_keeps_the_other_texts()
      throws Exception {
    open("two");
    long first = note("two", "i1", "wrong text");
    String correction =
        """
        {"caseId": "two", "interventionId": "i1", "fields": {"note": "right text", "minutes": 20}, "reason": "typing"}
        """;
    Answer corrected = server.post("/api/commands/CorrectIntervention", correction);
    assertThat(corrected.status()).as(corrected.text()).isEqualTo(200);
    Answer minutes =
        server.post(
            "/api/commands/RectifyEntry",
            """
            {"position": "main:%d", "action": "REPLACE", "fields": {"minutes": 30}, "reason": "counted again"}
            """
                .formatted(first));
    assertThat(minutes.status()).as(minutes.text()).isEqualTo(200);
    assertThat(readable("two"))
        .containsExactlyInAnyOrder(
            "wrong text", "right text", "typing", "right text", "counted again");
    assertThat(redact(first, UUID.randomUUID()).status()).isEqualTo(200);
    assertThat(readable("two")).containsExactly("asked for");
    assertThat(redact(first, UUID.randomUUID()).body().get("events").isEmpty()).isTrue();
  }

  @Test
  void repeated_it_answers_the_same_and_what_has_no_text_is_refused() throws Exception {
    long opening = open("three");
    long text = note("three", "i1", "a text");
    UUID id = UUID.randomUUID();
    Answer first = redact(text, id);
    assertThat(redact(text, id).body()).isEqualTo(first.body());
    assertThat(redact(opening, UUID.randomUUID()).code()).isEqualTo("ENTRY_WITHOUT_TEXT");
    assertThat(redact(999_999, UUID.randomUUID()).code()).isEqualTo("ENTRY_UNKNOWN");
    assertThat(
            server.post("/api/commands/RedactEntry", "{\"position\": 0, \"reason\": \"r\"}").code())
        .isEqualTo("POSITION_MALFORMED");
  }

  /** Whoever rotated and was gone left two keys; the next start ends what can be ended. */
  @Test
  void a_rotation_that_was_left_behind_loses_nothing() throws Exception {
    open("four");
    long text = note("four", "i1", "a text");
    note("four", "i2", "another text");
    server.keys.rotate(new CaseId("four"));
    server.bean(Decisions.class).endRedactions();
    assertThat(server.keys.pendingRotations()).hasSize(1);
    note("four", "i3", "under the new key");
    assertThat(redact(text, UUID.randomUUID()).status()).isEqualTo(200);
    assertThat(readable("four")).containsExactly("another text", "under the new key", "asked for");
    assertThat(server.keys.pendingRotations()).isEmpty();
  }

  @Test
  void texts_written_while_others_are_redacted_are_never_lost() throws Exception {
    open("five");
    List<Long> victims = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      victims.add(note("five", "victim" + i, "to go " + i));
    }
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> done = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        int n = i;
        done.add(
            pool.submit(
                () -> {
                  note("five", "kept" + n, "kept " + n);
                  return 200;
                }));
        if (i % 7 == 0) {
          long victim = victims.get(i / 7);
          done.add(pool.submit(() -> redact(victim, UUID.randomUUID()).status()));
        }
      }
      for (Future<Integer> one : done) {
        assertThat(one.get()).isEqualTo(200);
      }
    }
    List<String> readable = readable("five");
    for (int i = 0; i < 40; i++) {
      assertThat(readable).contains("kept " + i);
    }
    assertThat(readable).noneMatch(text -> text.startsWith("to go"));
  }

  private static long open(String id) throws Exception {
    Answer opened =
        server.post(
            "/api/commands/OpenCase",
            """
            {"caseId": "%s", "household": "h-%s", "programme": "polyvalence", "effectiveOn": "2026-01-05"}
            """
                .formatted(id, id));
    assertThat(opened.status()).as(opened.text()).isEqualTo(200);
    return opened.body().get("events").get(0).get("position").longValue();
  }

  private static long note(String id, String intervention, String text) throws Exception {
    Answer noted =
        server.post(
            "/api/commands/RecordIntervention",
            """
            {"caseId": "%s", "interventionId": "%s", "by": "Ana", "mode": "INTAKE", "note": "%s", "effectiveOn": "2026-01-06"}
            """
                .formatted(id, intervention, text));
    assertThat(noted.status()).as(noted.text()).isEqualTo(200);
    return noted.body().get("events").get(0).get("position").longValue();
  }

  private static Answer redact(long position, UUID id) throws Exception {
    return server.post(
        "/api/commands/RedactEntry",
        """
        {"position": %d, "reason": "asked for", "commandId": "%s"}
        """
            .formatted(position, id));
  }

  /** What a reader can open of a case, entry by entry. */
  private static List<String> readable(String id) throws Exception {
    List<Event> events =
        server.facts(0).stream()
            .map(Recorded::event)
            .filter(event -> Event.caseOf(event).filter(new CaseId(id)::equals).isPresent())
            .toList();
    List<NarrativeResealed> resealings =
        events.stream()
            .filter(NarrativeResealed.class::isInstance)
            .map(NarrativeResealed.class::cast)
            .toList();
    List<Narrative> texts =
        events.stream()
            .filter(event -> !(event instanceof NarrativeResealed))
            .flatMap(event -> Texts.of(event).stream())
            .map(Texts.At::text)
            .toList();
    Opener opener = Opener.with(server.keys, keyIds(texts), Resealed.of(resealings));
    return texts.stream()
        .map(opener::open)
        .filter(Narrative.Written.class::isInstance)
        .map(text -> ((Narrative.Written) text).text())
        .toList();
  }

  private static List<String> keyIds(List<Narrative> texts) {
    return texts.stream()
        .filter(Narrative.Sealed.class::isInstance)
        .map(text -> ((Narrative.Sealed) text).box().keyId())
        .distinct()
        .toList();
  }
}
