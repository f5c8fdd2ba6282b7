package org.jalon.kernel.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jalon.kernel.BoxPlace;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.Narrative;
import org.jalon.kernel.ObjectiveId;
import org.jalon.kernel.SealedBox;
import org.jalon.kernel.Visibility;
import org.jalon.kernel.event.AdhesionGiven;
import org.jalon.kernel.event.CaseClosed;
import org.jalon.kernel.event.ClosureReason;
import org.jalon.kernel.event.EntryRectified;
import org.jalon.kernel.event.Event;
import org.jalon.kernel.event.ObjectiveSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SealingTest {

  private static final EventCodec CODEC = new EventCodec();
  private static final EventName CASE_CLOSED = new EventName("CaseClosed", 1);
  private static final CaseId CASE = SampleEvents.CASE;
  private static final BoxPlace PLACE = Fixed.place(CASE_CLOSED);
  private static final String CANARY = "the canary sings at dawn";
  private static final Narrative.Written TEXT = new Narrative.Written(CANARY);
  private static final Narrative.Erased ERASED = new Narrative.Erased(MemoryKeys.DESTROYED_AT);

  /** The vectors below were recomputed with another implementation of HKDF, HMAC and AES-GCM. */
  @Test
  void the_id_of_a_key_is_derived_from_its_secret() {
    assertThat(Fixed.key().id()).isEqualTo("984d7dcfb53ad99f0c879780e18da687");
  }

  @Test
  void a_fingerprint_names_its_key_and_is_keyed() {
    assertThat(Fixed.key().fingerprint("body".getBytes(UTF_8)))
        .isEqualTo(
            "984d7dcfb53ad99f0c879780e18da687:160b42d97c026a0b3c5e01068612bc51b9bf4caad3f2597de78cca1fd59faa92");
    assertThat(SubjectKey.keyIdOf("984d7dcfb53ad99f0c879780e18da687:00"))
        .contains("984d7dcfb53ad99f0c879780e18da687");
    assertThat(SubjectKey.keyIdOf("00")).isEmpty();
  }

  @Test
  void a_box_is_bound_to_its_place_by_these_bytes() {
    assertThat(
            BoundData.of(
                PLACE,
                "/note",
                SealedBox.Kind.NARRATIVE,
                Visibility.TEAM,
                "984d7dcfb53ad99f0c879780e18da687"))
        .asHexString()
        .isEqualToIgnoringCase(
            "000000046d61696e0000002430313839306135642d616339362d373734622d626363652d6233303230393961383035370000000a43617365436c6f7365640000000131000000052f6e6f7465000000094e4152524154495645000000045445414d000000203938346437646366623533616439396630633837393738306531386461363837");
  }

  @Test
  void a_box_is_these_bytes() {
    SealedBox box = Fixed.key().seal(PLACE, "/note", CANARY);

    assertThat(HexFormat.of().formatHex(box.nonce())).isEqualTo("0".repeat(24));
    assertThat(HexFormat.of().formatHex(box.ciphertext()))
        .isEqualTo(
            "630e5fdbf726be165c429a773cf6c3162b8ae80504285097468acd466dbd81c7f1ebc6cc0760c58d");
    assertThat(box)
        .extracting(
            SealedBox::format,
            SealedBox::algorithm,
            SealedBox::kind,
            SealedBox::visibility,
            SealedBox::keyId)
        .containsExactly(1, "A256GCM", SealedBox.Kind.NARRATIVE, Visibility.TEAM, Fixed.key().id());
  }

  @Test
  void no_nonce_comes_twice() {
    SubjectKey key = SubjectKey.random();

    assertThat(key.seal(PLACE, "/note", CANARY).nonce())
        .isNotEqualTo(key.seal(PLACE, "/note", CANARY).nonce());
  }

  static List<BoxPlace> otherPlaces() {
    return List.of(
        new BoxPlace(new LedgerId("other"), Fixed.EVENT_ID, "CaseClosed", 1),
        new BoxPlace(LedgerId.MAIN, new UUID(1, 2), "CaseClosed", 1),
        new BoxPlace(LedgerId.MAIN, Fixed.EVENT_ID, "CaseClosed", 2),
        new BoxPlace(LedgerId.MAIN, Fixed.EVENT_ID, "CaseClose", 1));
  }

  @ParameterizedTest
  @MethodSource("otherPlaces")
  void a_box_does_not_open_at_another_place(BoxPlace other) {
    SealedBox box = Fixed.key().seal(PLACE, "/note", CANARY);

    assertThat(Fixed.key().open(PLACE, box)).isEqualTo(CANARY);
    assertThatExceptionOfType(UnreadableBox.class).isThrownBy(() -> Fixed.key().open(other, box));
  }

  static List<SealedBox> alteredBoxes() {
    SealedBox box = Fixed.key().seal(PLACE, "/note", CANARY);
    byte[] flipped = box.ciphertext().clone();
    flipped[0] ^= 1;
    var kind = box.kind();
    var team = box.visibility();
    return List.of(
        new SealedBox("/x", 1, "A256GCM", kind, team, box.keyId(), box.nonce(), box.ciphertext()),
        new SealedBox(
            "/note", 2, "A256GCM", kind, team, box.keyId(), box.nonce(), box.ciphertext()),
        new SealedBox("/note", 1, "NONE", kind, team, box.keyId(), box.nonce(), box.ciphertext()),
        new SealedBox(
            "/note",
            1,
            "A256GCM",
            SealedBox.Kind.IDENTITY,
            team,
            box.keyId(),
            box.nonce(),
            box.ciphertext()),
        new SealedBox(
            "/note",
            1,
            "A256GCM",
            kind,
            Visibility.PARTNERS,
            box.keyId(),
            box.nonce(),
            box.ciphertext()),
        new SealedBox(
            "/note", 1, "A256GCM", kind, team, "0".repeat(32), box.nonce(), box.ciphertext()),
        new SealedBox("/note", 1, "A256GCM", kind, team, box.keyId(), new byte[0], flipped),
        new SealedBox("/note", 1, "A256GCM", kind, team, box.keyId(), box.nonce(), new byte[3]),
        new SealedBox("/note", 1, "A256GCM", kind, team, box.keyId(), box.nonce(), flipped));
  }

  @ParameterizedTest
  @MethodSource("alteredBoxes")
  void an_altered_box_does_not_open(SealedBox altered) {
    assertThatExceptionOfType(UnreadableBox.class)
        .isThrownBy(() -> Fixed.key().open(PLACE, altered));
  }

  @Test
  void a_box_put_in_the_place_of_another_field_is_noticed() {
    var event =
        new ObjectiveSet(
            new CaseId("c"),
            new ObjectiveId("o"),
            TEXT,
            List.of(new Narrative.Written("criterion")),
            LocalDate.of(2026, 1, 1));
    EventName name = EventCatalog.nameOf(event);
    EncodedEvent stored = CODEC.encode(event, Fixed.place(name), Fixed.keys());
    byte[] swapped =
        new String(stored.clear(), UTF_8)
            .replace("{\"box\":0}", "{\"box\":9}")
            .replace("{\"box\":1}", "{\"box\":0}")
            .replace("{\"box\":9}", "{\"box\":1}")
            .getBytes(UTF_8);

    assertThat(CODEC.boxes(Objects.requireNonNull(stored.sealed())))
        .extracting(SealedBox::path)
        .containsExactly("/text", "/criteria/0");
    assertThatExceptionOfType(UnreadableBox.class)
        .isThrownBy(() -> CODEC.decode(Fixed.place(name), swapped, stored.sealed()))
        .withMessageContaining("altered");
  }

  @Test
  void text_in_clear_in_a_stored_event_is_an_error() {
    byte[] clear = "{\"caseId\":\"c\",\"reason\":\"OTHER\",\"note\":\"in clear\"}".getBytes(UTF_8);

    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(() -> CODEC.decode(PLACE, clear, "[]".getBytes(UTF_8)))
        .withMessageContaining("never stored in clear");
  }

  @Test
  void written_text_is_neither_in_the_stored_bytes_nor_in_a_log_line() {
    Event event = new CaseClosed(CASE, ClosureReason.OTHER, TEXT);
    EncodedEvent stored = CODEC.encode(event, PLACE, Fixed.keys());

    assertThat(new String(stored.clear(), UTF_8)).doesNotContain("canary");
    assertThat(new String(Objects.requireNonNull(stored.sealed()), UTF_8)).doesNotContain("canary");
    assertThat(event.toString()).doesNotContain("canary").contains("24 characters");
    assertThat(CODEC.decode(PLACE, stored.clear(), stored.sealed()).toString())
        .doesNotContain("canary");
  }

  @Test
  void a_text_that_is_not_at_hand_or_belongs_to_no_case_cannot_be_recorded() {
    Event withheld = closedWith(new Narrative.Withheld());
    Event ofNoCase = new EntryRectified(1, "PostClosed", null, List.of("post:p"), null, TEXT, null);

    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(() -> CODEC.encode(withheld, PLACE, Fixed.keys()))
        .withMessageContaining("not in the copy at hand");
    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(
            () ->
                CODEC.encode(
                    ofNoCase, Fixed.place(new EventName("EntryRectified", 1)), Fixed.keys()))
        .withMessageContaining("no case")
        .withMessageNotContaining("canary");
  }

  @Test
  void a_live_key_opens_a_destroyed_one_shows_erased_and_an_unknown_one_is_an_error() {
    var keys = new MemoryKeys();
    SubjectKey key = keys.keyOf(CASE);
    var sealed = new Narrative.Sealed(key.seal(PLACE, "/note", CANARY), PLACE);

    assertThat(opener(keys, sealed).open(sealed)).isEqualTo(TEXT);
    keys.destroy(CASE, 7);
    assertThat(opener(keys, sealed).open(sealed)).isEqualTo(ERASED);
    assertThatExceptionOfType(UnreadableBox.class)
        .isThrownBy(() -> opener(new MemoryKeys(), sealed).open(sealed))
        .withMessageContaining("not an erasure");
    assertThat(opener(keys, sealed).open(new Narrative.Withheld()))
        .isEqualTo(new Narrative.Withheld());
  }

  @ParameterizedTest
  @MethodSource("otherPlaces")
  void a_text_of_another_place_is_sealed_again(BoxPlace other) {
    var keys = new MemoryKeys();
    SealedBox before = keys.keyOf(CASE).seal(other, "/note", CANARY);

    Narrative.Sealed after = recorded(new Narrative.Sealed(before, other), keys);

    assertThat(after.place()).isEqualTo(PLACE);
    assertThat(after.box().ciphertext()).isNotEqualTo(before.ciphertext());
    assertThat(opener(keys, after).open(after)).isEqualTo(TEXT);
  }

  @Test
  void a_text_of_another_field_is_sealed_again() {
    var keys = new MemoryKeys();
    SealedBox before = keys.keyOf(CASE).seal(PLACE, "/text", CANARY);

    Narrative.Sealed after = recorded(new Narrative.Sealed(before, PLACE), keys);

    assertThat(after.box().path()).isEqualTo("/note");
    assertThat(opener(keys, after).open(after)).isEqualTo(TEXT);
  }

  @Test
  void a_text_of_the_same_place_stays_as_it_is() {
    var keys = new MemoryKeys();
    var sealed = new Narrative.Sealed(keys.keyOf(CASE).seal(PLACE, "/note", CANARY), PLACE);

    assertThat(recorded(sealed, keys)).isEqualTo(sealed);
    keys.destroy(CASE, 1);
    assertThat(recorded(sealed, keys)).isEqualTo(sealed);
  }

  @Test
  void a_text_whose_key_was_destroyed_is_recorded_elsewhere_as_erased() {
    var keys = new MemoryKeys();
    var elsewhere = new BoxPlace(LedgerId.MAIN, new UUID(1, 2), "CaseClosed", 1);
    SealedBox box = keys.keyOf(CASE).seal(elsewhere, "/note", CANARY);
    keys.destroy(CASE, 1);

    EncodedEvent stored =
        CODEC.encode(closedWith(new Narrative.Sealed(box, elsewhere)), PLACE, keys);

    assertThat(new String(stored.clear(), UTF_8))
        .contains("\"note\":{\"erased\":\"2026-06-01T10:00:00Z\"}");
    assertThat(stored.sealed()).isNull();
    Event read = CODEC.decode(PLACE, stored.clear(), null);
    assertThat(read).isEqualTo(closedWith(ERASED));
    assertThat(CODEC.encode(read, PLACE, keys).clear()).isEqualTo(stored.clear());
  }

  @Test
  void an_event_is_recorded_under_its_own_name_only() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> CODEC.encode(new AdhesionGiven(CASE), PLACE, Fixed.keys()))
        .withMessageContaining("CaseClosed#1");
  }

  @Test
  void a_text_that_should_open_and_does_not_cannot_be_recorded() {
    var keys = new MemoryKeys();
    var elsewhere = new BoxPlace(LedgerId.MAIN, new UUID(1, 2), "CaseClosed", 1);
    SealedBox box = keys.keyOf(CASE).seal(elsewhere, "/note", CANARY);

    for (var lost :
        List.of(
            new Narrative.Sealed(box, PLACE),
            new Narrative.Sealed(SubjectKey.random().seal(PLACE, "/note", CANARY), PLACE),
            new Narrative.Sealed(
                SubjectKey.random().seal(elsewhere, "/note", CANARY), elsewhere))) {
      assertThatExceptionOfType(UnreadableBox.class)
          .isThrownBy(() -> CODEC.encode(closedWith(lost), PLACE, keys));
    }
  }

  @Test
  void a_box_index_beyond_the_boxes_is_an_error() {
    byte[] clear = "{\"caseId\":\"c\",\"reason\":\"OTHER\",\"note\":{\"box\":3}}".getBytes(UTF_8);

    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(() -> CODEC.decode(PLACE, clear, "[]".getBytes(UTF_8)))
        .withMessageContaining("box 3");
  }

  private static Event closedWith(Narrative note) {
    return new CaseClosed(CASE, ClosureReason.OTHER, note);
  }

  private static Narrative.Sealed recorded(Narrative note, KeyStore keys) {
    EncodedEvent stored = CODEC.encode(closedWith(note), PLACE, keys);
    var read = (CaseClosed) CODEC.decode(PLACE, stored.clear(), stored.sealed());
    return (Narrative.Sealed) Objects.requireNonNull(read.note());
  }

  private static Opener opener(KeyStore keys, Narrative.Sealed text) {
    return Opener.with(keys, List.of(text.box().keyId()), Resealed.NONE);
  }
}
