package org.jalon.kernel.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.jalon.kernel.CaseId;
import org.junit.jupiter.api.Test;

/** What every key store does. */
abstract class KeyStoreContract {

  static final CaseId CASE = new CaseId("c-1");
  private static final CaseId OTHER = new CaseId("c-2");

  abstract KeyStore keys();

  @Test
  void each_case_has_its_key() {
    assertThat(keys().keyOf(CASE).id()).isEqualTo(keys().keyOf(CASE).id());
    assertThat(keys().keyOf(OTHER).id()).isNotEqualTo(keys().keyOf(CASE).id());
  }

  @Test
  void a_destroyed_key_is_dead_at_once_and_leaves_a_tombstone() {
    SubjectKey key = keys().keyOf(CASE);

    assertThat(keys().destroy(CASE, 42)).isEqualTo(1);
    assertThat(keys().destroy(CASE, 43)).isZero();

    assertThat(keys().states(List.of(key.id())).get(key.id()))
        .isInstanceOfSatisfying(
            KeyStore.Destroyed.class, gone -> assertThat(gone.position()).isEqualTo(42));
  }

  @Test
  void after_an_erasure_new_texts_get_a_new_key() {
    SubjectKey first = keys().keyOf(CASE);
    keys().destroy(CASE, 1);

    SubjectKey second = keys().keyOf(CASE);

    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(keys().states(List.of(first.id(), second.id())))
        .hasEntrySatisfying(
            first.id(), state -> assertThat(state).isInstanceOf(KeyStore.Destroyed.class))
        .hasEntrySatisfying(
            second.id(), state -> assertThat(state).isInstanceOf(KeyStore.Live.class));
    assertThat(keys().destroy(CASE, 2)).isEqualTo(1);
  }

  @Test
  void a_fingerprint_says_whether_its_key_is_alive() {
    byte[] body = "body".getBytes(StandardCharsets.UTF_8);
    String fingerprint = keys().keyOf(CASE).fingerprint(body);
    String id = SubjectKey.keyIdOf(fingerprint).orElseThrow();

    assertThat(keys().states(List.of(id)).get(id))
        .isInstanceOfSatisfying(
            KeyStore.Live.class,
            live -> assertThat(live.key().fingerprint(body)).isEqualTo(fingerprint));
    keys().destroy(CASE, 1);
    assertThat(keys().states(List.of(id)).get(id)).isInstanceOf(KeyStore.Destroyed.class);
  }

  @Test
  void an_unknown_key_has_no_state_rather_than_a_tombstone() {
    assertThat(keys().states(List.of("0".repeat(32)))).isEmpty();
    assertThat(keys().states(List.of())).isEmpty();
  }

  @Test
  void racing_creators_get_the_same_key() throws InterruptedException, ExecutionException {
    Callable<String> ask = () -> keys().keyOf(CASE).id();
    var ids = new HashSet<String>();
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var answer : threads.invokeAll(Collections.nCopies(32, ask))) {
        ids.add(answer.get());
      }
    }
    assertThat(ids).hasSize(1);
  }

  @Test
  void after_a_rotation_new_texts_get_a_new_key_and_the_old_one_still_opens() {
    SubjectKey first = keys().keyOf(CASE);

    SubjectKey second = keys().rotate(CASE);

    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(keys().keyOf(CASE).id()).isEqualTo(second.id());
    assertThat(isLive(first)).isTrue();
    assertThat(keys().pendingRotations())
        .containsExactly(new KeyStore.Rotation(CASE, List.of(first.id(), second.id())));
  }

  @Test
  void a_case_without_a_key_gets_its_first_by_a_rotation() {
    SubjectKey first = keys().rotate(CASE);

    assertThat(keys().keyOf(CASE).id()).isEqualTo(first.id());
    assertThat(keys().pendingRotations()).isEmpty();
  }

  @Test
  void what_was_made_before_the_key_that_is_kept_is_destroyed() {
    SubjectKey first = keys().keyOf(CASE);
    SubjectKey second = keys().rotate(CASE);
    SubjectKey third = keys().rotate(CASE);
    SubjectKey fourth = keys().rotate(CASE);
    SubjectKey ofAnother = keys().keyOf(OTHER);

    assertThat(keys().destroyRetired(CASE, third.id(), 42)).isEqualTo(2);
    assertThat(keys().destroyRetired(CASE, third.id(), 43)).isZero();

    assertThat(keys().states(List.of(first.id(), second.id())).values())
        .hasSize(2)
        .allSatisfy(
            state ->
                assertThat(state)
                    .isInstanceOfSatisfying(
                        KeyStore.Destroyed.class,
                        gone -> assertThat(gone.position()).isEqualTo(42)));
    assertThat(List.of(third, fourth, ofAnother)).allMatch(this::isLive);
    assertThat(keys().keyOf(CASE).id()).isEqualTo(fourth.id());
    assertThat(keys().pendingRotations())
        .containsExactly(new KeyStore.Rotation(CASE, List.of(third.id(), fourth.id())));

    assertThat(keys().destroyRetired(CASE, fourth.id(), 44)).isEqualTo(1);
    assertThat(keys().pendingRotations()).isEmpty();
  }

  @Test
  void a_key_that_is_not_of_the_case_keeps_nothing_and_destroys_nothing() {
    SubjectKey first = keys().keyOf(CASE);
    keys().rotate(CASE);

    assertThatExceptionOfType(KeyUnavailable.class)
        .isThrownBy(() -> keys().destroyRetired(CASE, "0".repeat(32), 1))
        .withMessageContaining("never one of");
    assertThat(isLive(first)).isTrue();
  }

  @Test
  void an_erasure_takes_the_retired_keys_too() {
    SubjectKey first = keys().keyOf(CASE);
    SubjectKey second = keys().rotate(CASE);

    assertThat(keys().destroy(CASE, 1)).isEqualTo(2);

    assertThat(List.of(first, second)).noneMatch(this::isLive);
    assertThat(keys().pendingRotations()).isEmpty();
    assertThat(keys().destroyRetired(CASE, second.id(), 2)).isZero();
  }

  @Test
  void of_rotations_at_once_one_is_the_last_and_no_key_is_lost()
      throws InterruptedException, ExecutionException {
    var ids = new HashSet<String>();
    ids.add(keys().keyOf(CASE).id());
    Callable<String> rotate = () -> keys().rotate(CASE).id();
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (var answer : threads.invokeAll(Collections.nCopies(8, rotate))) {
        ids.add(answer.get());
      }
    }

    KeyStore.Rotation pending = keys().pendingRotations().getFirst();
    assertThat(pending.keyIds()).hasSize(9).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(pending.keyIds().getLast()).isEqualTo(keys().keyOf(CASE).id());
    assertThat(keys().states(ids).values()).allMatch(KeyStore.Live.class::isInstance);
  }

  private boolean isLive(SubjectKey key) {
    return keys().states(List.of(key.id())).get(key.id()) instanceof KeyStore.Live;
  }
}
