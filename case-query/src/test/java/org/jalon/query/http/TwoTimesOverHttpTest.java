package org.jalon.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jalon.query.Facts.*;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.event.EntryRedacted;
import org.jalon.kernel.event.HandOverDeclined;
import org.jalon.kernel.event.NarrativeResealed;
import org.jalon.kernel.event.ReferentReleased;
import org.jalon.kernel.feed.MemoryFeed;
import org.jalon.kernel.feed.Recorded;
import org.jalon.kernel.timeline.Fact;
import org.jalon.kernel.wire.MemoryKeys;
import org.jalon.kernel.wire.Redaction;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class TwoTimesOverHttpTest extends CaseServer {

  @Test
  void record_and_world_are_asked_for_together() throws Exception {
    recorded("2026-03-01").append(march(1), opened(CASE));
    recorded("2026-03-05").append(march(5), assigned(CASE, ANA));
    recorded("2026-03-10").append(march(9), changed(CASE, ANA, BEN, LocalDate.of(2026, 4, 8)));
    recorded("2026-03-20").append(march(20), replaced(CASE, 2, march(3), assigned(CASE, ANA)));
    recorded("2026-03-25")
        .append(
            march(25),
            replaced(CASE, 3, march(7), changed(CASE, ANA, BEN, LocalDate.of(2026, 4, 6))));
    settled("/api/cases/C1");

    String[] days = {"2026-03-04", "2026-03-08", "2026-03-31"};
    assertThat(referents(days, "2026-03-09")).containsExactly("", "ana", "ana");
    assertThat(referents(days, "2026-03-15")).containsExactly("", "ana", "ben");
    assertThat(referents(days, "2026-03-20")).containsExactly("ana", "ana", "ben");
    assertThat(referents(days, "2026-03-25")).containsExactly("ana", "ben", "ben");
    assertThat(referent(get("/api/cases/C1?on=2026-03-08&position=main:4"))).isEqualTo("ana");
    assertThat(referent(get("/api/cases/C1?on=2026-03-08&position=5"))).isEqualTo("ben");
    assertThat(referent(get("/api/cases/C1?on=2026-03-08&position=5&asOf=2026-03-20")))
        .as("both must hold")
        .isEqualTo("ana");
    assertThat(referent(get("/api/cases/C1?on=2026-03-08&position=2&asOf=2026-03-25")))
        .isEqualTo("ana");
    assertThat(json(get("/api/cases/C1?on=2026-03-08")).at("/on").asString())
        .isEqualTo("2026-03-08");
  }

  @Test
  void values_that_cannot_be_read_are_named_however_they_are_combined() throws Exception {
    feed.append(march(1), opened(CASE));
    settled("/api/cases/C1");

    assertProblem(
        get("/api/cases/C1?on=2026-02-30&asOf=2026-03-01"),
        400,
        "PARAMETER_MALFORMED",
        "on '2026-02-30'");
    assertProblem(
        get("/api/cases/C1?on=2026-03-01&asOf=2026-03-01T10:00"), 400, "DATE_MALFORMED", "asOf");
    assertProblem(
        get("/api/cases/C1?on=1899-12-31&position=1"), 400, "DAY_OUT_OF_RANGE", "1900-01-01");
    assertProblem(
        get("/api/cases/C1?asOf=2026-03-01&position=-1"), 400, "POSITION_MALFORMED", "'-1'");
    assertProblem(
        get("/api/cases/C1?on=2026-03-01&position=other:1"), 400, "LEDGER_UNKNOWN", "other");
    assertProblem(get("/api/cases/C1?on=2026-03-01&asOf=2025-12-31"), 404, "CASE_UNKNOWN", "C1");
  }

  @Test
  void a_hand_over_is_shown_while_it_waits_and_its_mandates_after_it() throws Exception {
    accompany(CASE);
    feed.append(march(10), handOver(CASE, ANA, BEN));
    feed.append(march(12), new HandOverDeclined(CASE, BEN, null));
    feed.append(march(14), handOver(CASE, ANA, BEN));
    feed.append(march(16), changed(CASE, ANA, BEN, LocalDate.of(2026, 4, 15)));
    feed.append(march(20), new ReferentReleased(CASE, BEN, null));
    settled("/api/cases/C1");

    JsonNode pending = json(get("/api/cases/C1?on=2026-03-10")).at("/handOver");
    assertThat(pending.at("/from").asString()).isEqualTo("ana");
    assertThat(pending.at("/to").asString()).isEqualTo("ben");
    assertThat(pending.at("/since").asString()).isEqualTo("2026-03-10");
    assertThat(pending.at("/overlapUntil").asString()).isEqualTo("2026-06-30");
    assertThat(pending.at("/note").asString()).isEqualTo("moved to the other sector");
    assertThat(json(get("/api/cases/C1?on=2026-03-12")).at("/handOver").isNull()).isTrue();
    JsonNode file = json(get("/api/cases/C1"));
    assertThat(file.at("/handOver").isNull()).isTrue();
    assertThat(file.at("/referent").isNull()).isTrue();
    assertThat(file.at("/accompaniment/mandates").toString())
        .isEqualTo(
            """
            [{"referent":"ana","from":"2026-03-03","until":"2026-03-16",\
            "overlapUntil":"2026-04-15","ceilingOverride":null},\
            {"referent":"ben","from":"2026-03-16","until":"2026-03-20",\
            "overlapUntil":null,"ceilingOverride":null}]\
            """);
    assertThat(file.at("/flags").toString())
        .isEqualTo("[\"DURATION_ENDED\",\"OBJECTIVE_OVERDUE\",\"UNASSIGNED\"]");
  }

  @Test
  void a_reopened_case_shows_its_closure_as_past() throws Exception {
    accompany(CASE);
    feed.append(march(20), ended(CASE), closed(CASE));
    feed.append(march(25), reopened(CASE));

    JsonNode file = json(settled("/api/cases/C1"));

    assertThat(file.at("/status").asString()).isEqualTo("INTAKE");
    assertThat(file.at("/closedOn").isNull()).isTrue();
    assertThat(file.at("/objectives").size()).isZero();
    assertThat(file.at("/accompaniment/adhesionOn").isNull()).isTrue();
    assertThat(file.at("/pastAccompaniments/0/accompaniment/referent").asString()).isEqualTo("ana");
    assertThat(file.at("/pastClosures").toString())
        .isEqualTo(
            """
            [{"closedOn":"2026-03-20","reason":"OTHER","note":"they went home",\
            "reopenedOn":"2026-03-25","reopeningNote":"they came back"}]\
            """);
    assertThat(json(get("/api/cases/C1?on=2026-03-24")).at("/status").asString())
        .isEqualTo("CLOSED");
    assertThat(json(get("/api/cases?status=INTAKE")).findValuesAsString("caseId"))
        .containsExactly("C1");
  }

  @Test
  void the_history_shows_what_was_recorded_and_what_became_of_it() throws Exception {
    accompany(CASE);
    feed.append(march(9), intervention(CASE, "i1"));
    feed.append(march(20), replaced(CASE, 8, march(8), intervention(CASE, "i1")));
    feed.append(march(21), annulled(CASE, 7));

    JsonNode rows = json(settled("/api/cases/C1/history")).at("/rows");

    assertThat(rows.size()).isEqualTo(10);
    assertThat(rows.at("/6/type").asString()).isEqualTo("AccompanimentStarted");
    assertThat(rows.at("/6/rectifiedBy").asLong()).isEqualTo(10);
    assertThat(rows.at("/6/annulled").asBoolean()).isTrue();
    assertThat(rows.at("/7/effectiveDay").asString()).isEqualTo("2026-03-09");
    assertThat(rows.at("/7/rectifiedBy").asLong()).isEqualTo(9);
    assertThat(rows.at("/7/annulled").asBoolean()).isFalse();
    assertThat(rows.at("/8/type").asString()).isEqualTo("EntryRectified");
    assertThat(rows.at("/8/rectifiedBy").isNull()).isTrue();
    assertThat(rows.at("/8/data/position").asLong()).isEqualTo(8);
    assertThat(rows.at("/8/data/reason").asString()).isEqualTo("typed in the wrong line");
    assertThat(rows.at("/8/data/replacement/day").asString()).isEqualTo("2026-03-08");
    assertThat(rows.at("/8/data/replacement/type").asString()).isEqualTo("InterventionRecorded");
    assertThat(rows.at("/8/data/replacement/data/note").asString())
        .isEqualTo("they spoke of the flat");
    assertThat(json(get("/api/cases/C1/history?limit=7")).at("/rows/6/rectifiedBy").asLong())
        .as("marked though the rectification is on another page")
        .isEqualTo(10);
    JsonNode file = json(get("/api/cases/C1"));
    assertThat(file.at("/status").asString()).isEqualTo("INTAKE");
    assertThat(file.at("/interventions/rows/0/on").asString()).isEqualTo("2026-03-08");
    assertThat(file.at("/interventions/rows/0/note").asString())
        .isEqualTo("they spoke of the flat");
  }

  @Test
  void after_a_redaction_what_stays_is_read_through_the_new_key() throws Exception {
    withTwoTexts();
    redact(3);
    int asked = keys.questions();

    JsonNode file = json(settled("/api/cases/C1"));
    assertThat(keys.questions() - asked).as("keys are asked for once per answer").isEqualTo(1);
    assertThat(file.at("/objectives/0/text").asString()).isEqualTo("a home of their own");
    assertThat(file.at("/objectives/0/criteria/1").asString()).isEqualTo("rent paid");
    JsonNode note = file.at("/interventions/rows/0/note");
    assertThat(note.at("/redacted").asBoolean()).isTrue();
    assertThat(note.at("/redactedBy").asLong()).isEqualTo(4);
    JsonNode before = json(get("/api/cases/C1?position=3&on=2026-03-03"));
    assertThat(before.at("/objectives/0/text").asString()).isEqualTo("a home of their own");
    assertThat(before.at("/interventions/rows/0/note/redacted").asBoolean()).isTrue();
    JsonNode rows = json(get("/api/cases/C1/history")).at("/rows");
    assertThat(rows.at("/1/data/text").asString()).isEqualTo("a home of their own");
    assertThat(rows.at("/2/redactedBy").asLong()).isEqualTo(4);
    assertThat(rows.at("/2/data/note/redacted").asBoolean()).isTrue();
    assertThat(rows.at("/2/data/minutes").asInt()).isEqualTo(45);
    assertThat(rows.at("/3/data/reason").asString()).isEqualTo("told in confidence");
    assertThat(rows.at("/4/data/texts/0/path").asString()).isEqualTo("/text");
    assertThat(rows.at("/4/data/texts/0/text").isMissingNode()).isTrue();
  }

  @Test
  void texts_are_sealed_again_any_number_of_times() throws Exception {
    withTwoTexts();
    redact(3);
    feed.append(march(6), intervention(CASE, "i2"));
    redact(6);

    JsonNode file = json(settled("/api/cases/C1"));
    assertThat(file.at("/objectives/0/text").asString()).isEqualTo("a home of their own");
    assertThat(file.at("/interventions/rows/0/note/redactedBy").asLong()).isEqualTo(7);
    assertThat(file.at("/interventions/rows/1/note/redactedBy").asLong()).isEqualTo(4);
    JsonNode rows = json(get("/api/cases/C1/history")).at("/rows");
    assertThat(rows.at("/1/data/criteria/1").asString()).isEqualTo("rent paid");
  }

  @Test
  void with_an_entry_goes_the_text_of_what_replaced_it_before() throws Exception {
    withTwoTexts();
    feed.append(march(4), replaced(CASE, 3, march(2), intervention(CASE, "i1")));
    redact(3);
    feed.append(march(6), replaced(CASE, 3, march(3), intervention(CASE, "i1")));

    JsonNode file = json(settled("/api/cases/C1?position=6"));
    assertThat(file.at("/interventions/rows/0/on").asString()).isEqualTo("2026-03-02");
    assertThat(file.at("/interventions/rows/0/note/redactedBy").asLong()).isEqualTo(5);
    assertThat(file.at("/objectives/0/text").asString()).isEqualTo("a home of their own");
    assertThat(json(get("/api/cases/C1")).at("/interventions/rows/0/note").asString())
        .as("written after the redaction")
        .isEqualTo("they spoke of the flat");
    JsonNode rows = json(get("/api/cases/C1/history")).at("/rows");
    assertThat(rows.at("/3/data/reason/redactedBy").asLong()).isEqualTo(5);
    assertThat(rows.at("/3/data/replacement/data/note/redactedBy").asLong()).isEqualTo(5);
  }

  @Test
  void a_redacted_text_is_not_shown_while_its_key_still_lives() throws Exception {
    withTwoTexts();
    feed.append(march(5), new EntryRedacted(CASE, 3, new Narrative.Written("not theirs")));

    JsonNode file = json(settled("/api/cases/C1"));
    assertThat(file.at("/interventions/rows/0/note/redacted").asBoolean()).isTrue();
    assertThat(file.at("/objectives/0/text").asString()).isEqualTo("a home of their own");
  }

  @Test
  void an_erasure_after_a_redaction_erases_what_had_stayed() throws Exception {
    withTwoTexts();
    redact(3);
    keys.destroy(CASE, feed.head());

    JsonNode file = json(settled("/api/cases/C1"));
    assertThat(file.at("/objectives/0/text/erased").asBoolean()).isTrue();
    assertThat(file.at("/objectives/0/text/erasedAt").asString())
        .isEqualTo(MemoryKeys.DESTROYED_AT.toString());
    assertThat(file.at("/interventions/rows/0/note/redacted").asBoolean()).isTrue();
  }

  /** An opening, an objective, and an intervention at position 3. */
  private void withTwoTexts() {
    feed.append(march(1), opened(CASE));
    feed.append(march(2), objective(CASE, JUNE));
    feed.append(march(3), intervention(CASE, "i1"));
  }

  /** Makes an entry's text unreadable, as the write side does. */
  private void redact(long position) throws InterruptedException {
    String key = keys.rotate(CASE).id();
    List<Fact> facts = feed.after(0, 1_000, Duration.ZERO).stream().map(Recorded::fact).toList();
    feed.append(
        march(5),
        new EntryRedacted(CASE, position, new Narrative.Written("told in confidence")),
        new NarrativeResealed(CASE, Redaction.staying(facts, position)));
    keys.destroyRetired(CASE, key, feed.head());
  }

  private MemoryFeed recorded(String day) {
    return feed.at(Instant.parse(day + "T08:00:00Z"));
  }

  private List<String> referents(String[] days, String asOf) throws Exception {
    var referents = new ArrayList<String>();
    for (String day : days) {
      referents.add(referent(get("/api/cases/C1?on=" + day + "&asOf=" + asOf)));
    }
    return referents;
  }
}
