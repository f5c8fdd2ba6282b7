package org.jalon.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.jalon.command.ledger.chain.BatchRow;
import org.junit.jupiter.api.Test;

class RecentBatchesTest {

  private static final byte[] NOTHING = {};

  private final RecentBatches recent = new RecentBatches();

  @Test
  void aPositionIsFoundInItsBatchOnly() {
    recent.add(batch(5, 7));
    recent.add(batch(9, 9));

    assertThat(recent.holding(4)).isEmpty();
    assertThat(recent.holding(7)).contains(batch(5, 7));
    assertThat(recent.holding(8)).isEmpty();
    assertThat(recent.holding(9)).contains(batch(9, 9));
    assertThat(recent.holding(10)).isEmpty();
  }

  @Test
  void theOldestIsForgottenBeyondTheBound() {
    for (long position = 1; position <= 4_097; position++) {
      recent.add(batch(position, position));
    }

    assertThat(recent.holding(1)).isEmpty();
    assertThat(recent.holding(2)).isPresent();
    assertThat(recent.holding(4_097)).isPresent();
  }

  @Test
  void aHistoryThatIsGoneIsForgotten() {
    recent.add(batch(1, 1));
    recent.add(batch(2, 4));
    recent.add(batch(5, 5));

    recent.forgetAfter(1);

    assertThat(recent.all()).containsExactly(batch(1, 1));
    assertThat(recent.newest()).contains(batch(1, 1));
  }

  private static BatchRow batch(long first, long last) {
    return new BatchRow(first, last, NOTHING, NOTHING, 0);
  }
}
