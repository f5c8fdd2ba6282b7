package org.jalon.command.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Moves a partition that nobody writes to any more to another tablespace: copied apart, compared,
 * and exchanged in one short transaction.
 */
final class PartitionMove {

  private static final long CHUNK = 50_000;
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Connection connection;
  private final BriefLock lock;
  private final String tablespace;

  PartitionMove(Connection connection, BriefLock lock, String tablespace) {
    this.connection = connection;
    this.lock = lock;
    this.tablespace = tablespace;
  }

  /**
   * Whoever may not see what others do would wait for none of them.
   *
   * @throws ArchiveException if the connection's role may not
   */
  static void requireSight(Connection connection) throws SQLException {
    if (!OneValue.of(connection, "SELECT pg_has_role('pg_read_all_stats', 'USAGE')").equals("t")) {
      throw new ArchiveException(
          "role %s may not see the snapshots of others, for which moving a partition waits; grant it pg_read_all_stats, or archive as a superuser"
              .formatted(OneValue.of(connection, "SELECT current_user")));
    }
  }

  /**
   * @param copied told of every position up to which rows are copied
   * @throws ArchiveException if the copy differs, or others held the table all the time
   */
  void run(Partition partition, LongConsumer copied) throws SQLException, InterruptedException {
    String copy = partition.name() + "_copy";
    create(partition, copy);
    for (long after = partition.first() - 1; after < partition.last(); after += CHUNK) {
      long upTo = Math.min(partition.last(), after + CHUNK);
      execute(
          "INSERT INTO %s SELECT * FROM %s WHERE position > %d AND position <= %d ORDER BY position"
              .formatted(copy, partition.name(), after, upTo));
      copied.accept(upTo);
    }
    execute("VACUUM (FREEZE, ANALYZE) " + copy);
    String before = contents(partition.name());
    String after = contents(copy);
    if (!before.equals(after)) {
      throw new ArchiveException(
          "the copy of %s holds %s and not %s (rows, sum of hashes); it was not put in place"
              .formatted(partition.name(), after, before));
    }
    awaitOlderSnapshots(partition);
    exchange(partition, copy);
  }

  private void create(Partition partition, String copy) throws SQLException {
    execute("DROP TABLE IF EXISTS " + copy);
    execute("SET default_tablespace = " + quoted(tablespace));
    try {
      execute("CREATE TABLE %s (LIKE %s INCLUDING ALL)".formatted(copy, partition.parent()));
    } finally {
      execute("RESET default_tablespace");
    }
    execute(
        "ALTER TABLE %s ADD CONSTRAINT bounds CHECK (position >= %d AND position <= %d)"
            .formatted(copy, partition.first(), partition.last()));
    execute("ALTER TABLE %s OWNER TO %s".formatted(copy, quoted(owner(partition.parent()))));
  }

  private void exchange(Partition partition, String copy)
      throws SQLException, InterruptedException {
    String parent = partition.parent();
    String name = partition.name();
    lock.run(
        parent,
        List.of(
            "LOCK TABLE ONLY %s IN ACCESS EXCLUSIVE MODE".formatted(parent),
            "ALTER TABLE %s DETACH PARTITION %s".formatted(parent, name),
            "DROP TABLE " + name,
            "ALTER TABLE %s RENAME TO %s".formatted(copy, name),
            "ALTER TABLE %s ATTACH PARTITION %s FOR VALUES FROM (%d) TO (%d)"
                .formatted(parent, name, partition.first(), partition.last() + 1),
            "ALTER TABLE %s DROP CONSTRAINT bounds".formatted(name),
            Archiving.readOnly(name)));
  }

  /** A snapshot from before the copy would not see its rows. */
  private void awaitOlderSnapshots(Partition partition) throws SQLException, InterruptedException {
    String copied = ask("SELECT pg_snapshot_xmax(pg_current_snapshot())::xid::text");
    long end = System.nanoTime() + lock.patience().toNanos();
    while (true) {
      String older =
          ask(
              """
              SELECT coalesce(string_agg(pid::text, ', '), '') FROM pg_stat_activity
              WHERE coalesce(backend_type, 'client backend') = 'client backend' AND datname = current_database()
                AND pid <> pg_backend_pid()
                AND age(backend_xmin) > age('%s'::xid)
              """
                  .formatted(copied));
      if (older.isEmpty()) {
        return;
      }
      if (System.nanoTime() - end >= 0) {
        throw new ArchiveException(
            "transactions from before the copy of %s was made are still open after %d s, in the server's processes %s; archive again when they have ended"
                .formatted(partition.name(), lock.patience().toSeconds(), older));
      }
      Thread.sleep(PAUSE);
    }
  }

  private String contents(String table) throws SQLException {
    return ask(
        "SELECT count(*) || ' ' || coalesce(sum(hash_record_extended(t, 0)::numeric), 0) FROM %s t"
            .formatted(table));
  }

  private String owner(String table) throws SQLException {
    return ask(
        "SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = '%s'::regclass"
            .formatted(table));
  }

  private String ask(String sql) throws SQLException {
    return OneValue.of(connection, sql);
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
