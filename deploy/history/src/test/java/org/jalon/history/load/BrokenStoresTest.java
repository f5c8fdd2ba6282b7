package org.jalon.history.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jalon.history.Finding;
import org.jalon.history.Findings;
import org.jalon.history.HistoryChecker;
import org.jalon.history.StandingLog;
import org.jalon.postgres.ScratchPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same load that the ledger gets finds each broken store out, and clears the one that is not.
 */
class BrokenStoresTest {

  private static final long APPENDS = 3_000;

  @TempDir private Path directory;

  @Test
  void aStoreThatKeepsItsPromisesHasNothingFound() throws Exception {
    Findings findings = judged(new MemoryStores());

    assertThat(findings.none()).as("%s", findings).isTrue();
  }

  @Test
  void noConditionCheck() throws Exception {
    assertThat(judged(new BrokenStores.NoConditionCheck()).kinds())
        .containsExactly(Finding.DOUBLE_WINNER);
  }

  @Test
  void aConditionCheckedBeforeTheLock() throws Exception {
    assertThat(judged(new BrokenStores.CheckBeforeLock()).kinds())
        .containsExactly(Finding.DOUBLE_WINNER);
  }

  @Test
  void readersThatSkipSlowTransactions() throws Exception {
    assertThat(judged(new BrokenStores.SlowTransactions()).kinds())
        .contains(Finding.READER_SKIPPED, Finding.SOURCED_WRONG)
        .doesNotContain(Finding.DOUBLE_WINNER, Finding.LOST);
  }

  @Test
  void acknowledgingBeforeCommit() throws Exception {
    assertThat(judged(new BrokenStores.AcknowledgesBeforeCommit()).kinds()).contains(Finding.LOST);
  }

  @Test
  void appendingAgainWhatStandsAlready() throws Exception {
    assertThat(judged(new BrokenStores.AppendsAgain()).kinds()).contains(Finding.DUPLICATE);
  }

  @Test
  void anUnknownOutcomeReportedAsSuccess() throws Exception {
    assertThat(judged(new BrokenStores.UnknownIsSuccess()).kinds()).contains(Finding.LOST);
  }

  @Test
  void anUnknownOutcomeReportedAsFailure() throws Exception {
    assertThat(judged(new BrokenStores.UnknownIsFailure()).kinds())
        .containsExactly(Finding.FAILED_YET_STANDS);
  }

  @Test
  void appendsThatAreNotAtomic() throws Exception {
    assertThat(judged(new BrokenStores.KeepsHalf()).kinds()).contains(Finding.PARTIAL);
  }

  @Test
  void readingFromACopyThatLagsBehind() throws Exception {
    assertThat(judged(new BrokenStores.LaggingCopy()).kinds())
        .contains(Finding.SOURCED_STALE, Finding.READER_BEHIND)
        .doesNotContain(Finding.DOUBLE_WINNER, Finding.LOST);
  }

  @Test
  void aConditionInTheInsertAndReadersBehindASequenceOnPostgreSql() throws Exception {
    DataSource source = ScratchPostgres.freshDatabase();
    TableWithSequence.create(source);

    load(() -> new TableWithSequence(source));

    Findings findings = new Findings();
    judge(TableWithSequence.log(source, findings), findings);
    assertThat(findings.kinds()).contains(Finding.DOUBLE_WINNER, Finding.READER_SKIPPED);
  }

  private Findings judged(MemoryStores stores) throws Exception {
    load(stores::store);
    Findings findings = new Findings();
    judge(log(stores.standing(), findings), findings);
    return findings;
  }

  private void load(Supplier<Store> stores) throws Exception {
    AtomicBoolean stop = new AtomicBoolean();
    try (Notebook seen = new Notebook(directory.resolve("one" + Notebook.READER));
        Load load =
            new Load(
                stores, new Notebook(directory.resolve("all" + Notebook.CLIENTS)), 1, 16, 7, 30)) {
      Thread follower = Thread.ofVirtual().start(new Follower(stores.get(), seen, 0, stop));
      await().atMost(Duration.ofSeconds(60)).until(() -> load.acknowledged() >= APPENDS);
      load.finish(Duration.ofSeconds(30));
      stop.set(true);
      assertThat(follower.join(Duration.ofSeconds(30))).isTrue();
    }
  }

  private void judge(StandingLog log, Findings findings) throws Exception {
    HistoryChecker checker = new HistoryChecker(log, findings);
    new Notebooks(checker).read(directory);
    checker.finish();
  }

  private static StandingLog log(List<MemoryStores.Kept> standing, Findings findings) {
    StandingLog log = new StandingLog(findings);
    for (int i = 0; i < standing.size(); i++) {
      log.add(i + 1, standing.get(i).id(), standing.get(i).event(), i);
    }
    return log;
  }
}
