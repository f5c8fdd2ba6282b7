package org.jalon.history.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.jalon.history.Event;
import org.jalon.history.Findings;
import org.jalon.history.HistoryChecker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is changed in the log of a good history is found. */
class ChangedLogTest {

  private static final int CHANGES = 200;

  @TempDir private Path directory;

  @Test
  void everyChangeIsFound() throws Exception {
    MemoryStores stores = new MemoryStores();
    load(stores);
    assertThat(judged(stores.standing()).none()).isTrue();

    Random random = new Random(20_261_122);
    for (int i = 0; i < CHANGES; i++) {
      List<MemoryStores.Kept> changed = new ArrayList<>(stores.standing());
      String change = change(changed, random);
      assertThat(judged(changed).none()).as(change).isFalse();
    }
  }

  private void load(MemoryStores stores) throws Exception {
    Notebook notebook = new Notebook(directory.resolve("all" + Notebook.CLIENTS));
    try (Load load = new Load(stores::store, notebook, 1, 8, 3, 30)) {
      await().atMost(Duration.ofSeconds(60)).until(() -> load.acknowledged() >= 300);
      load.finish(Duration.ofSeconds(30));
    }
  }

  private static String change(List<MemoryStores.Kept> log, Random random) {
    int at = random.nextInt(log.size() - 1);
    int other = random.nextInt(log.size() - 1);
    switch (random.nextInt(5)) {
      case 0 -> {
        log.remove(at);
        return "removed " + at;
      }
      case 1 -> {
        log.add(at, log.get(other));
        return "copied %d to %d".formatted(other, at);
      }
      case 2 -> {
        Collections.swap(log, at, at + 1);
        return "swapped %d and the next".formatted(at);
      }
      case 3 -> {
        log.subList(at, log.size()).clear();
        return "cut at " + at;
      }
      default -> {
        MemoryStores.Kept kept = log.get(at);
        log.set(at, new MemoryStores.Kept(kept.id(), altered(kept.event())));
        return "altered " + at;
      }
    }
  }

  private static Event altered(Event event) {
    TreeSet<Integer> tags = new TreeSet<>(event.tags());
    tags.add(999);
    return new Event(event.type(), List.copyOf(tags));
  }

  private Findings judged(List<MemoryStores.Kept> log) throws Exception {
    Findings findings = new Findings();
    try (Standing standing = new Standing(directory)) {
      for (int i = 0; i < log.size(); i++) {
        standing.add(i + 1, log.get(i).id(), log.get(i).event(), i);
      }
    }
    HistoryChecker checker = new HistoryChecker(Standing.read(directory, findings), findings);
    new Notebooks(checker).read(directory);
    checker.finish();
    return findings;
  }
}
