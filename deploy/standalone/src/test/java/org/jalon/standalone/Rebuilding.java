package org.jalon.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

/** Lets Jalon build a view anew. */
final class Rebuilding {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private Rebuilding() {}

  /** Asks for it and waits until the new view answers. */
  static void of(RunningJalon jalon, String path) throws Exception {
    Answer begun = jalon.post(path, "application/json", "");
    assertThat(begun.status()).as(begun.text()).isEqualTo(202);
    await(path)
        .atMost(PATIENCE)
        .until(() -> jalon.get(path).json().path("state").asString(), "DONE"::equals);
  }
}
