package org.jalon.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.jalon.kernel.feed.HistoryForked;
import org.jalon.kernel.feed.LiveView;
import org.jalon.kernel.feed.RebuildState;

/** What tests wait for in views. */
final class Views {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Views() {}

  static void rebuild(LiveView view) {
    assertThat(view.rebuild()).isTrue();
    await().atMost(PATIENCE).until(() -> view.rebuildState().state() != RebuildState.State.RUNNING);
    assertThat(view.rebuildState().state())
        .as(() -> String.valueOf(view.rebuildState().failure()))
        .isEqualTo(RebuildState.State.DONE);
  }

  static void awaitForked(LiveView view, long position) {
    await().atMost(PATIENCE).until(() -> view.failure().isPresent());
    assertThat(view.failure().orElseThrow())
        .isInstanceOf(HistoryForked.class)
        .hasMessageContaining("HISTORY_FORKED")
        .hasMessageContaining("position " + position);
  }
}
