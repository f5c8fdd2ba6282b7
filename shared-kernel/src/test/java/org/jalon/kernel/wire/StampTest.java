package org.jalon.kernel.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.UUID;
import org.jalon.kernel.Actor;
import org.jalon.kernel.ActorId;
import org.jalon.kernel.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StampTest {

  private static final Stamp FULL =
      new Stamp(
          new UUID(1, 2),
          "OpenCase",
          "00",
          new Actor(new ActorId("a"), new ActorId("b"), Purpose.CARE),
          "2026-03-01",
          "import-1",
          "xes:log#3");

  @Test
  void what_is_stored_is_read_back() {
    var sparse = new Stamp(new UUID(1, 2), "OpenCase", "00", Actor.LOCAL, "2026-03-01", null, null);

    assertThat(Stamp.of(FULL.toMetadata())).isEqualTo(FULL);
    assertThat(Stamp.of(sparse.toMetadata())).isEqualTo(sparse);
    assertThat(sparse.toMetadata()).hasSize(5);
  }

  @Test
  void its_stored_form_has_one_order_and_these_names() {
    assertThat(FULL.toMetadata().keySet())
        .containsExactly(
            "actor",
            "commandId",
            "commandName",
            "correlationId",
            "effectiveOn",
            "fingerprint",
            "onBehalfOf",
            "provenance",
            "purpose");
  }

  @ParameterizedTest
  @ValueSource(strings = {"commandId", "commandName", "fingerprint", "actor", "effectiveOn"})
  void a_missing_part_is_named(String part) {
    var metadata = new HashMap<>(FULL.toMetadata());
    metadata.remove(part);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Stamp.of(metadata))
        .withMessageContaining(part);
  }
}
