package org.jalon.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jalon.command.decision.Rights;
import org.jalon.command.ledger.Ledger;
import org.jalon.command.ledger.LedgerConnections;
import org.jalon.command.ledger.LedgerOptions;
import org.jalon.command.ledger.PayloadFormat;
import org.jalon.command.wiring.DecisionCache;
import org.jalon.command.wiring.Decisions;
import org.jalon.command.wiring.WriteSide;
import org.jalon.kernel.CaseId;
import org.jalon.kernel.LedgerId;
import org.jalon.kernel.schema.DatabaseAccess;
import org.jalon.kernel.schema.ModuleSchema;
import org.jalon.kernel.wire.JdbcKeyStore;
import org.jalon.kernel.wire.KeyStore;
import org.jalon.kernel.wire.SubjectKey;
import org.jalon.postgres.EmbeddedPostgres;

/** The write side on a durable server of its own, as an installation has it, without HTTP. */
final class Site implements AutoCloseable {

  private static final LedgerId ID = LedgerId.MAIN;
  private static final int CONNECTIONS = 12;
  private static final long CACHE_BYTES = 32 << 20;
  private static final int KEY_CONNECTIONS = 4;

  private final Path directory;
  private final EmbeddedPostgres server;
  private final DatabaseAccess access;
  private final ModuleSchema keySchema;
  private final HikariDataSource tables;
  private final HikariDataSource secrets;
  private final JdbcKeyStore keys;
  private final Ledger ledger;
  private final Deque<Runnable> others = new ArrayDeque<>();

  private Site(Path directory, EmbeddedPostgres server) {
    this.directory = directory;
    this.server = server;
    access = new DatabaseAccess(server.jdbcUrl(), server.user(), server.password());
    requireDurable(access);
    var ledgerSchema = new ModuleSchema(ID, "ledger");
    ledgerSchema.migrate(access.owner());
    keySchema = new ModuleSchema(ID, "keys");
    keySchema.migrate(access.owner());
    tables = access.pool(ledgerSchema, CONNECTIONS);
    LedgerConnections.driverProperties().forEach(tables::addDataSourceProperty);
    secrets = access.pool(keySchema, KEY_CONNECTIONS);
    keys = JdbcKeyStore.open(secrets, directory.resolve("wrapping.key"));
    ledger = Ledger.open(tables, ID, WriteSide.format(ID, keys), LedgerOptions.defaults());
  }

  /**
   * Starts a server below the directory, which is deleted when the site closes.
   *
   * @throws IllegalStateException if the server would lose what it has acknowledged
   */
  static Site open(Path directory) {
    return new Site(directory, EmbeddedPostgres.start(directory.resolve("postgres")));
  }

  Ledger ledger() {
    return ledger;
  }

  /** A write side that has decided nothing yet: what it remembers, it has still to read. */
  Decisions writeSide() {
    var cache = new DecisionCache(CACHE_BYTES);
    return WriteSide.decisions(ledger, keys, Rights.LOCAL_TRUST, List.of(), cache);
  }

  /** Another ledger on the same server, of plain bytes, closed with the site. */
  Ledger anotherLedger(String name) {
    var id = new LedgerId(name);
    var schema = new ModuleSchema(id, "ledger");
    schema.migrate(access.owner());
    HikariDataSource pool = access.pool(schema, CONNECTIONS);
    LedgerConnections.driverProperties().forEach(pool::addDataSourceProperty);
    others.addFirst(pool::close);
    Ledger other = Ledger.open(pool, id, PayloadFormat.bytes(), LedgerOptions.defaults());
    others.addFirst(other::close);
    return other;
  }

  /**
   * Makes the secrets of cases, as their opening would have; a crash meanwhile would lose some,
   * which is why nothing else is written so.
   */
  void makeSecrets(List<CaseId> cases) throws Exception {
    try (HikariDataSource forgetful = access.pool(keySchema, KEY_CONNECTIONS);
        var threads = Executors.newFixedThreadPool(KEY_CONNECTIONS)) {
      forgetful.addDataSourceProperty("options", "-c synchronous_commit=off");
      var store = JdbcKeyStore.open(forgetful, directory.resolve("wrapping.key"));
      List<Callable<SubjectKey>> making = new ArrayList<>();
      cases.forEach(id -> making.add(() -> store.keyOf(id)));
      for (Future<SubjectKey> made : threads.invokeAll(making)) {
        made.get();
      }
    }
  }

  /** The keys of the cases. */
  KeyStore keys() {
    return keys;
  }

  /** The server as others than ours reach it. */
  PeerAccess peers() {
    return new PeerAccess(access);
  }

  /** Does at once what autovacuum has long done in a ledger that grew in ten years. */
  void settle() throws SQLException {
    settle(ID);
  }

  /** The same for another ledger. */
  void settle(LedgerId id) throws SQLException {
    try (var connection = access.owner().getConnection();
        var statement = connection.createStatement()) {
      String schema = new ModuleSchema(id, "ledger").name();
      statement.execute(
          "VACUUM (ANALYZE) %1$s.event, %1$s.event_tag, %1$s.batch".formatted(schema));
      statement.execute("CHECKPOINT");
    }
  }

  private static void requireDurable(DatabaseAccess access) {
    for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
      try (var connection = access.owner().getConnection();
          var statement = connection.createStatement();
          var rows = statement.executeQuery("SHOW " + setting)) {
        if (!rows.next() || !rows.getString(1).equals("on")) {
          throw new IllegalStateException(
              setting + " is off: this would measure a server that forgets");
        }
      } catch (SQLException e) {
        throw new IllegalStateException("the server cannot be asked for " + setting, e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    others.forEach(Runnable::run);
    ledger.close();
    tables.close();
    secrets.close();
    server.close();
    Workplace.delete(directory);
  }
}
