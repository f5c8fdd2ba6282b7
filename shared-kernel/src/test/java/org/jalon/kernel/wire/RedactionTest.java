package org.jalon.kernel.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.EffectiveDay;
import org.jalon.kernel.InterventionId;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.ObjectiveId;
import org.jalon.kernel.ProfessionalId;
import org.jalon.kernel.SealedBox;
import org.jalon.kernel.event.EntryRectified;
import org.jalon.kernel.event.EntryRedacted;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.InterventionRecorded;
import org.jalon.kernel.event.Mode;
import org.jalon.kernel.event.NarrativeResealed;
import org.jalon.kernel.event.ObjectiveSet;
import org.jalon.kernel.event.Replacement;
import org.jalon.kernel.feed.MemoryFeed;
import org.jalon.kernel.feed.Recorded;
import org.jalon.kernel.timeline.Fact;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RedactionTest {

  private static final CaseId CASE = new CaseId("c-1");
  private static final EffectiveDay DAY = EffectiveDay.of(2026, 3, 1);

  private final MemoryKeys keys = new MemoryKeys();
  private final MemoryFeed feed = new MemoryFeed(LedgerId.MAIN, keys);
  private final List<Recorded> ledger = new ArrayList<>();

  private long objective;
  private long visit;
  private long call;

  @BeforeEach
  void three_entries_with_texts() {
    objective =
        record(
            new ObjectiveSet(
                CASE,
                new ObjectiveId("o"),
                text("a home"),
                List.of(text("a lease"), text("rent paid")),
                LocalDate.of(2026, 9, 1)));
    visit = record(intervention("visit", text("told in confidence")));
    call = record(intervention("call", text("said they will call back")));
  }

  @Test
  void of_a_redacted_entry_no_text_is_left_and_every_other_text_stays() {
    redact(visit);

    assertThat(readable())
        .containsExactly("a home", "a lease", "rent paid", "said they will call back", "why");
    assertThat(keys.pendingRotations()).isEmpty();
  }

  @Test
  void one_redaction_may_follow_another() {
    redact(visit);
    long later = record(intervention("later", text("written later")));
    redact(objective);

    assertThat(readable())
        .containsExactly("said they will call back", "why", "written later", "why");

    redact(later);
    assertThat(readable()).containsExactly("said they will call back", "why", "why", "why");
  }

  @Test
  void what_replaced_an_entry_goes_with_it() {
    long rectified = record(rectify(visit, intervention("visit", text("better words")), "a slip"));
    record(rectify(call, intervention("call", text("will not call back")), "misheard"));

    redact(visit);

    assertThat(readable())
        .containsExactly(
            "a home",
            "a lease",
            "rent paid",
            "said they will call back",
            "will not call back",
            "misheard",
            "why");
    assertThat(Redaction.staying(facts(), rectified))
        .extracting(NarrativeResealed.Text::path)
        .contains("/replacement/data/note", "/reason");
  }

  @Test
  void a_rectification_can_be_redacted_alone() {
    long rectified = record(rectify(visit, intervention("visit", text("worse words")), "a slip"));

    redact(rectified);

    assertThat(readable())
        .containsExactly(
            "a home",
            "a lease",
            "rent paid",
            "told in confidence",
            "said they will call back",
            "why");
  }

  @Test
  void what_is_recorded_anew_after_a_redaction_takes_its_texts_from_where_they_stand() {
    redact(visit);

    record(rectify(call, current(call), "wrong day"));

    assertThat(readable()).filteredOn("said they will call back"::equals).hasSize(2);
    assertThat(Texts.of(event(feed.head())))
        .extracting(Texts.At::path)
        .containsExactly("/replacement/data/note", "/reason");
  }

  @Test
  void a_redacted_text_that_is_recorded_anew_stays_unreadable() {
    redact(visit);

    record(rectify(visit, current(visit), "wrong day"));

    assertThat(readable()).doesNotContain("told in confidence");
    assertThat(Texts.of(event(feed.head())).getFirst().text())
        .isEqualTo(new Narrative.Erased(MemoryKeys.DESTROYED_AT));
  }

  @Test
  void a_case_erased_before_has_nothing_that_stays() {
    keys.destroy(CASE, feed.head());
    long after = record(intervention("after", text("written after")));

    redact(after);

    assertThat(readable()).containsExactly("why");
  }

  @Test
  void an_erasure_after_a_redaction_leaves_nothing() {
    redact(visit);
    keys.destroy(CASE, feed.head());

    assertThat(readable()).isEmpty();
    assertThat(Redaction.staying(facts(), call)).isNotEmpty();
    redact(call);
    assertThat(readable()).containsExactly("why");
  }

  @Test
  void a_redaction_that_ended_before_it_was_recorded_loses_and_destroys_nothing() {
    keys.rotate(CASE);

    settle();

    assertThat(keys.pendingRotations()).hasSize(1);
    assertThat(readable()).hasSize(5);
    record(intervention("later", text("under the newer key")));
    redact(visit);
    assertThat(readable())
        .containsExactly(
            "a home",
            "a lease",
            "rent paid",
            "said they will call back",
            "under the newer key",
            "why");
    assertThat(keys.pendingRotations()).isEmpty();
  }

  @Test
  void one_that_ended_before_it_was_recorded_and_after_another_destroys_nothing() {
    redact(visit);
    List<String> before = readable();
    keys.rotate(CASE);

    settle();

    assertThat(readable()).isEqualTo(before);
  }

  @Test
  void a_redaction_that_ended_after_it_was_recorded_is_ended_by_whoever_looks() {
    recordRedaction(visit);
    assertThat(readable()).contains("told in confidence");

    settle();
    settle();

    assertThat(readable()).doesNotContain("told in confidence").hasSize(5);
    assertThat(keys.pendingRotations()).isEmpty();
  }

  @Test
  void of_two_at_once_neither_destroys_what_the_other_needs() {
    keys.rotate(CASE);
    var redacted = new EntryRedacted(CASE, visit, text("why"));
    List<NarrativeResealed.Text> staying = Redaction.staying(facts(), visit);
    var stamp = MemoryFeed.stamp(DAY);
    // the other redaction rotates while this one seals its facts, and loses the race afterwards
    ledger.addAll(feed.append(DAY, stamp, redacted));
    keys.rotate(CASE);
    ledger.addAll(feed.append(DAY, stamp, new NarrativeResealed(CASE, staying)));

    settle();

    assertThat(readable())
        .containsExactly("a home", "a lease", "rent paid", "said they will call back", "why");
    redact(objective);
    assertThat(readable()).containsExactly("said they will call back", "why", "why");
    assertThat(keys.pendingRotations()).isEmpty();
  }

  @Test
  void facts_without_their_boxes_are_no_ground_for_a_redaction() {
    Event bare =
        new EventCodec()
            .decodeWithoutTexts(
                ledger.getFirst().stored().name(), ledger.getFirst().stored().clear());

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () -> Redaction.staying(List.of(new Fact(1, DAY, UUID.randomUUID(), bare)), visit))
        .withMessageContaining("with their boxes");
  }

  private void redact(long position) {
    recordRedaction(position);
    settle();
  }

  private void recordRedaction(long position) {
    List<NarrativeResealed.Text> staying = Redaction.staying(facts(), position);
    keys.rotate(CASE);
    ledger.addAll(
        feed.append(
            DAY,
            new NarrativeResealed(CASE, staying),
            new EntryRedacted(CASE, position, text("why"))));
  }

  private void settle() {
    for (KeyStore.Rotation rotation : keys.pendingRotations()) {
      Optional<String> kept = Redaction.destroyable(rotation, facts());
      kept.ifPresent(keyId -> keys.destroyRetired(rotation.caseId(), keyId, feed.head()));
    }
  }

  /** What the read edge opens of all entries but the boxes that carry the texts of others. */
  private List<String> readable() {
    List<Narrative.Sealed> texts =
        ledger.stream()
            .filter(it -> !(it.event() instanceof NarrativeResealed))
            .flatMap(it -> Texts.of(it.event()).stream())
            .map(Texts.At::text)
            .filter(Narrative.Sealed.class::isInstance)
            .map(Narrative.Sealed.class::cast)
            .toList();
    List<String> keyIds = texts.stream().map(Narrative.Sealed::box).map(SealedBox::keyId).toList();
    Opener opener = Opener.with(keys, keyIds, resealed());
    return texts.stream()
        .map(opener::open)
        .filter(Narrative.Written.class::isInstance)
        .map(text -> ((Narrative.Written) text).text())
        .toList();
  }

  private Resealed resealed() {
    return Resealed.of(
        ledger.stream()
            .map(Recorded::event)
            .filter(NarrativeResealed.class::isInstance)
            .map(NarrativeResealed.class::cast)
            .toList());
  }

  private Event current(long position) {
    return resealed().current(event(position));
  }

  private Event event(long position) {
    return ledger.get((int) position - 1).event();
  }

  private List<Fact> facts() {
    return ledger.stream().map(Recorded::fact).toList();
  }

  private long record(Event event) {
    ledger.addAll(feed.append(DAY, event));
    return feed.head();
  }

  private static Event rectify(long position, Event by, String reason) {
    return new EntryRectified(
        position,
        "InterventionRecorded",
        CASE,
        List.of("case:c-1"),
        new Replacement(DAY, DAY.toString(), by),
        text(reason),
        null);
  }

  private static Event intervention(String id, @Nullable Narrative note) {
    return new InterventionRecorded(
        CASE,
        new InterventionId(id),
        new ProfessionalId("pro-ana"),
        Mode.INTAKE,
        null,
        null,
        null,
        null,
        note);
  }

  private static Narrative text(String text) {
    return new Narrative.Written(text);
  }
}
