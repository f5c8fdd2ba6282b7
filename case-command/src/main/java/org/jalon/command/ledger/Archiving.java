package org.jalon.command.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jalon.command.ledger.chain.BatchRow;
import org.jalon.kernel.LedgerId;
import org.jspecify.annotations.Nullable;

/**
 * Archives full partitions one after the other: each into a file of its own, then, if wanted, to
 * another tablespace, and made read-only; all of it stays sourced as before. Broken off at any
 * point, it is completed by archiving again.
 */
final class Archiving {

  /** Hears how far it is. */
  interface Progress {

    /**
     * @param doing what is being done, in a few words
     * @param done of so many positions
     */
    void at(String doing, long done, long of);

    /** Something was done, or need not be done. */
    void told(String what);
  }

  private final Connection connection;
  private final LedgerId ledger;
  private final Path directory;
  private final @Nullable String tablespace;
  private final BriefLock lock;
  private final Progress progress;

  /**
   * @param connection of the owner of the tables, in autocommit, that sees the ledger's schema
   * @param tablespace where archived rows go; null where they are
   * @param patience how long to go on trying where others hold a table
   */
  Archiving(
      Connection connection,
      LedgerId ledger,
      Path directory,
      @Nullable String tablespace,
      Duration patience,
      Progress progress) {
    this.connection = connection;
    this.ledger = ledger;
    this.directory = directory;
    this.tablespace = tablespace;
    this.progress = progress;
    lock = new BriefLock(connection, patience);
  }

  /**
   * Archives every partition that is full and ends before a position.
   *
   * @return how many were archived now
   * @throws ArchiveException if it cannot go on
   */
  int before(long position) throws SQLException, IOException, InterruptedException {
    BatchRow genesis = BatchTable.batchHolding(connection, 0);
    if (!genesis.sameAs(BatchRow.genesis(ledger.value()))) {
      throw new ArchiveException("the tables hold the genesis of another ledger than " + ledger);
    }
    if (tablespace != null) {
      PartitionMove.requireSight(connection);
    }
    beAlone();
    long full = Math.min(BatchTable.head(connection).last(), position - 1);
    Map<Long, List<Partition>> byFirst =
        Partition.upTo(connection, full).stream()
            .collect(Collectors.groupingBy(Partition::first, TreeMap::new, Collectors.toList()));
    int archived = 0;
    for (List<Partition> partitions : byFirst.values()) {
      archived += archive(partitions) ? 1 : 0;
    }
    return archived;
  }

  /** One who was killed a moment ago may hold the lock for some seconds more. */
  private void beAlone() throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("SET lock_timeout = '15s'");
      statement.execute(
          "SELECT pg_advisory_lock(hashtextextended('partition'::regclass::oid::text, 0))");
      statement.execute("RESET lock_timeout");
    } catch (SQLException e) {
      if (Trouble.of(e) == Trouble.LATER) {
        throw new ArchiveException("another process is archiving ledger " + ledger, e);
      }
      throw e;
    }
  }

  private boolean archive(List<Partition> partitions)
      throws SQLException, IOException, InterruptedException {
    long first = partitions.getFirst().first();
    long last = partitions.getFirst().last();
    String known = archivedAs(first);
    if (!known.isEmpty() && partitions.stream().allMatch(this::isInPlace)) {
      progress.told("positions %d to %d are archived already, in %s".formatted(first, last, known));
      return false;
    }
    String file =
        known.isEmpty()
            ? new PartitionFile(connection, ledger, directory, progress).write(first, last)
            : known;
    for (Partition partition : partitions) {
      place(partition);
    }
    if (known.isEmpty()) {
      record(first, last, file, BatchTable.batchHolding(connection, last));
    }
    progress.told("positions %d to %d are archived in %s".formatted(first, last, file));
    return true;
  }

  private boolean isInPlace(Partition partition) {
    return partition.readOnly()
        && (tablespace == null || tablespace.equals(partition.tablespace()));
  }

  private void place(Partition partition) throws SQLException, InterruptedException {
    if (!partition.readOnly()) {
      lock.run(partition.name(), List.of(readOnly(partition.name())));
    }
    if (tablespace != null && !tablespace.equals(partition.tablespace())) {
      long first = partition.first();
      long of = partition.last() - first + 1;
      new PartitionMove(connection, lock, tablespace)
          .run(partition, upTo -> progress.at("copying " + partition.name(), upTo - first + 1, of));
      progress.told("%s is on tablespace %s".formatted(partition.name(), tablespace));
    }
  }

  /** Refuses every insert and update from now on, and leaves alone the rows that are there. */
  static String readOnly(String partition) {
    return "ALTER TABLE %s ADD CONSTRAINT archived CHECK (false) NOT VALID".formatted(partition);
  }

  private String archivedAs(long first) throws SQLException {
    return OneValue.of(
        connection,
        "SELECT file FROM archived_partition WHERE first_position = %d".formatted(first));
  }

  private void record(long first, long last, String file, BatchRow end) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            INSERT INTO archived_partition (
              first_position, last_position, file, file_last, chain_hash)
            VALUES (?, ?, ?, ?, ?)
            """)) {
      statement.setLong(1, first);
      statement.setLong(2, last);
      statement.setString(3, file);
      statement.setLong(4, end.last());
      statement.setBytes(5, end.chain());
      statement.executeUpdate();
    }
  }
}
