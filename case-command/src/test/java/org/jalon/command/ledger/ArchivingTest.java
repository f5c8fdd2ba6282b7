package org.jalon.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jalon.command.ledger.Appends.ANA;
import static org.jalon.command.ledger.Appends.BEN;
import static org.jalon.command.ledger.Appends.append;
import static org.jalon.command.ledger.Appends.appendIfNone;
import static org.jalon.command.ledger.Appends.event;
import static org.jalon.command.ledger.Appends.having;
import static org.jalon.command.ledger.Appends.sealed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jalon.command.ledger.chain.Head;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Archiving copies: what is archived is in a file that stands by itself, and is sourced as ever.
 */
class ArchivingTest {

  private static final int WIDTH = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final TestLedger database = new TestLedger();
  private final List<String> told = new ArrayList<>();
  @TempDir Path directory;
  private Ledger ledger;
  private @Nullable String tablespace;

  @BeforeEach
  void fourPartitionsAndABit() throws Exception {
    database.makePartitionsOf(WIDTH);
    ledger = database.open();
    append(ledger, event("Opened", ANA), sealed("Told", "geheim", ANA, BEN));
    fillUpTo(4 * WIDTH + 10);
  }

  @AfterEach
  void close() throws Exception {
    database.close();
    if (tablespace != null) {
      database.alter("DROP SCHEMA %s CASCADE".formatted(database.schema()));
      database.alter("DROP TABLESPACE " + tablespace);
    }
  }

  @Test
  void everyFullPartitionIsInAFileThatVerifiesAndReplaysByItself() throws Exception {
    assertThat(archive(Long.MAX_VALUE)).isEqualTo(4);

    List<StoredEvent> fromFiles = new ArrayList<>();
    List<Head> ends = new ArrayList<>();
    for (Path file : files()) {
      try (var in = Files.newInputStream(file)) {
        assertThat(LedgerVerifier.verify(in).verified()).isTrue();
      }
      ends.add(ArchiveFile.replay(file, fromFiles::add));
    }
    assertThat(files()).hasSize(4);
    assertThat(fromFiles).hasSizeGreaterThanOrEqualTo(4 * WIDTH - 1);
    assertThat(texts(fromFiles)).isEqualTo(texts(ledger.read(0, fromFiles.size())));
    assertThat(ledger.stand(ends)).isTrue();
    assertThat(fromFiles.get(1).sealed()).asString(StandardCharsets.UTF_8).isEqualTo("geheim");
  }

  @Test
  void whatIsArchivedIsListedAndArchivingAgainDoesNothing() throws Exception {
    assertThat(archive(2 * WIDTH)).isEqualTo(2);
    assertThat(
            database.ask(
                "SELECT string_agg(first_position || '-' || last_position, ' ' ORDER BY"
                    + " first_position) FROM archived_partition"))
        .isEqualTo("0-999 1000-1999");
    List<Path> before = files();
    var written = Files.getLastModifiedTime(before.getFirst());

    assertThat(archive(2 * WIDTH)).isZero();
    assertThat(archive(Long.MAX_VALUE)).isEqualTo(2);

    assertThat(files()).hasSize(4).containsAll(before);
    assertThat(Files.getLastModifiedTime(before.getFirst())).isEqualTo(written);
  }

