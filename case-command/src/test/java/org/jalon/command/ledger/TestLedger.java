package org.jalon.command.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.schema.ModuleSchema;
import org.jalon.postgres.ScratchPostgres;

/** A ledger's own tables in a database that all tests share, opened as separate nodes would. */
final class TestLedger implements AutoCloseable {

  private static final DataSource SUPERUSER = ScratchPostgres.freshDatabase();
  private static final AtomicInteger LEDGERS = new AtomicInteger();

  private final LedgerId id = new LedgerId("test_" + LEDGERS.incrementAndGet());
  private final ModuleSchema schema = new ModuleSchema(id, "ledger");
  private final List<Ledger> ledgers = new ArrayList<>();
  private final List<HikariDataSource> pools = new ArrayList<>();

  TestLedger() {
    schema.migrate(SUPERUSER);
  }

  /** Before the first event: partitions hold so many positions each. */
  void makePartitionsOf(int width) throws Exception {
    alter("DROP TABLE event_000000, event_tag_000000");
    alter("UPDATE partitioning SET width = " + width);
    ask("SELECT room_ahead()");
  }

  LedgerId id() {
    return id;
  }

  String schema() {
    return schema.name();
  }

  Ledger open() {
    return open(LedgerOptions.defaults());
  }

  Ledger open(LedgerOptions options) {
    return open(options, TagHashes.SHA_256);
  }

  Ledger open(LedgerOptions options, TagHashes hashes) {
    Ledger ledger = Ledger.open(pool(), id, PayloadFormat.bytes(), options, hashes);
    ledgers.add(ledger);
    return ledger;
  }

  /** Connections in the ledger's role. */
  DataSource pool() {
    HikariConfig config = new HikariConfig();
    config.setDataSource(SUPERUSER);
    config.setConnectionInitSql(schema.session());
    config.setMaximumPoolSize(8);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(3_000);
    HikariDataSource pool = new HikariDataSource(config);
    pools.add(pool);
    return pool;
  }

  /** Connections as superuser, who sees no schema without naming it. */
  DataSource superuser() {
    return SUPERUSER;
  }

  /** Runs the statement as superuser, in the ledger's schema. */
  void alter(String sql) throws Exception {
    try (var connection = SUPERUSER.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("SET search_path TO " + schema.name());
      statement.execute(sql);
    }
  }

  /** The one value the query answers, as text, asked as superuser in the ledger's schema. */
  String ask(String sql) throws Exception {
    try (var connection = SUPERUSER.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("SET search_path TO " + schema.name());
      try (var rows = statement.executeQuery(sql)) {
        return rows.next() ? String.valueOf(rows.getString(1)) : "";
      }
    }
  }

  /** Does something with each row of a query. */
  interface RowReading {
    void read(ResultSet row) throws SQLException;
  }

  /** Reads all rows the query answers, asked as superuser in the ledger's schema. */
  void each(String sql, RowReading reading) throws Exception {
    try (var connection = SUPERUSER.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("SET search_path TO " + schema.name());
      try (var rows = statement.executeQuery(sql)) {
        while (rows.next()) {
          reading.read(rows);
        }
      }
    }
  }

  @Override
  public void close() {
    ledgers.forEach(Ledger::close);
    pools.forEach(HikariDataSource::close);
  }
}
