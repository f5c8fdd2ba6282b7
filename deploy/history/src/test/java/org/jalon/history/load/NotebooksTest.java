package org.jalon.history.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jalon.history.Append;
import org.jalon.history.Criterion;
import org.jalon.history.Event;
import org.jalon.history.EventId;
import org.jalon.history.Finding;
import org.jalon.history.Findings;
import org.jalon.history.HistoryChecker;
import org.jalon.history.Outcome;
import org.jalon.history.Sourced;
import org.jalon.history.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was written down comes back, and what a killed process left half written does no harm. */
class NotebooksTest {

  private static final Event EVENT = new Event(3, List.of(1, 20));
  private static final List<Criterion> CRITERIA =
      List.of(new Criterion(List.of(), List.of(20)), new Criterion(List.of(3, 4), List.of()));
  private static final Append FIRST = new Append(0x5000000001L, 0, List.of(), List.of(EVENT));
  private static final Append SECOND =
      new Append(0x5000000002L, 1, CRITERIA, List.of(EVENT, new Event(0, List.of())));

  @TempDir private Path directory;

  private final Findings findings = new Findings();

  @Test
  void appendsAndEventsComeBackFromTheirWords() {
    assertThat(Lines.append(Lines.append(SECOND).split(" "), 0)).isEqualTo(SECOND);
    assertThat(Lines.append(Lines.append(FIRST).split(" "), 0)).isEqualTo(FIRST);
    assertThat(Lines.outcome(Lines.outcome(new Outcome.Failed("too\nbusy"))))
        .isEqualTo(new Outcome.Failed("too busy"));
    Store.Seen seen = new Store.Seen(7, new EventId(-1, 2));
    assertThat(Lines.seen(Lines.seen(List.of(seen)))).isEqualTo(seen);
  }

  @Test
  void aWholeHistoryIsJudgedFromItsFiles() throws Exception {
    try (Standing standing = new Standing(directory);
        Notebook clients = new Notebook(directory.resolve("a" + Notebook.CLIENTS));
        Notebook reader = new Notebook(directory.resolve("a" + Notebook.READER))) {
      EventId id = new EventId(FIRST.request(), 0);
      standing.add(1, id, EVENT, 5);
      clients.invoked(FIRST, 1_000_000);
      clients.returned(FIRST.request(), 2_000_000, "n", new Outcome.Acknowledged(1));
      clients.sourced(new Sourced(3_000_000, 4_000_000, CRITERIA, 0, 1, new long[] {1}, id.hash()));
      clients.invoked(SECOND, 5_000_000);
      clients.returned(SECOND.request(), 6_000_000, "n", new Outcome.Failed("busy"));
      reader.begins(0);
      reader.saw(0, List.of(new Store.Seen(1, id)));
      reader.saw(7_000_000, List.of());
    }

    assertThat(judged()).isEqualTo(new Tally(1, 0, 1, 0, 0, 0, 1, 1));
    assertThat(findings.none()).as("%s", findings).isTrue();
  }

  @Test
  void whatAKilledClientHadSentIsUnknownAndItsHalfLineNothing() throws Exception {
    try (Standing standing = new Standing(directory);
        Notebook clients = new Notebook(directory.resolve("a" + Notebook.CLIENTS))) {
      standing.add(1, new EventId(FIRST.request(), 0), EVENT, 5);
      clients.invoked(FIRST, 1_000_000);
    }
    Files.writeString(
        directory.resolve("a" + Notebook.CLIENTS), "I 20 5000", StandardOpenOption.APPEND);

    assertThat(judged()).isEqualTo(new Tally(0, 0, 0, 1, 1, 0, 0, 1));
    assertThat(findings.none()).as("%s", findings).isTrue();
  }

  @Test
  void aReaderThatMissedSomethingIsFoundInItsFile() throws Exception {
    try (Standing standing = new Standing(directory);
        Notebook reader = new Notebook(directory.resolve("a" + Notebook.READER))) {
      standing.add(1, new EventId(1, 0), EVENT, 5);
      standing.add(2, new EventId(1, 1), EVENT, 5);
      reader.begins(0);
      reader.saw(0, List.of(new Store.Seen(2, new EventId(1, 1))));
    }

    judged();
    assertThat(findings.kinds()).contains(Finding.READER_SKIPPED, Finding.NEVER_SENT);
  }

  private Tally judged() throws Exception {
    HistoryChecker checker = new HistoryChecker(Standing.read(directory, findings), findings);
    new Notebooks(checker).read(directory);
    return checker.finish();
  }
}