  @Test
  void whatIsArchivedIsReadAsEverAndCannotBeAddedToOrChanged() throws Exception {
    List<String> before = texts(ledger.read(0, 3 * WIDTH));

    archive(Long.MAX_VALUE);

    assertThat(texts(ledger.read(0, 3 * WIDTH))).isEqualTo(before);
    assertThat(ledger.matching(List.of(having(BEN)), 0, 4_000, 10).events())
        .extracting(StoredEvent::name)
        .containsExactly("Told");
    assertThat(appendIfNone(ledger, 0, having(BEN), event("Late"))).isEmpty();
    assertThat(append(ledger, event("Next"))).isPresent();
    assertThat(ledger.audit().integrity(1, Long.MAX_VALUE).verified()).isTrue();
    assertThatThrownBy(() -> database.alter("UPDATE event SET payload = '' WHERE position = 5"))
        .hasMessageContaining("violates check constraint \"archived\"");
    assertThatThrownBy(() -> database.alter("INSERT INTO event_tag VALUES (1, 5, 1)"))
        .hasMessageContaining("violates check constraint \"archived\"");
    try (var role = database.pool().getConnection();
        var statement = role.createStatement()) {
      assertThatThrownBy(() -> statement.execute("DELETE FROM event WHERE position = 5"))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void archivedRowsGoToAnotherTablespaceWhileOthersAppendAndSource() throws Exception {
    makeTablespace();
    String export = export();
    var over = new AtomicBoolean();
    CompletableFuture<Long> appending =
        CompletableFuture.supplyAsync(
            () -> {
              long appended = 0;
              while (!over.get()) {
                append(ledger, event("Meanwhile", ANA));
                appended++;
              }
              return appended;
            });
    CompletableFuture<Long> sourcing =
        CompletableFuture.supplyAsync(
            () -> {
              long sourced = 0;
              while (!over.get()) {
                assertThat(ledger.matching(List.of(having(BEN)), 0, 4_000, 10).events()).hasSize(1);
                assertThat(ledger.read(990, 20)).hasSize(20);
                sourced++;
              }
              return sourced;
            });

    int archived;
    try {
      archived = archive(4 * WIDTH);
    } finally {
      over.set(true);
    }

    assertThat(archived).isEqualTo(4);
    assertThat(appending.get()).isPositive();
    assertThat(sourcing.get()).isPositive();
    assertThat(
            database.ask(
                "SELECT count(*) FROM partition WHERE tablespace = '%s' AND read_only"
                    .formatted(tablespace)))
        .isEqualTo("8");
    assertThat(
            database.ask(
                "SELECT count(*) FROM partition p JOIN pg_index ON indrelid = p.name::regclass JOIN"
                    + " pg_class i ON i.oid = indexrelid WHERE tablespace <> '' AND"
                    + " i.reltablespace = 0"))
        .as("indexes left behind")
        .isEqualTo("0");
    assertThat(export()).isEqualTo(export);
    assertThat(ledger.audit().integrity(1, Long.MAX_VALUE).verified()).isTrue();
    assertThat(archive(4 * WIDTH)).isZero();
  }

  @Test
  void brokenOffAnywhereTheLedgerIsUsableAndArchivingAgainCompletesIt() throws Exception {
    makeTablespace();
    String export = export();
    int breaks = 0;
    while (!archivedUnlessBrokenOffAt(breaks)) {
      breaks++;
      assertThat(append(ledger, event("Between"))).isPresent();
      assertThat(ledger.audit().integrity(1, Long.MAX_VALUE).verified()).isTrue();
    }

    assertThat(breaks).isGreaterThan(5);
    assertThat(export()).isEqualTo(export);
    assertThat(files()).hasSize(4);
    assertThat(database.ask("SELECT count(*) FROM archived_partition")).isEqualTo("4");
    assertThat(database.ask("SELECT count(*) FROM pg_class WHERE relname LIKE 'event%\\_copy'"))
        .isEqualTo("0");
  }

  @Test
  void aTransactionThatHoldsATableIsNamedAndNobodyWaitsForArchiving() throws Exception {
    try (Connection foreign = connection()) {
      foreign.setAutoCommit(false);
      foreign.createStatement().execute("SELECT count(*) FROM event");

      assertThatThrownBy(() -> archive(2 * WIDTH, Duration.ofMillis(1), this::tell))
          .isInstanceOf(ArchiveException.class)
          .hasMessageContaining("event_000000 was in use")
          .hasMessageContaining(pid(foreign));
      assertThat(append(ledger, event("Next"))).isPresent();
      assertThat(ledger.read(0, 10)).hasSize(10);
    }

    assertThat(archive(2 * WIDTH)).isEqualTo(2);
  }

  @Test
  void aFileOfAnotherHistoryIsNotTaken() throws Exception {
    archive(WIDTH);
    Path file = files().getFirst();
    database.alter("DELETE FROM archived_partition");
    Files.writeString(
        file, Files.readString(file).replaceFirst("\"chain\":\"..", "\"chain\":\"AA"));

    assertThatThrownBy(() -> archive(WIDTH))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("broken at position");
    assertThatThrownBy(() -> ArchiveFile.replay(file, _ -> {})).isInstanceOf(IOException.class);
  }

  @Test
  void aFileCutAtItsFrontIsNotTaken() throws Exception {
    archive(WIDTH);
    Path file = files().getFirst();
    long last = ArchiveFile.replay(file, _ -> {}).position();
    database.alter("DELETE FROM archived_partition");
    try (var cut = Files.newOutputStream(file)) {
      ledger.audit().export(WIDTH / 2, last, true, cut);
    }

    assertThatThrownBy(() -> archive(WIDTH))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("begins at position")
        .hasMessageContaining("and not at 1;");
  }

  @Test
  void aFileWithAnotherGenesisIsNotReplayed() throws Exception {
    archive(WIDTH);
    Path file = files().getFirst();
    Files.writeString(
        file, Files.readString(file).replaceFirst("\"recordedAt\":0", "\"recordedAt\":1"));

    assertThatThrownBy(() -> ArchiveFile.replay(file, _ -> {}))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the genesis is not that of ledger");
  }

  @Test
  void whoMayNotSeeOthersTransactionsMovesNothing() throws Exception {
    try (Connection role = database.pool().getConnection()) {
      var progress = new PrintedProgress(System.err);
      var archiving = new Archiving(role, database.id(), directory, "cold", PATIENCE, progress);

      assertThatThrownBy(() -> archiving.before(WIDTH))
          .isInstanceOf(ArchiveException.class)
          .hasMessageContaining("grant it pg_read_all_stats");
    }
    assertThat(files()).isEmpty();
  }

  @Test
  void anAlteredFileGivesNothingOfTheBatchThatWasAltered() throws Exception {
    archive(WIDTH);
    Path file = files().getFirst();
    Files.writeString(file, Files.readString(file).replaceFirst("Told#1", "Sold#1"));
    List<StoredEvent> given = new ArrayList<>();

    assertThatThrownBy(() -> ArchiveFile.replay(file, given::add))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("broken at position 2");
    assertThat(given).isEmpty();
  }

  @Test
  void theCommandSaysWhatItDoesAndWhatWasWrong() {
    assertThat(command("--help")).startsWith("0").contains("--tablespace");
    assertThat(command("--directory", directory.toString())).startsWith("2").contains("--url is");
    assertThat(command("--url", "jdbc:postgresql://127.0.0.1:1/x", "--directory", "/nowhere/x"))
        .startsWith("2")
        .contains("/nowhere/x is no directory");
    assertThat(command("--frobnicate", "1"))
        .startsWith("2")
        .contains("'--frobnicate' is no option");
    assertThat(
            command(
                "--url", "jdbc:postgresql://127.0.0.1:1/x", "--directory", directory.toString()))
        .startsWith("1")
        .contains("the database refuses");
  }

  /** All that an event holds. */
  private static List<String> texts(List<StoredEvent> events) {
    return events.stream()
        .map(
            it ->
                it
                    + Arrays.toString(it.clear())
                    + Arrays.toString(it.sealed())
                    + Arrays.toString(it.chainHash()))
        .map(text -> text.replaceAll("\\[B@\\w+", ""))
        .toList();
  }

  private static String command(String... arguments) {
    var out = new ByteArrayOutputStream();
    int status = ArchiveLedger.run(List.of(arguments), Map.of(), new PrintStream(out, true));
    return status + " " + out.toString(StandardCharsets.UTF_8);
  }

  /** Whether archiving came to its end because it tells nothing that often. */
  private boolean archivedUnlessBrokenOffAt(int telling) throws Exception {
    int[] left = {telling};
    Runnable tell =
        () -> {
          if (left[0]-- == 0) {
            throw new IllegalStateException("broken off");
          }
        };
    try {
      archive(4 * WIDTH, PATIENCE, _ -> tell.run());
      return true;
    } catch (IllegalStateException _) {
      return false;
    }
  }

  private int archive(long before) throws Exception {
    return archive(before, PATIENCE, this::tell);
  }

  private void tell(String what) {
    told.add(what);
  }

  private int archive(long before, Duration patience, Consumer<String> tell) throws Exception {
    try (Connection connection = connection()) {
      var progress =
          new Archiving.Progress() {
            @Override
            public void at(String doing, long done, long of) {
              tell.accept(doing);
            }

            @Override
            public void told(String what) {
              tell.accept(what);
            }
          };
      return new Archiving(connection, database.id(), directory, tablespace, patience, progress)
          .before(before);
    }
  }

  private Connection connection() throws SQLException {
    Connection connection = database.superuser().getConnection();
    try (var statement = connection.createStatement()) {
      statement.execute("SET search_path TO " + database.schema());
    }
    return connection;
  }

  private static String pid(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT pg_backend_pid()")) {
      rows.next();
      return rows.getString(1);
    }
  }

  private void makeTablespace() throws Exception {
    String name = "archive_" + UUID.randomUUID().toString().replace('-', '_');
    Path location = Path.of("target", "scratch-postgres", name).toAbsolutePath();
    Files.createDirectories(location);
    database.alter("CREATE TABLESPACE %s LOCATION '%s'".formatted(name, location));
    tablespace = name;
  }

  private List<Path> files() throws IOException {
    try (var all = Files.list(directory)) {
      return all.sorted().toList();
    }
  }

  private String export() {
    var out = new ByteArrayOutputStream();
    ledger.audit().export(1, 4 * WIDTH - 1, true, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private void fillUpTo(long last) {
    while (ledger.head().position() < last) {
      append(
          ledger,
          LongStream.range(0, 37)
              .mapToObj(i -> event("Noted", new EventTag("case", "c" + i)))
              .toArray(StagedEvent[]::new));
    }
  }
}
